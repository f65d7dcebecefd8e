package offering

import (
	"math/bits"
	"slices"
)

// scale turns weights into entitlements without dividing. It holds the total,
// the sum of the weights, and their ratio as the fixed-point number
// ratio = whole + fraction/2^64, cut off below.
//
// For a weight w the product w × ratio falls short of w × total ÷ sum by less
// than w ÷ 2^64, which is less than one. So its whole part is the wanted
// quotient or one less, and the remainder, taken modulo 2^64, tells which:
// it lies below 2 × sum, and the sum fits an int64.
type scale struct {
	total, sum      uint64
	whole, fraction uint64
}

// newScale prepares the division by a sum above zero that fits an int64.
func newScale(total int64, sum uint64) scale {
	t := uint64(total)
	s := scale{total: t, sum: sum, whole: t / sum}
	s.fraction, _ = bits.Div64(t%sum, 0, sum)
	return s
}

// divide returns the whole part of w × total ÷ sum and the remainder.
func (s *scale) divide(w uint64) (quotient, remainder uint64) {
	high, _ := bits.Mul64(w, s.fraction)
	quotient = w*s.whole + high
	remainder = w*s.total - quotient*s.sum
	if remainder >= s.sum {
		quotient++
		remainder -= s.sum
	}
	return quotient, remainder
}

// remainder is what divide left over for a weight and its quotient.
func (s *scale) remainder(w, quotient int64) uint64 {
	return uint64(w)*s.total - uint64(quotient)*s.sum
}

// fewRows is the size up to which scanning for the largest remainder, once for
// each unit left over, beats counting them into buckets.
const fewRows = 48

// few apportions among at most fewRows rows.
func (s scale) few(dst, weights []int64) {
	var rest [fewRows]uint64
	left := s.total
	for i, w := range weights {
		quotient, remainder := s.divide(uint64(w))
		dst[i], rest[i] = int64(quotient), remainder
		left -= quotient
	}
	for ; left > 0; left-- {
		best := 0
		for i := range weights {
			if rest[i] > rest[best] {
				best = i
			}
		}
		// The remainders add up to left × sum and each is below sum, so more
		// than left of them are above zero: a row that is used up, or that
		// had no fraction, is never taken here.
		dst[best]++
		rest[best] = 0
	}
}

// The remainders are counted by their leading bits, bucketBits at a time.
const (
	bucketBits = 11
	buckets    = 1 << bucketBits
	bucketMask = buckets - 1
)

// gatherLimit is the number of remainders that are gathered and sorted rather
// than counted again. A million random rows leave about 500 in the bucket that
// decides.
const gatherLimit = 1024

// many apportions among any number of rows. It counts the remainders into
// buckets while it divides, finds from the counts where the last unit falls,
// and hands the units out in one more pass. Remainders are not stored: dst
// holds the quotients, and a remainder comes back from two multiplications.
func (s scale) many(dst, weights []int64) {
	var counts [buckets]int
	shift := max(0, bits.Len64(s.sum-1)-bucketBits)
	left := s.total
	dst = dst[:len(weights)]
	for i, w := range weights {
		quotient, remainder := s.divide(uint64(w))
		dst[i] = int64(quotient)
		left -= quotient
		counts[(remainder>>shift)&bucketMask]++
	}
	if left == 0 {
		return
	}
	threshold, ties := s.threshold(dst, weights, &counts, shift, int(left))
	for i, w := range weights {
		remainder := s.remainder(w, dst[i])
		// The borrow is one exactly when the remainder is above the
		// threshold; a branch on random remainders would cost more than the
		// whole of the arithmetic.
		_, above := bits.Sub64(threshold, remainder, 0)
		dst[i] += int64(above)
		if remainder == threshold && ties > 0 {
			dst[i]++
			ties--
		}
	}
}

// threshold finds the remainder of the last row to get a unit when left units
// go to the largest remainders, and how many rows with that very remainder get
// one. The counts are those of the leading bits of all remainders, above shift.
//
// It narrows the remainders down by bucketBits at a time, and stops as soon as
// the candidates are all equal or few enough to sort. At worst, with remainders
// made to defeat it, that is six passes over the rows.
func (s *scale) threshold(dst, weights []int64, counts *[buckets]int, shift, left int) (threshold uint64, ties int) {
	var prefix uint64 // the bits above shift that the candidates have in common
	for {
		bucket := buckets - 1
		for ; counts[bucket] < left; bucket-- {
			left -= counts[bucket]
		}
		prefix = prefix<<bucketBits | uint64(bucket)
		switch size := counts[bucket]; {
		case shift == 0:
			return prefix, left
		case size <= gatherLimit:
			return s.among(dst, weights, shift, prefix, left)
		}
		next := max(0, shift-bucketBits)
		least, most := s.recount(dst, weights, counts, shift, next, prefix)
		if least == most {
			return least, left
		}
		// The last step may be narrower than bucketBits; the buckets then
		// overlap the prefix, which is cut to match.
		prefix >>= bucketBits - (shift - next)
		shift = next
	}
}

// recount counts the remainders that begin with the prefix by the bits after
// it, and returns the smallest and the largest of them.
func (s *scale) recount(
	dst, weights []int64, counts *[buckets]int, shift, next int, prefix uint64,
) (least, most uint64) {
	clear(counts[:])
	least = s.sum
	for i, w := range weights {
		remainder := s.remainder(w, dst[i])
		if remainder>>shift == prefix {
			counts[(remainder>>next)&bucketMask]++
			least, most = min(least, remainder), max(most, remainder)
		}
	}
	return least, most
}

// among sorts the few remainders that begin with the prefix, and finds the
// threshold among them as the method of that name does.
func (s *scale) among(dst, weights []int64, shift int, prefix uint64, left int) (threshold uint64, ties int) {
	var room [gatherLimit]uint64
	n := 0
	for i, w := range weights {
		if remainder := s.remainder(w, dst[i]); remainder>>shift == prefix {
			room[n&(gatherLimit-1)] = remainder
			n++
		}
	}
	return largest(room[:n], left)
}

// largest sorts the keys and returns the smallest of the k largest, and how
// many of the k are equal to it. k is at least 1 and at most the number of keys.
func largest(keys []uint64, k int) (threshold uint64, ties int) {
	slices.Sort(keys)
	threshold = keys[len(keys)-k]
	for _, key := range keys[len(keys)-k:] {
		if key != threshold {
			break
		}
		ties++
	}
	return threshold, ties
}
