package offering

import "math"

// tieOuts lists the ways to tie out, for checking input.
func tieOuts() []TieOut {
	return []TieOut{Report, MinimumChange, OnLast, OnLargest, OnNamed}
}

// tieResult says how the rows came to the number of shares stated.
type tieResult int

const (
	tieNone     tieResult = iota // no number is stated
	tieEven                      // the rounded rows add up to it
	tieReported                  // they do not, and the terms leave it so
	tieMoved                     // they did not, and rows were moved
	tieBeyond                    // they do not, and rounding is not the cause
	tieTooSmall                  // the row that takes the difference has too few shares
	tieCut                       // they do not, and the share limit is the cause
	tieRefused                   // nothing is accepted of the row that takes it
)

// tieOut moves the rows to the number of shares stated, as far as the terms ask
// for it and rounding explains the gap.
func (a *allocation) tieOut() {
	stated := a.terms.Shares / a.terms.Lot
	switch {
	case a.terms.Shares == 0:
		a.tie = tieNone
	case stated*a.terms.Lot != a.terms.Shares: // a part of a lot no rounding closes
		a.tie = tieBeyond
	default:
		a.tie = a.terms.TieOut.apply(a.lines, stated-a.rounded, stated, a.named)
	}
	if a.tie == tieMoved {
		a.lots = stated
	}
}

// apply closes the gap between the lines as rounded and the number stated, as
// far as rounding explains it. All lines have one denominator.
func (t TieOut) apply(lines []line, gap, stated int64, named int) tieResult {
	switch {
	case gap == 0:
		return tieEven
	case !explained(lines, stated):
		return tieBeyond
	case t == Report:
		return tieReported
	case t == MinimumChange:
		minimumChange(lines, gap)
		return tieMoved
	default:
		return t.onOneLine(lines, gap, named)
	}
}

// explained reports whether some rounding of the lines, each down or up, adds
// up to the number stated.
func explained(lines []line, stated int64) bool {
	var down, fractions uint64
	for i := range lines {
		down += uint64(lines[i].whole)
		if lines[i].rest != 0 {
			fractions++
		}
	}
	return down <= uint64(stated) && uint64(stated) <= down+fractions
}

// minimumChange closes the gap one unit a line. To add units it rounds up the
// lines with the largest fractions among those rounded down. To take units it
// lets the lines with the largest fractions among those rounded up stay so. Both
// favor the earlier line where fractions are equal.
//
// All fractions have the same denominator, so their rests compare directly.
func minimumChange(lines []line, gap int64) {
	up := gap < 0 // the candidates are the lines rounded up
	rests := make([]uint64, 0, len(lines))
	for i := range lines {
		if l := &lines[i]; l.rest != 0 && l.lots > l.whole == up {
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
	for i := range lines {
		l := &lines[i]
		if l.rest == 0 || l.lots > l.whole != up {
			continue
		}
		l.lots = l.whole
		if l.rest == threshold && ties > 0 {
			ties--
			l.lots++
		} else if l.rest > threshold {
			l.lots++
		}
	}
}

// onOneLine puts the gap on the line that the tie-out names, unless nothing of
// it is accepted, or it would be left with less than nothing.
func (t TieOut) onOneLine(lines []line, gap int64, named int) tieResult {
	row := &lines[max(0, named)]
	for i := range lines {
		switch l := &lines[i]; {
		case t == OnLast && l.accepted > 0,
			t == OnLargest && l.accepted > row.accepted:
			row = l
		}
	}
	switch {
	case row.accepted == 0:
		return tieRefused
	case row.lots+gap < 0:
		return tieTooSmall
	}
	row.lots += gap
	return tieMoved
}
