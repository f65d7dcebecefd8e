package escrow

import "time"

// waive decides a waiver. d may hold a reason already.
func (s *state) waive(d *ruling, e Event, b Waive) {
	purchase, knownPurchase := s.placeOf(b.Purchase)
	condition, knownCondition := s.condition[b.Condition]
	if !knownPurchase {
		d.refuse(codeUnknownPurchase, &s.Authority.Waiver, id("purchase", b.Purchase))
	}
	if !knownCondition {
		d.refuse(codeUnknownCondition, &s.Authority.Waiver, id("condition", b.Condition))
	}
	if !b.Signed {
		d.refuse(codeNoSignedWriting, &s.Authority.Waiver, id("by", e.By))
	}
	if knownCondition && !s.Conditions[condition].Waivable {
		d.refuse(codeNotWaivable, &s.Conditions[condition].Authority, id("condition", b.Condition))
	}
	if knownPurchase {
		s.refuseClosed(d, purchase)
	}
	if !knownPurchase || !knownCondition {
		return
	}
	k := &s.Conditions[condition]
	if owner := s.favored(k, &s.Purchases[purchase]); e.By != owner {
		d.refuse(codeNotFavoredParty, &s.Authority.ClosingDate,
			id("condition", k.ID), id("purchase", b.Purchase), id("owner", owner), id("by", e.By))
	}
	if d.outcome != Accepted {
		return
	}
	a := s.account(purchase)
	a.waivers = s.rooms.waivers.add(a.waivers, waiver{condition, e.By, e.At, b.Day})
	if k.DealWide && k.Kind != AtClosing {
		s.wideWaivers++
	}
	s.reweigh(purchase, e.At)
	until := time.Time{} // a waiver of what must hold throughout reaches back, and never forward
	if k.Kind == Throughout || k.Kind == Absence {
		until = e.At
	}
	s.tell(d, codeWaiverCovers, &s.Authority.ClosingDate,
		id("by", e.By), id("condition", k.ID), id("purchase", b.Purchase), date("day", b.Day), instant("until", until))
}
