package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// dealing is a total divided by largest remainder that can say of each row how it
// came to its units. Rows stand in the order of their tie keys, where there are
// any, so that the earlier of equal fractions is the one with the smaller key.
type dealing struct {
	odd
	at []int // where each row stands in the division; nil is as given
}

// deal divides a total in proportion to weights that add up to an int64, each row
// up to its cap. No caps limit nothing; no keys leave the rows as they are.
func deal(total int64, weights, caps, keys []int64) dealing {
	var d dealing
	if len(keys) > 0 {
		order := keyOrder(keys)
		d.at = make([]int, len(order))
		for to, from := range order {
			d.at[from] = to
		}
		weights, caps = gather(weights, order), gather(caps, order)
	}
	s := &sharing{division: division{total: total, weights: weights, most: caps, dst: make([]int64, len(weights))}}
	s.run(LargestRemainder)
	d.odd = newOdd(s)
	d.keyed = len(keys) > 0
	return d
}

// place is where row i stands in the division.
func (d *dealing) place(i int) int {
	if d.at == nil {
		return i
	}
	return d.at[i]
}

// got is what row i got.
func (d *dealing) got(i int) int64 { return d.dst[d.place(i)] }

// sum is what all rows got.
func (d *dealing) sum() int64 { return int64(kernel.Sum(d.dst).Low) }

// because says why row i got so many, and an odd unit or none: "pro rata that is
// 4 1/2 shares, and its fraction is among the 2 largest, …".
func (d *dealing) because(i int, unit string) string {
	k := d.place(i)
	if d.capped(k) {
		return "pro rata that is as many as it asks for, or more"
	}
	return d.words(k, unit)
}

// capped reports whether the row stands at a cap of its own.
func (d *dealing) capped(k int) bool {
	return d.weights[k] > 0 && d.sides[k] == over && d.bounded(k)
}

// checkKeys refuses tie keys that are not one for each row.
func checkKeys(fs *law.Faults, keys []int64, list string, rows int) {
	if len(keys) > 0 && len(keys) != rows {
		fs.Add(law.ErrInvalid, "ties", "", "has %d rows where %s has %d", len(keys), list, rows)
	}
}
