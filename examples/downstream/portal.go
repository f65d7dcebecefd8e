// Package portal is a funding portal that embeds offerkit, as a module of its
// own would: it imports the published packages and nothing else of this
// repository. Its tests are what a downstream repository runs with go test.
package portal

import (
	"fmt"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

// Offer is what the portal sells.
type Offer struct {
	Name    string
	Price   decimal.Decimal
	Minimum decimal.Decimal
	Until   calendar.Date
}

// Subscription is one investor's order.
type Subscription struct {
	Investor string
	Amount   decimal.Decimal
}

// Open allocates the subscriptions and opens the escrow that waits for their
// money. What an investor owes is what the allocation says, to the cent.
func (o Offer) Open(signed calendar.Date, subscriptions []Subscription) (offering.Book, escrow.Deal, error) {
	// The portal's own input is read into the library's faults, so that a caller
	// handles one kind of error.
	var faults law.Faults
	minimum := cents(&faults, "minimum", o.Minimum)
	if err := faults.Err(); err != nil {
		return offering.Book{}, escrow.Deal{}, fmt.Errorf("the terms of %s: %w", o.Name, err)
	}
	var orders []offering.Order
	for _, s := range subscriptions {
		orders = append(orders, offering.Order{Investor: s.Investor, Amount: s.Amount})
	}
	book, err := offering.Allocate(offering.Terms{
		Price: o.Price, Rounding: exact.Down, TieOut: offering.Report, Owed: offering.SharesTimesPrice,
	}, orders)
	if err != nil {
		return offering.Book{}, escrow.Deal{}, fmt.Errorf("allocating %s: %w", o.Name, err)
	}
	terms := escrow.Terms{
		ID: o.Name, Company: "company", Agent: "bank",
		Signed:      signed.At(calendar.MustClock(9, 0), calendar.NewYork()),
		Conditions:  []escrow.Condition{{ID: "paid", Text: "paid in full", Kind: escrow.Funds, Favors: escrow.ForCompany}},
		Closing:     calendar.NextTradingDay(),
		Contingency: escrow.Contingency{MinCents: minimum, By: o.Until},
	}
	for i, row := range book.Rows {
		terms.Purchases = append(terms.Purchases, escrow.Purchase{
			ID: escrow.PurchaseID(row.Investor), Investor: escrow.PartyID(row.Investor), BonaFide: true,
			Shares: row.Shares, DueCents: cents(&faults, fmt.Sprintf("rows[%d].due", i), row.Due), Basis: escrow.DueSharesTimesPrice,
		})
	}
	if err := faults.Err(); err != nil {
		return offering.Book{}, escrow.Deal{}, fmt.Errorf("what is owed for %s: %w", o.Name, err)
	}
	deal, err := escrow.New(terms)
	if err != nil {
		return offering.Book{}, escrow.Deal{}, fmt.Errorf("opening the escrow of %s: %w", o.Name, err)
	}
	return book, deal, nil
}

// cents is an amount in cents. One that is not whole cents is refused: to drop
// the rest would be to change what was agreed. IntPart alone would drop it, and
// wrap around beyond an int64, so the exponent and the size are looked at first.
func cents(faults *law.Faults, field string, amount decimal.Decimal) int64 {
	const most = 1_000_000_000_000_00 // cents: a million million dollars
	switch exponent := amount.Exponent(); {
	case exponent < -20 || exponent > 20: // before anything is scaled
		faults.Add(law.ErrRange, field, "", "has more than 20 decimals or trailing zeros")
	case !amount.Shift(2).IsInteger():
		faults.Add(law.ErrInvalid, field, amount.String(), "has a fraction of a cent")
	case amount.IsNegative() || amount.Shift(2).GreaterThan(decimal.NewFromInt(most)):
		faults.Add(law.ErrRange, field, amount.String(), "is not between 0 and 1,000,000,000,000 dollars")
	default:
		return amount.Shift(2).IntPart()
	}
	return 0
}

// MayResell tells an investor from when the shares may be sold under Rule 144,
// if the company goes on as it is: private, with no public information.
func MayResell(bought calendar.Date) (restrict.Dates, error) {
	finding, err := restrict.Rule144(restrict.Facts{
		Acquired: bought, Paid: bought, Stock: restrict.Restricted, Security: restrict.Equity,
		Affiliate: restrict.AffiliateNever,
		Issuer:    restrict.Issuer{Reporting: restrict.ReportingNone, Public: law.No, Shell: restrict.ShellNever},
	}, bought)
	return finding.Limited, err
}
