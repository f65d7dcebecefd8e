package escrow_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// usual is a deal of the ready values alone.
func usual() escrow.Terms {
	return escrow.Terms{
		ID: "placement", Signed: ny("2026-11-23 09:00"), Company: "issuer", Agent: "bank",
		Purchases: []escrow.Purchase{
			{ID: "ann", Investor: "ann", Shares: 600, DueCents: 60_000_00},
			{ID: "bob", Investor: "bob", Shares: 400, DueCents: 40_000_00},
		},
		Conditions: escrow.UsualConditions(), Closing: calendar.NextTradingDay(), WireCalendar: calendar.FederalReserve(),
	}
}

// noneCited wants that an answer cites the law alone, if anything.
func noneCited(t *testing.T, what string, answer any) {
	t.Helper()
	for _, cite := range regexp.MustCompile(`"cite":"[^"]*"`).FindAllString(asJSON(t, answer), -1) {
		if !strings.HasPrefix(cite, `"cite":"NYSE Rule `) && !strings.Contains(cite, " CFR ") {
			t.Errorf("%s cites: %s", what, cite)
		}
	}
}

// TestUsualConditions runs a deal of the ready values from its opening to the
// release. What is missing is refused, what is there closes, and nothing cites a
// contract.
func TestUsualConditions(t *testing.T) {
	s := begin(t, usual())
	told := func(what string, d escrow.Decision) escrow.Decision {
		t.Helper()
		noneCited(t, what, d)
		return d
	}
	early := told("early", s.do("bank", ny("2026-11-24 10:00"), escrow.Release{Purchases: []escrow.PurchaseID{"ann", "bob"}}))
	if early.Outcome != escrow.Refused {
		t.Fatalf("a release of nothing is %s", early.Outcome)
	}
	for _, c := range escrow.UsualConditions() {
		if missing := slices.ContainsFunc(early.Why, func(r law.Reason) bool {
			return strings.HasPrefix(values(r.Data), "condition="+string(c.ID)+" ") && strings.HasSuffix(values(r.Data), " purchase=ann")
		}); missing == (c.Kind == escrow.Absence) {
			t.Errorf("%s is missing: %t\n%s", c.ID, missing, early.Why)
		}
		waived := s.deal.Check(escrow.Event{ID: "w", At: ny("2026-11-24 11:00"), By: map[escrow.Side]escrow.PartyID{
			escrow.ForCompany: "issuer", escrow.ForInvestor: "ann",
		}[c.Favors], Body: escrow.Waive{Purchase: "ann", Condition: c.ID, Signed: true, Day: waiverDay(c)}})
		told("waiver", waived)
		if c.Waivable == (c.ID == "legality") || waived.Why.Has("escrow.waive.not_waivable") == c.Waivable {
			t.Errorf("a waiver of %s, waivable %t, is %s: %s", c.ID, c.Waivable, waived.Outcome, waived.Why)
		}
	}
	at := ny("2026-11-25 10:00") // the day before Thanksgiving
	for _, p := range usual().Purchases {
		for _, c := range []escrow.ConditionID{"investor-documents", "company-documents"} {
			told("documents", s.do("bank", at, escrow.Observed{Condition: c, Purchase: p.ID, State: escrow.Met}))
		}
		told("wire", s.do("bank", at, s.wire(p.ID, p.DueCents)))
		told("certificate", s.do("bank", at, s.certificate(p.ID, p.Shares)))
	}
	told("trading", s.do("bank", at, escrow.Observed{Condition: "trading", State: escrow.Met}))
	noneCited(t, "schedule", s.wantDate("2026-11-27", "ann", at))
	for _, p := range usual().Purchases {
		for _, c := range []escrow.ConditionID{"investor-representations", "company-representations", "opinion"} {
			told("bring-down", s.do("bank", ny("2026-11-27 09:00"), escrow.Observed{
				Condition: c, Purchase: p.ID, State: escrow.Met, Day: date("2026-11-27"),
			}))
		}
	}
	paid := told("release", s.do("bank", ny("2026-11-27 16:30"), escrow.Release{Purchases: []escrow.PurchaseID{"ann", "bob"}}))
	if paid.Outcome != escrow.Accepted {
		t.Errorf("the release is %s: %s", paid.Outcome, paid.Why)
	}
	noneCited(t, "report", s.deal.Report(ny("2026-11-27 17:00")))
	noneCited(t, "terms", s.deal.Terms())
	changed := escrow.UsualConditions()
	changed[0].ID = "changed"
	if escrow.UsualConditions()[0].ID == "changed" {
		t.Error("the caller can change the ready conditions")
	}
}

// waiverDay is the day that a waiver names of what is tested on the closing day.
func waiverDay(c escrow.Condition) calendar.Date {
	if c.Kind == escrow.AtClosing {
		return date("2026-11-25")
	}
	return calendar.Date{}
}
