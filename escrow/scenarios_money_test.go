package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// simple is the agreement with payment as its only condition.
func simple() escrow.Terms {
	t := focus()
	t.Conditions = escrow.FocusConditions()[1:2]
	return t
}

// purchase is the report of one purchase.
func (s *story) purchase(p escrow.PurchaseID, at string) escrow.PurchaseReport {
	s.t.Helper()
	for _, r := range s.total(ny(at)).Purchases {
		if r.Purchase == p {
			return r
		}
	}
	s.t.Fatalf("no report of %s", p)
	return escrow.PurchaseReport{}
}

func (s *story) refund(at string, p escrow.PurchaseID, cents int64, g escrow.Ground) escrow.Decision {
	s.t.Helper()
	return s.do(agent, ny(at), escrow.Refund{Purchase: p, Cents: cents, Ground: g})
}

func (s *story) settled(leg escrow.LegID, at string) escrow.Decision {
	s.t.Helper()
	return s.do(agent, ny(at), escrow.LegSettled{Leg: leg})
}

func (s *story) failed(leg escrow.LegID, at string) escrow.Decision {
	s.t.Helper()
	return s.do(agent, ny(at), escrow.LegFailed{Leg: leg, Note: "account closed"})
}

func moneyScenarios() []scenario {
	return []scenario{
		{[]int{3}, "one wire under two event IDs", scenarioReference},
		{[]int{5}, "32 cents over", scenarioExcess},
		{[]int{16}, "refund after release", func(t *testing.T) {
			terms := simple()
			terms.Closing.Outside = date("2002-11-27")
			s := begin(t, terms).fund(ny("2002-11-25 11:00"))
			accepted(t, s.release(ny("2002-11-26 14:00"), pAlpha))
			refused(t, s.refund("2002-11-29 10:00", pAlpha, 500_000_00, escrow.GroundOutside), "escrow.instruction.already_closed", "escrow.instruction.not_enough_held")
			// Money that came later is nobody's but the payer's.
			s.pay(pAlpha, 7_00, ny("2002-11-29 11:00"))
			refused(t, s.refund("2002-11-29 12:00", pAlpha, 7_01, escrow.GroundExcess), "escrow.instruction.not_enough_held")
			accepted(t, s.refund("2002-11-29 12:00", pAlpha, 7_00, escrow.GroundExcess))
		}},
		{[]int{17}, "release after refund on the outside date", func(t *testing.T) {
			terms := simple()
			terms.Closing.Outside = date("2002-11-27")
			s := begin(t, terms).fund(ny("2002-11-25 11:00"))
			refused(t, s.refund("2002-11-27 23:59", pAlpha, 500_000_00, escrow.GroundOutside), "escrow.refund.no_ground")
			accepted(t, s.refund("2002-11-29 10:00", pAlpha, 500_000_00, escrow.GroundOutside))
			refused(t, s.release(ny("2002-11-29 11:00"), pAlpha),
				"escrow.release.outside_date_passed", "escrow.release.condition_not_met", "escrow.instruction.not_enough_held")
		}},
		{[]int{18}, "refund without a ground", func(t *testing.T) {
			s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
			for _, g := range []escrow.Ground{
				escrow.GroundOutside, escrow.GroundMinimum, escrow.GroundTerminated, escrow.GroundCanceled, escrow.GroundNotice,
			} {
				refused(t, s.refund("2002-11-26 12:00", pAlpha, 1, g), "escrow.refund.no_ground")
			}
			for _, g := range []escrow.Ground{escrow.GroundExcess, escrow.GroundInterest, escrow.GroundSuspense} {
				if d := s.refund("2002-11-26 12:00", pAlpha, 1, g); !d.Why.Has("escrow.refund.no_ground") {
					t.Errorf("%s is a ground", g)
				}
			}
			refused(t, s.obey("2002-11-26 12:00", pAlpha, 1, "o"), "escrow.order.unknown")
			d := refused(t, s.do(company, ny("2002-11-26 12:00"), escrow.Refund{Purchase: pAlpha, Cents: -5, Ground: escrow.GroundOutside}),
				"escrow.instruction.not_escrow_agent", "escrow.instruction.amount_invalid", "escrow.refund.no_ground")
			if len(d.Cures) != 3 || who(d.Cures[0]) != string(agent) {
				t.Errorf("cures %+v", d.Cures)
			}
			s.fails(s.event(agent, ny("2002-11-26 12:00"), escrow.Refund{Purchase: pAlpha, Cents: 1, Ground: "on request"}), law.ErrInvalid, "data.ground")
		}},
		{[]int{19}, "a clearance before its deposit", scenarioParked},
		{[]int{20}, "a check not collected", func(t *testing.T) {
			s := begin(t, simple())
			for i, rail := range []escrow.Rail{escrow.RailCheck, escrow.RailACH, escrow.RailOther} {
				b := s.wire(pAlpha, 100)
				b.Rail = rail
				accepted(t, s.do(agent, ny("2002-11-25 10:00"), b))
				if p := s.purchase(pAlpha, "2002-11-26 12:00"); p.PendingCents != int64(i+1)*100 || p.GoodCents != 0 || p.HeldCents != 0 || p.Funding != escrow.Unfunded {
					t.Errorf("%s: %+v", rail, p)
				}
			}
			s.wantState(escrow.Unmet, "7(b)", pAlpha, ny("2002-11-26 12:00"))
		}},
		{[]int{21}, "a deposit bounces before the closing", func(t *testing.T) {
			s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
			accepted(t, s.do(agent, ny("2002-11-26 09:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1", Note: "recalled"}))
			if p := s.purchase(pShimon, "2002-11-26 12:00"); p.ReturnedCents != 268_000_00 || p.GoodCents != 0 || p.Stage != escrow.StageOpen {
				t.Errorf("%+v", p)
			}
			if p := s.purchase(pShimon, "2002-11-26 08:59"); p.GoodCents != 268_000_00 || p.Stage != escrow.StageReady {
				t.Errorf("before it went back: %+v", p)
			}
			refused(t, s.release(ny("2002-11-26 12:00"), pShimon), "escrow.release.condition_not_met", "escrow.instruction.not_enough_held")
			accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
			// Paid again, the closing follows the new payment.
			s.pay(pShimon, 268_000_00, ny("2002-11-27 10:00"))
			s.wantDate("2002-11-29", pShimon, ny("2002-11-27 12:00"))
		}},
		{[]int{22}, "a deposit bounces after the release", func(t *testing.T) {
			s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
			accepted(t, s.release(ny("2002-11-26 12:00"), pShimon))
			d := accepted(t, s.do(agent, ny("2002-11-27 09:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
			if !d.Warnings.Has("escrow.deposit.deficit") {
				t.Errorf("warnings:\n%s", d.Warnings)
			}
			p := s.purchase(pShimon, "2002-11-27 12:00")
			if p.DeficitCents != 268_000_00 || p.HeldCents != -268_000_00 || len(p.Needs) == 0 || p.Needs[0].Code != "escrow.deposit.deficit" {
				t.Errorf("%+v", p)
			}
			// The other's money does not hide it.
			if m := own(s.total(ny("2002-11-27 12:00"))); m.DeficitCents != 268_000_00 || m.HeldCents != 500_000_00-268_000_00 {
				t.Errorf("%+v", m)
			}
			s.pay(pShimon, 268_000_01, ny("2002-11-27 13:00"))
			if p := s.purchase(pShimon, "2002-11-27 13:00"); p.DeficitCents != 0 || p.HeldCents != 0 || p.ExcessCents != 1 {
				t.Errorf("after it was cured: %+v", p)
			}
		}},
		{[]int{23, 24}, "Swiss francs and money from nobody known", scenarioSuspense},
		{[]int{30}, "a leg settled twice, failed after that, unknown", func(t *testing.T) {
			s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
			d := accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
			leg := d.Legs[0].ID
			accepted(t, s.settled(leg, "2002-11-26 13:00"))
			refused(t, s.settled(leg, "2002-11-26 14:00"), "escrow.leg.already_settled")
			refused(t, s.failed(leg, "2002-11-26 14:00"), "escrow.leg.already_settled")
			for _, id := range []escrow.LegID{"x", "x/1", leg + "0", "/", leg[:len(leg)-1] + "01", leg[:len(leg)-1] + "0", leg[:len(leg)-1] + "-1"} {
				refused(t, s.settled(id, "2002-11-26 14:00"), "escrow.leg.unknown")
			}
			if p := s.purchase(pAlpha, "2002-11-26 14:00"); p.ReleasedCents != 500_000_00 || p.ReservedCents != 0 || p.Stage != escrow.StageClosed {
				t.Errorf("%+v", p)
			}
			if p := s.purchase(pAlpha, "2002-11-26 12:59"); p.ReservedCents != 500_000_00 || p.Stage != escrow.StageReleased {
				t.Errorf("before it was settled: %+v", p)
			}
		}},
		{[]int{31}, "the wire to the Company fails", scenarioFailedLeg},
		{[]int{50}, "interest", scenarioInterest},
	}
}

func scenarioReference(t *testing.T) {
	s := begin(t, simple())
	at := ny("2002-11-25 12:00")
	b := wired("FW-1", alpha, pAlpha, 500_000_00)
	accepted(t, s.do(agent, at, b))
	before := asJSON(t, s.total(ny("2002-11-26 12:00")))
	refused(t, s.do(agent, at.Add(1), b), "escrow.deposit.same_reference")
	b.Cents++
	refused(t, s.do(agent, at, b), "escrow.deposit.reference_conflict")
	b = wired("FW-1", alpha, pShimon, 500_000_00)
	refused(t, s.do(agent, at, b), "escrow.deposit.reference_conflict")
	if after := asJSON(t, s.total(ny("2002-11-26 12:00"))); after != before {
		t.Errorf("the money is counted twice: %s", after)
	}
	// Another rail has references of its own.
	b = wired("FW-1", alpha, pAlpha, 1)
	b.Rail = escrow.RailCheck
	accepted(t, s.do(agent, at, b))
}

func scenarioExcess(t *testing.T) {
	terms := simple()
	terms.Purchases[1].DueCents, terms.Purchases[1].Basis = 499_999_68, escrow.DueSharesTimesPrice
	s := begin(t, terms)
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 11:00"))
	p := s.purchase(pAlpha, "2002-11-25 12:00")
	if p.Funding != escrow.Overfunded || p.DifferenceCents != 32 || p.ExcessCents != 32 || p.HeldCents != 499_999_68 {
		t.Errorf("%+v", p)
	}
	if items := s.total(ny("2002-11-25 12:00")).Suspense; len(items) != 1 || items[0].Why != escrow.SuspenseExcess || items[0].Cents != 32 {
		t.Errorf("%+v", items)
	}
	refused(t, s.refund("2002-11-25 12:00", pAlpha, 33, escrow.GroundExcess), "escrow.instruction.not_enough_held")
	d := accepted(t, s.refund("2002-11-25 12:00", pAlpha, 32, escrow.GroundExcess))
	if len(d.Legs) != 1 || d.Legs[0].Payee != alpha || d.Legs[0].Cents != 32 || d.Legs[0].Kind != escrow.LegRefund {
		t.Errorf("%+v", d.Legs)
	}
	refused(t, s.refund("2002-11-25 12:00", pAlpha, 32, escrow.GroundExcess), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	if p := s.purchase(pAlpha, "2002-11-25 12:00"); p.Funding != escrow.Funded || p.ReservedCents != 32 || p.Stage != escrow.StageReady {
		t.Errorf("%+v", p)
	}
	// The wire to the investor fails: the money is here again, and goes again.
	accepted(t, s.failed(d.Legs[0].ID, "2002-11-25 13:00"))
	refused(t, s.do(agent, ny("2002-11-25 14:00"), escrow.Reissue{Leg: d.Legs[0].ID}), "escrow.reissue.refund")
	again := accepted(t, s.refund("2002-11-25 14:00", pAlpha, 32, escrow.GroundExcess))
	accepted(t, s.settled(again.Legs[0].ID, "2002-11-25 15:00"))
	if p := s.purchase(pAlpha, "2002-11-25 15:00"); p.RefundedCents != 32 || p.ReservedCents != 0 || p.ExcessCents != 0 {
		t.Errorf("%+v", p)
	}
}

func scenarioParked(t *testing.T) {
	terms := simple()
	s := begin(t, terms)
	check := wired("1044", alpha, pAlpha, 500_000_00)
	check.Rail = escrow.RailCheck
	d := accepted(t, s.do(agent, ny("2002-11-26 10:00"), escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "1044"}))
	if !d.Warnings.Has("escrow.fact.parked") {
		t.Errorf("warnings:\n%s", d.Warnings)
	}
	if r := s.total(ny("2002-11-26 10:00")); len(r.Parked) != 1 || r.Parked[0].Reference != "1044" || len(r.Suspense) != 0 || own(r).InCents != 0 {
		t.Errorf("%+v", r)
	}
	accepted(t, s.do(agent, ny("2002-11-25 10:00"), check))
	if p := s.purchase(pAlpha, "2002-11-26 09:59"); p.PendingCents != 500_000_00 || p.GoodCents != 0 {
		t.Errorf("%+v", p)
	}
	if f := s.finding("7(b)", pAlpha, ny("2002-11-26 12:00")); f.State != escrow.Met || !f.Since.Equal(ny("2002-11-26 10:00")) {
		t.Errorf("%+v", f)
	}
	if r := s.total(ny("2002-11-26 12:00")); len(r.Parked) != 0 {
		t.Errorf("still parked: %+v", r.Parked)
	}
	// Said to have gone back before it was said to have come.
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.DepositReturned{Rail: escrow.RailACH, Reference: "7"}))
	ach := wired("7", shimon, pShimon, 1)
	ach.Rail = escrow.RailACH
	accepted(t, s.do(agent, ny("2002-11-26 13:00"), ach))
	if p := s.purchase(pShimon, "2002-11-26 13:00"); p.PendingCents != 0 || p.ReturnedCents != 1 || p.GoodCents != 0 {
		t.Errorf("%+v", p)
	}
	// So with certificates.
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.CertificateReturned{Certificate: "F1"}))
	accepted(t, s.do(agent, ny("2002-11-26 10:00"), escrow.CertificateReceived{Certificate: "F1", Purchase: pAlpha, Holder: alpha, Shares: 5}))
	if one, two := s.purchase(pAlpha, "2002-11-26 10:30"), s.purchase(pAlpha, "2002-11-26 11:00"); one.CertificateShares != 5 || two.CertificateShares != 0 {
		t.Errorf("%d and then %d shares", one.CertificateShares, two.CertificateShares)
	}
}

func scenarioSuspense(t *testing.T) {
	s := begin(t, simple())
	at := ny("2002-11-25 12:00")
	francs := wired("CH-1", alpha, pAlpha, 700_000_00)
	francs.Currency = "CHF"
	for _, b := range []escrow.DepositReceived{
		francs, wired("US-1", "", pAlpha, 1_00), wired("US-2", shimon, "", 2_00), wired("US-3", "bank", pAlpha, 3_00),
		wired("US-4", alpha, "no such", 4_00),
	} {
		if d := accepted(t, s.do(agent, at, b)); !d.Warnings.Has("escrow.deposit.suspense") {
			t.Errorf("%s: %s", b.Reference, d.Warnings)
		}
	}
	r := s.total(ny("2002-11-26 12:00"))
	want := `[{"why":"currency","rail":"wire","reference":"CH-1","from":"alpha-capital","purchase":"alpha","currency":"CHF","cents":70000000},` +
		`{"why":"stranger","rail":"wire","reference":"US-1","purchase":"alpha","currency":"USD","cents":100},` +
		`{"why":"no purchase","rail":"wire","reference":"US-2","from":"visnstein","currency":"USD","cents":200},` +
		`{"why":"stranger","rail":"wire","reference":"US-3","from":"bank","purchase":"alpha","currency":"USD","cents":300},` +
		`{"why":"no purchase","rail":"wire","reference":"US-4","from":"alpha-capital","purchase":"no such","currency":"USD","cents":400}]`
	if got := asJSON(t, r.Suspense); got != want {
		t.Errorf("suspense\n%s\nwant\n%s", got, want)
	}
	if p := r.Purchases[1]; p.Funding != escrow.Unfunded || len(r.Money) != 2 || r.Money[0].SuspenseCents != 700_000_00 || r.Money[1].SuspenseCents != 10_00 {
		t.Errorf("%+v\n%+v", p, r.Money)
	}
	noon := ny("2002-11-26 12:00")
	refund := func(b escrow.Refund) escrow.Decision { return s.do(agent, noon, b) }
	refused(t, refund(escrow.Refund{Purchase: pAlpha, Cents: 700_000_00, Currency: "CHF", Ground: escrow.GroundExcess}), "escrow.refund.other_currency")
	refused(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "CH-1", Cents: 1, Ground: escrow.GroundExcess}), "escrow.refund.no_ground", "escrow.refund.other_currency")
	refused(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "CH-1", Cents: 700_000_01, Currency: "CHF", Ground: escrow.GroundSuspense}), "escrow.instruction.not_enough_held")
	refused(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "US-1", Cents: 1, Ground: escrow.GroundSuspense}), "escrow.refund.payer_unknown")
	refused(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "US-9", Cents: 1, Ground: escrow.GroundSuspense}), "escrow.suspense.unknown_deposit")
	d := accepted(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "CH-1", Cents: 700_000_00, Currency: "CHF", Ground: escrow.GroundSuspense}))
	if l := d.Legs[0]; l.Payee != alpha || l.Currency != "CHF" || l.Cents != 700_000_00 || l.Reference != "wire CH-1" {
		t.Errorf("%+v", d.Legs)
	}
	refused(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "CH-1", Cents: 1, Currency: "CHF", Ground: escrow.GroundSuspense}), "escrow.instruction.not_enough_held")
	accepted(t, s.failed(d.Legs[0].ID, "2002-11-26 12:00"))
	accepted(t, refund(escrow.Refund{Rail: escrow.RailWire, Reference: "CH-1", Cents: 1, Currency: "CHF", Ground: escrow.GroundSuspense}))

	// The agent finds out whose the money is.
	apply := func(b escrow.ApplySuspense) escrow.Decision { return s.do(agent, noon, b) }
	refused(t, apply(escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "CH-1", To: pAlpha, Cents: 1}), "escrow.refund.other_currency")
	refused(t, apply(escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "US-3", To: pAlpha, Cents: 3_01}), "escrow.instruction.not_enough_held")
	refused(t, apply(escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "US-3", To: "nobody", Cents: 0}), "escrow.instruction.amount_invalid", "escrow.instruction.unknown_purchase")
	accepted(t, apply(escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "US-3", To: pAlpha, Cents: 1_00}))
	accepted(t, apply(escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "US-3", To: pAlpha, Cents: 2_00}))
	refused(t, apply(escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "US-3", To: pAlpha, Cents: 1}), "escrow.instruction.not_enough_held")
	if p := s.purchase(pAlpha, "2002-11-26 12:00"); p.GoodCents != 3_00 || p.HeldCents != 3_00 || p.Funding != escrow.Underfunded {
		t.Errorf("%+v", p)
	}
	// It is taken back after all, from where it went.
	accepted(t, s.do(agent, ny("2002-11-27 09:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "US-3"}))
	if p, m := s.purchase(pAlpha, "2002-11-27 12:00"), own(s.total(ny("2002-11-27 12:00"))); p.GoodCents != 0 || m.ReturnedCents != 3_00 || m.DeficitCents != 0 {
		t.Errorf("%+v\n%+v", p, m)
	}
	refused(t, s.do(agent, ny("2002-11-27 12:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "US-3", To: pAlpha, Cents: 1}), "escrow.suspense.returned")
}

func scenarioFailedLeg(t *testing.T) {
	s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
	d := accepted(t, s.release(ny("2002-11-26 12:00"), pAlpha))
	leg := d.Legs[0].ID
	refused(t, s.do(agent, ny("2002-11-26 12:00"), escrow.Reissue{Leg: leg}), "escrow.reissue.not_failed")
	if d := accepted(t, s.failed(leg, "2002-11-26 13:00")); !d.Warnings.Has("escrow.leg.owed") {
		t.Errorf("warnings:\n%s", d.Warnings)
	}
	refused(t, s.settled(leg, "2002-11-26 13:30"), "escrow.leg.already_failed")
	p := s.purchase(pAlpha, "2002-11-26 14:00")
	if p.ReservedCents != 500_000_00 || p.HeldCents != 0 || p.ExcessCents != 0 || p.Stage != escrow.StageReleased {
		t.Errorf("%+v", p)
	}
	if len(p.Needs) != 1 || p.Needs[0].Code != "escrow.leg.owed" || p.Needs[0].Who != string(agent) {
		t.Errorf("needs %+v", p.Needs)
	}
	for _, g := range []escrow.Ground{escrow.GroundExcess, escrow.GroundTerminated} {
		if d := s.refund("2002-11-26 14:00", pAlpha, 1, g); d.Outcome != escrow.Refused {
			t.Errorf("the investor, who has its shares, gets the money back on %s", g)
		}
	}
	refused(t, s.do(company, ny("2002-11-26 14:00"), escrow.Reissue{Leg: leg}), "escrow.instruction.not_escrow_agent")
	again := accepted(t, s.do(agent, ny("2002-11-26 15:00"), escrow.Reissue{Leg: leg}))
	if l := again.Legs[0]; len(again.Legs) != 1 || l.ID == leg || l.Replaces != leg || l.Payee != company || l.Cents != 500_000_00 {
		t.Errorf("%+v", again.Legs)
	}
	refused(t, s.do(agent, ny("2002-11-26 15:00"), escrow.Reissue{Leg: leg}), "escrow.reissue.not_failed")
	refused(t, s.do(agent, ny("2002-11-26 15:00"), escrow.Reissue{Leg: "x/1"}), "escrow.leg.unknown")
	accepted(t, s.settled(again.Legs[0].ID, "2002-11-26 16:00"))
	if p := s.purchase(pAlpha, "2002-11-26 16:00"); p.ReleasedCents != 500_000_00 || p.ReservedCents != 0 || p.Stage != escrow.StageClosed {
		t.Errorf("%+v", p)
	}
}

// $30,000 for 10 days and $20,000 for 30 days share $100.00 as 1 to 2.
func scenarioInterest(t *testing.T) {
	terms := simple()
	terms.Interest = escrow.InterestToInvestors
	terms.Purchases[0].DueCents, terms.Purchases[1].DueCents = 30_000_00, 20_000_00
	s := begin(t, terms)
	s.pay(pShimon, 30_000_00, ny("2002-12-21 12:00"))
	s.pay(pAlpha, 20_000_00, ny("2002-11-25 12:00"))
	e := escrow.InterestEarned{Reference: "I-1", Cents: 100_00, From: date("2002-12-01"), Through: date("2002-12-30")}
	accepted(t, s.do(agent, ny("2002-12-31 12:00"), e))
	refused(t, s.do(agent, ny("2002-12-31 13:00"), e), "escrow.deposit.same_reference")
	one, two := s.purchase(pShimon, "2003-01-02 12:00"), s.purchase(pAlpha, "2003-01-02 12:00")
	if one.InterestCents != 33_33 || two.InterestCents != 66_67 {
		t.Errorf("%d and %d", one.InterestCents, two.InterestCents)
	}
	if two.GoodCents != 20_000_00 || two.DifferenceCents != 0 || two.ExcessCents != 0 {
		t.Errorf("interest is part of what is due: %+v", two)
	}
	refused(t, s.refund("2003-01-02 12:00", pAlpha, 66_68, escrow.GroundInterest), "escrow.instruction.not_enough_held")
	d := accepted(t, s.refund("2003-01-02 12:00", pAlpha, 66_67, escrow.GroundInterest))
	refused(t, s.refund("2003-01-02 12:00", pAlpha, 1, escrow.GroundInterest), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	if m := own(s.total(ny("2003-01-02 12:00"))); m.InterestCents != 33_33 || m.ReservedCents != 66_67 || m.InCents != 50_100_00 {
		t.Errorf("%+v", m)
	}
	accepted(t, s.failed(d.Legs[0].ID, "2003-01-02 13:00"))
	accepted(t, s.refund("2003-01-02 14:00", pAlpha, 66_67, escrow.GroundInterest))

	terms.Interest = ""
	s = begin(t, terms)
	s.pay(pAlpha, 20_000_00, ny("2002-11-25 12:00"))
	accepted(t, s.do(agent, ny("2002-12-31 12:00"), e))
	if p, m := s.purchase(pAlpha, "2003-01-02 12:00"), own(s.total(ny("2003-01-02 12:00"))); p.InterestCents != 0 || m.InterestCents != 100_00 {
		t.Errorf("undivided interest is divided: %d, %+v", p.InterestCents, m)
	}
}
