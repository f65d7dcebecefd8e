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
	_, err := New("", Date{}, Date{})
	if got := err.Error(); got != "name: is required; first: is required; last: is required" {
		t.Error(got)
	}
	// 64 days fill one word of the engine; the next day lies beyond it.
	if _, err = New("x", d, d.AddDays(63), Closure{Date: d.AddDays(64), Name: "a"}); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	_, err = New("x", d, d.AddDays(-1))
	if !errors.Is(err, law.ErrConflict) || err.Error() != "last: 2026-05-31 is before the first day, 2026-06-01" {
		t.Error(err)
	}
	_, err = New("x", d, d.AddDays(30),
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
		`closures[4].kind: "weekend" is not one of: holiday, special`,
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
	old, err := New("old", MustDate(1900, 1, 1), MustDate(1900, 12, 31))
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
	custom, err := New("custom", MustDate(2002, 1, 1), MustDate(2003, 12, 31), Closure{Date: MustDate(2002, 11, 29), Name: "Bridge"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Calendar{NYSE(), FederalReserve(), Federal(), Settlement(), custom} {
		bc := c.BusinessCalendar()
		back, err := FromCal(c.Name(), bc, later(c.First(), MustDate(1945, 1, 1)), earlier(c.Last(), MustDate(2035, 12, 31)))
		if err != nil {
			t.Fatal(err)
		}
		for d := back.First(); !d.After(back.Last()); d = d.AddDays(1) {
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
	most, err := New("most", first, last, all...)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if got, closed := most.Closure(c.Date); !closed || got.Name != c.Name {
			t.Fatalf("%v is closed as %v", c, got)
		}
	}
	if _, err := New("one more", first, last, append(all, Closure{Date: last, Name: "the last"})...); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	none, err := New("none", first, last)
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
	early, err := New("early", first, last, half...)
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
	other, err := New("late", first, last, half...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := early.And(other); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	bc := cal.NewBusinessCalendar()
	bc.Holidays = make([]*cal.Holiday, mostHolidays+1)
	for i := range bc.Holidays { // of a year that the calendar does not reach
		bc.Holidays[i] = &cal.Holiday{Name: "New Year", Month: time.January, Day: 1, Func: cal.CalcDayOfMonth, StartYear: 2200}
	}
	bc.Holidays = bc.Holidays[:mostHolidays]
	if _, err := FromCal("full", bc, first, first.AddDays(1)); err != nil {
		t.Error(err)
	}
	bc.Holidays = bc.Holidays[:mostHolidays+1]
	if _, err := FromCal("full", bc, first, last); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
}
