package offering

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// focus is the agreement of November 25, 2002: $768,000 for 800,000 shares at
// $0.96, signed for by two investors.
func focus() (Terms, []Order) {
	terms := Terms{
		Price: dec("0.96"), Shares: 800_000, Amount: dec("768000.00"),
		Authority: law.Citation{Cite: "Agreement §1(a)"},
	}
	return terms, []Order{
		{Investor: "Shimshon Visnstein", Amount: dec("268000")},
		{Investor: "Alpha Capital A.G.", Amount: dec("500000")},
	}
}

func sharesOf[B Book | Table](b B) []int64 {
	var out []int64
	switch b := any(b).(type) {
	case Book:
		for _, row := range b.Rows {
			out = append(out, row.Shares)
		}
	case Table:
		for _, row := range b.Rows {
			out = append(out, row.Shares)
		}
	}
	return out
}

func TestAllocateAgreement(t *testing.T) {
	tests := []struct {
		r          exact.Rounding
		tie        TieOut
		shares     []int64
		residual   int64
		cost       string
		why        law.Code
		difference []string
	}{
		{"", "", []int64{279_167, 520_833}, 0, "768000", "offering.shares.even", []string{"0.32", "-0.32"}},
		{exact.Nearest, Report, []int64{279_167, 520_833}, 0, "768000", "offering.shares.even", []string{"0.32", "-0.32"}},
		{exact.HalfEven, MinimumChange, []int64{279_167, 520_833}, 0, "768000", "offering.shares.even", []string{"0.32", "-0.32"}},
		{exact.Down, Report, []int64{279_166, 520_833}, 1, "767999.04", "offering.shares.residual", []string{"-0.64", "-0.32"}},
		{exact.Up, Report, []int64{279_167, 520_834}, -1, "768000.96", "offering.shares.residual", []string{"0.32", "0.64"}},
		{exact.Down, MinimumChange, []int64{279_167, 520_833}, 0, "768000", "offering.tie_out.minimum_change", []string{"0.32", "-0.32"}},
		{exact.Up, MinimumChange, []int64{279_167, 520_833}, 0, "768000", "offering.tie_out.minimum_change", []string{"0.32", "-0.32"}},
		{exact.Down, OnLast, []int64{279_166, 520_834}, 0, "768000", "offering.tie_out.last", []string{"-0.64", "0.64"}},
		{exact.Up, OnLargest, []int64{279_167, 520_833}, 0, "768000", "offering.tie_out.largest", []string{"0.32", "-0.32"}},
	}
	for _, tt := range tests {
		t.Run(string(tt.r+" ")+string(tt.tie), func(t *testing.T) {
			terms, orders := focus()
			terms.Rounding, terms.TieOut = tt.r, tt.tie
			b, err := Allocate(terms, orders)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(sharesOf(b), tt.shares) || b.Residual != tt.residual || !b.Cost.Equal(dec(tt.cost)) {
				t.Errorf("got %v, residual %d, cost %s", sharesOf(b), b.Residual, b.Cost)
			}
			for i, row := range b.Rows {
				if !row.Difference.Equal(dec(tt.difference[i])) || !row.Due.Equal(orders[i].Amount) {
					t.Errorf("row %d: difference %s, due %s", i, row.Difference, row.Due)
				}
			}
			if !b.Amount.Equal(dec("768000")) || !b.Due.Equal(dec("768000")) || b.AmountResidual.Sign() != 0 {
				t.Errorf("amount %s, due %s, residual %s", b.Amount, b.Due, b.AmountResidual)
			}
			if !b.Why.Has(tt.why) || !b.Why.Has("offering.amount.even") {
				t.Errorf("codes %q lack %s", b.Why.Codes(), tt.why)
			}
			for _, reasons := range append([]law.Reasons{b.Why}, b.Rows[0].Why, b.Rows[1].Why) {
				for _, reason := range reasons {
					if reason.Authority != terms.Authority {
						t.Errorf("%q cites %v", reason.Text, reason.Authority)
					}
				}
			}
			roundTrip(t, b)
			roundTrip(t, terms)
			roundTrip(t, orders)
		})
	}
}

func TestAllocateExplains(t *testing.T) {
	terms, orders := focus()
	terms.Rounding, terms.TieOut, terms.Owed = exact.Up, MinimumChange, SharesTimesPrice
	b, err := Allocate(terms, orders)
	if err != nil {
		t.Fatal(err)
	}
	want := `1. Each row is rounded up, as the terms say. [Agreement §1(a)]
2. Rows that miss the number of shares stated are moved, one share each and as few as can be, as the terms say. [Agreement §1(a)]
3. Each investor owes the shares times the price, as the terms say. [Agreement §1(a)]
4. The rounded rows add up to 800,001 shares, 1 share more than the 800,000 shares stated; one share on each of the rows nearest to rounding the other way makes up for it. [Agreement §1(a)]
5. 2 orders add up to 768,000, the amount stated. [Agreement §1(a)]
6. All shares at the price come to 768,000, the sum of the orders. [Agreement §1(a)]`
	if got := b.Why.String(); got != want {
		t.Errorf("the book says\n%s\nwant\n%s", got, want)
	}
	want = `1. 500,000 at 0.96 buys 520,833 1/3 shares; rounded up that is 520,834, costing 500,000.64. [Agreement §1(a)]
2. 1 share taken away so that the rows add up to the 800,000 shares stated, which makes 520,833; of the rows rounded up its fraction is among the smallest. [Agreement §1(a)]
3. Of the $500,000.00 signed for, $499,999.68 is accepted and $0.32 is refunded. [Agreement §1(a)]`
	if got := b.Rows[1].Why.String(); got != want {
		t.Errorf("the row says\n%s\nwant\n%s", got, want)
	}
	want = `1. 268,000 at 0.96 buys 279,166 2/3 shares; rounded up that is 279,167, costing 268,000.32. [Agreement §1(a)]
2. The shares come to $268,000.32, $0.32 more than the $268,000.00 signed for, which is still owed. [Agreement §1(a)]`
	if got := b.Rows[0].Why.String(); got != want {
		t.Errorf("a row that did not move says\n%s", got)
	}
}

// Every outcome of the totals has a code of its own.
func TestAllocateCodes(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Terms, *[]Order)
		want   []law.Code
	}{
		{"all defaults", func(*Terms, *[]Order) {}, []law.Code{
			"offering.reading.rounding.default", "offering.reading.tie_out.default", "offering.reading.owed.default",
			"offering.shares.even", "offering.amount.even", "offering.cost.even",
		}},
		{"all stated", func(t *Terms, _ *[]Order) {
			t.Rounding, t.TieOut, t.Owed = exact.Nearest, OnLast, Signed
		}, []law.Code{"offering.reading.rounding", "offering.reading.tie_out", "offering.reading.owed"}},
		{
			"no totals", func(t *Terms, _ *[]Order) { t.Shares, t.Amount = 0, decimal.Decimal{} },
			[]law.Code{"offering.shares.unstated", "offering.amount.unstated"},
		},
		{"less money than stated", func(t *Terms, _ *[]Order) { t.Amount = dec("800000") }, []law.Code{"offering.amount.residual"}},
		{"more money than stated", func(t *Terms, _ *[]Order) { t.Amount = dec("1") }, []law.Code{"offering.amount.residual"}},
		{
			"a gap that rounding leaves", func(t *Terms, _ *[]Order) { t.Rounding = exact.Down },
			[]law.Code{"offering.shares.residual", "offering.cost.difference"},
		},
		{
			"a gap beyond rounding", func(t *Terms, _ *[]Order) { t.Shares, t.TieOut = 799_998, MinimumChange },
			[]law.Code{"offering.shares.beyond"},
		},
		{"a row too small to give", func(t *Terms, o *[]Order) {
			*o = []Order{{Investor: "A", Amount: dec("0.50")}, {Investor: "B", Amount: dec("0.50")}, {Investor: "C", Amount: dec("0.01")}}
			t.Shares, t.TieOut = 1, OnLast
		}, []law.Code{"offering.shares.too_small"}},
		{
			"cents of a fine price", func(t *Terms, _ *[]Order) { t.Price, t.Owed = dec("0.9601"), SharesTimesPrice },
			[]law.Code{"offering.reading.owed", "offering.reading.cents.default"},
		},
		{"one order", func(_ *Terms, o *[]Order) { *o = (*o)[:1] }, []law.Code{"offering.amount.residual", "offering.shares.beyond"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			terms, orders := focus()
			tt.change(&terms, &orders)
			b, err := Allocate(terms, orders)
			if err != nil {
				t.Fatal(err)
			}
			for _, code := range tt.want {
				if !b.Why.Has(code) {
					t.Errorf("%s is missing from %q", code, b.Why.Codes())
				}
			}
			roundTrip(t, b)
		})
	}
}

func TestOwed(t *testing.T) {
	// A pre-funded warrant at 5.499: 3,636,364 of them are 19,996,365.636.
	orders := []Order{{Investor: "A", Amount: dec("19996365.64")}, {Investor: "B", Amount: dec("16.50")}}
	tests := []struct {
		owed     Owed
		cents    exact.Rounding
		due      []string
		total    string
		readings []law.Code
	}{
		{"", "", []string{"19996365.64", "16.50"}, "19996382.14", []law.Code{"offering.reading.owed.default"}},
		{Signed, exact.Down, []string{"19996365.64", "16.50"}, "19996382.14", []law.Code{"offering.reading.owed"}},
		{
			SharesTimesPrice, "",
			[]string{"19996365.64", "16.50"},
			"19996382.14",
			[]law.Code{"offering.reading.owed", "offering.reading.cents.default"},
		},
		{
			SharesTimesPrice, exact.Down,
			[]string{"19996365.63", "16.49"},
			"19996382.12",
			[]law.Code{"offering.reading.owed", "offering.reading.cents"},
		},
	}
	for _, tt := range tests {
		b, err := Allocate(Terms{Price: dec("5.499"), Owed: tt.owed, Cents: tt.cents}, orders)
		if err != nil {
			t.Fatal(err)
		}
		checkBook(t, Terms{Price: dec("5.499")}, orders, b)
		for i, row := range b.Rows {
			if !row.Due.Equal(dec(tt.due[i])) {
				t.Errorf("%s, %s: row %d owes %s", tt.owed, tt.cents, i, row.Due)
			}
		}
		if !b.Due.Equal(dec(tt.total)) {
			t.Errorf("%s, %s: all owe %s", tt.owed, tt.cents, b.Due)
		}
		for _, code := range tt.readings {
			if !b.Why.Has(code) {
				t.Errorf("%q lacks %s", b.Why.Codes(), code)
			}
		}
	}
}
