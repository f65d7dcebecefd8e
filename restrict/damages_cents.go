package restrict

import (
	"math"
	"math/big"

	"github.com/offerkit/offerkit/law"
)

// maxCents is the largest amount of a result.
const maxCents = math.MaxInt64

func tooMuch(field string) error {
	var fs law.Faults
	fs.Add(law.ErrRange, field, "", "comes to more than %d cents", int64(maxCents))
	return fs
}

// cents rounds an amount of cents that is not below zero. It reports false if
// an int64 does not hold it.
func (r CentsRounding) cents(x *big.Rat) (int64, bool) {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	half := rest.Lsh(rest, 1).Cmp(x.Denom())
	up := false
	switch r {
	case CentsNearest:
		up = half >= 0
	case CentsHalfEven:
		up = half > 0 || half == 0 && whole.Bit(0) == 1
	case CentsUp:
		up = rest.Sign() > 0
	case CentsDown:
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return whole.Int64(), whole.IsInt64()
}

func (r CentsRounding) check(fs *law.Faults, field string) {
	law.OneOf(fs, field, r, CentsNearest, CentsHalfEven, CentsDown, CentsUp)
}

// words is the rounding in a sentence.
func (r CentsRounding) words() string {
	switch r {
	case CentsHalfEven:
		return "to the nearest cent, halves to the even one"
	case CentsDown:
		return "down to a cent"
	case CentsUp:
		return "up to a cent"
	case CentsNearest:
	}
	return "to the nearest cent, halves up"
}
