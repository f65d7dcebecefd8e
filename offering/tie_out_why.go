package offering

// verb is what the terms do about rows that do not tie out, in units of such a
// name.
func (t TieOut) verb(unit, named string) string {
	switch t {
	case MinimumChange:
		return "are moved, one " + unit + " each and as few as can be"
	case OnLast:
		return "are evened out on the last row"
	case OnLargest:
		return "are evened out on the row with the largest amount"
	case OnNamed:
		return "are evened out on the row of " + named
	default:
		return "are reported"
	}
}

// code is the code of rows that the tie-out moved. Report moves none.
func (t TieOut) code() string {
	switch t {
	case OnLast:
		return CodeTieOutLast
	case OnLargest:
		return CodeTieOutLargest
	case OnNamed:
		return CodeTieOutNamed
	default: // MinimumChange
		return CodeTieOutMinimumChange
	}
}

// words is the tie-out that moved rows.
func (t TieOut) words(unit, named string) string {
	switch t {
	case OnLast:
		return "the last row"
	case OnLargest:
		return "the row with the largest amount"
	case OnNamed:
		return "the row of " + named
	default:
		return "one " + unit + " on each of the rows nearest to rounding the other way"
	}
}

// because says why the tie-out moved this row, by so much.
func (t TieOut) because(moved int64) string {
	switch {
	case t == OnNamed:
		return "the terms name this row for it."
	case t == OnLast:
		return "this is the last row."
	case t == OnLargest:
		return "this is the row with the largest amount."
	case moved > 0:
		return "of the rows rounded down its fraction is among the largest."
	default:
		return "of the rows rounded up its fraction is among the smallest."
	}
}
