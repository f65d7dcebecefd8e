package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

func ExampleDateIn() {
	// Christmas Eve in New York, and Christmas already on a server in UTC.
	at := time.Date(2025, time.December, 25, 2, 0, 0, 0, time.UTC)
	fmt.Println(calendar.DateIn(at, calendar.NewYork()), calendar.DateOf(at))
	// Output: 2025-12-24 2025-12-25
}

func ExampleCalendar_IsOpenAt() {
	// The day after Thanksgiving closes at 1:00 p.m.
	at := time.Date(2002, time.November, 29, 14, 0, 0, 0, calendar.NewYork())
	open, err := calendar.NYSE().IsOpenAt(at)
	fmt.Println(open, err)
	opens, _ := calendar.NYSE().NextOpen(at)
	closes, _ := calendar.NYSE().NextClose(at)
	fmt.Println(opens, closes)
	// Output:
	// false <nil>
	// 2002-12-02 09:30:00 -0500 EST 2002-12-02 16:00:00 -0500 EST
}

func ExampleCalendar_TradingTime() {
	from := time.Date(2002, time.November, 27, 15, 0, 0, 0, calendar.NewYork())
	fmt.Println(calendar.NYSE().TradingTime(from, from.AddDate(0, 0, 2)))
	// Output: 4h30m0s <nil>
}

func ExampleTradeDateRule() {
	// A venue trades until 8:00 p.m., and from a Monday on again from 9:00 p.m. for the
	// next day.
	rule := calendar.TradeDateRule{Calendar: calendar.NYSE(), Eras: calendar.Timeline[calendar.TradingHours]{
		{From: calendar.MustDate(2020, time.January, 2), Value: calendar.TradingHours{Open: calendar.MustClock(4, 0), AfterClose: 240}},
		{
			From:  calendar.MustDate(2026, time.December, 7),
			Value: calendar.TradingHours{Open: calendar.MustClock(21, 0), Evening: true, AfterClose: 240},
		},
	}}
	fmt.Println(rule.Validate())
	trade, err := rule.At(time.Date(2026, time.December, 14, 21, 30, 0, 0, calendar.NewYork()))
	if err != nil {
		fmt.Println(err)
		return
	}
	settles, err := calendar.RegularWay().Settle(trade.Date)
	fmt.Println(trade.Date, settles.Date, err)
	fmt.Println(trade.Why)
	// Output:
	// <nil>
	// 2026-12-15 2026-12-16 <nil>
	// 1. 9:30 p.m. on Monday, December 14, 2026 (New York time) is in the trading hours of Tuesday, December 15, 2026, which run from 9:00 p.m. on Monday, December 14, 2026 to 8:00 p.m. on Tuesday, December 15, 2026.
}

func ExampleTradeDateRule_Replace() {
	amended, _ := calendar.NYSE().With(calendar.Closure{Date: calendar.MustDate(2026, time.December, 15), Name: "Storm", Kind: calendar.Special})
	rule := calendar.TradeDateRule{Calendar: calendar.NYSE(), Eras: calendar.Timeline[calendar.TradingHours]{{From: calendar.MustDate(1985, time.September, 30)}}}
	rule, _ = rule.Replace(calendar.NYSE(), amended)
	_, err := rule.At(time.Date(2026, time.December, 15, 12, 0, 0, 0, calendar.NewYork()))
	fmt.Println(err)
	// Output: at: 2026-12-15T17:00:00Z is outside the hours of every trade date
}
