package calendar

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/us"

	"github.com/offerkit/offerkit/law"
)

// stored writes the calendar and reads it back.
func stored(t *testing.T, c Calendar) Calendar {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var back Calendar
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return back
}

// sameDays walks every day of both.
func sameDays(t *testing.T, c, o Calendar) {
	t.Helper()
	if c.Name() != o.Name() || c.First() != o.First() || c.Last() != o.Last() || c.Announced() != o.Announced() || !c.Equal(o) || !o.Equal(c) {
		t.Fatalf("%s, %s to %s, announced through %s, and %s, %s to %s, announced through %s",
			c.Name(), c.First(), c.Last(), c.Announced(), o.Name(), o.First(), o.Last(), o.Announced())
	}
	for d := c.First(); !d.After(c.Last()); d = d.AddDays(1) {
		why, closed := c.Closure(d)
		whyO, closedO := o.Closure(d)
		session, open := c.Session(d)
		sessionO, openO := o.Session(d)
		if c.IsOpen(d) != o.IsOpen(d) || why != whyO || closed != closedO || session != sessionO || open != openO {
			t.Fatalf("%s: %v %v, and %v %v", d, why, session, whyO, sessionO)
		}
	}
}

// TestStoredCalendars composes calendars at random, some of them several times over.
func TestStoredCalendars(t *testing.T) {
	random := rand.New(rand.NewSource(20261201)) // #nosec G404 -- a fixed seed
	own, err := New(Definition{
		Name: "Firm", First: MustDate(1990, 1, 1), Last: MustDate(2040, 12, 31), Announced: MustDate(2027, 12, 31),
		Week: []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday"}, Open: MustClock(8, 0), Close: MustClock(17, 0),
		Closures: []Closure{{Date: MustDate(2002, 11, 28), Name: "Thanksgiving Day", Authority: law.Citation{Cite: "Agreement §1"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	pool := []Calendar{NYSE(), FederalReserve(), Federal(), Settlement(), own}
	for _, c := range pool {
		sameDays(t, c, stored(t, c))
	}
	for i := range 60 {
		c, o := pool[random.Intn(len(pool))], pool[random.Intn(len(pool))]
		d := MustDate(2002, 1, 1).AddDays(random.Intn(9000))
		var made Calendar
		switch i % 6 {
		case 0:
			made, err = c.And(o)
		case 1:
			made, err = c.Or(o)
		case 2:
			made, err = c.With(Closure{Date: d, Name: "a storm", Kind: Special})
		case 3:
			made, err = c.Through(MustDate(2030, 1, 1).AddDays(random.Intn(3000)))
		case 4:
			made, err = c.WithSessions(Session{Date: d, Open: MustClock(9, 30), Close: MustClock(12, 0), Name: "a burial"}, Session{Date: d.AddDays(1)})
		default:
			made, err = New(Definition{All: []Calendar{c, o, NYSE()}, First: MustDate(2001, 1, 1)})
		}
		var fs law.Faults
		if errors.As(err, &fs) && errors.Is(err, law.ErrRange) {
			continue // cut off before that day
		}
		if err != nil {
			t.Fatal(err)
		}
		back := stored(t, made)
		sameDays(t, made, back)
		if strings.Count(string(must(json.Marshal(made))), `"base"`) < 6 {
			pool = append(pool, back)
		}
	}
	if len(pool) < 40 {
		t.Errorf("only %d calendars", len(pool))
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A host's own business calendar comes back with its odd days.
func TestStoredFromCal(t *testing.T) {
	bc := cal.NewBusinessCalendar()
	bc.AddHoliday(us.ThanksgivingDay, us.ChristmasDay)
	bc.SetWorkday(time.Saturday, true)
	bc.WorkdayFunc = nil
	c := must(FromCal("shop", bc, MustDate(2002, 1, 1), MustDate(2003, 12, 31)))
	sameDays(t, c, stored(t, c))
	none := cal.NewBusinessCalendar()
	none.WorkdayFunc = func(time.Time) bool { return false }
	never := must(FromCal("never", none, MustDate(2002, 1, 1), MustDate(2002, 12, 31)))
	if n, err := never.Count(never.First(), never.Last()); n != 0 || err != nil {
		t.Error(n, err)
	}
	sameDays(t, never, stored(t, never))
	odd := cal.NewBusinessCalendar()
	odd.WorkdayFunc = func(at time.Time) bool { return at.Day()%2 == 1 }
	c = must(FromCal("odd", odd, MustDate(2002, 1, 1), MustDate(2002, 12, 31)))
	for d := c.First(); !d.After(c.Last()); d = d.AddDays(1) {
		if c.IsOpen(d) != (d.Day()%2 == 1) {
			t.Errorf("%s is open: %v", d, c.IsOpen(d))
		}
	}
	sameDays(t, c, stored(t, c))
}

func TestWithSessions(t *testing.T) {
	cite := law.Citation{Cite: "announcement of this morning"}
	tuesday, holiday, saturday := MustDate(2026, 12, 1), MustDate(2026, 12, 25), MustDate(2026, 12, 5)
	amended := must(NYSE().WithSessions(
		Session{Date: tuesday, Close: MustClock(13, 0), Name: "a storm", Authority: cite},
		Session{Date: holiday, Name: "open after all"},
		Session{Date: saturday, Open: MustClock(10, 0), Close: MustClock(12, 0)},
		Session{Date: saturday.AddDays(7)}, Session{Date: saturday.AddDays(8)}, Session{Date: MustDate(1951, 7, 7)}, // a Saturday of summer
		Session{Date: MustDate(2026, 11, 27), Name: "a whole day"}, // the day after Thanksgiving
	))
	for _, tt := range []struct {
		name string
		want Session
	}{
		{"an early close", Session{Date: tuesday, Open: MustClock(9, 30), Close: MustClock(13, 0), EarlyClose: true, Name: "a storm", Authority: cite}},
		{"a closed day opens at the regular hours", Session{Date: holiday, Open: MustClock(9, 30), Close: MustClock(16, 0), Name: "open after all"}},
		{"a Saturday", Session{Date: saturday, Open: MustClock(10, 0), Close: MustClock(12, 0), LateOpen: true, EarlyClose: true}},
		{"a Saturday at the regular hours", Session{Date: saturday.AddDays(7), Open: MustClock(9, 30), Close: MustClock(16, 0)}},
		{"a Sunday at the regular hours", Session{Date: saturday.AddDays(8), Open: MustClock(9, 30), Close: MustClock(16, 0)}},
		{"a Saturday of a week of six days", Session{Date: MustDate(1951, 7, 7), Open: MustClock(10, 0), Close: MustClock(12, 0)}},
		{"no early close", Session{Date: MustDate(2026, 11, 27), Open: MustClock(9, 30), Close: MustClock(16, 0), Name: "a whole day"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := amended.Session(tt.want.Date); !ok || got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			if _, closed := amended.Closure(tt.want.Date); closed || !amended.IsOpen(tt.want.Date) {
				t.Error("closed")
			}
		})
	}
	opened := map[Date]bool{holiday: true, saturday: true, saturday.AddDays(7): true, saturday.AddDays(8): true, MustDate(1951, 7, 7): true}
	for d := NYSE().First(); !d.After(NYSE().Last()); d = d.AddDays(1) {
		if !opened[d] && amended.IsOpen(d) != NYSE().IsOpen(d) {
			t.Fatalf("%s has changed", d)
		}
	}
	// Banks keep no hours; a day of theirs has some if they are given.
	banks := must(FederalReserve().WithSessions(Session{Date: holiday}, Session{Date: tuesday, Open: MustClock(9, 0), Close: MustClock(15, 0)}))
	if _, ok := banks.Session(holiday); ok || !banks.IsOpen(holiday) {
		t.Error("a day without hours has some, or is closed")
	}
	if s, ok := banks.Session(tuesday); !ok || s != (Session{Date: tuesday, Open: MustClock(9, 0), Close: MustClock(15, 0)}) {
		t.Errorf("%+v", s)
	}
	if _, ok := banks.Session(tuesday.AddDays(1)); ok {
		t.Error("another day has hours")
	}
	// A later amendment of the same day holds.
	again := must(amended.WithSessions(Session{Date: tuesday, Open: MustClock(9, 30), Close: MustClock(11, 0), Name: "it gets worse"}))
	if s, _ := again.Session(tuesday); s.Close != MustClock(11, 0) {
		t.Errorf("%+v", s)
	}
	closed := must(again.With(Closure{Date: tuesday, Name: "closed after all", Kind: Special}))
	if _, ok := closed.Session(tuesday); ok || closed.IsOpen(tuesday) {
		t.Error("still open")
	}
	for _, c := range []Calendar{amended, banks, again, closed} {
		sameDays(t, c, stored(t, c))
	}
	_, err := NYSE().WithSessions(
		Session{}, Session{Date: tuesday, Open: MustClock(13, 0), Close: MustClock(9, 0)}, Session{Date: tuesday}, Session{Date: holiday, EarlyClose: true},
		Session{Date: MustDate(2101, 1, 3)}, Session{Date: saturday, Close: MustClock(9, 30)},
	)
	want := "sessions[0].date: is required; sessions[1].close: 09:00 is not after the opening, 13:00; sessions[2].date: 2026-12-01 is the day of sessions[1] too; " +
		"sessions[3].late_open, early_close, late_close, projected: true must be empty: they are computed; " +
		"sessions[4].date: 2101-01-03 is outside 1885-01-02 to 2100-12-31; sessions[5].close: 09:30 is not after the opening, 09:30"
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

func TestDefinitionRefuses(t *testing.T) {
	d := MustDate(2026, 6, 1)
	for _, tt := range []struct {
		name, want string
		def        Definition
	}{
		{"nothing", "name: is required; first: is required; last: is required", Definition{}},
		{"two kinds", "base: NYSE is given beside all or any; one of the three is allowed", Definition{Base: NYSE(), All: []Calendar{NYSE()}}},
		{"a week beside a base", "week: Monday must be empty: the days and hours are those of other calendars", Definition{Base: NYSE(), Week: []string{"Monday"}}},
		{"outside the base", "last: 2101-01-01 is outside the NYSE calendar", Definition{Base: NYSE(), Last: MustDate(2101, 1, 1)}},
		{"announced too far", "announced: 2026-06-02 is outside 2026-06-01 to 2026-06-01", Definition{Name: "x", First: d, Last: d, Announced: d.AddDays(1)}},
		{"announced beyond the base", "announced: 2101-06-01 is outside 1885-01-02 to 2100-12-31", Definition{Base: NYSE(), Announced: MustDate(2101, 6, 1)}},
		{"the wrong way round", "last: 2026-06-01 is before the first day, 2026-06-02", Definition{Base: NYSE(), First: d.AddDays(1), Last: d}},
		{"a day that is none", "week[1]: \"Funday\" must be one of: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday", Definition{Name: "x", First: d, Last: d, Week: []string{"Monday", "Funday"}}},
		{"a day twice", "week[1]: Monday is given twice", Definition{Name: "x", First: d, Last: d, Week: []string{"Monday", "Monday"}}},
		{"too long a week", "week: 8 are more than 7", Definition{Name: "x", First: d, Last: d, Week: make([]string, 8)}},
		{"a close without an opening", "close: 16:00 is not after the opening, no time of day", Definition{Name: "x", First: d, Last: d, Close: MustClock(16, 0)}},
		{"no calendar in a list", "all[1]: is required", Definition{All: []Calendar{NYSE(), {}}}},
		{"too many", "any: 17 are more than 16", Definition{Any: make([]Calendar, 17)}},
		{"closed and open", "sessions[0].date: 2026-06-01 is the day of closures[0] too", Definition{Base: NYSE(), Closures: []Closure{{Date: d, Name: "x"}}, Sessions: []Session{{Date: d}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := New(tt.def); err == nil || !strings.HasSuffix(err.Error(), tt.want) {
				t.Errorf("%v, want %s", err, tt.want)
			}
		})
	}
}

func TestStoredRefuses(t *testing.T) {
	deep := `"NYSE"`
	for range 40 {
		deep = `{"base":` + deep + `,"last":"2030-01-01"}`
	}
	wide := `{"any":[` + strings.Repeat(`{"name":"x","first":"0001-01-01","last":"9999-12-31"},`, 15) + `"NYSE"]}`
	nested := `{"any":[` + strings.Repeat(wide+",", 15) + `"NYSE"]}`
	for _, tt := range []struct{ name, data, want string }{
		{"an unknown name", `"Mars"`, `"Mars" must be one of`},
		{"a number", `5`, "is not the name of a calendar"},
		{"null", `null`, "is not the name of a calendar"},
		{"a list", `["NYSE"]`, "is not the name of a calendar"},
		{"an unknown field", `{"base":"NYSE","closed":[]}`, `closed: "closed" is not a field`},
		{"an unknown part", `{"all":["NYSE","Mars"]}`, `all[1]: "Mars" must be one of`},
		{"a fault deep inside", `{"all":["NYSE",{"base":"Federal","closures":[{"date":"2026-01-05"}]}]}`, "all[1].closures[0].name: is required"},
		{"cut off", `{"all":["NYSE","Federa`, "is not JSON: it is cut off"},
		{"no JSON", `{"all":[NYSE]}`, "is not JSON"},
		{"too deep", deep, "is made of more than 32 calendars"},
		{"too many", nested, "is made of more than 32 calendars"},
		{"too many under a name in other letters", strings.ReplaceAll(nested, `"any"`, `"\u0061ny"`), "is made of more than 32 calendars"},
		{"too many, given twice", `{"base":` + deep + `,"base":"NYSE"}`, "is made of more than 32 calendars"},
		{"too many, as text", asText(`{"any":[` + asText(wide) + "," + asText(wide) + "," + asText(wide) + `]}`), "is made of more than 32 calendars"},
		{"too many, as text with escapes", `{"any":[` + strings.Repeat(strings.ReplaceAll(asText(wide), "{", `\u007B`)+",", 2) + `"NYSE"]}`, "is made of more than 32 calendars"},
		{"as deep as it is long", `{"base":` + strings.Repeat("[", 5_000_000), "too many values stand within values"},
		{"as deep as it is long, as text", asText(`{"base":` + strings.Repeat("[", 5_000_000)), "too many values stand within values"},
		{"cut off in a string", `{"base":"NYSE\`, "is not JSON"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := NYSE()
			err := c.UnmarshalJSON([]byte(tt.data))
			var fs law.Faults
			if !errors.As(err, &fs) || !strings.Contains(err.Error(), tt.want) || c != NYSE() {
				t.Errorf("%v, want %s", err, tt.want)
			}
			if strings.HasPrefix(tt.want, "is made of") && fs[0].Field != "" {
				t.Errorf("%v; parts were built before they were counted", err)
			}
		})
	}
	var def Definition
	if err := def.UnmarshalJSON([]byte(nested)); !errors.Is(err, law.ErrRange) {
		t.Errorf("a definition: %v", err)
	}
	var dl Deadline
	err := json.Unmarshal([]byte(`{"count":1,"unit":"days","calendar":`+asText(`{"base":`+strings.Repeat("[", 5_000_000))+`}`), &dl)
	if err == nil || !strings.HasPrefix(err.Error(), "calendar: is not read") {
		t.Errorf("in a deadline: %v", err)
	}
	var sixteen Calendar // is allowed, and takes its time
	if err := sixteen.UnmarshalJSON([]byte(wide)); !testing.Short() && err != nil {
		t.Error(err)
	}
}

// asText is a document as a string of JSON.
func asText(document string) string { return string(must(json.Marshal(document))) }

// What New makes can be read, and what could not be read it refuses.
func TestStoredIsRead(t *testing.T) {
	d := MustDate(2026, 12, 1)
	t.Run("a day amended forty times", func(t *testing.T) {
		c := NYSE()
		for i := range 40 {
			c = must(c.WithSessions(Session{Date: d, Close: MustClock(11, i)}))
		}
		if s, _ := c.Session(d); s.Close != MustClock(11, 39) {
			t.Errorf("%v", s)
		}
		sameDays(t, c, stored(t, c))
	})
	t.Run("replaced on forty mornings", func(t *testing.T) {
		c := NYSE()
		for i := range 40 {
			c = must(c.Replace(NYSE(), must(NYSE().With(Closure{Date: d.AddDays(i), Name: "a storm", Kind: Special}))))
		}
		if n := must(c.Count(d.AddDays(-1), d.AddDays(39))); n != 0 {
			t.Errorf("open on %d days", n)
		}
		sameDays(t, c, stored(t, c))
	})
	t.Run("with itself", func(t *testing.T) {
		c, err := NYSE().And(Federal())
		for n := 1; err == nil; n++ {
			if n > 6 {
				t.Fatal("made of more calendars than can be read")
			}
			sameDays(t, c, stored(t, c))
			c, err = c.Or(c)
		}
		if err.Error() != "any: is made of more than 32 calendars" || !errors.Is(err, law.ErrRange) {
			t.Error(err)
		}
	})
	t.Run("names that look like calendars", func(t *testing.T) {
		name := strings.Repeat("{", 40) + `"\u007b\`
		c := must(New(Definition{
			Name: name, First: d, Last: d.AddDays(30), Closures: []Closure{{Date: d, Name: name}}, Sessions: []Session{{Date: d.AddDays(4), Name: name}},
		}))
		sameDays(t, c, stored(t, c))
		sameDays(t, must(c.With(Closure{Date: d.AddDays(1), Name: name})), stored(t, must(c.With(Closure{Date: d.AddDays(1), Name: name}))))
	})
	t.Run("as the key of a map", func(t *testing.T) {
		want := map[Calendar]int{Federal(): 1, must(must(NYSE().And(Federal())).With(Closure{Date: d, Name: "a \"{"})): 2}
		var got map[Calendar]int
		if err := json.Unmarshal(must(json.Marshal(want)), &got); err != nil || len(got) != 2 || got[Federal()] != 1 {
			t.Fatal(got, err)
		}
		for c := range got {
			if c != Federal() && c.IsOpen(d) {
				t.Error("another calendar")
			}
		}
	})
}

// A calendar keeps nothing of the lists that it was made from.
func TestNewKeepsNothing(t *testing.T) {
	d := MustDate(2026, 12, 1)
	def := Definition{
		Name: "Firm", First: d, Last: d.AddDays(30), Week: []string{"Tuesday", "Thursday"},
		Closures: []Closure{{Date: d, Name: "closed"}}, Sessions: []Session{{Date: d.AddDays(1), Name: "open"}},
	}
	parts := []Calendar{NYSE(), Federal()}
	own, all, either := must(New(def)), must(New(Definition{All: parts})), must(New(Definition{Any: parts}))
	def.Week[0], def.Closures[0].Date, def.Sessions[0].Date, parts[0] = "Sunday", d.AddDays(2), d.AddDays(3), Settlement()
	for _, c := range []Calendar{own, all, either} {
		sameDays(t, c, stored(t, c))
	}
}

// TestAmendAgain amends one calendar over and over, at random, and holds it against a
// list of its days.
func TestAmendAgain(t *testing.T) {
	random := rand.New(rand.NewSource(7)) // #nosec G404 -- a fixed seed
	first, last := MustDate(2026, 11, 23), MustDate(2026, 12, 31)
	type is struct {
		closure Closure
		session Session
	}
	for _, base := range []Calendar{NYSE(), must(FederalReserve().And(NYSE()))} {
		c, want := base, make(map[Date]is)
		for d := first; !d.After(last); d = d.AddDays(1) {
			closure, _ := base.Closure(d)
			session, _ := base.Session(d)
			want[d] = is{closure, session}
		}
		for range 60 {
			d := first.AddDays(random.Intn(last.Sub(first) + 1))
			name := "change of " + d.String()
			var err error
			if random.Intn(2) == 0 {
				closure := Closure{Date: d, Name: name, Kind: Special}
				c, err = c.With(closure)
				if want[d].closure == (Closure{}) {
					want[d] = is{closure: closure}
				}
			} else {
				session := Session{Date: d, Open: MustClock(9, 30), Close: MustClock(10+random.Intn(8), 0), Name: name}
				c, err = c.WithSessions(session)
				if base == NYSE() {
					session.EarlyClose, session.LateClose = session.Close.Compare(MustClock(16, 0)) < 0, session.Close.Compare(MustClock(16, 0)) > 0
				}
				want[d] = is{session: session}
			}
			if err != nil {
				t.Fatal(err)
			}
			for d, want := range want {
				closure, closed := c.Closure(d)
				session, _ := c.Session(d)
				if closure != want.closure || session != want.session || c.IsOpen(d) == closed {
					t.Fatalf("%s: %v %+v, want %v %+v", d, closure, session, want.closure, want.session)
				}
			}
		}
		sameDays(t, c, stored(t, c))
	}
	// What is wrong is told of the changes that were given.
	closed := must(NYSE().With(Closure{Date: first, Name: "x"}))
	for want, given := range map[string][]Closure{
		"closures[0].name: is required":                                {{Date: first.AddDays(1)}},
		"closures[0].name: is required; closures[1].date: is required": {{Date: first}, {Name: "y"}},
		"closures[1].date: 2026-11-23 is the day of closures[0] too":   {{Date: first, Name: "y"}, {Date: first, Name: "y"}},
	} {
		if _, err := closed.With(given...); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	// A day with hours of its own has none any more if it opens without clocks.
	banks := must(FederalReserve().WithSessions(Session{Date: last, Open: MustClock(9, 0), Close: MustClock(15, 0)}))
	banks = must(banks.WithSessions(Session{Date: last}))
	if s, ok := banks.Session(last); ok || !banks.IsOpen(last) {
		t.Error(s)
	}
	// It keeps no hours then, as before; to open a day gives a calendar none.
	for _, c := range []Calendar{banks, must(FederalReserve().WithSessions(Session{Date: MustDate(2026, 12, 25)}))} {
		at := MustDate(2026, 11, 26).At(MustClock(12, 0), NewYork()) // a holiday
		if open, err := c.IsOpenAt(at); !errors.Is(err, law.ErrUnsupported) {
			t.Errorf("%s: %v, %v", c, open, err)
		}
	}
}

// TestComposedOfSeveral walks every day of calendars made of two and three: a day has the
// reason of the first that has one, and the hours of the first of all.
func TestComposedOfSeveral(t *testing.T) {
	week := must(New(Definition{
		Name: "Firm", First: MustDate(1971, 1, 9), Last: MustDate(2100, 11, 30), Week: []string{"Sunday", "Monday", "Saturday"},
		Open: MustClock(8, 0), Close: MustClock(12, 0), Closures: []Closure{{Date: MustDate(2026, 12, 5), Name: "a Saturday"}, {Date: MustDate(2026, 11, 30), Name: "a Monday"}},
	}))
	partly := must(NYSE().Or(week))
	for _, parts := range [][]Calendar{
		{NYSE(), FederalReserve()},
		{FederalReserve(), week, NYSE()},
		{week, Settlement()},
		{week, Federal(), NYSE()},
		{partly, Federal()},
		{Settlement(), Settlement(), partly},
		{must(partly.And(Federal())), week},
	} {
		for _, all := range []bool{true, false} {
			def := Definition{All: parts}
			if !all {
				def = Definition{Any: parts}
			}
			c := must(New(def))
			t.Run(c.Name(), func(t *testing.T) {
				var before Date
				for _, closure := range c.Closures(2026) {
					if !before.Before(closure.Date) {
						t.Errorf("%s is listed after %s", closure, before)
					}
					before = closure.Date
				}
				for d := c.First(); !d.After(c.Last()); d = d.AddDays(1) {
					open, reason := 0, Closure{Date: d, Name: d.Weekday().String(), Kind: Weekend}
					for _, part := range parts {
						why, closed := part.Closure(d)
						if !closed {
							open++
						} else if why.Kind != Weekend && reason.Kind == Weekend {
							reason = why
						}
					}
					want, kept := parts[0].Session(d)
					if all && open < len(parts) || open == 0 {
						want, kept = Session{}, false
					} else {
						reason = Closure{}
					}
					want.Projected = kept && d.After(c.Announced())
					closure, closed := c.Closure(d)
					if session, ok := c.Session(d); closure != reason || c.IsOpen(d) == closed || session != want || ok != kept {
						t.Fatalf("%s: %v %+v, want %v %+v", d, closure, session, reason, want)
					}
				}
			})
		}
	}
}

// A business calendar has the hours of one with which nothing else is open.
func TestComposedHours(t *testing.T) {
	year := must(fiveDays("2026", MustDate(2026, 1, 1), MustDate(2026, 12, 31)))
	for _, tt := range []struct {
		name  string
		c     Calendar
		hours bool
	}{
		{"both", must(NYSE().And(year)), true}, {"either", must(NYSE().Or(NYSE())), true}, {"either, on days of its own", must(NYSE().Or(year)), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if has := tt.c.BusinessCalendar().WorkdayStartFunc != nil; has != tt.hours {
				t.Errorf("%s has hours: %v", tt.c, has)
			}
		})
	}
}

// A calendar of three has the warnings of one that was made of two and a third.
func TestContingentOfThree(t *testing.T) {
	three := must(New(Definition{All: []Calendar{Federal(), FederalReserve(), NYSE()}}))
	two := must(must(Federal().And(FederalReserve())).And(NYSE()))
	told := 0
	for d := MustDate(2026, 12, 1); d.Before(MustDate(2031, 1, 15)); d = d.AddDays(1) {
		dl := Deadline{Count: 3, Unit: BusinessDays, Calendar: three}
		got := must(dl.After(d))
		dl.Calendar = two
		if want := must(dl.After(d)); got.Date != want.Date || got.Why.String() != strings.ReplaceAll(want.Why.String(), two.Name(), three.Name()) {
			t.Fatalf("%s: %v\nwant %v", d, got.Why, want.Why)
		}
		if got.Why.Has(codeOrder) {
			told++
		}
	}
	if told < 5 {
		t.Errorf("%d warnings", told)
	}
}

func TestCalendarSQL(t *testing.T) {
	made := must(NYSE().With(Closure{Date: MustDate(2026, 12, 1), Name: "a storm"}))
	text := string(must(json.Marshal(made)))
	for _, tt := range []struct {
		name string
		src  any
		want Calendar
	}{
		{"a name", "NYSE", NYSE()},
		{"bytes", []byte("Federal Reserve"), FederalReserve()},
		{"another name", "Fedwire", FederalReserve()},
		{"none", nil, Calendar{}},
		{"no text", "", Calendar{}},
		{"one that is made of another", text, made},
		{"in a column of JSON", []byte(text), made},
		{"a name in a column of JSON", []byte(`"NYSE"`), NYSE()},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := Settlement()
			if err := c.Scan(tt.src); err != nil || !c.Equal(tt.want) {
				t.Fatalf("%v, %v", c, err)
			}
			back := Settlement()
			if err := back.Scan(must(c.Value())); err != nil || !back.Equal(c) {
				t.Errorf("comes back as %v, %v", back, err)
			}
		})
	}
	if v, err := NYSE().Value(); v != "NYSE" || err != nil {
		t.Error(v, err)
	}
	if v, err := (Calendar{}).Value(); v != nil || err != nil {
		t.Error(v, err)
	}
	for src, want := range map[any]string{
		"Mars": `"Mars" must be one of`, 5: "cannot be read from a column of Go type int", `{"base":"NYSE"`: "is not JSON", `"NYSE`: "is not the name of a calendar",
	} {
		c := Settlement()
		var fs law.Faults
		if err := c.Scan(src); !errors.As(err, &fs) || !strings.Contains(err.Error(), want) || c != Settlement() {
			t.Errorf("%v: %v", src, err)
		}
	}
}

// What cannot be replaced whole stays as it was.
func TestReplaceIsWhole(t *testing.T) {
	d := MustDate(2026, 1, 1)
	old := must(fiveDays("old", d, d.AddDays(364)))
	past := must(fiveDays("past", MustDate(1800, 1, 1), MustDate(1800, 12, 31)))
	both := must(old.And(NYSE()))
	ok, fails := Deadline{Count: 1, Unit: BusinessDays, Calendar: old}, Deadline{Count: 1, Unit: BusinessDays, Calendar: both}
	for _, tt := range []struct {
		name    string
		replace func() (was, is any, err error)
		path    string
	}{
		{"calendar", func() (any, any, error) { is, err := both.Replace(old, past); return both, is, err }, "all[1]"},
		{"deadline", func() (any, any, error) { is, err := fails.Replace(old, past); return fails, is, err }, "calendar.all[1]"},
		{"closing", func() (any, any, error) {
			was := ClosingRule{Count: fails}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "count.calendar.all[1]"},
		{"notices", func() (any, any, error) {
			was := NoticeClause{Rules: []NoticeRule{{Lag: ok, Receipt: fails}}, AddressChange: ok}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "rules[0].receipt.calendar.all[1]"},
		{"statute", func() (any, any, error) {
			was := Statute{Eras: Timeline[Deadline]{{Value: ok}, {Value: fails}}}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "eras[1].value.calendar.all[1]"},
		{"settlement", func() (any, any, error) {
			was := SettlementRule{Exchange: old, Days: both}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "days.all[1]"},
		{"trade date", func() (any, any, error) {
			was := TradeDateRule{Calendar: both}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "calendar.all[1]"},
		{"window", func() (any, any, error) {
			was := Window{Least: ok, Most: fails}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "most.calendar.all[1]"},
		{"run", func() (any, any, error) {
			was := Run{Calendar: both, From: ok}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "calendar.all[1]"},
		{"schedule", func() (any, any, error) {
			was := Schedule{Count: fails}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "count.calendar.all[1]"},
		{"hours of receipt", func() (any, any, error) {
			was := ReceiptHours{Calendar: both}
			is, err := was.Replace(old, past)
			return was, is, err
		}, "calendar.all[1]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			was, is, err := tt.replace()
			var fs law.Faults
			if !errors.As(err, &fs) || len(fs) != 1 || fs[0].Field != tt.path || fs[0].Value != "NYSE" || !reflect.DeepEqual(was, is) {
				t.Errorf("%v; %v, was %v", err, is, was)
			}
		})
	}
	if is, err := ok.Replace(old, Calendar{}); !errors.Is(err, law.ErrMissing) || err.Error() != "calendar: is required" || is != ok {
		t.Error(is, err)
	}
}

func TestReplace(t *testing.T) {
	mourning := must(NYSE().With(Closure{Date: MustDate(2026, 12, 1), Name: "Day of mourning", Kind: Special}))
	both, either := must(NYSE().And(FederalReserve())), must(FederalReserve().Or(must(NYSE().Through(MustDate(2030, 12, 31)))))
	early := must(NYSE().WithSessions(Session{Date: MustDate(2026, 12, 2), Close: MustClock(13, 0)}))
	d := MustDate(2026, 12, 1)
	for _, tt := range []struct {
		name    string
		c       Calendar
		changes bool
	}{
		{"itself", NYSE(), true},
		{"as read from JSON", stored(t, NYSE()), true},
		{"a part", both, true},
		{"amended", early, true},
		{"another", FederalReserve(), false},
		{"none", Calendar{}, false},
		{"a part that does not decide", either, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.c.Replace(NYSE(), mourning)
			if err != nil || got.IsOpen(d) != (tt.c.IsOpen(d) && !tt.changes) {
				t.Errorf("%s on %s: open %v, %v", got, d, got.IsOpen(d), err)
			}
		})
	}
	old, monday := MustDate(2027, 6, 1), MustDate(2026, 11, 30)
	if _, err := both.Replace(NYSE(), must(New(Definition{Name: "x", First: old, Last: old}))); err != nil {
		t.Error(err)
	}
	past := must(New(Definition{Name: "past", First: MustDate(1900, 1, 1), Last: MustDate(1900, 12, 31)}))
	if _, err := both.Replace(NYSE(), past); !errors.Is(err, law.ErrRange) || err.Error() != "all[1]: Federal Reserve has no day in common with past" {
		t.Error(err)
	}
	dl := Deadline{Count: 1, Unit: TradingDays, Calendar: NYSE()}
	rule := must(ClosingRule{Count: dl, By: Cutoff{Zone: NewYork()}}.Replace(NYSE(), mourning))
	if got, err := rule.DateOn(monday); got != MustDate(2026, 12, 2) || err != nil {
		t.Error(got, err)
	}
	clause := NoticeClause{Rules: []NoticeRule{{Method: Mail, Start: FromSending, Lag: dl}}, AddressChange: dl}
	if got := must(clause.Replace(NYSE(), mourning)); got.Rules[0].Lag.Calendar != mourning || got.AddressChange.Calendar != mourning || clause.Rules[0].Lag.Calendar != NYSE() {
		t.Errorf("%v", got)
	}
	form := must(StatuteByKey("form-8-k"))
	closed := must(Federal().With(Closure{Date: MustDate(2026, 12, 24), Name: "Executive order", Kind: Special}))
	again := must(form.Replace(Federal(), closed))
	before, after := must(form.After(MustDate(2026, 12, 18))), must(again.After(MustDate(2026, 12, 18)))
	if before.Date != MustDate(2026, 12, 24) || after.Date != MustDate(2026, 12, 28) {
		t.Error(before.Date, after.Date)
	}
	if must(StatuteByKey("form-8-k")).Eras[0].Value.Calendar != Federal() {
		t.Error("the catalog has changed")
	}
	if _, err := (ClosingRule{Count: Deadline{Calendar: both}}).Replace(NYSE(), past); err == nil || !strings.HasPrefix(err.Error(), "count.calendar.all[1]: ") {
		t.Error(err)
	}
}

func TestAliases(t *testing.T) {
	for alias, want := range map[string]Calendar{
		"XNYS": NYSE(), "XNAS": NYSE(), "NASDAQ": NYSE(), "Fedwire": FederalReserve(), "DTC": Settlement(), "SEC": Federal(),
	} {
		c, err := ByName(alias)
		if err != nil || c != want {
			t.Errorf("%s: %v, %v", alias, c, err)
		}
		if text, err := c.MarshalText(); string(text) != want.Name() || err != nil {
			t.Errorf("%s is written as %s, %v", alias, text, err)
		}
	}
}

// FuzzCalendarJSON reads any text as a calendar; what is taken comes back the same.
func FuzzCalendarJSON(f *testing.F) {
	for _, seed := range []string{
		`"NYSE"`, `{"base":"NYSE","closures":[{"date":"2026-12-01","name":"x"}]}`, `{"all":["NYSE","Federal"],"first":"2020-01-01"}`,
		`{"name":"x","first":"2026-01-01","last":"2026-12-31","week":["Monday"],"open":"09:00","close":"10:00","sessions":[{"date":"2026-01-06"}]}`,
		`{"base":{"any":["DTC","XNYS"]},"last":"2030-01-01","announced":"2027-01-01"}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		var c Calendar
		if len(data) > 600 || c.UnmarshalJSON([]byte(data)) != nil || c.IsZero() {
			return
		}
		if back := stored(t, c); !back.Equal(c) {
			t.Errorf("%s comes back as another", data)
		}
		var scanned Calendar
		if err := scanned.Scan(must(c.Value())); err != nil || !scanned.Equal(c) {
			t.Errorf("%s is scanned as another, %v", data, err)
		}
	})
}

// TestReplaceReachesAll puts one calendar into every rule there is, replaces it, and
// looks for it in what is left.
func TestReplaceReachesAll(t *testing.T) {
	old := must(fiveDays("old", MustDate(2026, 1, 1), MustDate(2026, 12, 31)))
	dl := Deadline{Count: 1, Unit: BusinessDays, Calendar: old}
	replaced := []any{
		must(dl.Replace(old, NYSE())),
		must(ClosingRule{Count: dl}.Replace(old, NYSE())),
		must(NoticeClause{Rules: []NoticeRule{{Lag: dl, Receipt: dl}}, AddressChange: dl}.Replace(old, NYSE())),
		must(Statute{Eras: Timeline[Deadline]{{Value: dl}}}.Replace(old, NYSE())),
		must(SettlementRule{Exchange: old, Days: old}.Replace(old, NYSE())),
		must(TradeDateRule{Calendar: old}.Replace(old, NYSE())),
		must(Window{Least: dl, Most: dl}.Replace(old, NYSE())),
		must(Run{Calendar: old, From: dl}.Replace(old, NYSE())),
		must(Schedule{Count: dl}.Replace(old, NYSE())),
		must(ReceiptHours{Calendar: old, Until: Cutoff{Zone: NewYork()}}.Replace(old, NYSE())),
		must(must(New(Definition{All: []Calendar{old, must(New(Definition{Any: []Calendar{NYSE(), old}}))}})).Replace(old, NYSE())),
	}
	for _, rule := range replaced {
		t.Run(fmt.Sprintf("%T", rule), func(t *testing.T) {
			data := string(must(json.Marshal(rule)))
			if strings.Contains(data, `"old"`) || !strings.Contains(data, `"NYSE"`) {
				t.Error(data)
			}
		})
	}
}
