package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// ripeness is what the conditions other than those at closing say of a purchase
// or, where all close together, of all.
type ripeness struct {
	since   time.Time // the latest instant at which one of them came in
	last    int       // that condition; -1 if it is the signing itself, -2 the minimum
	free    time.Time // from when no investor can cancel; zero if none could
	ripe    bool      // none is missing
	waiting int       // purchases of the scope that are not ripe
}

// begins is what there is of a purchase before a condition is asked. An investor can
// still cancel at the last instant of its right.
func (s *state) begins(purchase int, t time.Time) ripeness {
	r := ripeness{since: s.Signed, last: -1, ripe: true}
	bound := s.boundSince(purchase)
	switch {
	case s.CancelBy.IsZero():
	case by(bound, t) && bound.Before(s.CancelBy):
		r.free = bound
	default:
		r.free = s.CancelBy.Add(1)
	}
	return r
}

// ripe tests one purchase.
func (s *state) ripe(purchase int, t time.Time) ripeness {
	r := s.begins(purchase, t)
	for c := range s.Conditions {
		if s.Conditions[c].Kind == AtClosing {
			continue
		}
		v := s.find(c, purchase, t, calendar.Date{})
		r.add(c, v.open(), v.since)
	}
	return r
}

// add counts one condition in.
func (r *ripeness) add(condition int, open bool, since time.Time) {
	switch {
	case !open:
		r.ripe, r.waiting = false, 1
	case since.After(r.since):
		r.since, r.last = since, condition
	}
}

// lastMinimum is ripeness.last where the minimum came in last.
const lastMinimum = -2

// after counts in when the minimum came to be there. The release and the schedule
// both date a closing from what it returns.
func (r ripeness) after(reached time.Time) ripeness {
	if reached.After(r.since) {
		r.since, r.last = reached, lastMinimum
	}
	return r
}

// allRipe tests every purchase that has not closed; it serves deals that close
// together, whose callers ask once and use it for each purchase. One that is over
// never gets ripe.
func (s *state) allRipe(t time.Time) ripeness {
	all := ripeness{since: s.Signed, last: -1, ripe: true}
	for p := range s.Purchases {
		if s.purchases.Get(p).closedBy(t) {
			continue
		}
		r := s.ripe(p, t)
		if !r.ripe || !s.overAt(p, t).IsZero() {
			all.ripe = false
			all.waiting++
		}
		if r.since.After(all.since) {
			all.since, all.last = r.since, r.last
		}
		all.free = later(all.free, r.free)
	}
	return all
}

// scheduled is the Closing Date that follows from the instant at which the last
// condition came in. It is what [calendar.ClosingRule.On] says, without the sentences,
// but never before the conditions came in or while an investor can cancel. called is
// false if it waits for a notice.
func (s *state) scheduled(r ripeness, t time.Time) (date calendar.Date, called bool, err error) {
	first := later(r.since, r.free)
	switch s.Anchor {
	case AnchorNotice:
		n, ok := s.notice(t)
		if !ok {
			return n.day, false, nil
		}
		date, first = n.day, r.free
	case AnchorSigning:
		date, err = s.Closing.DateOn(s.day(s.Signed))
	default:
		date, err = s.Closing.DateOn(s.day(r.since))
	}
	if err != nil || first.IsZero() {
		return date, true, err
	}
	if day := s.day(first); date.Before(day) {
		date, err = s.calendar.OnOrAfter(day)
	}
	if err == nil && date == s.day(first) && first.After(s.cutoff(date, t)) {
		date, err = s.calendar.Next(date)
	}
	return date, true, err
}

// next is the day on which a closing scheduled for the given one can still take
// place, as of an instant: that day until its cut-off, and then, if the terms
// roll it, the first open day whose cut-off is ahead.
func (s *state) next(scheduled calendar.Date, t time.Time) (date calendar.Date, missed bool, err error) {
	today := s.day(t)
	if today.Before(scheduled) || today == scheduled && !t.After(s.cutoff(scheduled, t)) {
		return scheduled, false, nil
	}
	if s.Late == LateRefused {
		return scheduled, true, nil
	}
	if s.calendar.IsOpen(today) && !t.After(s.cutoff(today, t)) {
		return today, true, nil
	}
	date, err = s.calendar.Next(today)
	return date, true, err
}

// fundsBy is the last day for funds of a closing on the day. The rule was
// checked, so that it fails only at the ends of a calendar.
func (s *state) fundsBy(closing calendar.Date) (calendar.Date, error) {
	return s.FundsBefore.DateBefore(closing)
}
