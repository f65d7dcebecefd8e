package offering

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// maxPriceDigits bounds the price in the units that the book is kept in, so
// that a price and a power of ten each fit 64 bits.
const maxPriceDigits = 18

// readTerms checks the terms, fills in their defaults and sets up the units.
func readTerms(fs *law.Faults, t Terms) *allocation {
	a := &allocation{stated: t}
	t.Rounding = orElse(t.Rounding, Nearest)
	t.TieOut = orElse(t.TieOut, Report)
	t.Owed = orElse(t.Owed, Signed)
	t.Cents = orElse(t.Cents, Nearest)
	a.terms = t
	law.OneOf(fs, "terms.rounding", t.Rounding, roundings()...)
	law.OneOf(fs, "terms.tie_out", t.TieOut, Report, MinimumChange, OnLast, OnLargest)
	law.OneOf(fs, "terms.owed", t.Owed, Signed, SharesTimesPrice)
	law.OneOf(fs, "terms.cents", t.Cents, roundings()...)
	a.readPrice(fs, t.Price)
	switch {
	case t.Shares < 0:
		fs.Add(law.ErrRange, "terms.shares", strconv.FormatInt(t.Shares, 10), "is below zero")
	case t.Shares == 0 && t.TieOut != Report:
		fs.Add(law.ErrMissing, "terms.shares", "", "is required to tie out by %s", t.TieOut)
	}
	// A stated amount of zero states none, but must be a readable zero.
	if t.Amount.Sign() != 0 || t.Amount.Exponent() != 0 {
		if readable(fs, "terms.amount", t.Amount) && t.Amount.Sign() != 0 {
			readCents(fs, "terms.amount", t.Amount)
		}
	}
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
// is written: 0.960 and 0.96 both need cents.
func (a *allocation) readPrice(fs *law.Faults, d decimal.Decimal) {
	a.price, a.perCent, a.places = 1, 1, 2 // lets the orders be checked too
	n, ok := readPositive(fs, "terms.price", d)
	if !ok {
		return
	}
	n = n.trimmed()
	places := max(2, -n.exponent)
	high, low, ok := n.in(-places)
	if !ok || high != 0 || low >= pow10(maxPriceDigits) {
		fs.Add(law.ErrRange, "terms.price", plain(d), "has more than %d digits down to its %d places", maxPriceDigits, places)
		return
	}
	a.price, a.perCent, a.places = low, pow10(places-2), places
}

// readOrders checks the orders and sets the lines' cents and their sum.
func (a *allocation) readOrders(fs *law.Faults, orders []Order) {
	if len(orders) == 0 {
		fs.Add(law.ErrMissing, "orders", "", "is required: the book has no orders")
		return
	}
	a.lines = make([]line, len(orders))
	var names map[string]int // stays nil when every name is good
	if !distinct(orders) {
		names = make(map[string]int, len(orders))
	}
	var total uint64
	var passed bool // the sum has passed an int64, which is one fault
	var faulty int
	for i := range orders {
		var row law.Faults
		if names != nil {
			checkName(&row, "investor", "orders", names, i, orders[i].Investor)
		}
		c, ok := readCents(&row, "amount", orders[i].Amount)
		if total += uint64(c); ok && !passed && total > math.MaxInt64 {
			passed = true
			row.Add(law.ErrRange, "amount", cents(c).String(), "takes the sum of the orders past %d cents", int64(math.MaxInt64))
		}
		a.lines[i].cents = c
		if len(row) == 0 {
			continue
		}
		if faulty++; faulty <= maxRowFaults {
			fs.Merge("orders["+strconv.Itoa(i)+"]", row)
		}
	}
	if faulty > maxRowFaults {
		fs.Add(law.ErrInvalid, "orders", "", "has %d more faulty rows", faulty-maxRowFaults)
	}
	a.cents = int64(total)
}

// distinct reports whether every order has a good name of its own. It only
// adds names to a set and counts it at the end, which is half the work of
// looking each one up first.
func distinct(orders []Order) bool {
	names := make(map[string]struct{}, len(orders))
	for i := range orders {
		name := strings.TrimSpace(orders[i].Investor)
		if name == "" || !utf8.ValidString(name) {
			return false
		}
		names[name] = struct{}{}
	}
	return len(names) == len(orders)
}

// checkName records a fault unless the name in the path of row i can stand in
// the list, once. Names that differ only in the spaces around them are one name.
func checkName(fs *law.Faults, path, list string, seen map[string]int, i int, name string) {
	trimmed := strings.TrimSpace(name)
	if trimmed == "" {
		fs.Missing(path)
		return
	}
	if !utf8.ValidString(name) {
		fs.Add(law.ErrInvalid, path, strconv.QuoteToASCII(name), "is not UTF-8 text")
		return
	}
	first, repeated := seen[trimmed]
	if repeated {
		fs.Add(law.ErrDuplicate, path, strconv.Quote(name), "is the same as %s", field(list, first, path))
		return
	}
	seen[trimmed] = i
}

// readCents reads an amount of dollars above zero in whole cents.
func readCents(fs *law.Faults, path string, d decimal.Decimal) (int64, bool) {
	n, ok := readPositive(fs, path, d)
	if !ok {
		return 0, false
	}
	if n.exponent < -2 {
		n = n.trimmed()
	}
	if n.exponent < -2 {
		fs.Add(law.ErrInvalid, path, plain(d), "has a fraction of a cent")
		return 0, false
	}
	high, low, ok := n.in(-2)
	if !ok || high != 0 || low > math.MaxInt64 {
		fs.Add(law.ErrRange, path, plain(d), "is more than %d cents", int64(math.MaxInt64))
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
