package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// explain adds the sentences to a finished allotment. It changes no figure.
func (a *allotting) explain(result *Allotment) {
	ties := a.ties(a.pool.Method)
	reasons := make(law.Reasons, len(result.Rows))
	for k, i := range a.order {
		row := &result.Rows[i]
		reasons[i] = a.reason(row.Outcome.allotCode(), a.rowText(k, row))
		row.Why = reasons[i : i+1 : i+1]
		if ties == nil {
			continue
		}
		if tied, won := ties(k); tied {
			row.Why = append(row.Why, a.tieReason(won))
		}
	}
	a.explainReadings(result)
	a.explainTotals(result)
}

// reason is a reason under the authority of the pool.
func (a *allotting) reason(code law.Code, text string) law.Reason {
	return law.Reason{Code: code, Text: text, Authority: a.pool.Authority}
}

// allotCode is the code of a claim with the outcome.
func (o Outcome) allotCode() law.Code {
	switch o {
	case OutcomeExact:
		return codeAllotExact
	case OutcomeAbove:
		return codeAllotAbove
	case OutcomeBelow:
		return codeAllotBelow
	case OutcomeCapped:
		return codeAllotCapped
	case OutcomeRaised:
		return codeAllotRaised
	case OutcomeTrimmed:
		return codeAllotTrimmed
	case OutcomeDropped:
		return codeAllotDropped
	default: // OutcomeWeightless
		return codeAllotWeightless
	}
}

// rowText says how row k came to its units.
func (a *allotting) rowText(k int, row *AllotmentRow) string {
	claim := &a.claims[a.order[k]]
	part := "The exact part is " + kernel.Parts(row.Entitlement, "unit")
	if len(a.base) > 0 && a.base[k] > 0 {
		part += ", of which " + kernel.Count(a.base[k]*a.pool.Lot) + " off the top"
	}
	units := kernel.Counted(row.Units, "unit")
	switch row.Outcome {
	case OutcomeExact:
		return part + ", which needs no rounding."
	case OutcomeAbove:
		return part + "; " + a.pool.Method.roundedWords(true, "unit", a.pool.Lot) + " that is " + units + "."
	case OutcomeBelow:
		return part + "; " + a.pool.Method.roundedWords(false, "unit", a.pool.Lot) + " that is " + units + "."
	case OutcomeCapped:
		return "The part in proportion is more than the maximum of " + kernel.Count(claim.Maximum) + ", so the claim gets " + units + "."
	case OutcomeRaised:
		if a.base != nil {
			return "The claim gets its minimum of " + kernel.Count(claim.Minimum) + " off the top, " + units +
				", and no weight is left to share in the rest."
		}
		return "The part in proportion is less than the minimum of " + kernel.Count(claim.Minimum) + ", so the claim gets " + units + "."
	case OutcomeTrimmed:
		return part + "; cut down to whole lots of the holder's own, " + kernel.Count(a.own[k]) + " each, that is " + units + "."
	case OutcomeDropped:
		return "The part would be " + kernel.Parts(row.Entitlement, "unit") + ", less than the minimum of " + kernel.Count(claim.Minimum) +
			", and the claim gets that or nothing: nothing."
	default: // OutcomeWeightless
		return "The claim has no weight left to divide by, and gets nothing."
	}
}

// roundedWords says why a part was rounded up or down.
func (m Method) roundedWords(up bool, unit string, lot int64) string {
	if lot > 1 {
		unit = "lot"
	}
	switch {
	case m != LargestRemainder:
		return "by " + m.words() + ", which ranks each further " + unit + " by weight ÷ " + m.divisorWords() + ","
	case up:
		return "its fraction is among the largest, so it gets an odd " + unit + ", and"
	default:
		return "the odd " + unit + "s go to other fractions, none of them smaller, and"
	}
}

// divisorWords is d(a) in a sentence, where a is what the row has.
func (m Method) divisorWords() string {
	switch m {
	case Jefferson:
		return "(a + 1) for the a it has"
	case Adams:
		return "the a it has"
	case HuntingtonHill:
		return "√(a × (a + 1)) for the a it has"
	case Dean:
		return "(2a × (a + 1) ÷ (2a + 1)) for the a it has"
	default: // Webster
		return "(a + 1/2) for the a it has"
	}
}

// tieReason says how a tie was broken.
func (a *allotting) tieReason(won bool) law.Reason {
	const rule = "the smaller tie key comes first, then the earlier claim"
	if won {
		return a.reason(codeAllotTieWon, "Another claim has an equal right to the last unit; "+rule+", which is this one.")
	}
	return a.reason(codeAllotTieLost, "It has an equal right to the last unit as another claim; "+rule+", which is the other.")
}

// because adds a reason to the allotment.
func (a *allotting) because(result *Allotment, code law.Code, text string) {
	result.Why = append(result.Why, a.reason(code, text))
}

// explainReadings names each reading used, and whether the pool stated it.
func (a *allotting) explainReadings(result *Allotment) {
	reading := func(code, byDefault law.Code, word, text string) {
		if word == "" {
			a.because(result, byDefault, text+", because the pool does not say.")
			return
		}
		a.because(result, code, text+", as the pool says.")
	}
	reading(codeAllotReadingMethod, codeAllotReadingMethodDefault, string(a.stated.Method),
		"Parts become whole units by "+a.pool.Method.words())
	if a.minimums {
		reading(codeAllotReadingMinimums, codeAllotReadingMinimumsDefault, string(a.stated.Minimums), a.pool.Minimums.words())
	}
	if a.pool.Lot > 1 {
		a.because(result, codeAllotReadingLot, "Units go in lots of "+kernel.Count(a.pool.Lot)+", as the pool says.")
	}
	if a.own != nil {
		a.because(result, codeAllotReadingOwnLots,
			"Each claim is cut down to whole lots of its own; what that frees is not given to others.")
	}
}

// words is the rule in a sentence.
func (r MinimumRule) words() string {
	switch r {
	case MinimumsFirst:
		return "Minimums come off the top, and the rest is divided by the weights"
	case MinimumsThenExcess:
		return "Minimums come off the top, and the rest is divided by what the weights have beyond them"
	case MinimumOrNothing:
		return "A claim gets at least its minimum or nothing, and the smallest part that is too small falls out first"
	default: // Guaranteed
		return "A claim whose part is less is raised to its minimum"
	}
}

// explainTotals says what was allotted and what was not.
func (a *allotting) explainTotals(result *Allotment) {
	text := kernel.Counted(result.Allotted, "unit") + " of " + kernel.Count(result.Total) + " are allotted among " +
		kernel.Counted(int64(len(result.Rows)), "claim")
	if result.Unallocated == 0 {
		a.because(result, codeAllotComplete, text+": all of them.")
		return
	}
	a.because(result, codeAllotUnallocated, text+"; "+kernel.Count(result.Unallocated)+
		" stay unallocated, because limits, lots or missing weights let no claim take them.")
}
