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
