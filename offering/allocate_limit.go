package offering

import (
	"math"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// limits is what the terms allow, in cents and lots. Zero sets no limit.
type limits struct {
	amount, lots     int64
	minimum, maximum int64 // of any one order
}

// cut is what minimum, maximum and limits did to a line.
type cut struct {
	asked   int64 // cents, the maximum applied
	minimum int64 // cents, of order and terms the larger
	maximum int64 // cents, of order and terms the smaller; zero is none
	limited int64 // cents after the amount limit
	demand  int64 // lots before the share limit
	down    roundedDown
	below   belowMinimum
}

// belowMinimum is what an order came to that is refused because that is less
// than its minimum. The zero value is one that is not refused for it.
type belowMinimum struct{ lots, cents int64 }

// refused reports whether the order asks for less than its minimum.
func (c *cut) refused() bool { return c.asked < c.minimum }

// accept takes of each order what its maximum and its minimum allow.
func (a *allocation) accept() {
	a.asked, a.accepted = a.cents, a.cents
	if a.cuts == nil {
		return
	}
	a.asked = 0
	for i := range a.lines {
		l, c := &a.lines[i], &a.cuts[i]
		if c.maximum > 0 {
			l.accepted = min(l.accepted, c.maximum)
		}
		c.asked = l.accepted
		if c.refused() {
			l.accepted = 0
		}
		c.limited = l.accepted
		a.asked += l.accepted
	}
	a.accepted = a.asked
}

// limitAmount cuts the orders back to the amount limit.
func (a *allocation) limitAmount() {
	if a.limits.amount == 0 || a.asked <= a.limits.amount {
		return
	}
	asks, least := a.asks(func(l *line, c *cut) (int64, int64) { return l.accepted, min(c.minimum, l.accepted) })
	a.amountCut = cutBack(a.limits.amount, asks, least)
	a.accepted = 0
	for i, part := range a.amountCut.dst {
		a.lines[i].accepted, a.cuts[i].limited = part, part
		a.accepted += part
	}
}

// limitShares cuts the rounded rows back to the share limit. Rows that are moved
// to the number stated are within it.
//
// A row that is cut keeps enough shares to cost its minimum, or none. A row that
// keeps all that its amount has bought has not been cut, and its minimum has been
// tested already: that is why the least is at most the row's own lots.
func (a *allocation) limitShares() {
	if a.terms.ShareLimit == 0 || a.lots <= a.limits.lots {
		return
	}
	asks, least := a.asks(func(l *line, c *cut) (int64, int64) {
		c.demand = l.lots
		if l.lots == 0 {
			return 0, 0
		}
		q, _ := kernel.Divide(kernel.Multiply(uint64(c.minimum), a.perCent), a.lotPrice)
		lots, _ := q.Round(exact.Up)
		return l.lots, min(lots, l.lots)
	})
	a.shareCut = cutBack(a.limits.lots, asks, least)
	a.lots = 0
	for i, part := range a.shareCut.dst {
		a.lines[i].lots = part
		a.lots += part
	}
	a.rounded = a.lots
	switch {
	case a.terms.Shares == 0:
	case a.terms.Shares == a.lots*a.terms.Lot:
		a.tie = tieEven
	default:
		a.tie = tieCut
	}
}

// trims reports whether an amount accepted may shrink to what the shares cost,
// though the amount signed for is owed: where a lot is more than one share, or
// the share limit has taken shares away. Elsewhere it stands, and differs from
// the cost by the rounding alone.
func (a *allocation) trims() bool { return a.terms.Lot > 1 || a.shareCut != nil }

// trim leaves of what is accepted what is due: nothing of an order that gets no
// share, the price of the shares where that is owed, and no more than it where
// shares were taken away. It records a fault if the sum passes an int64.
func (a *allocation) trim(fs *law.Faults) {
	trims := a.trims()
	var sum uint64
	for i := range a.lines {
		l, ok := &a.lines[i], true
		switch {
		case l.lots == 0:
			l.accepted = 0
		case a.terms.Owed == SharesTimesPrice:
			l.accepted, ok = a.centsOf(l)
		case trims && (a.terms.Lot > 1 || l.lots < a.cuts[i].demand):
			if cost, ok := a.centsOf(l); ok {
				l.accepted = min(l.accepted, cost)
			}
		}
		if sum += uint64(l.accepted); !ok || sum > math.MaxInt64 {
			fs.Add(law.ErrRange, field("orders", a.given(i), "amount"), kernel.Cents(l.cents).String(),
				"takes what is due past %d cents", int64(math.MaxInt64))
			return
		}
	}
	a.accepted = int64(sum)
}

// short reports whether line i has shares for less than its minimum.
func (a *allocation) short(i int) bool {
	return a.lines[i].lots > 0 && a.lines[i].accepted < a.cuts[i].minimum
}

// refuseBelow refuses the orders that have come to less than their minimum,
// where the terms say so. What they leave goes to nobody.
func (a *allocation) refuseBelow() {
	if a.cuts == nil || a.terms.BelowMinimum != RefuseBelow {
		return
	}
	for i := range a.lines {
		if !a.short(i) {
			continue
		}
		l := &a.lines[i]
		a.cuts[i].below = belowMinimum{l.lots, l.accepted}
		a.refused.orders++
		a.refused.lots += l.lots
		a.accepted -= l.accepted
		l.lots, l.accepted = 0, 0
	}
	if a.refused.orders == 0 {
		return
	}
	a.lots -= a.refused.lots
	a.rounded = a.lots
	switch {
	case a.terms.Shares == 0:
	case a.terms.Shares == a.lots*a.terms.Lot:
		a.tie = tieEven
	default:
		a.tie = tieReported
	}
}

// asks lists what each line asks of a limit, and the least it takes of it. The
// second list is nil when there is no minimum.
func (a *allocation) asks(of func(*line, *cut) (ask, least int64)) (asks, least []int64) {
	asks, least = make([]int64, len(a.lines)), make([]int64, len(a.lines))
	picky := false
	for i := range a.lines {
		asks[i], least[i] = of(&a.lines[i], &a.cuts[i])
		picky = picky || least[i] > 0
	}
	if !picky {
		least = nil
	}
	return asks, least
}
