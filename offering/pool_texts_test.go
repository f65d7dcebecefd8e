package offering

import (
	"testing"

	"github.com/offerkit/offerkit/law"
)

// The sentences of the rows count minimums off the top in units, and say which
// rule of minimums made a row what it is.
func TestPoolRowTexts(t *testing.T) {
	for _, tt := range []struct {
		name string
		pool Pool
		want []string
	}{
		{
			// Two lots off the top leave eight: 2 2/3 for each weight.
			"first, in lots",
			Pool{Total: 1_050, Lot: 100, Minimums: MinimumsFirst},
			[]string{
				"The exact part is 266 2/3 units; its fraction is among the largest, so it gets an odd lot, and that is 300 units.",
				"The exact part is 266 2/3 units; its fraction is among the largest, so it gets an odd lot, and that is 300 units.",
				"The exact part is 466 2/3 units, of which 200 off the top; the odd lots go to other fractions, none of them smaller, and that is 400 units.",
			},
		},
		{
			// The minimum leaves 30 of 180 to share, and its own claim no weight.
			"then excess",
			Pool{Total: 180, Minimums: MinimumsThenExcess},
			[]string{
				"The exact part is 15 units, which needs no rounding.",
				"The exact part is 15 units, which needs no rounding.",
				"The claim gets its minimum of 150 off the top, 150 units, and no weight is left to share in the rest.",
			},
		},
		{
			"guaranteed",
			Pool{Total: 180},
			[]string{
				"The exact part is 15 units, which needs no rounding.",
				"The exact part is 15 units, which needs no rounding.",
				"The part in proportion is less than the minimum of 150, so the claim gets 150 units.",
			},
		},
	} {
		claims := claimsOf(150, 150, 150)
		claims[2].Minimum = 150
		got, err := tt.pool.Allot(claims)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range got.Rows {
			if row.Why[0].Text != tt.want[i] {
				t.Errorf("%s: row %d: %q", tt.name, i, row.Why[0].Text)
			}
		}
	}
}

// Where no claim has a minimum no reading of minimums is used, and none is named.
func TestPoolWithoutMinimums(t *testing.T) {
	for _, rule := range []MinimumRule{"", Guaranteed, MinimumsFirst, MinimumsThenExcess, MinimumOrNothing} {
		got, err := Pool{Total: 10, Minimums: rule}.Allot(claimsOf(3, 4))
		if err != nil || got.Why.Has("offering.allot.reading.minimums") || got.Why.Has("offering.allot.reading.minimums.default") {
			t.Errorf("%q: %s, %v", rule, got.Why, err)
		}
	}
}

// Who can get no unit has no right to the last one: a claim at its maximum, and one
// without weight, which ranks nowhere even where a first unit ranks above all.
func TestTieReasonsOfWhoCanGetNone(t *testing.T) {
	claims := claimsOf(1, 1, 1)
	claims[2].Capped = true
	got, err := Pool{Total: 1, Method: Webster}.Allot(claims)
	if err != nil {
		t.Fatal(err)
	}
	for i, codes := range [][]law.Code{{codeAllotAbove, codeAllotTieWon}, {codeAllotBelow, codeAllotTieLost}, {codeAllotCapped}} {
		wantCodes(t, got.Rows[i].Why, codes...)
	}
	// One unit for each weight, and two more at 3 ÷ 1 and 3 ÷ 2. The next would
	// rank at 1: no tie.
	got, err = Pool{Total: 4, Method: Adams}.Allot(claimsOf(0, 3, 1))
	if err != nil {
		t.Fatal(err)
	}
	for i, code := range []law.Code{codeAllotWeightless, codeAllotExact, codeAllotExact} {
		wantCodes(t, got.Rows[i].Why, code)
	}
}
