package escrow

import (
	"math"
	"time"

	"github.com/offerkit/offerkit/internal/ledger"
)

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

// moneyOf is the money of a purchase at an instant. It cannot overflow: the door is
// guarded by running totals.
func (s *state) moneyOf(p int, t time.Time) balance {
	a := s.purchases.get(p)
	b := a.book.At(t)
	m := balance{
		pending: b[ledger.Pending], returned: b[ledger.Returned], good: b.Good(), reserved: b[ledger.Leaving] + b[ledger.Repaying],
		released: b[ledger.Released], refunded: b[ledger.Refunded], repaid: b[ledger.Repaying] + b[ledger.Refunded],
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
	b := s.purchases.get(p).book.At(t)
	return b[ledger.Pending]
}

// enter makes an entry in the books of a purchase.
func (s *state) enter(p int, e ledger.Entry) {
	s.account(p).book.Add(e, bookSize, &s.rooms.entries)
}

// bookSize is how many entries most purchases have: a payment, and the legs of a
// release.
const bookSize = 4

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

// lastPaid is when money last came in for a purchase.
func (s *state) lastPaid(p int, t time.Time) time.Time {
	last, _ := s.purchases.get(p).book.Last(t, ledger.Of(ledger.GoodArrival, ledger.Clearing, ledger.Applied, ledger.RefundFailed))
	return last.At
}
