package offering

import (
	"math"
	"math/bits"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Apportion divides total among the rows in proportion to their weights by
// largest remainder (Hamilton's method): each row gets the whole part of
// total × weight ÷ sum of weights, and the units left over go one each to the
// rows with the largest fractions, the earlier row first where fractions are
// equal. The result adds up to total exactly, and no row is ever a whole unit
// away from its exact entitlement.
//
// The unit is the caller's: shares, lots, cents. Only the ratios of the
// weights matter. A row of weight zero gets nothing.
//
// Do not run it again over a total that has grown and expect every earlier
// result to stand: largest remainder can take a unit back from a row when the
// total rises (the Alabama paradox).
//
// Errors are those of [ApportionInto].
func Apportion(total int64, weights []int64) ([]int64, error) {
	dst := make([]int64, len(weights))
	if err := ApportionInto(dst, total, weights); err != nil {
		return nil, err
	}
	return dst, nil
}

// ApportionInto is [Apportion] into a slice of the caller's. It takes time
// proportional to the rows whatever the numbers, and allocates nothing unless
// the weights add up to more than an int64 holds; then it stays exact and pays
// for it.
//
// A negative total or weight is law.ErrRange, a total above zero with no weight
// above zero is law.ErrConflict, and so is a dst that shares memory with weights
// (slices cut down in capacity escape that check; do not pass them). A dst of
// another length than weights is law.ErrInvalid. After an error dst is as it
// was. At most a hundred faulty rows are named.
func ApportionInto(dst []int64, total int64, weights []int64) error {
	var all, high, low uint64 // all holds every bit that any weight has; the sum is high:low
	for _, w := range weights {
		var carry uint64
		all |= uint64(w)
		low, carry = bits.Add64(low, uint64(w), 0)
		high += carry
	}
	if len(dst) != len(weights) || total < 0 || int64(all) < 0 || (all == 0 && total > 0) || overlap(dst, weights) {
		return refuseApportionment(dst, total, weights)
	}
	switch {
	case total == 0:
		clear(dst)
	case high != 0 || low > math.MaxInt64:
		apportionWide(dst, total, weights)
	case len(weights) <= fewRows:
		newScale(total, low).few(dst, weights)
	default:
		newScale(total, low).many(dst, weights)
	}
	return nil
}

// refuseApportionment names all that is wrong with the question.
func refuseApportionment(dst []int64, total int64, weights []int64) error {
	var fs law.Faults
	if len(dst) != len(weights) {
		fs.Add(law.ErrInvalid, "dst", "", "has %d rows where weights has %d", len(dst), len(weights))
	} else if overlap(dst, weights) {
		fs.Add(law.ErrConflict, "dst", "", "shares memory with weights, which must outlast it")
	}
	check.NotBelowZero(&fs, "total", total)
	var positive bool
	rows := check.Rows{List: "weights"}
	for i, w := range weights {
		positive = positive || w > 0
		if w < 0 && rows.Name() {
			check.NotBelowZero(&fs, check.At("weights", i), w)
		}
	}
	rows.Close(&fs)
	if total > 0 && !positive {
		fs.Add(law.ErrConflict, "weights", "", "are all zero, so nothing can carry the total of %d", total)
	}
	return fs.Err()
}

// overlap reports whether two slices of one array have a row in common. Slices
// of one array end, at full capacity, on the same element; their capacities
// then say where each begins.
func overlap(a, b []int64) bool {
	if len(a) == 0 || len(b) == 0 || &a[:cap(a)][cap(a)-1] != &b[:cap(b)][cap(b)-1] {
		return false
	}
	return cap(a)-len(a) < cap(b) && cap(b)-len(b) < cap(a)
}
