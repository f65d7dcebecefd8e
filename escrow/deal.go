package escrow

import (
	"errors"
	"math"
	"slices"
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

// Terms returns the terms with their defaults filled in; the slices are the
// caller's. It is the zero Terms for the zero Deal.
func (d Deal) Terms() Terms {
	if d.s == nil {
		return Terms{}
	}
	t := d.s.contract.Terms
	t.Purchases = slices.Clone(t.Purchases)
	t.Conditions = slices.Clone(t.Conditions)
	t.Fees = slices.Clone(t.Fees)
	return t
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
	s.index.collect(len(log))
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
	s.index.seal()
	return Deal{s}, decisions, nil
}

// mostFaulty is how many faulty events a replay names before it gives up.
const mostFaulty = 100

func noTerms() error {
	var fs law.Faults
	fs.Missing("terms")
	return fs
}

// take decides the event and records it. On an error the state is as before.
func (s *state) take(e Event) (Decision, error) {
	var fs law.Faults
	e = e.normal()
	s.checkEvent(&fs, e)
	if err := fs.Err(); err != nil {
		return Decision{}, err
	}
	if old := s.index.get(e.ID); old != nil {
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
	decision := s.decide(e)
	s.index.put(e, decision.clone())
	return decision, nil
}

// checkRoom records a fault for an amount that no sum could hold any more.
func (s *state) checkRoom(fs *law.Faults, e Event) {
	switch b := e.Body.(type) {
	case FundsDeposited:
		if s.deposited > math.MaxInt64-b.Cents {
			fs.Add(law.ErrRange, "data.cents", strconv.FormatInt(b.Cents, 10),
				"brings the deposits above %d cents", int64(math.MaxInt64))
		}
	case CertificatesDelivered:
		if s.certificates > math.MaxInt64-b.Shares {
			fs.Add(law.ErrRange, "data.shares", strconv.FormatInt(b.Shares, 10),
				"brings the certificates above %d shares", int64(math.MaxInt64))
		}
	}
}

// decide changes the state as the event asks. The event is checked and new.
func (s *state) decide(e Event) Decision {
	d := Decision{Event: e.ID, Outcome: Accepted}
	switch b := e.Body.(type) {
	case FundsDeposited:
		i := s.purchase[b.Purchase]
		a := s.account(i)
		a.funds = a.funds.with(receipt{e.At, b.Cents})
		s.deposited += b.Cents
		s.warnLate(&d, e.At, i)
	case CertificatesDelivered:
		i := s.purchase[b.Purchase]
		a := s.account(i)
		a.certificates = a.certificates.with(receipt{e.At, b.Shares})
		s.certificates += b.Shares
		s.warnLate(&d, e.At, i)
	case Observed:
		purchase := -1
		if b.Purchase != "" {
			purchase = s.purchase[b.Purchase]
		}
		s.observe(s.condition[b.Condition], purchase, sighting{e.At, b.State == Met, b.Day})
		s.warnLate(&d, e.At, purchase)
	case Consented:
		s.recordConsent(&d, e, b)
	case Waive:
		s.instruct(&d, e.At)
		s.waive(&d, e, b)
	case Release:
		s.instruct(&d, e.At)
		s.release(&d, e, b)
	}
	return d
}

// instruct holds instructions to the order of time. A refused one counts too:
// it is the release refused at 15:05 that must not come again as of 14:59.
func (s *state) instruct(d *Decision, at time.Time) {
	if at.Before(s.clock) {
		d.refuse(CodeBackdated, "The instruction is stamped "+instant(at)+
			" New York, before "+instant(s.clock)+", the latest instruction or the signing.", s.Authority.Release)
		return
	}
	s.clock = at
}

// warnLate warns of a fact that a release was decided without. purchase is -1
// for a fact about all.
func (s *state) warnLate(d *Decision, at time.Time, purchase int) {
	released := s.lastRelease
	if purchase >= 0 {
		released = time.Time{}
		if r := s.purchases[purchase].released; r != nil {
			released = r.at
		}
	}
	if !released.IsZero() && !at.After(released) {
		d.warn(CodeFactLate, "The fact took effect at "+instant(at)+" New York, before the release at "+
			instant(released)+" that was decided without it; the release stands.", law.Citation{})
	}
}
