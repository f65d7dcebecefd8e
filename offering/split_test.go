package offering

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// positions of the hand-worked cases: 1 for 10, X has 15 and 18, Y has 7, and
// one broker holds X's second certificate and Y's of record.
func fewPositions() []SplitPosition {
	return []SplitPosition{
		{"c1", "X", "X", 15},
		{"c2", "X", "Cede", 18},
		{"c3", "Y", "Cede", 7},
	}
}

func TestSplit(t *testing.T) {
	type want struct {
		names         []string
		shares        []int64
		cash          []string
		delta, toSell int64
		dropped, made exact.Mixed
	}
	none := []string{"0", "0", "0"}
	tests := []struct {
		name  string
		split Split
		want  want
		codes []law.Code
	}{
		// Per certificate: 1.5, 1.8 and 0.7.
		{
			"down",
			Split{Fractions: FractionsDown, Level: PerCertificate},
			want{[]string{"c1", "c2", "c3"}, []int64{1, 1, 0}, none, 0, 0, exact.Mixed{Whole: 2, Num: 0, Den: 1}, exact.Mixed{Whole: 0, Num: 0, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.down", "offering.split.total"},
		},
		{
			"up",
			Split{Fractions: FractionsUp, Level: PerCertificate},
			want{[]string{"c1", "c2", "c3"}, []int64{2, 2, 1}, none, 3, 0, exact.Mixed{Whole: 0, Num: 0, Den: 1}, exact.Mixed{Whole: 1, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.up", "offering.split.total"},
		},
		{
			"nearest",
			Split{Fractions: FractionsNearest, Level: PerCertificate},
			want{[]string{"c1", "c2", "c3"}, []int64{2, 2, 1}, none, 3, 0, exact.Mixed{Whole: 0, Num: 0, Den: 1}, exact.Mixed{Whole: 1, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.nearest", "offering.split.total"},
		},
		// Per holder: X 3.3, Y 0.7.
		{
			"nearest, per holder",
			Split{Fractions: FractionsNearest, Level: PerHolder},
			want{[]string{"X", "Y"}, []int64{3, 1}, none, 1, 0, exact.Mixed{Whole: 0, Num: 3, Den: 10}, exact.Mixed{Whole: 0, Num: 3, Den: 10}},
			[]law.Code{"offering.split.ratio", "offering.split.nearest", "offering.split.total"},
		},
		// Per holder of record: X 1.5, Cede 2.5.
		{
			"up, per record",
			Split{Fractions: FractionsUp, Level: PerRecord},
			want{[]string{"X", "Cede"}, []int64{2, 3}, none, 2, 0, exact.Mixed{Whole: 0, Num: 0, Den: 1}, exact.Mixed{Whole: 1, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.up", "offering.split.total"},
		},
		// 0.5, 0.8 and 0.7 of 2.75 are 1.375, 2.20 and 1.925: half a cent up.
		{
			"cash",
			Split{Fractions: FractionsCash, Level: PerCertificate, Price: dec("2.75")},
			want{[]string{"c1", "c2", "c3"}, []int64{1, 1, 0}, []string{"1.38", "2.20", "1.93"}, 0, 0, exact.Mixed{Whole: 2, Num: 0, Den: 1}, exact.Mixed{Whole: 0, Num: 0, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.cash", "offering.split.cents.default", "offering.split.total"},
		},
		{
			"cash, cents down",
			Split{Fractions: FractionsCash, Level: PerCertificate, Price: dec("2.75"), Cents: exact.Down},
			want{[]string{"c1", "c2", "c3"}, []int64{1, 1, 0}, []string{"1.37", "2.20", "1.92"}, 0, 0, exact.Mixed{Whole: 2, Num: 0, Den: 1}, exact.Mixed{Whole: 0, Num: 0, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.cash", "offering.split.cents", "offering.split.total"},
		},
		// 701 cents by 5 : 8 : 7 are 175.25, 280.4 and 245.35: 175, 280 and 245,
		// and the cent left over goes to .4.
		{
			"sold",
			Split{Fractions: FractionsSold, Level: PerCertificate, Proceeds: dec("7.01")},
			want{[]string{"c1", "c2", "c3"}, []int64{1, 1, 0}, []string{"1.75", "2.81", "2.45"}, 0, 2, exact.Mixed{Whole: 2, Num: 0, Den: 1}, exact.Mixed{Whole: 0, Num: 0, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.sale", "offering.split.proceeds", "offering.split.total"},
		},
		{
			"to be sold",
			Split{Fractions: FractionsSold, Level: PerCertificate},
			want{[]string{"c1", "c2", "c3"}, []int64{1, 1, 0}, none, 0, 2, exact.Mixed{Whole: 2, Num: 0, Den: 1}, exact.Mixed{Whole: 0, Num: 0, Den: 1}},
			[]law.Code{"offering.split.ratio", "offering.split.sale", "offering.split.proceeds.unstated", "offering.split.total"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.split.New, tt.split.Old = 1, 10
			r, err := tt.split.Apply(fewPositions())
			if err != nil {
				t.Fatal(err)
			}
			var shares int64
			var cash decimal.Decimal
			for i, row := range r.Rows {
				shares, cash = shares+row.Shares, cash.Add(row.Cash)
				if row.Name != tt.want.names[i] || row.Shares != tt.want.shares[i] || !row.Cash.Equal(dec(tt.want.cash[i])) {
					t.Errorf("row %d: %+v", i, row)
				}
			}
			if len(r.Rows) != len(tt.want.names) || r.Shares != shares || !r.Cash.Equal(cash) || r.Before != 40 || r.Entitlement != (exact.Mixed{Whole: 4, Num: 0, Den: 1}) {
				t.Errorf("%+v", r)
			}
			if r.ShareDelta != tt.want.delta || r.ToSell != tt.want.toSell || r.Dropped != tt.want.dropped || r.Made != tt.want.made {
				t.Errorf("delta %d, to sell %d, dropped %v, made %v", r.ShareDelta, r.ToSell, r.Dropped, r.Made)
			}
			wantCodes(t, r.Why, tt.codes...)
			roundTrip(t, tt.split)
			roundTrip(t, r)
		})
	}
	roundTrip(t, fewPositions())
}

// A reverse split of 1 for 11 in 2010: an option for 300,000 shares became one
// for 27,273 in the company's printed example. A forward split has no fractions.
func TestSplitPrinted(t *testing.T) {
	s := Split{New: 1, Old: 11}
	f, err := s.Entitlement(300_000)
	if err != nil || f != (exact.Mixed{Whole: 27_272, Num: 8, Den: 11}) {
		t.Errorf("%v, %v", f, err)
	}
	for _, rule := range []Fractions{FractionsUp, FractionsNearest} {
		s.Fractions, s.Level = rule, PerHolder
		r, err := s.Apply([]SplitPosition{{Holder: "option holder", Shares: 300_000}})
		if err != nil || r.Shares != 27_273 || r.ShareDelta != 1 {
			t.Errorf("%s: %+v, %v", rule, r, err)
		}
	}
	r, err := Split{New: 2, Old: 1, Fractions: FractionsSold, Level: PerHolder, Proceeds: dec("5")}.Apply(
		[]SplitPosition{{Holder: "A", Shares: 7}, {Holder: "A ", Shares: 3}})
	if err != nil || r.Shares != 20 || len(r.Rows) != 1 || !r.Unpaid.Equal(dec("5")) || r.Cash.Sign() != 0 {
		t.Errorf("%+v, %v", r, err)
	}
	wantCodes(t, r.Why, "offering.split.ratio", "offering.split.even", "offering.split.proceeds.unpaid", "offering.split.total")
}

// Nothing is lost and nothing appears from nowhere, by a reference in rationals.
func TestSplitProperties(t *testing.T) {
	rules := []Fractions{FractionsDown, FractionsUp, FractionsNearest, FractionsCash, FractionsSold}
	roundingOf := map[Fractions]exact.Rounding{FractionsDown: exact.Down, FractionsUp: exact.Up, FractionsNearest: exact.Nearest, FractionsCash: exact.Down, FractionsSold: exact.Down}
	for seed := range uint64(800) {
		random := source(seed + 9_000)
		s := Split{New: 1 + random.Int64N(20), Old: 1 + random.Int64N(40), Fractions: rules[seed%5], Level: []Level{PerCertificate, PerHolder, PerRecord}[seed%3]}
		if s.Fractions == FractionsCash {
			s.Price, s.Cents = decimal.New(1+random.Int64N(100_000), -int32(random.IntN(6))), exact.Roundings()[seed/5%5]
		}
		if s.Fractions == FractionsSold {
			s.Proceeds = decimal.New(1+random.Int64N(100_000), -2)
		}
		positions := make([]SplitPosition, 1+random.IntN(25))
		before := make(map[string]int64)
		for i := range positions {
			p := SplitPosition{fmt.Sprint("c", i), fmt.Sprint("h", random.IntN(8)), fmt.Sprint("r", random.IntN(3)), 1 + random.Int64N(5_000)}
			positions[i] = p
			before[map[Level]string{PerCertificate: p.Certificate, PerHolder: p.Holder, PerRecord: p.Record}[s.Level]] += p.Shares
		}
		r, err := s.Apply(positions)
		if err != nil {
			t.Fatal(err)
		}
		unrounded, cash := new(big.Rat), new(big.Rat)
		var shares, delta int64
		for _, row := range r.Rows {
			x := big.NewRat(before[row.Name]*s.New, s.Old)
			if row.Before != before[row.Name] || rational(row.Entitlement).Cmp(x) != 0 || row.Shares != refRound(x, roundingOf[s.Fractions]).Int64() ||
				row.ShareDelta != row.Shares-row.Entitlement.Whole {
				t.Fatalf("%d: %+v", seed, row)
			}
			fraction := big.NewRat(row.Entitlement.Num, row.Entitlement.Den)
			if s.Fractions == FractionsCash {
				cents := new(big.Rat).Mul(new(big.Rat).Mul(fraction, rat(s.Price)), big.NewRat(100, 1))
				if want := new(big.Rat).SetFrac(refRound(cents, s.Cents), big.NewInt(100)); rat(row.Cash).Cmp(want) != 0 {
					t.Fatalf("%d: %+v at %s, want %s", seed, row, s.Price, want)
				}
			}
			if fraction.Sign() == 0 && row.Cash.Sign() != 0 {
				t.Fatalf("%d: %+v is paid for nothing", seed, row)
			}
			unrounded.Add(unrounded, x)
			cash.Add(cash, rat(row.Cash))
			shares, delta = shares+row.Shares, delta+row.ShareDelta
		}
		sum := new(big.Rat).Sub(new(big.Rat).Add(new(big.Rat).SetInt64(r.Shares), rational(r.Dropped)), rational(r.Made))
		if len(r.Rows) != len(before) || sum.Cmp(unrounded) != 0 || rational(r.Entitlement).Cmp(unrounded) != 0 || shares != r.Shares || delta != r.ShareDelta {
			t.Fatalf("%d: %+v", seed, r)
		}
		if cash.Cmp(rat(r.Cash)) != 0 || !r.Cash.Add(r.Unpaid).Equal(s.Proceeds) && s.Fractions == FractionsSold {
			t.Fatalf("%d: cash %s, unpaid %s of %s", seed, r.Cash, r.Unpaid, s.Proceeds)
		}
		if s.Fractions == FractionsSold && r.ToSell != refRound(rational(r.Dropped), exact.Down).Int64() {
			t.Fatalf("%d: to sell %d of %v", seed, r.ToSell, r.Dropped)
		}
	}
}

func TestSplitRefuses(t *testing.T) {
	_, err := Split{}.Apply(nil)
	wantFaults(t, err, "new", "old", "fractions", "level", "positions")
	_, err = Split{New: -1, Old: 1, Fractions: "x", Level: "y", Cents: "z", Price: dec("1"), Proceeds: dec("1")}.Apply([]SplitPosition{{Shares: -1}})
	wantFaults(t, err, "new", "fractions", "level", "cents", "price", "proceeds", "positions[0].certificate", "positions[0].shares")
	_, err = Split{New: 1, Old: 2, Fractions: FractionsCash, Level: PerCertificate}.Apply([]SplitPosition{
		{Certificate: "1", Shares: 1}, {Certificate: "1", Shares: 1}, {Certificate: "2", Shares: math.MaxInt64},
	})
	wantFaults(t, err, "price", "positions[1].certificate", "positions[2].shares")
	wantFault(t, err, law.ErrDuplicate, "positions[1].certificate")
	_, err = Split{New: 1, Old: 2, Fractions: FractionsSold, Level: PerHolder, Proceeds: dec("0.001")}.Apply([]SplitPosition{{Record: "A", Shares: 1}})
	wantFaults(t, err, "proceeds", "positions[0].holder")
	_, err = Split{New: 3, Old: 1, Fractions: FractionsUp, Level: PerHolder}.Apply([]SplitPosition{{Holder: "A", Shares: 1 << 62}})
	wantFault(t, err, law.ErrRange, "positions")
	_, err = Split{New: 1, Old: 3, Fractions: FractionsCash, Level: PerHolder, Price: dec("1e18")}.Apply([]SplitPosition{{Holder: "A", Shares: 1}})
	wantFault(t, err, law.ErrRange, "price")
	_, err = Split{New: -1}.Entitlement(-1)
	wantFaults(t, err, "new", "old", "shares")
	_, err = Split{New: 3, Old: 1}.Entitlement(1 << 62)
	wantFault(t, err, law.ErrRange, "shares")
}

// Shares are split as long as an int64 counts them when every row is rounded up.
func TestSplitUpToTheLargestCount(t *testing.T) {
	for _, rule := range []Fractions{FractionsDown, FractionsUp} {
		s := Split{New: 3, Old: 3, Fractions: rule, Level: PerHolder}
		r, err := s.Apply([]SplitPosition{{Holder: "A", Shares: math.MaxInt64 - 3}, {Holder: "B", Shares: 1}})
		if err != nil || r.Shares != math.MaxInt64-2 || r.Rows[0].Shares != math.MaxInt64-3 {
			t.Errorf("%+v, %v", r, err)
		}
	}
	// 3 for 2 of these is 2^63 - 3 1/2 and 3, one more than an int64 counts once the
	// half is rounded up.
	s := Split{New: 3, Old: 2, Fractions: FractionsUp, Level: PerHolder}
	_, err := s.Apply([]SplitPosition{{Holder: "A", Shares: 6_148_914_691_236_517_203}, {Holder: "B", Shares: 2}})
	wantFaults(t, err, "positions")
	wantFault(t, err, law.ErrRange, "positions")
}
