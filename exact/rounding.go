// Package exact is the vocabulary of arithmetic in which terms are written: which
// whole number stands for one that is not whole ([Rounding]), which part of a whole
// is meant ([Fraction]), and what an exact count is before it is rounded ([Mixed]).
//
// Nothing here is a float. A decimal comes in within [MaxExponent] and [MaxDigits]
// and is scaled once; a quotient is rounded once, from its exact remainder.
package exact

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/law"
)

// Rounding says which whole number stands for an exact quotient between two
// whole numbers: of shares, of cents, or of the units of a price. Quotients are
// never below zero, so down is also toward zero and up is away from it.
//
// The zero Rounding is no rule: a call refuses it, or its terms say what they read
// instead.
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

func (Rounding) all() []Rounding {
	return []Rounding{Down, Up, Nearest, HalfEven, HalfDown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *Rounding) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// Roundings lists the rules.
func Roundings() []Rounding { return Rounding("").all() }

// String is such as "rounded down" or "rounded to the nearest (halves up)". It is
// empty for the zero Rounding, and the word itself for one that is no rule.
func (r Rounding) String() string {
	switch r {
	case Down:
		return "rounded down"
	case Up:
		return "rounded up"
	case Nearest:
		return "rounded to the nearest (halves up)"
	case HalfEven:
		return "rounded to the nearest (halves to even)"
	case HalfDown:
		return "rounded to the nearest (halves down)"
	default:
		return string(r)
	}
}

// To is String with the unit of the result: "rounded to the nearest cent (halves
// up)", "rounded down to a cent".
func (r Rounding) To(unit string) string {
	nearest, halves, ok := strings.Cut(r.String(), " (")
	switch {
	case ok:
		return nearest + " " + unit + " (" + halves
	case r == Down || r == Up:
		return nearest + " to a " + unit
	default:
		return nearest
	}
}

// Check records a fault unless the word is one of [Roundings]: law.ErrMissing for the
// zero Rounding, and law.ErrInvalid for any other.
func (r Rounding) Check(fs *law.Faults, field string) {
	law.OneOf(fs, field, r, Roundings()...)
}

// Upper reports whether the rule takes the upper of the two whole numbers next to a
// quotient that is not whole. half compares its fraction with one half, as
// cmp.Compare does, and odd says whether the lower of the two is odd. A word that is
// no rule takes the lower.
func (r Rounding) Upper(half int, odd bool) bool {
	switch r {
	case Up:
		return true
	case Nearest:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	case HalfDown:
		return half > 0
	default:
		return false
	}
}

// Divide returns numerator ÷ denominator, rounded once from the exact remainder.
//
// A numerator below zero and a denominator not above zero are law.ErrRange; a
// word that is no rule is refused as by [Rounding.Check].
func (r Rounding) Divide(numerator, denominator int64) (int64, error) {
	var fs law.Faults
	r.Check(&fs, "rounding")
	if numerator < 0 {
		fs.Add(law.ErrRange, "numerator", strconv.FormatInt(numerator, 10), "is below zero")
	}
	if denominator <= 0 {
		fs.Add(law.ErrRange, "denominator", strconv.FormatInt(denominator, 10), "is not above zero")
	}
	if len(fs) > 0 {
		return 0, fs
	}
	whole, rest := numerator/denominator, numerator%denominator
	// Twice the rest could pass an int64; what it lacks of the denominator says the
	// same. The result fits: a quotient that is not whole is at most half the largest.
	if rest > 0 && r.Upper(cmp.Compare(rest, denominator-rest), whole&1 == 1) {
		whole++
	}
	return whole, nil
}
