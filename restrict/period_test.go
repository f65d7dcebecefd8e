package restrict

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestPeriodEnd counts from every day of eight years, two of them leap years,
// and compares with package time.
func TestPeriodEnd(t *testing.T) {
	for start := day(2001, time.January, 1); start.Year() < 2009; start = start.AddDays(1) {
		for _, months := range []int{1, 3, 6, 12, 24, 36} {
			got, err := PeriodEnd(start, months)
			want := Dates{naiveEnd(start, months, anniversary), naiveEnd(start, months, conservative)}
			if err != nil || got != want {
				t.Fatalf("PeriodEnd(%s, %d) = %v, %v; want %v", start, months, got, err, want)
			}
			if gap := got.Conservative.Sub(got.Anniversary); gap < 1 || gap > 4 {
				t.Fatalf("PeriodEnd(%s, %d): the conventions are %d days apart", start, months, gap)
			}
		}
	}
}

// TestMonthsElapsed holds the count that the rule uses to the dates that the
// rule tells.
func TestMonthsElapsed(t *testing.T) {
	for start := day(2003, time.December, 27); start.Before(day(2005, time.March, 5)); start = start.AddDays(1) {
		for sale := start.AddDays(-40); sale.Before(start.AddDays(430)); sale = sale.AddDays(1) {
			held := monthsElapsed(start, sale)
			for _, months := range []int{1, 6, 12} {
				end, err := PeriodEnd(start, months)
				if err != nil {
					t.Fatal(err)
				}
				if (held.by(anniversary) >= months) != reached(sale, end.Anniversary) ||
					(held.by(conservative) >= months) != reached(sale, end.Conservative) {
					t.Fatalf("from %s to %s: %v, but %d months end %v", start, sale, held, months, end)
				}
				// The shortcut agrees on whether the period is over.
				upTo := monthsUpTo(months, start, sale)
				for _, c := range []convention{anniversary, conservative} {
					if (upTo.by(c) >= months) != (held.by(c) >= months) {
						t.Fatalf("from %s to %s: %v, but up to %d months %v", start, sale, held, months, upTo)
					}
				}
			}
		}
	}
}

func TestMonthsElapsedAtTheEndOfTime(t *testing.T) {
	last := day(9999, time.December, 31)
	if got := monthsElapsed(day(9999, time.June, 30), last); got != (elapsed{6, 5}) {
		t.Errorf("to the last day: %v, want 6 and 5", got)
	}
	if got := monthsElapsed(last, last); got != (elapsed{0, -1}) {
		t.Errorf("on the last day: %v, want 0 and -1", got)
	}
}

func TestPeriodEndRefuses(t *testing.T) {
	for _, c := range []struct {
		start  calendar.Date
		months int
		kind   error
		field  string
	}{
		{calendar.Date{}, 6, law.ErrMissing, "start"},
		{day(2024, time.January, 1), 0, law.ErrRange, "months"},
		{day(2024, time.January, 1), math.MinInt, law.ErrRange, "months"},
		{day(2024, time.January, 1), math.MaxInt, law.ErrRange, "months"},
		{day(9999, time.July, 1), 6, law.ErrRange, "months"},
		{day(9999, time.June, 30), 6, law.ErrRange, "months"}, // the conservative day is in the year 10000
	} {
		got, err := PeriodEnd(c.start, c.months)
		var fs law.Faults
		if got != (Dates{}) || !errors.Is(err, c.kind) || !errors.As(err, &fs) || fs[0].Field != c.field {
			t.Errorf("PeriodEnd(%s, %d) = %v, %v; want %v in %s", c.start, c.months, got, err, c.kind, c.field)
		}
	}
	_, err := PeriodEnd(calendar.Date{}, 0)
	if got := faultsOf(t, err); len(got) != 2 {
		t.Errorf("faults %q, want both", got)
	}
}
