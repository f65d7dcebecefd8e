package calendar

import (
	"slices"
	"testing"
	"time"

	"github.com/rickar/cal/v2"
)

// taken is a calendar beside the plain list of the days that it must have open.
type taken struct {
	c           Calendar
	first, last Date
	open        map[Date]bool
}

// takeBytes cuts the first n bytes off, zeros after the end.
func takeBytes(data *[]byte, n int) []byte {
	out := make([]byte, n)
	*data = (*data)[copy(out, *data):]
	return out
}

func onWeekday(d Date) bool { return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday }

// takeCalendar reads a calendar of at most 256 days of 2002 and 2003.
func takeCalendar(t *testing.T, name string, data *[]byte) taken {
	t.Helper()
	head := takeBytes(data, 3)
	first := MustDate(2002, time.August, 1).AddDays(int(head[0]))
	out := taken{first: first, last: first.AddDays(int(head[1])), open: map[Date]bool{}}
	for d := first; !d.After(out.last); d = d.AddDays(1) {
		out.open[d] = onWeekday(d)
	}
	closures := takeClosures(out, head[2], data)
	for _, closure := range closures {
		out.open[closure.Date] = false
	}
	var err error
	if out.c, err = fiveDays(name, out.first, out.last, closures...); err != nil {
		t.Fatal(err)
	}
	return out
}

// takeClosures reads up to seven closed days of the calendar, each once.
func takeClosures(from taken, many byte, data *[]byte) []Closure {
	var out []Closure
	for _, b := range takeBytes(data, int(many%8)) {
		d := from.first.AddDays(int(b) % (from.last.Sub(from.first) + 1))
		if !slices.ContainsFunc(out, func(c Closure) bool { return c.Date == d }) {
			out = append(out, Closure{Date: d, Name: "closed", Kind: []ClosureKind{Holiday, Special}[b%2]})
		}
	}
	return out
}

// check walks the calendar's days one by one, with a week on either side.
func (want taken) check(t *testing.T) {
	t.Helper()
	c := want.c
	if c.First() != want.first || c.Last() != want.last || c.Announced() != want.last {
		t.Fatalf("%s runs from %s to %s (%s), want %s to %s", c.Name(), c.First(), c.Last(), c.Announced(), want.first, want.last)
	}
	left := 0
	var next Date
	for d := want.last.AddDays(7); !d.Before(want.first.AddDays(-7)); d = d.AddDays(-1) {
		if c.IsOpen(d) != want.open[d] {
			t.Fatalf("%s is open on %s: %v", c.Name(), d, c.IsOpen(d))
		}
		if c.Contains(d) {
			if n, err := c.Count(d, want.last); err != nil || n != left {
				t.Fatalf("%s has %d open days after %s, %v; want %d", c.Name(), n, d, err, left)
			}
			if got, err := c.Next(d); got != next || (err == nil) == next.IsZero() {
				t.Fatalf("%s: %s is next after %s, %v; want %s", c.Name(), got, d, err, next)
			}
			if _, told := c.Closure(d); told && want.open[d] {
				t.Fatalf("%s tells why it is closed on %s, and is not", c.Name(), d)
			}
		}
		if want.open[d] {
			left, next = left+1, d
		}
	}
}

// FuzzCompose puts two calendars together in each way there is and holds the
// result to the plain lists of their days.
func FuzzCompose(f *testing.F) {
	f.Add([]byte{92, 90, 2, 27, 28, 100, 100, 3, 5, 6, 20, 3, 1, 9, 40})
	f.Add([]byte{0, 10, 0, 200, 10, 0})
	f.Add([]byte{0, 255, 7, 1, 2, 3, 4, 5, 6, 7, 255, 0, 1, 0, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		a, b := takeCalendar(t, "A", &data), takeCalendar(t, "B", &data)
		a.check(t)
		for word, combine := range map[string]func(a, b bool) bool{
			"and": func(a, b bool) bool { return a && b },
			"or":  func(a, b bool) bool { return a || b },
		} {
			want := taken{first: later(a.first, b.first), last: earlier(a.last, b.last), open: map[Date]bool{}}
			for d := want.first; !d.After(want.last); d = d.AddDays(1) {
				want.open[d] = combine(a.open[d], b.open[d])
			}
			var err error
			if word == "and" {
				want.c, err = a.c.And(b.c)
			} else {
				want.c, err = a.c.Or(b.c)
			}
			if apart := want.last.Before(want.first); apart != (err != nil) {
				t.Fatalf("%s to %s %s %s to %s: %v", a.first, a.last, word, b.first, b.last, err)
			}
			if err == nil {
				want.check(t)
			}
		}
		rest := takeBytes(&data, 2)
		amended := taken{first: a.first, last: a.last, open: map[Date]bool{}}
		closures := takeClosures(a, rest[0], &data)
		for d, open := range a.open {
			amended.open[d] = open && !slices.ContainsFunc(closures, func(c Closure) bool { return c.Date == d })
		}
		var err error
		if amended.c, err = a.c.With(closures...); err != nil {
			t.Fatal(err)
		}
		amended.check(t)
		cut := a.first.AddDays(int(rest[1]) - 20)
		short, err := amended.c.Through(cut)
		if inside := !cut.Before(a.first) && !cut.After(a.last); inside != (err == nil) {
			t.Fatalf("%s to %s, cut off after %s: %v", a.first, a.last, cut, err)
		} else if inside {
			kept := taken{c: short, first: a.first, last: cut, open: map[Date]bool{}}
			for d, open := range amended.open {
				kept.open[d] = open && !d.After(cut)
			}
			kept.check(t)
		}
	})
}

// FuzzFromCal holds a calendar made from the other library to fixed holidays on
// weekdays, and both ways between the libraries to the same days.
func FuzzFromCal(f *testing.F) {
	f.Add([]byte{92, 90, 0}, []byte{28, 11, 25, 12})
	f.Add([]byte{0, 255, 7, 1, 2, 3, 4, 5, 6, 7}, []byte{31, 2, 1, 1})
	f.Fuzz(func(t *testing.T, data, holidays []byte) {
		want := takeCalendar(t, "A", &data)
		back, err := FromCal("back", want.c.BusinessCalendar(), want.first, want.last)
		if err != nil {
			t.Fatal(err)
		}
		want.c = back
		want.check(t)

		office := cal.NewBusinessCalendar()
		fixed := map[[2]int]bool{}
		for ; len(holidays) >= 2 && len(fixed) < 9; holidays = holidays[2:] {
			d, m := int(holidays[0]%28)+1, int(holidays[1]%12)+1
			if fixed[[2]int{m, d}] {
				continue
			}
			fixed[[2]int{m, d}] = true
			office.AddHoliday(&cal.Holiday{Name: "fixed", Month: time.Month(m), Day: d, Func: cal.CalcDayOfMonth})
		}
		for d := range want.open {
			_, month, day := d.Civil()
			want.open[d] = onWeekday(d) && !fixed[[2]int{int(month), day}]
		}
		if want.c, err = FromCal("office", office, want.first, want.last); err != nil {
			t.Fatal(err)
		}
		want.check(t)
	})
}

// FuzzNthOfMonth walks the month.
func FuzzNthOfMonth(f *testing.F) {
	f.Add(2002, 11, -1)
	f.Add(2001, 9, 15)
	f.Add(2100, 12, 23)
	f.Add(1885, 1, 1)
	f.Add(-1, 13, 0)
	f.Fuzz(func(t *testing.T, year, month, n int) {
		if year > 2200 || year < 1800 {
			year = 1880 + (year%230+230)%230
		}
		nyse := NYSE()
		var open []Date
		whole := month >= 1 && month <= 12
		if whole {
			for d := MustDate(year, time.Month(month), 1); d.Month() == time.Month(month); d = d.AddDays(1) {
				whole = whole && !d.Before(nyse.First()) && !d.After(nyse.Last())
				if nyse.IsOpen(d) {
					open = append(open, d)
				}
			}
		}
		var want Date
		switch {
		case whole && n >= 1 && n <= len(open):
			want = open[n-1]
		case whole && n <= -1 && n >= -len(open):
			want = open[len(open)+n]
		}
		if got, err := nyse.NthOfMonth(year, time.Month(month), n); got != want || (err == nil) == want.IsZero() {
			t.Fatalf("day %d of %d-%d is %s, %v; want %s", n, year, month, got, err, want)
		}
	})
}
