package escrow

import (
	"cmp"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// Contingency is a minimum without which nobody's money goes to the company,
// and the date by which it must be there. Such an offering promises the money
// back otherwise; 17 CFR 240.10b-9 asks that the amount and the date be stated,
// and that the amount due be received by then.
//
// Only good money counts that was there by the end of the date and still is, of
// purchases that are [Purchase.BonaFide] and neither terminated nor canceled, up to
// the amount due for each. What leaves a purchase after the date is taken from the
// money that came after it, as far as there is any. The company cannot waive the
// minimum; the terms can be amended, and extended as [Terms.ExtendTo] allows. A
// minimum in shares or units at one price is their number times the price.
//
// The zero Contingency is none.
type Contingency struct {
	// MinCents is the minimum, 1 or more. Exactly the minimum is enough.
	MinCents int64 `json:"min_cents"`
	// MaxCents is the most that may be released over all closings. Zero is no
	// maximum.
	MaxCents int64 `json:"max_cents,omitempty"`
	// By is the last day on which money counts toward the minimum, until
	// midnight in the zone of the closing. It is required with a minimum.
	By calendar.Date `json:"by"`
}

// ContingencyReport is how the minimum stands at an instant.
type ContingencyReport struct {
	// CountedCents is the money that counts.
	CountedCents int64 `json:"counted_cents"`
	// MinCents and MaxCents are those of the terms.
	MinCents int64 `json:"min_cents"`
	// MaxCents is zero if there is none.
	MaxCents int64 `json:"max_cents,omitempty"`
	// By is the last day on which money counts.
	By calendar.Date `json:"by"`
	// Reached says that the minimum is there, or was there at the first
	// closing, after which it stays reached.
	Reached bool `json:"reached,omitempty"`
	// Failed says that the date is over and the minimum not reached, so that
	// the money goes back.
	Failed bool `json:"failed,omitempty"`
}

// contingencyAt is how the minimum stands at the instant.
func (s *state) contingencyAt(t time.Time) ContingencyReport {
	c := s.Contingency
	r := ContingencyReport{MinCents: c.MinCents, MaxCents: c.MaxCents, By: c.By, CountedCents: s.countedAt(t)}
	r.Reached = r.CountedCents >= c.MinCents || !s.firstRelease.IsZero() && !s.firstRelease.After(t)
	r.Failed = !r.Reached && !t.Before(s.contingencyEnd)
	return r
}

// countedAt is the money that counts toward the minimum at the instant. A
// running total answers for the present; the past, and the terms of then, are
// summed anew.
func (s *state) countedAt(t time.Time) int64 {
	if present := s.versions[len(s.versions)-1].contract; s.contract == present && !t.Before(s.latestMoney) {
		s.settleCount()
		return s.counted
	}
	var sum int64
	for p := range s.Purchases {
		if s.Purchases[p].BonaFide {
			sum += clamp(s.counts(p, t), s.Purchases[p].DueCents)
		}
	}
	return sum
}

// counts is the money of one purchase that was good by the date and still is
// at the instant.
func (s *state) counts(p int, t time.Time) int64 {
	if !s.overAt(p, t).IsZero() {
		return 0
	}
	var room [8]delta
	var early, late int64
	for _, d := range s.lasting(p, t, room[:0]) {
		switch {
		case d.cents < 0:
			fromLate := min(late, -d.cents)
			late -= fromLate
			early += d.cents + fromLate
		case d.at.Before(s.contingencyEnd):
			early += d.cents
		default:
			late += d.cents
		}
	}
	return early
}

// lasting lists what came in for a purchase and is good, and what was moved or
// paid back, in order of time if that matters. Money that a bank took back by the
// instant never came, and a refund that failed never left.
func (s *state) lasting(p int, t time.Time, into []delta) []delta {
	a := s.purchases.get(p)
	for _, i := range a.deposits {
		if d := s.deposits.get(i); d.isGood(t) {
			into = append(into, delta{d.goodAt(), d.cents})
		}
	}
	for _, m := range a.moves {
		if by(m.at, t) && (m.deposit < 0 || !by(s.deposits.get(m.deposit).backAt(), t)) {
			into = append(into, delta{m.at, m.cents})
		}
	}
	for _, o := range a.outs {
		if l := s.legs.get(o.leg); l.Kind == LegRefund && by(l.at, t) && !by(l.failedAt(), t) {
			into = append(into, delta{l.at, -o.cents})
		}
	}
	if len(a.moves) > 0 || len(a.outs) > 0 {
		slices.SortFunc(into, func(a, b delta) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(b.cents, a.cents)) })
	}
	return into
}

func clamp(n, most int64) int64 { return min(max(n, 0), most) }

// recount notes that the running total has to be brought up to date after the
// money of a purchase changed, or its fate.
func (s *state) recount(p int) {
	if s.Contingency.MinCents == 0 {
		return
	}
	if a := s.account(p); !a.stale {
		a.stale = true
		s.stale = append(s.stale, p)
	}
}

func (s *state) recountAll() {
	for p := range s.Purchases {
		s.recount(p)
	}
}

// settleCount brings the running total up to date. It writes nothing in a state
// that a Deal shares, where this was done before.
func (s *state) settleCount() {
	if len(s.stale) == 0 {
		return
	}
	for _, p := range s.stale {
		a, now := s.account(p), int64(0)
		if s.Purchases[p].BonaFide {
			now = clamp(s.counts(p, endOfTime()), s.Purchases[p].DueCents)
		}
		s.counted += now - a.counted
		a.counted, a.stale = now, false
	}
	s.stale = nil
}
