package calendar

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// slow answers every question by stepping a day at a time over IsOpen.
type slow struct{ Calendar }

func (s slow) add(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.AddDays(step)
		if !s.Contains(d) {
			return Date{}
		}
		if s.IsOpen(d) {
			n--
		}
	}
	return d
}

func (s slow) count(after, through Date) int {
	if through.Before(after) {
		return -s.count(through, after)
	}
	n := 0
	for d := after.AddDays(1); !d.After(through); d = d.AddDays(1) {
		if s.IsOpen(d) {
			n++
		}
	}
	return n
}

// strange are calendars that press on the engine's layout.
func strange(t testing.TB) []Calendar {
	t.Helper()
	first, last := MustDate(2000, 1, 1), MustDate(2009, 12, 31)
	var rare, gap []Closure
	for d := first; !d.After(last); d = d.AddDays(1) {
		if d.Day() != 13 || !weekdays(d) {
			rare = append(rare, Closure{Date: d, Name: "not the 13th"})
		}
		if d.Year() >= 2003 && d.Year() <= 2006 {
			gap = append(gap, Closure{Date: d, Name: "the great gap", Kind: Special})
		}
	}
	var out []Calendar
	for _, c := range []struct {
		name     string
		from, to Date
		closures []Closure
	}{
		{"one open day", MustDate(2002, 11, 25), MustDate(2002, 11, 25), nil},
		{"one closed day", MustDate(2002, 11, 30), MustDate(2002, 11, 30), nil},
		{"a word", MustDate(2002, 11, 25), MustDate(2002, 11, 25).AddDays(63), nil},
		{"a word and a day", MustDate(2002, 11, 25), MustDate(2002, 11, 25).AddDays(64), nil},
		{"rare", first, last, rare},
		{"gap", first, last, gap},
		{"never", first, last, append(gap, rare...)[:0]},
	} {
		made, err := fiveDays(c.name, c.from, c.to, c.closures...)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, made)
	}
	all := make([]Closure, 0, 4000)
	for d := first; !d.After(last); d = d.AddDays(1) {
		all = append(all, Closure{Date: d, Name: "shut"})
	}
	shut, err := fiveDays("always shut", first, last, all...)
	if err != nil {
		t.Fatal(err)
	}
	return append(out, shut)
}

// TestEngineAgainstSteps compares every answer with stepping day by day.
func TestEngineAgainstSteps(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	calendars := append(strange(t), NYSE(), FederalReserve(), Federal(), Settlement())
	for _, c := range calendars {
		s := slow{c}
		days := c.Last().Sub(c.First()) + 1
		for range 400 {
			d := c.First().AddDays(random.IntN(days))
			n := random.IntN(41) - 20
			got, err := c.Add(d, n)
			if want := s.add(d, n); got != want || (err != nil) != want.IsZero() {
				t.Fatalf("%s: %v + %d = %v, %v; want %v", c.Name(), d, n, got, err, want)
			}
			e := d.AddDays(random.IntN(200) - 100)
			count, err := c.Count(d, e)
			if !c.Contains(e) {
				if !errors.Is(err, law.ErrRange) {
					t.Fatalf("%s: counted to %v: %d, %v", c.Name(), e, count, err)
				}
			} else if want := s.count(d, e); count != want || err != nil {
				t.Fatalf("%s: count(%v, %v) = %d, %v; want %d", c.Name(), d, e, count, err, want)
			}
			on, err := c.OnOrAfter(d)
			want := d
			if !c.IsOpen(d) {
				want = s.add(d, 1)
			}
			if on != want || (err != nil) != want.IsZero() {
				t.Fatalf("%s: on or after %v = %v, %v", c.Name(), d, on, err)
			}
			on, err = c.OnOrBefore(d)
			if want = d; !c.IsOpen(d) {
				want = s.add(d, -1)
			}
			if on != want || (err != nil) != want.IsZero() {
				t.Fatalf("%s: on or before %v = %v, %v", c.Name(), d, on, err)
			}
		}
	}
}

// TestEveryDayOnce walks all days of each calendar: the sessions that Days
// yields are the open days in order, and Next, Prev and Count agree with them.
func TestEveryDayOnce(t *testing.T) {
	for _, c := range append(strange(t), NYSE(), FederalReserve(), Federal(), Settlement()) {
		for _, d := range []Date{c.First().AddDays(-1), c.Last().AddDays(1), {}} {
			if closure, closed := c.Closure(d); c.IsOpen(d) || c.Contains(d) || closed {
				t.Fatalf("%s knows %v: %v", c.Name(), d, closure)
			}
		}
		var want []Date
		for d := c.First(); !d.After(c.Last()); d = d.AddDays(1) {
			closure, closed := c.Closure(d)
			if closed == c.IsOpen(d) || closed && (closure.Date != d || closure.Name == "" || closure.Kind == "") {
				t.Fatalf("%s: %v is open: %v, closed: %v %v", c.Name(), d, c.IsOpen(d), closed, closure)
			}
			if c.IsOpen(d) {
				want = append(want, d)
			}
		}
		if got := slices.Collect(c.Days(c.First(), c.Last())); !slices.Equal(got, want) {
			t.Fatalf("%s: %d days, want %d", c.Name(), len(got), len(want))
		}
		if got := slices.Collect(c.Days(MustDate(1, 1, 1), MustDate(9999, 12, 31))); !slices.Equal(got, want) {
			t.Fatalf("%s: %d days in all time, want %d", c.Name(), len(got), len(want))
		}
		for i, d := range want {
			if i == 0 {
				continue
			}
			if next, err := c.Next(want[i-1]); next != d || err != nil {
				t.Fatalf("%s: next after %v = %v, %v", c.Name(), want[i-1], next, err)
			}
			if prev, err := c.Prev(d); prev != want[i-1] || err != nil {
				t.Fatalf("%s: before %v = %v, %v", c.Name(), d, prev, err)
			}
			if n, err := c.Count(want[0], d); n != i || err != nil {
				t.Fatalf("%s: %v is day %d, %v; want %d", c.Name(), d, n, err, i)
			}
			if far, err := c.Add(want[0], i); far != d || err != nil {
				t.Fatalf("%s: day %d is %v, %v; want %v", c.Name(), i, far, err, d)
			}
		}
	}
}

func TestDaysBetween(t *testing.T) {
	nyse := NYSE()
	got := slices.Collect(nyse.Days(day(t, "2002-11-27"), day(t, "2002-12-02")))
	if !slices.Equal(got, []Date{day(t, "2002-11-27"), day(t, "2002-11-29"), day(t, "2002-12-02")}) {
		t.Error(got)
	}
	for _, tt := range [][2]string{{"2002-12-02", "2002-11-27"}, {"1884-01-01", "1885-01-01"}, {"2101-01-01", "2200-01-01"}, {"2002-11-30", "2002-12-01"}} {
		if got := slices.Collect(nyse.Days(day(t, tt[0]), day(t, tt[1]))); len(got) != 0 {
			t.Errorf("%v: %v", tt, got)
		}
	}
	for range nyse.Days(nyse.First(), nyse.Last()) {
		break // an early stop is honored
	}
}

func TestRangeErrors(t *testing.T) {
	nyse := NYSE()
	in, before, after := day(t, "2002-11-25"), day(t, "1885-01-01"), day(t, "2101-01-01")
	check := func(what string, err error, text string) {
		t.Helper()
		var fault *law.Fault
		if !errors.Is(err, law.ErrRange) || !errors.As(err, &fault) || fault.Field != "NYSE" || !strings.Contains(err.Error(), text) {
			t.Errorf("%s: %v", what, err)
		}
	}
	limits := "runs from 1885-01-02 to 2100-12-31"
	for _, d := range []Date{before, after, {}, MustDate(1, 1, 1), MustDate(9999, 12, 31)} {
		_, err := nyse.Add(d, 3)
		check("add", err, limits)
		_, err = nyse.Next(d)
		check("next", err, limits)
		_, err = nyse.Prev(d)
		check("prev", err, limits)
		_, err = nyse.OnOrAfter(d)
		check("on or after", err, limits)
		_, err = nyse.OnOrBefore(d)
		check("on or before", err, limits)
		_, err = nyse.Count(d, in)
		check("count", err, limits)
		_, err = nyse.Count(in, d)
		check("count", err, limits)
		if nyse.IsOpen(d) || nyse.Contains(d) {
			t.Errorf("%v is known", d)
		}
		if c, ok := nyse.Closure(d); ok {
			t.Errorf("%v is closed: %v", d, c)
		}
	}
	for _, n := range []int{math.MaxInt, math.MinInt, math.MaxInt32, math.MinInt32, 1 << 20, -1 << 20} {
		_, err := nyse.Add(in, n)
		check("far", err, limits)
	}
	if got, err := nyse.Add(day(t, "2002-11-30"), 0); got != day(t, "2002-11-30") || err != nil {
		t.Errorf("a closed day plus nothing = %v, %v", got, err)
	}
	if got := Federal().Closures(2027); got[len(got)-1].Date != MustDate(2027, 12, 31) || got[0].Date != MustDate(2027, 1, 1) {
		t.Error("a closure at the end of the year is left out:", got)
	}
	if got := nyse.Closures(1884); got != nil {
		t.Error(got)
	}
	if got := nyse.Closures(math.MaxInt); got != nil {
		t.Error(got)
	}
	var names []string
	for _, c := range nyse.Closures(2012) {
		names = append(names, c.Date.String()+" "+c.Name)
	}
	if got := strings.Join(names, "; "); got != "2012-01-02 New Year's Day; 2012-01-16 Martin Luther King, Jr. Day; "+
		"2012-02-20 Washington's Birthday; 2012-04-06 Good Friday; 2012-05-28 Memorial Day; 2012-07-04 Independence Day; "+
		"2012-09-03 Labor Day; 2012-10-29 Hurricane Sandy; 2012-10-30 Hurricane Sandy; 2012-11-22 Thanksgiving Day; 2012-12-25 Christmas Day" {
		t.Error(got)
	}
}

func TestZeroCalendar(t *testing.T) {
	var c Calendar
	d := MustDate(2002, 11, 25)
	if !c.IsZero() || NYSE().IsZero() || c.Name() != "no calendar" || !c.First().IsZero() || !c.Last().IsZero() || !c.Announced().IsZero() {
		t.Errorf("%+v", c)
	}
	if c.IsOpen(d) || c.Contains(d) || c.IsOpen(Date{}) || c.Contains(Date{}) {
		t.Error("the zero calendar knows a day")
	}
	if _, err := c.Add(d, 1); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	if _, err := c.Count(d, d); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	if _, err := c.OnOrAfter(d); !errors.Is(err, law.ErrRange) {
		t.Error(err)
	}
	if _, ok := c.Closure(d); ok {
		t.Error("the zero calendar is closed")
	}
	if _, ok := c.Session(d); ok {
		t.Error("the zero calendar holds a session")
	}
	if got := slices.Collect(c.Days(d, d)); got != nil || c.Closures(2002) != nil {
		t.Error(got)
	}
	for _, err := range []error{
		func() error { _, err := c.With(); return err }(),
		func() error { _, err := c.Through(d); return err }(),
		func() error { _, err := c.And(NYSE()); return err }(),
		func() error { _, err := NYSE().And(c); return err }(),
		func() error { _, err := NYSE().Or(c); return err }(),
	} {
		if !errors.Is(err, law.ErrRange) && !errors.Is(err, law.ErrMissing) {
			t.Error(err)
		}
	}
	if bc := c.BusinessCalendar(); bc.IsWorkday(d.At(MustClock(12, 0), NewYork())) {
		t.Error("the zero calendar works")
	}
}

func TestNoAllocations(t *testing.T) {
	nyse, d := NYSE(), MustDate(2002, 11, 25)
	banks := Deadline{Count: 3, Unit: BusinessDays, RollEvent: true, Roll: Forward, Exclusive: true, Calendar: FederalReserve()}
	months := Deadline{Count: 6, Unit: Months}
	noon := d.At(MustClock(12, 0), NewYork())
	for name, f := range map[string]func(){
		"IsOpen":  func() { nyse.IsOpen(d) },
		"Next":    func() { _, _ = nyse.Next(d) },
		"Prev":    func() { _, _ = nyse.Prev(d) },
		"Add":     func() { _, _ = nyse.Add(d, 10000) },
		"Count":   func() { _, _ = nyse.Count(d, MustDate(2012, 11, 25)) },
		"Closure": func() { _, _ = nyse.Closure(MustDate(2002, 11, 28)) },
		"Session": func() { _, _ = nyse.Session(MustDate(2002, 11, 29)) },
		"Days": func() {
			for range nyse.Days(d, MustDate(2003, 11, 25)) {
				continue
			}
		},
		"DateOn":      func() { _, _ = FocusClosing().DateOn(d) },
		"DateAfter":   func() { _, _ = banks.DateAfter(d) },
		"DateBefore":  func() { _, _ = months.DateBefore(d) },
		"At":          func() { d.At(MustClock(15, 0), NewYork()) },
		"DateIn":      func() { DateIn(noon, NewYork()) },
		"IsOpenAt":    func() { _, _ = nyse.IsOpenAt(noon) },
		"NextOpen":    func() { _, _ = nyse.NextOpen(noon) },
		"NextClose":   func() { _, _ = nyse.NextClose(noon) },
		"TradingTime": func() { _, _ = nyse.TradingTime(noon, noon.AddDate(1, 0, 0)) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

// TestMemoryKept adds up what the four calendars keep for good.
func TestMemoryKept(t *testing.T) {
	const limit = 256 << 10
	kept := 0
	for _, c := range []Calendar{NYSE(), FederalReserve(), Federal(), Settlement()} {
		kept += 8*len(c.t.open) + 4*len(c.t.before) + 4*len(c.t.base) + len(c.t.offset) +
			4*len(c.t.closedDay) + 2*len(c.t.closedRule) + 40*len(c.t.rules)
		if c.t.hours != nil {
			kept += 16*len(c.t.hours.regular) + 32*len(c.t.hours.special)
		}
	}
	if kept > limit {
		t.Errorf("%d bytes are kept, the limit is %d", kept, limit)
	}
	t.Logf("%d bytes kept", kept)
}
