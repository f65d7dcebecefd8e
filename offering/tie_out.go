package offering

import "math"

// tieResult says how the rows came to the number of shares stated.
type tieResult int

const (
	tieNone     tieResult = iota // no number is stated
	tieEven                      // the rounded rows add up to it
	tieReported                  // they do not, and the terms leave it so
	tieMoved                     // they did not, and rows were moved
	tieBeyond                    // they do not, and rounding is not the cause
	tieTooSmall                  // the row that takes the difference cannot
)

// tieOut moves the rows to the number of shares stated, as far as the terms ask
// for it and rounding explains the gap.
func (a *allocation) tieOut() {
	gap := a.terms.Shares - a.rounded
	switch {
	case a.terms.Shares == 0:
		a.tie = tieNone
	case gap == 0:
		a.tie = tieEven
	case !a.explained():
		a.tie = tieBeyond
	case a.terms.TieOut == Report:
		a.tie = tieReported
	case a.terms.TieOut == MinimumChange:
		a.minimumChange(gap)
		a.tie = tieMoved
	default:
		a.tie = a.onOneRow(gap)
	}
	if a.tie == tieMoved {
		a.shares = a.terms.Shares
	}
}

// explained reports whether some rounding of the rows, each down or up, adds up
// to the number stated.
func (a *allocation) explained() bool {
	var down, fractions uint64
	for i := range a.lines {
		down += uint64(a.lines[i].whole)
		if !a.lines[i].exact() {
			fractions++
		}
	}
	stated := uint64(a.terms.Shares)
	return down <= stated && stated <= down+fractions
}

// minimumChange closes the gap one share a row. To add shares it rounds up the
// rows with the largest fractions among those rounded down. To take shares it
// lets the rows with the largest fractions among those rounded up stay so. Both
// favor the earlier row where fractions are equal.
//
// All fractions have the price as denominator, so their rests compare directly.
func (a *allocation) minimumChange(gap int64) {
	up := gap < 0 // the candidates are the rows rounded up
	rests := make([]uint64, 0, len(a.lines))
	for i := range a.lines {
		if l := &a.lines[i]; !l.exact() && l.shares > l.whole == up {
			rests = append(rests, l.rest)
		}
	}
	winners := gap
	if up {
		winners += int64(len(rests))
	}
	threshold, ties := uint64(math.MaxUint64), 0
	if winners > 0 {
		threshold, ties = largest(rests, int(winners))
	}
	for i := range a.lines {
		l := &a.lines[i]
		if l.exact() || l.shares > l.whole != up {
			continue
		}
		l.shares = l.whole
		if l.rest == threshold && ties > 0 {
			ties--
			l.shares++
		} else if l.rest > threshold {
			l.shares++
		}
	}
}

// onOneRow puts the gap on the row that the terms name, unless that would leave
// it with fewer than no shares.
func (a *allocation) onOneRow(gap int64) tieResult {
	row := &a.lines[len(a.lines)-1]
	if a.terms.TieOut == OnLargest {
		row = &a.lines[0]
		for i := range a.lines {
			if a.lines[i].cents > row.cents {
				row = &a.lines[i]
			}
		}
	}
	if row.shares+gap < 0 {
		return tieTooSmall
	}
	row.shares += gap
	return tieMoved
}
