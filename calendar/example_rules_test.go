package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func ExampleClosingRule_At() {
	// The last condition came in late on Wednesday in New York, when it was
	// Thursday already in London.
	met := time.Date(2002, time.November, 28, 1, 30, 0, 0, time.UTC)
	rule := calendar.NextTradingDay()
	rule.Count.Authority = law.Citation{Cite: "Purchase Agreement §2.1"}
	rule.By.Clock = calendar.MustClock(15, 0)
	closing, err := rule.At(met)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(closing.Event, closing.Date, closing.By)
	fmt.Println(closing.Why)
	// Output:
	// 2002-11-27 2002-11-29 2002-11-29 15:00:00 -0500 EST
	// 1. Closing Date: counted from Wednesday, November 27, 2002, which is day 0. [Purchase Agreement §2.1]
	// 2. 1 trading day (NYSE) after that day is Friday, November 29, 2002, not counting November 28, 2002 (Thanksgiving Day). [Purchase Agreement §2.1]
	// 3. The closing takes place by 3:00 p.m. New York time on Friday, November 29, 2002. [Purchase Agreement §2.1]
	// 4. That day has special hours, 9:30 a.m. to 1:00 p.m. (Day after Thanksgiving); it is a trading day, and the time of the closing does not change. [Purchase Agreement §2.1]
}

func ExampleLaterOf() {
	// "The later of ten days after the signing and three trading days after the
	// closing."
	signed, closed := calendar.MustDate(2002, time.November, 25), calendar.MustDate(2002, time.November, 29)
	ten, _ := calendar.Deadline{Name: "Ten days", Count: 10, Unit: calendar.Days}.After(signed)
	three, _ := calendar.Deadline{Name: "Three sessions", Count: 3, Unit: calendar.TradingDays, Calendar: calendar.NYSE()}.After(closed)
	due, err := calendar.LaterOf(ten, three)
	fmt.Println(ten.Date, three.Date, "so", due.Name, due.Date, err)
	// Output: 2002-12-05 2002-12-04 so Ten days 2002-12-05 <nil>
}

func ExampleDeadline_Before() {
	// Funds are due one business day before the closing.
	funds := calendar.Deadline{Name: "Funds", Count: 1, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	due, err := funds.Before(calendar.MustDate(2002, time.November, 29))
	fmt.Println(due.Date, err)
	fmt.Println(due.Why)
	// Output:
	// 2002-11-27 <nil>
	// 1. Funds: counted from Friday, November 29, 2002, which is day 0.
	// 2. 1 business day (Federal Reserve) before that day is Wednesday, November 27, 2002, not counting November 28, 2002 (Thanksgiving Day).
}

func ExampleCutoff_Day() {
	five := calendar.Cutoff{Clock: calendar.MustClock(17, 0), Zone: calendar.NewYork()}
	wednesday := calendar.MustDate(2002, time.November, 27)
	for _, clock := range []calendar.Clock{calendar.MustClock(17, 0), calendar.MustClock(17, 1)} {
		day, err := five.Day(wednesday.At(clock, calendar.NewYork()))
		fmt.Println(clock, day, err)
	}
	// Output:
	// 17:00 2002-11-27 <nil>
	// 17:01 2002-11-28 <nil>
}

func ExampleByName() {
	c, err := calendar.ByName("NYSE")
	fmt.Println(c.Name(), c.First(), err)

	_, err = calendar.ByName("Mars")
	fmt.Println(err)
	// Output:
	// NYSE 1885-01-02 <nil>
	// calendar: "Mars" must be one of: "NYSE", "Federal Reserve", "Federal", "Settlement", "Federal statutory"
}
