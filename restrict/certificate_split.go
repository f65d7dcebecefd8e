package restrict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// PartialSale is the sale of some or all of the shares of a certificate, for
// which unlegended shares are issued, and a certificate for the balance.
//
// The library makes up no identifiers: they are the caller's. The zero
// PartialSale is refused.
type PartialSale struct {
	// Certificate is the one surrendered. Required.
	Certificate Certificate `json:"certificate"`
	// Sold is the number of shares sold: above 0, and at most all of them.
	Sold int64 `json:"sold"`
	// Date is the day on which the new certificates are issued. Required, and
	// not before the certificate's own.
	Date calendar.Date `json:"date"`
	// ID is the identifier of the transaction. Required.
	ID string `json:"id"`
	// Transferee is the holder of the unlegended shares. Empty, they are issued
	// to the certificate's own holder, who delivers them to the buyer.
	Transferee string `json:"transferee,omitempty"`
	// Unlegended and Balance identify the new certificates. Balance is required
	// if not all shares are sold, and refused otherwise.
	Unlegended NewCertificate `json:"unlegended"`
	Balance    NewCertificate `json:"balance,omitzero"`
	// Legends tells whether the balance keeps the legends. The zero
	// BalanceLegends keeps them.
	Legends BalanceLegends `json:"legends,omitempty"`
	// Reason is why, in words; for a reissuance to the same holder.
	Reason string `json:"reason,omitempty"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// NewCertificate identifies a certificate to be issued. The zero
// NewCertificate is none.
type NewCertificate struct {
	// ID is the identifier of the transaction that issues it, SecurityID that of
	// the security, and CustomID the number printed on it. All are required.
	ID         string `json:"id"`
	SecurityID string `json:"security_id"`
	CustomID   string `json:"custom_id"`
}

// BalanceLegends is whether the certificate for the shares not sold bears the
// legends of the old one. The zero BalanceLegends is BalanceLegended: terms
// that say nothing are so read, since nothing released the shares not sold.
type BalanceLegends string

const (
	// BalanceLegended keeps them.
	BalanceLegended BalanceLegends = "legended"
	// BalanceUnlegended takes them off, where the terms say so.
	BalanceUnlegended BalanceLegends = "unlegended"
)

func (BalanceLegends) all() []BalanceLegends {
	return []BalanceLegends{BalanceLegended, BalanceUnlegended}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (b *BalanceLegends) UnmarshalText(text []byte) error {
	return law.ReadWord(b, text, b.all()...)
}

// CertificateSplit is what becomes of a certificate. The zero CertificateSplit
// is no result and appears only beside an error.
type CertificateSplit struct {
	// Record is the transaction that cancels the certificate.
	Record SplitRecord `json:"record"`
	// Issued are the certificates issued for it: the unlegended one, and the one
	// for the balance if there is any. Their shares add up to its own.
	Issued []Certificate `json:"issued"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// SplitRecord is the transaction that cancels a certificate, in the vocabulary
// of the Open Cap Format: its JSON is a TX_STOCK_REISSUANCE object if the holder
// stays, and a TX_STOCK_TRANSFER object if it changes.
//
// The zero SplitRecord is refused by its JSON.
type SplitRecord struct {
	// Transfer tells that the holder of the unlegended shares is another.
	Transfer bool
	// ID is the identifier of the transaction, and Date its day.
	ID   string
	Date calendar.Date
	// SecurityID is the security canceled.
	SecurityID string
	// Quantity is the number of shares sold. The format has a place for it in a
	// transfer alone; in a reissuance it is 0 after JSON, and 0 here.
	Quantity int64
	// ResultingSecurityIDs are the securities issued: all of them in a
	// reissuance, and in a transfer those of the transferee.
	ResultingSecurityIDs []string
	// BalanceSecurityID is, in a transfer, the security that the holder keeps;
	// empty if none is left, and in a reissuance.
	BalanceSecurityID string
	// Reason is why, in a reissuance.
	Reason string
}

// The codes of the steps in CertificateSplit.Why.
const (
	codeSplitCanceled   law.Code = "split.canceled"
	codeSplitUnlegended law.Code = "split.unlegended"
	codeSplitBalance    law.Code = "split.balance"
)

// splitCodes is the part of the catalog above.
func splitCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeSplitCanceled, Text: "The certificate that is canceled."},
		{Code: codeSplitUnlegended, Text: "The new certificate without a legend."},
		{Code: codeSplitBalance, Text: "The new certificate for the balance, and its legends."},
	}
}

// SplitCertificate cancels the certificate and issues one without a legend for
// the shares sold and one for the balance. It asks nothing about whether the
// legends may come off: that is [Legend.Removable].
//
// The error is [law.Faults] and names all that is wrong: a missing identifier
// or one that is not new, shares that are not above 0, more shares sold than the
// certificate has, and a balance that is identified though none is left.
func SplitCertificate(s PartialSale) (CertificateSplit, error) {
	if err := s.check(); err != nil {
		return CertificateSplit{}, err
	}
	c := &s.Certificate
	balance := c.Quantity - s.Sold
	sold := s.Unlegended.of(c, s.Date, s.Sold)
	sold.StockLegendIDs = nil
	out := CertificateSplit{
		Record: SplitRecord{
			ID: s.ID, Date: s.Date, SecurityID: c.SecurityID, ResultingSecurityIDs: []string{s.Unlegended.SecurityID}, Reason: s.Reason,
		},
		Issued: make([]Certificate, 0, 2),
	}
	if s.Transferee != "" {
		sold.StakeholderID = s.Transferee
		out.Record.Transfer, out.Record.Quantity = true, s.Sold
	}
	out.Issued = append(out.Issued, sold)
	if balance > 0 {
		kept := s.Balance.of(c, s.Date, balance)
		if s.Legends == BalanceUnlegended {
			kept.StockLegendIDs = nil
		}
		out.Issued = append(out.Issued, kept)
		if out.Record.Transfer {
			out.Record.BalanceSecurityID = kept.SecurityID
		} else {
			out.Record.ResultingSecurityIDs = append(out.Record.ResultingSecurityIDs, kept.SecurityID)
		}
	}
	out.Why = s.explain(&out)
	return out, nil
}

// of is the new certificate, with the old one's holder, class, price, legends
// and exemptions.
func (n *NewCertificate) of(c *Certificate, on calendar.Date, shares int64) Certificate {
	out := *c
	out.ID, out.SecurityID, out.CustomID, out.Date, out.Quantity = n.ID, n.SecurityID, n.CustomID, on, shares
	out.StockLegendIDs = slices.Clone(c.StockLegendIDs)
	out.SecurityLawExemptions = slices.Clone(c.SecurityLawExemptions)
	out.Comments = nil
	return out
}

func (s *PartialSale) explain(out *CertificateSplit) law.Reasons {
	c := &s.Certificate
	say := func(code law.Code, parts ...string) law.Reason {
		return law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: s.Authority}
	}
	why := law.Reasons{
		say(codeSplitCanceled, "Certificate ", c.CustomID, " for ", shareCount(c.Quantity), " is canceled on ", s.Date.Long(), "."),
		say(codeSplitUnlegended, "Certificate ", s.Unlegended.CustomID, " for ", shareCount(s.Sold), " is issued without a legend."),
	}
	if len(out.Issued) > 1 {
		kept := &out.Issued[1]
		how := "without a legend, as the terms say"
		if s.Legends != BalanceUnlegended {
			how = "with the legends of the old one (" + strconv.Itoa(len(kept.StockLegendIDs)) + ")"
		}
		why = append(why, say(codeSplitBalance, "Certificate ", kept.CustomID, " for the balance of ", shareCount(kept.Quantity),
			" is issued ", how, "."))
	}
	return why
}

func shareCount(n int64) string {
	if n == 1 {
		return "1 share"
	}
	return kernel.Count(n) + " shares"
}
