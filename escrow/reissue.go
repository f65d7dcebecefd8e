package escrow

// reissue decides whether a failed leg is sent again.
func (s *state) reissue(d *ruling, e Event, b Reissue) {
	s.onlyAgent(d, e)
	position, ok := s.legAt(b.Leg)
	if !ok {
		d.refuse(codeUnknownLeg, &s.Authority.Release, id("leg", b.Leg))
		return
	}
	l := *s.legs.get(position)
	switch state := l.stateAt(e.At); state {
	case LegOwed:
	case LegReturned:
		d.refuse(codeReissueRefund, &s.Authority.Refund, id("leg", l.ID))
	default:
		d.refuse(codeLegNotFailed, &s.Authority.Release, id("leg", l.ID), id("state", state))
	}
	s.refuseHeld(d, e.At, -1)
	for _, p := range l.parts {
		s.refuseHolds(d, e.At, p.purchase)
	}
	if d.outcome != Accepted {
		return
	}
	again := legRecord{Leg: l.Leg, parts: l.parts, deposit: -1}
	again.Replaces = l.ID
	l.replaced = e.At
	s.setLeg(position, l)
	s.order(d, e, again)
	s.tell(d, codeReissued, &s.Authority.Release, id("leg", l.ID), id("payee", l.Payee))
}
