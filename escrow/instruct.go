package escrow

// instruct decides an instruction, which holds to the order of time: it is not
// before any that was accepted, nor before a refused one of the same party. It is
// the release refused at 15:05 that must not come again as of 14:59.
func (s *state) instruct(d *ruling, e Event) {
	i, refused := s.refusedParties.get(string(e.By))
	last := s.clock
	if refused {
		last = later(last, *s.refusals.get(i))
	}
	if e.At.Before(last) {
		d.refuse(codeBackdated, &s.Authority.Release, instant("at", e.At), instant("latest", last))
	}
	// What is told to be closed later than the instruction was not known to it.
	latest, then := s.contract, s.contractAt(e.At)
	s.contract, d.terms = then, then
	s.decide(d, e)
	if s.contract == then { // no amendment came into force
		s.contract = latest
	}
	d.at = later(later(e.At, s.heard), s.agreed[len(s.agreed)-1].from)
	s.heard = later(s.heard, e.At)
	switch {
	case d.outcome == Accepted:
		s.clock = e.At
	case refused:
		own, _ := s.refusals.own(s.owner, i)
		*own = later(*own, e.At)
	case e.By == s.Agent || e.By == s.Company || s.votes[e.By] > 0: // a stranger's word stops nobody
		s.refusedParties.put(string(e.By), s.refusals.push(s.owner, e.At))
	}
}

// decide decides what the instruction asks for.
func (s *state) decide(d *ruling, e Event) {
	switch b := e.Body.(type) {
	case Waive:
		s.waive(d, e, b)
	case Release:
		s.release(d, e, b)
	case Refund:
		s.refund(d, e, b)
	case Unwind:
		s.unwind(d, e, b)
	case Deliver:
		s.deliver(d, e, b)
	case Reissue:
		s.reissue(d, e, b)
	case ApplySuspense:
		s.apply(d, e, b)
	case Cancel:
		s.cancel(d, e, b)
	case WaiveCancel:
		s.waiveCancel(d, e, b)
	case CallClosing:
		s.call(d, e, b)
	case Amend:
		s.amend(d, e, b)
	case SignAmendment:
		s.signAmendment(d, e, b)
	case WithdrawAmendment:
		s.withdrawAmendment(d, e, b)
	}
}
