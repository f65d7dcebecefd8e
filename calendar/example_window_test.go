package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func ExampleWindow() {
	// "not less than ten nor more than sixty days before the meeting"
	record := calendar.Window{
		Least: calendar.Deadline{Name: "Record date", Count: 10, Unit: calendar.Days},
		Most:  calendar.Deadline{Count: 60, Unit: calendar.Days},
	}
	days, err := record.Before(calendar.MustDate(2026, time.May, 14))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(record)
	fmt.Println(days.Why)
	for _, d := range []calendar.Date{calendar.MustDate(2026, time.March, 13), calendar.MustDate(2026, time.March, 16)} {
		in, err := days.Contains(d)
		fmt.Println(in.Within, err)
		fmt.Println(in.Why)
	}
	// Output:
	// Record date: not less than 10 days from the event, and not more than 60 days from the event
	// 1. Record date: from Sunday, March 15, 2026 through Monday, May 4, 2026 (51 days).
	// false <nil>
	// 1. Friday, March 13, 2026 is too early (Record date): the first day is Sunday, March 15, 2026.
	// true <nil>
	// 1. Monday, March 16, 2026 is permitted (Record date), since it is from March 15, 2026 through May 4, 2026.
}

func ExampleWindow_After() {
	// An option closing three to five business days after the notice.
	option := calendar.Window{
		Least: calendar.Deadline{Count: 3, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()},
		Most:  calendar.Deadline{Count: 5, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()},
	}
	days, err := option.After(calendar.MustDate(2002, time.November, 25))
	fmt.Println(days.First.Date, days.Last.Date, err)
	// Output: 2002-11-29 2002-12-03 <nil>
}

func ExampleWindow_Validate() {
	days := func(n int) calendar.Deadline { return calendar.Deadline{Count: n, Unit: calendar.Days} }
	fmt.Println(calendar.Window{Least: days(60), Most: days(10)}.Validate())
	// Output: least.count: 60 is more than most.count, 10
}

func ExampleRun() {
	// "the 30 trading days ending on the trading day before"
	nyse := calendar.NYSE()
	average := calendar.Run{
		Count: 30, Unit: calendar.TradingDays, Calendar: nyse,
		From: calendar.Deadline{Count: 1, Unit: calendar.TradingDays, Calendar: nyse},
	}
	days, err := average.Before(calendar.MustDate(2002, time.November, 25))
	fmt.Println(days.First.Date, days.Last.Date, days.Days, err)

	// The ten trading days that begin on the third one after.
	after := calendar.Run{Count: 10, Unit: calendar.TradingDays, Calendar: nyse, From: average.From}
	after.From.Count = 3
	days, err = after.After(calendar.MustDate(2002, time.November, 25))
	fmt.Println(days.First.Date, days.Last.Date, days.Days, err)
	// Output:
	// 2002-10-14 2002-11-22 30 <nil>
	// 2002-11-29 2002-12-12 10 <nil>
}

func ExampleRun_Validate() {
	fmt.Println(calendar.Run{Unit: calendar.TradingDays, From: calendar.Deadline{Unit: calendar.Days}}.Validate())
	// Output: count: is required and must be above zero; calendar: is required
}

func ExampleSchedule() {
	// "the last business day of each quarter"
	quarters := calendar.Schedule{
		Every: 3, Unit: calendar.Months, Month: time.March, Day: 31,
		Count: calendar.Deadline{Unit: calendar.Days, Roll: calendar.Backward, Calendar: calendar.FederalReserve()},
	}
	fmt.Println(quarters)
	days, err := quarters.Year(2027)
	for _, due := range days {
		fmt.Println(due.Date)
	}
	fmt.Println(err)
	// Output:
	// the last day of March, June, September and December; if that day is closed, it moves backward (Federal Reserve calendar)
	// 2027-03-31
	// 2027-06-30
	// 2027-09-30
	// 2027-12-31
	// <nil>
}

func ExampleSchedule_Next() {
	// Interest on the 15th of March and September, counted from and including one
	// payment date to but excluding the next.
	interest := calendar.Schedule{Every: 6, Unit: calendar.Months, Month: time.March, Day: 15}
	today := calendar.MustDate(2026, time.November, 30)
	last, err := interest.Prev(today)
	fmt.Println(last.Date, err)
	next, err := interest.Next(today)
	fmt.Println(next.Date, err)
	p := calendar.Period{From: last.Date, FromIncluded: law.Yes, Until: next.Date, UntilIncluded: law.No}
	fmt.Println(p.Days())
	// Output:
	// 2026-09-15 <nil>
	// 2027-03-15 <nil>
	// 181 <nil>
}

func ExampleSchedule_Between() {
	fridays := calendar.Schedule{Every: 1, Unit: calendar.Months, Weekday: "Friday", Nth: 1}
	days, err := fridays.Between(calendar.MustDate(2026, time.January, 2), calendar.MustDate(2026, time.March, 5))
	for _, due := range days {
		fmt.Println(due.Date)
	}
	fmt.Println(err)
	// Output:
	// 2026-01-02
	// 2026-02-06
	// <nil>
}

func ExampleSchedule_Validate() {
	fmt.Println(calendar.Schedule{Every: 5, Unit: calendar.Months, Month: time.March, Day: 32}.Validate())
	// Output: every: 5 is not one of 1, 2, 3, 4, 6 and 12, which divide a year; day: 32 is not from 1 to 31
}

func ExampleReceiptHours() {
	// "as of the Trading Day before, if received before the opening"
	hours := calendar.ReceiptHours{
		Calendar: calendar.NYSE(), FromOpening: true, Until: calendar.Cutoff{Zone: calendar.NewYork()},
		Early: calendar.Backward, Closed: calendar.Backward,
	}
	friday := calendar.MustDate(2002, time.November, 29)
	given, err := hours.Counts(friday.At(calendar.MustClock(9, 0), calendar.NewYork()))
	fmt.Println(given.Given, given.Date, err)
	fmt.Println(given.Why)

	// "only between 4:00 and 5:30 p.m. New York time"
	put := calendar.ReceiptHours{From: calendar.MustClock(16, 0), Until: calendar.Cutoff{Clock: calendar.MustClock(17, 30), Zone: calendar.NewYork()}}
	given, err = put.Counts(friday.At(calendar.MustClock(15, 59), calendar.NewYork()))
	fmt.Println(given.Given, err)
	fmt.Println(given.Why)
	// Output:
	// true 2002-11-27 <nil>
	// 1. 9:00 a.m. on Friday, November 29, 2002 (New York time) is before 9:30 a.m., the opening of that day, and counts as Wednesday, November 27, 2002.
	// false <nil>
	// 1. 3:59 p.m. on Friday, November 29, 2002 (New York time) is before 4:00 p.m. and does not count.
}

func ExampleReceiptHours_Validate() {
	fmt.Println(calendar.ReceiptHours{FromOpening: true}.Validate())
	// Output: until.zone: is required; calendar: no calendar keeps no hours
}

func ExamplePeriod_Days() {
	p := calendar.Period{
		From: calendar.MustDate(2026, time.January, 31), FromIncluded: law.Yes,
		Until: calendar.MustDate(2026, time.February, 28), UntilIncluded: law.No,
	}
	fmt.Println(p.Days())
	// Output: 28 <nil>
}
