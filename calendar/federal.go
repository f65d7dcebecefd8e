package calendar

import (
	"sync"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/offerkit/offerkit/internal/citation"
	"github.com/offerkit/offerkit/law"
)

//nolint:gochecknoglobals // the memo of a pure function
var federal = sync.OnceValue(buildFederal)

// Federal returns the business days of the federal government, from 1971-01-04
// to 2100-12-31. They are the days on which the SEC accepts filings: a day on
// which the executive branch is closed by statute, or all day by executive
// order, is no filing day. Half days, snow days and shutdowns count as
// business days, as they do for filings.
//
// The days are those of the statute and of the orders known, the last of them
// for 2025-12-26. The President can close others at short notice, and on some days
// often did: an explained answer that would be another if December 24 or 26 were
// closed says so. Days of mourning cannot be foreseen. Before 1987 the list of such
// orders is incomplete. The holidays count as announced through 2030, as far as the
// Board of Governors, which keeps the same ones, has listed them.
//
// Source: 5 U.S.C. 6103, E.O. 11582, and the orders listed one by one.
func Federal() Calendar { return Calendar{federal()} }

func buildFederal() *table {
	b := newBuilder("Federal", fromCivil(1971, 1, 4), fromCivil(2100, 12, 31), fromCivil(2030, 12, 31), weekdays)
	b.builtIn, b.recurring, b.contingent = true, federalHolidays, possibleOrder()
	b.closeHolidays(federalRule(), federalHolidays())
	for _, o := range executiveOrders() {
		b.close(numbered(o.day), rule{
			name: o.name, special: true, once: true,
			authority: &law.Citation{Cite: o.cite, Title: "Executive branch closed", Doubt: o.doubt},
		})
	}
	return b.build()
}

func federalRule() *law.Citation {
	const statute = "5 U.S.C. 6103"
	return &law.Citation{Cite: statute, Title: "Holidays", URL: citation.URL(statute, "")}
}

// federalHolidays lists the holidays of the statute. One on a Saturday is kept
// on the Friday, one on a Sunday on the Monday.
func federalHolidays() []*cal.Holiday {
	veterans := fixed("Veterans Day", time.November, 11, keepBoth())
	return []*cal.Holiday{
		years(0, 0, fixed("New Year's Day", time.January, 1, keepBoth())),
		years(1986, 0, nthWeekday("Martin Luther King, Jr. Day", 3, time.Monday, time.January)),
		years(0, 0, nthWeekday("Washington's Birthday", 3, time.Monday, time.February)),
		years(0, 0, nthWeekday("Memorial Day", -1, time.Monday, time.May)),
		years(2021, 0, fixed("Juneteenth", time.June, 19, keepBoth())), // signed on the eve of Friday 2021-06-18
		years(0, 0, fixed("Independence Day", time.July, 4, keepBoth())),
		years(0, 0, nthWeekday("Labor Day", 1, time.Monday, time.September)),
		years(0, 0, nthWeekday("Columbus Day", 2, time.Monday, time.October)),
		years(0, 1977, nthWeekday("Veterans Day", 4, time.Monday, time.October)),
		years(1978, 0, veterans),
		years(0, 0, nthWeekday("Thanksgiving Day", 4, time.Thursday, time.November)),
		years(0, 0, fixed("Christmas Day", time.December, 25, keepBoth())),
	}
}

// federalOrder is a day on which the executive branch was closed all day by order of
// the President. The day is written as the number 2001_12_24.
type federalOrder struct {
	day               int
	name, cite, doubt string
}

// executiveOrders lists those days.
//
// SOURCE: the orders cited, as far as they were read. That the SEC took the last two
// for no business days: TheCorporateCounsel.net on its announcement of December 2025.
func executiveOrders() []federalOrder {
	return []federalOrder{
		{1972_12_28, "Day of mourning, Harry S. Truman", "day of mourning proclaimed in 1972", "known from secondary sources only"},
		{1973_01_25, "Day of mourning, Lyndon B. Johnson", "day of mourning proclaimed in 1973", "known from secondary sources only"},
		{1994_04_27, "Day of mourning, Richard M. Nixon", "59 FR 21915", ""},
		{1997_12_26, "Friday after Christmas", "E.O. 13068", ""},
		{2001_12_24, "Christmas Eve", "executive order for 2001-12-24", "the order itself was not read"},
		{2003_12_26, "Friday after Christmas", "executive order for 2003-12-26", "inferred from the hours granted in all"},
		{2004_06_11, "National Day of Mourning, Ronald Reagan", "executive order for 2004-06-11", "the order itself was not read"},
		{2007_01_02, "National Day of Mourning, Gerald R. Ford", "executive order for 2007-01-02", ""},
		{2007_12_24, "Christmas Eve", "executive order for 2007-12-24", "the order itself was not read"},
		{2008_12_26, "Friday after Christmas", "executive order of 2008-12-12", ""},
		{2012_12_24, "Christmas Eve", "executive order for 2012-12-24", "the order itself was not read"},
		{2014_12_26, "Friday after Christmas", "E.O. 13682", ""},
		{2018_12_05, "National Day of Mourning, George H. W. Bush", "executive order for 2018-12-05", ""},
		{2018_12_24, "Christmas Eve", "E.O. 13854", ""},
		{2019_12_24, "Christmas Eve", "E.O. 13900", ""},
		{2020_12_24, "Christmas Eve", "executive order for 2020-12-24", ""},
		{2024_12_24, "Christmas Eve", "executive order of 2024-12-19", "an SEC notice was not found"},
		{2025_01_09, "National Day of Mourning, Jimmy Carter", "executive order of 2024-12-30", ""},
		{2025_12_24, "Day before Christmas", "executive order of 2025-12-18", ""},
		{2025_12_26, "Day after Christmas", "executive order of 2025-12-18", ""},
	}
}

// federalOrders is the rule under which such orders are observed.
func federalOrders() law.Citation {
	return law.Citation{Cite: "E.O. 11582", Title: "Observance of holidays by Government agencies"}
}

// mayBeOrdered reports whether the day, open so far, is one that an order has closed
// time and again: the working day before Christmas Day and the one after.
func mayBeOrdered(d Date) bool {
	_, month, day := d.Civil()
	return month == time.December && (day == 24 || day == 26)
}

// ordersOn counts the orders that closed the same day of a year, from one year on.
func ordersOn(orders []federalOrder, d Date, since int) int {
	n := 0
	for _, o := range orders {
		closed := numbered(o.day)
		if closed.Year() >= since && closed.Month() == d.Month() && closed.Day() == d.Day() {
			n++
		}
	}
	return n
}

//nolint:gochecknoglobals // the memo of a pure function
var federalHolidaysAlone = sync.OnceValue(buildFederalHolidaysAlone)

// buildFederalHolidaysAlone makes the business days of Rule 13d-1(i)(2), from
// 2024-01-01: neither Saturday, Sunday nor Federal holiday. A day closed by
// executive order is open in it, since whether that makes it a holiday was not
// seen; a deadline counted so comes the earlier.
func buildFederalHolidaysAlone() *table {
	federal := Federal()
	b := newBuilder("Federal statutory", fromCivil(2024, 1, 1), federal.Last(), federal.Announced(), weekdays)
	b.builtIn, b.recurring = true, federalHolidays
	b.closeHolidays(federalRule(), federalHolidays())
	return b.build()
}

func federalHolidayDays() Calendar { return Calendar{federalHolidaysAlone()} }
