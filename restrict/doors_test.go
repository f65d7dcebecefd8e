package restrict

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// passing is how a lot comes from one person to another, as the events tell it
// and as Capacity does.
type passing struct {
	kind     EventKind
	capacity Capacity
	recourse law.YesNo
}

// TestDoorsAgree asks about the same stock by its events and by the capacity of
// its seller, in every small case: neither answer is freer than the other, nor
// are the conditions. The day of acquisition that Facts asks for is the one that
// (d)(3)(iv), (v) and (vii) put in its place.
func TestDoorsAgree(t *testing.T) {
	passings := []passing{
		{EventGift, Donee, ""},
		{EventEstate, Estate, ""},
		{EventEstateDistribution, Estate, ""},
		{EventPledgeDefault, Pledgee, law.Yes},
		{EventPledgeDefault, Pledgee, law.No},
		{EventPledgeDefault, Pledgee, law.Unknown},
	}
	seen, asked := map[Answer]int{}, 0
	for _, bought := range []calendar.Date{
		day(1995, 6, 1), day(2003, 1, 10), day(2007, 12, 3), day(2012, 10, 1), day(2013, 4, 20), day(2022, 1, 10), day(2024, 1, 10),
	} {
		for _, f := range doorFacts(bought) {
			for _, p := range passings {
				for _, kept := range []int{5, 100, 400} { // by the giver
					for _, held := range []int{0, 40, 120, 183, 366, 800} { // until the sale
						if r := bothDoors(t, f, p, bought, bought.AddDays(kept), bought.AddDays(kept+20+held)); r != "" {
							seen[r]++
						}
						asked++
					}
				}
			}
		}
	}
	for _, a := range []Answer{Available, NotAvailable, Undecided} {
		if seen[a] < 1000 {
			t.Errorf("of %d questions, %v: the walk proves little", asked, seen)
		}
	}
	if seen[NotNeeded] > 0 {
		t.Errorf("what came from an affiliate in private is restricted, and yet the rule is not needed %d times", seen[NotNeeded])
	}
}

// doorFacts are the facts about the new holder and the issuer. The stock is as
// the giver held it.
func doorFacts(bought calendar.Date) []Facts {
	var out []Facts
	for _, stock := range stocks {
		for _, affiliate := range affiliations {
			for _, known := range [][2]law.YesNo{{law.Yes, law.Yes}, {law.No, law.No}, {law.Unknown, law.Unknown}} {
				for _, reporting := range []Reporting{ReportingSubject, ReportingNone, ReportingUnknown} {
					f := Facts{
						Stock: stock, Security: Equity, Affiliate: affiliate,
						Issuer: Issuer{Reporting: reporting, Current: known[0], Public: known[1], Shell: ShellNever},
					}
					if affiliate == AffiliateFormer {
						f.LastAffiliate = bought.AddDays(20)
					}
					if reporting == ReportingSubject {
						f.Issuer.ReportingSince = bought.AddDays(-10) // so that the 90 days end on the way
					}
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// bothDoors asks by both, and returns the answer that they share; none if the events
// leave open from when the holding counts.
func bothDoors(t *testing.T, f Facts, p passing, bought, passed, sale calendar.Date) Answer {
	t.Helper()
	first := Event{Kind: EventPurchase, Date: bought, Paid: bought}
	if f.Stock == Unrestricted {
		first = Event{Kind: EventMarketPurchase, Date: bought}
	}
	then := Event{Kind: p.kind, Date: passed, FromAffiliate: law.Yes}
	byCapacity := f
	byCapacity.Capacity, byCapacity.Acquired, byCapacity.Paid = p.capacity, bought, bought
	switch p.capacity {
	case Estate:
		then.HolderAffiliate = map[Affiliation]law.YesNo{
			AffiliateNow: law.Yes, AffiliateFormer: law.No, AffiliateNever: law.No, AffiliateUnknown: law.Unknown,
		}[f.Affiliate]
	case Pledgee:
		then.Date, then.Pledged, then.BonaFide, then.Recourse = passed.AddDays(20), passed, law.Yes, p.recourse
		if p.recourse != law.Yes {
			byCapacity.Acquired, byCapacity.Paid = passed, passed // (d)(3)(iv)
		}
	default:
	}
	wanted, err := Screen(byCapacity, sale)
	if err != nil {
		t.Fatal(err)
	}
	start, err := HoldingStart([]Event{first, then, {Kind: EventSale, Date: sale}})
	if err != nil {
		t.Fatal(err)
	}
	byEvents := f
	byEvents.Stock = Restricted
	if start.Capacity == Pledgee {
		byEvents.Stock = Unrestricted // as the affiliate held it
	}
	byEvents, err = start.Facts(byEvents, sale)
	what := func() string {
		return fmt.Sprintf("%s by %s, %s, recourse %q, bought %s, passed %s, sold %s, issuer %+v", f.Stock, p.kind, f.Affiliate, p.recourse,
			bought, passed, sale, f.Issuer)
	}
	if errors.Is(err, law.ErrMissing) && start.Answer == StartUnknown {
		// Whether the estate is an affiliate, or the pledge with recourse, is unknown:
		// the capacity may answer only what holds either way.
		if wanted.Answer.open() && p.capacity == Estate {
			for _, f.Affiliate = range []Affiliation{AffiliateNow, AffiliateNever} {
				if got := bothDoors(t, f, p, bought, passed, sale); !got.open() {
					t.Fatalf("%s: %s by the capacity, and %s if the heir is %s", what(), wanted.Answer, got, f.Affiliate)
				}
			}
		}
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	got, err := Screen(byEvents, sale)
	if err != nil {
		t.Fatal(err)
	}
	// Before its revision C&DI 532.01 was silent about recourse, which Capacity does
	// not tell: what the events refuse for want of it is open by the capacity.
	silent := f.Stock == Unrestricted && p.recourse == law.No && sale.Before(day(2013, time.May, 16)) &&
		got.Answer == NotAvailable && wanted.Answer == Undecided
	if got != wanted && !silent {
		t.Fatalf("%s: %v by the events, %v by the capacity", what(), got, wanted)
	}
	return got.Answer
}

// TestDoorsOfALoan is a margin loan to an affiliate against stock bought in the
// open market, sold after the default by a lender that is no affiliate: C&DI
// 532.01 as revised May 16, 2013 asks for (c)(1) and nothing else, with recourse
// or without.
func TestDoorsOfALoan(t *testing.T) {
	sale := day(2024, time.March, 1)
	f := Facts{
		Stock: Unrestricted, Security: Equity, Affiliate: AffiliateNever,
		Issuer: Issuer{Reporting: ReportingSubject, ReportingSince: day(2010, 1, 4), Current: law.Yes, Shell: ShellNever},
	}
	for _, recourse := range []law.YesNo{law.No, law.Unknown, ""} {
		start := mustStart(t, Event{Kind: EventMarketPurchase, Date: day(2022, 1, 10)}, Event{
			Kind: EventPledgeDefault, Date: day(2024, 2, 28), Pledged: day(2024, 2, 1), FromAffiliate: law.Yes, BonaFide: law.Yes, Recourse: recourse,
		}, Event{Kind: EventSale, Date: sale})
		lot, err := start.Facts(f, sale)
		if err != nil || start.Answer != StartNoPeriod || start.Date != day(2024, 2, 1) || len(start.Needs) > 0 {
			t.Fatalf("recourse %q: %s since %s, %v\n%s", recourse, start.Answer, start.Date, err, start.Why)
		}
		if v := mustScreen(t, lot, sale); v != (Verdict{Answer: Available, Conditions: ConditionC}) {
			t.Errorf("recourse %q: %v", recourse, v)
		}
		lot.Issuer.Current = law.No
		if v := mustScreen(t, lot, sale); v.Answer != NotAvailable {
			t.Errorf("recourse %q, reports missing: %v", recourse, v)
		}
	}
}
