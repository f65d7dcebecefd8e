package restrict

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// randomSeller is a seller who may ask about that sale.
func randomSeller(r *rand.Rand, sale calendar.Date) Seller {
	s := Seller{
		Affiliate: []Affiliation{AffiliateNow, AffiliateFormer, AffiliateNever, AffiliateUnknown}[r.IntN(4)],
		Stock:     []Stock{Restricted, Unrestricted}[r.IntN(2)],
		HeldSince: sale.AddDays(-r.IntN(900)),
		Capacity:  capacities[r.IntN(len(capacities))],
	}
	if s.Affiliate == AffiliateFormer {
		s.LastAffiliate = sale.AddDays(-r.IntN(110))
	}
	return s
}

// TestLimitsAgree asks Screen, VolumeLimit, MannerOfSale and Form144 about the
// same sellers, of an issuer about which nothing stands in the way: what Screen
// names binds or may bind in the other, and what it leaves out does not.
func TestLimitsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 2008))
	first, span := day(1997, time.April, 29), day(2026, 6, 1).Sub(day(1997, time.April, 29))
	seen := map[string]int{}
	for range 30_000 {
		sale := first.AddDays(r.IntN(span))
		if r.IntN(2) == 0 {
			sale = day(2008, time.February, 15).AddDays(r.IntN(1200) - 1000)
		}
		security, s := []Security{Equity, Debt}[r.IntN(2)], randomSeller(r, sale)
		f := Facts{
			Acquired: s.HeldSince, Paid: s.HeldSince, Stock: s.Stock, Security: security, Affiliate: s.Affiliate,
			LastAffiliate: s.LastAffiliate, Capacity: s.Capacity,
			Issuer: Issuer{Reporting: ReportingSubject, ReportingSince: day(1985, 1, 1), Current: law.Yes, Forms8K: law.Yes, Shell: ShellNever},
		}
		if s = f.Seller(); f.Stock == Restricted && s.HeldSince != f.Acquired {
			t.Fatalf("%+v has the seller %+v", f, s)
		}
		verdict, err := Screen(f, sale)
		if err != nil {
			t.Fatal(err)
		}
		volume, err := VolumeLimit(Volume{
			Sale: sale, Proposed: 1000, Security: security, Seller: s, Outstanding: 10_000, Tranche: tranche(security), Market: MarketNone,
		})
		if err != nil {
			t.Fatal(err)
		}
		manner, err := MannerOfSale(Manner{
			Sale: sale, Security: security, Seller: s, Channel: ChannelOther, Solicited: law.Yes, Paid: law.Yes,
		})
		if err != nil {
			t.Fatal(err)
		}
		notice, err := Form144(Form144Facts{Sale: sale, Security: security, Seller: s, Reports: law.Yes, Amount: 100_000})
		if err != nil {
			t.Fatal(err)
		}
		// A sale beyond every limit shows whether the condition binds.
		binds := map[Conditions]law.YesNo{ConditionE: volumeBinds(volume), ConditionF: manner.Applies, ConditionH: notice.Required}
		for c, answer := range binds {
			named := verdict.Conditions.Has(c)
			gap := s.Affiliate == AffiliateFormer && verdict.Answer != Available && !sale.Before(day(2008, 2, 15))
			switch {
			case answer == law.Yes && !named, answer == law.No && named, answer == law.Unknown && !named && !gap:
				t.Fatalf("%s of %s %s by %+v on %s: %s, and Screen says %+v\n%s\n%s\n%s",
					c, security, s.Stock, s, sale, answer, verdict, volume.Why, manner.Why, notice.Why)
			}
			seen[c.String()+string(answer)]++
		}
		estate := s.Capacity == Estate && s.Affiliate == AffiliateNever && sale.Before(day(2008, 2, 15))
		if estate && binds[ConditionF] != law.No {
			t.Fatalf("MAN-06: %s\n%s", manner.Applies, manner.Why)
		}
		if why := mustRule(t, f, sale).Why; estate && verdict.Conditions.Has(ConditionE) != why.Has(codeEstateManner) {
			t.Fatalf("the doubt about (e) is not named beside it: %s", why)
		}
		if estate && binds[ConditionE] == law.Yes {
			t.Fatalf("no text that was read binds an estate to (e): %s", volume.Why)
		}
	}
	for _, c := range []Conditions{ConditionE, ConditionF, ConditionH} {
		for _, answer := range []law.YesNo{law.Yes, law.No, law.Unknown} {
			if seen[c.String()+string(answer)] < 200 {
				t.Errorf("%s: %s only %d times", c, answer, seen[c.String()+string(answer)])
			}
		}
	}
}

func tranche(s Security) int64 {
	if s == Debt {
		return 10
	}
	return 0
}

// volumeBinds tells whether (e) binds a sale of more than the limit.
func volumeBinds(l Limit) law.YesNo {
	switch l.Answer {
	case VolumeFree:
		return law.No
	case VolumeExceeds:
		return law.Yes
	default:
		return law.Unknown
	}
}

func mustRule(t testing.TB, f Facts, sale calendar.Date) Finding {
	t.Helper()
	got, err := Rule144(f, sale)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestEstatesAgree passes a lot to an estate that is no affiliate, by the life
// of the lot and by Rule144: whoever needs no period by the one has none to wait
// for by the other, whatever the issuer, and a doubt of one is a doubt of both.
func TestEstatesAgree(t *testing.T) {
	bought := Event{Kind: EventPurchase, Date: day(2024, 2, 1), Paid: day(2024, 2, 1)}
	passed := Event{Kind: EventEstate, Date: day(2024, 3, 1), FromAffiliate: law.Yes, HolderAffiliate: law.No}
	sale := day(2024, 6, 14)
	for _, issuer := range []Issuer{
		{Reporting: ReportingNone, Public: law.No, Shell: ShellNever},
		{Reporting: ReportingVoluntary, Public: law.No, Shell: ShellNever},
		{Reporting: ReportingSubject, ReportingSince: day(2024, 5, 1), Current: law.Yes, Public: law.No, Shell: ShellNever},
		{Reporting: ReportingSubject, ReportingSince: day(2014, 5, 1), Current: law.Yes, Shell: ShellNever},
		{Reporting: ReportingEnded, ReportingSince: day(2014, 5, 1), ReportingUntil: day(2024, 1, 9), Current: law.Yes, Public: law.No, Shell: ShellNever},
	} {
		start := mustStart(t, bought, passed, Event{Kind: EventSale, Date: sale})
		f, err := start.Facts(Facts{Stock: Restricted, Security: Equity, Affiliate: AffiliateNever, Issuer: issuer}, sale)
		if err != nil {
			t.Fatal(err)
		}
		got := mustRule(t, f, sale)
		if start.Answer != StartNoPeriod || len(start.Doubts) > 0 || got.Answer != Available || !got.Why.Has(codeHoldingRelieved) {
			t.Errorf("%s: %s with %v, and %s\n%s", issuer.Reporting, start.Answer, start.Doubts, got.Answer, got.Why)
		}
	}
	// Before 2008 the text was not read, and both say so.
	bought.Date, bought.Paid, passed.Date = day(2005, 2, 1), day(2005, 2, 1), day(2005, 3, 1)
	sale = day(2005, 6, 14)
	start := mustStart(t, bought, passed, Event{Kind: EventSale, Date: sale})
	f, err := start.Facts(Facts{
		Stock: Restricted, Security: Equity, Affiliate: AffiliateNever, Issuer: Issuer{Reporting: ReportingNone, Public: law.Yes, Shell: ShellNever},
	}, sale)
	if err != nil {
		t.Fatal(err)
	}
	if got := mustRule(t, f, sale); start.Authority.Doubt == "" || got.Answer != Undecided || !got.Why.Has(codeReliefUnknown) {
		t.Errorf("%s, and %s\n%s", start.Authority, got.Answer, got.Why)
	}
}
