package offering

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// divisorMethods are all methods but largest remainder.
func divisorMethods() []Method { return Method("").all()[1:] }

func TestMethodApportion(t *testing.T) {
	// Balinski and Young's example of 26 seats among states of 26,000, on which
	// the five divisor methods give five different answers.
	classic := []int64{9061, 7179, 5259, 3319, 1182}
	tests := []struct {
		name    string
		method  Method
		total   int64
		weights []int64
		want    []int64
	}{
		{"26 seats", LargestRemainder, 26, classic, []int64{9, 7, 5, 4, 1}},
		{"26 seats", Jefferson, 26, classic, []int64{10, 7, 5, 3, 1}},
		{"26 seats", Webster, 26, classic, []int64{9, 8, 5, 3, 1}},
		{"26 seats", HuntingtonHill, 26, classic, []int64{9, 7, 6, 3, 1}},
		{"26 seats", Dean, 26, classic, []int64{9, 7, 5, 4, 1}},
		{"26 seats", Adams, 26, classic, []int64{9, 7, 5, 3, 2}},
		{"above the upper quota", Jefferson, 5, []int64{9, 3, 3, 3, 3, 3}, []int64{3, 1, 1, 0, 0, 0}},
		{"within it", LargestRemainder, 5, []int64{9, 3, 3, 3, 3, 3}, []int64{2, 1, 1, 1, 0, 0}},
		{"first units by weight", Adams, 2, []int64{1, 5, 3}, []int64{0, 1, 1}},
		{"first units by weight", HuntingtonHill, 2, []int64{1, 5, 3}, []int64{0, 1, 1}},
		{"first units by weight", Dean, 1, []int64{3, 3}, []int64{1, 0}},
		{"one unit each", Adams, 3, []int64{1, 1_000_000, 3}, []int64{1, 1, 1}},
		{"one unit each", HuntingtonHill, 3, []int64{1, math.MaxInt64, 3}, []int64{1, 1, 1}},
		{"one unit each", Dean, 4, []int64{1, math.MaxInt64, 3}, []int64{1, 2, 1}},
		{"nothing", Webster, 0, []int64{1, 2}, []int64{0, 0}},
		{"nobody", Dean, 0, nil, []int64{}},
		{"one row", HuntingtonHill, math.MaxInt64, []int64{7}, []int64{math.MaxInt64}},
		{"the agreement", Webster, 800_000, []int64{268_000, 500_000}, []int64{279_167, 520_833}},
		{"the largest numbers", Webster, math.MaxInt64, []int64{1, math.MaxInt64 - 1}, []int64{1, math.MaxInt64 - 1}},
		{"the largest numbers", Adams, math.MaxInt64, []int64{math.MaxInt64, math.MaxInt64}, []int64{1 << 62, 1<<62 - 1}},
		{"a tie at the last unit", Jefferson, math.MaxInt64, []int64{1, math.MaxInt64}, []int64{1, math.MaxInt64 - 1}},
		{"a tie at the last unit", Jefferson, math.MaxInt64, []int64{math.MaxInt64, 1}, []int64{math.MaxInt64, 0}},
		{"no weight, no unit", Adams, 3, []int64{0, 1, 0}, []int64{0, 3, 0}},
	}
	for _, tt := range tests {
		got, err := tt.method.Apportion(tt.total, tt.weights)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s, %s: %v, %v; want %v", tt.name, tt.method, got, err, tt.want)
		}
	}
}

// The code moves units up or down from a start near the answer; the reference
// hands them out one by one.
func TestMethodAgainstReference(t *testing.T) {
	random := source(21)
	for range rounds(300) {
		n := 1 + random.IntN(8)
		weights := make([]int64, n)
		largest := []int64{3, 10, 1000, 1 << 40, math.MaxInt64}[random.IntN(5)]
		for i := range weights {
			weights[i] = random.Int64N(largest)
		}
		weights[random.IntN(n)] = 1 + random.Int64N(largest)/2
		total := random.Int64N(60)
		for _, m := range Method("").all() {
			got, err := m.Apportion(total, weights)
			if err != nil {
				t.Fatal(err)
			}
			want, _ := refWithin(m, newBounded(total, weights, Limits{}))
			if !slices.Equal(got, want) {
				t.Fatalf("%s, %d among %v: %v, want %v", m, total, weights, got, want)
			}
		}
	}
}

// stable reports whether no unit could move: the last unit of every row ranks
// before the next unit of every other.
func stable(m Method, rows, weights []int64) bool {
	for i, w := range weights {
		for j, v := range weights {
			if rows[i] == 0 || v == 0 {
				continue
			}
			if c := refRank(m, w, rows[i]-1, v, rows[j]); i != j && (c < 0 || c == 0 && i > j) {
				return false
			}
		}
	}
	return true
}

// Totals too large to hand out one by one are checked by their definition: the
// units that are given rank before those that are not.
func TestMethodOfLargeTotals(t *testing.T) {
	for _, shape := range shapes {
		for _, n := range []int{2, 5, 30} {
			weights := weightsOf(shape, n, uint64(n))
			for _, total := range []int64{int64(n) - 1, int64(n) + 1, 12_345, 1e12 + 7, 1e18 + 1, math.MaxInt64} {
				for _, m := range divisorMethods() {
					got, err := m.Apportion(total, weights)
					if err != nil {
						t.Fatal(err)
					}
					if kernel.Sum(got) != kernel.Wide(uint64(total)) || !stable(m, got, weights) {
						t.Fatalf("%s, %s, %d rows, %d: %v of %v", m, shape, n, total, got, weights)
					}
				}
			}
		}
	}
}

// A divisor method never takes a unit back when the total rises; largest
// remainder does (the Alabama paradox).
func TestMethodHouseMonotone(t *testing.T) {
	falls := func(m Method, weights []int64, total int64) bool {
		before, err := m.Apportion(total, weights)
		after, err2 := m.Apportion(total+1, weights)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for i := range before {
			if after[i] < before[i] {
				return true
			}
		}
		return false
	}
	if !falls(LargestRemainder, []int64{6, 6, 2}, 10) {
		t.Error("largest remainder shows no Alabama paradox")
	}
	random := source(22)
	for range 300 {
		weights := randomWeights(random, 2+random.IntN(6), 100)
		for total := range int64(40) {
			for _, m := range divisorMethods() {
				if falls(m, weights, total) {
					t.Fatalf("%s: %d to %d units takes one back, %v", m, total, total+1, weights)
				}
			}
		}
	}
}

// When one weight grows and the other shrinks, a divisor method moves no unit
// the other way between the two; largest remainder can (the population paradox).
func TestMethodPopulationMonotone(t *testing.T) {
	before, after := []int64{49, 57, 6}, []int64{57, 59, 6}
	for _, m := range Method("").all() {
		a, _ := m.Apportion(11, before)
		b, _ := m.Apportion(11, after)
		paradox := b[0] < a[0] && b[2] > a[2] || b[1] < a[1] && b[2] > a[2]
		if paradox != (m == LargestRemainder) {
			t.Errorf("%s: %v then %v", m, a, b)
		}
	}
}

// randomWeights makes weights from 1 up.
func randomWeights(random *rand.Rand, n int, most int64) []int64 {
	weights := make([]int64, n)
	for i := range weights {
		weights[i] = 1 + random.Int64N(most)
	}
	return weights
}

// With a key of its own for each row the order of rows changes nothing, whatever
// the method; without keys a tie goes to the earlier row.
func TestMethodTies(t *testing.T) {
	random := source(23)
	for range 500 {
		n := 2 + random.IntN(70)
		weights := randomWeights(random, n, 3) // ties everywhere
		total := random.Int64N(200)
		keys := make([]int64, n)
		for i, k := range random.Perm(n) {
			keys[i] = int64(k) - 5
		}
		order := random.Perm(n)
		for _, m := range Method("").all() {
			first, second := make([]int64, n), make([]int64, n)
			if err := m.ApportionInto(first, total, weights, keys); err != nil {
				t.Fatal(err)
			}
			if err := m.ApportionInto(second, total, gather(weights, order), gather(keys, order)); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(gather(first, order), second) {
				t.Fatalf("%s: %d among %v, keys %v: the order of rows changes the answer", m, total, weights, keys)
			}
		}
	}
	for _, m := range Method("").all() {
		dst := make([]int64, 3)
		if err := m.ApportionInto(dst, 2, []int64{1, 1, 1}, []int64{9, -9, 0}); err != nil || !slices.Equal(dst, []int64{0, 1, 1}) {
			t.Errorf("%s with keys: %v, %v", m, dst, err)
		}
		if got, err := m.Apportion(2, []int64{1, 1, 1}); err != nil || !slices.Equal(got, []int64{1, 1, 0}) {
			t.Errorf("%s without keys: %v, %v", m, got, err)
		}
		if err := m.ApportionInto(dst, 2, []int64{1, 1, 1}, []int64{4, 4, 4}); err != nil || !slices.Equal(dst, []int64{1, 1, 0}) {
			t.Errorf("%s with equal keys: %v, %v", m, dst, err)
		}
	}
}

func TestMethodRefuses(t *testing.T) {
	_, err := Method("").Apportion(1, []int64{1})
	wantFaults(t, err, "method")
	wantFault(t, err, law.ErrMissing, "method")
	_, err = Method("hamilton").Apportion(-1, []int64{1, -2})
	wantFaults(t, err, "method", "total", "weights[1]")
	wantFault(t, err, law.ErrInvalid, "method")
	for _, m := range divisorMethods() {
		_, err = m.Apportion(1, []int64{0, 0})
		wantFaults(t, err, "weights")
		wantFault(t, err, law.ErrConflict, "weights")
		if rows, err := m.Apportion(0, []int64{0, 0}); err != nil || !slices.Equal(rows, []int64{0, 0}) {
			t.Errorf("%s: nothing among nobody is %v, %v", m, rows, err)
		}
	}
	array := make([]int64, 6)
	wantFault(t, Webster.ApportionInto(array[:2], 1, array[:2], nil), law.ErrConflict, "dst")
	wantFault(t, Webster.ApportionInto(array[:2], 1, array[2:4], array[1:3]), law.ErrConflict, "dst")
	wantFault(t, LargestRemainder.ApportionInto(array[:2], 1, []int64{1, 2}, []int64{1}), law.ErrInvalid, "ties")
	wantFault(t, LargestRemainder.ApportionInto(array[:3], 1, []int64{1, 2}, []int64{1, 2}), law.ErrInvalid, "dst")
	dst := []int64{7, 8}
	if err := Webster.ApportionInto(dst, 5, []int64{1, -1}, nil); err == nil || !slices.Equal(dst, []int64{7, 8}) {
		t.Errorf("a refusal left %v, %v", dst, err)
	}
}
