package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// holding tells the outcome of (d)(1).
func (e *explainer) holding(s steps) {
	months, cite := e.period(s)
	switch {
	case s.any(holdingNone):
		e.say(codeHoldingNone, e.cite("(d)(1)", "(d)(1)"), "The stock is not restricted and has no holding period.")
	case s.any(holdingUnpaid):
		e.say(codeHoldingUnpaid, e.cite("(d)(1)(iii)", "(d)(1)"), "The full price is not paid before ", e.f.Paid.Long(),
			", and until then the holding period of ", span(months), " does not begin.")
	case s.any(holdingUnknown):
		t := &e.era.Value
		e.say(codeHoldingUnknown, e.cite("(d)(1)", "(d)(1)"), "The answer needs the issuer's status: held since ",
			e.f.start().Long(), ", the stock has completed the ", span(t.hold), " asked for if the issuer reports, and not the ",
			span(t.holdOther), " asked for if it does not.")
	case s.any(holdingShort | holdingRelief | planUnknown):
		e.say(codeHoldingShort, cite, "Held since ", e.f.start().Long(), ", the stock completes the ", span(months),
			" asked for on ", e.periodEnd(months).Long(), ", after the sale.")
	case s.any(holdingMet):
		e.say(codeHoldingMet, cite, "Held since ", e.f.start().Long(), ", the stock completed the ", span(months),
			" asked for on ", e.periodEnd(months).Long(), ".")
	}
}

// period is the holding period that the issuer's status selects; for an
// unknown issuer that has completed none, the shorter.
func (e *explainer) period(s steps) (months int, authority law.Citation) {
	t := &e.era.Value
	if s.any(issuerSeasoned) || s.any(issuerUnknown) && s.any(holdingShort|holdingRelief|planUnknown) {
		return t.hold, e.cite("(d)(1)(i)", "(d)(1)")
	}
	return t.holdOther, e.cite("(d)(1)(ii)", "(d)(1)")
}

func (e *explainer) periodEnd(months int) calendar.Date {
	return periodEnd(e.f.start(), months, anniversary)
}

// relieved tells what takes the place of the holding period, or may.
func (e *explainer) relieved(s steps) {
	plan := law.Citation{Cite: "17 CFR 230.701(g)(3)", Title: "Rule 701"}
	switch {
	case s.any(planUnknown) && e.former():
		e.say(codePlanUnknown, doubt(plan, "its text before 2008 was not read"), "The answer needs a reading of Rule 701(g), ",
			"which may lift what is not met.")
	case s.any(planUnknown):
		e.say(codePlanUnknown, plan, "The answer needs the issuer's status: once it has been subject to reporting for ",
			e.seasoned(), " days, stock issued under Rule 701 has no holding period.")
	case s.any(holdingRelieved) && e.f.Compensatory, s.any(infoRelieved) && s.any(issuerSeasoned):
		e.say(codePlan, plan, "The stock was issued under Rule 701 before the issuer was subject to reporting, which it has been for ",
			e.seasoned(), " days: the holding period falls away, and (c) too for a seller clear of affiliation.")
	case s.any(infoRelieved):
		e.say(codePlan, plan, "Current public information is not asked for: of stock issued under Rule 701 if the issuer has been ",
			"subject to reporting for ", e.seasoned(), " days, and of any stock if it has not.")
	case s.any(holdingRelieved) && e.f.Capacity == Estate:
		e.say(codeHoldingRelieved, e.cite("(d)(3)(vii)", ""), "No holding period is required of an estate or beneficiary ",
			"that is no affiliate of the issuer.")
	case s.any(holdingRelieved):
		e.say(codeHoldingRelieved, e.pledgeView(), "No holding period is required of a pledgee that is no affiliate, ",
			"for stock that the affiliate had bought in the market.")
	case s.any(holdingRelief) && s.any(sellerUnknown) && !e.former() &&
		(e.f.Capacity == Estate || e.f.Capacity == Pledgee && s.any(issuerSeasoned) && !e.sale.Before(pledgeViewRevised())):
		e.say(codeReliefUnknown, e.cite("(d)(3)", "(d)(3)"), "A seller in this capacity has no holding period if it is no affiliate, ",
			"and has one if it is.")
	case s.any(holdingRelief):
		e.say(codeReliefUnknown, e.also(e.cite("(d)(3)", "(d)(3)"), "the relief was read only in the text since 2008, for estates, and "+
			"for pledgees since May 16, 2013 if the issuer has been reporting for 90 days"),
			"The answer needs a reading of whether a seller in this capacity has to wait for that.")
	}
}

// doubtEstate is what is not verified about the estates of the text before 2008.
const doubtEstate = "what (e) and (f) said of estates was read in the text since 2008 only"

// limits tells whether (e), (f) and (h) apply, and what about them changed by
// the day of the sale.
func (e *explainer) limits(a assessment) {
	switch {
	case a.found.any(limitsOn):
		authority := e.cite("(e), (f), (h)", "(e), (f), (h)")
		if e.former() {
			authority = doubt(authority, doubtFormer)
		}
		e.say(codeLimits, authority, "The sale must keep to the conditions ",
			(a.conditions & limits).String(), ": (e) limits the amount, (f) prescribes the manner of sale, ",
			"and (h) asks for a notice above its thresholds.")
	case a.found.any(limitsOff):
		e.say(codeLimitsOff, e.cite("(b)(1)", "(k)"), "Amount, manner of sale and notice are free: (e), (f) and (h) do not apply.")
	}
	if a.found.any(mannerOff) {
		e.say(codeMannerOff, e.cite("(f)(3)(ii)", ""), "For debt, which does not convert into equity, (f) does not apply.")
		e.say(codeDebtAmount, e.cite("(e)(2)", ""),
			"For debt, (e) allows the greater of its general limit and ten percent of the principal of the tranche.")
	}
	if a.found.any(estateManner) {
		e.say(codeEstateManner, e.also(e.cite("(f)(3)(i)", "(f)"), doubtEstate),
			"An estate or beneficiary that is no affiliate of the issuer is not bound by (f). Whether it is by (e) ",
			"was not read in the text of the time, and (e) is named as if it did.")
	}
	if a.conditions.Has(ConditionH) {
		e.changed(codeNotice, changesOf144().notice[:])
	}
}

// changed tells the change that governs the day of the sale, if the days of
// changes have begun.
func (e *explainer) changed(code law.Code, changes []calendar.Era[string]) {
	for i := len(changes) - 1; i >= 0; i-- {
		if !changes[i].From.After(e.sale) {
			e.say(code, changes[i].Authority, changes[i].Value)
			return
		}
	}
}
