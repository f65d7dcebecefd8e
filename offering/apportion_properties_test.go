package offering

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
)

// Remainders made to be narrowed down as slowly as can be: they fill a bucket
// at every level, beyond what is gathered, and tie at the end.
func TestApportionNarrowsToTheLastBit(t *testing.T) {
	n := rounds(int64(8_000))
	random := source(11)
	for _, spread := range []int64{1, 2, 1 << 11, 1 << 22, 1 << 33} {
		weights := make([]int64, n)
		sum := int64(0)
		for i := range weights {
			weights[i] = 1<<40 + random.Int64N(spread)
			sum += weights[i]
		}
		// A total just above the number of rows leaves remainders near a
		// multiple of each other; half the units are left over.
		for _, total := range []int64{n / 2, n + n/3, sum/2 + 1, sum - 1} {
			got, err := Apportion(total, weights)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, refApportion(total, weights)) {
				t.Fatalf("spread %d, total %d differs from the reference", spread, total)
			}
		}
	}
}

// The properties that Balinski and Young name, and those a holder can check by
// hand.
func TestApportionProperties(t *testing.T) {
	for _, shape := range shapes {
		for seed := range uint64(200) {
			random := source(seed + 100)
			n := 1 + random.IntN(80)
			weights := weightsOf(shape, n, seed)
			total := random.Int64N(1 << (1 + random.IntN(50)))
			got, err := Apportion(total, weights)
			if err != nil {
				t.Fatal(err)
			}
			sum, given := new(big.Int), int64(0)
			for _, w := range weights {
				sum.Add(sum, big.NewInt(w))
			}
			for i, w := range weights {
				given += got[i]
				unrounded := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(w), big.NewInt(total)), sum)
				if refRound(unrounded, exact.Down).Int64() > got[i] || refRound(unrounded, exact.Up).Int64() < got[i] {
					t.Fatalf("%s %d: row %d gets %d, outside the quota of %s", shape, seed, i, got[i], unrounded)
				}
				for j := range i {
					if weights[j] >= w && got[j] < got[i] || weights[j] < w && got[j] > got[i] {
						t.Fatalf("%s %d: row %d of weight %d gets %d, row %d of %d gets %d",
							shape, seed, j, weights[j], got[j], i, w, got[i])
					}
				}
			}
			if given != total {
				t.Fatalf("%s %d: %d given out of %d", shape, seed, given, total)
			}
			if strings.HasSuffix(shape, "int64") {
				continue
			}
			scaled := slices.Clone(weights)
			for i := range scaled {
				scaled[i] *= 3 // past an int64 for "wide" and n small: same answer by the other path
				if scaled[i] < weights[i] {
					scaled = weights
					break
				}
			}
			if again, err := Apportion(total, scaled); err != nil || !slices.Equal(got, again) {
				t.Fatalf("%s %d: three times the weights changed the answer: %v", shape, seed, err)
			}
		}
	}
}

// Among all ways to give out the units, none is closer to the entitlements, by
// the sum of squares and by the largest distance.
func TestApportionIsOptimal(t *testing.T) {
	random := source(5)
	for range 300 {
		n := 1 + random.IntN(4)
		weights := make([]int64, n)
		var sum int64
		for i := range weights {
			weights[i] = random.Int64N(20)
			sum += weights[i]
		}
		if sum == 0 {
			continue
		}
		total := random.Int64N(12)
		got, err := Apportion(total, weights)
		if err != nil {
			t.Fatal(err)
		}
		// Distances are times sum, so that they are whole.
		distance := func(a []int64) (squares, most int64) {
			for i, units := range a {
				d := units*sum - weights[i]*total
				squares += d * d
				most = max(most, d, -d)
			}
			return squares, most
		}
		squares, most := distance(got)
		var try func(a []int64, left int64)
		try = func(a []int64, left int64) {
			if len(a) == n-1 {
				s, m := distance(append(slices.Clone(a), left))
				if s < squares || m < most {
					t.Fatalf("weights %v, total %d: %v is further than %v, %d", weights, total, got, a, left)
				}
				return
			}
			for units := int64(0); units <= left; units++ {
				try(append(slices.Clone(a), units), left-units)
			}
		}
		try(nil, total)
	}
}
