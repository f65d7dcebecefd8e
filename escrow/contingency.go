package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// Contingency is a minimum without which nobody's money goes to the company,
// and the date by which it must be there. Such an offering promises the money
// back otherwise; 17 CFR 240.10b-9 asks that the amount and the date be stated,
// and that the amount due be received by then.
//
// Only good money counts that was there by the end of the date and still is, of
// purchases that are [Purchase.BonaFide], up to the amount due for each. The
// company cannot waive the minimum; the terms can be amended.
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
	var sum int64
	end, a := s.contingencyEnd, s.purchases.get(p)
	for _, i := range a.deposits {
		if d := s.deposits.get(i); d.isGood(t) && d.goodAt().Before(end) {
			sum += d.cents
		}
	}
	for _, m := range a.moves {
		if by(m.at, t) && (m.deposit < 0 || !by(s.deposits.get(m.deposit).backAt(), t)) {
			sum += m.counts(end)
		}
	}
	for _, o := range a.outs {
		if l := s.legs.get(o.leg); l.Kind == LegRefund && by(l.at, t) && !by(l.failedAt(), t) {
			sum -= o.cents
		}
	}
	return sum
}

func clamp(n, most int64) int64 { return min(max(n, 0), most) }

// recount brings the running total up to date after the money of a purchase
// changed.
func (s *state) recount(p int) {
	if s.Contingency.MinCents == 0 || !s.Purchases[p].BonaFide {
		return
	}
	a := s.account(p)
	now := clamp(a.raw, s.Purchases[p].DueCents)
	s.counted += now - a.counted
	a.counted = now
}

// recountAll starts the running total anew, when the terms change.
func (s *state) recountAll() {
	s.counted = 0
	for p := range s.Purchases {
		a := s.account(p)
		a.counted, a.raw = 0, s.counts(p, endOfTime())
		s.recount(p)
	}
}
