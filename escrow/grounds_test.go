package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// grounds are those on which the report says that money can go back, as told.
func (s *story) grounds(p escrow.PurchaseID, at string) (told []string) {
	s.t.Helper()
	for _, n := range s.purchase(p, at).Needs {
		if n.Code == "escrow.refund.ordered" {
			told = append(told, values(n.Data))
		}
	}
	return told
}

func wantTexts(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if asJSON(t, got) != asJSON(t, append([]string(nil), want...)) {
		t.Errorf("%s:\n%s\nwant\n%s", what, asJSON(t, got), asJSON(t, want))
	}
}

// After the release only what came late can go back, as an excess or on a court's
// order; the other grounds are over with the purchase. Nothing can go back that is
// not here, not even on an order.
func TestGroundsAfterTheClosing(t *testing.T) {
	terms := simple()
	terms.Closing.Outside = date("2002-11-29")
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha))
	accepted(t, s.do(agent, ny("2002-11-27 10:00"), escrow.Ordered{Order: "o", Purchase: pAlpha, Payee: court, Cents: 9_00}))
	wantTexts(t, "nothing is here", s.grounds(pAlpha, "2002-12-02 10:00"))
	d := refused(t, s.refund("2002-12-02 10:00", pAlpha, 1, escrow.GroundExcess), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	wantTexts(t, "nothing is here", []string{values(d.Why[0].Data), values(d.Why[1].Data)},
		"ground=excess purchase=alpha", "purchase=alpha ground=excess have=0.00 short=0.01")
	refused(t, s.obey("2002-12-02 10:00", pAlpha, 1, "o"), "escrow.instruction.not_enough_held")

	s.pay(pAlpha, 7_00, ny("2002-12-02 11:00"))
	wantTexts(t, "late money", s.grounds(pAlpha, "2002-12-02 12:00"),
		"amount=7.00 ground=excess investor=alpha-capital", "amount=7.00 order=o payee=registry of the court")
	d = refused(t, s.refund("2002-12-02 12:00", pAlpha, 1, escrow.GroundTerminated), "escrow.instruction.already_closed", "escrow.refund.no_ground")
	wantTexts(t, "late money", []string{values(d.Why[1].Data)},
		"ground=terminated purchase=alpha available=excess\ncourt order may_refund=7.00")

	// The purchase that was not released goes back on the outside date, and once it
	// did nothing can.
	wantTexts(t, "not released", s.grounds(pShimon, "2002-12-02 12:00"), "amount=268000.00 ground=outside date investor=visnstein")
	accepted(t, s.refund("2002-12-02 12:00", pShimon, 268_000_00, escrow.GroundOutside))
	d = refused(t, s.refund("2002-12-02 12:00", pShimon, 1, escrow.GroundCanceled), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	wantTexts(t, "paid back", []string{values(d.Why[0].Data)}, "ground=canceled purchase=visnstein")
}

// A share of interest of which too much was paid has nothing left, and not less.
func TestSentenceOfInterestPaidTooMuch(t *testing.T) {
	s := begin(t, interestTo(escrow.InterestToInvestors))
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	accepted(t, s.refund("2002-12-02 12:00", pAlpha, 100_00, escrow.GroundInterest))
	s.pay(pShimon, 268_000_00, ny("2002-11-25 11:00"))
	d := refused(t, s.refund("2002-12-03 12:00", pAlpha, 1_00, escrow.GroundInterest), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	if got := values(d.Why[1].Data); got != "purchase=alpha ground=interest have=0.00 short=1.00" {
		t.Errorf("%s", got)
	}
}

// A refund rests on the section on refunds, and interest on that on interest.
func TestAuthorityOfRefunds(t *testing.T) {
	terms := interestTo(escrow.InterestToInvestors)
	terms.Authority.Refund, terms.Authority.Interest = law.Citation{Cite: "§5"}, law.Citation{Cite: "§6"}
	s := begin(t, terms)
	s.pay(pAlpha, 500_000_01, ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	for ground, want := range map[escrow.Ground]string{escrow.GroundExcess: "§5", escrow.GroundInterest: "§6"} {
		d := accepted(t, s.refund("2002-12-02 12:00", pAlpha, 1, ground))
		if got := d.Why[0].Authority.Cite; got != want {
			t.Errorf("%s rests on %s", ground, got)
		}
	}
}
