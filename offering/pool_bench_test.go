package offering

import (
	"testing"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// Both grow with n log n: a hundred thousand rows of which most fall out are no
// slower a row than ten thousand.
func BenchmarkPool(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		random := source(71)
		claims := make([]Claim, n)
		demands := make([]Demand, n)
		for i := range claims {
			name := "Holder " + kernel.Count(int64(i))
			claims[i] = Claim{Holder: name, Weight: 1 + random.Int64N(1000), Minimum: random.Int64N(1500), Maximum: 4000, Capped: true}
			demands[i] = Demand{Holder: name, Units: 1 + random.Int64N(1000), Minimum: 1, Tier: 1 + random.Int64N(3), Sequence: random.Int64()}
		}
		total := int64(n) * 500
		b.Run("or nothing/"+kernel.Count(int64(n)), func(b *testing.B) {
			for b.Loop() {
				if _, err := (Pool{Total: total, Minimums: MinimumOrNothing}).Tabulate(claims); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b, n)
		})
		b.Run("priority/"+kernel.Count(int64(n)), func(b *testing.B) {
			for b.Loop() {
				if _, err := (Priority{Total: total / 2}).Tabulate(demands); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b, n)
		})
	}
}
