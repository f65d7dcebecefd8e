package calendar

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// walkTo is the n-th open day from a day on, one way or the other, the day itself not
// counted; for n = 0 the day itself.
func walkTo(c Calendar, d Date, n, step int) Date {
	for n > 0 {
		if d = d.AddDays(step); c.IsZero() || c.IsOpen(d) {
			n--
		}
	}
	return d
}

// FuzzWindow holds each day around an event against bounds that are walked to.
func FuzzWindow(f *testing.F) {
	f.Add(uint16(8_000), uint8(10), uint8(60), uint8(0), uint8(0))
	f.Add(uint16(9_000), uint8(3), uint8(5), uint8(1), uint8(1))
	f.Add(uint16(9_500), uint8(2), uint8(2), uint8(2), uint8(0))
	f.Add(uint16(9_500), uint8(2), uint8(2), uint8(0), uint8(0))
	f.Add(uint16(120), uint8(0), uint8(3), uint8(3), uint8(1))
	f.Fuzz(func(t *testing.T, on uint16, least, most, bits, back uint8) {
		event := MustDate(2000, time.January, 1).AddDays(int(on))
		calendars, units := [2]Calendar{}, [2]Unit{Days, Days}
		for i := range calendars {
			if bits>>i&1 > 0 {
				calendars[i], units[i] = NYSE(), TradingDays
			}
		}
		w := Window{
			Least: Deadline{Count: int(least), Unit: units[0], Calendar: calendars[0]},
			Most:  Deadline{Count: int(most), Unit: units[1], Calendar: calendars[1]},
		}
		ask, step := w.After, 1
		if back&1 > 0 {
			ask, step = w.Before, -1
		}
		days, err := ask(event)
		if units[0] == units[1] && least > most {
			if !errors.Is(err, law.ErrConflict) {
				t.Fatalf("%+v: %+v, %v", w, days, err)
			}
			return
		}
		if err != nil {
			t.Fatalf("%+v from %s: %v", w, event, err)
		}
		near, far := walkTo(calendars[0], event, int(least), step), walkTo(calendars[1], event, int(most), step)
		in := 0
		for d := event.AddDays(-step * 3); d != far.AddDays(step*5); d = d.AddDays(step) {
			want := d.Sub(near)*step >= 0 && far.Sub(d)*step >= 0
			got, err := days.Contains(d)
			if err != nil || got.Within != want || got.Why.Has(codeWindowWithin) != want || len(got.Why.Against()) == 0 != want {
				t.Fatalf("%+v from %s: %s is %+v, %v; want %t", w, event, d, got, err, want)
			}
			if want {
				in++
			}
		}
		if in != days.Days || days.Why.Has(codeWindowNone) != (in == 0) {
			t.Fatalf("%+v from %s: %d days, want %d: %s", w, event, days.Days, in, days.Why)
		}
	})
}

// FuzzRun walks from one end of a run to the other.
func FuzzRun(f *testing.F) {
	f.Add(uint16(1_059), uint8(30), uint8(1), uint8(0b01), uint8(1))
	f.Add(uint16(8_000), uint8(10), uint8(0), uint8(0b11), uint8(0))
	f.Add(uint16(8_000), uint8(1), uint8(0), uint8(0b00), uint8(1))
	f.Fuzz(func(t *testing.T, on uint16, count, gap, bits, back uint8) {
		event := MustDate(2000, time.January, 1).AddDays(int(on))
		r := Run{Count: int(count), Unit: Days, From: Deadline{Count: int(gap), Unit: Days}}
		var counted, gaps Calendar
		if bits&1 > 0 {
			r.Unit, r.Calendar, counted = TradingDays, NYSE(), NYSE()
		}
		if bits&2 > 0 {
			r.From.Unit, r.From.Calendar, gaps = BusinessDays, FederalReserve(), FederalReserve()
		}
		ask, step := r.After, 1
		if back&1 > 0 {
			ask, step = r.Before, -1
		}
		got, err := ask(event)
		if count == 0 {
			if !errors.Is(err, law.ErrMissing) {
				t.Fatalf("%+v: %+v, %v", r, got, err)
			}
			return
		}
		near := walkTo(gaps, event, int(gap), step)
		for !counted.IsZero() && !counted.IsOpen(near) {
			near = near.AddDays(step)
		}
		first, last := near, walkTo(counted, near, int(count)-1, step)
		if step < 0 {
			first, last = last, first
		}
		if err != nil || got.First.Date != first || got.Last.Date != last || got.Days != int(count) {
			t.Fatalf("%+v from %s: %s to %s (%d), %v; want %s to %s", r, event, got.First.Date, got.Last.Date, got.Days, err, first, last)
		}
	})
}

// Runs of months follow one another without a gap or a day in two of them, whatever the
// day on which they begin, unless a month is too short for it.
func TestRunsOfMonths(t *testing.T) {
	run := Run{Count: 1, Unit: Months, From: Deadline{Unit: Days}}
	for d := MustDate(2023, time.January, 1); d.Year() < 2025; d = d.AddDays(1) {
		days, err := run.After(d)
		if err != nil {
			t.Fatal(err)
		}
		next, clipped := d.AddMonths(1)
		if want := next.AddDays(-1); days.First.Date != d || !clipped && days.Last.Date != want || clipped && days.Last.Date != next {
			t.Errorf("from %s to %s", days.First.Date, days.Last.Date)
		}
		back, err := run.Before(d)
		if err != nil {
			t.Fatal(err)
		}
		before, _ := d.AddMonths(-1)
		if back.Last.Date != d || back.First.Date != before.AddDays(1) {
			t.Errorf("to %s from %s", back.Last.Date, back.First.Date)
		}
	}
}

func TestWindowsRefused(t *testing.T) {
	days := func(n int) Deadline { return Deadline{Count: n, Unit: Days} }
	banks := Deadline{Count: 1, Unit: BusinessDays}
	exclusive := Deadline{Count: 2, Unit: Days, Exclusive: true}
	event := MustDate(2026, time.May, 14)
	for _, tt := range []struct {
		name string
		ask  func() error
		kind error
		want string
	}{
		{"the zero window", Window{}.Validate, law.ErrMissing, "least: is required; most: is required"},
		{"wrong bounds", Window{banks, Deadline{Count: -1, Unit: "moons"}}.Validate, law.ErrMissing, ""},
		{
			"a bound that is itself too late", Window{Least: exclusive}.Validate, law.ErrConflict,
			"least.exclusive: true must be empty: a bound is itself permitted; count one day more or less",
		},
		{"the other way round", Window{days(60), days(10)}.Validate, law.ErrConflict, "least.count: 60 is more than most.count, 10"},
		{"no event", func() error { _, err := Window{}.Before(Date{}); return err }, law.ErrMissing, "least: is required; most: is required; event: is required"},
		{"a bound outside the years", func() error { _, err := Window{Most: days(4_000_000)}.After(event); return err }, law.ErrRange, ""},
		{"the zero run", Run{}.Validate, law.ErrMissing, "count: is required and must be above zero; unit: is required; from.unit: is required"},
		{
			"a run of settlement periods", Run{Count: -3, Unit: SettlementPeriods, From: days(1)}.Validate, law.ErrInvalid,
			`count: -3 is below zero; unit: "standard settlement periods" must be one of: days, weeks, months, years, business days, trading days; calendar: is required`,
		},
		{"a run without an event", func() error { _, err := Run{Count: 1, Unit: Days, From: days(0)}.After(Date{}); return err }, law.ErrMissing, "event: is required"},
		{"a run outside the years", func() error { _, err := Run{Count: 4_000_000, Unit: Days, From: days(0)}.Before(event); return err }, law.ErrRange, ""},
		{
			"a run outside the calendar",
			func() error {
				_, err := Run{Count: 1, Unit: TradingDays, Calendar: NYSE(), From: days(0)}.Before(MustDate(1700, 1, 1))
				return err
			},
			law.ErrRange, "NYSE: 1700-01-01 is outside the calendar, which runs from 1885-01-02 to 2100-12-31",
		},
		{"the zero span", func() error { _, err := Span{}.Contains(Date{}); return err }, law.ErrMissing, "date: is required; first: is required; last: is required"},
		{
			"hours without a zone", ReceiptHours{From: MustClock(17, 0), Until: Cutoff{Clock: MustClock(16, 0)}}.Validate, law.ErrConflict,
			"until.zone: is required; until.clock: 16:00 is not after 17:00, when the hours begin",
		},
		{
			"two beginnings and ends", ReceiptHours{
				Calendar: NYSE(), From: MustClock(9, 0), FromOpening: true, UntilClose: true, Until: Cutoff{Clock: MustClock(16, 0), Zone: NewYork()},
			}.Validate, law.ErrConflict,
			"from: 09:00 must be empty: the hours begin with the opening; until.clock: 16:00 must be empty: the hours end with the close",
		},
		{
			"rolls that lead nowhere", ReceiptHours{Until: Cutoff{Zone: NewYork()}, Early: Forward, Late: Backward, Closed: ModifiedForward}.Validate, law.ErrInvalid,
			`early: "forward" must be one of: backward; late: "backward" must be one of: forward; closed: "modified forward" must be one of: forward, backward`,
		},
		{
			"no hours kept", ReceiptHours{Calendar: Federal(), UntilClose: true, Until: Cutoff{Zone: NewYork()}}.Validate, law.ErrUnsupported,
			"calendar: Federal keeps no hours",
		},
		{
			"an opening nobody recorded",
			func() error {
				h := ReceiptHours{Calendar: NYSE(), FromOpening: true, UntilClose: true, Until: Cutoff{Zone: NewYork()}}
				_, err := h.Counts(MustDate(1886, time.March, 1).At(MustClock(12, 0), NewYork()))
				return err
			},
			law.ErrUnsupported, "until_close: 1886-03-01 is a day for which the calendar has no such time on record",
		},
		{
			"a day outside the calendar",
			func() error {
				_, err := ReceiptHours{Calendar: NYSE(), Until: Cutoff{Zone: NewYork()}}.Counts(time.Date(1700, 1, 1, 12, 0, 0, 0, time.UTC))
				return err
			},
			law.ErrRange, "NYSE: 1700-01-01 is outside the calendar, which runs from 1885-01-02 to 2100-12-31",
		},
		{
			"no instant", func() error { _, err := ReceiptHours{Until: Cutoff{Zone: NewYork()}}.Counts(time.Time{}); return err }, law.ErrRange,
			"at: 0001-01-01T00:00:00Z is not an instant in the years 1 to 9999",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.ask()
			var fs law.Faults
			if !errors.Is(err, tt.kind) || !errors.As(err, &fs) || tt.want != "" && err.Error() != tt.want {
				t.Errorf("%v\nwant %s", err, tt.want)
			}
		})
	}
}

// What may still change an end of a window is said of the day held against it, once.
func TestWindowSaysWhatMayChange(t *testing.T) {
	w := Window{
		Least: Deadline{Count: 2, Unit: BusinessDays, Calendar: Federal()},
		Most:  Deadline{Count: 9, Unit: BusinessDays, Calendar: Federal()},
	}
	days, err := w.After(MustDate(2026, time.December, 22))
	if err != nil {
		t.Fatal(err)
	}
	in, err := days.Contains(MustDate(2026, time.December, 28))
	if err != nil || !in.Within || in.Projected || len(in.Why) != 2 || !in.Why.Has(codeOrder) {
		t.Errorf("%+v, %v", in, err)
	}
	far := Window{Most: Deadline{Count: 5, Unit: TradingDays, Calendar: NYSE()}}
	days, err = far.After(MustDate(2029, time.March, 1))
	if err != nil {
		t.Fatal(err)
	}
	if in, err := days.Contains(MustDate(2029, time.March, 2)); err != nil || !in.Projected || !in.Why.Has(CodeProjected) {
		t.Errorf("%+v, %v", in, err)
	}
	run := Run{Count: 30, Unit: TradingDays, Calendar: NYSE(), From: Deadline{Count: 1, Unit: TradingDays, Calendar: NYSE()}}
	for _, tt := range []struct {
		event       string
		first, last int // warnings of each end
	}{{"2028-10-02", 0, 0}, {"2028-12-22", 0, 1}, {"2029-01-02", 1, 1}} {
		days, err := run.After(day(t, tt.event))
		if err != nil {
			t.Fatal(err)
		}
		for _, end := range []struct {
			due  Due
			want int
		}{{days.First, tt.first}, {days.Last, tt.last}} {
			if notes := end.due.notes(); len(notes) != end.want || end.due.Projected != (end.want > 0) {
				t.Errorf("after %s: %+v", tt.event, end.due)
			}
		}
	}
	put := ReceiptHours{Calendar: NYSE(), From: MustClock(16, 0), Until: Cutoff{Zone: NewYork()}}
	given, err := put.Counts(MustDate(2029, time.March, 1).At(MustClock(12, 0), NewYork()))
	if err != nil || given.Given || !given.Projected || !given.Why.Has(CodeProjected) || !given.Date.IsZero() {
		t.Errorf("%+v, %v", given, err)
	}
}

// FuzzReceiptHours compares clocks as text, and walks to the open day.
func FuzzReceiptHours(f *testing.F) {
	f.Add(uint32(79_000), uint16(16*60), uint16(17*60+30), uint8(0))
	f.Add(uint32(84_500), uint16(0), uint16(0), uint8(0b1_1111))
	f.Add(uint32(84_030), uint16(570), uint16(0), uint8(0b101_0101))
	f.Add(uint32(84_030), uint16(570), uint16(570), uint8(0))
	f.Fuzz(func(t *testing.T, on uint32, from, until uint16, bits uint8) {
		at := minute(on)
		h := ReceiptHours{FromExclusive: bits&1 > 0, Until: Cutoff{Zone: NewYork(), Exclusive: bits&2 > 0}}
		begin, end := "", "24:00"
		if from %= 24 * 60; from > 0 {
			h.From = MustClock(int(from/60), int(from%60))
			begin = h.From.String()
		}
		if until %= 24 * 60; until > 0 {
			h.Until.Clock = MustClock(int(until/60), int(until%60))
			end = h.Until.Clock.String()
		}
		if bits&4 > 0 {
			h.Early = Backward
		}
		if bits&8 > 0 {
			h.Late = Forward
		}
		h.Closed = []Roll{NoRoll, Forward, Backward}[bits>>4%3]
		if bits&64 > 0 {
			h.Calendar = NYSE()
		}
		got, err := h.Counts(at)
		if refused := at.IsZero() || begin != "" && end <= begin; refused != (err != nil) {
			t.Fatalf("%+v at %s: %+v, %v", h, at, got, err)
		} else if refused {
			return
		}
		d, clock := DateOf(at.In(NewYork())), at.In(NewYork()).Format("15:04")
		step, outside := 0, false
		switch {
		case !h.Calendar.IsZero() && !h.Calendar.IsOpen(d):
			step, outside = h.Closed.step(), true
		case clock < begin || begin != "" && clock == begin && h.FromExclusive:
			step, outside = h.Early.step(), true
		case clock > end || clock == end && h.Until.Exclusive:
			step, outside = h.Late.step(), true
		}
		want := Date{}
		if step != 0 {
			want = walkTo(h.Calendar, d, 1, step)
		} else if !outside {
			want = d
		}
		if got.Given == want.IsZero() || got.Date != want || got.Event != d {
			t.Fatalf("%+v at %s: %+v, want %s", h, at, got, want)
		}
	})
}

// FuzzClausesJSON reads windows, runs, schedules and hours: what is read is written and
// comes back as it was, and neither asking nor printing it fails otherwise than with
// faults.
func FuzzClausesJSON(f *testing.F) {
	for name, input := range inputs() {
		data, err := json.Marshal(input)
		if err != nil {
			f.Fatal(err)
		}
		switch name {
		case "Window", "Run", "Schedule", "ReceiptHours":
			f.Add(data)
		}
	}
	f.Add([]byte(`{"every":3,"unit":"months","month":3,"day":31}`))
	f.Add([]byte(`{"every":-7,"unit":"weeks","month":-3,"day":-31,"nth":9,"count":{"count":99999999,"unit":"days"}}`))
	f.Add([]byte(`{"count":9223372036854775807,"unit":"months","from":{"count":9223372036854775807,"unit":"weeks"}}`))
	f.Add([]byte(`{"least":{"count":1,"unit":"business days","calendar":{"all":["NYSE","Federal"]}}}`))
	f.Add([]byte(`{"until":{"zone":"UTC"},"from":"16:00","closed":"forward"}`))
	event := MustDate(2026, time.May, 14)
	f.Fuzz(func(t *testing.T, data []byte) {
		faulty := func(err error) {
			var fs law.Faults
			if err != nil && !errors.As(err, &fs) {
				t.Fatalf("%s: %v is no fault", data, err)
			}
		}
		if w, ok := readBack[Window](t, data); ok {
			_ = w.String()
			_, err := w.Before(event)
			faulty(err)
			_, err = w.After(event)
			faulty(err)
		}
		if r, ok := readBack[Run](t, data); ok {
			_ = r.String()
			_, err := r.Before(event)
			faulty(err)
			_, err = r.After(event)
			faulty(err)
		}
		if s, ok := readBack[Schedule](t, data); ok {
			_ = s.String()
			_, err := s.Year(event.Year())
			faulty(err)
			_, err = s.Next(event)
			faulty(err)
			_, err = s.Prev(event)
			faulty(err)
		}
		if h, ok := readBack[ReceiptHours](t, data); ok {
			_ = h.String()
			_, err := h.Counts(event.At(MustClock(16, 0), NewYork()))
			faulty(err)
		}
	})
}

// readBack reads a rule, and holds that it comes back as it was.
func readBack[T any](t *testing.T, data []byte) (T, bool) {
	t.Helper()
	rule, err := law.ReadJSON[T](data)
	if err != nil {
		return rule, false
	}
	stored, err := json.Marshal(rule)
	if err != nil {
		t.Fatalf("%s: %+v: %v", data, rule, err)
	}
	back, err := law.ReadJSON[T](stored)
	if err != nil {
		t.Fatalf("%s: %v", stored, err)
	}
	if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, stored) {
		t.Fatalf("%s comes back as %s, %v", stored, again, err)
	}
	return back, true
}
