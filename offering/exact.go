package offering

import (
	"math/big"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Where a result is one number and not a million rows, it is computed in
// rationals: no step rounds but the one that the terms name.

// rat is the number as a rational.
func (n number) rat() *big.Rat {
	if n.exponent >= 0 {
		return new(big.Rat).SetInt(n.bigIn(0))
	}
	return new(big.Rat).SetFrac(n.bigIn(n.exponent), bigPow10(-n.exponent))
}

// ratOf is a decimal within the limits as a rational.
func ratOf(d decimal.Decimal) *big.Rat { return numberOf(d).rat() }

// roundRat is the whole number that the rule takes for a rational not below zero.
func roundRat(x *big.Rat, r Rounding) *big.Int {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if rest.Sign() == 0 {
		return whole
	}
	half := rest.Lsh(rest, 1).Cmp(x.Denom())
	if r.takesUpper(half, whole.Bit(0) == 1) {
		whole.Add(whole, big.NewInt(1))
	}
	return whole
}

// roundCents rounds dollars to cents. It records a fault if they pass an int64.
func roundCents(fs *law.Faults, field string, x *big.Rat, r Rounding) int64 {
	c := roundRat(new(big.Rat).Mul(x, big.NewRat(100, 1)), r)
	if !c.IsInt64() {
		fs.Add(law.ErrRange, field, "", "comes to more cents than an int64 holds")
		return 0
	}
	return c.Int64()
}

// ofPercent is so many hundredths of a number.
func ofPercent(x, percent *big.Rat) *big.Rat {
	product := new(big.Rat).Mul(x, percent)
	return product.Mul(product, big.NewRat(1, 100))
}

// ratPlaces is how many places a sentence shows of a rational that has more.
const ratPlaces = 6

// ratText is a rational not below zero for people: exact where it ends within
// the places that the package reads, and otherwise cut off with an ellipsis.
func ratText(x *big.Rat) string {
	scaled := new(big.Int).Mul(x.Num(), bigPow10(MaxExponent))
	if scaled, rest := scaled.QuoRem(scaled, x.Denom(), new(big.Int)); rest.Sign() == 0 {
		return number{wide: scaled, exponent: -MaxExponent}.trimmed().String()
	}
	cut := new(big.Int).Mul(x.Num(), bigPow10(ratPlaces))
	cut.Quo(cut, x.Denom())
	return number{wide: cut, exponent: -ratPlaces}.String() + "…"
}

// countText is an exact count of shares or units not below zero for people:
// "33,333 1/3" where the fraction is a simple one.
func countText(x *big.Rat) string {
	const simple = 1000
	f, ok := fractionOf(x)
	if !ok || f.Den > simple {
		return ratText(x)
	}
	if f.Whole == 0 && f.Num > 0 {
		return f.String()
	}
	return string(f.appendRest([]byte(count(f.Whole))))
}

// fractionOf is a rational not below zero as a Fraction, if its parts fit.
func fractionOf(x *big.Rat) (Fraction, bool) {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if !whole.IsInt64() || !rest.IsInt64() || !x.Denom().IsInt64() {
		return Fraction{}, false
	}
	return Fraction{Whole: whole.Int64(), Num: rest.Int64(), Den: x.Denom().Int64()}, true
}

// readOptional reads a decimal that may be left out, as zero: nil then.
func readOptional(fs *law.Faults, field string, d decimal.Decimal) *big.Rat {
	if d.Sign() == 0 && d.Exponent() == 0 || !readable(fs, field, d) || d.Sign() == 0 {
		return nil
	}
	return readRat(fs, field, d)
}

// readRat reads a decimal above zero, and is nil after a fault.
func readRat(fs *law.Faults, field string, d decimal.Decimal) *big.Rat {
	n, ok := readPositive(fs, field, d)
	if !ok {
		return nil
	}
	return n.rat()
}
