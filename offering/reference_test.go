package offering

import (
	"cmp"
	"encoding/json"
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The slow references. They share nothing with the code under test: rationals
// all the way, sorting instead of selecting, floor and fraction by definition.

// dec reads a decimal that the test itself wrote.
func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// source is a random source that gives the same numbers in every run.
func source(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 20021125)) }

// rounds is how often a random test asks: an eighth as often under -short, which
// is for the race detector and for mutation runs.
func rounds[T int | int64 | uint64](n T) T {
	if testing.Short() {
		return n / 8
	}
	return n
}

// refRound rounds a rational that is not below zero.
func refRound(x *big.Rat, r exact.Rounding) *big.Int {
	floor := new(big.Int).Quo(x.Num(), x.Denom())
	fraction := new(big.Rat).Sub(x, new(big.Rat).SetInt(floor))
	upper := new(big.Int).Add(floor, big.NewInt(1))
	toHalf := fraction.Cmp(big.NewRat(1, 2))
	even := new(big.Int).And(floor, big.NewInt(1)).Sign() == 0
	up := map[exact.Rounding]bool{
		exact.Down:     false,
		exact.Up:       fraction.Sign() > 0,
		exact.Nearest:  toHalf >= 0,
		exact.HalfDown: toHalf > 0,
		exact.HalfEven: toHalf > 0 || toHalf == 0 && !even,
	}[r]
	if up {
		return upper
	}
	return floor
}

// refApportion is largest remainder by its textbook definition.
func refApportion(total int64, weights []int64) []int64 {
	sum := new(big.Rat)
	for _, w := range weights {
		sum.Add(sum, new(big.Rat).SetInt64(w))
	}
	type row struct {
		i        int
		fraction *big.Rat
	}
	result := make([]int64, len(weights))
	if sum.Sign() == 0 {
		return result
	}
	rows := make([]row, len(weights))
	left := total
	for i, w := range weights {
		unrounded := new(big.Rat).Quo(new(big.Rat).Mul(new(big.Rat).SetInt64(w), new(big.Rat).SetInt64(total)), sum)
		floor := new(big.Int).Quo(unrounded.Num(), unrounded.Denom())
		result[i] = floor.Int64()
		left -= result[i]
		rows[i] = row{i, unrounded.Sub(unrounded, new(big.Rat).SetInt(floor))}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return b.fraction.Cmp(a.fraction) })
	for _, r := range rows[:left] {
		result[r.i]++
	}
	return result
}

// rat is a decimal as a rational, through its parts.
func rat(d decimal.Decimal) *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.Exponent(), -d.Exponent()))), nil)
	if d.Exponent() < 0 {
		return new(big.Rat).SetFrac(d.Coefficient(), power)
	}
	return new(big.Rat).SetInt(power.Mul(power, d.Coefficient()))
}

// wantFault fails the test unless the error holds a fault of the kind on the
// field, and reads as a message about that field.
func wantFault(t *testing.T, err error, kind error, field string) {
	t.Helper()
	var faults law.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("error %v holds no faults; want %v on %s", err, kind, field)
	}
	for _, f := range faults {
		if f.Field == field && errors.Is(f, kind) {
			return
		}
	}
	t.Errorf("faults %q: none is %q on %s", err, kind, field)
}

// wantFaults fails the test unless the error names exactly these fields, in any
// order, each as often as given.
func wantFaults(t *testing.T, err error, fields ...string) {
	t.Helper()
	var faults law.Faults
	errors.As(err, &faults)
	var got []string
	for _, f := range faults {
		got = append(got, f.Field)
	}
	slices.SortFunc(got, cmp.Compare[string])
	slices.SortFunc(fields, cmp.Compare[string])
	if !slices.Equal(got, fields) {
		t.Errorf("faults on %q, want %q (%v)", got, fields, err)
	}
}

// roundTrip fails the test unless the value comes back from JSON as it went.
func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	first, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(first, &back); err != nil {
		t.Fatalf("%s: %v", first, err)
	}
	second, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Errorf("JSON came back changed:\n%s\n%s", first, second)
	}
}

// text is a value as JSON, for comparing two results whole.
func text(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// hostSettings sets every package variable of shopspring to something that
// changes answers, as a program that imports this package may, and puts them
// back when the test ends.
func hostSettings(t *testing.T) {
	precision, quotes, trim, scientific := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes,
		decimal.TrimTrailingZeros, decimal.UseScientificNotation
	power := decimal.PowPrecisionNegativeExponent
	t.Cleanup(func() {
		decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = precision, quotes
		decimal.TrimTrailingZeros, decimal.UseScientificNotation = trim, scientific
		decimal.PowPrecisionNegativeExponent = power
	})
	decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = 2, 2
	decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = true, false, true
}

// allFaults unpacks an error of this package.
func allFaults(t *testing.T, err error) law.Faults {
	t.Helper()
	var faults law.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("%v holds no faults", err)
	}
	return faults
}
