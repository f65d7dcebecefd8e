package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/figures"
)

// Sentences print numbers themselves: Decimal.String reads switches that any
// part of the program may set, and an explanation must not depend on them.

// String is the number for people: 1,234.50. Places after the point are none,
// or at least two.
func (n number) String() string { return string(n.append(nil)) }

// append adds the number for people to the text.
func (n number) append(b []byte) []byte {
	var room [40]byte
	digits := room[:0]
	if n.wide != nil {
		digits = n.wide.Append(digits, 10)
	} else {
		digits = strconv.AppendInt(digits, n.coefficient, 10)
	}
	if digits[0] == '-' {
		b, digits = append(b, '-'), digits[1:]
	}
	places := -n.exponent
	for ; places < 0; places++ {
		digits = append(digits, '0')
	}
	for ; places > 0 && digits[len(digits)-1] == '0' && len(digits) > 1; places-- {
		digits = digits[:len(digits)-1]
	}
	if len(digits) == 1 && digits[0] == '0' {
		return append(b, '0')
	}
	if places >= len(digits) {
		b = append(b, '0')
	} else {
		b = figures.Group(b, digits[:len(digits)-places])
	}
	if places == 0 {
		return b
	}
	b = append(b, '.')
	for i := len(digits); i < places; i++ {
		b = append(b, '0')
	}
	b = append(b, digits[max(0, len(digits)-places):]...)
	if places == 1 {
		b = append(b, '0')
	}
	return b
}

// inDollars is a number of cents as dollars for people: $41,666.67.
func inDollars(c int64) string { return "$" + cents(c).String() }

// count is a number of shares or rows for people: 33,333.
func count(n int64) string { return figures.Count(n) }

// counted is a count with its noun: "1 share", "33,333 shares".
func counted(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return count(n) + " " + noun + "s"
}

// words is the fraction for people: "33,333 1/3 shares", "2/3 of a lot".
func (f Fraction) words(unit string) string {
	if f.Whole == 0 && f.Num > 0 {
		return f.String() + " of a " + unit
	}
	var room [72]byte
	b := number{coefficient: f.Whole}.append(room[:0])
	b = f.appendRest(b)
	return string(append(b, " "+unit+"s"...))
}
