package escrow_test

import (
	"fmt"
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

func interestTo(rule escrow.InterestRule) escrow.Terms {
	terms := simple()
	terms.Interest = rule
	return terms
}

func credit() escrow.InterestEarned {
	return escrow.InterestEarned{Reference: "i", Cents: 100_00, From: date("2002-11-26"), Through: date("2002-11-29")}
}

// Facts that are told after interest was paid change the shares; what is paid is
// never more than came, and a payment that turns out too large is a deficit.
func TestInterestIsNeverPaidTwice(t *testing.T) {
	s := begin(t, interestTo(escrow.InterestToInvestors))
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	accepted(t, s.refund("2002-12-02 12:00", pAlpha, 100_00, escrow.GroundInterest))
	s.pay(pShimon, 268_000_00, ny("2002-11-25 11:00"))
	p := s.purchase(pShimon, "2002-12-03 12:00")
	if p.InterestCents != 34_90 {
		t.Errorf("the share is %d", p.InterestCents)
	}
	refused(t, s.refund("2002-12-03 12:00", pShimon, 34_90, escrow.GroundInterest), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	if m := own(s.total(ny("2002-12-03 12:00"))); m.InterestCents != 0 || m.DeficitCents != 0 || m.HeldCents != 768_000_00 {
		t.Errorf("%+v", m)
	}

	s = begin(t, interestTo(escrow.InterestToInvestors)).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	accepted(t, s.refund("2002-12-02 12:00", pAlpha, 65_10, escrow.GroundInterest))
	accepted(t, s.do(agent, ny("2002-11-25 16:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W2"}))
	// All of it is the other's now, and 34.90 are left.
	if p := s.purchase(pShimon, "2002-12-03 11:00"); p.InterestCents != 100_00 {
		t.Errorf("the share is %d", p.InterestCents)
	}
	refused(t, s.refund("2002-12-03 12:00", pShimon, 34_91, escrow.GroundInterest), "escrow.instruction.not_enough_held")
	accepted(t, s.refund("2002-12-03 12:00", pShimon, 34_90, escrow.GroundInterest))
}

// The company's interest is paid to it, once, and to nobody else.
func TestInterestOfTheCompany(t *testing.T) {
	s := begin(t, interestTo(escrow.InterestToCompany)).fund(ny("2002-11-25 11:00"))
	pay := func(cents int64, currency string) escrow.Decision {
		return s.do(agent, ny("2002-12-02 12:00"), escrow.Refund{Cents: cents, Currency: currency, Ground: escrow.GroundInterest})
	}
	refused(t, pay(1, ""), "escrow.instruction.not_enough_held")
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	refused(t, pay(100_01, ""), "escrow.instruction.not_enough_held")
	refused(t, pay(1, "CHF"), "escrow.refund.other_currency")
	refused(t, s.refund("2002-12-02 12:00", pAlpha, 1, escrow.GroundInterest), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	d := accepted(t, pay(100_00, ""))
	if d.Legs[0].Payee != company || d.Legs[0].Kind != escrow.LegInterest {
		t.Errorf("%+v", d.Legs)
	}
	if m := own(s.total(ny("2002-12-02 12:00"))); m.InterestCents != 0 || m.ReservedCents != 100_00 || m.HeldCents != 768_000_00 {
		t.Errorf("%+v", m)
	}
	accepted(t, s.failed(d.Legs[0].ID, "2002-12-02 13:00"))
	if m := own(s.total(ny("2002-12-02 13:00"))); m.InterestCents != 100_00 || m.ReservedCents != 0 {
		t.Errorf("%+v", m)
	}
	s = begin(t, interestTo(escrow.InterestUndivided)).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	refused(t, pay(1, ""), "escrow.refund.no_ground")
}

// A thousand purchases are paid their interest in about the time of a thousand
// payments, and not of a million shares.
func BenchmarkInterestOfMany(b *testing.B) {
	const n = 1000
	terms := interestTo(escrow.InterestToInvestors)
	terms.ConsentShares, terms.Purchases = 0, nil
	var log []escrow.Event
	add := func(at string, body escrow.Body) {
		log = append(log, escrow.Event{ID: escrow.EventID(fmt.Sprint("e", len(log))), At: ny(at), By: agent, Body: body})
	}
	for i := range n {
		p, investor := escrow.PurchaseID(fmt.Sprint("p", i)), escrow.PartyID(fmt.Sprint("i", i))
		terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: p, Investor: investor, Shares: 1, DueCents: 1000})
		add("2002-11-25 11:00", wired(fmt.Sprint("w", i), investor, p, 1000))
	}
	for m := range 12 {
		add("2003-11-25 11:00", escrow.InterestEarned{Reference: fmt.Sprint(m), Cents: n * 10, From: date("2002-12-01"), Through: date("2002-12-31")})
	}
	for _, p := range terms.Purchases {
		add("2003-11-26 11:00", escrow.Refund{Purchase: p.ID, Cents: 120, Ground: escrow.GroundInterest})
	}
	for b.Loop() {
		_, decisions, err := escrow.Replay(terms, log)
		if err != nil {
			b.Fatal(err)
		}
		accepted(b, decisions[len(decisions)-1])
	}
}
