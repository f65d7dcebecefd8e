package calendar

import (
	"encoding/csv"
	"os"
	"testing"
	"time"
)

// table reads a testdata file whose comment lines begin with #, without its
// header row.
func readTable(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows[1:]
}

// slowNYSE answers from the published rules, a question at a time, without the
// engine and without rickar/cal.
type slowNYSE struct{ special map[string]bool }

func newSlowNYSE(t testing.TB) slowNYSE {
	s := slowNYSE{map[string]bool{}}
	for _, row := range readTable(t, "nyse_special_closings.csv") {
		s.special[row[0]] = true
	}
	return s
}

func (s slowNYSE) open(at time.Time) bool {
	wd := at.Weekday()
	sixDays := at.Before(time.Date(1952, 9, 29, 0, 0, 0, 0, time.UTC))
	if wd == time.Sunday || wd == time.Saturday && !sixDays || s.special[at.Format(time.DateOnly)] {
		return false
	}
	// A holiday is kept on its day, on the Monday after a Sunday, or, since
	// July 1959, on the Friday before a Saturday, but never New Year's Day.
	if slowHoliday(at) {
		return false
	}
	if wd == time.Monday && slowHoliday(at.AddDate(0, 0, -1)) {
		return false
	}
	since1959 := !at.Before(time.Date(1959, 7, 3, 0, 0, 0, 0, time.UTC))
	if wd == time.Friday && since1959 && at.Format(time.DateOnly) != "1970-05-29" {
		saturday := at.AddDate(0, 0, 1)
		if slowHoliday(saturday) && saturday.YearDay() != 1 {
			return false
		}
	}
	return true
}

// slowHoliday reports whether a regular holiday falls on the day itself.
func slowHoliday(at time.Time) bool {
	y, m, d := at.Date()
	wd := at.Weekday()
	nth := (d-1)/7 + 1
	last := at.AddDate(0, 0, 7).Month() != m
	lastBut := func(n int) bool { // the n-th from the end
		return at.AddDate(0, 0, 7*n).Month() != m && at.AddDate(0, 0, 7*(n-1)).Month() == m
	}
	switch {
	case m == 1 && d == 1:
	case m == 1 && wd == time.Monday && nth == 3 && y >= 1998:
	case m == 2 && d == 12 && y >= 1896 && y <= 1953:
	case m == 2 && d == 22 && y <= 1970:
	case m == 2 && wd == time.Monday && nth == 3 && y >= 1971:
	case slowEaster(y).AddDate(0, 0, -2).Equal(at) && y != 1898 && y != 1906 && y != 1907:
	case m == 5 && d == 30 && y <= 1970:
	case m == 5 && wd == time.Monday && last && y >= 1971:
	case m == 6 && d == 19 && y >= 2022:
	case m == 7 && d == 4:
	case m == 9 && wd == time.Monday && nth == 1 && y >= 1887:
	case m == 10 && d == 12 && y >= 1909 && y <= 1953:
	case m == 11 && wd == time.Tuesday && d >= 2 && d <= 8 && (y <= 1968 || y == 1972 || y == 1976 || y == 1980):
	case m == 11 && d == 11 && (y == 1918 || y == 1921 || y >= 1934 && y <= 1953):
	case m == 11 && wd == time.Thursday && (y <= 1938 && last || y >= 1939 && y <= 1941 && lastBut(2) || y >= 1942 && nth == 4):
	case m == 12 && d == 25:
	default:
		return false
	}
	return true
}

// slowEaster finds Easter Sunday as the Sunday after the ecclesiastical full
// moon, from the golden number and the epact, the way of the almanacs.
func slowEaster(year int) time.Time {
	golden := year%19 + 1
	century := year/100 + 1
	droppedLeap := 3*century/4 - 12
	moonCorrection := (8*century+5)/25 - 5
	sunday := 5*year/4 - droppedLeap - 10
	epact := (11*golden + 20 + moonCorrection - droppedLeap) % 30
	if epact == 25 && golden > 11 || epact == 24 {
		epact++
	}
	moon := 44 - epact
	if moon < 21 {
		moon += 30
	}
	return time.Date(year, 3, moon+7-(sunday+moon)%7, 0, 0, 0, 0, time.UTC)
}

// TestNYSEAgainstRules walks every day of the calendar beside the reference.
func TestNYSEAgainstRules(t *testing.T) {
	slow, nyse := newSlowNYSE(t), NYSE()
	at := time.Date(1885, 1, 2, 0, 0, 0, 0, time.UTC)
	for d := nyse.First(); !d.After(nyse.Last()); d = d.AddDays(1) {
		if got, want := nyse.IsOpen(d), slow.open(at); got != want {
			c, _ := nyse.Closure(d)
			t.Errorf("%s: open = %v, want %v (%v)", d.Long(), got, want, c)
		}
		at = at.AddDate(0, 0, 1)
	}
	if nyse.First() != day(t, "1885-01-02") || nyse.Last() != day(t, "2100-12-31") || nyse.Announced() != day(t, "2028-12-31") {
		t.Errorf("%v to %v, announced to %v", nyse.First(), nyse.Last(), nyse.Announced())
	}
}

// TestNYSECounts checks the totals found in study of the exchange's own
// closings document and of eight daily price series.
func TestNYSECounts(t *testing.T) {
	nyse := NYSE()
	var sessions, weekdaysClosed, saturdaysClosed, specialWeekdays, specialSaturdays, specialHours int
	for d := nyse.First(); d.Year() <= 2030; d = d.AddDays(1) {
		if s, ok := nyse.Session(d); ok {
			sessions++
			if s.IsSpecial() {
				specialHours++
			}
			continue
		}
		c, closed := nyse.Closure(d)
		if !closed {
			t.Fatalf("%v is neither a session nor closed", d)
		}
		if c.Kind == Weekend {
			continue
		}
		special := 0
		if c.Kind == Special {
			special = 1
		}
		if d.Weekday() == time.Saturday {
			saturdaysClosed++
			specialSaturdays += special
		} else {
			weekdaysClosed++
			specialWeekdays += special
		}
	}
	for _, tt := range []struct {
		what      string
		got, want int
	}{
		{"sessions", sessions, 39752},
		{"closed Mondays to Fridays", weekdaysClosed, 1517}, // New Year's Day 1885 lies before the first day
		{"closed Saturdays", saturdaysClosed, 354},
		{"special closings, Mondays to Fridays", specialWeekdays, 183},
		{"special closings, Saturdays", specialSaturdays, 289},
		{"sessions with special hours", specialHours, 563},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %d, want %d", tt.what, tt.got, tt.want)
		}
	}
	for year, want := range map[int]int{1968: 226, 2001: 248, 2012: 250, 2020: 253, 2023: 250, 2024: 252, 2025: 250, 2026: 251} {
		if got, _ := nyse.Count(MustDate(year-1, 12, 31), MustDate(year, 12, 31)); got != want {
			t.Errorf("%d has %d sessions, want %d", year, got, want)
		}
	}
}

func TestNYSESpecialClosings(t *testing.T) {
	for _, row := range readTable(t, "nyse_special_closings.csv") {
		c, closed := NYSE().Closure(day(t, row[0]))
		if !closed || c.Kind != Special || c.Name == "" || c.Authority.Cite == "" || !c.Actual.IsZero() {
			t.Errorf("%s (%s): %+v, %v", row[0], row[1], c, closed)
		}
	}
}

// TestNYSESpecialHours compares every day to 2030 with the list of special
// hours: a day on the list has those hours, any other the regular ones.
func TestNYSESpecialHours(t *testing.T) {
	listed := map[Date][]string{}
	for _, row := range readTable(t, "nyse_special_hours.csv") {
		listed[day(t, row[0])] = row
	}
	for d := range NYSE().Days(NYSE().First(), MustDate(2030, 12, 31)) {
		s, ok := NYSE().Session(d)
		if !ok {
			t.Fatalf("no session on %v", d)
		}
		row, special := listed[d]
		if s.IsSpecial() != special || (s.Name != "") != special {
			t.Errorf("%v is special: %v, want %v (%+v)", d, s.IsSpecial(), special, s)
			continue
		}
		if s.Authority.Cite == "" || s.Projected != d.After(NYSE().Announced()) {
			t.Errorf("%+v", s)
		}
		if !special {
			continue
		}
		wantOpen, _ := ParseClock(row[1]) // "unknown" is no time of day
		wantClose, _ := ParseClock(row[2])
		kind := ""
		for _, k := range []struct {
			is   bool
			name string
		}{{s.LateOpen, "late_open"}, {s.EarlyClose, "early_close"}, {s.LateClose, "late_close"}} {
			if k.is && kind != "" {
				kind += "+"
			}
			if k.is {
				kind += k.name
			}
		}
		if s.Open != wantOpen || s.Close != wantClose || kind != row[4] {
			t.Errorf("%v: %v to %v, %s; want %v", d, s.Open, s.Close, kind, row)
		}
	}
}

func TestNYSERegularHours(t *testing.T) {
	for _, tt := range []struct{ date, open, close string }{
		{"1885-01-02", "10:00", "no time of day"},
		{"1887-05-31", "10:00", "no time of day"},
		{"1887-06-01", "10:00", "15:00"},
		{"1887-06-04", "10:00", "12:00"}, // a Saturday
		{"1952-05-24", "10:00", "12:00"}, // the last Saturday
		{"1952-09-26", "10:00", "15:00"},
		{"1952-09-29", "10:00", "15:30"},
		{"1974-09-30", "10:00", "15:30"},
		{"1974-10-01", "10:00", "16:00"},
		{"1985-09-26", "10:00", "16:00"},
		{"1985-09-30", "09:30", "16:00"},
		{"2002-11-27", "09:30", "16:00"},
		{"2026-07-02", "09:30", "16:00"}, // July 4 is a Saturday: no early close
	} {
		s, ok := NYSE().Session(day(t, tt.date))
		if !ok || s.Open.String() != tt.open || s.Close.String() != tt.close || s.IsSpecial() {
			t.Errorf("%s: %+v, want %s to %s", tt.date, s, tt.open, tt.close)
		}
	}
	s, _ := NYSE().Session(day(t, "2002-11-29"))
	if got := s.CloseAt().UTC().Format(time.RFC3339); got != "2002-11-29T18:00:00Z" {
		t.Errorf("Thanksgiving Friday 2002 closes at %s", got)
	}
	if got := s.OpenAt().UTC().Format(time.RFC3339); got != "2002-11-29T14:30:00Z" {
		t.Errorf("Thanksgiving Friday 2002 opens at %s", got)
	}
	unrecorded, _ := NYSE().Session(day(t, "1886-03-03"))
	if !unrecorded.CloseAt().IsZero() {
		t.Errorf("an unrecorded close at %v", unrecorded.CloseAt())
	}
	for _, d := range []string{"2002-11-28", "1884-12-31", "2101-01-01"} {
		if s, ok := NYSE().Session(day(t, d)); ok || s != (Session{}) {
			t.Errorf("a session on %s: %+v", d, s)
		}
	}
	if _, ok := FederalReserve().Session(day(t, "2002-11-27")); ok {
		t.Error("a bank holds a session")
	}
}

// TestNYSEAnnounced compares three years with the exchange's announcement.
func TestNYSEAnnounced(t *testing.T) {
	announced := map[Date]string{}
	for _, row := range readTable(t, "nyse_announced.csv") {
		announced[day(t, row[0])] = row[1]
	}
	for d := MustDate(2026, 1, 1); d.Year() <= 2028; d = d.AddDays(1) {
		if !weekdays(d) {
			continue
		}
		got := "closed"
		if s, ok := NYSE().Session(d); ok {
			if got = ""; s.IsSpecial() {
				got = s.Close.String()
			}
		}
		if got != announced[d] {
			t.Errorf("%s: %q, announced %q", d.Long(), got, announced[d])
		}
	}
}

func TestMovedHolidays(t *testing.T) {
	for _, tt := range []struct{ date, name, actual string }{
		{"2026-07-03", "Independence Day", "2026-07-04"},
		{"2027-07-05", "Independence Day", "2027-07-04"},
		{"2021-12-24", "Christmas Day", "2021-12-25"},
		{"2002-11-28", "Thanksgiving Day", "no date"},
		{"2003-04-18", "Good Friday", "no date"},
		{"1964-05-29", "Memorial Day", "1964-05-30"},
	} {
		c, closed := NYSE().Closure(day(t, tt.date))
		if !closed || c.Name != tt.name || c.Actual.String() != tt.actual || c.Kind != Holiday || c.Authority.Cite != "NYSE Rule 7.2" {
			t.Errorf("%s: %+v", tt.date, c)
		}
	}
	c, _ := NYSE().Closure(MustDate(2026, 7, 3))
	if c.String() != "2026-07-03 Independence Day (for 2026-07-04)" {
		t.Error(c)
	}
}
