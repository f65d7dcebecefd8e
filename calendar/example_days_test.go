package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/us"
)

func ExampleParseDate() {
	signed, err := calendar.ParseDate("2002-11-25")
	fmt.Println(signed.Long(), err)

	_, err = calendar.ParseDate("11/25/2002")
	fmt.Println(err)
	// Output:
	// Monday, November 25, 2002 <nil>
	// date: "11/25/2002" is not a date such as 2002-11-29; write 2002-11-25
}

func ExampleDate_AddMonths() {
	closed := calendar.MustDate(2002, time.November, 29)
	year, clipped := closed.AddMonths(12)
	fmt.Println(year, clipped)

	// February has no 29th in 2003: the day is clipped, and the caller is told.
	quarter, clipped := closed.AddMonths(3)
	fmt.Println(quarter, clipped)
	// Output:
	// 2003-11-29 false
	// 2003-02-28 true
}

func ExampleDate_Sub() {
	signed, closed := calendar.MustDate(2002, time.November, 25), calendar.MustDate(2002, time.November, 29)
	fmt.Println(closed.Sub(signed), "days")
	fmt.Println(signed.AddDays(90), signed.Before(closed))
	// Output:
	// 4 days
	// 2003-02-23 true
}

func ExampleCalendar_IsOpen() {
	thanksgiving := calendar.MustDate(2002, time.November, 28)
	fmt.Println(calendar.NYSE().IsOpen(thanksgiving), calendar.NYSE().IsOpen(thanksgiving.AddDays(1)))

	veterans := calendar.MustDate(2002, time.November, 11)
	fmt.Println(calendar.NYSE().IsOpen(veterans), calendar.FederalReserve().IsOpen(veterans))
	// Output:
	// false true
	// true false
}

func ExampleCalendar_Next() {
	// All conditions are met on the Wednesday before Thanksgiving.
	next, err := calendar.NYSE().Next(calendar.MustDate(2002, time.November, 27))
	fmt.Println(next.Long(), err)

	// A day beyond the calendar is an error and no guess.
	_, err = calendar.NYSE().Next(calendar.NYSE().Last())
	fmt.Println(err)
	// Output:
	// Friday, November 29, 2002 <nil>
	// NYSE: 2100-12-31 plus 1 open days is outside the calendar, which runs from 1885-01-02 to 2100-12-31
}

func ExampleCalendar_Add() {
	signed := calendar.MustDate(2002, time.November, 25)
	third, err := calendar.NYSE().Add(signed, 3)
	fmt.Println(third, err)

	before, err := calendar.NYSE().Add(third, -3)
	fmt.Println(before, err)
	// Output:
	// 2002-11-29 <nil>
	// 2002-11-25 <nil>
}

func ExampleCalendar_Count() {
	// Sessions after the signing, through the Monday of the week after.
	n, err := calendar.NYSE().Count(calendar.MustDate(2002, time.November, 25), calendar.MustDate(2002, time.December, 2))
	fmt.Println(n, err)
	// Output: 4 <nil>
}

func ExampleCalendar_NthOfMonth() {
	last, err := calendar.NYSE().NthOfMonth(2002, time.November, -1)
	fmt.Println(last, err)
	// Output: 2002-11-29 <nil>
}

func ExampleCalendar_Closures() {
	for _, closure := range calendar.NYSE().Closures(2002) {
		if closure.Date.Month() >= time.July {
			fmt.Println(closure)
		}
	}
	// Output:
	// 2002-07-04 Independence Day
	// 2002-09-02 Labor Day
	// 2002-11-28 Thanksgiving Day
	// 2002-12-25 Christmas Day
}

func ExampleNew() {
	// The business days of an office that closes on one day more than its bank.
	firm, err := calendar.New(calendar.Definition{
		Name: "Firm", First: calendar.MustDate(2002, time.November, 1), Last: calendar.MustDate(2003, time.January, 31),
		Closures: []calendar.Closure{
			{Date: calendar.MustDate(2002, time.November, 28), Name: "Thanksgiving Day"},
			{Date: calendar.MustDate(2002, time.November, 29), Name: "Office closed"},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	next, err := firm.Next(calendar.MustDate(2002, time.November, 27))
	fmt.Println(next, err)
	// Output: 2002-12-02 <nil>
}

func ExampleFromCal() {
	office := cal.NewBusinessCalendar()
	office.AddHoliday(us.ThanksgivingDay, us.ChristmasDay, us.NewYear)
	c, err := calendar.FromCal("Office", office, calendar.MustDate(2002, time.January, 1), calendar.MustDate(2003, time.December, 31))
	if err != nil {
		fmt.Println(err)
		return
	}
	closing := calendar.ClosingRule{Count: calendar.Deadline{Count: 1, Unit: calendar.BusinessDays, Calendar: c}}
	day, err := closing.On(calendar.MustDate(2002, time.November, 27))
	fmt.Println(day.Date, err)
	// Output: 2002-11-29 <nil>
}

func ExampleCalendar_BusinessCalendar() {
	// For code that is written against rickar/cal.
	bc := calendar.NYSE().BusinessCalendar()
	fmt.Println(bc.IsWorkday(time.Date(2002, time.November, 28, 12, 0, 0, 0, time.UTC)))
	// Output: false
}

func ExampleCalendar_Through() {
	nyse := calendar.NYSE()
	announced, err := nyse.Through(nyse.Announced())
	if err != nil {
		fmt.Println(err)
		return
	}
	// What the exchange has not announced is now out of range.
	_, err = announced.Next(nyse.Announced())
	fmt.Println(err != nil)
	// Output: true
}

func ExampleCalendar_Or() {
	// Days on which shares trade or a wire can move.
	either, err := calendar.NYSE().Or(calendar.FederalReserve())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(either.IsOpen(calendar.MustDate(2002, time.November, 11)), either.IsOpen(calendar.MustDate(2002, time.November, 28)))
	// Output: true false
}
