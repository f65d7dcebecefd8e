package offering

import (
	"math"
	"math/bits"
	"strconv"

	"github.com/offerkit/offerkit/internal/figures"
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
	standard := Nearest
	if t.Lot > 1 {
		standard = Down
	}
	t.Rounding = orElse(t.Rounding, standard)
	t.TieOut = orElse(t.TieOut, Report)
	t.Owed = orElse(t.Owed, Signed)
	t.Cents = orElse(t.Cents, Nearest)
	t.BelowMinimum = orElse(t.BelowMinimum, KeepBelow)
	a.terms = t
	var inner law.Faults
	law.OneOf(&inner, "rounding", t.Rounding, roundings()...)
	law.OneOf(&inner, "tie_out", t.TieOut, tieOuts()...)
	law.OneOf(&inner, "owed", t.Owed, Signed, SharesTimesPrice)
	law.OneOf(&inner, "cents", t.Cents, roundings()...)
	law.OneOf(&inner, "below_minimum", t.BelowMinimum, KeepBelow, RefuseBelow)
	a.readPrice(&inner, t.Price)
	a.readLot(&inner)
	a.readTieOut(&inner)
	readOptionalCents(&inner, "amount", t.Amount)
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
	n, ok := readPositive(fs, "price", d)
	if !ok {
		return
	}
	n = n.trimmed()
	places := max(2, -n.exponent)
	high, low, ok := n.in(-places)
	if !ok || high != 0 || low >= pow10(maxPriceDigits) {
		fs.Add(law.ErrRange, "price", figures.Plain(d), "has more than %d digits down to its %d places", maxPriceDigits, places)
		return
	}
	a.price, a.perCent, a.places = low, pow10(places-2), places
}

// readLot sets the price of a lot.
func (a *allocation) readLot(fs *law.Faults) {
	a.lotPrice = a.price
	if a.terms.Lot == 1 {
		return
	}
	if a.terms.Lot < 0 {
		fs.Add(law.ErrRange, "lot", strconv.FormatInt(a.terms.Lot, 10), "is below zero")
		a.terms.Lot = 1
		return
	}
	high, low := bits.Mul64(a.price, uint64(a.terms.Lot))
	if high != 0 || low > math.MaxInt64 {
		fs.Add(law.ErrRange, "lot", strconv.FormatInt(a.terms.Lot, 10),
			"shares at %s cost more than %d in the last decimal place of the price", figures.Plain(a.terms.Price), int64(math.MaxInt64))
		return
	}
	a.lotPrice = low
}

// readTieOut checks what the rows are tied out to, and on which row.
func (a *allocation) readTieOut(fs *law.Faults) {
	t := a.terms
	switch {
	case t.Shares < 0:
		fs.Add(law.ErrRange, "shares", strconv.FormatInt(t.Shares, 10), "is below zero")
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
	a.limits.amount = readOptionalCents(fs, "amount_limit", t.AmountLimit)
	a.limits.minimum = readOptionalCents(fs, "order_minimum", t.OrderMinimum)
	a.limits.maximum = readOptionalCents(fs, "order_maximum", t.OrderMaximum)
	if a.limits.maximum > 0 && a.limits.minimum > a.limits.maximum {
		fs.Add(law.ErrConflict, "order_minimum", figures.Plain(t.OrderMinimum), "is above the maximum of %s", figures.Plain(t.OrderMaximum))
	}
	switch {
	case t.ShareLimit < 0:
		fs.Add(law.ErrRange, "share_limit", strconv.FormatInt(t.ShareLimit, 10), "is below zero")
	case t.ShareLimit > 0 && t.Shares > t.ShareLimit:
		fs.Add(law.ErrConflict, "shares", strconv.FormatInt(t.Shares, 10), "is above the limit of %d shares", t.ShareLimit)
	case a.terms.Lot > 0:
		a.limits.lots = t.ShareLimit / a.terms.Lot
	}
}

// readOptionalCents reads an amount of dollars that may be left out, as zero.
func readOptionalCents(fs *law.Faults, path string, d decimal.Decimal) int64 {
	// A zero that decodes from JSON is as good as none; a hostile one is not.
	if d.Sign() == 0 && d.Exponent() == 0 || !readable(fs, path, d) || d.Sign() == 0 {
		return 0
	}
	c, _ := readCents(fs, path, d)
	return c
}

// readCents reads an amount of dollars above zero in whole cents.
func readCents(fs *law.Faults, path string, d decimal.Decimal) (int64, bool) {
	// Nearly all amounts are written in dollars or in cents, and not large.
	if places := -d.Exponent(); (places == 0 || places == 2) && fitsInt64(d) {
		if c := d.CoefficientInt64(); c > 0 && places == 2 {
			return c, true
		} else if c > 0 && c <= math.MaxInt64/100 {
			return 100 * c, true
		}
	}
	n, ok := readPositive(fs, path, d)
	if !ok {
		return 0, false
	}
	if n.exponent < -2 {
		n = n.trimmed()
	}
	if n.exponent < -2 {
		fs.Add(law.ErrInvalid, path, figures.Plain(d), "has a fraction of a cent")
		return 0, false
	}
	high, low, ok := n.in(-2)
	if !ok || high != 0 || low > math.MaxInt64 {
		fs.Add(law.ErrRange, path, figures.Plain(d), "is more than %d cents", int64(math.MaxInt64))
		return 0, false
	}
	return int64(low), true
}

// field is the path of a row's field: orders[2].amount.
func field(list string, i int, name string) string {
	return list + "[" + strconv.Itoa(i) + "]." + name
}

// cents is a number of cents as dollars.
func cents(c int64) number { return number{coefficient: c, exponent: -2} }
