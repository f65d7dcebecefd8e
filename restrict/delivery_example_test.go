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

// The certificate arrives on the Wednesday before Good Friday, after dark.
func ExampleDelivery_Due() {
	at := func(day, hour int) time.Time {
		return calendar.MustDate(2003, time.April, day).At(calendar.MustClock(hour, 0), calendar.NewYork())
	}
	covenant := restrict.ThreeDayDelivery()
	facts := restrict.DeliveryFacts{
		Receipts: []restrict.Receipt{
			{Trigger: restrict.NoticeOfSale, At: at(15, 11)},
			{Trigger: restrict.OriginalCertificate, At: at(16, 22)},
		},
		Effective: law.Yes,
		Current:   law.Yes,
		Delivered: calendar.MustDate(2003, time.April, 22),
	}
	banks, err := covenant.Due(facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("due", banks.Due, banks.Timing)
	fmt.Println(banks.Why)

	covenant.Calendar = calendar.NYSE() // closed on Good Friday
	exchange, err := covenant.Due(facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("in trading days", exchange.Due, exchange.Timing)
	for _, d := range exchange.Days {
		fmt.Printf("%s %t %d %q\n", d.Date, d.Counts, d.Number, d.Closed)
	}
	// Output:
	// due 2003-04-21 late
	// 1. At the time of the sale the registration statement was effective and current.
	// 2. The last to come was: original certificate.
	// 3. 10:00 p.m. on Wednesday, April 16, 2003 (New York time) counts as Wednesday, April 16, 2003.
	// 4. Unlegended shares: counted from Wednesday, April 16, 2003, which is day 0.
	// 5. 3 business days (Federal Reserve) after that day is Monday, April 21, 2003.
	// 6. Delivered on Tuesday, April 22, 2003, the shares were late by 1 business day, 1 of the calendar.
	// in trading days 2003-04-22 timely
	// 2003-04-16 true 0 ""
	// 2003-04-17 true 1 ""
	// 2003-04-18 false 0 "Good Friday"
	// 2003-04-19 false 0 "Saturday"
	// 2003-04-20 false 0 "Sunday"
	// 2003-04-21 true 2 ""
	// 2003-04-22 true 3 ""
}

// A request for removal of the legend is received on November 3, 2026, and no shares
// are delivered. The first question is asked on the day due, the second on November
// 30, when the damages so far are $10 a trading day for each $1,000.
func ExampleDelivery_Due_overdue() {
	nyse := calendar.NYSE()
	covenant := restrict.Delivery{
		Awaits: []restrict.Awaited{{Trigger: restrict.RemovalRequest}},
		Clocks: []restrict.DeliveryClock{{Count: 3, Unit: calendar.TradingDays}}, Calendar: nyse,
		Cutoff: calendar.Cutoff{Zone: calendar.NewYork()}, Grounds: []restrict.DeliveryGround{restrict.GroundNone},
	}
	facts := restrict.DeliveryFacts{Receipts: []restrict.Receipt{{
		Trigger: restrict.RemovalRequest,
		At:      calendar.MustDate(2026, time.November, 3).At(calendar.MustClock(10, 0), calendar.NewYork()),
	}}}
	var found restrict.DeliveryFinding
	for _, day := range []int{6, 30} {
		var err error
		facts.AsOf = calendar.MustDate(2026, time.November, day)
		if found, err = covenant.Due(facts); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("as of", facts.AsOf, "due", found.Due, found.Timing, found.DaysLate)
	}
	if found.Timing != restrict.Overdue {
		return
	}
	clause := restrict.Damages{
		Base: restrict.PerAmount, Each: decimal.NewFromInt(1000), Unit: calendar.TradingDays, Calendar: nyse,
		Steps: []restrict.DamagesStep{{From: 1, Rate: decimal.NewFromInt(10)}}, Reading: restrict.PricePerPeriod,
		Payment:  restrict.DamagesPayment{When: restrict.EndOfMonth, Within: 3, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()},
		Rounding: exact.Nearest,
	}
	cost, err := clause.Assess(restrict.DamagesFacts{
		Lapses:  []restrict.Lapse{{Name: "Unlegended shares", Due: found.Due}},
		Amounts: []restrict.DamagesAmount{{Amount: decimal.NewFromInt(50_000)}},
		Through: facts.AsOf,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("damages so far", cost.Days, cost.Cents, "cents, payable by", cost.Payments[0].Date)
	fmt.Println(cost.Why)
	// Output:
	// as of 2026-11-06 due 2026-11-06 not yet due 0
	// as of 2026-11-30 due 2026-11-06 overdue 15
	// damages so far 15 750000 cents, payable by 2026-12-03
	// 1. Unlegended shares, by Friday, November 6, 2026: charged for 15 trading days, through Monday, November 30, 2026 (NYSE).
	// 2. The charges come to $7,500.00, the running total rounded to the nearest cent (halves up).
	// 3. Each sum is payable within 3 business days (Federal Reserve) after the time that it is for.
}

// Bulk use asks for the day alone.
func ExampleDelivery_DueFrom() {
	due, err := restrict.ThreeDayDelivery().DueFrom(calendar.MustDate(2003, time.November, 11))
	fmt.Println(due, err)
	// Output: 2003-11-17 <nil>
}
