package escrow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// offered is an offering of at least 800,000.00 by March 29, 2024, to as many
// subscribers of 400,000.00 as are named, of whom a bona fide one is in small letters.
func offered(subscribers ...string) escrow.Terms {
	t := escrow.Terms{
		ID: "notes-2024", Signed: ny("2024-01-15 09:00"), Company: "issuer", Agent: agent,
		Conditions: []escrow.Condition{
			{ID: "paid", Text: "the subscriber has paid in full", Kind: escrow.Funds, Favors: escrow.ForCompany, Waivable: true},
		},
		Closing: calendar.ClosingRule{
			Count: calendar.Deadline{Unit: calendar.BusinessDays, Roll: calendar.Forward, Calendar: calendar.FederalReserve()},
		},
		Contingency: escrow.Contingency{MinCents: 800_000_00, By: date("2024-03-29")},
	}
	for _, name := range subscribers {
		t.Purchases = append(t.Purchases, escrow.Purchase{
			ID: escrow.PurchaseID(name), Investor: escrow.PartyID("inv-" + name), Shares: 4, DueCents: 400_000_00, BonaFide: name == strings.ToLower(name),
		})
	}
	return t
}

// The first release names purchases that count and reach the minimum together, since
// the rest can still go back; it bars no refund, no cancellation and no court.
func TestFirstReleaseReachesTheMinimum(t *testing.T) {
	for _, c := range []struct {
		name  string
		names []escrow.PurchaseID
		want  law.Code // the refusal
	}{
		{"half of the minimum", []escrow.PurchaseID{"a"}, "escrow.release.minimum_not_named"},
		{"exactly the minimum", []escrow.PurchaseID{"a", "b"}, ""},
		{"an affiliate's for one that counts", []escrow.PurchaseID{"a", "C"}, "escrow.release.minimum_not_named"},
		{"an affiliate's besides", []escrow.PurchaseID{"C", "a", "b"}, ""},
		{"more than the minimum", []escrow.PurchaseID{"d", "a", "b"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t, offered("a", "b", "C", "d")).fund(ny("2024-02-01 12:00"))
			d := s.release(ny("2024-02-05 12:00"), c.names...)
			if c.want == "" {
				accepted(t, d)
				return
			}
			refused(t, d, c.want)
			if who(d.Cures[0]) != string(agent) {
				t.Errorf("%+v", d.Cures)
			}
			// The cure works: more purchases that count.
			accepted(t, s.release(ny("2024-02-05 13:00"), append(c.names, "b", "d")...))
		})
	}
	t.Run("a later release", func(t *testing.T) {
		s := begin(t, offered("a", "b", "C", "d")).fund(ny("2024-02-01 12:00"))
		accepted(t, s.release(ny("2024-02-05 12:00"), "a", "b"))
		accepted(t, s.release(ny("2024-02-06 12:00"), "C"))
		accepted(t, s.release(ny("2024-02-07 12:00"), "d"))
	})
	t.Run("what is not a release", func(t *testing.T) {
		terms := offered("a", "b", "d")
		terms.CancelBy = ny("2024-03-27 12:00")
		s := begin(t, terms).fund(ny("2024-02-01 12:00"))
		accepted(t, s.do(agent, ny("2024-02-05 12:00"), escrow.Ordered{Order: "o", Purchase: "a", Payee: court, Cents: 1_00}))
		accepted(t, s.obey("2024-02-05 12:00", "a", 1_00, "o"))
		accepted(t, s.do("inv-b", ny("2024-02-06 12:00"), escrow.Cancel{Purchase: "b"}))
		accepted(t, s.refund("2024-02-06 12:00", "b", 400_000_00, escrow.GroundCanceled))
		if c := s.total(ny("2024-04-01 12:00")).Contingency; c.Reached || !c.Failed || c.CountedCents != 400_000_00 || c.ShortfallCents != 0 {
			t.Errorf("%+v", c)
		}
		accepted(t, s.refund("2024-04-01 12:00", "d", 400_000_00, escrow.GroundMinimum))
	})
}

// SOURCE: SEC v. Manor Nursing Centers, 458 F.2d 1082 (2d Cir. 1972): 450,000 shares at
// $10, all or none; the dates are not those of the case. A bank reports checks of
// $2.5 million as cleared, and takes them back two days after the release.
func TestReleasedMoneyThatBounces(t *testing.T) {
	tell := func(more ...string) *story {
		terms := offered("wires", "checks", "late")
		terms.Contingency.MinCents = 4_500_000_00
		terms.Purchases[0].DueCents, terms.Purchases[1].DueCents, terms.Purchases[2].DueCents = 2_000_000_00, 2_500_000_00, 2_500_000_00
		s := begin(t, terms)
		s.pay("wires", 2_000_000_00, ny("2024-02-01 12:00"))
		accepted(t, s.do(agent, ny("2024-02-01 12:00"), escrow.DepositReceived{
			Rail: escrow.RailCheck, Reference: "77", From: "inv-checks", Purchase: "checks", Cents: 2_500_000_00,
		}))
		refused(t, s.release(ny("2024-02-02 12:00"), "wires"), "escrow.release.minimum_not_reached")
		accepted(t, s.do(agent, ny("2024-02-05 09:00"), escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "77"}))
		accepted(t, s.release(ny("2024-02-05 12:00"), "wires", "checks"))
		accepted(t, s.do(agent, ny("2024-02-07 12:00"), escrow.DepositReturned{Rail: escrow.RailCheck, Reference: "77"}))
		for _, at := range more {
			s.pay("late", 2_500_000_00, ny(at))
		}
		return s
	}
	stands := func(s *story, at string, want escrow.ContingencyReport) {
		t.Helper()
		want.MinCents, want.By = 4_500_000_00, date("2024-03-29")
		if c := s.total(ny(at)).Contingency; *c != want {
			t.Errorf("at %s: %+v, want %+v", at, *c, want)
		}
	}
	s := tell()
	stands(s, "2024-02-07 11:59", escrow.ContingencyReport{CountedCents: 4_500_000_00, Reached: true})
	stands(s, "2024-02-07 12:00", escrow.ContingencyReport{CountedCents: 2_000_000_00, ShortfallCents: 2_500_000_00})
	stands(s, "2024-03-30 00:00", escrow.ContingencyReport{CountedCents: 2_000_000_00, ShortfallCents: 2_500_000_00, Failed: true})

	// Money that comes late cures nothing, and goes back; what was released stays out.
	s = tell("2024-04-01 10:00")
	refused(t, s.release(ny("2024-04-01 12:00"), "late"), "escrow.release.minimum_not_reached")
	refused(t, s.refund("2024-04-01 12:00", "wires", 1, escrow.GroundMinimum), "escrow.instruction.already_closed", "escrow.instruction.not_enough_held")
	accepted(t, s.refund("2024-04-01 12:00", "late", 2_500_000_00, escrow.GroundMinimum))

	// Money that comes in time does.
	s = tell("2024-03-01 10:00")
	stands(s, "2024-03-01 10:00", escrow.ContingencyReport{CountedCents: 4_500_000_00, Reached: true})
	accepted(t, s.release(ny("2024-03-01 12:00"), "late"))
	stands(s, "2024-04-01 10:00", escrow.ContingencyReport{CountedCents: 4_500_000_00, Reached: true})
}

// After a release fell short of the minimum, the next one makes it whole by itself too.
func TestReleaseAfterAShortfall(t *testing.T) {
	s := begin(t, offered("a", "b", "c", "d", "E")).fund(ny("2024-02-01 12:00"))
	accepted(t, s.release(ny("2024-02-05 12:00"), "a", "b"))
	accepted(t, s.do(agent, ny("2024-02-06 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
	if c := s.total(ny("2024-02-06 13:00")).Contingency; !c.Reached || c.CountedCents != 1_200_000_00 || c.ShortfallCents != 0 {
		t.Errorf("%+v", c)
	}
	refused(t, s.release(ny("2024-02-06 13:00"), "E"), "escrow.release.minimum_not_named")
	accepted(t, s.release(ny("2024-02-06 14:00"), "E", "d"))
}

// What was released counts no more than left with it: money that comes to it later is
// no payment to the seller.
func TestReleasedCountsWhatLeft(t *testing.T) {
	s := begin(t, offered("a", "b"))
	s.pay("a", 400_000_00, ny("2024-02-01 12:00"))
	s.pay("b", 300_000_00, ny("2024-02-01 12:00"))
	accepted(t, s.do("issuer", ny("2024-02-01 13:00"), escrow.Waive{Purchase: "b", Condition: "paid", Signed: true}))
	if c := s.total(ny("2024-02-01 13:00")).Contingency; c.CountedCents != 700_000_00 {
		t.Errorf("a part of the payment that is enough: %+v", c)
	}
	terms := s.deal.Terms()
	terms.Contingency.MinCents = 700_000_00
	s.amend("issuer", ny("2024-02-02 12:00"), escrow.Amend{Amendment: "1", Terms: terms}, "inv-a", "inv-b")
	accepted(t, s.release(ny("2024-02-05 12:00"), "a", "b"))
	s.pay("b", 100_000_00, ny("2024-02-06 12:00"))
	if c := s.total(ny("2024-02-06 12:00")).Contingency; c.CountedCents != 700_000_00 || !c.Reached {
		t.Errorf("%+v", c)
	}
}

// A purchase counts once it is accepted: every condition of its own met or waived, by
// the end of the date and still.
func TestAcceptance(t *testing.T) {
	type row struct {
		name  string
		at    string // of the fact
		body  escrow.Body
		by    escrow.PartyID
		asked string
		want  []law.Code // what keeps it out: code and condition; none if it counts
	}
	seen := func(c escrow.ConditionID, state escrow.State) escrow.Observed {
		return escrow.Observed{Condition: c, Purchase: "a", State: state}
	}
	waived := func(c escrow.ConditionID) escrow.Waive {
		return escrow.Waive{Condition: c, Purchase: "a", Signed: true}
	}
	const now, late = "escrow.minimum.condition", "escrow.minimum.condition_late"
	test := func(name string, change func(*escrow.Terms), rows ...row) {
		for _, c := range rows {
			t.Run(name+": "+c.name, func(t *testing.T) {
				terms := offered("a", "b")
				change(&terms)
				s := begin(t, terms).fund(ny("2024-02-01 12:00"))
				if c.body != nil {
					by := c.by
					if by == "" {
						by = agent
					}
					accepted(t, s.do(by, ny(c.at), c.body))
				}
				m := s.purchase("a", c.asked).Minimum
				var got []string
				for _, u := range m.Against {
					got = append(got, strings.TrimSpace(string(u.Why.Code)+" "+string(u.Condition)))
				}
				if fmt.Sprint(got) != fmt.Sprint(c.want) || (len(c.want) == 0) != (m.CountedCents == 400_000_00) {
					t.Errorf("counts %d, against %v, want %v", m.CountedCents, got, c.want)
				}
				if other := s.purchase("b", c.asked).Minimum; name == "the whole deal's" && other.CountedCents != 400_000_00 {
					t.Errorf("b counts %d", other.CountedCents)
				}
			})
		}
	}
	condition := func(k escrow.Condition) func(*escrow.Terms) {
		k.ID, k.Text = "k", "a text"
		if k.Favors == "" {
			k.Favors = escrow.ForCompany
		}
		k.Waivable = true
		return func(t *escrow.Terms) {
			t.Conditions = append(t.Conditions, k)
			t.Purchases = t.Purchases[:1]
			t.Purchases = append(t.Purchases, escrow.Purchase{ID: "b", Investor: "inv-b", Shares: 4, DueCents: 400_000_00, BonaFide: true})
		}
	}
	test("accepted once", condition(escrow.Condition{Kind: escrow.Once}),
		row{name: "nobody said so", asked: "2024-02-05 12:00", want: []law.Code{now + " k"}},
		row{name: "nobody said so, and the date is over", asked: "2024-04-01 12:00", want: []law.Code{now + " k", late + " k"}},
		row{name: "said", at: "2024-02-02 12:00", body: seen("k", escrow.Met), asked: "2024-02-05 12:00"},
		row{name: "the instant before", at: "2024-02-05 12:00", body: seen("k", escrow.Met), asked: "2024-02-05 11:59", want: []law.Code{now + " k"}},
		row{name: "the last second of the date", at: "2024-03-29 23:59:59", body: seen("k", escrow.Met), asked: "2024-04-01 12:00"},
		row{name: "the day after", at: "2024-03-30 00:00", body: seen("k", escrow.Met), asked: "2024-04-01 12:00", want: []law.Code{late + " k"}},
		row{name: "waived", at: "2024-02-05 12:00", by: "issuer", body: waived("k"), asked: "2024-02-05 12:00"},
		row{name: "waived after the date", at: "2024-04-01 12:00", by: "issuer", body: waived("k"), asked: "2024-04-01 12:00", want: []law.Code{late + " k"}},
	)
	test("no order", condition(escrow.Condition{Kind: escrow.Absence}),
		row{name: "nobody said so", asked: "2024-04-01 12:00"},
		row{name: "said after the date", at: "2024-04-01 10:00", body: seen("k", escrow.Unmet), asked: "2024-04-01 12:00", want: []law.Code{now + " k"}},
	)
	test("certificates", condition(escrow.Condition{Kind: escrow.Custody}),
		row{name: "none", asked: "2024-02-05 12:00", want: []law.Code{now + " k"}},
		row{
			name: "all", at: "2024-02-05 12:00", asked: "2024-02-05 12:00",
			body: escrow.CertificateReceived{Certificate: "1", Purchase: "a", Holder: "inv-a", Shares: 4},
		},
	)
	test("waivers that are not enough", func(t *escrow.Terms) {
		condition(escrow.Condition{Kind: escrow.Once})(t)
		t.OnWaiver = escrow.WaiverRefused
	}, row{name: "waived", at: "2024-02-05 12:00", by: "issuer", body: waived("k"), asked: "2024-02-05 12:00", want: []law.Code{now + " k"}})
	test("the whole deal's", condition(escrow.Condition{Kind: escrow.Once, DealWide: true}),
		row{name: "nobody said so", asked: "2024-04-01 12:00"})
	test("the closing day's", condition(escrow.Condition{Kind: escrow.AtClosing}), row{name: "nobody said so", asked: "2024-04-01 12:00"})
	test("payment", func(*escrow.Terms) {},
		row{name: "in full", asked: "2024-04-01 12:00"},
		row{
			name: "taken back", at: "2024-02-05 12:00", body: escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}, asked: "2024-02-05 12:00",
			want: []law.Code{now + " paid"},
		},
		row{
			name: "taken back after the date", at: "2024-04-01 10:00", body: escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"},
			asked: "2024-04-01 12:00", want: []law.Code{now + " paid"},
		},
	)
}

// Without a condition on payment a purchase counts, as it is released, when it is paid
// in full.
func TestPaymentThatNoConditionAsksFor(t *testing.T) {
	terms := offered("a", "b")
	terms.Conditions = []escrow.Condition{{ID: "k", Text: "a text", Kind: escrow.Absence, Favors: escrow.ForCompany}}
	s := begin(t, terms)
	s.pay("a", 399_999_99, ny("2024-02-01 12:00"))
	s.pay("b", 400_000_00, ny("2024-03-30 12:00"))
	m := s.purchase("a", "2024-02-01 12:00").Minimum
	if m.CountedCents != 0 || len(m.Against) != 1 || m.Against[0].Why.Code != "escrow.minimum.condition" || m.Against[0].Condition != "" {
		t.Errorf("%+v", m)
	}
	s.pay("a", 1, ny("2024-02-01 13:00"))
	if m := s.purchase("a", "2024-02-01 13:00").Minimum; m.CountedCents != 400_000_00 || m.Against != nil {
		t.Errorf("%+v", m)
	}
	m = s.purchase("b", "2024-03-30 12:00").Minimum
	if m.CountedCents != 0 || len(m.Against) != 2 || m.Against[0].Why.Code != "escrow.minimum.condition_late" || m.Against[1].Why.Code != "escrow.minimum.late" {
		t.Errorf("%+v", m)
	}
}

// A purchase that nobody accepted does not bring the minimum, and is no part of a
// first release.
func TestReleaseBeforeAcceptance(t *testing.T) {
	terms := offered("a", "b")
	terms.Conditions = append(terms.Conditions, escrow.Condition{ID: "accepted", Text: "the issuer accepted it", Kind: escrow.Once, Favors: escrow.ForCompany})
	s := begin(t, terms).fund(ny("2024-02-01 12:00"))
	s.met("accepted", "a", ny("2024-02-01 12:00"))
	d := refused(t, s.release(ny("2024-02-05 12:00"), "a"), "escrow.release.minimum_not_reached")
	if len(d.Findings) != 0 || s.purchase("b", "2024-02-05 12:00").Minimum.Against[0].Condition != "accepted" {
		t.Errorf("%+v", d)
	}
	if n := s.purchase("b", "2024-02-05 12:00").Needs[0]; n.Condition != "accepted" || !n.By.Equal(ny("2024-03-30 00:00").Add(-1)) {
		t.Errorf("%+v", n)
	}
	s.met("accepted", "b", ny("2024-02-05 13:00"))
	accepted(t, s.release(ny("2024-02-05 14:00"), "a", "b"))
}

// A fact that is told ahead changes what counts from its own instant on.
func TestFactsToldAhead(t *testing.T) {
	for _, body := range []escrow.Body{
		escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"},
		escrow.CertificateReturned{Certificate: "1"},
		escrow.Observed{Condition: "accepted", Purchase: "a", State: escrow.Unmet},
		escrow.NotBonaFide{Purchase: "a"},
		escrow.NotBonaFide{Rail: escrow.RailWire, Reference: "W1"},
		escrow.Terminated{Purchase: "a", Right: escrow.RightOfBoth},
		escrow.Terminated{Right: escrow.RightOfBoth},
	} {
		terms := offered("a", "b")
		terms.Contingency.MinCents = 400_000_01
		terms.Conditions = append(terms.Conditions,
			escrow.Condition{ID: "accepted", Text: "the issuer accepted it", Kind: escrow.Absence, Favors: escrow.ForCompany},
			escrow.Condition{ID: "papers", Text: "the papers are here", Kind: escrow.Custody, Favors: escrow.ForInvestor})
		s := begin(t, terms).fund(ny("2024-02-01 12:00"))
		for i, p := range terms.Purchases {
			accepted(t, s.do(agent, ny("2024-02-01 12:00"), escrow.CertificateReceived{
				Certificate: fmt.Sprint(i + 1), Purchase: p.ID, Holder: p.Investor, Shares: p.Shares,
			}))
		}
		accepted(t, s.do(agent, ny("2024-02-20 12:00"), body))
		for at, want := range map[string]bool{"2024-02-05 12:00": true, "2024-02-20 11:59": true, "2024-02-20 12:00": false} {
			if c := s.total(ny(at)).Contingency; c.Reached != want {
				t.Errorf("%T at %s: %+v", body, at, c)
			}
		}
		accepted(t, s.release(ny("2024-02-05 12:00"), "a", "b"))
	}
}

// SOURCE: C.E. Carlson, Inc. v. SEC, 859 F.2d 1429 (10th Cir. 1988): a minimum of 20
// million shares, of which the underwriter's president and two partnerships bought the
// rest; the split and the dates are not those of the case. Found out before the
// release, it is a fact that nobody has to sign.
func TestNotBonaFide(t *testing.T) {
	begun := func() *story {
		terms := offered("public", "partnerships", "president")
		terms.Contingency.MinCents = 20_000_000_00
		terms.Purchases[0].DueCents, terms.Purchases[1].DueCents, terms.Purchases[2].DueCents = 15_000_000_00, 2_000_000_00, 3_000_000_00
		return begin(t, terms).fund(ny("2024-02-01 12:00"))
	}
	all := []escrow.PurchaseID{"public", "partnerships", "president"}
	t.Run("a purchase", func(t *testing.T) {
		s := begun()
		accepted(t, s.do("examiner", ny("2024-02-05 12:00"), escrow.NotBonaFide{Purchase: "president", Note: "of the underwriter"}))
		if c := s.total(ny("2024-02-05 11:59")).Contingency; !c.Reached {
			t.Errorf("before it was known: %+v", c)
		}
		if c := s.total(ny("2024-02-05 12:00")).Contingency; c.Reached || c.CountedCents != 17_000_000_00 {
			t.Errorf("%+v", c)
		}
		refused(t, s.release(ny("2024-02-05 13:00"), all...), "escrow.release.minimum_not_reached")
		if p := s.purchase("president", "2024-02-05 13:00"); p.Stage != escrow.StageFunded || p.Minimum.Against[0].Why.Code != "escrow.minimum.not_bona_fide" {
			t.Errorf("%s, %+v", p.Stage, p.Minimum)
		}
		accepted(t, s.refund("2024-04-01 12:00", "public", 15_000_000_00, escrow.GroundMinimum))
	})
	t.Run("after the release", func(t *testing.T) {
		s := begun()
		accepted(t, s.release(ny("2024-02-05 12:00"), all...))
		d := accepted(t, s.do("examiner", ny("2024-02-04 12:00"), escrow.NotBonaFide{Purchase: "partnerships"}))
		if !d.Warnings.Has("escrow.fact.late") {
			t.Errorf("%s", d.Warnings)
		}
		if c := s.total(ny("2024-02-06 12:00")).Contingency; c.Reached || c.ShortfallCents != 2_000_000_00 {
			t.Errorf("%+v", c)
		}
	})
	t.Run("one deposit, and its excess", func(t *testing.T) {
		terms := offered("a", "b", "b2")
		terms.Purchases[2].Investor = "inv-b"
		s := begin(t, terms)
		s.pay("a", 400_000_00, ny("2024-02-01 12:00"))
		accepted(t, s.do(agent, ny("2024-02-01 12:00"), wired("lent", "inv-b", "b", 700_000_00)))
		s.pay("b", 100_000_00, ny("2024-02-01 12:00"))
		accepted(t, s.do(agent, ny("2024-02-02 12:00"), escrow.ApplySuspense{ExcessOf: "b", To: "b2", Cents: 400_000_00}))
		counted := func(at string, want ...int64) {
			t.Helper()
			var sum int64
			for i, p := range []escrow.PurchaseID{"a", "b", "b2"} {
				sum += want[i]
				if got := s.purchase(p, at).Minimum; got.CountedCents != want[i] {
					t.Errorf("at %s %s counts %d, want %d: %+v", at, p, got.CountedCents, want[i], got.Against)
				}
			}
			if c := s.total(ny(at)).Contingency; c.CountedCents != sum {
				t.Errorf("at %s %d count, want %d", at, c.CountedCents, sum)
			}
		}
		counted("2024-02-05 12:00", 400_000_00, 400_000_00, 400_000_00)
		accepted(t, s.do("examiner", ny("2024-02-05 12:00"), escrow.NotBonaFide{Rail: escrow.RailWire, Reference: "lent"}))
		counted("2024-02-05 11:59", 400_000_00, 400_000_00, 400_000_00)
		counted("2024-02-05 12:00", 400_000_00, 100_000_00, 0)
		against := s.purchase("b", "2024-02-05 12:00").Minimum.Against
		if len(against) != 1 || against[0].Rail != escrow.RailWire || against[0].Reference != "lent" {
			t.Errorf("%+v", against)
		}
		// The lent money goes back to where it came from, and the investor's own counts.
		accepted(t, s.do(agent, ny("2024-02-06 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "lent"}))
		s.pay("b", 700_000_00, ny("2024-02-06 13:00"))
		counted("2024-02-06 13:00", 400_000_00, 400_000_00, 400_000_00)
	})
	t.Run("a deposit in suspense that counts since", func(t *testing.T) {
		s := begin(t, offered("a", "b"))
		s.pay("a", 400_000_00, ny("2024-02-01 12:00"))
		accepted(t, s.do(agent, ny("2024-02-01 12:00"), wired("z", "zoe", "", 400_000_00)))
		accepted(t, s.do(agent, ny("2024-02-01 13:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "z", To: "b", Cents: 400_000_00}))
		accepted(t, s.do("examiner", ny("2024-02-05 12:00"), escrow.NotBonaFide{Rail: escrow.RailWire, Reference: "z"}))
		refused(t, s.release(ny("2024-02-05 13:00"), "a", "b"), "escrow.release.minimum_not_reached")
	})
	t.Run("a deposit that is not known yet", func(t *testing.T) {
		s := begin(t, offered("a", "b"))
		d := accepted(t, s.do("examiner", ny("2024-02-01 10:00"), escrow.NotBonaFide{Rail: escrow.RailWire, Reference: "w"}))
		if r := s.total(ny("2024-02-01 11:00")); !d.Warnings.Has("escrow.fact.parked") || len(r.Parked) != 1 || !r.Parked[0].NotBonaFide.Equal(ny("2024-02-01 10:00")) {
			t.Errorf("%s, %+v", d.Warnings, r.Parked)
		}
		accepted(t, s.do(agent, ny("2024-02-01 12:00"), wired("w", "inv-a", "a", 400_000_00)))
		if p := s.purchase("a", "2024-02-01 12:00"); p.Minimum.CountedCents != 0 || len(s.total(ny("2024-02-01 12:00")).Parked) != 0 {
			t.Errorf("%+v", p.Minimum)
		}
	})
	t.Run("what is no such fact", func(t *testing.T) {
		s := begin(t, offered("a"))
		at := ny("2024-02-01 12:00")
		s.fails(s.event(agent, at, escrow.NotBonaFide{}), law.ErrMissing, "data.rail")
		s.fails(s.event(agent, at, escrow.NotBonaFide{Purchase: "z"}), law.ErrInvalid, "data.purchase")
		s.fails(s.event(agent, at, escrow.NotBonaFide{Purchase: "a", Rail: escrow.RailWire, Reference: "w"}), law.ErrConflict, "data.purchase")
		s.fails(s.event(agent, at, escrow.NotBonaFide{Rail: "cash", Reference: "w"}), law.ErrInvalid, "data.rail")
		s.fails(s.event(agent, at, escrow.NotBonaFide{Purchase: "a", Note: "\xff"}), law.ErrInvalid, "data.note")
	})
}

// The Closing Date follows the minimum where that comes last, for the release as for
// the schedule.
func TestClosingFollowsTheMinimum(t *testing.T) {
	begun := func(late escrow.LatePolicy) *story {
		terms := offered("a", "b", "c")
		terms.Late = late
		s := begin(t, terms)
		s.pay("a", 400_000_00, ny("2024-02-01 10:00"))
		s.wantDate("no date", "a", ny("2024-02-10 12:00"))
		refused(t, s.release(ny("2024-02-12 10:00"), "a"), "escrow.release.minimum_not_reached") // and not for its date
		s.pay("b", 400_000_00, ny("2024-02-15 10:00"))
		return s
	}
	for _, late := range []escrow.LatePolicy{escrow.LateRolls, escrow.LateRefused} {
		t.Run(string(late), func(t *testing.T) {
			s := begun(late)
			sc := s.wantDate("2024-02-15", "a", ny("2024-02-15 10:30"))
			if sc.Missed || sc.Scheduled != date("2024-02-15") || !sc.Complete.Equal(ny("2024-02-15 10:00")) {
				t.Errorf("%+v", sc)
			}
			d := accepted(t, s.release(ny("2024-02-15 10:30"), "a", "b"))
			if d.Warnings.Has("escrow.release.after_closing_date") {
				t.Errorf("%s", d.Warnings)
			}
			// What was released is told as of then, whatever became of the minimum.
			accepted(t, s.do(agent, ny("2024-02-20 10:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
			if sc := s.wantDate("2024-02-15", "a", ny("2024-02-21 10:30")); !sc.Closed || !sc.Complete.Equal(ny("2024-02-15 10:00")) {
				t.Errorf("%+v", sc)
			}
		})
	}
	t.Run("lost and reached again", func(t *testing.T) {
		s := begun(escrow.LateRefused)
		accepted(t, s.do(agent, ny("2024-02-15 11:00"), escrow.Terminated{Purchase: "b", Right: escrow.RightOfBoth}))
		s.wantDate("no date", "a", ny("2024-02-15 12:00"))
		s.pay("c", 400_000_00, ny("2024-02-20 10:00"))
		s.wantDate("2024-02-20", "a", ny("2024-02-20 12:00"))
		accepted(t, s.release(ny("2024-02-20 12:00"), "a", "c"))
	})
	t.Run("one that came in for another", func(t *testing.T) {
		s := begun(escrow.LateRolls)
		s.pay("c", 400_000_00, ny("2024-02-20 10:00"))
		accepted(t, s.do(agent, ny("2024-02-20 11:00"), escrow.Terminated{Purchase: "b", Right: escrow.RightOfBoth}))
		// The minimum was there all along; but c, which brings it now, came on that day.
		if sc := s.wantDate("2024-02-20", "a", ny("2024-02-20 12:00")); sc.Missed {
			t.Errorf("%+v", sc)
		}
	})
	t.Run("money that another replaces at the same instant", func(t *testing.T) {
		s := begun(escrow.LateRolls)
		accepted(t, s.do(agent, ny("2024-02-16 10:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
		s.pay("a", 400_000_00, ny("2024-02-16 10:00"))
		if sc := s.deal.Closing("a", ny("2024-02-16 10:00")); !sc.Complete.Equal(ny("2024-02-15 10:00")) {
			t.Errorf("%+v", sc)
		}
	})
	t.Run("a minimum that was lowered", func(t *testing.T) {
		s := begun(escrow.LateRefused)
		accepted(t, s.do(agent, ny("2024-02-15 11:00"), escrow.Terminated{Purchase: "b", Right: escrow.RightOfBoth}))
		terms := s.deal.Terms()
		terms.Contingency.MinCents = 400_000_00
		s.amend("issuer", ny("2024-02-21 10:00"), escrow.Amend{Amendment: "1", Terms: terms}, "inv-a", "inv-b", "inv-c")
		s.wantDate("2024-02-21", "a", ny("2024-02-21 12:00"))
		s.pay("c", 1, ny("2024-03-20 10:00")) // told ahead, so that the present has to be looked at anew
		s.wantDate("2024-02-21", "a", ny("2024-02-21 12:00"))
		accepted(t, s.release(ny("2024-02-21 12:00"), "a"))
	})
	t.Run("a lapse before the release that is told after it", func(t *testing.T) {
		terms := offered("a", "b", "C")
		terms.Conditions = append(terms.Conditions, escrow.Condition{ID: "k", Text: "a text", Kind: escrow.Absence, Favors: escrow.ForCompany})
		s := begin(t, terms)
		s.pay("a", 400_000_00, ny("2024-02-01 10:00"))
		s.pay("b", 400_000_00, ny("2024-02-01 10:00"))
		accepted(t, s.release(ny("2024-02-05 12:00"), "a", "b"))
		s.lapsed("k", "b", ny("2024-02-02 10:00"))
		s.pay("C", 400_000_00, ny("2024-02-01 10:00"))
		if sc := s.deal.Closing("C", ny("2024-02-06 10:00")); !sc.Complete.Equal(ny("2024-02-05 12:00")) {
			t.Errorf("%+v", sc)
		}
	})
	t.Run("those whose date passed", func(t *testing.T) {
		s := begun(escrow.LateRefused)
		s.pay("c", 400_000_00, ny("2024-02-21 10:00"))
		sc := s.wantDate("no date", "c", ny("2024-02-21 12:00"))
		if !sc.Why.Has("escrow.closing.no_minimum") {
			t.Errorf("%s", sc.Why)
		}
		p := s.purchase("c", "2024-02-21 12:00")
		if p.Stage != escrow.StageFunded || len(p.Needs) != 1 || p.Needs[0].Code != "escrow.closing.no_minimum" {
			t.Errorf("%s, needs %+v", p.Stage, p.Needs)
		}
		refused(t, s.release(ny("2024-02-21 12:00"), "c"), "escrow.release.minimum_not_named")
	})
}

// Whatever makes the last purchase count dates the closing of the others, whether the
// answer is the present one or has to be found among facts told ahead.
func TestWhatBringsTheMinimum(t *testing.T) {
	last := ny("2024-02-20 10:00")
	for _, c := range []struct {
		name string
		tell func(*story) // the last fact at that instant
	}{
		{"a wire", func(s *story) { s.pay("b", 400_000_00, last) }},
		{"a check that clears", func(s *story) {
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), escrow.DepositReceived{
				Rail: escrow.RailCheck, Reference: "7", From: "inv-b", Purchase: "b", Cents: 400_000_00,
			}))
			accepted(s.t, s.do(agent, last, escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "7"}))
		}},
		{"money out of suspense", func(s *story) {
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), wired("z", "zoe", "", 400_000_00)))
			accepted(s.t, s.do(agent, last, escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "z", To: "b", Cents: 400_000_00}))
		}},
		{"an excess", func(s *story) {
			s.pay("c", 800_000_00, ny("2024-02-02 10:00"))
			accepted(s.t, s.do(agent, last, escrow.ApplySuspense{ExcessOf: "c", To: "b", Cents: 400_000_00}))
		}},
		{"an excess that is no longer lent", func(s *story) {
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), wired("lent", "inv-b", "c", 300_000_00)))
			s.pay("c", 500_000_00, ny("2024-02-02 10:00"))
			accepted(s.t, s.do(agent, ny("2024-02-03 10:00"), escrow.ApplySuspense{ExcessOf: "c", To: "b", Cents: 400_000_00}))
			accepted(s.t, s.do(agent, ny("2024-02-01 10:00"), escrow.NotBonaFide{Rail: escrow.RailWire, Reference: "lent"}))
			accepted(s.t, s.do(agent, last, escrow.DepositReturned{Rail: escrow.RailWire, Reference: "lent"}))
		}},
		{"an excess that is no longer lent out of suspense", func(s *story) {
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), wired("lent", "zoe", "", 300_000_00)))
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "lent", To: "c", Cents: 300_000_00}))
			s.pay("c", 500_000_00, ny("2024-02-02 10:00"))
			accepted(s.t, s.do(agent, ny("2024-02-03 10:00"), escrow.ApplySuspense{ExcessOf: "c", To: "b", Cents: 400_000_00}))
			accepted(s.t, s.do(agent, ny("2024-02-01 10:00"), escrow.NotBonaFide{Rail: escrow.RailWire, Reference: "lent"}))
			accepted(s.t, s.do(agent, last, escrow.DepositReturned{Rail: escrow.RailWire, Reference: "lent"}))
		}},
		{"a refund that failed", func(s *story) {
			s.pay("b", 400_000_00, ny("2024-02-02 10:00"))
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), escrow.Ordered{Order: "o", Purchase: "b", Payee: court, Cents: 1}))
			d := accepted(s.t, s.obey("2024-02-02 11:00", "b", 1, "o"))
			accepted(s.t, s.do(agent, last, escrow.LegFailed{Leg: d.Legs[0].ID}))
		}},
		{"a certificate", func(s *story) {
			s.pay("b", 400_000_00, ny("2024-02-02 10:00"))
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), escrow.CertificateReturned{Certificate: "b"}))
			accepted(s.t, s.do(agent, last, escrow.CertificateReceived{Certificate: "b2", Purchase: "b", Holder: "inv-b", Shares: 4}))
		}},
		{"a certificate too many that left", func(s *story) {
			s.pay("b", 400_000_00, ny("2024-02-02 10:00"))
			accepted(s.t, s.do(agent, ny("2024-02-02 10:00"), escrow.CertificateReceived{Certificate: "b2", Purchase: "b", Holder: "inv-b", Shares: 4}))
			accepted(s.t, s.do(agent, last, escrow.CertificateReturned{Certificate: "b"}))
		}},
		{"the issuer's acceptance", func(s *story) {
			s.pay("b", 400_000_00, ny("2024-02-02 10:00"))
			s.lapsed("accepted", "b", ny("2024-02-02 10:00"))
			s.met("accepted", "b", last)
		}},
		{"a waiver", func(s *story) {
			s.pay("b", 400_000_00, ny("2024-02-02 10:00"))
			s.lapsed("accepted", "b", ny("2024-02-02 10:00"))
			accepted(s.t, s.do("issuer", last, escrow.Waive{Purchase: "b", Condition: "accepted", Signed: true}))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms := offered("a", "b", "C")
			terms.Purchases[2].ID, terms.Purchases[2].Investor = "c", "inv-b"
			terms.Conditions = append(terms.Conditions,
				escrow.Condition{ID: "accepted", Text: "the issuer accepted it", Kind: escrow.Absence, Favors: escrow.ForCompany, Waivable: true},
				escrow.Condition{ID: "papers", Text: "the papers are here", Kind: escrow.Custody, Favors: escrow.ForInvestor})
			s := begin(t, terms)
			s.pay("a", 400_000_00, ny("2024-02-01 10:00"))
			for _, p := range terms.Purchases {
				accepted(t, s.do(agent, ny("2024-02-01 10:00"), escrow.CertificateReceived{
					Certificate: string(p.ID), Purchase: p.ID, Holder: p.Investor, Shares: p.Shares,
				}))
			}
			c.tell(s)
			for _, told := range []string{"as it is", "with a fact ahead"} {
				sc := s.wantDate("no date", "a", last.Add(-1))
				if !sc.Why.Has("escrow.closing.no_minimum") {
					t.Errorf("%s, before: %s", told, sc.Why)
				}
				if sc = s.wantDate("2024-02-20", "a", last.Add(time.Hour)); !sc.Complete.Equal(last) || sc.Missed {
					t.Errorf("%s: complete at %s, missed %v", told, sc.Complete, sc.Missed)
				}
				s.pay("c", 1, ny("2024-03-20 10:00"))
			}
		})
	}
}

// What was to be so by the date is judged by the terms of then: a condition that all
// agree on later, or a higher price, is to be met later.
func TestTermsOfTheDate(t *testing.T) {
	for name, change := range map[string]func(*escrow.Terms){
		"another condition": func(t *escrow.Terms) {
			t.Conditions = append(t.Conditions, escrow.Condition{ID: "k", Text: "a text", Kind: escrow.Once, Favors: escrow.ForCompany})
		},
		"a higher price": func(t *escrow.Terms) { t.Purchases[0].DueCents++ },
	} {
		s := begin(t, offered("a", "b")).fund(ny("2024-02-01 12:00"))
		terms := s.deal.Terms()
		change(&terms)
		s.amend("issuer", ny("2024-04-01 12:00"), escrow.Amend{Amendment: "1", Terms: terms}, "inv-a", "inv-b")
		if m := s.purchase("a", "2024-04-01 12:00").Minimum; m.CountedCents != 0 || len(m.Against) != 1 || m.Against[0].Why.Code != "escrow.minimum.condition" {
			t.Errorf("%s: %+v", name, m)
		}
		want := map[string]int64{"another condition": 0, "a higher price": 400_000_00}[name]
		if c := s.total(ny("2024-04-01 12:00")).Contingency; c.CountedCents != want {
			t.Errorf("%s: %d count, want %d", name, c.CountedCents, want)
		}
		if name == "a higher price" {
			s.pay("a", 1, ny("2024-04-02 12:00"))
		} else {
			s.met("k", "a", ny("2024-04-02 12:00"))
			s.met("k", "b", ny("2024-04-02 12:00"))
		}
		if c := s.total(ny("2024-04-02 12:00")).Contingency; !c.Reached || c.CountedCents != 800_000_00 {
			t.Errorf("%s: %+v", name, c)
		}
	}
	// A purchase that is added after the date was not there by then.
	s := begin(t, offered("a", "b")).fund(ny("2024-02-01 12:00"))
	s.amend("issuer", ny("2024-04-01 12:00"), escrow.Amend{Amendment: "1", Terms: offered("a", "b", "c")}, "inv-a", "inv-b", "inv-c")
	s.pay("c", 400_000_00, ny("2024-04-02 12:00"))
	if m := s.purchase("c", "2024-04-02 12:00").Minimum; m.CountedCents != 0 || m.Against[0].Why.Code != "escrow.minimum.condition_late" {
		t.Errorf("%+v", m)
	}
}

// Terms that can never close are refused, by New and in an amendment.
func TestTermsThatNeverClose(t *testing.T) {
	for _, c := range []struct {
		name           string
		within, beyond func(*escrow.Terms)
		field          string
	}{
		{
			"a maximum below what is due of all together",
			func(t *escrow.Terms) { t.Scope, t.Contingency.MaxCents = escrow.ScopeTogether, 1_200_000_00 },
			func(t *escrow.Terms) { t.Scope, t.Contingency.MaxCents = escrow.ScopeTogether, 1_199_999_99 },
			"contingency.max_cents",
		},
		{
			"an outside date before that of the minimum",
			func(t *escrow.Terms) { t.Closing.Outside = date("2024-03-29") },
			func(t *escrow.Terms) { t.Closing.Outside = date("2024-03-28") },
			"closing.outside",
		},
		{
			"a right to cancel until the outside date is over",
			func(t *escrow.Terms) { t.Closing.Outside, t.CancelBy = date("2024-04-01"), ny("2024-04-01 23:59") },
			func(t *escrow.Terms) { t.Closing.Outside, t.CancelBy = date("2024-04-01"), ny("2024-04-02 00:00") },
			"cancel_by",
		},
		{
			"a right to cancel until the hour of the last closing",
			func(t *escrow.Terms) {
				t.Closing.By = calendar.Cutoff{Clock: calendar.MustClock(15, 0)}
				t.Closing.Outside, t.CancelBy = date("2024-03-31"), ny("2024-03-29 14:59") // a Sunday, after a Friday
			},
			func(t *escrow.Terms) {
				t.Closing.By = calendar.Cutoff{Clock: calendar.MustClock(15, 0)}
				t.Closing.Outside, t.CancelBy = date("2024-03-31"), ny("2024-03-29 15:00")
			},
			"cancel_by",
		},
		{
			"a right to cancel until the last hour that can be agreed",
			func(t *escrow.Terms) {
				t.Closing.By, t.ConsentShares = calendar.Cutoff{Clock: calendar.MustClock(15, 0)}, 12
				t.Closing.Outside, t.CancelBy = date("2024-03-29"), ny("2024-03-29 18:00")
			},
			func(t *escrow.Terms) {
				t.Closing.By, t.ConsentShares = calendar.Cutoff{Clock: calendar.MustClock(15, 0)}, 12
				t.Closing.Outside, t.CancelBy = date("2024-03-29"), ny("2024-03-30 00:00")
			},
			"cancel_by",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			good, bad := offered("a", "b", "c"), offered("a", "b", "c")
			c.within(&good)
			c.beyond(&bad)
			s := begin(t, good)
			_, err := escrow.New(bad)
			wantFault(t, err, law.ErrConflict, c.field)
			s.fails(s.event("issuer", ny("2024-02-01 12:00"), escrow.Amend{Amendment: "1", Terms: bad}), law.ErrConflict, "data.terms."+c.field)
		})
	}
	// A right without an outside date ends by itself, and one that closes each for
	// itself can stay below what is due of all.
	terms := offered("a", "b", "c")
	terms.CancelBy, terms.Contingency.MaxCents = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC), 800_000_00
	begin(t, terms)
}
