package calendar

import (
	"time"

	"github.com/offerkit/offerkit/law"
)

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
		h.special = append(h.special, specialHours{numbered(s.from), numbered(s.to), at(s.open), at(s.close), s.name})
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
