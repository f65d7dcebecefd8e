package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

func (e *explainer) holding(s steps) {
	t, start := &e.era.Value, e.f.start()
	months, cite := t.holdOther, e.cite("(d)(1)(ii)", "(d)(1)")
	if s.any(issuerSeasoned) {
		months, cite = t.hold, e.cite("(d)(1)(i)", "(d)(1)")
	}
	switch {
	case s.any(holdingNone):
		e.say(CodeHoldingNone, e.cite("(d)(1)", "(d)(1)"), "The stock is not restricted and has no holding period.")
	case s.any(holdingUnpaid):
		e.say(CodeHoldingUnpaid, e.cite("(d)(1)(iii)", "(d)(1)"), "The full price is not paid before ", e.f.Paid.Long(),
			", and until then the holding period of ", span(months), " does not begin.")
	case s.any(holdingUnknown):
		e.say(CodeHoldingUnknown, e.cite("(d)(1)", "(d)(1)"), "The answer needs the issuer's status: held since ",
			start.Long(), ", the stock has completed the ", span(t.hold), " asked for if the issuer reports, and not the ",
			span(t.holdOther), " asked for if it does not.")
	case s.any(holdingShort):
		if s.any(issuerUnknown) {
			months, cite = t.hold, e.cite("(d)(1)(i)", "(d)(1)")
		}
		e.say(CodeHoldingShort, cite, "Held since ", start.Long(), ", the stock completes the ", span(months),
			" asked for on ", periodEnd(start, months, anniversary).Long(), ", after the sale.")
	case s.any(holdingMet):
		e.say(CodeHoldingMet, cite, "Held since ", start.Long(), ", the stock completed the ", span(months),
			" asked for on ", periodEnd(start, months, anniversary).Long(), ".")
	}
}

func (e *explainer) information(s steps) {
	limb := e.cite("(c)(1)", "(c)(1)")
	if s.any(issuerOther) {
		limb = e.cite("(c)(2)", "(c)(2)")
	}
	switch {
	case s.any(infoOff):
		e.say(CodeInformationOff, e.cite("(b)(1)", "(k)"), "Held long enough by a seller clear of affiliation, ",
			"the stock may be sold without current public information about the issuer.")
	case s.any(infoClosed):
		e.say(CodeInformationClosed, doubt(e.cite("(c)", "(c)"), "follows from the words of the two limbs; no authority says so"),
			"Current public information is asked for, and an issuer new to reporting can show it under neither limb.")
	case s.any(infoMet) && s.any(issuerOther):
		e.say(CodeInformationMet, limb, "Current public information is asked for, and the information about the issuer is public.")
	case s.any(infoMet):
		e.say(CodeInformationMet, limb, "Current public information is asked for, and the issuer has filed its reports.")
	case s.any(infoUnmet) && s.any(issuerOther):
		e.say(CodeInformationUnmet, limb, "Current public information is asked for, and the information about the issuer is not public.")
	case s.any(infoUnmet):
		e.say(CodeInformationUnmet, limb, "Current public information is asked for, and the issuer has not filed its reports.")
	case s.any(infoUnknown):
		e.say(CodeInformationUnknown, e.cite("(c)", "(c)"),
			"The answer needs to know whether the public information about the issuer is current.")
	}
}

func (e *explainer) limits(a assessment) {
	switch {
	case a.found.any(limitsOn):
		e.say(CodeLimits, e.cite("(e), (f), (h)", "(e), (f), (h)"), "The sale must keep to the conditions ",
			(a.conditions & limits).String(), ": (e) limits the amount, (f) prescribes the manner of sale, ",
			"and (h) asks for a notice above its thresholds.")
	case a.found.any(limitsOff):
		e.say(CodeLimitsOff, e.cite("(b)(1)", "(k)"), "Amount, manner of sale and notice are free: (e), (f) and (h) do not apply.")
	}
	if a.found.any(mannerOff) {
		e.say(CodeMannerOff, e.cite("(f)(3)", ""), "For debt, (f) does not apply.")
	}
}

// explainBoundary warns of a day on which the conventions disagree.
func (e *explainer) explainBoundary(v, other Verdict) {
	if !v.Boundary {
		return
	}
	e.say(CodeBoundary, law.Citation{Cite: e.cite("(d)(1)", "(d)(1)").Cite, Doubt: "no authority settles how the months are counted"},
		"This answer counts to the anniversary. Counted conservatively, on this day it is: ", string(other.Answer),
		", under the conditions ", other.Conditions.String(), ".")
}

// explainDates tells from when the sale is open.
func (e *explainer) explainDates(f *Finding) {
	if f.Answer == Undecided && f.Limited == (Dates{}) {
		e.say(CodeLimited, law.Citation{}, "From when a sale is open cannot be told while that is unknown.")
		return
	}
	proviso := ""
	if f.Free != f.Limited {
		proviso = ", if the information about the issuer is current when (c) asks for it"
	}
	e.date(CodeLimited, "A sale is open", f.Limited, proviso)
	e.date(CodeFree, "It is open without (c), (e), (f) and (h)", f.Free, "")
	if first := firstSale(); f.Limited.Anniversary == first && e.f.start().Before(first) {
		e.explainFirst()
	}
}

func (e *explainer) date(code, what string, d Dates, proviso string) {
	switch {
	case d == Dates{}:
		e.say(code, law.Citation{}, what, " on no day, as things are stated.")
	case d.Anniversary == d.Conservative:
		e.say(code, law.Citation{}, what, " from ", d.Anniversary.Long(), proviso, ".")
	case d.Anniversary.IsZero():
		e.say(code, law.Citation{}, what, " on no day, and counted conservatively from ", d.Conservative.Long(), proviso, ".")
	case d.Conservative.IsZero():
		e.say(code, law.Citation{}, what, " from ", d.Anniversary.Long(), ", and counted conservatively on no day", proviso, ".")
	default:
		e.say(code, law.Citation{}, what, " from ", d.Anniversary.Long(), ", or conservatively from ",
			d.Conservative.Long(), proviso, ".")
	}
}

// span is a number of months in words.
func span(months int) string {
	switch months {
	case 6:
		return "six months"
	case 12:
		return "one year"
	case 24:
		return "two years"
	}
	return strconv.Itoa(months) + " months"
}
