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

// The zone of the machine gives no day, whatever it is.
func TestDateInMachineZone(t *testing.T) {
	at := time.Date(2025, 12, 25, 2, 0, 0, 0, time.UTC)
	for name, zone := range machines(t) {
		t.Run(name, func(t *testing.T) {
			machineZone(t, zone)
			if d := DateIn(at, time.Local); !d.IsZero() {
				t.Error(d)
			}
			if d := DateIn(at.In(time.Local), NewYork()); d != MustDate(2025, 12, 24) {
				t.Error(d)
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
	for _, tt := range []struct {
		name, at, want string // no want: refused
		c              Calendar
	}{
		{"banks alone are open before it", "2024-03-28 12:00:00", "", either},
		{"and after it", "2024-03-27 12:00:00", "2024-03-28 09:30:00", either},
		{"the opening of the day was not recorded", "1976-06-08 15:59:59", "", nyse},
		{"and is past at its close", "1976-06-08 16:00:00", "1976-06-09 10:00:00", nyse},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at, err := tt.c.NextOpen(ny(t, tt.at))
			if tt.want == "" && !errors.Is(err, law.ErrUnsupported) || tt.want != "" && (err != nil || !at.Equal(ny(t, tt.want))) {
				t.Errorf("%v, %v, want %s", at, err, tt.want)
			}
		})
	}
}

// TestHoursOfOneDay refuses what turns on open days of which a calendar keeps no hours.
func TestHoursOfOneDay(t *testing.T) {
	c := must(FederalReserve().WithSessions(Session{Date: MustDate(2024, 5, 28), Open: MustClock(9, 0), Close: MustClock(15, 0)}))
	for _, tt := range []struct {
		name, from, to string
		want           time.Duration // below 0: refused
	}{
		{"the day", "2024-05-28 00:00:00", "2024-05-29 00:00:00", 6 * time.Hour},
		{"with the holiday before", "2024-05-25 00:00:00", "2024-05-28 10:00:00", time.Hour},
		{"a moment of the next day", "2024-05-28 00:00:00", "2024-05-29 00:00:01", -1},
		{"a moment of the day before", "2024-05-24 23:59:59", "2024-05-29 00:00:00", -1},
		{"no time on an open day", "2024-05-29 12:00:00", "2024-05-29 12:00:00", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := c.TradingTime(ny(t, tt.from), ny(t, tt.to))
			if tt.want < 0 && !errors.Is(err, law.ErrUnsupported) || tt.want >= 0 && (got != tt.want || err != nil) {
				t.Errorf("%v, %v, want %v", got, err, tt.want)
			}
		})
	}
	if at, err := c.NextClose(ny(t, "2024-05-24 12:00:00")); !errors.Is(err, law.ErrUnsupported) {
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

// TestNightsInWhichClocksChange has sessions from 1:00 to 5:00 a.m. on every day, one of
// which is three hours long and one five.
func TestNightsInWhichClocksChange(t *testing.T) {
	var week []string
	for d := time.Sunday; d <= time.Saturday; d++ {
		week = append(week, d.String())
	}
	nights := must(New(Definition{
		Name: "Nights", First: MustDate(2020, 1, 1), Last: MustDate(2029, 12, 31), Week: week, Open: MustClock(1, 0), Close: MustClock(5, 0),
	}))
	for _, tt := range []struct {
		name, from, to string
		want           time.Duration
	}{
		{"spring, the night alone", "2026-03-08 00:00:00", "2026-03-09 00:00:00", 3 * time.Hour},
		{"spring, among others", "2026-03-05 00:00:00", "2026-03-12 00:00:00", 27 * time.Hour},
		{"autumn, the night alone", "2026-11-01 00:00:00", "2026-11-02 00:00:00", 5 * time.Hour},
		{"autumn, among others", "2026-10-29 00:00:00", "2026-11-05 00:00:00", 29 * time.Hour},
		{"from the day before", "2026-10-31 02:00:00", "2026-11-02 02:00:00", 9 * time.Hour},
		{"a year", "2026-01-01 00:00:00", "2027-01-01 00:00:00", 365 * 4 * time.Hour},
		{"from winter to summer", "2025-12-31 00:00:00", "2026-07-01 00:00:00", 182*4*time.Hour - time.Hour},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := nights.TradingTime(ny(t, tt.from), ny(t, tt.to)); got != tt.want || err != nil {
				t.Errorf("%v, %v, want %v", got, err, tt.want)
			}
		})
	}
	// An opening that clocks skip is as long after the gap as it is after its start.
	skipped := must(New(Definition{
		Name: "Nights", First: MustDate(2020, 1, 1), Last: MustDate(2029, 12, 31), Week: week, Open: MustClock(2, 30), Close: MustClock(5, 0),
	}))
	if got, err := skipped.TradingTime(ny(t, "2026-03-05 00:00:00"), ny(t, "2026-03-12 00:00:00")); got != 6*150*time.Minute+90*time.Minute || err != nil {
		t.Error(got, err)
	}
	// The hour from 1:00 to 2:00 occurs twice, and the session begins with the first.
	first := time.Date(2026, 11, 1, 5, 0, 0, 0, time.UTC)
	for at, want := range map[time.Time]bool{first.Add(-1): false, first: true, first.Add(time.Hour): true, first.Add(5*time.Hour - 1): true, first.Add(5 * time.Hour): false} {
		if open, err := nights.IsOpenAt(at); open != want || err != nil {
			t.Errorf("%v: open %v, %v", at, open, err)
		}
	}
}

// TestInstantsAtRandom holds instants of all the years to a walk through the days by the
// hours that each has on New York clocks, those that were not recorded included.
func TestInstantsAtRandom(t *testing.T) {
	nyse, random := NYSE(), rand.New(rand.NewSource(7)) // #nosec G404 -- a fixed seed
	first, last := nyse.First(), nyse.Last()
	some := func(d Date) time.Time {
		return d.At(must(NewClock(random.Intn(24), random.Intn(60), random.Intn(60))), NewYork()).Add(time.Duration(random.Intn(2)))
	}
	near := []Date{MustDate(1887, 6, 1), MustDate(1976, 6, 8), MustDate(1952, 5, 24), MustDate(2001, 9, 11), MustDate(1918, 3, 30), MustDate(1942, 2, 8)}
	for i := range 4_000 {
		d := first.AddDays(30 + random.Intn(last.Sub(first)-120))
		if i%4 == 0 {
			d = near[i/4%len(near)].AddDays(random.Intn(9) - 4)
		}
		from := some(d)
		to := some(d.AddDays(random.Intn(40)))
		if to.Before(from) {
			from, to = to, from
		}
		bell := func(d Date, c Clock) time.Time { // no session is in an hour that clocks skip or repeat
			y, m, n := d.Civil()
			return time.Date(y, m, n, 0, 0, c.seconds(), 0, NewYork())
		}
		var open, unsure, unsureSum bool
		var sum time.Duration
		for x := DateOf(from.In(NewYork())); !x.After(DateOf(to.In(NewYork()))); x = x.AddDays(1) {
			s, trades := nyse.Session(x)
			if !trades {
				continue
			}
			today := x == DateOf(from.In(NewYork()))
			switch opens, closes := bell(x, s.Open), bell(x, s.Close); {
			case !s.Open.IsZero() && !s.Close.IsZero():
				open = open || today && !from.Before(opens) && from.Before(closes)
				for minute := opens; minute.Before(closes); minute = minute.Add(time.Minute) {
					begin, end := minute, minute.Add(time.Minute)
					if begin.Before(from) {
						begin = from
					}
					if end.After(to) {
						end = to
					}
					if end.After(begin) {
						sum += end.Sub(begin)
					}
				}
			case s.Open.IsZero():
				unsure = unsure || today && from.Before(closes)
				unsureSum = unsureSum || from.Before(closes) && to.After(bell(x, MustClock(0, 0)))
			default:
				unsure = unsure || today && !from.Before(opens)
				unsureSum = unsureSum || to.After(opens)
			}
		}
		got, err := nyse.IsOpenAt(from)
		if got != open || errors.Is(err, law.ErrUnsupported) != unsure {
			t.Fatalf("%v: open %v, %v, want %v", from, got, err, open)
		}
		length, err := nyse.TradingTime(from, to)
		if unsureSum {
			sum = 0
		}
		if unsureSum != errors.Is(err, law.ErrUnsupported) && !from.Equal(to) || length != sum {
			t.Fatalf("%v to %v: %v, %v, want %v", from, to, length, err, sum)
		}
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

// trading is a rule that never changed.
func trading(c Calendar, h TradingHours) TradeDateRule {
	return TradeDateRule{Calendar: c, Eras: Timeline[TradingHours]{{From: MustDate(1885, 1, 1), Value: h}}}
}

// TestTradeDatesReference reads the hours of three venues off the clock, minute by minute,
// around changes of clocks, early closes, holidays and the first night session.
func TestTradeDatesReference(t *testing.T) {
	nights := MustDate(2026, 12, 7)
	// Each says from the clock and the closes of today and tomorrow, "no time of day" if
	// closed, whether a trade is of today or of tomorrow.
	type reading func(d Date, clock, today, tomorrow Clock) (ofToday, ofTomorrow bool)
	hour := func(h, m int) Clock { return MustClock(h, m) }
	after := func(c Clock) Clock { // four hours after the closes that there are
		return map[Clock]Clock{hour(16, 0): hour(20, 0), hour(13, 0): hour(17, 0)}[c]
	}
	extended := func(_ Date, clock, today, _ Clock) (bool, bool) {
		return !today.IsZero() && clock.Compare(hour(4, 0)) >= 0 && clock.Compare(after(today)) < 0, false
	}
	for _, venue := range []struct {
		name string
		rule TradeDateRule
		read reading
	}{
		{"regular", trading(NYSE(), TradingHours{}), func(_ Date, clock, today, _ Clock) (bool, bool) {
			return !today.IsZero() && clock.Compare(hour(9, 30)) >= 0 && clock.Compare(today) < 0, false
		}},
		{"extended", trading(NYSE(), TradingHours{Open: hour(4, 0), AfterClose: 240}), extended},
		{"nights", aroundTheClock(nights), func(d Date, clock, today, tomorrow Clock) (bool, bool) {
			ofTomorrow := !tomorrow.IsZero() && !d.AddDays(1).Before(nights) && clock.Compare(hour(21, 0)) >= 0
			if d.Before(nights) {
				ofToday, _ := extended(d, clock, today, tomorrow)
				return ofToday, ofTomorrow
			}
			return !today.IsZero() && clock.Compare(after(today)) < 0, ofTomorrow
		}},
	} {
		for _, from := range []string{"2024-03-07", "2024-11-01", "2024-07-01", "2025-01-07", "2026-11-24", "2026-12-03", "2026-12-22", "2027-03-11"} {
			t.Run(venue.name+" "+from, func(t *testing.T) {
				start := day(t, from).At(MustClock(0, 0), NewYork())
				for at := start; at.Before(start.Add(7 * 24 * time.Hour)); at = at.Add(time.Minute) {
					d, clock := DateOf(at), ClockOf(at)
					today, _ := NYSE().Session(d)
					tomorrow, _ := NYSE().Session(d.AddDays(1))
					want := Date{}
					switch ofToday, ofTomorrow := venue.read(d, clock, today.Close, tomorrow.Close); {
					case ofToday:
						want = d
					case ofTomorrow:
						want = d.AddDays(1)
					}
					due, err := venue.rule.At(at.UTC())
					if due.Date != want || want.IsZero() != errors.Is(err, law.ErrInvalid) || !want.IsZero() && err != nil {
						t.Fatalf("%v: %v, %v, want %v", at, due.Date, err, want)
					}
				}
			})
		}
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
		{
			"two trade dates", "is in the hours of two trade dates, 2026-12-14 and 2026-12-15", law.ErrConflict,
			trading(NYSE(), TradingHours{Open: MustClock(18, 0), Evening: true, AfterClose: 240}), ny(t, "2026-12-14 18:00:00"),
		},
		{
			"hours that begin after the close", "end before they begin on 2026-12-15", law.ErrConflict,
			trading(NYSE(), TradingHours{Open: MustClock(16, 0)}), ny(t, "2026-12-15 12:00:00"),
		},
		{
			"hours that end on the next day", "end on the day after 2026-12-15", law.ErrConflict,
			trading(
				must(NYSE().WithSessions(Session{Date: MustDate(2026, 12, 15), Close: MustClock(18, 0), Name: "Late session"})),
				TradingHours{AfterClose: 480},
			), ny(t, "2026-12-15 12:00:00"),
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

// FuzzTradeDates gives any hours any instant: one trade date, in whose hours it is, or an
// error with a kind.
func FuzzTradeDates(f *testing.F) {
	f.Add(int64(1_797_301_800), int32(21*3600), true, 240)
	f.Add(int64(1_797_301_800), int32(4*3600), false, 480)
	f.Add(int64(202_000_000), int32(-1), false, 0)
	f.Fuzz(func(t *testing.T, unix int64, open int32, evening bool, after int) {
		hours := TradingHours{Evening: evening, AfterClose: after}
		if open >= 0 {
			hours.Open = Clock{open%86400 + 1}
		}
		rule, at := trading(NYSE(), hours), time.Unix(unix%8_000_000_000, 0)
		due, err := rule.At(at)
		switch ahead := due.Date.Sub(DateIn(at, NewYork())); {
		case err != nil:
			var fs law.Faults
			if !errors.As(err, &fs) || due.Why != nil || !due.Date.IsZero() {
				t.Fatalf("%+v, %v", due, err)
			}
			return
		case rule.Validate() != nil, !NYSE().IsOpen(due.Date), ahead != 0 && (ahead != 1 || !evening):
			t.Fatalf("%v by %v: %+v", at, rule, due)
		}
		// So has each end of its hours, unless they are another's too.
		begins, ends, _, err := rule.hours(due.Date)
		if err != nil || at.Before(begins) || !at.Before(ends) {
			t.Fatalf("%v is not from %v to %v, %v", at, begins, ends, err)
		}
		for _, end := range []time.Time{begins, ends.Add(-time.Second)} {
			again, err := rule.At(end)
			if err == nil && again.Date != due.Date || err != nil && !errors.Is(err, law.ErrConflict) {
				t.Fatalf("%v has %v, and %v has %v, %v", at, due.Date, end, again.Date, err)
			}
		}
	})
}

func BenchmarkTradeDate(b *testing.B) {
	rule, at := aroundTheClock(MustDate(2026, 12, 7)), time.Date(2026, 12, 15, 2, 30, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = rule.At(at)
	}
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
