package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
)

// sharing divides a total among rows and remembers how each row came to its
// number. It counts in lots, and breaks ties by the order of the rows. The sum
// of the weights fits an int64.
type sharing struct {
	division
	// base is what rows have before the total is divided, and takes the least
	// that a row takes if it takes anything. Nil is none.
	base, takes []int64
	level       level
	parts       []part
}

// part is a row's exact part at the level, without its base. A row is dropped
// when that would be under the least that it takes.
type part struct {
	kernel.Quotient
	dropped bool
}

// run divides and returns what stays unallocated.
func (s *sharing) run(m Method) int64 {
	s.parts, s.sides = make([]part, len(s.weights)), make([]side, len(s.weights))
	if s.takes != nil {
		s.drop()
	}
	l, left := s.division.level()
	s.level = l
	s.measure()
	s.round(m, &s.level)
	return left
}

// measure sets the exact parts, from the level and from the rows that limits
// hold. It must see those rows before a method rounds.
func (s *sharing) measure() {
	if s.level.all {
		for i := range s.parts {
			s.parts[i].Quotient = s.level.part(s.weights[i])
		}
		return
	}
	for i := range s.parts {
		if p := &s.parts[i]; !p.dropped {
			p.Quotient = kernel.Quotient{Whole: s.dst[i], Divisor: 1}
		}
	}
	for _, i := range s.level.rows {
		s.parts[i] = part{Quotient: s.level.part(s.weights[i])}
	}
}

// part is a weight's exact part at the level.
func (l *level) part(w int64) kernel.Quotient {
	product := kernel.Multiply(uint64(w), l.total)
	q, _ := kernel.Divide(product, l.sum.Low)
	return q
}

// units is what row i has in all, in lots.
func (s *sharing) units(i int) int64 {
	if s.base == nil {
		return s.dst[i]
	}
	return s.base[i] + s.dst[i]
}

// entitlement is the exact number of units that row i has in all.
func (s *sharing) entitlement(i int, lot int64) exact.Mixed {
	q := s.parts[i].Quotient
	if s.base != nil {
		q.Whole += s.base[i]
	}
	return q.Times(lot).Mixed()
}

// outcome says how row i came to its units.
func (s *sharing) outcome(i int) Outcome {
	p := &s.parts[i]
	switch {
	case p.dropped:
		return OutcomeDropped
	case s.weights[i] == 0 && s.units(i) > 0:
		return OutcomeRaised
	case s.weights[i] == 0:
		return OutcomeWeightless
	case s.dst[i] > p.Whole:
		return OutcomeAbove
	case s.dst[i] < p.Whole || p.Rest > 0:
		return OutcomeBelow
	case s.sides[i] == over && s.bounded(i):
		return OutcomeCapped
	case s.sides[i] == under && s.units(i) > 0:
		return OutcomeRaised
	default:
		return OutcomeExact
	}
}

// bounded reports whether row i is at a maximum of its own, and not only at the
// total.
func (s *sharing) bounded(i int) bool {
	return len(s.most) > 0 && s.most[i] == s.dst[i] && s.most[i] != NoMaximum
}

// ties marks the rows with an equal claim to the last unit, when not all of them
// could have one: with won true for those that have it. It is nil without ties.
func (s *sharing) ties(m Method) func(i int) (tied, won bool) {
	if m == LargestRemainder {
		return s.tiedRemainders()
	}
	return s.tiedUnits(m)
}

// tiedRemainders finds ties by largest remainder: a row that gained a unit and
// one that did not, with equal fractions. All open rows have one divisor, and the
// other rows have no rest.
func (s *sharing) tiedRemainders() func(i int) (tied, won bool) {
	least, most := s.level.sum.Low, uint64(0)
	for i := range s.parts {
		p := &s.parts[i]
		if s.dst[i] > p.Whole {
			least = min(least, p.Rest)
		} else if s.sides[i] == inside {
			most = max(most, p.Rest)
		}
	}
	if least != most || most == 0 {
		return nil
	}
	return func(i int) (tied, won bool) {
		p := &s.parts[i]
		return p.Rest == least, s.dst[i] > p.Whole
	}
}

// tiedUnits finds ties by a divisor method: the lowest last unit of any row and
// the highest next one rank alike.
func (s *sharing) tiedUnits(m Method) func(i int) (tied, won bool) {
	last, next := -1, -1
	lose := queue{division: &s.division, method: m}
	gain := queue{division: &s.division, method: m, up: true}
	for i, w := range s.weights {
		if w > 0 && s.dst[i] > s.low(i) && (last < 0 || lose.before(i, last)) {
			last = i
		}
		if w > 0 && s.dst[i] < s.high(i) && (next < 0 || gain.before(i, next)) {
			next = i
		}
	}
	if last < 0 || next < 0 || m.compare(s.weights[last], s.dst[last]-1, s.weights[next], s.dst[next]) != 0 {
		return nil
	}
	return func(i int) (tied, won bool) {
		if s.weights[i] == 0 {
			return false, false
		}
		if s.dst[i] > s.low(i) && m.compare(s.weights[i], s.dst[i]-1, s.weights[next], s.dst[next]) == 0 {
			return true, true
		}
		return s.dst[i] < s.high(i) && m.compare(s.weights[i], s.dst[i], s.weights[last], s.dst[last]-1) == 0, false
	}
}
