package offering

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// What is accepted is what the shares cost where that is owed, and the rest of
// a limit or of an amount stated is left.
func TestBookSaysWhatIsLeft(t *testing.T) {
	ten := amounts(slices.Repeat([]string{"999.99"}, 10)...)
	up := amounts("268000", "500000")
	for _, tt := range []struct {
		name                                    string
		terms                                   Terms
		orders                                  []Order
		shares                                  int64
		accepted, refund, amountLeft, residual  string
		sharesLeft                              int64
		firstAccepted, firstRefund, firstDiffer string
	}{
		// 500 of each order buys 71 shares at 7, which are 497.
		{
			"rounded down",
			Terms{Price: dec("7"), Rounding: exact.Down, AmountLimit: dec("5000"), Amount: dec("5000"), Owed: SharesTimesPrice},
			ten, 710, "4970", "5029.90", "30", "30", 0, "497", "502.99", "0",
		},
		{
			"the amount signed for",
			Terms{Price: dec("7"), Rounding: exact.Down, AmountLimit: dec("5000"), Amount: dec("5000")},
			ten, 710, "5000", "4999.90", "0", "0", 0, "500", "499.99", "-3",
		},
		{
			"a limit of shares",
			Terms{Price: dec("7"), Rounding: exact.Down, ShareLimit: 714, Amount: dec("5000"), Owed: SharesTimesPrice},
			ten, 714, "4998", "5001.90", "0", "2", 0, "504", "495.99", "0",
		},
		{
			"no limit",
			Terms{Price: dec("7"), Rounding: exact.Down, Owed: SharesTimesPrice},
			ten, 1420, "9940", "59.90", "0", "0", 0, "994", "5.99", "0",
		},
		{
			"rounded up, more than signed for",
			Terms{Price: dec("0.96"), Rounding: exact.Up, Amount: dec("768000"), Owed: SharesTimesPrice},
			up, 800_001, "768000.96", "-0.96", "0", "-0.96", 0, "268000.32", "-0.32", "0",
		},
		{
			"rounded up within a limit",
			Terms{Price: dec("0.96"), Rounding: exact.Up, AmountLimit: dec("768000.50"), ShareLimit: 900_000, Owed: SharesTimesPrice},
			up, 800_000, "768000", "0", "0.50", "0", 100_000, "268000.32", "-0.32", "0",
		},
		{
			"cents of a fine price",
			Terms{Price: dec("0.333"), Rounding: exact.Down, AmountLimit: dec("10"), Owed: SharesTimesPrice},
			amounts("20"), 30, "9.99", "10.01", "0.01", "0", 0, "9.99", "10.01", "0",
		},
		{
			"no share",
			Terms{Price: dec("7"), Rounding: exact.Down, AmountLimit: dec("5"), Amount: dec("5"), Owed: SharesTimesPrice},
			amounts("6"), 0, "0", "6", "5", "5", 0, "0", "6", "0",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, err := Allocate(tt.terms, tt.orders)
			if err != nil {
				t.Fatal(err)
			}
			if b.Shares != tt.shares || !b.Accepted.Equal(dec(tt.accepted)) || !b.Due.Equal(dec(tt.accepted)) || !b.Refund.Equal(dec(tt.refund)) ||
				!b.AmountLeft.Equal(dec(tt.amountLeft)) || !b.AmountResidual.Equal(dec(tt.residual)) || b.SharesLeft != tt.sharesLeft {
				t.Errorf("%+v", b.Totals)
			}
			if row := b.Rows[0]; !row.Accepted.Equal(dec(tt.firstAccepted)) || !row.Refund.Equal(dec(tt.firstRefund)) ||
				!row.Difference.Equal(dec(tt.firstDiffer)) {
				t.Errorf("%+v", row)
			}
			if b.AmountResidual.Sign() == 0 == b.Why.Has("offering.amount.residual") {
				t.Errorf("residual %s\n%s", b.AmountResidual, b.Why)
			}
			checkLimited(t, tt.terms, tt.orders, b)
			table, err := Tabulate(tt.terms, tt.orders)
			if err != nil {
				t.Fatal(err)
			}
			checkTable(t, b, table)
		})
	}
}

// refDollars writes dollars as sentences do, from a rational.
func refDollars(x *big.Rat) string {
	whole, places, _ := strings.Cut(x.FloatString(2), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return "$" + whole + "." + places
}

// checkRefund holds the reasons of a row to the sum that goes back, or is still
// owed where it is below zero: one reason has that figure, or none where it is
// zero.
func checkRefund(t *testing.T, why law.Reasons, back *big.Rat) {
	t.Helper()
	want, got := "", ""
	switch back.Sign() {
	case 1:
		want = "offering.refund"
	case -1:
		want = "offering.still_owed"
	}
	for _, reason := range why {
		if reason.Code == "offering.refund" || reason.Code == "offering.still_owed" {
			got += string(reason.Code)
			if figure := refDollars(new(big.Rat).Abs(back)); !strings.Contains(reason.Text, figure+" ") {
				t.Fatalf("%s is missing from: %s", figure, reason.Text)
			}
		}
	}
	if got != want {
		t.Fatalf("%s goes back, and the row says\n%s", back.FloatString(2), why)
	}
}

// Every sum that goes back, and every sum that is still owed beyond an order, has
// one reason with that figure, whichever is owed. The figure is worked out here
// from the order, the shares and the price.
func TestRefundsAreExplained(t *testing.T) {
	refunds, owed := map[Owed]int{}, 0
	for seed := range rounds(uint64(36_000)) {
		terms, orders := limitedBook(seed)
		random := source(seed + 5_000_000)
		terms.Cents = exact.Roundings()[random.IntN(5)]
		_, accepted := refAllocate(terms, orders)
		if terms.Owed == SharesTimesPrice && random.IntN(2) == 0 {
			plain, err := Tabulate(terms, orders)
			if err != nil {
				t.Fatal(err)
			}
			terms.TieOut = []TieOut{MinimumChange, OnLast, OnLargest}[random.IntN(3)]
			if terms.Shares = plain.Shares + random.Int64N(5) - 2; terms.Shares <= 0 || terms.ShareLimit > 0 && terms.Shares > terms.ShareLimit {
				terms.Shares, terms.TieOut = 0, Report
			}
		}
		b, err := Allocate(terms, orders)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for i, row := range b.Rows {
			due := big.NewRat(accepted[i], 100)
			if terms.TieOut != "" { // what is owed follows from the shares, however they were moved
				cost := new(big.Rat).Mul(rat(terms.Price), new(big.Rat).SetInt64(100*row.Shares))
				due = new(big.Rat).SetFrac(refRound(cost, terms.Cents), big.NewInt(100))
			}
			back := new(big.Rat).Sub(rat(orders[i].Amount), due)
			switch back.Sign() {
			case -1:
				owed++
			case 1:
				refunds[terms.Owed]++
			}
			if rat(row.Refund).Cmp(back) != 0 {
				t.Fatalf("seed %d: row %d gets %s back, want %s\n%s", seed, i, row.Refund, back.FloatString(2), row.Why)
			}
			checkRefund(t, row.Why, back)
		}
	}
	if refunds[Signed] < rounds(36_000) || refunds[SharesTimesPrice] < rounds(36_000) || owed < rounds(1000) {
		t.Errorf("only %v refunds, and %d still owed", refunds, owed)
	}
}

// An order that rounding, a lot or a share limit leaves below its minimum says
// so; where the terms refuse it, it gets nothing and its money goes back, and
// what it leaves goes to nobody.
func TestBelowMinimum(t *testing.T) {
	own := func(amount, minimum string, others ...string) []Order {
		orders := amounts(append([]string{amount}, others...)...)
		orders[0].Minimum = dec(minimum)
		return orders
	}
	for _, tt := range []struct {
		name             string
		terms            Terms
		orders           []Order
		kept             []int64
		due              string // of the first row, kept
		short            bool
		residual         int64 // of the number stated, refused
		amountLeft, back string
		sharesLeft       int64
	}{
		{"in lots", Terms{Price: dec("1.37"), Lot: 100}, own("310.20", "310.20", "500"), []int64{200, 300}, "274", true, 0, "0", "310.20", 0},
		{"lots for the minimum", Terms{Price: dec("1.37"), Lot: 100}, own("310.20", "274", "500"), []int64{200, 300}, "274", false, 0, "0", "36.20", 0},
		{"a cent too few", Terms{Price: dec("1.37"), Lot: 100}, own("310.20", "274.01", "500"), []int64{200, 300}, "274", true, 0, "0", "310.20", 0},
		{
			"rounded down",
			Terms{Price: dec("60"), Rounding: exact.Down, Owed: SharesTimesPrice},
			own("100", "100", "120"),
			[]int64{1, 2},
			"60", true, 0, "0", "100", 0,
		},
		{
			"the minimum of the terms",
			Terms{Price: dec("60"), Rounding: exact.Down, Owed: SharesTimesPrice, OrderMinimum: dec("100")},
			amounts("100", "120"),
			[]int64{1, 2},
			"60", true, 0, "0", "100", 0,
		},
		{"rounded down, and the amount signed for is owed", Terms{Price: dec("60"), Rounding: exact.Down}, own("100", "100"), []int64{1}, "100", false, 0, "0", "0", 0},
		{"rounded up", Terms{Price: dec("60"), Rounding: exact.Up, Owed: SharesTimesPrice}, own("100", "100"), []int64{2}, "120", false, 0, "0", "-20", 0},
		{
			"what it leaves is left",
			Terms{Price: dec("1.37"), Lot: 100, Shares: 500, AmountLimit: dec("1000"), ShareLimit: 600},
			own("310.20", "310.20", "500"),
			[]int64{200, 300},
			"274", true, 200, "589", "310.20", 300,
		},
		{
			"a lot taken by the tie-out",
			Terms{Price: dec("1"), Lot: 100, Rounding: exact.Up, Shares: 400, TieOut: MinimumChange},
			own("110", "110", "290"),
			[]int64{100, 300},
			"100", true, 100, "0", "110", 0,
		},
		{"no share at all", Terms{Price: dec("60"), Rounding: exact.Down, Owed: SharesTimesPrice}, own("50", "50", "120"), []int64{0, 2}, "0", false, 0, "0", "50", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, word := range []BelowMinimum{"", KeepBelow} {
				tt.terms.BelowMinimum = word
				b, err := Allocate(tt.terms, tt.orders)
				if err != nil || !slices.Equal(sharesOf(b), tt.kept) || !b.Rows[0].Due.Equal(dec(tt.due)) ||
					b.Rows[0].Why.Has("offering.limit.minimum.short") != tt.short || b.Why.Has("offering.limit.minimum") {
					t.Errorf("%q: %v, %v\n%+v", word, sharesOf(b), err, b.Rows)
				}
				checkLimited(t, tt.terms, tt.orders, b)
			}
			tt.terms.BelowMinimum = RefuseBelow
			b, err := Allocate(tt.terms, tt.orders)
			if err != nil {
				t.Fatal(err)
			}
			refused := slices.Clone(tt.kept)
			if tt.short {
				refused[0] = 0
			}
			row := b.Rows[0]
			if !slices.Equal(sharesOf(b), refused) || !row.Refund.Equal(dec(tt.back)) || row.Why.Has("offering.limit.minimum") != tt.short ||
				b.Why.Has("offering.limit.minimum") != tt.short || row.Why.Has("offering.no_share") != (tt.kept[0] == 0) {
				t.Errorf("%v\n%s\n%s", sharesOf(b), row.Why, b.Why)
			}
			if b.Residual != tt.residual || !b.AmountLeft.Equal(dec(tt.amountLeft)) || b.SharesLeft != tt.sharesLeft ||
				b.Why.Has("offering.shares.residual") != (tt.residual != 0) {
				t.Errorf("%+v\n%s", b.Totals, b.Why)
			}
			checkLimited(t, tt.terms, tt.orders, b)
			table, err := Tabulate(tt.terms, tt.orders)
			if err != nil {
				t.Fatal(err)
			}
			checkTable(t, b, table)
			roundTrip(t, tt.terms)
		})
	}
	_, err := Allocate(Terms{Price: dec("1"), BelowMinimum: "perhaps"}, amounts("1"))
	wantFaults(t, err, "terms.below_minimum")
}
