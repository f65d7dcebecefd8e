package escrow_test

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// cancelable is a deal in which all is there, and whose investors may cancel until
// June 26, 2024, as 48 hours before the deadline of 17 CFR 227.304(a).
func cancelable(t *testing.T, waivable bool) *story {
	t.Helper()
	terms := simple()
	terms.Signed = ny("2024-02-01 09:00")
	terms.CancelBy, terms.CancelWaivable = ny("2024-06-26 12:00"), waivable
	s := begin(t, terms)
	s.pay(pAlpha, 500_000_00, ny("2024-02-01 10:00"))
	s.pay(pShimon, 268_000_00, ny("2024-02-01 10:00"))
	return s
}

// Nothing is released while its investor may still cancel, and the schedule says so.
func TestNoReleaseWhileAnInvestorMayCancel(t *testing.T) {
	for _, c := range []struct {
		name, at string
		want     []law.Code
	}{
		{"weeks before", "2024-05-02 11:00", []law.Code{"escrow.release.may_cancel", escrow.CodeBeforeClosingDate}},
		{"on the day", "2024-06-26 11:00", []law.Code{"escrow.release.may_cancel"}},
		{"at the last instant", "2024-06-26 12:00", []law.Code{"escrow.release.may_cancel"}},
		{"a moment later", "2024-06-26 12:00:01", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := cancelable(t, false)
			if sc := s.wantDate("2024-06-26", pAlpha, ny(c.at)); !sc.Why.Has("escrow.closing.cancel_ends") {
				t.Errorf("%s", sc.Why)
			}
			if d := s.release(ny(c.at), pAlpha); c.want == nil {
				accepted(t, d)
			} else {
				refused(t, d, c.want...)
			}
		})
	}
	s := cancelable(t, false)
	accepted(t, s.do(alpha, ny("2024-06-26 12:00"), escrow.Cancel{Purchase: pAlpha}), "escrow.cancel.done")
	if sc := s.deal.Closing(pAlpha, ny("2024-06-26 12:00")); !sc.Why.Has("escrow.closing.is_over") {
		t.Errorf("%s", sc.Why)
	}

	// A right that lasts until the hour of the closing leaves no moment of that day.
	terms := simple()
	terms.CancelBy = ny("2002-11-26 15:00")
	s = begin(t, terms).fund(ny("2002-11-25 11:00"))
	s.wantDate("2002-11-27", pAlpha, ny("2002-11-25 12:00"))
	refused(t, s.release(ny("2002-11-26 15:00"), pAlpha), "escrow.release.may_cancel", escrow.CodeBeforeClosingDate)
	accepted(t, s.release(ny("2002-11-27 10:00"), pAlpha))
}

// A right of the contract can be waived, one that a rule gives cannot; the waiver is
// the investor's, of its own purchase, in writing, and for good.
func TestWaiverOfTheRightToCancel(t *testing.T) {
	give := escrow.WaiveCancel{Purchase: pAlpha, Signed: true}
	at := ny("2024-02-01 11:00")

	s := cancelable(t, false)
	refused(t, s.do(alpha, at, give), "escrow.cancel.not_waivable")
	if d := refused(t, s.release(ny("2024-02-02 11:00"), pAlpha), "escrow.release.may_cancel", escrow.CodeBeforeClosingDate); who(d.Cures[0]) != string(agent) {
		t.Errorf("cure %+v", d.Cures[0])
	}

	s = cancelable(t, true)
	d := refused(t, s.release(ny("2024-02-02 11:00"), pAlpha), "escrow.release.may_cancel", escrow.CodeBeforeClosingDate)
	if c := d.Cures[0]; who(c) != string(alpha) || c.Code != "escrow.cure.waive_cancel" || s.deal.Check(*c.Event).Outcome != escrow.Accepted {
		t.Errorf("cure %+v", d.Cures[0])
	}
	refused(t, s.do(shimon, ny("2024-02-02 12:00"), give), "escrow.cancel.not_investor")
	refused(t, s.do(alpha, ny("2024-02-02 12:00"), escrow.WaiveCancel{Purchase: pAlpha}), "escrow.waive.no_signed_writing")
	refused(t, s.do(alpha, ny("2024-02-02 12:00"), escrow.WaiveCancel{Purchase: "nobody", Signed: true}), "escrow.instruction.unknown_purchase")
	accepted(t, s.do(alpha, ny("2024-02-02 13:00"), give), "escrow.cancel.given_up")
	refused(t, s.do(alpha, ny("2024-02-02 13:30"), escrow.Cancel{Purchase: pAlpha}), "escrow.cancel.waived")
	accepted(t, s.release(ny("2024-02-02 14:00"), pAlpha))
	refused(t, s.release(ny("2024-02-02 14:00"), pShimon), "escrow.release.may_cancel", escrow.CodeBeforeClosingDate)

	never := begin(t, simple())
	refused(t, never.do(alpha, ny("2002-11-25 12:00"), give), "escrow.cancel.no_right")

	// One to whom the purchase passes has given up nothing.
	s = cancelable(t, true)
	accepted(t, s.do(alpha, at, give))
	passed := s.deal.Terms()
	passed.Purchases = append([]escrow.Purchase{}, passed.Purchases...)
	passed.Purchases[1].Investor = "alpha-fund"
	s.amend(company, ny("2024-02-01 12:00"), escrow.Amend{Amendment: "transfer", Terms: passed}, alpha, "alpha-fund")
	refused(t, s.release(ny("2024-02-02 11:00"), pAlpha), "escrow.release.may_cancel", escrow.CodeBeforeClosingDate)
	accepted(t, s.do("alpha-fund", ny("2024-02-02 12:00"), escrow.Cancel{Purchase: pAlpha}))
}

// The right is each investor's own: one report dates the purchases apart, and where all
// close together the last right to end decides.
func TestRightsToCancelApart(t *testing.T) {
	s := cancelable(t, true)
	accepted(t, s.do(alpha, ny("2024-02-01 11:00"), escrow.WaiveCancel{Purchase: pAlpha, Signed: true}))
	for p, want := range map[escrow.PurchaseID]string{pAlpha: "2024-02-02", pShimon: "2024-06-26"} {
		sc := s.purchase(p, "2024-02-01 12:00").Schedule
		if sc.Date != date(want) {
			t.Errorf("%s closes on %s, want %s", p, sc.Date, want)
		}
		ends, last := 0, 0
		for _, r := range sc.Why {
			switch r.Code {
			case "escrow.closing.cancel_ends":
				ends++
			case "escrow.closing.last_condition":
				last++
			}
		}
		if wantEnds := map[escrow.PurchaseID]int{pAlpha: 1, pShimon: 2}[p]; ends != wantEnds || last != 1 {
			t.Errorf("%s: %s", p, sc.Why)
		}
	}
	terms := s.deal.Terms()
	terms.Scope = escrow.ScopeTogether
	all := begin(t, terms)
	all.pay(pAlpha, 500_000_00, ny("2024-02-01 10:00"))
	all.pay(pShimon, 268_000_00, ny("2024-02-01 10:00"))
	accepted(t, all.do(alpha, ny("2024-02-01 11:00"), escrow.WaiveCancel{Purchase: pAlpha, Signed: true}))
	all.wantDate("2024-06-26", pAlpha, ny("2024-02-01 12:00"))
	refused(t, all.release(ny("2024-06-26 11:00"), pAlpha, pShimon), "escrow.release.may_cancel")
	accepted(t, all.release(ny("2024-06-26 13:00"), pAlpha, pShimon))
}

// A termination opens a refund if it is the right of whoever exercises it, and has
// arisen; a stranger's word opens none, and neither does one side's agreement.
func TestWhoTerminates(t *testing.T) {
	own := func(right escrow.TerminationRight) escrow.Terminated {
		return escrow.Terminated{Purchase: pAlpha, Right: right, From: date("2002-12-07")}
	}
	both := escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth}
	for _, c := range []struct {
		name, at string
		by       escrow.PartyID
		body     escrow.Terminated
		code     law.Code // of a refusal
	}{
		{"a stranger", "2002-12-09 10:00", "a stranger", own(escrow.RightOfInvestor), "escrow.terminate.no_right"},
		{"a stranger's agreement", "2002-12-09 10:00", "a stranger", both, "escrow.terminate.no_right"},
		{"another investor", "2002-12-09 10:00", shimon, own(escrow.RightOfInvestor), "escrow.terminate.no_right"},
		{"the company, of the investor's right", "2002-12-09 10:00", company, own(escrow.RightOfInvestor), "escrow.terminate.no_right"},
		{"the investor, before its right arises", "2002-12-01 10:00", alpha, own(escrow.RightOfInvestor), "escrow.terminate.too_early"},
		{"on the day before", "2002-12-06 23:59", alpha, own(escrow.RightOfInvestor), "escrow.terminate.too_early"},
		{"the investor", "2002-12-07 00:00", alpha, own(escrow.RightOfInvestor), ""},
		{"the company", "2002-12-07 00:00", company, own(escrow.RightOfCompany), ""},
		{"the agent reports the investor's", "2002-12-07 00:00", agent, own(escrow.RightOfInvestor), ""},
		{"the agent reports it early", "2002-12-06 12:00", agent, own(escrow.RightOfInvestor), "escrow.terminate.too_early"},
		{"the agent reports a joint instruction", "2002-11-27 10:00", agent, both, ""},
		{
			"an investor, of the whole deal", "2002-12-09 10:00", alpha,
			escrow.Terminated{Right: escrow.RightOfInvestor, From: date("2002-12-07")},
			"escrow.terminate.no_right",
		},
		{"the company, for both, of the whole deal", "2002-12-09 10:00", company, escrow.Terminated{Right: escrow.RightOfBoth}, "escrow.terminate.no_right"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, simple())
			s.pay(pAlpha, 500_000_00, ny("2002-11-26 10:00"))
			d := s.do(c.by, ny(c.at), c.body)
			back := s.refund("2002-12-10 10:00", pAlpha, 500_000_00, escrow.GroundTerminated)
			if c.code == "" {
				accepted(t, d)
				accepted(t, back)
				return
			}
			refused(t, d, c.code)
			refused(t, back, "escrow.refund.no_ground")
		})
	}
	s := begin(t, simple())
	event := func(b escrow.Terminated) escrow.Event { return s.event(agent, ny("2002-12-09 10:00"), b) }
	s.fails(event(escrow.Terminated{Purchase: pAlpha}), law.ErrMissing, "data.right")
	s.fails(event(escrow.Terminated{Purchase: pAlpha, Right: "mine"}), law.ErrInvalid, "data.right")
	s.fails(event(escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfCompany}), law.ErrMissing, "data.from")
	s.fails(event(own(escrow.RightOfBoth)), law.ErrConflict, "data.from")
}

// Two sides that each report their own agreement end the purchase from the later
// word on, in whatever order they are told.
func TestBothSidesAgreeToEnd(t *testing.T) {
	for _, companyLast := range []bool{false, true} {
		s := begin(t, simple())
		s.pay(pAlpha, 500_000_00, ny("2002-11-26 10:00"))
		words := []func() escrow.Decision{
			func() escrow.Decision {
				return s.do(company, ny("2002-11-27 10:00"), escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth})
			},
			func() escrow.Decision {
				return s.do(alpha, ny("2002-11-27 11:00"), escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth})
			},
		}
		if companyLast {
			words[0], words[1] = words[1], words[0]
		}
		if d := accepted(t, words[0]()); !d.Warnings.Has("escrow.terminate.waits") {
			t.Errorf("one side: %s", d.Warnings)
		}
		if p := s.purchase(pAlpha, "2002-11-27 12:00"); p.Stage == escrow.StageTerminated {
			t.Error("one side's word ends the purchase")
		}
		accepted(t, words[1]())
		for at, over := range map[string]bool{"2002-11-27 10:59": false, "2002-11-27 11:00": true} {
			if p := s.purchase(pAlpha, at); (p.Stage == escrow.StageTerminated) != over {
				t.Errorf("at %s: %s", at, p.Stage)
			}
		}
	}
}

// Nobody signs for another: an amendment carries its proposer's signature alone.
func TestNobodySignsForAnother(t *testing.T) {
	next := simple()
	next.Closing.Outside = date("2002-12-31")
	s := begin(t, simple())
	d := accepted(t, s.do(agent, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: next, Signed: true}))
	if d.Why[0].Code != "escrow.amend.proposed" {
		t.Errorf("%s", d.Why)
	}
	for i, party := range []escrow.PartyID{company, alpha, shimon} {
		if m := s.total(ny("2002-11-25 14:00")).Amendments[0].Missing; len(m) != 3-i {
			t.Errorf("missing %v after %d signatures", m, i)
		}
		d = accepted(t, s.do(party, ny("2002-11-25 14:00"), escrow.SignAmendment{Amendment: "1"}))
	}
	if d.Why[0].Code != "escrow.amend.in_force" {
		t.Errorf("%s", d.Why)
	}
}

// A court's order is paid to whom the court names, order by order.
func TestCourtNamesThePayee(t *testing.T) {
	s := begin(t, simple())
	s.pay(pAlpha, 500_000_00, ny("2002-11-26 10:00"))
	accepted(t, s.do(agent, ny("2002-11-27 10:00"), escrow.HoldPlaced{Hold: "dispute"}))
	accepted(t, s.do(agent, ny("2003-03-03 09:00"), escrow.Ordered{Order: "interpleader", Purchase: pAlpha, Payee: court, Cents: 400_000_00}))
	accepted(t, s.do(agent, ny("2003-03-03 09:00"), escrow.Ordered{Order: "costs", Purchase: pAlpha, Payee: "receiver", Cents: 1_00}))
	refused(t, s.obey("2003-03-03 10:00", pAlpha, 1_00, "another"), "escrow.order.unknown")
	refused(t, s.obey("2003-03-03 10:00", pAlpha, 1_01, "costs"), "escrow.instruction.not_enough_held")
	for order, want := range map[string]escrow.Leg{
		"interpleader": {Payee: court, Cents: 400_000_00}, "costs": {Payee: "receiver", Cents: 1_00},
	} {
		d := accepted(t, s.obey("2003-03-03 11:00", pAlpha, want.Cents, order))
		if l := d.Legs[0]; len(d.Legs) != 1 || l.Payee != want.Payee || l.Cents != want.Cents || l.Reference != order {
			t.Errorf("%s: %+v", order, d.Legs)
		}
		refused(t, s.obey("2003-03-03 11:00", pAlpha, 1, order), "escrow.refund.no_ground", "escrow.instruction.not_enough_held")
	}
	if p := s.purchase(pAlpha, "2003-03-04 10:00"); p.HeldCents != 99_999_00 {
		t.Errorf("held %d", p.HeldCents)
	}
	e := s.event(agent, ny("2003-03-03 13:00"), escrow.Ordered{Order: "x", Purchase: pAlpha, Cents: 1})
	s.fails(e, law.ErrMissing, "data.payee")
	e.Body = escrow.Refund{Purchase: pAlpha, Cents: 1, Ground: escrow.GroundOrder}
	s.fails(e, law.ErrMissing, "data.order")
	e.Body = escrow.Refund{Purchase: pAlpha, Cents: 1, Ground: escrow.GroundExcess, Order: "costs"}
	s.fails(e, law.ErrConflict, "data.order")
}

// A refund after the day that the terms promise is accepted with a warning, and the
// report marks it as overdue from the next moment on.
func TestOverdueRefund(t *testing.T) {
	terms := minMax()
	terms.RefundWithin = calendar.Deadline{Count: 5, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	for _, c := range []struct {
		at   string
		late bool
	}{{"2002-07-08 23:59:59", false}, {"2002-07-09 00:00", true}, {"2002-09-03 12:00", true}} {
		s := begin(t, terms)
		s.pay("a", 1_000_000_00, ny("2002-06-10 12:00"))
		found := false
		for _, n := range s.purchase("a", c.at).Needs {
			if n.Code == "escrow.refund.ordered" {
				found = true
				if n.Overdue != c.late {
					t.Errorf("at %s: %+v", c.at, n)
				}
			}
			if n.Code == "escrow.closing.no_minimum" {
				t.Errorf("at %s more is asked for toward a minimum that has failed", c.at)
			}
		}
		if !found {
			t.Errorf("at %s no refund is needed: %+v", c.at, s.purchase("a", c.at).Needs)
		}
		if d := accepted(t, s.refund(c.at, "a", 1_000_000_00, escrow.GroundMinimum)); d.Warnings.Has("escrow.refund.late") != c.late {
			t.Errorf("at %s: %s", c.at, d.Warnings)
		}
		u := begin(t, terms)
		u.pay("a", 1_000_000_00, ny("2002-06-10 12:00"))
		if d := accepted(t, u.do(agent, ny(c.at), escrow.Unwind{Ground: escrow.GroundMinimum})); d.Warnings.Has("escrow.refund.late") != c.late {
			t.Errorf("unwound at %s: %s", c.at, d.Warnings)
		}
	}
}

// An amendment does not wait for a party whose purchases have ended, whenever they
// ended, and that party can no more keep it from being.
func TestAmendmentWithoutThoseThatAreOver(t *testing.T) {
	next := simple()
	next.Closing.Outside = date("2002-12-31")
	ends := escrow.Terminated{Purchase: pShimon, Right: escrow.RightOfBoth}
	var reports []string
	for _, c := range []struct {
		name   string
		before bool // it ended before the last signature
	}{{"ended while it waits", true}, {"ended once all others had signed", false}} {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
			accepted(t, s.do(company, ny("2002-11-25 12:00"), escrow.Amend{Amendment: "1", Terms: next, Signed: true}))
			if c.before {
				accepted(t, s.do(agent, ny("2002-11-25 13:00"), ends))
				refused(t, s.do(shimon, ny("2002-11-25 13:30"), escrow.WithdrawAmendment{Amendment: "1"}), "escrow.amend.not_party")
			}
			d := accepted(t, s.do(alpha, ny("2002-11-25 14:00"), escrow.SignAmendment{Amendment: "1"}))
			if !c.before {
				refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.instruction.amendment_pending")
				d = accepted(t, s.do(agent, ny("2002-11-25 13:00"), ends))
			}
			if !d.Why.Has("escrow.amend.in_force") {
				t.Errorf("%s", d.Why)
			}
			accepted(t, s.release(ny("2002-11-26 11:00"), pAlpha))
			if got := s.deal.Terms().Closing.Outside; got != next.Closing.Outside {
				t.Errorf("outside date %s", got)
			}
			reports = append(reports, asJSON(t, s.total(ny("2002-11-25 13:59")).Amendments)+asJSON(t, s.total(ny("2002-11-25 14:00")).Amendments))
		})
	}
	if reports[0] != reports[1] {
		t.Errorf("the order in which an end and a signature are told matters:\n%s\n%s", reports[0], reports[1])
	}
	// A termination that is told ahead puts the terms in force then, and no others can
	// take effect before.
	ahead := begin(t, simple())
	accepted(t, ahead.do(company, ny("2002-11-25 12:00"), escrow.Amend{Amendment: "1", Terms: next, Signed: true}))
	accepted(t, ahead.do(alpha, ny("2002-11-25 12:00"), escrow.SignAmendment{Amendment: "1"}))
	accepted(t, ahead.do(agent, ny("2002-12-10 12:00"), ends))
	again := next
	again.ConsentShares = 500_000
	refused(t, ahead.do(company, ny("2002-11-27 12:00"), escrow.Amend{Amendment: "2", Terms: again, Signed: true}), "escrow.instruction.backdated")

	// Who has another purchase that is open still has a say.
	two := simple()
	two.Purchases = append(two.Purchases, escrow.Purchase{ID: "s2", Investor: shimon, Shares: 1, DueCents: 1_00})
	after := two
	after.Closing.Outside = date("2002-12-31")
	s := begin(t, two)
	accepted(t, s.do(agent, ny("2002-11-25 13:00"), ends))
	if d := s.amend(company, ny("2002-11-25 14:00"), escrow.Amend{Amendment: "1", Terms: after}, alpha); d.Why[0].Code != "escrow.amend.proposed" {
		t.Errorf("%s", d.Why)
	}
	// Other terms cannot take effect before those in force did.
	if d := accepted(t, s.do(shimon, ny("2002-11-25 15:00"), escrow.SignAmendment{Amendment: "1"})); !d.Why.Has("escrow.amend.in_force") {
		t.Errorf("%s", d.Why)
	}
}

// An extension that is agreed after the minimum has failed is warned of, and no cure
// recommends one.
func TestExtensionAfterTheDate(t *testing.T) {
	longer, lower, other := minMax(), minMax(), minMax()
	longer.Contingency.By = date("2002-07-31")
	lower.Contingency.MinCents = 1_000_000_00
	other.Closing.Outside = date("2002-12-31")
	for _, c := range []struct {
		name, at string
		next     escrow.Terms
		late     bool
	}{
		{"longer, in time", "2002-06-28 12:00", longer, false},
		{"longer, the next day", "2002-06-29 12:00", longer, true},
		{"lower, the next day", "2002-06-29 12:00", lower, true},
		{"something else", "2002-06-29 12:00", other, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, minMax())
			s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
			d := accepted(t, s.do(company, ny(c.at), escrow.Amend{Amendment: "1", Terms: c.next, Signed: true}))
			if d.Warnings.Has("escrow.amend.extended_late") != c.late {
				t.Errorf("proposed: %s", d.Warnings)
			}
			for _, party := range []escrow.PartyID{"ann", "bob", "cfo"} {
				d = accepted(t, s.do(party, ny(c.at).Add(time.Hour), escrow.SignAmendment{Amendment: "1"}))
			}
			if !d.Why.Has("escrow.amend.in_force") || d.Warnings.Has("escrow.amend.extended_late") != c.late {
				t.Errorf("in force: %s, %s", d.Why, d.Warnings)
			}
		})
	}
	s := begin(t, minMax())
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	d := s.release(ny("2002-07-02 12:00"), "a")
	for i, r := range d.Why {
		if r.Code == "escrow.release.minimum_not_reached" && (who(d.Cures[i]) != "" || d.Cures[i].Code != "escrow.cure.refund") {
			t.Errorf("cure %+v", d.Cures[i])
		}
	}
}
