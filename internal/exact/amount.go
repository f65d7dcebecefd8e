package exact

import (
	"math"
	"math/big"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// Amount is an exact number not below zero to go on counting with: num ÷ den in
// lowest terms. The zero Amount is 0.
type Amount struct {
	num, den int64
	wide     *big.Rat // a number of which a part passes an int64; nil otherwise
}

// Whole is a whole number not below zero.
func Whole(n int64) Amount { return Amount{num: n, den: 1} }

// AmountOf is a decimal within the limits and not below zero.
func AmountOf(d decimal.Decimal) Amount { return Narrow(RatOf(d)) }

// AmountOfMixed is a mixed number. The zero Mixed is 0.
func AmountOfMixed(m exact.Mixed) Amount {
	return Whole(m.Whole).Plus(Amount{num: m.Num, den: max(m.Den, 1)})
}

// Narrow is a rational not below zero, which it keeps if its parts do not fit.
func Narrow(r *big.Rat) Amount {
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		return Amount{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return Amount{wide: r}
}

// Rat is the number as a rational, which is not to be changed.
func (a Amount) Rat() *big.Rat {
	if a.wide != nil {
		return a.wide
	}
	return big.NewRat(a.num, max(a.den, 1))
}

// Plus is the sum.
func (a Amount) Plus(b Amount) Amount {
	if a.wide == nil && b.wide == nil && max(a.den, 1) == max(b.den, 1) && a.num <= math.MaxInt64-b.num {
		return lowest(a.num+b.num, max(a.den, 1))
	}
	return Narrow(new(big.Rat).Add(a.Rat(), b.Rat()))
}

// Minus is the difference, which the caller knows not to be below zero.
func (a Amount) Minus(b Amount) Amount {
	if a.wide == nil && b.wide == nil && max(a.den, 1) == max(b.den, 1) {
		return lowest(a.num-b.num, max(a.den, 1))
	}
	return Narrow(new(big.Rat).Sub(a.Rat(), b.Rat()))
}

// Excess is by how many whole units a is more than b, a fraction counting as one:
// 0 if it is not, and the most that an int64 holds if it is more than that.
func (a Amount) Excess(b Amount) int64 {
	if a.Compare(b) <= 0 {
		return 0
	}
	n, ok := a.Minus(b).Round(exact.Up)
	if !ok {
		return math.MaxInt64
	}
	return n
}

// Times is a × num ÷ den, for num not below zero and den above it.
func (a Amount) Times(num, den int64) Amount {
	if num == den {
		return a
	}
	if a.wide == nil {
		top, bottom := Multiply(uint64(a.num), uint64(num)), Multiply(uint64(max(a.den, 1)), uint64(den))
		if top.Fits() && bottom.Fits() {
			return lowest(int64(top.Low), int64(bottom.Low))
		}
	}
	return Narrow(new(big.Rat).Mul(a.Rat(), big.NewRat(num, den)))
}

// Product is a × b.
func (a Amount) Product(b Amount) Amount {
	if b.wide == nil {
		return a.Times(b.num, max(b.den, 1))
	}
	return Narrow(new(big.Rat).Mul(a.Rat(), b.wide))
}

// Compare orders two numbers as cmp.Compare does.
func (a Amount) Compare(b Amount) int {
	if a.wide != nil || b.wide != nil {
		return a.Rat().Cmp(b.Rat())
	}
	return Multiply(uint64(a.num), uint64(max(b.den, 1))).Compare(Multiply(uint64(b.num), uint64(max(a.den, 1))))
}

// Round is the whole number that the rule takes. It reports false if an int64 does
// not hold it.
func (a Amount) Round(r exact.Rounding) (int64, bool) {
	if a.wide != nil {
		n := RoundRat(a.wide, r)
		return n.Int64(), n.IsInt64()
	}
	den := max(a.den, 1)
	return Quotient{Whole: a.num / den, Rest: uint64(a.num % den), Divisor: uint64(den)}.Round(r)
}

// Mixed is the number as a result shows it. It reports false if the parts do not
// fit.
func (a Amount) Mixed() (exact.Mixed, bool) {
	if a.wide != nil {
		return MixedOf(a.wide)
	}
	den := max(a.den, 1)
	return exact.Mixed{Whole: a.num / den, Num: a.num % den, Den: den}, true
}

// lowest is num ÷ den in lowest terms.
func lowest(num, den int64) Amount {
	if den == 1 {
		return Amount{num: num, den: 1}
	}
	divisor := int64(gcd(uint64(num), uint64(den)))
	return Amount{num: num / divisor, den: den / divisor}
}

// gcd is the greatest common divisor of two numbers, not both zero.
func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
