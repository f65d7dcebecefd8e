package escrow

import (
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

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
	if position, ok := references.Get(reference); ok {
		return position, *s.deposits.Get(position)
	}
	d = deposit{rail: rail, reference: reference, purchase: -1}
	position = s.deposits.Push(s.owner, d)
	references.Put(s.owner, reference, position)
	return position, d
}

// setDeposit writes a changed deposit and keeps the totals true.
func (s *state) setDeposit(position int, d deposit) {
	if !d.parked && (d.unknownBy(d.cleared) || d.unknownBy(d.returned) || d.unknownBy(d.bad)) {
		d.parked = true
		s.parked = append(s.parked, position)
	}
	own, _ := s.deposits.Own(s.owner, position)
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

func (s *state) receiveDeposit(d *Decision, e Event, b DepositReceived) {
	currency := orElse(b.Currency, s.Currency)
	references := s.referencesOf(b.Rail)
	position, told := references.Get(b.Reference)
	dep := deposit{rail: b.Rail, reference: b.Reference, purchase: -1}
	if told {
		dep = *s.deposits.Get(position)
		if !dep.received.IsZero() {
			s.refuseSecond(d, &dep, e, b, currency)
			return
		}
	} else {
		position = s.deposits.Push(s.owner, dep)
		references.Put(s.owner, b.Reference, position)
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
		a.deposits = s.rooms.positions.Add(a.deposits, position)
	}
	if dep.purchase < 0 {
		s.suspense = append(s.suspense, position)
		s.warn(d, codeSuspense, kernel.Money(b.Cents, currency)+" under "+string(b.Rail)+" "+b.Reference+" are held in suspense: "+
			dep.why.words()+".", s.Authority.FundsBefore)
	}
	s.grow(currency, b.Cents)
	s.setDeposit(position, dep)
	s.checkTransmission(d, e, b)
	s.warnLate(d, e, dep.purchase)
}

// refuseSecond refuses a payment that was told of before.
func (s *state) refuseSecond(d *Decision, dep *deposit, e Event, b DepositReceived, currency string) {
	name := string(b.Rail) + " " + b.Reference
	if dep.cents == b.Cents && dep.currency == currency && dep.from == b.From && dep.named == b.Purchase &&
		s.day(dep.received) == s.day(e.At) {
		d.refuse(codeSameReference, "The payment "+name+" is in the books since "+s.instant(dep.received)+
			"; it is counted once.", law.Citation{})
		return
	}
	d.refuse(codeReferenceConflict, "The payment "+name+" is in the books as "+kernel.Money(dep.cents, dep.currency)+" from "+
		quoted(string(dep.from))+" for "+quoted(string(dep.named))+" of "+s.instant(dep.received)+", and not as "+
		kernel.Money(b.Cents, currency)+" from "+quoted(string(b.From))+" for "+quoted(string(b.Purchase))+" of "+s.instant(e.At)+
		"; the first stands until the bank says otherwise.", law.Citation{})
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

func (s *state) clearDeposit(d *Decision, e Event, b DepositCleared) {
	position, dep := s.depositOf(b.Rail, b.Reference)
	dep.cleared = sooner(dep.cleared, e.At)
	s.setDeposit(position, dep)
	s.warnParked(d, &dep)
	s.warnLate(d, e, dep.purchase)
}

func (s *state) returnDeposit(d *Decision, e Event, b DepositReturned) {
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
			s.warn(d, codeDeficit, "The money of "+string(dep.rail)+" "+dep.reference+" has left: "+kernel.Money(-left, dep.currency)+
				" are missing in the account.", s.Authority.Release)
		}
	}
}

func (s *state) warnDeficit(d *Decision, p int) {
	if m := s.moneyOf(p, endOfTime()); m.deficit() > 0 {
		s.warn(d, codeDeficit, "The money for "+string(s.Purchases[p].ID)+" has left: "+s.usd(m.deficit())+
			" are missing in the account.", s.Authority.Release)
	}
}

func (s *state) warnParked(d *Decision, dep *deposit) {
	if dep.received.IsZero() {
		s.warn(d, codeParked, "No payment "+string(dep.rail)+" "+dep.reference+" is known yet; this is kept until it is.", law.Citation{})
	}
}
