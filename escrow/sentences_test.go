package escrow_test

import (
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// said is the sentence of a code, the first if there are several.
func said(reasons law.Reasons, code law.Code) string {
	for _, r := range reasons {
		if r.Code == code {
			return r.Text
		}
	}
	return ""
}

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
			"On this ground $0.30 can go back for alpha, $0.20 less than asked for.",
		},
		{
			escrow.Refund{Rail: escrow.RailWire, Reference: "z", Cents: 5_20, Ground: escrow.GroundSuspense},
			"Of wire z $5.00 are left in suspense, $0.20 less than asked for.",
		},
		{escrow.ApplySuspense{ExcessOf: pAlpha, To: "alpha-2", Cents: 50}, "The excess of alpha is $0.30, $0.20 less than asked for."},
		{escrow.Refund{Cents: 100_20, Ground: escrow.GroundInterest}, "The interest here is $100.00, $0.20 less than asked for."},
	} {
		d := refused(t, s.do(agent, ny("2002-12-02 11:00"), c.body), "escrow.instruction.not_enough_held")
		if got := d.Why[0].Text; got != c.want {
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
	if got := said(d.Warnings, "escrow.deposit.deficit"); got != "The money for alpha has left: $0.10 are missing in the account." {
		t.Errorf("%s", got)
	}
	d = s.release(ny("2002-11-26 10:00"), pAlpha)
	if got := said(d.Why, "escrow.instruction.not_enough_held"); got != "The agent holds -$0.10 of the $500,000.00 due for alpha "+
		"(the signed amount); $500,000.10 are missing." {
		t.Errorf("%s", got)
	}
	// So with money in suspense.
	accepted(t, s.do(agent, ny("2002-11-26 10:00"), wired("z", "zoe", "", 5_00)))
	accepted(t, s.do(agent, ny("2002-11-26 11:00"), escrow.Refund{
		Rail: escrow.RailWire, Reference: "z", Cents: 2_00, Ground: escrow.GroundSuspense,
	}))
	d = accepted(t, s.do(agent, ny("2002-11-26 12:00"), escrow.DepositReturned{Rail: escrow.RailWire, Reference: "z"}))
	if got := said(d.Warnings, "escrow.deposit.deficit"); got != "The money of wire z has left: $2.00 are missing in the account." {
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
			520_833, "17:00", "escrow.closing.time_agreed", "The closing takes place by 17:00 New York time: the company and investors with " +
				"520,833 shares agreed on it, and 520,833 are needed.",
		},
		{
			520_834, "15:00", "escrow.closing.time_not_agreed", "The closing takes place by 15:00 New York time: the company agreed on 17:00 " +
				"with investors of only 520,833 shares of the 520,834 needed.",
		},
		{
			0, "15:00", "escrow.closing.time_not_agreed", "The closing takes place by 15:00 New York time: the company agreed on 17:00 " +
				"with investors of only 520,833 shares, and the terms let no other time be agreed.",
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
		kind     escrow.Kind
		waivable bool
		who, how string
	}{
		{escrow.Throughout, true, string(alpha), "waive k in a signed writing"},
		{escrow.Throughout, false, "", "nothing is to be done: it is broken for good, and no waiver cures it"},
		{escrow.Once, true, string(company), "show that k is met, or have alpha-capital waive it in a signed writing"},
		{escrow.Once, false, string(company), "show that k is met"},
	} {
		terms := simple()
		terms.Conditions = []escrow.Condition{{ID: "k", Text: "text", Kind: c.kind, Favors: escrow.ForInvestor, Waivable: c.waivable}}
		s := begin(t, terms).fund(ny("2002-11-25 11:00"))
		s.lapsed("k", pAlpha, ny("2002-11-25 12:00"))
		d := refused(t, s.release(ny("2002-11-26 10:00"), pAlpha), "escrow.release.condition_not_met")
		if got := d.Cures[0]; got.Who != c.who || got.How != c.how {
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
	if got := said(sc.Why, "escrow.closing.no_minimum"); got != "Of the minimum of $8,000,000.00, $5,000,000.00 are here as good money of "+
		"accepted bona fide purchases, $3,000,000.00 short; the last day for it is Friday, June 28, 2002." {
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
