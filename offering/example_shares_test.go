package offering_test

import (
	"fmt"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

func ExampleWholeShares() {
	price := decimal.RequireFromString("0.96")
	var shares int64
	for _, amount := range []int64{268_000, 500_000} {
		p, err := offering.WholeShares(decimal.NewFromInt(amount), price, exact.Nearest)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(p.Shares, p.Difference)
		shares += p.Shares
	}
	fmt.Println(shares, "in all")
	// Output:
	// 279167 0.32
	// 520833 -0.32
	// 800000 in all
}

func ExampleApportionInto() {
	// The same slice serves one closing after the other.
	shares := make([]int64, 2)
	err := offering.ApportionInto(shares, 800_000, []int64{268_000, 500_000})
	fmt.Println(shares, err)
	// Output: [279167 520833] <nil>
}

func ExampleBlocker_Room() {
	limit, err := exact.ParseFraction("4.99%")
	fmt.Println(limit.Num, limit.Den, err)

	room, err := offering.Blocker{Limit: limit}.Room(16_000_000, 520_833)
	fmt.Println(room, err)
	// Output:
	// 499 10000 <nil>
	// 292145 <nil>
}

func ExampleMajority_Reached() {
	// "In excess of 51%" of the 800,000 shares sold.
	carries, err := offering.MajorityInInterest().Reached(520_833, 800_000)
	fmt.Println(carries, err)

	carries, err = offering.MajorityInInterest().Reached(408_000, 800_000)
	fmt.Println(carries, err)
	// Output:
	// true <nil>
	// false <nil>
}

func ExampleSplit_Entitlement() {
	whole, err := offering.Split{New: 1, Old: 10}.Entitlement(279_167)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(whole)

	down, err := whole.Round(exact.Down)
	fmt.Println(down, err)
	// Output:
	// 27916 7/10
	// 27916 <nil>
}

func ExampleDraw_Replay() {
	draw, err := offering.Lottery{Seed: "Focus 2002-11-25"}.Draw(1, []offering.Entrant{
		{ID: "Alpha Capital A.G."}, {ID: "Shimshon Visnstein"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	replayed, err := draw.Replay()
	fmt.Println(replayed.Same, err)

	// Somebody gives the unit to the other one.
	draw.Rows[0].Units, draw.Rows[1].Units = draw.Rows[1].Units, draw.Rows[0].Units
	replayed, err = draw.Replay()
	fmt.Println(replayed.Same, err)
	fmt.Println(replayed.Why)
	// Output:
	// true <nil>
	// false <nil>
	// 1. The rows do not come out as stated.
}

func ExampleExchangeCap_Shares() {
	most, err := offering.ExchangeCap{Outstanding: 36_000_000, Aggregated: 800_000}.Shares()
	fmt.Println(most, err)
	// Output: 6396400 <nil>
}

func ExampleAverageClose() {
	closes := make([]decimal.Decimal, 5)
	for i, price := range []string{"1.18", "1.21", "1.20", "1.19", "1.25"} {
		closes[i] = decimal.RequireFromString(price)
	}
	average, err := offering.AverageClose(closes)
	fmt.Println(average, err)
	// Output: 1.206 <nil>
}
