package offering

import kernel "github.com/offerkit/offerkit/internal/exact"

// cutBack divides total among rows that ask for more, pro rata to what they ask
// and by largest remainder. A row whose part would be below the least that it
// takes gets nothing, as [MinimumOrNothing] says; least may be nil. The asks add
// up to at most an int64.
func cutBack(total int64, asks, least []int64) *sharing {
	s := &sharing{division: division{total: total, weights: asks, dst: make([]int64, len(asks))}, takes: least}
	if least != nil {
		s.most = asks // what is left when rows fall out may be more than the others ask
	}
	s.run(LargestRemainder)
	return s
}

// odd explains the units left over when rows are cut back: each gets the whole
// part of its exact part, and the rows with the largest fractions one unit more.
type odd struct {
	*sharing
	left      int64  // units that the whole parts leave over
	threshold uint64 // the smallest rest of a row that got one
	keyed     bool   // rows stand in the order of tie keys
}

// newOdd reads off a division who got the odd units.
func newOdd(s *sharing) odd {
	o := odd{sharing: s, threshold: s.level.sum.Low}
	for i := range s.parts {
		if p := &s.parts[i]; s.dst[i] > p.Whole {
			o.left++
			o.threshold = min(o.threshold, p.Rest)
		}
	}
	return o
}

// words says why row i got an odd unit, or did not: "pro rata that is 4 1/2
// shares, and its fraction is among the 2 largest, …".
func (o odd) words(i int, unit string) string {
	q, got := o.parts[i].Quotient, o.dst[i]
	unrounded := "pro rata that is " + partWords(q, unit)
	switch {
	case q.Exact():
		return unrounded + " exactly"
	case got > q.Whole && o.left == 1:
		return unrounded + ", and its fraction is the largest, which takes the one odd " + unit
	case o.left == 1 && q.Rest == o.threshold && o.keyed:
		return unrounded + ", and a row with the same fraction and a smaller tie key takes the one odd " + unit
	case o.left == 1 && q.Rest == o.threshold:
		return unrounded + ", and an earlier row with the same fraction takes the one odd " + unit
	case o.left == 1:
		return unrounded + ", and a larger fraction takes the one odd " + unit
	}
	odd := kernel.Count(o.left) + " odd " + unit + "s"
	switch {
	case got > q.Whole:
		return unrounded + ", and its fraction is among the " + kernel.Count(o.left) + " largest, which take the " + odd
	case q.Rest == o.threshold && o.keyed:
		return unrounded + ", and rows with the same fraction and a smaller tie key take the last of the " + odd
	case q.Rest == o.threshold:
		return unrounded + ", and earlier rows with the same fraction take the last of the " + odd
	default:
		return unrounded + ", and larger fractions take the " + odd
	}
}

// partWords is an exact part for people: "4 1/2 shares", "$41,666.66 and 2/3 of a
// cent", "4 1/2 lots".
func partWords(q kernel.Quotient, unit string) string {
	f := q.Mixed()
	if unit == "cent" {
		return kernel.DollarParts(f)
	}
	return kernel.Parts(f, unit)
}
