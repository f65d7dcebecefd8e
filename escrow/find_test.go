package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

func TestOnce(t *testing.T) {
	c, p := escrow.ConditionID("8(a)"), pAlpha
	s := begin(t, focus())
	s.wantState(escrow.Unknown, c, p, ny("2002-11-26 12:00"))
	s.met(c, p, ny("2002-11-25 12:00"))
	s.met(c, p, ny("2002-11-25 13:00"))
	s.lapsed(c, p, ny("2002-11-26 12:00"))
	s.met(c, p, ny("2002-11-27 12:00"))
	s.met(c, p, ny("2002-11-27 13:00"))
	for _, q := range []struct {
		at, since string
		state     escrow.State
	}{
		{"2002-11-25 11:59", "", escrow.Unknown},
		{"2002-11-25 12:00", "2002-11-25 12:00", escrow.Met},
		{"2002-11-26 11:59", "2002-11-25 12:00", escrow.Met},
		{"2002-11-26 12:00", "2002-11-26 12:00", escrow.Unmet},
		{"2002-11-27 12:00", "2002-11-27 12:00", escrow.Met},
		{"2002-11-28 12:00", "2002-11-27 12:00", escrow.Met},
	} {
		f := s.finding(c, p, ny(q.at))
		if f.State != q.state || q.since != "" && !f.Since.Equal(ny(q.since)) || q.since == "" && !f.Since.IsZero() {
			t.Errorf("at %s: %s since %s, want %s since %s", q.at, f.State, f.Since, q.state, q.since)
		}
	}
	// The other purchase has its own counterpart.
	s.wantState(escrow.Unknown, c, pShimon, ny("2002-11-28 12:00"))
}

// Satisfied or waived without a break counts from its beginning, whichever of
// the two it was.
func TestOnceWaived(t *testing.T) {
	c, p := escrow.ConditionID("8(a)"), pAlpha
	s := begin(t, focus())
	s.met(c, p, ny("2002-11-25 12:00"))
	s.lapsed(c, p, ny("2002-11-27 12:00"))
	s.met(c, p, ny("2002-12-02 12:00"))
	accepted(t, s.do(alpha, ny("2002-11-26 12:00"), waive(c, p)))
	for _, at := range []string{"2002-11-26 12:00", "2002-11-28 12:00", "2002-12-03 12:00"} {
		if f := s.finding(c, p, ny(at)); !f.Since.Equal(ny("2002-11-25 12:00")) {
			t.Errorf("at %s: %s since %s", at, f.State, f.Since)
		}
	}
	s.wantState(escrow.Waived, c, p, ny("2002-11-28 12:00"))
	s.wantState(escrow.Met, c, p, ny("2002-12-03 12:00"))

	s = begin(t, focus())
	accepted(t, s.do(alpha, ny("2002-11-26 12:00"), waive(c, p)))
	s.met(c, p, ny("2002-11-27 12:00"))
	for _, at := range []string{"2002-11-26 13:00", "2002-11-28 12:00"} {
		if f := s.finding(c, p, ny(at)); !f.Since.Equal(ny("2002-11-26 12:00")) {
			t.Errorf("at %s: %s since %s", at, f.State, f.Since)
		}
	}
	s.wantState(escrow.Unknown, c, p, ny("2002-11-26 11:00"))
	s.wantState(escrow.Unknown, c, pShimon, ny("2002-11-28 12:00"))
}

func TestThroughout(t *testing.T) {
	c := escrow.ConditionID("8(g)(ii)")
	now := ny("2002-11-27 12:00")
	t.Run("silence is not a yes", func(t *testing.T) {
		s := begin(t, focus())
		s.wantState(escrow.Unknown, c, pAlpha, now)
		// A waiver reaches back; that it held since is still to be shown.
		accepted(t, s.do(alpha, ny("2002-11-26 12:00"), waive(c, pAlpha)))
		s.wantState(escrow.Unknown, c, pAlpha, now)
	})
	t.Run("what was said before the signing does not show it", func(t *testing.T) {
		s := begin(t, focus())
		s.met(c, "", ny("2002-11-22 12:00"))
		s.wantState(escrow.Unknown, c, pAlpha, now)
		s.met(c, "", ny("2002-11-26 12:00"))
		if f := s.finding(c, pAlpha, now); f.State != escrow.Met || !f.Since.Equal(ny("2002-11-25 09:00")) {
			t.Errorf("%s since %s", f.State, f.Since)
		}
	})
	t.Run("a lapse over by the signing is none", func(t *testing.T) {
		s := begin(t, focus())
		s.lapsed(c, "", ny("2002-11-20 12:00"))
		s.met(c, "", ny("2002-11-22 12:00"))
		s.met(c, "", ny("2002-11-25 12:00"))
		s.wantState(escrow.Met, c, pAlpha, now)
	})
	t.Run("a lapse that lasts into the signing is one", func(t *testing.T) {
		s := begin(t, focus())
		s.lapsed(c, "", ny("2002-11-22 12:00"))
		s.met(c, "", ny("2002-11-25 12:00"))
		if f := s.finding(c, pAlpha, now); f.State != escrow.Unmet || !f.Since.Equal(ny("2002-11-25 09:00")) || f.Why[0].Code != "escrow.condition.broken" {
			t.Errorf("%s since %s", f.State, f.Since)
		}
	})
	t.Run("the first of two lapses is named, one waiver covers both, and counts from when it was given", func(t *testing.T) {
		s := begin(t, focus())
		for _, day := range []string{"2002-11-25", "2002-11-26"} {
			s.lapsed(c, "", ny(day+" 10:00"))
			s.met(c, "", ny(day+" 11:00"))
		}
		if f := s.finding(c, pAlpha, now); f.State != escrow.Unmet || !f.Since.Equal(ny("2002-11-25 10:00")) || f.WaivableBy != alpha {
			t.Errorf("%+v", f)
		}
		accepted(t, s.do(alpha, ny("2002-11-25 12:00"), waive(c, pAlpha)))
		if f := s.finding(c, pAlpha, now); f.State != escrow.Unmet || !f.Since.Equal(ny("2002-11-26 10:00")) {
			t.Errorf("%+v", f)
		}
		accepted(t, s.do(alpha, ny("2002-11-26 12:00"), waive(c, pAlpha)))
		accepted(t, s.do(alpha, ny("2002-11-26 14:00"), waive(c, pAlpha)))
		if f := s.finding(c, pAlpha, now); f.State != escrow.Waived || !f.Since.Equal(ny("2002-11-26 12:00")) {
			t.Errorf("%+v", f)
		}
	})
	t.Run("a waiver covers the halt during which it was given", func(t *testing.T) {
		s := begin(t, focus())
		s.lapsed(c, "", ny("2002-11-26 10:00"))
		accepted(t, s.do(alpha, ny("2002-11-26 10:30"), waive(c, pAlpha)))
		s.lapsed(c, "", ny("2002-11-26 11:00"))
		s.wantState(escrow.Waived, c, pAlpha, now)
		s.met(c, "", ny("2002-11-26 12:00"))
		s.wantState(escrow.Waived, c, pAlpha, now)
	})
	t.Run("of two contrary facts at one instant the bad one counts", func(t *testing.T) {
		for _, states := range [][]escrow.State{{escrow.Met, escrow.Unmet}, {escrow.Unmet, escrow.Met}} {
			s := begin(t, focus())
			for _, state := range states {
				s.do(agent, ny("2002-11-26 10:00"), escrow.Observed{Condition: c, State: state})
				s.do(agent, ny("2002-11-26 10:00"), escrow.Observed{Condition: "7(d)", State: state})
			}
			s.wantState(escrow.Unmet, "7(d)", pAlpha, now)
			s.wantState(escrow.Unmet, c, pAlpha, now)
		}
	})
}

func TestAbsence(t *testing.T) {
	c := escrow.ConditionID("8(f)")
	s := begin(t, focus())
	f := s.finding(c, pAlpha, ny("2002-11-26 12:00"))
	if f.State != escrow.Met || !f.Why.Has("escrow.condition.presumed") || !f.Since.Equal(ny("2002-11-25 09:00")) {
		t.Errorf("%+v", f)
	}
	s.lapsed(c, "", ny("2002-11-26 13:00"))
	f = s.finding(c, pAlpha, ny("2002-11-26 14:00"))
	if f.State != escrow.Unmet || f.WaivableBy != "" || f.GivenBy == "" {
		t.Errorf("%+v", f)
	}
	s.met(c, "", ny("2002-11-27 13:00"))
	f = s.finding(c, pAlpha, ny("2002-11-27 14:00"))
	if f.State != escrow.Met || !f.Since.Equal(ny("2002-11-27 13:00")) {
		t.Errorf("%+v", f)
	}

	// Terms may let it be waived: what arose before, and not what comes later.
	terms := focus()
	for i := range terms.Conditions {
		terms.Conditions[i].Waivable = true
	}
	s = begin(t, terms)
	s.lapsed(c, "", ny("2002-11-26 10:00"))
	accepted(t, s.do(alpha, ny("2002-11-26 12:00"), waive(c, pAlpha)))
	f = s.finding(c, pAlpha, ny("2002-11-26 12:00"))
	if f.State != escrow.Waived || !f.Since.Equal(ny("2002-11-26 12:00")) {
		t.Errorf("%+v", f)
	}
	s.met(c, "", ny("2002-11-26 15:00"))
	f = s.finding(c, pAlpha, ny("2002-11-26 15:00"))
	if f.State != escrow.Met || !f.Since.Equal(ny("2002-11-26 12:00")) {
		t.Errorf("%+v", f)
	}
	s.lapsed(c, "", ny("2002-11-26 16:00"))
	s.wantState(escrow.Unmet, c, pAlpha, ny("2002-11-26 16:00"))
}

func TestAtClosing(t *testing.T) {
	c := escrow.ConditionID("8(e)")
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 10:00"))
	s.shown(c, pAlpha, "2002-11-25", ny("2002-11-25 12:00"))
	s.wantState(escrow.Unknown, c, pAlpha, ny("2002-11-26 12:00"))
	s.shown(c, pAlpha, "2002-11-26", ny("2002-11-26 12:00"))
	s.wantState(escrow.Met, c, pAlpha, ny("2002-11-26 12:00"))
	accepted(t, s.do(agent, ny("2002-11-26 13:00"), escrow.Observed{Condition: c, Purchase: pAlpha, State: escrow.Unmet, Day: date("2002-11-26")}))
	s.wantState(escrow.Unmet, c, pAlpha, ny("2002-11-26 13:00"))
	// A waiver is for that closing only.
	accepted(t, s.do(alpha, ny("2002-11-26 14:00"), escrow.Waive{Condition: c, Purchase: pAlpha, Day: date("2002-11-26"), Signed: true}))
	s.wantState(escrow.Waived, c, pAlpha, ny("2002-11-26 14:00"))
	s.wantState(escrow.Unknown, c, pAlpha, ny("2002-11-26 16:00")) // the day rolled
}

func TestFundsCrossTheLine(t *testing.T) {
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00"))
	s.pay(pAlpha, 1, ny("2002-12-03 10:00")) // over the amount: moves nothing
	s.pay(pAlpha, 300_000_00, ny("2002-11-27 10:00"))
	s.pay(pAlpha, 200_000_00, ny("2002-11-26 10:00"))
	f := s.finding("7(b)", pAlpha, ny("2002-11-26 12:00"))
	if f.State != escrow.Unmet || !f.Why.Has("escrow.condition.short") {
		t.Errorf("%+v", f)
	}
	if f := s.finding("7(b)", pAlpha, ny("2002-12-04 12:00")); f.State != escrow.Met || !f.Since.Equal(ny("2002-11-27 10:00")) {
		t.Errorf("%+v", f)
	}
	accepted(t, s.do(company, ny("2002-11-26 18:00"), waive("7(b)", pAlpha)))
	if f := s.finding("7(b)", pAlpha, ny("2002-12-04 12:00")); f.State != escrow.Met || !f.Since.Equal(ny("2002-11-26 18:00")) {
		t.Errorf("%+v", f)
	}
}

func TestFundsBeforeIsTheTermsOwn(t *testing.T) {
	terms := focus()
	terms.FundsBefore = calendar.Deadline{Count: 2, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	s := begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-27 10:00"))
	sc := s.wantDate("2002-11-29", pAlpha, ny("2002-11-27 12:00"))
	if sc.LastFundsDay != date("2002-11-26") {
		t.Errorf("funds by %s, want two banking days before the closing", sc.LastFundsDay)
	}
	s.bringDown("2002-11-29", ny("2002-11-29 09:00"))
	if d := accepted(t, s.release(ny("2002-11-29 12:00"), pAlpha)); !d.Warnings.Has("escrow.funds.late") {
		t.Errorf("money that came too late is not mentioned:\n%s", d.Warnings)
	}
}
