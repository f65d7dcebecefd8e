package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Ground is why money goes back. Nobody is paid back without one that is true.
// The zero Ground is refused.
type Ground string

const (
	// GroundExcess gives back what is more than the amount due, and what came
	// after the closing.
	GroundExcess Ground = "excess"
	// GroundOutside gives back what was not released by the outside date.
	GroundOutside Ground = "outside date"
	// GroundMinimum gives back what came for an offering that did not reach
	// its minimum by its date.
	GroundMinimum Ground = "minimum not reached"
	// GroundMaximum gives back what came for a purchase for which the maximum,
	// after what was released, leaves no room.
	GroundMaximum Ground = "maximum reached"
	// GroundTerminated gives back what a terminated purchase left. Where all
	// close together, the end of one ends the others too.
	GroundTerminated Ground = "terminated"
	// GroundCanceled gives back what a canceled purchase left.
	GroundCanceled Ground = "canceled"
	// GroundNotice gives back what was called for a closing that did not take
	// place within its window. The purchase stays open.
	GroundNotice Ground = "closing called and missed"
	// GroundOrder pays what a court orders, to whom it orders it.
	GroundOrder Ground = "court order"
	// GroundInterest pays an investor's share of the interest, or the company
	// its interest.
	GroundInterest Ground = "interest"
	// GroundSuspense gives back a deposit in suspense.
	GroundSuspense Ground = "suspense"
)

func (Ground) all() []Ground {
	return []Ground{
		GroundExcess, GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled,
		GroundNotice, GroundOrder, GroundInterest, GroundSuspense,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (g *Ground) UnmarshalText(text []byte) error {
	return law.ReadWord(g, text, g.all()...)
}

// outlastsClosing reports whether money can still go back on the ground after the
// release of the purchase.
func (g Ground) outlastsClosing() bool {
	return g == GroundExcess || g == GroundInterest || g == GroundOrder
}

// grounded is whether a ground is true of a purchase at an instant, from which
// day, and how much it gives back.
type grounded struct {
	holds bool
	since calendar.Date
	cents int64
	why   string // why it does not hold
}

// ground tests a ground for a purchase; a court's order has [state.groundOrder].
func (s *state) ground(g Ground, p int, t time.Time, m balance) grounded {
	out := grounded{cents: max(0, m.here())}
	a := s.purchases.get(p)
	switch g {
	case GroundExcess:
		out.holds, out.cents, out.why = m.excess > 0, m.excess, "no more is here than is due"
	case GroundOutside:
		outside := s.Closing.Outside
		out.holds, out.why = !outside.IsZero() && s.day(t).After(outside), "the terms have no outside date"
		if !outside.IsZero() {
			out.since, out.why = outside.AddDays(1), "the outside date, "+outside.Long()+", is not over"
		}
	case GroundMinimum:
		out = s.groundMinimum(out, t)
	case GroundMaximum:
		out.since = s.dayOrNone(s.lastRelease)
		out.holds, out.why = s.overMaximum(p, s.releasedBy(t)), "the terms have no maximum that it would pass"
	case GroundTerminated:
		over := sooner(s.terminated, a.terminated)
		if s.Scope == ScopeTogether {
			over = sooner(over, s.anyOver(t))
		}
		out.holds, out.why = by(over, t), "it was not terminated"
		out.since = s.dayOrNone(over)
	case GroundCanceled:
		out.holds, out.why = by(a.canceled, t), "it was not canceled"
		out.since = s.dayOrNone(a.canceled)
	case GroundNotice:
		out = s.groundNotice(out, t)
	case GroundInterest:
		out.cents = s.interestLeft(p, t)
		out.holds, out.why = out.cents > 0, "no share of interest is left for it"
	default:
		out.why = "it is not about the purchase as such"
	}
	return out
}

// overMaximum reports whether a purchase cannot be released any more, for the
// maximum, once that much was.
func (s *state) overMaximum(p int, released int64) bool {
	most := s.Contingency.MaxCents
	return most > 0 && released > most-s.Purchases[p].DueCents
}

// releasedBy is the money of all releases by the instant.
func (s *state) releasedBy(t time.Time) int64 {
	if !t.Before(s.lastRelease) {
		return s.released
	}
	var sum int64
	for p := range s.purchases.n {
		if a := s.purchases.get(p); a.closedBy(t) {
			sum += a.closed.cents
		}
	}
	return sum
}

// anyOver is when the first purchase was terminated or canceled of those that
// have not closed; zero if none was.
func (s *state) anyOver(t time.Time) time.Time {
	var first time.Time
	for p := range s.Purchases {
		first = sooner(first, s.overAt(p, t))
	}
	return first
}

func (s *state) dayOrNone(t time.Time) calendar.Date {
	if t.IsZero() {
		return calendar.Date{}
	}
	return s.day(t)
}

func (s *state) groundMinimum(out grounded, t time.Time) grounded {
	if s.Contingency.MinCents == 0 {
		out.why = "the terms have no minimum"
		return out
	}
	r := s.contingencyAt(t)
	out.holds, out.since = r.Failed, r.By.AddDays(1)
	out.why = "the minimum can be reached until the end of " + r.By.Long()
	if r.Reached {
		out.why = "the minimum was reached"
	}
	return out
}

func (s *state) groundNotice(out grounded, t time.Time) grounded {
	n, ok := s.notice(t)
	out.why = "no closing was called"
	if !ok {
		return out
	}
	end, ends, err := s.windowEnd(n)
	out.why = "the closing called for " + n.day.Long() + " can still take place"
	switch {
	case err != nil:
		out.why = "it cannot be said until when the closing called for " + n.day.Long() + " can take place: " + err.Error()
	case ends:
		out.holds, out.since = s.day(t).After(end), end.AddDays(1)
	}
	return out
}

// groundOrder is what a court ordered and was not paid yet, up to what is here: the
// order stands where nothing is, but gives nothing back.
func (s *state) groundOrder(o order, p int, t time.Time, m balance) grounded {
	out := grounded{cents: s.orderLeft(o, p, t), since: s.day(o.at), why: "all that was ordered was paid"}
	out.holds = by(o.at, t) && out.cents > 0
	out.cents = clamp(out.cents, max(0, m.here()))
	return out
}

// orderLeft is what was not paid yet of what a court ordered.
func (s *state) orderLeft(o order, p int, t time.Time) int64 {
	left := o.cents
	for l, cents := range s.legsOf(p) {
		if l.For == string(GroundOrder) && l.Reference == o.name && l.Kind == LegRefund && l.stateAt(t) != LegReturned && !l.at.After(t) {
			left -= cents
		}
	}
	return left
}
