package escrow_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// A stranger's word, and a party's own in the far future, stop nobody else.
func TestClockOfRefusals(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	for _, by := range []escrow.PartyID{"mallory", shimon, company} {
		refused(t, s.do(by, ny("9000-01-04 10:00"), escrow.Reissue{Leg: "none/1"}), "escrow.instruction.not_escrow_agent", "escrow.leg.unknown")
	}
	refused(t, s.release(ny("2002-11-26 15:10"), pAlpha), "escrow.release.after_cutoff")
	// The agent cannot send the same again as of an earlier moment.
	refused(t, s.release(ny("2002-11-26 14:59"), pAlpha), "escrow.instruction.backdated")
	refused(t, s.do(alpha, ny("2002-11-26 14:00"), waive("7(b)", pShimon)), "escrow.waive.not_favored_party")
	refused(t, s.do(alpha, ny("2002-11-26 13:59"), waive("7(b)", pShimon)), "escrow.instruction.backdated", "escrow.waive.not_favored_party")
	accepted(t, s.release(ny("2002-11-27 10:00"), pAlpha))
	refused(t, s.release(ny("2002-11-27 09:59"), pShimon), "escrow.instruction.backdated")
	accepted(t, s.release(ny("2002-11-27 10:00"), pShimon))
}

// With the payment waived the last day for funds is no matter of course.
func TestFundsLateAfterAWaiver(t *testing.T) {
	s := begin(t, simple())
	accepted(t, s.do(company, ny("2002-11-25 10:00"), waive("7(b)", pAlpha)))
	s.pay(pAlpha, 500_000_00, ny("2002-11-26 10:00"))
	d := accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "escrow.funds.late" || d.Warnings[0].Authority.Cite != "Agreement §5(b)(i)" {
		t.Errorf("%s", d.Warnings)
	}
}

// Paid, then waived, then short again: met or waived without a break since it was
// paid.
func TestWaivedShortfallKeepsItsDay(t *testing.T) {
	s := begin(t, simple())
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 10:00"))
	accepted(t, s.do(company, ny("2002-11-26 10:00"), waive("7(b)", pAlpha)))
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
	s.pay(pAlpha, 1_00, ny("2002-11-26 11:00"))
	f := s.finding("7(b)", pAlpha, ny("2002-11-26 12:00"))
	if f.State != escrow.Waived || !f.Since.Equal(ny("2002-11-25 10:00")) {
		t.Errorf("%+v", f)
	}
	s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 12:00"))
}

// Differences of the largest amounts stop at the ends of int64.
func TestLargestDifferences(t *testing.T) {
	terms := simple()
	terms.Purchases[1].DueCents = math.MaxInt64 - 268_000_00
	s := begin(t, terms)
	const cents = 5_000_000_000_000_000_000
	s.pay(pAlpha, cents, ny("2002-11-25 10:00"))
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), escrow.Ordered{Order: "o", Purchase: pAlpha, Payee: court, Cents: cents}))
	accepted(t, s.obey("2002-11-25 12:00", pAlpha, cents, "o"))
	d := accepted(t, s.do(agent, ny("2002-11-25 13:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "escrow.deposit.deficit" {
		t.Errorf("%s", d.Warnings)
	}
	p := s.purchase(pAlpha, "2002-11-25 14:00")
	if p.DifferenceCents != math.MinInt64 || p.DeficitCents != cents || p.HeldCents != -cents {
		t.Errorf("%+v", p)
	}
	if d := s.release(ny("2002-11-26 10:00"), pAlpha); !d.Why.Has("escrow.instruction.not_enough_held") {
		t.Errorf("%s", d.Why)
	}
	// The same wire again is the same wire, however much it is.
	s = begin(t, simple())
	accepted(t, s.do(agent, ny("2002-11-25 10:00"), wired("big", alpha, pAlpha, cents)))
	refused(t, s.do(agent, ny("2002-11-25 10:00"), wired("big", alpha, pAlpha, cents)), "escrow.deposit.same_reference")
	certificate := escrow.CertificateReceived{Certificate: "c", Purchase: pAlpha, Holder: alpha, Shares: cents}
	accepted(t, s.do(agent, ny("2002-11-25 10:00"), certificate))
	refused(t, s.do(agent, ny("2002-11-25 10:00"), certificate), "escrow.certificate.same_number")
}

// Money in suspense that left and then bounces is told as a deficit at once, also
// where it was counted for a purchase.
func TestDeficitOfSuspense(t *testing.T) {
	s := begin(t, simple())
	accepted(t, s.do(agent, ny("2002-11-25 10:00"), wired("z", "zoe", "", 500)))
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), escrow.Refund{Rail: escrow.RailWire, Reference: "z", Cents: 500, Ground: escrow.GroundSuspense}))
	d := accepted(t, s.do(agent, ny("2002-11-25 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "z"}))
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "escrow.deposit.deficit" {
		t.Errorf("%s", d.Warnings)
	}
	accepted(t, s.do(agent, ny("2002-11-25 10:00"), wired("y", "zoe", "", 500_000_00)))
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "y", To: pAlpha, Cents: 500_000_00}))
	accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	d = accepted(t, s.do(agent, ny("2002-11-27 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "y"}))
	if !d.Warnings.Has("escrow.deposit.deficit") || s.purchase(pAlpha, "2002-11-27 12:00").DeficitCents != 500_000_00 {
		t.Errorf("%s", d.Warnings)
	}
}

// Late money of a closed purchase goes back on a court's order, hold or no hold.
func TestOrderAfterTheClosing(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	d := accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha))
	accepted(t, s.settled(d.Legs[0].ID, "2002-11-26 11:00"))
	s.pay(pAlpha, 7_00, ny("2002-11-27 10:00"))
	p := s.purchase(pAlpha, "2002-11-27 11:00")
	if p.Stage != escrow.StageClosed || len(p.Needs) != 1 || p.Needs[0].Code != "escrow.refund.ordered" {
		t.Errorf("%s, needs %+v", p.Stage, p.Needs)
	}
	accepted(t, s.do(agent, ny("2002-11-27 11:00"), escrow.HoldPlaced{Hold: "h"}))
	accepted(t, s.do(agent, ny("2002-11-27 11:00"), escrow.Ordered{Order: "o", Purchase: pAlpha, Payee: court, Cents: 9_00}))
	refused(t, s.refund("2002-11-27 12:00", pAlpha, 7_00, escrow.GroundExcess), "escrow.instruction.on_hold")
	refused(t, s.obey("2002-11-27 12:00", pAlpha, 7_01, "o"), "escrow.instruction.not_enough_held")
	accepted(t, s.obey("2002-11-27 12:00", pAlpha, 7_00, "o"))
}

// What a court or a bank takes ends no purchase.
func TestStageAfterABounce(t *testing.T) {
	s := begin(t, simple())
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 10:00"))
	s.pay(pAlpha, 3, ny("2002-11-25 11:00"))
	d := accepted(t, s.refund("2002-11-25 12:00", pAlpha, 3, escrow.GroundExcess))
	accepted(t, s.settled(d.Legs[0].ID, "2002-11-25 13:00"))
	accepted(t, s.do(agent, ny("2002-11-25 14:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
	if p := s.purchase(pAlpha, "2002-11-25 14:00"); p.Stage != escrow.StageOpen || len(p.Needs) != 1 || p.Needs[0].Condition != "7(b)" {
		t.Errorf("%s, needs %+v", p.Stage, p.Needs)
	}
}

// A calendar that ends before the window leaves it unknown, which lets nothing go.
func TestWindowBeyondItsCalendar(t *testing.T) {
	cal, err := calendar.FederalReserve().Through(date("2002-12-05"))
	if err != nil {
		t.Fatal(err)
	}
	terms := simple()
	terms.Closing = calendar.ClosingRule{Count: business(0, calendar.Forward)}
	terms.Anchor = escrow.AnchorNotice
	terms.Notice = escrow.NoticeTerms{Lead: business(2, ""), Window: business(10, "")}
	terms.Notice.Window.Calendar = cal
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(company, ny("2002-11-26 11:00"), escrow.CallClosing{Day: date("2002-11-29")}))
	refused(t, s.release(ny("2002-12-02 10:00"), pAlpha), "escrow.release.no_closing_date")
	refused(t, s.refund("2002-12-20 11:00", pShimon, 1, escrow.GroundNotice), "escrow.refund.no_ground")
	if sc := s.deal.Closing(pAlpha, ny("2002-12-02 10:00")); !sc.Date.IsZero() || !sc.Why.Has("escrow.closing.calendar_ends") {
		t.Errorf("%s on %s", sc.Why, sc.Date)
	}
}

// A fixed day on which no closing can take place is refused with the terms.
func TestFixedHoliday(t *testing.T) {
	terms := simple()
	terms.Closing.Fixed = date("2002-11-28")
	_, err := escrow.New(terms)
	wantFault(t, err, law.ErrConflict, "closing.fixed")
}

// A release that cannot take place any more is not promised.
func TestNeedsOfWhatCannotBe(t *testing.T) {
	for name, c := range map[string]struct {
		terms func(*escrow.Terms)
		at    string
		code  law.Code
	}{
		"the day is over":       {func(t *escrow.Terms) { t.Late = escrow.LateRefused }, "2002-11-26 15:01", "escrow.closing.passed"},
		"after the outside day": {func(t *escrow.Terms) { t.Closing.Outside = date("2002-11-25") }, "2002-11-25 12:00", "escrow.closing.outside_date"},
	} {
		terms := simple()
		c.terms(&terms)
		s := begin(t, terms).fund(ny("2002-11-25 11:00"))
		p := s.purchase(pAlpha, c.at)
		if p.Stage != escrow.StageFunded || len(p.Needs) != 1 || p.Needs[0].Code != c.code || p.Needs[0].Who != string(company) {
			t.Errorf("%s: %s, needs %+v", name, p.Stage, p.Needs)
		}
	}
	// On satisfaction alone, a waived condition is still needed.
	terms := focus()
	c := escrow.FocusConditions()
	terms.Conditions, terms.OnWaiver = []escrow.Condition{c[1], c[4]}, escrow.WaiverRefused
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(alpha, ny("2002-11-25 12:00"), waive("8(a)", pAlpha)))
	p := s.purchase(pAlpha, "2002-11-26 10:00")
	if len(p.Needs) != 1 || p.Needs[0].Code != "escrow.release.waiver_not_enough" || p.Needs[0].Who != string(company) {
		t.Errorf("needs %+v", p.Needs)
	}
	d := refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.waiver_not_enough")
	if who(d.Cures[0]) != string(company) {
		t.Errorf("%+v", d.Cures)
	}
}

// Money after the date is still asked for where the minimum was reached.
func TestNeedsOfARollingClosing(t *testing.T) {
	s := eight(t)
	p := s.purchase("c", "2002-07-08 12:00")
	if n := p.Needs[0]; n.Condition != "paid" || !n.By.IsZero() || values(n.Data) != "condition=paid text=the subscriber has paid in full" {
		t.Errorf("%+v", n)
	}
}

// Every hold is a reason, and none twice.
func TestHoldsOfAReissue(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	d := accepted(t, s.release(ny("2002-11-26 11:00"), pAlpha, pShimon))
	accepted(t, s.failed(d.Legs[0].ID, "2002-11-26 12:00"))
	accepted(t, s.do(agent, ny("2002-11-26 12:00"), escrow.HoldPlaced{Hold: "h"}))
	accepted(t, s.do(agent, ny("2002-11-26 12:00"), escrow.HoldPlaced{Hold: "own", Purchase: pShimon}))
	refused(t, s.do(agent, ny("2002-11-26 13:00"), escrow.Reissue{Leg: d.Legs[0].ID}), "escrow.instruction.on_hold", "escrow.instruction.on_hold")
}

// After an amendment the sentences are of the clocks of the new terms.
func TestClocksAfterAnAmendment(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	refused(t, s.release(ny("2002-11-25 12:00"), pAlpha), escrow.CodeBeforeClosingDate)
	chicago, err := calendar.Zone("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	next := simple()
	next.Closing.By = calendar.Cutoff{Clock: calendar.MustClock(15, 0), Zone: chicago}
	s.amend(company, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: next}, alpha, shimon)
	d := s.release(ny("2002-11-25 13:30"), pAlpha)
	if got := asJSON(t, d.Why[0].Data); !strings.Contains(got, `"since":"2002-11-25T10:00:00-06:00"`) || !strings.Contains(got, `"zone":"America/Chicago"`) {
		t.Errorf("%s", d.Why)
	}
}

// A refusal of money in suspense names everything that is against it.
func TestSuspenseRefusedForEverything(t *testing.T) {
	s := begin(t, simple())
	b := wired("c", "zoe", "", 100)
	b.Rail = escrow.RailCheck
	accepted(t, s.do(agent, ny("2002-11-25 12:00"), b))
	accepted(t, s.do(agent, ny("2002-11-25 12:00"), escrow.HoldPlaced{Hold: "h"}))
	refused(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Refund{Rail: escrow.RailCheck, Reference: "c", Cents: 101, Ground: escrow.GroundExcess}),
		"escrow.instruction.on_hold", "escrow.suspense.not_good", "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	refused(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Refund{Purchase: pAlpha, Currency: "CHF", Cents: 1, Ground: escrow.GroundExcess}),
		"escrow.instruction.on_hold", "escrow.refund.other_currency")
	var e escrow.Event
	text := `{"v":1,"id":"x","type":"certificates.deliver","at":"2002-11-26T15:00:00Z","by":"a","data":{"purchase":"alpha"}}`
	if err := json.Unmarshal([]byte(text), &e); err != nil || e.Body != (escrow.Deliver{Purchase: pAlpha}) {
		t.Errorf("%v, %+v", err, e)
	}
}

// Each fee is a step of its own, on the paragraph that grants it.
func TestFeesAreTold(t *testing.T) {
	terms := simple()
	terms.Fees = []escrow.Payout{
		{Payee: "vfinance", PerMillion: 70_000, For: "finder's fee", Authority: law.Citation{Cite: "Term Sheet §3"}},
		{Payee: "krieger", Cents: 5_000_00},
	}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	d := accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha))
	var got []string
	for _, r := range d.Why {
		got = append(got, values(r.Data)+" ["+r.Authority.Cite+"]")
	}
	wantTexts(t, "the release", got,
		"purchase=alpha date=2002-11-26 since=2002-11-25T11:00:00-05:00 at=2002-11-26T10:00:00-05:00 [Agreement §6(a)]",
		"amount=35000.00 for=finder's fee payee=vfinance [Term Sheet §3]", "amount=5000.00 payee=krieger []",
		"released=500000.00 fees=40000.00 company=460000.00 [Agreement §6(c)]")
}

// Another agent is no agent before it has signed.
func TestAnotherAgent(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	next := simple()
	next.Agent = "another bank"
	d := s.amend(company, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: next}, alpha, shimon)
	if d.Why[0].Code != "escrow.amend.proposed" {
		t.Errorf("%s", d.Why)
	}
	accepted(t, s.do("another bank", ny("2002-11-25 14:00"), escrow.SignAmendment{Amendment: "1"}))
	refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.instruction.not_escrow_agent")
	accepted(t, s.do("another bank", ny("2002-11-26 10:00"), escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}}))
}

// A broker-dealer cannot have taken in later what is here already.
func TestCollectedAfterReceipt(t *testing.T) {
	s := begin(t, simple())
	b := wired("w", alpha, pAlpha, 5)
	b.Collected = ny("2002-11-26 10:00")
	s.fails(s.event(agent, ny("2002-11-26 09:59"), b), law.ErrConflict, "data.collected")
	accepted(t, s.do(agent, ny("2002-11-26 10:00"), b))
}
