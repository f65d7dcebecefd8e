package calendar

import (
	"sync"
	"time"

	"github.com/offerkit/offerkit/internal/citation"
	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
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

//nolint:gochecknoglobals // the memo of a pure function
var federalReserve = sync.OnceValue(buildFederalReserve)

// FederalReserve returns the business days of the Federal Reserve Banks, on
// which banks in New York are open, from 1971-01-04 to 2100-12-31. Until 1985,
// when each district followed its state's law, they are the days of New York
// banks. The Board has announced its holidays through 2030; later days are
// computed by its rule.
//
// Through 2027 these are also the days on which the Fedwire moves money. The
// Board expects it to run on Sundays and on holidays from Monday to Friday as
// well from 2028 or 2029, from a day not announced yet. The days here remain those
// of the banks. An explained answer that would be another with those days open says
// so, from 2028 on, and the law of each holiday carries the doubt.
//
// A holiday on a Saturday closes nothing: the banks are open on the Friday.
// No special closing is known since 1986: neither mourning nor hurricanes nor
// executive orders closed the banks.
//
// Source: Federal Reserve statistical release K.8, "Holidays Observed by the
// Federal Reserve System", of 2025-12-31; rates published in New York
// 1971-2026; 90 FR 51356 (2025-11-17) on the Fedwire.
func FederalReserve() Calendar { return Calendar{federalReserve()} }

func federalReserveRule() *law.Citation {
	return &law.Citation{
		Cite: "Federal Reserve K.8", Title: "Holidays Observed by the Federal Reserve System",
		URL: "https://www.federalreserve.gov/aboutthefed/k8.htm",
	}
}

// fedwireRule is federalReserveRule with what is not known of the Fedwire.
func fedwireRule() *law.Citation {
	rule := federalReserveRule()
	rule.Doubt = "the banks' holidays are verified; the Fedwire is to run on them and on Sundays from 2028 or 2029, " +
		"from a day not announced yet (90 FR 51356, November 17, 2025)"
	return rule
}

// fedwireNotice announces the Fedwire's Sundays and holidays.
func fedwireNotice() law.Citation {
	return law.Citation{
		Cite:  "90 FR 51356",
		Title: "Federal Reserve Action To Expand Fedwire Funds Service and National Settlement Service Operating Hours",
		URL:   "https://www.govinfo.gov/content/pkg/FR-2025-11-17/html/2025-19942.htm",
	}
}

// fedwireFrom is the first day on which they may begin.
func fedwireFrom() Date { return fromCivil(2028, 1, 1) }

func newYorkBanksRule() *law.Citation {
	return &law.Citation{
		Cite: "Federal Reserve H.10", Title: "New York banks before 1986",
		Doubt: "inferred from days without a published rate",
	}
}

func buildFederalReserve() *table {
	b := newBuilder("Federal Reserve", fromCivil(1971, 1, 4), fromCivil(2100, 12, 31), fromCivil(2030, 12, 31), weekdays)
	b.builtIn, b.recurring = true, federalReserveHolidays
	b.closeHolidays(federalReserveRule(), federalReserveHolidays())
	fedwire := fedwireRule()
	for i := range b.entries {
		if e := &b.entries[i]; !e.day.Before(fedwireFrom()) {
			e.rule.authority = fedwire
		}
	}
	newYork := newYorkBanksRule()
	for _, o := range newYorkBankClosings() {
		b.close(numbered(o.day), rule{name: o.name, authority: newYork, once: true, special: o.day == 1977_07_14})
	}
	t := b.build()
	t.contingent = fedwireDays(t)
	return t
}

// federalReserveHolidays lists the Banks' holidays since they are common to
// all districts.
func federalReserveHolidays() []*cal.Holiday {
	const since = 1986
	return []*cal.Holiday{
		years(since, 0, fixed("New Year's Day", time.January, 1, keepSunday())),
		years(since, 0, nthWeekday("Martin Luther King, Jr. Day", 3, time.Monday, time.January)),
		years(since, 0, nthWeekday("Washington's Birthday", 3, time.Monday, time.February)),
		years(since, 0, nthWeekday("Memorial Day", -1, time.Monday, time.May)),
		years(2022, 0, fixed("Juneteenth", time.June, 19, keepSunday())), // a Saturday in 2021
		years(since, 0, fixed("Independence Day", time.July, 4, keepSunday())),
		years(since, 0, nthWeekday("Labor Day", 1, time.Monday, time.September)),
		years(since, 0, nthWeekday("Columbus Day", 2, time.Monday, time.October)),
		years(since, 0, fixed("Veterans Day", time.November, 11, keepSunday())),
		years(since, 0, nthWeekday("Thanksgiving Day", 4, time.Thursday, time.November)),
		years(since, 0, fixed("Christmas Day", time.December, 25, keepSunday())),
	}
}

// newYorkBankClosings lists the Mondays to Fridays on which banks in New York
// were closed before the Reserve Banks kept one common calendar. Each district
// followed its state's law then, so these days speak for New York alone.
//
// SOURCE: days without a noon rate in the Federal Reserve's H.10 series,
// 1971-1985. The names are inferred from the dates.
func newYorkBankClosings() []occasion {
	return []occasion{
		{1971_02_12, "Lincoln's Birthday"},
		{1971_02_15, "Washington's Birthday"},
		{1971_05_31, "Memorial Day"},
		{1971_07_05, "Independence Day"},
		{1971_09_06, "Labor Day"},
		{1971_10_11, "Columbus Day"},
		{1971_10_25, "Veterans Day"},
		{1971_11_02, "Election Day"},
		{1971_11_25, "Thanksgiving Day"},
		{1972_02_21, "Washington's Birthday"},
		{1972_05_29, "Memorial Day"},
		{1972_07_04, "Independence Day"},
		{1972_09_04, "Labor Day"},
		{1972_10_09, "Columbus Day"},
		{1972_10_23, "Veterans Day"},
		{1972_11_07, "Election Day"},
		{1972_11_23, "Thanksgiving Day"},
		{1972_12_25, "Christmas Day"},
		{1973_01_01, "New Year's Day"},
		{1973_02_12, "Lincoln's Birthday"},
		{1973_02_19, "Washington's Birthday"},
		{1973_05_28, "Memorial Day"},
		{1973_07_04, "Independence Day"},
		{1973_09_03, "Labor Day"},
		{1973_10_08, "Columbus Day"},
		{1973_10_22, "Veterans Day"},
		{1973_11_06, "Election Day"},
		{1973_11_22, "Thanksgiving Day"},
		{1973_12_25, "Christmas Day"},
		{1974_01_01, "New Year's Day"},
		{1974_02_12, "Lincoln's Birthday"},
		{1974_02_18, "Washington's Birthday"},
		{1974_05_27, "Memorial Day"},
		{1974_07_04, "Independence Day"},
		{1974_09_02, "Labor Day"},
		{1974_10_14, "Columbus Day"},
		{1974_11_05, "Election Day"},
		{1974_11_11, "Veterans Day"},
		{1974_11_28, "Thanksgiving Day"},
		{1974_12_25, "Christmas Day"},
		{1975_01_01, "New Year's Day"},
		{1975_02_12, "Lincoln's Birthday"},
		{1975_02_17, "Washington's Birthday"},
		{1975_05_26, "Memorial Day"},
		{1975_07_04, "Independence Day"},
		{1975_09_01, "Labor Day"},
		{1975_10_13, "Columbus Day"},
		{1975_11_04, "Election Day"},
		{1975_11_11, "Veterans Day"},
		{1975_11_27, "Thanksgiving Day"},
		{1975_12_25, "Christmas Day"},
		{1976_01_01, "New Year's Day"},
		{1976_02_12, "Lincoln's Birthday"},
		{1976_02_16, "Washington's Birthday"},
		{1976_05_31, "Memorial Day"},
		{1976_07_05, "Independence Day"},
		{1976_09_06, "Labor Day"},
		{1976_10_11, "Columbus Day"},
		{1976_11_02, "Election Day"},
		{1976_11_11, "Veterans Day"},
		{1976_11_25, "Thanksgiving Day"},
		{1977_02_21, "Washington's Birthday"},
		{1977_05_30, "Memorial Day"},
		{1977_07_04, "Independence Day"},
		{1977_07_14, "Blackout in New York City"},
		{1977_09_05, "Labor Day"},
		{1977_10_10, "Columbus Day"},
		{1977_11_08, "Election Day"},
		{1977_11_11, "Veterans Day"},
		{1977_11_24, "Thanksgiving Day"},
		{1977_12_26, "Christmas Day"},
		{1978_01_02, "New Year's Day"},
		{1978_02_13, "Lincoln's Birthday"},
		{1978_02_20, "Washington's Birthday"},
		{1978_05_30, "Memorial Day"},
		{1978_07_04, "Independence Day"},
		{1978_09_04, "Labor Day"},
		{1978_10_09, "Columbus Day"},
		{1978_11_07, "Election Day"},
		{1978_11_23, "Thanksgiving Day"},
		{1978_12_25, "Christmas Day"},
		{1979_01_01, "New Year's Day"},
		{1979_02_12, "Lincoln's Birthday"},
		{1979_02_19, "Washington's Birthday"},
		{1979_05_30, "Memorial Day"},
		{1979_07_04, "Independence Day"},
		{1979_09_03, "Labor Day"},
		{1979_10_08, "Columbus Day"},
		{1979_11_06, "Election Day"},
		{1979_11_12, "Veterans Day"},
		{1979_11_22, "Thanksgiving Day"},
		{1979_12_25, "Christmas Day"},
		{1980_01_01, "New Year's Day"},
		{1980_02_12, "Lincoln's Birthday"},
		{1980_02_18, "Washington's Birthday"},
		{1980_05_26, "Memorial Day"},
		{1980_07_04, "Independence Day"},
		{1980_09_01, "Labor Day"},
		{1980_10_13, "Columbus Day"},
		{1980_11_04, "Election Day"},
		{1980_11_11, "Veterans Day"},
		{1980_11_27, "Thanksgiving Day"},
		{1980_12_25, "Christmas Day"},
		{1981_01_01, "New Year's Day"},
		{1981_02_12, "Lincoln's Birthday"},
		{1981_02_16, "Washington's Birthday"},
		{1981_05_25, "Memorial Day"},
		{1981_09_07, "Labor Day"},
		{1981_10_12, "Columbus Day"},
		{1981_11_03, "Election Day"},
		{1981_11_11, "Veterans Day"},
		{1981_11_26, "Thanksgiving Day"},
		{1981_12_25, "Christmas Day"},
		{1982_01_01, "New Year's Day"},
		{1982_02_12, "Lincoln's Birthday"},
		{1982_02_15, "Washington's Birthday"},
		{1982_05_31, "Memorial Day"},
		{1982_07_05, "Independence Day"},
		{1982_09_06, "Labor Day"},
		{1982_10_11, "Columbus Day"},
		{1982_11_02, "Election Day"},
		{1982_11_11, "Veterans Day"},
		{1982_11_25, "Thanksgiving Day"},
		{1983_02_21, "Washington's Birthday"},
		{1983_05_30, "Memorial Day"},
		{1983_07_04, "Independence Day"},
		{1983_09_05, "Labor Day"},
		{1983_10_10, "Columbus Day"},
		{1983_11_08, "Election Day"},
		{1983_11_11, "Veterans Day"},
		{1983_11_24, "Thanksgiving Day"},
		{1983_12_26, "Christmas Day"},
		{1984_01_02, "New Year's Day"},
		{1984_02_13, "Lincoln's Birthday"},
		{1984_02_20, "Washington's Birthday"},
		{1984_05_28, "Memorial Day"},
		{1984_07_04, "Independence Day"},
		{1984_09_03, "Labor Day"},
		{1984_10_08, "Columbus Day"},
		{1984_11_06, "Election Day"},
		{1984_11_12, "Veterans Day"},
		{1984_11_22, "Thanksgiving Day"},
		{1984_12_25, "Christmas Day"},
		{1985_01_01, "New Year's Day"},
		{1985_01_21, "Martin Luther King, Jr. Day"},
		{1985_02_12, "Lincoln's Birthday"},
		{1985_02_18, "Washington's Birthday"},
		{1985_05_27, "Memorial Day"},
		{1985_07_04, "Independence Day"},
		{1985_09_02, "Labor Day"},
		{1985_10_14, "Columbus Day"},
		{1985_11_11, "Veterans Day"},
		{1985_11_28, "Thanksgiving Day"},
		{1985_12_25, "Christmas Day"},
	}
}
