package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// The very first payment of a deal is like any other: counted for a purchase and
// then taken back by the bank, it counts for nothing any more, wherever it counted.
func TestFirstPaymentTakenBack(t *testing.T) {
	s := begin(t, minMax())
	accepted(t, s.do(agent, ny("2002-06-10 12:00"), wired("S", "bob inc.", "b", 3_000_000_00)))
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	accepted(t, s.do(agent, ny("2002-06-11 12:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "S", To: "b", Cents: 3_000_000_00}))
	accepted(t, s.do(agent, ny("2002-06-12 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "S"}))
	for _, c := range []struct {
		at                                       string
		counted, good, held, suspended, returned int64
		finding                                  string
	}{
		{
			"2002-06-12 11:59", 8_000_000_00, 3_000_000_00, 8_000_000_00, 0, 0,
			"condition=paid since=2002-06-11T12:00:00-04:00",
		},
		{
			"2002-06-12 12:00", 5_000_000_00, 0, 5_000_000_00, 0, 3_000_000_00,
			"condition=paid have=0.00 need=3000000.00",
		},
	} {
		r := s.total(ny(c.at))
		if r.Contingency.CountedCents != c.counted || r.Purchases[1].GoodCents != c.good {
			t.Errorf("at %s %d count and %d are good", c.at, r.Contingency.CountedCents, r.Purchases[1].GoodCents)
		}
		m := own(r)
		if m.InCents != 8_000_000_00 || m.HeldCents != c.held || m.SuspenseCents != c.suspended || m.ReturnedCents != c.returned {
			t.Errorf("at %s: %+v", c.at, m)
		}
		if got := values(r.Purchases[1].Findings[0].Why[0].Data); got != c.finding {
			t.Errorf("at %s: %s", c.at, got)
		}
	}
}

// Money in time that was counted for another purchase before the date is gone from
// this one, and what comes late does not stand for it.
func TestMinimumAfterAnExcessMoved(t *testing.T) {
	terms := minMax()
	terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: "b2", Investor: "bob", Shares: 1, DueCents: 1_000_000_00})
	s := begin(t, terms)
	s.pay("b", 3_000_000_00, ny("2002-06-10 10:00"))
	s.pay("b", 1_000_000_00, ny("2002-06-10 11:00"))
	accepted(t, s.do(agent, ny("2002-06-10 12:00"), escrow.ApplySuspense{ExcessOf: "b", To: "b2", Cents: 1_000_000_00}), "escrow.suspense.applied")
	accepted(t, s.do(agent, ny("2002-06-20 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
	s.pay("b", 1_000_000_00, ny("2002-07-01 12:00"))
	if c := s.total(ny("2002-07-01 13:00")).Contingency; c.CountedCents != 0 {
		t.Errorf("%d count, of which none was there in time", c.CountedCents)
	}
}

// A fee that takes all of the first purchase leaves nothing of it in the leg of the
// rest, which is the second's alone.
func TestFeeOfOneWholePurchase(t *testing.T) {
	terms := simple()
	terms.Fees = []escrow.Payout{{Payee: "counsel", Cents: 268_000_00}}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	d := accepted(t, s.release(ny("2002-11-26 10:00"), pShimon, pAlpha))
	if len(d.Legs) != 2 || d.Legs[0].Cents != 268_000_00 || d.Legs[1].Cents != 500_000_00 {
		t.Fatalf("%+v", d.Legs)
	}
	accepted(t, s.settled(d.Legs[0].ID, "2002-11-26 11:00"))
	one, two := s.purchase(pShimon, "2002-11-26 12:00"), s.purchase(pAlpha, "2002-11-26 12:00")
	if one.Stage != escrow.StageClosed || len(one.Needs) != 0 || two.Stage != escrow.StageReleased || len(two.Needs) != 1 {
		t.Errorf("%s, needs %+v; %s, needs %+v", one.Stage, one.Needs, two.Stage, two.Needs)
	}
	// A hold over the first does not keep the second's leg from being sent again.
	accepted(t, s.failed(d.Legs[1].ID, "2002-11-26 12:00"))
	accepted(t, s.do(agent, ny("2002-11-26 12:00"), escrow.HoldPlaced{Hold: "h", Purchase: pShimon}))
	accepted(t, s.do(agent, ny("2002-11-26 13:00"), escrow.Reissue{Leg: d.Legs[1].ID}))
}

// Money that was released earns its investor nothing any more: one day of
// $500,000.00 and four of $268,000.00 share as 500 to 1,072. Interest that is here
// is no deficit.
func TestInterestEndsWithTheRelease(t *testing.T) {
	s := begin(t, interestTo(escrow.InterestToInvestors)).fund(ny("2002-11-25 11:00"))
	accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha))
	b := credit()
	b.From, b.Through = date("2002-11-25"), date("2002-11-28")
	accepted(t, s.do(agent, ny("2002-11-29 11:00"), b))
	r := s.total(ny("2002-11-29 12:00"))
	if one, two := r.Purchases[1].InterestCents, r.Purchases[0].InterestCents; one != 31_81 || two != 68_19 {
		t.Errorf("%d and %d", one, two)
	}
	if m := own(r); m.InterestCents != 100_00 || m.DeficitCents != 0 {
		t.Errorf("%+v", m)
	}
}

// A payment that bounces before any of it left is returned, and nothing is missing.
func TestBounceWithoutDeficit(t *testing.T) {
	s := begin(t, simple())
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 10:00"))
	accepted(t, s.do(agent, ny("2002-11-25 10:00"), wired("z", "zoe", "", 5_00)))
	for _, reference := range []string{"W1", "z"} {
		d := accepted(t, s.do(agent, ny("2002-11-25 11:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: reference}))
		if len(d.Warnings) != 0 {
			t.Errorf("%s: %s", reference, d.Warnings)
		}
	}
}

// A hold over the first purchase of the terms stops it and no other; it is told with
// its note, of two the lesser, whichever was told first.
func TestHoldOverTheFirstPurchase(t *testing.T) {
	for _, notes := range [][]string{{"a dispute", "a lien", ""}, {"a lien", "a dispute", ""}, {"", "a lien", "a dispute"}} {
		s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
		s.pay(pShimon, 1_00, ny("2002-11-25 12:00"))
		s.pay(pAlpha, 1_00, ny("2002-11-25 12:00"))
		for _, note := range notes {
			accepted(t, s.do(agent, ny("2002-11-26 09:00"), escrow.HoldPlaced{Hold: "h", Purchase: pShimon, Note: note}))
		}
		accepted(t, s.do(agent, ny("2002-11-26 09:30"), escrow.HoldPlaced{Hold: "i", Purchase: pShimon}))
		accepted(t, s.refund("2002-11-26 10:00", pAlpha, 1_00, escrow.GroundExcess))
		d := refused(t, s.refund("2002-11-26 10:00", pShimon, 1_00, escrow.GroundExcess), "escrow.instruction.on_hold", "escrow.instruction.on_hold")
		wantTexts(t, "holds", []string{values(d.Why[0].Data), values(d.Why[1].Data)},
			"purchase=visnstein hold=h since=2002-11-26T09:00:00-05:00 note=a dispute",
			"purchase=visnstein hold=i since=2002-11-26T09:30:00-05:00")
		var needed []string
		for _, n := range s.purchase(pShimon, "2002-11-26 10:00").Needs[:2] {
			needed = append(needed, values(n.Data))
		}
		wantTexts(t, "needs", needed, "hold=h", "hold=i")
	}
}
