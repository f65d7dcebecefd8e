package offering

import (
	"math"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Allocate turns the orders of an offering into whole shares at one price. It
// accepts of each order what its minimum, its maximum and the limits of the
// terms allow, divides that by the price row by row, ties the rows out to the
// number of shares that the agreement states, and says for each row and for the
// book what does not come out even.
//
// A book that asks for more than a limit is cut back pro rata, and what falls
// below its minimum on the way gets nothing, as [MinimumOrNothing] says: first the
// orders whose minimum is more than the limit, then the smallest first, as long
// as there is one; the others share what they leave. Where shares × price are
// owed, a row whose shares would cost more than its maximum is rounded down, and
// so are as many rows as take what is due past the amount limit; no tie-out takes
// it past either. An order that buys no share owes nothing. Orders that are
// refused, and rows that do not tie out, are an answer, in Refund, Residual,
// AmountResidual and Why.
//
// Errors are law.Faults with the paths of the fields, such as "terms.price" and
// "orders[2].amount". A missing price, investor or amount, a book without
// orders, and a tie-out without a number or a row to tie out to are
// law.ErrMissing. A fraction of a cent and an unknown word are law.ErrInvalid, a
// name given twice is law.ErrDuplicate, terms that contradict each other are
// law.ErrConflict, and what lies below zero, beyond the limits of the package,
// or adds up past an int64 of shares or cents is law.ErrRange. At most a hundred
// faulty orders are named.
func Allocate(t Terms, orders []Order) (Book, error) {
	a, totals, err := allocate(t, orders)
	if err != nil {
		return Book{}, err
	}
	book := a.book(totals, arranged(orders, a.order))
	a.explain(&book)
	book.Rows = restored(book.Rows, a.order)
	return book, nil
}

// Tabulate is [Allocate] for bulk work: the same figures from the same code, in
// cents, and without the sentences.
func Tabulate(t Terms, orders []Order) (Table, error) {
	a, totals, err := allocate(t, orders)
	if err != nil {
		return Table{}, err
	}
	table := a.table(totals, arranged(orders, a.order))
	table.Rows = restored(table.Rows, a.order)
	return table, nil
}

// allocation is a book in the making, in integers. Money is in units of
// 10^-places dollars, which hold both the cent and the price exactly, except
// where a name says cents. Shares are counted in lots.
type allocation struct {
	terms    Terms // with defaults filled in
	stated   Terms // as given
	places   int
	price    uint64 // of a share
	lotPrice uint64
	perCent  uint64 // units in a cent
	limits   limits
	lines    []line
	order    []int // the orders by tie key, in which the lines stand; nil is as given
	cuts     []cut // one for each line; nil unless an order may be cut
	// amountCut and shareCut are the divisions of the limits; nil unless they
	// are binding.
	amountCut, shareCut *sharing
	// most is the lots that each line's maximum pays for, where shares × price
	// are owed; nil elsewhere.
	most     []int64
	named    int   // the line that OnNamed moves
	cents    int64 // the orders' sum
	asked    int64 // the sum in cents before the amount limit
	accepted int64 // the sum in cents that is accepted; once trimmed, that is due
	demand   int64 // lots of all lines before the share limit
	rounded  int64 // lots of all lines before the tie-out
	lots     int64 // lots of all lines
	tie      tieResult
	refused  struct { // for less than their minimum, once trimmed
		orders, lots int64
	}
}

// line is one row of the book in the making.
type line struct {
	cents    int64  // signed for
	accepted int64  // cents; once trimmed, what is due
	whole    int64  // what that buys in lots, rounded down
	rest     uint64 // what that leaves, over the price of a lot
	lots     int64
}

// quotient is what the amount accepted buys, exactly and in lots.
func (a *allocation) quotient(l *line) kernel.Quotient {
	return kernel.Quotient{Whole: l.whole, Rest: l.rest, Divisor: a.lotPrice}
}

// shares is the line's shares. The product fits, as the sum of all lines does.
func (a *allocation) shares(l *line) int64 { return l.lots * a.terms.Lot }

// allocate makes the book but for its rows and its sentences.
func allocate(t Terms, orders []Order) (*allocation, Totals, error) {
	var fs law.Faults
	check.Cited(&fs, "terms.authority", t.Authority)
	a := readTerms(&fs, t)
	a.readOrders(&fs, orders)
	if len(fs) > 0 {
		return nil, Totals{}, fs
	}
	a.arrange()
	a.accept()
	a.limitAmount()
	if a.divide(&fs); len(fs) > 0 {
		return nil, Totals{}, fs
	}
	a.limitDue()
	a.tieOut()
	a.limitShares()
	if a.trim(&fs); len(fs) > 0 {
		return nil, Totals{}, fs
	}
	a.refuseBelow()
	return a, a.totals(), nil
}

// divide gives each line its quotient and its lots before limit and tie-out.
func (a *allocation) divide(fs *law.Faults) {
	var total uint64
	most := uint64(math.MaxInt64) / uint64(a.terms.Lot)
	for i := range a.lines {
		l := &a.lines[i]
		q, ok := kernel.Divide(kernel.Multiply(uint64(l.accepted), a.perCent), a.lotPrice)
		if ok {
			l.whole, l.rest = q.Whole, q.Rest
			l.lots, ok = q.Round(a.terms.Rounding)
		}
		if total += uint64(l.lots); !ok || total > most {
			fs.Add(law.ErrRange, field("orders", a.given(i), "amount"), kernel.Cents(l.cents).String(),
				"takes the book past %d shares", int64(math.MaxInt64))
			return
		}
	}
	a.demand, a.rounded, a.lots = int64(total), int64(total), int64(total)
}

// before is the lots of line i before the tie-out.
func (a *allocation) before(i int) int64 {
	l := &a.lines[i]
	switch {
	case a.shareCut != nil:
		return a.reached(i)
	case len(a.cuts) > 0 && a.cuts[i].down != 0:
		return l.whole
	}
	lots, _ := a.quotient(l).Round(a.terms.Rounding)
	return lots
}

// centsOf is the price of the line's lots in cents. It reports false if that
// passes an int64.
func (a *allocation) centsOf(l *line) (int64, bool) {
	q, ok := kernel.Divide(kernel.Multiply(uint64(l.lots), a.lotPrice), a.perCent)
	if !ok {
		return 0, false
	}
	return q.Round(a.terms.Cents)
}

// reached is the lots that line i came to, also where it was then refused for
// its minimum.
func (a *allocation) reached(i int) int64 {
	if len(a.cuts) > 0 && a.cuts[i].below.lots > 0 {
		return a.cuts[i].below.lots
	}
	return a.lines[i].lots
}
