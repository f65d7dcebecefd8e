package offering

import (
	"math/big"
	"testing"
)

// partitions calls f with every way to hand total units to n rows.
func partitions(total int64, n int, f func(rows []int64)) {
	rows := make([]int64, n)
	var try func(i int, left int64)
	try = func(i int, left int64) {
		if i == n-1 {
			rows[i] = left
			f(rows)
			return
		}
		for rows[i] = 0; rows[i] <= left; rows[i]++ {
			try(i+1, left-rows[i])
		}
	}
	try(0, total)
}

// Each method is the best by a measure of its own, over all ways to hand out the
// units; a measure is nil where it is infinite.
func TestMethodsAreOptimal(t *testing.T) {
	sum := func(rows, weights []int64, term func(a, w, total, all *big.Rat) *big.Rat) *big.Rat {
		total, all, out := new(big.Rat), new(big.Rat), new(big.Rat)
		for i := range rows {
			total.Add(total, big.NewRat(rows[i], 1))
			all.Add(all, big.NewRat(weights[i], 1))
		}
		for i := range rows {
			x := term(big.NewRat(rows[i], 1), big.NewRat(weights[i], 1), total, all)
			if x == nil {
				return nil
			}
			out.Add(out, x)
		}
		return out
	}
	quo := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
	// weighted is c × (a/b - d/e)².
	weighted := func(c, a, b, d, e *big.Rat) *big.Rat {
		x := new(big.Rat).Sub(quo(a, b), quo(d, e))
		return x.Mul(x, x).Mul(x, c)
	}
	extreme := func(rows, weights []int64, sign int, ratio func(a, w int64) *big.Rat) *big.Rat {
		var worst *big.Rat
		for i := range rows {
			x := ratio(rows[i], weights[i])
			if x == nil {
				return nil
			}
			if worst == nil || x.Cmp(worst)*sign > 0 {
				worst = x
			}
		}
		return worst
	}
	measures := map[Method]func(rows, weights []int64) *big.Rat{
		Webster: func(rows, weights []int64) *big.Rat {
			return sum(rows, weights, func(a, w, total, all *big.Rat) *big.Rat { return weighted(w, a, w, total, all) })
		},
		HuntingtonHill: func(rows, weights []int64) *big.Rat {
			return sum(rows, weights, func(a, w, total, all *big.Rat) *big.Rat {
				if a.Sign() == 0 {
					return nil
				}
				return weighted(a, w, a, all, total)
			})
		},
		Jefferson: func(rows, weights []int64) *big.Rat {
			return extreme(rows, weights, 1, big.NewRat)
		},
		Adams: func(rows, weights []int64) *big.Rat {
			return extreme(rows, weights, 1, func(a, w int64) *big.Rat {
				if a == 0 {
					return nil
				}
				return big.NewRat(w, a)
			})
		},
	}
	random := source(24)
	for range 150 {
		n := 2 + random.IntN(3)
		weights := randomWeights(random, n, 30)
		total := int64(n) + random.Int64N(10)
		for m, measure := range measures {
			got, err := m.Apportion(total, weights)
			if err != nil {
				t.Fatal(err)
			}
			best := measure(got, weights)
			if best == nil {
				t.Fatalf("%s: %d among %v leaves a row without: %v", m, total, weights, got)
			}
			partitions(total, n, func(rows []int64) {
				if other := measure(rows, weights); other != nil && other.Cmp(best) < 0 {
					t.Fatalf("%s: %d among %v is %v, but %v is better", m, total, weights, got, rows)
				}
			})
		}
		checkDean(t, total, weights)
	}
}

// Dean's method leaves no pair of rows whose weights for each unit would come
// nearer to each other if a unit moved.
func checkDean(t *testing.T, total int64, weights []int64) {
	t.Helper()
	got, err := Dean.Apportion(total, weights)
	if err != nil {
		t.Fatal(err)
	}
	apart := func(w, a, v, b int64) *big.Rat {
		x := new(big.Rat).Sub(big.NewRat(w, a), big.NewRat(v, b))
		return x.Abs(x)
	}
	for i, w := range weights {
		for j, v := range weights {
			if i == j || got[i] < 2 {
				continue
			}
			if apart(w, got[i]-1, v, got[j]+1).Cmp(apart(w, got[i], v, got[j])) < 0 {
				t.Fatalf("dean: %d among %v is %v, but rows %d and %d would be nearer", total, weights, got, i, j)
			}
		}
	}
}
