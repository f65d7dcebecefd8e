package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// covered is the shares or dollars of a line for people.
func (w *covering) covered(n int64) string {
	if w.terms.Basis == OfDollars {
		return kernel.Cents(n).String()
	}
	return kernel.Counted(n, "share")
}

// rateWords is the coverage for people: "50% of", "1/3 for each of".
func (w *covering) rateWords() string {
	if w.terms.PerUnit != (exact.Mixed{}) {
		return w.terms.PerUnit.String() + " for each of"
	}
	return kernel.Of(w.terms.Percent).String() + "% of"
}

// explainRow says how a line's warrants came about.
func (w *covering) explainRow(l *line) law.Reasons {
	q := kernel.Quotient{Whole: l.whole, Rest: l.rest, Divisor: w.den}
	before, _ := q.Round(w.terms.Rounding)
	text := w.rateWords() + " " + w.covered(l.accepted)
	if w.terms.Basis == OfDollars {
		text += " at the exercise price of " + kernel.Of(w.terms.ExercisePrice).String()
	}
	text += " is " + partWords(q, "warrant")
	if !q.Exact() {
		text += "; " + w.terms.Rounding.String() + " that is " + kernel.Count(before)
	}
	why := law.Reasons{{Code: roundCode(w.terms.Rounding, q.Exact()), Text: text + ".", Authority: w.terms.Authority}}
	moved := l.lots - before
	if moved == 0 {
		return why
	}
	return append(why, law.Reason{
		Code: w.terms.TieOut.code(), Authority: w.terms.Authority,
		Text: w.terms.TieOut.movedText(moved, l.lots, "warrant", kernel.Count(w.stated), w.largest()),
	})
}

// largest is what OnLargest goes by.
func (w *covering) largest() string {
	if w.terms.Basis == OfShares {
		return "the most shares"
	}
	return largestAmount
}

// explain says how the rows are rounded and whether they tie out.
func (w *covering) explain(result *Warrants, given Coverage) {
	e := explanation{authority: w.terms.Authority}
	e.reading(codeReadingRounding, codeReadingRoundingDefault, given.Rounding != "", "Each row is "+w.terms.Rounding.String())
	target := "the " + kernel.Count(w.stated) + " stated"
	if given.Warrants == 0 {
		target = "the " + kernel.Count(w.stated) + " that the coverage of all together comes to (" + kernel.RationalCount(w.all.Rat()) + ")"
	}
	e.reading(codeReadingTieOut, codeReadingTieOutDefault, given.TieOut != "",
		"Rows that miss "+target+" "+w.terms.TieOut.verb("warrant", given.TieOutRow, w.largest()))
	rows := "The rounded rows add up to " + kernel.Counted(w.rounded, "warrant")
	switch w.tie {
	case tieEven:
		e.add(codeWarrantsEven, rows+", "+target+".")
	case tieMoved:
		e.add(w.terms.TieOut.code(), rows+", not "+target+"; "+
			w.terms.TieOut.words("warrant", given.TieOutRow, w.largest())+" makes up for it.")
	case tieBeyond:
		e.add(codeWarrantsBeyond, rows+", not "+target+"; no rounding of the rows gives that number, so none was moved.")
	case tieTooSmall:
		e.add(codeWarrantsTooSmall, rows+", not "+target+"; the row that would give them up has fewer, so none was moved.")
	default: // tieReported, and what cannot be: every purchase is above zero
		e.add(codeWarrantsResidual, rows+", not "+target+"; the terms leave it at that.")
	}
	result.Why = e.why
}
