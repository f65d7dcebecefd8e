package exact

import (
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Readable records a fault unless the decimal is within the limits. It takes the same
// short time for any decimal, and never prints one that is not.
func Readable(fs *law.Faults, field string, d decimal.Decimal) bool {
	exponent := d.Exponent()
	if exponent < -exact.MaxExponent || exponent > exact.MaxExponent {
		fs.Add(law.ErrRange, field, "", "has the exponent %d, beyond %d to %d", exponent, -exact.MaxExponent, exact.MaxExponent)
		return false
	}
	if d.Sign() == 0 || fits(d) {
		return true
	}
	limit := decimal.NewFromBigInt(BigPow10(exact.MaxDigits), exponent)
	if d.Cmp(limit) >= 0 || d.Cmp(limit.Neg()) <= 0 {
		fs.Add(law.ErrRange, field, "", "has more than %d digits", exact.MaxDigits)
		return false
	}
	return true
}

// NotBelowZero records a fault unless the decimal is within the limits and not below
// zero.
func NotBelowZero(fs *law.Faults, field string, d decimal.Decimal) bool {
	if !Readable(fs, field, d) {
		return false
	}
	if d.Sign() < 0 {
		fs.Add(law.ErrRange, field, Plain(d), "is below zero")
		return false
	}
	return true
}

// ReadPositive takes a decimal of the caller's apart. It records a fault unless the
// decimal is within the limits and above zero. Zero counts as left out, because that
// is what a decimal nobody has set is.
func ReadPositive(fs *law.Faults, field string, d decimal.Decimal) (Number, bool) {
	if !NotBelowZero(fs, field, d) {
		return Number{}, false
	}
	if d.Sign() == 0 {
		fs.Add(law.ErrMissing, field, "", "is required and must be above zero")
		return Number{}, false
	}
	return Of(d), true
}

// ReadRat reads a decimal above zero, and is nil after a fault.
func ReadRat(fs *law.Faults, field string, d decimal.Decimal) *big.Rat {
	n, ok := ReadPositive(fs, field, d)
	if !ok {
		return nil
	}
	return n.Rat()
}

// ReadOptionalRat reads a decimal that may be left out, as zero: nil then.
func ReadOptionalRat(fs *law.Faults, field string, d decimal.Decimal) *big.Rat {
	if !NotBelowZero(fs, field, d) || d.Sign() == 0 {
		return nil
	}
	return RatOf(d)
}

// ReadCents reads an amount of dollars above zero in whole cents.
func ReadCents(fs *law.Faults, field string, d decimal.Decimal) (int64, bool) {
	// Nearly all amounts are written in dollars or in cents, and not large.
	if places := -d.Exponent(); (places == 0 || places == 2) && fits(d) {
		if c := d.CoefficientInt64(); c > 0 && places == 2 {
			return c, true
		} else if c > 0 && c <= math.MaxInt64/100 {
			return 100 * c, true
		}
	}
	n, ok := ReadPositive(fs, field, d)
	if !ok {
		return 0, false
	}
	if n.exponent < -2 {
		n = n.Trimmed()
	}
	if n.exponent < -2 {
		fs.Add(law.ErrInvalid, field, Plain(d), "has a fraction of a cent")
		return 0, false
	}
	cents, ok := n.In(-2)
	if !ok || !cents.Fits() {
		fs.Add(law.ErrRange, field, Plain(d), "is more than %d cents", int64(math.MaxInt64))
		return 0, false
	}
	return int64(cents.Low), true
}

// ReadOptionalCents reads an amount of dollars that may be left out, as zero.
func ReadOptionalCents(fs *law.Faults, field string, d decimal.Decimal) int64 {
	// A zero that decodes from JSON is as good as none; a hostile one is not.
	if d.Sign() == 0 && d.Exponent() == 0 || !Readable(fs, field, d) || d.Sign() == 0 {
		return 0
	}
	c, _ := ReadCents(fs, field, d)
	return c
}

// RoundCents rounds dollars to cents. It records a fault if they pass an int64.
func RoundCents(fs *law.Faults, field string, dollars *big.Rat, r exact.Rounding) int64 {
	c := RoundRat(new(big.Rat).Mul(dollars, big.NewRat(100, 1)), r)
	if !c.IsInt64() {
		fs.Add(law.ErrRange, field, "", "comes to more cents than an int64 holds")
		return 0
	}
	return c.Int64()
}

// ReadMixed is a mixed number of the caller's above zero, and nil after a fault.
func ReadMixed(fs *law.Faults, field string, m exact.Mixed) *big.Rat {
	if m.Whole < 0 || m.Num < 0 || m.Num >= m.Den || m.Whole == 0 && m.Num == 0 {
		fs.Add(law.ErrRange, field, fmt.Sprintf("{%d %d %d}", m.Whole, m.Num, m.Den), "is not a number above zero with a proper fraction")
		return nil
	}
	return RatOfMixed(m)
}

// CheckFraction records what is wrong with a fraction above zero and up to the whole.
func CheckFraction(fs *law.Faults, field string, f exact.Fraction) {
	if f.IsZero() {
		fs.Missing(field)
		return
	}
	switch {
	case f.Den <= 0:
		fs.Add(law.ErrRange, field+".den", strconv.FormatInt(f.Den, 10), "is not above zero")
	case f.Num > f.Den:
		fs.Add(law.ErrRange, field+".num", strconv.FormatInt(f.Num, 10), "is above %d, the whole", f.Den)
	}
	if f.Num <= 0 {
		fs.Add(law.ErrRange, field+".num", strconv.FormatInt(f.Num, 10), "is not above zero")
	}
}
