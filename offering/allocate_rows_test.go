package offering

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

// A price of 18 digits takes the cost of a few lots past 64 bits, and a row that
// makes up for all others is worth more than it signed for.
func TestDifferencesOfWideCosts(t *testing.T) {
	for _, tt := range []struct {
		amount           string // of each order: less than a lot, which costs 9.00000000000000001
		rows             int
		shares           int64
		cost, difference string
	}{
		{"8", 3, 20, "18.00000000000000002", "10.00000000000000002"},
		{"9", 4, 30, "27.00000000000000003", "18.00000000000000003"},
	} {
		terms := Terms{Price: dec("0.900000000000000001"), Lot: 10, Shares: tt.shares, TieOut: OnLast}
		b, err := Allocate(terms, amounts(slices.Repeat([]string{tt.amount}, tt.rows)...))
		if err != nil {
			t.Fatal(err)
		}
		row := b.Rows[tt.rows-1]
		if row.Shares != tt.shares || !row.Cost.Equal(dec(tt.cost)) || !row.Difference.Equal(dec(tt.difference)) || !b.Difference.Equal(row.Difference) {
			t.Errorf("%d shares cost %s, %s more than accepted", row.Shares, row.Cost, row.Difference)
		}
	}
}

// Tie keys put the rows in another order, and the named row is still the one of
// that name.
func TestTieOutNamedWithKeys(t *testing.T) {
	for i, name := range []string{"Investor 0", "Investor 1", "Investor 2"} {
		terms := Terms{Price: dec("3"), Shares: 10, TieOut: OnNamed, TieOutRow: name, Ties: []int64{3, 1, 2}}
		want := []int64{3, 3, 3}
		want[i]++
		if b, err := Allocate(terms, amounts("10", "10", "10")); err != nil || !slices.Equal(sharesOf(b), want) {
			t.Errorf("%s: %v, %v", name, sharesOf(b), err)
		}
	}
}

// A share limit of less than one lot leaves nobody a lot.
func TestShareLimitBelowALot(t *testing.T) {
	for limit, want := range map[int64]int64{50: 0, 99: 0, 100: 100} {
		b, err := Allocate(Terms{Price: dec("1"), Lot: 100, ShareLimit: limit}, amounts("1000"))
		refund := dec("1000").Sub(decimal.NewFromInt(want))
		if err != nil || b.Shares != want || b.SharesLeft != limit-want || !b.Refund.Equal(refund) || b.Method != MethodCutBack {
			t.Errorf("%d: %+v, %v", limit, b.Totals, err)
		}
	}
}
