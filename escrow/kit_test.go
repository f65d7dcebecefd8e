package escrow_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

const (
	company = escrow.PartyID("focus")
	agent   = escrow.PartyID("krieger-prager")
	alpha   = escrow.PartyID("alpha-capital")
	shimon  = escrow.PartyID("visnstein")
	court   = escrow.PartyID("registry of the court")

	pAlpha  = escrow.PurchaseID("alpha")
	pShimon = escrow.PurchaseID("visnstein")
)

// ny is an instant on New York clocks, "2002-11-27 15:00" or with seconds.
func ny(s string) time.Time {
	layout := time.DateTime
	if len(s) == 16 {
		layout = "2006-01-02 15:04"
	}
	t, err := time.ParseInLocation(layout, s, calendar.NewYork())
	if err != nil {
		panic(err)
	}
	return t
}

func date(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// focus is the agreement of November 25, 2002, from its signature pages.
func focus() escrow.Terms {
	return escrow.Terms{
		ID:      "focus-2002",
		Signed:  ny("2002-11-25 09:00"),
		Company: company,
		Agent:   agent,
		Purchases: []escrow.Purchase{
			{ID: pShimon, Investor: shimon, Shares: 279_167, DueCents: 268_000_00},
			{ID: pAlpha, Investor: alpha, Shares: 520_833, DueCents: 500_000_00},
		},
		Conditions:    escrow.FocusConditions(),
		Closing:       escrow.FocusClosing(),
		WireCalendar:  calendar.FederalReserve(),
		ConsentShares: 408_001,
		Authority:     escrow.FocusAuthorities(),
	}
}

// signed is focus with another signing, for closings in other years.
func signed(at string) escrow.Terms {
	t := focus()
	t.Signed = ny(at)
	return t
}

// story is a deal while a test tells what happens to it.
type story struct {
	t    testing.TB
	deal escrow.Deal
	log  []escrow.Event
	n    int
	refs int
}

func begin(t testing.TB, terms escrow.Terms) *story {
	t.Helper()
	deal, err := escrow.New(terms)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return &story{t: t, deal: deal}
}

// event numbers an event and fills in who reports facts.
func (s *story) event(by escrow.PartyID, at time.Time, body escrow.Body) escrow.Event {
	s.n++
	return escrow.Event{ID: escrow.EventID(fmt.Sprintf("e%d", s.n)), At: at, By: by, Body: body}
}

// do applies a new event, holding Check to the same answer, and to accepting the event of
// each cure.
func (s *story) do(by escrow.PartyID, at time.Time, body escrow.Body) escrow.Decision {
	s.t.Helper()
	return s.apply(s.event(by, at, body))
}

func (s *story) apply(e escrow.Event) escrow.Decision {
	s.t.Helper()
	checked := s.deal.Check(e)
	next, d, err := s.deal.Apply(e)
	if err != nil {
		s.t.Fatalf("Apply(%s): %v", e.ID, err)
	}
	if asJSON(s.t, checked) != asJSON(s.t, d) {
		s.t.Fatalf("Check says %s, Apply %s", asJSON(s.t, checked), asJSON(s.t, d))
	}
	s.deal = next
	s.log = append(s.log, e)
	for _, c := range d.Cures {
		if c.Event == nil || d.Outcome == escrow.Duplicate {
			continue
		}
		if checked := s.deal.Check(*c.Event); checked.Outcome != escrow.Accepted {
			s.t.Fatalf("%s: %s by %+v, which is refused: %s", d.Why, c, *c.Event, checked.Why)
		}
	}
	if sample != nil {
		sample(d, s.deal.Report(e.At), s.deal.Report(ny("2026-12-31 12:00")))
	}
	return d
}

// sample takes the answers of stories while TestWords runs.
var sample func(answers ...any)

// fails applies an event that is not one, and wants the fault.
func (s *story) fails(e escrow.Event, kind error, field string) {
	s.t.Helper()
	before := asJSON(s.t, s.deal.Report(ny("2010-01-04 12:00")))
	next, d, err := s.deal.Apply(e)
	if !errors.Is(err, kind) {
		s.t.Fatalf("Apply(%s) = %v, want %v", e.ID, err, kind)
	}
	var fs law.Faults
	if !errors.As(err, &fs) {
		s.t.Fatalf("%T is not law.Faults", err)
	}
	found := false
	for _, f := range fs {
		found = found || f.Field == field && errors.Is(f, kind)
	}
	if !found {
		s.t.Fatalf("no fault of %s that is %v in: %v", field, kind, err)
	}
	if d.Outcome != "" || asJSON(s.t, next.Report(ny("2010-01-04 12:00"))) != before {
		s.t.Fatalf("an event that is not one changed the deal")
	}
	checked := s.deal.Check(e)
	if sample != nil {
		sample(checked)
	}
	if checked.Outcome != escrow.Refused || len(checked.Why) != len(fs) || !checked.Why.Has("escrow.event.invalid") {
		s.t.Fatalf("Check = %+v, want a refusal with a reason for each of %d faults", checked, len(fs))
	}
}

// amend proposes an amendment, which its proposer signs, and has the others sign it
// as far as they are asked; the decision is the last one.
func (s *story) amend(by escrow.PartyID, at time.Time, b escrow.Amend, others ...escrow.PartyID) escrow.Decision {
	s.t.Helper()
	b.Signed = true
	d := accepted(s.t, s.do(by, at, b))
	for _, party := range others {
		for _, waits := range s.total(at).Amendments {
			if slices.Contains(waits.Missing, string(party)) {
				d = accepted(s.t, s.do(party, at, escrow.SignAmendment{Amendment: b.Amendment}))
			}
		}
	}
	return d
}

// obey pays what a court ordered.
func (s *story) obey(at string, p escrow.PurchaseID, cents int64, order string) escrow.Decision {
	s.t.Helper()
	return s.do(agent, ny(at), escrow.Refund{Purchase: p, Cents: cents, Ground: escrow.GroundOrder, Order: order})
}

func (s *story) met(c escrow.ConditionID, p escrow.PurchaseID, at time.Time) {
	s.t.Helper()
	accepted(s.t, s.do(agent, at, escrow.Observed{Condition: c, Purchase: p, State: escrow.Met}))
}

func (s *story) lapsed(c escrow.ConditionID, p escrow.PurchaseID, at time.Time) {
	s.t.Helper()
	accepted(s.t, s.do(agent, at, escrow.Observed{Condition: c, Purchase: p, State: escrow.Unmet}))
}

func (s *story) shown(c escrow.ConditionID, p escrow.PurchaseID, day string, at time.Time) {
	s.t.Helper()
	accepted(s.t, s.do(agent, at, escrow.Observed{Condition: c, Purchase: p, State: escrow.Met, Day: date(day)}))
}

func (s *story) pay(p escrow.PurchaseID, cents int64, at time.Time) {
	s.t.Helper()
	accepted(s.t, s.do(agent, at, s.wire(p, cents)))
}

// wire is a payment by the investor of a purchase, under a reference of its own.
func (s *story) wire(p escrow.PurchaseID, cents int64) escrow.DepositReceived {
	s.refs++
	return escrow.DepositReceived{
		Rail: escrow.RailWire, Reference: fmt.Sprintf("W%d", s.refs), From: s.investor(p), Purchase: p, Cents: cents,
	}
}

func (s *story) investor(p escrow.PurchaseID) escrow.PartyID {
	for _, own := range s.deal.Terms().Purchases {
		if own.ID == p {
			return own.Investor
		}
	}
	return "nobody"
}

// certificate is one in the investor's name, under a number of its own.
func (s *story) certificate(p escrow.PurchaseID, shares int64) escrow.CertificateReceived {
	s.refs++
	return escrow.CertificateReceived{Certificate: fmt.Sprintf("C%d", s.refs), Purchase: p, Holder: s.investor(p), Shares: shares}
}

// prepare brings in everything that can come before the closing, all at one
// instant, but for the purchase's money.
func (s *story) prepare(at time.Time) *story {
	s.t.Helper()
	for _, p := range s.deal.Terms().Purchases {
		s.met("7(a)", p.ID, at)
		s.met("8(a)", p.ID, at)
		s.met("8(g)(iii)", p.ID, at)
		accepted(s.t, s.do(company, at, s.certificate(p.ID, p.Shares)))
	}
	s.met("8(g)(i)", "", at)
	s.met("8(g)(ii)", "", at)
	return s
}

// fund pays each purchase in full.
func (s *story) fund(at time.Time) *story {
	s.t.Helper()
	for _, p := range s.deal.Terms().Purchases {
		s.pay(p.ID, p.DueCents, at)
	}
	return s
}

// bringDown shows what is tested on the closing day.
func (s *story) bringDown(day string, at time.Time) *story {
	s.t.Helper()
	for _, p := range s.deal.Terms().Purchases {
		for _, c := range []escrow.ConditionID{"7(c)", "8(c)", "8(e)"} {
			s.shown(c, p.ID, day, at)
		}
	}
	s.shown("8(d)", "", day, at)
	s.shown("8(g)-closing", "", day, at)
	return s
}

func (s *story) release(at time.Time, purchases ...escrow.PurchaseID) escrow.Decision {
	s.t.Helper()
	return s.do(agent, at, escrow.Release{Purchases: purchases})
}

func (s *story) finding(c escrow.ConditionID, p escrow.PurchaseID, at time.Time) escrow.Finding {
	s.t.Helper()
	for _, r := range s.deal.Report(at).Purchases {
		for _, f := range r.Findings {
			if f.Purchase == p && f.Condition == c {
				return f
			}
		}
	}
	s.t.Fatalf("no finding of %s for %s", c, p)
	return escrow.Finding{}
}

func (s *story) wantState(want escrow.State, c escrow.ConditionID, p escrow.PurchaseID, at time.Time) {
	s.t.Helper()
	if got := s.finding(c, p, at); got.State != want {
		s.t.Errorf("%s for %s at %s is %s, want %s", c, p, at, got.State, want)
	} else if !slices.Contains(codesOf(want), got.Why[0].Code) {
		s.t.Errorf("%s for %s at %s is %s with %v", c, p, at, got.State, got.Why.Codes())
	}
}

// codesOf are the codes that a finding can have in a state.
func codesOf(state escrow.State) []law.Code {
	switch state {
	case escrow.Met:
		return []law.Code{"escrow.condition.met", "escrow.condition.presumed"}
	case escrow.Waived:
		return []law.Code{"escrow.condition.waived"}
	case escrow.Unmet:
		return []law.Code{"escrow.condition.unmet", "escrow.condition.broken", "escrow.condition.short", "escrow.condition.over"}
	default:
		return []law.Code{"escrow.condition.unknown"}
	}
}

func (s *story) wantDate(want string, p escrow.PurchaseID, at time.Time) escrow.Schedule {
	s.t.Helper()
	sc := s.deal.Closing(p, at)
	if got := sc.Date.String(); got != want {
		s.t.Errorf("the closing of %s is on %s, want %s\n%s", p, got, want, sc.Why)
	}
	return sc
}

// own is the money of the deal's own currency.
func own(r escrow.Report) escrow.CurrencyReport {
	for _, c := range r.Money {
		if c.Currency == "USD" {
			return c
		}
	}
	return escrow.CurrencyReport{}
}

// wired is a payment that says everything itself.
func wired(reference string, from escrow.PartyID, p escrow.PurchaseID, cents int64) escrow.DepositReceived {
	return escrow.DepositReceived{Rail: escrow.RailWire, Reference: reference, From: from, Purchase: p, Cents: cents}
}

func (s *story) total(at time.Time) escrow.Report { return s.deal.Report(at) }

// who is who can cure a reason.
func who(c escrow.Cure) string { return strings.Join(c.Who, ", ") }

// told are the decisions of a replay in full, as the deal gives them.
func told(t testing.TB, deal escrow.Deal, bare []escrow.Decision) []escrow.Decision {
	t.Helper()
	out := make([]escrow.Decision, len(bare))
	for i, b := range bare {
		d, ok := deal.Decision(b.Event)
		if b.Outcome == escrow.Duplicate {
			d.First, d.Outcome = d.Outcome, escrow.Duplicate
		}
		if !ok || b.Why != nil || b.Warnings != nil || b.Cures != nil || b.Findings != nil || b.Outcome != d.Outcome || b.First != d.First ||
			!slices.Equal(b.Legs, d.Legs) {
			t.Fatalf("a replay says %+v, and then %+v", b, d)
		}
		out[i] = d
	}
	return out
}

// values are the data of a reason, a cure or a need, but for the zone: "purchase=alpha
// have=0.30".
func values(data law.Data) string {
	var out []string
	for _, d := range data {
		if d.Name != "zone" {
			out = append(out, d.Name+"="+d.Value)
		}
	}
	return strings.Join(out, " ")
}

// said is the data of a code, of the first reason if there are several.
func said(reasons law.Reasons, code law.Code) string {
	for _, r := range reasons {
		if r.Code == code {
			return values(r.Data)
		}
	}
	return ""
}
