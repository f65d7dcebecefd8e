package offering

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/offerkit/offerkit/internal/figures"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The limits of a decimal that the package accepts. They hold any price and
// any amount of money written to 18 places, and keep every power of ten that
// the arithmetic can need small.
const (
	// MaxExponent is the largest exponent, and its negative the smallest:
	// decimals have at most 18 places after the point.
	MaxExponent = 18
	// MaxDigits is the most digits of a coefficient, leading zeros aside.
	MaxDigits = law.MaxDigits
)

// number is a decimal within the limits: coefficient × 10^exponent. A
// coefficient past an int64 is in wide, which is nil otherwise.
type number struct {
	coefficient int64
	wide        *big.Int
	exponent    int
}

// numberOf takes a decimal apart. It is for decimals within the limits, and
// for the results of arithmetic on them.
func numberOf(d decimal.Decimal) number {
	n := number{coefficient: d.CoefficientInt64(), exponent: int(d.Exponent())}
	if !fitsInt64(d) {
		n.coefficient, n.wide = 0, d.Coefficient()
	}
	return n
}

// fitsInt64 reports whether the coefficient fits an int64. CoefficientInt64
// drops the high bits of one that does not, and comparing two decimals of one
// exponent scales neither.
func fitsInt64(d decimal.Decimal) bool {
	return d.Equal(decimal.New(d.CoefficientInt64(), d.Exponent()))
}

// readPositive takes a decimal of the caller's apart. It records a fault unless
// the decimal is within the limits and above zero. Zero counts as left out,
// because that is what a decimal nobody has set is.
func readPositive(fs *law.Faults, field string, d decimal.Decimal) (number, bool) {
	if !readable(fs, field, d) {
		return number{}, false
	}
	switch sign := d.Sign(); {
	case sign == 0:
		fs.Add(law.ErrMissing, field, "", "is required and must be above zero")
		return number{}, false
	case sign < 0:
		fs.Add(law.ErrRange, field, figures.Plain(d), "is below zero")
		return number{}, false
	}
	return numberOf(d), true
}

// readable records a fault unless the decimal is within the limits. It takes
// the same short time for any decimal, and never prints one that is not.
func readable(fs *law.Faults, field string, d decimal.Decimal) bool {
	exponent := d.Exponent()
	if exponent < -MaxExponent || exponent > MaxExponent {
		fs.Add(law.ErrRange, field, "", "has the exponent %d, beyond %d to %d", exponent, -MaxExponent, MaxExponent)
		return false
	}
	if fitsInt64(d) {
		return true
	}
	limit := decimal.NewFromBigInt(bigPow10(MaxDigits), exponent)
	if d.Cmp(limit) >= 0 || d.Cmp(limit.Neg()) <= 0 {
		fs.Add(law.ErrRange, field, "", "has more than %d digits", MaxDigits)
		return false
	}
	return true
}

// trimmed is the same number without trailing zeros, so that 1.50 and 1.5 come
// out alike.
func (n number) trimmed() number {
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
		n.wide = wide
		if wide.IsInt64() {
			n.coefficient, n.wide = wide.Int64(), nil
		}
		return n
	}
	for n.coefficient != 0 && n.coefficient%10 == 0 {
		n.coefficient /= 10
		n.exponent++
	}
	return n
}

// in returns a number not below zero counted in units of 10^exponent, as the
// 128-bit number high:low. It reports false if the number is not whole in those
// units or is too large; the caller then takes the path of wide integers.
func (n number) in(exponent int) (high, low uint64, ok bool) {
	shift := n.exponent - exponent
	if n.wide != nil || shift < 0 || shift > maxPow10 {
		return 0, 0, false
	}
	high, low = bits.Mul64(uint64(n.coefficient), pow10(shift))
	return high, low, true
}

// bigIn is in without a limit of size. The exponent is at most n's own.
func (n number) bigIn(exponent int) *big.Int {
	coefficient := n.wide
	if coefficient == nil {
		coefficient = big.NewInt(n.coefficient)
	}
	return new(big.Int).Mul(coefficient, bigPow10(n.exponent-exponent))
}

// money is high:low units of 10^exponent as a decimal.
func money(high, low uint64, exponent int) decimal.Decimal {
	if high == 0 && low <= math.MaxInt64 {
		return decimal.New(int64(low), int32(exponent))
	}
	units := new(big.Int).SetUint64(high)
	units.Lsh(units, 64).Or(units, new(big.Int).SetUint64(low))
	return decimal.NewFromBigInt(units, int32(exponent))
}

// maxPow10 is the largest power of ten that fits a uint64.
const maxPow10 = 19

// pow10 is 10^n, for n from 0 to maxPow10.
func pow10(n int) uint64 {
	power := uint64(1)
	for range n {
		power *= 10
	}
	return power
}

// bigPow10 is 10^n, for the n that the limits leave possible.
func bigPow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
