package offering

import (
	"math"
	"slices"
)

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
	tieCapped                    // a maximum or the amount limit leaves no room for it
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
		a.moveRows(stated)
	}
	if a.tie == tieMoved {
		a.lots = stated
	}
}

// moveRows applies the tie-out, and takes it back where it would make more due
// than the amount limit.
func (a *allocation) moveRows(stated int64) {
	var kept []line
	if a.most != nil && a.limits.amount > 0 {
		kept = slices.Clone(a.lines)
	}
	a.tie = a.terms.TieOut.apply(a.lines, a.most, stated-a.rounded, stated, a.named)
	if kept != nil && a.tie == tieMoved && !a.dueWithin() {
		copy(a.lines, kept)
		a.tie = tieCapped
	}
}

// apply closes the gap between the lines as rounded and the number stated, as
// far as rounding explains it and most allows, the units that each line may
// have; nil sets no limit. All lines have one denominator.
func (t TieOut) apply(lines []line, most []int64, gap, stated int64, named int) tieResult {
	switch {
	case gap == 0:
		return tieEven
	case !explained(lines, stated):
		return tieBeyond
	case t == Report:
		return tieReported
	case t == MinimumChange:
		return minimumChange(lines, most, gap)
	default:
		return t.onOneLine(lines, most, gap, named)
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
// favor the earlier line where fractions are equal. A line that may have no more
// is no candidate.
//
// All fractions have the same denominator, so their rests compare directly.
func minimumChange(lines []line, most []int64, gap int64) tieResult {
	up := gap < 0 // the candidates are the lines rounded up
	candidate := func(i int) bool {
		l := &lines[i]
		return l.rest != 0 && l.lots > l.whole == up && (len(most) == 0 || l.whole < most[i])
	}
	rests := make([]uint64, 0, len(lines))
	for i := range lines {
		if candidate(i) {
			rests = append(rests, lines[i].rest)
		}
	}
	winners := gap
	if up {
		winners += int64(len(rests))
	}
	if winners > int64(len(rests)) {
		return tieCapped
	}
	threshold, ties := uint64(math.MaxUint64), 0
	if winners > 0 {
		threshold, ties = largest(rests, int(winners))
	}
	for i := range lines {
		if !candidate(i) {
			continue
		}
		l := &lines[i]
		l.lots = l.whole
		if l.rest == threshold && ties > 0 {
			ties--
			l.lots++
		} else if l.rest > threshold {
			l.lots++
		}
	}
	return tieMoved
}

// onOneLine puts the gap on the line that the tie-out names, unless nothing of
// it is accepted, it would be left with less than nothing, or it may not have so
// much.
func (t TieOut) onOneLine(lines []line, most []int64, gap int64, named int) tieResult {
	k := max(0, named)
	for i := range lines {
		switch l := &lines[i]; {
		case t == OnLast && l.accepted > 0,
			t == OnLargest && l.accepted > lines[k].accepted:
			k = i
		}
	}
	row := &lines[k]
	switch {
	case len(most) > 0 && gap > 0 && row.lots+gap > most[k]:
		return tieCapped
	case row.accepted == 0:
		return tieRefused
	case row.lots+gap < 0:
		return tieTooSmall
	}
	row.lots += gap
	return tieMoved
}
