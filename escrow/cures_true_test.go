package escrow_test

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// cureFor is the cure of the reason with the code.
func cureFor(t *testing.T, d escrow.Decision, code law.Code) escrow.Cure {
	t.Helper()
	for i, r := range d.Why {
		if r.Code == code {
			return d.Cures[i]
		}
	}
	t.Fatalf("no reason %s in %s", code, d.Why)
	return escrow.Cure{}
}

// A waiver is offered just where it lets money go: where it is, it is given and the
// release is no longer refused for the condition; where it is not, it does not help.
func TestWaiversAreOfferedWhereTheyCure(t *testing.T) {
	kinds := map[string]struct {
		kind  escrow.Kind
		setup func(*story)
		offer bool
	}{
		"once, unknown":       {escrow.Once, func(*story) {}, true},
		"once, unmet":         {escrow.Once, func(s *story) { s.lapsed("k", pAlpha, ny("2002-11-25 12:00")) }, true},
		"at closing":          {escrow.AtClosing, func(*story) {}, true},
		"throughout, unknown": {escrow.Throughout, func(*story) {}, false},
		"throughout, lapsed":  {escrow.Throughout, func(s *story) { s.lapsed("k", pAlpha, ny("2002-11-25 12:00")) }, true},
		"throughout, broken": {escrow.Throughout, func(s *story) {
			s.lapsed("k", pAlpha, ny("2002-11-25 12:00"))
			s.met("k", pAlpha, ny("2002-11-25 13:00"))
		}, true},
		"absence":             {escrow.Absence, func(s *story) { s.lapsed("k", pAlpha, ny("2002-11-25 12:00")) }, true},
		"custody, none":       {escrow.Custody, func(*story) {}, true},
		"funds, nothing here": {escrow.Funds, func(*story) {}, false},
		"funds, a part here":  {escrow.Funds, func(s *story) { s.pay(pAlpha, 1, ny("2002-11-25 12:00")) }, true},
	}
	for name, c := range kinds {
		for _, rule := range []escrow.WaiverRule{escrow.WaiverCounts, escrow.WaiverRefused} {
			t.Run(name+", "+string(rule), func(t *testing.T) {
				terms := focus()
				terms.OnWaiver = rule
				terms.Conditions = []escrow.Condition{{ID: "k", Text: "it is so", Kind: c.kind, Favors: escrow.ForCompany, Waivable: true}}
				s := begin(t, terms)
				if c.kind != escrow.Funds {
					s.pay(pAlpha, 500_000_00, ny("2002-11-25 12:00"))
				}
				c.setup(s)
				refusal := func(d escrow.Decision) (found escrow.Finding, refused bool) {
					if len(d.Findings) == 0 {
						return escrow.Finding{}, false
					}
					return d.Findings[0], true
				}
				d := s.release(ny("2002-11-26 10:00"), pAlpha)
				f, ok := refusal(d)
				offer := c.offer && rule == escrow.WaiverCounts
				if !ok || (f.WaivableBy != "") != offer {
					t.Fatalf("waivable by %q: %s", f.WaivableBy, d.Why)
				}
				if cure := cureFor(t, d, d.Why[0].Code); strings.Contains(cure.Text, "in a signed writing") != offer {
					t.Errorf("cure %+v", cure)
				}
				b := waive("k", pAlpha)
				if c.kind == escrow.AtClosing {
					b.Day = date("2002-11-26")
				}
				accepted(t, s.do(company, ny("2002-11-26 10:30"), b))
				at := ny("2002-11-29 11:00")
				if c.kind == escrow.AtClosing {
					at = ny("2002-11-26 11:00")
				}
				d = s.release(at, pAlpha)
				if cured := d.Outcome == escrow.Accepted; cured != offer {
					t.Errorf("after the waiver: %s, %s", d.Outcome, d.Why)
				}
			})
		}
	}
}

// Nobody is told to pay what it has paid, to do what nobody can do, or to bring what
// would not help.
func TestCuresAreTrue(t *testing.T) {
	t.Run("money that is not good yet", func(t *testing.T) {
		for _, c := range []struct {
			name    string
			pending int64
			who     string
		}{
			{"none", 0, string(alpha)}, {"a part", 100_000_00, string(alpha)}, {"all", 500_000_00, "the bank"}, {"more", 600_000_00, "the bank"},
		} {
			s := begin(t, simple())
			if c.pending > 0 {
				b := s.wire(pAlpha, c.pending)
				b.Rail = escrow.RailACH
				accepted(t, s.do(agent, ny("2002-11-25 10:00"), b))
			}
			d := s.release(ny("2002-11-26 10:00"), pAlpha)
			for _, code := range []law.Code{"escrow.release.condition_not_met", "escrow.instruction.not_enough_held"} {
				if cure := cureFor(t, d, code); who(cure) != c.who || c.pending == 100_000_00 && !strings.Contains(cure.Text, "$400,000.00 more") {
					t.Errorf("%s pending: %+v", c.name, cure)
				}
			}
		}
	})
	t.Run("certificates for too many shares", func(t *testing.T) {
		terms := focus()
		terms.Conditions = []escrow.Condition{{ID: "k", Text: "delivered", Kind: escrow.Custody, Favors: escrow.ForInvestor}}
		s := begin(t, terms)
		s.pay(pAlpha, 500_000_00, ny("2002-11-25 12:00"))
		one, two := s.certificate(pAlpha, 520_833), s.certificate(pAlpha, 7)
		accepted(t, s.do(company, ny("2002-11-25 12:00"), one))
		accepted(t, s.do(company, ny("2002-11-25 12:00"), two))
		d := s.release(ny("2002-11-26 10:00"), pAlpha)
		if cure := cureFor(t, d, "escrow.release.condition_not_met"); who(cure) != string(agent) || !strings.Contains(cure.Text, "7 shares") {
			t.Errorf("%+v", cure)
		}
		accepted(t, s.do(agent, ny("2002-11-26 10:30"), escrow.CertificateReturned{Certificate: two.Certificate}))
		accepted(t, s.release(ny("2002-11-27 11:00"), pAlpha))
	})
	t.Run("a purchase that is over", func(t *testing.T) {
		s := begin(t, simple()).fund(ny("2002-11-25 11:00"))
		accepted(t, s.do(agent, ny("2002-11-25 12:00"), escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth}))
		if cure := cureFor(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.instruction.terminated"); who(cure) != "" {
			t.Errorf("%+v", cure)
		}
	})
	t.Run("a minimum that the purchases cannot reach", func(t *testing.T) {
		terms := minMax()
		terms.Purchases = terms.Purchases[:1]
		s := begin(t, terms)
		s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
		if cure := cureFor(t, s.release(ny("2002-06-11 12:00"), "a"), "escrow.release.minimum_not_reached"); who(cure) != string(company) ||
			!strings.Contains(cure.Text, "$3,000,000.00") {
			t.Errorf("%+v", cure)
		}
		all := begin(t, minMax())
		all.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
		if cure := cureFor(t, all.release(ny("2002-06-11 12:00"), "a"), "escrow.release.minimum_not_reached"); who(cure) == string(company) {
			t.Errorf("%+v", cure)
		}
	})
	t.Run("a maximum that leaves no room", func(t *testing.T) {
		s := eight(t)
		s.pay("c", 3_000_000_00, ny("2002-06-10 12:00"))
		if cure := cureFor(t, s.release(ny("2002-06-14 12:00"), "a", "b", "c"), "escrow.release.maximum_exceeded"); who(cure) != string(agent) {
			t.Errorf("fewer fit: %+v", cure)
		}
		accepted(t, s.release(ny("2002-06-14 12:00"), "a", "b"))
		if cure := cureFor(t, s.release(ny("2002-06-14 12:00"), "c"), "escrow.release.maximum_exceeded"); who(cure) != string(company) {
			t.Errorf("none fits: %+v", cure)
		}
		terms := minMax()
		terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: "d", Investor: "dee", Shares: 3, DueCents: 3_000_000_00})
		s = begin(t, terms)
		for p, cents := range map[escrow.PurchaseID]int64{"a": 5_000_000_00, "b": 3_000_000_00, "c": 3_000_000_00, "d": 3_000_000_00} {
			s.pay(p, cents, ny("2002-06-10 12:00"))
		}
		accepted(t, s.release(ny("2002-06-14 12:00"), "a", "b"))
		if cure := cureFor(t, s.release(ny("2002-06-14 12:00"), "c", "d"), "escrow.release.maximum_exceeded"); who(cure) != string(company) {
			t.Errorf("none of two fits: %+v", cure)
		}
	})
	t.Run("an hour of a date that does not move", func(t *testing.T) {
		terms := simple()
		terms.Late, terms.ConsentShares = escrow.LateRefused, 0
		s := begin(t, terms).fund(ny("2002-11-25 11:00"))
		if cure := cureFor(t, s.release(ny("2002-11-26 15:01"), pAlpha), "escrow.release.after_cutoff"); who(cure) != string(company) {
			t.Errorf("%+v", cure)
		}
	})
}
