package escrow

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
)

// proposal is an amendment. It is kept after it was decided on, for reports of
// earlier instants.
type proposal struct {
	name    string
	at      time.Time
	over    time.Time // when it came into force or was withdrawn; zero while it waits
	terms   *contract
	charged []charge // by party, each once
	signed  []signature
}

// charge is a party that has to sign.
type charge struct {
	by        PartyID
	purchases []int // for these alone, as long as one of them is not over; none is in any case
}

// signature is a party's under an amendment.
type signature struct {
	by PartyID
	at time.Time
}

// pendingAt reports whether it waits for signatures at the instant.
func (p *proposal) pendingAt(t time.Time) bool { return by(p.at, t) && !by(p.over, t) }

// charges reports whether the party has a say in it at the instant. It has none once
// all of its purchases are over.
func (s *state) charges(p *proposal, party PartyID, t time.Time) bool {
	return slices.ContainsFunc(p.charged, func(c charge) bool { return c.by == party && s.waitsFor(c, t) })
}

func (s *state) waitsFor(c charge, t time.Time) bool {
	return len(c.purchases) == 0 || slices.ContainsFunc(c.purchases, func(i int) bool {
		return i >= len(s.Purchases) || s.overAt(i, t).IsZero()
	})
}

// missing are those who have yet to sign at the instant.
func (s *state) missing(p *proposal, t time.Time) []string {
	signed := make(map[PartyID]bool, len(p.signed))
	for _, own := range p.signed {
		signed[own.by] = signed[own.by] || by(own.at, t)
	}
	var out []string
	for _, c := range p.charged {
		if !signed[c.by] && s.waitsFor(c, t) {
			out = append(out, string(c.by))
		}
	}
	return out
}

// amend decides whether other terms can be, and puts them in force once all
// have signed.
func (s *state) amend(d *ruling, e Event, b Amend) {
	next, err := newContract(b.Terms)
	if err != nil {
		return // an event with such terms is turned away at the door
	}
	if slices.Contains(s.amendments, b.Amendment) {
		d.refuse(codeAmendmentKnown, &s.Authority.Amendment, id("amendment", b.Amendment))
	}
	s.refusePending(d, e.At)
	s.refuseBeforeTerms(d, e.At)
	if e.By != s.Company && e.By != s.Agent && s.votes[e.By] == 0 {
		d.refuse(codeNotParty, &s.Authority.Amendment, id("by", e.By))
	}
	s.checkChanges(d, next)
	if d.outcome != Accepted {
		return
	}
	p := proposal{name: b.Amendment, at: e.At, terms: next, charged: s.charged(next, e.At)}
	if b.Signed {
		p.signed = []signature{{e.By, e.At}}
	}
	s.amendments = append(s.amendments, b.Amendment)
	s.proposals = append(s.proposals, p)
	s.warnExtended(d, next, e.At)
	s.settleAmendment(d, len(s.proposals)-1, e.At)
}

// warnExtended warns of a minimum that is made easier after it has failed: the money
// was promised back.
func (s *state) warnExtended(d *ruling, next *contract, t time.Time) {
	old, to := s.Contingency, next.Contingency
	if old.MinCents == 0 || !to.By.After(old.By) && to.MinCents >= old.MinCents || !s.contingencyAt(t).Failed {
		return
	}
	s.warn(d, codeExtendedLate, &s.Authority.Contingency, date("by", old.By))
}

// settleWaiting puts the amendments in force that waited for nobody but a party whose
// purchases are over now.
func (s *state) settleWaiting(d *ruling, e Event) {
	t := later(e.At, s.clock)
	for i := range s.proposals {
		if p := &s.proposals[i]; p.over.IsZero() && len(s.missing(p, t)) == 0 {
			s.settleAmendment(d, i, t)
		}
	}
}

// settleAmendment puts a proposal in force if nobody's signature is missing.
func (s *state) settleAmendment(d *ruling, i int, t time.Time) {
	p := &s.proposals[i]
	if missing := s.missing(p, t); len(missing) > 0 {
		s.tell(d, codeAmendmentProposed, &s.Authority.Amendment, id("amendment", p.name), names("missing", missing))
		return
	}
	p.over = t
	s.agreed = append(s.agreed, version{t, p.terms})
	s.reckon()
	s.divided = nil
	s.open()
	s.recountChanged()
	s.tell(d, codeAmended, &s.Authority.Amendment, id("amendment", p.name), instant("from", t))
}

// checkChanges refuses what no signature could change.
func (s *state) checkChanges(d *ruling, next *contract) {
	no := func(field string, values ...value) {
		d.refuse(codeAmendmentChanges, &s.Authority.Amendment, append([]value{id("field", field)}, values...)...)
	}
	if next.ID != s.ID {
		no("id")
	}
	if !next.Signed.Equal(s.Signed) {
		no("signed")
	}
	if next.Company != s.Company {
		no("company")
	}
	if next.Currency != s.Currency {
		no("currency")
	}
	for i, k := range s.Conditions {
		if i >= len(next.Conditions) || next.Conditions[i].ID != k.ID || next.Conditions[i].Kind != k.Kind ||
			next.Conditions[i].DealWide != k.DealWide {
			no(check.At("conditions", i), id("condition", k.ID))
		}
	}
	for i, p := range s.Purchases {
		switch {
		case i >= len(next.Purchases) || next.Purchases[i].ID != p.ID:
			no(check.At("purchases", i), id("purchase", p.ID))
		case next.Purchases[i] != p && s.purchases.get(i).closed != nil:
			no(check.At("purchases", i), id("purchase", p.ID), instant("released", s.purchases.get(i).closed.at))
		}
	}
}

// charged are those who must sign: the company, the investors of purchases that
// change, and all investors whose purchase is open if more than that changes.
func (s *state) charged(next *contract, t time.Time) []charge {
	out := []charge{{by: s.Company}}
	if s.extends(next, t) {
		return out
	}
	if next.Agent != s.Agent {
		out = append(out, charge{by: next.Agent})
	}
	place := make(map[PartyID]int)
	add := func(party PartyID, purchase int) {
		i, known := place[party]
		if !known {
			i = len(out)
			place[party] = i
			out = append(out, charge{by: party})
		}
		out[i].purchases = append(out[i].purchases, purchase)
	}
	common := s.commonChange(next)
	for i, p := range next.Purchases {
		switch {
		case i >= len(s.Purchases):
			add(p.Investor, i)
		case p != s.Purchases[i]:
			add(s.Purchases[i].Investor, i)
			add(p.Investor, i)
		case common && s.purchases.get(i).closed == nil:
			add(p.Investor, i)
		}
	}
	slices.SortFunc(out, func(a, b charge) int { return cmp.Compare(a.by, b.by) })
	return out
}

// commonChange reports whether the closing of those changes whose own purchase
// does not: with anything but the purchases, with whose money counts toward a
// minimum, and with every purchase where all close together. What cannot be
// written cannot be compared, and counts as a change.
func (s *state) commonChange(next *contract) bool {
	if s.Scope == ScopeTogether && !slices.Equal(s.Purchases, next.Purchases) {
		return true
	}
	for i, p := range s.Purchases {
		if s.Contingency.MinCents > 0 && p.BonaFide != next.Purchases[i].BonaFide {
			return true
		}
	}
	old, to := s.agreed[len(s.agreed)-1].Terms, next.Terms
	old.Purchases, to.Purchases = nil, nil
	return !sameTerms(old, to)
}

// sameTerms compares terms as they are written; what cannot be written is the same
// as nothing.
func sameTerms(a, b Terms) bool {
	one, err := json.Marshal(a)
	two, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(one, two)
}

// extends reports whether the change is one that the terms let the company make
// alone: later dates, up to a day, while the old ones are ahead.
func (s *state) extends(next *contract, t time.Time) bool {
	old := s.agreed[len(s.agreed)-1].Terms
	moved := false
	for _, date := range []struct{ from, to *calendar.Date }{
		{&old.Contingency.By, &next.Contingency.By}, {&old.Closing.Outside, &next.Closing.Outside},
	} {
		if *date.from == *date.to {
			continue
		}
		if date.from.IsZero() || date.to.Before(*date.from) || date.to.After(s.ExtendTo) || s.day(t).After(*date.from) {
			return false
		}
		moved = true
		*date.from = *date.to
	}
	return moved && sameTerms(old, next.Terms)
}

// proposalNamed finds a pending amendment.
func (s *state) proposalNamed(d *ruling, name string) (i int, ok bool) {
	i = slices.IndexFunc(s.proposals, func(p proposal) bool { return p.name == name && p.over.IsZero() })
	if i < 0 {
		d.refuse(codeAmendmentUnknown, &s.Authority.Amendment, id("amendment", name))
	}
	return i, i >= 0
}

func (s *state) signAmendment(d *ruling, e Event, b SignAmendment) {
	i, ok := s.proposalNamed(d, b.Amendment)
	if !ok {
		return
	}
	s.refuseBeforeTerms(d, e.At)
	if p := &s.proposals[i]; !s.charges(p, e.By, e.At) {
		d.refuse(codeNotParty, &s.Authority.Amendment, id("amendment", p.name), id("by", e.By))
	}
	if d.outcome != Accepted {
		return
	}
	p := &s.proposals[i]
	p.signed = appended(p.signed, signature{e.By, e.At})
	s.warnExtended(d, p.terms, e.At)
	s.settleAmendment(d, i, e.At)
}

func (s *state) withdrawAmendment(d *ruling, e Event, b WithdrawAmendment) {
	i, ok := s.proposalNamed(d, b.Amendment)
	if !ok {
		return
	}
	if !s.charges(&s.proposals[i], e.By, e.At) {
		d.refuse(codeNotParty, &s.Authority.Amendment, id("amendment", b.Amendment), id("by", e.By))
	}
	if d.outcome != Accepted {
		return
	}
	s.proposals[i].over = e.At
	s.tell(d, codeAmendmentWithdrawn, &s.Authority.Amendment, id("amendment", b.Amendment), id("by", e.By))
}

// refusePending refuses what has to wait for signatures.
func (s *state) refusePending(d *ruling, t time.Time) {
	for i := range s.proposals {
		if p := &s.proposals[i]; p.over.IsZero() {
			d.refuse(codeAmendmentPending, &s.Authority.Amendment,
				id("amendment", p.name), instant("proposed", p.at), names("missing", s.missing(p, t)))
		}
	}
}

// refuseBeforeTerms refuses other terms as of an instant before those in force.
func (s *state) refuseBeforeTerms(d *ruling, t time.Time) {
	if from := s.agreed[len(s.agreed)-1].from; t.Before(from) {
		d.refuse(codeBackdated, &s.Authority.Amendment, instant("at", t), instant("in_force", from))
	}
}
