package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// A waived lack of money lets what is there go, and nothing lets nothing go.
func TestWaivedFundsAndCertificates(t *testing.T) {
	s := begin(t, focus()).prepare(ny("2002-11-25 10:00")).bringDown("2002-11-26", ny("2002-11-26 09:00"))
	accepted(t, s.do(company, ny("2002-11-25 12:00"), waive("7(b)", pAlpha)))
	refused(t, s.release(ny("2002-11-26 12:00"), pAlpha), "escrow.instruction.not_enough_held")
	s.pay(pAlpha, 400_000_00, ny("2002-11-26 12:10"))
	d := accepted(t, s.release(ny("2002-11-26 12:30"), pAlpha))
	if d.Legs[0].Cents != 400_000_00 || !d.Warnings.Has("escrow.release.on_waiver") || !d.Warnings.Has("escrow.funds.late") {
		t.Errorf("legs %+v\nwarnings:\n%s", d.Legs, d.Warnings)
	}

	s = begin(t, focus()).fund(ny("2002-11-25 10:00"))
	for _, c := range []escrow.ConditionID{"7(a)"} {
		s.met(c, pAlpha, ny("2002-11-25 10:00"))
	}
	for _, c := range []escrow.ConditionID{"8(g)(i)", "8(g)(ii)"} {
		s.met(c, "", ny("2002-11-25 10:00"))
	}
	s.met("8(g)(iii)", pAlpha, ny("2002-11-25 10:00"))
	s.bringDown("2002-11-26", ny("2002-11-26 09:00"))
	accepted(t, s.do(alpha, ny("2002-11-25 12:00"), waive("8(a)", pAlpha)))
	accepted(t, s.do(alpha, ny("2002-11-25 12:00"), waive("8(b)", pAlpha)))
	if d := accepted(t, s.release(ny("2002-11-26 12:30"), pAlpha)); len(d.Legs) != 1 {
		t.Errorf("certificates that are not there went out: %+v", d.Legs)
	}
}

func TestWaiverIsNotSatisfaction(t *testing.T) {
	terms := focus()
	terms.OnWaiver = escrow.WaiverRefused
	s := closingDayOf(t, terms)
	s.lapsed("8(a)", pAlpha, ny("2002-11-25 12:00"))
	accepted(t, s.do(alpha, ny("2002-11-25 13:00"), waive("8(a)", pAlpha)))
	s.wantDate("2002-11-26", pAlpha, ny("2002-11-26 12:00"))
	d := refused(t, s.release(ny("2002-11-26 12:00"), pAlpha), "escrow.release.waiver_not_enough")
	if len(d.Findings) != 1 || d.Findings[0].State != escrow.Waived {
		t.Errorf("%+v", d.Findings)
	}
}
