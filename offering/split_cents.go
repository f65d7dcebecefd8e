package offering

import (
	"math"
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// SplitCents divides an amount of dollars among rows in proportion to their
// weights, in whole cents and by largest remainder, as [Apportion] does with
// units: interest by amount × days, a refund by amount paid. The parts add up to
// the total exactly.
//
// The weights may be any decimals not below zero, of which only the ratios
// matter; written out to the last place that any of them has, they add up to at
// most an int64.
//
// A total that is left out or zero is law.ErrMissing, one with a fraction of a
// cent law.ErrInvalid; below zero, or past the limits, a number is law.ErrRange.
// Weights that are all zero are law.ErrConflict. At most a hundred faulty rows
// are named.
func SplitCents(total decimal.Decimal, weights []decimal.Decimal) ([]decimal.Decimal, error) {
	var fs law.Faults
	all, _ := kernel.ReadCents(&fs, "total", total)
	units := readWeights(&fs, weights)
	if len(fs) > 0 {
		return nil, fs
	}
	parts, err := Apportion(all, units)
	if err != nil {
		return nil, err
	}
	split := make([]decimal.Decimal, len(parts))
	for i, part := range parts {
		split[i] = dollars(part)
	}
	return split, nil
}

// readWeights counts weights in units of the last place that any of them has.
func readWeights(fs *law.Faults, weights []decimal.Decimal) []int64 {
	numbers := make([]kernel.Number, len(weights))
	last, faults := exact.MaxExponent, check.Rows{List: "weights"}
	for i, w := range weights {
		var row law.Faults
		if kernel.NotBelowZero(&row, "", w) {
			// A weight of zero has no last place.
			if numbers[i] = kernel.Of(w).Trimmed(); w.Sign() > 0 {
				last = min(last, numbers[i].Exponent())
			}
		}
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	if faults.Faulty() {
		return nil
	}
	units := make([]int64, len(weights))
	sum := new(big.Int)
	for i, n := range numbers {
		if weights[i].Sign() == 0 {
			continue
		}
		unit := n.BigIn(last)
		if sum.Add(sum, unit); !sum.IsInt64() {
			fs.Add(law.ErrRange, "weights["+strconv.Itoa(i)+"]", kernel.Plain(weights[i]),
				"takes the weights past %d units of their last place", int64(math.MaxInt64))
			return nil
		}
		units[i] = unit.Int64()
	}
	return units
}
