package restrict

import "github.com/offerkit/offerkit/calendar"

// assessment is the outcome of the rule on one day under one convention.
type assessment struct {
	conditions Conditions
	found      steps
}

// status is how an issuer stands to its reporting duty on the day of the sale.
type status uint8

const (
	statusUnknown  status = iota
	statusSeasoned        // subject for the days asked for
	statusNew             // subject, but not for long enough
	statusOther           // not subject
)

// moment is what a day of sale makes of the facts, whichever way months and
// days are counted.
type moment struct {
	sale   calendar.Date
	held   elapsed // since the holding period began
	seller steps   // how the seller stands to the issuer
}

func (f *Facts) moment(t *terms, sale calendar.Date) moment {
	return moment{sale: sale, held: monthsElapsed(f.start(), sale), seller: f.seller(t, sale)}
}

// assess applies one version of the rule to a sale. Every answer of this
// package about Rule 144 comes from here.
func assess(f *Facts, t *terms, m *moment, by convention) assessment {
	issuer := f.Issuer.status(t, m.sale, by)
	a := assessment{found: f.shellSteps(t, issuer)}
	if f.Stock == Unrestricted {
		a.assessControl(f, t, issuer, m.seller)
	} else {
		a.assessRestricted(f, t, issuer, m, m.held.by(by))
	}
	return a
}

// status reads the issuer's duty on the day of the sale and not before: an
// issuer that no longer reports has lost the shorter period, (d)(1)(ii).
func (i *Issuer) status(t *terms, sale calendar.Date, by convention) status {
	switch i.Reporting {
	case ReportingSubject, ReportingEnded:
		switch {
		case sale.Before(i.ReportingSince) || i.Reporting == ReportingEnded && sale.After(i.ReportingUntil):
			return statusOther
		case reached(sale, reportingSeasoned(i.ReportingSince, t.seasoned, by)):
			return statusSeasoned
		}
		return statusNew
	case ReportingVoluntary, ReportingNone:
		return statusOther // "subject to" leaves out the volunteer, C&DI 132.09
	default:
		return statusUnknown
	}
}

// shellSteps is the gate of (i), before which no other condition counts.
func (f *Facts) shellSteps(t *terms, issuer status) steps {
	tainted := f.tainted()
	switch {
	case f.Issuer.Shell == ShellNever:
		return shellNever
	case f.Issuer.Shell != ShellNow && f.Issuer.Shell != ShellFormer:
		return shellUnknown
	case !tainted:
		return shellLater
	case !t.shells:
		return shellPractice
	case f.Issuer.Shell == ShellNow:
		return shellBarred // (i)(1)
	case issuer == statusOther:
		return shellNotReporting // (i)(2)
	}
	return shellFormer // (i)(2) asks for Form 10 information and a year since
}

// seller is how the seller stands to the issuer on the day of the sale.
func (f *Facts) seller(t *terms, sale calendar.Date) steps {
	switch f.Affiliate {
	case AffiliateNever:
		return sellerNever
	case AffiliateNow:
		return sellerAffiliate
	case AffiliateFormer:
		last := f.LastAffiliate
		switch {
		case !last.Before(sale):
			return sellerAffiliate
		case t.look > 0 && !reached(sale, affiliateReleased(last, t.look)):
			return sellerRecent // (b)(2), even where the three months are over
		case reached(sale, affiliateCleared(last, t.clear)):
			return sellerClear // (b)(1), formerly (k)
		case t.look > 0:
			return sellerGap
		}
		return sellerRecent
	default:
		return sellerUnknown
	}
}

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
		a.found |= seller | issuer.step() | f.Issuer.information(issuer, !a.found.any(shellFormer))
		a.bind(ConditionC|limits, f, t)
	}
}

// assessRestricted applies the rule to restricted stock.
func (a *assessment) assessRestricted(f *Facts, t *terms, issuer status, m *moment, held int) {
	// (d)(1): which of the two periods counts depends on the issuer, and
	// either may have been reached.
	short, long, free := held >= t.hold, held >= t.holdOther, held >= t.free
	a.found |= issuer.step() | holding(issuer, short, long)
	if m.sale.Before(f.Paid) {
		a.found = a.found&^(holdingShort|holdingUnknown) | holdingUnpaid // (d)(1)(iii)
	}

	// What binds a seller clear of affiliation, and what binds an affiliate.
	outsider, affiliate := ConditionD, ConditionC|ConditionD|limits
	if !free {
		switch issuer {
		case statusSeasoned:
			outsider |= t.until
		case statusUnknown:
			outsider |= t.until | t.untilOther
		default:
			outsider |= t.untilOther
		}
	}
	seller, informed := m.seller, f.Issuer.information(issuer, (long || !short) && !a.found.any(shellFormer))
	switch {
	case seller == sellerUnknown && outsider == affiliate:
		// Affiliate or not, the same conditions bind: the fact is not needed.
		a.bind(outsider, f, t)
	case seller == sellerUnknown:
		a.found |= sellerUnknown
		a.bind(affiliate, f, t)
		if outsider&ConditionC == 0 {
			informed = 0 // (c) may not apply
		}
	case seller.any(sellerAffiliate | sellerRecent):
		a.found |= seller
		a.bind(affiliate, f, t)
	default:
		a.found |= seller
		a.bind(outsider, f, t)
		if outsider&ConditionC == 0 {
			informed = infoOff
		}
	}
	a.found |= informed
}

// bind sets the conditions that apply, less those from which debt is exempt.
func (a *assessment) bind(c Conditions, f *Facts, t *terms) {
	if f.Security == Debt && c&t.debtOff != 0 {
		c &^= t.debtOff
		a.found |= mannerOff // (f)(3)
	}
	a.conditions = c
	if c&limits != 0 {
		a.found |= limitsOn
	} else {
		a.found |= limitsOff
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

// information is the outcome of (c). Where the issuer's status is unknown, but
// one that does not report would have failed (d) or (i)(2) already, only limb
// (1) is left to ask; anyLimb is true otherwise.
func (i *Issuer) information(issuer status, anyLimb bool) steps {
	answer := i.Current
	switch {
	case issuer == statusNew:
		return infoClosed
	case issuer == statusOther:
		answer = i.Public
	case issuer == statusUnknown && anyLimb:
		if i.Current == No && i.Public == No {
			return infoUnmet
		}
		return infoUnknown
	}
	switch answer {
	case Yes:
		return infoMet
	case No:
		return infoUnmet
	default:
		return infoUnknown
	}
}

// step is the finding that tells the status.
func (s status) step() steps {
	switch s {
	case statusSeasoned:
		return issuerSeasoned
	case statusNew:
		return issuerNew
	case statusOther:
		return issuerOther
	default:
		return issuerUnknown
	}
}
