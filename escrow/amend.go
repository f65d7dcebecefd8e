package escrow

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
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
func (s *state) amend(d *Decision, e Event, b Amend) {
	next, err := newContract(b.Terms)
	if err != nil {
		return // an event with such terms is turned away at the door
	}
	if slices.Contains(s.amendments, b.Amendment) {
		d.refuse(codeAmendmentKnown, "There was an amendment "+quoted(b.Amendment)+"; another needs another name.", s.Authority.Amendment)
	}
	s.refusePending(d, e.At)
	s.refuseBeforeTerms(d, e.At)
	if e.By != s.Company && e.By != s.Agent && s.votes[e.By] == 0 {
		d.refuse(codeNotParty, string(e.By)+" is no party to the deal.", s.Authority.Amendment)
	}
	s.checkChanges(d, next)
	if d.Outcome != Accepted {
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
func (s *state) warnExtended(d *Decision, next *contract, t time.Time) {
	old, to := s.Contingency, next.Contingency
	if old.MinCents == 0 || !to.By.After(old.By) && to.MinCents >= old.MinCents || !s.contingencyAt(t).Failed {
		return
	}
	s.warn(d, codeExtendedLate, "The minimum was not reached by "+old.By.Long()+
		", and its date had passed when the change was agreed; the money was to be returned promptly.", s.Authority.Contingency)
}

// settleWaiting puts the amendments in force that waited for nobody but a party whose
// purchases are over now.
func (s *state) settleWaiting(d *Decision, e Event) {
	t := later(e.At, s.clock)
	for i := range s.proposals {
		if p := &s.proposals[i]; p.over.IsZero() && len(s.missing(p, t)) == 0 {
			s.settleAmendment(d, i, t)
		}
	}
}

// settleAmendment puts a proposal in force if nobody's signature is missing.
func (s *state) settleAmendment(d *Decision, i int, t time.Time) {
	p := &s.proposals[i]
	if missing := s.missing(p, t); len(missing) > 0 {
		s.tell(d, codeAmendmentProposed, "The amendment "+quoted(p.name)+" waits for the signatures of "+strings.Join(missing, ", ")+
			"; nothing can be released until then.", s.Authority.Amendment)
		return
	}
	p.over = t
	s.agreed = append(s.agreed, version{t, p.terms})
	s.reckon(len(s.agreed) - 2)
	s.divided = nil
	s.words = instants{} // of the clocks of the old terms
	s.open()
	s.recountChanged()
	s.tell(d, codeAmended, "The amendment "+quoted(p.name)+" is signed by all whom it charges and in force from "+s.instant(t)+
		" on.", s.Authority.Amendment)
}

// checkChanges refuses what no signature could change.
func (s *state) checkChanges(d *Decision, next *contract) {
	no := func(what string) {
		d.refuse(codeAmendmentChanges, "An amendment cannot change "+what+".", s.Authority.Amendment)
	}
	if next.ID != s.ID {
		no("the ID of the deal")
	}
	if !next.Signed.Equal(s.Signed) {
		no("when the deal was signed")
	}
	if next.Company != s.Company {
		no("who the company is")
	}
	if next.Currency != s.Currency {
		no("the currency")
	}
	for i, k := range s.Conditions {
		if i >= len(next.Conditions) || next.Conditions[i].ID != k.ID || next.Conditions[i].Kind != k.Kind ||
			next.Conditions[i].DealWide != k.DealWide {
			no("the place, the kind or the reach of the condition " + string(k.ID) + "; it can be waived")
		}
	}
	for i, p := range s.Purchases {
		switch {
		case i >= len(next.Purchases) || next.Purchases[i].ID != p.ID:
			no("the place of the purchase " + string(p.ID) + "; it can be terminated")
		case next.Purchases[i] != p && s.purchases.get(i).closed != nil:
			no("the purchase " + string(p.ID) + ", which was released")
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
func (s *state) proposalNamed(d *Decision, name string) (i int, ok bool) {
	i = slices.IndexFunc(s.proposals, func(p proposal) bool { return p.name == name && p.over.IsZero() })
	if i < 0 {
		d.refuse(codeAmendmentUnknown, "No amendment "+quoted(name)+" waits for signatures.", s.Authority.Amendment)
	}
	return i, i >= 0
}

func (s *state) signAmendment(d *Decision, e Event, b SignAmendment) {
	i, ok := s.proposalNamed(d, b.Amendment)
	if !ok {
		return
	}
	s.refuseBeforeTerms(d, e.At)
	if p := &s.proposals[i]; !s.charges(p, e.By, e.At) {
		d.refuse(codeNotParty, "The amendment "+quoted(p.name)+" does not charge "+string(e.By)+", and needs no signature of it.",
			s.Authority.Amendment)
	}
	if d.Outcome != Accepted {
		return
	}
	p := &s.proposals[i]
	p.signed = appended(p.signed, signature{e.By, e.At})
	s.warnExtended(d, p.terms, e.At)
	s.settleAmendment(d, i, e.At)
}

func (s *state) withdrawAmendment(d *Decision, e Event, b WithdrawAmendment) {
	i, ok := s.proposalNamed(d, b.Amendment)
	if !ok {
		return
	}
	if !s.charges(&s.proposals[i], e.By, e.At) {
		d.refuse(codeNotParty, "The amendment "+quoted(b.Amendment)+" does not charge "+string(e.By)+", who cannot withdraw it.",
			s.Authority.Amendment)
	}
	if d.Outcome != Accepted {
		return
	}
	s.proposals[i].over = e.At
	s.tell(d, codeAmendmentWithdrawn, "The amendment "+quoted(b.Amendment)+" is withdrawn by "+string(e.By)+".", s.Authority.Amendment)
}

// refusePending refuses what has to wait for signatures.
func (s *state) refusePending(d *Decision, t time.Time) {
	for i := range s.proposals {
		if p := &s.proposals[i]; p.over.IsZero() {
			d.refuse(codeAmendmentPending, "The amendment "+quoted(p.name)+", proposed at "+s.instant(p.at)+
				", waits for the signatures of "+strings.Join(s.missing(p, t), ", ")+".", s.Authority.Amendment)
		}
	}
}

// refuseBeforeTerms refuses other terms as of an instant before those in force.
func (s *state) refuseBeforeTerms(d *Decision, t time.Time) {
	if from := s.agreed[len(s.agreed)-1].from; t.Before(from) {
		d.refuse(codeBackdated, "The terms in force took effect at "+s.instant(from)+", later than "+s.instant(t)+".",
			s.Authority.Amendment)
	}
}
