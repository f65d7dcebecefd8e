package calendar

import (
	"encoding/json"
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// TestPeriod asks about the days around each end, of clauses as agreements print them.
func TestPeriod(t *testing.T) {
	audit, signed, closing := MustDate(2001, time.December, 31), MustDate(2002, time.November, 25), MustDate(2002, time.November, 29)
	for _, tt := range []struct {
		name    string
		period  Period
		said    string
		in, out []string
	}{
		{
			"since a date and prior to another",
			Period{audit, law.No, signed, law.No},
			"after December 31, 2001 and prior to November 25, 2002",
			[]string{"2002-01-01", "2002-11-24"},
			[]string{"0001-01-01", "2001-12-31", "2002-11-25", "9999-12-31"},
		},
		{
			"from and including, to but excluding",
			Period{audit, law.Yes, signed, law.No},
			"on or after December 31, 2001 and prior to November 25, 2002",
			[]string{"2001-12-31", "2002-11-24"},
			[]string{"2001-12-30", "2002-11-25"},
		},
		{
			"after, through",
			Period{audit, law.No, signed, law.Yes},
			"after December 31, 2001 and on or before November 25, 2002",
			[]string{"2002-01-01", "2002-11-25"},
			[]string{"2001-12-31", "2002-11-26"},
		},
		{
			"both days included",
			Period{audit, law.Yes, signed, law.Yes},
			"on or after December 31, 2001 and on or before November 25, 2002",
			[]string{"2001-12-31", "2002-11-25"},
			[]string{"2001-12-30", "2002-11-26"},
		},
		{
			"survives the closing without end",
			Period{From: closing, FromIncluded: law.Yes},
			"on or after November 29, 2002, with no end date",
			[]string{"2002-11-29", "9999-12-31"},
			[]string{"0001-01-01", "2002-11-28"},
		},
		{
			"prior to the date hereof",
			Period{Until: signed, UntilIncluded: law.No},
			"prior to November 25, 2002",
			[]string{"0001-01-01", "2002-11-24"},
			[]string{"2002-11-25", "9999-12-31"},
		},
		{
			"one day",
			Period{signed, law.Yes, signed, law.Yes},
			"on or after November 25, 2002 and on or before November 25, 2002",
			[]string{"2002-11-25"},
			[]string{"2002-11-24", "2002-11-26"},
		},
		{
			"the day between",
			Period{signed.AddDays(-1), law.No, signed.AddDays(1), law.No},
			"after November 24, 2002 and prior to November 26, 2002",
			[]string{"2002-11-25"},
			[]string{"2002-11-24", "2002-11-26"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.period.String(); got != tt.said {
				t.Errorf("said as %q, want %q", got, tt.said)
			}
			for _, want := range []bool{true, false} {
				days := tt.in
				if !want {
					days = tt.out
				}
				for _, s := range days {
					if got, err := tt.period.Contains(day(t, s)); got != want || err != nil {
						t.Errorf("%s: %t, %v", s, got, err)
					}
				}
			}
			data, err := json.Marshal(tt.period)
			var back Period
			if err != nil || json.Unmarshal(data, &back) != nil || back != tt.period {
				t.Errorf("%s: %+v, %v", data, back, err)
			}
		})
	}
}

// TestSurvival says clauses on the survival of representations, with an end and
// without, by kind.
func TestSurvival(t *testing.T) {
	closing := MustDate(2002, time.November, 29)
	for _, row := range readTable(t, "survival_clauses.csv") {
		t.Run(row[0]+" "+row[1]+" "+row[2], func(t *testing.T) {
			p := Period{From: closing, FromIncluded: law.Yes}
			last := MustDate(9999, time.December, 31)
			if row[2] != "" {
				count, err := strconv.Atoi(row[2])
				if err != nil {
					t.Fatal(err)
				}
				if p.Until, err = (Deadline{Count: count, Unit: Unit(row[3])}).DateAfter(closing); err != nil {
					t.Fatal(err)
				}
				p.UntilIncluded = law.Yes
				last = day(t, row[4])
				if in, err := p.Contains(last.AddDays(1)); in || err != nil {
					t.Errorf("%s: the day after %s is in it, %v", p, last, err)
				}
			}
			for _, d := range []Date{closing, last} {
				if in, err := p.Contains(d); !in || err != nil {
					t.Errorf("%s: %s is not in it, %v", p, d, err)
				}
			}
			if in, err := p.Contains(closing.AddDays(-1)); in || err != nil {
				t.Errorf("%s: the day before the closing is in it, %v", p, err)
			}
		})
	}
}

func TestPeriodRefused(t *testing.T) {
	a, b := MustDate(2001, time.December, 31), MustDate(2002, time.November, 25)
	last := MustDate(9999, time.December, 31)
	for _, tt := range []struct {
		name   string
		period Period
		kind   error
		want   string
	}{
		{"the zero period", Period{}, law.ErrMissing, "from: is required; until: is required"},
		{"ends not stated", Period{From: a, Until: b}, law.ErrMissing, "from_included: is required; until_included: is required"},
		{
			"ends not known",
			Period{a, law.Unknown, b, "maybe"},
			law.ErrInvalid,
			`from_included: "unknown" must be one of: yes, no; until_included: "maybe" must be one of: yes, no`,
		},
		{
			"statements about open ends",
			Period{From: a, FromIncluded: law.No, UntilIncluded: law.Yes},
			law.ErrConflict,
			`until_included: "yes" must be empty: the period has no such day`,
		},
		{"backward", Period{b, law.Yes, a, law.Yes}, law.ErrConflict, "until: 2001-12-31 leaves no day in a period on or after November 25, 2002"},
		{"a day that is left out", Period{a, law.Yes, a, law.No}, law.ErrConflict, "until: 2001-12-31 leaves no day in a period on or after December 31, 2001"},
		{"no day between", Period{a, law.No, a.AddDays(1), law.No}, law.ErrConflict, "until: 2002-01-01 leaves no day in a period after December 31, 2001"},
		{"after the last day", Period{From: last, FromIncluded: law.No}, law.ErrConflict, "from: 9999-12-31 leaves no day in the period"},
		{"before the first day", Period{Until: MustDate(1, 1, 1), UntilIncluded: law.No}, law.ErrConflict, "until: 0001-01-01 leaves no day in the period"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.period.Validate()
			if !errors.Is(err, tt.kind) || err.Error() != tt.want {
				t.Errorf("%v, want %s", err, tt.want)
			}
			if in, asked := tt.period.Contains(b); in || asked == nil || asked.Error() != tt.want {
				t.Errorf("asked: %t, %v", in, asked)
			}
			if in, asked := tt.period.Contains(Date{}); in || asked == nil || asked.Error() != tt.want+"; date: is required" {
				t.Errorf("asked about no date: %t, %v", in, asked)
			}
		})
	}
	if got := (Period{}).String(); got != "no period" {
		t.Error(got)
	}
	if got := (Period{From: a, Until: b}).String(); got != "since December 31, 2001 and until November 25, 2002" {
		t.Error(got)
	}
	p := Period{From: a, FromIncluded: law.Yes}
	err := json.Unmarshal([]byte(`{"from":"2001-12-31","from_included":"often","Until":"2002-11-25","until":20021125}`), &p)
	if want := `from_included: "often" must be one of: yes, no, unknown; Until: "Until" is not a field: it is written "until"; ` +
		`until: 20021125 is not a string; a date such as "2002-11-29" is required`; err == nil || err.Error() != want || p.From != a || p.FromIncluded != law.Yes {
		t.Errorf("%v, want %s", err, want)
	}
}

// FuzzPeriod holds the answer to what the words of the ends say.
func FuzzPeriod(f *testing.F) {
	f.Add(int32(730850), true, int32(731179), false, int32(731000))
	f.Add(int32(1), false, int32(0), true, int32(1))
	f.Add(int32(lastDay), false, int32(lastDay), true, int32(lastDay))
	f.Fuzz(func(t *testing.T, from int32, fromIn bool, until int32, untilIn bool, asked int32) {
		dateOf := func(n int32) Date { return Date{max(0, min(n, lastDay))} }
		word := func(d Date, in bool) law.YesNo {
			switch {
			case d.IsZero():
				return ""
			case in:
				return law.Yes
			}
			return law.No
		}
		p := Period{From: dateOf(from), Until: dateOf(until)}
		p.FromIncluded, p.UntilIncluded = word(p.From, fromIn), word(p.Until, untilIn)
		d := dateOf(asked)
		want := !d.IsZero() && (p.From.IsZero() || d.After(p.From) || fromIn && d == p.From) &&
			(p.Until.IsZero() || d.Before(p.Until) || untilIn && d == p.Until)
		got, err := p.Contains(d)
		if err == nil && got != want {
			t.Fatalf("%s: %s is %t", p, d, got)
		}
		// What is refused has no day that could be asked about, or states no end.
		if sound := p.Validate() == nil; err != nil && want && sound {
			t.Fatalf("%s: %s: %v", p, d, err)
		} else if !sound && want && p != (Period{}) {
			t.Fatalf("%s: %s is in it, but it is refused", p, d)
		}
		if _ = p.String(); err == nil && d.IsZero() {
			t.Fatal("no date is answered")
		}
	})
}
