package offering

import (
	"math"
	"math/big"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

func TestBlocker(t *testing.T) {
	p499 := exact.Fraction{Num: 499, Den: 10_000}
	tests := []struct {
		name                        string
		limit                       exact.Fraction
		ownership                   Ownership
		allowed, void, maximum, own int64
		codes                       []law.Code
	}{
		// (0.0499 × 10,000,000 - 400,000) ÷ 0.9501 = 104,199.55…
		{
			"cut", p499,
			Ownership{Outstanding: 10_000_000, Held: 400_000, Requested: 150_000},
			104_199, 45_801, 104_199, 400_000,
			[]law.Code{"offering.blocker.held", "offering.blocker.room", "offering.blocker.void"},
		},
		{
			"all", p499,
			Ownership{Outstanding: 10_000_000, Held: 400_000, Requested: 104_199},
			104_199, 0, 104_199, 400_000,
			[]law.Code{"offering.blocker.held", "offering.blocker.room", "offering.blocker.allowed"},
		},
		// The same 400,000 spread over attribution parties.
		{
			"with attribution", p499, Ownership{
				Outstanding: 10_000_000, Held: 100_000, Requested: 150_000,
				Attribution: []AttributionParty{{"Fund II", 250_000}, {"Manager", 50_000}},
			}, 104_199, 45_801, 104_199, 400_000, nil,
		},
		{
			"all through others", p499, Ownership{
				Outstanding: 10_000_000, Requested: 150_000,
				Attribution: []AttributionParty{{"Fund II", 250_000}, {"Manager", 150_000}},
			}, 104_199, 45_801, 104_199, 400_000, nil,
		},
		{"all that there are", p499, Ownership{Outstanding: 10, Held: 10, Requested: 1}, 0, 1, 0, 10, nil},
		// Exactly at the limit: 499,000 of 10,000,000.
		{
			"full", p499,
			Ownership{Outstanding: 10_000_000, Held: 499_000, Requested: 1},
			0, 1, 0, 499_000,
			[]law.Code{"offering.blocker.held", "offering.blocker.full", "offering.blocker.void"},
		},
		{"past it", p499, Ownership{Outstanding: 10_000_000, Held: 600_000, Requested: 7}, 0, 7, 0, 600_000, nil},
		// (0.0999 × 10,000,000 - 0) ÷ 0.9001 = 1,109,876.68…
		{"9.99%", exact.Fraction{Num: 999, Den: 10_000}, Ownership{Outstanding: 10_000_000, Requested: 2_000_000}, 1_109_876, 890_124, 1_109_876, 0, nil},
		// (0.098 × 1,000 - 10) ÷ 0.902 = 97.56
		{"9.8%", exact.Fraction{Num: 98, Den: 1_000}, Ownership{Outstanding: 1_000, Held: 10, Requested: 500}, 97, 403, 97, 10, nil},
		// Exactly: (0.35 × 1,300 - 0) ÷ 0.65 = 700, and 700 of 2,000 is 35%.
		{"35.00%", exact.Fraction{Num: 35, Den: 100}, Ownership{Outstanding: 1_300, Requested: 701}, 700, 1, 700, 0, nil},
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

// What is held through others is told apart from what the holder has, if there
// are any others.
func TestBlockerHeld(t *testing.T) {
	b := Blocker{Limit: exact.Fraction{Num: 499, Den: 10_000}}
	for _, tt := range []struct {
		own    int64
		others []AttributionParty
		want   string
	}{
		{400_000, nil, "400,000 shares of 10,000,000 outstanding count as the holder's (4%)."},
		{
			100_000,
			[]AttributionParty{{"Fund II", 300_000}},
			"400,000 shares of 10,000,000 outstanding count as the holder's (4%), 300,000 of them through its attribution parties.",
		},
	} {
		x, err := b.Exercise(Ownership{Outstanding: 10_000_000, Held: tt.own, Requested: 1, Attribution: tt.others})
		if err != nil || x.Why[0].Text != tt.want {
			t.Errorf("%s, %v", x.Why[0].Text, err)
		}
	}
}

// By trying every number of shares: the limit holds, and not for one more.
func TestBlockerExhaustive(t *testing.T) {
	for _, p := range []exact.Fraction{{Num: 499, Den: 10_000}, {Num: 1, Den: 10}, {Num: 1, Den: 3}, {Num: 35, Den: 100}, {Num: 1, Den: 2}, {Num: 9, Den: 10}, {Num: 98, Den: 1_000}} {
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
		p := exact.Fraction{Num: 1 + random.Int64N(den-1), Den: den}
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
	_, err = Blocker{Limit: exact.Fraction{Num: 1, Den: 1}}.Exercise(Ownership{Outstanding: -1, Held: -1, Requested: -1, Attribution: []AttributionParty{{"", -1}, {"A", 1}, {"A", 1}}})
	wantFaults(t, err, "limit.num", "requested", "outstanding", "held", "attribution[0].party", "attribution[0].held", "attribution[2].party")
	_, err = Blocker{Limit: exact.Fraction{Num: 1, Den: 2}}.Exercise(Ownership{Outstanding: 5, Held: 3, Requested: 1, Attribution: []AttributionParty{{"A", 3}}})
	wantFault(t, err, law.ErrConflict, "held")
	_, err = Blocker{Limit: exact.Fraction{Num: 1, Den: 2}}.Exercise(Ownership{Outstanding: 5, Held: math.MaxInt64, Requested: 1, Attribution: []AttributionParty{{"A", 3}}})
	wantFaults(t, err, "attribution[0].held", "held")
	_, err = Blocker{Limit: exact.Fraction{Num: 9_999, Den: 10_000}}.Room(1<<62, 0)
	wantFault(t, err, law.ErrRange, "outstanding")
	// Six sevenths of seven times as many are six times as many on top, and seven
	// times this number is the largest int64.
	sevenths, most := Blocker{Limit: exact.Fraction{Num: 6, Den: 7}}, int64(math.MaxInt64/7)
	if room, err := sevenths.Room(most, 0); err != nil || room != 6*most {
		t.Errorf("%d, %v", room, err)
	}
	_, err = sevenths.Room(most+1, 0)
	wantFault(t, err, law.ErrRange, "outstanding")
	// Where there is no room by the figures, the question is refused all the same.
	for _, tt := range []struct {
		limit             exact.Fraction
		outstanding, held int64
		kind              error
		field             string
	}{
		{exact.Fraction{Num: 1, Den: 2}, 0, 0, law.ErrMissing, "outstanding"},
		{exact.Fraction{Num: 0, Den: 2}, 10, 0, law.ErrRange, "limit.num"},
		{exact.Fraction{Num: 1, Den: 1}, 5, 5, law.ErrRange, "limit.num"},
		// More held than a number that is itself refused is no second fault.
		{exact.Fraction{Num: 1, Den: 2}, 0, 5, law.ErrMissing, "outstanding"},
		{exact.Fraction{Num: 1, Den: 2}, -5, 3, law.ErrRange, "outstanding"},
		{exact.Fraction{Num: 1, Den: 2}, 10, -1, law.ErrRange, "held"},
	} {
		_, err = Blocker{Limit: tt.limit}.Room(tt.outstanding, tt.held)
		wantFaults(t, err, tt.field)
		wantFault(t, err, tt.kind, tt.field)
	}
	_, err = Blocker{Limit: exact.Fraction{Num: 3, Den: 2}}.Room(0, -1)
	wantFaults(t, err, "limit.num", "outstanding", "held")
	_, err = Blocker{Limit: exact.Fraction{Num: -1, Den: 2}}.Room(6, 7)
	wantFaults(t, err, "limit.num", "held")
}
