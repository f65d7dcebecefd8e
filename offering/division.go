package offering

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// division is a total to divide among rows within limits, as plain integers.
// least, most and ties may be nil, as in [Limits].
type division struct {
	dst, weights      []int64
	least, most, ties []int64
	total             int64
	// sides is where the level leaves each row; nil when nobody asks.
	sides []side
}

// low is the least that row i may get.
func (d *division) low(i int) int64 {
	if d.least == nil {
		return 0
	}
	return d.least[i]
}

// high is the most that row i may get. Nobody gets more than the total, which
// keeps the sums of what follows small.
func (d *division) high(i int) int64 {
	if d.most == nil {
		return d.total
	}
	return min(d.most[i], d.total)
}

// check names all that is wrong with the question. A bounded division may leave
// units over, and so may have no weight at all.
func (d *division) check(fs *law.Faults, m Method, bounded bool) {
	law.OneOf(fs, "method", m, m.all()...)
	if len(d.dst) != len(d.weights) {
		fs.Add(law.ErrInvalid, "dst", "", "has %d rows where weights has %d", len(d.dst), len(d.weights))
	}
	shared := func(name string, list []int64) {
		if list != nil && len(list) != len(d.weights) {
			fs.Add(law.ErrInvalid, name, "", "has %d rows where weights has %d", len(list), len(d.weights))
		}
		if overlap(d.dst, list) {
			fs.Add(law.ErrConflict, "dst", "", "shares memory with %s, which must outlast it", name)
		}
	}
	shared("weights", d.weights)
	shared("minimums", d.least)
	shared("maximums", d.most)
	shared("ties", d.ties)
	check.NotBelowZero(fs, "total", d.total)
	if len(*fs) > 0 {
		d.least, d.most = nil, nil // their lengths are not to be relied on
	}
	d.checkRows(fs)
	if len(*fs) == 0 && !bounded && d.total > 0 && !slices.ContainsFunc(d.weights, func(w int64) bool { return w > 0 }) {
		fs.Add(law.ErrConflict, "weights", "", "are all zero, so nothing can carry the total of %d", d.total)
	}
}

// checkRows names the faulty rows.
func (d *division) checkRows(fs *law.Faults) {
	rows, faulty, named := check.Rows{List: "rows"}, -1, false
	name := func(i int) bool {
		if i != faulty {
			faulty, named = i, rows.Name()
		}
		return named
	}
	var least uint64 // the sum of the minimums, until it passes the total
	for i, w := range d.weights {
		if w < 0 && name(i) {
			check.NotBelowZero(fs, check.At("weights", i), w)
		}
		if len(d.most) > 0 && d.most[i] < 0 && name(i) {
			check.NotBelowZero(fs, check.At("maximums", i), d.most[i])
		}
		if d.least == nil {
			continue
		}
		switch low := d.least[i]; {
		case low < 0:
			if name(i) {
				check.NotBelowZero(fs, check.At("minimums", i), low)
			}
		case len(d.most) > 0 && d.most[i] >= 0 && low > d.most[i]:
			if name(i) {
				fs.Add(law.ErrConflict, check.At("minimums", i), strconv.FormatInt(low, 10), "is more than the maximum of %d", d.most[i])
			}
		case d.total >= 0 && least <= uint64(d.total):
			if least += uint64(low); least > uint64(d.total) && name(i) {
				fs.Add(law.ErrConflict, check.At("minimums", i), strconv.FormatInt(low, 10),
					"takes the minimums past the total of %d", d.total)
			}
		}
	}
	rows.Close(fs)
}

// solve divides and returns what stays unallocated. The question has been
// checked.
//
// Tie keys are served by taking the rows in the order of their keys: the earlier
// row then is the one with the smaller key, whatever the method.
func (d *division) solve(m Method) int64 {
	if d.ties == nil || slices.IsSorted(d.ties) {
		return d.divide(m)
	}
	order := keyOrder(d.ties)
	sorted := division{
		dst: make([]int64, len(order)), weights: gather(d.weights, order),
		least: gather(d.least, order), most: gather(d.most, order), total: d.total,
	}
	left := sorted.divide(m)
	for to, from := range order {
		d.dst[from] = sorted.dst[to]
	}
	return left
}

// keyOrder lists the rows by their keys, the earlier first where keys are equal.
func keyOrder(keys []int64) []int {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(keys[i], keys[j]), cmp.Compare(i, j))
	})
	return order
}

// gather is the list in another order. The nil list stays nil.
func gather(list []int64, order []int) []int64 {
	if list == nil {
		return nil
	}
	out := make([]int64, len(order))
	for to, from := range order {
		out[to] = list[from]
	}
	return out
}

// divide divides with ties to the earlier row, and returns what stays
// unallocated.
func (d *division) divide(m Method) int64 {
	l, left := d.level()
	d.round(m, &l)
	return left
}

// round makes whole units of the rows at the level.
func (d *division) round(m Method, l *level) {
	switch {
	case len(l.rows) == 0 && !l.all:
	case m == LargestRemainder:
		d.largestRemainder(l)
	default:
		d.highestAverages(m, l)
	}
}

// largestRemainder rounds the rows at the level. Their limits are whole numbers
// around an entitlement, so no rounding of it leaves them.
func (d *division) largestRemainder(l *level) {
	if l.all {
		apportion(d.dst, int64(l.total), d.weights, l.sum)
		return
	}
	weights := make([]int64, len(l.rows))
	dst := make([]int64, len(l.rows))
	for k, i := range l.rows {
		weights[k] = d.weights[i]
	}
	apportion(dst, int64(l.total), weights, l.sum)
	for k, i := range l.rows {
		d.dst[i] = dst[k]
	}
}

// apportion is largest remainder for weights whose sum, above zero, is known.
func apportion(dst []int64, total int64, weights []int64, sum kernel.Uint128) {
	switch {
	case total == 0:
		clear(dst)
	case sum.High != 0 || sum.Low > math.MaxInt64:
		apportionWide(dst, total, weights)
	case len(weights) <= fewRows:
		newScale(total, sum.Low).few(dst, weights)
	default:
		newScale(total, sum.Low).many(dst, weights)
	}
}
