package offering_test

import (
	"fmt"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

func dollars(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func ExampleAllocate_oversubscribed() {
	book, err := offering.Allocate(offering.Terms{
		Price: dollars("1.25"), AmountLimit: dollars("125000"),
	}, []offering.Order{
		{Investor: "A", Amount: dollars("50000")},
		{Investor: "B", Amount: dollars("60000")},
		{Investor: "C", Amount: dollars("40000")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range book.Rows {
		fmt.Println(row.Investor, row.Accepted.StringFixed(2), row.Shares, row.Refund.StringFixed(2))
	}
	fmt.Println(book.Rows[0].Why[0])
	// Output:
	// A 41666.67 33333 8333.33
	// B 50000.00 40000 10000.00
	// C 33333.33 26667 6666.67
	// The limit of $125,000.00 cuts the $50,000.00 asked for to $41,666.67: pro rata that is $41,666.66 and 2/3 of a cent, and its fraction is the largest, which takes the one odd cent.
}

func ExampleTabulate() {
	table, err := offering.Tabulate(offering.Terms{Price: dollars("0.96")}, []offering.Order{
		{Investor: "Shimshon Visnstein", Amount: dollars("268000")},
		{Investor: "Alpha Capital A.G.", Amount: dollars("500000")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range table.Rows {
		fmt.Println(row.Investor, row.Shares, row.DueCents)
	}
	fmt.Println(table.Shares, table.Cost)
	// Output:
	// Shimshon Visnstein 279167 26800000
	// Alpha Capital A.G. 520833 50000000
	// 800000 768000
}

func ExampleSubscriptions_Accept() {
	taken, err := offering.Subscriptions{AmountLimit: dollars("125000")}.Accept([]offering.Order{
		{Investor: "A", Amount: dollars("50000")},
		{Investor: "B", Amount: dollars("60000")},
		{Investor: "C", Amount: dollars("40000")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range taken.Rows {
		fmt.Println(row.Investor, row.Accepted.StringFixed(2), row.Refund.StringFixed(2))
	}
	// Output:
	// A 41666.67 8333.33
	// B 50000.00 10000.00
	// C 33333.33 6666.67
}

func ExampleSplitCents() {
	// Interest of 100.00 on 30,000 held for ten days and 20,000 for thirty.
	parts, err := offering.SplitCents(dollars("100.00"), []decimal.Decimal{
		dollars("30000").Mul(decimal.NewFromInt(10)), dollars("20000").Mul(decimal.NewFromInt(30)),
	})
	fmt.Println(parts, err)
	// Output:
	// [33.33 66.67] <nil>
}

func ExampleWaterfall_Pay() {
	proceeds, err := offering.Waterfall{Rounding: exact.Nearest, Fees: []offering.Fee{
		{Payee: "agent", Basis: offering.PercentOfGross, Percent: dollars("7")},
		{Payee: "expenses", Basis: offering.PercentOfGross, Percent: dollars("1")},
		{Payee: "counsel", Basis: offering.Fixed, Amount: dollars("85000")},
	}}.Pay(dollars("768000.00"), 800_000)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range proceeds.Lines {
		fmt.Println(line.Payee, line.Paid.StringFixed(2))
	}
	fmt.Println("company", proceeds.Company.StringFixed(2))
	fmt.Println(proceeds.Why)
	// Output:
	// agent 53760.00
	// expenses 7680.00
	// counsel 85000.00
	// company 621560.00
	// 1. Fees are rounded to the nearest (halves up) to the cent, as the waterfall says.
	// 2. 3 fees come to 146,440 of 768,000; the company gets the rest, 621,560.
}

func ExampleClosings_Close() {
	rule := offering.Closings{Amount: dollars("0.96")} // one share for 0.96
	first, err := rule.Close(offering.RunningTotal{}, []offering.ClosingOrder{{Investor: "A", Amount: dollars("268000")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	// Keep first.After, and continue from it months later.
	second, err := rule.Close(first.After, []offering.ClosingOrder{{Investor: "B", Amount: dollars("500000")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(first.Shares, second.Shares, second.After.Shares)
	fmt.Println(second.Rows[0].Why)
	// Output:
	// 279167 520833 800000
	// 1. The running total of 768,000 comes to 800,000 shares; the rows before have 279,167, which leaves 520,833.
}

func ExampleClosings_Close_installments() {
	for _, rounding := range []exact.Rounding{exact.Nearest, exact.Down} {
		rule := offering.Closings{Shares: 18, Amount: dollars("4"), Rounding: rounding}
		var total offering.RunningTotal
		for range 4 {
			c, err := rule.Close(total, []offering.ClosingOrder{{Investor: "A", Amount: dollars("1")}})
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Print(c.Shares, " ")
			total = c.After
		}
		fmt.Println(rounding)
	}
	// Output:
	// 5 4 5 4 rounded to the nearest (halves up)
	// 4 5 4 5 rounded down
}

func ExampleOverAllotment_Allot() {
	allotted, err := offering.OverAllotment{Base: 10, Percent: dollars("15"), Way: offering.SecondClosing}.Allot([]offering.Indication{
		{Investor: "A", Shares: 6}, {Investor: "B", Shares: 6}, {Investor: "C", Shares: 2},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range allotted.Rows {
		fmt.Println(row.Investor, row.Base, "and", row.Option, "make", row.Shares, "- in one go", row.OneGo)
	}
	// Output:
	// A 4 and 1 make 5 - in one go 5
	// B 4 and 0 make 4 - in one go 5
	// C 2 and 0 make 2 - in one go 1
}

func ExampleCoverage_Count() {
	warrants, err := offering.Coverage{
		Basis: offering.OfShares, Percent: dollars("50"), ExercisePrice: dollars("1.20"), TieOut: offering.MinimumChange,
	}.Count([]offering.Covered{
		{Investor: "Shimshon Visnstein", Shares: 279_167},
		{Investor: "Alpha Capital A.G.", Shares: 520_833},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range warrants.Rows {
		fmt.Println(row.Investor, row.Entitlement, row.Warrants)
	}
	fmt.Println(warrants.Warrants, warrants.ExerciseAmount)
	// Output:
	// Shimshon Visnstein 139583 1/2 139584
	// Alpha Capital A.G. 260416 1/2 260416
	// 400000 480000
}

func ExampleUnit_Sell() {
	book, err := offering.Unit{
		Price: dollars("5.00"), Warrants: exact.Mixed{Num: 1, Den: 2}, WarrantPrice: dollars("0.125"),
	}.Sell([]offering.UnitOrder{{Investor: "A", Amount: dollars("1009")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	row := book.Rows[0]
	fmt.Println(row.Units, row.Shares, row.Warrants, row.Due, row.Refund)
	fmt.Println(row.ShareAmount, "for shares,", row.WarrantAmount, "for warrants")
	// Output:
	// 201 201 100 1005 4
	// 992.44 for shares, 12.56 for warrants
}

func ExampleValuation_IssuePrice() {
	p, err := offering.Valuation{
		PreMoney: dollars("12000000"), FullyDiluted: 3_814_246, Increment: dollars("0.0001"), Rounding: exact.Nearest,
	}.IssuePrice()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Price, "values the company", p.Difference, "off")
	// Output:
	// 3.1461 values the company -0.6594 off
}

func ExampleMarketPrice_Set() {
	set, err := offering.MarketPrice{
		Pick: offering.LowerOf,
		References: []offering.Reference{
			{Name: "five-day VWAP", Prices: []decimal.Decimal{dollars("0.3120")}, Percent: dollars("93")},
			{Name: "close", Prices: []decimal.Decimal{dollars("0.2950")}},
		},
		Floor: dollars("0.25"), Increment: dollars("0.0001"), Rounding: exact.Up,
	}.Set()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(set.Price, "by the", set.Governs)
	fmt.Println(set.Why)
	// Output:
	// 0.2902 by the five-day VWAP
	// 1. The price is rounded up, as the terms say.
	// 2. five-day VWAP is 0.312; 93% of that is 0.29016.
	// 3. close is 0.295.
	// 4. The lowest governs: five-day VWAP, rounded to a multiple of 0.0001, is 0.2902.
}
