package exact

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

func (a Uint256) big() *big.Int {
	high := a.High.Big()
	return high.Lsh(high, 128).Or(high, a.Low.Big())
}

func TestWideProducts(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 61))
	part := func() uint64 {
		return []uint64{0, 1, ^uint64(0), 1 << 63, random.Uint64(), random.Uint64() >> random.IntN(64)}[random.IntN(6)]
	}
	for range 20_000 {
		a, b, c, d := Uint128{part(), part()}, Uint128{part(), part()}, Uint128{part(), part()}, Uint128{part(), part()}
		if got := Multiply(a.Low, b.Low); got.Big().Cmp(new(big.Int).Mul(Wide(a.Low).Big(), Wide(b.Low).Big())) != 0 {
			t.Fatalf("%v × %v is %v", a.Low, b.Low, got)
		}
		if got, want := a.Compare(b), a.Big().Cmp(b.Big()); got != want {
			t.Fatalf("%v compared with %v is %d", a, b, got)
		}
		product, other := a.Times(b), c.Times(d)
		if product.big().Cmp(new(big.Int).Mul(a.Big(), b.Big())) != 0 {
			t.Fatalf("%v × %v is %v", a, b, product)
		}
		if got, want := product.Compare(other), product.big().Cmp(other.big()); got != want {
			t.Fatalf("%v compared with %v is %d", product, other, got)
		}
		if sum := new(big.Int).Add(a.Big(), b.Big()); sum.BitLen() <= 128 && a.Plus(b).Big().Cmp(sum) != 0 {
			t.Fatalf("%v + %v is %v", a, b, a.Plus(b))
		}
		if a.Compare(b) >= 0 && a.Minus(b).Big().Cmp(new(big.Int).Sub(a.Big(), b.Big())) != 0 {
			t.Fatalf("%v - %v is %v", a, b, a.Minus(b))
		}
	}
}
