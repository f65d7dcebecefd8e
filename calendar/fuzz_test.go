package calendar

import (
	"encoding/json"
	"testing"
	"time"
)

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2002-11-25", "0001-01-01", "9999-12-31", "2002-02-30", "", "2002-11-2५", "no date"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if (err == nil) == d.IsZero() {
			t.Fatalf("%q: %v, %v", s, d, err)
		}
		want, wantErr := time.Parse(time.DateOnly, s)
		if ok := wantErr == nil && want.Year() >= 1; ok != (err == nil) || ok && (DateOf(want.Add(12*time.Hour)) != d || d.String() != s) {
			t.Fatalf("%q: %v, %v; package time says %v, %v", s, d, err, want, wantErr)
		}
	})
}

func FuzzDateJSON(f *testing.F) {
	for _, s := range []string{`"2002-11-25"`, `null`, `""`, `"`, `20021125`, `"2002-11-25`, `"\u0032002-11-25"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d Date
		if err := json.Unmarshal(data, &d); err != nil {
			return
		}
		again, err := json.Marshal(d)
		var back Date
		if err != nil || json.Unmarshal(again, &back) != nil || back != d {
			t.Fatalf("%s: %v, %s, %v", data, d, again, err)
		}
	})
}

func FuzzDateScan(f *testing.F) {
	f.Add("2002-11-25", []byte("2002-11-25"), int64(0))
	f.Add("", []byte{}, int64(1<<62))
	f.Fuzz(func(t *testing.T, s string, b []byte, unix int64) {
		for _, src := range []any{s, b, time.Unix(unix, 0).UTC()} {
			var d Date
			if err := d.Scan(src); err != nil {
				continue
			}
			v, err := d.Value()
			var back Date
			if err != nil || back.Scan(v) != nil || back != d {
				t.Fatalf("%v: %v, %v, %v", src, d, v, err)
			}
		}
	})
}

func FuzzClock(f *testing.F) {
	for _, s := range []string{"15:00", "15:00:30", "24:00", "", "1:2:3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ParseClock(s)
		if (err == nil) == c.IsZero() {
			t.Fatalf("%q: %v, %v", s, c, err)
		}
		if back, again := ParseClock(c.String()); err == nil && (again != nil || back != c) {
			t.Fatalf("%q: %v, %v", s, back, again)
		}
	})
}

func FuzzClockScan(f *testing.F) {
	f.Add("15:00", []byte("15:00:30.000000"), int64(0))
	f.Add("24:00:00", []byte("15:00:00.5"), int64(-62135596800))
	f.Fuzz(func(t *testing.T, s string, b []byte, unix int64) {
		for _, src := range []any{s, b, time.Unix(unix, 0).UTC()} {
			c := MustClock(9, 30)
			if err := c.Scan(src); err != nil {
				if c != MustClock(9, 30) {
					t.Fatalf("%v is refused and leaves %v", src, c)
				}
				continue
			}
			v, err := c.Value()
			var back Clock
			if err != nil || back.Scan(v) != nil || back != c || c.IsZero() {
				t.Fatalf("%v: %v, %v, %v", src, c, v, err)
			}
		}
	})
}

// FuzzAdd presses on the arithmetic of dates and calendars: no panic, and what
// is added can be counted back.
func FuzzAdd(f *testing.F) {
	f.Add(int32(731179), 3)
	f.Add(int32(0), 0)
	f.Add(int32(lastDay), 1<<31-1)
	f.Add(int32(1), -1<<31)
	f.Fuzz(func(t *testing.T, n int32, by int) {
		d := Date{anyDay(n)}
		if got := d.AddDays(by); !got.IsZero() && got.Sub(d) != by {
			t.Fatalf("%v + %d = %v", d, by, got)
		}
		if got, clipped := d.AddMonths(by); !got.IsZero() {
			months := (got.Year()-d.Year())*12 + int(got.Month()) - int(d.Month())
			if months != by || clipped != (got.Day() != d.Day()) || clipped && got != got.EndOfMonth() {
				t.Fatalf("%v + %d months = %v, %v", d, by, got, clipped)
			}
		}
		for _, c := range []Calendar{NYSE(), FederalReserve(), {}} {
			got, err := c.Add(d, by)
			if (err == nil) == got.IsZero() {
				t.Fatalf("%s: %v + %d = %v, %v", c.Name(), d, by, got, err)
			}
			if err != nil || by == 0 {
				continue
			}
			count, err := c.Count(d, got)
			if by < 0 {
				count, err = c.Count(got.AddDays(-1), d.AddDays(-1))
				count = -count
				if got == c.First() { // the day before it is unknown
					continue
				}
			}
			if !c.IsOpen(got) || err != nil || count != by {
				t.Fatalf("%s: %v + %d = %v, and back %d, %v", c.Name(), d, by, got, count, err)
			}
		}
	})
}

// anyDay folds any number into the days that exist, and "no date".
func anyDay(n int32) int32 {
	if n < 0 {
		n = ^n
	}
	return n % (lastDay + 1)
}

func FuzzDeadlineJSON(f *testing.F) {
	for _, rule := range []Deadline{
		{Count: 3, Unit: BusinessDays, RollEvent: true, Calendar: FederalReserve()},
		{Count: 6, Unit: Months, Roll: ModifiedForward, Exclusive: true, Calendar: NYSE()},
		{Count: 1, Unit: SettlementPeriods, Calendar: Settlement(), Cutoff: Cutoff{Clock: MustClock(17, 0), Zone: NewYork()}},
	} {
		data, err := json.Marshal(rule)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, int32(731179))
	}
	f.Fuzz(func(t *testing.T, data []byte, n int32) {
		var rule Deadline
		if err := json.Unmarshal(data, &rule); err != nil {
			return
		}
		event := Date{anyDay(n)}
		due, err := rule.After(event)
		date, bulkErr := rule.DateAfter(event)
		if (err == nil) != (bulkErr == nil) || due.Date != date || (err == nil) == date.IsZero() {
			t.Fatalf("%s: %v, %v; in bulk %v, %v", data, due, err, date, bulkErr)
		}
		_, _ = rule.Before(event)
		_, _ = rule.AfterReceipt(event.At(MustClock(12, 0), NewYork()))
	})
}
