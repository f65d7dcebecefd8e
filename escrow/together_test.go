package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// All or none: if one is over, none can close, the report says so, and the money
// of the others can go back.
func TestTogetherWithOneThatIsOver(t *testing.T) {
	terms := simple()
	terms.Scope, terms.CancelBy = escrow.ScopeTogether, ny("2002-11-26 09:00")
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	if p := s.purchase(pAlpha, "2002-11-25 11:00"); p.Stage != escrow.StageReady {
		t.Errorf("%s", p.Stage)
	}
	accepted(t, s.do(shimon, ny("2002-11-25 12:00"), escrow.Cancel{Purchase: pShimon}))
	p := s.purchase(pAlpha, "2002-11-25 12:00")
	if p.Needs[0].Code != "escrow.closing.waits_for_others" {
		t.Errorf("needs %+v", p.Needs)
	}
	if p.Stage != escrow.StageFunded || !p.Schedule.Why.Has("escrow.closing.waits_for_others") || p.Needs[len(p.Needs)-1].Code != "escrow.refund.ordered" {
		t.Errorf("%s: %s, needs %+v", p.Stage, p.Schedule.Why, p.Needs)
	}
	wantTexts(t, "grounds", s.grounds(pAlpha, "2002-11-25 12:00"), "amount=500000.00 ground=terminated investor=alpha-capital")
	d := refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.together_over")
	if who(d.Cures[0]) != string(company) {
		t.Errorf("%+v", d.Cures)
	}
	both := s.release(ny("2002-11-26 10:00"), pAlpha, pShimon)
	if !both.Why.Has("escrow.release.together_over") || !both.Why.Has("escrow.instruction.terminated") || both.Why.Has("escrow.release.not_together") {
		t.Errorf("%s", both.Why)
	}
	accepted(t, s.refund("2002-11-26 11:00", pAlpha, 500_000_00, escrow.GroundTerminated))
	// One by one, the other stands for itself.
	terms.Scope = escrow.ScopeEach
	s = begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(shimon, ny("2002-11-25 12:00"), escrow.Cancel{Purchase: pShimon}))
	refused(t, s.refund("2002-11-26 10:00", pAlpha, 500_000_00, escrow.GroundTerminated), "escrow.refund.no_ground")
	accepted(t, s.release(ny("2002-11-26 11:00"), pAlpha))
}

// A purchase that is added after all have closed together closes in its turn.
func TestTogetherAgain(t *testing.T) {
	terms := simple()
	terms.Scope = escrow.ScopeTogether
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha, pShimon))
	terms.Purchases = append(append([]escrow.Purchase{}, terms.Purchases...), escrow.Purchase{ID: "c", Investor: "carl", Shares: 1, DueCents: 1_00})
	s.amend(company, ny("2002-11-26 11:00"), escrow.Amend{Amendment: "1", Terms: terms}, "carl")
	s.pay("c", 1_00, ny("2002-11-26 12:00"))
	s.wantDate("2002-11-27", "c", ny("2002-11-26 13:00"))
	accepted(t, s.release(ny("2002-11-27 10:00"), "c"))
}
