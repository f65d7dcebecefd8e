package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// A refusal of too much says how much there is and how much less that is.
func TestSentencesOfTooMuch(t *testing.T) {
	terms := interestTo(escrow.InterestToCompany)
	terms.Purchases = append(terms.Purchases, escrow.Purchase{ID: "alpha-2", Investor: alpha, Shares: 1, DueCents: 1_00})
	s := begin(t, terms)
	s.pay(pAlpha, 500_000_30, ny("2002-11-25 11:00"))
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), wired("z", "zoe", "", 5_00)))
	accepted(t, s.do(agent, ny("2002-11-30 11:00"), credit()))
	for _, c := range []struct {
		body escrow.Body
		want string
	}{
		{
			escrow.Refund{Purchase: pAlpha, Cents: 50, Ground: escrow.GroundExcess},
			"purchase=alpha ground=excess have=0.30 short=0.20",
		},
		{
			escrow.Refund{Rail: escrow.RailWire, Reference: "z", Cents: 5_20, Ground: escrow.GroundSuspense},
			"rail=wire reference=z have=5.00 short=0.20",
		},
		{escrow.ApplySuspense{ExcessOf: pAlpha, To: "alpha-2", Cents: 50}, "excess_of=alpha have=0.30 short=0.20"},
		{escrow.Refund{Cents: 100_20, Ground: escrow.GroundInterest}, "have=100.00 short=0.20"},
	} {
		d := refused(t, s.do(agent, ny("2002-12-02 11:00"), c.body), "escrow.instruction.not_enough_held")
		if got := values(d.Why[0].Data); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// Where more left than came in, what is missing for a release is more than is due.
func TestSentencesOfADeficit(t *testing.T) {
	s := begin(t, simple())
	s.pay(pAlpha, 10, ny("2002-11-25 10:00"))
	accepted(t, s.do(agent, ny("2002-11-25 11:00"), escrow.Ordered{Order: "o", Purchase: pAlpha, Payee: court, Cents: 10}))
	accepted(t, s.obey("2002-11-25 12:00", pAlpha, 10, "o"))
	d := accepted(t, s.do(agent, ny("2002-11-25 13:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "W1"}))
	if got := said(d.Warnings, "escrow.deposit.deficit"); got != "purchase=alpha short=0.10" {
		t.Errorf("%s", got)
	}
	d = s.release(ny("2002-11-26 10:00"), pAlpha)
	if got := said(d.Why, "escrow.instruction.not_enough_held"); got != "purchase=alpha have=-0.10 due=500000.00 basis=signed missing=500000.10" {
		t.Errorf("%s", got)
	}
	// So with money in suspense.
	accepted(t, s.do(agent, ny("2002-11-26 10:00"), wired("z", "zoe", "", 5_00)))
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.Refund{
		Rail: escrow.RailWire, Reference: "z", Cents: 2_00, Ground: escrow.GroundSuspense,
	}))
	d = accepted(t, s.do(agent, ny("2002-11-26 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "z"}))
	if got := said(d.Warnings, "escrow.deposit.deficit"); got != "rail=wire reference=z short=2.00" {
		t.Errorf("%s", got)
	}
}

// Investors with just the shares that the terms ask for move the hour, one share
// less does not, and the sentence tells what is missing.
func TestHourAgreedByEnoughShares(t *testing.T) {
	five := escrow.Consented{Day: date("2002-11-26"), Time: calendar.MustClock(17, 0)}
	for _, c := range []struct {
		needed int64
		hour   string
		code   law.Code
		want   string
	}{
		{
			520_833, "17:00", "escrow.closing.time_agreed", "relation=by hour=17:00 have=520833 need=520833",
		},
		{
			520_834, "15:00", "escrow.closing.time_not_agreed", "relation=by hour=15:00 proposed=17:00 have=520833 need=520834",
		},
		{
			0, "15:00", "escrow.closing.time_not_agreed", "relation=by hour=15:00 proposed=17:00 have=520833",
		},
	} {
		terms := simple()
		terms.ConsentShares = c.needed
		s := begin(t, terms).fund(ny("2002-11-25 11:00"))
		for _, by := range []escrow.PartyID{company, alpha} {
			accepted(t, s.do(by, ny("2002-11-25 12:00"), five))
		}
		sc := s.deal.Closing(pAlpha, ny("2002-11-26 12:00"))
		if got := said(sc.Why, c.code); got != c.want || !sc.Cutoff.Equal(ny("2002-11-26 "+c.hour)) {
			t.Errorf("%d needed: until %s\n%s", c.needed, sc.Cutoff, sc.Why)
		}
	}
}

// The cure of a condition names who can bring the fact and who can waive it. One that
// is broken for good can only be waived, if at all.
func TestCuresOfConditions(t *testing.T) {
	for _, c := range []struct {
		kind            escrow.Kind
		waivable        bool
		who, code, data string
	}{
		{escrow.Throughout, true, string(alpha), "escrow.cure.waive", "condition=k purchase=alpha"},
		{escrow.Throughout, false, "", "escrow.cure.none", ""},
		{escrow.Once, true, string(company), "escrow.cure.show", "condition=k waivable_by=alpha-capital"},
		{escrow.Once, false, string(company), "escrow.cure.show", "condition=k"},
	} {
		terms := simple()
		terms.Conditions = []escrow.Condition{{ID: "k", Text: "text", Kind: c.kind, Favors: escrow.ForInvestor, Waivable: c.waivable}}
		s := begin(t, terms).fund(ny("2002-11-25 11:00"))
		s.lapsed("k", pAlpha, ny("2002-11-25 12:00"))
		d := refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.condition_not_met")
		if got := d.Cures[0]; who(got) != c.who || string(got.Code) != c.code || values(got.Data) != c.data {
			t.Errorf("%s, waivable %v: %+v", c.kind, c.waivable, got)
		}
	}
}

// A minimum that is missing leaves every purchase without a day, and a deal without a
// minimum has nothing to say of one.
func TestMinimumIsTold(t *testing.T) {
	s := begin(t, minMax())
	s.pay("a", 5_000_000_00, ny("2002-06-10 12:00"))
	sc := s.wantDate("no date", "a", ny("2002-06-10 13:00"))
	if got := said(sc.Why, "escrow.closing.no_minimum"); got != "have=5000000.00 need=8000000.00 short=3000000.00 by=2002-06-28" {
		t.Errorf("%s", sc.Why)
	}
	s.pay("b", 3_000_000_00, ny("2002-06-10 14:00"))
	if sc := s.wantDate("2002-06-10", "a", ny("2002-06-10 15:00")); sc.Why.Has("escrow.closing.no_minimum") {
		t.Errorf("%s", sc.Why)
	}
	if c := begin(t, simple()).total(ny("2002-11-26 12:00")).Contingency; c != nil {
		t.Errorf("a minimum of no terms: %+v", c)
	}
}
