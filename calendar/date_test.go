package calendar

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// day is a shorthand for dates in tests.
func day(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDateAgainstTime walks every day from 0001 to 9999 beside package time.
func TestDateAgainstTime(t *testing.T) {
	want := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	d := MustDate(1, 1, 1)
	days := 0
	for ; !d.IsZero(); d = d.AddDays(1) {
		year, month, dom := d.Civil()
		wantYear, wantMonth, wantDay := want.Date()
		if year != wantYear || month != wantMonth || dom != wantDay || d.Weekday() != want.Weekday() {
			t.Fatalf("%v %v is not %v", d, d.Weekday(), want)
		}
		if again, err := NewDate(year, month, dom); err != nil || again != d {
			t.Fatalf("NewDate(%v) = %v, %v", d, again, err)
		}
		days++
		want = want.AddDate(0, 0, 1)
	}
	if days != lastDay {
		t.Fatalf("walked %d days, want %d", days, lastDay)
	}
	if got, want := MustDate(9999, 12, 31).Sub(MustDate(1, 1, 1)), lastDay-1; got != want {
		t.Errorf("span = %d, want %d", got, want)
	}
}

func TestNewDateRefuses(t *testing.T) {
	tests := []struct {
		year  int
		month time.Month
		day   int
		want  string
	}{
		{2002, 2, 29, "date: 2002-02-29 does not exist: February 2002 has 28 days"},
		{1900, 2, 29, "date: 1900-02-29 does not exist: February 1900 has 28 days"},
		{2002, 11, 31, "date: 2002-11-31 does not exist: November 2002 has 30 days"},
		{2002, 11, 0, "date: 2002-11-00 does not exist: November 2002 has 30 days"},
		{2002, 13, 1, "date: 2002-13-01 has a month outside 1 to 12"},
		{2002, 0, 1, "date: 2002-00-01 has a month outside 1 to 12"},
		{0, 1, 1, "date: 0000-01-01 has a year outside 1 to 9999"},
		{10000, 1, 1, "date: 10000-01-01 has a year outside 1 to 9999"},
		{math.MaxInt32, math.MaxInt32, math.MaxInt32, "date: 2147483647-2147483647-2147483647 has a year outside 1 to 9999"},
	}
	for _, tt := range tests {
		d, err := NewDate(tt.year, tt.month, tt.day)
		if !d.IsZero() || !errors.Is(err, law.ErrInvalid) || err.Error() != tt.want {
			t.Errorf("NewDate(%d, %d, %d) = %v, %v; want %q", tt.year, tt.month, tt.day, d, err, tt.want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2002", "2002-11-5", "02-11-25", "2002/11/25", "2002-11-25 ", " 2002-11-25", "2002-11-25T00:00:00Z", "20021125",
		"２００２-11-25", "+002-11-25", "2002-1a-25", "2002-11-31", "0000-01-01", "no date",
	} {
		if d, err := ParseDate(s); err == nil || !d.IsZero() || !errors.Is(err, law.ErrInvalid) {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
}

func TestMustDatePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustDate accepted February 30")
		}
	}()
	MustDate(2002, 2, 30)
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		from    string
		months  int
		want    string
		clipped bool
	}{
		{"2002-08-31", 6, "2003-02-28", true}, // package time says March 3
		{"2003-08-31", 6, "2004-02-29", true},
		{"2003-08-29", 6, "2004-02-29", false},
		{"2002-11-29", 12, "2003-11-29", false},
		{"2004-02-29", 12, "2005-02-28", true},
		{"2004-02-29", 48, "2008-02-29", false},
		{"2003-03-31", -1, "2003-02-28", true},
		{"2003-01-15", -13, "2001-12-15", false},
		{"2003-01-15", 0, "2003-01-15", false},
		{"0001-02-15", -1, "0001-01-15", false},
		{"9999-11-30", 1, "9999-12-30", false},
		{"9999-12-31", 1, "no date", false},
		{"0001-01-01", -1, "no date", false},
		{"2002-01-01", math.MaxInt, "no date", false},
		{"2002-01-01", math.MinInt, "no date", false},
	}
	for _, tt := range tests {
		got, clipped := day(t, tt.from).AddMonths(tt.months)
		if got.String() != tt.want || clipped != tt.clipped {
			t.Errorf("%s + %d months = %v, %v; want %s, %v", tt.from, tt.months, got, clipped, tt.want, tt.clipped)
		}
	}
	if got, clipped := MustDate(2004, 2, 29).AddYears(1); got != MustDate(2005, 2, 28) || !clipped {
		t.Errorf("2004-02-29 + 1 year = %v, %v", got, clipped)
	}
	if got, _ := MustDate(2004, 2, 29).AddYears(math.MaxInt); !got.IsZero() {
		t.Errorf("+ MaxInt years = %v", got)
	}
}

// TestAddMonthsReference compares with a reference that steps month by month
// on the first of the month and clips by walking back.
func TestAddMonthsReference(t *testing.T) {
	for d := MustDate(1999, 1, 1); d.Before(MustDate(2007, 1, 1)); d = d.AddDays(1) {
		year, month, dom := d.Civil()
		for n := -26; n <= 26; n++ {
			first := time.Date(year, month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
			want := first.AddDate(0, 0, dom-1)
			for want.Month() != first.Month() {
				want = want.AddDate(0, 0, -1)
			}
			got, clipped := d.AddMonths(n)
			if got != DateOf(want) || clipped != (want.Day() != dom) {
				t.Fatalf("%v + %d months = %v, %v; want %v", d, n, got, clipped, want)
			}
		}
	}
}

func TestDateArithmeticAtTheEnds(t *testing.T) {
	first, last := MustDate(1, 1, 1), MustDate(9999, 12, 31)
	for _, n := range []int{-1, -lastDay, math.MinInt, math.MinInt32} {
		if got := first.AddDays(n); !got.IsZero() {
			t.Errorf("first + %d = %v", n, got)
		}
	}
	for _, n := range []int{1, lastDay, math.MaxInt, math.MaxInt32} {
		if got := last.AddDays(n); !got.IsZero() {
			t.Errorf("last + %d = %v", n, got)
		}
	}
	if first.AddDays(lastDay-1) != last || last.AddDays(1-lastDay) != first {
		t.Error("the ends are not as far apart as they are")
	}
	var none Date
	if got, _ := none.AddMonths(1); !none.AddDays(1).IsZero() || !got.IsZero() || !none.EndOfMonth().IsZero() {
		t.Error("no date plus something is a date")
	}
	if none.Sub(last) != 0 || last.Sub(none) != 0 {
		t.Error("there is a distance to no date")
	}
	if y, m, d := none.Civil(); y != 0 || m != 0 || d != 0 || none.Year() != 0 || none.Month() != 0 || none.Day() != 0 {
		t.Error("no date has parts")
	}
	if !none.Before(first) || none.Compare(first) != -1 || first.Compare(none) != 1 || none.Compare(none) != 0 || !first.After(none) {
		t.Error("no date does not come first")
	}
	if none.String() != "no date" || none.Long() != "no date" {
		t.Errorf("%v, %v", none.String(), none.Long())
	}
	if got := MustDate(2004, 2, 3).EndOfMonth(); got != MustDate(2004, 2, 29) {
		t.Errorf("end of February 2004 = %v", got)
	}
	if got := MustDate(2002, 11, 25).Long(); got != "Monday, November 25, 2002" {
		t.Error(got)
	}
}

func TestDateOf(t *testing.T) {
	at := time.Date(2002, 11, 27, 4, 30, 0, 0, time.UTC) // 23:30 the day before in New York
	if got := DateOf(at); got != MustDate(2002, 11, 27) {
		t.Error(got)
	}
	if got := DateOf(at.In(NewYork())); got != MustDate(2002, 11, 26) {
		t.Error(got)
	}
	if got := DateOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)); !got.IsZero() {
		t.Error(got)
	}
	if got := DateOf(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)); !got.IsZero() {
		t.Error(got)
	}
}

func TestDateEncodings(t *testing.T) {
	type record struct {
		Closing Date            `json:"closing"`
		Paid    Date            `json:"paid,omitzero"`
		By      map[Date]string `json:"by,omitempty"`
	}
	in := record{Closing: MustDate(2002, 11, 29), By: map[Date]string{MustDate(2002, 11, 28): "funds"}}
	data, err := json.Marshal(in)
	if err != nil || string(data) != `{"closing":"2002-11-29","by":{"2002-11-28":"funds"}}` {
		t.Fatalf("%s, %v", data, err)
	}
	var out record
	if err := json.Unmarshal(data, &out); err != nil || out.Closing != in.Closing || out.By[MustDate(2002, 11, 28)] != "funds" {
		t.Fatalf("%+v, %v", out, err)
	}
	if data, err := json.Marshal(record{}); err != nil || string(data) != `{"closing":null}` {
		t.Fatalf("%s, %v", data, err)
	}
	out.Closing = in.Closing
	if err := json.Unmarshal([]byte(`{"closing":null}`), &out); err != nil || !out.Closing.IsZero() {
		t.Fatalf("%+v, %v", out, err)
	}
	out.Closing = in.Closing
	for _, bad := range []string{`""`, `"2002-02-30"`, `20021129`, `"2002-11-29T00:00:00Z"`, `{}`, `"`, `true`} {
		d := in.Closing
		if err := d.UnmarshalJSON([]byte(bad)); !errors.Is(err, law.ErrInvalid) || d != in.Closing {
			t.Errorf("UnmarshalJSON(%s) = %v, %v", bad, d, err)
		}
	}
	var d Date
	if err := d.UnmarshalText([]byte("2002-11-29")); err != nil || d != in.Closing {
		t.Error(d, err)
	}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Error(d, err)
	}
	if text, err := d.MarshalText(); err != nil || len(text) != 0 {
		t.Errorf("%q, %v", text, err)
	}
}

func TestDateScan(t *testing.T) {
	want := MustDate(2002, 11, 29)
	for _, src := range []any{"2002-11-29", []byte("2002-11-29"), time.Date(2002, 11, 29, 23, 59, 0, 0, time.UTC)} {
		var d Date
		if err := d.Scan(src); err != nil || d != want {
			t.Errorf("Scan(%v) = %v, %v", src, d, err)
		}
	}
	d := want
	if err := d.Scan(nil); err != nil || !d.IsZero() {
		t.Errorf("Scan(nil) = %v, %v", d, err)
	}
	for _, src := range []any{int64(20021129), 1.5, true, "11/29/2002", time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), ""} {
		d := want
		if err := d.Scan(src); !errors.Is(err, law.ErrInvalid) || d != want {
			t.Errorf("Scan(%v) = %v, %v", src, d, err)
		}
	}
	for given, said := range map[string]string{
		"2002-11-29 00:00:00":  `date: "2002-11-29 00:00:00" has a time of day; a column of dates, or one cast to DATE, is required`,
		"2002-11-29T20:00:00Z": `date: "2002-11-29T20:00:00Z" has a time of day; a column of dates, or one cast to DATE, is required`,
		"2002-11-31 00:00:00":  `date: "2002-11-31 00:00:00" is not a date such as 2002-11-29`,
		"2002-11-29x":          `date: "2002-11-29x" is not a date such as 2002-11-29`,
	} {
		d := want
		if err := d.Scan([]byte(given)); !errors.Is(err, law.ErrInvalid) || err.Error() != said || d != want {
			t.Errorf("%v, %v, want %s", d, err, said)
		}
	}
	if v, err := want.Value(); err != nil || v != "2002-11-29" {
		t.Error(v, err)
	}
	if v, err := (Date{}).Value(); err != nil || v != nil {
		t.Error(v, err)
	}
}

// The zero time.Time is no date, wherever it is shown and however it comes.
func TestZeroTimeIsNoDate(t *testing.T) {
	tokyo := time.FixedZone("Tokyo", 9*3600)
	for name, at := range map[string]time.Time{
		"zero": {}, "in Tokyo": time.Time{}.In(tokyo), "in New York": time.Time{}.In(NewYork()), "of no date": Date{}.At(MustClock(15, 0), NewYork()),
	} {
		if d := DateOf(at); !d.IsZero() {
			t.Errorf("%s: %v", name, d)
		}
		d := MustDate(2002, 11, 25)
		if err := d.Scan(at); err != nil || !d.IsZero() {
			t.Errorf("%s is read as %v, %v", name, d, err)
		}
		if v, err := d.Value(); v != nil || err != nil {
			t.Errorf("%s is stored as %v, %v", name, v, err)
		}
	}
	// The first day is one at any other moment, also a day that is stored.
	for _, at := range []time.Time{time.Time{}.Add(1), time.Date(1, 1, 1, 12, 0, 0, 0, time.UTC), time.Date(1, 1, 1, 0, 0, 0, 0, tokyo)} {
		var d Date
		if err := d.Scan(at); err != nil || d != MustDate(1, 1, 1) || DateOf(at) != d {
			t.Errorf("%v: %v, %v", at, d, err)
		}
	}
}

// TestDateInstead holds which days in another form are given back in the right one:
// those that can be meant in one way only.
func TestDateInstead(t *testing.T) {
	for given, want := range map[string]string{
		"11/29/2002": "2002-11-29", "29/11/2002": "2002-11-29", "11/11/2002": "2002-11-11", "2002/11/29": "2002-11-29", "2002/1/2": "2002-01-02", "1/31/2003": "2003-01-31",
		"11/12/2002": "", "1/2/2003": "", "13/13/2002": "", "02/30/2002": "", "11/29/02": "", "11/29": "", "/29/2002": "", "a/29/2002": "", "11-29-2002": "",
		"11/29/20020": "", "1/2/3/2002": "", "": "", "Nov 29, 2002": "", "2002-11-29T00:00:00Z": "",
	} {
		t.Run(given, func(t *testing.T) {
			said := `date: ` + strconv.Quote(given) + ` is not a date such as 2002-11-29`
			if want != "" {
				said += "; write " + want
			}
			if _, err := ParseDate(given); err == nil || err.Error() != said {
				t.Errorf("%v, want %s", err, said)
			}
		})
	}
	for given, want := range map[string]string{
		"20021129": `20021129 is not a string; a date such as "2002-11-29" is required`, "true": `true is not a string; a date such as "2002-11-29" is required`,
		"{}": `is not a string; a date such as "2002-11-29" is required`, "[1]": `is not a string; a date such as "2002-11-29" is required`,
	} {
		var d Date
		if err := json.Unmarshal([]byte(given), &d); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", given, err, want)
		}
	}
}
