package escrow

import "time"

// How a purchase ends without a closing: it is terminated, or its investor cancels.

// ending is a party's word about a purchase: that it is over by agreement, or that the
// right to cancel it is given up.
type ending struct {
	by PartyID
	at time.Time
}

func (s *state) terminate(d *Decision, e Event, b Terminated) {
	then := s.under(s.contractAt(e.At))
	s.refuseEnding(d, e, b, then)
	if d.Outcome != Accepted {
		return
	}
	p := -1
	switch {
	case b.Purchase == "":
		if first := sooner(s.terminated, e.At); first != s.terminated {
			s.terminated = first
			s.touch(e.At)
			s.recountAll()
		}
	case b.Right == RightOfBoth && e.By != s.Agent:
		p, _ = s.placeOf(b.Purchase)
		s.agreeToEnd(d, e, p)
	default:
		p, _ = s.placeOf(b.Purchase)
		s.end(p, e.At)
	}
	s.warnLate(d, e, p)
	s.settleWaiting(d, e)
}

// refuseEnding refuses the word of someone whose right it is not, and the exercise
// of a right before the day on which it arises.
func (s *state) refuseEnding(d *Decision, e Event, b Terminated, then *state) {
	investor := PartyID("")
	if p, ok := then.placeOf(b.Purchase); ok {
		investor = then.Purchases[p].Investor
	}
	own := e.By == then.Company && b.Right == RightOfCompany
	if b.Purchase != "" {
		own = own || e.By == investor && b.Right == RightOfInvestor ||
			b.Right == RightOfBoth && (e.By == then.Company || e.By == investor)
	}
	if !own && e.By != then.Agent {
		d.refuse(codeTerminationNoRight, "The termination is reported by "+string(e.By)+", whose right it is not; the escrow agent, "+
			string(then.Agent)+", or a party that exercises its own right can report it.", s.Authority.Refund)
		d.cured(string(then.Agent), "report the termination, if it took place")
	}
	if s.day(e.At).Before(b.From) {
		d.refuse(codeTerminationEarly, "The right to terminate arises on "+b.From.Long()+", and "+s.day(e.At).Long()+" is before that day.",
			s.Authority.Refund)
		d.cured(string(e.By), "report a termination of "+b.From.Long()+" or a later day")
	}
}

// agreeToEnd keeps the word of one side, and ends the purchase once both sides have
// agreed.
func (s *state) agreeToEnd(d *Decision, e Event, p int) {
	a := s.account(p)
	a.ends = append(a.ends, ending{e.By, e.At})
	agreed := time.Time{}
	for _, c := range a.ends {
		for _, i := range a.ends {
			at := later(c.at, i.at)
			if then := s.contractAt(at); c.by == then.Company && i.by == then.Purchases[p].Investor {
				agreed = sooner(agreed, at)
			}
		}
	}
	if !agreed.IsZero() {
		s.end(p, agreed)
		return
	}
	other := s.Purchases[p].Investor
	if e.By != s.Company {
		other = s.Company
	}
	s.warn(d, codeTerminationWaits, "The purchase "+string(s.Purchases[p].ID)+" is over once "+string(other)+" agrees to its end as well.",
		s.Authority.Refund)
}

// end ends a purchase without a closing.
func (s *state) end(p int, at time.Time) {
	a := s.account(p)
	a.terminated = sooner(a.terminated, at)
	s.touch(at)
	s.recount(p)
}

// overAt is when a purchase was terminated or canceled; zero if it was not. A
// purchase that closed is neither.
func (s *state) overAt(p int, t time.Time) time.Time {
	a := s.purchases.Get(p)
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
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Cancel)
		return
	case e.By != s.Purchases[p].Investor:
		d.refuse(codeNotInvestor, "Only "+string(s.Purchases[p].Investor)+" can cancel "+string(b.Purchase)+"; "+string(e.By)+
			" cannot.", s.Authority.Cancel)
		d.cured(string(s.Purchases[p].Investor), "give the instruction")
	}
	switch {
	case s.CancelBy.IsZero():
		d.refuse(codeNoCancel, "The terms let nobody cancel without a reason.", s.Authority.Cancel)
	case e.At.After(s.CancelBy):
		d.refuse(codeCancelLate, "The purchase could be canceled until "+s.instant(s.CancelBy)+".", s.Authority.Cancel)
	}
	if bound := s.boundSince(p); !bound.IsZero() {
		d.refuse(codeCancelWaived, "The right to cancel "+string(b.Purchase)+" was waived at "+s.instant(bound)+".", s.Authority.Cancel)
	}
	s.refuseClosed(d, p)
	if d.Outcome != Accepted {
		return
	}
	a := s.account(p)
	a.canceled = sooner(a.canceled, e.At)
	s.touch(e.At)
	s.recount(p)
	s.tell(d, codeCanceled, "The purchase "+string(b.Purchase)+" is canceled; its money can be paid back.", s.Authority.Cancel)
	s.settleWaiting(d, e)
}

// waiveCancel decides whether an investor gives up its right to cancel.
func (s *state) waiveCancel(d *Decision, e Event, b WaiveCancel) {
	p, known := s.placeOf(b.Purchase)
	if !known {
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Cancel)
		return
	}
	if investor := s.Purchases[p].Investor; e.By != investor {
		d.refuse(codeNotInvestor, "Only "+string(investor)+" can waive the right to cancel "+string(b.Purchase)+"; "+string(e.By)+
			" cannot.", s.Authority.Cancel)
		d.cured(string(investor), "give the instruction")
	}
	switch {
	case s.CancelBy.IsZero():
		d.refuse(codeNoCancel, "The terms let nobody cancel without a reason.", s.Authority.Cancel)
	case !s.CancelWaivable:
		d.refuse(codeCancelNotWaivable, "The right to cancel until "+s.instant(s.CancelBy)+" cannot be waived.", s.Authority.Cancel)
	}
	if !b.Signed {
		d.refuse(codeNoSignedWriting, "A waiver needs a writing signed by the party that gives it.", s.Authority.Waiver)
	}
	s.refuseClosed(d, p)
	if d.Outcome != Accepted {
		return
	}
	a := s.account(p)
	a.bound = append(a.bound, ending{e.By, e.At})
	s.tell(d, codeCancelGivenUp, "The purchase "+string(b.Purchase)+" can no longer be canceled without a reason.", s.Authority.Cancel)
}

// boundSince is when the investor gave up its right to cancel a purchase; zero if it
// did not. One to whom the purchase passed has given up nothing.
func (s *state) boundSince(p int) time.Time {
	var since time.Time
	for _, w := range s.purchases.Get(p).bound {
		if w.by == s.Purchases[p].Investor {
			since = sooner(since, w.at)
		}
	}
	return since
}

// refuseCancelable refuses a release while the investor may still cancel.
func (s *state) refuseCancelable(d *Decision, p int, t time.Time) {
	if !t.Before(s.begins(p, t).free) {
		return
	}
	id := s.Purchases[p].ID
	d.refuse(codeMayCancel, string(s.Purchases[p].Investor)+" may cancel "+string(id)+" until "+s.instant(s.CancelBy)+
		"; nothing is released before the right has ended.", s.Authority.Cancel)
	if s.CancelWaivable {
		d.cured(string(s.Purchases[p].Investor), "waive the right to cancel "+string(id)+" in a signed writing")
	}
}

// refuseClosed refuses to change a purchase that was released.
func (s *state) refuseClosed(d *Decision, p int) {
	if c := s.purchases.Get(p).closed; c != nil {
		d.refuse(codeAlreadyClosed, "The purchase "+string(s.Purchases[p].ID)+" was released at "+s.instant(c.at)+".", s.Authority.Release)
	}
}
