package offering

import (
	"cmp"
	"math/big"
	"slices"
)

// apportionWide is largest remainder for weights whose sum passes an int64.
// Such weights are rare enough that clarity matters more than speed here.
func apportionWide(dst []int64, total int64, weights []int64) {
	sum := new(big.Int)
	for _, w := range weights {
		sum.Add(sum, big.NewInt(w))
	}
	type rest struct {
		row       int
		remainder *big.Int
	}
	rests := make([]rest, len(weights))
	left := total
	units := big.NewInt(total)
	for i, w := range weights {
		product := new(big.Int).Mul(big.NewInt(w), units)
		quotient, remainder := new(big.Int).QuoRem(product, sum, new(big.Int))
		dst[i] = quotient.Int64() // at most total, as w is at most sum
		rests[i] = rest{i, remainder}
		left -= dst[i]
	}
	slices.SortFunc(rests, func(a, b rest) int {
		return cmp.Or(b.remainder.Cmp(a.remainder), cmp.Compare(a.row, b.row))
	})
	for _, r := range rests[:left] {
		dst[r.row]++
	}
}
