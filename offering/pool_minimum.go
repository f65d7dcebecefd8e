package offering

import (
	"cmp"
	"slices"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// drop settles which rows fall out because they would get less than they take,
// as MinimumOrNothing says, and turns what the others take into their least.
//
// Each row that falls out raises the level for the others. So a row at its most
// stays there, a row that has come to what it takes keeps it, and rows below
// their most have parts in the order of their weights. One walk through the rows
// by weight therefore meets, at each step, the smallest part that is too small;
// a second list, by the level at which rows reach their most, follows the level
// up. Nothing is solved twice: the work is that of sorting.
func (s *sharing) drop() {
	open := s.candidates()
	l := rising{sharing: s, total: uint64(s.total), fixed: make([]bool, len(s.weights))}
	for _, i := range open {
		l.sum += uint64(s.weights[i])
	}
	l.byMost = slices.Clone(open)
	slices.SortFunc(l.byMost, func(i, j int) int {
		c := kernel.Multiply(uint64(s.high(i)), uint64(s.weights[j])).Compare(kernel.Multiply(uint64(s.high(j)), uint64(s.weights[i])))
		return cmp.Or(c, cmp.Compare(i, j))
	})
	slices.SortFunc(open, func(i, j int) int {
		return cmp.Or(cmp.Compare(s.weights[i], s.weights[j]), cmp.Compare(j, i))
	})
	l.rise()
	for _, i := range open {
		if l.fixed[i] {
			continue // it has its most, which is enough
		}
		w := uint64(s.weights[i])
		share := kernel.Multiply(w, l.total)
		if share.Compare(kernel.Multiply(uint64(s.takes[i]), l.sum)) >= 0 {
			continue
		}
		q, _ := kernel.Divide(share, l.sum) // less than the row takes, so it fits
		s.dropRow(i, q)
		l.fixed[i] = true
		l.sum -= w
		l.rise()
	}
}

// candidates drops the rows that can never have what they take, and lists the
// others that can get anything. It gives every row a least and a most.
func (s *sharing) candidates() []int {
	open := make([]int, 0, len(s.weights))
	least, most := make([]int64, len(s.weights)), make([]int64, len(s.weights))
	for i := range s.weights {
		least[i], most[i] = s.takes[i], NoMaximum
	}
	if s.most != nil {
		copy(most, s.most)
	}
	s.least, s.most = least, most
	for i, w := range s.weights {
		switch {
		case w == 0 && s.takes[i] > 0:
			s.dropRow(i, kernel.Quotient{Divisor: 1})
		case s.high(i) < s.takes[i]:
			s.dropRow(i, kernel.Quotient{Whole: s.high(i), Divisor: 1})
		case w > 0 && s.high(i) > 0:
			open = append(open, i)
		}
	}
	return open
}

// dropRow takes row i out, with the part that it would have had.
func (s *sharing) dropRow(i int, q kernel.Quotient) {
	s.parts[i] = part{q, true}
	s.least[i], s.most[i] = 0, 0
}

// rising is a level that only rises, total ÷ sum over the rows that are neither
// dropped nor at their most.
type rising struct {
	*sharing
	total, sum uint64
	byMost     []int // by the level at which each reaches its most
	fixed      []bool
}

// rise takes the rows out of the level that it lifts to their most. What they
// leave lifts the level further.
func (l *rising) rise() {
	for len(l.byMost) > 0 {
		i := l.byMost[0]
		if !l.fixed[i] {
			w, most := uint64(l.weights[i]), uint64(l.high(i))
			if kernel.Multiply(w, l.total).Compare(kernel.Multiply(most, l.sum)) < 0 {
				return
			}
			l.fixed[i] = true
			l.total -= most
			l.sum -= w
		}
		l.byMost = l.byMost[1:]
	}
}
