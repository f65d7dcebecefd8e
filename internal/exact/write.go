package exact

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// Sentences and faults print numbers themselves: Decimal.String reads switches that
// any part of a program may set, and an explanation must not depend on them.

// Plain is a decimal digit by digit as it was given: 1.50 stays 1.50. Its exponent
// is one that the caller has bounded, as every digit is written out.
func Plain(d decimal.Decimal) string {
	digits := d.Coefficient().String()
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	places := -int(d.Exponent())
	if places <= 0 {
		return sign + digits + strings.Repeat("0", -places)
	}
	if short := places + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	return sign + digits[:len(digits)-places] + "." + digits[len(digits)-places:]
}

// Count is a number for people: 33,333.
func Count(n int64) string {
	var room [len("-9,223,372,036,854,775,808")]byte
	return string(appendCount(room[:0], n))
}

// Counted is a count with its noun: "1 share", "33,333 shares".
func Counted(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Count(n) + " " + noun + "s"
}

// Dollars writes cents as dollars: "$1,234.50".
func Dollars(cents int64) string { return Money(cents, "USD") }

// DollarsOf writes a decimal within the limits as dollars: "$1,234.50", and "$0.9625"
// where the money goes finer than cents.
func DollarsOf(d decimal.Decimal) string { return string(appendDollars(nil, Of(d))) }

// Money writes cents of a currency as "$1,234.50" or "CHF 1,234.50".
func Money(cents int64, currency string) string {
	var room [32]byte
	return string(AppendMoney(room[:0], cents, currency))
}

// AppendMoney is [Money], written behind a text.
func AppendMoney(b []byte, cents int64, currency string) []byte {
	if currency == "USD" {
		return appendDollars(b, Cents(cents))
	}
	if cents < 0 {
		b = append(b, '-')
	}
	return Cents(cents).digits(append(append(b, currency...), ' '), true)
}

// appendDollars writes the sign, if there is one, before that of the dollar.
func appendDollars(b []byte, n Number) []byte {
	if n.sign() < 0 {
		b = append(b, '-')
	}
	return n.digits(append(b, '$'), true)
}

// String is the number for people: 1,234.50. Places after the point are none, or at
// least two.
func (n Number) String() string { return string(n.Append(nil)) }

// Append adds the number for people to the text.
func (n Number) Append(b []byte) []byte {
	if n.sign() < 0 {
		b = append(b, '-')
	}
	return n.digits(b, false)
}

// sign is -1, 0 or 1.
func (n Number) sign() int {
	switch {
	case n.wide != nil:
		return n.wide.Sign()
	default:
		return cmp.Compare(n.coefficient, 0)
	}
}

// digits adds the number without its sign, its whole part in threes. Places after the
// point are none, unless cents are wanted, or at least two.
func (n Number) digits(b []byte, cents bool) []byte {
	var room [40]byte
	digits := room[:0]
	if n.wide != nil {
		digits = n.wide.Append(digits, 10)
	} else {
		digits = strconv.AppendInt(digits, n.coefficient, 10)
	}
	if digits[0] == '-' {
		digits = digits[1:]
	}
	places := -n.exponent
	if n.sign() == 0 {
		places = 0
	}
	for ; places < 0; places++ {
		digits = append(digits, '0')
	}
	for ; places > 0 && digits[len(digits)-1] == '0'; places-- {
		digits = digits[:len(digits)-1]
	}
	if places >= len(digits) {
		b = append(b, '0')
	} else {
		b = group(b, digits[:len(digits)-places])
	}
	if places == 0 && !cents {
		return b
	}
	b = append(b, '.')
	for i := len(digits); i < places; i++ {
		b = append(b, '0')
	}
	b = append(b, digits[max(0, len(digits)-places):]...)
	for ; places < 2; places++ {
		b = append(b, '0')
	}
	return b
}

// appendCount is [Number.Append] for whole numbers, of which there are most.
func appendCount(b []byte, n int64) []byte {
	var room [20]byte
	digits := strconv.AppendInt(room[:0], n, 10)
	if digits[0] == '-' {
		b, digits = append(b, '-'), digits[1:]
	}
	return group(b, digits)
}

// AppendPlain adds a plain number, such as -1234.50, with its whole part in threes:
// -1,234.50. What is no number is added as it is.
func AppendPlain(b []byte, plain string) []byte {
	digits := strings.TrimPrefix(plain, "-")
	n := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
	if n < 0 {
		n = len(digits)
	}
	if n == 0 || n < len(digits) && digits[n] != '.' {
		return append(b, plain...)
	}
	b = append(b, plain[:len(plain)-len(digits)]...)
	return append(group(b, []byte(digits[:n])), digits[n:]...)
}

// group adds one digit or more, without a sign, with a comma before each full three.
func group(b, digits []byte) []byte {
	first := (len(digits)-1)%3 + 1
	b = append(b, digits[:first]...)
	for i := first; i < len(digits); i += 3 {
		b = append(b, ',', digits[i], digits[i+1], digits[i+2])
	}
	return b
}

// Mixed is a mixed number for people: "33,333 1/3", "2/3" or "36,000".
func Mixed(m exact.Mixed) string {
	var room [72]byte
	return string(appendMixed(room[:0], m))
}

func appendMixed(b []byte, m exact.Mixed) []byte {
	var whole [32]byte
	return m.Append(b, appendCount(whole[:0], m.Whole))
}

// Parts is a mixed number with its unit: "33,333 1/3 shares", "2/3 of a share", "1
// share".
func Parts(m exact.Mixed, unit string) string {
	var room [96]byte
	b := appendMixed(room[:0], m)
	switch {
	case m.Whole == 0 && m.Num > 0:
		b = append(append(b, " of a "...), unit...)
	case m.Whole == 1 && m.Num == 0:
		b = append(append(b, ' '), unit...)
	default:
		b = append(append(append(b, ' '), unit...), 's')
	}
	return string(b)
}

// DollarParts is an exact number of cents: "$41,666.66 and 2/3 of a cent".
func DollarParts(cents exact.Mixed) string {
	if cents.Num == 0 {
		return Dollars(cents.Whole)
	}
	return Dollars(cents.Whole) + " and " + exact.Mixed{Num: cents.Num, Den: cents.Den}.String() + " of a cent"
}

// ratPlaces is how many places a sentence shows of a rational that has more.
const ratPlaces = 6

// Rational is a rational not below zero for people: exact where it ends within the
// places that the library reads, and otherwise cut off with an ellipsis.
func Rational(x *big.Rat) string {
	scaled := new(big.Int).Mul(x.Num(), BigPow10(exact.MaxExponent))
	if scaled, rest := scaled.QuoRem(scaled, x.Denom(), new(big.Int)); rest.Sign() == 0 {
		return Scaled(scaled, -exact.MaxExponent).Trimmed().String()
	}
	cut := new(big.Int).Mul(x.Num(), BigPow10(ratPlaces))
	return Scaled(cut.Quo(cut, x.Denom()), -ratPlaces).String() + "…"
}

// RationalCount is an exact count of shares or units not below zero for people:
// "33,333 1/3" where the fraction is a simple one.
func RationalCount(x *big.Rat) string {
	const simple = 1000
	m, ok := MixedOf(x)
	if !ok || m.Den > simple {
		return Rational(x)
	}
	return Mixed(m)
}

// Percentage is part ÷ whole for people, cut off at six places: "51%", "33.333333…%".
// The part is not below zero, and at most a hundred thousand times the whole.
func Percentage(part, whole int64) string {
	q, _ := Divide(Multiply(uint64(part), 100_000_000), uint64(whole))
	b := Number{coefficient: q.Whole, exponent: -ratPlaces}.Append(nil)
	if !q.Exact() {
		b = append(b, "…"...)
	}
	return string(append(b, '%'))
}
