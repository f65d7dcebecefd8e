package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// say adds a step to the answer.
func (l *limiter) say(code law.Code, authority law.Citation, parts ...string) {
	l.out.Why = say(l.out.Why, code, authority, parts...)
}

// noun is what an amount is of, after a space.
func (l *limiter) noun(one bool) string {
	switch {
	case l.v.Security == Debt:
		return " of principal"
	case one:
		return " share"
	}
	return " shares"
}

// explain tells the measures, the window and the answer. It decides nothing.
func (l *limiter) explain() {
	l.explainPercent()
	l.explainAverage()
	l.explainTranche()
	l.explainCap()
	l.explainWindow()
	l.explainAnswer()
}

func (l *limiter) explainPercent() {
	paragraph := l.law.cite(cfr144 + "(e)(1)(i)")
	if l.v.Outstanding == 0 {
		l.say(codeVolumePercentUnknown, paragraph, "The answer needs the number outstanding, as last published by the issuer, ",
			"of which one percent may be sold.")
		return
	}
	l.say(codeVolumePercent, paragraph, "One percent of the ", kernel.Count(l.v.Outstanding), l.noun(l.v.Outstanding == 1),
		" last published as outstanding is ", kernel.Mixed(l.out.Percent), ".")
}

func (l *limiter) explainAverage() {
	switch l.v.Market {
	case MarketNational:
	case MarketUnknown:
		l.say(codeVolumeAverageUnknown, l.law.cite(cfr144+"(e)(1)(ii)"), "The answer needs to know whether the class is traded on ",
			"national exchanges, whose average weekly volume may be sold.")
		return
	case MarketForeign:
		l.say(codeVolumeAverageOff, l.law.staff("133.01"), "The class is traded on foreign exchanges, whose volume does not count.")
		return
	case MarketOver:
		l.say(codeVolumeAverageOff, l.law.staff("133.02"), "The class is traded over the counter, and such volume does not count.")
		return
	default:
		l.say(codeVolumeAverageOff, l.law.cite(cfr144+"(e)(1)(ii)"), "The class is not traded, so that no volume is averaged.")
		return
	}
	l.out.Why = weeksWhy(l.out.Why, &l.law, l.v.anchor(), &l.weeks, l.skipped)
	if l.unread > 0 {
		l.say(codeVolumeAverageUnknown, l.law.cite(cfr144+"(e)(1)(ii)"), "The answer needs the volume of trading in ",
			strconv.Itoa(l.unread), " of these weeks.")
		return
	}
	l.say(codeVolumeAverage, l.law.cite(cfr144+"(e)(1)(ii)"), "The average of the volumes reported for these weeks is ",
		kernel.Mixed(l.out.Average), l.noun(l.out.Average == exact.Mixed{Whole: 1, Den: 1}), ".")
}

func (l *limiter) explainTranche() {
	switch {
	case l.v.Security != Debt || l.law.tranche == 0:
	case l.v.Tranche == 0:
		l.say(codeVolumeTrancheUnknown, l.law.cite(cfr144+"(e)(2)"),
			"The answer needs the principal of the tranche, of which ten percent may be sold.")
	default:
		l.say(codeVolumeTranche, l.law.cite(cfr144+"(e)(2)"), "Ten percent of the tranche of ", kernel.Count(l.v.Tranche),
			l.noun(l.v.Tranche == 1), " is ", kernel.Mixed(l.out.Tranche), ".")
	}
}

func (l *limiter) explainCap() {
	paragraph := l.limit
	if l.out.Measure == MeasureTranche {
		paragraph = l.law.cite(cfr144 + "(e)(2)")
	}
	switch {
	case l.out.Measure == "":
		l.say(codeVolumeBound, paragraph, "No measure of the limit is known.")
	case l.out.AtLeast:
		l.say(codeVolumeBound, paragraph, "The limit is at least ", kernel.Count(l.out.Cap), l.noun(l.out.Cap == 1), " (",
			string(l.out.Measure), " as far as it is known); a measure not known can only raise it.")
	default:
		l.say(codeVolumeCap, paragraph, "The limit is the greatest of these, rounded down once: ", kernel.Count(l.out.Cap),
			l.noun(l.out.Cap == 1), " (", string(l.out.Measure), ").")
	}
	if len(l.v.Splits) > 0 {
		l.say(codeVolumeSplit, l.law.staff("133.03"),
			"Amounts are restated for splits as if these had taken effect before the window.")
	}
}

func (l *limiter) explainWindow() {
	out := &l.out
	l.say(codeVolumeWindow, l.limit, "Sales from ", out.From.Long(),
		", which is counted as within the three months, come to ", kernel.Mixed(out.Counted),
		l.noun(out.Counted == exact.Mixed{Whole: 1, Den: 1}), ".")
	if out.Possible.Whole > 0 || out.Possible.Num > 0 {
		l.say(codeVolumePossible, l.law.cite(cfr144+"(a)(2)"), "The answer needs to know whether sales of ", kernel.Mixed(out.Possible),
			l.noun(out.Possible == exact.Mixed{Whole: 1, Den: 1}), " by others are to be added; until then they are.")
	}
	if l.excluded {
		l.say(codeVolumeExcluded, l.law.cite(cfr144+"(e)(3)(vii)"),
			"Sales that were registered, under Regulation A, or private are left out.")
	}
}

func (l *limiter) explainAnswer() {
	v, out := &l.v, &l.out
	paragraph := l.limit
	proposed, remaining := kernel.Count(v.Proposed), kernel.Count(out.Remaining)
	noun, left := l.noun(v.Proposed == 1), l.noun(out.Remaining == 1)
	switch out.Answer {
	case VolumeWithin:
		l.say(codeVolumeWithin, paragraph, "With ", proposed, noun, " more, the sale keeps to the limit; ", remaining, left,
			" may be sold.")
	case VolumeAtLeast:
		l.say(codeVolumeAtLeast, paragraph, "With ", proposed, noun, " more, the sale keeps to the lower bound of the limit; ",
			remaining, left, " may be sold at least.")
	case VolumeExceeds:
		l.say(codeVolumeExceeds, paragraph, "With ", proposed, noun, " more, the sale does not keep to the limit; ",
			remaining, left, " may be sold.")
	default:
		l.say(codeVolumeUnknown, paragraph, "Whether ", proposed, noun, " more keep to the limit turns on what is unknown; ",
			remaining, left, " may be sold for certain.")
	}
	if !out.FirstFit.IsZero() {
		l.say(codeVolumeFit, paragraph, "The same proposal fits from ", out.FirstFit.Long(),
			", if nothing else is sold and all else stays.")
	}
}
