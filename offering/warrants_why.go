package offering

import (
	"math/big"

	"github.com/offerkit/offerkit/law"
)

// covered is the shares or dollars of a line for people.
func (w *covering) covered(n int64) string {
	if w.terms.Basis == OfDollars {
		return cents(n).String()
	}
	return counted(n, "share")
}

// rateWords is the coverage for people: "50% of", "1/3 for each of".
func (w *covering) rateWords() string {
	if w.terms.PerUnit != (Fraction{}) {
		return w.terms.PerUnit.String() + " for each of"
	}
	return numberOf(w.terms.Percent).String() + "% of"
}

// explainRow says how a line's warrants came about.
func (w *covering) explainRow(l *line) law.Reasons {
	q := quotient{l.whole, l.rest, w.den}
	before, _ := q.round(w.terms.Rounding)
	text := w.rateWords() + " " + w.covered(l.accepted)
	if w.terms.Basis == OfDollars {
		text += " at the exercise price of " + numberOf(w.terms.ExercisePrice).String()
	}
	text += " is " + partWords(q, "warrant")
	if !q.exact() {
		text += "; " + w.terms.Rounding.words() + " that is " + count(before)
	}
	why := law.Reasons{{Code: roundCode(w.terms.Rounding, q.exact()), Text: text + ".", Authority: w.terms.Authority}}
	moved := l.lots - before
	if moved == 0 {
		return why
	}
	return append(why, law.Reason{
		Code: w.terms.TieOut.code(), Authority: w.terms.Authority,
		Text: w.terms.TieOut.movedText(moved, l.lots, "warrant", count(w.stated), w.largest()),
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
	e.reading(codeReadingRounding, codeReadingRoundingDefault, given.Rounding != "", "Each row is "+w.terms.Rounding.words())
	target := "the " + count(w.stated) + " stated"
	if given.Warrants == 0 {
		target = "the " + count(w.stated) + " that the coverage of all together comes to (" + countText(w.all.rat()) + ")"
	}
	e.reading(codeReadingTieOut, codeReadingTieOutDefault, given.TieOut != "",
		"Rows that miss "+target+" "+w.terms.TieOut.verb("warrant", given.TieOutRow, w.largest()))
	rows := "The rounded rows add up to " + counted(w.rounded, "warrant")
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

// rat is the quotient as a rational.
func (q quotient) rat() *big.Rat {
	x := new(big.Rat).SetFrac(new(big.Int).SetUint64(q.rest), new(big.Int).SetUint64(q.divisor))
	return x.Add(x, new(big.Rat).SetInt64(q.whole))
}
