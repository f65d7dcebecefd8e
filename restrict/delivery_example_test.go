package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/restrict"
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
		Effective: restrict.Yes,
		Current:   restrict.Yes,
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
	// 3. The time is 22:00 on Wednesday, April 16, 2003 (America/New_York); the day lasts until midnight there.
	// 4. Unlegended shares: counted from Wednesday, April 16, 2003, which is day 0.
	// 5. 3 business days (Federal Reserve) after is Monday, April 21, 2003.
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

// Bulk use asks for the day alone.
func ExampleDelivery_DueFrom() {
	due, err := restrict.ThreeDayDelivery().DueFrom(calendar.MustDate(2003, time.November, 11))
	fmt.Println(due, err)
	// Output: 2003-11-17 <nil>
}
