package offering

import (
	"encoding/binary"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// FuzzShares holds any two decimals against the reference: no panic, no hang,
// and the right answer wherever there is one.
func FuzzShares(f *testing.F) {
	f.Add(int64(268_000), int32(0), int64(96), int32(-2), uint8(2))
	f.Add(int64(50_000_000_000_000_000), int32(0), int64(100_000_000_000_000_001), int32(0), uint8(2))
	f.Add(int64(1), int32(1_000_000_000), int64(1), int32(-1_000_000_000), uint8(0))
	f.Add(int64(-1), int32(18), int64(0), int32(-18), uint8(9))
	f.Fuzz(func(t *testing.T, a int64, aExp int32, p int64, pExp int32, rule uint8) {
		amount, price := decimal.New(a, aExp), decimal.New(p, pExp)
		r := append(exact.Roundings(), "", "other")[rule%7]
		got, err := Shares(amount, price, r)
		within := func(exp int32) bool { return exp >= -exact.MaxExponent && exp <= exact.MaxExponent }
		if !within(aExp) || !within(pExp) || a <= 0 || p <= 0 || !slices.Contains(exact.Roundings(), r) {
			if err == nil {
				t.Fatalf("answered %+v", got)
			}
			return
		}
		want := refRound(new(big.Rat).Quo(rat(amount), rat(price)), r)
		if !want.IsInt64() {
			if err == nil {
				t.Fatalf("answered %+v where the count is %s", got, want)
			}
			return
		}
		if err != nil || got.Shares != want.Int64() {
			t.Fatalf("%+v, %v; want %s", got, err, want)
		}
		cost := new(big.Rat).Mul(new(big.Rat).SetInt(want), rat(price))
		if rat(got.Cost).Cmp(cost) != 0 || rat(got.Difference).Cmp(cost.Sub(cost, rat(amount))) != 0 {
			t.Fatalf("%+v", got)
		}
		roundTrip(t, got)
	})
}

// FuzzApportion reads any bytes as weights.
func FuzzApportion(f *testing.F) {
	f.Add(int64(11), []byte{0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 2})
	f.Add(int64(1)<<62, slices.Repeat([]byte{0x7f, 1, 2, 3, 4, 5, 6, 7}, 60))
	f.Add(int64(-1), []byte{0xff, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, total int64, data []byte) {
		var weights []int64
		negative, sum := false, new(big.Int)
		for ; len(data) >= 8 && len(weights) < 200; data = data[8:] {
			w := int64(binary.BigEndian.Uint64(data))
			weights = append(weights, w)
			negative = negative || w < 0
			sum.Add(sum, big.NewInt(w))
		}
		got, err := Apportion(total, weights)
		if bad := total < 0 || negative || total > 0 && sum.Sign() == 0; bad != (err != nil) {
			t.Fatalf("Apportion(%d, %v) = %v, %v", total, weights, got, err)
		}
		if err == nil && !slices.Equal(got, refApportion(total, weights)) {
			t.Fatalf("Apportion(%d, %v) = %v", total, weights, got)
		}
	})
}

// FuzzAllocate reads any numbers as a book. What is answered must hold together,
// and add up to the stated number when it says so.
func FuzzAllocate(f *testing.F) {
	f.Add(int64(96), int32(-2), int64(800_000), uint8(0), uint8(1), []byte{1, 152, 239, 64, 2, 250, 240, 128})
	f.Add(int64(5_499), int32(-3), int64(0), uint8(2), uint8(0), []byte{255, 255, 255, 255, 0, 0, 0, 1})
	f.Add(int64(1), int32(-18), int64(3), uint8(4), uint8(3), []byte{0, 0, 0, 2})
	f.Fuzz(func(t *testing.T, price int64, exponent int32, stated int64, rule, tie uint8, data []byte) {
		terms := Terms{
			Price: decimal.New(price, exponent), Shares: stated,
			Rounding: exact.Roundings()[rule%5], TieOut: []TieOut{Report, MinimumChange, OnLast, OnLargest}[tie%4],
			Owed: []Owed{Signed, SharesTimesPrice}[rule/128], Cents: exact.Roundings()[tie/64],
		}
		var orders []Order
		for ; len(data) >= 4 && len(orders) < 100; data = data[4:] {
			cents := int64(binary.BigEndian.Uint32(data))
			orders = append(orders, Order{Investor: strconv.Itoa(len(orders)), Amount: decimal.New(cents, -2)})
		}
		b, err := Allocate(terms, orders)
		if err != nil {
			return
		}
		checkBook(t, terms, orders, b)
		if b.Why.Has("offering.shares.even") != (stated != 0 && b.Residual == 0 && !b.Why.Has("offering.tie_out."+inCode(terms.TieOut))) {
			t.Fatalf("residual %d, but\n%s", b.Residual, b.Why)
		}
		roundTrip(t, b)
	})
}
