package offering

import (
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// randomBook has amounts and a price for which the fractions vary or repeat.
func randomBook(seed uint64) (Terms, []Order) {
	random := source(seed)
	places := random.Int32N(11)
	terms := Terms{Price: decimal.New(1+random.Int64N(int64(kernel.Pow10(int(places)))*3), -places)}
	orders := make([]Order, 1+random.IntN(40))
	for i := range orders {
		orders[i] = Order{Investor: "Investor " + strconv.Itoa(i), Amount: decimal.New(1+random.Int64N(1e6), -2)}
	}
	return terms, orders
}

// Books against rationals, row by row and in total, under every rule.
func TestAllocateAgainstReference(t *testing.T) {
	outcomes := map[law.Code]int{}
	for seed := range rounds(uint64(400)) {
		terms, orders := randomBook(seed)
		unrounded := make([]*big.Rat, len(orders))
		all := new(big.Rat)
		for i, o := range orders {
			unrounded[i] = new(big.Rat).Quo(rat(o.Amount), rat(terms.Price))
			all.Add(all, unrounded[i])
		}
		for _, r := range exact.Roundings() {
			terms.Rounding, terms.TieOut, terms.Shares = r, Report, 0
			plain, err := Allocate(terms, orders)
			if err != nil {
				t.Fatal(err)
			}
			checkBook(t, terms, orders, plain)
			for i, row := range plain.Rows {
				if row.Shares != refRound(unrounded[i], r).Int64() {
					t.Fatalf("seed %d, %s: row %d gets %d of %s", seed, r, i, row.Shares, unrounded[i])
				}
			}
			terms.Shares = refRound(all, exact.Nearest).Int64()
			if terms.Shares == 0 {
				continue
			}
			for _, tie := range []TieOut{MinimumChange, OnLast, OnLargest, Report} {
				terms.TieOut = tie
				b, err := Allocate(terms, orders)
				if err != nil {
					t.Fatal(err)
				}
				checkBook(t, terms, orders, b)
				checkTieOut(t, plain, b, unrounded, terms)
				outcomes[b.Why.Codes()[3]]++
			}
		}
	}
	for _, code := range []law.Code{
		"offering.shares.even", "offering.shares.residual", "offering.tie_out.minimum_change", "offering.tie_out.last", "offering.tie_out.largest",
	} {
		if outcomes[code] < rounds(100) {
			t.Errorf("%s came up %d times only: %v", code, outcomes[code], outcomes)
		}
	}
}

// checkBook holds a book against what its fields say.
func checkBook(t *testing.T, terms Terms, orders []Order, b Book) {
	t.Helper()
	var shares int64
	amount, accepted, cost, due := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for i, row := range b.Rows {
		entitlement := new(big.Rat).Quo(rat(orders[i].Amount), rat(terms.Price))
		stated := new(big.Rat).SetInt64(row.Entitlement.Whole)
		if stated.Add(stated, big.NewRat(row.Entitlement.Num, row.Entitlement.Den)).Cmp(entitlement) != 0 {
			t.Fatalf("row %d: entitlement %s, want %s", i, row.Entitlement, entitlement)
		}
		rowCost := new(big.Rat).Mul(new(big.Rat).SetInt64(row.Shares), rat(terms.Price))
		// What is signed is accepted, or the price of the shares in whole cents, and
		// nothing of an order that buys no share.
		taken := rat(orders[i].Amount)
		if b.Owed == SharesTimesPrice {
			hundredths := new(big.Rat).Mul(rowCost, big.NewRat(100, 1))
			taken = new(big.Rat).SetFrac(refRound(hundredths, b.Cents), big.NewInt(100))
		}
		if row.Shares == 0 {
			taken = new(big.Rat)
		}
		if rat(row.Accepted).Cmp(taken) != 0 || row.Why.Has("offering.no_share") != (row.Shares == 0) {
			t.Fatalf("row %d: %s accepted for %d shares\n%s", i, row.Accepted, row.Shares, row.Why)
		}
		if rat(row.Cost).Cmp(rowCost) != 0 ||
			rat(row.Difference).Cmp(new(big.Rat).Sub(rowCost, taken)) != 0 {
			t.Fatalf("row %d: %d shares cost %s, difference %s", i, row.Shares, row.Cost, row.Difference)
		}
		if rat(row.Due).Cmp(taken) != 0 {
			t.Fatalf("row %d: due %s, want %s", i, row.Due, taken)
		}
		if row.Investor != orders[i].Investor || !row.Amount.Equal(orders[i].Amount) || row.Shares < 0 {
			t.Fatalf("row %d is %+v for %+v", i, row, orders[i])
		}
		shares += row.Shares
		amount.Add(amount, rat(row.Amount))
		accepted.Add(accepted, rat(row.Accepted))
		cost.Add(cost, rat(row.Cost))
		due.Add(due, rat(row.Due))
	}
	if len(b.Rows) != len(orders) || b.Shares != shares || rat(b.Amount).Cmp(amount) != 0 || rat(b.Cost).Cmp(cost) != 0 ||
		rat(b.Due).Cmp(due) != 0 || rat(b.Accepted).Cmp(accepted) != 0 ||
		rat(b.Difference).Cmp(new(big.Rat).Sub(cost, accepted)) != 0 {
		t.Fatalf("totals %d, %s, %s, %s, %s are not the rows' sums", b.Shares, b.Amount, b.Cost, b.Difference, b.Due)
	}
	if terms.Shares > 0 && b.Residual != terms.Shares-shares || terms.Shares == 0 && b.Residual != 0 {
		t.Fatalf("residual %d of %d less %d", b.Residual, terms.Shares, shares)
	}
}

// checkTieOut holds a tied-out book against the same book as rounded.
func checkTieOut(t *testing.T, plain, b Book, unrounded []*big.Rat, terms Terms) {
	t.Helper()
	gap := terms.Shares - plain.Shares
	moved, most := int64(0), int64(0)
	for i := range b.Rows {
		change := b.Rows[i].Shares - plain.Rows[i].Shares
		moved += max(change, -change)
		most = max(most, change, -change)
		if explained := b.Rows[i].Why.Has("offering.tie_out." + inCode(terms.TieOut)); explained != (change != 0) {
			t.Fatalf("row %d moved by %d and says\n%s", i, change, b.Rows[i].Why)
		}
	}
	switch {
	case b.Why.Has("offering.shares.too_small"):
		if moved != 0 || b.Residual != gap {
			t.Fatalf("moved %d after all", moved)
		}
		return
	case terms.TieOut == Report:
		if moved != 0 || b.Residual != gap {
			t.Fatalf("reporting moved %d, residual %d for a gap of %d", moved, b.Residual, gap)
		}
		return
	}
	if moved != max(gap, -gap) || b.Residual != 0 {
		t.Fatalf("%s moved %d shares for a gap of %d, residual %d", terms.TieOut, moved, gap, b.Residual)
	}
	if terms.TieOut != MinimumChange {
		if most != moved {
			t.Fatalf("%s moved more than one row", terms.TieOut)
		}
		return
	}
	// Largest remainder on the stated number: floors, and one more for the
	// largest fractions, earlier rows first.
	if terms.Rounding == exact.HalfEven {
		return // TestMinimumChangeMovesOnlyTheGap
	}
	want := make([]int64, len(unrounded))
	order := make([]int, len(unrounded))
	fractions := make([]*big.Rat, len(unrounded))
	left := terms.Shares
	for i, x := range unrounded {
		floor := refRound(x, exact.Down)
		want[i], order[i] = floor.Int64(), i
		left -= want[i]
		fractions[i] = new(big.Rat).Sub(x, new(big.Rat).SetInt(floor))
	}
	slices.SortStableFunc(order, func(i, j int) int { return fractions[j].Cmp(fractions[i]) })
	for _, i := range order[:left] {
		want[i]++
	}
	if !slices.Equal(sharesOf(b), want) {
		t.Fatalf("minimum change from %s: %v, largest remainder %v", terms.Rounding, sharesOf(b), want)
	}
}

// Tabulate is the same book, word for word, but for the words.
func TestTabulateAgrees(t *testing.T) {
	for seed := range uint64(50) {
		terms, orders := randomBook(seed)
		terms.TieOut, terms.Shares = MinimumChange, 1000
		explained, err := Allocate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		table, err := Tabulate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		if len(explained.Why) == 0 {
			t.Fatal("the book is not explained")
		}
		for i := range explained.Rows {
			if len(explained.Rows[i].Why) == 0 {
				t.Fatalf("row %d is not explained", i)
			}
		}
		checkTable(t, explained, table)
	}
}

// checkTable holds a table against the book of the same question.
func checkTable(t *testing.T, b Book, table Table) {
	t.Helper()
	want := Table{Totals: b.Totals}
	for _, row := range b.Rows {
		inCents := func(d decimal.Decimal) int64 { return d.Shift(2).IntPart() }
		want.Rows = append(want.Rows, TableRow{
			Investor: row.Investor, Shares: row.Shares, AmountCents: inCents(row.Amount), AcceptedCents: inCents(row.Accepted),
			DueCents: inCents(row.Due), RefundCents: inCents(row.Refund),
		})
	}
	if text(t, want) != text(t, table) {
		t.Fatalf("the book is\n%s\nthe table\n%s", text(t, want), text(t, table))
	}
	roundTrip(t, table)
}

// A row of a book is the purchase of its amount.
func TestAllocateAgreesWithShares(t *testing.T) {
	for seed := range uint64(100) {
		terms, orders := randomBook(seed)
		for _, r := range exact.Roundings() {
			terms.Rounding = r
			b, err := Allocate(terms, orders)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range b.Rows {
				p, err := Shares(orders[i].Amount, terms.Price, r)
				if err != nil || p.Shares != row.Shares || !p.Cost.Equal(row.Cost) ||
					row.Shares > 0 && !p.Difference.Equal(row.Difference) || p.Why[0].String() != row.Why[0].String() {
					t.Fatalf("seed %d row %d: %+v, %v; alone %+v", seed, i, row, err, p)
				}
				rounded, err := row.Entitlement.Round(r)
				if err != nil || rounded != row.Shares {
					t.Fatalf("%s rounds to %d, %v", row.Entitlement, rounded, err)
				}
			}
		}
	}
}
