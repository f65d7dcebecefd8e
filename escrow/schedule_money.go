package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// tellFunds computes the last days for money.
func (s *state) tellFunds(sc *Schedule) {
	due, err := s.FundsBefore.Before(sc.Date)
	if err != nil {
		s.say(sc, codeScheduleEnds, &s.Authority.FundsBefore, id("for", "last day for funds"), id("problem", err.Error()))
		return
	}
	sc.LastFundsDay = due.Date
	sc.Why = append(sc.Why, due.Why...)
	if s.WireCalendar.IsZero() {
		return
	}
	wire, err := s.WireCalendar.OnOrBefore(due.Date)
	if err != nil {
		s.say(sc, codeScheduleEnds, nil, id("for", "last day for a wire"), id("problem", err.Error()))
		return
	}
	sc.LastWireDay = wire
	closed, _ := s.WireCalendar.Closure(due.Date)
	s.say(sc, CodeLastWireDay, nil, date("date", wire), id("closed", closed.Name))
}

// tellWarnings compares the closing day with the market's hours, the wires and
// the outside date.
func (s *state) tellWarnings(sc *Schedule) {
	if session, ok := s.calendar.Session(sc.Date); ok && session.EarlyClose {
		s.alert(sc, codeEarlyClose, &session.Authority,
			id("close", session.Close.String()), date("date", sc.Date), id("occasion", session.Name))
	}
	if closed, ok := s.WireCalendar.Closure(sc.Date); ok {
		s.alert(sc, codeWiresClosed, &closed.Authority, date("date", sc.Date), id("closed", closed.Name))
	}
	if out := s.Closing.Outside; !out.IsZero() && sc.Date.After(out) {
		s.alert(sc, codeOutsideDate, &s.Authority.Outside, date("date", sc.Date), date("outside", out))
	}
}

// tellMinimum says that the minimum is missing, and reports whether it is, and since
// when it is there otherwise.
func (s *state) tellMinimum(sc *Schedule, purchase int, m *memo) (reached time.Time, missing bool) {
	if s.Contingency.MinCents == 0 {
		return time.Time{}, false
	}
	if sc.Closed {
		return s.purchases.get(purchase).closed.reached, false
	}
	if c := m.minimum(s, sc.At); !c.Reached {
		sc.Why = append(sc.Why, m.reason(s.contract, codeNoMinimum, &s.Authority.Contingency, minimumValues(c)...))
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
		if s.purchases.get(p).closedBy(sc.At) || !s.canClose(p, sc.Date, sc.At, m) {
			continue
		}
		counted += s.countOf(p, sc.At)
	}
	if counted >= least {
		return true
	}
	s.say(sc, codeNoMinimum, &s.Authority.Contingency, date("date", sc.Date), money("have", counted), money("need", least))
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
		s.say(sc, codeWindowOver, &s.Notice.Authority, date("called", n.day), date("end", end))
		return true
	}
	return false
}

// tellScheduled tells the day that follows from the anchor; ok is false if the
// closing waits for a notice.
func (s *state) tellScheduled(sc *Schedule, r ripeness) (on calendar.Date, ok bool, err error) {
	on, called, err := s.scheduled(r, sc.At)
	if err != nil {
		return on, false, err
	}
	if s.Anchor == AnchorNotice {
		s.say(sc, codeByNotice, &s.Notice.Authority, date("date", on))
		return on, called, nil
	}
	met := s.day(r.since)
	if s.Anchor == AnchorSigning {
		met = s.day(s.Signed)
	}
	rule := s.Closing
	rule.By, rule.Outside = calendar.Cutoff{}, calendar.Date{} // both are told here, as agreed and as of now
	due, err := rule.On(met)
	if err != nil {
		return on, false, err
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
	case on == due.Date:
	case r.free.After(r.since):
		s.say(sc, codeCancelEnds, &s.Authority.Cancel, date("date", on))
	default:
		s.say(sc, codeLastCondition, &s.Authority.ClosingDate, date("date", on))
	}
	return on, true, nil
}
