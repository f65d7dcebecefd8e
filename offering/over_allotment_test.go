package offering

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func indications(shares ...int64) []Indication {
	out := make([]Indication, len(shares))
	for i, n := range shares {
		out[i] = Indication{Investor: strconv.Itoa(i), Shares: n}
	}
	return out
}

func TestOverAllotmentUse(t *testing.T) {
	for _, tt := range []struct {
		demand                                          []int64
		demanded, used, shares, unsold, unfilled, equal int64
	}{
		{[]int64{400, 500}, 900, 0, 900, 100, 0, 0},
		{[]int64{400, 600}, 1000, 0, 1000, 0, 0, 0},
		{[]int64{401, 600}, 1001, 1, 1001, 0, 0, 0},
		{[]int64{550, 600}, 1150, 150, 1150, 0, 0, 0},
		{[]int64{551, 600}, 1151, 150, 1150, 0, 1, 0},
		{[]int64{1, 5000}, 5001, 150, 1150, 0, 3851, 0},
	} {
		a, err := OverAllotment{Base: 1000, Percent: dec("15"), Way: OneGo}.Allot(indications(tt.demand...))
		if err != nil {
			t.Fatal(err)
		}
		if a.Option != 150 || a.Demand != tt.demanded || a.Used != tt.used || a.Shares != tt.shares ||
			a.Unsold != tt.unsold || a.Unfilled != tt.unfilled {
			t.Errorf("%v: %+v", tt.demand, a)
		}
	}
}

// The Alabama paradox in one book: with base and option in one go the smallest
// row has less than of the base alone.
func TestOverAllotmentWays(t *testing.T) {
	o := OverAllotment{Base: 10, Percent: dec("15"), Authority: law.Citation{Cite: "§3"}}
	a, err := o.Allot(indications(6, 6, 2)) // 10 are 4, 4, 2; 11 are 5, 5, 1
	if err != nil {
		t.Fatal(err)
	}
	var second, oneGo []int64
	for _, row := range a.Rows {
		second, oneGo = append(second, row.Shares), append(oneGo, row.OneGo)
	}
	if !slices.Equal(second, []int64{5, 4, 2}) || !slices.Equal(oneGo, []int64{5, 5, 1}) || a.Differing != 2 || a.Way != SecondClosing {
		t.Errorf("second closing %v, one go %v, %d differ, %s", second, oneGo, a.Differing, a.Way)
	}
	if a.Rows[1].Difference != 1 || a.Rows[2].Difference != -1 || a.Rows[0].Base != 4 || a.Rows[0].Option != 1 {
		t.Errorf("%+v", a.Rows)
	}
	want := `1. The option is 15% of 10 shares, rounded down 1. [§3]
2. The demand for 14 shares takes 1 of it. [§3]
3. The base is divided first, and the option is a second closing, because the terms do not say. [§3]
4. The other way would give 2 rows another number of shares. [§3]`
	if got := a.Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	want = `1. Of the 6 shares asked for it gets 4 of the base: pro rata that is 4 2/7 shares, and a larger fraction takes the one odd share. [§3]
2. Of the 2 shares left unfilled it gets 1 of the option: pro rata that is 1/2 of a share, and its fraction is the largest, which takes the one odd share. [§3]`
	if got := a.Rows[0].Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	o.Way = OneGo
	if a, err = o.Allot(indications(6, 6, 2)); err != nil || a.Rows[2].Shares != 1 || !a.Rows[2].Why.Has("offering.over_allotment.one_go") {
		t.Errorf("%+v, %v", a.Rows, err)
	}
}

func TestOverAllotmentProperties(t *testing.T) {
	differ := 0
	for seed := range uint64(2000) {
		random := source(seed)
		o := OverAllotment{Base: 1 + random.Int64N(500), Percent: decimal.New(1+random.Int64N(400), -1)}
		if random.IntN(2) == 0 {
			o.Way = OneGo
		}
		asks := make([]int64, 1+random.IntN(8))
		for i := range asks {
			asks[i] = 1 + random.Int64N(200)
		}
		a, err := o.Allot(indications(asks...))
		if err != nil {
			t.Fatal(err)
		}
		option := refRound(new(big.Rat).Mul(new(big.Rat).SetInt64(o.Base), new(big.Rat).Mul(rat(o.Percent), big.NewRat(1, 100))), exact.Down).Int64()
		var demand, shares, base, together, differing int64
		for _, ask := range asks {
			demand += ask
		}
		used := min(max(0, demand-o.Base), option)
		goOnce := asks
		if demand > o.Base+used {
			goOnce = refApportion(o.Base+used, asks)
		}
		first := asks
		if demand > o.Base {
			first = refApportion(o.Base, asks)
		}
		for i, row := range a.Rows {
			if row.OneGo != goOnce[i] || row.Base != first[i] || row.Option < 0 || row.Base+row.Option > asks[i] ||
				row.Difference != row.OneGo-row.Base-row.Option || len(row.Why) == 0 {
				t.Fatalf("seed %d: %+v, one go %v, base %v", seed, row, goOnce, first)
			}
			want := row.Base + row.Option
			if o.Way == OneGo {
				want = row.OneGo
			}
			if row.Shares != want {
				t.Fatalf("seed %d: %+v", seed, row)
			}
			shares += row.Shares
			base += row.Base
			together += row.OneGo
			if row.Difference != 0 {
				differing++
				differ++
			}
		}
		if a.Option != option || a.Used != used || a.Shares != shares || shares != min(demand, o.Base+used) || together != shares ||
			base != min(demand, o.Base) || a.Differing != differing || a.Unsold != max(0, o.Base-demand) || a.Unfilled != demand-shares {
			t.Fatalf("seed %d: %+v", seed, a)
		}
		roundTrip(t, a)
		roundTrip(t, o)
	}
	if differ < 50 {
		t.Errorf("the ways differed in %d rows only", differ)
	}
}

func TestOverAllotmentRefuses(t *testing.T) {
	good := indications(5, 6)
	for _, tt := range []struct {
		name  string
		o     OverAllotment
		rows  []Indication
		kind  error
		field string
	}{
		{"no base", OverAllotment{Percent: dec("15")}, good, law.ErrMissing, "base"},
		{"base below zero", OverAllotment{Base: -1, Percent: dec("15")}, good, law.ErrRange, "base"},
		{"no percent", OverAllotment{Base: 1}, good, law.ErrMissing, "percent"},
		{"hostile percent", OverAllotment{Base: 1, Percent: decimal.New(1, 1e9)}, good, law.ErrRange, "percent"},
		{"option too large", OverAllotment{Base: math.MaxInt64, Percent: dec("15")}, good, law.ErrRange, "percent"},
		{"way", OverAllotment{Base: 1, Percent: dec("15"), Way: "x"}, good, law.ErrInvalid, "way"},
		{"nobody", OverAllotment{Base: 1, Percent: dec("15")}, nil, law.ErrMissing, "indications"},
		{"no shares", OverAllotment{Base: 1, Percent: dec("15")}, indications(0), law.ErrMissing, "indications[0].shares"},
		{"shares below zero", OverAllotment{Base: 1, Percent: dec("15")}, indications(1, -1), law.ErrRange, "indications[1].shares"},
		{"too many", OverAllotment{Base: 1, Percent: dec("15")}, indications(math.MaxInt64, 1), law.ErrRange, "indications[1].shares"},
		{"name twice", OverAllotment{Base: 1, Percent: dec("15")}, []Indication{{"A", 1}, {"A ", 1}}, law.ErrDuplicate, "indications[1].investor"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := tt.o.Allot(tt.rows)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if a.Rows != nil {
				t.Errorf("a refusal came with %+v", a)
			}
		})
	}
	// Numbers at the edge.
	a, err := OverAllotment{Base: math.MaxInt64 - 1, Percent: dec("0.000000000000000011")}.Allot(indications(math.MaxInt64-1, 1))
	if err != nil || a.Shares != math.MaxInt64 {
		t.Errorf("%+v, %v", a, err)
	}
}
