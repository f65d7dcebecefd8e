package offering

import (
	"math/big"
	"testing"
)

// big is the number for math/big.
func (a uint128) big() *big.Int {
	high := new(big.Int).SetUint64(a.high)
	return high.Lsh(high, 64).Or(high, new(big.Int).SetUint64(a.low))
}

func (a uint256) big() *big.Int {
	high := a.high.big()
	return high.Lsh(high, 128).Or(high, a.low.big())
}

func TestWideProducts(t *testing.T) {
	random := source(61)
	part := func() uint64 {
		return []uint64{0, 1, ^uint64(0), 1 << 63, random.Uint64(), random.Uint64() >> random.IntN(64)}[random.IntN(6)]
	}
	for range 20_000 {
		a, b, c, d := uint128{part(), part()}, uint128{part(), part()}, uint128{part(), part()}, uint128{part(), part()}
		if got := multiply(a.low, b.low); got.big().Cmp(new(big.Int).Mul(uint128{0, a.low}.big(), uint128{0, b.low}.big())) != 0 {
			t.Fatalf("%v × %v is %v", a.low, b.low, got)
		}
		if got, want := a.compare(b), a.big().Cmp(b.big()); got != want {
			t.Fatalf("%v compared with %v is %d", a, b, got)
		}
		product, other := a.times(b), c.times(d)
		if product.big().Cmp(new(big.Int).Mul(a.big(), b.big())) != 0 {
			t.Fatalf("%v × %v is %v", a, b, product)
		}
		if got, want := product.compare(other), product.big().Cmp(other.big()); got != want {
			t.Fatalf("%v compared with %v is %d", product, other, got)
		}
		if sum := new(big.Int).Add(a.big(), b.big()); sum.BitLen() <= 128 && a.plus(b).big().Cmp(sum) != 0 {
			t.Fatalf("%v + %v is %v", a, b, a.plus(b))
		}
		if a.compare(b) >= 0 && a.minus(b).big().Cmp(new(big.Int).Sub(a.big(), b.big())) != 0 {
			t.Fatalf("%v - %v is %v", a, b, a.minus(b))
		}
	}
}
