package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// No amendment drops the last condition or the last purchase.
func TestAmendmentsThatDropTheLast(t *testing.T) {
	terms := moneyAndPaper()
	terms.ConsentShares = 0
	for what, change := range map[string]func(*escrow.Terms){
		"field=conditions[1] condition=8(b)": func(t *escrow.Terms) { t.Conditions = t.Conditions[:1] },
		"field=purchases[1] purchase=alpha":  func(t *escrow.Terms) { t.Purchases = t.Purchases[:1] },
	} {
		next := terms
		change(&next)
		d := begin(t, terms).do(company, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: next})
		refused(t, d, "escrow.amend.changes")
		if got := values(d.Why[0].Data); got != what {
			t.Errorf("%s", got)
		}
	}
}

// Without a minimum, whose money would count toward one concerns nobody else.
func TestBonaFideWithoutAMinimum(t *testing.T) {
	next := simple()
	next.Purchases[1].BonaFide = true
	d := begin(t, simple()).amend(company, ny("2002-11-25 13:00"), escrow.Amend{Amendment: "1", Terms: next}, alpha)
	if d.Why[0].Code != "escrow.amend.in_force" {
		t.Errorf("%s", d.Why)
	}
}

// The past is told with the notice that was given by then.
func TestNoticesOfThePast(t *testing.T) {
	terms := simple()
	terms.Anchor = escrow.AnchorNotice
	terms.Notice = escrow.NoticeTerms{Lead: business(2, ""), Window: business(10, "")}
	s := begin(t, terms).fund(ny("2002-11-25 11:00"))
	accepted(t, s.do(company, ny("2002-11-26 11:00"), escrow.CallClosing{Day: date("2002-11-29")}), "escrow.call.done")
	accepted(t, s.do(company, ny("2002-11-27 11:00"), escrow.CallClosing{Day: date("2002-12-05")}))
	for _, c := range []struct{ at, day, want string }{
		{"2002-11-26 10:59", "no date", ""},
		{"2002-11-26 11:00", "2002-11-29", "date=2002-11-29"},
		{"2002-11-27 10:59", "2002-11-29", "date=2002-11-29"},
		{"2002-11-27 11:00", "2002-12-05", "date=2002-12-05"},
	} {
		sc := s.wantDate(c.day, pAlpha, ny(c.at))
		if got := said(sc.Why, "escrow.closing.by_notice"); got != c.want {
			t.Errorf("at %s: %s", c.at, got)
		}
	}
}

// Certificates make up the number when the last of them came, in whatever order they
// are told.
func TestCertificatesToldInAnyOrder(t *testing.T) {
	s := begin(t, moneyAndPaper())
	accepted(t, s.do(company, ny("2002-11-26 10:00"), s.certificate(pAlpha, 500_000)))
	accepted(t, s.do(company, ny("2002-11-25 10:00"), s.certificate(pAlpha, 20_833)))
	if f := s.finding("8(b)", pAlpha, ny("2002-11-27 10:00")); f.State != escrow.Met || !f.Since.Equal(ny("2002-11-26 10:00")) {
		t.Errorf("%s since %s", f.State, f.Since)
	}
}

// Where all close together it is told how many are waited for, of how many.
func TestWaitingForOthersIsCounted(t *testing.T) {
	terms := simple()
	terms.Scope = escrow.ScopeTogether
	terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: "c", Investor: "carl", Shares: 1, DueCents: 1_00})
	s := begin(t, terms)
	s.pay(pAlpha, 500_000_00, ny("2002-11-25 11:00"))
	for _, want := range []string{"waiting=2 purchases=3", "waiting=1 purchases=3"} {
		got := said(s.deal.Closing(pAlpha, ny("2002-11-25 12:00")).Why, "escrow.closing.waits_for_others")
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
		s.pay("c", 1_00, ny("2002-11-25 11:00"))
	}
}

// Each purchase of one release is told with its own day.
func TestReleaseOfTwoDays(t *testing.T) {
	s := begin(t, simple())
	s.pay(pShimon, 268_000_00, ny("2002-11-25 11:00"))
	s.pay(pAlpha, 500_000_00, ny("2002-11-26 11:00"))
	d := accepted(t, s.release(ny("2002-11-27 10:00"), pShimon, pAlpha))
	wantTexts(t, "the release", []string{values(d.Why[0].Data), values(d.Why[1].Data), said(d.Warnings, "escrow.release.after_closing_date")},
		"purchase=visnstein date=2002-11-26 since=2002-11-25T11:00:00-05:00 at=2002-11-27T10:00:00-05:00",
		"purchase=alpha date=2002-11-27 since=2002-11-26T11:00:00-05:00 at=2002-11-27T10:00:00-05:00",
		"purchase=visnstein date=2002-11-26 since=2002-11-25T11:00:00-05:00 today=2002-11-27")
}

// A stranger is no party whose refusal counts for the order of time, not even for
// what it asks itself.
func TestStrangersHaveNoClock(t *testing.T) {
	s := begin(t, simple())
	for _, at := range []string{"2002-11-26 12:00", "2002-11-26 11:00"} {
		refused(t, s.do("mallory", ny(at), waive("7(b)", pAlpha)), "escrow.waive.not_favored_party")
	}
	refused(t, s.do(shimon, ny("2002-11-26 12:00"), waive("7(b)", pAlpha)), "escrow.waive.not_favored_party")
	refused(t, s.do(shimon, ny("2002-11-26 11:00"), waive("7(b)", pAlpha)), "escrow.instruction.backdated", "escrow.waive.not_favored_party")
}

// An instruction from before an amendment knows no purchase that was added by it,
// also in a replay in which that was just spoken of.
func TestPurchaseBeforeItWasAdded(t *testing.T) {
	added := simple()
	added.Purchases = append(added.Purchases, escrow.Purchase{ID: "c", Investor: "carl", Shares: 1, DueCents: 1_00})
	amend := escrow.Amend{Amendment: "1", Terms: added, Signed: true}
	deal, ds, err := escrow.Replay(simple(), []escrow.Event{
		{ID: "0", At: ny("2002-11-25 12:00"), By: company, Body: amend},
		{ID: "1", At: ny("2002-11-25 12:00"), By: "carl", Body: escrow.SignAmendment{Amendment: "1"}},
		{ID: "2", At: ny("2002-11-25 12:30"), By: agent, Body: wired("w", "carl", "c", 1_00)},
		{ID: "3", At: ny("2002-11-25 11:00"), By: agent, Body: escrow.Release{Purchases: []escrow.PurchaseID{"c"}}},
		{ID: "4", At: ny("2002-11-25 13:00"), By: agent, Body: escrow.Release{Purchases: []escrow.PurchaseID{"c"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	ds = told(t, deal, ds)
	refused(t, ds[3], "escrow.instruction.backdated", "escrow.instruction.unknown_purchase")
	refused(t, ds[4], escrow.CodeBeforeClosingDate)
}
