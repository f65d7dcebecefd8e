package offering

import (
	"math"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func TestWithinRefuses(t *testing.T) {
	dst := make([]int64, 3)
	within := func(total int64, weights []int64, l Limits) error {
		_, err := LargestRemainder.ApportionWithin(dst, total, weights, l)
		return err
	}
	weights := []int64{1, 2, 3}
	err := within(100, weights, Limits{Minimums: []int64{60, 50, 40}})
	wantFaults(t, err, "minimums[1]")
	wantFault(t, err, law.ErrConflict, "minimums[1]")
	if text := err.Error(); text != "minimums[1]: 50 takes the minimums past the total of 100" {
		t.Error(text)
	}
	err = within(100, weights, Limits{Minimums: []int64{60, -1, 0}, Maximums: []int64{59, -2, 0}})
	wantFaults(t, err, "minimums[0]", "minimums[1]", "maximums[1]")
	wantFault(t, err, law.ErrConflict, "minimums[0]")
	wantFault(t, err, law.ErrRange, "maximums[1]")
	// Nothing can be given to a row that may have none, or of a total of none.
	err = within(100, weights, Limits{Minimums: []int64{1, 0, 0}, Maximums: []int64{0, 9, 9}})
	wantFaults(t, err, "minimums[0]")
	wantFault(t, err, law.ErrConflict, "minimums[0]")
	err = within(0, weights, Limits{Minimums: []int64{0, 1, 0}})
	wantFaults(t, err, "minimums[1]")
	wantFault(t, err, law.ErrConflict, "minimums[1]")
	wantFaults(t, within(-1, weights, Limits{Minimums: []int64{1, 1, 1}}), "total")
	wantFaults(t, within(1, weights, Limits{Minimums: []int64{1}, Maximums: []int64{1}, Ties: []int64{1}}), "minimums", "maximums", "ties")
	wantFaults(t, within(math.MaxInt64, weights, Limits{Minimums: []int64{math.MaxInt64, math.MaxInt64, math.MaxInt64}}), "minimums[1]")
	for _, l := range []Limits{{Minimums: dst}, {Maximums: dst}, {Ties: dst}} {
		wantFault(t, within(1, weights, l), law.ErrConflict, "dst")
	}
	if !slices.Equal(dst, []int64{0, 0, 0}) {
		t.Errorf("refusals left %v", dst)
	}
	many := slices.Repeat([]int64{-1}, 5000)
	_, err = Webster.ApportionWithin(make([]int64, 5000), 0, many, Limits{Maximums: many})
	if faults := allFaults(t, err); len(faults) != 2*check.MostRows+1 || faults[2*check.MostRows].Problem != "has 4900 more faulty rows" {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
	_, err = Webster.ApportionWithin(make([]int64, check.MostRows), 0, many[:check.MostRows], Limits{})
	if faults := allFaults(t, err); len(faults) != check.MostRows {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
}
