package escrow_test

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

func business(n int, roll calendar.Roll) calendar.Deadline {
	return calendar.Deadline{Count: n, Unit: calendar.BusinessDays, Roll: roll, Calendar: calendar.FederalReserve()}
}

// The date of a schedule is what the closing rule says by itself, for rules of
// several contracts and every day of a year.
func TestClosingRules(t *testing.T) {
	for name, rule := range map[string]calendar.ClosingRule{
		"the first trading day after":     escrow.FocusClosing(),
		"the first business day on which": {Count: business(0, calendar.Forward)},
		"the business day on or before":   {Count: business(0, calendar.Backward)}, // a Saturday's is the Monday
		"two business days after":         {Count: business(2, "")},
		"a fixed date, or two days after": {Count: business(2, ""), Fixed: date("2003-02-03")},
		"five calendar days after":        {Count: calendar.Deadline{Count: 5, Unit: calendar.Days, Roll: calendar.Forward, Calendar: calendar.NYSE()}},
	} {
		t.Run(name, func(t *testing.T) {
			terms := simple()
			terms.Closing = rule
			base := begin(t, terms)
			for day := date("2002-11-25"); day.Before(date("2003-11-25")); day = day.AddDays(1) {
				at := day.At(calendar.MustClock(10, 0), calendar.NewYork())
				want, err := rule.On(day)
				if err != nil {
					t.Fatal(err)
				}
				s := *base
				s.pay(pAlpha, 500_000_00, at)
				sc := s.deal.Closing(pAlpha, at)
				if sc.Scheduled != want.Date {
					t.Fatalf("complete on %s: %s, want %s\n%s", day, sc.Scheduled, want.Date, sc.Why)
				}
			}
		})
	}
}

// An instant too late for the hour of its day closes when the closing rule says by
// itself: a deal that rolls and the rule know of one way.
func TestClosingHours(t *testing.T) {
	hour := calendar.Cutoff{Clock: calendar.MustClock(10, 0), Zone: calendar.NewYork()}
	before := hour
	before.Exclusive = true
	for name, rule := range map[string]calendar.ClosingRule{
		"the first business day on which, by 10":     {Count: business(0, calendar.Forward), By: hour},
		"the first business day on which, before 10": {Count: business(0, calendar.Forward), By: before},
		"the business day on or before, by 10":       {Count: business(0, calendar.Backward), By: hour},
		"a fixed date, by 10":                        {Count: business(2, ""), Fixed: date("2002-12-27"), By: hour},
		"the first trading day after, by 10":         {Count: escrow.FocusClosing().Count, By: hour},
	} {
		t.Run(name, func(t *testing.T) {
			terms := simple()
			terms.Closing = rule
			base := begin(t, terms)
			for day := date("2002-12-20"); day.Before(date("2003-01-10")); day = day.AddDays(1) {
				ten := day.At(calendar.MustClock(10, 0), calendar.NewYork())
				for _, at := range []time.Time{ten.Add(-time.Hour), ten.Add(-1), ten, ten.Add(1), ten.Add(5 * time.Hour)} {
					want, err := rule.At(at)
					if err != nil {
						t.Fatal(err)
					}
					s := *base
					s.pay(pAlpha, 500_000_00, at)
					if sc := s.deal.Closing(pAlpha, at); sc.Date != want.Date || sc.Cutoff.Before(at) {
						t.Fatalf("complete at %s: %s by %s, want %s\n%s\n%s", at, sc.Date, sc.Cutoff, want.Date, sc.Why, want.Why)
					}
				}
			}
		})
	}
}

// The fifth business day after the signing; if the money comes later, the first
// open day on which it is here.
func TestClosingAfterSigning(t *testing.T) {
	terms := simple()
	terms.Closing = calendar.ClosingRule{Count: business(5, ""), By: calendar.Cutoff{Clock: calendar.MustClock(10, 0), Zone: calendar.NewYork()}}
	terms.Anchor = escrow.AnchorSigning
	s := begin(t, terms)
	s.pay(pAlpha, 500_000_00, ny("2002-11-26 12:00"))
	s.wantDate("2002-12-03", pAlpha, ny("2002-11-27 12:00"))
	s.pay(pShimon, 268_000_00, ny("2002-12-07 12:00"))
	if sc := s.wantDate("2002-12-09", pShimon, ny("2002-12-07 12:00")); sc.Scheduled != date("2002-12-09") || sc.Missed {
		t.Errorf("scheduled for %s, missed: %v\n%s", sc.Scheduled, sc.Missed, sc.Why)
	}
	refused(t, s.release(ny("2002-12-02 09:00"), pAlpha), escrow.CodeBeforeClosingDate)
	accepted(t, s.release(ny("2002-12-03 10:00"), pAlpha))
}

// A notice of two business days, a window of ten, and the money back within ten
// more; the commitment survives.
func TestClosingByNotice(t *testing.T) {
	terms := simple()
	terms.Closing = calendar.ClosingRule{Count: business(0, calendar.Forward)}
	terms.Anchor = escrow.AnchorNotice
	terms.Notice = escrow.NoticeTerms{Lead: business(2, ""), Window: business(10, ""), Return: business(10, "")}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	sc := s.wantDate("no date", pAlpha, ny("2002-11-26 09:00"))
	if !sc.Why.Has("escrow.closing.by_notice") {
		t.Errorf("%s", sc.Why)
	}
	if p := s.purchase(pAlpha, "2002-11-26 09:00"); len(p.Needs) != 1 || p.Needs[0].Code != "escrow.closing.by_notice" || p.Needs[0].Who != string(company) {
		t.Errorf("needs %+v", p.Needs)
	}
	refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.not_called")
	call := func(by escrow.PartyID, at, day string) escrow.Decision {
		return s.do(by, ny(at), escrow.CallClosing{Day: date(day)})
	}
	refused(t, call(agent, "2002-11-26 11:00", "2002-11-28"), "escrow.call.not_company", "escrow.call.too_short", "escrow.release.not_a_trading_day")
	refused(t, call(company, "2002-11-26 11:00", "2002-11-27"), "escrow.call.too_short")
	accepted(t, call(company, "2002-11-26 11:00", "2002-11-29"))
	sc = s.wantDate("2002-11-29", pAlpha, ny("2002-11-26 12:00"))
	if sc.LastFundsDay != date("2002-11-28") || sc.LastWireDay != date("2002-11-27") {
		t.Errorf("funds by %s, wires by %s", sc.LastFundsDay, sc.LastWireDay)
	}
	refused(t, s.release(ny("2002-11-27 10:00"), pAlpha), escrow.CodeBeforeClosingDate)
	accepted(t, s.release(ny("2002-12-13 10:00"), pAlpha)) // the tenth business day of the window
	refused(t, s.refund("2002-12-13 11:00", pShimon, 268_000_00, escrow.GroundNotice), "escrow.refund.no_ground")
	refused(t, s.release(ny("2002-12-16 10:00"), pShimon), "escrow.release.notice_lapsed")
	p := s.purchase(pShimon, "2002-12-16 10:00")
	last := p.Needs[len(p.Needs)-1]
	if last.Code != "escrow.refund.ordered" || calendar.DateOf(last.By.In(calendar.NewYork())) != date("2002-12-30") {
		t.Errorf("needs %+v", p.Needs)
	}
	accepted(t, s.refund("2002-12-16 11:00", pShimon, 268_000_00, escrow.GroundNotice))
	accepted(t, call(company, "2002-12-17 10:00", "2002-12-20"))
	s.pay(pShimon, 268_000_00, ny("2002-12-18 10:00"))
	accepted(t, s.release(ny("2002-12-20 10:00"), pShimon))

	// The time for the return counts from the last day of the window, a Thursday.
	terms.Notice.Window = business(9, "")
	s = begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, call(company, "2002-11-26 11:00", "2002-11-29"))
	p = s.purchase(pShimon, "2002-12-13 10:00")
	if last := p.Needs[len(p.Needs)-1]; calendar.DateOf(last.By.In(calendar.NewYork())) != date("2002-12-27") {
		t.Errorf("needs %+v", p.Needs)
	}

	s = begin(t, simple())
	refused(t, call(company, "2002-11-26 11:00", "2002-11-29"), "escrow.call.no_notice_terms")
	terms.Closing.Outside = date("2002-11-27")
	s = begin(t, terms)
	refused(t, call(company, "2002-11-25 11:00", "2002-11-29"), "escrow.release.outside_date_passed")
}

// Several closings until the maximum; a fee fixed for each and one for all.
func TestRollingClosings(t *testing.T) {
	terms := minMax()
	terms.Contingency = escrow.Contingency{MinCents: 5_000_000_00, MaxCents: 11_000_000_00, By: date("2002-06-28")}
	terms.Fees = []escrow.Payout{
		{Payee: "bank", Cents: 5_000_00, EachClosing: true}, {Payee: "counsel", Cents: 6_250_00}, {Payee: "broker", PerMillion: 70_000},
	}
	s := begin(t, terms)
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	s.pay("c", 3_000_000_00, ny("2002-06-10 12:00"))
	d := accepted(t, s.release(ny("2002-06-10 13:00"), "a"))
	if d.Legs[0].Cents != 5_000_00 || d.Legs[1].Cents != 6_250_00 || d.Legs[2].Cents != 350_000_00 || d.Legs[3].Cents != 5_000_000_00-361_250_00 {
		t.Errorf("%+v", d.Legs)
	}
	d = accepted(t, s.release(ny("2002-06-11 13:00"), "c"))
	if len(d.Legs) != 3 || d.Legs[0].Cents != 5_000_00 || d.Legs[1].Cents != 210_000_00 || d.Legs[2].Cents != 3_000_000_00-215_000_00 {
		t.Errorf("%+v", d.Legs)
	}
	// After the date the minimum, once reached, does not stand in the way.
	s.pay("b", 3_000_000_00, ny("2002-07-10 12:00"))
	accepted(t, s.release(ny("2002-07-10 13:00"), "b"))
}

// 7% of $19,996,365.64 is $1,399,745.5948.
func TestFeeRounding(t *testing.T) {
	for rounding, want := range map[exact.Rounding]int64{"": 1_399_745_59, exact.Nearest: 1_399_745_59, exact.Down: 1_399_745_59, exact.Up: 1_399_745_60} {
		terms := simple()
		terms.Purchases = []escrow.Purchase{{ID: pAlpha, Investor: alpha, Shares: 1, DueCents: 19_996_365_64}}
		terms.ConsentShares = 0
		terms.Fees = []escrow.Payout{{Payee: "agent", PerMillion: 70_000, Rounding: rounding}}
		s := begin(t, terms).fund(ny("2002-11-25 10:00"))
		d := accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha))
		if d.Legs[0].Cents != want || d.Legs[0].Cents+d.Legs[1].Cents != 19_996_365_64 {
			t.Errorf("%q: %d and %d", rounding, d.Legs[0].Cents, d.Legs[1].Cents)
		}
	}
	// Half a cent goes to the payee, unless the fee is rounded down; of whole cents nothing is rounded.
	for rounding, want := range map[exact.Rounding]int64{exact.Nearest: 2, exact.Down: 1, exact.Up: 2} {
		terms := simple()
		terms.ConsentShares = 0
		terms.Fees = []escrow.Payout{{Payee: "half", PerMillion: 500_000, Rounding: rounding}}
		for due, want := range map[int64]int64{3: want, 4: 2} {
			terms.Purchases = []escrow.Purchase{{ID: pAlpha, Investor: alpha, Shares: 1, DueCents: due}}
			s := begin(t, terms).fund(ny("2002-11-25 10:00"))
			if d := accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha)); d.Legs[0].Cents != want {
				t.Errorf("%q: half of %d cents is %d", rounding, due, d.Legs[0].Cents)
			}
		}
	}
	// 7%, 1% and $85,000 of this agreement's amount.
	terms := simple()
	terms.Fees = []escrow.Payout{{Payee: "x", PerMillion: 70_000}, {Payee: "y", PerMillion: 10_000}, {Payee: "z", Cents: 85_000_00}}
	s := begin(t, terms).fund(ny("2002-11-25 10:00"))
	if d := accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha, pShimon)); d.Legs[3].Cents != 621_560_00 {
		t.Errorf("%+v", d.Legs)
	}
}

func TestTransmission(t *testing.T) {
	rule := escrow.NoonNextBusinessDay()
	for collected, want := range map[string]string{
		"2002-11-22 16:00": "2002-11-25 12:00", // a Friday afternoon
		"2002-11-27 09:00": "2002-11-29 12:00", // the eve of Thanksgiving
		"2002-11-30 09:00": "2002-12-02 12:00", // a Saturday
	} {
		if due, err := rule.Due(ny(collected), nil); err != nil || !due.Equal(ny(want)) {
			t.Errorf("taken in at %s: due %s, want %s (%v)", collected, due, want, err)
		}
	}
	_, err := rule.Due(time.Time{}, nil)
	wantFault(t, err, law.ErrMissing, "collected")
	if _, err := (escrow.Transmission{}).Due(ny("2002-11-22 16:00"), nil); err == nil {
		t.Error("no rule is a rule")
	}
	terms := simple()
	terms.Transmission = rule
	s := begin(t, terms)
	for at, late := range map[string]bool{"2002-11-29 12:00": false, "2002-11-29 12:00:01": true} {
		b := s.wire(pAlpha, 1)
		b.Collected = ny("2002-11-27 09:00")
		if d := accepted(t, s.do(agent, ny(at), b)); d.Warnings.Has("escrow.deposit.transmitted_late") != late {
			t.Errorf("brought at %s: %s", at, d.Warnings)
		}
	}
	b := s.wire(pAlpha, 1)
	b.Collected = ny("2100-12-31 09:00")
	if d := accepted(t, s.do(agent, ny("2100-12-31 10:00"), b)); !d.Warnings.Has("escrow.deposit.transmitted_late") {
		t.Errorf("a day past the calendar: %s", d.Warnings)
	}
}

func TestCustody(t *testing.T) {
	s := closingDay(t)
	at := ny("2002-11-26 10:00")
	c := s.certificate(pAlpha, 1)
	accepted(t, s.do(agent, at, c))
	if f := s.finding("8(b)", pAlpha, at); f.State != escrow.Unmet || !f.Why.Has("escrow.condition.over") {
		t.Errorf("one share too many: %+v", f)
	}
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.CertificateReturned{Certificate: c.Certificate}))
	if f := s.finding("8(b)", pAlpha, ny("2002-11-26 11:00")); f.State != escrow.Met || !f.Since.Equal(ny("2002-11-26 11:00")) {
		t.Errorf("%+v", f)
	}
	refused(t, s.do(agent, at, c), "escrow.certificate.same_number")
	c.Shares++
	refused(t, s.do(agent, at, c), "escrow.certificate.conflict")
	// A certificate in another name counts for nothing, and one right after it does.
	s = begin(t, focus())
	d := accepted(t, s.do(agent, at, escrow.CertificateReceived{Certificate: "X", Purchase: pAlpha, Holder: shimon, Shares: 520_833}))
	if !d.Warnings.Has("escrow.certificate.name") {
		t.Errorf("%s", d.Warnings)
	}
	s.wantState(escrow.Unmet, "8(b)", pAlpha, at)
	accepted(t, s.do(agent, at, escrow.CertificateReturned{Certificate: "X"}))
	accepted(t, s.do(agent, at, s.certificate(pAlpha, 520_833)))
	s.wantState(escrow.Met, "8(b)", pAlpha, at)
	// They go back to the company with the money.
	s.pay(pAlpha, 1_00, at)
	accepted(t, s.do(agent, at, escrow.Terminated{Right: escrow.RightOfBoth, Note: "by both"}))
	u := accepted(t, s.do(agent, ny("2002-11-27 10:00"), escrow.Unwind{Ground: escrow.GroundTerminated}))
	if len(u.Legs) != 2 || u.Legs[1].Kind != escrow.LegCertificatesBack || u.Legs[1].Shares != 520_833 || u.Legs[1].Payee != company {
		t.Errorf("%+v", u.Legs)
	}
	accepted(t, s.failed(u.Legs[1].ID, "2002-11-27 11:00"))
	u = accepted(t, s.do(agent, ny("2002-11-27 12:00"), escrow.Unwind{Ground: escrow.GroundTerminated}))
	if len(u.Legs) != 1 || u.Legs[0].Shares != 520_833 {
		t.Errorf("%+v", u.Legs)
	}
}
