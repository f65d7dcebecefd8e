package offering_test

import (
	"fmt"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

func ExampleShares() {
	p, err := offering.Shares(decimal.RequireFromString("268000"), decimal.RequireFromString("0.96"), exact.Nearest)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Shares, "shares cost", p.Cost, "and differ by", p.Difference)
	fmt.Println(p.Why)
	// Output:
	// 279167 shares cost 268000.32 and differ by 0.32
	// 1. 268,000 at 0.96 buys 279,166 2/3 shares; rounded to the nearest (halves up) that is 279,167, costing 268,000.32.
}

func ExampleAllocate() {
	book, err := offering.Allocate(offering.Terms{
		Price:     decimal.RequireFromString("0.96"),
		Shares:    800_000,
		Amount:    decimal.RequireFromString("768000"),
		Authority: law.Citation{Cite: "Agreement §1(a)"},
	}, []offering.Order{
		{Investor: "Shimshon Visnstein", Amount: decimal.RequireFromString("268000")},
		{Investor: "Alpha Capital A.G.", Amount: decimal.RequireFromString("500000")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range book.Rows {
		fmt.Printf("%s: %s of entitlement, %d shares, %s off\n", row.Investor, row.Entitlement, row.Shares, row.Difference)
	}
	fmt.Println(book.Shares, "shares,", book.Residual, "left")
	fmt.Println(book.Why)
	// Output:
	// Shimshon Visnstein: 279166 2/3 of entitlement, 279167 shares, 0.32 off
	// Alpha Capital A.G.: 520833 1/3 of entitlement, 520833 shares, -0.32 off
	// 800000 shares, 0 left
	// 1. Each row is rounded to the nearest (halves up), because the terms do not say. [Agreement §1(a)]
	// 2. Rows that miss the number of shares stated are reported, because the terms do not say. [Agreement §1(a)]
	// 3. Each investor owes the amount signed for, because the terms do not say. [Agreement §1(a)]
	// 4. The rounded rows add up to 800,000 shares, the number stated. [Agreement §1(a)]
	// 5. 2 orders add up to 768,000, the amount stated. [Agreement §1(a)]
	// 6. All shares at the price come to 768,000, the sum of the orders. [Agreement §1(a)]
}

func ExampleAllocate_faults() {
	_, err := offering.Allocate(offering.Terms{Price: decimal.RequireFromString("-0.96")}, []offering.Order{
		{Investor: "A", Amount: decimal.RequireFromString("268000.005")},
		{Investor: "A", Amount: decimal.RequireFromString("500000")},
	})
	fmt.Println(err)
	// Output:
	// terms.price: -0.96 is below zero; orders[0].amount: 268000.005 has a fraction of a cent; orders[1].investor: "A" is the same as orders[0].investor
}

func ExampleApportion() {
	shares, err := offering.Apportion(800_000, []int64{268_000, 500_000})
	fmt.Println(shares, err)
	// Output:
	// [279167 520833] <nil>
}

func ExampleMajority_Needed() {
	needed, err := offering.MajorityInInterest().Needed(800_000)
	fmt.Println(needed, err)
	// Output:
	// 408001 <nil>
}

func ExampleMajority_Consent() {
	consent, err := offering.MajorityInInterest().Consent(offering.Register{
		Holdings: []offering.Holding{
			{Holder: "Shimshon Visnstein", Votes: 279_167},
			{Holder: "Alpha Capital A.G.", Votes: 520_833, Consents: true},
		},
		Authority: law.Citation{Cite: "Agreement §A(vii)"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(consent.Reached)
	fmt.Println(consent.Why)
	// Output:
	// true
	// 1. The base is 800,000 votes, all that the register holds, because no other is stated. [Agreement §A(vii)]
	// 2. 520,833 of 800,000 votes consent (65.104125%); it takes more than 51%, that is 408,001 or more: they carry. [Agreement §A(vii)]
}
