package exact

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// TestAmountSums holds sums of whole numbers, of fractions and of numbers
// beyond 64 bits to package big, in either order.
func TestAmountSums(t *testing.T) {
	beyond := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 80))
	third := new(big.Rat).Quo(beyond, big.NewRat(3, 1))
	numbers := []Amount{
		{}, Whole(0), Whole(1), Whole(math.MaxInt64), lowest(1, 2), lowest(2, 3), lowest(math.MaxInt64, 2), Narrow(beyond), Narrow(third),
	}
	for _, a := range numbers {
		for _, b := range numbers {
			want := new(big.Rat).Add(a.Rat(), b.Rat())
			got := a.Plus(b)
			if got.Rat().Cmp(want) != 0 {
				t.Errorf("%s + %s = %s, want %s", a.Rat(), b.Rat(), got.Rat(), want)
			}
			if back := got.Minus(b); back.Compare(a) != 0 {
				t.Errorf("%s + %s - the same = %s", a.Rat(), b.Rat(), back.Rat())
			}
		}
	}
}

// TestAmount holds the exact arithmetic against big.Rat, near every limit.
func TestAmount(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 10))
	number := func() int64 {
		n := int64(r.Uint64() >> (1 + r.IntN(63)))
		return []int64{n, math.MaxInt64 - n%3, n % 7}[r.IntN(3)]
	}
	random := func() (Amount, *big.Rat) {
		num, den := number(), 1+number()%(math.MaxInt64-1)
		return Whole(num).Times(1, den), big.NewRat(num, den)
	}
	wide := 0
	for range 20_000 {
		a, x := random()
		b, y := random()
		n, d := number(), 1+number()%1000
		if got := a.Plus(b); got.Rat().Cmp(new(big.Rat).Add(x, y)) != 0 {
			t.Fatalf("%v + %v = %v", x, y, got.Rat())
		} else if got.wide != nil {
			wide++
		}
		if got := a.Times(n, d); got.Rat().Cmp(new(big.Rat).Mul(x, big.NewRat(n, d))) != 0 {
			t.Fatalf("%v × %d ÷ %d = %v", x, n, d, got.Rat())
		}
		if got := a.Product(b); got.Rat().Cmp(new(big.Rat).Mul(x, y)) != 0 {
			t.Fatalf("%v × %v = %v", x, y, got.Rat())
		}
		if a.Compare(b) != x.Cmp(y) {
			t.Fatalf("%v and %v: %d", x, y, a.Compare(b))
		}
		if x.Cmp(y) >= 0 {
			if got := a.Minus(b); got.Rat().Cmp(new(big.Rat).Sub(x, y)) != 0 {
				t.Fatalf("%v - %v = %v", x, y, got.Rat())
			}
		}
		sum := a.Plus(b)
		floor, ok := sum.Round(exact.Down)
		want := new(big.Int).Quo(sum.Rat().Num(), sum.Rat().Denom())
		if ok != want.IsInt64() || ok && floor != want.Int64() {
			t.Fatalf("⌊%v⌋ = %d, %v", sum.Rat(), floor, ok)
		}
		if f, ok := sum.Mixed(); ok && (RatOfMixed(f).Cmp(sum.Rat()) != 0 || AmountOfMixed(f).Compare(sum) != 0 || f.Num >= f.Den) {
			t.Fatalf("%v as %v", sum.Rat(), f)
		}
	}
	if wide < 1000 {
		t.Errorf("only %d sums were wide", wide)
	}
	for _, d := range []decimal.Decimal{{}, decimal.New(25432, -3), decimal.New(7, 18), decimal.New(1, -18), decimal.New(math.MaxInt64, 1)} {
		if got := AmountOf(d); got.Rat().Cmp(d.Rat()) != 0 {
			t.Errorf("%s as %v", d, got.Rat())
		}
	}
}

func TestAmountRound(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		want     [4]int64 // half up, half even, down, up
	}{
		{4, 2, [4]int64{2, 2, 2, 2}},
		{5, 2, [4]int64{3, 2, 2, 3}},
		{7, 2, [4]int64{4, 4, 3, 4}},
		{7, 3, [4]int64{2, 2, 2, 3}},
		{8, 3, [4]int64{3, 3, 2, 3}},
		{0, 1, [4]int64{0, 0, 0, 0}},
	} {
		for i, r := range []exact.Rounding{exact.Nearest, exact.HalfEven, exact.Down, exact.Up} {
			if got, ok := lowest(c.num, c.den).Round(r); !ok || got != c.want[i] {
				t.Errorf("%d/%d %s: %d, want %d", c.num, c.den, r, got, c.want[i])
			}
		}
	}
	most := new(big.Rat).SetInt64(math.MaxInt64)
	if got, ok := Narrow(most).Round(exact.Up); !ok || got != math.MaxInt64 {
		t.Errorf("the most cents that fit become %d, %v", got, ok)
	}
	for _, more := range []*big.Rat{new(big.Rat).Add(most, big.NewRat(1, 2)), new(big.Rat).Add(most, big.NewRat(1, 1))} {
		if got, ok := Narrow(more).Round(exact.Nearest); ok {
			t.Errorf("%s cents become %d in 64 bits", more.FloatString(1), got)
		}
	}
}
