package offering

import (
	"math"
	"math/bits"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Allocate turns the orders of an offering into whole shares, row by row at one
// price, ties the rows out to the number of shares that the agreement states,
// and says for each row and for the book what does not come out even.
//
// Rows that do not tie out are an answer, in Residual, AmountResidual and Why.
// Errors are law.Faults with the paths of the fields, such as "terms.price" and
// "orders[2].amount". A missing price, investor or amount, a book without
// orders, and a tie-out without a number to tie out to are law.ErrMissing. A
// fraction of a cent and an unknown word are law.ErrInvalid, a name given twice
// is law.ErrDuplicate, and what lies below zero, beyond the limits, or adds up
// past an int64 of shares or cents is law.ErrRange. At most a hundred faulty
// orders are named.
func Allocate(t Terms, orders []Order) (Book, error) {
	a, book, err := allocate(t, orders)
	if err != nil {
		return Book{}, err
	}
	a.explain(&book)
	return book, nil
}

// Tabulate is [Allocate] without the sentences, for bulk work: the same book
// from the same code, with every Why nil.
func Tabulate(t Terms, orders []Order) (Book, error) {
	_, book, err := allocate(t, orders)
	return book, err
}

// allocation is a book in the making, in integers. Money is in units of
// 10^-places dollars, which hold both the cent and the price exactly, except
// where a name says cents.
type allocation struct {
	terms   Terms // with defaults filled in
	stated  Terms // as given
	places  int
	price   uint64
	perCent uint64 // units in a cent
	lines   []line
	rounded int64 // shares of all rows before the tie-out
	shares  int64 // shares of all rows
	cents   int64 // the orders' sum
	tie     tieResult
}

// line is one row of the book in the making.
type line struct {
	quotient
	cents  int64
	shares int64
	before int64 // shares before the tie-out
}

// allocate makes the book but for its sentences.
func allocate(t Terms, orders []Order) (*allocation, Book, error) {
	var fs law.Faults
	a := readTerms(&fs, t)
	a.readOrders(&fs, orders)
	if len(fs) > 0 {
		return nil, Book{}, fs
	}
	if a.divide(&fs); len(fs) > 0 {
		return nil, Book{}, fs
	}
	a.tieOut()
	book, err := a.book(orders)
	return a, book, err
}

// divide gives each line its quotient and its shares before the tie-out.
func (a *allocation) divide(fs *law.Faults) {
	var total uint64
	for i := range a.lines {
		l := &a.lines[i]
		high, low := bits.Mul64(uint64(l.cents), a.perCent)
		q, ok := divide(high, low, a.price)
		if ok {
			l.quotient = q
			l.shares, ok = q.round(a.terms.Rounding)
		}
		if total += uint64(l.shares); !ok || total > math.MaxInt64 {
			fs.Add(law.ErrRange, field("orders", i, "amount"), cents(l.cents).String(),
				"takes the book past %d shares", int64(math.MaxInt64))
			return
		}
		l.before = l.shares
	}
	a.rounded, a.shares = int64(total), int64(total)
}

// book writes the lines out as decimals.
func (a *allocation) book(orders []Order) (Book, error) {
	b := Book{
		Price: a.terms.Price, Rows: make([]Row, len(orders)),
		Shares: a.shares, Amount: decimal.New(a.cents, -2),
		Rounding: a.terms.Rounding, TieOut: a.terms.TieOut, Owed: a.terms.Owed, Cents: a.terms.Cents,
		Method: MethodRowByRow, Version: MethodVersion,
	}
	var due uint64
	rests := a.newRests()
	for i := range a.lines {
		l := &a.lines[i]
		row := &b.Rows[i]
		row.Investor, row.Amount = orders[i].Investor, orders[i].Amount
		row.Shares = l.shares
		row.Cost = l.cost(l.shares, -a.places)
		row.Entitlement, row.Difference = rests.of(l, -a.places)
		owed, ok := a.owed(l)
		if due += uint64(owed); !ok || due > math.MaxInt64 {
			var fs law.Faults
			fs.Add(law.ErrRange, field("orders", i, "amount"), cents(l.cents).String(),
				"takes what is due past %d cents", int64(math.MaxInt64))
			return Book{}, fs
		}
		switch {
		case a.terms.Owed == Signed:
			row.Due = row.Amount
		case a.places == 2:
			row.Due = row.Cost
		default:
			row.Due = decimal.New(owed, -2)
		}
	}
	high, low := bits.Mul64(uint64(a.shares), a.price)
	b.Cost = money(high, low, -a.places)
	b.Difference = b.Cost.Sub(b.Amount)
	b.Due = decimal.New(int64(due), -2)
	if a.terms.Shares > 0 {
		b.Residual = a.terms.Shares - a.shares
	}
	if a.terms.Amount.Sign() > 0 {
		b.AmountResidual = a.terms.Amount.Sub(b.Amount)
	}
	return b, nil
}

// owed is what the line's investor owes, in cents.
func (a *allocation) owed(l *line) (int64, bool) {
	if a.terms.Owed == Signed {
		return l.cents, true
	}
	high, low := bits.Mul64(uint64(l.shares), a.price)
	q, ok := divide(high, low, a.perCent)
	if !ok {
		return 0, false
	}
	return q.round(a.terms.Cents)
}

// rests remembers what follows from the rest of a quotient alone. A book with
// more rows than its price has cents meets the same rests again and again, and
// decimals, which never change, can be shared. The nil rests remembers nothing.
type rests []struct {
	known      bool
	fraction   Fraction
	difference [2]decimal.Decimal // with the row rounded down, and up
}

// newRests is nil unless remembering pays.
func (a *allocation) newRests() rests {
	if a.price > uint64(len(a.lines)) {
		return nil
	}
	return make(rests, a.price)
}

// of returns the line's entitlement and the difference that its shares leave.
func (r rests) of(l *line, exponent int) (Fraction, decimal.Decimal) {
	up := l.shares - l.whole
	if r == nil || up < 0 || up > 1 {
		return l.fraction(), l.difference(l.shares, exponent)
	}
	known := &r[l.rest]
	if !known.known {
		known.known = true
		known.fraction = l.fraction()
		known.difference[0] = l.difference(l.whole, exponent)
		known.difference[1] = l.difference(l.whole+1, exponent)
	}
	entitlement := known.fraction
	entitlement.Whole = l.whole
	return entitlement, known.difference[up]
}
