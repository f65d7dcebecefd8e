package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// stretch is a run of days on which the outcome is the same.
type stretch struct {
	from    calendar.Date
	version calendar.Date
	assessment
}

// maxChanges is the most days on which an outcome can change: the first day
// asked about, the payment, the two ends of reporting, the ends of the shell and
// of affiliation, the staff's view of pledges, and for each version its first day,
// three periods, two look-backs, the seasoning of the issuer and the year of
// (i)(2).
const maxChanges = 7 + 8*eraCount

// changes gathers days in order, each once, without the heap.
type changes struct {
	day [maxChanges]calendar.Date
	n   int
}

// add inserts the day unless it is before the first or known already.
func (c *changes) add(d calendar.Date) {
	if d.IsZero() || c.n > 0 && d.Before(c.day[0]) || c.n == maxChanges {
		return
	}
	i := c.n
	for i > 0 && d.Before(c.day[i-1]) {
		i--
	}
	if i > 0 && c.day[i-1] == d {
		return
	}
	copy(c.day[i+1:c.n+1], c.day[i:c.n])
	c.day[i] = d
	c.n++
}

// origin is the first day asked about: the acquisition, or the first day whose
// law is held.
func (q *question) origin() calendar.Date {
	if first := q.eras[0].From; q.f.Acquired.Before(first) {
		return first
	}
	return q.f.Acquired
}

// changes lists every day from the origin on, on which the outcome may differ
// from the day before. The outcome is a function of comparisons of the sale
// with these days and with nothing else.
func (q *question) changes(by convention) changes {
	var c changes
	c.add(q.origin())
	f := q.f
	c.add(f.Paid)
	if f.Issuer.Reporting == ReportingSubject || f.Issuer.Reporting == ReportingEnded {
		c.add(f.Issuer.ReportingSince)
		c.add(f.Issuer.ReportingUntil.AddDays(1))
	}
	if f.Issuer.Shell == ShellFormer {
		c.add(f.Issuer.ShellUntil.AddDays(1))
	}
	if f.Affiliate == AffiliateFormer {
		c.add(f.LastAffiliate.AddDays(1))
	}
	if f.Capacity == Pledgee {
		c.add(pledgeViewRevised())
	}
	for i := range q.eras {
		q.changesUnder(i, by, &c)
	}
	return c
}

// changesUnder adds the days that version i brings about, as far as it governs
// them.
func (q *question) changesUnder(i int, by convention, c *changes) {
	f, t, from, last := q.f, &q.eras[i].Value, q.eras[i].From, q.eras.last(i)
	add := func(d calendar.Date) {
		if !d.Before(from) && (last.IsZero() || !d.After(last)) {
			c.add(d)
		}
	}
	add(from)
	if f.restricted() {
		add(periodEnd(f.start(), t.hold, by))
		add(periodEnd(f.start(), t.holdOther, by))
		add(periodEnd(f.start(), t.free, by))
	}
	if f.Affiliate == AffiliateFormer {
		add(affiliateReleased(f.LastAffiliate, t.look))
		add(affiliateCleared(f.LastAffiliate, t.clear))
	}
	add(reportingSeasoned(f.Issuer.ReportingSince, t.seasoned, by))
	if t.shells && f.Issuer.Form10 == law.Yes {
		add(periodEnd(f.Issuer.Form10Filed, t.shellMonths, by))
	}
}

// opening is the first day of the time in which a sale is available, limited
// and free, around the sale or after it.
func (q *question) opening(sale calendar.Date) (limited, free Dates) {
	supposed := *q.f
	supposed.Issuer.Current, supposed.Issuer.Public, supposed.Issuer.Forms8K = law.Yes, law.Yes, law.Yes
	q = &question{f: &supposed, eras: q.eras}
	limited.Anniversary, free.Anniversary = q.openingBy(sale, anniversary)
	limited.Conservative, free.Conservative = q.openingBy(sale, conservative)
	return limited, free
}

func (q *question) openingBy(sale calendar.Date, by convention) (limited, free calendar.Date) {
	c := q.changes(by)
	var limitedRun, freeRun run
	for _, day := range c.day[:c.n] {
		a := q.at(day, by)
		open := a.found.answer().open()
		limitedRun.add(day, open, sale)
		freeRun.add(day, open && a.conditions&^(ConditionD|ConditionI) == 0, sale)
	}
	return limitedRun.from, freeRun.from
}

// run finds the first day of the run of open stretches that holds the sale or,
// if none does, of the next one.
type run struct {
	from calendar.Date
	done bool // a later stretch can no longer matter
}

// add takes the next stretch, in order.
func (r *run) add(from calendar.Date, open bool, sale calendar.Date) {
	switch {
	case r.done:
	case !open && from.After(sale):
		r.done = !r.from.IsZero()
	case !open:
		r.from = calendar.Date{}
	case r.from.IsZero():
		r.from, r.done = from, from.After(sale)
	}
}
