package escrow

import (
	"math"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// record is a decided event.
type record struct {
	event  Event
	ruling *ruling // nil for a fact accepted without a warning
	leg    int     // the position of its first leg
	legs   int     // how many it ordered
}

// take decides the event and records it; in is the place for that, or nil if the
// ID may have been used before, and then repeated says so. On an error the state is as
// before.
func (s *state) take(e Event, in *record) (r *record, repeated bool, err error) {
	s.faults = nil // in the state, so that an event costs no room of its own
	fs, as := &s.faults, entryOf(e.Body)
	e = e.normal(as, &s.rooms.names)
	if in == nil {
		if old, ok := s.recordOf(e.ID); ok {
			return old, true, s.repeat(e, as, old)
		}
	}
	s.checkEvent(fs, e, as)
	if err := fs.Err(); err != nil {
		return nil, false, err
	}
	d := &s.rooms.ruling
	*d = ruling{outcome: Accepted, first: s.legs.n}
	latest, terms := s.latestMoney, s.contract
	if as.instructs {
		s.instruct(d, e, as)
	} else {
		as.do(s, d, e)
	}
	s.settleCount(e.At, latest, s.contract != terms)
	if in == nil {
		in = new(record)
		s.events.put(string(e.ID), in)
	}
	if d.terms == nil {
		d.terms = terms
	}
	if d.outcome == Refused {
		d.cents, d.shares = s.room(s.Currency), math.MaxInt64-s.shares
	}
	in.event, in.leg, in.legs, in.ruling = e, d.first, s.legs.n-d.first, nil
	if d.outcome != Accepted || d.why != nil || d.warnings != nil {
		in.ruling = s.rooms.rulings.keep(*d)
	}
	return in, false, nil
}

// repeat answers an event whose ID was used before. What the terms were then, and
// are now, makes no difference.
func (s *state) repeat(e Event, as *entry, old *record) error {
	if !same(old.event, e) {
		s.checkEvent(&s.faults, e, as)
		s.faults.Add(law.ErrConflict, "id", strconv.Quote(string(e.ID)), "is in the log with another content")
		return s.faults
	}
	return nil
}

// instruct decides an instruction, which holds to the order of time: it is not
// before any that was accepted, nor before a refused one of the same party. It is
// the release refused at 15:05 that must not come again as of 14:59.
func (s *state) instruct(d *ruling, e Event, as *entry) {
	i, refused := s.refusedParties.get(string(e.By))
	last := s.clock
	if refused {
		last = later(last, *s.refusals.get(i))
	}
	if e.At.Before(last) {
		d.refuse(codeBackdated, &s.Authority.Release, instant("at", e.At), instant("latest", last))
	}
	// What is told to be closed later than the instruction was not known to it.
	latest, then := s.contract, s.contractAt(e.At)
	s.contract, d.terms = then, then
	as.do(s, d, e)
	if s.contract == then { // no amendment came into force
		s.contract = latest
	}
	d.at = later(later(e.At, s.heard), s.agreed[len(s.agreed)-1].from)
	s.heard = later(s.heard, e.At)
	switch {
	case d.outcome == Accepted:
		s.clock = e.At
	case refused:
		own, _ := s.refusals.own(s.owner, i)
		*own = later(*own, e.At)
	case e.By == s.Agent || e.By == s.Company || s.votes[e.By] > 0: // a stranger's word stops nobody
		s.refusedParties.put(string(e.By), s.refusals.push(s.owner, e.At))
	}
}

// warnLate warns of a fact that a release was decided without, and notes it.
// purchase is -1 for a fact about all.
func (s *state) warnLate(d *ruling, e Event, purchase int) {
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
	s.warn(d, codeFactLate, nil, instant("at", e.At), instant("released", released))
}

// collect makes room for a log that is folded in place, and returns a place for
// the record of each event. It returns none if the log names an event twice, so
// that each has to be looked up.
func (s *state) collect(log []Event) []record {
	for _, e := range log {
		switch b := e.Body.(type) {
		case DepositReceived:
			s.referencesOf(b.Rail).expect++
		case CertificateReceived:
			s.numbers.expect++
		}
	}
	for i := range s.references {
		s.references[i].collect()
	}
	s.numbers.collect()
	s.events.expect = len(log)
	s.events.collect()
	records := make([]record, len(log))
	for i := range log {
		s.events.put(string(log[i].ID), &records[i])
	}
	if len(s.events.base) < len(log) {
		s.events.collect()
		return nil
	}
	return records
}

// recordOf is the decided event of that ID.
func (s *state) recordOf(id EventID) (r *record, ok bool) {
	r, ok = s.events.get(string(id))
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
