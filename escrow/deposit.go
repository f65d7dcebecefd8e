package escrow

import (
	"slices"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/internal/ledger"
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
	book      ledger.List // of its money while it is in suspense
	given     int         // how often some of it was applied to a purchase
	parked    bool        // at some instant more was known of it than that it came
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

// entries are those that a payment makes, in the books of its purchase or its own.
func (d *deposit) entries(position int) []ledger.Entry {
	if d.received.IsZero() {
		return nil
	}
	entry := func(at time.Time, k ledger.Kind) ledger.Entry {
		return ledger.Entry{At: at, Kind: k, Cents: d.cents, Ref: position, Other: -1}
	}
	good, back := d.goodAt(), d.backAt()
	var all []ledger.Entry
	switch {
	case good.IsZero() || !back.IsZero() && !back.After(good):
		all = append(all, entry(d.received, ledger.Arrival))
		if !back.IsZero() {
			all = append(all, entry(later(back, d.received), ledger.Bounce))
		}
		return all
	case d.rail == RailWire:
		all = append(all, entry(good, ledger.GoodArrival))
	default:
		all = append(all, entry(d.received, ledger.Arrival), entry(good, ledger.Clearing))
	}
	if !back.IsZero() {
		all = append(all, entry(back, ledger.Return))
	}
	return all
}

// setDeposit writes a changed deposit and keeps the books and the totals true.
func (s *state) setDeposit(position int, d deposit) {
	if !d.parked && (d.unknownBy(d.cleared) || d.unknownBy(d.returned) || d.unknownBy(d.bad)) {
		d.parked = true
		s.parked = append(s.parked, position)
	}
	own := s.deposit(position)
	old := *own
	d.book, d.given = own.book, own.given
	*own = d
	s.stir(d.received)
	s.stir(d.cleared)
	s.stir(d.returned)
	s.touch(d.bad)
	book := &own.book
	if d.purchase >= 0 {
		s.recount(d.purchase)
		book = &s.account(d.purchase).book
	}
	was, is := old.entries(position), d.entries(position)
	for _, e := range was {
		if !slices.Contains(is, e) {
			book.Remove(e)
		}
	}
	for _, e := range is {
		if !slices.Contains(was, e) {
			book.Add(e, bookSize, &s.rooms.entries)
		}
	}
	if d.given > 0 {
		s.followDeposit(position, old.backAt())
	}
}

// deposit is the deposit for writing.
func (s *state) deposit(position int) *deposit {
	own, fresh := s.deposits.own(s.owner, position)
	if fresh {
		own.book = own.book.Fork()
	}
	return own
}

// followDeposit takes what was applied of a deposit where the deposit went. was is
// when it went back as far as was known before.
func (s *state) followDeposit(position int, was time.Time) {
	d := s.deposit(position)
	back := d.backAt()
	for _, given := range slices.Collect(d.book.All(ledger.Of(ledger.Given))) {
		s.recount(given.Other)
		if back.Equal(was) {
			continue
		}
		undone := ledger.Entry{Kind: ledger.Given, Cents: given.Cents, Ref: position, Other: given.Ref}
		again := ledger.Entry{Kind: ledger.Applied, Cents: given.Cents, Ref: given.Ref, Other: given.Other}
		if !was.IsZero() {
			undone.At, again.At = later(was, given.At), later(was, given.At)
			s.account(given.Other).book.Remove(undone)
			d.book.Remove(again)
		}
		undone.At, again.At = later(back, given.At), later(back, given.At)
		s.enter(given.Other, undone)
		d.book.Add(again, bookSize, &s.rooms.entries)
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
	if at.Before(s.dividedFrom) {
		s.divided = nil
	}
}

func (s *state) receiveDeposit(d *Decision, e Event, b DepositReceived) {
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
	for given := range s.deposits.get(position).book.All(ledger.Of(ledger.Given)) {
		s.warnDeficit(d, given.Other)
	}
	if dep.purchase < 0 && !dep.received.IsZero() {
		if left := s.deposits.get(position).left(endOfTime()); left < 0 {
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
