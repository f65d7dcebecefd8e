// Package figures writes numbers into sentences and faults. It prints them itself:
// Decimal.String reads switches that any part of a program may set, and an
// explanation must not depend on them.
package figures

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Plain is a decimal digit by digit as it was given: 1.50 stays 1.50. Its
// exponent is one that the caller has bounded, as every digit is written out.
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
	var room, out [len("-9,223,372,036,854,775,808")]byte
	digits, b := strconv.AppendInt(room[:0], n, 10), out[:0]
	if n < 0 {
		b, digits = append(b, '-'), digits[1:]
	}
	return string(Group(b, digits))
}

// Group adds digits, without a sign, with a comma before each full three.
func Group(b, digits []byte) []byte {
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b = append(b, ',')
		}
		b = append(b, digit)
	}
	return b
}
