package restrict

import (
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// registrationOutage is a time in which the statement could not be used: from its first
// day up to the day before until, which is "no date" while it lasts.
type registrationOutage struct{ from, until calendar.Date }

// overlap counts the days of the outage from the first day to the last.
func (o registrationOutage) overlap(first, last calendar.Date) int {
	if o.from.After(first) {
		first = o.from
	}
	if !o.until.IsZero() && !o.until.After(last) {
		last = o.until.AddDays(-1)
	}
	return max(0, last.Sub(first)+1)
}

// outages lists the suspensions in the log.
func (q *registrationQuestion) outages() []registrationOutage {
	var out []registrationOutage
	for _, e := range q.events {
		switch e.Kind {
		case RegistrationSuspended:
			out = append(out, registrationOutage{from: e.Date})
		case RegistrationResumed:
			out[len(out)-1].until = e.Date
		default:
		}
	}
	return out
}

// windowStart is the first day of the window that ends on the day.
func (g *RegistrationGrace) windowStart(d calendar.Date) calendar.Date {
	if g.Months == 0 {
		return calendar.MustDate(1, 1, 1)
	}
	start, _ := d.AddMonths(-g.Months)
	if start.IsZero() {
		return calendar.MustDate(1, 1, 1)
	}
	return start.AddDays(1)
}

// used counts the days of suspension in the window that ends on the day.
func (g *RegistrationGrace) used(all []registrationOutage, d calendar.Date) int {
	first, n := g.windowStart(d), 0
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].until.IsZero() && !all[i].until.After(first) {
			break // and so are all before it
		}
		n += all[i].overlap(first, d)
	}
	return n
}

// beyond is the first day on which the last of the outages, if it lasted,
// would go beyond the grace, and by which limit. It is "no date" if no limit
// ever ends it.
func (g *RegistrationGrace) beyond(all []registrationOutage) (calendar.Date, string) {
	last := all[len(all)-1]
	if g.none() {
		return last.from, "the agreement allows no suspension"
	}
	if g.Events > 0 {
		first, n := g.windowStart(last.from), 0
		for i := len(all) - 1; i >= 0 && !all[i].from.Before(first); i-- {
			n++
		}
		if n > g.Events {
			return last.from, "it is the suspension number " + strconv.Itoa(n) + " in " + strconv.Itoa(g.Months) + " months, of " +
				strconv.Itoa(g.Events) + " allowed"
		}
	}
	var day calendar.Date
	why := ""
	if g.PerEvent > 0 {
		day, why = last.from.AddDays(g.PerEvent), "it lasts more than "+dayCount(g.PerEvent)
	}
	if g.PerWindow > 0 {
		open := slices.Concat(all[:len(all)-1], []registrationOutage{{from: last.from}})
		// Each day adds one at most, so that the limit is at least as many days off
		// as are left of it.
		for d := last.from; day.IsZero() || d.Before(day); {
			left := g.PerWindow - g.used(open, d)
			if left < 0 {
				return d, "the suspensions in " + strconv.Itoa(g.Months) + " months exceed " + dayCount(g.PerWindow)
			}
			d = d.AddDays(left + 1)
		}
	}
	return day, why
}

// keep finds how the duty to keep the statement usable stands.
func (q *registrationQuestion) keep() {
	d := RegistrationDutyFinding{Duty: DutyKeep, Clock: -1, Status: RegistrationMet, Event: q.happened(RegistrationEffective)}
	authority := q.r.Grace.Authority
	if !q.end.IsZero() && !d.Event.IsZero() {
		d.Due = q.end.AddDays(-1)
	}
	if d.Event.IsZero() {
		d.Status = RegistrationWaiting
		if q.over(q.on) {
			d.Status = RegistrationEnded
		}
		q.conclude(&d, "The statement has not been declared effective.", authority)
		q.out.Duties = append(q.out.Duties, d)
		return
	}
	text := "The statement is effective and can be used."
	all := q.outages()
	for i := range all {
		beyond, limit := q.r.Grace.beyond(all[:i+1])
		lasts := all[i].until.IsZero() && !q.over(q.on)
		if lasts {
			d.Status = RegistrationPaused
			text = "The use of the statement is suspended since " + all[i].from.Long() + ", within the grace."
		}
		if beyond.IsZero() || beyond.After(q.last()) || !all[i].until.IsZero() && !beyond.Before(all[i].until) {
			continue
		}
		d.Why = append(d.Why, law.Reason{
			Code: codeRegistrationBeyond, Authority: authority,
			Text: "The suspension of " + all[i].from.Long() + " is a failure from " + beyond.Long() + " on: " + limit + ".",
		})
		if lasts {
			d.Status, d.DaysLate = RegistrationMissed, q.on.Sub(beyond)+1
			text = "The use of the statement is suspended since " + all[i].from.Long() + ", beyond the grace."
		}
		if q.r.Keep.Charged {
			q.fail(DutyKeep, beyond, all[i].until)
		}
	}
	if q.over(q.on) {
		d.Status, text = RegistrationEnded, "The duty to keep the statement effective has ended."
	} else {
		q.grace(all, &d, authority)
	}
	q.conclude(&d, text, authority)
	q.out.Duties = append(q.out.Duties, d)
}

// grace finds what is left of the grace, for a suspension that lasts or one
// that would begin on the next day. Where that one follows another, the agreement
// may require a time between them that no term states.
func (q *registrationQuestion) grace(all []registrationOutage, d *RegistrationDutyFinding, authority law.Citation) {
	g := &q.r.Grace
	out := RegistrationGraceFinding{Used: g.used(all, q.on)}
	if len(all) == 0 || !all[len(all)-1].until.IsZero() {
		all = append(all[:len(all):len(all)], registrationOutage{from: q.on.AddDays(1)})
	}
	beyond, _ := g.beyond(all)
	switch {
	case beyond.IsZero():
		out.Unlimited = true
	default:
		out.Left = max(0, beyond.Sub(q.on)-1)
		if out.Left > 0 {
			out.Last = beyond.AddDays(-1)
		}
	}
	if len(all) > 1 && (out.Left > 0 || out.Unlimited || d.Status == RegistrationPaused) {
		out.DistanceUnknown = true
		d.Why = append(d.Why, law.Reason{
			Code: codeRegistrationDistance, Authority: authority,
			Text: "Whether the agreement requires a minimum time between suspensions is not known. " +
				"The use of the statement last resumed on " + all[len(all)-2].until.Long() + ".",
		})
	}
	q.out.Grace = &out
}
