package offering

import (
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
)

// claimsOf names claims of the weights.
func claimsOf(weights ...int64) []Claim {
	claims := make([]Claim, len(weights))
	for i, w := range weights {
		claims[i] = Claim{Holder: "Holder " + strconv.Itoa(i), Weight: w}
	}
	return claims
}

// unitsOf is what the rows get.
func unitsOf(a Allotment) []int64 {
	units := make([]int64, len(a.Rows))
	for i := range a.Rows {
		units[i] = a.Rows[i].Units
	}
	return units
}

// outcomesOf is how the rows came to it.
func outcomesOf(a Allotment) []Outcome {
	outcomes := make([]Outcome, len(a.Rows))
	for i := range a.Rows {
		outcomes[i] = a.Rows[i].Outcome
	}
	return outcomes
}

// A claim that cannot have its minimum in any case falls out before the parts are
// looked at: B, C and D share with A what D leaves, and A has its minimum.
// Were the smallest part to go first, whatever its chances, A would be out.
func TestPoolOrNothingImpossibleFirst(t *testing.T) {
	a, err := Pool{Total: 3, Minimums: MinimumOrNothing}.Allot([]Claim{
		{Holder: "A", Weight: 7, Minimum: 1}, {Holder: "B", Weight: 6}, {Holder: "C", Weight: 1}, {Holder: "D", Weight: 9, Minimum: 4},
	})
	// Of 14, A has 1 1/2, B 1 2/7 and C 3/14; of 23, with D, A would have 21/23.
	if err != nil || !slices.Equal(unitsOf(a), []int64{2, 1, 0, 0}) || a.Rows[0].Entitlement != (exact.Mixed{Whole: 1, Num: 1, Den: 2}) ||
		!slices.Equal(outcomesOf(a), []Outcome{OutcomeAbove, OutcomeBelow, OutcomeBelow, OutcomeDropped}) {
		t.Errorf("%v, %v, %v", unitsOf(a), outcomesOf(a), err)
	}
}

func TestPoolAllot(t *testing.T) {
	tests := []struct {
		name     string
		pool     Pool
		claims   []Claim
		units    []int64
		left     int64
		outcomes []Outcome
	}{
		{
			"by weight",
			Pool{Total: 800_000},
			claimsOf(268_000, 500_000),
			[]int64{279_167, 520_833},
			0,
			[]Outcome{OutcomeAbove, OutcomeBelow},
		},
		{"exactly", Pool{Total: 12}, claimsOf(2, 0, 4), []int64{4, 0, 8}, 0, []Outcome{OutcomeExact, OutcomeWeightless, OutcomeExact}},
		{
			"capped and raised",
			Pool{Total: 100},
			[]Claim{{Holder: "A", Weight: 80, Maximum: 50, Capped: true}, {Holder: "B", Weight: 19}, {Holder: "C", Weight: 1, Minimum: 20}},
			[]int64{50, 30, 20},
			0,
			[]Outcome{OutcomeCapped, OutcomeExact, OutcomeRaised},
		},
		// In proportion they get 10/101 and 1,000/101: what the second has too much,
		// 495/101, is what the first lacks.
		{
			"capped by what the other is raised",
			Pool{Total: 10},
			[]Claim{{Holder: "A", Weight: 1, Minimum: 5}, {Holder: "B", Weight: 100, Maximum: 5, Capped: true}},
			[]int64{5, 5},
			0,
			[]Outcome{OutcomeRaised, OutcomeCapped},
		},
		{
			"capped at nothing",
			Pool{Total: 100},
			[]Claim{{Holder: "A", Weight: 80, Capped: true}, {Holder: "B", Weight: 19}},
			[]int64{0, 100},
			0,
			[]Outcome{OutcomeCapped, OutcomeExact},
		},
		{
			"less to take than there is",
			Pool{Total: 100},
			[]Claim{{Holder: "A", Weight: 1, Maximum: 30, Capped: true}, {Holder: "B", Weight: 1, Maximum: 40, Capped: true}},
			[]int64{30, 40},
			30,
			[]Outcome{OutcomeCapped, OutcomeCapped},
		},
		{
			"one uncapped claim beside one without weight",
			Pool{Total: 50},
			[]Claim{{Holder: "A", Weight: 1, Maximum: 100, Capped: true}, {Holder: "B"}},
			[]int64{50, 0},
			0,
			[]Outcome{OutcomeExact, OutcomeWeightless},
		},
		{"round lots", Pool{Total: 1_050, Lot: 100}, claimsOf(1, 1, 1), []int64{400, 300, 300}, 50, []Outcome{OutcomeAbove, OutcomeBelow, OutcomeBelow}},
		{
			"limits in lots",
			Pool{Total: 1_000, Lot: 100},
			[]Claim{{Holder: "A", Weight: 8, Maximum: 399, Capped: true}, {Holder: "B", Weight: 8}, {Holder: "C", Weight: 1, Minimum: 101}},
			[]int64{300, 500, 200},
			0,
			[]Outcome{OutcomeCapped, OutcomeExact, OutcomeRaised},
		},
		{
			"lots of their own",
			Pool{Total: 1_000},
			[]Claim{{Holder: "A", Weight: 1, Lot: 100}, {Holder: "B", Weight: 1, Lot: 7}, {Holder: "C", Weight: 1}},
			[]int64{300, 329, 333},
			38,
			[]Outcome{OutcomeTrimmed, OutcomeTrimmed, OutcomeBelow},
		},
		{
			// Without limits A would have 500 and C 55 5/9. The maximum of 250 is
			// two lots of 100, and the minimum of 101 is two as well.
			"limits in lots of their own",
			Pool{Total: 1_000},
			[]Claim{{Holder: "A", Weight: 9, Maximum: 250, Capped: true, Lot: 100}, {Holder: "B", Weight: 8}, {Holder: "C", Weight: 1, Minimum: 101, Lot: 100}},
			[]int64{200, 600, 200},
			0,
			[]Outcome{OutcomeCapped, OutcomeExact, OutcomeRaised},
		},
		{"single units in a pool of lots", Pool{Total: 30, Lot: 10}, []Claim{{Holder: "A", Weight: 1, Lot: 1}}, []int64{30}, 0, []Outcome{OutcomeExact}},
		{"one claim with a minimum", Pool{Total: 50}, []Claim{{Holder: "A", Weight: 1, Minimum: 10}}, []int64{50}, 0, []Outcome{OutcomeExact}},
		{
			"minimums off the top",
			Pool{Total: 100, Minimums: MinimumsFirst},
			[]Claim{{Holder: "A", Weight: 1, Minimum: 40}, {Holder: "B", Weight: 3}, {Holder: "C", Minimum: 20}},
			[]int64{50, 30, 20},
			0,
			[]Outcome{OutcomeExact, OutcomeExact, OutcomeRaised},
		},
		{
			"the same, guaranteed",
			Pool{Total: 100, Minimums: Guaranteed},
			[]Claim{{Holder: "A", Weight: 1, Minimum: 40}, {Holder: "B", Weight: 3}, {Holder: "C", Minimum: 20}},
			[]int64{40, 40, 20},
			0,
			[]Outcome{OutcomeRaised, OutcomeExact, OutcomeRaised},
		},
		{
			// The smallest part falls out first, and the next then has enough.
			"minimum or nothing",
			Pool{Total: 100, Minimums: MinimumOrNothing},
			[]Claim{{Holder: "A", Weight: 60, Minimum: 40}, {Holder: "B", Weight: 55, Minimum: 40}, {Holder: "C", Weight: 50, Minimum: 40}},
			[]int64{52, 48, 0},
			0,
			[]Outcome{OutcomeBelow, OutcomeAbove, OutcomeDropped},
		},
		{
			"nobody takes so little",
			Pool{Total: 99, Minimums: MinimumOrNothing},
			[]Claim{{Holder: "A", Weight: 60, Minimum: 100}, {Holder: "B", Weight: 0, Minimum: 1}},
			[]int64{0, 0},
			99,
			[]Outcome{OutcomeDropped, OutcomeDropped},
		},
		{
			"equal parts, the later falls out",
			Pool{Total: 10, Minimums: MinimumOrNothing},
			[]Claim{{Holder: "A", Weight: 5, Minimum: 4}, {Holder: "B", Weight: 5, Minimum: 4}, {Holder: "C", Weight: 5, Minimum: 4}},
			[]int64{5, 5, 0},
			0,
			[]Outcome{OutcomeExact, OutcomeExact, OutcomeDropped},
		},
		{
			"equal parts, the larger key falls out",
			Pool{Total: 10, Minimums: MinimumOrNothing},
			[]Claim{{Holder: "A", Weight: 5, Minimum: 4, Tie: 3}, {Holder: "B", Weight: 5, Minimum: 4, Tie: 2}, {Holder: "C", Weight: 5, Minimum: 4}},
			[]int64{0, 5, 5},
			0,
			[]Outcome{OutcomeDropped, OutcomeExact, OutcomeExact},
		},
		{
			// What falls out lifts the first to its maximum, and that the second to its minimum.
			"a maximum reached on the way",
			Pool{Total: 100, Minimums: MinimumOrNothing},
			[]Claim{{Holder: "A", Weight: 50, Maximum: 52, Capped: true}, {Holder: "B", Weight: 30, Minimum: 47}, {Holder: "C", Weight: 20, Minimum: 45}},
			[]int64{52, 48, 0},
			0,
			[]Outcome{OutcomeCapped, OutcomeExact, OutcomeDropped},
		},
		{
			"neither more nor less",
			Pool{Total: 100},
			[]Claim{
				{Holder: "A", Weight: 80, Minimum: 30, Maximum: 30, Capped: true},
				{Holder: "B", Weight: 1, Minimum: 40, Maximum: 40, Capped: true},
				{Holder: "C", Weight: 3},
			},
			[]int64{30, 40, 30},
			0,
			[]Outcome{OutcomeCapped, OutcomeRaised, OutcomeExact},
		},
		{
			"a maximum under the minimum",
			Pool{Total: 10, Minimums: MinimumOrNothing},
			[]Claim{{Holder: "A", Weight: 5, Minimum: 4, Maximum: 3, Capped: true}, {Holder: "B", Weight: 1, Minimum: 6, Maximum: 6, Capped: true}},
			[]int64{0, 6},
			4,
			[]Outcome{OutcomeDropped, OutcomeCapped},
		},
		{"nothing to allot", Pool{}, claimsOf(1, 2), []int64{0, 0}, 0, []Outcome{OutcomeWeightless, OutcomeExact}},
	}
	tests[len(tests)-1].outcomes[0] = OutcomeExact
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.pool.Allot(tt.claims)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(unitsOf(got), tt.units) || got.Unallocated != tt.left || !slices.Equal(outcomesOf(got), tt.outcomes) {
				t.Errorf("%v %v, %d left; want %v %v, %d", unitsOf(got), outcomesOf(got), got.Unallocated, tt.units, tt.outcomes, tt.left)
			}
			checkAllotment(t, tt.pool, tt.claims, got)
		})
	}
}

// The Indian rule for institutional bids as printed: each bidder the minimum of
// 20, then the rest of 181 on what they asked for beyond it.
func TestPoolThenExcess(t *testing.T) {
	claims := claimsOf(320, 220, 120, 60, 20)
	for i := range claims {
		claims[i].Minimum = 20
	}
	got, err := Pool{Total: 181, Minimums: MinimumsThenExcess}.Allot(claims)
	if err != nil || !slices.Equal(unitsOf(got), []int64{58, 45, 33, 25, 20}) {
		t.Errorf("%v, %v", unitsOf(got), err)
	}
	if got.Rows[0].Entitlement != (exact.Mixed{Whole: 57, Num: 31, Den: 32}) {
		t.Errorf("entitlement %s", got.Rows[0].Entitlement)
	}
	checkAllotment(t, Pool{Total: 181, Minimums: MinimumsThenExcess}, claims, got)
}
