package offering

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// bought lists what a proration buys, row by row.
func bought(p Proration) (shares []int64) {
	for _, row := range p.Rows {
		shares = append(shares, row.Accepted)
	}
	return shares
}

// treatments lists how the rows fared.
func treatments(p Proration) (words []Treatment) {
	for _, row := range p.Rows {
		words = append(words, row.Treatment)
	}
	return words
}

func TestTender(t *testing.T) {
	tests := []struct {
		name    string
		terms   Tender
		tenders []Tendered
		want    []int64
		how     []Treatment
		factor  exact.Fraction
		codes   []law.Code
	}{
		{
			"room for all",
			Tender{Sought: 500},
			[]Tendered{{Holder: "A", Shares: 200}, {Holder: "B", Shares: 300, Minimum: 300}},
			[]int64{200, 300},
			[]Treatment{InFull, InFull},
			exact.Fraction{Num: 1, Den: 1},
			[]law.Code{"offering.tender.full", "offering.tender.total"},
		},
		{
			// 1,500 tendered for 1,000. Odd lots of 99 and 50 leave 851 for
			// 1,351: 600 × 851 ÷ 1,351 = 377.94, 300 gives 188.97 and 451 gives
			// 284.09. Whole parts are 849; the two left go to .97 and .94.
			"odd lots first",
			Tender{Sought: 1_000, OddLots: 100},
			[]Tendered{
				{Holder: "A", Shares: 99, Owned: 99},
				{Holder: "B", Shares: 50, Owned: 50},
				{Holder: "C", Shares: 600, Owned: 1_000},
				{Holder: "D", Shares: 300, Owned: 300},
				{Holder: "E", Shares: 451, Owned: 451},
			},
			[]int64{99, 50, 378, 189, 284},
			[]Treatment{OddLotFirst, OddLotFirst, Prorated, Prorated, Prorated},
			exact.Fraction{Num: 851, Den: 1_351},
			[]law.Code{"offering.tender.over", "offering.tender.odd_lots", "offering.tender.prorated", "offering.tender.total"},
		},
		{
			// The same 50 shares are no odd lot when not certified, when more is
			// owned, and when the holder owns exactly a hundred.
			"what is no odd lot",
			Tender{Sought: 125, OddLots: 100},
			[]Tendered{{Holder: "A", Shares: 50}, {Holder: "B", Shares: 50, Owned: 99}, {Holder: "C", Shares: 50, Owned: 150}, {Holder: "D", Shares: 100, Owned: 100}},
			[]int64{25, 25, 25, 50},
			[]Treatment{Prorated, Prorated, Prorated, Prorated},
			exact.Fraction{Num: 125, Den: 250},
			[]law.Code{"offering.tender.over", "offering.tender.prorated", "offering.tender.total"},
		},
		{
			"no priority unless the offer says so",
			Tender{Sought: 100},
			[]Tendered{{Holder: "A", Shares: 50, Owned: 50}, {Holder: "B", Shares: 150, Owned: 150}},
			[]int64{25, 75},
			[]Treatment{Prorated, Prorated},
			exact.Fraction{Num: 100, Den: 200},
			[]law.Code{"offering.tender.over", "offering.tender.odd_lots.none", "offering.tender.prorated", "offering.tender.total"},
		},
		{
			// 120 of odd lots where 100 are sought: 60 × 100 ÷ 120 = 50 each.
			"more odd lots than sought",
			Tender{Sought: 100, OddLots: 100},
			[]Tendered{
				{Holder: "A", Shares: 60, Owned: 60},
				{Holder: "B", Shares: 500},
				{Holder: "C", Shares: 60, Owned: 60},
				{Holder: "D", Shares: 500, Minimum: 1},
			},
			[]int64{50, 0, 50, 0},
			[]Treatment{Prorated, LeftOut, Prorated, Withdrawn},
			exact.Fraction{Num: 100, Den: 120},
			[]law.Code{
				"offering.tender.over", "offering.tender.odd_lots.over", "offering.tender.prorated",
				"offering.tender.odd_lots.only", "offering.tender.total",
			},
		},
		{
			// 50 of each odd lot is below its condition of 80. Both withdraw, and
			// the offer is for the tender without a condition, not for a lot.
			"odd lots whose conditions fail",
			Tender{Sought: 100, OddLots: 100, Seed: "x"},
			[]Tendered{
				{Holder: "A", Shares: 90, Owned: 90, Minimum: 80},
				{Holder: "B", Shares: 90, Owned: 90, Minimum: 80},
				{Holder: "C", Shares: 1_000},
			},
			[]int64{0, 0, 100},
			[]Treatment{Withdrawn, Withdrawn, Prorated},
			exact.Fraction{Num: 100, Den: 1_000},
			[]law.Code{
				"offering.tender.over", "offering.tender.odd_lots.over", "offering.tender.prorated",
				"offering.tender.withdrawn", "offering.tender.total",
			},
		},
		{
			"one odd lot whose condition fails",
			Tender{Sought: 14, OddLots: 100},
			[]Tendered{{Holder: "A", Shares: 76, Owned: 76, Minimum: 40}, {Holder: "B", Shares: 235}},
			[]int64{0, 14},
			[]Treatment{Withdrawn, Prorated},
			exact.Fraction{Num: 14, Den: 235},
			[]law.Code{
				"offering.tender.over", "offering.tender.odd_lots.over", "offering.tender.prorated",
				"offering.tender.withdrawn", "offering.tender.total",
			},
		},
		{
			// 75 of each odd lot is below A's 90. It withdraws, B is bought whole
			// first, and 60 are left for 1,000.
			"one odd lot of two withdrawn",
			Tender{Sought: 150, OddLots: 100},
			[]Tendered{
				{Holder: "A", Shares: 90, Owned: 90, Minimum: 90},
				{Holder: "B", Shares: 90, Owned: 90},
				{Holder: "C", Shares: 1_000},
			},
			[]int64{0, 90, 60},
			[]Treatment{Withdrawn, OddLotFirst, Prorated},
			exact.Fraction{Num: 60, Den: 1_000},
			[]law.Code{
				"offering.tender.over", "offering.tender.odd_lots.over", "offering.tender.odd_lots", "offering.tender.prorated",
				"offering.tender.withdrawn", "offering.tender.total",
			},
		},
		{
			// 100 × 100 ÷ 200 = 50 is below the minimum of 60: withdrawn, and
			// the other is bought whole.
			"a condition that fails",
			Tender{Sought: 100, OddLots: 100},
			[]Tendered{{Holder: "A", Shares: 100}, {Holder: "B", Shares: 100, Owned: 100, Minimum: 60}},
			[]int64{100, 0},
			[]Treatment{InFull, Withdrawn},
			exact.Fraction{Num: 1, Den: 1},
			[]law.Code{"offering.tender.over", "offering.tender.withdrawn", "offering.tender.total"},
		},
		{
			// 150 for 350: nobody with a condition reaches it, A is bought whole
			// and 50 are left. Of B, minimum 90, and D, minimum 50, only D fits;
			// C has not tendered all it owns.
			"by lot, where it fits",
			Tender{Sought: 150, OddLots: 50, Seed: "a seed"},
			[]Tendered{
				{Holder: "A", Shares: 100},
				{Holder: "B", Shares: 100, Owned: 100, Minimum: 90},
				{Holder: "C", Shares: 100, Owned: 200, Minimum: 50},
				{Holder: "D", Shares: 50, Owned: 50, Minimum: 50},
			},
			[]int64{100, 0, 0, 50},
			[]Treatment{InFull, Withdrawn, Withdrawn, ByLot},
			exact.Fraction{Num: 1, Den: 1},
			[]law.Code{"offering.tender.over", "offering.tender.withdrawn", "offering.tender.lot", "offering.tender.total"},
		},
		{
			"no seed, no lot",
			Tender{Sought: 150, OddLots: 50},
			[]Tendered{{Holder: "A", Shares: 100}, {Holder: "B", Shares: 100, Owned: 100, Minimum: 90}},
			[]int64{100, 0},
			[]Treatment{InFull, Withdrawn},
			exact.Fraction{Num: 1, Den: 1},
			[]law.Code{"offering.tender.over", "offering.tender.withdrawn", "offering.tender.lot.unseeded", "offering.tender.total"},
		},
		{
			"nobody for the lot",
			Tender{Sought: 150, OddLots: 50, Seed: "a seed"},
			[]Tendered{{Holder: "A", Shares: 100}, {Holder: "B", Shares: 100, Minimum: 90}},
			[]int64{100, 0},
			[]Treatment{InFull, Withdrawn},
			exact.Fraction{Num: 1, Den: 1},
			[]law.Code{"offering.tender.over", "offering.tender.withdrawn", "offering.tender.lot.nobody", "offering.tender.total"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.terms.Authority = law.Citation{Cite: "Offer to Purchase §1"}
			p, err := tt.terms.Prorate(tt.tenders)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(bought(p), tt.want) || !slices.Equal(treatments(p), tt.how) || p.Factor != tt.factor {
				t.Errorf("got %v %v %v", bought(p), treatments(p), p.Factor)
			}
			wantCodes(t, p.Why, tt.codes...)
			for _, row := range p.Rows {
				wantCodes(t, row.Why, tenderCodes()[row.Treatment])
			}
			roundTrip(t, tt.terms)
			roundTrip(t, tt.tenders)
			roundTrip(t, p)
		})
	}
}

// Figures printed elsewhere: an offer for 126 million shares of which 168
// million were tendered buys 75%, 225 of 300 shares; and the auction of 2014 in
// which 3,846,153 of 10,466,830 shares were bought, 36.75%.
func TestTenderPrinted(t *testing.T) {
	p, err := Tender{Sought: 126_000_000, OddLots: 100}.Prorate([]Tendered{
		{Holder: "one", Shares: 300, Owned: 300}, {Holder: "others", Shares: 167_999_700},
	})
	if err != nil || p.Rows[0].Accepted != 225 || p.Accepted != 126_000_000 {
		t.Errorf("%+v, %v", p, err)
	}
	p, err = Tender{Sought: 3_846_153, OddLots: 100}.Prorate([]Tendered{
		{Holder: "one", Shares: 10_000, Owned: 10_000}, {Holder: "others", Shares: 10_456_830},
	})
	// 10,000 × 3,846,153 ÷ 10,466,830 = 3,674.61
	if err != nil || p.Rows[0].Accepted != 3_675 || p.Returned != 10_466_830-3_846_153 {
		t.Errorf("%+v, %v", p, err)
	}
	if text := p.Why.String(); !p.Why.Has("offering.tender.prorated") || !strings.Contains(text, "(36.746111…%)") {
		t.Error(text)
	}
}

// tenders makes an offer's tenders: odd lots, conditions and neither.
func tenders(seed uint64, n int, conditional bool) (rows []Tendered, sum int64) {
	random := source(seed)
	for i := range n {
		row := Tendered{Holder: fmt.Sprint("holder ", i), Shares: 1 + random.Int64N(1<<(1+random.IntN(12)))}
		row.Owned = row.Shares + random.Int64N(2)*random.Int64N(50)
		if conditional && random.IntN(3) == 0 {
			row.Minimum = 1 + random.Int64N(row.Shares)
		}
		rows = append(rows, row)
		sum += row.Shares
	}
	return rows, sum
}

// What holds of every offer, and the reference for those without conditions.
func TestTenderProperties(t *testing.T) {
	for seed := range uint64(600) {
		random := source(seed + 900)
		rows, sum := tenders(seed, 1+random.IntN(30), seed%2 == 0)
		terms := Tender{Sought: 1 + random.Int64N(sum+sum/3+1), OddLots: []int64{0, 100, 40}[seed%3], Seed: []string{"", "s"}[seed%5/2%2]}
		p, err := terms.Prorate(rows)
		if err != nil {
			t.Fatal(err)
		}
		var all, odd, oddSum int64
		var rest []int64
		for i, row := range p.Rows {
			all += row.Accepted
			if row.Accepted < 0 || row.Accepted > row.Tendered || row.Accepted+row.Returned != row.Tendered {
				t.Fatalf("%d: %+v", seed, row)
			}
			if row.Accepted > 0 && row.Accepted < rows[i].Minimum {
				t.Fatalf("%d: %+v is below the minimum of %d", seed, row, rows[i].Minimum)
			}
			isOdd := rows[i].Owned == rows[i].Shares && rows[i].Shares < terms.OddLots
			if isOdd {
				odd += row.Accepted
				oddSum += row.Tendered
			} else {
				rest = append(rest, row.Tendered)
			}
			if row.Treatment == Prorated && p.Factor.Den > 0 && oddSum <= terms.Sought && p.OddLots > 0 {
				exact := kernel.Part(exact.Fraction{Num: p.Factor.Num, Den: p.Factor.Den}, row.Tendered)
				if row.Accepted < exact.Whole || row.Accepted > exact.Whole+1 || row.Accepted > exact.Whole && exact.Exact() {
					t.Fatalf("%d: %+v at %v", seed, row, p.Factor)
				}
			}
		}
		if all != p.Accepted || all > terms.Sought || p.Accepted+p.Unfilled != terms.Sought || p.Accepted+p.Returned != sum {
			t.Fatalf("%d: %+v", seed, p)
		}
		for i, row := range p.Rows {
			// By lot only after every tender without a condition is accepted, and
			// nothing is unfilled while such a tender goes back.
			if rows[i].Minimum == 0 && row.Returned > 0 && (p.Seed != "" || p.Unfilled > 0) {
				t.Fatalf("%d: %+v goes back, %d unfilled, lot %q", seed, row, p.Unfilled, p.Seed)
			}
		}
		if oddSum <= terms.Sought && odd != oddSum {
			t.Fatalf("%d: odd lots of %d, bought %d", seed, oddSum, odd)
		}
		if seed%2 == 0 {
			continue
		}
		if all != min(terms.Sought, sum) {
			t.Fatalf("%d: bought %d of %d for %d", seed, all, sum, terms.Sought)
		}
		if oddSum <= terms.Sought && sum > terms.Sought {
			want := refApportion(terms.Sought-oddSum, rest)
			for i, row := range p.Rows {
				if rows[i].Owned == rows[i].Shares && rows[i].Shares < terms.OddLots {
					continue
				}
				if row.Accepted != want[0] {
					t.Fatalf("%d: row %d is %d, want %d", seed, i, row.Accepted, want[0])
				}
				want = want[1:]
			}
		}
	}
}

// A larger tender is never bought less of, and an offer for more never buys less
// in all.
func TestTenderMonotone(t *testing.T) {
	for seed := range uint64(200) {
		rows, sum := tenders(seed, 12, false)
		terms := Tender{Sought: 1 + sum/3}
		p, err := terms.Prorate(rows)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			for j := range rows {
				if rows[i].Shares > rows[j].Shares && p.Rows[i].Accepted < p.Rows[j].Accepted {
					t.Fatalf("%d: %+v and %+v", seed, p.Rows[i], p.Rows[j])
				}
			}
		}
	}
}

// The lot among conditional tenders does not depend on the order of the list.
func TestTenderLotWithoutOrder(t *testing.T) {
	rows, _ := tenders(7, 40, false)
	for i := range rows {
		rows[i].Minimum, rows[i].Owned = rows[i].Shares, rows[i].Shares
	}
	terms := Tender{Sought: 2_000, Seed: "2026-11-22"}
	results := make(map[string]int64)
	for round := range 5 {
		p, err := terms.Prorate(rows)
		if err != nil || p.Accepted == 0 || p.Seed != terms.Seed {
			t.Fatalf("%+v, %v", p, err)
		}
		for _, row := range p.Rows {
			if before, seen := results[row.Holder]; seen && before != row.Accepted {
				t.Fatalf("round %d: %s has %d, before %d", round, row.Holder, row.Accepted, before)
			}
			results[row.Holder] = row.Accepted
		}
		source(uint64(round)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	}
}

// A list made to lose a share by rounding in every round ends all the same: past
// strictRounds a share won by rounding does not count.
func TestTenderStrict(t *testing.T) {
	rows := []Tendered{{Holder: "A", Shares: 10, Minimum: 7}, {Holder: "B", Shares: 10, Minimum: 6}, {Holder: "C", Shares: 10}}
	// 20 × 10 ÷ 30 = 6 2/3 each: A and B are rounded up to 7.
	decide := func(strict int) proration {
		p := proration{terms: Tender{Sought: 20}, tenders: rows, rows: make([]ProrationRow, 3), left: 20, strict: strict}
		withdrawn, _ := p.prorate([]int{0, 1, 2}, InFull)
		p.drawWithdrawn(withdrawn)
		return p
	}
	if p := decide(1); p.rows[0].Accepted != 7 || p.rows[1].Accepted != 7 || p.rows[2].Accepted != 6 {
		t.Errorf("%+v", p.rows)
	}
	if p := decide(0); p.rows[0].Treatment != Withdrawn || p.rows[1].Accepted != 10 || p.rows[2].Accepted != 10 {
		t.Errorf("%+v", p.rows)
	}
}

func TestTenderRefuses(t *testing.T) {
	_, err := Tender{}.Prorate(nil)
	wantFaults(t, err, "sought", "tenders")
	_, err = Tender{Sought: -1, OddLots: 101, Seed: "a\nb"}.Prorate([]Tendered{
		{"", 0, -1, -1}, {"A", 5, 4, 6}, {"A ", -5, 0, 0}, {"B", 1 << 62, 0, 0}, {"C", 1 << 62, 0, 0}, {"D\n", 1, 0, 1},
	})
	wantFaults(t, err, "sought", "odd_lots", "seed", "tenders[0].holder", "tenders[0].shares", "tenders[0].owned", "tenders[0].minimum",
		"tenders[1].owned", "tenders[1].minimum", "tenders[2].holder", "tenders[2].shares", "tenders[4].shares", "tenders[5].holder")
	wantFault(t, err, law.ErrRange, "odd_lots")
	wantFault(t, err, law.ErrInvalid, "seed")
	wantFault(t, err, law.ErrMissing, "tenders[0].shares")
	wantFault(t, err, law.ErrConflict, "tenders[1].minimum")
	wantFault(t, err, law.ErrDuplicate, "tenders[2].holder")
	wantFault(t, err, law.ErrRange, "tenders[4].shares")
	_, err = Tender{Sought: 1}.Prorate(make([]Tendered, 150))
	if faults := allFaults(t, err); len(faults) != 2*check.MostRows+1 {
		t.Errorf("%d faults", len(faults))
	}
}
