package offering

import (
	"math"
	"slices"
	"testing"

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
	if faults := allFaults(t, err); len(faults) != maxRowFaults+1 {
		t.Errorf("%d faults", len(faults))
	}
}
