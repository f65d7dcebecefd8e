package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Schedule is when a purchase closes, as far as can be said at an instant, or
// what is missing. The zero Schedule says nothing.
type Schedule struct {
	// Purchase is the purchase asked about.
	Purchase PurchaseID `json:"purchase"`
	// At is the instant asked about; for a purchase released before, that of
	// the release.
	At time.Time `json:"at,omitzero"`
	// Complete is when the last condition came in that can come in before the
	// closing, or when the minimum was reached if that was later. It is zero, and
	// with it every day below, while one is missing.
	Complete time.Time `json:"complete,omitzero"`
	// Scheduled is the Closing Date that follows from Complete, not before the
	// investor's right to cancel has ended.
	Scheduled calendar.Date `json:"scheduled,omitzero"`
	// Date is the day on which the closing can take place: Scheduled, or a
	// later day once it went by and the terms roll it.
	Date calendar.Date `json:"date,omitzero"`
	// Cutoff is the last instant in time on that day.
	Cutoff time.Time `json:"cutoff,omitzero"`
	// Missed is true once Scheduled went by unused.
	Missed bool `json:"missed,omitempty"`
	// Closed is true if the purchase was released.
	Closed bool `json:"closed,omitempty"`
	// LastFundsDay is the last day for funds under the terms.
	LastFundsDay calendar.Date `json:"last_funds_day,omitzero"`
	// LastWireDay is the last day, not after LastFundsDay, on which a wire can
	// arrive; "no date" without a wire calendar.
	LastWireDay calendar.Date `json:"last_wire_day,omitzero"`
	// Missing are the findings that keep the Closing Date from being set.
	Missing []Finding `json:"missing,omitempty"`
	// AtClosing are the findings of the conditions that are tested on Date;
	// before they are shown they are unknown.
	AtClosing []Finding `json:"at_closing,omitempty"`
	// Warnings do not move the date, but someone should know.
	Warnings law.Reasons `json:"warnings,omitempty"`
	// Why tells the steps.
	Why law.Reasons `json:"why"`
}

// Closing computes the schedule of a purchase as of an instant, from the facts
// and waivers up to then that are in the log. An unknown purchase, an instant
// outside the years 1 to 9999 and a calendar that ends too soon are told in
// Why.
func (d Deal) Closing(purchase PurchaseID, at time.Time) Schedule {
	var sc Schedule
	if law.IsText(string(purchase)) {
		sc.Purchase = purchase
	}
	if !servable(at) {
		sc.Why = law.Reasons{page().Reason(codeAskedOutOfRange, law.Citation{})}
		return sc
	}
	sc.At = utc(at)
	if d.s == nil {
		sc.Why = law.Reasons{page().Reason(codeClosingUnknownPurchase, law.Citation{})}
		return sc
	}
	s := d.s.asOf(sc.At)
	i, ok := s.purchase[purchase]
	if !ok {
		sc.Why = law.Reasons{page().Reason(codeClosingUnknownPurchase, law.Citation{})}
		return sc
	}
	s.schedule(&sc, i, new(memo))
	return sc
}

// say tells a step of the schedule.
func (s *state) say(sc *Schedule, code law.Code, authority *law.Citation, values ...value) {
	sc.Why = append(sc.Why, s.reason(code, authority, values...))
}

// alert adds a warning to the schedule.
func (s *state) alert(sc *Schedule, code law.Code, authority *law.Citation, values ...value) {
	sc.Warnings = append(sc.Warnings, s.reason(code, authority, values...))
}

// schedule fills in the schedule of the purchase at sc.At, and returns the
// findings of all conditions.
func (s *state) schedule(sc *Schedule, purchase int, m *memo) []Finding {
	if a := s.purchases.get(purchase); a.closedBy(sc.At) {
		s = s.under(a.closed.terms)
		sc.Closed, sc.At = true, a.closed.at
	}
	found := m.findings.cut(len(s.Conditions))
	m.find(s, found, purchase, sc, false)
	if over := s.overAt(purchase, sc.At); !over.IsZero() {
		s.say(sc, codeIsOver, &s.Authority.Release, instant("ended", over))
		m.find(s, found, purchase, sc, true)
		return found
	}
	r := s.begins(purchase, sc.At)
	for c := range found {
		if s.Conditions[c].Kind != AtClosing {
			r.add(c, found[c].State == Met || found[c].State == Waived, found[c].Since)
		}
	}
	own := r.ripe
	if s.Scope == ScopeTogether {
		r = m.allRipe(s, sc.At)
	}
	if !own {
		s.tellMissing(sc, found, m)
	}
	if own && !r.ripe {
		sc.Why = append(sc.Why, m.reason(s.contract, codeWaitsForOthers, &s.Authority.Several,
			count("waiting", int64(r.waiting)), count("purchases", int64(len(s.Purchases)))))
	}
	if reached, blocked := s.tellMinimum(sc, purchase, m); r.ripe && !blocked {
		sc.take(m.schedule(s, sc, r.after(reached)))
	} else if sc.Closed {
		sc.Why = append(law.Reasons{s.closedWhy(sc.At)}, sc.Why...)
	}
	m.find(s, found, purchase, sc, true)
	sc.AtClosing = m.those(found, func(c int) bool { return s.Conditions[c].Kind == AtClosing })
	return found
}

// closedWhy says that a purchase was released.
func (s *state) closedWhy(at time.Time) law.Reason {
	return s.reason(codeClosed, &s.Authority.Release, instant("released", at))
}

// take fills in what another schedule found out of the same facts.
func (sc *Schedule) take(of *Schedule) {
	sc.Why, sc.Warnings = of.Why[:len(of.Why):len(of.Why)], of.Warnings[:len(of.Warnings):len(of.Warnings)]
	sc.Complete, sc.Scheduled, sc.Date, sc.Cutoff, sc.Missed = of.Complete, of.Scheduled, of.Date, of.Cutoff, of.Missed
	sc.LastFundsDay, sc.LastWireDay = of.LastFundsDay, of.LastWireDay
}

// tellMissing lists what keeps the date from being set.
func (s *state) tellMissing(sc *Schedule, found []Finding, m *memo) {
	sc.Missing = m.those(found, func(c int) bool {
		return s.Conditions[c].Kind != AtClosing && found[c].State != Met && found[c].State != Waived
	})
	own := m.reasons.cut(len(sc.Why) + 1 + len(sc.Missing))
	n := copy(own, sc.Why)
	own[n] = m.reason(s.contract, codeMissing, &s.Authority.ClosingDate)
	for i := range sc.Missing {
		own[n+1+i] = sc.Missing[i].Why[0]
	}
	sc.Why = own
}

// tellDate computes the date; it reports false if the calendar ends too soon.
func (s *state) tellDate(sc *Schedule, r ripeness) bool {
	sc.Complete = r.since
	switch {
	case r.last >= 0:
		s.say(sc, codeLastCondition, &s.Authority.ClosingDate, id("condition", s.Conditions[r.last].ID), instant("since", r.since))
	case r.last == lastMinimum:
		s.say(sc, codeLastCondition, &s.Authority.ClosingDate, instant("reached", r.since))
	default:
		s.say(sc, codeLastCondition, &s.Authority.ClosingDate, instant("signed", r.since))
	}
	if r.free.After(r.since) {
		s.say(sc, codeCancelEnds, &s.Authority.Cancel, instant("cancel_ends", r.free.Truncate(time.Second)))
	}
	if s.Memory == MemoryFirst {
		s.say(sc, codeMemory, &s.Authority.ClosingDate)
	}
	first, ok, err := s.tellScheduled(sc, r)
	if err != nil {
		return s.calendarEnds(sc, err)
	}
	if !ok {
		return false
	}
	sc.Scheduled, sc.Date = first, first
	next, missed, err := s.next(first, sc.At)
	if err != nil {
		sc.Scheduled, sc.Date = calendar.Date{}, calendar.Date{}
		return s.calendarEnds(sc, err)
	}
	if s.Anchor == AnchorNotice && s.tellWindow(sc, next) {
		sc.Scheduled, sc.Date = calendar.Date{}, calendar.Date{}
		return false
	}
	sc.Date, sc.Missed = next, missed
	switch {
	case missed && s.Late == LateRefused:
		s.say(sc, codePassed, &s.Authority.ClosingDate, instant("cutoff", s.cutoff(next, sc.At)))
	case next != sc.Scheduled:
		s.say(sc, codeRolled, &s.Authority.ClosingDate, date("date", next), id("calendar", s.calendar.Name()))
	}
	sc.Cutoff = s.cutoff(next, sc.At)
	sc.Why = append(sc.Why, s.cutoffWhy(next, sc.At))
	return true
}

func (s *state) calendarEnds(sc *Schedule, err error) bool {
	s.say(sc, codeScheduleEnds, &s.Authority.ClosingDate, id("problem", err.Error()))
	return false
}
