package offering_test

import (
	"fmt"

	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
)

func ExampleMethod_Apportion() {
	weights := []int64{9061, 7179, 5259, 3319, 1182}
	for _, m := range []offering.Method{offering.LargestRemainder, offering.Webster, offering.Jefferson, offering.Adams} {
		units, err := m.Apportion(26, weights)
		fmt.Println(m, units, err)
	}
	// Output:
	// largest remainder [9 7 5 4 1] <nil>
	// webster [9 8 5 3 1] <nil>
	// jefferson [10 7 5 3 1] <nil>
	// adams [9 7 5 3 2] <nil>
}

func ExampleMethod_ApportionInto() {
	// One cent among equals goes to the earliest order, wherever it stands.
	cents := make([]int64, 3)
	received := []int64{1430, 930, 1115}
	err := offering.LargestRemainder.ApportionInto(cents, 100, []int64{1, 1, 1}, received)
	fmt.Println(cents, err)
	// Output:
	// [33 34 33] <nil>
}

func ExampleMethod_ApportionWithin() {
	units := make([]int64, 3)
	left, err := offering.LargestRemainder.ApportionWithin(units, 100, []int64{80, 19, 1}, offering.Limits{
		Minimums: []int64{0, 0, 20},
		Maximums: []int64{50, offering.NoMaximum, offering.NoMaximum},
	})
	fmt.Println(units, left, err)
	// Output:
	// [50 30 20] 0 <nil>
}

func ExamplePool_Allot() {
	pool := offering.Pool{Total: 100, Minimums: offering.MinimumOrNothing, Authority: law.Citation{Cite: "Agreement §2(b)"}}
	allotment, err := pool.Allot([]offering.Claim{
		{Holder: "Alpha", Weight: 60, Minimum: 40},
		{Holder: "Beta", Weight: 55, Minimum: 40},
		{Holder: "Gamma", Weight: 50, Minimum: 40},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range allotment.Rows {
		fmt.Println(row.Holder, row.Units, row.Outcome)
		fmt.Println(row.Why)
	}
	fmt.Println(allotment.Unallocated, "left")
	// Output:
	// Alpha 52 below
	// 1. The exact part is 52 4/23 units; the odd units go to other fractions, none of them smaller, and that is 52 units. [Agreement §2(b)]
	// Beta 48 above
	// 1. The exact part is 47 19/23 units; its fraction is among the largest, so it gets an odd unit, and that is 48 units. [Agreement §2(b)]
	// Gamma 0 dropped
	// 1. The part would be 30 10/33 units, less than the minimum of 40, and the claim gets that or nothing: nothing. [Agreement §2(b)]
	// 0 left
}

func ExamplePool_Allot_faults() {
	_, err := offering.Pool{Total: 100}.Allot([]offering.Claim{
		{Holder: "Alpha", Weight: 1, Minimum: 60},
		{Holder: "Beta", Weight: 1, Minimum: 60},
		{Holder: "Gamma", Weight: 1, Maximum: 5},
	})
	fmt.Println(err)
	// Output:
	// claims[1].minimum: 60 takes the minimums past the total of 100; claims[2].maximum: 5 is stated, but the claim is not capped
}

func ExamplePriority_Fill() {
	fills, err := offering.Priority{Total: 1_000, Within: offering.ProRata}.Fill([]offering.Demand{
		{Holder: "Existing holder", Units: 300, Tier: 1},
		{Holder: "Beta", Units: 500, Tier: 2},
		{Holder: "Gamma", Units: 501, Tier: 2},
		{Holder: "Delta", Units: 10, Tier: 3},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range fills.Rows {
		fmt.Println(row.Holder, row.Units, row.Outcome)
	}
	for _, tier := range fills.Tiers {
		fmt.Println(tier.Why)
	}
	// Output:
	// Existing holder 300 filled
	// Beta 350 above
	// Gamma 350 below
	// Delta 0 unfilled
	// 1. Tier 1 is filled: 300 units of the 300 asked for; 700 units are left after it.
	// 1. Tier 2 is filled in part: 700 units of the 1,001 asked for; 0 units are left after it.
	// 1. Tier 3 is not filled: 0 units of the 10 asked for; 0 units are left after it.
}

func ExamplePriority_Fill_queue() {
	queue := offering.Priority{Total: 100, Within: offering.FirstCome, Last: offering.LastSkip}
	fills, err := queue.Fill([]offering.Demand{
		{Holder: "Alpha", Units: 80, Sequence: 1},
		{Holder: "Beta", Units: 30, Sequence: 2},
		{Holder: "Gamma", Units: 20, Sequence: 3},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range fills.Rows {
		fmt.Println(row.Holder, row.Units, row.Why[0].Text)
	}
	// Output:
	// Alpha 80 All of the 80 units asked for are filled.
	// Beta 0 Nothing of the 30 units asked for is filled, because it did not fit into what was left in its turn.
	// Gamma 20 All of the 20 units asked for are filled.
}
