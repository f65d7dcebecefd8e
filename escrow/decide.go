package escrow

import (
	"slices"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// record is a decided event.
type record struct {
	event    Event
	decision *Decision // without its legs; nil for a fact accepted without a warning
	leg      int       // the position of its first leg
	legs     int       // how many it ordered
}

// take decides the event and records it; in is the place for that, or nil if the
// ID may have been used before. On an error the state is as before.
func (s *state) take(e Event, d *Decision, in *record) error {
	s.rooms.faults = nil // there, so that an event costs no room of its own
	fs, as := &s.rooms.faults, entryOf(e.Body)
	e = e.normal(as, &s.rooms.names)
	if in == nil {
		if old, ok := s.recordOf(e.ID); ok {
			return s.repeat(d, e, as, old)
		}
	}
	s.checkEvent(fs, e, as)
	if err := fs.Err(); err != nil {
		return err
	}
	d.Event, d.Outcome = e.ID, Accepted
	leg, latest, terms := s.legs.Len(), s.latestMoney, s.contract
	if as.instructs {
		s.instruct(d, e, as)
	} else {
		as.do(s, d, e)
	}
	s.settleCount(e.At, latest, s.contract != terms)
	s.nameCures(d)
	if in == nil {
		in = new(record)
		s.events.Put(s.owner, string(e.ID), in)
	}
	in.event, in.leg, in.legs, in.decision = e, leg, len(d.Legs), s.kept(d)
	return nil
}

// repeat answers an event whose ID was used before. What the terms were then, and
// are now, makes no difference.
func (s *state) repeat(d *Decision, e Event, as *entry, old *record) error {
	if !same(old.event, e) {
		fs := &s.rooms.faults
		s.checkEvent(fs, e, as)
		fs.Add(law.ErrConflict, "id", strconv.Quote(string(e.ID)), "is in the log with another content")
		return *fs
	}
	*d = s.answer(old)
	d.First, d.Outcome = d.Outcome, Duplicate
	return nil
}

// instruct decides an instruction, which holds to the order of time: it is not
// before any that was accepted, nor before a refused one of the same party. It is
// the release refused at 15:05 that must not come again as of 14:59.
func (s *state) instruct(d *Decision, e Event, as *entry) {
	i, refused := s.refusedParties.Get(string(e.By))
	last := s.clock
	if refused {
		last = later(last, *s.refusals.Get(i))
	}
	if e.At.Before(last) {
		d.refuse(codeBackdated, "The instruction is stamped "+s.instant(e.At)+
			", before "+s.instant(last)+", the latest instruction or the signing.", s.Authority.Release)
	}
	// What is told to be closed later than the instruction was not known to it.
	latest, then := s.contract, s.contractAt(e.At)
	s.contract = then
	as.do(s, d, e)
	if s.contract == then { // no amendment came into force
		s.contract = latest
	}
	switch {
	case d.Outcome == Accepted:
		s.clock = e.At
	case refused:
		own, _ := s.refusals.Own(s.owner, i)
		*own = later(*own, e.At)
	case e.By == s.Agent || e.By == s.Company || s.votes[e.By] > 0: // a stranger's word stops nobody
		s.refusedParties.Put(s.owner, string(e.By), s.refusals.Push(s.owner, e.At))
	}
}

// warnLate warns of a fact that a release was decided without, and notes it.
// purchase is -1 for a fact about all.
func (s *state) warnLate(d *Decision, e Event, purchase int) {
	released := s.lastRelease
	if purchase >= 0 {
		released = time.Time{}
		if c := s.purchases.Get(purchase).closed; c != nil {
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

// answer is the decision; its slices are the caller's.
func (s *state) answer(r *record) Decision {
	if r.decision == nil {
		return Decision{Event: r.event.ID, Outcome: Accepted}
	}
	d := r.decision.clone()
	for i := range r.legs {
		d.Legs = append(d.Legs, s.legs.Get(r.leg+i).Leg)
	}
	return d
}

// kept is a decision apart from the one that the caller gets. Its legs are in the
// books already.
func (s *state) kept(d *Decision) *Decision {
	if d.Outcome == Accepted && d.Why == nil && d.Warnings == nil && d.Legs == nil {
		return nil
	}
	own := s.rooms.decisions.Keep(*d)
	own.Legs = nil
	own.Why, own.Warnings = s.rooms.reasons.Clone(d.Why), s.rooms.reasons.Clone(d.Warnings)
	own.Cures, own.Findings = slices.Clone(d.Cures), cloneFindings(d.Findings)
	return own
}

// clone shares no slice with d, so that neither side can change the other's. The
// legs are the caller's to add.
func (d Decision) clone() Decision {
	d.Why = slices.Clone(d.Why)
	d.Cures = slices.Clone(d.Cures)
	d.Warnings = slices.Clone(d.Warnings)
	d.Findings = cloneFindings(d.Findings)
	return d
}

func cloneFindings(found []Finding) []Finding {
	own := slices.Clone(found)
	for i := range own {
		own[i].Why = slices.Clone(own[i].Why)
	}
	return own
}

// collect makes room for a log that is folded in place, and returns a place for
// the record of each event. It returns none if the log names an event twice, so
// that each has to be looked up.
func (s *state) collect(log []Event) []record {
	n := min(len(log), len(s.Purchases)) // for most have one payment and one certificate
	for i := range s.references {
		s.references[i].Expect(s.owner, n)
	}
	s.numbers.Expect(s.owner, n)
	s.events.Expect(s.owner, len(log))
	records := make([]record, len(log))
	for i := range log {
		s.events.Put(s.owner, string(log[i].ID), &records[i])
	}
	if s.events.Len() < len(log) {
		s.events.Expect(s.owner, len(log))
		return nil
	}
	return records
}

// recordOf is the decided event of that ID.
func (s *state) recordOf(id EventID) (r *record, ok bool) {
	r, ok = s.events.Get(string(id))
	return r, ok && r.event.Body != nil
}

// placeOf is the place of a purchase in the terms. An event asks for the same one
// several times, and an amendment moves none.
func (s *state) placeOf(id PurchaseID) (p int, ok bool) {
	if id == s.rooms.asked && id != "" && s.rooms.place < len(s.Purchases) {
		return s.rooms.place, true
	}
	if p, ok = s.purchase[id]; ok {
		s.rooms.asked, s.rooms.place = id, p
	}
	return p, ok
}
