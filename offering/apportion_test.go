package offering

import (
	"math"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func TestApportion(t *testing.T) {
	tests := []struct {
		name    string
		total   int64
		weights []int64
		want    []int64
	}{
		{"the agreement", 800_000, []int64{268_000, 500_000}, []int64{279_167, 520_833}},
		{"nothing to divide", 0, []int64{3, 4}, []int64{0, 0}},
		{"nobody and nothing", 0, nil, []int64{}},
		{"nothing among nobody's weights", 0, []int64{0, 0}, []int64{0, 0}},
		{"one row", 7, []int64{3}, []int64{7}},
		{"ties to the earlier row", 2, []int64{1, 1, 1}, []int64{1, 1, 0}},
		{"a row without weight gets nothing", 100, []int64{0, 1, 2}, []int64{0, 33, 67}},
		{"whole entitlements stay", 12, []int64{2, 0, 4}, []int64{4, 0, 8}},
		// Figures that other libraries get wrong: they panic on a product past
		// int64, rank the remainders as floats, or pay by size of ratio.
		{"cents of thirty billion", 3e12, []int64{26_800_000, 50_000_000}, []int64{1_046_875_000_000, 1_953_125_000_000}},
		{"above the upper quota", 17, []int64{37, 49, 5}, []int64{7, 9, 1}},
		{"largest ratio is not largest remainder", 100, []int64{2, 3, 1}, []int64{33, 50, 17}},
		{"one to two", 100, []int64{1, 2}, []int64{33, 67}},
		{"two to one", 100, []int64{2, 1}, []int64{67, 33}},
		{"the largest numbers", math.MaxInt64, []int64{1, math.MaxInt64 - 1}, []int64{1, math.MaxInt64 - 1}},
		{
			"more than int64 in weights", math.MaxInt64,
			[]int64{math.MaxInt64, math.MaxInt64, math.MaxInt64},
			[]int64{3_074_457_345_618_258_603, 3_074_457_345_618_258_602, 3_074_457_345_618_258_602},
		},
		{"twice int64 in weights", 5, []int64{math.MaxInt64, math.MaxInt64}, []int64{3, 2}},
		// The Alabama paradox: one unit more, and the smallest row loses one.
		{"Alabama before", 10, []int64{6, 6, 2}, []int64{4, 4, 2}},
		{"Alabama after", 11, []int64{6, 6, 2}, []int64{5, 5, 1}},
		// The population paradox: the row that grew from 49 to 57 loses none,
		// and the row that did not grow gains one.
		{"population before", 11, []int64{49, 57, 6}, []int64{5, 6, 0}},
		{"population after", 11, []int64{57, 59, 6}, []int64{5, 5, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Apportion(tt.total, tt.weights)
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("Apportion(%d, %v) = %v, %v; want %v", tt.total, tt.weights, got, err, tt.want)
			}
		})
	}
}

// weightsOf makes rows in the shapes that the paths of the code care about.
func weightsOf(shape string, n int, seed uint64) []int64 {
	random := source(seed)
	weights := make([]int64, n)
	for i := range weights {
		switch shape {
		case "equal":
			weights[i] = 7
		case "few values":
			weights[i] = random.Int64N(3)
		case "small":
			weights[i] = random.Int64N(1000)
		case "wide":
			weights[i] = random.Int64N(math.MaxInt64 / int64(n))
		case "scales":
			weights[i] = 1 << random.IntN(40)
		case "clustered": // remainders that share their leading bits, and then some
			weights[i] = 1<<40 + random.Int64N(2)
		case "past int64": // a sum that a uint64 just holds, half of it in one row
			weights[i] = math.MaxInt64
			if i > 0 {
				weights[i] = math.MaxInt64/int64(n-1) - random.Int64N(1<<40)
			}
		case "beyond int64":
			weights[i] = math.MaxInt64 - random.Int64N(1<<40)
		}
	}
	weights[n-1] |= 1
	return weights
}

var shapes = []string{"equal", "few values", "small", "wide", "scales", "clustered", "past int64", "beyond int64"}

func TestApportionAgainstReference(t *testing.T) {
	for _, shape := range shapes {
		t.Run(shape, func(t *testing.T) {
			for _, n := range []int{1, 2, 3, 10, fewRows, fewRows + 1, 100, 3000} {
				weights := weightsOf(shape, n, uint64(n))
				random := source(uint64(n) + 7)
				for _, total := range []int64{1, int64(n), random.Int64N(1e6), 1e12 + random.Int64N(1e12), math.MaxInt64} {
					got, err := Apportion(total, weights)
					if err != nil {
						t.Fatal(err)
					}
					if want := refApportion(total, weights); !slices.Equal(got, want) {
						i := 0
						for i < n-1 && got[i] == want[i] {
							i++
						}
						t.Fatalf("n %d, total %d: row %d of weight %d gets %d, want %d", n, total, i, weights[i], got[i], want[i])
					}
				}
			}
		})
	}
}

func TestApportionRefuses(t *testing.T) {
	_, err := Apportion(-1, []int64{3, -4, -5})
	wantFaults(t, err, "total", "weights[1]", "weights[2]")
	wantFault(t, err, law.ErrRange, "total")
	wantFault(t, err, law.ErrRange, "weights[2]")
	for _, none := range [][]int64{nil, {}, {0}, make([]int64, 100)} {
		_, err = Apportion(1, none)
		wantFaults(t, err, "weights")
		wantFault(t, err, law.ErrConflict, "weights")
	}
	_, err = Apportion(-1, []int64{1, 2})
	wantFaults(t, err, "total")
	_, err = Apportion(0, []int64{math.MinInt64, math.MaxInt64})
	wantFaults(t, err, "weights[0]")
	dst := []int64{8, 9, 10}
	err = ApportionInto(dst, 5, []int64{1, 2})
	wantFault(t, err, law.ErrInvalid, "dst")
	err = ApportionInto(dst, 5, []int64{1, 2, -3})
	wantFaults(t, err, "weights[2]")
	if !slices.Equal(dst, []int64{8, 9, 10}) {
		t.Errorf("a refusal changed dst to %v", dst)
	}
	if err := ApportionInto(dst, 0, []int64{1, 2, 3}); err != nil || !slices.Equal(dst, []int64{0, 0, 0}) {
		t.Errorf("dividing nothing left %v, %v", dst, err)
	}
	dst = []int64{8, 9}
	if err := ApportionInto(dst, 0, []int64{0, 0}); err != nil || !slices.Equal(dst, []int64{0, 0}) {
		t.Errorf("dividing nothing among no weights left %v, %v", dst, err)
	}
	many := slices.Repeat([]int64{-1}, 10_000)
	_, err = Apportion(0, many)
	if faults := allFaults(t, err); len(faults) != check.MostRows+1 || faults[check.MostRows].Problem != "has 9900 more faulty rows" {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
	// A hundred faulty rows are all named, and there is nothing to add.
	_, err = Apportion(0, many[:check.MostRows])
	if faults := allFaults(t, err); len(faults) != check.MostRows || faults[check.MostRows-1].Field != "weights[99]" {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
}

func TestApportionIntoSharedMemory(t *testing.T) {
	array := make([]int64, 10)
	fill := func() {
		for i := range array {
			array[i] = int64(i + 1)
		}
	}
	for _, tt := range []struct {
		dst, weights []int64
		overlap      bool
	}{
		{array, array, true},
		{array[:5], array[4:9], true},
		{array[4:9], array[:5], true},
		{array[2:4], array[1:3], true},
		{array[:5], array[5:], false},
		{array[5:], array[:5], false},
		{array[:2], array[8:], false},
	} {
		fill()
		err := ApportionInto(tt.dst, 100, tt.weights)
		if !tt.overlap {
			if want := refApportion(100, tt.weights); err != nil || !slices.Equal(tt.dst, want) {
				t.Errorf("halves of one array: %v, %v; want %v", tt.dst, err, want)
			}
			continue
		}
		wantFault(t, err, law.ErrConflict, "dst")
	}
}

func TestApportionIntoAllocatesNothing(t *testing.T) {
	for _, shape := range shapes[:6] {
		for _, n := range []int{3, fewRows, 1000, 20_000} {
			weights, dst := weightsOf(shape, n, 3), make([]int64, n)
			if allocs := testing.AllocsPerRun(5, func() {
				if err := ApportionInto(dst, 123_456_789, weights); err != nil {
					t.Fatal(err)
				}
			}); allocs != 0 {
				t.Errorf("%s, %d rows: %v allocations", shape, n, allocs)
			}
		}
	}
	// Weights that add up to the largest int64 are not yet more than one holds.
	dst := make([]int64, 3)
	if allocs := testing.AllocsPerRun(5, func() {
		if err := ApportionInto(dst, 100, []int64{math.MaxInt64 - 2, 1, 1}); err != nil {
			t.Fatal(err)
		}
	}); allocs != 0 || !slices.Equal(dst, []int64{100, 0, 0}) {
		t.Errorf("%v with %v allocations", dst, allocs)
	}
}
