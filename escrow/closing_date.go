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
	ripe    bool      // none is missing
	waiting int       // purchases of the scope that are not ripe
}

// ripe tests one purchase.
func (s *state) ripe(purchase int, t time.Time) ripeness {
	r := ripeness{since: s.Signed, last: -1, ripe: true}
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
		if s.purchases.get(p).closedBy(t) {
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
	}
	return all
}

// scheduled is the Closing Date that follows from the instant at which the last
// condition came in. called is false if it waits for a notice. It is what
// [calendar.ClosingRule.On] says, without the sentences.
func (s *state) scheduled(since, t time.Time) (date calendar.Date, called bool, err error) {
	switch s.Anchor {
	case AnchorNotice:
		n, ok := s.notice(t)
		return n.day, ok, nil
	case AnchorSigning:
		date, err = s.ruleDate(s.day(s.Signed))
		if err == nil && date.Before(s.day(since)) {
			date, err = s.calendar.OnOrAfter(s.day(since))
		}
		return date, true, err
	default:
		date, err = s.ruleDate(s.day(since))
		return date, true, err
	}
}

func (s *state) ruleDate(met calendar.Date) (calendar.Date, error) {
	if fixed := s.Closing.Fixed; !fixed.IsZero() && !met.After(fixed) {
		return fixed, nil
	}
	return s.Closing.Count.DateAfter(met)
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
