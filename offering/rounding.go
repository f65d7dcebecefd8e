package offering

import (
	"math"
	"math/bits"
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// Rounding says which whole number stands for an exact quotient between two
// whole numbers. Quotients here are never below zero, so down is also toward
// zero and up is away from it.
//
// The zero Rounding is no rule: [Shares] refuses it, and [Terms] says what it
// reads instead.
type Rounding string

// The rules of rounding. They differ only on quotients that are not whole.
const (
	// Down drops the fraction.
	Down Rounding = "down"
	// Up takes the next whole number, however small the fraction.
	Up Rounding = "up"
	// Nearest takes the nearer whole number, and the upper at exactly one half.
	Nearest Rounding = "nearest"
	// HalfEven takes the nearer whole number, and the even at exactly one half.
	HalfEven Rounding = "half even"
	// HalfDown takes the nearer whole number, and the lower at exactly one half.
	HalfDown Rounding = "half down"
)

// roundings lists the rules, for checking input.
func roundings() []Rounding {
	return []Rounding{Down, Up, Nearest, HalfEven, HalfDown}
}

// Divide returns numerator ÷ denominator, rounded once from the exact remainder.
//
// A numerator below zero and a denominator not above zero are law.ErrRange; a
// rule that is none of the constants is law.ErrMissing or law.ErrInvalid.
func (r Rounding) Divide(numerator, denominator int64) (int64, error) {
	var fs law.Faults
	law.OneOf(&fs, "rounding", r, roundings()...)
	if numerator < 0 {
		fs.Add(law.ErrRange, "numerator", strconv.FormatInt(numerator, 10), "is below zero")
	}
	if denominator <= 0 {
		fs.Add(law.ErrRange, "denominator", strconv.FormatInt(denominator, 10), "is not above zero")
	}
	if len(fs) > 0 {
		return 0, fs
	}
	q := quotient{whole: numerator / denominator, rest: uint64(numerator % denominator), divisor: uint64(denominator)}
	// The result fits: a quotient that is not whole is at most half the largest int64.
	result, _ := q.round(r)
	return result, nil
}

// takesUpper reports whether the rule takes the upper of the two neighbors of a
// quotient that is not whole. half compares the fraction with one half, as
// cmp.Compare does, and odd says whether the lower neighbor is odd.
func (r Rounding) takesUpper(half int, odd bool) bool {
	switch r {
	case Up:
		return true
	case Nearest:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	case HalfDown:
		return half > 0
	default: // Down; every entry point has refused strangers
		return false
	}
}

// words is the rule in a sentence: "33,333 1/3 shares; rounded … that is 33,333".
func (r Rounding) words() string {
	switch r {
	case Up:
		return "rounded up"
	case Nearest:
		return "rounded to the nearest (halves up)"
	case HalfEven:
		return "rounded to the nearest (halves to even)"
	case HalfDown:
		return "rounded to the nearest (halves down)"
	default:
		return "rounded down"
	}
}

// quotient is an exact division: whole + rest ÷ divisor, where rest is below
// divisor and divisor fits an int64.
type quotient struct {
	whole         int64
	rest, divisor uint64
}

// divide divides the 128-bit number high:low. It reports false if the whole
// part passes an int64.
func divide(high, low, divisor uint64) (quotient, bool) {
	if high >= divisor {
		return quotient{}, false
	}
	whole, rest := bits.Div64(high, low, divisor)
	return quotient{whole: int64(whole), rest: rest, divisor: divisor}, int64(whole) >= 0
}

// exact reports whether the quotient is whole.
func (q quotient) exact() bool { return q.rest == 0 }

// round applies the rule. It reports false if the result passes an int64.
func (q quotient) round(r Rounding) (int64, bool) {
	if q.rest == 0 {
		return q.whole, true
	}
	// Twice the rest could pass 64 bits; what the rest lacks of the divisor
	// says the same.
	half := 0
	switch lacking := q.divisor - q.rest; {
	case q.rest < lacking:
		half = -1
	case q.rest > lacking:
		half = 1
	}
	if !r.takesUpper(half, q.whole&1 == 1) {
		return q.whole, true
	}
	return q.whole + 1, q.whole < math.MaxInt64
}
