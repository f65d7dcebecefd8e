package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// refund decides whether money goes back.
func (s *state) refund(d *ruling, e Event, b Refund) {
	s.onlyAgent(d, e)
	if b.Cents <= 0 {
		d.refuse(codeAmountInvalid, &s.Authority.Refund, money("amount", b.Cents), id("currency", orElse(b.Currency, s.Currency)))
	}
	switch {
	case b.Purchase == "" && b.Rail == "":
		s.refundInterest(d, e, b)
		return
	case b.Purchase == "":
		s.refundDeposit(d, e, b)
		return
	}
	p, known := s.placeOf(b.Purchase)
	if !known {
		d.refuse(codeUnknownPurchase, &s.Authority.Refund, id("purchase", b.Purchase))
		return
	}
	if !b.Ground.outlastsClosing() {
		s.refuseClosed(d, p)
	}
	if b.Ground != GroundOrder {
		s.refuseHeld(d, e.At, p)
	}
	if currency := orElse(b.Currency, s.Currency); currency != s.Currency {
		d.refuse(codeOtherCurrency, &s.Authority.Refund, id("purchase", b.Purchase), id("currency", s.Currency), id("ordered", currency))
		return // an amount of another currency compares with nothing here
	}
	m, payee := s.moneyOf(p, e.At), s.Purchases[p].Investor
	var g grounded
	if b.Ground == GroundOrder {
		o, known := s.orderNamed(p, b.Order)
		if !known || o.at.After(e.At) {
			d.refuse(codeOrderUnknown, &s.Authority.Refund, id("order", b.Order), id("purchase", b.Purchase))
			return
		}
		g, payee = s.groundOrder(o, p, e.At, m), o.payee
	} else {
		g = s.ground(b.Ground, p, e.At, m)
	}
	if !g.holds {
		d.refuse(codeNoGround, &s.Authority.Refund,
			append([]value{id("ground", b.Ground), id("purchase", b.Purchase), g.why}, s.grounds(p, e.At, m)...)...)
	}
	// Of interest less than nothing can be left, once too much of it was paid.
	if here := max(0, g.cents); b.Cents > here {
		d.refuse(codeNotEnoughHeld, &s.Authority.Refund,
			id("purchase", b.Purchase), id("ground", b.Ground), money("have", here), money("short", b.Cents-here))
	}
	if d.outcome != Accepted {
		return
	}
	s.payBack(d, e, p, b, payee)
	s.warnRefundLate(d, e, p, b.Ground, g)
	authority := &s.Authority.Refund
	if b.Ground == GroundInterest {
		authority = &s.Authority.Interest
	}
	s.tell(d, codeRefunded, authority, money("amount", b.Cents), id("payee", payee), id("purchase", b.Purchase), id("ground", b.Ground))
}

// payBack orders the leg of a refund of a purchase.
func (s *state) payBack(d *ruling, e Event, p int, b Refund, payee PartyID) {
	kind := LegRefund
	if b.Ground == GroundInterest {
		kind = LegInterest
	}
	s.order(d, e, legRecord{
		Leg: Leg{
			Kind: kind, Payee: payee, Purchase: s.Purchases[p].ID, Cents: b.Cents, For: string(b.Ground), Reference: b.Order,
		},
		parts: []part{{p, b.Cents}}, deposit: -1,
	})
}

// refundBy is the last instant for a refund under the terms; zero if they set
// none.
func (s *state) refundBy(g Ground, is grounded) time.Time {
	within := s.RefundWithin
	if g == GroundNotice && s.Notice.Return != (calendar.Deadline{}) {
		within = s.Notice.Return
		is.since = is.since.AddDays(-1) // counted from the end of the window
	}
	if within == (calendar.Deadline{}) || is.since.IsZero() {
		return time.Time{}
	}
	d, err := within.DateAfter(is.since)
	if err != nil {
		return time.Time{}
	}
	return lastInstant(d, calendar.Cutoff{Zone: s.zone})
}

// warnRefundLate warns of a refund after the day by which it was due.
func (s *state) warnRefundLate(d *ruling, e Event, p int, g Ground, is grounded) {
	if due := s.refundBy(g, is); !due.IsZero() && e.At.After(due) {
		s.warn(d, codeRefundLate, &s.Authority.Refund,
			id("purchase", s.Purchases[p].ID), date("due", s.day(due)), date("date", s.day(e.At)))
	}
}

// grounds are those on which money could go back, with what the first of them gives.
func (s *state) grounds(p int, t time.Time, m balance) []value {
	var available []Ground
	var first int64
	add := func(g Ground, is grounded) {
		if !is.holds || is.cents <= 0 {
			return
		}
		if len(available) == 0 {
			first = is.cents
		}
		if len(available) == 0 || available[len(available)-1] != g {
			available = append(available, g)
		}
	}
	closed := s.purchases.get(p).closedBy(t)
	for _, g := range allGrounds() {
		if !closed || g.outlastsClosing() {
			add(g, s.ground(g, p, t, m))
		}
	}
	for _, o := range s.purchases.get(p).orders {
		add(GroundOrder, s.groundOrder(o, p, t, m))
	}
	if len(available) == 0 {
		return nil
	}
	return []value{names("available", available), money("may_refund", first)}
}

// allGrounds are those of a purchase, without the orders of courts.
func allGrounds() []Ground {
	return []Ground{
		GroundExcess, GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled, GroundNotice, GroundInterest,
	}
}

// refundDeposit decides whether a deposit in suspense goes back to its payer.
func (s *state) refundDeposit(d *ruling, e Event, b Refund) {
	s.refuseHeld(d, e.At, -1)
	position, dep, ok := s.suspended(d, b.Rail, b.Reference, e.At)
	if !ok {
		return
	}
	if b.Ground != GroundSuspense {
		d.refuse(codeNoGround, &s.Authority.Refund,
			id("ground", b.Ground), id("available", GroundSuspense), money("may_refund", s.leftOf(&dep, e.At)),
			id("currency", dep.currency))
	}
	if dep.from == "" {
		d.refuse(codePayerUnknown, &s.Authority.Refund, id("rail", b.Rail), id("reference", b.Reference))
	}
	if currency := orElse(b.Currency, s.Currency); currency != dep.currency {
		d.refuse(codeOtherCurrency, &s.Authority.Refund,
			id("rail", b.Rail), id("reference", b.Reference), id("currency", dep.currency), id("ordered", currency))
	}
	s.refuseMore(d, &dep, b.Cents, e.At, &s.Authority.Refund)
	if d.outcome != Accepted {
		return
	}
	s.order(d, e, legRecord{
		Leg: Leg{
			Kind: LegRefund, Payee: dep.from, Cents: b.Cents, Currency: dep.currency, For: string(b.Ground),
			Reference: string(b.Rail) + " " + b.Reference,
		},
		deposit: position,
	})
	s.tell(d, codeRefunded, &s.Authority.Refund, money("amount", b.Cents), id("currency", dep.currency),
		id("rail", b.Rail), id("reference", b.Reference), id("payee", dep.from), id("ground", b.Ground))
}

// suspended is the deposit in suspense of that reference, if there is one.
func (s *state) suspended(d *ruling, rail Rail, reference string, t time.Time) (position int, dep deposit, ok bool) {
	named := []value{id("rail", rail), id("reference", reference)}
	position, found := s.referencesOf(rail).get(reference)
	if found {
		dep = *s.deposits.get(position)
	}
	switch {
	case !found || !by(dep.received, t):
		d.refuse(codeUnknownDeposit, &s.Authority.Refund, named...)
	case dep.purchase >= 0:
		d.refuse(codeNotInSuspense, &s.Authority.Refund, append(named, id("purchase", s.Purchases[dep.purchase].ID))...)
	case by(dep.backAt(), t):
		d.refuse(codeDepositReturned, &s.Authority.Refund, append(named, instant("returned", dep.backAt()))...)
	default:
		if !dep.isGood(t) {
			d.refuse(codeNotGood, &s.Authority.Refund, named...)
		}
		return position, dep, true
	}
	return position, dep, false
}

// refuseMore refuses more than is left of a deposit in suspense.
func (s *state) refuseMore(d *ruling, dep *deposit, cents int64, t time.Time, authority *law.Citation) {
	if left := s.leftOf(dep, t); cents > left {
		d.refuse(codeNotEnoughHeld, authority, id("rail", dep.rail), id("reference", dep.reference),
			money("have", left), money("short", cents-left), id("currency", dep.currency))
	}
}

// unwind decides whether everything still here goes back.
func (s *state) unwind(d *ruling, e Event, b Unwind) {
	s.onlyAgent(d, e)
	s.refuseHeld(d, e.At, -1)
	var gives []give
	one, known := s.placeOf(b.Purchase)
	switch {
	case b.Purchase == "":
		if s.terminated.IsZero() && b.Ground == GroundTerminated {
			d.refuse(codeNoGround, &s.Authority.Refund, id("ground", b.Ground))
		}
		for p := range s.Purchases {
			if s.purchases.get(p).closed == nil {
				gives = s.give(d, e, b, p, gives)
			}
		}
	case !known:
		d.refuse(codeUnknownPurchase, &s.Authority.Refund, id("purchase", b.Purchase))
	default:
		s.refuseClosed(d, one)
		gives = s.give(d, e, b, one, gives)
	}
	if len(gives) == 0 && d.outcome == Accepted {
		d.refuse(codeNothingHere, &s.Authority.Refund)
	}
	if d.outcome != Accepted {
		return
	}
	var cents int64
	for _, g := range gives {
		if g.cents > 0 {
			s.payBack(d, e, g.purchase, Refund{Cents: g.cents, Ground: b.Ground}, s.Purchases[g.purchase].Investor)
			s.warnRefundLate(d, e, g.purchase, b.Ground, g.is)
			cents += g.cents
		}
		if g.shares > 0 {
			s.order(d, e, legRecord{
				Leg: Leg{
					Kind: LegCertificatesBack, Payee: s.Company, Purchase: s.Purchases[g.purchase].ID, Shares: g.shares,
					For: string(b.Ground),
				},
				parts: []part{{g.purchase, 0}}, deposit: -1, certificates: s.here(g.purchase, e.At),
			})
		}
	}
	s.tell(d, codeRefunded, &s.Authority.Refund, money("amount", cents), count("count", int64(len(gives))), id("ground", b.Ground))
}

// give is what goes back for one purchase.
type give struct {
	purchase int
	cents    int64
	shares   int64
	is       grounded
}

// give adds what goes back for a purchase, and refuses what keeps it here.
func (s *state) give(d *ruling, e Event, b Unwind, p int, to []give) []give {
	m := s.moneyOf(p, e.At)
	g := give{purchase: p, cents: max(0, m.here()), shares: s.sharesToReturn(p, e.At), is: s.ground(b.Ground, p, e.At, m)}
	if g.cents == 0 && g.shares == 0 {
		return to
	}
	if !g.is.holds {
		d.refuse(codeNoGround, &s.Authority.Refund, id("ground", b.Ground), id("purchase", s.Purchases[p].ID), g.is.why)
	}
	s.refuseHolds(d, e.At, p)
	return append(to, g)
}

// here lists the certificates for a purchase, of every name, that the agent has.
func (s *state) here(p int, t time.Time) []int {
	var all []int
	for _, i := range s.purchases.get(p).certificates {
		if s.isHere(s.certificates.get(i), t) {
			all = append(all, i)
		}
	}
	return all
}

// sharesToReturn is the number of shares in those certificates.
func (s *state) sharesToReturn(p int, t time.Time) int64 {
	var shares int64
	for _, i := range s.here(p, t) {
		shares += s.certificates.get(i).shares
	}
	return shares
}
