package calendar

import (
	"encoding/json"
	"errors"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

func TestDateIn(t *testing.T) {
	at := time.Date(2025, 12, 25, 2, 0, 0, 0, time.UTC) // 9:00 p.m. in New York
	for _, tt := range []struct {
		name string
		at   time.Time
		zone *time.Location
		want string
	}{
		{"New York", at, NewYork(), "2025-12-24"},
		{"UTC", at.In(NewYork()), time.UTC, "2025-12-25"},
		{"no instant", time.Time{}, NewYork(), "no date"},
		{"no instant elsewhere", time.Time{}.In(NewYork()), NewYork(), "no date"},
		{"no zone", at, nil, "no date"},
		{"too late", time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.UTC, "no date"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := DateIn(tt.at, tt.zone); got.String() != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func ny(t *testing.T, text string) time.Time { t.Helper(); return instant(t, text, NewYork()) }

func TestBells(t *testing.T) {
	nyse := NYSE()
	for _, tt := range []struct {
		name, at    string
		open        bool
		opens, ends string
	}{
		{"in a session", "2024-05-28 12:00:00", true, "2024-05-29 09:30:00", "2024-05-28 16:00:00"},
		{"at the opening", "2024-05-28 09:30:00", true, "2024-05-29 09:30:00", "2024-05-28 16:00:00"},
		{"a moment before it", "2024-05-28 09:29:59.999999999", false, "2024-05-28 09:30:00", "2024-05-28 16:00:00"},
		{"at the close", "2024-05-28 16:00:00", false, "2024-05-29 09:30:00", "2024-05-29 16:00:00"},
		{"a moment before the close", "2024-05-28 15:59:59.999999999", true, "2024-05-29 09:30:00", "2024-05-28 16:00:00"},
		{"the eve of a holiday", "2024-07-03 13:00:00", false, "2024-07-05 09:30:00", "2024-07-05 16:00:00"},
		{"a holiday", "2024-07-04 12:00:00", false, "2024-07-05 09:30:00", "2024-07-05 16:00:00"},
		{"a weekend in which clocks change", "2024-11-02 12:00:00", false, "2024-11-04 09:30:00", "2024-11-04 16:00:00"},
		{"a Saturday with a session", "1952-05-24 11:00:00", true, "1952-05-26 10:00:00", "1952-05-24 12:00:00"},
		{"after September 11", "2001-09-11 12:00:00", false, "2001-09-17 09:33:00", "2001-09-17 16:00:00"},
		{"midnight", "2024-05-28 00:00:00", false, "2024-05-28 09:30:00", "2024-05-28 16:00:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := ny(t, tt.at).UTC()
			open, err := nyse.IsOpenAt(at)
			opens, errOpens := nyse.NextOpen(at)
			ends, errEnds := nyse.NextClose(at)
			if open != tt.open || !opens.Equal(ny(t, tt.opens)) || !ends.Equal(ny(t, tt.ends)) || err != nil || errOpens != nil || errEnds != nil {
				t.Errorf("open %v, next opening %v, next close %v, %v %v %v", open, opens.In(NewYork()), ends.In(NewYork()), err, errOpens, errEnds)
			}
		})
	}
	// Closing times before June 1887 were not recorded, so that only the hours before the
	// opening are sure.
	if open, err := nyse.IsOpenAt(ny(t, "1886-05-03 09:00:00")); open || err != nil {
		t.Error(open, err)
	}
	old := ny(t, "1886-05-03 11:00:00")
	_, errOpen := nyse.IsOpenAt(old)
	_, errClose := nyse.NextClose(old)
	_, errTime := nyse.TradingTime(old, old.Add(time.Hour))
	_, errBanks := FederalReserve().IsOpenAt(ny(t, "2024-05-28 12:00:00"))
	_, errBanksNext := FederalReserve().NextOpen(ny(t, "2024-05-28 12:00:00"))
	_, errBanksTime := FederalReserve().TradingTime(ny(t, "2024-05-28 12:00:00"), ny(t, "2024-05-29 12:00:00"))
	for _, err := range []error{errOpen, errClose, errTime, errBanks, errBanksNext, errBanksTime} {
		if !errors.Is(err, law.ErrUnsupported) {
			t.Error(err)
		}
	}
	_, errOpen = nyse.IsOpenAt(time.Time{})
	_, errClose = nyse.NextOpen(ny(t, "2100-12-31 12:00:00"))
	_, errTime = nyse.TradingTime(ny(t, "1884-12-31 12:00:00"), old)
	_, errBanks = Calendar{}.IsOpenAt(old)
	for _, err := range []error{errOpen, errClose, errTime, errBanks} {
		if !errors.Is(err, law.ErrRange) {
			t.Error(err)
		}
	}
	// On a day on which the banks alone are open, the calendar of both has no hours.
	either := must(NYSE().Or(FederalReserve()))
	if _, err := either.IsOpenAt(ny(t, "2024-03-29 12:00:00")); !errors.Is(err, law.ErrUnsupported) {
		t.Error(err)
	}
	if at, err := either.NextOpen(ny(t, "2024-03-28 12:00:00")); err != nil || !at.Equal(ny(t, "2024-04-01 09:30:00")) {
		t.Error(at, err)
	}
}

// TestBellsReference walks minute by minute over weeks in which clocks change, days close
// early and open late, and holds every answer to the plain list of hours.
func TestBellsReference(t *testing.T) {
	nyse := NYSE()
	for _, from := range []string{"2024-03-07", "2024-10-31", "2024-07-02", "2002-11-26", "2001-09-10", "1952-05-22", "2018-12-03", "2024-12-23"} {
		t.Run(from, func(t *testing.T) {
			start := day(t, from).At(MustClock(0, 1), NewYork())
			var opens, closes time.Time // after the instant
			sum := time.Duration(0)
			for at := start.Add(7 * 24 * time.Hour); !at.Before(start); at = at.Add(-time.Minute) {
				local := at.In(NewYork())
				d := DateOf(local)
				s, trades := nyse.Session(d)
				clock := ClockOf(local)
				want := trades && clock.Compare(s.Open) >= 0 && clock.Compare(s.Close) < 0
				if want {
					sum += time.Minute
				}
				if got, err := nyse.IsOpenAt(at); got != want || err != nil {
					t.Fatalf("%v: open %v, %v", local, got, err)
				}
				if !opens.IsZero() {
					if got, err := nyse.NextOpen(at); err != nil || !got.Equal(opens) {
						t.Fatalf("%v: opens %v, %v, want %v", local, got, err, opens)
					}
				}
				if !closes.IsZero() {
					if got, err := nyse.NextClose(at); err != nil || !got.Equal(closes) {
						t.Fatalf("%v: closes %v, %v, want %v", local, got, err, closes)
					}
				}
				if got, err := nyse.TradingTime(at, start.Add(7*24*time.Hour+time.Minute)); err != nil || got != sum {
					t.Fatalf("%v: %v of trading, %v, want %v", local, got, err, sum)
				}
				if trades && clock == s.Open {
					opens = at
				}
				if trades && clock == s.Close {
					closes = at
				}
			}
		})
	}
}

// TestTradingTime is added up from both ends.
func TestTradingTime(t *testing.T) {
	nyse, random := NYSE(), rand.New(rand.NewSource(3)) // #nosec G404 -- a fixed seed
	from, span := MustDate(1990, 1, 2).At(MustClock(0, 0), NewYork()), int64(40*365*24*time.Hour)
	for range 200 {
		a, b, c := from.Add(time.Duration(random.Int63n(span))), from.Add(time.Duration(random.Int63n(span))), from.Add(time.Duration(random.Int63n(span)))
		ab, bc, ac, ba := must(nyse.TradingTime(a, b)), must(nyse.TradingTime(b, c)), must(nyse.TradingTime(a, c)), must(nyse.TradingTime(b, a))
		if ab+bc != ac || ab != -ba {
			t.Fatalf("%v, %v, %v: %v + %v is not %v", a, b, c, ab, bc, ac)
		}
	}
	// 2024 has 252 sessions, three of which close at 1:00 p.m.
	year := must(nyse.TradingTime(ny(t, "2024-01-01 00:00:00"), ny(t, "2025-01-01 00:00:00")))
	if want := 252*6*time.Hour + 252*30*time.Minute - 3*3*time.Hour; year != want {
		t.Errorf("%v, want %v", year, want)
	}
}

// aroundTheClock is a venue that trades on all but one hour of a working day from the
// Monday given, and from 4:00 to 20:00 before.
func aroundTheClock(from Date) TradeDateRule {
	return TradeDateRule{Calendar: NYSE(), Eras: Timeline[TradingHours]{
		{From: MustDate(2020, 1, 1), Value: TradingHours{Open: MustClock(4, 0), AfterClose: 240}},
		{From: from, Value: TradingHours{Open: MustClock(21, 0), Evening: true, AfterClose: 240}, Authority: law.Citation{
			Cite: "sample clause", Doubt: "the day on which the night session begins was not announced",
		}},
	}}
}

func TestTradeDates(t *testing.T) {
	rule := aroundTheClock(MustDate(2026, 12, 7))
	regular := TradeDateRule{Calendar: NYSE(), Eras: Timeline[TradingHours]{{From: MustDate(1985, 9, 30)}}}
	for _, tt := range []struct {
		name, at, want string
		rule           TradeDateRule
	}{
		{"the evening is of the next day", "2026-12-14 21:30:00", "2026-12-15", rule},
		{"its first moment", "2026-12-14 21:00:00", "2026-12-15", rule},
		{"midnight", "2026-12-15 00:00:00", "2026-12-15", rule},
		{"the pause", "2026-12-14 20:00:00", "", rule},
		{"its last moment", "2026-12-14 20:59:59", "", rule},
		{"before the pause", "2026-12-14 19:59:59", "2026-12-14", rule},
		{"Friday evening", "2026-12-11 21:30:00", "", rule},
		{"Sunday evening", "2026-12-13 21:00:00", "2026-12-14", rule},
		{"the evening before a holiday", "2026-12-24 21:30:00", "", rule},
		{"after an early close", "2026-12-24 16:59:59", "2026-12-24", rule},
		{"four hours after an early close", "2026-12-24 17:00:00", "", rule},
		{"Sunday after Christmas", "2026-12-27 22:00:00", "2026-12-28", rule},
		{"the first evening", "2026-12-06 21:00:00", "2026-12-07", rule},
		{"an evening before that", "2026-12-03 21:00:00", "", rule},
		{"before the opening, before that", "2026-12-04 04:00:00", "2026-12-04", rule},
		{"too early, before that", "2026-12-04 03:59:59", "", rule},
		{"regular hours", "2026-12-14 09:30:00", "2026-12-14", regular},
		{"before regular hours", "2026-12-14 09:29:59", "", regular},
		{"after regular hours", "2026-12-14 16:00:00", "", regular},
	} {
		t.Run(tt.name, func(t *testing.T) {
			due, err := tt.rule.At(ny(t, tt.at).UTC())
			if tt.want == "" {
				if !errors.Is(err, law.ErrInvalid) {
					t.Errorf("%v, %v", due.Date, err)
				}
				return
			}
			if err != nil || due.Date.String() != tt.want || !due.Why.Has(codeTradeDate) {
				t.Errorf("%v, %v, want %s", due.Date, err, tt.want)
			}
		})
	}
	trade, err := rule.At(ny(t, "2026-12-14 21:30:00"))
	if err != nil || trade.Why[0].Authority.Doubt == "" {
		t.Errorf("%+v, %v", trade, err)
	}
	if due, err := RegularWay().Settle(trade.Date); err != nil || due.Date != MustDate(2026, 12, 16) {
		t.Error(due.Date, err)
	}
	if due, err := regular.At(ny(t, "2029-03-01 12:00:00")); err != nil || !due.Projected || !due.Why.Has(CodeProjected) {
		t.Errorf("%+v, %v", due, err)
	}
	data := must(json.Marshal(rule))
	var back TradeDateRule
	if err := json.Unmarshal(data, &back); err != nil || back.String() != rule.String() {
		t.Errorf("%s comes back as %v, %v", data, back, err)
	}
	closed := must(NYSE().With(Closure{Date: MustDate(2026, 12, 15), Name: "Storm", Kind: Special}))
	if _, err := must(rule.Replace(NYSE(), closed)).At(ny(t, "2026-12-14 21:30:00")); !errors.Is(err, law.ErrInvalid) {
		t.Error(err)
	}
}

func TestTradeDatesRefuse(t *testing.T) {
	at := ny(t, "2026-12-14 21:30:00")
	for _, tt := range []struct {
		name, want string
		kind       error
		rule       TradeDateRule
		at         time.Time
	}{
		{"nothing", "calendar: is required; eras: is required; at: is required", law.ErrMissing, TradeDateRule{}, time.Time{}},
		{
			"faulty hours", "eras[0].value.after_close: -1 is not from 0 to 480; eras[0].value.open: is required", law.ErrRange,
			TradeDateRule{Calendar: NYSE(), Eras: Timeline[TradingHours]{{From: MustDate(2020, 1, 1), Value: TradingHours{Evening: true, AfterClose: -1}}}},
			at,
		},
		{"before the first era", "is before 2020-01-01, the first era known", law.ErrUnsupported, aroundTheClock(MustDate(2026, 12, 7)), ny(t, "2019-12-31 12:00:00")},
		{
			"no hours", "2026-12-15 is a day of which the calendar keeps no hours", law.ErrUnsupported,
			TradeDateRule{Calendar: FederalReserve(), Eras: Timeline[TradingHours]{{From: MustDate(2020, 1, 1)}}},
			ny(t, "2026-12-15 12:00:00"),
		},
		{"outside", "is outside the calendar", law.ErrRange, aroundTheClock(MustDate(2026, 12, 7)), ny(t, "2101-01-03 12:00:00")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := tt.rule.At(tt.at); !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %s", err, tt.want)
			}
		})
	}
}

func FuzzInstants(f *testing.F) {
	f.Add(int64(1_700_000_000), int64(86_400))
	f.Add(int64(-2_600_000_000), int64(1))
	f.Fuzz(func(t *testing.T, unix, span int64) {
		at := time.Unix(unix%8_000_000_000, 0)
		nyse := NYSE()
		open, err := nyse.IsOpenAt(at)
		if err != nil {
			return
		}
		opens, errOpens := nyse.NextOpen(at)
		closes, errCloses := nyse.NextClose(at)
		if errOpens == nil && errCloses == nil && (open != closes.Before(opens) || !opens.After(at) || !closes.After(at)) {
			t.Fatalf("%v: open %v, next opening %v, next close %v", at, open, opens, closes)
		}
		to := at.Add(time.Duration(span%(1<<20)) * time.Second)
		if n, err := nyse.TradingTime(at, to); err == nil && (n < 0) != (to.Before(at) && n != 0) {
			t.Fatalf("%v to %v: %v", at, to, n)
		}
	})
}

func BenchmarkIsOpenAt(b *testing.B) {
	nyse, at := NYSE(), time.Date(2024, 5, 28, 16, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = nyse.IsOpenAt(at)
	}
}

func BenchmarkNextOpen(b *testing.B) {
	nyse, at := NYSE(), time.Date(2024, 5, 31, 21, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = nyse.NextOpen(at)
	}
}

func BenchmarkTradingTimeOfTenYears(b *testing.B) {
	nyse, from := NYSE(), time.Date(2014, 5, 28, 16, 0, 0, 0, time.UTC)
	for b.Loop() {
		_, _ = nyse.TradingTime(from, from.AddDate(10, 0, 0))
	}
}
