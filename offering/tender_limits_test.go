package offering

import (
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
)

// Of three odd lots, one is withdrawn and two are bought: the sentence counts the
// holders that are bought of.
func TestTenderOddLotTexts(t *testing.T) {
	// 270 for 200: 90 × 200 ÷ 270 = 66 2/3 of each is below A's 90.
	p, err := Tender{Sought: 200, OddLots: 100}.Prorate([]Tendered{
		{Holder: "A", Shares: 90, Owned: 90, Minimum: 90},
		{Holder: "B", Shares: 90, Owned: 90},
		{Holder: "C", Shares: 90, Owned: 90},
		{Holder: "D", Shares: 1_000},
	})
	if err != nil || !slices.Equal(bought(p), []int64{0, 90, 90, 20}) {
		t.Fatalf("%+v, %v", p, err)
	}
	for _, want := range []string{
		"Odd lots alone come to 270 shares, more than are sought: they are prorated among themselves before anything else is bought.",
		"2 holders of fewer than 100 shares tendered all: their 180 shares are bought first.",
	} {
		if !strings.Contains(p.Why.String(), want) {
			t.Errorf("%s\nlacks %s", p.Why, want)
		}
	}
}

// A lot says how many holders could have been drawn, and how many were. A is bought
// whole, and no condition can be met: B and D fit together into the 40 that are left,
// and C has not tendered all it owns.
func TestTenderLotTexts(t *testing.T) {
	p, err := Tender{Sought: 140, OddLots: 10, Seed: "s"}.Prorate([]Tendered{
		{Holder: "A", Shares: 100},
		{Holder: "B", Shares: 20, Owned: 20, Minimum: 20},
		{Holder: "C", Shares: 100, Owned: 200, Minimum: 100},
		{Holder: "D", Shares: 20, Owned: 20, Minimum: 20},
	})
	if err != nil || !slices.Equal(bought(p), []int64{100, 20, 0, 20}) {
		t.Fatalf("%+v, %v", p, err)
	}
	want := "That leaves 40 shares to buy; of 2 holders who tendered all they own, in the order of a lot, 2 are bought at their minimums."
	if !strings.Contains(p.Why.String(), want) {
		t.Errorf("%s\nlacks %s", p.Why, want)
	}
}

// Odd lots that come to exactly what is sought are no more than that: all are bought
// first, and alone fill the offer.
func TestTenderOddLotsExactlySought(t *testing.T) {
	rows := []Tendered{
		{Holder: "A", Shares: 60, Owned: 60}, {Holder: "B", Shares: 40, Owned: 40}, {Holder: "C", Shares: 500}, {Holder: "D", Shares: 500, Minimum: 1},
	}
	p, err := Tender{Sought: 100, OddLots: 100}.Prorate(rows)
	if err != nil || !slices.Equal(bought(p), []int64{60, 40, 0, 0}) || p.OddLots != 100 || p.Factor != (exact.Fraction{Num: 1, Den: 1}) ||
		!slices.Equal(treatments(p), []Treatment{OddLotFirst, OddLotFirst, LeftOut, Withdrawn}) {
		t.Errorf("%+v, %v", p, err)
	}
	wantCodes(t, p.Why, "offering.tender.over", "offering.tender.odd_lots", "offering.tender.odd_lots.only", "offering.tender.total")
	// With one share more there is room, and it is divided: 1/2 each, of which the
	// earlier row is rounded up and the other is below its minimum.
	p, err = Tender{Sought: 101, OddLots: 100}.Prorate(rows)
	if err != nil || !slices.Equal(bought(p), []int64{60, 40, 1, 0}) ||
		!slices.Equal(treatments(p), []Treatment{OddLotFirst, OddLotFirst, Prorated, Withdrawn}) {
		t.Errorf("%+v, %v", p, err)
	}
	// With one share fewer they are too many: 60 × 99 ÷ 100 = 59.4 and 39.6.
	p, err = Tender{Sought: 99, OddLots: 100}.Prorate(rows)
	if err != nil || !slices.Equal(bought(p), []int64{59, 40, 0, 0}) ||
		!slices.Equal(treatments(p), []Treatment{Prorated, Prorated, LeftOut, Withdrawn}) {
		t.Errorf("%+v, %v", p, err)
	}
	wantCodes(t, p.Why, "offering.tender.over", "offering.tender.odd_lots.over", "offering.tender.prorated", "offering.tender.odd_lots.only", "offering.tender.total")
}

// The rounds are counted: D, which can only get one of its two shares, is withdrawn
// in the first, and in the second A is still rounded up to its minimum of 7 or, past
// the strict rounds, is not.
func TestTenderStrictInTheSecondRound(t *testing.T) {
	rows := []Tendered{{Holder: "A", Shares: 10, Minimum: 7}, {Holder: "B", Shares: 10}, {Holder: "C", Shares: 10}, {Holder: "D", Shares: 2, Minimum: 2}}
	// 20 × 10 ÷ 32 = 6 1/4 each, of which A is rounded up to 7; then it is 6 2/3.
	for strict, want := range map[int][]int64{1: {0, 10, 10, 0}, 2: {7, 7, 6, 0}} {
		p := proration{terms: Tender{Sought: 20}, tenders: rows, rows: make([]ProrationRow, 4), left: 20, strict: strict}
		withdrawn, _ := p.prorate([]int{0, 1, 2, 3}, InFull)
		p.drawWithdrawn(withdrawn)
		if got := bought(Proration{Rows: p.rows}); !slices.Equal(got, want) {
			t.Errorf("strict from round %d: %v, want %v", strict, got, want)
		}
	}
}

// A condition that a holder sets stands in a lot, and a lot draws lines of text: only
// then may the name have no control character.
func TestTenderNamesOfLots(t *testing.T) {
	const name = "A\nB"
	for _, tt := range []struct {
		seed    string
		minimum int64
		refused bool
	}{{"s", 1, true}, {"s", 0, false}, {"", 1, false}} {
		_, err := Tender{Sought: 1, Seed: tt.seed}.Prorate([]Tendered{{Holder: name, Shares: 1, Minimum: tt.minimum}})
		if refused := err != nil; refused != tt.refused {
			t.Errorf("%+v: %v", tt, err)
		} else if refused {
			wantFaults(t, err, "tenders[0].holder")
		}
	}
}

// A hundred faulty rows are all named, and one more is counted.
func TestTenderNamesAHundredRows(t *testing.T) {
	_, err := Tender{Sought: 1}.Prorate(make([]Tendered, check.MostRows)) // each lacks a holder and shares
	if faults := allFaults(t, err); len(faults) != 2*check.MostRows {
		t.Errorf("%d faults", len(faults))
	}
	_, err = Tender{Sought: 1}.Prorate(make([]Tendered, check.MostRows+1))
	if faults := allFaults(t, err); len(faults) != 2*check.MostRows+1 || faults[2*check.MostRows].Problem != "has 1 more faulty row" {
		t.Errorf("%d faults: %v", len(faults), err)
	}
}
