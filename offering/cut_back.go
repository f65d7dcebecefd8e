package offering

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
	o := odd{sharing: s, threshold: s.level.sum.low}
	for i := range s.parts {
		if p := &s.parts[i]; s.dst[i] > p.whole {
			o.left++
			o.threshold = min(o.threshold, p.rest)
		}
	}
	return o
}

// words says why row i got an odd unit, or did not: "pro rata that is 4 1/2
// shares, and its fraction is among the 2 largest, …".
func (o odd) words(i int, unit string) string {
	q, got := o.parts[i].quotient, o.dst[i]
	exact := "pro rata that is " + partWords(q, unit)
	switch {
	case q.exact():
		return exact + " exactly"
	case got > q.whole && o.left == 1:
		return exact + ", and its fraction is the largest, which takes the one odd " + unit
	case o.left == 1 && q.rest == o.threshold && o.keyed:
		return exact + ", and a row with the same fraction and a smaller tie key takes the one odd " + unit
	case o.left == 1 && q.rest == o.threshold:
		return exact + ", and an earlier row with the same fraction takes the one odd " + unit
	case o.left == 1:
		return exact + ", and a larger fraction takes the one odd " + unit
	}
	odd := count(o.left) + " odd " + unit + "s"
	switch {
	case got > q.whole:
		return exact + ", and its fraction is among the " + count(o.left) + " largest, which take the " + odd
	case q.rest == o.threshold && o.keyed:
		return exact + ", and rows with the same fraction and a smaller tie key take the last of the " + odd
	case q.rest == o.threshold:
		return exact + ", and earlier rows with the same fraction take the last of the " + odd
	default:
		return exact + ", and larger fractions take the " + odd
	}
}

// partWords is an exact part for people: "4 1/2 shares", "$41,666.66 and 2/3 of a
// cent", "4 1/2 lots".
func partWords(q quotient, unit string) string {
	f := q.fraction()
	if unit == "cent" {
		return f.inDollars()
	}
	return f.words(unit)
}

// inDollars is an exact number of cents for people: "$41,666.66 and 2/3 of a cent".
func (f Fraction) inDollars() string {
	if f.Num == 0 {
		return inDollars(f.Whole)
	}
	dollars := inDollars(f.Whole)
	if f.Whole%100 == 0 { // 5 and 1/2 of a cent would read as five cents and a half
		dollars += ".00"
	}
	return dollars + " and " + Fraction{Num: f.Num, Den: f.Den}.String() + " of a cent"
}
