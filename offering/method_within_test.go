package offering

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomLimits makes limits that a total can be divided within, each kind left
// out now and then.
func randomLimits(random *rand.Rand, weights []int64, total int64) Limits {
	var l Limits
	n := len(weights)
	if random.IntN(4) > 0 {
		l.Minimums = make([]int64, n)
		left := total
		for i := range l.Minimums {
			l.Minimums[i] = min(left, random.Int64N(left/int64(n)*2+1))
			left -= l.Minimums[i]
		}
	}
	if random.IntN(4) > 0 {
		l.Maximums = make([]int64, n)
		for i := range l.Maximums {
			low := int64(0)
			if l.Minimums != nil {
				low = l.Minimums[i]
			}
			l.Maximums[i] = low + min(random.Int64N(total/int64(n)*2+2), NoMaximum-low)
			if random.IntN(5) == 0 {
				l.Maximums[i] = NoMaximum
			}
		}
	}
	if random.IntN(2) > 0 {
		l.Ties = make([]int64, n)
		for i := range l.Ties {
			l.Ties[i] = random.Int64N(4)
		}
	}
	return l
}

func TestWithinAgainstReference(t *testing.T) {
	random := source(31)
	for range rounds(400) {
		n := 1 + random.IntN(7)
		largest := []int64{3, 20, 1000, 1 << 40, math.MaxInt64}[random.IntN(5)]
		weights := make([]int64, n)
		for i := range weights {
			weights[i] = random.Int64N(largest)
		}
		total := random.Int64N(80)
		l := randomLimits(random, weights, total)
		for _, m := range Method("").all() {
			checkWithin(t, m, total, weights, l)
		}
	}
}

// checkWithin holds an answer against the reference.
func checkWithin(t *testing.T, m Method, total int64, weights []int64, l Limits) []int64 {
	t.Helper()
	got := make([]int64, len(weights))
	left, err := m.ApportionWithin(got, total, weights, l)
	if err != nil {
		t.Fatal(err)
	}
	want, wantLeft := refWithin(m, newBounded(total, weights, l))
	if !slices.Equal(got, want) || left != wantLeft {
		t.Fatalf("%s: %d among %v within %+v: %v and %d left, want %v and %d", m, total, weights, l, got, left, want, wantLeft)
	}
	return got
}

// Weights and limits on scales far apart need many rounds; large totals need
// every bit of the comparisons.
func TestWithinOfLargeNumbers(t *testing.T) {
	random := source(32)
	for range rounds(40) {
		n := 2 + random.IntN(60)
		weights := make([]int64, n)
		for i := range weights {
			weights[i] = random.Int64N(1 << (1 + random.IntN(62)))
		}
		total := random.Int64N(1<<62) + 1<<62
		l := randomLimits(random, weights, total)
		checkWithin(t, LargestRemainder, total, weights, l)
		for _, m := range divisorMethods() {
			got := make([]int64, n)
			left, err := m.ApportionWithin(got, total, weights, l)
			if err != nil {
				t.Fatal(err)
			}
			b := newBounded(total, weights, l)
			if _, rest := refLevel(b); rest.Cmp(big.NewRat(left, 1)) != 0 {
				t.Fatalf("%s leaves %d, want %s", m, left, rest)
			}
			sum := left
			for i := range got {
				sum += got[i]
				for j := range got {
					if weights[i] == 0 || weights[j] == 0 || got[i] <= b.low[i] || got[j] >= b.high[j] {
						continue
					}
					if c := refRank(m, weights[i], got[i]-1, weights[j], got[j]); i != j && (c < 0 || c == 0 && b.first(j, i)) {
						t.Fatalf("%s: a unit of row %d belongs to row %d: %v of %v within %+v", m, i, j, got, weights, l)
					}
				}
				if got[i] < b.low[i] || got[i] > b.high[i] {
					t.Fatalf("%s: row %d gets %d, outside %d to %d", m, i, got[i], b.low[i], b.high[i])
				}
			}
			if sum != total {
				t.Fatalf("%s: %d of %d", m, sum, total)
			}
		}
	}
}

// Weights that halve from row to row make each round of fixing gain as little as
// can be; the answer is still the reference's.
func TestWithinSlowestRounds(t *testing.T) {
	const n = 60
	weights, most := make([]int64, n), make([]int64, n)
	for i := range weights {
		weights[i] = 1 << (n - 1 - i)
		most[i] = 1 << 55
	}
	checkWithin(t, LargestRemainder, 4e17, weights, Limits{Maximums: most})
	for i := range most {
		most[i] = 1<<(n-1-i) + int64(i)
	}
	checkWithin(t, LargestRemainder, 1e18, weights, Limits{Maximums: most})
}

// Rounding in every round of cutting back drifts: on these figures it gives the
// first row 29, where its exact part is 25 1/2.
func TestWithinRoundsOnce(t *testing.T) {
	weights, most := []int64{13, 18, 1, 8, 4, 6}, []int64{39, 31, 26, 35, 30, 4}
	got := checkWithin(t, LargestRemainder, 86, weights, Limits{Maximums: most})
	if want := []int64{25, 31, 2, 16, 8, 4}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	parts, _ := refLevel(newBounded(86, weights, Limits{Maximums: most}))
	worst := new(big.Rat)
	for i, x := range parts {
		away := new(big.Rat).Sub(big.NewRat(got[i], 1), x)
		if away.Abs(away).Cmp(worst) > 0 {
			worst = away
		}
	}
	if worst.Cmp(big.NewRat(1, 1)) >= 0 {
		t.Errorf("%v is %s away from %v", got, worst, parts)
	}
}

// A maximum that does not bind can be raised, and a minimum that does not bind
// lowered, without changing anything; nor does a factor on all weights.
func TestWithinRelaxed(t *testing.T) {
	random := source(33)
	for range 150 {
		n := 1 + random.IntN(25)
		weights := randomWeights(random, n, 1000)
		total := random.Int64N(5000)
		l := randomLimits(random, weights, total)
		b := newBounded(total, weights, l)
		got := checkWithin(t, LargestRemainder, total, weights, l)
		parts, _ := refLevel(b)
		for i, x := range parts {
			if l.Maximums != nil && x.Cmp(big.NewRat(b.high[i], 1)) < 0 {
				b.high[i] = NoMaximum
			}
			if l.Minimums != nil && x.Cmp(big.NewRat(b.low[i], 1)) > 0 {
				b.low[i] = 0
			}
			weights[i] *= 7
		}
		relaxed := checkWithin(t, LargestRemainder, total, weights, Limits{b.low, b.high, b.ties})
		if !slices.Equal(got, relaxed) {
			t.Fatalf("%v became %v", got, relaxed)
		}
	}
}

func TestWithinLeaves(t *testing.T) {
	tests := []struct {
		name    string
		total   int64
		weights []int64
		limits  Limits
		want    []int64
		left    int64
	}{
		{"all at their maximums", 100, []int64{1, 2}, Limits{Maximums: []int64{30, 40}}, []int64{30, 40}, 30},
		{"a maximum of nothing", 100, []int64{1, 2}, Limits{Maximums: []int64{0, NoMaximum}}, []int64{0, 100}, 0},
		{"nobody may take any", 100, []int64{1, 2}, Limits{Maximums: []int64{0, 0}}, []int64{0, 0}, 100},
		{"no weights", 100, []int64{0, 0}, Limits{}, []int64{0, 0}, 100},
		{"no weights but minimums", 100, []int64{0, 0}, Limits{Minimums: []int64{5, 6}}, []int64{5, 6}, 89},
		{"nobody", 100, nil, Limits{}, []int64{}, 100},
		{"minimums take it all", 10, []int64{1, 100}, Limits{Minimums: []int64{10, 0}}, []int64{10, 0}, 0},
		// What the first has too much is what the second lacks.
		{"both sides even", 30, []int64{1, 1, 1}, Limits{Minimums: []int64{0, 13, 0}, Maximums: []int64{7, 20, 20}}, []int64{7, 13, 10}, 0},
		{"every row held", 10, []int64{1, 100}, Limits{Minimums: []int64{5, 0}, Maximums: []int64{NoMaximum, 5}}, []int64{5, 5}, 0},
		// The second gets 4 for its weight of 1, and 4 × 2^62 is past 64 bits.
		{"a heavy row held", 10, []int64{1 << 62, 1}, Limits{Maximums: []int64{6, NoMaximum}}, []int64{6, 4}, 0},
		{"nothing to divide", 0, []int64{1, 2}, Limits{Minimums: []int64{0, 0}, Maximums: []int64{3, 3}}, []int64{0, 0}, 0},
		{
			"more than int64 of maximums", math.MaxInt64,
			[]int64{math.MaxInt64, math.MaxInt64, 0},
			Limits{Maximums: []int64{NoMaximum, 1 << 61, 5}},
			[]int64{math.MaxInt64 - 1<<61, 1 << 61, 0},
			0,
		},
	}
	for _, tt := range tests {
		for _, m := range Method("").all() {
			got := make([]int64, len(tt.weights))
			left, err := m.ApportionWithin(got, tt.total, tt.weights, tt.limits)
			if err != nil || left != tt.left || !slices.Equal(got, tt.want) {
				t.Errorf("%s, %s: %v and %d left, %v; want %v and %d", tt.name, m, got, left, err, tt.want, tt.left)
			}
		}
	}
}
