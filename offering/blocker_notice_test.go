package offering

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

func day(year int, month time.Month, d int) calendar.Date { return calendar.MustDate(year, month, d) }

func TestBlockerOn(t *testing.T) {
	p499, p999 := exact.Fraction{Num: 499, Den: 10_000}, exact.Fraction{Num: 999, Den: 10_000}
	notices := []LimitNotice{{day(2024, time.January, 10), p999}}
	// January 10 is day 0: 21 days of January, 29 of February and 11 of March
	// make 61, March 11.
	tests := []struct {
		name    string
		on      calendar.Date
		ceiling exact.Fraction
		notices []LimitNotice
		limit   exact.Fraction
		next    calendar.Date
		codes   []law.Code
	}{
		{"before any notice", day(2024, time.January, 9), exact.Fraction{}, notices, p499, calendar.Date{}, []law.Code{
			"offering.blocker.limit.original", "offering.blocker.limit.on_day",
		}},
		{"the 60th day", day(2024, time.March, 10), exact.Fraction{}, notices, p499, day(2024, time.March, 11), []law.Code{
			"offering.blocker.limit.original", "offering.blocker.limit.raised", "offering.blocker.limit.on_day",
		}},
		{"the 61st day", day(2024, time.March, 11), p999, notices, p999, calendar.Date{}, nil},
		{"lowered at once", day(2024, time.April, 1), exact.Fraction{}, []LimitNotice{
			{day(2024, time.April, 1), p499}, {day(2024, time.January, 10), p999},
		}, p499, calendar.Date{}, []law.Code{
			"offering.blocker.limit.original", "offering.blocker.limit.raised", "offering.blocker.limit.lowered", "offering.blocker.limit.on_day",
		}},
		{"a later notice replaces one that is pending", day(2024, time.April, 1), exact.Fraction{}, []LimitNotice{
			{day(2024, time.January, 10), p999}, {day(2024, time.February, 1), exact.Fraction{Num: 1, Den: 100}},
		}, exact.Fraction{Num: 1, Den: 100}, calendar.Date{}, nil},
		{"a second raise starts the days again", day(2024, time.March, 20), exact.Fraction{}, []LimitNotice{
			{day(2024, time.January, 10), p999}, {day(2024, time.March, 1), exact.Fraction{Num: 15, Den: 100}},
		}, p499, day(2024, time.May, 1), nil},
		{"a notice of the limit in force replaces one that is pending", day(2024, time.April, 1), exact.Fraction{}, []LimitNotice{
			{day(2024, time.January, 31), p999}, {day(2024, time.February, 1), p499},
		}, p499, calendar.Date{}, []law.Code{
			"offering.blocker.limit.original", "offering.blocker.limit.raised", "offering.blocker.limit.lowered", "offering.blocker.limit.on_day",
		}},
		{"beyond the ceiling", day(2024, time.December, 1), p999, []LimitNotice{{day(2024, time.January, 10), exact.Fraction{Num: 10, Den: 100}}}, p499, calendar.Date{}, []law.Code{
			"offering.blocker.limit.original", "offering.blocker.limit.ceiling", "offering.blocker.limit.on_day",
		}},
		{"past the last day there is", day(9999, time.December, 31), exact.Fraction{}, []LimitNotice{{day(9999, time.December, 1), p999}}, p499, calendar.Date{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := Blocker{Limit: p499}.On(tt.on, tt.ceiling, tt.notices)
			if err != nil {
				t.Fatal(err)
			}
			if l.Limit != tt.limit || l.Next != tt.next || (l.Next.IsZero() != (l.NextLimit == exact.Fraction{})) {
				t.Errorf("%+v", l)
			}
			if tt.codes != nil {
				wantCodes(t, l.Why, tt.codes...)
			}
			for _, r := range l.Why {
				if (r.Code == "offering.blocker.limit.raised") != (r.Authority.Doubt != "") {
					t.Errorf("%s: %v", r.Code, r.Authority)
				}
			}
			roundTrip(t, l)
			roundTrip(t, tt.notices)
		})
	}
	_, err := Blocker{}.On(calendar.Date{}, exact.Fraction{Num: 2, Den: 1}, []LimitNotice{{}, {day(2024, 1, 1), p499}, {day(2024, 1, 1), p999}})
	wantFaults(t, err, "limit", "day", "ceiling.num", "notices[0].limit", "notices[0].delivered", "notices[2].delivered")
	wantFault(t, err, law.ErrConflict, "notices[2].delivered")
}
