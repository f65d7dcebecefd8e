package escrow

import (
	"math"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// take decides the event and records it; in is the place for that, or nil if the
// ID may have been used before. On an error the state is as before.
func (s *state) take(e Event, d *Decision, in *record) error {
	s.faults = nil // in the state, so that an event costs no room of its own
	fs := &s.faults
	e = e.normal(&s.rooms.names)
	if in == nil {
		if old, ok := s.recordOf(e.ID); ok {
			return s.repeat(d, e, old)
		}
	}
	s.checkEvent(fs, e)
	if err := fs.Err(); err != nil {
		return err
	}
	s.checkRoom(fs, e)
	if err := fs.Err(); err != nil {
		return err
	}
	d.Event, d.Outcome = e.ID, Accepted
	leg, latest, terms := s.legs.n, s.latestMoney, s.contract
	if e.Instructs() {
		s.instruct(d, e)
	} else {
		s.record(d, e)
	}
	s.settleCount(e.At, latest, s.contract != terms)
	s.nameCures(d)
	if in == nil {
		in = new(record)
		s.events.put(string(e.ID), in)
	}
	in.event, in.leg, in.legs, in.decision = e, leg, len(d.Legs), s.kept(d)
	return nil
}

// repeat answers an event whose ID was used before. What the terms were then, and
// are now, makes no difference.
func (s *state) repeat(d *Decision, e Event, old *record) error {
	if !same(old.event, e) {
		s.checkEvent(&s.faults, e)
		s.faults.Add(law.ErrConflict, "id", strconv.Quote(string(e.ID)), "is in the log with another content")
		return s.faults
	}
	*d = s.answer(old)
	d.First, d.Outcome = d.Outcome, Duplicate
	return nil
}

// checkRoom records a fault for an amount that no sum could hold any more. What is
// told again is in the sums already, and is refused for that.
func (s *state) checkRoom(fs *law.Faults, e Event) {
	switch b := e.Body.(type) {
	case DepositReceived:
		currency := orElse(b.Currency, s.Currency)
		if !s.isFull(currency, b.Cents) {
			return
		}
		if i, told := s.referencesOf(b.Rail).get(b.Reference); !told || s.deposits.get(i).received.IsZero() {
			tooMuch(fs, b.Cents)
		}
	case InterestEarned:
		if _, told := s.referencesOf(railInterest).get(b.Reference); !told && s.isFull(s.Currency, b.Cents) {
			tooMuch(fs, b.Cents)
		}
	case CertificateReceived:
		if s.shares <= math.MaxInt64-b.Shares {
			return
		}
		if i, told := s.numbers.get(b.Certificate); !told || s.certificates.get(i).received.IsZero() {
			fs.Add(law.ErrRange, "data.shares", strconv.FormatInt(b.Shares, 10),
				"brings the certificates above %d shares", int64(math.MaxInt64))
		}
	case Ordered:
		s.checkOrderRoom(fs, b)
	}
}

// isFull reports whether what came in of a currency has no room for more.
func (s *state) isFull(currency string, cents int64) bool {
	for _, r := range s.received {
		if r.currency == currency {
			return r.cents > math.MaxInt64-cents
		}
	}
	return false
}

func tooMuch(fs *law.Faults, cents int64) {
	fs.Add(law.ErrRange, "data.cents", strconv.FormatInt(cents, 10), "brings what came in above %d cents", int64(math.MaxInt64))
}

func (s *state) checkOrderRoom(fs *law.Faults, b Ordered) {
	sum, fits := b.Cents, true
	p, _ := s.placeOf(b.Purchase)
	for _, o := range s.purchases.get(p).orders {
		sum, fits = plus(sum, o.cents, fits)
	}
	if !fits {
		fs.Add(law.ErrRange, "data.cents", strconv.FormatInt(b.Cents, 10), "brings the orders above %d cents", int64(math.MaxInt64))
	}
}

// record takes a fact. The event is checked and new.
func (s *state) record(d *Decision, e Event) {
	switch b := e.Body.(type) {
	case DepositReceived:
		s.receiveDeposit(d, e, b)
	case DepositCleared:
		s.clearDeposit(d, e, b)
	case DepositReturned:
		s.returnDeposit(d, e, b)
	case CertificateReceived:
		s.receiveCertificate(d, e, b)
	case CertificateReturned:
		s.returnCertificate(d, e, b)
	case Observed:
		purchase := -1
		if b.Purchase != "" {
			purchase, _ = s.placeOf(b.Purchase)
		}
		s.observe(s.condition[b.Condition], purchase, fact(e.At, b.State == Met, b.Day))
		s.reweigh(purchase, e.At)
		s.warnLate(d, e, purchase)
	case Consented:
		s.recordConsent(d, e, b)
	case HoldPlaced:
		s.recordHold(d, e, b.Purchase, b.Hold, b.Note, false)
	case HoldLifted:
		s.recordHold(d, e, b.Purchase, b.Hold, "", true)
	case LegSettled:
		s.settleLeg(d, e, b)
	case LegFailed:
		s.failLeg(d, e, b)
	case Terminated:
		s.terminate(d, e, b)
	case Ordered:
		s.recordOrder(d, e, b)
	case InterestEarned:
		s.earnInterest(d, e, b)
	case DayClosed:
		s.recordClosed(d, e, b)
	case NotBonaFide:
		s.recordNotBonaFide(d, e, b)
	}
}

// warnLate warns of a fact that a release was decided without, and notes it.
// purchase is -1 for a fact about all.
func (s *state) warnLate(d *Decision, e Event, purchase int) {
	released := s.lastRelease
	if purchase >= 0 {
		released = time.Time{}
		if c := s.purchases.get(purchase).closed; c != nil {
			released = c.at
		}
	}
	if released.IsZero() || e.At.After(released) {
		return
	}
	s.late = append(s.late, lateFact{e.At, e.ID})
	s.warn(d, codeFactLate, "The fact took effect at "+s.instant(e.At)+", not after the release at "+
		s.instant(released)+" that was decided without it; the release stands.", law.Citation{})
}
