package restrict

import (
	"math"
	"math/big"
	"testing"
)

// TestAmountSums holds sums of whole numbers, of fractions and of numbers
// beyond 64 bits to package big, in either order.
func TestAmountSums(t *testing.T) {
	beyond := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 80))
	third := new(big.Rat).Quo(beyond, big.NewRat(3, 1))
	numbers := []amount{
		{}, whole(0), whole(1), whole(math.MaxInt64), lowest(1, 2), lowest(2, 3), lowest(math.MaxInt64, 2), narrow(beyond), narrow(third),
	}
	for _, a := range numbers {
		for _, b := range numbers {
			want := new(big.Rat).Add(a.rat(), b.rat())
			got := a.plus(b)
			if got.rat().Cmp(want) != 0 {
				t.Errorf("%s + %s = %s, want %s", a.rat(), b.rat(), got.rat(), want)
			}
			if back := got.minus(b); back.compare(a) != 0 {
				t.Errorf("%s + %s - the same = %s", a.rat(), b.rat(), back.rat())
			}
		}
	}
}
