package escrow

import (
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// deliver decides whether certificates that came after a release are handed out.
func (s *state) deliver(d *Decision, e Event, b Deliver) {
	s.onlyAgent(d, e)
	p, known := s.placeOf(b.Purchase)
	if !known {
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Release)
		return
	}
	s.refuseHeld(d, e.At, p)
	shares := s.sharesToDeliver(p, e.At)
	switch {
	case s.purchases.get(p).closed == nil:
		d.refuse(codeNotReleased, "The purchase "+string(b.Purchase)+" was not released.", s.Authority.Release)
	case shares == 0:
		d.refuse(codeNothingHere, "No certificate for "+string(b.Purchase)+" is here that could be handed out.", s.Authority.Release)
	}
	if d.Outcome != Accepted {
		return
	}
	s.order(d, e, legRecord{
		Leg:   Leg{Kind: LegCertificates, Payee: s.Purchases[p].Investor, Purchase: s.Purchases[p].ID, Shares: shares},
		parts: []part{{p, 0}}, deposit: -1,
	})
	s.tell(d, codeDelivered, "Certificates for "+kernel.Count(shares)+" shares go to "+string(s.Purchases[p].Investor)+" for "+
		string(b.Purchase)+".", s.Authority.Release)
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
	for l := range s.legsOf(p) {
		if l.Kind == LegCertificates && by(l.at, t) && l.stateAt(t) != LegReplaced {
			shares += l.Shares
		}
	}
	return shares
}
