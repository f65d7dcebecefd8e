package calendar

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
	_ "time/tzdata" // the reference for the embedded zone

	"github.com/offerkit/offerkit/law"
)

func TestClock(t *testing.T) {
	for s := range 86400 {
		c, err := NewClock(s/3600, s/60%60, s%60)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseClock(c.String())
		if err != nil || again != c || c.IsZero() {
			t.Fatalf("%v: %v, %v", c, again, err)
		}
		if at := time.Date(2002, 11, 25, 0, 0, s, 5, time.UTC); ClockOf(at) != c {
			t.Fatalf("ClockOf(%v) = %v", at, ClockOf(at))
		}
	}
	for _, bad := range [][3]int{{24, 0, 0}, {-1, 0, 0}, {0, 60, 0}, {0, -1, 0}, {0, 0, 60}, {0, 0, -1}} {
		if c, err := NewClock(bad[0], bad[1], bad[2]); !errors.Is(err, law.ErrInvalid) || !c.IsZero() {
			t.Errorf("NewClock(%v) = %v, %v", bad, c, err)
		}
	}
	for _, bad := range []string{"", "3:00", "15.00", "15:00:0", "15:0000", "24:00", "15:60", "1a:00", "15:00:61", "no time of day"} {
		if c, err := ParseClock(bad); !errors.Is(err, law.ErrInvalid) || !c.IsZero() {
			t.Errorf("ParseClock(%q) = %v, %v", bad, c, err)
		}
	}
	early, late := MustClock(9, 30), MustClock(15, 0)
	if early.Compare(late) != -1 || late.Compare(early) != 1 || late.Compare(late) != 0 || (Clock{}).Compare(MustClock(0, 0)) != -1 {
		t.Error("clocks are out of order")
	}
	if (Clock{}).String() != "no time of day" || MustClock(0, 0).String() != "00:00" {
		t.Error("midnight is no time of day")
	}
}

func TestMustClockPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustClock accepted 24:00")
		}
	}()
	MustClock(24, 0)
}

func TestClockJSON(t *testing.T) {
	type rule struct {
		By Clock `json:"by,omitzero"`
	}
	data, err := json.Marshal(rule{MustClock(15, 0)})
	if err != nil || string(data) != `{"by":"15:00"}` {
		t.Fatalf("%s, %v", data, err)
	}
	var out rule
	if err := json.Unmarshal(data, &out); err != nil || out.By != MustClock(15, 0) {
		t.Fatal(out, err)
	}
	if err := json.Unmarshal([]byte(`{"by":"25:00"}`), &out); !errors.Is(err, law.ErrInvalid) || out.By != MustClock(15, 0) {
		t.Fatal(out, err)
	}
	if err := json.Unmarshal([]byte(`{"by":""}`), &out); err != nil || !out.By.IsZero() {
		t.Fatal(out, err)
	}
	if text, err := (Clock{}).MarshalText(); err != nil || len(text) != 0 {
		t.Fatalf("%q, %v", text, err)
	}
}

// TestClockScan reads what drivers give for TIME columns: text, with a fraction of
// zeros by some, or an instant on the first day of the year 0 (package time's, of a
// text without a day) or of the year 1.
func TestClockScan(t *testing.T) {
	far := time.FixedZone("far", 9*3600)
	for _, tt := range []struct {
		name string
		src  any
		want string
	}{
		{"text", "15:00:30", "15:00:30"},
		{"text without seconds", "15:00", "15:00"},
		{"bytes", []byte("15:00:00"), "15:00"},
		{"a fraction of zeros", "15:00:30.000000", "15:00:30"},
		{"nine zeros", []byte("00:00:00.000000000"), "00:00"},
		{"year 0", time.Date(0, 1, 1, 23, 59, 59, 0, time.UTC), "23:59:59"},
		{"year 0 in a zone", time.Date(0, 1, 1, 8, 0, 0, 0, far), "08:00"},
		{"year 1", time.Date(1, 1, 1, 9, 30, 0, 0, time.UTC), "09:30"},
		{"midnight of year 1", time.Time{}, "00:00"},
		{"null", nil, "no time of day"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := MustClock(11, 11)
			if err := c.Scan(tt.src); err != nil || c.String() != tt.want {
				t.Errorf("%v, %v", c, err)
			}
		})
	}
	for _, tt := range []struct {
		name   string
		src    any
		reason string
	}{
		{"empty", "", `clock: "" is not of the form 15:00 or 15:00:30`},
		{"end of the day", "24:00:00", "clock: 24:00:00 is not from 00:00:00 to 23:59:59"},
		{"a span", "-01:00:00", `clock: "-01:00:00" is not of the form 15:00 or 15:00:30`},
		{"a long span", []byte("838:59:59"), `clock: "838:59:59" is not of the form 15:00 or 15:00:30`},
		{"with a zone", "15:00:00-05", `clock: "15:00:00-05" is not of the form 15:00 or 15:00:30`},
		{"half a second", "15:00:00.5", `clock: "15:00:00.5" is not of the form 15:00 or 15:00:30`},
		{"a point", "15:00:00.", `clock: "15:00:00." is not of the form 15:00 or 15:00:30`},
		{"zeros without seconds", "15:00.000", `clock: "15:00.000" is not of the form 15:00 or 15:00:30`},
		{"ten zeros", "15:00:00.0000000000", `clock: "15:00:00.0000000000" is not of the form 15:00 or 15:00:30`},
		{"an instant", time.Date(2002, 11, 29, 15, 0, 0, 0, time.UTC), "clock: 2002-11-29T15:00:00Z is an instant; a TIME column is required"},
		{"a new year", time.Date(2002, 1, 1, 15, 0, 0, 0, time.UTC), "clock: 2002-01-01T15:00:00Z is an instant; a TIME column is required"},
		{"a month later", time.Date(1, 2, 1, 15, 0, 0, 0, time.UTC), "clock: 0001-02-01T15:00:00Z is an instant; a TIME column is required"},
		{"24:00 as an instant", time.Date(0, 1, 2, 0, 0, 0, 0, time.UTC), "clock: 0000-01-02T00:00:00Z is an instant; a TIME column is required"},
		{"half a second of year 0", time.Date(0, 1, 1, 15, 0, 0, 5e8, time.UTC), "clock: 15:00:00.5 has a fraction of a second"},
		{"a number", int64(15), "clock: cannot be read from a column of Go type int64"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := MustClock(11, 11)
			if err := c.Scan(tt.src); !errors.Is(err, law.ErrInvalid) || err.Error() != tt.reason || c != MustClock(11, 11) {
				t.Errorf("%v, %v", c, err)
			}
		})
	}
	if v, err := (Clock{}).Value(); v != nil || err != nil {
		t.Errorf("no time of day is stored as %v, %v", v, err)
	}
	for s := range 86400 {
		c := Clock{int32(s + 1)}
		v, err := c.Value()
		if want := time.Unix(int64(s), 0).UTC().Format(time.TimeOnly); err != nil || v != want {
			t.Fatalf("%v is stored as %v, %v, want %s", c, v, err, want)
		}
	}
}

// TestNewYorkAgainstIANA compares the embedded zone with the database that the
// Go distribution carries, hour by hour around every change and day by day
// else.
func TestNewYorkAgainstIANA(t *testing.T) {
	want, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	if once, again := NewYork(), NewYork(); once != again || once.String() != "America/New_York" {
		t.Errorf("NewYork() = %v", NewYork())
	}
	for at := time.Date(1880, 1, 1, 0, 30, 0, 0, time.UTC); at.Year() < 2200; at = at.Add(6 * time.Hour) {
		name, offset := at.In(NewYork()).Zone()
		wantName, wantOffset := at.In(want).Zone()
		if name != wantName || offset != wantOffset {
			t.Fatalf("%v: %s %d, want %s %d", at, name, offset, wantName, wantOffset)
		}
	}
}

func TestDateAt(t *testing.T) {
	threePM := MustClock(15, 0)
	tests := []struct {
		date, clock, want string
	}{
		{"2002-11-29", "15:00", "2002-11-29T20:00:00Z"}, // 41: 3 p.m. is 20:00Z in winter
		{"2003-07-01", "15:00", "2003-07-01T19:00:00Z"}, // and 19:00Z in summer
		{"2002-04-07", "01:59:59", "2002-04-07T06:59:59Z"},
		{"2002-04-07", "02:30", "2002-04-07T07:30:00Z"}, // skipped: shown as 03:30
		{"2002-04-07", "03:00", "2002-04-07T07:00:00Z"},
		{"2002-10-27", "01:30", "2002-10-27T05:30:00Z"}, // twice: the first
		{"2002-10-27", "02:00", "2002-10-27T07:00:00Z"},
		{"1970-01-01", "00:00", "1970-01-01T05:00:00Z"},
	}
	for _, tt := range tests {
		c, err := ParseClock(tt.clock)
		if err != nil {
			t.Fatal(err)
		}
		got := day(t, tt.date).At(c, NewYork())
		if got.UTC().Format(time.RFC3339) != tt.want {
			t.Errorf("%s at %s = %v, want %s", tt.date, tt.clock, got.UTC(), tt.want)
		}
	}
	if !MustDate(2002, 11, 29).At(Clock{}, NewYork()).IsZero() || !MustDate(2002, 11, 29).At(threePM, nil).IsZero() ||
		!(Date{}).At(threePM, NewYork()).IsZero() {
		t.Error("an instant without a day, a clock or a zone")
	}
	// Package time agrees wherever a clock time occurs just once.
	for d := MustDate(1884, 1, 1); d.Before(MustDate(2101, 1, 1)); d = d.AddDays(1) {
		year, month, dom := d.Civil()
		for _, loc := range []*time.Location{NewYork(), time.UTC} {
			if got, want := d.At(threePM, loc), time.Date(year, month, dom, 15, 0, 0, 0, loc); !got.Equal(want) {
				t.Fatalf("%v at 15:00 in %v = %v, want %v", d, loc, got, want)
			}
		}
	}
	// A day that the zone left out: Samoa had no 2011-12-30.
	apia, err := time.LoadLocation("Pacific/Apia")
	if err != nil {
		t.Fatal(err)
	}
	if got := MustDate(2011, 12, 30).At(threePM, apia); DateOf(got) != MustDate(2011, 12, 31) || ClockOf(got) != threePM {
		t.Errorf("the skipped day is shown as %v", got)
	}
}
