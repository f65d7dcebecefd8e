package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// moneyAndPaper is focus with the conditions on money and on certificates alone.
func moneyAndPaper() escrow.Terms {
	terms := focus()
	c := escrow.FocusConditions()
	terms.Conditions = []escrow.Condition{c[1], c[5]}
	return terms
}

// A certificate that goes back to the company is here no more, once, and is not
// handed out at a later closing.
func TestCertificatesGoBackOnce(t *testing.T) {
	terms := moneyAndPaper()
	terms.Anchor = escrow.AnchorNotice
	terms.Notice = escrow.NoticeTerms{Lead: business(1, ""), Window: business(1, "")}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	certificate := s.certificate(pAlpha, 520_833)
	accepted(t, s.do(company, ny("2002-11-25 12:00"), certificate))
	accepted(t, s.do(company, ny("2002-11-25 13:00"), escrow.CallClosing{Day: date("2002-11-26")}))
	p := s.purchase(pAlpha, "2002-12-02 10:00")
	if p.Stage == escrow.StageReady || !p.Schedule.Date.IsZero() || p.Needs[0].Code != "escrow.closing.by_notice" ||
		!p.Schedule.Why.Has("escrow.closing.window_over") {
		t.Errorf("the window is over: %s, %+v", p.Stage, p.Needs)
	}
	d := accepted(t, s.do(agent, ny("2002-12-02 12:00"), escrow.Unwind{Purchase: pAlpha, Ground: escrow.GroundNotice}))
	if len(d.Legs) != 2 || d.Legs[1].Kind != escrow.LegCertificatesBack || d.Legs[1].Shares != 520_833 {
		t.Fatalf("%+v", d.Legs)
	}
	back := *s
	accepted(t, s.settled(d.Legs[0].ID, "2002-12-03 12:00"))
	accepted(t, s.settled(d.Legs[1].ID, "2002-12-03 12:00"))
	if p := s.purchase(pAlpha, "2002-12-03 12:00"); p.CertificateShares != 0 || p.Stage != escrow.StageOpen || len(p.Needs) == 0 {
		t.Errorf("%+v", p)
	}
	if p := s.purchase(pAlpha, "2002-12-02 11:00"); p.CertificateShares != 520_833 {
		t.Errorf("%d shares before it went back", p.CertificateShares)
	}
	// That it left the agent's custody is the same departure, told again.
	accepted(t, s.do(agent, ny("2002-12-03 13:00"), escrow.CertificateReturned{Certificate: certificate.Certificate}))
	accepted(t, s.do(company, ny("2002-12-03 14:00"), escrow.CallClosing{Day: date("2002-12-04")}))
	s.pay(pAlpha, 500_000_00, ny("2002-12-03 15:00"))
	refused(t, s.release(ny("2002-12-04 10:00"), pAlpha), "escrow.release.condition_not_met")
	accepted(t, s.do(company, ny("2002-12-04 11:00"), s.certificate(pAlpha, 520_833)))
	if p := s.purchase(pAlpha, "2002-12-04 11:00"); p.CertificateShares != 520_833 {
		t.Errorf("%d shares in the new certificate", p.CertificateShares)
	}
	d = accepted(t, s.release(ny("2002-12-04 12:00"), pAlpha))
	if last := d.Legs[len(d.Legs)-1]; last.Kind != escrow.LegCertificates || last.Shares != 520_833 {
		t.Errorf("%+v", d.Legs)
	}

	// A leg that fails leaves the certificate here.
	s = &back
	accepted(t, s.failed(d0(s, 1), "2002-12-03 12:00"))
	for at, want := range map[string]int64{"2002-12-02 11:59": 520_833, "2002-12-02 12:00": 0, "2002-12-03 11:59": 0, "2002-12-03 12:00": 520_833} {
		if got := s.purchase(pAlpha, at).CertificateShares; got != want {
			t.Errorf("at %s %d shares are here, want %d", at, got, want)
		}
	}
}

// d0 is a leg that is open, by its place.
func d0(s *story, i int) escrow.LegID { return s.total(ny("2002-12-02 12:00")).Legs[i].ID }

// A purchase that ended alone goes back alone, with its certificates.
func TestUnwindOne(t *testing.T) {
	s := begin(t, moneyAndPaper()).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(company, ny("2002-11-25 11:00"), s.certificate(pAlpha, 520_833)))
	accepted(t, s.do(agent, ny("2002-11-25 12:00"), escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth}))
	refused(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Unwind{Ground: escrow.GroundTerminated}), "escrow.refund.no_ground", "escrow.refund.no_ground")
	refused(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Unwind{Purchase: pShimon, Ground: escrow.GroundTerminated}), "escrow.refund.no_ground")
	refused(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Unwind{Purchase: "nobody", Ground: escrow.GroundTerminated}), "escrow.instruction.unknown_purchase")
	accepted(t, s.do(agent, ny("2002-11-25 13:00"), escrow.HoldPlaced{Hold: "h"}))
	accepted(t, s.do(agent, ny("2002-11-25 13:00"), escrow.HoldPlaced{Hold: "own", Purchase: pShimon}))
	refused(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Unwind{Purchase: pShimon, Ground: escrow.GroundTerminated}),
		"escrow.instruction.on_hold", "escrow.refund.no_ground", "escrow.instruction.on_hold")
	accepted(t, s.do(agent, ny("2002-11-25 14:00"), escrow.HoldLifted{Hold: "h"}))
	d := accepted(t, s.do(agent, ny("2002-11-25 15:00"), escrow.Unwind{Purchase: pAlpha, Ground: escrow.GroundTerminated}))
	if len(d.Legs) != 2 || d.Legs[0].Payee != alpha || d.Legs[0].Cents != 500_000_00 || d.Legs[1].Payee != company {
		t.Errorf("%+v", d.Legs)
	}
	if own(s.total(ny("2002-11-25 15:00"))).HeldCents != 268_000_00 {
		t.Error("the other purchase went back too")
	}
}

// Certificates that come after a release on a waiver are handed out on their own.
func TestDeliver(t *testing.T) {
	s := begin(t, moneyAndPaper()).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(alpha, ny("2002-11-25 12:00"), waive("8(b)", pAlpha)))
	deliver := escrow.Deliver{Purchase: pAlpha}
	refused(t, s.do(agent, ny("2002-11-26 09:00"), deliver), "escrow.deliver.not_released")
	d := accepted(t, s.release(ny("2002-11-26 10:00"), pAlpha))
	accepted(t, s.settled(d.Legs[0].ID, "2002-11-26 11:00"))
	if p := s.purchase(pAlpha, "2002-11-26 11:00"); p.Stage != escrow.StageClosed || len(p.Needs) != 0 {
		t.Errorf("%s, needs %+v", p.Stage, p.Needs)
	}
	refused(t, s.do(agent, ny("2002-11-26 11:00"), deliver), "escrow.unwind.nothing_here")
	accepted(t, s.do(company, ny("2002-11-27 10:00"), s.certificate(pAlpha, 500_000)))
	wrong := s.certificate(pAlpha, 20_833)
	wrong.Holder = "another"
	accepted(t, s.do(company, ny("2002-11-27 10:00"), wrong))
	if p := s.purchase(pAlpha, "2002-11-27 10:00"); len(p.Needs) != 1 || p.Needs[0].Code != "escrow.deliver.ordered" || p.Needs[0].Who != string(agent) {
		t.Errorf("needs %+v", p.Needs)
	}
	refused(t, s.do(company, ny("2002-11-27 11:00"), deliver), "escrow.instruction.not_escrow_agent")
	refused(t, s.do(agent, ny("2002-11-27 11:00"), escrow.Deliver{Purchase: "nobody"}), "escrow.instruction.unknown_purchase")
	d = accepted(t, s.do(agent, ny("2002-11-27 11:00"), deliver))
	if len(d.Legs) != 1 || d.Legs[0].Shares != 500_000 || d.Legs[0].Payee != alpha {
		t.Errorf("%+v", d.Legs)
	}
	refused(t, s.do(agent, ny("2002-11-27 11:00"), deliver), "escrow.unwind.nothing_here")
	if p := s.purchase(pAlpha, "2002-11-27 11:00"); p.Stage != escrow.StageReleased || p.DeliveredShares != 500_000 {
		t.Errorf("%+v", p)
	}
	// One that fails is owed, and what is sent again is delivered once.
	accepted(t, s.failed(d.Legs[0].ID, "2002-11-27 12:00"))
	accepted(t, s.do(agent, ny("2002-11-27 13:00"), escrow.Reissue{Leg: d.Legs[0].ID}), "escrow.reissue.ordered")
	accepted(t, s.do(company, ny("2002-11-29 10:00"), s.certificate(pAlpha, 500_000)))
	d = accepted(t, s.do(agent, ny("2002-11-29 11:00"), deliver))
	if d.Legs[0].Shares != 20_833 {
		t.Errorf("more than was bought goes out: %+v", d.Legs)
	}
	if p := s.purchase(pAlpha, "2002-11-29 11:00"); p.DeliveredShares != 520_833 {
		t.Errorf("%d shares delivered", p.DeliveredShares)
	}
}

// A certificate that is said to have left before it came is told of until it has.
func TestParkedCertificates(t *testing.T) {
	for _, late := range []bool{false, true} {
		s := begin(t, moneyAndPaper())
		received := escrow.Event{ID: "in", At: ny("2002-11-26 10:00"), By: agent, Body: escrow.CertificateReceived{
			Certificate: "7", Purchase: pAlpha, Holder: alpha, Shares: 5,
		}}
		returned := escrow.Event{ID: "out", At: ny("2002-11-25 10:00"), By: agent, Body: escrow.CertificateReturned{Certificate: "7"}}
		if late {
			s.apply(received)
		}
		s.apply(returned)
		if !late {
			s.apply(received)
		}
		for at, want := range map[string]int{"2002-11-25 09:59": 0, "2002-11-25 10:00": 1, "2002-11-26 09:59": 1, "2002-11-26 10:00": 0} {
			if got := s.total(ny(at)).ParkedCertificates; len(got) != want {
				t.Errorf("told late %v, at %s: %+v", late, at, got)
			}
		}
	}
}
