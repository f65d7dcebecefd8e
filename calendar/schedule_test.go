package calendar

import (
	"errors"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// names reports whether the schedule names a day, as a walk from day to day sees it.
func names(s Schedule, d Date) bool {
	if s.Unit == Weeks {
		return d.Weekday().String() == s.Weekday
	}
	if s.Every > 1 && (int(d.Month())-int(s.Month)+12)%s.Every != 0 {
		return false
	}
	ends := d.AddDays(1).Month() != d.Month()
	switch {
	case s.Weekday == "":
		return d.Day() == s.Day || ends && d.Day() < s.Day
	case d.Weekday().String() != s.Weekday:
		return false
	case s.Nth < 0:
		return d.AddDays(7).Month() != d.Month()
	}
	return (d.Day()+6)/7 == s.Nth
}

// walked are the days due for each day named in a span, in order.
func walked(t *testing.T, s Schedule, from, to Date) (named, due []Date) {
	t.Helper()
	for d := from; !d.After(to); d = d.AddDays(1) {
		if !names(s, d) {
			continue
		}
		at, step := d, 1
		if s.Back {
			step = -1
		}
		at = walkTo(map[Unit]Calendar{TradingDays: s.Count.Calendar}[s.Count.Unit], at, s.Count.Count, step)
		if s.Count.Roll != NoRoll && !s.Count.Calendar.IsOpen(at) {
			nominal := at
			for at = nominal; !s.Count.Calendar.IsOpen(at); {
				at = at.AddDays(s.Count.Roll.step())
			}
			if modified := s.Count.Roll == ModifiedForward || s.Count.Roll == ModifiedBackward; modified && at.Month() != nominal.Month() {
				for at = nominal; !s.Count.Calendar.IsOpen(at); {
					at = at.AddDays(-s.Count.Roll.step())
				}
			}
		}
		named, due = append(named, d), append(due, at)
	}
	return named, due
}

// FuzzSchedule compares the days of schedules of many kinds with those of a walk.
func FuzzSchedule(f *testing.F) {
	f.Add(uint8(3), uint8(3), uint8(31), uint8(0), uint8(0), uint8(2), uint8(0), uint16(300), uint16(700))
	f.Add(uint8(1), uint8(0), uint8(15), uint8(0), uint8(0), uint8(3), uint8(0), uint16(0), uint16(70))
	f.Add(uint8(1), uint8(0), uint8(0), uint8(5), uint8(1), uint8(0), uint8(0), uint16(20), uint16(40))
	f.Add(uint8(1), uint8(0), uint8(31), uint8(0), uint8(0), uint8(0), uint8(0b110_0011), uint16(60), uint16(90))
	f.Add(uint8(12), uint8(5), uint8(0), uint8(1), uint8(4), uint8(1), uint8(0b1001_0101), uint16(500), uint16(40))
	f.Add(uint8(1), uint8(0), uint8(0), uint8(7), uint8(0), uint8(1), uint8(0b1000), uint16(500), uint16(40))
	f.Add(uint8(0), uint8(0), uint8(14), uint8(0), uint8(0), uint8(4), uint8(0b1010_0100), uint16(20), uint16(90))
	f.Add(uint8(6), uint8(8), uint8(30), uint8(0), uint8(0), uint8(0), uint8(0b0101_0000), uint16(650), uint16(1))
	f.Fuzz(func(t *testing.T, every, month, day, weekday, nth, roll, bits uint8, on, span uint16) {
		s := Schedule{Every: []int{1, 2, 3, 4, 6, 12}[every%6], Unit: Months, Back: bits&1 > 0}
		if s.Every > 1 {
			s.Month = time.Month(month%12 + 1)
		}
		if weekday %= 8; weekday == 0 {
			s.Day = int(day%31 + 1)
		} else {
			s.Weekday, s.Nth = time.Weekday(weekday%7).String(), []int{-1, 1, 2, 3, 4}[nth%5]
			if bits&8 > 0 {
				s = Schedule{Every: 1, Unit: Weeks, Weekday: s.Weekday, Back: s.Back}
			}
		}
		if bits&2 > 0 || roll%5 > 0 || bits&4 > 0 {
			s.Count = Deadline{Count: int(bits >> 4), Unit: Days, Roll: append(Roll("").all(), NoRoll)[roll%5], Calendar: NYSE()}
			if bits&2 > 0 {
				s.Count.Unit = TradingDays
			}
		}
		from := MustDate(2023, time.January, 1).AddDays(int(on % 1_500))
		to := from.AddDays(int(span % 1_000))
		named, due := walked(t, s, from.AddDays(-500), to.AddDays(500))

		var want []Date
		next, prev := Date{}, Date{}
		for _, d := range due {
			if !d.Before(from) && !d.After(to) {
				want = append(want, d)
			}
			if next.IsZero() && d.After(from) {
				next = d
			}
			if d.Before(from) {
				prev = d
			}
		}
		same := func(what string, got []Due, err error, want []Date) {
			t.Helper()
			same := err == nil && len(got) == len(want)
			for i := 0; same && i < len(got); i++ {
				same = got[i].Date == want[i]
			}
			if text, _ := listOf(got, nil); !same {
				t.Fatalf("%s %s, %+v: %s, %v; want %v", s, what, s, text, err, want)
			}
		}
		between, err := s.Between(from, to)
		same("from "+from.String()+" to "+to.String(), between, err, want)
		after, err := s.Next(from)
		same("after "+from.String(), []Due{after}, err, []Date{next})
		before, err := s.Prev(from)
		same("before "+from.String(), []Due{before}, err, []Date{prev})

		want = nil
		for i, d := range named {
			if d.Year() == from.Year() {
				want = append(want, due[i])
			}
		}
		if year := from.Year(); from.AddDays(-500).Year() < year && to.AddDays(500).Year() > year {
			all, err := s.Year(year)
			same("of the year", all, err, want)
		}
	})
}

// That a month is short is said of a day that it does not have, and not of its last day.
func TestScheduleSaysShortMonths(t *testing.T) {
	for _, tt := range []struct {
		day  int
		want bool
	}{{28, false}, {30, true}, {31, false}} {
		due, err := Schedule{Every: 1, Unit: Months, Day: tt.day}.Next(MustDate(2026, time.February, 1))
		if err != nil || due.Date != MustDate(2026, time.February, 28) || due.Why.Has(codeClipped) != tt.want {
			t.Errorf("%d: %+v, %v", tt.day, due, err)
		}
	}
}

// A schedule has the days of all years, and none beyond.
func TestScheduleAtTheEnds(t *testing.T) {
	first, last := MustDate(1, time.January, 1), MustDate(9999, time.December, 31)
	for _, s := range []Schedule{
		{Every: 1, Unit: Months, Day: 1},
		{Every: 3, Unit: Months, Month: time.March, Day: 31},
		{Every: 12, Unit: Months, Month: time.December, Weekday: "Friday", Nth: -1},
		{Every: 1, Unit: Weeks, Weekday: "Monday"},
		{Every: 1, Unit: Weeks, Weekday: "Sunday", Count: Deadline{Unit: Days}},
	} {
		t.Run(s.String(), func(t *testing.T) {
			for _, ends := range [][2]Date{{first, first.AddDays(800)}, {last.AddDays(-800), last}} {
				var want []Date
				for d := ends[0]; !d.After(ends[1]) && !d.IsZero(); d = d.AddDays(1) {
					if names(s, d) {
						want = append(want, d)
					}
				}
				got, err := s.Between(ends[0], ends[1])
				if text, _ := listOf(got, nil); err != nil || len(got) != len(want) || got[0].Date != want[0] || got[len(got)-1].Date != want[len(want)-1] {
					t.Errorf("%s, %v; want %v", text, err, want)
				}
			}
			for _, year := range []int{1, 9999} {
				got, err := s.Year(year)
				if n := 12 / s.Every; err != nil || s.Unit == Months && len(got) != n || s.Unit == Weeks && len(got) != 52 && len(got) != 53 {
					t.Errorf("%d in the year %d, %v", len(got), year, err)
				}
			}
			if due, err := s.Next(last); !errors.Is(err, law.ErrRange) {
				t.Errorf("%+v, %v", due, err)
			}
			if due, err := s.Prev(first); !errors.Is(err, law.ErrRange) {
				t.Errorf("%+v, %v", due, err)
			}
		})
	}
}

// A schedule on a calendar that begins and ends answers for the days within it, though
// it cannot count from those that are named beyond.
func TestScheduleAtTheEndsOfACalendar(t *testing.T) {
	from, to := MustDate(2026, time.January, 1), MustDate(2026, time.December, 31)
	days, err := New(Definition{Name: "a year", First: from, Last: to})
	if err != nil {
		t.Fatal(err)
	}
	s := Schedule{Every: 1, Unit: Months, Day: 15, Count: Deadline{Unit: Days, Roll: Forward, Calendar: days}}
	got, err := s.Between(from.AddDays(1), to)
	if err != nil || len(got) != 12 {
		t.Errorf("%d, %v", len(got), err)
	}
	// The calendar does not say that December 15 did not move to its first day.
	if got, err := s.Between(from, to); !errors.Is(err, law.ErrRange) {
		t.Errorf("%d, %v", len(got), err)
	}
	if due, err := s.Next(MustDate(2026, time.January, 10)); err != nil || due.Date != MustDate(2026, time.January, 15) {
		t.Errorf("%+v, %v", due, err)
	}
	if due, err := s.Next(MustDate(2026, time.December, 15)); !errors.Is(err, law.ErrRange) {
		t.Errorf("%+v, %v", due, err)
	}
	s.Count.Roll = Backward
	if got, err := s.Year(2026); err != nil || len(got) != 12 {
		t.Errorf("%d, %v", len(got), err)
	}
}

func TestSchedulesRefused(t *testing.T) {
	month := Schedule{Every: 1, Unit: Months, Day: 15}
	for _, tt := range []struct {
		name string
		ask  func() error
		kind error
		want string
	}{
		{"the zero schedule", Schedule{}.Validate, law.ErrMissing, "unit: is required; every: is required and must be above zero; day: 0 is not from 1 to 31"},
		{
			"a week with what months have", Schedule{Every: 2, Unit: Weeks, Month: 3, Day: 4, Nth: 5}.Validate, law.ErrConflict,
			"every: 2 is not from 1 to 1; month: 3 must be empty: the unit is weeks; day: 4 must be empty: the unit is weeks; " +
				"nth: 5 must be empty: the unit is weeks; weekday: is required",
		},
		{"each fifth month", Schedule{Every: 5, Unit: Months, Day: 32}.Validate, law.ErrRange, "every: 5 is not one of 1, 2, 3, 4, 6 and 12, which divide a year; month: 0 is not from 1 to 12; day: 32 is not from 1 to 31"},
		{"a month of each month", Schedule{Every: 1, Unit: Months, Month: 3, Day: 1}.Validate, law.ErrConflict, "month: 3 must be empty: every month has such a day"},
		{"two days named", Schedule{Every: 1, Unit: Months, Day: 1, Weekday: "Friday", Nth: 1}.Validate, law.ErrConflict, "day: 1 must be empty: a weekday is named"},
		{"a fifth Friday", Schedule{Every: 1, Unit: Months, Weekday: "Friday", Nth: 5}.Validate, law.ErrRange, "nth: 5 is not from 1 to 4"},
		{"which Friday", Schedule{Every: 1, Unit: Months, Weekday: "Friday"}.Validate, law.ErrRange, "nth: 0 is not from 1 to 4"},
		{"the second of what", Schedule{Every: 1, Unit: Months, Nth: 2}.Validate, law.ErrMissing, "weekday: is required"},
		{
			"no day of the week", Schedule{Every: 1, Unit: Weeks, Weekday: "Freitag"}.Validate, law.ErrInvalid,
			`weekday: "Freitag" must be one of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday`,
		},
		{
			"settlement periods", Schedule{Every: 1, Unit: Months, Day: 1, Count: Deadline{Count: 1, Unit: SettlementPeriods, Calendar: NYSE()}}.Validate, law.ErrUnsupported,
			"count.unit: standard settlement periods differ from day to day, and cannot be counted in a schedule",
		},
		{"a wrong count", Schedule{Every: 1, Unit: Months, Day: 1, Count: Deadline{Count: -1, Unit: Days}}.Validate, law.ErrRange, "count.count: -1 is below zero"},
		{"a year that is none", func() error { _, err := month.Year(0); return err }, law.ErrRange, "year: 0 is not from 1 to 9999"},
		{"no ends", func() error { _, err := month.Between(Date{}, Date{}); return err }, law.ErrMissing, "from: is required; to: is required"},
		{"no day before or after", func() error { _, err := month.Next(Date{}); return err }, law.ErrMissing, "after: is required"},
		{
			"too many", func() error { _, err := month.Between(MustDate(1, 1, 1), MustDate(9999, 1, 1)); return err }, law.ErrRange,
			"to: 9999-01-01 is more than 10000 days of the schedule after 0001-01-01",
		},
		{
			"a word in JSON", func() error {
				return new(Schedule).UnmarshalJSON([]byte(`{"every":1,"unit":"weeks","weekday":"friday"}`))
			}, law.ErrInvalid,
			`weekday: "friday" must be one of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.ask()
			var fs law.Faults
			if !errors.Is(err, tt.kind) || !errors.As(err, &fs) || err.Error() != tt.want {
				t.Errorf("%v\nwant %s", err, tt.want)
			}
		})
	}
	// The other way round there are none.
	if got, err := month.Between(MustDate(2026, 5, 1), MustDate(2026, 4, 1)); err != nil || len(got) > 0 {
		t.Errorf("%v, %v", got, err)
	}
}
