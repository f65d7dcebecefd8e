package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

func waive(c escrow.ConditionID, p escrow.PurchaseID) escrow.Waive {
	return escrow.Waive{Condition: c, Purchase: p, Signed: true}
}

func scenarioHalt(t *testing.T) {
	s := closingDay(t)
	s.lapsed("8(g)(i)", "", ny("2002-11-26 10:00"))
	s.lapsed("8(g)(i)", "", ny("2002-11-26 10:30")) // still halted: no second halt
	s.met("8(g)(i)", "", ny("2002-11-26 11:00"))
	now := ny("2002-11-26 11:30")
	for _, p := range []escrow.PurchaseID{pAlpha, pShimon} {
		f := s.finding("8(g)(i)", p, now)
		if f.State != escrow.Unmet || !f.Since.Equal(ny("2002-11-26 10:00")) || f.GivenBy != "" {
			t.Errorf("6: resuming cured a halt: %+v", f)
		}
		refused(t, s.release(now, p), "escrow.release.condition_not_met")
	}
	accepted(t, s.do(alpha, ny("2002-11-26 12:00"), waive("8(g)(i)", pAlpha)))
	s.wantState(escrow.Waived, "8(g)(i)", pAlpha, ny("2002-11-26 12:00"))
	s.wantState(escrow.Unmet, "8(g)(i)", pShimon, ny("2002-11-26 12:00"))
	s.wantState(escrow.Unmet, "8(g)(i)", pAlpha, ny("2002-11-26 11:59"))
	// The waiver came on Tuesday: the condition counts from then, and the
	// closing is on Wednesday.
	refused(t, s.release(ny("2002-11-26 12:30"), pAlpha), escrow.CodeBeforeClosingDate)
	s.bringDown("2002-11-27", ny("2002-11-27 09:00"))
	branch := *s
	if d := accepted(t, s.release(ny("2002-11-27 12:00"), pAlpha)); !d.Warnings.Has("escrow.release.on_waiver") {
		t.Errorf("7: warnings:\n%s", d.Warnings)
	}
	refused(t, s.release(ny("2002-11-27 12:01"), pShimon), "escrow.release.condition_not_met")

	s = &branch
	s.lapsed("8(g)(i)", "", ny("2002-11-27 09:30"))
	s.met("8(g)(i)", "", ny("2002-11-27 09:45"))
	f := s.finding("8(g)(i)", pAlpha, ny("2002-11-27 12:00"))
	if f.State != escrow.Unmet || !f.Since.Equal(ny("2002-11-27 09:30")) {
		t.Errorf("8: the waiver reached forward: %+v", f)
	}
	refused(t, s.release(ny("2002-11-27 12:00"), pAlpha), "escrow.release.condition_not_met")
}

func scenarioWaivers(t *testing.T) {
	s := closingDay(t)
	at := ny("2002-11-26 12:00")
	for _, by := range []escrow.PartyID{company, shimon, agent} {
		refused(t, s.do(by, at, waive("8(g)(i)", pAlpha)), "escrow.waive.not_favored_party")
	}
	refused(t, s.do(alpha, at, waive("7(b)", pAlpha)), "escrow.waive.not_favored_party")
	refused(t, s.do(alpha, at, escrow.Waive{Condition: "8(g)(i)", Purchase: pAlpha}), "escrow.waive.no_signed_writing")
	refused(t, s.do(alpha, at, waive("8(f)", pAlpha)), "escrow.waive.not_waivable")
	refused(t, s.do(alpha, at, waive("8(z)", pAlpha)), "escrow.waive.unknown_condition")
	refused(t, s.do(alpha, at, waive("8(a)", "nobody")), "escrow.instruction.unknown_purchase")
	refused(t, s.do(company, ny("2002-11-26 11:59"), escrow.Waive{Condition: "8(f)", Purchase: pAlpha}),
		"escrow.instruction.backdated", "escrow.waive.no_signed_writing", "escrow.waive.not_waivable", "escrow.waive.not_favored_party")
	accepted(t, s.release(at, pAlpha))
	refused(t, s.do(alpha, at, waive("8(a)", pAlpha)), "escrow.instruction.already_closed")
}

func scenarioTime(t *testing.T) {
	five := escrow.Consented{Day: date("2002-11-26"), Time: calendar.MustClock(17, 0)}
	at := ny("2002-11-26 10:00")
	s := closingDay(t)
	s.do(company, at, five)
	s.do(shimon, at, five)
	sc := s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 12:00"))
	if !sc.Cutoff.Equal(ny("2002-11-26 15:00")) || !sc.Why.Has("escrow.closing.time_not_agreed") {
		t.Errorf("13: 34.9%% moved the hour to %s\n%s", sc.Cutoff, sc.Why)
	}
	alone := begin(t, focus()).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 11:00"))
	alone.do(alpha, at, five)
	if sc := alone.deal.Closing(pAlpha, ny("2002-11-26 12:00")); !sc.Cutoff.Equal(ny("2002-11-26 15:00")) {
		t.Errorf("13: the investors moved the hour without the company")
	}
	s.do(alpha, ny("2002-11-26 11:00"), five)
	for _, q := range []struct{ at, want string }{{"2002-11-26 10:59", "15:00"}, {"2002-11-26 11:00", "17:00"}} {
		sc := s.deal.Closing(pAlpha, ny(q.at))
		if got := sc.Cutoff.In(calendar.NewYork()).Format("15:04"); got != q.want {
			t.Errorf("13: at %s the cut-off is %s, want %s", q.at, got, q.want)
		}
	}
	refused(t, s.release(ny("2002-11-26 17:00:01"), pAlpha), "escrow.release.after_cutoff")
	s.n++
	branch := closingDay(t)
	branch.do(company, at, five)
	branch.do(alpha, at, five)
	accepted(t, branch.release(ny("2002-11-26 17:00"), pAlpha, pShimon))

	// Each party's latest word counts, and two words at one instant are none.
	other := escrow.Consented{Day: date("2002-11-26"), Time: calendar.MustClock(16, 0)}
	s.do(alpha, ny("2002-11-26 12:00"), other)
	if sc := s.deal.Closing(pAlpha, ny("2002-11-26 12:00")); !sc.Cutoff.Equal(ny("2002-11-26 15:00")) {
		t.Errorf("a consent replaced still counts")
	}
	s.do(alpha, ny("2002-11-26 13:00"), five)
	s.do(alpha, ny("2002-11-26 13:00"), other)
	s.do(alpha, ny("2002-11-26 13:00"), five)
	if sc := s.deal.Closing(pAlpha, ny("2002-11-26 13:00")); !sc.Cutoff.Equal(ny("2002-11-26 15:00")) {
		t.Errorf("a contradiction counts")
	}
	s.do(company, ny("2002-11-26 13:00"), five)
	s.do(company, ny("2002-11-26 13:00"), other)
	if sc := s.deal.Closing(pAlpha, ny("2002-11-26 13:00")); !sc.Cutoff.Equal(ny("2002-11-26 15:00")) || !sc.Why.Has("escrow.closing.cutoff") {
		t.Errorf("two contradictions agree")
	}
	if d := s.do("stranger", at, five); !d.Warnings.Has("escrow.consent.no_vote") {
		t.Errorf("a stranger votes")
	}

	terms := focus()
	terms.Purchases[0].Shares, terms.Purchases[1].Shares = 392_000, 408_000
	half := begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 11:00"))
	half.do(company, at, five)
	half.do(alpha, at, five)
	if sc := half.deal.Closing(pAlpha, ny("2002-11-26 12:00")); !sc.Cutoff.Equal(ny("2002-11-26 15:00")) {
		t.Errorf("14: exactly 51%% is in excess of 51%%")
	}
	half.do(shimon, at, five)
	if sc := half.deal.Closing(pAlpha, ny("2002-11-26 12:00")); !sc.Cutoff.Equal(ny("2002-11-26 17:00")) {
		t.Errorf("14: everyone together cannot move the hour")
	}
	terms.ConsentShares = 0
	never := begin(t, terms).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-25 11:00"))
	for _, by := range []escrow.PartyID{company, alpha, shimon} {
		never.do(by, at, five)
	}
	if sc := never.deal.Closing(pAlpha, ny("2002-11-26 12:00")); !sc.Cutoff.Equal(ny("2002-11-26 15:00")) {
		t.Errorf("terms that let no time be agreed let one be agreed")
	}
}

// The fees are those of another deal applied to this one's amount: 7%, 1% and
// $85,000 leave the company $621,560.00.
func scenarioFees(t *testing.T) {
	terms := focus()
	terms.Fees = []escrow.Payout{
		{Payee: "placement", Cents: 53_760_00, For: "placement fee"},
		{Payee: "finder", Cents: 7_680_00},
		{Payee: "counsel", Cents: 85_000_00},
	}
	s := closingDayOf(t, terms)
	d := accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha))
	var sum int64
	for _, l := range d.Legs {
		sum += l.Cents
	}
	if sum != 500_000_00 || d.Legs[0].Payee != "placement" || d.Legs[2].Payee != "counsel" || d.Legs[3].Cents != 353_560_00 {
		t.Errorf("legs %+v", d.Legs)
	}
	// Once paid, they are not paid again.
	d = accepted(t, s.release(ny("2002-11-26 14:01"), pShimon))
	if d.Legs[0].Kind != escrow.LegProceeds || d.Legs[0].Cents != 268_000_00 || d.Why.Has("escrow.release.fee") || 353_560_00+268_000_00 != 621_560_00 {
		t.Errorf("legs %+v\n%s", d.Legs, d.Why)
	}
	terms.Fees = []escrow.Payout{{Payee: "counsel", Cents: 500_000_00}, {Payee: "finder", Cents: 1}}
	s = closingDayOf(t, terms)
	refused(t, s.release(ny("2002-11-26 14:00"), pAlpha), "escrow.release.fees_exceed_proceeds")
	accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha, pShimon))
	// Fees that are paid bind no later release, however small.
	terms.Fees = []escrow.Payout{{Payee: "counsel", Cents: 300_000_00}}
	s = closingDayOf(t, terms)
	refused(t, s.release(ny("2002-11-26 14:00"), pShimon), "escrow.release.fees_exceed_proceeds")
	accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha))
	accepted(t, s.release(ny("2002-11-26 14:00"), pShimon))
	terms.Fees = []escrow.Payout{{Payee: "counsel", Cents: 500_000_00}, {Payee: "finder", Cents: 268_000_00}}
	s = closingDayOf(t, terms)
	if d := accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha, pShimon)); d.Legs[2].Kind != escrow.LegCertificates {
		t.Errorf("a company that is left nothing is paid: %+v", d.Legs)
	}
}

func scenarioTogether(t *testing.T) {
	terms := focus()
	terms.Scope = escrow.ScopeTogether
	s := begin(t, terms).prepare(ny("2002-11-25 10:00"))
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 11:00"))
	sc := s.wantDate("no date", pAlpha, ny("2002-11-26 12:00"))
	if !sc.Why.Has("escrow.closing.waits_for_others") || len(sc.Missing) != 0 {
		t.Errorf("%s", sc.Why)
	}
	if r := s.total(ny("2002-11-26 12:00")); r.Purchases[1].Stage != escrow.StageFunded {
		t.Errorf("%s", r.Purchases[1].Stage)
	}
	s.pay(pShimon, 268_000_00, ny("2002-11-26 11:00"))
	s.wantDate("2002-11-27", pAlpha, ny("2002-11-26 12:00"))
	s.bringDown("2002-11-26", ny("2002-11-26 12:00")).bringDown("2002-11-27", ny("2002-11-27 09:00"))
	refused(t, s.release(ny("2002-11-26 13:00"), pAlpha), "escrow.release.not_together", escrow.CodeBeforeClosingDate)
	refused(t, s.release(ny("2002-11-27 13:00"), pAlpha), "escrow.release.not_together")
	accepted(t, s.release(ny("2002-11-27 13:00"), pAlpha, pShimon))
	if r := s.total(ny("2002-11-28 13:00")); r.Purchases[0].Schedule.Date != date("2002-11-27") || own(r).HeldCents != 0 {
		t.Errorf("%+v", r)
	}
}

func scenarioCents(t *testing.T) {
	terms := focus()
	terms.Purchases[0].DueCents, terms.Purchases[0].Basis = 268_000_32, escrow.DueSharesTimesPrice
	terms.Purchases[1].DueCents, terms.Purchases[1].Basis = 499_999_68, escrow.DueSharesTimesPrice
	s := begin(t, terms).prepare(ny("2002-11-25 10:00")).bringDown("2002-11-26", ny("2002-11-26 09:00"))
	s.pay(pShimon, 268_000_00, ny("2002-11-25 11:00"))
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 11:00"))
	r := s.total(ny("2002-11-26 12:00"))
	if p := r.Purchases[0]; p.Funding != escrow.Underfunded || p.DifferenceCents != -32 || p.Stage != escrow.StageOpen {
		t.Errorf("%+v", p)
	}
	if p := r.Purchases[1]; p.Funding != escrow.Overfunded || p.DifferenceCents != 32 {
		t.Errorf("%+v", p)
	}
	refused(t, s.release(ny("2002-11-26 12:00"), pShimon), "escrow.release.condition_not_met", "escrow.instruction.not_enough_held")
	d := accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	if d.Legs[0].Cents != 499_999_68 {
		t.Errorf("released %d", d.Legs[0].Cents)
	}
	if p := s.total(ny("2002-11-26 12:00")).Purchases[1]; p.ExcessCents != 32 || p.ReservedCents != 499_999_68 {
		t.Errorf("excess %d", p.ExcessCents)
	}
}

func scenarioThanksgiving(t *testing.T) {
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00")).fund(ny("2002-11-27 10:00"))
	s.wantDate("2002-11-29", pAlpha, ny("2002-11-27 12:00"))
	for _, c := range []escrow.ConditionID{"7(c)", "8(c)"} {
		s.shown(c, pAlpha, "2002-11-28", ny("2002-11-28 09:00"))
	}
	s.shown("8(d)", "", "2002-11-28", ny("2002-11-28 09:00"))
	s.shown("8(g)-closing", "", "2002-11-28", ny("2002-11-28 09:00"))
	d := refused(t, s.release(ny("2002-11-28 12:00"), pAlpha),
		"escrow.release.not_a_trading_day", "escrow.release.condition_not_shown", escrow.CodeBeforeClosingDate)
	if len(d.Findings) != 1 || d.Findings[0].Condition != "8(e)" || d.Findings[0].GivenBy != "counsel to the company" {
		t.Errorf("findings %+v", d.Findings)
	}
	// The exchange is shut from 13:00; the contract's hour is not.
	s.bringDown("2002-11-29", ny("2002-11-29 09:00"))
	accepted(t, s.release(ny("2002-11-29 15:00"), pAlpha))
}
