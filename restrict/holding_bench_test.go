package restrict

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// tenEvents is a lot with a long life, all of it known.
func tenEvents() []Event {
	return []Event{
		granted(2015, 1, 5),
		{Kind: EventSplit, Date: day(2015, 6, 1)},
		{Kind: EventExercise, Date: day(2016, 2, 1), ValuePaid: law.No},
		resold(day(2016, 5, 2), law.No),
		{Kind: EventDividend, Date: day(2016, 9, 1)},
		{Kind: EventGift, Date: day(2017, 1, 3), FromAffiliate: law.No},
		{Kind: EventExchange, Date: day(2018, 4, 2), SameIssuer: law.Yes, ValuePaid: law.No},
		resold(day(2019, 7, 1), law.Yes),
		{Kind: EventTrust, Date: day(2020, 3, 2)},
		{Kind: EventSale, Date: day(2021, 3, 1)},
	}
}

func BenchmarkHoldingStart(b *testing.B) {
	unknown := tenEvents()
	unknown[7].FromAffiliate = law.Unknown
	for name, lot := range map[string][]Event{"10 events": tenEvents(), "10 events, one unknown": unknown} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := HoldingStart(lot); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestHoldingLinear folds a lot of twenty thousand events, so that a cost
// that grows faster than the lot is felt.
func TestHoldingLinear(t *testing.T) {
	lot := after()
	for i := range 20_000 {
		lot = append(lot, Event{Kind: []EventKind{EventSplit, EventGift, EventHoldingCompany}[i%3], Date: day(2024, 1, 2)})
	}
	got := mustStart(t, lot...)
	if got.Answer != StartUnknown || len(got.Needs) < 20_000 {
		t.Errorf("%s, needs %d facts", got.Answer, len(got.Needs))
	}
	if last := got.Why[len(got.Why)-1].Text; len(last) > 1000 || !strings.HasSuffix(last, " more.") {
		t.Errorf("the answer is told in %d bytes", len(last))
	}
}
