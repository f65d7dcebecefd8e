package escrow_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// minMax is a best-efforts offering: $8,000,000 at least and $10,000,000 at most
// by June 28, 2002, of three subscribers, the last of them an affiliate.
func minMax() escrow.Terms {
	return escrow.Terms{
		ID: "units", Signed: ny("2002-06-03 09:00"), Company: company, Agent: agent,
		Purchases: []escrow.Purchase{
			{ID: "a", Investor: "ann", Shares: 5, DueCents: 5_000_000_00, BonaFide: true},
			{ID: "b", Investor: "bob", Shares: 3, DueCents: 3_000_000_00, BonaFide: true},
			{ID: "c", Investor: "cfo", Shares: 3, DueCents: 3_000_000_00},
		},
		Conditions: []escrow.Condition{
			{ID: "paid", Text: "the subscriber has paid in full", Kind: escrow.Funds, Favors: escrow.ForCompany},
		},
		Closing: calendar.ClosingRule{
			Count: calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()},
		},
		Contingency:  escrow.Contingency{MinCents: 8_000_000_00, MaxCents: 10_000_000_00, By: date("2002-06-28")},
		RefundWithin: calendar.Deadline{Count: 5, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()},
	}
}

func dealScenarios() []scenario {
	return []scenario{
		{[]int{27}, "facts in another order: TestFactsCommute", func(*testing.T) {}},
		{[]int{32}, "minimums", scenarioMinimum},
		{[]int{34}, "a court's hold", scenarioHold},
		{[]int{37, 46}, "replay, and two hosts at one position", scenarioReplay},
		{[]int{40}, "the last condition on odd days", func(t *testing.T) {
			for last, want := range map[string]string{
				"2002-11-30": "2002-12-02", // a Saturday
				"2002-12-31": "2003-01-02", // New Year's Eve
				"2003-04-17": "2003-04-21", // Maundy Thursday
				"2003-11-10": "2003-11-11", // the eve of Veterans Day
			} {
				s := begin(t, simple())
				s.pay(pAlpha, 500_000_00, ny(last+" 12:00"))
				s.wantDate(want, pAlpha, ny(last+" 13:00"))
			}
		}},
		{[]int{43}, "an amendment signed by one side", scenarioAmendment},
		{[]int{44}, "an investor cancels", scenarioCancel},
		{[]int{47}, "ten thousand purchases: TestBigLog", func(*testing.T) {}},
		{[]int{48}, "an event of a newer version", func(t *testing.T) {
			s := closingDay(t)
			before := asJSON(t, s.total(ny("2002-11-26 12:00")))
			var e escrow.Event
			text := `{"v":1,"id":"x","type":"deposit.frozen","at":"2002-11-26T15:00:00Z","by":"a","data":{}}`
			wantFault(t, json.Unmarshal([]byte(text), &e), law.ErrUnsupported, "type")
			s.fails(e, law.ErrMissing, "data")
			if asJSON(t, s.total(ny("2002-11-26 12:00"))) != before {
				t.Error("the log changed")
			}
		}},
		{[]int{49}, "a purchase passes to an affiliate", scenarioTransfer},
	}
}

func scenarioMinimum(t *testing.T) {
	s := begin(t, minMax())
	check := wired("1044", "bob", "b", 3_000_000_00)
	check.Rail = escrow.RailCheck
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	accepted(t, s.do(agent, ny("2002-06-11 12:00"), check))
	s.pay("c", 3_000_000_00, ny("2002-06-12 12:00"))
	// The check has not cleared and the affiliate does not count.
	refused(t, s.release(ny("2002-06-13 12:00"), "a"), "escrow.release.minimum_not_reached")
	refused(t, s.refund("2002-06-13 12:00", "a", 5_000_000_00, escrow.GroundMinimum), "escrow.refund.no_ground")
	accepted(t, s.do(agent, ny("2002-06-14 10:00"), escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "1044"}))
	if c := s.total(ny("2002-06-14 10:00")).Contingency; !c.Reached || c.CountedCents != 8_000_000_00 {
		t.Errorf("exactly the minimum is not enough: %+v", c)
	}
	reached := *s
	accepted(t, s.do(agent, ny("2002-06-17 10:00"), escrow.DepositReturned{Rail: escrow.RailCheck, Reference: "1044"}))
	refused(t, s.release(ny("2002-06-18 12:00"), "a"), "escrow.release.minimum_not_reached")
	if c := s.total(ny("2002-06-14 10:00")).Contingency; !c.Reached {
		t.Errorf("what bounced later was not there: %+v", c)
	}
	// Money after the date does not count, not even on the day after.
	late := wired("W9", "bob", "b", 3_000_000_00)
	accepted(t, s.do(agent, ny("2002-06-29 00:00"), late))
	if c := s.total(ny("2002-06-28 23:59:59")).Contingency; c.Failed {
		t.Error("it failed before the end of the day")
	}
	c := s.total(ny("2002-06-29 00:00")).Contingency
	if !c.Failed || c.Reached || c.CountedCents != 5_000_000_00 {
		t.Errorf("%+v", c)
	}
	p := s.purchase("a", "2002-07-01 12:00")
	last := p.Needs[len(p.Needs)-1]
	if last.Code != "escrow.refund.ordered" || last.Who != string(agent) || calendar.DateOf(last.By.In(calendar.NewYork())) != date("2002-07-08") {
		t.Errorf("needs %+v", p.Needs)
	}
	part := accepted(t, s.refund("2002-07-01 12:00", "a", 1_000_000_00, escrow.GroundMinimum))
	if part.Legs[0].Payee != "ann" {
		t.Errorf("%+v", part.Legs)
	}
	d := accepted(t, s.do(agent, ny("2002-07-01 13:00"), escrow.Unwind{Ground: escrow.GroundMinimum}))
	if len(d.Legs) != 3 || d.Legs[0].Cents != 4_000_000_00 || d.Legs[1].Cents != 3_000_000_00 || d.Legs[2].Payee != "cfo" {
		t.Errorf("%+v", d.Legs)
	}
	refused(t, s.do(agent, ny("2002-07-01 13:00"), escrow.Unwind{Ground: escrow.GroundMinimum}), "escrow.unwind.nothing_here")
	if p := s.purchase("b", "2002-07-01 13:00"); p.Stage != escrow.StageRefunding {
		t.Errorf("%s", p.Stage)
	}
	accepted(t, s.settled(d.Legs[1].ID, "2002-07-02 13:00"))
	if p := s.purchase("b", "2002-07-02 13:00"); p.Stage != escrow.StageRefunded || p.RefundedCents != 3_000_000_00 || len(p.Needs) != 0 {
		t.Errorf("%+v", p)
	}

	// After a closing the maximum binds; and the minimum is reached only while what
	// was released on it is still there: 17 CFR 240.10b-9(a) wants it received.
	s = &reached
	refused(t, s.release(ny("2002-06-14 12:00"), "a", "b", "c"), "escrow.release.maximum_exceeded")
	accepted(t, s.release(ny("2002-06-14 12:00"), "a", "b"))
	accepted(t, s.do(agent, ny("2002-06-17 10:00"), escrow.DepositReturned{Rail: escrow.RailCheck, Reference: "1044"}))
	if c := s.total(ny("2002-06-17 09:59")).Contingency; !c.Reached || c.ShortfallCents != 0 {
		t.Errorf("before the check bounced: %+v", c)
	}
	if c := s.total(ny("2002-07-17 10:00")).Contingency; c.Reached || !c.Failed || c.ShortfallCents != 3_000_000_00 {
		t.Errorf("after the check bounced: %+v", c)
	}
	refused(t, s.release(ny("2002-06-17 12:00"), "c"), "escrow.release.minimum_not_reached", "escrow.release.maximum_exceeded")
}

func scenarioHold(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-26 09:00"), escrow.HoldPlaced{Hold: "02-cv-7", Note: "injunction"}))
	accepted(t, s.do(agent, ny("2002-11-26 09:30"), escrow.HoldPlaced{Hold: "dispute", Purchase: pShimon}))
	d := refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.instruction.on_hold")
	if who(d.Cures[0]) != "the party that placed the hold" {
		t.Errorf("%+v", d.Cures)
	}
	refused(t, s.release(ny("2002-11-26 10:00"), pShimon), "escrow.instruction.on_hold", "escrow.instruction.on_hold")
	if r := s.total(ny("2002-11-26 10:00")); len(r.Holds) != 1 || r.Holds[0].Note != "injunction" || len(r.Purchases[0].Holds) != 1 || len(r.Purchases[1].Holds) != 0 {
		t.Errorf("%+v", r.Holds)
	}
	accepted(t, s.do(agent, ny("2002-11-26 09:00"), escrow.Ordered{Order: "o1", Purchase: pShimon, Payee: court, Cents: 100_00}))
	refused(t, s.do(agent, ny("2002-11-26 09:00"), escrow.Ordered{Order: "o1", Purchase: pShimon, Payee: court, Cents: 100_00}), "escrow.order.known")
	refused(t, s.obey("2002-11-26 10:30", pShimon, 100_01, "o1"), "escrow.instruction.not_enough_held")
	accepted(t, s.obey("2002-11-26 10:30", pShimon, 99_00, "o1"))
	refused(t, s.obey("2002-11-26 10:30", pShimon, 2_00, "o1"), "escrow.instruction.not_enough_held")
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.HoldLifted{Hold: "02-cv-7"}))
	accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	refused(t, s.release(ny("2002-11-26 12:00"), pShimon), "escrow.instruction.on_hold", "escrow.release.condition_not_met", "escrow.instruction.not_enough_held")
	// Lifted before it was said to be placed; and it can be placed again.
	accepted(t, s.do(agent, ny("2002-11-27 11:00"), escrow.HoldLifted{Hold: "x", Purchase: pShimon}))
	accepted(t, s.do(agent, ny("2002-11-27 10:00"), escrow.HoldPlaced{Hold: "x", Purchase: pShimon}))
	accepted(t, s.do(agent, ny("2002-11-27 12:00"), escrow.HoldPlaced{Hold: "x", Purchase: pShimon}))
	if one, two, three := s.purchase(pShimon, "2002-11-27 10:30"), s.purchase(pShimon, "2002-11-27 11:30"), s.purchase(pShimon, "2002-11-27 12:30"); len(one.Holds) != 2 ||
		len(two.Holds) != 1 || len(three.Holds) != 2 || !three.Holds[1].Since.Equal(ny("2002-11-27 12:00")) {
		t.Errorf("%+v, then %+v, then %+v", one.Holds, two.Holds, three.Holds)
	}
	s.fails(s.event(agent, ny("2002-11-27 12:00"), escrow.HoldPlaced{Hold: "x", Purchase: "nobody"}), law.ErrInvalid, "data.purchase")
}

func scenarioReplay(t *testing.T) {
	s := closingDay(t)
	refused(t, s.release(ny("2002-11-26 15:10"), pAlpha), "escrow.release.after_cutoff")
	deal, decisions, err := escrow.Replay(focus(), s.log)
	if err != nil || decisions[len(decisions)-1].Outcome != escrow.Refused {
		t.Fatalf("%v", err)
	}
	if asJSON(t, deal.Report(ny("2002-11-26 16:00"))) != asJSON(t, s.total(ny("2002-11-26 16:00"))) {
		t.Error("a replay differs")
	}
	// Two hosts go on from the same value; neither sees the other.
	one, _, err1 := deal.Apply(escrow.Event{ID: "a", At: ny("2002-11-26 15:20"), By: agent, Body: wired("x", alpha, pAlpha, 1)})
	two, _, err2 := deal.Apply(escrow.Event{ID: "a", At: ny("2002-11-26 15:20"), By: agent, Body: wired("x", alpha, pAlpha, 2)})
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	at := ny("2002-11-26 16:00")
	if a, b, c := own(one.Report(at)).SuspenseCents, own(two.Report(at)).SuspenseCents, own(deal.Report(at)).SuspenseCents; a != 1 || b != 2 || c != 0 {
		t.Errorf("%d, %d and %d", a, b, c)
	}
}

func scenarioAmendment(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	later := simple()
	later.Closing.Outside = date("2002-12-31")
	amend := escrow.Amend{Amendment: "no. 1", Terms: later}
	d := s.amend(company, ny("2002-11-26 09:00"), amend, alpha)
	if !d.Why.Has("escrow.amend.proposed") {
		t.Errorf("%s", d.Why)
	}
	refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.instruction.amendment_pending")
	if r := s.total(ny("2002-11-26 10:00")); r.Version != 1 || len(r.Amendments) != 1 || r.Amendments[0].Missing[0] != string(shimon) {
		t.Errorf("version %d, %+v", r.Version, r.Amendments)
	}
	refused(t, s.do(company, ny("2002-11-26 10:00"), escrow.Amend{Amendment: "no. 2", Terms: later}), "escrow.instruction.amendment_pending")
	refused(t, s.do(agent, ny("2002-11-26 10:00"), escrow.SignAmendment{Amendment: "no. 1"}), "escrow.amend.not_party")
	refused(t, s.do(shimon, ny("2002-11-26 10:00"), escrow.SignAmendment{Amendment: "no. 2"}), "escrow.amend.unknown")
	withdrawn := *s
	d = accepted(t, s.do(shimon, ny("2002-11-26 11:00"), escrow.SignAmendment{Amendment: "no. 1"}))
	if !d.Why.Has("escrow.amend.in_force") || s.deal.Terms().Closing.Outside != date("2002-12-31") {
		t.Errorf("%s", d.Why)
	}
	if one, two := s.total(ny("2002-11-26 10:59")), s.total(ny("2002-11-26 11:00")); one.Version != 1 || two.Version != 2 {
		t.Errorf("versions %d and %d", one.Version, two.Version)
	}
	accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	refused(t, s.do(company, ny("2002-11-26 13:00"), escrow.Amend{Amendment: "no. 1", Terms: later}), "escrow.amend.known")

	s = &withdrawn
	refused(t, s.do(agent, ny("2002-11-26 11:00"), escrow.WithdrawAmendment{Amendment: "no. 1"}), "escrow.amend.not_party")
	accepted(t, s.do(alpha, ny("2002-11-26 11:00"), escrow.WithdrawAmendment{Amendment: "no. 1"}))
	accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))

	// What cannot change is named, all at once.
	other := simple()
	other.ID, other.Signed, other.Company, other.Currency = "other", other.Signed.Add(1), "another", "CHF"
	other.Purchases[1].DueCents--
	other.Purchases[0].ID = "third"
	other.Conditions[0].Kind = escrow.Custody
	refused(t, s.do(company, ny("2002-11-26 13:00"), escrow.Amend{Amendment: "no. 3", Terms: other}), repeat("escrow.amend.changes", 7)...)
	refused(t, s.do("stranger", ny("2002-11-26 13:00"), escrow.Amend{Amendment: "no. 3", Terms: later}), "escrow.amend.not_party")
	bad := simple()
	bad.Purchases[0].DueCents = -1
	s.fails(s.event(company, ny("2002-11-26 13:00"), escrow.Amend{Amendment: "no. 3", Terms: bad}), law.ErrRange, "data.terms.purchases[0].due_cents")
}

// 48 hours before the deadline is the last instant, as 17 CFR 227.304(a) has it.
func scenarioCancel(t *testing.T) {
	deadline := ny("2002-12-10 12:00")
	terms := simple()
	terms.CancelBy = deadline.Add(-48 * time.Hour)
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	early := *s
	refused(t, s.do(alpha, deadline.Add(-47*time.Hour), escrow.Cancel{Purchase: pAlpha}), "escrow.cancel.too_late")
	refused(t, s.refund("2002-12-09 12:00", pAlpha, 500_000_00, escrow.GroundCanceled), "escrow.refund.no_ground")
	s = &early
	refused(t, s.do(shimon, deadline.Add(-50*time.Hour), escrow.Cancel{Purchase: pAlpha}), "escrow.cancel.not_investor")
	refused(t, s.do(shimon, deadline.Add(-50*time.Hour), escrow.Cancel{Purchase: "nobody"}), "escrow.instruction.unknown_purchase")
	accepted(t, s.do(alpha, deadline.Add(-49*time.Hour), escrow.Cancel{Purchase: pAlpha}))
	accepted(t, s.do(shimon, deadline.Add(-48*time.Hour), escrow.Cancel{Purchase: pShimon}))
	refused(t, s.release(ny("2002-12-09 12:00"), pAlpha), "escrow.instruction.terminated")
	accepted(t, s.refund("2002-12-09 12:00", pAlpha, 500_000_00, escrow.GroundCanceled))
	if p := s.purchase(pShimon, "2002-12-09 12:00"); p.Stage != escrow.StageTerminated || len(p.Needs) != 1 || !p.Schedule.Date.IsZero() {
		t.Errorf("%+v", p)
	}
	never := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	refused(t, never.do(alpha, ny("2002-11-26 10:00"), escrow.Cancel{Purchase: pAlpha}), "escrow.cancel.no_right")
}

// The new holder has waived nothing, and the old one can no more.
func scenarioTransfer(t *testing.T) {
	s := closingDay(t)
	s.lapsed("8(g)(i)", "", ny("2002-11-25 13:00"))
	s.met("8(g)(i)", "", ny("2002-11-25 14:00"))
	accepted(t, s.do(alpha, ny("2002-11-25 15:00"), waive("8(g)(i)", pAlpha)))
	s.wantState(escrow.Waived, "8(g)(i)", pAlpha, ny("2002-11-26 09:30"))
	terms := focus()
	terms.Purchases[1].Investor = "alpha-fund"
	amend := escrow.Amend{Amendment: "transfer", Terms: terms}
	d := accepted(t, s.do(company, ny("2002-11-26 10:00"), amend))
	for _, party := range []escrow.PartyID{alpha, "alpha-fund"} {
		d = accepted(t, s.do(party, ny("2002-11-26 10:00"), escrow.SignAmendment{Amendment: "transfer"}))
	}
	if !d.Why.Has("escrow.amend.proposed") {
		t.Errorf("the company's own instruction is taken for its signature: %s", d.Why)
	}
	accepted(t, s.do(company, ny("2002-11-26 10:00"), escrow.SignAmendment{Amendment: "transfer"}))
	s.wantState(escrow.Unmet, "8(g)(i)", pAlpha, ny("2002-11-26 10:00"))
	s.wantState(escrow.Waived, "8(g)(i)", pAlpha, ny("2002-11-26 09:59"))
	refused(t, s.do(alpha, ny("2002-11-26 11:00"), waive("8(g)(i)", pAlpha)), "escrow.waive.not_favored_party")
	accepted(t, s.do("alpha-fund", ny("2002-11-26 11:00"), waive("8(g)(i)", pAlpha)))
	s.wantState(escrow.Waived, "8(g)(i)", pAlpha, ny("2002-11-26 11:00"))
	// Certificates in the old name have to be reissued.
	d = s.do(agent, ny("2002-11-26 11:30"), escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}})
	if !d.Why.Has("escrow.release.condition_not_met") {
		t.Errorf("%s", d.Why)
	}
	p := s.purchase(pAlpha, "2002-11-26 11:30")
	found := false
	for _, n := range p.Needs {
		found = found || n.Code == "escrow.certificate.name" && n.Who == string(company)
	}
	if !found {
		t.Errorf("needs %+v", p.Needs)
	}
}
