package escrow

import (
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Deal is an escrow at one point of its log. It is an immutable value: Apply
// returns another, and any number of goroutines may ask the same one.
//
// The zero Deal has no terms. It refuses every event with law.ErrMissing, and
// its reports are empty. [New] makes a Deal.
type Deal struct{ s *state }

// New checks the terms and opens the deal. Every fault of the terms is in the
// error, which is law.Faults: what is left out is law.ErrMissing, an unknown
// word law.ErrInvalid, an ID given twice law.ErrDuplicate, a number that is
// negative or adds up past an int64 law.ErrRange, and parties or dates that
// exclude each other are law.ErrConflict.
func New(t Terms) (Deal, error) {
	c, err := newContract(t)
	if err != nil {
		return Deal{}, err
	}
	return Deal{newState(c)}, nil
}

// Terms returns the terms in force, as amended, with their defaults filled in;
// the slices are the caller's. It is the zero Terms for the zero Deal.
func (d Deal) Terms() Terms {
	if d.s == nil {
		return Terms{}
	}
	return d.s.contract.clone()
}

// Apply takes the event and returns the deal after it; the receiver does not
// change. A fact is recorded, an instruction accepted or refused. A refused
// instruction changes no money and no finding, but it is in the log and its
// instant counts for the order of instructions.
//
// The error is law.Faults, and then the event is not in the log: something
// missing or malformed, a purchase or condition of a fact that the terms do not
// have, amounts that add up past an int64 (law.ErrRange), or an ID under which
// the log holds another event (law.ErrConflict).
func (d Deal) Apply(e Event) (Deal, Decision, error) {
	if d.s == nil {
		return d, Decision{}, noTerms()
	}
	next := d.s.fork()
	decision, err := next.take(e)
	if err != nil {
		return d, Decision{}, err
	}
	return Deal{next}, decision, nil
}

// Check answers what Apply would decide, by the same code, and keeps nothing.
// An event that Apply would answer with an error is refused, with one reason of
// code [CodeEventInvalid] for each fault.
func (d Deal) Check(e Event) Decision {
	_, decision, err := d.Apply(e)
	if err == nil {
		return decision
	}
	decision = Decision{Event: e.ID}
	var faults law.Faults
	errors.As(err, &faults)
	for _, f := range faults {
		decision.refuse(CodeEventInvalid, f.Error(), law.Citation{})
	}
	return decision
}

// Replay opens a deal and applies a stored log in order, in place: it is New
// and Apply, only faster. There is a decision for each event.
//
// The error is law.Faults with the faults of the terms under "terms", or of the
// events under "events[3]" and so on; at most a hundred faulty events are
// named. Nothing is returned with it.
func Replay(t Terms, log []Event) (Deal, []Decision, error) {
	var fs law.Faults
	c, err := newContract(t)
	if err != nil {
		fs.Merge("terms", err)
		return Deal{}, nil, fs
	}
	s := newState(c)
	s.collect(log)
	decisions := make([]Decision, 0, len(log))
	faulty := 0
	for i, e := range log {
		decision, err := s.take(e)
		if err != nil {
			fs.Merge(at("events", i), err)
			if faulty++; faulty == mostFaulty {
				break
			}
			continue
		}
		decisions = append(decisions, decision)
	}
	if err := fs.Err(); err != nil {
		return Deal{}, nil, err
	}
	s.events.seal()
	s.references.seal()
	s.numbers.seal()
	return Deal{s}, decisions, nil
}

// mostFaulty is how many faulty events a replay names before it gives up.
const mostFaulty = 100

func noTerms() error {
	var fs law.Faults
	fs.Missing("terms")
	return fs
}

// collect makes room for a log that is folded in place.
func (s *state) collect(log []Event) {
	deposits, certificates := 0, 0
	for _, e := range log {
		switch e.Body.(type) {
		case DepositReceived, InterestEarned:
			deposits++
		case CertificateReceived:
			certificates++
		}
	}
	s.events.collect(len(log))
	s.references.collect(deposits)
	s.numbers.collect(certificates)
}

// take decides the event and records it. On an error the state is as before.
func (s *state) take(e Event) (Decision, error) {
	var fs law.Faults
	e = e.normal()
	s.checkEvent(&fs, e)
	if err := fs.Err(); err != nil {
		return Decision{}, err
	}
	if old, ok := s.events.get(string(e.ID)); ok {
		if !same(old.event, e) {
			fs.Add(law.ErrConflict, "id", strconv.Quote(string(e.ID)), "is in the log with another content")
			return Decision{}, fs
		}
		again := old.decision.clone()
		again.First, again.Outcome = again.Outcome, Duplicate
		return again, nil
	}
	s.checkRoom(&fs, e)
	if err := fs.Err(); err != nil {
		return Decision{}, err
	}
	decision := Decision{Event: e.ID, Outcome: Accepted}
	leg := s.legs.n
	if e.Instructs() {
		s.instruct(&decision, e)
	} else {
		s.record(&decision, e)
	}
	s.nameCures(&decision)
	s.events.put(string(e.ID), &record{e, decision.clone(), leg})
	return decision, nil
}

// checkRoom records a fault for an amount that no sum could hold any more.
func (s *state) checkRoom(fs *law.Faults, e Event) {
	var cents int64
	currency := s.Currency
	switch b := e.Body.(type) {
	case DepositReceived:
		cents, currency = b.Cents, orElse(b.Currency, s.Currency)
	case InterestEarned:
		cents = b.Cents
	case CertificateReceived:
		if s.shares > math.MaxInt64-b.Shares {
			fs.Add(law.ErrRange, "data.shares", strconv.FormatInt(b.Shares, 10),
				"brings the certificates above %d shares", int64(math.MaxInt64))
		}
		return
	case Ordered:
		s.checkOrderRoom(fs, b)
		return
	}
	for _, r := range s.received {
		if r.currency == currency && r.cents > math.MaxInt64-cents {
			fs.Add(law.ErrRange, "data.cents", strconv.FormatInt(cents, 10),
				"brings what came in above %d cents", int64(math.MaxInt64))
		}
	}
}

func (s *state) checkOrderRoom(fs *law.Faults, b Ordered) {
	sum, fits := b.Cents, true
	for _, o := range s.purchases.get(s.purchase[b.Purchase]).orders {
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
			purchase = s.purchase[b.Purchase]
		}
		s.observe(s.condition[b.Condition], purchase, sighting{e.At, b.State == Met, b.Day})
		s.warnLate(d, e, purchase)
	case Consented:
		s.recordConsent(d, e, b)
	case HoldPlaced:
		s.recordHold(d, e, b.Purchase, hold{name: b.Hold, placed: e.At, note: b.Note})
	case HoldLifted:
		s.recordHold(d, e, b.Purchase, hold{name: b.Hold, lifted: e.At})
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
	}
}

// instruct decides an instruction, which holds to the order of time. A refused
// one counts too: it is the release refused at 15:05 that must not come again
// as of 14:59.
func (s *state) instruct(d *Decision, e Event) {
	if e.At.Before(s.clock) {
		d.refuse(CodeBackdated, "The instruction is stamped "+s.instant(e.At)+
			", before "+s.instant(s.clock)+", the latest instruction or the signing.", s.Authority.Release)
	} else {
		s.clock = e.At
	}
	switch b := e.Body.(type) {
	case Waive:
		s.waive(d, e, b)
	case Release:
		s.release(d, e, b)
	case Refund:
		s.refund(d, e, b)
	case Unwind:
		s.unwind(d, e, b)
	case Reissue:
		s.reissue(d, e, b)
	case ApplySuspense:
		s.apply(d, e, b)
	case Cancel:
		s.cancel(d, e, b)
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
	d.warn(CodeFactLate, "The fact took effect at "+s.instant(e.At)+", before the release at "+
		s.instant(released)+" that was decided without it; the release stands.", law.Citation{})
}
