package restrict

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"

	"github.com/offerkit/offerkit/internal/figures"
	"github.com/shopspring/decimal"
)

// Fraction is an exact number of shares: Whole + Num ÷ Den, as 99 shares are
// 9 9/10 after a reverse split of one for ten. The package gives it in lowest
// terms, a whole number with Num 0 and Den 1, so equal numbers are equal with
// ==.
//
// The zero Fraction is no number: Den is never 0 in a number.
type Fraction struct {
	// Whole is the whole part, never below zero.
	Whole int64 `json:"whole"`
	// Num is the numerator of the rest, from 0 up to Den - 1.
	Num int64 `json:"num"`
	// Den is the denominator of the rest, at least 1.
	Den int64 `json:"den"`
}

// String is such as "9 9/10", "9/10" or "36000"; "not known" for the zero
// Fraction.
func (f Fraction) String() string {
	switch {
	case f.Den == 0:
		return "not known"
	case f.Num == 0:
		return strconv.FormatInt(f.Whole, 10)
	}
	return f.join(strconv.FormatInt(f.Whole, 10))
}

func (f Fraction) join(whole string) string {
	rest := strconv.FormatInt(f.Num, 10) + "/" + strconv.FormatInt(f.Den, 10)
	if f.Whole == 0 {
		return rest
	}
	return whole + " " + rest
}

// words is the number for people: 36,000 or 1,234 1/2.
func (f Fraction) words() string {
	if f.Num == 0 {
		return figures.Count(f.Whole)
	}
	return f.join(figures.Count(f.Whole))
}

// amount is an exact number not below zero, num ÷ den in lowest terms. One that
// does not fit is in wide, which is nil otherwise. The zero amount is 0.
type amount struct {
	num, den int64
	wide     *big.Rat
}

func whole(n int64) amount { return amount{num: n, den: 1} }

// decimalAmount is a decimal within the limits of readDecimal.
func decimalAmount(d decimal.Decimal) amount {
	r := new(big.Rat).SetInt(d.Coefficient())
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.Exponent(), -d.Exponent()))), nil)
	if d.Exponent() < 0 {
		return narrow(r.Quo(r, new(big.Rat).SetInt(scale)))
	}
	return narrow(r.Mul(r, new(big.Rat).SetInt(scale)))
}

// narrow takes a number that may fit.
func narrow(r *big.Rat) amount {
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		return amount{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return amount{wide: r}
}

func (a amount) rat() *big.Rat {
	switch {
	case a.wide != nil:
		return a.wide
	case a.den == 0:
		return new(big.Rat)
	}
	return big.NewRat(a.num, a.den)
}

func (a amount) plus(b amount) amount {
	if a.wide == nil && b.wide == nil && max(a.den, 1) == max(b.den, 1) && a.num <= math.MaxInt64-b.num {
		return lowest(a.num+b.num, max(a.den, 1))
	}
	return narrow(new(big.Rat).Add(a.rat(), b.rat()))
}

// minus is the difference, which the caller knows not to be below zero.
func (a amount) minus(b amount) amount {
	if a.wide == nil && b.wide == nil && max(a.den, 1) == max(b.den, 1) {
		return lowest(a.num-b.num, max(a.den, 1))
	}
	return narrow(new(big.Rat).Sub(a.rat(), b.rat()))
}

// excess is by how many whole units a is more than b, a fraction counting as one:
// 0 if it is not, and the most that an int64 holds if it is more than that.
func (a amount) excess(b amount) int64 {
	if a.compare(b) <= 0 {
		return 0
	}
	rest := a.minus(b)
	n, ok := rest.floor()
	switch {
	case !ok || n == math.MaxInt64:
		return math.MaxInt64
	case whole(n).compare(rest) < 0:
		return n + 1
	}
	return n
}

// times is a × num ÷ den, for num not below zero and den above it.
func (a amount) times(num, den int64) amount {
	if num == den {
		return a
	}
	if a.wide == nil {
		high, low := bits.Mul64(uint64(a.num), uint64(num))               // #nosec G115 -- not below zero
		highDen, lowDen := bits.Mul64(uint64(max(a.den, 1)), uint64(den)) // #nosec G115 -- above zero
		if high|highDen == 0 && low <= math.MaxInt64 && lowDen <= math.MaxInt64 {
			return lowest(int64(low), int64(lowDen))
		}
	}
	return narrow(new(big.Rat).Mul(a.rat(), big.NewRat(num, den)))
}

// compare orders two numbers as cmp.Compare does.
func (a amount) compare(b amount) int {
	if a.wide != nil || b.wide != nil {
		return a.rat().Cmp(b.rat())
	}
	high, low := bits.Mul64(uint64(a.num), uint64(max(b.den, 1)))           // #nosec G115 -- not below zero
	highOther, lowOther := bits.Mul64(uint64(b.num), uint64(max(a.den, 1))) // #nosec G115 -- not below zero
	if high != highOther {
		return cmp.Compare(high, highOther)
	}
	return cmp.Compare(low, lowOther)
}

// floor is the whole part. It reports false if an int64 does not hold it.
func (a amount) floor() (int64, bool) {
	if a.wide == nil {
		return a.num / max(a.den, 1), true
	}
	n := new(big.Int).Quo(a.wide.Num(), a.wide.Denom())
	return n.Int64(), n.IsInt64()
}

// fraction is the number as a result shows it. It reports false if the parts do
// not fit.
func (a amount) fraction() (Fraction, bool) {
	if a.wide == nil && a.den <= 1 {
		return Fraction{a.num, 0, 1}, true
	}
	if a.wide == nil {
		return Fraction{a.num / a.den, a.num % a.den, a.den}, true
	}
	n, rest := new(big.Int).QuoRem(a.wide.Num(), a.wide.Denom(), new(big.Int))
	ok := n.IsInt64() && rest.IsInt64() && a.wide.Denom().IsInt64()
	return Fraction{n.Int64(), rest.Int64(), a.wide.Denom().Int64()}, ok
}

// lowest is num ÷ den in lowest terms.
func lowest(num, den int64) amount {
	if den == 1 {
		return amount{num: num, den: 1}
	}
	a, b := num, den
	for b != 0 {
		a, b = b, a%b
	}
	return amount{num: num / a, den: den / a}
}

// product is a × b.
func (a amount) product(b amount) amount {
	if b.wide == nil {
		return a.times(b.num, max(b.den, 1))
	}
	return narrow(new(big.Rat).Mul(a.rat(), b.wide))
}

// amount is a Fraction of a result to go on counting with.
func (f Fraction) amount() amount {
	return whole(f.Whole).plus(amount{num: f.Num, den: max(f.Den, 1)})
}
