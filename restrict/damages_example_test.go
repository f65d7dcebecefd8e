package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

// A delivery due on November 13, 2003 is made on the 24th. The clause asks for
// $10 a trading day for each $1,000, and $20 after the fifth.
func ExampleDamages_Assess() {
	clause := restrict.Damages{
		Base: restrict.PerAmount, Each: decimal.NewFromInt(1000),
		Unit: calendar.TradingDays, Calendar: calendar.NYSE(),
		Steps: []restrict.DamagesStep{
			{From: 1, Rate: decimal.NewFromInt(10)},
			{From: 6, Rate: decimal.NewFromInt(20)},
		},
		Reading:  restrict.PricePerPeriod,
		TotalCap: restrict.DamagesCap{Percent: decimal.NewFromInt(8)},
		Rounding: exact.Nearest,
	}
	cost, err := clause.Assess(restrict.DamagesFacts{
		Lapses: []restrict.Lapse{{
			Name:  "Delivery",
			Due:   calendar.MustDate(2003, time.November, 13),
			Cured: calendar.MustDate(2003, time.November, 24),
		}},
		Amounts: []restrict.DamagesAmount{{Amount: decimal.NewFromInt(268_000)}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range cost.Schedule {
		fmt.Println(day.Date, day.Cents, day.CutCents, day.RunningCents)
	}
	fmt.Println(cost.Why)
	// Output:
	// 2003-11-14 268000 0 268000
	// 2003-11-17 268000 0 536000
	// 2003-11-18 268000 0 804000
	// 2003-11-19 268000 0 1072000
	// 2003-11-20 268000 0 1340000
	// 2003-11-21 536000 0 1876000
	// 2003-11-24 268000 268000 2144000
	// 1. Delivery, by Thursday, November 13, 2003: charged for 7 trading days, through Monday, November 24, 2003 (NYSE).
	// 2. The charges come to $24,120.00, the running total rounded to the nearest cent (halves up).
	// 3. All together may not cost more than $21,440.00. That cuts off $2,680.00 and leaves $21,440.00.
}

// The same days are late under two clauses, and are paid for once.
func ExampleTogetherDamages() {
	flat := func(base restrict.DamagesBase, rate string) restrict.Damages {
		return restrict.Damages{
			Base: base, Unit: calendar.Days, Reading: restrict.PricePerPeriod, Rounding: exact.Nearest,
			Steps: []restrict.DamagesStep{{From: 1, Rate: decimal.RequireFromString(rate)}},
		}
	}
	late := func(days int) restrict.DamagesFacts {
		due := calendar.MustDate(2003, time.November, 13)
		return restrict.DamagesFacts{
			Lapses:  []restrict.Lapse{{Due: due, Cured: due.AddDays(days)}},
			Amounts: []restrict.DamagesAmount{{Amount: decimal.NewFromInt(268_000)}},
		}
	}
	owed, err := restrict.TogetherDamages(
		restrict.DamagesClaim{Name: "delivery", Terms: flat(restrict.Flat, "1000"), Facts: late(3)},
		restrict.DamagesClaim{Name: "registration", Terms: flat(restrict.PercentOfAmount, "0.05"), Facts: late(5)},
	)
	fmt.Println(owed.Cents, owed.SavedCents, err)
	fmt.Println(owed.Why)
	// Output:
	// 326800 40200 <nil>
	// 1. Each day is paid for once, under the dearer clause: delivery $3,000.00 of $3,000.00, registration $268.00 of $670.00; $3,268.00 in all.
}

// Shares worth $10,000 did not come, and others cost $11,000 with commissions.
func ExampleBuyIn_Assess() {
	clause := restrict.BuyIn{
		Comparator: restrict.PurchasePrice, CostCommissions: law.Yes,
		Interest: restrict.DamagesInterest{Percent: decimal.NewFromInt(15), Per: restrict.PerYear365},
		Rounding: exact.Nearest,
	}
	owed, err := clause.Assess(restrict.BuyInFacts{
		Owed: 1000, Due: calendar.MustDate(2003, time.November, 13), Price: decimal.NewFromInt(10),
		Purchases: []restrict.BuyInPurchase{{
			Date: calendar.MustDate(2003, time.November, 17), Shares: 1000,
			Cost: decimal.NewFromInt(10_950), Commissions: decimal.NewFromInt(50),
		}},
		Demanded: calendar.MustDate(2003, time.November, 18), Paid: calendar.MustDate(2003, time.December, 18),
	})
	fmt.Println(owed.Cents, owed.InterestCents, err)
	fmt.Println(owed.Why)
	// Output:
	// 100000 1233 <nil>
	// 1. 1,000 of 1,000 shares owed were bought for $11,000.00 with commissions; held against the purchase price they are $10,000.00.
	// 2. The cost beyond that is $1,000.00, rounded to the nearest cent (halves up).
	// 3. Demanded on Tuesday, November 18, 2003, the sum is due on Tuesday, November 18, 2003.
	// 4. From then it bore simple interest of 15 percent for each year of 365 days, for 30 days: $12.33.
}
