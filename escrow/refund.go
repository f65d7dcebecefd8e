package escrow

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// refund decides whether money goes back.
func (s *state) refund(d *Decision, e Event, b Refund) {
	s.onlyAgent(d, e)
	if b.Cents <= 0 {
		d.refuse(codeAmountInvalid, strconv.FormatInt(b.Cents, 10)+" is not an amount above zero.", s.Authority.Refund)
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
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Refund)
		return
	}
	if !b.Ground.outlastsClosing() {
		s.refuseClosed(d, p)
	}
	if b.Ground != GroundOrder {
		s.refuseHeld(d, e.At, p)
	}
	if currency := orElse(b.Currency, s.Currency); currency != s.Currency {
		d.refuse(codeOtherCurrency, "The purchase "+string(b.Purchase)+" is in "+s.Currency+"; "+currency+
			" that came is in suspense, under its own reference.", s.Authority.Refund)
		return // an amount of another currency compares with nothing here
	}
	m, payee := s.moneyOf(p, e.At), s.Purchases[p].Investor
	var g grounded
	if b.Ground == GroundOrder {
		o, known := s.orderNamed(p, b.Order)
		if !known || o.at.After(e.At) {
			d.refuse(codeOrderUnknown, "No order "+quoted(b.Order)+" of a court about "+string(b.Purchase)+" is in the books.",
				s.Authority.Refund)
			return
		}
		g, payee = s.groundOrder(o, p, e.At, m), o.payee
	} else {
		g = s.ground(b.Ground, p, e.At, m)
	}
	if !g.holds {
		d.refuse(codeNoGround, "The ground "+quoted(string(b.Ground))+" is not true of "+string(b.Purchase)+": "+g.why+
			". "+s.groundsText(p, e.At, m), s.Authority.Refund)
	}
	// Of interest less than nothing can be left, once too much of it was paid.
	if here := max(0, g.cents); b.Cents > here {
		d.refuse(codeNotEnoughHeld, "On this ground "+s.usd(here)+" can go back for "+string(b.Purchase)+", "+
			s.usd(b.Cents-here)+" less than asked for.", s.Authority.Refund)
	}
	if d.Outcome != Accepted {
		return
	}
	s.payBack(d, e, p, b, payee)
	s.warnRefundLate(d, e, p, b.Ground, g)
	authority := s.Authority.Refund
	if b.Ground == GroundInterest {
		authority = s.Authority.Interest
	}
	s.tell(d, codeRefunded, s.usd(b.Cents)+" held for the purchase "+string(b.Purchase)+" is paid to "+string(payee)+" on the ground "+
		quoted(string(b.Ground))+".", authority)
}

// payBack orders the leg of a refund of a purchase.
func (s *state) payBack(d *Decision, e Event, p int, b Refund, payee PartyID) {
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
func (s *state) warnRefundLate(d *Decision, e Event, p int, g Ground, is grounded) {
	if due := s.refundBy(g, is); !due.IsZero() && e.At.After(due) {
		s.warn(d, codeRefundLate, "The refund for "+string(s.Purchases[p].ID)+" was due by "+s.day(due).Long()+", and is ordered on "+
			s.day(e.At).Long()+".", s.Authority.Refund)
	}
}

// groundsText says on which grounds money could go back.
func (s *state) groundsText(p int, t time.Time, m balance) string {
	text := ""
	closed := s.purchases.get(p).closedBy(t)
	for _, g := range allGrounds() {
		if closed && !g.outlastsClosing() {
			continue
		}
		if is := s.ground(g, p, t, m); is.holds && is.cents > 0 {
			text += " " + s.usd(is.cents) + " could go back on the ground " + quoted(string(g)) + "."
		}
	}
	for _, o := range s.purchases.get(p).orders {
		if is := s.groundOrder(o, p, t, m); is.holds && is.cents > 0 {
			text += " " + s.usd(is.cents) + " could be paid to " + string(o.payee) + " under the court's order " + quoted(o.name) + "."
		}
	}
	if text == "" {
		return "Nothing can go back on any ground now."
	}
	return text[1:]
}

// allGrounds are those of a purchase, without the orders of courts.
func allGrounds() []Ground {
	return []Ground{
		GroundExcess, GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled, GroundNotice, GroundInterest,
	}
}

// refundDeposit decides whether a deposit in suspense goes back to its payer.
func (s *state) refundDeposit(d *Decision, e Event, b Refund) {
	s.refuseHeld(d, e.At, -1)
	position, dep, ok := s.suspended(d, b.Rail, b.Reference, e.At)
	if !ok {
		return
	}
	name := string(b.Rail) + " " + b.Reference
	if b.Ground != GroundSuspense {
		d.refuse(codeNoGround, "A deposit in suspense goes back on the ground "+quoted(string(GroundSuspense))+", not "+
			quoted(string(b.Ground))+".", s.Authority.Refund)
	}
	if dep.from == "" {
		d.refuse(codePayerUnknown, "Nobody is known to have paid "+name+".", s.Authority.Refund)
	}
	if currency := orElse(b.Currency, s.Currency); currency != dep.currency {
		d.refuse(codeOtherCurrency, "The deposit "+name+" is in "+dep.currency+", not in "+currency+".", s.Authority.Refund)
	}
	s.refuseMore(d, &dep, b.Cents, e.At, s.Authority.Refund)
	if d.Outcome != Accepted {
		return
	}
	s.order(d, e, legRecord{
		Leg: Leg{
			Kind: LegRefund, Payee: dep.from, Cents: b.Cents, Currency: dep.currency, For: string(b.Ground), Reference: name,
		},
		deposit: position,
	})
	s.tell(d, codeRefunded, kernel.Money(b.Cents, dep.currency)+" of "+name+" go back to "+string(dep.from)+".", s.Authority.Refund)
}

// suspended is the deposit in suspense of that reference, if there is one.
func (s *state) suspended(d *Decision, rail Rail, reference string, t time.Time) (position int, dep deposit, ok bool) {
	name := string(rail) + " " + reference
	position, found := s.referencesOf(rail).get(reference)
	if found {
		dep = *s.deposits.get(position)
	}
	switch {
	case !found || !by(dep.received, t):
		d.refuse(codeUnknownDeposit, "No payment "+name+" came.", s.Authority.Refund)
	case dep.purchase >= 0:
		d.refuse(codeNotInSuspense, "The payment "+name+" is not in suspense; it is counted for "+
			string(s.Purchases[dep.purchase].ID)+".", s.Authority.Refund)
	case by(dep.backAt(), t):
		d.refuse(codeDepositReturned, "The payment "+name+" went back at "+s.instant(dep.backAt())+".", s.Authority.Refund)
	default:
		if !dep.isGood(t) {
			d.refuse(codeNotGood, "The payment "+name+" is not good yet.", s.Authority.Refund)
		}
		return position, dep, true
	}
	return position, dep, false
}

// refuseMore refuses more than is left of a deposit in suspense.
func (s *state) refuseMore(d *Decision, dep *deposit, cents int64, t time.Time, authority law.Citation) {
	if left := dep.left(t); cents > left {
		d.refuse(codeNotEnoughHeld, "Of "+string(dep.rail)+" "+dep.reference+" "+kernel.Money(left, dep.currency)+" are left in suspense, "+
			kernel.Money(cents-left, dep.currency)+" less than asked for.", authority)
	}
}

// unwind decides whether everything still here goes back.
func (s *state) unwind(d *Decision, e Event, b Unwind) {
	s.onlyAgent(d, e)
	s.refuseHeld(d, e.At, -1)
	var gives []give
	one, known := s.placeOf(b.Purchase)
	switch {
	case b.Purchase == "":
		if s.terminated.IsZero() && b.Ground == GroundTerminated {
			d.refuse(codeNoGround, "The deal was not terminated.", s.Authority.Refund)
		}
		for p := range s.Purchases {
			if s.purchases.get(p).closed == nil {
				gives = s.give(d, e, b, p, gives)
			}
		}
	case !known:
		d.refuse(codeUnknownPurchase, "The deal has no purchase "+quoted(string(b.Purchase))+".", s.Authority.Refund)
	default:
		s.refuseClosed(d, one)
		gives = s.give(d, e, b, one, gives)
	}
	if len(gives) == 0 && d.Outcome == Accepted {
		d.refuse(codeNothingHere, "Nothing is here that could go back.", s.Authority.Refund)
	}
	if d.Outcome != Accepted {
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
	s.tell(d, codeRefunded, s.usd(cents)+" go back for "+kernel.Count(int64(len(gives)))+" purchases on the ground "+
		quoted(string(b.Ground))+".",
		s.Authority.Refund)
}

// give is what goes back for one purchase.
type give struct {
	purchase int
	cents    int64
	shares   int64
	is       grounded
}

// give adds what goes back for a purchase, and refuses what keeps it here.
func (s *state) give(d *Decision, e Event, b Unwind, p int, to []give) []give {
	m := s.moneyOf(p, e.At)
	g := give{purchase: p, cents: max(0, m.here()), shares: s.sharesToReturn(p, e.At), is: s.ground(b.Ground, p, e.At, m)}
	if g.cents == 0 && g.shares == 0 {
		return to
	}
	if !g.is.holds {
		d.refuse(codeNoGround, "The ground "+quoted(string(b.Ground))+" is not true of "+string(s.Purchases[p].ID)+": "+g.is.why+".",
			s.Authority.Refund)
	}
	for _, h := range standingOf(s.purchases.get(p).holds, e.At) {
		s.refuseHold(d, h, string(s.Purchases[p].ID), e.At)
	}
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
