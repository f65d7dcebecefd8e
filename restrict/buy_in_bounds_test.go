package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// TestBuyInBounds takes each limit exactly, and one beyond.
func TestBuyInBounds(t *testing.T) {
	sold := func(b *BuyIn, f *BuyInFacts) {
		b.Comparator, b.ProceedsCommissions, f.Proceeds = SaleProceeds, law.Yes, dec("10")
	}
	for _, c := range []struct {
		name   string
		within func(*BuyIn, *BuyInFacts)
		beyond func(*BuyIn, *BuyInFacts)
		want   string
	}{
		{
			"commissions that leave no proceeds",
			func(b *BuyIn, f *BuyInFacts) { sold(b, f); f.ProceedsCommissions = dec("10") },
			func(b *BuyIn, f *BuyInFacts) { sold(b, f); f.ProceedsCommissions = dec("10.01") }, "proceeds_commissions: conflict",
		},
		{
			"a demand in the last year",
			func(_ *BuyIn, f *BuyInFacts) { f.Demanded = day(9900, 12, 31) },
			func(_ *BuyIn, f *BuyInFacts) { f.Demanded = day(9901, 1, 1) }, "due: range",
		},
		{
			"due in the last year",
			func(_ *BuyIn, f *BuyInFacts) { f.Due = day(9900, 12, 31) },
			func(_ *BuyIn, f *BuyInFacts) { f.Due = day(9901, 1, 1) }, "due: range",
		},
		{
			"as many purchases as are served",
			func(_ *BuyIn, f *BuyInFacts) { f.Purchases = slices.Repeat(f.Purchases, 10_000) },
			func(_ *BuyIn, f *BuyInFacts) { f.Purchases = slices.Repeat(f.Purchases, 10_001) }, "purchases: range",
		},
		{
			"the longest wait",
			func(b *BuyIn, _ *BuyInFacts) { b.Waits, b.Calendar = 366, calendar.NYSE() },
			func(b *BuyIn, _ *BuyInFacts) { b.Waits, b.Calendar = 367, calendar.NYSE() }, "buy_in.waits: range",
		},
	} {
		terms, facts := replaced()
		c.within(&terms, &facts)
		if _, err := terms.Assess(facts); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		terms, facts = replaced()
		c.beyond(&terms, &facts)
		if got := faultsOf(t, second(terms.Assess(facts))); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s, beyond: %q, want %s", c.name, got, c.want)
		}
	}
}

// TestBuyInExactCents: an exact sum stays as it is, however it is rounded.
func TestBuyInExactCents(t *testing.T) {
	for _, rounding := range []exact.Rounding{exact.Nearest, exact.HalfEven, exact.Down, exact.Up} {
		terms, facts := replaced()
		terms.Rounding = rounding
		got, err := terms.Assess(facts)
		if err != nil || got.CostCents != 11_000_00 || got.AgainstCents != 10_000_00 || got.Cents != 1_000_00 {
			t.Errorf("%s: %+v, %v", rounding, got, err)
		}
	}
}
