package offering

import (
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func TestBlocker(t *testing.T) {
	p499 := Ratio{499, 10_000}
	tests := []struct {
		name                        string
		limit                       Ratio
		ownership                   Ownership
		allowed, void, maximum, own int64
		codes                       []string
	}{
		// (0.0499 × 10,000,000 - 400,000) ÷ 0.9501 = 104,199.55…
		{
			"cut", p499,
			Ownership{Outstanding: 10_000_000, Held: 400_000, Requested: 150_000},
			104_199, 45_801, 104_199, 400_000,
			[]string{"offering.blocker.held", "offering.blocker.room", "offering.blocker.void"},
		},
		{
			"all", p499,
			Ownership{Outstanding: 10_000_000, Held: 400_000, Requested: 104_199},
			104_199, 0, 104_199, 400_000,
			[]string{"offering.blocker.held", "offering.blocker.room", "offering.blocker.allowed"},
		},
		// The same 400,000 spread over attribution parties.
		{
			"with attribution", p499, Ownership{
				Outstanding: 10_000_000, Held: 100_000, Requested: 150_000,
				Attribution: []AttributionParty{{"Fund II", 250_000}, {"Manager", 50_000}},
			}, 104_199, 45_801, 104_199, 400_000, nil,
		},
		// Exactly at the limit: 499,000 of 10,000,000.
		{
			"full", p499,
			Ownership{Outstanding: 10_000_000, Held: 499_000, Requested: 1},
			0, 1, 0, 499_000,
			[]string{"offering.blocker.held", "offering.blocker.full", "offering.blocker.void"},
		},
		{"past it", p499, Ownership{Outstanding: 10_000_000, Held: 600_000, Requested: 7}, 0, 7, 0, 600_000, nil},
		// (0.0999 × 10,000,000 - 0) ÷ 0.9001 = 1,109,876.68…
		{"9.99%", Ratio{999, 10_000}, Ownership{Outstanding: 10_000_000, Requested: 2_000_000}, 1_109_876, 890_124, 1_109_876, 0, nil},
		// (0.098 × 1,000 - 10) ÷ 0.902 = 97.56
		{"9.8%", Ratio{98, 1_000}, Ownership{Outstanding: 1_000, Held: 10, Requested: 500}, 97, 403, 97, 10, nil},
		// Exactly: (0.35 × 1,300 - 0) ÷ 0.65 = 700, and 700 of 2,000 is 35%.
		{"35.00%", Ratio{35, 100}, Ownership{Outstanding: 1_300, Requested: 701}, 700, 1, 700, 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := Blocker{Limit: tt.limit, Authority: law.Citation{Cite: "Warrant §2(e)"}}
			x, err := b.Exercise(tt.ownership)
			if err != nil {
				t.Fatal(err)
			}
			if x.Allowed != tt.allowed || x.Void != tt.void || x.Maximum != tt.maximum || x.Held != tt.own ||
				x.After != x.Held+x.Allowed || x.Outstanding != tt.ownership.Outstanding+x.Allowed {
				t.Errorf("%+v", x)
			}
			if tt.codes != nil {
				wantCodes(t, x.Why, tt.codes...)
			}
			if room, err := b.Room(tt.ownership.Outstanding, x.Held); err != nil || room != x.Maximum {
				t.Errorf("Room = %d, %v", room, err)
			}
			roundTrip(t, b)
			roundTrip(t, tt.ownership)
			roundTrip(t, x)
		})
	}
}

// By trying every number of shares: the limit holds, and not for one more.
func TestBlockerExhaustive(t *testing.T) {
	for _, p := range []Ratio{{499, 10_000}, {1, 10}, {1, 3}, {35, 100}, {1, 2}, {9, 10}, {98, 1_000}} {
		for outstanding := int64(1); outstanding <= 60; outstanding++ {
			for held := int64(0); held <= outstanding; held++ {
				most := int64(0)
				for x := int64(0); x <= 12*outstanding; x++ {
					if (held+x)*p.Den <= p.Num*(outstanding+x) {
						most = x
					}
				}
				if got, err := (Blocker{Limit: p}).Room(outstanding, held); err != nil || got != most {
					t.Fatalf("%v: %d held of %d: %d, %v; want %d", p, held, outstanding, got, err, most)
				}
			}
		}
	}
}

// Over the whole range, by rationals: the limit holds after the exercise, one
// share more breaks it, and who holds more has no more room.
func TestBlockerProperties(t *testing.T) {
	random := source(61)
	for range 20_000 {
		den := 2 + random.Int64N(1_000_000)
		p := Ratio{1 + random.Int64N(den-1), den}
		outstanding := 1 + random.Int64N(1<<uint(1+random.IntN(60)))
		held := random.Int64N(outstanding + 1)
		if random.IntN(2) == 0 {
			held /= 1_000
		}
		got, err := Blocker{Limit: p}.Room(outstanding, held)
		if err != nil {
			// No refusal but for a number past an int64.
			free := new(big.Rat).Sub(new(big.Rat).Mul(big.NewRat(p.Num, p.Den), new(big.Rat).SetInt64(outstanding)), new(big.Rat).SetInt64(held))
			if free.Quo(free, big.NewRat(p.Den-p.Num, p.Den)); free.Cmp(new(big.Rat).SetInt64(math.MaxInt64-outstanding)) < 0 {
				t.Fatalf("%v: %d of %d: %v", p, held, outstanding, err)
			}
			continue
		}
		owns := func(x int64) int {
			a := new(big.Int).Add(big.NewInt(held), big.NewInt(x))
			o := new(big.Int).Add(big.NewInt(outstanding), big.NewInt(x))
			return new(big.Rat).SetFrac(a, o).Cmp(big.NewRat(p.Num, p.Den))
		}
		if got > 0 && owns(got) > 0 || owns(got+1) <= 0 {
			t.Fatalf("%v: %d of %d: room for %d", p, held, outstanding, got)
		}
		if held > 0 {
			if more, err := (Blocker{Limit: p}).Room(outstanding, held-1); err == nil && more < got {
				t.Fatalf("%v: %d of %d: %d, but %d with one held fewer", p, held, outstanding, got, more)
			}
		}
	}
}

func TestBlockerRefuses(t *testing.T) {
	_, err := Blocker{}.Exercise(Ownership{})
	wantFaults(t, err, "limit", "requested", "outstanding")
	_, err = Blocker{Limit: Ratio{1, 1}}.Exercise(Ownership{Outstanding: -1, Held: -1, Requested: -1, Attribution: []AttributionParty{{"", -1}, {"A", 1}, {"A", 1}}})
	wantFaults(t, err, "limit.num", "requested", "outstanding", "held", "attribution[0].party", "attribution[0].held", "attribution[2].party")
	_, err = Blocker{Limit: Ratio{1, 2}}.Exercise(Ownership{Outstanding: 5, Held: 3, Requested: 1, Attribution: []AttributionParty{{"A", 3}}})
	wantFault(t, err, law.ErrConflict, "held")
	_, err = Blocker{Limit: Ratio{1, 2}}.Exercise(Ownership{Outstanding: 5, Held: math.MaxInt64, Requested: 1, Attribution: []AttributionParty{{"A", 3}}})
	wantFaults(t, err, "attribution[0].held", "held")
	_, err = Blocker{Limit: Ratio{9_999, 10_000}}.Room(1<<62, 0)
	wantFault(t, err, law.ErrRange, "outstanding")
	_, err = Blocker{Limit: Ratio{3, 2}}.Room(0, -1)
	wantFaults(t, err, "limit.num", "outstanding", "held")
	_, err = Blocker{Limit: Ratio{-1, 2}}.Room(6, 7)
	wantFaults(t, err, "limit.num", "held")
}

func day(year int, month time.Month, d int) calendar.Date { return calendar.MustDate(year, month, d) }

func TestBlockerOn(t *testing.T) {
	p499, p999 := Ratio{499, 10_000}, Ratio{999, 10_000}
	notices := []LimitNotice{{day(2024, time.January, 10), p999}}
	// January 10 is day 0: 21 days of January, 29 of February and 11 of March
	// make 61, March 11.
	tests := []struct {
		name    string
		on      calendar.Date
		ceiling Ratio
		notices []LimitNotice
		limit   Ratio
		next    calendar.Date
		codes   []string
	}{
		{"before any notice", day(2024, time.January, 9), Ratio{}, notices, p499, calendar.Date{}, []string{
			"offering.blocker.limit.original", "offering.blocker.limit.on_day",
		}},
		{"the 60th day", day(2024, time.March, 10), Ratio{}, notices, p499, day(2024, time.March, 11), []string{
			"offering.blocker.limit.original", "offering.blocker.limit.raised", "offering.blocker.limit.on_day",
		}},
		{"the 61st day", day(2024, time.March, 11), p999, notices, p999, calendar.Date{}, nil},
		{"lowered at once", day(2024, time.April, 1), Ratio{}, []LimitNotice{
			{day(2024, time.April, 1), p499}, {day(2024, time.January, 10), p999},
		}, p499, calendar.Date{}, []string{
			"offering.blocker.limit.original", "offering.blocker.limit.raised", "offering.blocker.limit.lowered", "offering.blocker.limit.on_day",
		}},
		{"a later notice replaces one that is pending", day(2024, time.April, 1), Ratio{}, []LimitNotice{
			{day(2024, time.January, 10), p999}, {day(2024, time.February, 1), Ratio{1, 100}},
		}, Ratio{1, 100}, calendar.Date{}, nil},
		{"a second raise starts the days again", day(2024, time.March, 20), Ratio{}, []LimitNotice{
			{day(2024, time.January, 10), p999}, {day(2024, time.March, 1), Ratio{15, 100}},
		}, p499, day(2024, time.May, 1), nil},
		{"beyond the ceiling", day(2024, time.December, 1), p999, []LimitNotice{{day(2024, time.January, 10), Ratio{10, 100}}}, p499, calendar.Date{}, []string{
			"offering.blocker.limit.original", "offering.blocker.limit.ceiling", "offering.blocker.limit.on_day",
		}},
		{"past the last day there is", day(9999, time.December, 31), Ratio{}, []LimitNotice{{day(9999, time.December, 1), p999}}, p499, calendar.Date{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := Blocker{Limit: p499}.On(tt.on, tt.ceiling, tt.notices)
			if err != nil {
				t.Fatal(err)
			}
			if l.Limit != tt.limit || l.Next != tt.next || (l.Next.IsZero() != (l.NextLimit == Ratio{})) {
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
	_, err := Blocker{}.On(calendar.Date{}, Ratio{2, 1}, []LimitNotice{{}, {day(2024, 1, 1), p499}, {day(2024, 1, 1), p999}})
	wantFaults(t, err, "limit", "day", "ceiling.num", "notices[0].limit", "notices[0].delivered", "notices[2].delivered")
	wantFault(t, err, law.ErrConflict, "notices[2].delivered")
}
