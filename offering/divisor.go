package offering

import (
	"cmp"
	"math/bits"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// A divisor method ranks all units that the rows could get by weight ÷ d(a),
// and hands out those that rank highest. The units that rank at or above some
// value are an unbroken beginning of that order, whatever the value. So the code
// rounds every row at a multiplier chosen to come near the total, and then moves
// the last units one at a time, the same way from above as from below.

// compare ranks the unit that a row of weight w gets after a units with the one
// that a row of weight v gets after b: above zero if the first comes first.
func (m Method) compare(w, a, v, b int64) int {
	x, y := uint64(a), uint64(b)
	var c int
	switch m {
	case HuntingtonHill:
		c = kernel.Multiply(uint64(w), uint64(w)).Times(kernel.Multiply(y, y+1)).
			Compare(kernel.Multiply(uint64(v), uint64(v)).Times(kernel.Multiply(x, x+1)))
	case Dean:
		c = kernel.Multiply(uint64(w), 2*x+1).Times(kernel.Multiply(y, y+1)).
			Compare(kernel.Multiply(uint64(v), 2*y+1).Times(kernel.Multiply(x, x+1)))
	default:
		c = kernel.Multiply(uint64(w), m.divisor(y)).Compare(kernel.Multiply(uint64(v), m.divisor(x)))
	}
	if c == 0 && a == 0 && b == 0 {
		// Before the first unit d is zero for Adams, Dean and Huntington and
		// Hill: both rank above all else, and the larger weight goes first.
		c = cmp.Compare(w, v)
	}
	return c
}

// divisor is d(a) of a method whose divisors are on a line, up to a factor.
func (m Method) divisor(a uint64) uint64 {
	switch m {
	case Jefferson:
		return a + 1
	case Adams:
		return a
	default: // Webster
		return 2*a + 1
	}
}

// ratio is the multiplier num ÷ den.
type ratio struct{ num, den uint64 }

// near is a multiplier at which the rows rounded by the method come close to
// what the level shares out. Jefferson drops half a unit a row on the average
// and Adams adds as much, which the multiplier makes up for.
func (m Method) near(l *level, rows int) ratio {
	num := l.total
	half := uint64(rows) / 2
	if m == Jefferson {
		num += half
	} else if m == Adams {
		num -= min(num, half)
	}
	if l.sum.High == 0 && l.sum.Low>>63 == 0 {
		return ratio{num, l.sum.Low}
	}
	// The sum passes 63 bits: num ÷ sum to 63 places is near enough. The sum is
	// more than num, so the quotient fits.
	shift := bits.Len64(l.sum.High)
	sum := l.sum.High<<(64-shift) | l.sum.Low>>shift
	high, low := num>>1, num<<63
	high, low = high>>shift, high<<(64-shift)|low>>shift
	quotient, _ := bits.Div64(high, low, sum)
	return ratio{quotient, 1 << 63}
}

// round is how many units a row of the weight has at the multiplier, at most
// high: those with d(a) at or below weight × multiplier for Jefferson and
// Webster, and below it for the others.
func (m Method) round(w, high int64, at ratio) int64 {
	product := kernel.Multiply(uint64(w), at.num)
	if product.High >= at.den {
		return high
	}
	whole, rest := bits.Div64(product.High, product.Low, at.den)
	if whole >= uint64(high) {
		return high
	}
	up := false
	switch m {
	case Webster:
		up = rest >= at.den-rest
	case Adams:
		up = rest > 0
	case HuntingtonHill:
		// weight × multiplier > √(whole × (whole + 1)), squared.
		below := kernel.Multiply(whole, at.den)
		up = product.Times(product).Compare(below.Times(below.Plus(kernel.Wide(at.den)))) > 0
	case Dean:
		// whole + rest/den > 2 × whole × (whole + 1) ÷ (2 × whole + 1)
		up = kernel.Multiply(2*whole+1, rest).Compare(kernel.Multiply(whole, at.den)) > 0
	default: // Jefferson drops the fraction
	}
	if up {
		whole++
	}
	return int64(whole)
}

// highestAverages divides by a divisor method, from the level of the rows.
func (d *division) highestAverages(m Method, l *level) {
	rows := len(l.rows)
	if l.all {
		rows = len(d.weights)
	}
	at := m.near(l, rows)
	left := d.total
	for i, w := range d.weights {
		if w > 0 {
			d.dst[i] = max(d.low(i), m.round(w, d.high(i), at))
		} else {
			d.dst[i] = d.low(i)
		}
		left -= d.dst[i]
	}
	q := queue{division: d, method: m, up: left > 0}
	if left != 0 {
		q.fill()
	}
	for ; left > 0 && len(q.rows) > 0; left-- {
		q.move(1, d.high)
	}
	for ; left < 0 && len(q.rows) > 0; left++ {
		q.move(-1, d.low)
	}
}

// queue is a heap of the rows that can gain a unit, or lose one: at its head is
// the row whose next unit ranks highest, or whose last unit ranks lowest.
type queue struct {
	*division
	method Method
	up     bool
	rows   []int
}

// fill puts every row that can move in the queue.
func (q *queue) fill() {
	q.rows = make([]int, 0, len(q.weights))
	for i, w := range q.weights {
		if w > 0 && (q.up && q.dst[i] < q.high(i) || !q.up && q.dst[i] > q.low(i)) {
			q.rows = append(q.rows, i)
		}
	}
	for k := len(q.rows)/2 - 1; k >= 0; k-- {
		q.sink(k)
	}
}

// move gives the row at the head a unit or takes one, and drops the row when it
// has come to its limit.
func (q *queue) move(units int64, limit func(int) int64) {
	i := q.rows[0]
	q.dst[i] += units
	if q.dst[i] == limit(i) {
		last := len(q.rows) - 1
		q.rows[0] = q.rows[last]
		q.rows = q.rows[:last]
	}
	q.sink(0)
}

// sink moves the row at k down to its place.
func (q *queue) sink(k int) {
	for {
		child := 2*k + 1
		if child >= len(q.rows) {
			return
		}
		if child+1 < len(q.rows) && q.before(q.rows[child+1], q.rows[child]) {
			child++
		}
		if !q.before(q.rows[child], q.rows[k]) {
			return
		}
		q.rows[k], q.rows[child] = q.rows[child], q.rows[k]
		k = child
	}
}

// before reports whether row i moves before row j. Taking units goes through
// their order backward, so that where two rank alike the later row loses first.
func (q *queue) before(i, j int) bool {
	if q.up {
		c := q.method.compare(q.weights[i], q.dst[i], q.weights[j], q.dst[j])
		return c > 0 || c == 0 && i < j
	}
	c := q.method.compare(q.weights[i], q.dst[i]-1, q.weights[j], q.dst[j]-1)
	return c < 0 || c == 0 && i > j
}
