package restrict

import "github.com/offerkit/offerkit/law"

// assessControl applies the rule to stock that is not restricted. It has no
// holding period, and binds only an affiliate: (b)(2).
func (a *assessment) assessControl(f *Facts, t *terms, issuer status, seller steps) {
	a.found |= holdingNone
	switch {
	case seller.any(sellerNever | sellerClear):
		a.found |= seller | unneeded
	case seller == sellerGap:
		a.found |= sellerGapControl
	case seller == sellerUnknown:
		a.found |= seller // bound by every condition, or by none
		a.bind(ConditionC|limits, f, t)
	default:
		a.found |= seller | issuer.step() | f.Issuer.information(t, issuer, !a.found.any(shellDutyUnknown))
		a.bind(ConditionC|limits, f, t)
	}
}

// restrictedSale is the rule about restricted stock in the making: what binds
// a seller clear of affiliation, what binds an affiliate, and the findings
// about the two conditions that may be lifted.
type restrictedSale struct {
	issuer            status
	short, long       bool // whether the period of (d)(1)(i), and that of (ii), is over
	outsider, insider Conditions
	holding           steps
	heirs             relief // what an estate or a pledgee asks
	plan              relief // what Rule 701(g) yields
}

// assessRestricted applies the rule to restricted stock.
func (a *assessment) assessRestricted(f *Facts, t *terms, m *moment, r reading) {
	s := restrictedSale{issuer: r.issuer, short: r.held >= t.hold, long: r.held >= t.holdOther}
	s.outsider, s.insider = t.outsider(r.issuer, r.held >= t.free), ConditionC|ConditionD|limits
	s.holding = holding(r.issuer, s.short, s.long)
	if f.Compensatory {
		s.plan = f.plan(t, r.issuer)
		s.relievePlan()
	}
	if f.Capacity != "" && !m.seller.any(sellerAffiliate|sellerRecent) {
		s.heirs = f.relief(t, r.issuer, m.sale)
		s.relieveHeirs(m.seller)
		if f.Capacity == Estate && s.outsider&t.estateOff != 0 {
			s.outsider &^= t.estateOff
			a.found |= estateManner
		}
	}
	if s.holding.any(holdingShort|holdingUnknown) && m.sale.Before(f.Paid) {
		s.holding = holdingUnpaid // (d)(1)(iii)
	}
	a.found |= r.issuer.step() | s.holding
	informed := s.information(f, t, a.found.any(shellDutyUnknown))
	switch {
	case m.seller == sellerUnknown && (s.outsider == s.insider || a.found.any(estateManner) && s.outsider|t.estateOff == s.insider):
		// Affiliate or not, the same conditions bind: the fact is not needed. For
		// an estate it turns on that whether (f) does, which is named.
		a.bind(s.insider, f, t)
	case m.seller == sellerUnknown:
		a.found |= sellerUnknown
		a.bind(s.insider, f, t)
		if s.outsider&ConditionC == 0 {
			informed = 0 // (c) may not apply
		}
	case m.seller.any(sellerAffiliate | sellerRecent):
		a.found |= m.seller
		a.bind(s.insider, f, t)
	default:
		a.found |= m.seller
		a.bind(s.outsider, f, t)
		if s.outsider&ConditionC == 0 {
			informed = infoOff
			if s.plan == reliefGranted && r.held < t.free {
				informed = infoRelieved
			}
		}
	}
	a.found |= informed
	if s.plan == reliefOpen {
		a.leaveOpen(m.seller)
	}
}

// outsider is what binds a seller clear of affiliation.
func (t *terms) outsider(issuer status, free bool) Conditions {
	switch {
	case free:
		return ConditionD
	case issuer == statusSeasoned:
		return ConditionD | t.until
	case issuer == statusUnknown:
		return ConditionD | t.until | t.untilOther
	}
	return ConditionD | t.untilOther
}

// relievePlan lifts what Rule 701(g)(3) lifts once the issuer has been
// reporting for 90 days: (d) for all, and (c) for sellers clear of affiliation.
func (s *restrictedSale) relievePlan() {
	if s.plan != reliefGranted {
		return
	}
	s.outsider &^= ConditionC
	switch {
	case s.short: // (d) is met as well
	case s.issuer == statusSeasoned:
		s.outsider, s.insider = s.outsider&^ConditionD, s.insider&^ConditionD
		s.holding = holdingRelieved
	default: // an unknown issuer, for which either period is short
		s.holding = planUnknown
	}
}

// relieveHeirs lifts the holding period for a seller that is no affiliate, or
// leaves it open where no text that was read does so.
func (s *restrictedSale) relieveHeirs(seller steps) {
	switch {
	case s.heirs == reliefNone || s.holding == holdingMet || s.holding == holdingRelieved:
	case s.heirs == reliefGranted && seller != sellerUnknown:
		if s.holding != holdingUnknown { // which is met if the issuer reports, and asked for then
			s.outsider &^= ConditionD
		}
		s.holding = holdingRelieved
	case s.holding == holdingShort:
		s.holding = holdingRelief
	}
}

// leaveOpen takes back what Rule 701(g) may lift under a text that was not
// read.
func (a *assessment) leaveOpen(seller steps) {
	lift := holdingShort | holdingUnpaid
	if !seller.any(sellerAffiliate | sellerRecent) {
		lift |= infoUnmet | infoUnknown | infoForms8K
	}
	if a.found.any(lift) {
		a.found = a.found&^lift | planUnknown
	}
}

// information is the outcome of (c). With an unknown issuer it turns on which
// kinds of issuer have not failed (d) or (i)(2) already: if only one that
// reports has not, limb (1) alone is left to ask.
func (s *restrictedSale) information(f *Facts, t *terms, mustReport bool) steps {
	other := s.long || s.heirs != reliefNone
	reports := s.short || s.heirs != reliefNone || s.plan != reliefNone
	informed := f.Issuer.information(t, s.issuer, (other || !reports) && !mustReport)
	if informed != infoUnmet || s.issuer != statusUnknown || t.untilOther&ConditionC != 0 {
		return informed
	}
	switch s.heirs { // of an issuer that does not report no information is asked for
	case reliefGranted:
		return infoUnknown
	case reliefOpen:
		return 0 // and it may do without the period
	default:
		return informed
	}
}

// holding is the outcome of (d)(1), given whether the period for an issuer
// that reports and the longer one for any other have been reached.
func holding(issuer status, short, long bool) steps {
	switch {
	case long, short && issuer == statusSeasoned:
		return holdingMet
	case short && issuer == statusUnknown:
		return holdingUnknown
	}
	return holdingShort
}

// information is the outcome of (c). AnyLimb is false where only limb (1) is
// left to ask of an issuer whose status is unknown.
func (i *Issuer) information(t *terms, issuer status, anyLimb bool) steps {
	answer := i.Current
	switch {
	case issuer == statusNew:
		return infoClosed
	case issuer == statusOther:
		answer = i.Public
	case issuer == statusUnknown && anyLimb:
		if i.Current == law.No && i.Public == law.No {
			return infoUnmet
		}
		return infoUnknown
	case t.forms8K && i.Current == law.Yes && i.Forms8K != law.Yes:
		return infoUnknown | infoForms8K
	}
	switch answer {
	case law.Yes:
		return infoMet
	case law.No:
		return infoUnmet
	default:
		return infoUnknown
	}
}
