package offering

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/offerkit/offerkit/exact"
)

// The slow references for methods and limits: rationals, one unit at a time, and
// a level found by walking its breakpoints. None shares code with what it tests.

// bounded is a question with every limit spelled out.
type bounded struct {
	total                    int64
	weights, low, high, ties []int64
}

// newBounded fills in what nil limits mean.
func newBounded(total int64, weights []int64, l Limits) bounded {
	b := bounded{total, weights, l.Minimums, l.Maximums, l.Ties}
	for _, list := range []*[]int64{&b.low, &b.high, &b.ties} {
		if *list == nil {
			*list = make([]int64, len(weights))
		}
	}
	if l.Maximums == nil {
		for i := range b.high {
			b.high[i] = total
		}
	}
	return b
}

// first reports whether row i goes before row j in a tie.
func (b bounded) first(i, j int) bool {
	return cmp.Or(cmp.Compare(b.ties[i], b.ties[j]), cmp.Compare(i, j)) < 0
}

// refDivisorSquared is d(a)² from the definition of each method.
func refDivisorSquared(m Method, a int64) *big.Rat {
	square := func(r *big.Rat) *big.Rat { return r.Mul(r, new(big.Rat).Set(r)) }
	switch m {
	case Jefferson:
		return square(new(big.Rat).Add(big.NewRat(a, 1), big.NewRat(1, 1)))
	case Webster:
		return square(new(big.Rat).Add(big.NewRat(a, 1), big.NewRat(1, 2)))
	case Adams:
		return square(big.NewRat(a, 1))
	case HuntingtonHill:
		return new(big.Rat).Mul(big.NewRat(a, 1), big.NewRat(a+1, 1))
	case Dean:
		// The harmonic mean of a and a + 1; zero when a is.
		if a == 0 {
			return new(big.Rat)
		}
		mean := new(big.Rat).Add(big.NewRat(1, a), big.NewRat(1, a+1))
		return square(mean.Quo(big.NewRat(2, 1), mean))
	default:
		return nil
	}
}

// refRank compares the next unit of one row with that of another.
func refRank(m Method, w, a, v, b int64) int {
	d, e := refDivisorSquared(m, a), refDivisorSquared(m, b)
	switch {
	case d.Sign() == 0 && e.Sign() == 0:
		return cmp.Compare(w, v)
	case d.Sign() == 0:
		return 1
	case e.Sign() == 0:
		return -1
	}
	squares := func(w int64, d *big.Rat) *big.Rat {
		return new(big.Rat).Quo(new(big.Rat).Mul(big.NewRat(w, 1), big.NewRat(w, 1)), d)
	}
	return squares(w, d).Cmp(squares(v, e))
}

// refHighestAverages hands out the units above the minimums one at a time.
func refHighestAverages(m Method, b bounded) (rows []int64, left int64) {
	rows = slices.Clone(b.low)
	left = b.total
	for _, low := range b.low {
		left -= low
	}
	for ; left > 0; left-- {
		best := -1
		for i, w := range b.weights {
			if w == 0 || rows[i] == b.high[i] {
				continue
			}
			if best < 0 {
				best = i
				continue
			}
			if c := refRank(m, w, rows[i], b.weights[best], rows[best]); c > 0 || c == 0 && b.first(i, best) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		rows[best]++
	}
	return rows, left
}

// refLevel gives each row's exact part: it tries the level at every breakpoint,
// where some row reaches its least or its most, and solves the straight line
// between the two breakpoints around the total.
func refLevel(b bounded) (parts []*big.Rat, left *big.Rat) {
	at := func(level *big.Rat) (parts []*big.Rat, sum *big.Rat) {
		sum = new(big.Rat)
		for i, w := range b.weights {
			x := new(big.Rat).Mul(level, big.NewRat(w, 1))
			if high := big.NewRat(b.high[i], 1); x.Cmp(high) > 0 {
				x = high
			}
			if low := big.NewRat(b.low[i], 1); x.Cmp(low) < 0 {
				x = low
			}
			parts = append(parts, x)
			sum.Add(sum, x)
		}
		return parts, sum
	}
	breaks := []*big.Rat{new(big.Rat)}
	for i, w := range b.weights {
		if w > 0 {
			breaks = append(breaks, big.NewRat(b.low[i], w), big.NewRat(b.high[i], w))
		}
	}
	slices.SortFunc(breaks, (*big.Rat).Cmp)
	total := big.NewRat(b.total, 1)
	for k, right := range breaks {
		parts, sum := at(right)
		if sum.Cmp(total) < 0 {
			continue
		}
		if sum.Cmp(total) == 0 || k == 0 {
			return parts, sum.Sub(total, sum)
		}
		_, before := at(breaks[k-1])
		slope := new(big.Rat).Quo(new(big.Rat).Sub(sum, before), new(big.Rat).Sub(right, breaks[k-1]))
		level := new(big.Rat).Quo(new(big.Rat).Sub(total, before), slope)
		parts, _ = at(level.Add(level, breaks[k-1]))
		return parts, new(big.Rat)
	}
	parts, sum := at(breaks[len(breaks)-1])
	return parts, sum.Sub(total, sum)
}

// refWithin is the answer to a bounded question by any method.
func refWithin(m Method, b bounded) (rows []int64, left int64) {
	if m != LargestRemainder {
		return refHighestAverages(m, b)
	}
	parts, rest := refLevel(b)
	left = refRound(rest, exact.Down).Int64()
	missing := b.total - left
	order := make([]int, len(parts))
	fractions := make([]*big.Rat, len(parts))
	for i, x := range parts {
		floor := refRound(x, exact.Down)
		rows = append(rows, floor.Int64())
		missing -= floor.Int64()
		fractions[i] = new(big.Rat).Sub(x, new(big.Rat).SetInt(floor))
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := fractions[j].Cmp(fractions[i]); c != 0 {
			return c
		}
		if b.first(i, j) {
			return -1
		}
		return 1
	})
	for _, i := range order[:missing] {
		rows[i]++
	}
	return rows, left
}
