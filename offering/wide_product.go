package offering

import (
	"cmp"
	"math/bits"
)

// Products of counts and weights pass 64 bits, and those of four such numbers
// pass 128. These two widths hold every comparison of the package exactly and
// without a division, so no answer hangs on a rounded quotient.

// uint128 is high × 2^64 + low.
type uint128 struct{ high, low uint64 }

// multiply is the full product of two numbers.
func multiply(a, b uint64) uint128 {
	high, low := bits.Mul64(a, b)
	return uint128{high, low}
}

// plus is the sum. The caller knows that it fits.
func (a uint128) plus(b uint128) uint128 {
	low, carry := bits.Add64(a.low, b.low, 0)
	return uint128{a.high + b.high + carry, low}
}

// minus is the difference. The caller knows that it is not below zero.
func (a uint128) minus(b uint128) uint128 {
	low, borrow := bits.Sub64(a.low, b.low, 0)
	return uint128{a.high - b.high - borrow, low}
}

// compare orders two numbers as cmp.Compare does.
func (a uint128) compare(b uint128) int {
	if a.high != b.high {
		return cmp.Compare(a.high, b.high)
	}
	return cmp.Compare(a.low, b.low)
}

// times is the full product of two numbers.
func (a uint128) times(b uint128) uint256 {
	high, low := multiply(a.high, b.high), multiply(a.low, b.low)
	for _, middle := range [2]uint128{multiply(a.high, b.low), multiply(a.low, b.high)} {
		var carry uint64
		low.high, carry = bits.Add64(low.high, middle.low, 0)
		high.low, carry = bits.Add64(high.low, middle.high, carry)
		high.high += carry
	}
	return uint256{high, low}
}

// uint256 is high × 2^128 + low.
type uint256 struct{ high, low uint128 }

// compare orders two numbers as cmp.Compare does.
func (a uint256) compare(b uint256) int {
	if c := a.high.compare(b.high); c != 0 {
		return c
	}
	return a.low.compare(b.low)
}
