package escrow

import (
	"cmp"
	"slices"
	"time"
)

// hold is an order that nothing may move.
type hold struct {
	name   string
	placed time.Time // zero while only its end is told of
	lifted time.Time
	note   string
}

func (h hold) standsAt(t time.Time) bool { return by(h.placed, t) && !by(h.lifted, t) }

// withHold records that a hold was placed or lifted; holds are kept by name. Of two reports of the same
// the earlier counts, whichever comes first; of two notes the lesser, so that
// the order does not matter.
func withHold(holds []hold, h hold) []hold {
	i, found := slices.BinarySearchFunc(holds, h.name, func(h hold, name string) int { return cmp.Compare(h.name, name) })
	if !found {
		return slices.Insert(holds, i, h)
	}
	own := &holds[i]
	own.placed, own.lifted = sooner(own.placed, h.placed), sooner(own.lifted, h.lifted)
	if own.note == "" || h.note != "" && h.note < own.note {
		own.note = h.note
	}
	return holds
}

// recordHold keeps a hold with the purchase, or with the deal.
func (s *state) recordHold(d *Decision, e Event, id PurchaseID, h hold) {
	if id == "" {
		s.holds = withHold(s.holds, h)
		s.warnLate(d, e, -1)
		return
	}
	p, _ := s.placeOf(id)
	a := s.account(p)
	a.holds = withHold(a.holds, h)
	s.warnLate(d, e, p)
}

// standing lists the holds that stand over a purchase; -1 asks for those of the
// whole deal alone.
func (s *state) standing(purchase int, t time.Time) []hold {
	var out []hold
	for _, h := range s.holds {
		if h.standsAt(t) {
			out = append(out, h)
		}
	}
	if purchase < 0 {
		return out
	}
	for _, h := range s.purchases.get(purchase).holds {
		if h.standsAt(t) {
			out = append(out, h)
		}
	}
	return out
}

// refuseHeld refuses to move what a hold stands over; purchase is -1 for what
// belongs to none.
func (s *state) refuseHeld(d *Decision, t time.Time, purchase int) {
	for _, h := range s.standing(purchase, t) {
		what := "the deal"
		if purchase >= 0 {
			what = string(s.Purchases[purchase].ID)
		}
		s.refuseHold(d, h, what)
	}
}

func (s *state) refuseHold(d *Decision, h hold, over string) {
	text := "The hold " + quoted(h.name) + " stands over " + over + " since " + s.instant(h.placed)
	if h.note != "" {
		text += " (" + h.note + ")"
	}
	d.refuse(CodeOnHold, text+".", s.Authority.Release)
}

// order is a court's order to pay back.
type order struct {
	name  string
	at    time.Time
	cents int64
}

func (s *state) recordOrder(d *Decision, e Event, b Ordered) {
	p, _ := s.placeOf(b.Purchase)
	a := s.account(p)
	for _, o := range a.orders {
		if o.name == b.Order {
			d.refuse(CodeOrderKnown, "The order "+quoted(b.Order)+" about "+string(b.Purchase)+" is in the books since "+
				s.instant(o.at)+"; another needs another name.", s.Authority.Refund)
			return
		}
	}
	a.orders = append(a.orders, order{b.Order, e.At, b.Cents})
	s.warnLate(d, e, p)
}

func (s *state) terminate(d *Decision, e Event, b Terminated) {
	if b.Purchase == "" {
		s.terminated = sooner(s.terminated, e.At)
		s.warnLate(d, e, -1)
		return
	}
	p, _ := s.placeOf(b.Purchase)
	a := s.account(p)
	a.terminated = sooner(a.terminated, e.At)
	s.warnLate(d, e, p)
}

// overAt is when a purchase was terminated or canceled; zero if it was not. A
// purchase that closed is neither.
func (s *state) overAt(p int, t time.Time) time.Time {
	a := s.purchases.get(p)
	over := sooner(sooner(s.terminated, a.terminated), a.canceled)
	if !by(over, t) || a.closedBy(t) {
		return time.Time{}
	}
	return over
}

// cancel decides whether an investor may still cancel.
func (s *state) cancel(d *Decision, e Event, b Cancel) {
	p, known := s.placeOf(b.Purchase)
	switch {
	case !known:
		d.refuse(CodeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Cancel)
		return
	case e.By != s.Purchases[p].Investor:
		d.refuse(CodeNotInvestor, "Only "+string(s.Purchases[p].Investor)+" can cancel "+string(b.Purchase)+"; "+string(e.By)+
			" cannot.", s.Authority.Cancel)
	}
	switch {
	case s.CancelBy.IsZero():
		d.refuse(CodeNoCancel, "The terms let nobody cancel without a reason.", s.Authority.Cancel)
	case e.At.After(s.CancelBy):
		d.refuse(CodeCancelLate, "The purchase could be canceled until "+s.instant(s.CancelBy)+".", s.Authority.Cancel)
	}
	s.refuseClosed(d, p)
	if d.Outcome != Accepted {
		return
	}
	a := s.account(p)
	a.canceled = sooner(a.canceled, e.At)
	s.tell(d, CodeCanceled, "The purchase "+string(b.Purchase)+" is canceled; its money can be paid back.", s.Authority.Cancel)
}

// refuseClosed refuses to change a purchase that was released.
func (s *state) refuseClosed(d *Decision, p int) {
	if c := s.purchases.get(p).closed; c != nil {
		d.refuse(CodeAlreadyClosed, "The purchase "+string(s.Purchases[p].ID)+" was released at "+s.instant(c.at)+".", s.Authority.Release)
	}
}

// onlyAgent refuses what someone other than the agent orders.
func (s *state) onlyAgent(d *Decision, e Event) {
	if e.By != s.Agent {
		d.refuse(CodeNotEscrowAgent, "Only the escrow agent, "+string(s.Agent)+", can move money; "+string(e.By)+" cannot.",
			s.Authority.Release)
	}
}
