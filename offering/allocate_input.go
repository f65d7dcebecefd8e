package offering

import (
	"math"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// maxPriceDigits bounds the price in the units that the book is kept in, so
// that a price and a power of ten each fit 64 bits.
const maxPriceDigits = 18

// readTerms checks the terms, fills in their defaults and sets up the units.
func readTerms(fs *law.Faults, t Terms) *allocation {
	a := &allocation{stated: t, named: -1}
	if t.Lot == 0 {
		t.Lot = 1
	}
	standard := exact.Nearest
	if t.Lot > 1 {
		standard = exact.Down
	}
	t.Rounding = orElse(t.Rounding, standard)
	t.TieOut = orElse(t.TieOut, Report)
	t.Owed = orElse(t.Owed, Signed)
	t.Cents = orElse(t.Cents, exact.Nearest)
	t.BelowMinimum = orElse(t.BelowMinimum, KeepBelow)
	a.terms = t
	var inner law.Faults
	t.Rounding.Check(&inner, "rounding")
	law.OneOf(&inner, "tie_out", t.TieOut, t.TieOut.all()...)
	law.OneOf(&inner, "owed", t.Owed, t.Owed.all()...)
	t.Cents.Check(&inner, "cents")
	law.OneOf(&inner, "below_minimum", t.BelowMinimum, t.BelowMinimum.all()...)
	a.readPrice(&inner, t.Price)
	a.readLot(&inner)
	a.readTieOut(&inner)
	kernel.ReadOptionalCents(&inner, "amount", t.Amount)
	a.readLimits(&inner)
	fs.Merge("terms", inner.Err())
	return a
}

// orElse is the word, or the default when it is empty.
func orElse[S ~string](word, standard S) S {
	if word == "" {
		return standard
	}
	return word
}

// readPrice sets the units of the book, which do not depend on how the price
// is written: 1.250 and 1.25 both need cents.
func (a *allocation) readPrice(fs *law.Faults, d decimal.Decimal) {
	a.price, a.perCent, a.places = 1, 1, 2 // lets the orders be checked too
	n, ok := kernel.ReadPositive(fs, "price", d)
	if !ok {
		return
	}
	n = n.Trimmed()
	places := max(2, -n.Exponent())
	units, ok := n.In(-places)
	if !ok || units.Compare(kernel.Wide(kernel.Pow10(maxPriceDigits))) >= 0 {
		fs.Add(law.ErrRange, "price", kernel.Plain(d), "has more than %d digits down to its %d places", maxPriceDigits, places)
		return
	}
	a.price, a.perCent, a.places = units.Low, kernel.Pow10(places-2), places
}

// readLot sets the price of a lot.
func (a *allocation) readLot(fs *law.Faults) {
	a.lotPrice = a.price
	if a.terms.Lot == 1 {
		return
	}
	if a.terms.Lot < 0 {
		check.NotBelowZero(fs, "lot", a.terms.Lot)
		a.terms.Lot = 1
		return
	}
	price := kernel.Multiply(a.price, uint64(a.terms.Lot))
	if !price.Fits() {
		fs.Add(law.ErrRange, "lot", strconv.FormatInt(a.terms.Lot, 10),
			"shares at %s cost more than %d in the last decimal place of the price", kernel.Plain(a.terms.Price), int64(math.MaxInt64))
		return
	}
	a.lotPrice = price.Low
}

// readTieOut checks what the rows are tied out to, and on which row.
func (a *allocation) readTieOut(fs *law.Faults) {
	t := a.terms
	switch {
	case t.Shares < 0:
		check.NotBelowZero(fs, "shares", t.Shares)
	case t.Shares == 0 && t.TieOut != Report:
		fs.Add(law.ErrMissing, "shares", "", "is required to tie out by %s", t.TieOut)
	}
	readTieOutRow(fs, t.TieOut, t.TieOutRow)
	if len(t.Ties) > 0 && t.TieOut == OnLast {
		fs.Add(law.ErrConflict, "ties", "", "do not go with a tie-out on the last row, which goes by the order of the list")
	}
}

// readTieOutRow checks that a row is named if, and only if, the tie-out is on it.
func readTieOutRow(fs *law.Faults, t TieOut, row string) {
	switch {
	case t == OnNamed && row == "":
		fs.Missing("tie_out_row")
	case t != OnNamed && row != "":
		fs.Add(law.ErrConflict, "tie_out_row", strconv.Quote(row), "is named, but the tie-out is by %s", t)
	}
}

// readLimits checks the limits, which must leave room for what is stated.
func (a *allocation) readLimits(fs *law.Faults) {
	t := a.terms
	a.limits.amount = kernel.ReadOptionalCents(fs, "amount_limit", t.AmountLimit)
	a.limits.minimum = kernel.ReadOptionalCents(fs, "order_minimum", t.OrderMinimum)
	a.limits.maximum = kernel.ReadOptionalCents(fs, "order_maximum", t.OrderMaximum)
	if a.limits.maximum > 0 && a.limits.minimum > a.limits.maximum {
		fs.Add(law.ErrConflict, "order_minimum", kernel.Plain(t.OrderMinimum), "is above the maximum of %s", kernel.Plain(t.OrderMaximum))
	}
	switch {
	case t.ShareLimit < 0:
		check.NotBelowZero(fs, "share_limit", t.ShareLimit)
	case t.ShareLimit > 0 && t.Shares > t.ShareLimit:
		fs.Add(law.ErrConflict, "shares", strconv.FormatInt(t.Shares, 10), "is above the limit of %d shares", t.ShareLimit)
	case a.terms.Lot > 0:
		a.limits.lots = t.ShareLimit / a.terms.Lot
	}
}

// field is the path of a row's field: orders[2].amount.
func field(list string, i int, name string) string {
	return list + "[" + strconv.Itoa(i) + "]." + name
}
