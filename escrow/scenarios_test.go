package escrow_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// closingDay is a deal of which everything is shown on November 26, 2002.
func closingDay(t *testing.T) *story {
	return closingDayOf(t, focus())
}

func closingDayOf(t *testing.T, terms escrow.Terms) *story {
	t.Helper()
	return begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 11:00")).
		bringDown("2002-11-26", ny("2002-11-26 09:00"))
}

// scenario is a course of events with the numbers under which it was collected
// when the model was tried out.
type scenario struct {
	numbers []int
	name    string
	run     func(*testing.T)
}

func TestScenarios(t *testing.T) {
	told := map[int]bool{}
	for _, list := range [][]scenario{closingScenarios(), moneyScenarios(), dealScenarios()} {
		for _, s := range list {
			for _, n := range s.numbers {
				told[n] = true
			}
			t.Run(fmt.Sprint(s.numbers, " ", s.name), s.run)
		}
	}
	for n := range 51 {
		if !told[n] {
			t.Errorf("scenario %d is not told", n)
		}
	}
}

func closingScenarios() []scenario {
	return []scenario{
		{[]int{0}, "both purchases close and every cent goes out", func(t *testing.T) {
			s := closingDay(t)
			d := accepted(t, s.release(ny("2002-11-26 14:00"), pShimon, pAlpha))
			want := []escrow.Leg{
				{ID: escrow.LegID(d.Event) + "/1", Kind: escrow.LegProceeds, Payee: company, Cents: 768_000_00, Currency: "USD"},
				{ID: escrow.LegID(d.Event) + "/2", Kind: escrow.LegCertificates, Payee: shimon, Purchase: pShimon, Shares: 279_167},
				{ID: escrow.LegID(d.Event) + "/3", Kind: escrow.LegCertificates, Payee: alpha, Purchase: pAlpha, Shares: 520_833},
			}
			if asJSON(t, d.Legs) != asJSON(t, want) || len(d.Warnings) != 0 || len(d.Findings) != 0 {
				t.Errorf("legs %+v\nwarnings:\n%s", d.Legs, d.Warnings)
			}
			r := s.total(ny("2002-11-26 14:00"))
			if own(r).InCents != 768_000_00 || own(r).ReservedCents != 768_000_00 || own(r).HeldCents != 0 {
				t.Errorf("%+v", r.Money)
			}
			if p := r.Purchases[1]; p.Stage != escrow.StageReleased || p.DeliveredShares != 520_833 || !p.Schedule.Closed || p.Schedule.Missed {
				t.Errorf("%+v", p)
			}
			if before := s.total(ny("2002-11-26 13:59")); own(before).ReservedCents != 0 || before.Purchases[0].Stage != escrow.StageReady {
				t.Errorf("a minute before, %d were released", own(before).ReservedCents)
			}
		}},
		{[]int{1}, "the same event twice", func(t *testing.T) {
			s := closingDay(t)
			e := s.event(agent, ny("2002-11-26 14:00"), escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}})
			first := accepted(t, s.apply(e))
			before := asJSON(t, s.total(ny("2002-11-26 15:00")))
			e.At = e.At.UTC() // the same instant said otherwise is the same content
			again := s.apply(e)
			if again.Outcome != escrow.Duplicate || again.First != escrow.Accepted || asJSON(t, again.Legs) != asJSON(t, first.Legs) {
				t.Errorf("%+v", again)
			}
			if asJSON(t, s.total(ny("2002-11-26 15:00"))) != before {
				t.Error("a duplicate changed the deal")
			}
			refusal := s.event(company, ny("2002-11-26 14:30"), escrow.Release{Purchases: []escrow.PurchaseID{pShimon}})
			refused(t, s.apply(refusal), "escrow.instruction.not_escrow_agent")
			if again := s.apply(refusal); again.Outcome != escrow.Duplicate || again.First != escrow.Refused || !again.Why.Has("escrow.instruction.not_escrow_agent") {
				t.Errorf("%+v", again)
			}
		}},
		{[]int{2}, "the same ID with one cent more", func(t *testing.T) {
			s := begin(t, focus())
			e := s.event(agent, ny("2002-11-25 12:00"), wired("W", alpha, pAlpha, 100))
			s.apply(e)
			e.Body = wired("W", alpha, pAlpha, 101)
			s.fails(e, law.ErrConflict, "id")
			e.Body = escrow.CertificateReceived{Certificate: "1", Purchase: pAlpha, Holder: alpha, Shares: 100}
			s.fails(e, law.ErrConflict, "id")
			r := s.event(agent, ny("2002-11-25 12:00"), escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}})
			s.apply(r)
			r.Body = escrow.Release{Purchases: []escrow.PurchaseID{pAlpha, pShimon}}
			s.fails(r, law.ErrConflict, "id")
		}},
		{[]int{4, 5}, "32 cents short and 32 cents over", scenarioCents},
		{[]int{6, 7, 8}, "a halt, a waiver and another halt", scenarioHalt},
		{[]int{9}, "waivers that are none", scenarioWaivers},
		{[]int{10}, "closing on the day after Thanksgiving", scenarioThanksgiving},
		{[]int{11}, "an opinion of another day", func(t *testing.T) {
			s := begin(t, focus()).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-26 10:00")).
				bringDown("2002-11-27", ny("2002-11-27 09:00"))
			refused(t, s.release(ny("2002-11-29 12:00"), pAlpha), repeat("escrow.release.condition_not_shown", 5)...)
			s.bringDown("2002-11-29", ny("2002-11-29 12:30"))
			if d := accepted(t, s.release(ny("2002-11-29 13:00"), pAlpha)); !d.Warnings.Has("escrow.release.after_closing_date") {
				t.Errorf("warnings:\n%s", d.Warnings)
			}
			if sc := s.deal.Closing(pAlpha, ny("2003-01-02 12:00")); !sc.Missed || sc.Date != date("2002-11-29") {
				t.Errorf("closed on %s, missed %v", sc.Date, sc.Missed)
			}
		}},
		{[]int{12}, "the second of the cut-off", func(t *testing.T) {
			s := closingDay(t)
			exact := ny("2002-11-26 15:00").UTC()
			if exact.Format("15:04") != "20:00" {
				t.Fatal(exact)
			}
			late := s.event(agent, exact.Add(1), escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}})
			if d := s.deal.Check(late); !d.Why.Has("escrow.release.after_cutoff") {
				t.Errorf("a nanosecond late is in time")
			}
			accepted(t, s.release(exact, pAlpha))
			refused(t, s.release(ny("2002-11-26 15:00:01").UTC(), pShimon), "escrow.release.after_cutoff")
		}},
		{[]int{13, 14}, "another time", scenarioTime},
		{[]int{15}, "release again", func(t *testing.T) {
			s := closingDay(t)
			accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha))
			refused(t, s.release(ny("2002-11-26 14:01"), pAlpha), "escrow.instruction.already_closed")
			refused(t, s.release(ny("2002-11-26 14:02"), pAlpha, pShimon), "escrow.instruction.already_closed")
			accepted(t, s.release(ny("2002-11-26 14:03"), pShimon))
		}},
		{[]int{25}, "amounts that are none", func(t *testing.T) {
			s := begin(t, focus())
			for _, cents := range []int64{-1, math.MinInt64} {
				s.fails(s.event(agent, ny("2002-11-25 12:00"), wired("W", alpha, pAlpha, cents)), law.ErrInvalid, "data.cents")
				s.fails(s.event(agent, ny("2002-11-25 12:00"), escrow.CertificateReceived{Certificate: "C", Purchase: pAlpha, Holder: alpha, Shares: cents}), law.ErrRange, "data.shares")
			}
			s.fails(s.event(agent, ny("2002-11-25 12:00"), wired("W", alpha, pAlpha, 0)), law.ErrMissing, "data.cents")
		}},
		{[]int{26}, "the largest amount and one cent more", func(t *testing.T) {
			s := begin(t, focus())
			s.pay(pAlpha, math.MaxInt64, ny("2002-11-25 12:00"))
			s.fails(s.event(agent, ny("2002-11-25 12:00"), s.wire(pShimon, 1)), law.ErrRange, "data.cents")
			accepted(t, s.do(agent, ny("2002-11-25 12:00"), s.certificate(pAlpha, math.MaxInt64)))
			s.fails(s.event(agent, ny("2002-11-25 12:00"), s.certificate(pShimon, 1)), law.ErrRange, "data.shares")
			if r := s.total(ny("2002-11-25 12:00")); own(r).InCents != math.MaxInt64 {
				t.Errorf("%+v", r.Money)
			}
		}},
		{[]int{28}, "a halt learned after the release", func(t *testing.T) {
			s := closingDay(t)
			accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha))
			d := accepted(t, s.do(agent, ny("2002-11-26 13:00"), escrow.Observed{Condition: "8(g)(i)", State: escrow.Unmet}))
			if !d.Warnings.Has("escrow.fact.late") || s.total(ny("2002-11-26 14:30")).Purchases[1].Stage != escrow.StageReleased {
				t.Errorf("warnings:\n%s", d.Warnings)
			}
			if d := accepted(t, s.do(agent, ny("2002-11-26 13:00"), s.wire(pShimon, 1))); len(d.Warnings) != 0 {
				t.Errorf("a fact of an open purchase is late:\n%s", d.Warnings)
			}
			refused(t, s.release(ny("2002-11-26 14:30"), pShimon), "escrow.release.condition_not_met")
		}},
		{[]int{29}, "the Company orders the release", func(t *testing.T) {
			s := closingDay(t)
			refused(t, s.do(company, ny("2002-11-26 14:00"), escrow.Release{Purchases: []escrow.PurchaseID{pAlpha}}), "escrow.instruction.not_escrow_agent")
		}},
		{[]int{30}, "fees", scenarioFees},
		{[]int{33}, "all or none", scenarioTogether},
		{[]int{34}, "nothing, a stranger, a purchase twice", func(t *testing.T) {
			s := closingDay(t)
			refused(t, s.release(ny("2002-11-26 14:00")), "escrow.release.nothing_to_release")
			refused(t, s.release(ny("2002-11-26 14:00"), "nobody"), "escrow.instruction.unknown_purchase")
			refused(t, s.release(ny("2002-11-26 14:00"), pAlpha, pAlpha, "nobody", "nobody"),
				"escrow.release.named_twice", "escrow.instruction.unknown_purchase", "escrow.release.named_twice")
			refused(t, s.do(company, ny("2002-11-24 14:00"), escrow.Release{}),
				"escrow.instruction.backdated", "escrow.instruction.not_escrow_agent", "escrow.release.nothing_to_release")
		}},
		{[]int{35}, "half past eleven in New York is the next day in London", func(t *testing.T) {
			at := ny("2002-11-26 23:30").UTC() // Tuesday there, Wednesday in UTC
			s := begin(t, focus()).prepare(ny("2002-11-25 10:00")).fund(at)
			if at.Day() != 27 {
				t.Fatal(at)
			}
			s.wantDate("2002-11-27", pAlpha, at)
		}},
		{[]int{36}, "a refused release changes nothing", func(t *testing.T) {
			s := closingDay(t)
			old := s.deal
			before := asJSON(t, s.total(ny("2002-11-26 14:00")))
			refused(t, s.release(ny("2002-11-26 15:30"), pAlpha), "escrow.release.after_cutoff")
			if asJSON(t, s.total(ny("2002-11-26 14:00"))) != before || asJSON(t, old.Report(ny("2002-11-26 14:00"))) != before {
				t.Error("a refusal changed the deal")
			}
		}},
		{[]int{38}, "closing on Veterans Day", func(t *testing.T) {
			s := begin(t, signed("2003-11-03 09:00")).prepare(ny("2003-11-03 10:00")).fund(ny("2003-11-10 10:00")).
				bringDown("2003-11-11", ny("2003-11-11 09:00"))
			if d := accepted(t, s.release(ny("2003-11-11 12:00"), pAlpha)); !d.Warnings.Has("escrow.closing.wires_closed") {
				t.Errorf("warnings:\n%s", d.Warnings)
			}
		}},
		{[]int{39}, "a signature page sent again", func(t *testing.T) {
			s := closingDay(t)
			s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 12:00"))
			s.met("7(a)", pAlpha, ny("2002-11-26 10:00"))
			s.met("8(g)(i)", "", ny("2002-11-26 10:00"))
			s.met("7(d)", "", ny("2002-11-26 10:00"))
			s.pay(pAlpha, 1, ny("2002-11-26 10:00"))
			s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 12:00"))
			accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
		}},
		{[]int{41}, "the clocks change", func(t *testing.T) {
			for day, want := range map[string]string{"2003-04-04": "20:00", "2003-04-07": "19:00", "2003-10-24": "19:00", "2003-10-27": "20:00"} {
				before := date(day).AddDays(-1).At(calendar.MustClock(10, 0), calendar.NewYork())
				s := begin(t, signed("2003-01-02 09:00")).prepare(ny("2003-01-02 10:00")).fund(before)
				if sc := s.wantDate(day, pAlpha, before); sc.Cutoff.Format("15:04") != want {
					t.Errorf("on %s the cut-off is at %s UTC, want %s", day, sc.Cutoff.Format("15:04"), want)
				}
			}
		}},
		{[]int{42}, "the exchange closes unexpectedly", func(t *testing.T) {
			terms := signed("2001-09-04 09:00")
			known, err := calendar.New(calendar.Definition{Name: "known on September 10", First: date("2001-01-01"), Last: date("2001-12-31")})
			if err != nil {
				t.Fatal(err)
			}
			terms.Conditions = escrow.FocusConditions()[1:2]
			terms.Closing.Count.Calendar = known
			s := begin(t, terms).fund(ny("2001-09-10 17:00"))
			s.wantDate("2001-09-11", pAlpha, ny("2001-09-10 18:00"))
			d := accepted(t, s.release(ny("2001-09-11 08:00"), pAlpha))
			for _, day := range []string{"2001-09-11", "2001-09-12", "2001-09-13", "2001-09-14"} {
				accepted(t, s.do(agent, ny("2001-09-11 09:30"), escrow.DayClosed{Day: date(day), Name: "attack on the World Trade Center"}))
			}
			// What was decided stands; what is decided from now on knows better.
			accepted(t, s.settled(d.Legs[0].ID, "2001-09-11 09:45"))
			refused(t, s.release(ny("2001-09-11 10:00"), pShimon), "escrow.release.not_a_trading_day", escrow.CodeBeforeClosingDate)
			s.wantDate("2001-09-11", pShimon, ny("2001-09-11 09:29"))
			s.wantDate("2001-09-17", pShimon, ny("2001-09-11 09:30"))
			accepted(t, s.release(ny("2001-09-17 10:00"), pShimon))
			deal, decisions, err := escrow.Replay(terms, s.log)
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range []escrow.Outcome{escrow.Accepted, escrow.Accepted, escrow.Accepted} {
				if decisions[i].Outcome != want {
					t.Errorf("%s is %s", decisions[i].Event, decisions[i].Outcome)
				}
			}
			if asJSON(t, deal.Report(ny("2001-09-18 10:00"))) != asJSON(t, s.total(ny("2001-09-18 10:00"))) {
				t.Error("a replay differs")
			}
			// The terms stay those that were signed, and can be written.
			if deal.Terms().Closing.Count.Calendar != known {
				t.Error("the terms changed")
			}
		}},
		{[]int{45}, "a release stamped earlier than the last", func(t *testing.T) {
			s := closingDay(t)
			refused(t, s.release(ny("2002-11-26 15:10"), pAlpha), "escrow.release.after_cutoff")
			refused(t, s.release(ny("2002-11-26 14:59"), pAlpha), "escrow.instruction.backdated")
		}},
	}
}

func repeat(code law.Code, n int) []law.Code {
	out := make([]law.Code, n)
	for i := range out {
		out[i] = code
	}
	return out
}
