package offering

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// amounts are orders for so many dollars each.
func amounts(dollars ...string) (orders []Order) {
	for i, d := range dollars {
		orders = append(orders, Order{Investor: "Investor " + strconv.Itoa(i), Amount: dec(d)})
	}
	return orders
}

// A cap is a cap: what rounding shares up would take past it is rounded down.
func TestDueWithinMaximum(t *testing.T) {
	for _, tt := range []struct {
		name    string
		terms   Terms
		maximum string // the order's own
		shares  int64
		due     string
		down    bool
	}{
		// 2,496 ÷ 7 = 356.57, and 357 would be 2,499.
		{"by the terms", Terms{Price: dec("7"), OrderMaximum: dec("2496"), Owed: SharesTimesPrice}, "0", 356, "2492", true},
		{"by the order", Terms{Price: dec("7"), Owed: SharesTimesPrice}, "2496", 356, "2492", true},
		{"within it", Terms{Price: dec("7"), OrderMaximum: dec("2499"), Owed: SharesTimesPrice}, "0", 357, "2499", false},
		{"a cent short of it", Terms{Price: dec("7"), OrderMaximum: dec("2498.99"), Owed: SharesTimesPrice}, "0", 356, "2492", true},
		{"rounded down already", Terms{Price: dec("7"), OrderMaximum: dec("2496"), Owed: SharesTimesPrice, Rounding: exact.Down}, "0", 356, "2492", false},
		{"signed is owed", Terms{Price: dec("7"), OrderMaximum: dec("2496")}, "0", 357, "2496", false},
		{"in lots", Terms{Price: dec("0.7"), Lot: 10, Rounding: exact.Up, Owed: SharesTimesPrice}, "2496", 3560, "2492", true},
		{"cents rounded up", Terms{Price: dec("6.999"), Cents: exact.Up, Owed: SharesTimesPrice}, "2498.65", 357, "2498.65", false},
		{"and past it", Terms{Price: dec("6.999"), Cents: exact.Up, Owed: SharesTimesPrice}, "2498.64", 356, "2491.65", true},
	} {
		orders := amounts("5000")
		orders[0].Maximum = dec(tt.maximum)
		b, err := Allocate(tt.terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		row := b.Rows[0]
		if row.Shares != tt.shares || !row.Due.Equal(dec(tt.due)) || row.Why.Has("offering.limit.maximum.down") != tt.down {
			t.Errorf("%s: %d shares, due %s\n%s", tt.name, row.Shares, row.Due, row.Why)
		}
		checkLimited(t, tt.terms, orders, b)
	}
	b, err := Allocate(Terms{Price: dec("7"), OrderMaximum: dec("2496"), Owed: SharesTimesPrice}, amounts("5000"))
	const want = `1. The order for $5,000.00 counts for $2,496.00, its maximum.
2. 2,496 at 7 buys 356 4/7 shares; rounded to the nearest (halves up) that is 357, costing 2,499.
3. So many would cost more than the maximum of $2,496.00; rounded down to stay within it, that is 356 shares.
4. Of the $5,000.00 signed for, $2,492.00 is accepted and $2,508.00 is refunded.`
	if got := b.Rows[0].Why.String(); got != want || err != nil {
		t.Errorf("got\n%s\n%v", got, err)
	}
}

// All that is due is within the amount limit: as few rows as can be are rounded
// down, those with the smallest fractions, the later of equal ones first.
func TestDueWithinAmountLimit(t *testing.T) {
	for _, tt := range []struct {
		name   string
		terms  Terms
		orders []Order
		shares []int64
		due    string
		down   []bool
	}{
		// 33.33 ÷ 3 = 11.11, and 33.34 is hardly more: 12 each would be 108, and 12
		// of one row 102.
		{"up, to fit", Terms{Price: dec("3"), Rounding: exact.Up, AmountLimit: dec("100")}, amounts("60", "60", "60"), []int64{11, 11, 11}, "99", []bool{true, true, true}},
		// 5/8 of a share each, up to 1: three cost 24, and 20 pays for two.
		{"not pro rata", Terms{Price: dec("8"), AmountLimit: dec("20")}, amounts("5", "5.50", "5.50"), []int64{0, 1, 1}, "16", []bool{true, false, false}},
		{"the later of equal ones", Terms{Price: dec("8"), AmountLimit: dec("20")}, amounts("5.50", "5", "5"), []int64{1, 1, 0}, "16", []bool{false, false, true}},
		{"exactly at it", Terms{Price: dec("8"), AmountLimit: dec("24")}, amounts("5", "5.50", "5.50"), []int64{1, 1, 1}, "24", []bool{false, false, false}},
		{"a cent below", Terms{Price: dec("8"), AmountLimit: dec("23.99")}, amounts("5", "5.50", "5.50"), []int64{0, 1, 1}, "16", []bool{true, false, false}},
		{"down to it", Terms{Price: dec("8"), AmountLimit: dec("16")}, amounts("5", "5.50", "5.50"), []int64{0, 1, 1}, "16", []bool{true, false, false}},
		// Two shares of 0.015 are due 0.02 each, rounded up to the cent.
		{"by cents", Terms{Price: dec("0.015"), Cents: exact.Up, AmountLimit: dec("0.03")}, amounts("0.01", "0.01"), []int64{1, 0}, "0.02", []bool{false, true}},
	} {
		tt.terms.Owed = SharesTimesPrice
		b, err := Allocate(tt.terms, tt.orders)
		if err != nil {
			t.Fatal(tt.name, err)
		}
		var down []bool
		for _, row := range b.Rows {
			down = append(down, row.Why.Has("offering.limit.amount.down"))
		}
		if !slices.Equal(sharesOf(b), tt.shares) || !b.Due.Equal(dec(tt.due)) || !slices.Equal(down, tt.down) {
			t.Errorf("%s: %v, due %s, %v", tt.name, sharesOf(b), b.Due, down)
		}
		checkLimited(t, tt.terms, tt.orders, b)
	}
	// A row whose cents pass an int64 is past any limit by itself.
	terms := Terms{Price: dec("6000000000000000"), Lot: 10, Rounding: exact.Up, AmountLimit: dec("92233720368547758.07"), Owed: SharesTimesPrice}
	b, err := Allocate(terms, amounts("60000000000000000.01", "5"))
	if err != nil || !slices.Equal(sharesOf(b), []int64{10, 0}) || !b.Due.Equal(dec("6e16")) {
		t.Errorf("%v, %v", sharesOf(b), err)
	}
	b, err = Allocate(Terms{Price: dec("3"), Rounding: exact.Up, AmountLimit: dec("100"), Owed: SharesTimesPrice}, amounts("60", "60"))
	const want = `1. The limit of $100.00 cuts the $60.00 asked for to $50.00: pro rata that is $50.00 exactly.
2. 50 at 3 buys 16 2/3 shares; rounded up that is 17, costing 51.
3. The rounded rows together would cost more than the limit of $100.00; of the rows rounded up its fraction is among the smallest, and rounded down to stay within the limit, that is 16 shares.
4. Of the $60.00 signed for, $48.00 is accepted and $12.00 is refunded.`
	if got := b.Rows[1].Why.String(); got != want || err != nil {
		t.Errorf("got\n%s\n%v", got, err)
	}
}

// No tie-out lifts a row above its maximum, or all of them above the limit.
func TestTieOutWithinLimits(t *testing.T) {
	for _, tt := range []struct {
		name     string
		terms    Terms
		maximums []string
		want     []int64
		residual int64
		capped   bool
	}{
		// 10 ÷ 3 = 3 1/3 each: a tenth share goes to the first row that may have it.
		{"the first row", Terms{Shares: 10, TieOut: MinimumChange}, []string{"0", "0", "0"}, []int64{4, 3, 3}, 0, false},
		{"the first is at its maximum", Terms{Shares: 10, TieOut: MinimumChange}, []string{"11.99", "12", "0"}, []int64{3, 4, 3}, 0, false},
		{"two more, one row", Terms{Shares: 11, TieOut: MinimumChange}, []string{"10", "10", "0"}, []int64{3, 3, 3}, 2, true},
		{"two more, two rows", Terms{Shares: 11, TieOut: MinimumChange}, []string{"10", "12", "0"}, []int64{3, 4, 4}, 0, false},
		{"the last", Terms{Shares: 11, TieOut: OnLast}, []string{"0", "0", "15"}, []int64{3, 3, 5}, 0, false},
		{"the last is at its maximum", Terms{Shares: 11, TieOut: OnLast}, []string{"0", "0", "14.99"}, []int64{3, 3, 3}, 2, true},
		{"the largest is at its maximum", Terms{Shares: 10, TieOut: OnLargest}, []string{"10", "0", "0"}, []int64{3, 3, 3}, 1, true},
		{"the named", Terms{Shares: 10, TieOut: OnNamed, TieOutRow: "Investor 1"}, []string{"0", "10", "0"}, []int64{3, 3, 3}, 1, true},
		{"fewer is within any maximum", Terms{Shares: 9, TieOut: OnLast, Rounding: exact.Up}, []string{"0", "0", "12"}, []int64{4, 4, 1}, 0, false},
		{"the limit leaves room", Terms{Shares: 10, TieOut: MinimumChange, AmountLimit: dec("30")}, []string{"0", "0", "0"}, []int64{4, 3, 3}, 0, false},
		{"reported all the same", Terms{Shares: 10, TieOut: Report}, []string{"10", "10", "10"}, []int64{3, 3, 3}, 1, false},
	} {
		tt.terms.Price, tt.terms.Owed = dec("3"), SharesTimesPrice
		orders := amounts("10", "10", "10")
		for i, maximum := range tt.maximums {
			orders[i].Maximum = dec(maximum)
		}
		b, err := Allocate(tt.terms, orders)
		if err != nil || !slices.Equal(sharesOf(b), tt.want) || b.Residual != tt.residual || b.Why.Has("offering.shares.capped") != tt.capped {
			t.Errorf("%s: %v, residual %d, %v\n%s", tt.name, sharesOf(b), b.Residual, err, b.Why)
		}
		checkLimited(t, tt.terms, orders, b)
	}
	// 29.99 does not pay for a tenth share; the rows stay as they were.
	terms := Terms{Price: dec("3"), Owed: SharesTimesPrice, Shares: 10, TieOut: MinimumChange, AmountLimit: dec("29.99")}
	b, err := Allocate(terms, amounts("10", "10", "9.99"))
	if err != nil || !slices.Equal(sharesOf(b), []int64{3, 3, 3}) || !b.Why.Has("offering.shares.capped") || b.Residual != 1 {
		t.Errorf("%v, %v\n%s", sharesOf(b), err, b.Why)
	}
	for _, row := range b.Rows {
		if row.Why.Has("offering.tie_out.minimum_change") {
			t.Errorf("a row that was not moved says\n%s", row.Why)
		}
	}
}

// An order that buys no share owes nothing, whatever was signed.
func TestNoShareNoMoney(t *testing.T) {
	for _, terms := range []Terms{
		{Price: dec("0.96"), Rounding: exact.Down},
		{Price: dec("0.96"), Rounding: exact.Down, Owed: SharesTimesPrice},
		{Price: dec("0.96"), Rounding: exact.Down, ShareLimit: 500},
		{Price: dec("0.96"), Lot: 10},
	} {
		orders := amounts("0.40", "96")
		b, err := Allocate(terms, orders)
		row := b.Rows[0]
		if err != nil || row.Shares != 0 || row.Accepted.Sign() != 0 || row.Due.Sign() != 0 || !row.Refund.Equal(dec("0.40")) ||
			!row.Why.Has("offering.no_share") || b.Rows[1].Why.Has("offering.no_share") || !b.Refund.Equal(dec("0.40")) {
			t.Errorf("%+v, %v", row, err)
		}
		checkLimited(t, terms, orders, b)
	}
	// A share that the tie-out takes away is no share either.
	b, err := Allocate(Terms{Price: dec("1"), Shares: 1, TieOut: MinimumChange}, amounts("0.60", "0.60"))
	if err != nil || !slices.Equal(sharesOf(b), []int64{1, 0}) || !b.Due.Equal(dec("0.60")) {
		t.Errorf("%v, due %s, %v", sharesOf(b), b.Due, err)
	}
	const want = `1. 0.60 at 1 buys 3/5 of a share; rounded to the nearest (halves up) that is 1, costing 1.
2. 1 share taken away so that the rows add up to the 1 share stated, which makes 0; of the rows rounded up its fraction is among the smallest.
3. The order buys no share, so that none of it is accepted.
4. Of the $0.60 signed for, $0.00 is accepted and $0.60 is refunded.`
	if got := b.Rows[1].Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
}

// Shares that cost less than half a cent come to nothing, and the row says so.
func TestSharesForNoCent(t *testing.T) {
	terms := Terms{Price: dec("0.001"), ShareLimit: 14}
	b, err := Allocate(terms, amounts("0.01", "0.01", "0.01"))
	if err != nil || !slices.Equal(sharesOf(b), []int64{5, 5, 4}) {
		t.Fatal(sharesOf(b), err)
	}
	if !b.Rows[1].Due.Equal(dec("0.01")) || b.Rows[1].Why.Has("offering.no_cent") || b.Rows[2].Due.Sign() != 0 {
		t.Errorf("%+v", b.Rows)
	}
	if got := b.Rows[2].Why[2].Text; got != "The 4 shares cost 0.004, which is rounded to the nearest (halves up) to no cent at all: they are given for nothing." {
		t.Error(got)
	}
	terms.Cents = exact.Up
	if b, err = Allocate(terms, amounts("0.01", "0.01", "0.01")); err != nil || b.Rows[2].Why.Has("offering.no_cent") || b.Rows[2].Due.Sign() == 0 {
		t.Errorf("%+v, %v", b.Rows[2], err)
	}
}

// Limits that meet: a minimum that is the maximum, and shares that cost the limit
// to the cent.
func TestLimitsThatMeet(t *testing.T) {
	b, err := Allocate(Terms{Price: dec("3"), OrderMinimum: dec("9"), OrderMaximum: dec("9"), AmountLimit: dec("9")}, amounts("9"))
	if err != nil || b.Shares != 3 || b.Why.Has("offering.limit.amount.rounding") {
		t.Errorf("%+v, %v", b, err)
	}
	b, err = Allocate(Terms{Price: dec("3"), AmountLimit: dec("8.99")}, amounts("8.99"))
	if err != nil || b.Shares != 3 || !b.Why.Has("offering.limit.amount.rounding") {
		t.Errorf("%+v, %v", b, err)
	}
}

// With a key of its own for each order, the order of the list has no bearing on
// anything that a book says of a row.
func TestTieKeysOfABook(t *testing.T) {
	byName := func(b Book) map[string]string {
		rows := map[string]string{}
		for _, row := range b.Rows {
			rows[row.Investor] = text(t, row)
		}
		return rows
	}
	for _, terms := range []Terms{
		{Price: dec("3"), AmountLimit: dec("50")},
		{Price: dec("3"), ShareLimit: 16},
		{Price: dec("3"), ShareLimit: 16, OrderMinimum: dec("9")},
		{Price: dec("3"), Shares: 25, TieOut: MinimumChange},
		{Price: dec("3"), Shares: 25, TieOut: OnLargest},
		{Price: dec("3"), Shares: 25, TieOut: OnNamed, TieOutRow: "Investor 4"},
		{Price: dec("3"), Rounding: exact.Up, AmountLimit: dec("75"), Owed: SharesTimesPrice},
	} {
		orders := amounts("10", "10", "10", "10", "10", "10", "10")
		keys := []int64{30, 10, 70, 20, 60, 50, 40}
		terms.Ties = keys
		first, err := Allocate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		plain := terms
		plain.Ties = nil
		unkeyed, err := Allocate(plain, orders)
		if err != nil {
			t.Fatal(err)
		}
		moved := terms.TieOut == OnNamed
		for seed := range uint64(20) {
			shuffled, keysOf := slices.Clone(orders), slices.Clone(keys)
			source(seed).Shuffle(len(orders), func(i, j int) {
				shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
				keysOf[i], keysOf[j] = keysOf[j], keysOf[i]
			})
			terms.Ties = keysOf
			b, err := Allocate(terms, shuffled)
			if err != nil || !maps.Equal(byName(b), byName(first)) || text(t, b.Totals) != text(t, first.Totals) {
				t.Fatalf("%+v: %v\n%s\n%s", terms, err, text(t, b), text(t, first))
			}
			for i, row := range b.Rows {
				if row.Investor != shuffled[i].Investor {
					t.Fatalf("row %d is %s's", i, row.Investor)
				}
			}
			table, err := Tabulate(terms, shuffled)
			if err != nil {
				t.Fatal(err)
			}
			checkTable(t, b, table)
			other, _ := Allocate(plain, shuffled)
			moved = moved || !maps.Equal(byName(other), byName(unkeyed))
		}
		if !moved {
			t.Errorf("%+v: no row was ever tied, so that nothing is shown", terms)
		}
		roundTrip(t, terms)
	}
	terms := Terms{Price: dec("3"), Shares: 5, TieOut: OnLast, Ties: []int64{1, 2}}
	_, err := Allocate(terms, amounts("10"))
	wantFaults(t, err, "terms.ties", "terms.ties")
	wantFault(t, err, law.ErrConflict, "terms.ties")
	wantFault(t, err, law.ErrInvalid, "terms.ties")
	// A fault names the order as given.
	_, err = Allocate(Terms{Price: dec("0.000000001"), Ties: []int64{2, 1}}, amounts("5000000000", "6000000000"))
	wantFaults(t, err, "orders[0].amount")
}
