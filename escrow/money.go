package escrow

import (
	"math"
	"slices"
	"time"
)

// move is money that is counted for a purchase, or no longer, without having
// been paid in for it or paid out.
type move struct {
	at       time.Time
	cents    int64 // negative if it left
	purchase int   // the other side, -1 for suspense
	deposit  int   // where it came from; -1 if it was an excess
}

// out is a purchase's part of a leg.
type out struct {
	leg   int
	cents int64
}

// balance is the money of a purchase at an instant. Good money is what came in
// and is good, and equals held, excess, reserved, released and refunded
// together.
type balance struct {
	pending, returned            int64
	good                         int64
	reserved, released, refunded int64
	excess                       int64
	repaid                       int64 // reserved and refunded together, of refunds alone
}

// here is what the agent has of it, negative if more left than came.
func (m balance) here() int64 { return m.good - m.reserved - m.released - m.refunded }

// held is what the agent has of it for the purchase.
func (m balance) held() int64 { return m.here() - m.excess }

func (m balance) deficit() int64 { return max(0, -m.here()) }

// paid is what came in for the purchase and was not paid back.
func (m balance) paid() int64 { return m.good - m.repaid }

// moneyOf sums the money of a purchase at an instant. It cannot overflow: the
// door is guarded by running totals.
func (s *state) moneyOf(p int, t time.Time) balance {
	var m balance
	a := s.purchases.Get(p)
	for _, i := range a.deposits {
		switch d := s.deposits.Get(i); {
		case !by(d.received, t):
		case by(d.backAt(), t):
			m.returned += d.cents
		case by(d.goodAt(), t):
			m.good += d.cents
		default:
			m.pending += d.cents
		}
	}
	for _, v := range a.moves {
		if by(v.at, t) && (v.deposit < 0 || !by(s.deposits.Get(v.deposit).backAt(), t)) {
			m.good += v.cents
		}
	}
	for _, o := range a.outs {
		l := s.legs.Get(o.leg)
		if l.Kind == LegInterest {
			continue // it is no part of what was paid in
		}
		switch l.stateAt(t) {
		case LegReserved, LegOwed:
			m.reserved += o.cents
			if l.Kind == LegRefund {
				m.repaid += o.cents
			}
		case LegDone:
			if l.Kind == LegRefund {
				m.refunded += o.cents
				m.repaid += o.cents
			} else {
				m.released += o.cents
			}
		default: // the money is here, or in another leg
		}
	}
	need := s.Purchases[p].DueCents
	if a.closedBy(t) {
		need = 0
	}
	m.excess = max(0, minus(m.here(), need))
	return m
}

// pendingOf is the money of a purchase that came in by the instant and is not good
// yet.
func (s *state) pendingOf(p int, t time.Time) int64 {
	var cents int64
	for _, i := range s.purchases.Get(p).deposits {
		if d := s.deposits.Get(i); by(d.received, t) && !by(d.backAt(), t) && !by(d.goodAt(), t) {
			cents += d.cents
		}
	}
	return cents
}

// delta is a change of what is paid for a purchase.
type delta struct {
	at    time.Time
	cents int64
}

// deltas lists by time what changed the money paid for a purchase by the
// instant: deposits that became good or went back, money moved, refunds.
func (s *state) deltas(p int, t time.Time, into []delta) []delta {
	a := s.purchases.Get(p)
	add := func(at time.Time, cents int64) {
		if by(at, t) {
			into = append(into, delta{at, cents})
		}
	}
	for _, i := range a.deposits {
		d := s.deposits.Get(i)
		good, back := d.goodAt(), d.backAt()
		if good.IsZero() || !back.IsZero() && !back.After(good) {
			continue
		}
		add(good, d.cents)
		add(back, -d.cents)
	}
	for _, v := range a.moves {
		back := time.Time{}
		if v.deposit >= 0 {
			back = s.deposits.Get(v.deposit).backAt()
		}
		if !back.IsZero() && !back.After(v.at) {
			continue
		}
		add(v.at, v.cents)
		add(back, -v.cents)
	}
	for _, o := range a.outs {
		if l := s.legs.Get(o.leg); l.Kind == LegRefund {
			add(l.at, -o.cents)
			add(l.failedAt(), o.cents)
		}
	}
	if len(into) > 1 {
		slices.SortFunc(into, func(a, b delta) int { return a.at.Compare(b.at) })
	}
	return into
}

// level is whether a sum that changes over time is where it should be.
type level struct {
	have  int64
	holds bool
	first time.Time // at which it held
	since time.Time // from which it holds without a break
}

// minus is a difference that stops at the ends of int64: what is due and what went
// back can be as much each.
func minus(a, b int64) int64 {
	d := a - b
	switch {
	case b < 0 && d < a:
		return math.MaxInt64
	case b > 0 && d > a:
		return math.MinInt64
	}
	return d
}

// until are the changes up to an instant.
func until(deltas []delta, t time.Time) []delta {
	n := len(deltas)
	for n > 0 && deltas[n-1].at.After(t) {
		n--
	}
	return deltas[:n]
}

// levelOf follows the sum; changes of one instant count together.
func levelOf(deltas []delta, holds func(int64) bool) level {
	var l level
	for i, d := range deltas {
		l.have += d.cents
		if i+1 < len(deltas) && deltas[i+1].at.Equal(d.at) {
			continue
		}
		now := holds(l.have)
		if now && !l.holds {
			l.since = d.at
			l.first = sooner(l.first, d.at)
		}
		l.holds = now
	}
	return l
}

// lastPaid is when money last came in for a purchase.
func (s *state) lastPaid(p int, t time.Time) time.Time {
	var last time.Time
	for _, d := range s.deltas(p, t, nil) {
		if d.cents > 0 {
			last = d.at
		}
	}
	return last
}
