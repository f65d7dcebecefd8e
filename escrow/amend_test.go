package escrow_test

import (
	"math"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// An extension of the date binds only with the signature of every investor, and
// then counts the money anew.
func TestAmendContingency(t *testing.T) {
	s := begin(t, minMax())
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	s.pay("b", 3_000_000_00, ny("2002-07-02 12:00"))
	extended := minMax()
	extended.Contingency.By = date("2002-07-31")
	extended.Purchases[2].BonaFide = true
	extended.Purchases = append(extended.Purchases, escrow.Purchase{ID: "d", Investor: "dee", Shares: 1, DueCents: 1_000_000_00, BonaFide: true})
	s.amend(company, ny("2002-07-03 09:00"), escrow.Amend{Amendment: "extension", Terms: extended}, "ann", "bob")
	refused(t, s.release(ny("2002-07-03 10:00"), "a"), "escrow.instruction.amendment_pending", "escrow.release.minimum_not_reached")
	accepted(t, s.do("cfo", ny("2002-07-03 11:00"), escrow.SignAmendment{Amendment: "extension"}))
	if d := accepted(t, s.do("dee", ny("2002-07-03 11:00"), escrow.SignAmendment{Amendment: "extension"})); !d.Why.Has("escrow.amend.in_force") {
		t.Errorf("%s", d.Why)
	}
	before, after := s.total(ny("2002-07-03 10:59")), s.total(ny("2002-07-03 11:00"))
	if c := before.Contingency; !c.Failed || c.CountedCents != 5_000_000_00 || len(before.Purchases) != 3 {
		t.Errorf("before: %+v", c)
	}
	if c := after.Contingency; !c.Reached || c.CountedCents != 8_000_000_00 || len(after.Purchases) != 4 || after.Version != 2 {
		t.Errorf("after: %+v", c)
	}
	s.pay("c", 3_000_000_00, ny("2002-07-03 12:00"))
	s.pay("d", 1_000_000_00, ny("2002-07-03 12:00"))
	if c := s.total(ny("2002-07-03 12:00")).Contingency; c.CountedCents != 12_000_000_00 {
		t.Errorf("%+v", c)
	}
	accepted(t, s.release(ny("2002-07-03 13:00"), "a", "b", "d"))
	// What was released cannot change, and a change of one open purchase charges its investor alone.
	next := extended
	next.Purchases = append([]escrow.Purchase{}, extended.Purchases...)
	next.Purchases[0].DueCents--
	refused(t, s.do(company, ny("2002-07-03 14:00"), escrow.Amend{Amendment: "two", Terms: next}), "escrow.amend.changes")
	next.Purchases[0].DueCents++
	next.Purchases[2].DueCents = 1_000_000_00
	s.amend(company, ny("2002-07-03 14:00"), escrow.Amend{Amendment: "two", Terms: next}, "cfo")
	if p := s.purchase("c", "2002-07-03 14:00"); p.ExcessCents != 2_000_000_00 || p.DueCents != 1_000_000_00 {
		t.Errorf("%+v", p)
	}
}

// Conditions may follow those that there are; what they ask is asked from then.
func TestAmendConditions(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	terms := simple()
	terms.Conditions = append(terms.Conditions, escrow.Condition{ID: "9", Text: "a lock-up", Kind: escrow.Once, Favors: escrow.ForInvestor, Waivable: true})
	amend := escrow.Amend{Amendment: "1", Terms: terms, Signed: true}
	e := s.event(company, ny("2002-11-26 09:00"), amend)
	accepted(t, s.apply(e))
	if again := s.apply(e); again.Outcome != escrow.Duplicate || again.First != escrow.Accepted {
		t.Errorf("%+v", again)
	}
	e.Body = escrow.Amend{Amendment: "1", Terms: simple(), Signed: true}
	if _, _, err := s.deal.Apply(e); err == nil {
		t.Error("another amendment passes for the same")
	}
	for _, party := range []escrow.PartyID{alpha, shimon} {
		accepted(t, s.do(party, ny("2002-11-26 09:00"), escrow.SignAmendment{Amendment: "1"}))
	}
	refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.condition_not_shown")
	s.met("9", pAlpha, ny("2002-11-26 11:00"))
	s.wantDate("2002-11-27", pAlpha, ny("2002-11-26 12:00"))
	if got := len(s.purchase(pAlpha, "2002-11-26 08:00").Findings); got != 1 {
		t.Errorf("%d findings before the amendment", got)
	}
	s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 08:59"))
	s.wantState(escrow.Unknown, "9", pShimon, ny("2002-11-26 12:00"))
}

// The excess of one purchase pays another of the same investor, and of nobody
// else.
func TestApplyExcess(t *testing.T) {
	terms := simple()
	terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: "alpha-2", Investor: alpha, Shares: 1, DueCents: 100})
	s := begin(t, terms)
	s.pay(pAlpha, 500_001_01, ny("2002-11-25 11:00"))
	at := ny("2002-11-25 12:00")
	move := func(from, to escrow.PurchaseID, cents int64) escrow.Decision {
		return s.do(agent, at, escrow.ApplySuspense{ExcessOf: from, To: to, Cents: cents})
	}
	refused(t, move(pAlpha, pShimon, 1), "escrow.suspense.other_investor")
	refused(t, move(pAlpha, pAlpha, 1), "escrow.suspense.same_purchase")
	refused(t, move("nobody", pAlpha, 1), "escrow.instruction.unknown_purchase")
	refused(t, move(pAlpha, "alpha-2", 102), "escrow.instruction.not_enough_held")
	accepted(t, move(pAlpha, "alpha-2", 100))
	one, two := s.purchase(pAlpha, "2002-11-25 12:00"), s.purchase("alpha-2", "2002-11-25 12:00")
	if one.ExcessCents != 1 || two.Funding != escrow.Funded || two.Stage != escrow.StageReady {
		t.Errorf("%+v\n%+v", one, two)
	}
	refused(t, s.do(company, at, escrow.ApplySuspense{ExcessOf: pAlpha, To: "alpha-2", Cents: 1}), "escrow.instruction.not_escrow_agent")
	accepted(t, s.release(ny("2002-11-26 12:00"), "alpha-2"))
	at = ny("2002-11-26 13:00")
	refused(t, move(pAlpha, "alpha-2", 1), "escrow.instruction.already_closed")
	if m := own(s.total(at)); m.InCents != 500_001_01 || m.HeldCents != 500_000_00 || m.ReservedCents != 100 || m.SuspenseCents != 1 {
		t.Errorf("%+v", m)
	}
}

// A deposit that is not good, or that is a purchase's own, cannot be applied.
func TestApplyDeposit(t *testing.T) {
	s := begin(t, simple())
	check := wired("1", "zoe", pAlpha, 5)
	check.Rail = escrow.RailCheck
	accepted(t, s.do(agent, ny("2002-11-25 12:00"), check))
	s.pay(pAlpha, 5, ny("2002-11-25 12:00"))
	apply := func(rail escrow.Rail, reference, at string) escrow.Decision {
		return s.do(agent, ny(at), escrow.ApplySuspense{Rail: rail, Reference: reference, To: pAlpha, Cents: 5})
	}
	refused(t, apply(escrow.RailCheck, "1", "2002-11-25 13:00"), "escrow.suspense.not_good")
	refused(t, apply(escrow.RailWire, "W1", "2002-11-25 13:00"), "escrow.suspense.not_in_suspense")
	accepted(t, s.do(agent, ny("2002-11-25 14:00"), escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "1"}))
	accepted(t, s.do(agent, ny("2002-11-25 15:00"), escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth}))
	refused(t, apply(escrow.RailCheck, "1", "2002-11-25 16:00"), "escrow.instruction.terminated")
}

// A calendar of days is told where it ends, in every answer that would need it.
func TestCalendarEndsForNotices(t *testing.T) {
	through, err := calendar.FederalReserve().Through(date("2002-12-05"))
	if err != nil {
		t.Fatal(err)
	}
	terms := simple()
	terms.Closing = calendar.ClosingRule{Count: calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: through}}
	terms.Anchor = escrow.AnchorNotice
	terms.Notice = escrow.NoticeTerms{
		Lead:   calendar.Deadline{Count: 20, Unit: calendar.BusinessDays, Calendar: through},
		Window: calendar.Deadline{Count: 20, Unit: calendar.BusinessDays, Calendar: through},
	}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	refused(t, s.do(company, ny("2002-11-26 11:00"), escrow.CallClosing{Day: date("2002-11-29")}), "escrow.call.too_short")
	terms.Notice.Lead.Count = 2
	s = begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(company, ny("2002-11-26 11:00"), escrow.CallClosing{Day: date("2002-11-29")}))
	// A window whose end cannot be computed is open: nothing goes back on it.
	refused(t, s.refund("2002-12-31 10:00", pAlpha, 1, escrow.GroundNotice), "escrow.refund.no_ground")
}

// Money that was applied counts toward the minimum from then on, and no longer
// once the bank takes it back.
func TestAppliedMoneyTowardMinimum(t *testing.T) {
	s := begin(t, minMax())
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	accepted(t, s.do(agent, ny("2002-06-10 12:00"), wired("S", "bob inc.", "b", 3_000_000_00)))
	counted := func(at string, want int64) {
		t.Helper()
		if c := s.total(ny(at)).Contingency; c.CountedCents != want {
			t.Errorf("at %s %d count, want %d", at, c.CountedCents, want)
		}
	}
	counted("2002-06-10 12:00", 5_000_000_00)
	accepted(t, s.do(agent, ny("2002-06-11 12:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "S", To: "b", Cents: 3_000_000_00}))
	counted("2002-06-11 12:00", 8_000_000_00)
	counted("2002-06-11 11:59", 5_000_000_00)
	accepted(t, s.do(agent, ny("2002-06-12 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "S"}))
	counted("2002-06-12 12:00", 5_000_000_00)
	counted("2002-06-12 11:59", 8_000_000_00)
	refused(t, s.release(ny("2002-06-13 12:00"), "a"), "escrow.release.minimum_not_reached")
	// Applied after the date it does not count.
	accepted(t, s.do(agent, ny("2002-06-28 12:00"), wired("S2", "bob inc.", "b", 3_000_000_00)))
	accepted(t, s.do(agent, ny("2002-06-29 12:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "S2", To: "b", Cents: 3_000_000_00}))
	counted("2002-07-01 12:00", 5_000_000_00)
}

// A leg may be reported as settled or failed before it was ordered, by a bank
// whose clock is behind; it counts from the order.
func TestLegBeforeItsOrder(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	d := accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	accepted(t, s.settled(d.Legs[0].ID, "2002-11-26 11:59"))
	if p := s.purchase(pAlpha, "2002-11-26 11:59"); p.ReleasedCents != 0 || p.ReservedCents != 0 {
		t.Errorf("%+v", p)
	}
	if p := s.purchase(pAlpha, "2002-11-26 12:00"); p.ReleasedCents != 500_000_00 {
		t.Errorf("%+v", p)
	}
}

// Two orders of a court that no sum could hold are one too many.
func TestOrdersBeyondCounting(t *testing.T) {
	s := begin(t, simple())
	accepted(t, s.do(agent, ny("2002-11-25 12:00"), escrow.Ordered{Order: "1", Purchase: pAlpha, Payee: alpha, Cents: math.MaxInt64}))
	s.fails(s.event(agent, ny("2002-11-25 12:00"), escrow.Ordered{Order: "2", Purchase: pAlpha, Payee: alpha, Cents: 1}), law.ErrRange, "data.cents")
	s.pay(pAlpha, 7, ny("2002-11-25 12:00"))
	accepted(t, s.obey("2002-11-25 13:00", pAlpha, 7, "1"))
}

// A termination does not undo a closing, not even one that took effect before
// it and was learned after it.
func TestTerminatedAfterClosing(t *testing.T) {
	for _, at := range []string{"2002-11-26 11:00", "2002-11-26 13:00"} {
		s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
		accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
		accepted(t, s.do(agent, ny(at), escrow.Terminated{Right: escrow.RightOfBoth}))
		one, two := s.purchase(pAlpha, "2002-11-26 14:00"), s.purchase(pShimon, "2002-11-26 14:00")
		if one.Stage != escrow.StageReleased || one.Schedule.Date != date("2002-11-26") || two.Stage != escrow.StageTerminated || !two.Schedule.Date.IsZero() {
			t.Errorf("terminated at %s: %s and %s", at, one.Stage, two.Stage)
		}
		if late := s.total(ny("2002-11-26 14:00")).LateFacts; (len(late) == 1) != (at == "2002-11-26 11:00") {
			t.Errorf("late facts %v", late)
		}
		refused(t, s.refund("2002-11-26 14:00", pAlpha, 1, escrow.GroundTerminated), "escrow.instruction.already_closed", "escrow.instruction.not_enough_held")
		accepted(t, s.refund("2002-11-26 14:00", pShimon, 268_000_00, escrow.GroundTerminated))
	}
}

// What an offering document lets the company extend it extends alone, in time and
// up to the day reserved; all else needs everybody.
func TestExtension(t *testing.T) {
	reserved := func() escrow.Terms {
		terms := minMax()
		terms.ExtendTo = date("2002-12-31")
		terms.Closing.Outside = date("2002-07-31")
		return terms
	}
	for name, c := range map[string]struct {
		change func(*escrow.Terms)
		at     string
		alone  bool
	}{
		"both dates, to the day":     {func(t *escrow.Terms) { t.Contingency.By, t.Closing.Outside = date("2002-12-31"), date("2002-12-31") }, "2002-06-28 23:59", true},
		"the outside date":           {func(t *escrow.Terms) { t.Closing.Outside = date("2002-08-30") }, "2002-07-31 12:00", true},
		"a day too far":              {func(t *escrow.Terms) { t.Contingency.By, t.Closing.Outside = date("2003-01-01"), date("2003-01-01") }, "2002-06-10 12:00", false},
		"after the date":             {func(t *escrow.Terms) { t.Contingency.By = date("2002-07-15") }, "2002-06-29 00:00", false},
		"an earlier date":            {func(t *escrow.Terms) { t.Contingency.By = date("2002-06-20") }, "2002-06-10 12:00", false},
		"a lower minimum with it":    {func(t *escrow.Terms) { t.Contingency.By, t.Contingency.MinCents = date("2002-07-15"), 1 }, "2002-06-10 12:00", false},
		"whose money counts as well": {func(t *escrow.Terms) { t.Contingency.By, t.Purchases[2].BonaFide = date("2002-07-15"), true }, "2002-06-10 12:00", false},
		"the right itself":           {func(t *escrow.Terms) { t.ExtendTo = date("2003-12-31") }, "2002-06-10 12:00", false},
	} {
		s := begin(t, reserved())
		next := reserved()
		c.change(&next)
		d := s.amend(company, ny(c.at), escrow.Amend{Amendment: "1", Terms: next})
		if alone := d.Why[0].Code == "escrow.amend.in_force"; alone != c.alone {
			t.Errorf("%s: %s", name, d.Why)
		}
	}
	s := begin(t, minMax())
	next := minMax()
	next.Contingency.By = date("2002-07-15")
	d := s.amend(company, ny("2002-06-10 12:00"), escrow.Amend{Amendment: "1", Terms: next})
	if d.Why[0].Code != "escrow.amend.proposed" {
		t.Errorf("without the right: %s", d.Why)
	}
}
