package offering

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MaxFactorDigits is the most digits of either part of a [Factor] in lowest
// terms. It holds dozens of adjustments by prices of eight digits; when they are
// used up the price has to be rounded, and adjusted anew from there, by somebody
// who may decide that.
const MaxFactorDigits = 400

// Factor is an exact running product of adjustments, such as "21/20": what a
// price has been multiplied by since the beginning. It is never rounded. A price
// is computed from the original price and the factor each time it is used, so
// that a hundred adjustments round once and not a hundred times.
//
// A Factor is plain text in lowest terms, comparable with ==. The zero Factor is
// one: nothing has been adjusted.
type Factor string

// rat reads the factor. It records a fault unless it is one that the package
// writes, or one in other terms.
func (f Factor) rat(fs *law.Faults, field string) (*big.Rat, bool) {
	if f == "" {
		return big.NewRat(1, 1), true
	}
	num, den, found := strings.Cut(string(f), "/")
	if !found {
		den = "1"
	}
	if len(num) > MaxFactorDigits || len(den) > MaxFactorDigits {
		fs.Add(law.ErrRange, field, string(f), "has more than %d digits in a part", MaxFactorDigits)
		return nil, false
	}
	parts := [2]*big.Int{}
	for i, digits := range [2]string{num, den} {
		part, ok := new(big.Int).SetString(digits, 10)
		if !ok || strings.Trim(digits, "0123456789") != "" {
			fs.Add(law.ErrInvalid, field, strconv.QuoteToASCII(string(f)), `is not of the form "21/20"`)
			return nil, false
		}
		if part.Sign() == 0 {
			fs.Add(law.ErrRange, field, string(f), "has a part of zero")
			return nil, false
		}
		parts[i] = part
	}
	return new(big.Rat).SetFrac(parts[0], parts[1]), true
}

// factorOf writes a rational as a factor, and reports false past the limit.
func factorOf(r *big.Rat) (Factor, bool) {
	text := r.RatString()
	num, den, _ := strings.Cut(text, "/")
	return Factor(text), len(num) <= MaxFactorDigits && len(den) <= MaxFactorDigits
}

// Times is the product of two factors. A text that is no factor is
// law.ErrInvalid or law.ErrRange, and so is a product past MaxFactorDigits.
func (f Factor) Times(g Factor) (Factor, error) {
	var fs law.Faults
	a, okA := f.rat(&fs, "factor")
	b, okB := g.rat(&fs, "other")
	if !okA || !okB {
		return "", fs
	}
	product, ok := factorOf(new(big.Rat).Mul(a, b))
	if !ok {
		fs.Add(law.ErrRange, "factor", "", "has more than %d digits in a part", MaxFactorDigits)
		return "", fs
	}
	return product, nil
}

// Price is the original price times the factor, rounded once to so many places
// after the point. It is the bulk path; nothing is explained.
//
// A price of zero is law.ErrMissing; one below zero or beyond the limits, and
// places outside 0 to MaxExponent, are law.ErrRange; an unknown rounding is
// law.ErrInvalid or law.ErrMissing.
func (f Factor) Price(original decimal.Decimal, places int, r exact.Rounding) (decimal.Decimal, error) {
	var fs law.Faults
	factor, _ := f.rat(&fs, "factor")
	n, _ := kernel.ReadPositive(&fs, "original", original)
	r.Check(&fs, "rounding")
	check.Within(&fs, "places", places, 0, exact.MaxExponent)
	if len(fs) > 0 {
		return decimal.Decimal{}, fs
	}
	return roundPlaces(new(big.Rat).Mul(n.Rat(), factor), places, r), nil
}

// roundPlaces rounds a rational not below zero to so many places after the point.
func roundPlaces(x *big.Rat, places int, r exact.Rounding) decimal.Decimal {
	units := new(big.Rat).Mul(x, new(big.Rat).SetInt(kernel.BigPow10(places)))
	return decimal.NewFromBigInt(kernel.RoundRat(units, r), -int32(places)) // #nosec G115 -- at most MaxExponent
}
