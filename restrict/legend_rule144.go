package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// rule144 is met while the rule is available and none of the conditions that
// the clause rules out binds, on either reading of its words. Its turns are days
// of Milestones.
func (r *releaser) rule144(l *Limb, by convention) course {
	c := r.q.changes(by)
	out := make(course, 0, 4)
	for _, day := range c.day[:c.n] {
		narrow, wide := r.readings(l, day, by)
		if narrow != wide {
			narrow = law.Unknown
		}
		out = out.add(day, narrow)
	}
	return out
}

// readings is how that limb stands on one day on the two readings of its words.
func (r *releaser) readings(l *Limb, day calendar.Date, by convention) (narrow, wide law.YesNo) {
	less, more := l.readings()
	narrow = r.eligible(less, day, by)
	if less == more {
		return narrow, narrow
	}
	return narrow, r.eligible(more, day, by)
}

// unread reports whether a relief whose text was not read may lift what binds:
// that of estates, pledgees and donees, and Rule 701(g) before 2008. Since then
// 701(g) is open only for want of a fact.
func (r *releaser) unread(a assessment, day calendar.Date) bool {
	return a.found.any(holdingRelief) || a.found.any(planUnknown) && !r.q.eras.at(day).Value.shells
}

// eligible is how that limb stands on one day.
func (r *releaser) eligible(without Conditions, day calendar.Date, by convention) law.YesNo {
	a := r.q.at(day, by)
	switch a.found.answer() {
	case Available, NotNeeded:
		return yesOr(a.conditions&without == 0, law.No)
	case Undecided:
		return r.undecided(without, day, by)
	default:
		return law.No
	}
}

// undecided tries the unknown facts on which it turns what binds the way that is
// best for the holder: if the limb is not met even so, it is not met. An issuer
// that may be a shell or a former one is tried as one that never was. An issuer
// of unknown status is tried as one that always reported, as one that does since
// that day, and as one that need not, since each may be better: a former shell
// must report, and an estate is asked for (c) only if the issuer has for long.
// Other unknown facts leave the answer open, and what binds as it is.
func (r *releaser) undecided(without Conditions, day calendar.Date, by convention) law.YesNo {
	best := *r.q.f
	if best.Affiliate == AffiliateUnknown {
		best.Affiliate = AffiliateNever
	}
	if best.Issuer.Shell == ShellUnknown || best.Issuer.Shell == ShellStartUp {
		best.Issuer.Shell = ShellNever
	}
	if best.Issuer.Reporting != ReportingUnknown {
		return r.possible(&best, without, day, by)
	}
	best.Issuer.Reporting = ReportingNone
	met := r.possible(&best, without, day, by)
	best.Issuer.Reporting = ReportingSubject
	for _, since := range [...]calendar.Date{calendar.MustDate(1, time.January, 1), day} {
		if best.Issuer.ReportingSince = since; met == law.No {
			met = r.possible(&best, without, day, by)
		}
	}
	return met
}

// possible is unknown if the limb may be met on the facts at their best, and no
// if it cannot be.
func (r *releaser) possible(best *Facts, without Conditions, day calendar.Date, by convention) law.YesNo {
	q := question{f: best, eras: r.q.eras}
	a := q.at(day, by)
	switch {
	case a.conditions&without&ConditionI != 0: // which no relief lifts
		return law.No
	case r.unread(a, day):
		return law.Unknown
	case a.conditions&without != 0, a.found.answer() == NotAvailable:
		return law.No
	}
	return law.Unknown
}

// sale144 is met from a sale that could rely on the rule on its day, and kept
// to the conditions that bound it.
func (r *releaser) sale144(by convention) course {
	s := &r.f.Sale
	switch {
	case s.Happened == law.No, s.Route != "" && s.Route != RouteRule144:
		return nil
	case s.Happened == law.Unknown:
		return unknowable()
	}
	return since(s.On, r.sold144(by))
}

// sold144 is whether it did.
func (r *releaser) sold144(by convention) law.YesNo {
	a := r.q.at(r.f.Sale.On, by)
	met := r.eligible(0, r.f.Sale.On, by)
	switch {
	case met == law.No, a.conditions&limits == 0, r.f.Sale.Kept == law.Yes:
		return met
	case r.f.Sale.Kept == law.No && !r.mayNotBind(a, a.conditions&limits, r.f.Sale.On, by):
		return law.No
	}
	return law.Unknown // whether the conditions bound the seller, or were kept
}

// mayNotBind reports whether conditions that an answer lists bind only if what
// is unknown goes one way.
func (r *releaser) mayNotBind(a assessment, c Conditions, day calendar.Date, by convention) bool {
	return a.found.any(sellerUnknown) || a.found.answer() == Undecided && r.eligible(c, day, by) == law.Unknown
}

// noAffiliate is met from the day on which the look-backs at past affiliation
// are over.
func (r *releaser) noAffiliate() course {
	c := r.q.changes(anniversary)
	out := make(course, 0, 2)
	for _, day := range c.day[:c.n] {
		met := law.No
		switch seller := r.q.f.seller(&r.q.eras.at(day).Value, day); {
		case seller.any(sellerNever | sellerClear):
			met = law.Yes
		case seller == sellerUnknown:
			met = law.Unknown
		}
		out = out.add(day, met)
	}
	return out
}

func yesOr(yes bool, otherwise law.YesNo) law.YesNo {
	if yes {
		return law.Yes
	}
	return otherwise
}
