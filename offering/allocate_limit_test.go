package offering

import (
	"encoding/binary"
	"math/big"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// three is a book that asks for 150,000: the escrow form whose target is exactly
// 125,000.
func three() []Order {
	return []Order{
		{Investor: "A", Amount: dec("50000")}, {Investor: "B", Amount: dec("60000")}, {Investor: "C", Amount: dec("40000")},
	}
}

func figuresOf(b Book, of func(Row) decimal.Decimal) []string {
	var out []string
	for _, row := range b.Rows {
		out = append(out, of(row).StringFixed(2))
	}
	return out
}

func acceptedOf(b Book) []string {
	return figuresOf(b, func(r Row) decimal.Decimal { return r.Accepted })
}

func refundOf(b Book) []string { return figuresOf(b, func(r Row) decimal.Decimal { return r.Refund }) }

func TestAllocateAmountLimit(t *testing.T) {
	b, err := Allocate(Terms{Price: dec("1.25"), AmountLimit: dec("125000"), Shares: 100_000, TieOut: MinimumChange}, three())
	if err != nil {
		t.Fatal(err)
	}
	if got := acceptedOf(b); !slices.Equal(got, []string{"41666.67", "50000.00", "33333.33"}) {
		t.Errorf("accepted %q", got)
	}
	if got := refundOf(b); !slices.Equal(got, []string{"8333.33", "10000.00", "6666.67"}) {
		t.Errorf("refunds %q", got)
	}
	if got := sharesOf(b); !slices.Equal(got, []int64{33_333, 40_000, 26_667}) {
		t.Errorf("shares %v", got)
	}
	if b.Method != MethodCutBack || !b.Accepted.Equal(dec("125000")) || !b.Refund.Equal(dec("25000")) || b.AmountLeft.Sign() != 0 {
		t.Errorf("%s: accepted %s, refund %s, left %s", b.Method, b.Accepted, b.Refund, b.AmountLeft)
	}
	want := `1. The limit of $125,000.00 cuts the $50,000.00 asked for to $41,666.67: pro rata that is $41,666.66 and 2/3 of a cent, and its fraction is the largest, which takes the one odd cent.
2. 41,666.67 at 1.25 buys 33,333 42/125 shares; rounded to the nearest (halves up) that is 33,333, costing 41,666.25.
3. Of the $50,000.00 signed for, $41,666.67 is accepted and $8,333.33 is refunded.`
	if got := b.Rows[0].Why.String(); got != want {
		t.Errorf("the row that got the cent says\n%s\nwant\n%s", got, want)
	}
	want = `1. The limit of $125,000.00 cuts the $40,000.00 asked for to $33,333.33: pro rata that is $33,333.33 and 1/3 of a cent, and a larger fraction takes the one odd cent.`
	if got := b.Rows[2].Why[:1].String(); got != want {
		t.Errorf("the row that lost it says\n%s\nwant\n%s", got, want)
	}
	roundTrip(t, b)
}

func TestAllocateShareLimit(t *testing.T) {
	terms := Terms{Price: dec("2"), ShareLimit: 10, Authority: law.Citation{Cite: "§2"}}
	orders := []Order{
		{Investor: "A", Amount: dec("10")},
		{Investor: "B", Amount: dec("10")},
		{Investor: "C", Amount: dec("10")},
		{Investor: "D", Amount: dec("1.50")},
	}
	b, err := Allocate(terms, orders)
	if err != nil {
		t.Fatal(err)
	}
	// 5, 5, 5 and 1 are asked for: 3 1/8 each and 5/8, which takes the odd share.
	if got := sharesOf(b); !slices.Equal(got, []int64{3, 3, 3, 1}) || b.SharesLeft != 0 || b.Method != MethodCutBack {
		t.Errorf("shares %v, %d left, %s", got, b.SharesLeft, b.Method)
	}
	// D keeps its share and what it signed for; the others pay for what they keep.
	if got := acceptedOf(b); !slices.Equal(got, []string{"6.00", "6.00", "6.00", "1.50"}) {
		t.Errorf("accepted %q", got)
	}
	if got := refundOf(b); !slices.Equal(got, []string{"4.00", "4.00", "4.00", "0.00"}) {
		t.Errorf("refunds %q", got)
	}
	if got := b.Rows[0].Entitlement; got != (exact.Mixed{Whole: 3, Num: 1, Den: 8}) {
		t.Errorf("entitlement %s", got)
	}
	for i, want := range []string{
		"The limit of 10 shares cuts the 5 shares asked for to 3: pro rata that is 3 1/8 shares, and a larger fraction takes the one odd share. [§2]",
		"The limit of 10 shares leaves the 1 share asked for: pro rata that is 5/8 of a share, and its fraction is the largest, " +
			"which takes the one odd share. [§2]",
	} {
		if got := b.Rows[3*i].Why[1].String(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	// The share limit leaves a cost in fractions of a cent; Cents rounds it.
	terms.Price, terms.Cents = dec("1.999"), exact.Down
	if b, err = Allocate(terms, orders); err != nil || !b.Rows[0].Accepted.Equal(dec("5.99")) {
		t.Errorf("%s, %v", b.Rows[0].Accepted, err)
	}
	if !b.Why.Has("offering.reading.cents") || b.Why[1].Text != "Each investor owes what is accepted of the amount signed for, because the terms do not say." {
		t.Errorf("the book says\n%s", b.Why)
	}
}

// The same in lots of 100: the texts speak of shares where the limit does, and
// of lots where the odd unit is one.
func TestShareLimitTextsOfLots(t *testing.T) {
	terms := Terms{Price: dec("2"), Rounding: exact.Down, Lot: 100, ShareLimit: 1050}
	var orders []Order
	for _, amount := range []string{"1000", "1000", "1000", "200"} {
		orders = append(orders, Order{Investor: "Investor " + strconv.Itoa(len(orders)), Amount: dec(amount)})
	}
	b, err := Allocate(terms, orders)
	if err != nil {
		t.Fatal(err)
	}
	got := b.Rows[0].Why[1].Text + "\n" + b.Rows[3].Why[1].Text
	for _, r := range b.Why {
		if r.Code == "offering.limit.shares" {
			got += "\n" + r.Text
		}
	}
	const want = `The limit of 1,000 shares cuts the 500 shares asked for to 300: pro rata that is 3 1/8 lots, and a larger fraction takes the one odd lot.
The limit of 1,000 shares leaves the 100 shares asked for: pro rata that is 5/8 of a lot, and its fraction is the largest, which takes the one odd lot.
The rounded rows ask for 1,600 shares, more than the limit of 1,050 shares; they are cut back pro rata, by largest remainder, to the 10 whole lots of 100 in it.`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A limit and a number stated: rows that rounding takes past the limit are moved
// to the number, and where they are not, the limit cuts them.
func TestShareLimitAndTieOut(t *testing.T) {
	orders := []Order{{Investor: "A", Amount: dec("1.50")}, {Investor: "B", Amount: dec("1.50")}, {Investor: "C", Amount: dec("1.50")}}
	for _, tt := range []struct {
		tie       TieOut
		stated    int64
		limit     int64
		want      []int64
		why, more law.Code
	}{
		{MinimumChange, 4, 5, []int64{2, 1, 1}, "offering.tie_out.minimum_change", "offering.limit.shares.slack"},
		{Report, 4, 5, []int64{2, 2, 1}, "offering.shares.limited", "offering.limit.shares"},
		{Report, 5, 5, []int64{2, 2, 1}, "offering.shares.even", "offering.limit.shares"},
		{MinimumChange, 2, 2, []int64{1, 1, 0}, "offering.shares.even", "offering.limit.shares"},
		{MinimumChange, 1, 2, []int64{1, 1, 0}, "offering.shares.limited", "offering.limit.shares"},
		{MinimumChange, 6, 6, []int64{2, 2, 2}, "offering.shares.even", "offering.limit.shares.slack"},
	} {
		b, err := Allocate(Terms{Price: dec("1"), Shares: tt.stated, ShareLimit: tt.limit, TieOut: tt.tie}, orders)
		if err != nil || !slices.Equal(sharesOf(b), tt.want) || !b.Why.Has(tt.why) || !b.Why.Has(tt.more) || b.Residual != tt.stated-b.Shares {
			t.Errorf("%s to %d within %d: %v, residual %d, %q, %v", tt.tie, tt.stated, tt.limit, sharesOf(b), b.Residual, b.Why.Codes(), err)
		}
	}
}

// An amount stated is compared with what is accepted; zero states none.
func TestAmountResidualOfLimit(t *testing.T) {
	for stated, residual := range map[string]string{"125000": "0", "150000": "25000", "100000": "-25000", "0": "0"} {
		b, err := Allocate(Terms{Price: dec("1.25"), AmountLimit: dec("125000"), Amount: dec(stated)}, three())
		if err != nil || !b.AmountResidual.Equal(dec(residual)) {
			t.Errorf("%s: %s, %v", stated, b.AmountResidual, err)
		}
	}
}

// A book that asks for a limit exactly is not cut back.
func TestLimitsExactlyMet(t *testing.T) {
	for _, terms := range []Terms{
		{Price: dec("1.25"), AmountLimit: dec("150000")}, {Price: dec("1.25"), ShareLimit: 120_000},
	} {
		b, err := Allocate(terms, three())
		if err != nil || b.Method != MethodRowByRow || b.Shares != 120_000 || b.Refund.Sign() != 0 || b.SharesLeft != 0 || b.AmountLeft.Sign() != 0 {
			t.Errorf("%+v, %v", b.Totals, err)
		}
		if !b.Why.Has("offering.limit.amount.slack") && !b.Why.Has("offering.limit.shares.slack") {
			t.Errorf("%q", b.Why.Codes())
		}
	}
}

// Equal fractions: the earlier rows take the odd shares and the later ones say so.
func TestAllocateOddTies(t *testing.T) {
	orders := []Order{{Investor: "A", Amount: dec("3")}, {Investor: "B", Amount: dec("3")}, {Investor: "C", Amount: dec("3")}}
	b, err := Allocate(Terms{Price: dec("1"), ShareLimit: 5}, orders)
	if err != nil || !slices.Equal(sharesOf(b), []int64{2, 2, 1}) {
		t.Fatal(sharesOf(b), err)
	}
	want := "The limit of 5 shares cuts the 3 shares asked for to 1: pro rata that is 1 2/3 shares, " +
		"and earlier rows with the same fraction take the last of the 2 odd shares."
	if got := b.Rows[2].Why[1].String(); got != want {
		t.Error(got)
	}
	want = "The limit of 5 shares cuts the 3 shares asked for to 2: pro rata that is 1 2/3 shares, " +
		"and its fraction is among the 2 largest, which take the 2 odd shares."
	if got := b.Rows[1].Why[1].String(); got != want {
		t.Error(got)
	}
}

func TestAllocateMinimumAndMaximum(t *testing.T) {
	orders := []Order{
		{Investor: "A", Amount: dec("100"), Maximum: dec("60")},
		{Investor: "B", Amount: dec("100"), Minimum: dec("80")},
		{Investor: "C", Amount: dec("9")},
		{Investor: "D", Amount: dec("100")},
	}
	terms := Terms{Price: dec("1"), OrderMinimum: dec("10"), OrderMaximum: dec("90"), AmountLimit: dec("180")}
	b, err := Allocate(terms, orders)
	if err != nil {
		t.Fatal(err)
	}
	// C is too small and A counts for 60, B and D for 90: 240 is more than 180,
	// so that B would get 67.50 and takes nothing; then A and D fit.
	if got := acceptedOf(b); !slices.Equal(got, []string{"60.00", "0.00", "0.00", "90.00"}) {
		t.Errorf("accepted %q", got)
	}
	if !b.AmountLeft.Equal(dec("30")) || !b.Refund.Equal(dec("159")) {
		t.Errorf("%s left, %s refunded", b.AmountLeft, b.Refund)
	}
	for i, want := range []string{
		`1. The order for $100.00 counts for $60.00, its maximum.
2. The limit of $180.00 leaves the $60.00 asked for.
3. 60 at 1 buys exactly 60 shares.
4. Of the $100.00 signed for, $60.00 is accepted and $40.00 is refunded.`,
		`1. The order for $100.00 counts for $90.00, its maximum.
2. The limit of $180.00 cuts the $90.00 asked for to less than its minimum of $80.00; orders are left out for that, the smallest first, and this is one.
3. Of the $100.00 signed for, $0.00 is accepted and $100.00 is refunded.`,
		`1. The order asks for $9.00, below the minimum of $10.00, so that none of it is accepted.
2. Of the $9.00 signed for, $0.00 is accepted and $9.00 is refunded.`,
	} {
		if got := b.Rows[i].Why.String(); got != want {
			t.Errorf("row %d says\n%s\nwant\n%s", i, got, want)
		}
	}
	// A minimum above the whole limit goes first, whatever the size.
	all := []Order{{Investor: "A", Amount: dec("200"), Minimum: dec("181")}, {Investor: "B", Amount: dec("100")}}
	b, err = Allocate(Terms{Price: dec("1"), AmountLimit: dec("180")}, all)
	if err != nil || !slices.Equal(sharesOf(b), []int64{0, 100}) || b.Rows[0].Why[0].Text !=
		"The limit of $180.00 cuts the $200.00 asked for to less than its minimum of $181.00, which is more than the whole limit; none of it is accepted." {
		t.Errorf("%v, %v\n%s", sharesOf(b), err, b.Rows[0].Why)
	}
	// The same minimum against a limit on shares.
	terms.AmountLimit, terms.ShareLimit = decimal.Decimal{}, 180
	b, err = Allocate(terms, orders)
	if err != nil || !slices.Equal(sharesOf(b), []int64{60, 0, 0, 90}) {
		t.Error(sharesOf(b), err)
	}
	if !b.Rows[1].Why.Has("offering.limit.minimum") || b.SharesLeft != 30 || b.Rows[1].Refund.Cmp(dec("100")) != 0 {
		t.Errorf("%d left\n%s", b.SharesLeft, b.Rows[1].Why)
	}
}

func TestAllocateLots(t *testing.T) {
	orders := []Order{{Investor: "A", Amount: dec("1000")}, {Investor: "B", Amount: dec("550")}, {Investor: "C", Amount: dec("40")}}
	terms := Terms{Price: dec("0.96"), Lot: 100}
	b, err := Allocate(terms, orders)
	if err != nil {
		t.Fatal(err)
	}
	if got := sharesOf(b); !slices.Equal(got, []int64{1000, 500, 0}) || b.Rounding != exact.Down {
		t.Errorf("%v, %s", got, b.Rounding)
	}
	if got := acceptedOf(b); !slices.Equal(got, []string{"960.00", "480.00", "0.00"}) {
		t.Errorf("accepted %q", got)
	}
	if got := b.Rows[0].Entitlement; got != (exact.Mixed{Whole: 1041, Num: 2, Den: 3}) {
		t.Errorf("entitlement %s", got)
	}
	if got := b.Why[0].Text; got != "Each row is rounded down in lots of 100, because the terms do not say." {
		t.Error(got)
	}
	if got := b.Rows[0].Why[0].Text; got != "1,000 at 0.96 buys 10 5/12 lots of 100; rounded down that is 1,000 shares." {
		t.Error(got)
	}
	// A limit that is not whole lots leaves its rest, and says so.
	terms.ShareLimit = 1250
	if b, err = Allocate(terms, orders); err != nil || !slices.Equal(sharesOf(b), []int64{800, 400, 0}) || b.SharesLeft != 50 {
		t.Error(sharesOf(b), b.SharesLeft, err)
	}
	// Tied out, a row moves by a whole lot.
	terms.ShareLimit, terms.Shares, terms.TieOut = 0, 1600, MinimumChange
	if b, err = Allocate(terms, orders); err != nil || !slices.Equal(sharesOf(b), []int64{1000, 600, 0}) || b.Residual != 0 {
		t.Error(sharesOf(b), err)
	}
	if got := acceptedOf(b); !slices.Equal(got, []string{"960.00", "550.00", "0.00"}) {
		t.Errorf("accepted %q", got)
	}
	if got := b.Rows[1].Why[1].Text; got != "100 shares added so that the rows add up to the 1,600 shares stated, which makes 600; "+
		"of the rows rounded down its fraction is among the largest." {
		t.Error(got)
	}
	// No lot closes a gap of half a lot.
	terms.Shares = 1550
	if b, err = Allocate(terms, orders); err != nil || b.Residual != 50 || !b.Why.Has("offering.shares.beyond") {
		t.Error(b.Residual, b.Why.Codes(), err)
	}
}

// A share limit never leaves an order shares that cost less than its minimum,
// however the terms round.
func TestShareLimitKeepsMinimums(t *testing.T) {
	for _, tt := range []struct {
		name    string
		terms   Terms
		minimum string
		want    []int64
	}{
		{"three shares are 90", Terms{Price: dec("30"), ShareLimit: 6}, "100", []int64{0, 6}},
		{"three shares are 90, and enough", Terms{Price: dec("30"), ShareLimit: 6}, "90", []int64{3, 3}},
		{"a cent more is not", Terms{Price: dec("30"), ShareLimit: 6}, "90.01", []int64{0, 6}},
		{"three lots are 90", Terms{Price: dec("3"), ShareLimit: 60, Lot: 10}, "100", []int64{0, 60}},
		{"rounded down", Terms{Price: dec("30"), ShareLimit: 6, Rounding: exact.Down}, "100", []int64{0, 6}},
	} {
		orders := []Order{
			{Investor: "A", Amount: dec("180"), Minimum: dec(tt.minimum)}, {Investor: "B", Amount: dec("180")},
		}
		b, err := Allocate(tt.terms, orders)
		if err != nil || !slices.Equal(sharesOf(b), tt.want) {
			t.Errorf("%s: %v, %v", tt.name, sharesOf(b), err)
		}
		if b.Rows[0].Accepted.Sign() != 0 && b.Rows[0].Accepted.Cmp(dec(tt.minimum)) < 0 {
			t.Errorf("%s: %s accepted", tt.name, b.Rows[0].Accepted)
		}
	}
	// A row that the limit does not touch keeps what its amount has bought, which
	// may cost less than the minimum by the rounding alone.
	orders := []Order{{Investor: "A", Amount: dec("100"), Minimum: dec("100")}, {Investor: "B", Amount: dec("29")}}
	b, err := Allocate(Terms{Price: dec("30"), ShareLimit: 3, Rounding: exact.Nearest}, orders)
	if err != nil || !slices.Equal(sharesOf(b), []int64{0, 1}) {
		t.Errorf("cut to less: %v, %v", sharesOf(b), err)
	}
	b, err = Allocate(Terms{Price: dec("30"), ShareLimit: 4, Rounding: exact.Nearest}, orders)
	if err != nil || !slices.Equal(sharesOf(b), []int64{3, 1}) {
		t.Errorf("untouched: %v, %v", sharesOf(b), err)
	}
}

// refCut is cut-back by definition: drop the rows that take more than there is;
// then the smallest whose exact part is too small, the later of equal ones, and
// start again.
func refCut(total int64, asks, least []int64) []int64 {
	kept := slices.Clone(asks)
	for i := range kept {
		if least[i] > total {
			kept[i] = 0
		}
	}
	for {
		var all int64
		for _, ask := range kept {
			all += ask
		}
		if all <= total {
			return kept
		}
		drop := -1
		for i, ask := range kept {
			part := new(big.Rat).Mul(big.NewRat(ask, all), new(big.Rat).SetInt64(total))
			if ask > 0 && part.Cmp(new(big.Rat).SetInt64(least[i])) < 0 && (drop < 0 || ask <= kept[drop]) {
				drop = i
			}
		}
		if drop < 0 {
			return refApportion(total, kept)
		}
		kept[drop] = 0
	}
}

// refAllocate is shares and cents accepted by definition, in rationals.
func refAllocate(t Terms, orders []Order) (shares, accepted []int64) {
	inCents := func(d decimal.Decimal) int64 { return d.Shift(2).IntPart() }
	lot := max(1, t.Lot)
	if t.Cents == "" {
		t.Cents = exact.Nearest
	}
	asks, least := make([]int64, len(orders)), make([]int64, len(orders))
	for i, o := range orders {
		asks[i] = inCents(o.Amount)
		for _, most := range []int64{inCents(o.Maximum), inCents(t.OrderMaximum)} {
			if most > 0 {
				asks[i] = min(asks[i], most)
			}
		}
		if least[i] = max(inCents(o.Minimum), inCents(t.OrderMinimum)); asks[i] < least[i] {
			asks[i] = 0
		}
	}
	if limit := inCents(t.AmountLimit); limit > 0 {
		asks = refCut(limit, asks, least)
	}
	lotCents := new(big.Rat).Mul(rat(t.Price), big.NewRat(100*lot, 1))
	lots, leastLots := make([]int64, len(orders)), make([]int64, len(orders))
	for i := range orders {
		lots[i] = refRound(new(big.Rat).Quo(big.NewRat(asks[i], 1), lotCents), t.Rounding).Int64()
		// The fewest lots that cost the minimum; a row that keeps all its lots is
		// not cut, whatever they cost.
		enough := refRound(new(big.Rat).Quo(big.NewRat(least[i], 1), lotCents), exact.Up).Int64()
		leastLots[i] = min(enough, lots[i])
	}
	if t.Owed == SharesTimesPrice {
		refDueWithin(t, orders, asks, lots, lotCents)
		for i := range lots {
			leastLots[i] = min(leastLots[i], lots[i])
		}
	}
	kept := lots
	if t.ShareLimit > 0 {
		kept = refCut(t.ShareLimit/lot, lots, leastLots)
	}
	for i := range orders {
		shares = append(shares, kept[i]*lot)
		if lot > 1 || kept[i] < lots[i] {
			cost := new(big.Rat).Mul(lotCents, big.NewRat(kept[i], 1))
			asks[i] = min(asks[i], refRound(cost, t.Cents).Int64())
		}
		if t.Owed == SharesTimesPrice {
			asks[i] = refRound(new(big.Rat).Mul(lotCents, new(big.Rat).SetInt64(kept[i])), t.Cents).Int64()
		}
		if kept[i] == 0 {
			asks[i] = 0
		}
		if t.BelowMinimum == RefuseBelow && asks[i] < least[i] {
			shares[i], asks[i] = 0, 0
		}
		accepted = append(accepted, asks[i])
	}
	return shares, accepted
}

// refDueWithin takes the lots back that rounding up gave past a maximum, and then
// one by one past the amount limit, the smallest fraction and the last row first.
func refDueWithin(t Terms, orders []Order, asks, lots []int64, lotCents *big.Rat) {
	cost := func(i int) *big.Rat { return new(big.Rat).Mul(lotCents, new(big.Rat).SetInt64(lots[i])) }
	unrounded := make([]*big.Rat, len(lots))
	for i, o := range orders {
		unrounded[i] = new(big.Rat).Quo(big.NewRat(asks[i], 1), lotCents)
		for _, most := range []decimal.Decimal{o.Maximum, t.OrderMaximum} {
			if most.Sign() > 0 && cost(i).Cmp(rat(most.Shift(2))) > 0 {
				lots[i]--
			}
		}
	}
	for t.AmountLimit.Sign() > 0 {
		due, worst := new(big.Int), -1
		for i := range lots {
			due.Add(due, refRound(cost(i), t.Cents))
			// All rows rounded up lack less than one of their lots; the one that
			// lacks most has the smallest fraction.
			up := func(i int) *big.Rat { return new(big.Rat).Sub(new(big.Rat).SetInt64(lots[i]), unrounded[i]) }
			if up(i).Sign() > 0 && (worst < 0 || up(i).Cmp(up(worst)) >= 0) {
				worst = i
			}
		}
		if new(big.Rat).SetInt(due).Cmp(rat(t.AmountLimit.Shift(2))) <= 0 {
			return
		}
		lots[worst]--
	}
}

// limitedBook is a random book with limits, few enough rows for the reference.
func limitedBook(seed uint64) (Terms, []Order) {
	random := source(seed + 77_000)
	terms, orders := randomBook(seed)
	orders = orders[:min(len(orders), 12)]
	terms.Rounding, terms.Owed = exact.Roundings()[random.IntN(5)], []Owed{Signed, SharesTimesPrice}[random.IntN(2)]
	var sum decimal.Decimal
	for i := range orders {
		sum = sum.Add(orders[i].Amount)
		c := orders[i].Amount.Shift(2).IntPart()
		if random.IntN(3) == 0 {
			orders[i].Minimum = decimal.New(1+random.Int64N(c), -2)
		}
		if random.IntN(3) == 0 {
			orders[i].Maximum = decimal.New(max(orders[i].Minimum.Shift(2).IntPart(), 1+random.Int64N(2*c)), -2)
		}
	}
	part := func() decimal.Decimal { return decimal.New(1+random.Int64N(sum.Shift(2).IntPart()), -2) }
	if random.IntN(2) == 0 {
		terms.AmountLimit = part()
	}
	if random.IntN(2) == 0 {
		terms.ShareLimit = max(1, new(big.Int).Quo(part().Coefficient(), big.NewInt(max(1, terms.Price.Shift(2).IntPart()))).Int64())
	}
	if random.IntN(3) == 0 {
		terms.Lot = 1 + random.Int64N(20)
	}
	if random.IntN(4) == 0 {
		terms.OrderMinimum = part().Div(decimal.NewFromInt(int64(2 * len(orders)))).RoundUp(2)
	}
	if random.IntN(3) == 0 {
		terms.BelowMinimum = RefuseBelow
	}
	return terms, orders
}

func TestLimitsAgainstReference(t *testing.T) {
	codes := map[law.Code]int{}
	for seed := range rounds(uint64(3000)) {
		terms, orders := limitedBook(seed)
		b, err := Allocate(terms, orders)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		shares, accepted := refAllocate(terms, orders)
		if !slices.Equal(sharesOf(b), shares) {
			t.Fatalf("seed %d: shares %v, want %v\n%+v\n%+v", seed, sharesOf(b), shares, terms, orders)
		}
		for i, row := range b.Rows {
			if !row.Accepted.Equal(decimal.New(accepted[i], -2)) {
				t.Fatalf("seed %d: row %d accepted %s, want %d cents", seed, i, row.Accepted, accepted[i])
			}
			for _, code := range row.Why.Codes() {
				codes[code]++
			}
		}
		checkLimited(t, terms, orders, b)
		table, err := Tabulate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		checkTable(t, b, table)
		for _, code := range b.Why.Codes() {
			codes["book "+code]++
		}
	}
	for _, code := range []law.Code{
		"offering.limit.amount", "offering.limit.shares", "offering.limit.minimum", "offering.limit.maximum", "offering.refund",
		"offering.limit.maximum.down", "offering.limit.amount.down", "offering.no_share",
		"offering.limit.minimum.short", "offering.still_owed", "book offering.limit.minimum",
		"book offering.limit.amount", "book offering.limit.amount.slack", "book offering.limit.amount.rounding",
		"book offering.limit.shares", "book offering.limit.shares.slack",
	} {
		if codes[code] < rounds(20) {
			t.Errorf("%s came up %d times only", code, codes[code])
		}
	}
}

// checkLimited holds any book against what limits promise: nothing passes them,
// and every dollar is due or refunded.
func checkLimited(t *testing.T, terms Terms, orders []Order, b Book) {
	t.Helper()
	var amount, accepted, due, refund decimal.Decimal
	var shares int64
	for i, row := range b.Rows {
		amount, accepted = amount.Add(row.Amount), accepted.Add(row.Accepted)
		due, refund = due.Add(row.Due), refund.Add(row.Refund)
		shares += row.Shares
		least := decimal.Max(orders[i].Minimum, terms.OrderMinimum)
		if !row.Due.Add(row.Refund).Equal(row.Amount) || !row.Due.Equal(row.Accepted) || row.Accepted.Sign() < 0 || row.Shares < 0 ||
			terms.Owed != SharesTimesPrice && row.Accepted.Cmp(row.Amount) > 0 {
			t.Fatalf("row %d: %+v", i, row)
		}
		if orders[i].Maximum.Sign() > 0 && row.Accepted.Cmp(orders[i].Maximum) > 0 ||
			terms.OrderMaximum.Sign() > 0 && row.Accepted.Cmp(terms.OrderMaximum) > 0 {
			t.Fatalf("row %d is over its maximum: %+v", i, row)
		}
		if terms.Owed == SharesTimesPrice && (orders[i].Maximum.Sign() > 0 && row.Due.Cmp(orders[i].Maximum) > 0 ||
			terms.OrderMaximum.Sign() > 0 && row.Due.Cmp(terms.OrderMaximum) > 0) {
			t.Fatalf("row %d owes more than its maximum: %+v", i, row)
		}
		if row.Shares == 0 && (row.Due.Sign() != 0 || !row.Refund.Equal(row.Amount)) {
			t.Fatalf("row %d owes for no share: %+v", i, row)
		}
		below := row.Shares > 0 && row.Accepted.Cmp(least) < 0
		if below && (terms.Lot <= 1 && terms.ShareLimit == 0 && terms.Owed != SharesTimesPrice || terms.BelowMinimum == RefuseBelow) ||
			below != row.Why.Has("offering.limit.minimum.short") {
			t.Fatalf("row %d is below its minimum: %+v", i, row)
		}
		if row.Shares%max(1, terms.Lot) != 0 {
			t.Fatalf("row %d is not whole lots: %+v", i, row)
		}
		if rounded := row.Why.Has("offering.limit.maximum.down") || row.Why.Has("offering.limit.amount.down"); rounded && terms.Owed != SharesTimesPrice {
			t.Fatalf("row %d owes what is signed and says\n%s", i, row.Why)
		}
		if row.Refund.Sign() > 0 != row.Why.Has("offering.refund") || row.Refund.Sign() < 0 != row.Why.Has("offering.still_owed") || len(row.Why) == 0 {
			t.Fatalf("row %d accepts %s of %s and says\n%s", i, row.Accepted, row.Amount, row.Why)
		}
	}
	if !b.Amount.Equal(amount) || !b.Accepted.Equal(accepted) || !b.Due.Equal(due) || !b.Refund.Equal(refund) || b.Shares != shares {
		t.Fatalf("totals are not the sums: %+v", b.Totals)
	}
	if terms.AmountLimit.Sign() > 0 && (b.AmountLeft.Sign() < 0 || !b.AmountLeft.Add(accepted).Equal(terms.AmountLimit)) {
		t.Fatalf("limit %s, accepted %s, left %s", terms.AmountLimit, accepted, b.AmountLeft)
	}
	if terms.Amount.Sign() > 0 && !b.AmountResidual.Add(due).Equal(terms.Amount) || terms.Amount.Sign() == 0 && b.AmountResidual.Sign() != 0 {
		t.Fatalf("amount %s, due %s, residual %s", terms.Amount, due, b.AmountResidual)
	}
	if terms.AmountLimit.Sign() > 0 && due.Cmp(terms.AmountLimit) > 0 {
		t.Fatalf("limit %s, due %s", terms.AmountLimit, due)
	}
	if terms.ShareLimit > 0 && (b.SharesLeft < 0 || b.SharesLeft+shares != terms.ShareLimit) {
		t.Fatalf("limit %d, shares %d, left %d", terms.ShareLimit, shares, b.SharesLeft)
	}
	roundTrip(t, b)
	roundTrip(t, orders)
	roundTrip(t, terms)
}

func TestTieOutOnNamed(t *testing.T) {
	terms, orders := focus()
	terms.Rounding, terms.TieOut, terms.TieOutRow = exact.Down, OnNamed, " Alpha Capital A.G. "
	b, err := Allocate(terms, orders)
	if err != nil || !slices.Equal(sharesOf(b), []int64{279_166, 520_834}) || b.Residual != 0 {
		t.Fatal(sharesOf(b), err)
	}
	if got := b.Rows[1].Why[1].Text; got != "1 share added so that the rows add up to the 800,000 shares stated, which makes 520,834; "+
		"the terms name this row for it." {
		t.Error(got)
	}
	// Nothing is accepted of the row that should take the share.
	orders = append(orders, Order{Investor: "Small", Amount: dec("0.10")})
	terms.TieOutRow, terms.OrderMinimum = "Small", dec("1")
	if b, err = Allocate(terms, orders); err != nil || b.Residual != 1 || !b.Why.Has("offering.shares.refused") {
		t.Error(b.Residual, b.Why.Codes(), err)
	}
	// The last row is the last that counts.
	terms.TieOut, terms.TieOutRow = OnLast, ""
	if b, err = Allocate(terms, orders); err != nil || !slices.Equal(sharesOf(b), []int64{279_166, 520_834, 0}) {
		t.Error(sharesOf(b), err)
	}
}

func TestLimitsRefuse(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Terms, *Order)
		kind   error
		field  string
	}{
		{"lot below zero", func(t *Terms, _ *Order) { t.Lot = -1 }, law.ErrRange, "terms.lot"},
		{"lot too dear", func(t *Terms, _ *Order) { t.Lot = 1e18 }, law.ErrRange, "terms.lot"},
		{"share limit below zero", func(t *Terms, _ *Order) { t.ShareLimit = -1 }, law.ErrRange, "terms.share_limit"},
		{"more stated than allowed", func(t *Terms, _ *Order) { t.ShareLimit = 799_999 }, law.ErrConflict, "terms.shares"},
		{"amount limit in mills", func(t *Terms, _ *Order) { t.AmountLimit = dec("1.001") }, law.ErrInvalid, "terms.amount_limit"},
		{"amount limit below zero", func(t *Terms, _ *Order) { t.AmountLimit = dec("-1") }, law.ErrRange, "terms.amount_limit"},
		{"hostile limit", func(t *Terms, _ *Order) { t.AmountLimit = decimal.New(0, 1e9) }, law.ErrRange, "terms.amount_limit"},
		{"minimum above maximum", func(t *Terms, _ *Order) { t.OrderMinimum, t.OrderMaximum = dec("2"), dec("1") }, law.ErrConflict, "terms.order_minimum"},
		{"order minimum above maximum", func(_ *Terms, o *Order) { o.Minimum, o.Maximum = dec("2"), dec("1") }, law.ErrConflict, "orders[0].minimum"},
		{"order minimum above amount", func(_ *Terms, o *Order) { o.Minimum = dec("268000.01") }, law.ErrConflict, "orders[0].minimum"},
		{"order maximum below zero", func(_ *Terms, o *Order) { o.Maximum = dec("-2") }, law.ErrRange, "orders[0].maximum"},
		{"hostile maximum", func(_ *Terms, o *Order) { o.Maximum = decimal.New(1, 1e9) }, law.ErrRange, "orders[0].maximum"},
		{"no row named", func(t *Terms, _ *Order) { t.TieOut = OnNamed }, law.ErrMissing, "terms.tie_out_row"},
		{"stranger named", func(t *Terms, _ *Order) { t.TieOut, t.TieOutRow = OnNamed, "X" }, law.ErrConflict, "terms.tie_out_row"},
		{"row named for nothing", func(t *Terms, _ *Order) { t.TieOutRow = "Alpha Capital A.G." }, law.ErrConflict, "terms.tie_out_row"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			terms, orders := focus()
			tt.change(&terms, &orders[0])
			_, err := Allocate(terms, orders)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
		})
	}
}

// Limits at the edge of an int64 lose nothing.
func TestLimitsAtTheEdge(t *testing.T) {
	most := dec("46116860184273879.03")
	orders := []Order{{Investor: "A", Amount: most}, {Investor: "B", Amount: most, Minimum: most}}
	for _, terms := range []Terms{
		{Price: dec("0.01"), AmountLimit: dec("92233720368547758.05")},
		{Price: dec("0.01"), ShareLimit: 1<<63 - 3},
		{Price: dec("0.01"), ShareLimit: 1<<63 - 3, Lot: 1000},
		{Price: dec("0.01"), ShareLimit: 1, Lot: 1000},
	} {
		b, err := Allocate(terms, orders)
		if err != nil {
			t.Fatal(err)
		}
		checkLimited(t, terms, orders, b)
	}
}

// distinct may send good names to the slow check, and never lets a bad one pass.
func TestDistinct(t *testing.T) {
	orders := make([]Order, 20_000)
	for i := range orders {
		orders[i].Investor = "Investor " + strconv.Itoa(i)
	}
	if !distinct(orders) {
		t.Error("good names are not distinct")
	}
	for _, bad := range []string{"", "  ", "A\xff", "Investor 3", " Investor 19999\n"} {
		kept := orders[10_000].Investor
		if orders[10_000].Investor = bad; distinct(orders) {
			t.Errorf("%q passes", bad)
		}
		orders[10_000].Investor = kept
	}
	// Names made to fall on one slot: h is undone word by word.
	var hostile []Order
	for _, name := range collisions(2 * maxProbes) {
		hostile = append(hostile, Order{Investor: name, Amount: dec("1")})
	}
	if hash(hostile[0].Investor) != hash(hostile[99].Investor) {
		t.Fatal("the names do not collide")
	}
	if distinct(hostile) {
		t.Error("names that collide were compared one by one")
	}
	if b, err := Tabulate(Terms{Price: dec("1")}, hostile); err != nil || b.Shares != 2*maxProbes {
		t.Error(b.Shares, err)
	}
}

// collisions are ASCII names of 16 bytes with one hash: for any first eight bytes
// there are eight more that lead to the same value.
func collisions(n int) []string {
	const odd = 0x9E3779B97F4A7C15
	var names []string
	for first := uint64(0x2121212121212121); len(names) < n; first++ {
		start := uint64(16)
		start *= odd
		h := (bits.RotateLeft64(start, 29) ^ first) * odd
		second := bits.RotateLeft64(h, 29) ^ 0x4141414141414141
		if (first|second)&0x8080808080808080 != 0 {
			continue
		}
		name := string(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, first), second))
		if strings.TrimSpace(name) == name {
			names = append(names, name)
		}
	}
	return names
}
