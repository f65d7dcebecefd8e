package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

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
	held   elapsed   // since the holding period began
	form10 elapsed   // since a former shell filed its Form 10 information
	seller steps     // how the seller stands to the issuer
	gate   steps     // the gate of (i), as far as no count matters
	issuer [2]status // under each convention, the anniversary first
}

// reading is what one convention of counting makes of a moment. Where both
// make the same of it, they have one outcome.
type reading struct {
	held   int    // whole months since the holding period began
	form10 bool   // (i)(2): the year since the Form 10 information is over
	issuer status // (d)(1)
}

func (f *Facts) moment(t *terms, sale calendar.Date) moment {
	m := moment{sale: sale, seller: f.seller(t, sale), gate: f.gate(t, sale)}
	m.issuer[0], m.issuer[1] = f.Issuer.status(t, sale)
	if f.restricted() {
		m.held = monthsUpTo(t.free, f.start(), sale) // the longest period of every version
	}
	if m.gate.any(shellCured) && f.Issuer.Form10 == law.Yes {
		m.form10 = monthsUpTo(t.shellMonths, f.Issuer.Form10Filed, sale)
	}
	return m
}

// by is the reading of one convention.
func (m *moment) by(t *terms, c convention) reading {
	r := reading{held: m.held.by(c), form10: m.form10.by(c) >= t.shellMonths, issuer: m.issuer[0]}
	if c == conservative {
		r.issuer = m.issuer[1]
	}
	return r
}

// assess applies one version of the rule to a sale. Every answer of this
// package about Rule 144 comes from here.
func assess(f *Facts, t *terms, m *moment, r reading) assessment {
	a := assessment{found: f.shellSteps(m.gate, r)}
	if f.restricted() {
		a.assessRestricted(f, t, m, r)
	} else {
		a.assessControl(f, t, r.issuer, m.seller)
	}
	if t.shells && m.gate.any(shellBarred|shellCured|shellUnknown|shellStartUp) {
		a.conditions |= ConditionI
	}
	return a
}

// status reads the issuer's duty on the day of the sale and not before, under
// either convention: an issuer that no longer reports has lost the shorter
// period, (d)(1)(ii).
func (i *Issuer) status(t *terms, sale calendar.Date) (byAnniversary, conservatively status) {
	switch i.Reporting {
	case ReportingSubject, ReportingEnded:
		switch days := sale.Sub(i.ReportingSince); {
		case days < 0 || i.Reporting == ReportingEnded && sale.After(i.ReportingUntil):
			return statusOther, statusOther
		case days > t.seasoned:
			return statusSeasoned, statusSeasoned
		case days == t.seasoned:
			return statusSeasoned, statusNew
		}
		return statusNew, statusNew
	case ReportingVoluntary, ReportingNone:
		return statusOther, statusOther // "subject to" leaves out the volunteer, C&DI 132.09
	default:
		return statusUnknown, statusUnknown
	}
}

// gate is the gate of (i), before which no other condition counts. It is
// shellCured for a former shell that is to be held to the conditions of (i)(2).
func (f *Facts) gate(t *terms, sale calendar.Date) steps {
	switch f.Issuer.Shell {
	case ShellNever:
		return shellNever
	case ShellOfOperatingCompany:
		return shellCombination
	case ShellStartUp:
		return shellStartUp
	case ShellNow, ShellFormer:
	default:
		return shellUnknown
	}
	switch {
	case !f.tainted():
		return shellLater
	case !t.shells:
		return shellPractice
	case f.Issuer.Shell == ShellNow, !sale.After(f.Issuer.ShellUntil):
		return shellBarred // (i)(1)
	}
	return shellCured
}

// shellSteps holds a former shell to (i)(2), at every sale anew.
func (f *Facts) shellSteps(gate steps, r reading) steps {
	if gate != shellCured {
		return gate
	}
	var found steps
	switch r.issuer {
	case statusOther:
		found |= shellNotReporting
	case statusUnknown:
		found |= shellDutyUnknown
	case statusSeasoned, statusNew:
	}
	switch {
	case f.Issuer.Form10 == law.No:
		found |= shellNoForm10
	case f.Issuer.Form10 != law.Yes:
		found |= shellForm10Unknown
	case !r.form10:
		found |= shellYear
	}
	switch f.Issuer.ShellReports {
	case law.Yes:
	case law.No:
		found |= shellUnfiled
	default:
		found |= shellFiledUnknown
	}
	if found == 0 {
		return shellCured
	}
	return found
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
		case t.look > 0 && sale.Sub(last) <= t.look:
			return sellerRecent // (b)(2), even where the three months are over
		case sale.Sub(last) > 32*t.clear || reached(sale, affiliateCleared(last, t.clear)):
			return sellerClear // (b)(1), formerly (k)
		case t.look > 0:
			return sellerGap
		}
		return sellerRecent
	default:
		return sellerUnknown
	}
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
