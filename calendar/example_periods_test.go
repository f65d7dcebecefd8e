package calendar_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func ExampleZone() {
	london, err := calendar.Zone("Europe/London")
	fmt.Println(calendar.MustDate(2026, time.November, 30).At(calendar.MustClock(17, 0), london).UTC(), err)

	eastern, err := calendar.Zone("US/Eastern") // a former name
	fmt.Println(eastern, err)
	// Output:
	// 2026-11-30 17:00:00 +0000 UTC <nil>
	// America/New_York <nil>
}

func ExampleNewYork() {
	closing := time.Date(2002, time.November, 29, 20, 0, 0, 0, time.UTC)
	fmt.Println(closing.In(calendar.NewYork()))
	// Output: 2002-11-29 15:00:00 -0500 EST
}

func ExampleClock_Scan() {
	var by calendar.Clock
	err := by.Scan("15:00:00") // from a TIME column
	fmt.Println(by, err)

	stored, err := by.Value()
	fmt.Println(stored, err)
	// Output:
	// 15:00 <nil>
	// 15:00:00 <nil>
}

func ExamplePeriod() {
	// "since December 31, 2001 and prior to the date of this Agreement"
	filings := calendar.Period{
		From: calendar.MustDate(2001, time.December, 31), FromIncluded: law.No,
		Until: calendar.MustDate(2002, time.November, 25), UntilIncluded: law.No,
	}
	fmt.Println(filings)
	fmt.Println(filings.Contains(calendar.MustDate(2002, time.November, 24)))
	fmt.Println(filings.Contains(calendar.MustDate(2002, time.November, 25)))

	// Representations that survive the closing for eighteen months.
	closing := calendar.MustDate(2002, time.November, 29)
	last, err := calendar.Deadline{Count: 18, Unit: calendar.Months}.DateAfter(closing)
	fmt.Println(calendar.Period{From: closing, FromIncluded: law.Yes, Until: last, UntilIncluded: law.Yes}, err)
	// Output:
	// after December 31, 2001 and prior to November 25, 2002
	// true <nil>
	// false <nil>
	// on or after November 29, 2002 and on or before May 29, 2004 <nil>
}

func ExamplePeriod_Validate() {
	since := calendar.Period{From: calendar.MustDate(2001, time.December, 31)}
	fmt.Println(since.Validate())
	// Output: from_included: is required
}

func ExampleICalendar() {
	rule := calendar.NextTradingDay()
	rule.By.Clock = calendar.MustClock(15, 0)
	closing, err := rule.On(calendar.MustDate(2002, time.November, 27))
	if err != nil {
		fmt.Println(err)
		return
	}
	e := closing.Entry("closing.deal-4711@example.com")
	e.Summary, e.Description = "Closing of deal 4711", ""
	written := time.Date(2002, time.November, 27, 14, 0, 0, 0, time.UTC)
	text, err := calendar.ICalendar("-//Example Corp//Deals//EN", written, e)
	fmt.Println(strings.ReplaceAll(string(text), "\r\n", "\n"), err)
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//Example Corp//Deals//EN
	// CALSCALE:GREGORIAN
	// BEGIN:VEVENT
	// UID:closing.deal-4711@example.com
	// DTSTAMP:20021127T140000Z
	// DTSTART:20021129T200000Z
	// SUMMARY:Closing of deal 4711
	// TRANSP:TRANSPARENT
	// END:VEVENT
	// END:VCALENDAR
	//  <nil>
}

func ExampleDue_Entry() {
	due, err := calendar.Deadline{Name: "Records due", Count: 10, Unit: calendar.Days}.After(calendar.MustDate(2026, time.December, 1))
	fmt.Println(err)
	e := due.Entry("records.deal-4711@example.com")
	fmt.Println(e.Date, e.Summary)
	// Output:
	// <nil>
	// 2026-12-11 Records due
}

func ExampleClosure_Entry() {
	nyse := calendar.NYSE()
	for _, closure := range nyse.Closures(2026)[:3] {
		e := closure.Entry("nyse-" + closure.Date.String() + "@example.com")
		e.Summary = "NYSE closed: " + e.Summary
		e.Tentative = closure.Date.After(nyse.Announced())
		fmt.Println(e.Date, e.Summary, e.Tentative)
	}
	// Output:
	// 2026-01-01 NYSE closed: New Year's Day false
	// 2026-01-19 NYSE closed: Martin Luther King, Jr. Day false
	// 2026-02-16 NYSE closed: Washington's Birthday false
}
