package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// course is met from the day on which it happened.
func (o *Occurrence) course() course {
	if o.Happened == law.Unknown {
		return unknowable()
	}
	return since(o.On, law.Yes)
}

// course is met from the day on which the paper came, if it is accepted.
func (p *LegendPaper) course() course {
	if p.Happened == law.Yes {
		return since(p.On, p.Accepted)
	}
	if p.Accepted == law.No { // whatever came or comes
		return nil
	}
	return p.Occurrence.course()
}

func (r *releaser) evidence(l *Limb) course {
	if !l.Evidence {
		return nil
	}
	return r.f.Evidence.course()
}

// registration is met while the statement is effective and, if the limb asks
// for that, current.
func (r *releaser) registration(current bool) course {
	reg := &r.f.Registration
	met := law.Yes
	if current {
		met = reg.Current
	}
	switch {
	case reg.Happened == law.No || met == law.No:
		return nil
	case reg.Happened == law.Unknown:
		return unknowable()
	}
	c := since(reg.On, met)
	if after := reg.Until.AddDays(1); !after.IsZero() {
		c = c.add(after, law.No)
	}
	return c
}

// registeredSale is met from a sale on a day on which the statement was in
// effect.
func (r *releaser) registeredSale(l *Limb) course {
	s := &r.f.Sale
	switch {
	case s.Happened == law.No, s.Route != "" && s.Route != RouteRegistration:
		return nil
	case s.Happened == law.Unknown:
		return unknowable()
	}
	return since(s.On, r.registration(l.Current).at(s.On))
}

// period is met from the end of the limb's period on.
func (r *releaser) period(l *Limb, start *Occurrence) (usual, careful course) {
	switch start.Happened {
	case law.No:
		return nil, nil
	case law.Unknown:
		return unknowable(), unknowable()
	default:
	}
	dates, _, _ := l.end(start.On) // checked by checkPeriods
	return since(dates.Anniversary, law.Yes), since(dates.Conservative, law.Yes)
}

// start is the later of the issue and the last day in the hands of the issuer
// or an affiliate.
func (i *LegendIssue) start() calendar.Date {
	if i.LastOwned.After(i.Issued) {
		return i.LastOwned
	}
	return i.Issued
}

// occurrence is the start of a note's period, which an owner of that kind keeps
// from coming.
func (i *LegendIssue) occurrence() *Occurrence {
	switch i.Owner {
	case AffiliateNow:
		return &Occurrence{Happened: law.No}
	case AffiliateUnknown:
		return &Occurrence{Happened: law.Unknown}
	default:
		return &Occurrence{law.Yes, i.start()}
	}
}
