package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

func ExampleDateOf() {
	// Late on Wednesday in New York it is Thursday in London already.
	at := time.Date(2002, time.November, 28, 1, 30, 0, 0, time.UTC)
	fmt.Println(calendar.DateOf(at), calendar.DateOf(at.In(calendar.NewYork())), calendar.DateOf(time.Time{}))
	// Output: 2002-11-28 2002-11-27 no date
}

func ExampleDate_Civil() {
	year, month, day := calendar.MustDate(2002, time.November, 29).Civil()
	fmt.Println(year, month, day)
	fmt.Println(calendar.Date{}.Year(), calendar.Date{}.IsZero())
	// Output:
	// 2002 November 29
	// 0 true
}

func ExampleDate_Compare() {
	signed, closed := calendar.MustDate(2002, time.November, 25), calendar.MustDate(2002, time.November, 29)
	fmt.Println(signed.Compare(closed), signed.Before(closed), signed.After(closed), signed == closed)
	// Output: -1 true false false
}

func ExampleDate_AddYears() {
	// A leap day has no anniversary in an ordinary year.
	fmt.Println(calendar.MustDate(2024, time.February, 29).AddYears(1))
	// Output: 2025-02-28 true
}

func ExampleDate_EndOfMonth() {
	d := calendar.MustDate(2024, time.February, 10)
	fmt.Println(d.EndOfMonth(), d.QuarterEnd())
	// Output: 2024-02-29 2024-03-31
}

func ExampleNewClock() {
	cutoff, err := calendar.NewClock(15, 0, 0)
	fmt.Println(cutoff, err)

	_, err = calendar.NewClock(24, 0, 0)
	fmt.Println(err)
	// Output:
	// 15:00 <nil>
	// clock: 24:00:00 is not from 00:00:00 to 23:59:59
}

func ExampleParseClock() {
	cutoff, err := calendar.ParseClock("17:30")
	fmt.Println(cutoff, err)

	_, err = calendar.ParseClock("5:30 p.m.")
	fmt.Println(err)
	// Output:
	// 17:30 <nil>
	// clock: "5:30 p.m." is not of the form 15:00 or 15:00:30
}

func ExampleClockOf() {
	at := time.Date(2002, time.November, 27, 20, 0, 30, 0, time.UTC).In(calendar.NewYork())
	clock := calendar.ClockOf(at)
	fmt.Println(clock, clock.Compare(calendar.MustClock(15, 0)), calendar.Clock{}.IsZero())
	// Output: 15:00:30 1 true
}

func ExampleCalendar_Contains() {
	first := calendar.NYSE().First()
	fmt.Println(first, calendar.NYSE().Contains(first), calendar.NYSE().Contains(first.AddDays(-1)), calendar.Calendar{}.IsZero())
	// Output: 1885-01-02 true false true
}

func ExampleCalendar_OnOrAfter() {
	thanksgiving := calendar.MustDate(2002, time.November, 28)
	after, err := calendar.NYSE().OnOrAfter(thanksgiving)
	fmt.Println(after, err)
	before, err := calendar.NYSE().OnOrBefore(thanksgiving)
	fmt.Println(before, err)
	previous, err := calendar.NYSE().Prev(before)
	fmt.Println(previous, err)
	// Output:
	// 2002-11-29 <nil>
	// 2002-11-27 <nil>
	// 2002-11-26 <nil>
}

func ExampleSession() {
	session, _ := calendar.NYSE().Session(calendar.MustDate(2002, time.November, 29))
	fmt.Println(session)
	fmt.Println(session.OpenAt().UTC(), session.CloseAt().UTC(), session.IsSpecial())
	// Output:
	// November 29, 2002, 9:30 a.m. to 1:00 p.m. (Day after Thanksgiving)
	// 2002-11-29 14:30:00 +0000 UTC 2002-11-29 18:00:00 +0000 UTC true
}

func ExampleFederal() {
	// The SEC takes no filings on a day closed by executive order, on which the
	// exchange is open.
	day := calendar.MustDate(2025, time.December, 26)
	fmt.Println(calendar.Federal().IsOpen(day), calendar.NYSE().IsOpen(day))
	// Output: false true
}

func ExampleSettlement() {
	// Good Friday settles nothing, though banks are open.
	goodFriday := calendar.MustDate(2024, time.March, 29)
	fmt.Println(calendar.Settlement().IsOpen(goodFriday), calendar.FederalReserve().IsOpen(goodFriday))
	// Output: false true
}

func ExampleDeadline_DateAfter() {
	// Without the explanation, for bulk use.
	rule := calendar.Deadline{Count: 3, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()}
	after, err := rule.DateAfter(calendar.MustDate(2002, time.November, 25))
	fmt.Println(after, err)
	before, err := rule.DateBefore(calendar.MustDate(2002, time.November, 25))
	fmt.Println(before, err)
	// Output:
	// 2002-11-29 <nil>
	// 2002-11-20 <nil>
}

func ExampleDeadline_Validate() {
	fmt.Println(calendar.Deadline{Count: -1, Unit: "fortnights"}.Validate())
	// Output:
	// count: -1 is below zero; unit: "fortnights" must be one of: days, weeks, months, years, business days, trading days, standard settlement periods
}

func ExampleDeadline_String() {
	fmt.Println(calendar.Deadline{Count: 15, Unit: calendar.Days, Roll: calendar.Forward, Calendar: calendar.Federal()})
	// Output: 15 days from the event; if the last day is closed, it moves forward (Federal calendar)
}

func ExampleCutoff_Validate() {
	fmt.Println(calendar.Cutoff{Clock: calendar.MustClock(17, 0)}.Validate())
	// Output: zone: is required
}

func ExampleClosingRule_DateOn() {
	rule := calendar.NextTradingDay()
	fmt.Println(rule.Validate())
	fmt.Println(rule.DateOn(calendar.MustDate(2002, time.November, 27)))
	// Output:
	// <nil>
	// 2002-11-29 <nil>
}

func ExampleNoticeClause_Validate() {
	clause := calendar.NoticeClause{Rules: []calendar.NoticeRule{{Method: calendar.Email, Start: calendar.FromSending, Minutes: -5}}}
	fmt.Println(clause.Validate())
	// Output: rules[0].minutes: -5 is not from 0 to 10080; rules[0].lag.unit: is required; rules[0].lag.cutoff.zone: is required
}

func ExampleCodes() {
	for _, info := range calendar.Codes() {
		if info.Code == calendar.CodeCount {
			fmt.Println(info.Bearing, info.Data)
		}
	}
	// Output:
	// for [count to unit cycle calendar direction ends passed more]
}
