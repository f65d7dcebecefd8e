package escrow

import (
	"cmp"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
)

// hold is an order that nothing may move.
type hold struct {
	name  string
	note  string
	facts ledger.List // that it was lifted, or placed
}

// standsAt reports whether it stands, and since when: the latest word counts, and
// of two at one instant the one that it was placed.
func (h hold) standsAt(t time.Time) (since time.Time, stands bool) {
	r, known := h.facts.Run(t)
	return r.From, known && !r.Holds
}

// withHold records that a hold was placed or lifted; holds are kept by name, and
// of two notes the lesser, so that the order in which it is told does not matter.
func (s *state) withHold(holds []hold, name, note string, seen ledger.Entry) []hold {
	i, found := slices.BinarySearchFunc(holds, name, func(h hold, name string) int { return cmp.Compare(h.name, name) })
	if !found {
		holds = slices.Insert(holds, i, hold{name: name})
	}
	own := &holds[i]
	own.facts.Add(seen, 1, &s.rooms.entries)
	if own.note == "" || note != "" && note < own.note {
		own.note = note
	}
	return holds
}

// recordHold keeps a hold with the purchase, or with the deal.
func (s *state) recordHold(d *Decision, e Event, id PurchaseID, name, note string, lifted bool) {
	seen := fact(e.At, lifted, calendar.Date{})
	if id == "" {
		s.holds = s.withHold(s.holds, name, note, seen)
		s.warnLate(d, e, -1)
		return
	}
	p, _ := s.placeOf(id)
	a := s.account(p)
	a.holds = s.withHold(a.holds, name, note, seen)
	s.warnLate(d, e, p)
}

// clippedHolds share no room with the list that they come from.
func clippedHolds(holds []hold) []hold {
	own := slices.Clone(holds)
	for i := range own {
		own[i].facts = own[i].facts.Fork()
	}
	return own
}

// standing lists the holds that stand over a purchase; -1 asks for those of the
// whole deal alone.
func (s *state) standing(purchase int, t time.Time) []hold {
	out := standingOf(s.holds, t)
	if purchase < 0 {
		return out
	}
	return append(out, standingOf(s.purchases.get(purchase).holds, t)...)
}

func standingOf(holds []hold, t time.Time) []hold {
	var out []hold
	for _, h := range holds {
		if _, stands := h.standsAt(t); stands {
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
		s.refuseHold(d, h, what, t)
	}
}

func (s *state) refuseHold(d *Decision, h hold, over string, t time.Time) {
	since, _ := h.standsAt(t)
	text := "The hold " + quoted(h.name) + " stands over " + over + " since " + s.instant(since)
	if h.note != "" {
		text += " (" + h.note + ")"
	}
	d.refuse(codeOnHold, text+".", s.Authority.Release)
}

// order is a court's order to pay.
type order struct {
	name  string
	at    time.Time
	payee PartyID
	cents int64
}

func (s *state) recordOrder(d *Decision, e Event, b Ordered) {
	p, _ := s.placeOf(b.Purchase)
	if o, known := s.orderNamed(p, b.Order); known {
		d.refuse(codeOrderKnown, "The order "+quoted(b.Order)+" about "+string(b.Purchase)+" is in the books since "+
			s.instant(o.at)+"; another needs another name.", s.Authority.Refund)
		return
	}
	a := s.account(p)
	a.orders = append(a.orders, order{b.Order, e.At, b.Payee, b.Cents})
	s.warnLate(d, e, p)
}

func (s *state) orderNamed(p int, name string) (order, bool) {
	for _, o := range s.purchases.get(p).orders {
		if o.name == name {
			return o, true
		}
	}
	return order{}, false
}

// onlyAgent refuses what someone other than the agent orders.
func (s *state) onlyAgent(d *Decision, e Event) {
	if e.By != s.Agent {
		d.refuse(codeNotEscrowAgent, "Only the escrow agent, "+string(s.Agent)+", can move money; "+string(e.By)+" cannot.",
			s.Authority.Release)
	}
}
