package restrict

import (
	"encoding/json"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func (s *PartialSale) check() error {
	var fs law.Faults
	c := &s.Certificate
	c.check(&fs, "certificate.")
	if check.Positive(&fs, "sold", s.Sold) && s.Sold > c.Quantity && c.Quantity > 0 {
		fs.Add(law.ErrConflict, "sold", strconv.FormatInt(s.Sold, 10), "is more than the certificate has, %d", c.Quantity)
	}
	required(&fs, "date", s.Date)
	if s.Date.Before(c.Date) && !s.Date.IsZero() {
		fs.Add(law.ErrConflict, "date", s.Date.String(), "is before the certificate's, %s", c.Date)
	}
	if s.ID == "" {
		fs.Missing("id")
	}
	if s.Transferee != "" && s.Transferee == c.StakeholderID {
		fs.Add(law.ErrConflict, "transferee", strconv.Quote(s.Transferee), "is the holder")
	}
	if s.Transferee != "" && s.Reason != "" {
		fs.Add(law.ErrConflict, "reason", "", "has no place in a transfer")
	}
	if s.Legends != "" {
		law.OneOf(&fs, "legends", s.Legends, s.Legends.all()...)
	}
	s.Unlegended.check(&fs, "unlegended")
	switch {
	case s.Sold < c.Quantity:
		s.Balance.check(&fs, "balance")
	case s.Sold == c.Quantity && s.Balance != NewCertificate{}:
		fs.Add(law.ErrConflict, "balance", "", "is identified although all shares are sold")
	}
	s.checkNew(&fs)
	fs.Text("id", s.ID)
	fs.Text("transferee", s.Transferee)
	fs.Text("reason", s.Reason)
	check.Cited(&fs, "authority", s.Authority)
	return fs.Err()
}

func (n *NewCertificate) check(fs *law.Faults, path string) {
	for _, f := range [...]struct{ field, value string }{{"id", n.ID}, {"security_id", n.SecurityID}, {"custom_id", n.CustomID}} {
		if f.value == "" {
			fs.Missing(path + "." + f.field)
		}
		fs.Text(path+"."+f.field, f.value)
	}
}

// checkNew records identifiers that are not new.
func (s *PartialSale) checkNew(fs *law.Faults) {
	type named struct{ field, value string }
	for _, names := range [...][]named{
		{{"certificate.id", s.Certificate.ID}, {"id", s.ID}, {"unlegended.id", s.Unlegended.ID}, {"balance.id", s.Balance.ID}},
		{
			{"certificate.security_id", s.Certificate.SecurityID},
			{"unlegended.security_id", s.Unlegended.SecurityID},
			{"balance.security_id", s.Balance.SecurityID},
		},
		{
			{"certificate.custom_id", s.Certificate.CustomID},
			{"unlegended.custom_id", s.Unlegended.CustomID},
			{"balance.custom_id", s.Balance.CustomID},
		},
	} {
		for i, n := range names {
			for _, before := range names[:i] {
				if n.value != "" && n.value == before.value {
					fs.Add(law.ErrDuplicate, n.field, strconv.Quote(n.value), "is that of %s", before.field)
					break
				}
			}
		}
	}
}

// UnmarshalJSON reads a partial sale and refuses unknown fields, fields in
// other letters and fields given twice. The error is [law.Faults]. Whether it
// makes sense is for [SplitCertificate] to say.
func (s *PartialSale) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, s)
}

// ocfRecord is a SplitRecord as the format writes it.
type ocfRecord struct {
	ObjectType           string        `json:"object_type"`
	ID                   string        `json:"id"`
	Date                 calendar.Date `json:"date"`
	SecurityID           string        `json:"security_id"`
	Quantity             string        `json:"quantity,omitempty"`
	ResultingSecurityIDs []string      `json:"resulting_security_ids"`
	BalanceSecurityID    string        `json:"balance_security_id,omitempty"`
	ReasonText           string        `json:"reason_text,omitempty"`
}

// MarshalJSON writes a TX_STOCK_REISSUANCE or a TX_STOCK_TRANSFER object. The
// error is [law.Faults]: what UnmarshalJSON would not read back.
func (r SplitRecord) MarshalJSON() ([]byte, error) {
	var fs law.Faults
	if r.check(&fs); len(fs) > 0 {
		return nil, fs
	}
	o := ocfRecord{
		ObjectType: ocfReissuance, ID: r.ID, Date: r.Date, SecurityID: r.SecurityID,
		ResultingSecurityIDs: r.ResultingSecurityIDs, BalanceSecurityID: r.BalanceSecurityID, ReasonText: r.Reason,
	}
	if r.Transfer {
		o.ObjectType, o.Quantity = ocfTransfer, strconv.FormatInt(r.Quantity, 10)
	}
	return json.Marshal(o)
}

// UnmarshalJSON reads what MarshalJSON writes. The error is [law.Faults].
func (r *SplitRecord) UnmarshalJSON(data []byte) error {
	var o ocfRecord
	if err := law.ReadFields(data, &o); err != nil {
		return err
	}
	var fs law.Faults
	law.OneOf(&fs, "object_type", o.ObjectType, ocfReissuance, ocfTransfer)
	read := SplitRecord{
		Transfer: o.ObjectType == ocfTransfer, ID: o.ID, Date: o.Date, SecurityID: o.SecurityID,
		ResultingSecurityIDs: o.ResultingSecurityIDs, BalanceSecurityID: o.BalanceSecurityID, Reason: o.ReasonText,
	}
	if o.Quantity != "" {
		read.Quantity = readShares(&fs, "quantity", o.Quantity)
	}
	if len(fs) == 0 {
		read.check(&fs)
	}
	if len(fs) > 0 {
		return fs
	}
	*r = read
	return nil
}

func (r *SplitRecord) check(fs *law.Faults) {
	for _, f := range [...]struct{ field, value string }{{"id", r.ID}, {"security_id", r.SecurityID}} {
		if f.value == "" {
			fs.Missing(f.field)
		}
		fs.Text(f.field, f.value)
	}
	required(fs, "date", r.Date)
	for i, id := range r.ResultingSecurityIDs[:min(len(r.ResultingSecurityIDs), maxListed)] {
		fs.Text("resulting_security_ids["+strconv.Itoa(i)+"]", id)
	}
	fs.Text("balance_security_id", r.BalanceSecurityID)
	fs.Text("reason_text", r.Reason)
	switch n := len(r.ResultingSecurityIDs); {
	case n == 0:
		fs.Missing("resulting_security_ids")
	case n > maxListed:
		check.AtMost(fs, "resulting_security_ids", n, maxListed)
	}
	switch {
	case !r.Transfer && (r.Quantity != 0 || r.BalanceSecurityID != ""):
		fs.Add(law.ErrConflict, "object_type", ocfReissuance, "has no quantity and no balance_security_id")
	case r.Transfer && !check.Positive(fs, "quantity", r.Quantity):
	case r.Transfer && r.Reason != "":
		fs.Add(law.ErrConflict, "object_type", ocfTransfer, "has no reason_text")
	}
}
