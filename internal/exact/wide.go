package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Products of counts and weights pass 64 bits, and those of four such numbers
// pass 128. These two widths hold every comparison exactly and without a division,
// so no answer hangs on a rounded quotient.

// Uint128 is High × 2^64 + Low.
type Uint128 struct{ High, Low uint64 }

// Wide is a number of 64 bits.
func Wide(n uint64) Uint128 { return Uint128{Low: n} }

// Multiply is the full product of two numbers.
func Multiply(a, b uint64) Uint128 {
	high, low := bits.Mul64(a, b)
	return Uint128{high, low}
}

// Sum adds up numbers not below zero.
func Sum(list []int64) Uint128 {
	var sum Uint128
	for _, v := range list {
		var carry uint64
		sum.Low, carry = bits.Add64(sum.Low, uint64(v), 0)
		sum.High += carry
	}
	return sum
}

// Plus is the sum. The caller knows that it fits.
func (a Uint128) Plus(b Uint128) Uint128 {
	low, carry := bits.Add64(a.Low, b.Low, 0)
	return Uint128{a.High + b.High + carry, low}
}

// Minus is the difference. The caller knows that it is not below zero.
func (a Uint128) Minus(b Uint128) Uint128 {
	low, borrow := bits.Sub64(a.Low, b.Low, 0)
	return Uint128{a.High - b.High - borrow, low}
}

// Compare orders two numbers as cmp.Compare does.
func (a Uint128) Compare(b Uint128) int {
	if a.High != b.High {
		return cmp.Compare(a.High, b.High)
	}
	return cmp.Compare(a.Low, b.Low)
}

// Times is the full product of two numbers.
func (a Uint128) Times(b Uint128) Uint256 {
	high, low := Multiply(a.High, b.High), Multiply(a.Low, b.Low)
	for _, middle := range [2]Uint128{Multiply(a.High, b.Low), Multiply(a.Low, b.High)} {
		var carry uint64
		low.High, carry = bits.Add64(low.High, middle.Low, 0)
		high.Low, carry = bits.Add64(high.Low, middle.High, carry)
		high.High += carry
	}
	return Uint256{high, low}
}

// Fits reports whether an int64 holds the number.
func (a Uint128) Fits() bool { return a.High == 0 && a.Low <= math.MaxInt64 }

// Big is the number for package big.
func (a Uint128) Big() *big.Int {
	n := new(big.Int).SetUint64(a.High)
	return n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(a.Low))
}

// Decimal is so many units of 10^exponent.
func (a Uint128) Decimal(exponent int) decimal.Decimal {
	if a.Fits() {
		return decimal.New(int64(a.Low), int32(exponent))
	}
	return decimal.NewFromBigInt(a.Big(), int32(exponent))
}

// Uint256 is High × 2^128 + Low.
type Uint256 struct{ High, Low Uint128 }

// Compare orders two numbers as cmp.Compare does.
func (a Uint256) Compare(b Uint256) int {
	if c := a.High.Compare(b.High); c != 0 {
		return c
	}
	return a.Low.Compare(b.Low)
}
