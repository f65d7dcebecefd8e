package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// tellFunds computes the last days for money.
func (s *state) tellFunds(sc *Schedule) {
	due, err := s.FundsBefore.Before(sc.Date)
	if err != nil {
		sc.say(codeScheduleEnds, "No last day for funds can be computed: "+err.Error()+".", s.Authority.FundsBefore)
		return
	}
	sc.LastFundsDay = due.Date
	sc.Why = append(sc.Why, due.Why...)
	if s.WireCalendar.IsZero() {
		return
	}
	wire, err := s.WireCalendar.OnOrBefore(due.Date)
	if err != nil {
		sc.say(codeScheduleEnds, "No last wire day can be computed: "+err.Error()+".", law.Citation{})
		return
	}
	sc.LastWireDay = wire
	text := "A wire can arrive on that day."
	if closed, ok := s.WireCalendar.Closure(due.Date); ok {
		text = "No wire moves on that day (" + closed.Name + "); the last day for one is " + wire.Long() + "."
	}
	sc.say(CodeLastWireDay, text, law.Citation{})
}

// tellWarnings compares the closing day with the market's hours, the wires and
// the outside date.
func (s *state) tellWarnings(sc *Schedule) {
	if session, ok := s.calendar.Session(sc.Date); ok && session.EarlyClose {
		sc.warn(codeEarlyClose, "The exchange closes at "+session.Close.String()+" on "+sc.Date.Long()+" ("+session.Name+
			"). The day counts as a trading day, and the cut-off stays at "+s.hour(sc.Cutoff)+".", session.Authority)
	}
	if closed, ok := s.WireCalendar.Closure(sc.Date); ok {
		sc.warn(codeWiresClosed, "No wire moves on "+sc.Date.Long()+" ("+closed.Name+
			"): money released on that day can arrive only on a later one.", closed.Authority)
	}
	if out := s.Closing.Outside; !out.IsZero() && sc.Date.After(out) {
		sc.warn(codeOutsideDate, "The closing day lies after the outside date, "+out.Long()+".", s.Authority.Outside)
	}
}

// tellMinimum says that the minimum is missing, and reports whether it is, and since
// when it is there otherwise.
func (s *state) tellMinimum(sc *Schedule, purchase int, m *memo) (reached time.Time, missing bool) {
	if s.Contingency.MinCents == 0 {
		return time.Time{}, false
	}
	if sc.Closed {
		return s.purchases.Get(purchase).closed.reached, false
	}
	if c := m.minimum(s, sc.At); !c.Reached {
		sc.say(codeNoMinimum, s.minimumText(c), s.Authority.Contingency)
		return time.Time{}, true
	}
	return m.reached(s, sc.At), false
}

// tellShare takes back the date of a release that could not reach the minimum with
// the others that can take place on the day, and reports whether it stays. All that
// count can where all close together; and where a missed date rolls, unless a
// condition that serves them all is waived for some.
func (s *state) tellShare(sc *Schedule, m *memo) bool {
	least := s.Contingency.MinCents
	if least == 0 || sc.Closed || s.Scope == ScopeTogether || s.Late == LateRolls && s.wideWaivers == 0 ||
		s.Late == LateRefused && sc.Missed {
		return true
	}
	counted := s.soldAt(sc.At)
	for p := 0; p < len(s.Purchases) && counted < least; p++ {
		if s.purchases.Get(p).closedBy(sc.At) || !s.canClose(p, sc.Date, sc.At, m) {
			continue
		}
		counted += s.countOf(p, sc.At)
	}
	if counted >= least {
		return true
	}
	sc.say(codeNoMinimum, "The purchases that can be released on "+sc.Date.Long()+" count "+s.usd(counted)+
		" together, with those released before, of the minimum of "+s.usd(least)+".", s.Authority.Contingency)
	sc.Scheduled, sc.Date, sc.Cutoff, sc.Missed = calendar.Date{}, calendar.Date{}, time.Time{}, false
	return false
}

// canClose reports whether the conditions and the minimum let an open purchase close
// on the day.
func (s *state) canClose(p int, on calendar.Date, t time.Time, m *memo) bool {
	r := s.ripe(p, t)
	date, called, err := s.scheduled(r.after(m.reached(s, t)), t)
	return r.ripe && called && err == nil && (date == on || s.Late == LateRolls && date.Before(on))
}

// tellWindow says that a closing that was called can take place no more, and
// reports whether that is so.
func (s *state) tellWindow(sc *Schedule, next calendar.Date) bool {
	n, _ := s.notice(sc.At)
	switch end, ends, err := s.windowEnd(n); {
	case err != nil:
		return !s.calendarEnds(sc, err)
	case ends && next.After(end):
		sc.say(codeWindowOver, "The closing called for "+n.day.Long()+" could take place until "+end.Long()+
			"; the company can call another.", s.Notice.Authority)
		return true
	}
	return false
}

// tellScheduled tells the day that follows from the anchor; ok is false if the
// closing waits for a notice.
func (s *state) tellScheduled(sc *Schedule, r ripeness) (date calendar.Date, ok bool, err error) {
	date, called, err := s.scheduled(r, sc.At)
	if err != nil {
		return date, false, err
	}
	if s.Anchor == AnchorNotice {
		text := "The company has called no closing."
		if called {
			text = "The company called the closing for " + date.Long() + "."
		}
		sc.say(codeByNotice, text, s.Notice.Authority)
		return date, called, nil
	}
	met := s.day(r.since)
	if s.Anchor == AnchorSigning {
		met = s.day(s.Signed)
	}
	rule := s.Closing
	rule.By, rule.Outside = calendar.Cutoff{}, calendar.Date{} // both are told here, as agreed and as of now
	due, err := rule.On(met)
	if err != nil {
		return date, false, err
	}
	for _, step := range due.Why {
		switch step.Code {
		case calendar.CodeShortSession:
			continue // told as a warning of the day that it turns out to be
		case calendar.CodeProjected:
			sc.Warnings = append(sc.Warnings, step)
		}
		sc.Why = append(sc.Why, step)
	}
	switch {
	case date == due.Date:
	case r.free.After(r.since):
		sc.say(codeCancelEnds, "The right to cancel ends later; the closing is on "+date.Long()+".", s.Authority.Cancel)
	default:
		sc.say(codeLastCondition, "The conditions came in later; the closing is on "+date.Long()+".", s.Authority.ClosingDate)
	}
	return date, true, nil
}
