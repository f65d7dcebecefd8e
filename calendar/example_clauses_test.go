package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func ExampleDeadline_AfterTolled() {
	// "Within thirty days after the closing; if the Commission is closed because of a
	// government shutdown, that day is extended by the number of days it is closed."
	rule := calendar.Deadline{
		Name: "Filing deadline", Count: 30, Unit: calendar.Days, Roll: calendar.Forward,
		Tolling: calendar.ExtendedByDays, Calendar: calendar.Federal(),
	}
	shutdown := calendar.Period{
		From: calendar.MustDate(2025, time.October, 1), FromIncluded: law.Yes,
		Until: calendar.MustDate(2025, time.November, 12), UntilIncluded: law.Yes,
	}
	due, err := rule.AfterTolled(calendar.MustDate(2025, time.September, 18), shutdown)
	fmt.Println(due.Date, due.Tolled, err)
	fmt.Println(due.Why)
	// Output:
	// 2025-12-02 43 <nil>
	// 1. Filing deadline: counted from Thursday, September 18, 2025, which is day 0.
	// 2. 30 days after that day is Saturday, October 18, 2025.
	// 3. Saturday, October 18, 2025 is closed (a Saturday), so the date moves forward to Monday, October 20, 2025.
	// 4. Extended by 43 days of suspension (October 1, 2025 to November 12, 2025), Monday, October 20, 2025 becomes Tuesday, December 2, 2025.
}

func ExampleDeadline_inclusive() {
	// "Twenty business days, counting the day of commencement."
	offer := calendar.Deadline{Name: "Tender offer", Count: 20, Unit: calendar.BusinessDays, Inclusive: true, Calendar: calendar.Federal()}
	due, err := offer.After(calendar.MustDate(2025, time.September, 29))
	fmt.Println(offer)
	fmt.Println(due.Date, err)
	fmt.Println(due.Why)
	// Output:
	// Tender offer: 20 business days from the event, counting the day of the event (Federal calendar)
	// 2025-10-27 <nil>
	// 1. Tender offer: counted from Monday, September 29, 2025, which is day 1.
	// 2. The period of 20 business days (Federal), counting day 1, ends on Monday, October 27, 2025, not counting October 13, 2025 (Columbus Day).
}

func ExampleMonthEnd() {
	// One month from Friday, June 28, 2024, the last business day of June, and from
	// Sunday, June 30.
	for _, end := range []calendar.MonthEnd{"", calendar.LastDay, calendar.LastBusinessDay} {
		rule := calendar.Deadline{Count: 1, Unit: calendar.Months, MonthEnd: end, Calendar: calendar.FederalReserve()}
		friday, _ := rule.After(calendar.MustDate(2024, time.June, 28))
		sunday, err := rule.After(calendar.MustDate(2024, time.June, 30))
		fmt.Printf("%q %v %v %v\n", end, friday.Date, sunday.Date, err)
	}
	// Output:
	// "" 2024-07-28 2024-07-30 <nil>
	// "last day" 2024-07-28 2024-07-31 <nil>
	// "last business day" 2024-07-31 2024-07-30 <nil>
}

func ExampleDeadline_rollLate() {
	// "The first trading day after signing, or the second if signed after 4:00 p.m.", and
	// the same with "or on a day that is not a trading day".
	rule := calendar.Deadline{
		Count: 1, Unit: calendar.TradingDays, RollLate: true, Calendar: calendar.NYSE(),
		Cutoff: calendar.Cutoff{Clock: calendar.MustClock(16, 0), Zone: calendar.NewYork()},
	}
	either := rule
	either.RollEvent = true
	friday := calendar.MustDate(2024, time.June, 7)
	for _, at := range []time.Time{
		friday.At(calendar.MustClock(17, 0), calendar.NewYork()),
		friday.AddDays(1).At(calendar.MustClock(12, 0), calendar.NewYork()),
	} {
		one, _ := rule.AfterReceipt(at)
		two, err := either.AfterReceipt(at)
		fmt.Println(at.Weekday(), one.Date.Weekday(), two.Date.Weekday(), err)
	}
	// Output:
	// Friday Tuesday Tuesday <nil>
	// Saturday Monday Tuesday <nil>
}
