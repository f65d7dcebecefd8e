package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"

	"github.com/offerkit/offerkit/exact"
)

// Quotient is an exact division: Whole + Rest ÷ Divisor, where Rest is below Divisor
// and Divisor fits an int64. The zero Quotient is no number.
type Quotient struct {
	Whole         int64
	Rest, Divisor uint64
}

// Divide divides by a number above zero. It reports false if the whole part passes
// an int64.
func Divide(a Uint128, divisor uint64) (Quotient, bool) {
	if a.High >= divisor {
		return Quotient{}, false
	}
	whole, rest := bits.Div64(a.High, a.Low, divisor)
	return Quotient{Whole: int64(whole), Rest: rest, Divisor: divisor}, int64(whole) >= 0
}

// Exact reports whether the quotient is whole.
func (q Quotient) Exact() bool { return q.Rest == 0 }

// Round applies the rule. It reports false if the result passes an int64.
func (q Quotient) Round(r exact.Rounding) (int64, bool) {
	// Twice the rest could pass 64 bits; what the rest lacks of the divisor
	// says the same.
	if q.Rest == 0 || !r.Upper(cmp.Compare(q.Rest, q.Divisor-q.Rest), q.Whole&1 == 1) {
		return q.Whole, true
	}
	return q.Whole + 1, q.Whole < math.MaxInt64
}

// Times is n times the quotient. The caller knows that it fits.
func (q Quotient) Times(n int64) Quotient {
	more, _ := Divide(Multiply(q.Rest, uint64(n)), q.Divisor)
	return Quotient{Whole: q.Whole*n + more.Whole, Rest: more.Rest, Divisor: q.Divisor}
}

// Mixed is the quotient in lowest terms.
func (q Quotient) Mixed() exact.Mixed {
	divisor := gcd(q.Divisor, q.Rest)
	return exact.Mixed{Whole: q.Whole, Num: int64(q.Rest / divisor), Den: int64(q.Divisor / divisor)}
}

// Rat is the quotient as a rational.
func (q Quotient) Rat() *big.Rat {
	x := new(big.Rat).SetFrac(new(big.Int).SetUint64(q.Rest), new(big.Int).SetUint64(q.Divisor))
	return x.Add(x, new(big.Rat).SetInt64(q.Whole))
}

// Part is a part of a number that is not below zero. The fraction is at most the
// whole, so the result fits.
func Part(f exact.Fraction, n int64) Quotient {
	q, _ := Divide(Multiply(uint64(n), uint64(f.Num)), uint64(f.Den))
	return q
}

// CompareFractions orders two fractions as cmp.Compare does.
func CompareFractions(f, g exact.Fraction) int {
	return Multiply(uint64(f.Num), uint64(g.Den)).Compare(Multiply(uint64(g.Num), uint64(f.Den)))
}
