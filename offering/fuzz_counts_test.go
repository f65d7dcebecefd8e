package offering

import (
	"math/big"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// FuzzWholeShares holds the bulk call to the explained one and to the exact
// quotient.
func FuzzWholeShares(f *testing.F) {
	f.Add(int64(268_000), int32(0), int64(96), int32(-2), uint8(2))
	f.Add(int64(500_000), int32(0), int64(96), int32(-2), uint8(0))
	f.Add(int64(1), int32(18), int64(1), int32(-18), uint8(1))
	f.Add(int64(-1), int32(0), int64(0), int32(0), uint8(9))
	f.Fuzz(func(t *testing.T, a int64, aExp int32, p int64, pExp int32, rule uint8) {
		amount, price := decimal.New(a, aExp), decimal.New(p, pExp)
		r := append(exact.Roundings(), "", "other")[rule%7]
		got, err := WholeShares(amount, price, r)
		told, otherErr := Shares(amount, price, r)
		if (err == nil) != (otherErr == nil) || err != nil && err.Error() != otherErr.Error() {
			t.Fatalf("WholeShares: %v; Shares: %v", err, otherErr)
		}
		if err != nil {
			if got.Shares != 0 || got.Why != nil {
				t.Fatalf("%+v beside %v", got, err)
			}
			return
		}
		want := refRound(new(big.Rat).Quo(rat(amount), rat(price)), r)
		cost := new(big.Rat).Mul(new(big.Rat).SetInt(want), rat(price))
		if !want.IsInt64() || got.Shares != want.Int64() || rat(got.Cost).Cmp(cost) != 0 || got.Why != nil {
			t.Fatalf("%+v, want %s for %s", got, want, cost)
		}
		if told.Shares != got.Shares || !told.Difference.Equal(got.Difference) || told.Exact != got.Exact {
			t.Fatalf("WholeShares: %+v; Shares: %+v", got, told)
		}
	})
}

// FuzzMajority looks for the smallest number of votes with exact fractions.
func FuzzMajority(f *testing.F) {
	f.Add(int64(51), int64(100), int64(800_000), false)
	f.Add(int64(2), int64(3), int64(9), true)
	f.Add(int64(1<<62), int64(1<<63-1), int64(1<<63-1), false)
	f.Add(int64(0), int64(1), int64(1), true)
	f.Add(int64(3), int64(3), int64(7), false)
	f.Fuzz(func(t *testing.T, num, den, base int64, inclusive bool) {
		m := Majority{Part: exact.Fraction{Num: num, Den: den}, Inclusive: inclusive}
		got, err := m.Needed(base)
		bad := den <= 0 || num < 0 || num > den || base <= 0 || num == den && !inclusive || num == 0 && inclusive
		if bad != (err != nil) {
			t.Fatalf("%s of %d: %d, %v", m, base, got, err)
		}
		if err != nil {
			return
		}
		carries := func(votes int64) bool {
			order := big.NewRat(votes, base).Cmp(big.NewRat(num, den))
			return order > 0 || inclusive && order == 0
		}
		if got < 1 || got > base || !carries(got) || carries(got-1) {
			t.Fatalf("%s of %d: %d", m, base, got)
		}
		for votes := max(got-2, 0); votes <= base && votes <= got+1; votes++ {
			if reached, err := m.Reached(votes, base); err != nil || reached != carries(votes) {
				t.Fatalf("%d of %d under %s: %v, %v", votes, base, m, reached, err)
			}
			if votes == base {
				break // the next may be past an int64
			}
		}
		for _, votes := range []int64{-1, base + 1} {
			if _, err := m.Reached(votes, base); err == nil {
				t.Fatalf("%d of %d votes are an answer", votes, base)
			}
		}
	})
}

// FuzzEntitlement holds what a split makes of a position to the exact product,
// and the whole shares of it to each rule of rounding.
func FuzzEntitlement(f *testing.F) {
	f.Add(int64(1), int64(10), int64(279_167))
	f.Add(int64(3), int64(2), int64(1<<62))
	f.Add(int64(1<<63-1), int64(1<<63-1), int64(1<<63-1))
	f.Add(int64(0), int64(-1), int64(-1))
	f.Fuzz(func(t *testing.T, to, from, shares int64) {
		got, err := Split{New: to, Old: from}.Entitlement(shares)
		if to <= 0 || from <= 0 || shares < 0 {
			if err == nil {
				t.Fatalf("%d for %d of %d shares: %s", to, from, shares, got)
			}
			return
		}
		unrounded := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(to), big.NewInt(shares)), big.NewInt(from))
		if whole := refRound(unrounded, exact.Down); whole.IsInt64() != (err == nil) {
			t.Fatalf("%d for %d of %d shares: %s, %v; want %s", to, from, shares, got, err, whole)
		}
		if err != nil {
			wantFault(t, err, law.ErrRange, "shares")
			return
		}
		rest := new(big.Int).GCD(nil, nil, big.NewInt(got.Num), big.NewInt(got.Den))
		if got.Num < 0 || got.Num >= got.Den || rest.Int64() != 1 || rational(got).Cmp(unrounded) != 0 {
			t.Fatalf("%d for %d of %d shares: %+v, want %s", to, from, shares, got, unrounded)
		}
		for _, r := range exact.Roundings() {
			n, err := got.Round(r)
			if want := refRound(unrounded, r); want.IsInt64() != (err == nil) || err == nil && n != want.Int64() {
				t.Fatalf("%s rounded %s: %d, %v; want %s", got, r, n, err, want)
			}
		}
	})
}
