// Package exact is the kernel of exact numbers that the rooms share: decimals scaled
// to integers, one reader of them, exact quotients, numbers of 128 and 256 bits, exact
// amounts, and the one way in which each kind of number is written. The words that
// terms use for arithmetic are in the package exact at the root; rooms import this one
// as kernel.
//
// Each number begins as an int64 and goes over to package big where it stops fitting,
// so that no answer hangs on a width.
package exact

import (
	"math/big"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// Number is a decimal within the limits: coefficient × 10^exponent. The zero Number
// is 0.
type Number struct {
	coefficient int64
	wide        *big.Int // a coefficient past an int64; nil otherwise
	exponent    int
}

// Of takes a decimal apart. It is for decimals within the limits, and for the results
// of arithmetic on them.
func Of(d decimal.Decimal) Number {
	n := Number{coefficient: d.CoefficientInt64(), exponent: int(d.Exponent())}
	if !fits(d) {
		n.coefficient, n.wide = 0, d.Coefficient()
	}
	return n
}

// Integer is a whole number.
func Integer(n int64) Number { return Number{coefficient: n} }

// Cents is a number of cents as dollars.
func Cents(n int64) Number { return Number{coefficient: n, exponent: -2} }

// Scaled is coefficient × 10^exponent.
func Scaled(coefficient *big.Int, exponent int) Number {
	if coefficient.IsInt64() {
		return Number{coefficient: coefficient.Int64(), exponent: exponent}
	}
	return Number{wide: coefficient, exponent: exponent}
}

// fits reports whether the coefficient fits an int64. CoefficientInt64 drops the
// high bits of one that does not, and comparing two decimals of one exponent scales
// neither.
func fits(d decimal.Decimal) bool {
	return d.Equal(decimal.New(d.CoefficientInt64(), d.Exponent()))
}

// Exponent is the power of ten that the number is counted in.
func (n Number) Exponent() int { return n.exponent }

// Trimmed is the same number without trailing zeros, so that 1.50 and 1.5 come out
// alike.
func (n Number) Trimmed() Number {
	if n.wide != nil {
		ten := big.NewInt(10)
		wide := n.wide
		for {
			shorter, digit := new(big.Int).QuoRem(wide, ten, new(big.Int))
			if digit.Sign() != 0 {
				break
			}
			wide = shorter
			n.exponent++
		}
		return Scaled(wide, n.exponent)
	}
	for n.coefficient != 0 && n.coefficient%10 == 0 {
		n.coefficient /= 10
		n.exponent++
	}
	return n
}

// In returns a number not below zero counted in units of 10^exponent. It reports
// false if the number is not whole in those units or is too large; the caller then
// takes the path of wide integers.
func (n Number) In(exponent int) (Uint128, bool) {
	shift := n.exponent - exponent
	if n.wide != nil || shift < 0 || shift > maxPow10 {
		return Uint128{}, false
	}
	return Multiply(uint64(n.coefficient), Pow10(shift)), true
}

// BigIn is In without a limit of size. The exponent is at most n's own.
func (n Number) BigIn(exponent int) *big.Int {
	coefficient := n.wide
	if coefficient == nil {
		coefficient = big.NewInt(n.coefficient)
	}
	return new(big.Int).Mul(coefficient, BigPow10(n.exponent-exponent))
}

// Rat is the number as a rational.
func (n Number) Rat() *big.Rat {
	if n.exponent >= 0 {
		return new(big.Rat).SetInt(n.BigIn(0))
	}
	return new(big.Rat).SetFrac(n.BigIn(n.exponent), BigPow10(-n.exponent))
}

// RatOf is a decimal within the limits as a rational.
func RatOf(d decimal.Decimal) *big.Rat { return Of(d).Rat() }

// RoundRat is the whole number that the rule takes for a rational not below zero.
func RoundRat(x *big.Rat, r exact.Rounding) *big.Int {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if rest.Sign() == 0 {
		return whole
	}
	half := rest.Lsh(rest, 1).Cmp(x.Denom())
	if r.Upper(half, whole.Bit(0) == 1) {
		whole.Add(whole, big.NewInt(1))
	}
	return whole
}

// Percent is so many hundredths of a number.
func Percent(x, percent *big.Rat) *big.Rat {
	product := new(big.Rat).Mul(x, percent)
	return product.Mul(product, big.NewRat(1, 100))
}

// MixedOf is a rational not below zero as a mixed number. It reports false if the
// parts do not fit.
func MixedOf(x *big.Rat) (exact.Mixed, bool) {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if !whole.IsInt64() || !rest.IsInt64() || !x.Denom().IsInt64() {
		return exact.Mixed{}, false
	}
	return exact.Mixed{Whole: whole.Int64(), Num: rest.Int64(), Den: x.Denom().Int64()}, true
}

// RatOfMixed is a mixed number, whose Den is not 0, as a rational.
func RatOfMixed(m exact.Mixed) *big.Rat {
	x := big.NewRat(m.Num, m.Den)
	return x.Add(x, new(big.Rat).SetInt64(m.Whole))
}

// maxPow10 is the largest power of ten that fits a uint64.
const maxPow10 = 19

// Pow10 is 10^n, for n from 0 to 19.
func Pow10(n int) uint64 {
	power := uint64(1)
	for range n {
		power *= 10
	}
	return power
}

// BigPow10 is 10^n, for the n that the limits leave possible.
func BigPow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
