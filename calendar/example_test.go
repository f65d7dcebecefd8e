package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func ExampleDate() {
	paid := calendar.MustDate(2002, time.August, 31)
	sixMonths, clipped := paid.AddMonths(6)
	fmt.Println(sixMonths, clipped)

	_, err := calendar.NewDate(2002, time.February, 30)
	fmt.Println(err)
	// Output:
	// 2003-02-28 true
	// date: 2002-02-30 does not exist: February 2002 has 28 days
}

func ExampleDate_At() {
	closing := calendar.MustDate(2002, time.November, 29)
	fmt.Println(closing.At(calendar.MustClock(15, 0), calendar.NewYork()).UTC())
	// Output: 2002-11-29 20:00:00 +0000 UTC
}

func ExampleNYSE() {
	nyse := calendar.NYSE()
	sandy := calendar.MustDate(2012, time.October, 29)
	closure, closed := nyse.Closure(sandy)
	fmt.Println(closed, closure)

	next, err := nyse.Next(sandy)
	fmt.Println(next, err)

	sessions, err := nyse.Count(calendar.MustDate(2001, time.December, 31), calendar.MustDate(2002, time.December, 31))
	fmt.Println(sessions, err)
	// Output:
	// true 2012-10-29 Hurricane Sandy
	// 2012-10-31 <nil>
	// 252 <nil>
}

func ExampleCalendar_Session() {
	session, open := calendar.NYSE().Session(calendar.MustDate(2002, time.November, 29))
	fmt.Println(open, session.Open, session.Close, session.Name)
	// Output: true 09:30 13:00 Day after Thanksgiving
}

func ExampleCalendar_Days() {
	from, to := calendar.MustDate(2002, time.November, 27), calendar.MustDate(2002, time.December, 2)
	for day := range calendar.NYSE().Days(from, to) {
		fmt.Println(day.Long())
	}
	// Output:
	// Wednesday, November 27, 2002
	// Friday, November 29, 2002
	// Monday, December 2, 2002
}

func ExampleCalendar_With() {
	// A closing announced this morning, before a new version carries it.
	amended, err := calendar.NYSE().With(calendar.Closure{
		Date: calendar.MustDate(2026, time.December, 1), Name: "National day of mourning", Kind: calendar.Special,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	next, _ := amended.Next(calendar.MustDate(2026, time.November, 30))
	fmt.Println(next)
	// Output: 2026-12-02
}

func ExampleCalendar_And() {
	// Days on which shares trade and a wire can move.
	both, err := calendar.NYSE().And(calendar.FederalReserve())
	if err != nil {
		fmt.Println(err)
		return
	}
	closure, _ := both.Closure(calendar.MustDate(2003, time.November, 11))
	fmt.Println(closure)
	// Output: 2003-11-11 Veterans Day
}

func ExampleDeadline() {
	delivery := calendar.Deadline{
		Name: "Unlegended shares", Count: 3, Unit: calendar.BusinessDays, RollEvent: true,
		Calendar:  calendar.FederalReserve(),
		Authority: law.Citation{Cite: "Agreement §1(b)(ii)"},
	}
	due, err := delivery.After(calendar.MustDate(2003, time.November, 11))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(due.Date)
	fmt.Println(due.Why)
	// Output:
	// 2003-11-17
	// 1. Unlegended shares: counted from Tuesday, November 11, 2003, on which the Federal Reserve calendar is closed (Veterans Day); Wednesday, November 12, 2003 is day 0. [Agreement §1(b)(ii)]
	// 2. 3 business days (Federal Reserve) after that day is Monday, November 17, 2003. [Agreement §1(b)(ii)]
}

func ExampleDeadline_AfterReceipt() {
	rule := calendar.Deadline{
		Count: 2, Unit: calendar.TradingDays, RollEvent: true, Calendar: calendar.NYSE(),
		Cutoff: calendar.Cutoff{Clock: calendar.MustClock(17, 0), Zone: calendar.NewYork()},
	}
	received := calendar.MustDate(2002, time.November, 26).At(calendar.MustClock(17, 30), calendar.NewYork())
	due, err := rule.AfterReceipt(received)
	fmt.Println(due.Date, err)
	fmt.Println(due.Why[0])
	// Output:
	// 2002-12-02 <nil>
	// 5:30 p.m. on Tuesday, November 26, 2002 (New York time) is after the 5:00 p.m. cutoff and counts as Wednesday, November 27, 2002.
}

func ExampleClosingRule() {
	// The second business day after the conditions are met, by 10 a.m., and not
	// after December 6.
	rule := calendar.ClosingRule{
		Count:   calendar.Deadline{Count: 2, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()},
		By:      calendar.Cutoff{Clock: calendar.MustClock(10, 0), Zone: calendar.NewYork()},
		Outside: calendar.MustDate(2002, time.December, 6),
	}
	closing, err := rule.On(calendar.MustDate(2002, time.November, 27))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(closing.Date, closing.By.UTC().Format(time.Kitchen), closing.Expired)
	// Output: 2002-12-02 3:00PM false
}

func ExampleNextTradingDay() {
	closing, err := calendar.NextTradingDay().On(calendar.MustDate(2002, time.November, 27))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(closing.Date)
	fmt.Println(closing.Why[1])
	// Output:
	// 2002-11-29
	// 1 trading day (NYSE) after that day is Friday, November 29, 2002, not counting November 28, 2002 (Thanksgiving Day).
}

func ExampleNoticeClause_Given() {
	// A letter counts on the fifth business day after it was mailed.
	clause := calendar.NoticeClause{Rules: []calendar.NoticeRule{{
		Method: calendar.Mail, Start: calendar.FromSending,
		Lag: calendar.Deadline{
			Count: 5, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve(),
			Cutoff: calendar.Cutoff{Zone: calendar.NewYork()},
		},
	}}}
	mailed := calendar.MustDate(2002, time.November, 25).At(calendar.MustClock(9, 0), calendar.NewYork())
	given, err := clause.Given(calendar.Notice{Method: calendar.Mail, Sent: mailed})
	fmt.Println(given.Given, given.Date, err)
	// Output: true 2002-12-03 <nil>
}

func ExampleSettlementRule_Settle() {
	due, err := calendar.RegularWay().Settle(calendar.MustDate(2003, time.November, 11)) // Veterans Day: a session, not a settlement day
	fmt.Println(due.Date, err)
	_, err = calendar.RegularWay().Settle(calendar.MustDate(2012, time.October, 29))
	fmt.Println(err)
	// Output:
	// 2003-11-14 <nil>
	// trade: 2012-10-29 is not a session of the NYSE (Hurricane Sandy)
}

func ExampleStatuteByKey() {
	formD, err := calendar.StatuteByKey("form-d")
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := formD.After(calendar.MustDate(2026, time.June, 19))
	fmt.Println(due.Date, due.Date.Weekday(), err)
	// Output: 2026-07-06 Monday <nil>
}

func ExampleTimeline_At() {
	era, err := calendar.SettlementCycle().At(calendar.MustDate(2002, time.November, 25))
	fmt.Println(era.Value, era.From, era.Authority, err)
	// Output: 3 1995-06-07 17 CFR 240.15c6-1 <nil>
}

func ExampleEarlierOf() {
	notice := calendar.MustDate(2024, time.May, 28)
	fixed, _ := calendar.Deadline{Count: 2, Unit: calendar.TradingDays, Calendar: calendar.NYSE()}.After(notice)
	period, _ := calendar.Deadline{Count: 1, Unit: calendar.SettlementPeriods, Calendar: calendar.NYSE()}.After(notice)
	due, err := calendar.EarlierOf(fixed, period)
	fmt.Println(due.Date, err)
	// Output: 2024-05-29 <nil>
}
