package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// explain adds the sentences to finished fills. It changes no figure.
func (f *filling) explain(result *Fills) {
	for t := range f.tiers {
		tier, report := &f.tiers[t], &result.Tiers[t]
		var ties func(int) (tied, won bool)
		if tier.shared != nil {
			ties = tier.shared.ties(f.priority.Method)
		}
		for k, i := range f.order[tier.from:tier.to] {
			row := &result.Rows[i]
			if g := f.rows[i].guaranteed; g > 0 && !result.Void {
				row.Why = append(row.Why, f.reason(codeFillGuaranteed,
					f.units(g*f.priority.Lot)+f.are()+"set aside for the holder before any tier is filled."))
			}
			row.Why = append(row.Why, f.reason(row.Outcome.fillCode(), f.rowText(i, tier, row)))
			if ties == nil || result.Void {
				continue
			}
			if tied, won := ties(k); tied {
				row.Why = append(row.Why, f.tieReason(won))
			}
		}
		f.explainTier(report, result.Void)
	}
	f.explainReadings(result)
	f.explainTotals(result)
}

// units is a number of units for people, or of cents as dollars.
func (f *filling) units(n int64) string {
	return f.said(kernel.Dollars(n), kernel.Counted(n, "unit"))
}

// number is units without the noun, which the sentence has already.
func (f *filling) number(n int64) string {
	return f.said(kernel.Dollars(n), kernel.Count(n))
}

// exact is an exact number of units before rounding for people.
func (f *filling) exact(part exact.Mixed) string {
	return f.said(kernel.DollarParts(part), kernel.Parts(part, "unit"))
}

// said is one word where the units are cents, and another elsewhere.
func (f *filling) said(money, units string) string {
	if f.priority.InCents {
		return money
	}
	return units
}

// unit is what a demand is counted in, and are its verb: a sum of dollars is one.
func (f *filling) unit() string { return f.said("cent", "unit") }
func (f *filling) are() string  { return f.said(" is ", " are ") }

// reason is a reason under the authority of the question.
func (f *filling) reason(code law.Code, text string) law.Reason {
	return law.Reason{Code: code, Text: text, Authority: f.priority.Authority}
}

// fillCode is the code of a demand with the outcome.
func (o Outcome) fillCode() law.Code {
	switch o {
	case OutcomeFilled:
		return codeFillFilled
	case OutcomeExact:
		return codeFillExact
	case OutcomeAbove:
		return codeFillAbove
	case OutcomeBelow:
		return codeFillBelow
	case OutcomeRaised:
		return codeFillRaised
	case OutcomeCapped:
		return codeFillCapped
	case OutcomeDropped:
		return codeFillDropped
	case OutcomeVoid:
		return codeFillVoid
	case OutcomePartial:
		return codeFillPartial
	default: // OutcomeUnfilled
		return codeFillUnfilled
	}
}

// rowText says how a row came to its units.
func (f *filling) rowText(i int, tier *tierRange, row *Fill) string {
	asked, units := f.units(row.Demand), f.units(row.Units)
	part := "Of the " + asked + " asked for the exact part is " + f.exact(row.Entitlement)
	switch row.Outcome {
	case OutcomeFilled:
		return "All of the " + asked + " asked for" + f.are() + "filled."
	case OutcomeExact:
		return part + ", which needs no rounding."
	case OutcomeAbove, OutcomeBelow:
		rounded := f.priority.Method.roundedWords(row.Outcome == OutcomeAbove, f.unit(), f.priority.Lot)
		return part + "; " + rounded + " that is " + units + "."
	case OutcomeRaised:
		return "Of the " + asked + " asked for " + units + f.are() +
			"filled: the part is raised to the least that the holder takes, in whole lots."
	case OutcomeCapped:
		return "Of the " + asked + " asked for " + units + f.are() + "filled: the part is cut down to what was asked, in whole lots."
	case OutcomeDropped:
		return "Of the " + asked + " asked for the part would be " + f.exact(row.Entitlement) + ", less than the " +
			f.takesWords(i) + " that the holder takes or nothing: nothing."
	case OutcomeVoid:
		return "Nothing is filled, because the book does not come to its least number."
	case OutcomePartial:
		if f.rows[i].filled == f.rows[i].asked {
			return "Of the " + asked + " asked for " + units + f.are() + "filled, the whole lots of " + f.number(f.priority.Lot) + "."
		}
		if f.rows[i].filled == f.rows[i].guaranteed {
			return "Of the " + asked + " asked for " + units + f.are() + "filled, what was set aside; nothing more was left for it."
		}
		return "Of the " + asked + " asked for " + units + f.are() + "filled, all that was left in its turn."
	default: // OutcomeUnfilled
		return "Nothing of the " + asked + " asked for is filled, because " + f.unfilledWords(i, tier) + "."
	}
}

// takesWords is the least number that row i takes.
func (f *filling) takesWords(i int) string {
	d := &f.demands[i]
	if d.AllOrNone {
		return f.number(d.Units)
	}
	return f.number(d.Minimum)
}

// unfilledWords says why row i got nothing at all.
func (f *filling) unfilledWords(i int, tier *tierRange) string {
	_, possible := f.rows[i].wants()
	switch {
	case f.rows[i].asked == 0:
		return "that is less than a lot of " + f.number(f.priority.Lot)
	case !possible:
		return "whole lots of " + f.number(f.priority.Lot) + " do not come to the least number that the holder takes"
	case tier.before == 0:
		return "nothing was left for its tier"
	case f.priority.Last == LastPartial && f.rows[i].takes > 0:
		return "what was left in its turn was less than the " + f.takesWords(i) + " that the holder takes or nothing"
	case f.priority.Last == LastNone:
		return "it did not fit into what was left, or came after a demand that did not"
	case f.priority.Last == LastSkip:
		return "it did not fit into what was left in its turn"
	default:
		return "nothing was left in its turn"
	}
}

// tieReason says how a tie was broken.
func (f *filling) tieReason(won bool) law.Reason {
	const rule = "the smaller sequence comes first, then the earlier demand"
	if won {
		return f.reason(codeFillTieWon, "Another demand has an equal right to the last "+f.unit()+"; "+rule+", which is this one.")
	}
	return f.reason(codeFillTieLost, "It has an equal right to the last "+f.unit()+" as another demand; "+rule+", which is the other.")
}

// explainTier says how a tier was filled.
func (f *filling) explainTier(report *TierFill, void bool) {
	code, text := codeTierPartial, "is filled in part"
	switch {
	case report.Unfilled == 0:
		code, text = codeTierFilled, "is filled"
	case report.Filled == 0:
		code, text = codeTierUnfilled, "is not filled"
	}
	name := "Tier " + kernel.Count(report.Tier)
	if report.Tier == 0 {
		name = "The one tier"
	}
	text = name + " " + text + ": " + f.units(report.Filled) + " of the " + f.number(report.Demand) + " asked for"
	if report.Guaranteed > 0 && !void {
		text += ", " + f.number(report.Guaranteed) + f.said(" of it", " of them") + " set aside beforehand"
	}
	report.Why = append(report.Why, f.reason(code, text+"; "+f.units(report.Left)+f.are()+"left after it."))
}

// explainReadings names each reading used, and whether the question stated it.
func (f *filling) explainReadings(result *Fills) {
	because := func(code law.Code, text string) { result.Why = append(result.Why, f.reason(code, text)) }
	reading := func(code, byDefault law.Code, word, text string) {
		if word == "" {
			because(byDefault, text+", because the question does not say.")
			return
		}
		because(code, text+", as the question says.")
	}
	if f.priority.Within == FirstCome {
		reading(codeFillReadingWithin, codeFillReadingWithinDefault, string(f.stated.Within),
			"A tier that asks for more than is left is filled first come, first served")
		reading(codeFillReadingLast, codeFillReadingLastDefault, string(f.stated.Last), f.priority.Last.words())
	} else {
		reading(codeFillReadingWithin, codeFillReadingWithinDefault, string(f.stated.Within),
			"A tier that asks for more than is left is cut back pro rata to what it asks for")
		reading(codeFillReadingMethod, codeFillReadingMethodDefault, string(f.stated.Method),
			"Parts become whole "+f.unit()+"s by "+f.priority.Method.words())
	}
	if f.priority.Lot > 1 {
		because(codeFillReadingLot, f.said("Dollars", "Units")+" go in lots of "+f.number(f.priority.Lot)+", as the question says.")
	}
}

// words is the rule in a sentence.
func (l LastDemand) words() string {
	switch l {
	case LastNone:
		return "The first demand that no longer fits gets nothing and closes the book"
	case LastSkip:
		return "A demand that no longer fits gets nothing and the next has its turn"
	default: // LastPartial
		return "A demand that no longer fits gets what is left, unless that is under its least number"
	}
}

// explainTotals says what was filled and what was not.
func (f *filling) explainTotals(result *Fills) {
	because := func(code law.Code, text string) { result.Why = append(result.Why, f.reason(code, text)) }
	if result.Void {
		because(codeFillVoid, f.units(result.Fillable)+" could be filled, "+f.said("less", "fewer")+" than the "+
			f.number(f.priority.Least)+" that must be taken for anyone to get any; nobody gets any.")
		return
	}
	if f.priority.Least > 0 {
		because(codeFillLeast, "The least number of "+f.number(f.priority.Least)+" is reached.")
	}
	text := f.units(result.Filled) + " of " + f.number(result.Total) + f.are() + "filled, of " + f.number(result.Demand) + " asked for"
	if result.Left == 0 {
		because(codeFillComplete, text+"; none is left.")
		return
	}
	because(codeFillLeft, text+"; "+f.number(result.Left)+f.are()+"left.")
}
