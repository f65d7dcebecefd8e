package offering

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// A gap larger than rounding can make is reported and moves nothing, whichever
// way the rows would be tied out.
func TestTieOutStopsAtRounding(t *testing.T) {
	for _, tie := range []TieOut{Report, MinimumChange, OnLast, OnLargest} {
		for _, stated := range []int64{1, 799_998, 800_002, math.MaxInt64} {
			terms, orders := focus()
			terms.TieOut, terms.Shares = tie, stated
			b, err := Allocate(terms, orders)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(sharesOf(b), []int64{279_167, 520_833}) || b.Residual != stated-800_000 || !b.Why.Has("offering.shares.beyond") {
				t.Errorf("%s to %d: %v, residual %d, %q", tie, stated, sharesOf(b), b.Residual, b.Why.Codes())
			}
		}
	}
}

// HalfEven need not round the earlier of two ties up. A book that adds up is
// left alone all the same, and one that does not moves only what it must.
func TestMinimumChangeMovesOnlyTheGap(t *testing.T) {
	orders := []Order{{Investor: "A", Amount: dec("2.50")}, {Investor: "B", Amount: dec("3.50")}, {Investor: "C", Amount: dec("1.00")}}
	terms := Terms{Price: dec("1"), Rounding: exact.HalfEven, TieOut: MinimumChange}
	for stated, want := range map[int64][]int64{6: {2, 3, 1}, 7: {2, 4, 1}, 8: {3, 4, 1}} {
		terms.Shares = stated
		b, err := Tabulate(terms, orders)
		if err != nil || !slices.Equal(sharesOf(b), want) || b.Residual != 0 {
			t.Errorf("to %d: %v, %v; want %v", stated, sharesOf(b), err, want)
		}
	}
}

// Of several largest rows the earlier takes the difference.
func TestOnLargestTakesTheEarlier(t *testing.T) {
	terms := Terms{Price: dec("1"), Rounding: exact.Down, TieOut: OnLargest, Shares: 8}
	b, err := Tabulate(terms, []Order{{Investor: "A", Amount: dec("1.50")}, {Investor: "B", Amount: dec("2.75")}, {Investor: "C", Amount: dec("2.75")}})
	if err == nil && !slices.Equal(sharesOf(b), []int64{1, 5, 2}) {
		err = errors.New("the wrong row moved")
	}
	if err != nil {
		t.Errorf("%v: %v", sharesOf(b), err)
	}
}

// When the stated number is what all the money buys, the least change is the
// apportionment of that number by the amounts.
func TestMinimumChangeIsApportion(t *testing.T) {
	for seed := range uint64(200) {
		random := source(seed + 1000)
		orders := make([]Order, 2+random.IntN(60))
		weights := make([]int64, len(orders))
		var sum int64
		for i := range orders {
			weights[i] = 1 + random.Int64N(1e7)
			sum += weights[i]
		}
		weights[0] += 96 - sum%96
		sum += 96 - sum%96
		for i := range orders {
			orders[i] = Order{Investor: strconv.Itoa(i), Amount: decimal.New(weights[i], -2)}
		}
		want, err := Apportion(sum/96, weights)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []exact.Rounding{exact.Down, exact.Up, exact.Nearest, exact.HalfDown} {
			b, err := Tabulate(Terms{Price: dec("0.96"), Rounding: r, TieOut: MinimumChange, Shares: sum / 96}, orders)
			if err != nil || !slices.Equal(sharesOf(b), want) {
				t.Fatalf("seed %d, %s: %v, %v; apportioned %v", seed, r, sharesOf(b), err, want)
			}
		}
	}
}

// The row that takes the difference may be left with nothing, but not with less.
func TestOnLastDownToNothing(t *testing.T) {
	terms := Terms{Price: dec("1"), Rounding: exact.Up, TieOut: OnLast}
	for _, tt := range []struct {
		amounts  []string
		stated   int64
		want     []int64
		residual int64
		code     law.Code
	}{
		{[]string{"1.50", "0.50"}, 2, []int64{2, 0}, 0, "offering.tie_out.last"},
		{[]string{"1.50", "2.50", "0.50"}, 4, []int64{2, 3, 1}, -2, "offering.shares.too_small"},
	} {
		terms.Shares = tt.stated
		b, err := Allocate(terms, amounts(tt.amounts...))
		if err != nil || !slices.Equal(sharesOf(b), tt.want) || b.Residual != tt.residual || !b.Why.Has(tt.code) {
			t.Errorf("%v to %d: %v, residual %d, %q, %v", tt.amounts, tt.stated, sharesOf(b), b.Residual, b.Why.Codes(), err)
		}
	}
}
