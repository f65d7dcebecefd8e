package escrow

import "github.com/offerkit/offerkit/internal/ledger"

// reissue decides whether a failed leg is sent again.
func (s *state) reissue(d *Decision, e Event, b Reissue) {
	s.onlyAgent(d, e)
	position, ok := s.legAt(b.Leg)
	if !ok {
		d.refuse(codeUnknownLeg, "No leg "+quoted(string(b.Leg))+" was ordered.", s.Authority.Release)
		return
	}
	l := *s.legs.get(position)
	switch state := l.stateAt(e.At); state {
	case LegOwed:
	case LegReturned:
		d.refuse(codeReissueRefund, "The money of "+string(l.ID)+" is held as before; it needs a refund of its own.", s.Authority.Refund)
	default:
		d.refuse(codeLegNotFailed, "The leg "+string(l.ID)+" is "+string(state)+"; only one that failed is sent again.",
			s.Authority.Release)
	}
	s.refuseHeld(d, e.At, -1)
	for _, p := range l.parts {
		for _, h := range standingOf(s.purchases.get(p.purchase).holds, e.At) {
			s.refuseHold(d, h, string(s.Purchases[p.purchase].ID), e.At)
		}
	}
	if d.Outcome != Accepted {
		return
	}
	again := legRecord{Leg: l.Leg, parts: l.parts, deposit: -1}
	again.Replaces = l.ID
	l.replaced = e.At
	s.setLeg(position, l)
	if kindsOf(l.Kind).ordered == ledger.Release {
		s.enterLeg(position, e.At, ledger.Replacement)
	}
	s.order(d, e, again)
	s.tell(d, codeReissued, "What "+string(l.ID)+" did not bring to "+string(l.Payee)+" is sent again.", s.Authority.Release)
}
