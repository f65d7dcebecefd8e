package offering

import (
	"fmt"
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// Fraction is an exact number of shares: Whole + Num ÷ Den, as 33,333 1/3 is
// Fraction{33333, 1, 3}. The package gives it in lowest terms, a whole number
// with Num 0 and Den 1, so equal numbers are equal with ==.
//
// The zero Fraction is no number: Den is never 0 in a result.
type Fraction struct {
	// Whole is the whole part, never below zero.
	Whole int64 `json:"whole"`
	// Num is the numerator of the rest, from 0 up to Den - 1.
	Num int64 `json:"num"`
	// Den is the denominator of the rest, at least 1.
	Den int64 `json:"den"`
}

// String is such as "33333 1/3", "2/3" or "1000".
func (f Fraction) String() string {
	var b []byte
	if f.Whole != 0 || f.Num == 0 {
		b = strconv.AppendInt(b, f.Whole, 10)
	}
	return string(f.appendRest(b))
}

// appendRest adds the part below one, if there is any.
func (f Fraction) appendRest(b []byte) []byte {
	if f.Num == 0 {
		return b
	}
	if len(b) > 0 {
		b = append(b, ' ')
	}
	b = strconv.AppendInt(b, f.Num, 10)
	b = append(b, '/')
	return strconv.AppendInt(b, f.Den, 10)
}

// Round returns the whole number that the rule takes for the fraction.
//
// A fraction with parts outside the limits that their comments give is
// law.ErrRange, and so is a result past an int64; a rule that is none of the
// constants is law.ErrMissing or law.ErrInvalid.
func (f Fraction) Round(r Rounding) (int64, error) {
	var fs law.Faults
	law.OneOf(&fs, "rounding", r, roundings()...)
	if f.Whole < 0 || f.Num < 0 || f.Num >= f.Den {
		fs.Add(law.ErrRange, "fraction", fmt.Sprintf("{%d %d %d}", f.Whole, f.Num, f.Den),
			"is not a whole part of at least 0 with a proper fraction")
	}
	if len(fs) > 0 {
		return 0, fs
	}
	result, ok := quotient{whole: f.Whole, rest: uint64(f.Num), divisor: uint64(f.Den)}.round(r)
	if !ok {
		fs.Add(law.ErrRange, "fraction", f.String(), "rounds past the largest int64")
	}
	return result, fs.Err()
}

// fraction is the quotient in lowest terms.
func (q quotient) fraction() Fraction {
	a, b := q.divisor, q.rest
	for b != 0 {
		a, b = b, a%b
	}
	return Fraction{Whole: q.whole, Num: int64(q.rest / a), Den: int64(q.divisor / a)}
}
