package escrow

import "time"

// How a purchase ends without a closing: it is terminated, or its investor cancels.

// ending is a party's word about a purchase: that it is over by agreement, or that the
// right to cancel it is given up.
type ending struct {
	by PartyID
	at time.Time
}

func (s *state) terminate(d *ruling, e Event, b Terminated) {
	then := s.under(s.contractAt(e.At))
	s.refuseEnding(d, e, b, then)
	if d.outcome != Accepted {
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
func (s *state) refuseEnding(d *ruling, e Event, b Terminated, then *state) {
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
		d.refuse(codeTerminationNoRight, &s.Authority.Refund, id("by", e.By), id("agent", then.Agent))
	}
	if s.day(e.At).Before(b.From) {
		d.refuse(codeTerminationEarly, &s.Authority.Refund, date("from", b.From), date("date", s.day(e.At)))
	}
}

// agreeToEnd keeps the word of one side, and ends the purchase once both sides have
// agreed.
func (s *state) agreeToEnd(d *ruling, e Event, p int) {
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
	s.warn(d, codeTerminationWaits, &s.Authority.Refund, id("purchase", s.Purchases[p].ID), id("other", other))
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
	a := s.purchases.get(p)
	over := sooner(sooner(s.terminated, a.terminated), a.canceled)
	if !by(over, t) || a.closedBy(t) {
		return time.Time{}
	}
	return over
}

// cancel decides whether an investor may still cancel.
func (s *state) cancel(d *ruling, e Event, b Cancel) {
	p, known := s.placeOf(b.Purchase)
	switch {
	case !known:
		d.refuse(codeUnknownPurchase, &s.Authority.Cancel, id("purchase", b.Purchase))
		return
	case e.By != s.Purchases[p].Investor:
		d.refuse(codeNotInvestor, &s.Authority.Cancel, id("purchase", b.Purchase), id("investor", s.Purchases[p].Investor), id("by", e.By))
	}
	switch {
	case s.CancelBy.IsZero():
		d.refuse(codeNoCancel, &s.Authority.Cancel)
	case e.At.After(s.CancelBy):
		d.refuse(codeCancelLate, &s.Authority.Cancel, instant("until", s.CancelBy))
	}
	if bound := s.boundSince(p); !bound.IsZero() {
		d.refuse(codeCancelWaived, &s.Authority.Cancel, id("purchase", b.Purchase), instant("waived", bound))
	}
	s.refuseClosed(d, p)
	if d.outcome != Accepted {
		return
	}
	a := s.account(p)
	a.canceled = sooner(a.canceled, e.At)
	s.touch(e.At)
	s.recount(p)
	s.tell(d, codeCanceled, &s.Authority.Cancel, id("purchase", b.Purchase))
	s.settleWaiting(d, e)
}

// waiveCancel decides whether an investor gives up its right to cancel.
func (s *state) waiveCancel(d *ruling, e Event, b WaiveCancel) {
	p, known := s.placeOf(b.Purchase)
	if !known {
		d.refuse(codeUnknownPurchase, &s.Authority.Cancel, id("purchase", b.Purchase))
		return
	}
	if investor := s.Purchases[p].Investor; e.By != investor {
		d.refuse(codeNotInvestor, &s.Authority.Cancel, id("purchase", b.Purchase), id("investor", investor), id("by", e.By))
	}
	switch {
	case s.CancelBy.IsZero():
		d.refuse(codeNoCancel, &s.Authority.Cancel)
	case !s.CancelWaivable:
		d.refuse(codeCancelNotWaivable, &s.Authority.Cancel, instant("until", s.CancelBy))
	}
	if !b.Signed {
		d.refuse(codeNoSignedWriting, &s.Authority.Waiver, id("by", e.By))
	}
	s.refuseClosed(d, p)
	if d.outcome != Accepted {
		return
	}
	a := s.account(p)
	a.bound = append(a.bound, ending{e.By, e.At})
	s.tell(d, codeCancelGivenUp, &s.Authority.Cancel, id("purchase", b.Purchase))
}

// boundSince is when the investor gave up its right to cancel a purchase; zero if it
// did not. One to whom the purchase passed has given up nothing.
func (s *state) boundSince(p int) time.Time {
	var since time.Time
	for _, w := range s.purchases.get(p).bound {
		if w.by == s.Purchases[p].Investor {
			since = sooner(since, w.at)
		}
	}
	return since
}

// refuseCancelable refuses a release while the investor may still cancel.
func (s *state) refuseCancelable(d *ruling, p int, t time.Time) {
	if !t.Before(s.begins(p, t).free) {
		return
	}
	d.refuse(codeMayCancel, &s.Authority.Cancel,
		id("investor", s.Purchases[p].Investor), id("purchase", s.Purchases[p].ID), instant("until", s.CancelBy))
}

// refuseClosed refuses to change a purchase that was released.
func (s *state) refuseClosed(d *ruling, p int) {
	if c := s.purchases.get(p).closed; c != nil {
		d.refuse(codeAlreadyClosed, &s.Authority.Release, id("purchase", s.Purchases[p].ID), instant("released", c.at))
	}
}
