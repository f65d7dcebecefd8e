package offering

import (
	"math"
	"math/bits"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// level is the exact number of units for each unit of weight, total ÷ sum, at
// which the rows that no limit holds share what the others leave.
type level struct {
	total uint64
	sum   kernel.Uint128
	// rows lists the rows that no limit holds, in order; all says that these
	// are all rows, unlisted. Without either every row is held at a limit.
	rows []int
	all  bool
}

// level finds the level at which the rows add up to the total when each takes
// level × weight, but no less than its least and no more than its most. It sets
// the rows that a limit holds, and returns what no row may take.
//
// It starts from the level without limits and fixes rows round by round. If what
// the rows above their most have too much is more than what the rows below their
// least lack, the true level is higher; each row now above its most is so there
// too, and is fixed at it. In the other case the rows below their least are
// fixed. When both are equal the level is true. No round divides.
func (d *division) level() (level, int64) {
	if d.least == nil && d.most == nil {
		l := level{total: uint64(d.total), sum: kernel.Sum(d.weights), all: true}
		if l.sum == (kernel.Uint128{}) {
			clear(d.dst)
			return level{}, d.total
		}
		return l, 0
	}
	l, room := d.open()
	if total := kernel.Wide(l.total); room.Compare(total) <= 0 {
		for _, i := range l.rows {
			d.hold(i, over)
		}
		return level{}, int64(total.Minus(room).Low)
	}
	sides := make([]side, len(l.rows))
	for len(l.rows) > 0 {
		t := d.classify(&l, sides)
		outside := t.weights[over].Plus(t.weights[under])
		if outside == (kernel.Uint128{}) {
			break
		}
		// Too much less what is lacking, times sum, is total × weights - sum × limits.
		excess := kernel.Wide(l.total).Times(outside).Compare(l.sum.Times(kernel.Wide(t.limits[over] + t.limits[under])))
		d.fix(&l, sides, [3]bool{over: excess >= 0, under: excess <= 0}, &t)
	}
	return l, 0
}

// open sets the rows without weight, and lists the others with the sum
// of the most that they may get.
func (d *division) open() (l level, room kernel.Uint128) {
	l = level{total: uint64(d.total), rows: make([]int, 0, len(d.weights))}
	for i, w := range d.weights {
		if w == 0 {
			d.hold(i, under)
			l.total -= uint64(d.dst[i])
			continue
		}
		l.rows = append(l.rows, i)
		l.sum = l.sum.Plus(kernel.Wide(uint64(w)))
		room = room.Plus(kernel.Wide(uint64(d.high(i))))
	}
	return l, room
}

// side says where a row's level × weight lies.
type side uint8

const (
	inside side = iota // within its limits
	over               // above its most
	under              // below its least
)

// tally adds up the weights and the limits of the rows on each side.
type tally struct {
	weights [3]kernel.Uint128
	limits  [3]uint64 // no more than the total between them
}

// classify finds the side of each open row at the level.
func (d *division) classify(l *level, sides []side) (t tally) {
	if l.sum.High != 0 || l.sum.Low > math.MaxInt64 {
		return d.classifyWide(l, sides)
	}
	total, sum := l.total, l.sum.Low
	var weights, limits [3]uint64
	for k, i := range l.rows {
		w, low, high := uint64(d.weights[i]), uint64(d.low(i)), uint64(d.high(i))
		shareHigh, shareLow := bits.Mul64(w, total)
		mostHigh, mostLow := bits.Mul64(high, sum)
		_, borrow := bits.Sub64(mostLow, shareLow, 0)
		_, borrow = bits.Sub64(mostHigh, shareHigh, borrow)
		s, limit := side(borrow), high // over is 1
		if low > 0 {
			leastHigh, leastLow := bits.Mul64(low, sum)
			_, borrow = bits.Sub64(shareLow, leastLow, 0)
			if _, borrow = bits.Sub64(shareHigh, leastHigh, borrow); borrow != 0 {
				s, limit = under, low
			}
		}
		sides[k] = s
		weights[s] += w
		limits[s] += limit
	}
	for s := range weights {
		t.weights[s] = kernel.Wide(weights[s])
	}
	t.limits = limits
	return t
}

// classifyWide is classify for weights whose sum passes an int64.
func (d *division) classifyWide(l *level, sides []side) (t tally) {
	for k, i := range l.rows {
		w, low, high := uint64(d.weights[i]), uint64(d.low(i)), uint64(d.high(i))
		share := kernel.Uint256{Low: kernel.Multiply(w, l.total)}
		s, limit := inside, uint64(0)
		switch {
		case share.Compare(l.sum.Times(kernel.Wide(high))) > 0:
			s, limit = over, high
		case share.Compare(l.sum.Times(kernel.Wide(low))) < 0:
			s, limit = under, low
		}
		sides[k] = s
		t.weights[s] = t.weights[s].Plus(kernel.Wide(w))
		t.limits[s] += limit
	}
	return t
}

// fix takes the rows on the given sides out of the level, at their limits.
func (d *division) fix(l *level, sides []side, fixes [3]bool, t *tally) {
	for s := range fixes {
		if fixes[s] {
			l.total -= t.limits[s]
			l.sum = l.sum.Minus(t.weights[s])
		}
	}
	open := l.rows[:0]
	for k, i := range l.rows {
		if fixes[sides[k]] {
			d.hold(i, sides[k])
		} else {
			open = append(open, i)
		}
	}
	l.rows = open
}

// hold sets a row that is not inside its limits to the one that holds it.
func (d *division) hold(i int, s side) {
	d.dst[i] = d.low(i)
	if s == over {
		d.dst[i] = d.high(i)
	}
	if d.sides != nil {
		d.sides[i] = s
	}
}
