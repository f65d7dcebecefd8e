package escrow

import "time"

// deposit is one payment, or what is told of one that has not been received.
// It is copied to be changed.
type deposit struct {
	rail      Rail
	reference string
	from      PartyID
	purchase  int // -1 in suspense
	named     PurchaseID
	cents     int64
	currency  string
	received  time.Time // zero while it is only told of
	cleared   time.Time
	returned  time.Time
	bad       time.Time // since when it is not bona fide; zero if it is
	why       SuspenseReason
	moves     []move // out of suspense
	outs      []out  // refunds out of suspense
	parked    bool   // at some instant more was known of it than that it came
}

// goodAt is when the money is good; zero while it is pending.
func (d *deposit) goodAt() time.Time {
	switch {
	case d.received.IsZero() || d.rail == RailWire:
		return d.received
	case d.cleared.IsZero():
		return time.Time{}
	}
	return later(d.received, d.cleared)
}

// backAt is when the money went back; zero if it did not. It may be before it
// came, as banks tell it, and then it was never good.
func (d *deposit) backAt() time.Time {
	if d.received.IsZero() {
		return time.Time{}
	}
	return d.returned
}

// unknownBy reports whether something is told of it at an instant at which it had
// not come.
func (d *deposit) unknownBy(t time.Time) bool { return !t.IsZero() && !by(d.received, t) }

// isGood reports whether it is good at the instant and did not go back.
func (d *deposit) isGood(t time.Time) bool { return by(d.goodAt(), t) && !by(d.backAt(), t) }

// depositOf finds a deposit or makes room for one that is only told of.
func (s *state) depositOf(rail Rail, reference string) (position int, d deposit) {
	references := s.referencesOf(rail)
	if position, ok := references.get(reference); ok {
		return position, *s.deposits.get(position)
	}
	d = deposit{rail: rail, reference: reference, purchase: -1}
	position = s.deposits.push(s.owner, d)
	references.put(reference, position)
	return position, d
}

// setDeposit writes a changed deposit and keeps the totals true.
func (s *state) setDeposit(position int, d deposit) {
	if !d.parked && (d.unknownBy(d.cleared) || d.unknownBy(d.returned) || d.unknownBy(d.bad)) {
		d.parked = true
		s.parked = append(s.parked, position)
	}
	own, _ := s.deposits.own(s.owner, position)
	*own = d
	s.stir(d.received)
	s.stir(d.cleared)
	s.stir(d.returned)
	s.touch(d.bad)
	if d.purchase >= 0 {
		s.recount(d.purchase)
	}
	// Money moved out of suspense goes where its deposit goes.
	for _, m := range d.moves {
		s.recount(m.purchase)
	}
}

// touch notes an instant at which money changed.
func (s *state) touch(at time.Time) {
	if at.After(s.latestMoney) {
		s.latestMoney = at
	}
}

// stir is touch for what changes whose the interest is.
func (s *state) stir(at time.Time) {
	s.touch(at)
	s.divided = nil
}

func (s *state) receiveDeposit(d *ruling, e Event, b DepositReceived) {
	currency := orElse(b.Currency, s.Currency)
	references := s.referencesOf(b.Rail)
	position, told := references.get(b.Reference)
	dep := deposit{rail: b.Rail, reference: b.Reference, purchase: -1}
	if told {
		dep = *s.deposits.get(position)
		if !dep.received.IsZero() {
			s.refuseSecond(d, &dep, e, b, currency)
			return
		}
	} else {
		position = s.deposits.push(s.owner, dep)
		references.put(b.Reference, position)
	}
	dep.from, dep.named, dep.cents, dep.currency, dep.received = b.From, b.Purchase, b.Cents, currency, e.At
	// Whose purchase it was then counts, whenever the payment is told of.
	then := s.contractAt(e.At)
	p, known := s.placeOf(b.Purchase)
	switch {
	case !known || p >= len(then.Purchases):
		dep.why = SuspenseNoPurchase
	case currency != s.Currency:
		dep.why = SuspenseCurrency
	case b.From != then.Purchases[p].Investor:
		dep.why = SuspenseStranger
	default:
		dep.purchase = p
		a := s.account(p)
		a.deposits = s.rooms.positions.add(a.deposits, position)
	}
	if dep.purchase < 0 {
		s.suspense = append(s.suspense, position)
		s.warnSuspense(d, &dep, p)
	}
	s.grow(currency, b.Cents)
	s.setDeposit(position, dep)
	s.checkTransmission(d, e, b)
	s.warnLate(d, e, dep.purchase)
}

// warnSuspense says why a payment counts for no purchase; p is the purchase that it was
// for, if there is one.
func (s *state) warnSuspense(d *ruling, dep *deposit, p int) {
	var why value
	switch dep.why {
	case SuspenseNoPurchase:
		why = id("unknown", dep.named)
	case SuspenseCurrency:
		why = id("deal_currency", s.Currency)
	default:
		why = id("investor", s.Purchases[p].Investor)
	}
	s.warn(d, codeSuspense, &s.Authority.FundsBefore,
		money("amount", dep.cents), id("currency", dep.currency), id("rail", dep.rail), id("reference", dep.reference), why)
}

// refuseSecond refuses a payment that was told of before.
func (s *state) refuseSecond(d *ruling, dep *deposit, e Event, b DepositReceived, currency string) {
	if dep.cents == b.Cents && dep.currency == currency && dep.from == b.From && dep.named == b.Purchase &&
		s.day(dep.received) == s.day(e.At) {
		d.refuse(codeSameReference, nil, id("rail", b.Rail), id("reference", b.Reference), instant("received", dep.received))
		return
	}
	told := [2]value{money("told", b.Cents)}
	if currency != dep.currency {
		told = [2]value{id("told_currency", currency), money("told_amount", b.Cents)}
	}
	d.refuse(codeReferenceConflict, nil, id("rail", b.Rail), id("reference", b.Reference),
		money("have", dep.cents), id("currency", dep.currency), id("from", dep.from), id("purchase", dep.named),
		instant("received", dep.received),
		told[0], told[1], id("told_from", b.From), id("told_purchase", b.Purchase),
		instant("told_at", e.At))
}

// grow adds to what came in of a currency. The door was guarded.
func (s *state) grow(currency string, cents int64) {
	for i := range s.received {
		if s.received[i].currency == currency {
			s.received[i].cents += cents
			return
		}
	}
	s.received = append(s.received, sum{currency, cents})
}

func (s *state) clearDeposit(d *ruling, e Event, b DepositCleared) {
	position, dep := s.depositOf(b.Rail, b.Reference)
	dep.cleared = sooner(dep.cleared, e.At)
	s.setDeposit(position, dep)
	s.warnParked(d, &dep)
	s.warnLate(d, e, dep.purchase)
}

func (s *state) returnDeposit(d *ruling, e Event, b DepositReturned) {
	position, dep := s.depositOf(b.Rail, b.Reference)
	dep.returned = sooner(dep.returned, e.At)
	s.setDeposit(position, dep)
	s.warnParked(d, &dep)
	s.warnLate(d, e, dep.purchase)
	if dep.purchase >= 0 {
		s.warnDeficit(d, dep.purchase)
	}
	for _, m := range dep.moves {
		s.warnDeficit(d, m.purchase)
	}
	if dep.purchase < 0 && !dep.received.IsZero() {
		if left := s.leftOf(&dep, endOfTime()); left < 0 {
			s.warn(d, codeDeficit, &s.Authority.Release,
				id("rail", dep.rail), id("reference", dep.reference), money("short", -left), id("currency", dep.currency))
		}
	}
}

func (s *state) warnDeficit(d *ruling, p int) {
	if m := s.moneyOf(p, endOfTime()); m.deficit() > 0 {
		s.warn(d, codeDeficit, &s.Authority.Release, id("purchase", s.Purchases[p].ID), money("short", m.deficit()))
	}
}

func (s *state) warnParked(d *ruling, dep *deposit) {
	if dep.received.IsZero() {
		s.warn(d, codeParked, nil, id("rail", dep.rail), id("reference", dep.reference))
	}
}
