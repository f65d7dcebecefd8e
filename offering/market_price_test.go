package offering

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Of two references at one price the earlier governs, whichever is picked.
func TestMarketPriceOfEqualReferences(t *testing.T) {
	for _, pick := range []Pick{LowerOf, GreaterOf} {
		m := MarketPrice{
			Pick: pick, Increment: dec("0.01"),
			References: []Reference{one("close", "2", "0"), one("VWAP", "2.50", "80"), one("open", "2.00", "100")},
		}
		if set, err := m.Set(); err != nil || set.Governs != "close" || !set.Price.Equal(dec("2")) {
			t.Errorf("%s: %s by %q, %v", pick, set.Price, set.Governs, err)
		}
	}
}

// A hundred references, a thousand prices of one, and volumes up to an int64 in
// all are taken; one more of each is not.
func TestMarketPriceAtTheLimits(t *testing.T) {
	references := make([]Reference, 101)
	for i := range references {
		references[i] = one(strconv.Itoa(i), "2", "0")
	}
	prices := slices.Repeat([]decimal.Decimal{dec("2")}, 1001)
	byVolume := func(volumes ...int64) []Reference {
		return []Reference{{Name: "VWAP", Prices: prices[:len(volumes)], Volumes: volumes}}
	}
	for _, tt := range []struct {
		name         string
		fits, beyond []Reference
		field        string
	}{
		{"references", references[:100], references, "references"},
		{"prices", []Reference{{Name: "A", Prices: prices[:1000]}}, []Reference{{Name: "A", Prices: prices}}, "references[0].prices"},
		{"volumes", byVolume(math.MaxInt64-1, 1), byVolume(math.MaxInt64-1, 2), "references[0].volumes[1]"},
	} {
		m := MarketPrice{Pick: LowerOf, Increment: dec("0.01"), References: tt.fits}
		if set, err := m.Set(); err != nil || !set.Price.Equal(dec("2")) {
			t.Errorf("%s: %s, %v", tt.name, set.Price, err)
		}
		m.References = tt.beyond
		_, err := m.Set()
		wantFaults(t, err, tt.field)
		wantFault(t, err, law.ErrRange, tt.field)
	}
}
