package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// renew is the move of an event by which the holder comes by something new for
// the lot, and so starts the period. What it gives is the price p and the lot,
// so that nothing begins before the lot's own price is paid too: (d)(1)(iii).
func (l *life) renew(i int, e *Event, p price, authority law.Citation, what string) move {
	s, own := &l.standing, l.paragraph("(d)(1)(iii)")
	m := l.begin(i, e.Date, factDate, p, authority, what)
	known := m.next.answer == StartKnown
	switch {
	case m.next.owed == law.Yes:
		return m
	case s.owed == law.Yes:
		m = move{set: true, exempt: law.No, next: standing{answer: StartNotBegun, since: i, owed: law.Yes}}
		m.say(codeStartUnpaid, own, clause(what)+"the price of the lot itself is not paid, and until then no holding period begins.")
		return m
	case known && s.owed == law.No && !s.settled.After(m.next.date()):
	case known && s.owed == law.No && !s.varies:
		late := price{on: s.settled, what: "the lot itself paid in full on", authority: own, from: p.from, why: p.why}
		m = l.begin(i, e.Date, factDate, late, authority, what)
		m.next.settled = s.settled
	default:
		varies := m.next.varies || s.varies
		m.next, m.set = m.next.or(*s).open(i), false
		m.next.varies = varies                                  // both are paid, not the one or the other
		if s.answer == StartNotBegun && s.owed == law.Unknown { // as that of an employee's option, or for want of payment
			m.needs |= factEmployee
		}
		if known {
			m.why = p.why
			m.say(codeStartNeeds, own, clause(what)+"the start needs the day on which the lot itself was paid.")
		}
	}
	m.from, m.next.settledFrom = laterDay(m.from, s.settledFrom), laterDay(m.next.settledFrom, s.settledFrom)
	return m
}

// open is a standing that is unknown since event i. What is known of the price
// stays known.
func (s standing) open(i int) standing {
	s.answer, s.acquired, s.paid, s.since, s.authority = StartUnknown, calendar.Date{}, calendar.Date{}, i, law.Citation{}
	s.asks = 0
	return s
}

// or is the standing with what is known of the price if it is that of either.
func (s standing) or(o standing) standing {
	if s.owed != o.owed {
		s.owed = law.Unknown
	}
	s.varies = s.varies || o.varies || s.settled != o.settled
	s.settled, s.settledFrom = laterDay(s.settled, o.settled), laterDay(s.settledFrom, o.settledFrom)
	return s
}

func laterDay(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}
