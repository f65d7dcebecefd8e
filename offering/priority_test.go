package offering

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"
)

// demandsOf names demands.
func demandsOf(demands ...Demand) []Demand {
	for i := range demands {
		demands[i].Holder = "Holder " + strconv.Itoa(i)
	}
	return demands
}

// filledOf is what the rows get.
func filledOf(f Fills) []int64 {
	units := make([]int64, len(f.Rows))
	for i := range f.Rows {
		units[i] = f.Rows[i].Units
	}
	return units
}

func TestPriorityFill(t *testing.T) {
	queue := demandsOf(Demand{Units: 30, Sequence: 2}, Demand{Units: 50, Sequence: 1}, Demand{Units: 40, Sequence: 3}, Demand{Units: 20, Sequence: 4})
	wholeOnly := demandsOf(Demand{Units: 30}, Demand{Units: 90, AllOrNone: true}, Demand{Units: 40}, Demand{Units: 80, Minimum: 30})
	tests := []struct {
		name     string
		priority Priority
		demands  []Demand
		units    []int64
		outcomes []Outcome
	}{
		{
			"full, in part, nothing",
			Priority{Total: 100},
			demandsOf(Demand{Units: 60, Tier: 2}, Demand{Units: 70, Tier: 1}, Demand{Units: 30, Tier: 2}, Demand{Units: 1, Tier: 9}),
			[]int64{20, 70, 10, 0},
			[]Outcome{OutcomeExact, OutcomeFilled, OutcomeExact, OutcomeUnfilled},
		},
		{
			"one tier for all",
			Priority{Total: 10},
			demandsOf(Demand{Units: 10}, Demand{Units: 10}, Demand{Units: 10}),
			[]int64{4, 3, 3},
			[]Outcome{OutcomeAbove, OutcomeBelow, OutcomeBelow},
		},
		{
			"a tie goes to the first in time",
			Priority{Total: 10},
			demandsOf(Demand{Units: 10, Sequence: 8}, Demand{Units: 10, Sequence: 9}, Demand{Units: 10, Sequence: 7}),
			[]int64{3, 3, 4},
			[]Outcome{OutcomeBelow, OutcomeBelow, OutcomeAbove},
		},
		{
			"more than all ask for",
			Priority{Total: 100},
			demandsOf(Demand{Units: 10, Tier: 1}, Demand{Units: 20, Tier: 2}),
			[]int64{10, 20},
			[]Outcome{OutcomeFilled, OutcomeFilled},
		},
		{
			"set aside first",
			Priority{Total: 100},
			demandsOf(Demand{Units: 90, Tier: 1}, Demand{Units: 50, Tier: 2, Guaranteed: 30}, Demand{Units: 50, Tier: 2}),
			[]int64{70, 30, 0},
			[]Outcome{OutcomeExact, OutcomePartial, OutcomeUnfilled},
		},
		{
			"set aside, and a part of the rest",
			Priority{Total: 100},
			demandsOf(Demand{Units: 60, Tier: 1}, Demand{Units: 50, Tier: 2, Guaranteed: 30}, Demand{Units: 20, Tier: 2}),
			[]int64{60, 35, 5},
			[]Outcome{OutcomeFilled, OutcomeExact, OutcomeExact},
		},
		{
			"lots",
			Priority{Total: 1_090, Lot: 100},
			demandsOf(Demand{Units: 350, Tier: 1}, Demand{Units: 650, Tier: 2}, Demand{Units: 450, Tier: 2}, Demand{Units: 99, Tier: 2}),
			[]int64{300, 400, 300, 0},
			[]Outcome{OutcomePartial, OutcomeBelow, OutcomeAbove, OutcomeUnfilled},
		},
		{
			// What the dropped demand leaves fills its tier and falls through.
			"all or none falls out",
			Priority{Total: 100},
			demandsOf(Demand{Units: 80, Tier: 1}, Demand{Units: 15, Tier: 2}, Demand{Units: 30, Tier: 2, AllOrNone: true}, Demand{Units: 50, Tier: 3}),
			[]int64{80, 15, 0, 5},
			[]Outcome{OutcomeFilled, OutcomeFilled, OutcomeDropped, OutcomeExact},
		},
		{"partial", Priority{Total: 100, Within: FirstCome}, queue, []int64{30, 50, 20, 0}, []Outcome{OutcomeFilled, OutcomeFilled, OutcomePartial, OutcomeUnfilled}},
		{"none", Priority{Total: 100, Within: FirstCome, Last: LastNone}, queue, []int64{30, 50, 0, 0}, []Outcome{OutcomeFilled, OutcomeFilled, OutcomeUnfilled, OutcomeUnfilled}},
		{"skip", Priority{Total: 100, Within: FirstCome, Last: LastSkip}, queue, []int64{30, 50, 0, 20}, []Outcome{OutcomeFilled, OutcomeFilled, OutcomeUnfilled, OutcomeFilled}},
		{"all or none in turn", Priority{Total: 100, Within: FirstCome}, wholeOnly, []int64{30, 0, 40, 30}, []Outcome{OutcomeFilled, OutcomeUnfilled, OutcomeFilled, OutcomePartial}},
		{"a minimum in turn", Priority{Total: 99, Within: FirstCome}, wholeOnly, []int64{30, 0, 40, 0}, []Outcome{OutcomeFilled, OutcomeUnfilled, OutcomeFilled, OutcomeUnfilled}},
		{
			"a closed book stays closed",
			Priority{Total: 100, Within: FirstCome, Last: LastNone},
			demandsOf(Demand{Units: 90, Tier: 1}, Demand{Units: 20, Tier: 1}, Demand{Units: 10, Tier: 2}),
			[]int64{90, 0, 0},
			[]Outcome{OutcomeFilled, OutcomeUnfilled, OutcomeUnfilled},
		},
		{
			// The first takes the two lots there are. No number of whole lots is
			// 15, so that the second is no part of what the tier asks for.
			"whole lots that never fit",
			Priority{Total: 20, Lot: 10},
			demandsOf(Demand{Units: 20}, Demand{Units: 15, AllOrNone: true}),
			[]int64{20, 0},
			[]Outcome{OutcomeFilled, OutcomeUnfilled},
		},
		{"all or none, sold", Priority{Total: 100, Least: 100}, demandsOf(Demand{Units: 60}, Demand{Units: 60}), []int64{50, 50}, []Outcome{OutcomeExact, OutcomeExact}},
		{"all or none, not sold", Priority{Total: 100, Least: 100}, demandsOf(Demand{Units: 60}, Demand{Units: 39}), []int64{0, 0}, []Outcome{OutcomeVoid, OutcomeVoid}},
		{"nothing to be had", Priority{}, demandsOf(Demand{Units: 60}), []int64{0}, []Outcome{OutcomeUnfilled}},
		{"nobody asks", Priority{}, nil, []int64{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.priority.Fill(tt.demands)
			if err != nil {
				t.Fatal(err)
			}
			var outcomes []Outcome
			for _, row := range got.Rows {
				outcomes = append(outcomes, row.Outcome)
			}
			if !slices.Equal(filledOf(got), tt.units) || !slices.Equal(outcomes, tt.outcomes) {
				t.Errorf("%v %v; want %v %v", filledOf(got), outcomes, tt.units, tt.outcomes)
			}
			checkFills(t, tt.priority, tt.demands, got)
		})
	}
}

// A larger total never takes from a tier, and a later tier never matters to an
// earlier one.
func TestPriorityAcrossTiers(t *testing.T) {
	random := source(52)
	for range 400 {
		n := 1 + random.IntN(12)
		demands := randomDemands(random, n, 100, 4)
		for i := range demands { // what falls out can push others about
			demands[i].Guaranteed, demands[i].Minimum, demands[i].AllOrNone = 0, 0, false
		}
		total := random.Int64N(150)
		small, err := Priority{Total: total}.Fill(demands)
		large, err2 := Priority{Total: total + 1 + random.Int64N(9)}.Fill(demands)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for i := range small.Tiers {
			if large.Tiers[i].Filled < small.Tiers[i].Filled {
				t.Fatalf("tier %d falls from %d to %d", i, small.Tiers[i].Filled, large.Tiers[i].Filled)
			}
		}
		last := small.Tiers[len(small.Tiers)-1].Tier
		earlier := slices.DeleteFunc(slices.Clone(demands), func(d Demand) bool { return d.Tier == last })
		if len(earlier) == 0 {
			continue
		}
		without, err := Priority{Total: total}.Fill(earlier)
		if err != nil {
			t.Fatal(err)
		}
		k := 0
		for i, d := range demands {
			if d.Tier == last {
				continue
			}
			if without.Rows[k].Units != small.Rows[i].Units {
				t.Fatalf("row %d gets %d, and %d without the last tier", i, small.Rows[i].Units, without.Rows[k].Units)
			}
			k++
		}
	}
}

func TestPriorityLargestNumbers(t *testing.T) {
	demands := demandsOf(Demand{Units: 1 << 61}, Demand{Units: 1<<62 + 5}, Demand{Units: 1<<61 - 6})
	got, err := Priority{Total: math.MaxInt64 - 7}.Fill(demands)
	if err != nil || got.Demand != math.MaxInt64 || got.Filled != math.MaxInt64-7 {
		t.Fatalf("%+v, %v", got, err)
	}
	for i, row := range got.Rows {
		e := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(math.MaxInt64-7), big.NewInt(demands[i].Units)), big.NewInt(math.MaxInt64))
		entitlement := new(big.Rat).Add(big.NewRat(row.Entitlement.Whole, 1), big.NewRat(row.Entitlement.Num, row.Entitlement.Den))
		if e.Cmp(entitlement) != 0 {
			t.Errorf("row %d: %s, want %s", i, row.Entitlement, e)
		}
	}
}
