package restrict

import (
	"math"

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
func (r CentsRounding) cents(a amount) (int64, bool) {
	n, ok := a.floor()
	if !ok {
		return 0, false
	}
	rest := a.minus(whole(n))
	half := rest.times(2, 1).compare(whole(1))
	up := false
	switch r {
	case CentsNearest:
		up = half >= 0
	case CentsHalfEven:
		up = half > 0 || half == 0 && n%2 == 1
	case CentsUp:
		up = rest.compare(whole(0)) > 0
	case CentsDown:
	}
	if up {
		if n == maxCents {
			return 0, false
		}
		n++
	}
	return n, true
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
