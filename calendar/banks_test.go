package calendar

import (
	"strings"
	"testing"
	"time"
)

// datesOf reads the first column of a testdata file as a set of days.
func datesOf(t testing.TB, name string) map[Date]bool {
	set := map[Date]bool{}
	for _, row := range readTable(t, name) {
		set[day(t, row[0])] = true
	}
	return set
}

// TestFederalReserveK8 compares five years with the Board's own list.
func TestFederalReserveK8(t *testing.T) {
	listed := datesOf(t, "federal_reserve_k8.csv")
	for d := MustDate(2026, 1, 1); d.Year() <= 2030; d = d.AddDays(1) {
		if want := weekdays(d) && !listed[d]; FederalReserve().IsOpen(d) != want {
			t.Errorf("%s: open = %v", d.Long(), !want)
		}
	}
}

func TestNewYorkBanksBefore1986(t *testing.T) {
	listed := datesOf(t, "new_york_bank_closings.csv")
	if len(listed) != 154 {
		t.Fatalf("%d days listed", len(listed))
	}
	for d := FederalReserve().First(); d.Year() <= 1985; d = d.AddDays(1) {
		if want := weekdays(d) && !listed[d]; FederalReserve().IsOpen(d) != want {
			t.Errorf("%s: open = %v", d.Long(), !want)
		}
		c, closed := FederalReserve().Closure(d)
		if closed && c.Kind != Weekend && c.Authority.Doubt == "" {
			t.Errorf("%v is certain", c)
		}
		if blackout := d == MustDate(1977, 7, 14); (c.Kind == Special) != blackout {
			t.Errorf("%v is special: %v", c, !blackout)
		}
	}
}

// slowUS answers for the holidays of the statute, with the weekend rules given.
func slowUS(at time.Time, saturdayToFriday bool, juneteenth int) bool {
	holiday := func(at time.Time) bool {
		y, m, d := at.Date()
		wd, nth := at.Weekday(), (at.Day()-1)/7+1
		switch {
		case m == 1 && d == 1, m == 7 && d == 4, m == 12 && d == 25, m == 11 && d == 11 && y >= 1978,
			m == 10 && wd == time.Monday && nth == 4 && y < 1978,
			m == 6 && d == 19 && y >= juneteenth,
			m == 1 && wd == time.Monday && nth == 3 && y >= 1986,
			m == 2 && wd == time.Monday && nth == 3,
			m == 5 && wd == time.Monday && d > 24,
			m == 9 && wd == time.Monday && nth == 1,
			m == 10 && wd == time.Monday && nth == 2,
			m == 11 && wd == time.Thursday && nth == 4:
			return true
		}
		return false
	}
	wd := at.Weekday()
	return wd != time.Saturday && wd != time.Sunday && !holiday(at) &&
		!(wd == time.Monday && holiday(at.AddDate(0, 0, -1))) &&
		!(wd == time.Friday && saturdayToFriday && holiday(at.AddDate(0, 0, 1)))
}

func TestFederalReserveAgainstRules(t *testing.T) {
	for d := MustDate(1986, 1, 1); !d.After(FederalReserve().Last()); d = d.AddDays(1) {
		y, m, dom := d.Civil()
		if want := slowUS(time.Date(y, m, dom, 0, 0, 0, 0, time.UTC), false, 2021); FederalReserve().IsOpen(d) != want {
			t.Errorf("%s: open = %v", d.Long(), !want)
		}
	}
}

func TestFederalAgainstRules(t *testing.T) {
	orders := map[Date]bool{}
	for _, row := range readTable(t, "executive_order_closings.csv") {
		// Half days are not closings.
		if d := day(t, row[0]); d.Month() != 12 || d.Day() != 24 || !strings.Contains("1987 1998 2002 2009 2015", row[0][:4]) {
			orders[d] = true
		}
	}
	if len(orders) != 20 {
		t.Fatalf("%d full days", len(orders))
	}
	for d := Federal().First(); !d.After(Federal().Last()); d = d.AddDays(1) {
		y, m, dom := d.Civil()
		want := slowUS(time.Date(y, m, dom, 0, 0, 0, 0, time.UTC), true, 2021) && !orders[d]
		if Federal().IsOpen(d) != want {
			t.Errorf("%s: open = %v", d.Long(), !want)
		}
		if c, _ := Federal().Closure(d); (c.Kind == Special) != orders[d] {
			t.Errorf("%+v", c)
		}
	}
	for _, tt := range []struct{ date, doubt string }{
		{"2024-12-24", "an SEC notice was not found"},
		{"2025-12-26", ""}, // the SEC took it for no business day
		{"2025-01-09", ""},
	} {
		if c, _ := Federal().Closure(day(t, tt.date)); c.Authority.Doubt != tt.doubt {
			t.Errorf("%+v", c)
		}
	}
	if c, closed := Federal().Closure(MustDate(2027, 12, 31)); !closed || c.Actual != MustDate(2028, 1, 1) {
		t.Errorf("New Year's Day 2028 is not kept on the Friday before: %+v", c)
	}
}

// TestFourCalendarsApart holds the days on which they part.
func TestFourCalendarsApart(t *testing.T) {
	for _, tt := range []struct {
		date                          string
		nyse, banks, federal, settles bool
	}{
		{"2003-11-11", true, false, false, false}, // Veterans Day
		{"2003-10-13", true, false, false, false}, // Columbus Day
		{"2003-04-18", false, true, true, false},  // Good Friday
		{"2001-09-11", false, true, true, true},
		{"2012-10-29", false, true, true, true}, // Sandy's Monday
		{"2018-12-05", false, true, false, true},
		{"2025-01-09", false, true, false, true},
		{"2021-06-18", true, true, false, true},
		{"2026-07-03", false, true, false, false}, // July 4 is a Saturday
		{"2025-12-26", true, true, false, true},
		{"2002-11-29", true, true, true, true}, // Thanksgiving Friday, an early close
		{"2002-11-28", false, false, false, false},
		{"1990-01-15", true, false, false, false}, // traded on Dr. King's day
	} {
		d := day(t, tt.date)
		got := [4]bool{NYSE().IsOpen(d), FederalReserve().IsOpen(d), Federal().IsOpen(d), Settlement().IsOpen(d)}
		if got != [4]bool{tt.nyse, tt.banks, tt.federal, tt.settles} {
			t.Errorf("%s: %v", d.Long(), got)
		}
	}
}

func TestSettlementDays(t *testing.T) {
	for d := range datesOf(t, "closings_that_settle.csv") {
		if !Settlement().IsOpen(d) || NYSE().IsOpen(d) {
			t.Errorf("%s settles: %v, trades: %v", d.Long(), Settlement().IsOpen(d), NYSE().IsOpen(d))
		}
	}
	for d := Settlement().First(); !d.After(Settlement().Last()); d = d.AddDays(1) {
		c, closed := NYSE().Closure(d)
		want := FederalReserve().IsOpen(d) && !(closed && c.Kind == Holiday)
		if Settlement().IsOpen(d) != want {
			t.Errorf("%s: settles = %v", d.Long(), !want)
		}
	}
}
