package calendar

import (
	"slices"
	"sync"
	"time"

	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
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

// nyseHours holds the exchange's regular hours by era, the occasions on which
// they differed, and the standing early closes.
func nyseHours() *hours {
	h := &hours{
		standing:  nyseStandingClose,
		rule:      law.Citation{Cite: "NYSE Rule 7.1", Title: "Hours of business", URL: "https://www.nyse.com/markets/hours-calendars"},
		decisions: law.Citation{Cite: "NYSE special trading hours since 1885", Title: "Special hours"},
	}
	at := func(n int) Clock {
		if n == 0 {
			return Clock{} // not recorded
		}
		return MustClock(n/100, n%100)
	}
	for _, r := range nyseRegularHours() {
		h.regular = append(h.regular, regularHours{numbered(r.from), at(r.open), at(r.close), at(r.satClose)})
	}
	for _, s := range nyseSpecialHours() {
		h.special = append(h.special, specialHours{numbered(s.from), numbered(s.to), at(s.open), at(s.close), s.name, nil})
	}
	return h
}

// A row of the exchange's hours: days are numbers such as 1887_06_01, times such as
// 9_30, and 0 is a time that was not recorded.
type (
	nyseEra      struct{ from, open, close, satClose int }
	nyseOccasion struct {
		from, to, open, close int
		name                  string
	}
)

// nyseRegularHours lists the regular hours, from the day on which they began.
//
// SOURCE: the exchange's history of trading hours. The day in May 1887 on
// which the 3:00 p.m. close began is not known, so that month's closes are
// not recorded either.
func nyseRegularHours() []nyseEra {
	return []nyseEra{
		{1885_01_02, 10_00, 0, 0}, // the close varied between 2:00 and 4:00 p.m.
		{1887_06_01, 10_00, 15_00, 12_00},
		{1952_09_29, 10_00, 15_30, 0}, // Saturdays are over
		{1974_10_01, 10_00, 16_00, 0},
		{1985_09_30, 9_30, 16_00, 0},
	}
}

// nyseStandingClose is the early close that recurs by rule: the day after
// Thanksgiving from 1993, Christmas Eve from 1996, and a day beside
// Independence Day from 1995. It is asked for open days only.
func nyseStandingClose(d Date) (name string, early Clock) {
	year, month, day := d.Civil()
	weekday := d.Weekday()
	switch {
	case month == time.November && weekday == time.Friday && day >= 23 && day <= 29 && year >= 1993:
		name = "Day after Thanksgiving"
	case month == time.December && day == 24 && weekday <= time.Thursday && year >= 1996:
		name = "Christmas Eve"
	case month == time.July && day == 3 && year >= 1995 &&
		(weekday == time.Monday || weekday == time.Tuesday || weekday == time.Thursday ||
			weekday == time.Wednesday && year >= 2013):
		name = "Day before Independence Day"
	case month == time.July && day == 5 && weekday == time.Friday && year >= 1995 && year < 2013:
		name = "Day after Independence Day"
	default:
		return "", Clock{}
	}
	return name, MustClock(13, 0)
}

// nyseSpecialHours lists the occasions on which the hours differed and no
// standing rule says so. A line covers the open days from one day to another.
//
// SOURCE: the exchange's own list of special hours, checked against its
// announcements. On 1943-10-26 and 2009-07-02 the close was late.
func nyseSpecialHours() []nyseOccasion {
	return []nyseOccasion{
		{1908_06_26, 1908_06_26, 10_00, 13_00, "Funeral of former President Grover Cleveland"},
		{1910_05_07, 1910_05_07, 10_00, 11_00, "Death of King Edward VII"},
		{1910_05_20, 1910_05_20, 12_00, 15_00, "Funeral of King Edward VII"},
		{1913_04_14, 1913_04_14, 12_00, 15_00, "Funeral of J. P. Morgan"},
		{1913_09_22, 1913_09_22, 12_00, 15_00, "Funeral of Mayor William J. Gaynor"},
		{1917_08_29, 1917_08_29, 10_00, 12_00, "Parade of National Guard"},
		{1917_10_24, 1917_10_24, 10_00, 12_00, "Liberty Day"},
		{1918_04_26, 1918_04_26, 10_00, 12_00, "Liberty Day"},
		{1918_11_07, 1918_11_07, 10_00, 14_30, "False armistice report"},
		{1919_01_07, 1919_01_07, 10_00, 12_30, "Funeral of former President Theodore Roosevelt"},
		{1919_12_30, 1919_12_30, 10_30, 15_00, "Traffic block"},
		{1920_02_06, 1920_02_06, 10_30, 15_00, "Traffic block"},
		{1920_09_16, 1920_09_16, 10_00, 12_00, "Wall Street explosion"},
		{1921_08_02, 1921_08_02, 13_00, 15_00, "Fire in annunciator board"},
		{1924_02_06, 1924_02_06, 10_00, 12_30, "Funeral of former President Woodrow Wilson"},
		{1925_01_24, 1925_01_24, 10_45, 12_00, "Eclipse of the sun"},
		{1925_09_18, 1925_09_18, 10_00, 14_30, "Funeral of Seymour L. Cromwell, former NYSE president"},
		{1928_05_21, 1928_05_25, 10_00, 14_00, "Heavy volume, back-office catch-up"},
		{1929_10_31, 1929_10_31, 12_00, 15_00, "Back-office catch-up"},
		{1929_11_06, 1929_11_22, 10_00, 13_00, "Back-office catch-up"},
		{1930_03_11, 1930_03_11, 10_00, 12_30, "Funeral of former President William Howard Taft"},
		{1933_07_24, 1933_07_25, 12_00, 15_00, "Volume activity"},
		{1933_07_26, 1933_07_28, 11_00, 14_00, "Volume activity"},
		{1933_08_04, 1933_08_04, 10_00, 12_30, "Gas fumes on trading floor (closed shortly after 12:30)"},
		{1933_09_13, 1933_09_13, 10_00, 12_00, "NRA demonstration"},
		{1934_02_20, 1934_02_20, 11_00, 15_00, "Severe snowstorm"},
		{1936_01_28, 1936_01_28, 11_00, 15_00, "Funeral of King George V"},
		{1943_10_26, 1943_10_26, 10_00, 15_40, "Civil defense drill; reopened 15:20-15:40 under special rule of the Board"},
		{1951_12_24, 1951_12_24, 10_00, 13_00, "Christmas Eve"},
		{1960_12_12, 1960_12_12, 11_00, 15_30, "Severe snowstorm"},
		{1963_11_22, 1963_11_22, 10_00, 14_07, "Assassination of President John F. Kennedy"},
		{1964_10_23, 1964_10_23, 10_00, 14_00, "Funeral of former President Herbert C. Hoover"},
		{1965_11_10, 1965_11_10, 11_05, 15_30, "Blackout of previous evening"},
		{1966_01_06, 1966_01_14, 10_00, 14_00, "Transit strike"},
		{1967_02_07, 1967_02_07, 10_15, 14_00, "Snowstorm"},
		{1967_08_08, 1967_08_18, 10_00, 14_00, "Back-office work load"},
		{1968_01_22, 1968_03_01, 10_00, 14_00, "Back-office work load"},
		{1969_01_02, 1969_02_07, 10_00, 14_00, "Paperwork crisis"},
		{1969_02_11, 1969_02_11, 11_00, 14_00, "Heavy snow, and paperwork crisis"},
		{1969_02_12, 1969_05_29, 10_00, 14_00, "Paperwork crisis"},
		{1969_06_02, 1969_06_02, 10_45, 14_00, "Storm, and paperwork crisis"},
		{1969_06_03, 1969_07_03, 10_00, 14_00, "Paperwork crisis"},
		{1969_07_07, 1969_09_26, 10_00, 14_30, "Paperwork crisis"},
		{1969_09_29, 1970_05_01, 10_00, 15_00, "Paperwork crisis"},
		{1973_12_17, 1973_12_17, 11_00, 15_30, "Ice storm"},
		{1974_01_16, 1974_01_16, 10_15, 15_30, "Merrill Lynch computer trouble"},
		{1974_11_22, 1974_11_22, 10_15, 16_00, "Fire drill"},
		{1974_12_24, 1974_12_24, 10_00, 14_00, "Christmas Eve"},
		{1975_02_12, 1975_02_12, 10_00, 14_30, "Snowstorm"},
		{1975_12_24, 1975_12_24, 10_00, 14_00, "Christmas Eve"},
		{1976_02_02, 1976_02_02, 11_15, 16_00, "Storm"},
		{1976_06_08, 1976_06_08, 0, 16_00, "Fire drill (opening delayed, the time is not recorded)"},
		{1976_08_09, 1976_08_09, 10_00, 15_00, "Hurricane watch"},
		{1978_01_20, 1978_01_20, 12_00, 16_00, "Snowstorm"},
		{1978_02_06, 1978_02_06, 10_00, 14_00, "Snowstorm"},
		{1978_02_07, 1978_02_07, 11_00, 16_00, "Snowstorm"},
		{1981_03_30, 1981_03_30, 10_00, 15_17, "Assassination attempt on President Reagan"},
		{1981_09_09, 1981_09_09, 10_00, 15_28, "Con Edison power failure in lower Manhattan"},
		{1987_10_23, 1987_10_30, 9_30, 14_00, "Shortened hours after market break of 19 October"},
		{1987_11_02, 1987_11_04, 9_30, 14_30, "Shortened hours after market break of 19 October"},
		{1987_11_05, 1987_11_06, 9_30, 15_00, "Shortened hours after market break of 19 October"},
		{1987_11_09, 1987_11_11, 9_30, 15_30, "Shortened hours after market break of 19 October"},
		{1989_11_10, 1989_11_10, 10_30, 16_00, "Electrical fire delayed opening for an hour"},
		{1990_12_24, 1990_12_24, 9_30, 14_00, "Christmas Eve"},
		{1990_12_27, 1990_12_27, 11_00, 16_00, "Con Edison transformer explosion"},
		{1991_01_17, 1991_01_17, 9_31, 16_00, "Minute of silence, troops in the Persian Gulf"},
		{1991_02_25, 1991_02_25, 9_31, 16_00, "Minute of silence, troops in the Persian Gulf"},
		{1991_12_24, 1991_12_24, 9_30, 14_00, "Christmas Eve"},
		{1992_11_27, 1992_11_27, 9_30, 14_00, "Day after Thanksgiving"},
		{1992_12_24, 1992_12_24, 9_30, 14_00, "Christmas Eve"},
		{1994_02_11, 1994_02_11, 9_30, 14_30, "Snowstorm"},
		{1995_12_18, 1995_12_18, 10_30, 16_00, "Computer systems trouble"},
		{1996_01_08, 1996_01_08, 11_00, 14_00, "Snowstorm"},
		{1997_10_27, 1997_10_27, 9_30, 15_30, "Circuit breaker (second halt ended the day)"},
		{1997_12_26, 1997_12_26, 9_30, 13_00, "Friday after Christmas"},
		{1999_12_31, 1999_12_31, 9_30, 13_00, "New Year's Eve"},
		{2001_09_17, 2001_09_17, 9_33, 16_00, "Two minutes of silence; reopening after 9/11"},
		{2001_10_08, 2001_10_08, 9_31, 16_00, "Minute of silence, Operation Enduring Freedom"},
		{2002_09_11, 2002_09_11, 12_00, 16_00, "First anniversary of 9/11"},
		{2003_03_20, 2003_03_20, 9_32, 16_00, "Two minutes of silence, Operation Iraqi Freedom"},
		{2003_12_26, 2003_12_26, 9_30, 13_00, "Friday after Christmas"},
		{2004_06_07, 2004_06_07, 9_32, 16_00, "Two minutes of silence, death of former President Reagan"},
		{2005_06_01, 2005_06_01, 9_30, 15_56, "Systems communications problem"},
		{2006_12_27, 2006_12_27, 9_32, 16_00, "Two minutes of silence, death of former President Ford"},
		{2009_07_02, 2009_07_02, 9_30, 16_15, "System irregularities earlier in the day"},
	}
}

// occasion is a day closed by a decision for that day alone. The day is
// written as the number 1888_03_12, so that a line reads like a calendar.
type occasion struct {
	day  int
	name string
}

// nyseClosings lists the Mondays to Fridays on which the exchange stayed
// closed all day for a special occasion: 183 of them from 1885 to 2025.
//
// SOURCE: the exchange's own list of closings since 1885 and, from 2012, its
// announcements; checked against eight daily price series. No other was found
// in calendars to August 2026 or in prices to 2026-07-02.
func nyseClosings() []occasion {
	return []occasion{
		{1888_03_12, "Blizzard of 1888"},
		{1888_03_13, "Blizzard of 1888"},
		{1888_11_30, "Friday after Thanksgiving Day"},
		{1889_04_29, "Centennial celebration of Washington's inauguration"},
		{1889_04_30, "Centennial celebration of Washington's inauguration"},
		{1889_05_01, "Centennial celebration of Washington's inauguration"},
		{1892_10_12, "Columbian Celebration"},
		{1892_10_21, "Columbian Celebration"},
		{1893_04_27, "Columbian Celebration"},
		{1897_04_27, "Grant's Birthday"},
		{1898_05_04, "Charter Day"},
		{1899_05_29, "Monday before Decoration Day"},
		{1899_07_03, "Monday before Independence Day"},
		{1899_09_29, "Admiral Dewey Celebration"},
		{1900_12_24, "Christmas Eve"},
		{1901_07_05, "Days after Independence Day"},
		{1901_09_19, "Funeral of President William McKinley"},
		{1903_04_22, "Opening of new NYSE building"},
		{1914_07_31, "World War I closing"},
		{1914_08_03, "World War I closing"},
		{1914_08_04, "World War I closing"},
		{1914_08_05, "World War I closing"},
		{1914_08_06, "World War I closing"},
		{1914_08_07, "World War I closing"},
		{1914_08_10, "World War I closing"},
		{1914_08_11, "World War I closing"},
		{1914_08_12, "World War I closing"},
		{1914_08_13, "World War I closing"},
		{1914_08_14, "World War I closing"},
		{1914_08_17, "World War I closing"},
		{1914_08_18, "World War I closing"},
		{1914_08_19, "World War I closing"},
		{1914_08_20, "World War I closing"},
		{1914_08_21, "World War I closing"},
		{1914_08_24, "World War I closing"},
		{1914_08_25, "World War I closing"},
		{1914_08_26, "World War I closing"},
		{1914_08_27, "World War I closing"},
		{1914_08_28, "World War I closing"},
		{1914_08_31, "World War I closing"},
		{1914_09_01, "World War I closing"},
		{1914_09_02, "World War I closing"},
		{1914_09_03, "World War I closing"},
		{1914_09_04, "World War I closing"},
		{1914_09_08, "World War I closing"},
		{1914_09_09, "World War I closing"},
		{1914_09_10, "World War I closing"},
		{1914_09_11, "World War I closing"},
		{1914_09_14, "World War I closing"},
		{1914_09_15, "World War I closing"},
		{1914_09_16, "World War I closing"},
		{1914_09_17, "World War I closing"},
		{1914_09_18, "World War I closing"},
		{1914_09_21, "World War I closing"},
		{1914_09_22, "World War I closing"},
		{1914_09_23, "World War I closing"},
		{1914_09_24, "World War I closing"},
		{1914_09_25, "World War I closing"},
		{1914_09_28, "World War I closing"},
		{1914_09_29, "World War I closing"},
		{1914_09_30, "World War I closing"},
		{1914_10_01, "World War I closing"},
		{1914_10_02, "World War I closing"},
		{1914_10_05, "World War I closing"},
		{1914_10_06, "World War I closing"},
		{1914_10_07, "World War I closing"},
		{1914_10_08, "World War I closing"},
		{1914_10_09, "World War I closing"},
		{1914_10_13, "World War I closing"},
		{1914_10_14, "World War I closing"},
		{1914_10_15, "World War I closing"},
		{1914_10_16, "World War I closing"},
		{1914_10_19, "World War I closing"},
		{1914_10_20, "World War I closing"},
		{1914_10_21, "World War I closing"},
		{1914_10_22, "World War I closing"},
		{1914_10_23, "World War I closing"},
		{1914_10_26, "World War I closing"},
		{1914_10_27, "World War I closing"},
		{1914_10_28, "World War I closing"},
		{1914_10_29, "World War I closing"},
		{1914_10_30, "World War I closing"},
		{1914_11_02, "World War I closing"},
		{1914_11_04, "World War I closing"},
		{1914_11_05, "World War I closing"},
		{1914_11_06, "World War I closing"},
		{1914_11_09, "World War I closing"},
		{1914_11_10, "World War I closing"},
		{1914_11_11, "World War I closing"},
		{1914_11_12, "World War I closing"},
		{1914_11_13, "World War I closing"},
		{1914_11_16, "World War I closing"},
		{1914_11_17, "World War I closing"},
		{1914_11_18, "World War I closing"},
		{1914_11_19, "World War I closing"},
		{1914_11_20, "World War I closing"},
		{1914_11_23, "World War I closing"},
		{1914_11_24, "World War I closing"},
		{1914_11_25, "World War I closing"},
		{1914_11_27, "World War I closing"},
		{1914_11_30, "World War I closing"},
		{1914_12_01, "World War I closing"},
		{1914_12_02, "World War I closing"},
		{1914_12_03, "World War I closing"},
		{1914_12_04, "World War I closing"},
		{1914_12_07, "World War I closing"},
		{1914_12_08, "World War I closing"},
		{1914_12_09, "World War I closing"},
		{1914_12_10, "World War I closing"},
		{1914_12_11, "World War I closing"},
		{1917_06_05, "Draft Registration Day"},
		{1918_01_28, "Heatless day"},
		{1918_02_04, "Heatless day"},
		{1918_02_11, "Heatless day"},
		{1918_09_12, "Draft Registration Day"},
		{1919_03_25, "Homecoming of 27th Division"},
		{1919_05_06, "Parade of 77th Division"},
		{1919_09_10, "Return of General John J. Pershing"},
		{1923_08_03, "Death of President Warren G. Harding"},
		{1923_08_10, "Funeral of President Warren G. Harding at Marion, Ohio"},
		{1927_06_13, "Parade for Colonel Charles A. Lindbergh"},
		{1929_11_01, "To let member firm offices catch up on work and relieve personnel"},
		{1929_11_29, "To let member firm offices catch up on work and relieve personnel"},
		{1933_03_06, "National banking holiday"},
		{1933_03_07, "National banking holiday"},
		{1933_03_08, "National banking holiday"},
		{1933_03_09, "National banking holiday"},
		{1933_03_10, "National banking holiday"},
		{1933_03_13, "National banking holiday"},
		{1933_03_14, "National banking holiday"},
		{1945_08_15, "V-J Day, end of World War II"},
		{1945_08_16, "V-J Day, end of World War II"},
		{1945_12_24, "Christmas Eve"},
		{1954_12_24, "Christmas Eve"},
		{1956_12_24, "Christmas Eve"},
		{1958_12_26, "Day after Christmas"},
		{1961_05_29, "Day before Decoration Day"},
		{1963_11_25, "Funeral of President John F. Kennedy"},
		{1968_02_12, "Lincoln's Birthday (trading floor closed, offices open)"},
		{1968_04_09, "National Day of Mourning for Martin Luther King, Jr."},
		{1968_06_12, "Paperwork crisis (Wednesday closing)"},
		{1968_06_19, "Paperwork crisis (Wednesday closing)"},
		{1968_06_26, "Paperwork crisis (Wednesday closing)"},
		{1968_07_05, "Day after Independence Day"},
		{1968_07_10, "Paperwork crisis (Wednesday closing)"},
		{1968_07_17, "Paperwork crisis (Wednesday closing)"},
		{1968_07_24, "Paperwork crisis (Wednesday closing)"},
		{1968_07_31, "Paperwork crisis (Wednesday closing)"},
		{1968_08_07, "Paperwork crisis (Wednesday closing)"},
		{1968_08_14, "Paperwork crisis (Wednesday closing)"},
		{1968_08_21, "Paperwork crisis (Wednesday closing)"},
		{1968_08_28, "Paperwork crisis (Wednesday closing)"},
		{1968_09_11, "Paperwork crisis (Wednesday closing)"},
		{1968_09_18, "Paperwork crisis (Wednesday closing)"},
		{1968_09_25, "Paperwork crisis (Wednesday closing)"},
		{1968_10_02, "Paperwork crisis (Wednesday closing)"},
		{1968_10_09, "Paperwork crisis (Wednesday closing)"},
		{1968_10_16, "Paperwork crisis (Wednesday closing)"},
		{1968_10_23, "Paperwork crisis (Wednesday closing)"},
		{1968_10_30, "Paperwork crisis (Wednesday closing)"},
		{1968_11_11, "Veterans Day (1968 four-day week)"},
		{1968_11_20, "Paperwork crisis (Wednesday closing)"},
		{1968_12_04, "Paperwork crisis (Wednesday closing)"},
		{1968_12_11, "Paperwork crisis (Wednesday closing)"},
		{1968_12_18, "Paperwork crisis (Wednesday closing)"},
		{1969_02_10, "Heavy snow"},
		{1969_03_31, "Funeral of former President Dwight D. Eisenhower"},
		{1969_07_21, "National Day of Participation for the lunar exploration"},
		{1972_12_28, "Funeral of former President Harry S. Truman"},
		{1973_01_25, "Funeral of former President Lyndon B. Johnson"},
		{1977_07_14, "Blackout in New York City"},
		{1985_09_27, "Hurricane Gloria"},
		{1994_04_27, "Funeral of former President Richard M. Nixon"},
		{2001_09_11, "Terrorist attack on the World Trade Center"},
		{2001_09_12, "Terrorist attack on the World Trade Center"},
		{2001_09_13, "Terrorist attack on the World Trade Center"},
		{2001_09_14, "Terrorist attack on the World Trade Center"},
		{2004_06_11, "National Day of Mourning for former President Ronald W. Reagan"},
		{2007_01_02, "National Day of Mourning for former President Gerald R. Ford"},
		{2012_10_29, "Hurricane Sandy"},
		{2012_10_30, "Hurricane Sandy"},
		{2018_12_05, "National Day of Mourning: former President George H. W. Bush"},
		{2025_01_09, "National Day of Mourning: former President Jimmy Carter"},
	}
}

// nyseSaturdays lists the Saturdays of the six-day week on which the exchange
// stayed closed for a special occasion: 289 of them from 1885 to 1952. A
// Saturday closed because a regular holiday fell on it is not here.
//
// SOURCE: the exchange's own list of closings since 1885; checked against
// daily price series.
func nyseSaturdays() []occasion {
	return []occasion{
		{1885_08_08, "Funeral of former President Ulysses S. Grant"},
		{1887_07_02, "Saturday before Independence Day"},
		{1887_12_24, "Christmas Eve"},
		{1888_09_01, "Saturday before Labor Day"},
		{1890_07_05, "Saturday after Independence Day"},
		{1891_12_26, "Saturday after Christmas"},
		{1892_07_02, "Saturday before Independence Day"},
		{1892_10_22, "Columbian Celebration"},
		{1896_12_26, "Saturday after Christmas"},
		{1898_07_02, "Saturday before Independence Day"},
		{1898_08_20, "Welcome of naval commanders"},
		{1898_09_03, "Saturday before Labor Day"},
		{1898_12_24, "Saturday before Christmas"},
		{1899_02_11, "Saturday before Lincoln's Birthday"},
		{1899_09_30, "Admiral Dewey Celebration"},
		{1899_11_25, "Funeral of Vice-President Garret A. Hobart"},
		{1900_04_14, "Saturday after Good Friday"},
		{1900_09_01, "Saturday before Labor Day"},
		{1901_02_02, "Funeral of Queen Victoria of England"},
		{1901_02_23, "Saturday after Washington's Birthday"},
		{1901_04_06, "Saturday after Good Friday"},
		{1901_04_27, "Moved to temporary quarters in Produce Exchange"},
		{1901_05_11, "Enlarged temporary quarters in Produce Exchange"},
		{1901_07_06, "Days after Independence Day"},
		{1901_08_31, "Saturday before Labor Day"},
		{1901_09_14, "Death of President William McKinley"},
		{1902_03_29, "Saturday after Good Friday"},
		{1902_05_31, "Saturday after Decoration Day"},
		{1902_07_05, "Saturday after Independence Day"},
		{1902_08_09, "Coronation of King Edward VII of England"},
		{1902_08_30, "Saturday before Labor Day"},
		{1903_02_21, "Saturday before Washington's Birthday"},
		{1903_04_11, "Saturday after Good Friday"},
		{1903_09_05, "Saturday before Labor Day"},
		{1903_12_26, "Saturday after Christmas"},
		{1904_05_28, "Saturday before Decoration Day"},
		{1904_07_02, "Saturday before Independence Day"},
		{1904_09_03, "Saturday before Labor Day"},
		{1904_12_24, "Saturday before Christmas"},
		{1905_04_22, "Saturday after Good Friday"},
		{1907_02_23, "Saturday after Washington's Birthday"},
		{1907_03_30, "Saturday after Good Friday"},
		{1907_08_31, "Saturday before Labor Day"},
		{1908_04_18, "Saturday after Good Friday"},
		{1908_09_05, "Saturday before Labor Day"},
		{1908_12_26, "Saturday after Christmas"},
		{1909_02_13, "Saturday after Lincoln's Birthday"},
		{1909_04_10, "Saturday after Good Friday"},
		{1909_05_29, "Saturday before Decoration Day"},
		{1909_07_03, "Saturday before Independence Day"},
		{1909_09_04, "Saturday before Labor Day"},
		{1909_09_25, "Reception Day of the Hudson-Fulton Celebration"},
		{1910_03_26, "Saturday after Good Friday"},
		{1910_05_28, "Saturday before Decoration Day"},
		{1910_07_02, "Saturday before Independence Day"},
		{1910_09_03, "Saturday before Labor Day"},
		{1910_12_24, "Saturday before Christmas"},
		{1911_04_15, "Saturday after Good Friday"},
		{1911_09_02, "Saturday before Labor Day"},
		{1911_12_23, "Saturday before Christmas"},
		{1912_08_31, "Saturday before Labor Day"},
		{1912_11_02, "Funeral of Vice-President James S. Sherman"},
		{1913_03_22, "Saturday after Good Friday"},
		{1913_05_31, "Saturday after Decoration Day"},
		{1913_07_05, "Saturday after Independence Day"},
		{1913_08_30, "Saturday before Labor Day"},
		{1914_08_01, "World War I closing"},
		{1914_08_08, "World War I closing"},
		{1914_08_15, "World War I closing"},
		{1914_08_22, "World War I closing"},
		{1914_08_29, "World War I closing"},
		{1914_09_05, "World War I closing"},
		{1914_09_12, "World War I closing"},
		{1914_09_19, "World War I closing"},
		{1914_09_26, "World War I closing"},
		{1914_10_03, "World War I closing"},
		{1914_10_10, "World War I closing"},
		{1914_10_17, "World War I closing"},
		{1914_10_24, "World War I closing"},
		{1914_10_31, "World War I closing"},
		{1914_11_07, "World War I closing"},
		{1914_11_14, "World War I closing"},
		{1914_11_21, "World War I closing"},
		{1914_11_28, "World War I closing"},
		{1914_12_05, "World War I closing"},
		{1916_12_30, "Saturday before New Year's Day"},
		{1917_08_04, "Heat"},
		{1917_09_01, "Saturday before Labor Day"},
		{1917_10_13, "Saturday after Columbus Day"},
		{1919_05_31, "Saturday after Decoration Day"},
		{1919_07_05, "Saturday after Independence Day"},
		{1919_07_19, "Heat and to allow offices to catch up on work"},
		{1919_08_02, "To let offices catch up on work"},
		{1919_08_16, "To let offices catch up on work"},
		{1919_08_30, "Saturday before Labor Day"},
		{1920_04_03, "Saturday after Good Friday"},
		{1920_05_01, "Many firms changed office locations"},
		{1920_07_03, "Saturday before Independence Day"},
		{1920_09_04, "Saturday before Labor Day"},
		{1921_05_28, "Saturday before Decoration Day"},
		{1921_07_02, "Saturday before Independence Day"},
		{1921_09_03, "Saturday before Labor Day"},
		{1922_12_23, "Saturday before Christmas Day"},
		{1924_05_31, "Saturday after Decoration Day"},
		{1925_12_26, "Saturday after Christmas Day"},
		{1926_05_29, "Saturday before Decoration Day"},
		{1926_07_03, "Saturday before Independence Day"},
		{1926_09_04, "Saturday before Labor Day"},
		{1928_04_07, "Heavy volume, to let member firm offices catch up on work"},
		{1928_04_21, "Heavy volume, to let member firm offices catch up on work"},
		{1928_05_05, "Heavy volume, to let member firm offices catch up on work"},
		{1928_05_12, "Heavy volume, to let member firm offices catch up on work"},
		{1928_05_19, "Heavy volume, to let member firm offices catch up on work"},
		{1928_05_26, "Heavy volume, to let member firm offices catch up on work"},
		{1928_11_24, "Heavy volume, to let member firm offices catch up on work"},
		{1929_02_09, "Heavy volume, to let member firm offices catch up on work"},
		{1929_02_23, "Saturday after Washington's Birthday"},
		{1929_03_30, "Saturday after Good Friday"},
		{1929_08_31, "Saturday before Labor Day"},
		{1929_11_02, "To let member firm offices catch up on work and relieve personnel"},
		{1929_11_09, "To let member firm offices catch up on work and relieve personnel"},
		{1929_11_16, "To let member firm offices catch up on work and relieve personnel"},
		{1929_11_23, "To let member firm offices catch up on work and relieve personnel"},
		{1929_11_30, "To let member firm offices catch up on work and relieve personnel"},
		{1930_04_19, "Saturday after Good Friday"},
		{1930_05_31, "Saturday after Decoration Day"},
		{1930_07_05, "Saturday after Independence Day"},
		{1930_08_30, "Saturday before Labor Day"},
		{1931_09_05, "Saturday before Labor Day"},
		{1931_12_26, "Saturday after Christmas"},
		{1932_07_02, "Saturday before Independence Day"},
		{1933_01_07, "Funeral of former President Calvin Coolidge"},
		{1933_03_04, "State banking holiday"},
		{1933_03_11, "National banking holiday"},
		{1933_07_29, "Volume activity"},
		{1933_08_05, "Volume activity"},
		{1933_08_12, "Volume activity"},
		{1933_08_19, "Volume activity"},
		{1933_08_26, "Volume activity"},
		{1933_09_02, "Volume activity"},
		{1936_12_26, "Saturday after Christmas"},
		{1937_05_29, "Saturday before Decoration Day"},
		{1937_07_03, "Saturday before Independence Day"},
		{1944_08_19, "Closed Saturday"},
		{1944_08_26, "Closed Saturday"},
		{1944_09_02, "Closed Saturday"},
		{1945_04_14, "National Day of Mourning for President Franklin D. Roosevelt"},
		{1945_07_07, "Summer Saturday closing"},
		{1945_07_14, "Summer Saturday closing"},
		{1945_07_21, "Summer Saturday closing"},
		{1945_07_28, "Summer Saturday closing"},
		{1945_08_04, "Summer Saturday closing"},
		{1945_08_11, "Summer Saturday closing"},
		{1945_08_18, "Summer Saturday closing"},
		{1945_08_25, "Summer Saturday closing"},
		{1945_09_01, "Summer Saturday closing"},
		{1945_10_13, "Saturday after Columbus Day"},
		{1945_10_27, "Navy Day"},
		{1946_02_23, "Saturday after Washington's Birthday"},
		{1946_05_25, "Railroad strike"},
		{1946_06_01, "Summer Saturday closing"},
		{1946_06_08, "Summer Saturday closing"},
		{1946_06_15, "Summer Saturday closing"},
		{1946_06_22, "Summer Saturday closing"},
		{1946_06_29, "Summer Saturday closing"},
		{1946_07_06, "Summer Saturday closing"},
		{1946_07_13, "Summer Saturday closing"},
		{1946_07_20, "Summer Saturday closing"},
		{1946_07_27, "Summer Saturday closing"},
		{1946_08_03, "Summer Saturday closing"},
		{1946_08_10, "Summer Saturday closing"},
		{1946_08_17, "Summer Saturday closing"},
		{1946_08_24, "Summer Saturday closing"},
		{1946_08_31, "Summer Saturday closing"},
		{1946_09_07, "Summer Saturday closing"},
		{1946_09_14, "Summer Saturday closing"},
		{1946_09_21, "Summer Saturday closing"},
		{1946_09_28, "Summer Saturday closing"},
		{1947_05_31, "Summer Saturday closing"},
		{1947_06_07, "Summer Saturday closing"},
		{1947_06_14, "Summer Saturday closing"},
		{1947_06_21, "Summer Saturday closing"},
		{1947_06_28, "Summer Saturday closing"},
		{1947_07_05, "Summer Saturday closing"},
		{1947_07_12, "Summer Saturday closing"},
		{1947_07_19, "Summer Saturday closing"},
		{1947_07_26, "Summer Saturday closing"},
		{1947_08_02, "Summer Saturday closing"},
		{1947_08_09, "Summer Saturday closing"},
		{1947_08_16, "Summer Saturday closing"},
		{1947_08_23, "Summer Saturday closing"},
		{1947_08_30, "Summer Saturday closing"},
		{1947_09_06, "Summer Saturday closing"},
		{1947_09_13, "Summer Saturday closing"},
		{1947_09_20, "Summer Saturday closing"},
		{1947_09_27, "Summer Saturday closing"},
		{1948_01_03, "Severe weather conditions"},
		{1948_05_29, "Summer Saturday closing"},
		{1948_06_05, "Summer Saturday closing"},
		{1948_06_12, "Summer Saturday closing"},
		{1948_06_19, "Summer Saturday closing"},
		{1948_06_26, "Summer Saturday closing"},
		{1948_07_03, "Summer Saturday closing"},
		{1948_07_10, "Summer Saturday closing"},
		{1948_07_17, "Summer Saturday closing"},
		{1948_07_24, "Summer Saturday closing"},
		{1948_07_31, "Summer Saturday closing"},
		{1948_08_07, "Summer Saturday closing"},
		{1948_08_14, "Summer Saturday closing"},
		{1948_08_21, "Summer Saturday closing"},
		{1948_08_28, "Summer Saturday closing"},
		{1948_09_04, "Summer Saturday closing"},
		{1948_09_11, "Summer Saturday closing"},
		{1948_09_18, "Summer Saturday closing"},
		{1948_09_25, "Summer Saturday closing"},
		{1949_05_28, "Summer Saturday closing"},
		{1949_06_04, "Summer Saturday closing"},
		{1949_06_11, "Summer Saturday closing"},
		{1949_06_18, "Summer Saturday closing"},
		{1949_06_25, "Summer Saturday closing"},
		{1949_07_02, "Summer Saturday closing"},
		{1949_07_09, "Summer Saturday closing"},
		{1949_07_16, "Summer Saturday closing"},
		{1949_07_23, "Summer Saturday closing"},
		{1949_07_30, "Summer Saturday closing"},
		{1949_08_06, "Summer Saturday closing"},
		{1949_08_13, "Summer Saturday closing"},
		{1949_08_20, "Summer Saturday closing"},
		{1949_08_27, "Summer Saturday closing"},
		{1949_09_03, "Summer Saturday closing"},
		{1949_09_10, "Summer Saturday closing"},
		{1949_09_17, "Summer Saturday closing"},
		{1949_09_24, "Summer Saturday closing"},
		{1949_12_24, "Christmas Eve"},
		{1950_06_03, "Summer Saturday closing"},
		{1950_06_10, "Summer Saturday closing"},
		{1950_06_17, "Summer Saturday closing"},
		{1950_06_24, "Summer Saturday closing"},
		{1950_07_01, "Summer Saturday closing"},
		{1950_07_08, "Summer Saturday closing"},
		{1950_07_15, "Summer Saturday closing"},
		{1950_07_22, "Summer Saturday closing"},
		{1950_07_29, "Summer Saturday closing"},
		{1950_08_05, "Summer Saturday closing"},
		{1950_08_12, "Summer Saturday closing"},
		{1950_08_19, "Summer Saturday closing"},
		{1950_08_26, "Summer Saturday closing"},
		{1950_09_02, "Summer Saturday closing"},
		{1950_09_09, "Summer Saturday closing"},
		{1950_09_16, "Summer Saturday closing"},
		{1950_09_23, "Summer Saturday closing"},
		{1950_09_30, "Summer Saturday closing"},
		{1950_12_23, "Saturday before Christmas Eve"},
		{1951_06_02, "Summer Saturday closing"},
		{1951_06_09, "Summer Saturday closing"},
		{1951_06_16, "Summer Saturday closing"},
		{1951_06_23, "Summer Saturday closing"},
		{1951_06_30, "Summer Saturday closing"},
		{1951_07_07, "Summer Saturday closing"},
		{1951_07_14, "Summer Saturday closing"},
		{1951_07_21, "Summer Saturday closing"},
		{1951_07_28, "Summer Saturday closing"},
		{1951_08_04, "Summer Saturday closing"},
		{1951_08_11, "Summer Saturday closing"},
		{1951_08_18, "Summer Saturday closing"},
		{1951_08_25, "Summer Saturday closing"},
		{1951_09_01, "Summer Saturday closing"},
		{1951_09_08, "Summer Saturday closing"},
		{1951_09_15, "Summer Saturday closing"},
		{1951_09_22, "Summer Saturday closing"},
		{1951_09_29, "Summer Saturday closing"},
		{1952_05_31, "Summer Saturday closing"},
		{1952_06_07, "Summer Saturday closing"},
		{1952_06_14, "Summer Saturday closing"},
		{1952_06_21, "Summer Saturday closing"},
		{1952_06_28, "Summer Saturday closing"},
		{1952_07_05, "Summer Saturday closing"},
		{1952_07_12, "Summer Saturday closing"},
		{1952_07_19, "Summer Saturday closing"},
		{1952_07_26, "Summer Saturday closing"},
		{1952_08_02, "Summer Saturday closing"},
		{1952_08_09, "Summer Saturday closing"},
		{1952_08_16, "Summer Saturday closing"},
		{1952_08_23, "Summer Saturday closing"},
		{1952_08_30, "Summer Saturday closing"},
		{1952_09_06, "Summer Saturday closing"},
		{1952_09_13, "Summer Saturday closing"},
		{1952_09_20, "Summer Saturday closing"},
		{1952_09_27, "Summer Saturday closing"},
	}
}
