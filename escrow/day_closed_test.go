package escrow_test

import (
	"fmt"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// The order in which it is told that days are closed, and that the terms were
// amended, makes no difference at any instant; of two reports the earlier counts.
func TestDayClosedCommutes(t *testing.T) {
	later := simple()
	later.Closing.Outside = date("2002-12-31")
	amend := []escrow.Event{
		{ID: "a", At: ny("2002-11-26 12:00"), By: company, Body: escrow.Amend{Amendment: "1", Terms: later, Signed: true}},
		{ID: "b", At: ny("2002-11-26 12:00"), By: alpha, Body: escrow.SignAmendment{Amendment: "1"}},
		{ID: "c", At: ny("2002-11-26 12:00"), By: shimon, Body: escrow.SignAmendment{Amendment: "1"}},
	}
	facts := []escrow.Event{
		{ID: "1", At: ny("2002-11-26 09:00"), By: agent, Body: escrow.DayClosed{Day: date("2002-11-27"), Name: "snow"}},
		{ID: "2", At: ny("2002-11-26 13:00"), By: agent, Body: escrow.DayClosed{Day: date("2002-11-29"), Name: "more snow"}},
		{ID: "3", At: ny("2002-11-26 14:00"), By: agent, Body: escrow.DayClosed{Day: date("2002-11-27"), Name: "told again"}},
		{ID: "4", At: ny("2002-11-26 15:00"), By: agent, Body: escrow.DayClosed{Day: date("2002-12-02"), Name: "a strike", Wires: true}},
		{ID: "5", At: ny("2002-11-26 16:00"), By: agent, Body: wired("w", alpha, pAlpha, 500_000_00)},
	}
	want := ""
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}} {
		for at := range 6 { // where the amendment comes in
			var log []escrow.Event
			for i, k := range order {
				if i == at {
					log = append(log, amend...)
				}
				log = append(log, facts[k])
			}
			if at == 5 {
				log = append(log, amend...)
			}
			deal, _, err := escrow.Replay(simple(), log)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, hour := range []string{"08:00", "10:00", "12:30", "13:30", "14:30", "15:30", "16:30"} {
				got += asJSON(t, deal.Report(ny("2002-11-26 "+hour))) + "\n"
			}
			if want == "" {
				want = got
				if sc := deal.Closing(pAlpha, ny("2002-11-26 16:00")); sc.Date != date("2002-12-02") || !sc.Warnings.Has("escrow.closing.wires_closed") {
					t.Fatalf("%s on %s, %s", sc.Why, sc.Date, sc.Warnings)
				}
			} else if got != want {
				t.Fatalf("in the order %v with the amendment at %d:\n%s\n%s", order, at, want, got)
			}
		}
	}
}

// A day closed that is told after a closing is late, and one told of the future
// does not reach back.
func TestDayClosedLater(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-26 13:00"), escrow.DayClosed{Day: date("2002-11-26"), Name: "a power failure"}))
	accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	refused(t, s.release(ny("2002-11-26 14:00"), pShimon), "escrow.release.not_a_trading_day", escrow.CodeBeforeClosingDate)
	d := accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.DayClosed{Day: date("2002-11-26"), Name: "it was at eleven"}))
	if !d.Warnings.Has("escrow.fact.late") {
		t.Errorf("%s", d.Warnings)
	}
	if r := s.total(ny("2002-11-26 15:00")); len(r.LateFacts) != 1 || r.Version != 1 || r.Purchases[1].Stage != escrow.StageReleased {
		t.Errorf("%+v", r.LateFacts)
	}
}

// What was known at the signing, or at the very instant of an amendment, holds from
// then on.
func TestDayClosedAsTermsBegin(t *testing.T) {
	next := simple()
	next.Closing.Outside = date("2002-12-31")
	for _, amended := range []bool{false, true} {
		s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
		told := "2002-11-22 12:00"
		if amended {
			told = "2002-11-25 12:00"
			s.wantDate("2002-11-26", pAlpha, ny(told))
			s.amend(company, ny(told), escrow.Amend{Amendment: "1", Terms: next}, alpha, shimon)
		}
		accepted(t, s.do(agent, ny(told), escrow.DayClosed{Day: date("2002-11-26"), Name: "snow"}))
		s.wantDate("2002-11-27", pAlpha, ny("2002-11-25 12:00"))
		if got := s.deal.Terms().Closing.Outside; got.IsZero() == amended {
			t.Errorf("the outside date is %s", got)
		}
	}
}

// One occasion that closes the exchange and the banks leaves each its other days: on
// Veterans Day the one is open and no wire moves.
func TestDayClosedForBoth(t *testing.T) {
	terms := simple()
	terms.Signed = ny("2002-11-04 09:00")
	s := begin(t, terms)
	for _, wires := range []bool{false, true} {
		accepted(t, s.do(agent, ny("2002-11-07 09:00"), escrow.DayClosed{Day: date("2002-11-08"), Name: "snow", Wires: wires}))
	}
	s.pay(pAlpha, 500_000_00, ny("2002-11-07 10:00"))
	sc := s.wantDate("2002-11-11", pAlpha, ny("2002-11-07 12:00"))
	if sc.LastWireDay != date("2002-11-07") || !sc.Warnings.Has("escrow.closing.wires_closed") {
		t.Errorf("wires by %s, %s", sc.LastWireDay, sc.Warnings)
	}
}

func TestDayClosedRefused(t *testing.T) {
	terms := simple()
	terms.WireCalendar = calendar.Calendar{}
	s := begin(t, terms)
	closed := func(b escrow.DayClosed) escrow.Event { return s.event(agent, ny("2002-11-26 11:00"), b) }
	s.fails(closed(escrow.DayClosed{Day: date("2002-11-26")}), law.ErrMissing, "data.name")
	s.fails(closed(escrow.DayClosed{Name: "x"}), law.ErrMissing, "data.day")
	s.fails(closed(escrow.DayClosed{Day: date("9990-01-01"), Name: "x"}), law.ErrRange, "data.day")
	s.fails(closed(escrow.DayClosed{Day: date("2002-11-26"), Name: "x", Wires: true}), law.ErrConflict, "data.wires")
	for i := range 20 {
		accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.DayClosed{Day: date("2003-01-02").AddDays(i), Name: fmt.Sprint(i)}))
	}
	s.fails(closed(escrow.DayClosed{Day: date("2004-11-26"), Name: "x"}), law.ErrRange, "data.day")
}
