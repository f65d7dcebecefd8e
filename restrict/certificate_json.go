package restrict

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The types of the objects of the Open Cap Format that are written and read
// here.
const (
	ocfIssuance   = "TX_STOCK_ISSUANCE"
	ocfReissuance = "TX_STOCK_REISSUANCE"
	ocfTransfer   = "TX_STOCK_TRANSFER"
)

// ocfStock is a Certificate as the format writes it.
type ocfStock struct {
	ObjectType            string                 `json:"object_type"`
	ID                    string                 `json:"id"`
	Date                  calendar.Date          `json:"date"`
	SecurityID            string                 `json:"security_id"`
	CustomID              string                 `json:"custom_id"`
	StakeholderID         string                 `json:"stakeholder_id"`
	StockClassID          string                 `json:"stock_class_id"`
	SharePrice            ocfMonetary            `json:"share_price"`
	Quantity              string                 `json:"quantity"`
	StockLegendIDs        []string               `json:"stock_legend_ids"`
	SecurityLawExemptions []SecurityLawExemption `json:"security_law_exemptions"`
	Comments              []string               `json:"comments,omitempty"`
}

// ocfMonetary is an amount as the format writes it.
type ocfMonetary struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
}

// MarshalJSON writes a TX_STOCK_ISSUANCE object. The error is [law.Faults]:
// what UnmarshalJSON would not read back.
func (c Certificate) MarshalJSON() ([]byte, error) {
	var fs law.Faults
	if c.check(&fs, ""); len(fs) > 0 {
		return nil, fs
	}
	o := ocfStock{
		ocfIssuance, c.ID, c.Date, c.SecurityID, c.CustomID, c.StakeholderID, c.StockClassID,
		ocfMonetary{c.SharePrice.String(), c.Currency},
		strconv.FormatInt(c.Quantity, 10),
		c.StockLegendIDs, c.SecurityLawExemptions, c.Comments,
	}
	if o.StockLegendIDs == nil {
		o.StockLegendIDs = []string{} // the format asks for the list
	}
	if o.SecurityLawExemptions == nil {
		o.SecurityLawExemptions = []SecurityLawExemption{}
	}
	return json.Marshal(o)
}

// UnmarshalJSON reads what MarshalJSON writes. A TX_STOCK_ISSUANCE object may
// have further fields in the format; they are refused, since they would be
// lost. So is a number of shares with a fraction, which the format would allow.
// The error is [law.Faults].
func (c *Certificate) UnmarshalJSON(data []byte) error {
	var o ocfStock
	if err := law.ReadFields(data, &o); err != nil {
		return err
	}
	var fs law.Faults
	law.OneOf(&fs, "object_type", o.ObjectType, ocfIssuance)
	read := Certificate{
		ID: o.ID, Date: o.Date, SecurityID: o.SecurityID, CustomID: o.CustomID, StakeholderID: o.StakeholderID,
		StockClassID: o.StockClassID, SharePrice: readNumeric(&fs, "share_price.amount", o.SharePrice.Amount),
		Currency: o.SharePrice.Currency, Quantity: readShares(&fs, "quantity", o.Quantity), Comments: o.Comments,
	}
	if len(o.StockLegendIDs) > 0 {
		read.StockLegendIDs = o.StockLegendIDs
	}
	if len(o.SecurityLawExemptions) > 0 {
		read.SecurityLawExemptions = o.SecurityLawExemptions
	}
	if len(fs) == 0 {
		read.check(&fs, "")
	}
	if len(fs) > 0 {
		return fs
	}
	*c = read
	return nil
}

// readNumeric reads a Numeric of the format: digits with at most ten decimals,
// and no exponent.
func readNumeric(fs *law.Faults, field, text string) decimal.Decimal {
	if text == "" {
		fs.Missing(field)
		return decimal.Decimal{}
	}
	whole, decimals, point := strings.Cut(strings.TrimLeft(text[:1], "+-")+text[1:], ".")
	if !digits(whole) || point && !digits(decimals) || len(decimals) > 10 || len(whole) > 30 {
		fs.Add(law.ErrInvalid, field, strconv.Quote(text), "is not a number of at most 30 digits and ten decimals")
		return decimal.Decimal{}
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		fs.Add(law.ErrInvalid, field, strconv.Quote(text), "is not a number")
		return decimal.Decimal{}
	}
	return d
}

// readShares reads a Numeric that is a whole number of shares, however many
// zeros it is written with.
func readShares(fs *law.Faults, field, text string) int64 {
	before := len(*fs)
	d := readNumeric(fs, field, text)
	if len(*fs) > before {
		return 0
	}
	if !d.IsInteger() {
		fs.Add(law.ErrInvalid, field, strconv.Quote(text), "has a fraction of a share")
		return 0
	}
	if !d.BigInt().IsInt64() {
		fs.Add(law.ErrRange, field, strconv.Quote(text), "is more shares than are served, 9223372036854775807")
		return 0
	}
	return d.IntPart()
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
