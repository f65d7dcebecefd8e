package exact

import "github.com/offerkit/offerkit/law"

// The limits of a decimal that the library accepts. They hold any price and any
// amount of money written to 18 places, and keep every power of ten that the
// arithmetic can need small.
const (
	// MaxExponent is the largest exponent, and its negative the smallest:
	// decimals have at most 18 places after the point.
	MaxExponent = 18
	// MaxDigits is the most digits of a coefficient, leading zeros aside.
	MaxDigits = law.MaxDigits
)
