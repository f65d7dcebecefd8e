package offering

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// refFillCapped is filling up to caps by its definition: whoever would get its cap or
// more in proportion gets the cap, until nobody would, and the rest is largest
// remainder.
func refFillCapped(total int64, weights, caps []int64) (filled []int64, left int64) {
	filled, open := make([]int64, len(weights)), slices.Clone(weights)
	left = total
	for again := true; again; {
		again = false
		sum := new(big.Int)
		for _, w := range open {
			sum.Add(sum, big.NewInt(w))
		}
		level := left
		for i, w := range open {
			if w == 0 {
				continue
			}
			share := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(w), big.NewInt(level)), sum)
			if share.Cmp(new(big.Rat).SetInt64(caps[i])) >= 0 {
				filled[i], open[i], again = caps[i], 0, true
				left -= caps[i]
			}
		}
	}
	for i, n := range refApportion(left, open) {
		filled[i] += n
	}
	if slices.Max(open) > 0 {
		left = 0
	}
	return filled, left
}

func TestRights(t *testing.T) {
	tests := []struct {
		name        string
		terms       RightsOffering
		subscribers []Subscriber
		basic, over []int64
		unsold      int64
		codes       []law.Code
	}{
		{
			// One for four: 103 ÷ 4 = 25 3/4, so 25; 50, 24 and 12 1/2, so 12.
			// B leaves 30 of its 50. 111 less 25, 20, 24 and 12 is 30 for A and
			// C, which ask for 20 and 100: by what they took, 25 and 24, A would
			// get 15.3 and C 14.7: 15 and 15.
			"over-subscription by basic",
			RightsOffering{New: 1, Old: 4},
			[]Subscriber{{"A", 103, 45}, {"B", 200, 20}, {"C", 96, 124}, {"D", 50, 12}},
			[]int64{25, 20, 24, 12},
			[]int64{15, 0, 15, 0},
			0,
			[]law.Code{
				"offering.rights.rounding.default", "offering.rights.shares.default", "offering.rights.basic",
				"offering.rights.over.basis.default", "offering.rights.over", "offering.rights.total",
			},
		},
		{
			// The same rounded up offers 26 + 50 + 24 + 13 = 113: 30 are left
			// again. A asks for 19 more and C for 100; by what they hold, 103
			// and 96, A would get 15.53 and C 14.47: 16 and 14.
			"rounded up, by shares held",
			RightsOffering{New: 1, Old: 4, Rounding: exact.Up, Over: ByHeld},
			[]Subscriber{{"A", 103, 45}, {"B", 200, 20}, {"C", 96, 124}, {"D", 50, 13}},
			[]int64{26, 20, 24, 13},
			[]int64{16, 0, 14, 0},
			0,
			[]law.Code{
				"offering.rights.rounding", "offering.rights.shares.default", "offering.rights.basic",
				"offering.rights.over.basis", "offering.rights.over", "offering.rights.total",
			},
		},
		{
			// A caps out at 5 and the other 25 go to C.
			"what one has no use for",
			RightsOffering{New: 1, Old: 4},
			[]Subscriber{{"A", 103, 30}, {"B", 200, 20}, {"C", 96, 124}, {"D", 50, 12}},
			[]int64{25, 20, 24, 12},
			[]int64{5, 0, 25, 0},
			0, nil,
		},
		{
			"requests run out",
			RightsOffering{New: 1, Old: 4},
			[]Subscriber{{"A", 103, 30}, {"B", 200, 20}, {"C", 96, 30}, {"D", 50, 0}},
			[]int64{25, 20, 24, 0},
			[]int64{5, 0, 6, 0},
			31, nil,
		},
		{
			"no over-subscription",
			RightsOffering{New: 1, Old: 4, NoOver: true},
			[]Subscriber{{"A", 103, 45}, {"B", 200, 20}, {"C", 96, 124}, {"D", 50, 12}},
			[]int64{25, 20, 24, 12},
			[]int64{0, 0, 0, 0},
			30,
			[]law.Code{
				"offering.rights.rounding.default", "offering.rights.shares.default", "offering.rights.basic",
				"offering.rights.over.none", "offering.rights.total",
			},
		},
		{
			// Privileges rounded up to 1 each come to 3 where 2 are offered.
			"privileges past the offer",
			RightsOffering{New: 1, Old: 10, Rounding: exact.Up, Shares: 2},
			[]Subscriber{{"A", 3, 1}, {"B", 3, 1}, {"C", 3, 5}},
			[]int64{1, 1, 0},
			[]int64{0, 0, 0},
			0,
			[]law.Code{
				"offering.rights.rounding", "offering.rights.shares", "offering.rights.privileges.over", "offering.rights.basic.cut",
				"offering.rights.over.empty", "offering.rights.total",
			},
		},
		{
			// Whoever took nothing by privilege has no weight: it comes last.
			"no whole privilege",
			RightsOffering{New: 1, Old: 10, Shares: 10},
			[]Subscriber{{"A", 9, 5}, {"B", 20, 4}},
			[]int64{0, 2},
			[]int64{5, 2},
			1,
			[]law.Code{
				"offering.rights.rounding.default", "offering.rights.shares", "offering.rights.basic", "offering.rights.over.basis.default",
				"offering.rights.over", "offering.rights.over.last", "offering.rights.total",
			},
		},
		{
			// Six are left after B: 5 and 4 are asked for, which gives 3 1/3 and 2 2/3.
			"no whole privilege, and too few shares",
			RightsOffering{New: 1, Old: 10, Shares: 10},
			[]Subscriber{{"A", 9, 5}, {"B", 20, 4}, {"C", 1, 4}},
			[]int64{0, 2, 0},
			[]int64{3, 2, 3},
			0, nil,
		},
		{
			// B's request has a part in the proportion, and takes all: none is last.
			"no whole privilege, and nothing left",
			RightsOffering{New: 1, Old: 10, Shares: 10},
			[]Subscriber{{"A", 9, 5}, {"B", 20, 12}},
			[]int64{0, 2},
			[]int64{0, 8},
			0, nil,
		},
		{
			// C holds nothing, and so has nothing to exercise in full.
			"a stranger",
			RightsOffering{New: 1, Old: 10, Shares: 10, Over: ByHeld},
			[]Subscriber{{"A", 9, 5}, {"B", 20, 2}, {"C", 0, 5}},
			[]int64{0, 2, 0},
			[]int64{5, 0, 0},
			3,
			[]law.Code{
				"offering.rights.rounding.default", "offering.rights.shares", "offering.rights.basic", "offering.rights.over.basis",
				"offering.rights.over", "offering.rights.over.outside", "offering.rights.total",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := tt.terms.Allocate(tt.subscribers)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range s.Rows {
				if row.Basic != tt.basic[i] || row.Over != tt.over[i] || row.Shares != row.Basic+row.Over ||
					row.Unfilled != tt.subscribers[i].Requested-row.Shares {
					t.Errorf("row %d: %+v, want %d and %d", i, row, tt.basic[i], tt.over[i])
				}
			}
			if s.Unsubscribed != tt.unsold {
				t.Errorf("unsubscribed %d, want %d", s.Unsubscribed, tt.unsold)
			}
			if tt.codes != nil {
				wantCodes(t, s.Why, tt.codes...)
			}
			roundTrip(t, tt.terms)
			roundTrip(t, tt.subscribers)
			roundTrip(t, s)
		})
	}
}

// A printed illustration of a shortfall (an Australian forum, 2019): holders of
// 2, 3 and 5 shares over-subscribe by 1.0, 0.6 and 0.2 million for a shortfall
// of 1.0 million, and get 320,000, 480,000 and 200,000. A fourth holder here
// leaves the shortfall: one million per ten shares held, and it takes none.
func TestRightsPrinted(t *testing.T) {
	s, err := RightsOffering{New: 100_000, Old: 1, Over: ByHeld}.Allocate([]Subscriber{
		{"A", 2, 200_000 + 1_000_000}, {"B", 3, 300_000 + 600_000}, {"C", 5, 500_000 + 200_000}, {"D", 10, 0},
	})
	if err != nil || s.Rows[0].Over != 320_000 || s.Rows[1].Over != 480_000 || s.Rows[2].Over != 200_000 || s.Rows[3].Shares != 0 {
		t.Errorf("%+v, %v", s.Rows, err)
	}
	if s.Rows[0].Unfilled != 680_000 || s.Rows[1].Unfilled != 120_000 || s.Unsubscribed != 0 {
		t.Errorf("%+v", s)
	}
}

func TestRightsProperties(t *testing.T) {
	lasts := int64(0)
	for seed := range uint64(600) {
		random := source(seed + 5_000)
		o := RightsOffering{
			New: 1 + random.Int64N(5), Old: 1 + random.Int64N(9), Rounding: exact.Roundings()[seed%5],
			Over: []OverBasis{ByBasic, ByHeld}[seed%2],
		}
		subscribers := make([]Subscriber, 1+random.IntN(20))
		for i := range subscribers {
			held := random.Int64N(1 << (1 + random.IntN(12)))
			subscribers[i] = Subscriber{fmt.Sprint(i), held, random.Int64N(2*held + 3)}
		}
		subscribers[0].Held = 100 // somebody has a privilege
		s, err := o.Allocate(subscribers)
		if err != nil {
			t.Fatal(err)
		}
		weights, requests := make([]int64, len(s.Rows)), make([]int64, len(s.Rows))
		var basic, over, unfilled int64
		for i, row := range s.Rows {
			unrounded := big.NewRat(subscribers[i].Held*o.New, o.Old)
			if row.Privilege != refRound(unrounded, s.Rounding).Int64() || rational(row.Entitlement).Cmp(unrounded) != 0 {
				t.Fatalf("%d: %+v", seed, row)
			}
			if row.Basic != min(row.Privilege, subscribers[i].Requested) || row.Shares > subscribers[i].Requested || row.Over < 0 {
				t.Fatalf("%d: %+v of %+v", seed, row, subscribers[i])
			}
			weights[i], requests[i] = row.Basic, max(0, subscribers[i].Requested-row.Privilege)
			if o.Over == ByHeld {
				weights[i] = subscribers[i].Held
			}
			basic, over, unfilled = basic+row.Basic, over+row.Over, unfilled+row.Unfilled
		}
		want, left := refFillCapped(s.Shares-basic, weights, requests)
		last := make([]int64, len(s.Rows)) // requests without a weight, of holders
		for i := range last {
			if subscribers[i].Held > 0 {
				last[i] = requests[i] - want[i]
			}
		}
		if slices.Max(last) > 0 && left > 0 {
			var more []int64
			more, left = refFillCapped(left, last, last)
			for i, n := range more {
				want[i] += n
				lasts += min(n, 1)
			}
		}
		for i, row := range s.Rows {
			if row.Over != want[i] {
				t.Fatalf("%d: row %d over %d, want %d", seed, i, row.Over, want[i])
			}
		}
		if basic != s.Basic || over != s.Over || unfilled != s.Unfilled || s.Unsubscribed != left || basic+over+left != s.Shares {
			t.Fatalf("%d: %+v", seed, s)
		}
	}
	if lasts < 5 {
		t.Errorf("%d rows were served last", lasts)
	}
}

// A larger request never gets less, whatever the others ask for.
func TestRightsMonotoneInRequest(t *testing.T) {
	for seed := range uint64(100) {
		random := source(seed + 6_000)
		subscribers := make([]Subscriber, 6)
		for i := range subscribers {
			subscribers[i] = Subscriber{fmt.Sprint(i), 40 + random.Int64N(100), random.Int64N(120)}
		}
		last := int64(0)
		for request := range int64(130) {
			subscribers[2].Requested = request
			s, err := RightsOffering{New: 1, Old: 2, Shares: 200, Over: ByHeld}.Allocate(subscribers)
			if err != nil {
				t.Fatal(err)
			}
			if s.Rows[2].Shares < last {
				t.Fatalf("%d: asking for %d gives %d, less than %d", seed, request, s.Rows[2].Shares, last)
			}
			last = s.Rows[2].Shares
		}
	}
}

// rational is a fraction as a rational.
func rational(f exact.Mixed) *big.Rat {
	return new(big.Rat).Add(new(big.Rat).SetInt64(f.Whole), big.NewRat(f.Num, f.Den))
}

func TestRightsRefuses(t *testing.T) {
	_, err := RightsOffering{}.Allocate(nil)
	wantFaults(t, err, "new", "old", "subscribers")
	_, err = RightsOffering{New: -1, Old: 1, Rounding: "x", Over: "y", Shares: -1}.Allocate([]Subscriber{
		{"", -1, -1}, {"A", 1, 1}, {"A", 1, 1},
	})
	wantFaults(t, err, "new", "rounding", "over", "shares", "subscribers[0].holder", "subscribers[0].held", "subscribers[0].requested",
		"subscribers[2].holder")
	wantFault(t, err, law.ErrDuplicate, "subscribers[2].holder")
	_, err = RightsOffering{New: 3, Old: 1}.Allocate([]Subscriber{{"A", 1 << 62, 1}})
	wantFault(t, err, law.ErrRange, "subscribers[0].held")
	_, err = RightsOffering{New: 1, Old: 1}.Allocate([]Subscriber{{"A", 1 << 62, 1 << 62}, {"B", 1 << 62, 1 << 62}})
	wantFaults(t, err, "subscribers[1].held", "subscribers[1].requested")
	_, err = RightsOffering{New: 1, Old: 100}.Allocate([]Subscriber{{"A", 5, 1}})
	wantFault(t, err, law.ErrMissing, "shares")
}
