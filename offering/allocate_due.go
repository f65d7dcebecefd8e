package offering

import (
	"cmp"
	"slices"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// roundedDown says why a row is rounded down against the rule of the terms. The
// zero value is a row that is not.
type roundedDown int

const (
	downForMaximum roundedDown = 1 + iota // its shares would cost more than its maximum
	downForAmount                         // all shares would cost more than the amount limit
)

// limitDue keeps what is due for shares × price within the maximums and the
// amount limit. A limit is one of dollars, and rounding shares up may pass it: a
// row then is rounded down, which its accepted amount always covers. Where the
// amount signed for is owed there is nothing to do, as it is within the limits.
func (a *allocation) limitDue() {
	if a.cuts == nil || a.terms.Owed != SharesTimesPrice {
		return
	}
	a.most = make([]int64, len(a.lines))
	for i := range a.lines {
		a.most[i] = NoMaximum
		if c := &a.cuts[i]; c.maximum > 0 {
			product := kernel.Multiply(uint64(c.maximum), a.perCent)
			if q, ok := kernel.Divide(product, a.lotPrice); ok {
				a.most[i] = q.Whole
			}
		}
		if a.lines[i].lots > a.most[i] {
			a.roundDown(i, downForMaximum)
		}
	}
	if a.limits.amount > 0 {
		a.limitAllDue()
	}
}

// roundDown takes from line i the lot that rounding gave it.
func (a *allocation) roundDown(i int, why roundedDown) {
	a.lines[i].lots = a.lines[i].whole
	a.cuts[i].down = why
	a.demand--
	a.rounded--
	a.lots--
}

// limitAllDue rounds rows down until all of them together are within the amount
// limit: of the rows rounded up those with the smallest fractions, and the later
// of equal ones, as the tie-out would.
func (a *allocation) limitAllDue() {
	limit := kernel.Wide(uint64(a.limits.amount))
	var sum kernel.Uint128
	up := make([]int, 0, len(a.lines))
	for i := range a.lines {
		l := &a.lines[i]
		due, ok := a.centsOf(l)
		if !ok { // more cents than an int64 holds, and so more than any limit
			a.roundDown(i, downForAmount)
			due, _ = a.centsOf(l)
		}
		sum = sum.Plus(kernel.Wide(uint64(due)))
		if l.lots > l.whole {
			up = append(up, i)
		}
	}
	if sum.Compare(limit) <= 0 {
		return
	}
	slices.SortFunc(up, func(i, j int) int {
		return cmp.Or(cmp.Compare(a.lines[i].rest, a.lines[j].rest), cmp.Compare(j, i))
	})
	for _, i := range up {
		if sum.Compare(limit) <= 0 {
			return
		}
		before, _ := a.centsOf(&a.lines[i])
		a.roundDown(i, downForAmount)
		after, _ := a.centsOf(&a.lines[i])
		sum = sum.Minus(kernel.Wide(uint64(before - after)))
	}
}

// dueWithin reports whether what is due is within the amount limit.
func (a *allocation) dueWithin() bool {
	var sum kernel.Uint128
	for i := range a.lines {
		due, ok := a.centsOf(&a.lines[i])
		if sum = sum.Plus(kernel.Wide(uint64(due))); !ok {
			return false
		}
	}
	return sum.Compare(kernel.Wide(uint64(a.limits.amount))) <= 0
}

// explainDown says why line i is rounded down against the rule, if it is.
func (a *allocation) explainDown(why law.Reasons, i int) law.Reasons {
	shares := kernel.Counted(a.lines[i].whole*a.terms.Lot, "share")
	reason := law.Reason{Authority: a.terms.Authority}
	switch a.cuts[i].down {
	case downForMaximum:
		reason.Code = codeLimitMaximumDown
		reason.Text = "So many would cost more than the maximum of " + kernel.Dollars(a.cuts[i].maximum) +
			"; rounded down to stay within it, that is " + shares + "."
	case downForAmount:
		reason.Code = codeLimitAmountDown
		reason.Text = "The rounded rows together would cost more than the limit of " + kernel.Dollars(a.limits.amount) +
			"; of the rows rounded up its fraction is among the smallest, and rounded down to stay within the limit, that is " +
			shares + "."
	default:
		return why
	}
	return append(why, reason)
}
