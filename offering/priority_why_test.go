package offering

import (
	"slices"
	"strings"
	"testing"
)

// What the last sentence of each row says. In units, whatever the lots, and with
// the reason that holds for the row.
func TestPriorityRowTexts(t *testing.T) {
	const nothing = "Nothing of the 20 units asked for is filled, because "
	tests := []struct {
		name     string
		priority Priority
		demands  []Demand
		want     []string
	}{
		{
			// Ten lots, two of them set aside: three go to tier 1, and of the five
			// left 6 ÷ 8 are 3 3/4 and 2 ÷ 8 are 1 1/4.
			"lots",
			Priority{Total: 1_090, Lot: 100},
			demandsOf(Demand{Units: 350, Tier: 1}, Demand{Units: 650, Tier: 2}, Demand{Units: 450, Tier: 2, Guaranteed: 150}),
			[]string{
				"Of the 350 units asked for 300 units are filled, the whole lots of 100.",
				"Of the 650 units asked for the exact part is 375 units; its fraction is among the largest, so it gets an odd lot, and that is 400 units.",
				"Of the 450 units asked for the exact part is 325 units; the odd lots go to other fractions, none of them smaller, and that is 300 units.",
			},
		},
		{
			"lots that do not come to a minimum",
			Priority{Total: 20, Lot: 10},
			demandsOf(Demand{Units: 20}, Demand{Units: 15, AllOrNone: true}),
			[]string{
				"All of the 20 units asked for are filled.",
				"Nothing of the 15 units asked for is filled, because whole lots of 10 do not come to the least number that the holder takes.",
			},
		},
		{
			"set aside",
			Priority{Total: 100},
			demandsOf(Demand{Units: 90, Tier: 1}, Demand{Units: 50, Tier: 2, Guaranteed: 30}, Demand{Units: 20, Tier: 2}),
			[]string{
				"Of the 90 units asked for the exact part is 70 units, which needs no rounding.",
				"Of the 50 units asked for 30 units are filled, what was set aside; nothing more was left for it.",
				nothing + "nothing was left for its tier.",
			},
		},
		{
			"partial",
			Priority{Total: 100, Within: FirstCome},
			demandsOf(Demand{Units: 60}, Demand{Units: 50}, Demand{Units: 20}),
			[]string{
				"All of the 60 units asked for are filled.",
				"Of the 50 units asked for 40 units are filled, all that was left in its turn.",
				nothing + "nothing was left in its turn.",
			},
		},
		{
			"partial, with least numbers",
			Priority{Total: 100, Within: FirstCome},
			demandsOf(Demand{Units: 90}, Demand{Units: 20, Minimum: 15}, Demand{Units: 20, AllOrNone: true}),
			[]string{
				"All of the 90 units asked for are filled.",
				nothing + "what was left in its turn was less than the 15 that the holder takes or nothing.",
				nothing + "what was left in its turn was less than the 20 that the holder takes or nothing.",
			},
		},
		{
			"skip",
			Priority{Total: 100, Within: FirstCome, Last: LastSkip},
			demandsOf(Demand{Units: 90}, Demand{Units: 20, Minimum: 5}, Demand{Units: 20}),
			[]string{
				"All of the 90 units asked for are filled.",
				nothing + "it did not fit into what was left in its turn.",
				nothing + "it did not fit into what was left in its turn.",
			},
		},
		{
			"none",
			Priority{Total: 100, Within: FirstCome, Last: LastNone},
			demandsOf(Demand{Units: 90}, Demand{Units: 20, Minimum: 5}),
			[]string{
				"All of the 90 units asked for are filled.",
				nothing + "it did not fit into what was left, or came after a demand that did not.",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.priority.Fill(tt.demands)
			if err != nil {
				t.Fatal(err)
			}
			var last []string
			for _, row := range got.Rows {
				last = append(last, row.Why[len(row.Why)-1].Text)
			}
			if !slices.Equal(last, tt.want) {
				t.Errorf("got %q", last)
			}
		})
	}
}

// What is guaranteed counts up to whole lots, and is said first and in units.
func TestPriorityGuaranteedText(t *testing.T) {
	got, err := Priority{Total: 1_000, Lot: 100}.Fill(demandsOf(Demand{Units: 450, Guaranteed: 150}))
	if err != nil {
		t.Fatal(err)
	}
	wantCodes(t, got.Rows[0].Why, codeFillGuaranteed, codeFillPartial)
	if text := got.Rows[0].Why[0].Text; text != "200 units are set aside for the holder before any tier is filled." {
		t.Error(text)
	}
}

// A least number is reached only where one is set.
func TestPriorityLeastText(t *testing.T) {
	demands := demandsOf(Demand{Units: 60}, Demand{Units: 60})
	got, err := Priority{Total: 100, Least: 100}.Fill(demands)
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.Index(got.Why.Codes(), codeFillLeast); i < 0 || got.Why[i].Text != "The least number of 100 is reached." {
		t.Errorf("%s", got.Why)
	}
	if got, err = (Priority{Total: 100}).Fill(demands); err != nil || got.Why.Has(codeFillLeast) {
		t.Errorf("%s, %v", got.Why, err)
	}
}

// Where the units are cents the sentences speak of dollars, and no figure is
// another.
func TestPriorityInCents(t *testing.T) {
	queue := Priority{Total: 500_000, Within: FirstCome, InCents: true}
	got, err := queue.Fill(demandsOf(Demand{Units: 300_000}, Demand{Units: 250_050}, Demand{Units: 100}))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{got.Rows[0].Why[0].Text, got.Rows[1].Why[0].Text, got.Tiers[0].Why[0].Text, got.Why[len(got.Why)-1].Text}
	if !slices.Equal(texts, []string{
		"All of the $3,000.00 asked for is filled.",
		"Of the $2,500.50 asked for $2,000.00 is filled, all that was left in its turn.",
		"The one tier is filled in part: $5,000.00 of the $5,501.50 asked for; $0.00 is left after it.",
		"$5,000.00 of $5,000.00 is filled, of $5,501.50 asked for; none is left.",
	}) {
		t.Errorf("%q", texts)
	}
	parts, err := Priority{Total: 100, InCents: true}.Fill(demandsOf(Demand{Units: 50}, Demand{Units: 50}, Demand{Units: 50, Minimum: 10}))
	if err != nil || parts.Rows[0].Why[0].Text != "Of the $0.50 asked for the exact part is $0.33 and 1/3 of a cent; "+
		"its fraction is among the largest, so it gets an odd cent, and that is $0.34." {
		t.Errorf("%v\n%s", err, parts.Rows[0].Why)
	}
	void, err := Priority{Total: 100, Least: 90, InCents: true}.Fill(demandsOf(Demand{Units: 80}))
	if err != nil || void.Why[len(void.Why)-1].Text !=
		"$0.80 could be filled, less than the $0.90 that must be taken for anyone to get any; nobody gets any." {
		t.Errorf("%v\n%s", err, void.Why)
	}
	explained := func(f Fills) string {
		out := f.Why.String()
		for _, row := range f.Rows {
			out += "\n" + row.Why.String()
		}
		for _, tier := range f.Tiers {
			out += "\n" + tier.Why.String()
		}
		return out
	}
	for seed := range rounds(uint64(2_000)) {
		random := source(seed + 9_000)
		p := Priority{Total: random.Int64N(1_000), Lot: random.Int64N(8), Within: []Within{ProRata, FirstCome}[random.IntN(2)]}
		if whole := p.Total / max(1, p.Lot) * max(1, p.Lot); random.IntN(4) == 0 && whole > 0 {
			p.Least = 1 + random.Int64N(whole)
		}
		demands := randomDemands(random, 1+random.IntN(8), p.Total, 3)
		units, err := p.Fill(demands)
		p.InCents = true
		money, err2 := p.Fill(demands)
		if err != nil || err2 != nil {
			if err == nil || err2 == nil {
				t.Fatalf("seed %d: %v, %v", seed, err, err2)
			}
			continue
		}
		if !slices.Equal(filledOf(units), filledOf(money)) || !slices.Equal(units.Why.Codes(), money.Why.Codes()) {
			t.Fatalf("seed %d: %v, %v", seed, filledOf(units), filledOf(money))
		}
		if said := explained(money); strings.Contains(said, "unit") || !strings.Contains(said, "$") {
			t.Fatalf("seed %d: in cents it says\n%s", seed, said)
		}
		if said := explained(units); strings.Contains(said, "cent") || strings.Contains(said, "$") {
			t.Fatalf("seed %d: in units it says\n%s", seed, said)
		}
	}
	roundTrip(t, queue)
}
