package escrow

// waive decides a waiver. d may hold a reason already.
func (s *state) waive(d *Decision, e Event, b Waive) {
	purchase, knownPurchase := s.placeOf(b.Purchase)
	condition, knownCondition := s.condition[b.Condition]
	if !knownPurchase {
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Waiver)
	}
	if !knownCondition {
		d.refuse(codeUnknownCondition, "The deal has no condition "+quoted(string(b.Condition))+".", s.Authority.Waiver)
	}
	if !b.Signed {
		d.refuse(codeNoSignedWriting, "A waiver needs a writing signed by the party that gives it.", s.Authority.Waiver)
	}
	if knownCondition && !s.Conditions[condition].Waivable {
		d.refuse(codeNotWaivable, "Nobody can waive "+string(b.Condition)+".", s.Conditions[condition].Authority)
	}
	if knownPurchase {
		s.refuseClosed(d, purchase)
	}
	if !knownPurchase || !knownCondition {
		return
	}
	k := &s.Conditions[condition]
	if owner := s.favored(k, &s.Purchases[purchase]); e.By != owner {
		d.refuse(codeNotFavoredParty, string(k.ID)+" for "+string(b.Purchase)+" runs in favor of "+string(owner)+
			", who alone can waive it; "+string(e.By)+" cannot.", s.Authority.ClosingDate)
		d.cured(string(owner), "waive it in a signed writing")
	}
	if d.Outcome != Accepted {
		return
	}
	s.addWaiver(purchase, waiver{condition: condition, by: e.By, day: b.Day}, e.At)
	if k.DealWide && k.Kind != AtClosing {
		s.wideWaivers++
	}
	s.reweigh(purchase, e.At)
	s.tell(d, codeWaiverCovers, "The waiver by "+string(e.By)+" of "+string(k.ID)+" for "+string(b.Purchase)+" covers "+
		reach(k.Kind, b)+"; it reaches no other purchase.", s.Authority.ClosingDate)
}

// reach says in a phrase what a waiver covers.
func reach(k Kind, b Waive) string {
	switch k {
	case Throughout:
		return "every lapse that began before it, and none that begins later"
	case Absence:
		return "every obstacle that arose before it, and none that arises later"
	case AtClosing:
		return "the closing on " + b.Day.Long() + " and no other"
	case Funds:
		return "a shortfall at the closing: what is there can be released"
	default:
		return "the lack of it until the closing"
	}
}
