package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// largestAmount is what OnLargest goes by where the rows are amounts.
const largestAmount = "the largest amount"

// verb is what the terms do about rows that do not tie out, in units of such a
// name. OnLargest goes by what the row has most of, largest.
func (t TieOut) verb(unit, named, largest string) string {
	switch t {
	case MinimumChange:
		return "are moved, one " + unit + " each and as few as can be"
	case OnLast:
		return "are evened out on the last row"
	case OnLargest:
		return "are evened out on the row with " + largest
	case OnNamed:
		return "are evened out on the row of " + named
	default:
		return "are reported"
	}
}

// code is the code of rows that the tie-out moved. Report moves none.
func (t TieOut) code() law.Code {
	switch t {
	case OnLast:
		return codeTieOutLast
	case OnLargest:
		return codeTieOutLargest
	case OnNamed:
		return codeTieOutNamed
	default: // MinimumChange
		return codeTieOutMinimumChange
	}
}

// words is the tie-out that moved rows.
func (t TieOut) words(unit, named, largest string) string {
	switch t {
	case OnLast:
		return "the last row"
	case OnLargest:
		return "the row with " + largest
	case OnNamed:
		return "the row of " + named
	default:
		return "one " + unit + " on each of the rows nearest to rounding the other way"
	}
}

// movedText says by how many units the tie-out moved a row to a number, which
// number that makes, and why this row.
func (t TieOut) movedText(moved, makes int64, unit, to, largest string) string {
	text := kernel.Counted(moved, unit) + " added"
	if moved < 0 {
		text = kernel.Counted(-moved, unit) + " taken away"
	}
	return text + " so that the rows add up to " + to + ", which makes " + kernel.Count(makes) + "; " + t.because(moved, largest)
}

// because says why the tie-out moved this row, by so much.
func (t TieOut) because(moved int64, largest string) string {
	switch {
	case t == OnNamed:
		return "the terms name this row for it."
	case t == OnLast:
		return "this is the last row."
	case t == OnLargest:
		return "this is the row with " + largest + "."
	case moved > 0:
		return "of the rows rounded down its fraction is among the largest."
	default:
		return "of the rows rounded up its fraction is among the smallest."
	}
}
