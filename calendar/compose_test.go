package calendar

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/us"

	"github.com/offerkit/offerkit/law"
)

func TestNewRefuses(t *testing.T) {
	d := MustDate(2026, 6, 1)
	_, err := fiveDays("", Date{}, Date{})
	if got := err.Error(); got != "name: is required; first: is required; last: is required" {
		t.Error(got)
	}
	// 64 days fill one word of the engine; the next day lies beyond it.
	if _, err = fiveDays("x", d, d.AddDays(63), Closure{Date: d.AddDays(64), Name: "a"}); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	_, err = fiveDays("x", d, d.AddDays(-1))
	if !errors.Is(err, law.ErrConflict) || err.Error() != "last: 2026-05-31 is before the first day, 2026-06-01" {
		t.Error(err)
	}
	_, err = fiveDays("x", d, d.AddDays(30),
		Closure{Date: d, Name: "a"},
		Closure{Date: d, Name: "b"},
		Closure{Date: d.AddDays(31), Name: "c"},
		Closure{Date: d.AddDays(1)},
		Closure{Date: d.AddDays(2), Name: "d", Kind: Weekend},
		Closure{Date: d.AddDays(3), Name: "e", Actual: d.AddDays(300)},
	)
	var faults law.Faults
	if !errors.As(err, &faults) || len(faults) != 5 || !errors.Is(err, law.ErrDuplicate) || !errors.Is(err, law.ErrRange) ||
		!errors.Is(err, law.ErrMissing) || !errors.Is(err, law.ErrInvalid) {
		t.Fatal(err)
	}
	for _, want := range []string{
		"closures[1].date: 2026-06-01 is the day of closures[0] too",
		"closures[2].date: 2026-07-02 is outside 2026-06-01 to 2026-07-01",
		"closures[3].name: is required",
		`closures[4].kind: "weekend" must be one of: holiday, special`,
		"closures[5].actual: 2027-03-28 is more than 31 days from 2026-06-04",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v lacks %q", err, want)
		}
	}
}

func TestWith(t *testing.T) {
	funeral := MustDate(2026, 12, 1)
	cite := law.Citation{Cite: "announcement of this morning"}
	amended, err := NYSE().With(
		Closure{Date: funeral, Name: "Day of mourning", Kind: Special, Authority: cite},
		Closure{Date: MustDate(2026, 12, 25), Name: "Christmas again"},
		Closure{Date: MustDate(2026, 12, 5), Name: "a Saturday"},
		Closure{Date: MustDate(2026, 12, 3), Name: "Moved Day", Actual: MustDate(2026, 12, 5)},
		Closure{Date: MustDate(2026, 12, 31), Name: "a Thursday", Actual: MustDate(2027, 1, 31)},
		Closure{Date: MustDate(2026, 12, 30), Name: "a Wednesday", Actual: MustDate(2026, 11, 29)},
	)
	if err != nil {
		t.Fatal(err)
	}
	c, closed := amended.Closure(funeral)
	if !closed || c != (Closure{Date: funeral, Name: "Day of mourning", Kind: Special, Authority: cite}) {
		t.Errorf("%+v", c)
	}
	if !NYSE().IsOpen(funeral) {
		t.Error("With changed the calendar that it was asked of")
	}
	if c, _ := amended.Closure(MustDate(2026, 12, 25)); c.Name != "Christmas Day" {
		t.Error(c)
	}
	if c, _ := amended.Closure(MustDate(2026, 12, 5)); c.Kind != Weekend {
		t.Error(c)
	}
	if c, _ := amended.Closure(MustDate(2026, 12, 3)); c.Actual != MustDate(2026, 12, 5) || c.Kind != Holiday {
		t.Error(c)
	}
	if amended.Name() != "NYSE (amended)" || amended.Announced() != NYSE().Announced() || amended == NYSE() {
		t.Error(amended.Name())
	}
	// Everything else is as it was, hours included.
	for d := NYSE().First(); !d.After(NYSE().Last()); d = d.AddDays(1) {
		changed := d == funeral || d == MustDate(2026, 12, 3) || d == MustDate(2026, 12, 30) || d == MustDate(2026, 12, 31)
		if (amended.IsOpen(d) != NYSE().IsOpen(d)) != changed {
			t.Fatalf("%v: %v", d, amended.IsOpen(d))
		}
		got, _ := amended.Session(d)
		if want, _ := NYSE().Session(d); got != want && !changed {
			t.Fatalf("%v: %+v", d, got)
		}
	}
	if _, err := NYSE().With(Closure{Date: MustDate(2101, 1, 3), Name: "too late"}); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
}

func TestThrough(t *testing.T) {
	announced, err := NYSE().Through(NYSE().Announced())
	if err != nil {
		t.Fatal(err)
	}
	if announced.Last() != MustDate(2028, 12, 31) || announced.Announced() != MustDate(2028, 12, 31) {
		t.Error(announced.Last(), announced.Announced())
	}
	if _, err := announced.Add(MustDate(2028, 12, 29), 1); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	if n, err := announced.Count(MustDate(2001, 12, 31), MustDate(2002, 12, 31)); n != 252 || err != nil {
		t.Error(n, err)
	}
	early, err := NYSE().Through(MustDate(2002, 12, 31))
	if err != nil || early.Announced() != MustDate(2002, 12, 31) {
		t.Error(early.Announced(), err)
	}
	if _, err := NYSE().Through(MustDate(2101, 1, 1)); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
}

func TestAndOr(t *testing.T) {
	both, err := NYSE().And(FederalReserve())
	if err != nil {
		t.Fatal(err)
	}
	either, err := NYSE().Or(FederalReserve())
	if err != nil {
		t.Fatal(err)
	}
	if both.Name() != "NYSE and Federal Reserve" || either.Name() != "NYSE or Federal Reserve" {
		t.Error(both.Name(), either.Name())
	}
	if both.First() != FederalReserve().First() || both.Announced() != NYSE().Announced() {
		t.Error(both.First(), both.Announced())
	}
	for d := both.First(); !d.After(both.Last()); d = d.AddDays(1) {
		a, b := NYSE().IsOpen(d), FederalReserve().IsOpen(d)
		if both.IsOpen(d) != (a && b) || either.IsOpen(d) != (a || b) {
			t.Fatalf("%v: %v %v", d, both.IsOpen(d), either.IsOpen(d))
		}
		for _, c := range []Calendar{both, either} {
			if closure, closed := c.Closure(d); closed && weekdays(d) && (closure.Kind == Weekend || closure.Name == "") {
				t.Fatalf("%s: %v is closed for no reason: %v", c.Name(), d, closure)
			}
		}
	}
	if c, _ := both.Closure(MustDate(2003, 11, 11)); c.Name != "Veterans Day" {
		t.Error(c)
	}
	if c, _ := both.Closure(MustDate(2003, 4, 18)); c.Name != "Good Friday" {
		t.Error(c)
	}
	old, err := fiveDays("old", MustDate(1900, 1, 1), MustDate(1900, 12, 31))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := old.And(FederalReserve()); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
}

func TestFromCal(t *testing.T) {
	bc := cal.NewBusinessCalendar()
	bc.AddHoliday(us.ThanksgivingDay, us.ChristmasDay)
	bc.SetWorkday(time.Saturday, true)
	first, last := MustDate(2002, 1, 1), MustDate(2003, 12, 31)
	c, err := FromCal("shop", bc, first, last)
	if err != nil {
		t.Fatal(err)
	}
	for d := first; !d.After(last); d = d.AddDays(1) {
		if want := bc.IsWorkday(d.At(MustClock(9, 0), time.UTC)); c.IsOpen(d) != want {
			t.Errorf("%v: %v", d, c.IsOpen(d))
		}
	}
	if closure, _ := c.Closure(MustDate(2002, 11, 28)); closure.Name != "Thanksgiving Day" || closure.Kind != Holiday {
		t.Error(closure)
	}
	if c.Announced() != last || !c.IsOpen(MustDate(2002, 11, 30)) {
		t.Error("a working Saturday is closed")
	}
	// A calendar that applies in one place only is asked there.
	bc.Locations = []*time.Location{time.UTC}
	if c, err = FromCal("shop", bc, first, last); err != nil || c.IsOpen(MustDate(2002, 11, 28)) {
		t.Error("the location was not respected", err)
	}
	_, err = FromCal("", nil, last, first)
	if got := err.Error(); got != "name: is required; last: 2002-01-01 is before the first day, 2003-12-31; business calendar: is required" {
		t.Error(got)
	}
}

// TestBusinessCalendar asks the rickar/cal form of each calendar about every
// day of its range.
func TestBusinessCalendar(t *testing.T) {
	custom, err := fiveDays("custom", MustDate(2002, 1, 1), MustDate(2003, 12, 31), Closure{Date: MustDate(2002, 11, 29), Name: "Bridge"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Calendar{NYSE(), FederalReserve(), Federal(), Settlement(), custom} {
		bc := c.BusinessCalendar()
		var back Calendar
		for d := later(c.First(), MustDate(1945, 1, 1)); !d.After(earlier(c.Last(), MustDate(2035, 12, 31))); d = d.AddDays(1) {
			if !back.Contains(d) { // by decades, since the exchange has hundreds of holidays
				var err error
				if back, err = FromCal(c.Name(), bc, d, d.AddDays(3652)); err != nil {
					t.Fatal(err)
				}
			}
			if back.IsOpen(d) != c.IsOpen(d) {
				t.Fatalf("%s: rickar/cal says %v is open: %v", c.Name(), d, back.IsOpen(d))
			}
			want, closed := c.Closure(d)
			got, _ := back.Closure(d)
			if closed && want.Kind != Weekend && got.Name != want.Name {
				t.Fatalf("%s: rickar/cal says %v, want %v", c.Name(), got, want)
			}
		}
	}
	bc := NYSE().BusinessCalendar()
	at := func(s string, clock Clock) time.Time { return day(t, s).At(clock, NewYork()) }
	for _, tt := range []struct {
		date       string
		hour, min  int
		isWorkTime bool
	}{
		{"2002-11-27", 15, 59, true},
		{"2002-11-29", 12, 59, true},
		{"2002-11-29", 13, 1, false}, // the early close
		{"2002-11-29", 9, 29, false},
		{"2002-11-28", 12, 0, false},
	} {
		if got := bc.IsWorkTime(at(tt.date, MustClock(tt.hour, tt.min))); got != tt.isWorkTime {
			t.Errorf("%s %d:%d: %v", tt.date, tt.hour, tt.min, got)
		}
	}
	if a, b := NYSE().BusinessCalendar(), NYSE().BusinessCalendar(); a == b || a.Holidays[0] == b.Holidays[0] {
		t.Error("two callers share one business calendar")
	}
}

// TestTooManyClosures holds the limit on different closures.
func TestTooManyClosures(t *testing.T) {
	first, last := MustDate(1600, 1, 1), MustDate(2399, 12, 31)
	var all []Closure
	for d := first; len(all) < mostRules; d = d.AddDays(1) {
		if weekdays(d) {
			all = append(all, Closure{Date: d, Name: d.String()})
		}
	}
	most, err := fiveDays("most", first, last, all...)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if got, closed := most.Closure(c.Date); !closed || got.Name != c.Name {
			t.Fatalf("%v is closed as %v", c, got)
		}
	}
	if _, err := fiveDays("one more", first, last, append(all, Closure{Date: last, Name: "the last"})...); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	none, err := fiveDays("none", first, last)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := most.And(none); err != nil {
		t.Error(err)
	}
	var half []Closure
	for d := first; len(half) < 40000; d = d.AddDays(1) {
		if weekdays(d) {
			half = append(half, Closure{Date: d, Name: d.String()})
		}
	}
	early, err := fiveDays("early", first, last, half...)
	if err != nil {
		t.Fatal(err)
	}
	d := half[39999].Date
	if c, closed := early.Closure(d); !closed || c.Name != d.String() {
		t.Error(c)
	}
	for i := range half {
		half[i].Date = half[i].Date.AddDays(7 * 8000)
		half[i].Name = half[i].Date.String()
	}
	if _, err := early.With(half...); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	other, err := fiveDays("late", first, last, half...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := early.And(other); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
}

// TestComposedSessions walks through sixty years: whatever a calendar is made of,
// it has no session on a day on which its exchange is closed, and each session is
// the exchange's.
func TestComposedSessions(t *testing.T) {
	must := func(c Calendar, err error) Calendar {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	exchange, banks, office := NYSE(), FederalReserve(), Federal()
	mourning := Closure{Date: MustDate(2026, 12, 1), Name: "Day of mourning", Kind: Special}
	amended := must(exchange.With(mourning))
	either := must(exchange.Or(banks))
	for _, row := range []struct {
		name        string
		c, exchange Calendar
		keeps       bool
	}{
		{"the exchange", exchange, exchange, true},
		{"and", must(exchange.And(banks)), exchange, true},
		{"or", either, exchange, true},
		{"the other way round", must(banks.And(exchange)), exchange, false},
		{"the other way round, or", must(banks.Or(exchange)), exchange, false},
		{"or, and", must(either.And(office)), exchange, true},
		{"or, or", must(either.Or(office)), exchange, true},
		{"or, with a closing", must(either.With(mourning)), amended, true},
		{"with a closing, or", must(amended.Or(banks)), amended, true},
		{"or, and with a closing of the banks", must(must(exchange.Or(must(banks.With(mourning)))).With(Closure{Date: MustDate(2024, 3, 29), Name: "Good Friday"})), exchange, true},
		{"or, through a day", must(either.Through(MustDate(2031, 6, 30))), exchange, true},
		{"through a day, or", must(must(exchange.Through(MustDate(2031, 6, 30))).Or(banks)), exchange, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			sessions := 0
			for d := MustDate(1971, 1, 4); d.Year() < 2031; d = d.AddDays(1) {
				got, ok := row.c.Session(d)
				want, open := row.exchange.Session(d)
				if ok != (row.keeps && open && row.c.IsOpen(d)) || ok && got != want && d.Before(MustDate(2029, 1, 1)) {
					t.Fatalf("%v: %+v, %v; the exchange: %+v, %v", d, got, ok, want, open)
				}
				if ok {
					sessions++
				}
			}
			if row.keeps && sessions < 14_900 {
				t.Errorf("%d sessions", sessions)
			}
			// The form of rickar/cal tells no hours of such a day, either.
			if bc := row.c.BusinessCalendar(); bc.WorkdayStartFunc != nil {
				for d := MustDate(2001, 1, 1); d.Year() < 2031; d = d.AddDays(1) {
					if bc.IsWorkday(d.At(MustClock(12, 0), NewYork())) && !row.exchange.IsOpen(d) {
						t.Fatalf("%v has hours", d)
					}
				}
			}
		})
	}
	for _, s := range []string{"2024-03-29", "2001-09-11", "2012-10-29", "2018-12-05", "2026-07-03"} {
		if got, ok := either.Session(day(t, s)); ok || !either.IsOpen(day(t, s)) {
			t.Errorf("%s: %+v", s, got)
		}
	}
	if c, err := (ClosingRule{Count: Deadline{Unit: Days, Calendar: either}}).On(MustDate(2026, 7, 3)); err != nil || c.Why.Has(CodeShortSession) {
		t.Errorf("%v, %v", c.Why, err)
	}
}

// TestFromCalLimit holds that the days and holidays that are asked about are bounded
// together, and so is how often the calendar's own functions are called.
func TestFromCalLimit(t *testing.T) {
	first := MustDate(1, 1, 1)
	far := &cal.Holiday{Name: "New Year", Month: time.January, Day: 1, Func: cal.CalcDayOfMonth, StartYear: 9999}
	asked := 0
	for _, row := range []struct{ holidays, days int }{
		{0, mostAsked / perDay}, {11, mostAsked / (11 + perDay)}, {mostAsked/100 - perDay, 100},
	} {
		bc := cal.NewBusinessCalendar()
		bc.WorkdayFunc = func(time.Time) bool { asked++; return true }
		bc.Holidays = make([]*cal.Holiday, row.holidays, row.holidays+1)
		for i := range bc.Holidays {
			bc.Holidays[i] = far
		}
		asked = 0
		if _, err := FromCal("full", bc, first, first.AddDays(row.days-1)); err != nil || asked != row.days {
			t.Errorf("%+v: asked %d times, %v", row, asked, err)
		}
		refused := func(what string, last Date) {
			t.Helper()
			asked = 0
			_, err := FromCal("full", bc, first, last)
			var fs law.Faults
			if !errors.As(err, &fs) || len(fs) != 1 || !errors.Is(err, law.ErrRange) || fs[0].Field != "business calendar" ||
				!strings.Contains(fs[0].Problem, "8000000") || asked > 0 {
				t.Errorf("%+v and %s: asked %d times, %v", row, what, asked, err)
			}
		}
		refused("a day", first.AddDays(row.days))
		refused("all days", MustDate(9999, 12, 31))
		bc.AddHoliday(&cal.Holiday{Name: "one more"})
		if row.days*(row.holidays+1+perDay) > mostAsked {
			refused("a holiday", first.AddDays(row.days-1))
		}
	}
}

// A day that a host's own function closes is not a weekend for that.
func TestFromCalWorkdayFunc(t *testing.T) {
	bc := cal.NewBusinessCalendar()
	bc.AddHoliday(us.ThanksgivingDay)
	bc.WorkdayFunc = func(at time.Time) bool {
		return at.Weekday() != time.Saturday && at.Weekday() != time.Sunday && at.Day() != 28
	}
	c, err := FromCal("shop", bc, MustDate(2024, 5, 1), MustDate(2024, 12, 31))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		day, name string
		kind      ClosureKind
	}{
		{"2024-05-28", "Non-working day", Holiday},
		{"2024-11-28", "Thanksgiving Day", Holiday},
		{"2024-07-28", "Sunday", Weekend},
		{"2024-09-28", "Saturday", Weekend},
	} {
		if got, closed := c.Closure(day(t, row.day)); !closed || got.Name != row.name || got.Kind != row.kind {
			t.Errorf("%s: %+v", row.day, got)
		}
	}
	due, err := Deadline{Count: 1, Unit: BusinessDays, Calendar: c}.After(MustDate(2024, 5, 28))
	if err != nil || !strings.Contains(due.Why.String(), "is closed (Non-working day), so that") {
		t.Errorf("%v, %v", due.Why, err)
	}
	due, err = Deadline{Count: 1, Unit: BusinessDays, Calendar: c}.After(MustDate(2024, 5, 27))
	if err != nil || !strings.Contains(due.Why.String(), "not counting May 28, 2024 (Non-working day)") {
		t.Errorf("%v, %v", due.Why, err)
	}
	// A week without Fridays is a matter of the week.
	bc = cal.NewBusinessCalendar()
	bc.SetWorkday(time.Friday, false)
	bc.SetWorkday(time.Sunday, true)
	if c, err = FromCal("shop", bc, MustDate(2024, 5, 1), MustDate(2024, 12, 31)); err != nil {
		t.Fatal(err)
	}
	if got, closed := c.Closure(MustDate(2024, 5, 3)); !closed || got.Kind != Weekend || !c.IsOpen(MustDate(2024, 5, 5)) {
		t.Errorf("%+v", got)
	}
	bc.Locations = []*time.Location{nil}
	if _, err = FromCal("shop", bc, MustDate(2024, 5, 1), MustDate(2024, 12, 31)); err == nil || err.Error() != "business calendar.locations[0]: is required" {
		t.Error(err)
	}
}

// fiveDays is a calendar of Mondays to Fridays.
func fiveDays(name string, first, last Date, closures ...Closure) (Calendar, error) {
	return New(Definition{Name: name, First: first, Last: last, Closures: closures})
}
