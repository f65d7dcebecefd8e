package escrow_test

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// A purchase that closes within its outside date is ready, and needs the release and
// nothing else; one that could close only after it needs other terms.
func TestReadyWithinTheOutsideDate(t *testing.T) {
	for outside, want := range map[string]escrow.Stage{"2002-12-31": escrow.StageReady, "2002-11-26": escrow.StageReady, "2002-11-25": escrow.StageFunded} {
		terms := simple()
		terms.Closing.Outside = date(outside)
		s := begin(t, terms).fund(ny("2002-11-25 11:00"))
		p := s.purchase(pAlpha, "2002-11-25 12:00")
		code := law.Code("escrow.release.closing_date")
		if want != escrow.StageReady {
			code = "escrow.closing.outside_date"
		}
		if p.Stage != want || len(p.Needs) != 1 || p.Needs[0].Code != code || p.Schedule.Date != date("2002-11-26") {
			t.Errorf("outside date %s: %s, needs %+v", outside, p.Stage, p.Needs)
		}
	}
}

// While there is no Closing Date a condition of the closing day is needed by the
// outside date, and then by the hour of the closing.
func TestWhenTheClosingDayIsNeeded(t *testing.T) {
	terms := focus()
	terms.Closing.Outside = date("2002-12-31")
	s := begin(t, terms).prepare(ny("2002-11-25 10:00"))
	need := func(at string) escrow.Need {
		for _, n := range s.purchase(pAlpha, at).Needs {
			if n.Condition == "8(e)" {
				return n
			}
		}
		t.Fatal("8(e) is not needed")
		return escrow.Need{}
	}
	none := need("2002-11-25 11:00")
	if !none.By.Equal(ny("2003-01-01 00:00").Add(-1)) {
		t.Errorf("without a date by %s", none.By)
	}
	s.fund(ny("2002-11-25 12:00"))
	if n := need("2002-11-25 13:00"); !n.By.Equal(ny("2002-11-26 15:00")) || n.Otherwise == none.Otherwise {
		t.Errorf("by %s, otherwise %s, and without a date %s", n.By, n.Otherwise, none.Otherwise)
	}
}

// Money in suspense is listed while some of it is there.
func TestSuspenseThatIsGone(t *testing.T) {
	for name, end := range map[string]escrow.Body{
		"applied":    escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "z", To: pAlpha, Cents: 500_00},
		"paid back":  escrow.Refund{Rail: escrow.RailWire, Reference: "z", Cents: 500_00, Ground: escrow.GroundSuspense},
		"taken back": escrow.DepositReturned{Rail: escrow.RailWire, Reference: "z"},
		"half of it": escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "z", To: pAlpha, Cents: 250_00},
		"none of it": escrow.HoldLifted{Hold: "h"},
		"another":    escrow.DepositReturned{Rail: escrow.RailWire, Reference: "y"},
	} {
		s := begin(t, simple())
		accepted(t, s.do(agent, ny("2002-11-25 11:00"), wired("z", "zoe", "", 500_00)))
		accepted(t, s.do(agent, ny("2002-11-25 12:00"), end))
		want := map[string]int64{"half of it": 250_00, "none of it": 500_00, "another": 500_00}[name]
		got := s.total(ny("2002-11-25 13:00")).Suspense
		if want == 0 && len(got) != 0 || want > 0 && (len(got) != 1 || got[0].Cents != want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A waiver that is not signed is cured by the party that gave it.
func TestCureOfAnUnsignedWaiver(t *testing.T) {
	s := begin(t, simple())
	d := refused(t, s.do(company, ny("2002-11-25 12:00"), escrow.Waive{Purchase: pAlpha, Condition: "7(b)"}), "escrow.waive.no_signed_writing")
	if c := d.Cures[0]; who(c) != string(company) || c.Code != "escrow.cure.write" {
		t.Errorf("%+v", c)
	}
	accepted(t, s.do(company, ny("2002-11-25 12:00"), escrow.Waive{Purchase: pAlpha, Condition: "7(b)", Signed: true}), "escrow.waive.covers")
}

// A wire calendar that ends before the last day for funds names no day for a wire.
func TestWireCalendarThatEnds(t *testing.T) {
	terms := simple()
	through, err := calendar.FederalReserve().Through(date("2002-11-25"))
	if err != nil {
		t.Fatal(err)
	}
	terms.WireCalendar = through
	s := begin(t, terms).fund(ny("2002-11-27 11:00"))
	sc := s.wantDate("2002-11-29", pAlpha, ny("2002-11-27 12:00"))
	if sc.Why.Has(escrow.CodeLastWireDay) || !sc.Why.Has("escrow.closing.calendar_ends") || !sc.LastWireDay.IsZero() || sc.LastFundsDay != date("2002-11-28") {
		t.Errorf("a wire by %s, funds by %s:\n%s", sc.LastWireDay, sc.LastFundsDay, sc.Why)
	}
}

// A withdrawal of an amendment is told by its code.
func TestWithdrawalIsTold(t *testing.T) {
	s := begin(t, simple())
	next := simple()
	next.Closing.Outside = date("2002-12-31")
	accepted(t, s.do(company, ny("2002-11-25 12:00"), escrow.Amend{Amendment: "1", Terms: next, Signed: true}))
	d := accepted(t, s.do(company, ny("2002-11-25 13:00"), escrow.WithdrawAmendment{Amendment: "1"}))
	if len(d.Why) != 1 || d.Why[0].Code != "escrow.amend.withdrawn" {
		t.Errorf("%s", d.Why)
	}
}

// Fees that are more than what is released are told with their sum.
func TestFeesThatAreTooMuch(t *testing.T) {
	terms := simple()
	terms.Fees = []escrow.Payout{{Payee: "counsel", Cents: 499_000_00}, {Payee: "broker", PerMillion: 10_000}}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	d := refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.fees_exceed_proceeds")
	if got := values(d.Why[0].Data); got != "fees=504000.00 proceeds=500000.00" {
		t.Errorf("%s", got)
	}
	accepted(t, s.release(ny("2002-11-26 11:00"), pAlpha, pShimon))
}

// A decision is told again in full, and of nothing that was not decided.
func TestDecisionAgain(t *testing.T) {
	s := begin(t, simple())
	first := s.release(ny("2002-11-26 10:00"), pAlpha)
	s.fund(ny("2002-11-26 11:00"))
	next := s.deal.Terms()
	next.Closing.By = calendar.Cutoff{Clock: calendar.MustClock(12, 0), Zone: time.UTC}
	s.amend(company, ny("2002-11-26 12:00"), escrow.Amend{Amendment: "1", Terms: next}, alpha, shimon)
	if again, ok := s.deal.Decision(first.Event); !ok || asJSON(t, again) != asJSON(t, first) {
		t.Errorf("%+v, not %+v", again, first)
	}
	for _, deal := range []escrow.Deal{{}, s.deal} {
		if d, ok := deal.Decision("none"); ok || d.Outcome != "" {
			t.Errorf("%+v", d)
		}
	}
}
