package escrow

import (
	"errors"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Deal is an escrow at one point of its log. It is an immutable value: Apply
// returns another, and any number of goroutines may ask the same one.
//
// The zero Deal has no terms. It refuses every event with law.ErrMissing, and
// its reports are empty. [New] makes a Deal.
type Deal struct{ books *books }

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
	return Deal{newState(c).books}, nil
}

// Terms returns the terms in force, as amended, with their defaults filled in;
// the slices are the caller's. It is the zero Terms for the zero Deal.
func (d Deal) Terms() Terms {
	if d.books == nil {
		return Terms{}
	}
	return d.books.agreed[len(d.books.agreed)-1].clone()
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
	if d.books == nil {
		return d, Decision{}, noTerms()
	}
	next := &state{d.books.fork(), d.books.latest(), new(rooms)}
	var decision Decision
	if err := next.take(e, &decision, nil); err != nil {
		return d, Decision{}, err
	}
	return Deal{next.books}, decision, nil
}

// Check answers what Apply would decide, by the same code, and keeps nothing.
// An event that Apply would answer with an error is refused, with one reason of
// code "escrow.event.invalid" for each fault.
func (d Deal) Check(e Event) Decision {
	_, decision, err := d.Apply(e)
	if err == nil {
		return decision
	}
	decision = Decision{}
	if law.IsText(string(e.ID)) {
		decision.Event = e.ID
	}
	var faults law.Faults
	errors.As(err, &faults)
	for _, f := range faults {
		decision.refuse(codeEventInvalid, f.Error(), law.Citation{})
	}
	return decision
}

// Replay opens a deal and applies a stored log in order, in place: it is New
// and Apply, only faster. There is a decision for each event. The same terms and
// log give the same decisions. A host that changes the terms under a log, or a
// calendar that they name, compares the outcomes with those that it carried out: an
// accepted release that is refused now is a payment that was made nevertheless, and
// the report that its leg was settled is refused as one about an unknown leg.
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
	records := s.collect(log)
	decisions := make([]Decision, len(log))
	faulty := 0
	for i := range log {
		var in *record
		if records != nil {
			in = &records[i]
		}
		if err := s.take(log[i], &decisions[i], in); err != nil {
			fs.Merge(check.At("events", i), err)
			if faulty++; faulty == check.MostRows {
				break
			}
		}
	}
	if err := fs.Err(); err != nil {
		return Deal{}, nil, err
	}
	s.keepReached(endOfTime())
	return Deal{s.books}, decisions, nil
}

func noTerms() error {
	var fs law.Faults
	fs.Missing("terms")
	return fs
}
