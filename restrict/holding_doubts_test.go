package restrict

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// TestHoldingDoubts holds that what was recalled or derived says so, what was
// read does not, and what was set aside is forgotten.
func TestHoldingDoubts(t *testing.T) {
	then := day(2024, 4, 1)
	holding := Event{Kind: EventHoldingCompany, Date: then, SolelyExchange: law.Yes, SameClass: law.Yes, SameRights: law.Yes, NoOtherAssets: law.Yes}
	sale := func(year int) Event { return Event{Kind: EventSale, Date: day(year, 5, 1)} }
	split := Event{Kind: EventSplit, Date: day(2007, 1, 3)}
	for _, c := range []struct {
		name string
		lot  []Event
		want []string // a part of each doubt
	}{
		{"purchase and split", after(Event{Kind: EventSplit, Date: then}), nil},
		{"purchase and gift", after(Event{Kind: EventGift, Date: then, FromAffiliate: law.Yes}), nil},
		{"cashless exercise", []Event{granted(2022, 1, 3), {Kind: EventExercise, Date: then, ValuePaid: law.No}}, nil},
		{"holding company", after(holding), nil},
		{"rule 145", after(Event{Kind: EventRule145, Date: then}), nil},
		{"divorce", after(Event{Kind: EventDivorce, Date: then}), []string{doubtMemo}},
		{"services", []Event{{Kind: EventServices, Date: then, Paid: then.AddDays(9)}}, []string{doubtMemo}},
		{"escrow", []Event{{Kind: EventPurchase, Date: then, Payment: PaymentEscrow, Released: then.AddDays(1)}}, []string{"derived"}},
		{"escrow closed with the deal", []Event{{Kind: EventPurchase, Date: then, Payment: PaymentEscrow, Released: then}}, nil},
		{"award", []Event{{Kind: EventAward, Date: then, ServiceOnly: law.Yes, ValuePaid: law.No}}, []string{"its number"}},
		{"award with payment", []Event{{Kind: EventAward, Date: then, ValuePaid: law.Yes, Paid: then.AddDays(1), ServiceOnly: law.Yes}}, []string{"its number"}},
		{
			"award with payment from escrow",
			[]Event{{Kind: EventAward, Date: then, ValuePaid: law.Yes, Payment: PaymentEscrow, Released: then.AddDays(1), ServiceOnly: law.Yes}},
			[]string{"derived"},
		},
		{"earn-out with payment", []Event{{Kind: EventEarnOut, Date: then, Issued: then, ValuePaid: law.Yes, Paid: then}}, []string{"derived"}},
		{"the same, paid later", []Event{{Kind: EventEarnOut, Date: then, Issued: then, ValuePaid: law.Yes, Paid: then.AddDays(9)}}, []string{"derived"}},
		{"set aside by an affiliate's sale", after(Event{Kind: EventDivorce, Date: then}, resold(then, law.Yes)), nil},
		{"set aside, and a new one", after(Event{Kind: EventDivorce, Date: then}, resold(then, law.Yes), Event{Kind: EventOwnAccount, Date: then}), []string{doubtMemo}},
		{"purchase under the text of 1997", []Event{bought(2006, 1, 3), sale(2007)}, nil},
		{"split under it", []Event{bought(2006, 1, 3), split, sale(2007)}, []string{doubtOld}},
		{"split under that of 2008", []Event{bought(2006, 1, 3), split, sale(2008)}, nil},
		{"partners under that of 1997", []Event{bought(2006, 1, 3), {
			Kind: EventPartnershipDistribution, Date: day(2007, 1, 3), Ratable: law.Yes, CharacterChanged: law.No, ValuePaid: law.No,
		}, sale(2007)}, []string{"since 2008", "since 2008"}},
	} {
		got := mustStart(t, c.lot...)
		bad := len(got.Doubts) != len(c.want)
		for i := range min(len(c.want), len(got.Doubts)) {
			bad = bad || !hasText(got.Doubts[i], c.want[i])
		}
		if bad {
			t.Errorf("%s: doubts %v, want %q", c.name, got.Doubts, c.want)
		}
	}
}

func TestHoldingSteps(t *testing.T) {
	got := mustStart(t, append(after(
		Event{Kind: EventSplit, Date: day(2023, 1, 3)}, resold(day(2023, 9, 1), law.Yes), resold(day(2024, 2, 1), law.Unknown),
		Event{Kind: EventEstate, Date: day(2024, 3, 1), FromAffiliate: law.Yes, HolderAffiliate: law.No},
	), Event{Kind: EventSale, Date: day(2024, 5, 1)})...)
	at := func(year int, month time.Month, d int) StartState {
		return StartState{Answer: StartKnown, Date: day(year, month, d)}
	}
	none, open := StartState{Answer: StartNoPeriod}, StartState{Answer: StartUnknown}
	want := []StartState{{}, at(2022, 3, 15), at(2022, 3, 15), at(2023, 9, 1), open, none, none}
	codes := []law.Code{codeStartSet, codeStartKept, codeStartSet, codeStartNeeds, codeStartExempt, codeStartSale}
	for i, step := range got.Steps {
		if step.Before != want[i] || step.After != want[i+1] || !step.Why.Has(codes[i]) {
			t.Errorf("step %d: %+v to %+v, %v; want %+v to %+v, %s", i, step.Before, step.After, step.Why.Codes(), want[i], want[i+1], codes[i])
		}
	}
	if got.Since != "events[4]" || got.Capacity != Estate || got.Authority.Cite != rule+"(d)(3)(vii)" {
		t.Errorf("%s %s %s", got.Since, got.Capacity, got.Authority)
	}
}

// TestHoldingExemptSince names the event by which the present holder is exempt.
func TestHoldingExemptSince(t *testing.T) {
	market := Event{Kind: EventMarketPurchase, Date: day(2022, 3, 15)}
	estate := Event{Kind: EventEstate, Date: day(2024, 3, 1), FromAffiliate: law.Yes, HolderAffiliate: law.No}
	heir := Event{Kind: EventEstateDistribution, Date: day(2024, 6, 3), FromAffiliate: law.Yes, HolderAffiliate: law.No}
	split := Event{Kind: EventSplit, Date: day(2024, 7, 1)}
	for _, c := range []struct {
		lot  []Event
		want string
	}{
		{after(estate), "events[1]"},
		{after(estate, heir), "events[2]"},
		{after(estate, split), "events[1]"},
		{[]Event{market, split}, "events[0]"},
		{[]Event{market, pledged(EventPledgeDefault, law.Yes, law.Yes), split}, "events[1]"},
		{[]Event{market, estate, split}, "events[1]"},
	} {
		if got := mustStart(t, c.lot...); got.Answer != StartNoPeriod || got.Since != c.want || got.Date != day(2022, 3, 15) {
			t.Errorf("%v: %s %s by %s, want %s", c.lot, got.Answer, got.Date, got.Since, c.want)
		}
	}
}

// TestHoldingNeeds holds which facts an unknown start names.
func TestHoldingNeeds(t *testing.T) {
	then := day(2024, 4, 1)
	owed := Event{Kind: EventPurchase, Date: then, Payment: PaymentNote, Paid: then.AddDays(9)}
	for _, c := range []struct {
		lot  []Event
		want []string
	}{
		{[]Event{{Kind: EventPurchase}}, []string{"events[0].accepted", "events[0].paid"}},
		{[]Event{{Kind: EventPurchase, Out: law.Yes}}, []string{"events[0].date", "events[0].paid"}},
		{[]Event{{Kind: EventPurchase, Date: then.AddDays(1), Accepted: then, Paid: then}}, []string{"events[0].out"}},
		{[]Event{{Kind: EventPurchase, Accepted: then, Paid: then}}, []string{"events[0].date", "events[0].out"}},
		{[]Event{{Kind: EventPurchase, Date: then, FullyPaid: law.Unknown}}, []string{"events[0].fully_paid"}},
		{[]Event{{Kind: EventPurchase, Date: then, Payment: PaymentEscrow}}, []string{"events[0].released"}},
		{[]Event{owed}, []string{"events[0].full_recourse", "events[0].other_collateral"}},
		{[]Event{{Kind: EventServices}}, []string{"events[0].date", "events[0].paid"}},
		{[]Event{{Kind: EventEarnOut, ValuePaid: law.Yes}}, []string{"events[0].issued", "events[0].paid"}},
		{[]Event{{Kind: EventAward, Date: then, ServiceOnly: law.No, ValuePaid: law.No}}, []string{"events[0].vested"}},
		{[]Event{{Kind: EventPrivatePurchase, Date: then, Paid: then}}, []string{"events[0].from_affiliate"}},
		{after(Event{Kind: EventPrivatePurchase}), []string{"events[1].date", "events[1].from_affiliate", "events[1].paid"}},
		{after(Event{Kind: EventPledgeDefault, BonaFide: law.Yes, FromAffiliate: law.Yes, Recourse: law.No}), []string{"events[1].pledged"}},
		{after(Event{Kind: EventGift}, Event{Kind: EventSplit}), nil},
		{
			after(Event{Kind: EventEstate, FromAffiliate: law.Unknown}),
			[]string{"events[1].from_affiliate", "events[1].holder_affiliate"},
		},
		{ // an exemption that is unknown, of a start that is
			[]Event{{Kind: EventPurchase, Date: then}, {Kind: EventEstate, FromAffiliate: law.Yes}},
			[]string{"events[0].paid", "events[1].holder_affiliate"},
		},
		{ // the start is known again, and what it needed before is forgotten
			append(after(Event{Kind: EventPrivatePurchase}, resold(then, law.Yes)), Event{Kind: EventPrivatePurchase, Date: then.AddDays(1), Paid: then.AddDays(1)}),
			[]string{"events[3].from_affiliate"},
		},
		{ // the buyer is no heir, whoever the heir was
			after(Event{Kind: EventEstate, FromAffiliate: law.Yes}, resold(then, law.Unknown)), []string{"events[2].from_affiliate"},
		},
		{ // both events may have set the start
			after(resold(then, law.Unknown), resold(then.AddDays(5), law.Unknown)), []string{"events[1].from_affiliate", "events[2].from_affiliate"},
		},
	} {
		if got := mustStart(t, c.lot...); !slices.Equal(got.Needs, c.want) {
			t.Errorf("%+v needs %q, want %q\n%s", c.lot, got.Needs, c.want, got.Why)
		}
	}
}

func hasText(c law.Citation, text string) bool { return strings.Contains(c.Doubt, text) }
