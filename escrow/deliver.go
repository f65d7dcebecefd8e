package escrow

import "time"

// deliver decides whether certificates that came after a release are handed out.
func (s *state) deliver(d *ruling, e Event, b Deliver) {
	s.onlyAgent(d, e)
	p, known := s.placeOf(b.Purchase)
	if !known {
		d.refuse(codeUnknownPurchase, &s.Authority.Release, id("purchase", b.Purchase))
		return
	}
	s.refuseHeld(d, e.At, p)
	shares := s.sharesToDeliver(p, e.At)
	switch {
	case s.purchases.get(p).closed == nil:
		d.refuse(codeNotReleased, &s.Authority.Release, id("purchase", b.Purchase))
	case shares == 0:
		d.refuse(codeNothingHere, &s.Authority.Release, id("purchase", b.Purchase))
	}
	if d.outcome != Accepted {
		return
	}
	s.order(d, e, legRecord{
		Leg:   Leg{Kind: LegCertificates, Payee: s.Purchases[p].Investor, Purchase: s.Purchases[p].ID, Shares: shares},
		parts: []part{{p, 0}}, deposit: -1,
	})
	s.tell(d, codeDelivered, &s.Authority.Release,
		count("shares", shares), id("investor", s.Purchases[p].Investor), id("purchase", b.Purchase))
}

// sharesToDeliver is what a closed purchase can still be handed, of certificates
// in the investor's name and up to the shares bought.
func (s *state) sharesToDeliver(p int, t time.Time) int64 {
	if !s.purchases.get(p).closedBy(t) {
		return 0
	}
	return max(0, min(s.sharesHeld(p, t), s.Purchases[p].Shares)-s.sharesDelivered(p, t))
}

// sharesDelivered is what was ordered to go to the investor.
func (s *state) sharesDelivered(p int, t time.Time) int64 {
	var shares int64
	for _, o := range s.purchases.get(p).outs {
		if l := s.legs.get(o.leg); l.Kind == LegCertificates && by(l.at, t) && l.stateAt(t) != LegReplaced {
			shares += l.Shares
		}
	}
	return shares
}
