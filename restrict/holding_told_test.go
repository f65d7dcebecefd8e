package restrict

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// TestHoldingToldNeeds: a sentence names ten needs at most, and counts the rest.
// Needs has them all.
func TestHoldingToldNeeds(t *testing.T) {
	for n, rest := range map[int]string{1: "", 9: "", 10: "", 11: " and 1 more", 12: " and 2 more", 25: " and 15 more"} {
		lot := after()
		for i := range n { // each may have set the start
			lot = append(lot, resold(day(2023, 1, 3).AddDays(i), law.Unknown))
		}
		got := mustStart(t, lot...)
		text := got.Why[len(got.Why)-1].Text
		if len(got.Needs) != n || strings.Count(text, "events[") != min(n, 10) || !strings.HasSuffix(text, ".from_affiliate"+rest+".") {
			t.Errorf("%d needs are %q, told as %q, want %q at its end", n, got.Needs, text, rest)
		}
	}
}

// TestHoldingCapacity names the capacity by which no period is required: an
// affiliate that holds what it bought in the market is no pledgee.
func TestHoldingCapacity(t *testing.T) {
	market := Event{Kind: EventMarketPurchase, Date: day(2024, 1, 4)}
	split := Event{Kind: EventSplit, Date: day(2024, 1, 10)}
	for _, c := range []struct {
		lot  []Event
		want Capacity
	}{
		{[]Event{market}, ""},
		{[]Event{market, split}, ""},
		{[]Event{market, pledged(EventPledgeDefault, law.Yes, law.Yes)}, Pledgee},
		{[]Event{market, split, pledged(EventPledgeDefault, law.Yes, law.Yes)}, Pledgee},
		{[]Event{market, pledged(EventPledgeDefault, law.Yes, law.No)}, Pledgee},
		{[]Event{market, split, pledged(EventPledgeDefault, law.Yes, law.Unknown)}, Pledgee},
		{[]Event{market, {Kind: EventEstate, Date: day(2024, 3, 1), FromAffiliate: law.Yes, HolderAffiliate: law.No}}, Estate},
	} {
		if got := mustStart(t, c.lot...); got.Answer != StartNoPeriod || got.Capacity != c.want {
			t.Errorf("%v: %s as %q, want %q", c.lot, got.Answer, got.Capacity, c.want)
		}
	}
}

// TestHoldingSinceWhatIsKnown: if an event may have set the start anew, on the
// day on which it stood already, the start is that of the event before, which
// is known to have set it.
func TestHoldingSinceWhatIsKnown(t *testing.T) {
	got := mustStart(t, bought(2022, 3, 15), resold(day(2022, 3, 15), law.Unknown))
	if got.Answer != StartKnown || got.Date != day(2022, 3, 15) || got.Since != "events[0]" || !got.Why.Has(codeStartEither) {
		t.Errorf("%s %s by %s\n%s", got.Answer, got.Date, got.Since, got.Why)
	}
}

// TestHoldingEitherNamesAll: of one event that turns on nothing unknown, every fact
// that is not known is named.
func TestHoldingEitherNamesAll(t *testing.T) {
	note := Event{Kind: EventPurchase, Date: day(2024, 1, 10), Payment: PaymentNote, Paid: day(2024, 1, 10)}
	got := mustStart(t, note)
	if got.Answer != StartKnown || got.Date != note.Date || !got.Why.Has(codeStartEither) {
		t.Fatalf("%s %s\n%s", got.Answer, got.Date, got.Why)
	}
	for _, field := range []string{"(events[0].full_recourse)", "(events[0].other_collateral)"} {
		if !strings.Contains(got.Why.String(), field) {
			t.Errorf("%s is not named\n%s", field, got.Why)
		}
	}
}

// TestHoldingTellsWhatWasReceived speaks of cash received and of interest
// converted only where the facts do.
func TestHoldingTellsWhatWasReceived(t *testing.T) {
	for _, kind := range []EventKind{EventConversion, EventExchange} {
		for _, c := range []struct{ cash, interest law.YesNo }{{"", ""}, {law.No, law.No}, {law.Yes, law.No}, {law.No, law.Yes}, {law.Yes, law.Yes}, {law.Unknown, law.Unknown}} {
			got := mustStart(t, after(Event{
				Kind: kind, Date: day(2024, 1, 2), SameIssuer: law.Yes, ValuePaid: law.No, CashReceived: c.cash, InterestConverted: c.interest,
			})...)
			text := got.Why.String()
			cash, interest := strings.Contains(text, "receives cash as well"), strings.Contains(text, "Accrued interest that is converted")
			if got.Date != day(2022, 3, 15) || cash != (c.cash == law.Yes) || interest != (c.interest == law.Yes) {
				t.Errorf("%s, cash %q, interest %q: from %s\n%s", kind, c.cash, c.interest, got.Date, text)
			}
		}
	}
}

// TestHoldingFaultsTold names the word that a payment contradicts.
func TestHoldingFaultsTold(t *testing.T) {
	d := day(2024, 1, 2)
	for _, c := range []struct {
		lot  []Event
		want []string
	}{
		{[]Event{{Kind: EventWarrant, Employee: law.Yes, Paid: d}}, []string{`events[0].paid: 2024-01-02 is given although employee is "yes"`}},
		{[]Event{{Kind: EventWarrant, Employee: law.Yes, Payment: PaymentNote}}, []string{
			`events[0].payment: "note" is given although employee is "yes"`,
		}},
		{after(Event{Kind: EventExchange, Date: d, ValuePaid: law.No, Paid: d}), []string{
			`events[1].paid: 2024-01-02 is given although value_paid is "no"`,
		}},
	} {
		_, err := HoldingStart(c.lot)
		if got := messages(err); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestHoldingFaultsExactly: a hundred faulty events are all named, and of more
// the rest is counted.
func TestHoldingFaultsExactly(t *testing.T) {
	for n, rest := range map[int]string{99: "", 100: "", 101: "has 1 more faulty row", 103: "has 3 more faulty rows"} {
		_, err := HoldingStart(make([]Event, n))
		got := messages(err)
		want := min(n, 100)
		if rest != "" {
			want++
		}
		if len(got) != want || got[min(n, 100)-1] != "events["+strconv.Itoa(min(n, 100)-1)+"].kind: is required" ||
			rest != "" && got[100] != "events: "+rest {
			t.Errorf("%d events without a kind: %d faults, the last %q, want %d and %q", n, len(got), got[len(got)-1], want, rest)
		}
	}
}
