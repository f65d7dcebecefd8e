package calendar

import (
	"slices"
	"sync"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/offerkit/offerkit/law"
)

// nyse is built on first use and never written again.
//
//nolint:gochecknoglobals // the memo of a pure function
var nyse = sync.OnceValue(buildNYSE)

// NYSE returns the sessions of the New York Stock Exchange from 1885-01-02 to
// 2100-12-31: six-day weeks until 1952, every special closing, and the holiday
// rules of each era. The exchange has announced its closings through
// 2028-12-31; later days are computed by its rules.
//
// A day that closes early is a session like any other; [Calendar.Session]
// tells its hours.
//
// Source: the exchange's list of closings since 1885, its Rule 7.2 (before:
// Rule 51), and its announcements, the last of 2025-12-23.
func NYSE() Calendar { return Calendar{nyse()} }

// nyseRule is the exchange's holiday rule.
func nyseRule() *law.Citation {
	return &law.Citation{Cite: "NYSE Rule 7.2", Title: "Holidays", URL: "https://www.nyse.com/markets/hours-calendars"}
}

// nyseDecision stands for the decisions that closed single days.
func nyseDecision() *law.Citation {
	return &law.Citation{Cite: "NYSE special closings since 1885", Title: "Special closings"}
}

func buildNYSE() *table {
	first, last, announced := fromCivil(1885, 1, 2), fromCivil(2100, 12, 31), fromCivil(2028, 12, 31)
	fiveDays := fromCivil(1952, 9, 29) // the first Monday after the last Saturday that could be traded
	b := newBuilder("NYSE", first, last, announced, func(d Date) bool {
		return weekdays(d) || d.Weekday() == time.Saturday && d.Before(fiveDays)
	})
	b.builtIn, b.recurring = true, nyseHolidays
	b.closeHolidays(nyseRule(), nyseHolidays())
	b.closeOccasions(nyseDecision(), slices.Concat(nyseClosings(), nyseSaturdays()))
	b.hours = nyseHours()
	return b.build()
}

// nyseHolidays lists the exchange's regular holidays, each with its years. A
// holiday on a Sunday is kept on the Monday in every era. One on a Saturday
// closed that Saturday while Saturdays were traded, was not kept from 1952,
// and is kept on the Friday since the board's policy of 1959-07-03, first
// applied that day; but New Year's Day never is, since December 31 ends an
// accounting period.
func nyseHolidays() []*cal.Holiday {
	newYear := fixed("New Year's Day", time.January, 1, keepSunday())
	washington := func(observed []cal.AltDay) cal.Holiday {
		return fixed("Washington's Birthday", time.February, 22, observed)
	}
	decoration := func(observed []cal.AltDay) cal.Holiday {
		return fixed("Memorial Day", time.May, 30, observed)
	}
	independence := func(observed []cal.AltDay) cal.Holiday {
		return fixed("Independence Day", time.July, 4, observed)
	}
	thanksgiving := func(n int) cal.Holiday {
		return nthWeekday("Thanksgiving Day", n, time.Thursday, time.November)
	}
	christmas := func(observed []cal.AltDay) cal.Holiday {
		return fixed("Christmas Day", time.December, 25, observed)
	}
	armistice := fixed("Veterans Day", time.November, 11, keepSunday())
	noGoodFriday := goodFriday()
	noGoodFriday.Except = []int{1898, 1906, 1907} // traded

	return []*cal.Holiday{
		years(0, 0, newYear),
		years(1998, 0, nthWeekday("Martin Luther King, Jr. Day", 3, time.Monday, time.January)),
		years(1896, 1953, fixed("Lincoln's Birthday", time.February, 12, keepSunday())),
		years(0, 1959, washington(keepSunday())),
		years(1960, 1970, washington(keepBoth())),
		years(1971, 0, nthWeekday("Washington's Birthday", 3, time.Monday, time.February)),
		years(0, 0, noGoodFriday),
		years(0, 1959, decoration(keepSunday())),
		years(1960, 1969, decoration(keepBoth())),
		years(1970, 1970, decoration(keepNever())), // Saturday; Friday 1970-05-29 traded, unlike Friday 1964-05-29
		years(1971, 0, nthWeekday("Memorial Day", -1, time.Monday, time.May)),
		years(2022, 0, fixed("Juneteenth", time.June, 19, keepBoth())), // Friday 2021-06-18 traded
		years(0, 1958, independence(keepSunday())),
		years(1959, 0, independence(keepBoth())),
		years(1887, 0, nthWeekday("Labor Day", 1, time.Monday, time.September)),
		years(1909, 1953, fixed("Columbus Day", time.October, 12, keepSunday())),
		years(0, 1968, electionDay()),
		years(1972, 1972, electionDay()),
		years(1976, 1976, electionDay()),
		years(1980, 1980, electionDay()),
		years(1918, 1918, armistice),
		years(1921, 1921, armistice),
		years(1934, 1953, armistice),
		years(0, 1938, thanksgiving(-1)),
		years(1939, 1941, thanksgiving(-2)), // the President's date
		years(1942, 0, thanksgiving(4)),
		years(0, 1958, christmas(keepSunday())),
		years(1959, 0, christmas(keepBoth())),
	}
}
