package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Certificate is an issue of stock to one holder, on paper or as a book entry,
// in the vocabulary of the Open Cap Format: its JSON is a TX_STOCK_ISSUANCE
// object of that format, in which the number of shares is a string.
//
// The zero Certificate is refused.
type Certificate struct {
	// ID is the identifier of the transaction that issued it. Required.
	ID string
	// Date is the day of issue. Required.
	Date calendar.Date
	// SecurityID is the identifier of the security, under which later
	// transactions speak of it. Required.
	SecurityID string
	// CustomID is the number printed on the certificate, such as "CS-104".
	// Required.
	CustomID string
	// StakeholderID is the holder, and StockClassID the class. Required.
	StakeholderID string
	StockClassID  string
	// SharePrice is the price at which a share was issued, and Currency its
	// currency, such as "USD". Required by the format; 0 is a price.
	SharePrice decimal.Decimal
	Currency   string
	// Quantity is the number of shares. It must be above 0.
	Quantity int64
	// StockLegendIDs are the identifiers of the legends on it. None say that it
	// bears no legend.
	StockLegendIDs []string
	// SecurityLawExemptions are what it was issued under.
	SecurityLawExemptions []SecurityLawExemption
	// Comments are for what the format has no place for.
	Comments []string
}

// SecurityLawExemption is an exemption in words, with the place whose law it
// is. The zero SecurityLawExemption is refused.
type SecurityLawExemption struct {
	// Description is such as "Regulation D, Rule 506(b)". Required.
	Description string `json:"description"`
	// Jurisdiction is such as "US". Required.
	Jurisdiction string `json:"jurisdiction"`
}

// maxListed is the most legends, exemptions or comments of one certificate.
const maxListed = 1000

func (c *Certificate) check(fs *law.Faults, path string) {
	for _, f := range [...]struct{ field, value string }{
		{"id", c.ID},
		{"security_id", c.SecurityID},
		{"custom_id", c.CustomID},
		{"stakeholder_id", c.StakeholderID},
		{"stock_class_id", c.StockClassID},
	} {
		if f.value == "" {
			fs.Missing(path + f.field)
		}
		fs.Text(path+f.field, f.value)
	}
	required(fs, path+"date", c.Date)
	check.Positive(fs, path+"quantity", c.Quantity)
	c.checkPrice(fs, path+"share_price.")
	c.checkLists(fs, path)
}

func (c *Certificate) checkPrice(fs *law.Faults, path string) {
	if !currencyCode(c.Currency) {
		if c.Currency == "" {
			fs.Missing(path + "currency")
		} else {
			fs.Add(law.ErrInvalid, path+"currency", strconv.Quote(c.Currency), "is not three capital letters, such as USD")
		}
	}
	switch {
	case c.SharePrice.IsNegative():
		fs.Add(law.ErrRange, path+"amount", "", "is below zero")
	case !numeric(c.SharePrice):
		fs.Add(law.ErrRange, path+"amount", "", "has more than ten decimals or more than thirty digits before them")
	}
}

func (c *Certificate) checkLists(fs *law.Faults, path string) {
	for _, l := range [...]struct {
		field string
		n     int
	}{
		{"stock_legend_ids", len(c.StockLegendIDs)},
		{"security_law_exemptions", len(c.SecurityLawExemptions)},
		{"comments", len(c.Comments)},
	} {
		if !check.AtMost(fs, path+l.field, l.n, maxListed) {
			return
		}
	}
	seen := make(map[string]bool, len(c.StockLegendIDs))
	for i, id := range c.StockLegendIDs {
		switch at := path + "stock_legend_ids[" + strconv.Itoa(i) + "]"; {
		case id == "":
			fs.Missing(at)
		case seen[id]:
			check.Twice(fs, at, strconv.Quote(id))
		}
		fs.Text(path+"stock_legend_ids["+strconv.Itoa(i)+"]", id)
		seen[id] = true
	}
	for i, e := range c.SecurityLawExemptions {
		at := path + "security_law_exemptions[" + strconv.Itoa(i) + "]"
		if e.Description == "" {
			fs.Missing(at + ".description")
		}
		if e.Jurisdiction == "" {
			fs.Missing(at + ".jurisdiction")
		}
		fs.Text(at+".description", e.Description)
		fs.Text(at+".jurisdiction", e.Jurisdiction)
	}
	for i, comment := range c.Comments {
		fs.Text(path+"comments["+strconv.Itoa(i)+"]", comment)
	}
}

func currencyCode(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// numeric reports whether readNumeric reads the number as it is written: at most
// ten decimals, thirty digits before them, and no exponent. The exponent is
// bounded before the number is written out.
func numeric(d decimal.Decimal) bool {
	return d.Exponent() >= -10 && int64(d.NumDigits())+int64(d.Exponent()) <= 30
}
