package offering

import (
	"encoding/json"
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// installments are n rows of 1.
func installments(n int) []ClosingOrder {
	return slices.Repeat([]ClosingOrder{{Investor: "A", Amount: decimal.New(1, 0)}}, n)
}

func rowsOf(c Closing) []int64 {
	var out []int64
	for _, row := range c.Rows {
		out = append(out, row.Shares)
	}
	return out
}

// The vesting of the Open Cap Format: 18 over 4.
// SOURCE: Open Cap Format, AllocationType CUMULATIVE_ROUNDING and CUMULATIVE_ROUND_DOWN.
func TestClosingsInstallments(t *testing.T) {
	for _, tt := range []struct {
		r    exact.Rounding
		want []int64
	}{
		{exact.Nearest, []int64{5, 4, 5, 4}},
		{"", []int64{5, 4, 5, 4}},
		{exact.Down, []int64{4, 5, 4, 5}},
		{exact.Up, []int64{5, 4, 5, 4}},
		{exact.HalfDown, []int64{4, 5, 4, 5}},
		{exact.HalfEven, []int64{4, 5, 5, 4}},
	} {
		c, err := Closings{Shares: 18, Amount: dec("4"), Rounding: tt.r}.Close(RunningTotal{}, installments(4))
		if err != nil || !slices.Equal(rowsOf(c), tt.want) || c.After.Shares != 18 || c.Off != 0 {
			t.Errorf("%s: %v, %v", tt.r, rowsOf(c), err)
		}
	}
}

// However the rows are cut into closings, through JSON and back, they get the
// same; they add up to the rounded total; none changes for what comes after.
func TestClosingsAreOne(t *testing.T) {
	for seed := range uint64(500) {
		random := source(seed)
		rule := Closings{
			Shares: random.Int64N(50), Amount: decimal.New(1+random.Int64N(1e5), -random.Int32N(6)), Rounding: exact.Roundings()[random.IntN(5)],
		}
		orders := make([]ClosingOrder, 1+random.IntN(30))
		sum := new(big.Rat)
		rate := new(big.Rat).Quo(new(big.Rat).SetInt64(max(1, rule.Shares)), rat(rule.Amount))
		entitled := make([]*big.Rat, len(orders))
		for i := range orders {
			orders[i] = ClosingOrder{Investor: strconv.Itoa(i % 3), Amount: decimal.New(1+random.Int64N(1e6), -random.Int32N(4))}
			sum.Add(sum, rat(orders[i].Amount))
			entitled[i] = new(big.Rat).Mul(rat(orders[i].Amount), rate)
		}
		whole, err := rule.Close(RunningTotal{}, orders)
		if err != nil {
			t.Fatal(err)
		}
		if want := refRound(sum.Mul(sum, rate), rule.Rounding); whole.Shares != want.Int64() || whole.After.Shares != want.Int64() {
			t.Fatalf("seed %d: %d shares, want %s", seed, whole.Shares, want)
		}
		var state RunningTotal
		var parts []int64
		for left := orders; len(left) > 0; {
			n := 1 + random.IntN(len(left))
			c, err := rule.Close(state, left[:n])
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, rowsOf(c)...)
			data, err := json.Marshal(c.After)
			if err != nil {
				t.Fatal(err)
			}
			state = RunningTotal{}
			if err := json.Unmarshal(data, &state); err != nil {
				t.Fatal(err)
			}
			left = left[n:]
			roundTrip(t, c)
		}
		if !slices.Equal(parts, rowsOf(whole)) {
			t.Fatalf("seed %d: in parts %v, in one %v", seed, parts, rowsOf(whole))
		}
		for i, row := range whole.Rows {
			off := new(big.Rat).Sub(new(big.Rat).SetInt64(row.Shares), entitled[i])
			if row.Shares < 0 || off.Abs(off).Cmp(big.NewRat(1, 1)) > 0 {
				t.Fatalf("seed %d: row %d got %d of %s", seed, i, row.Shares, entitled[i])
			}
		}
	}
}

func TestClosingsState(t *testing.T) {
	c, err := Closings{Amount: dec("0.96")}.Close(RunningTotal{}, []ClosingOrder{{Investor: "A", Amount: dec("268000")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := text(t, c.After); got != `{"amount":"268000","shares":279167}` {
		t.Error(got)
	}
	if got := c.Rows[0].Why.String(); got != "1. The running total of 268,000 comes to 279,166 2/3 shares, rounded to the nearest (halves up) 279,167; "+
		"the rows before have 0, which leaves 279,167." {
		t.Error(got)
	}
	if c, err = (Closings{Amount: dec("0.96")}).Close(c.After, []ClosingOrder{{Investor: "B", Amount: dec("500000")}}); err != nil || c.Shares != 520_833 {
		t.Error(c.Shares, err)
	}
	if got := c.Why[1].Text; got != "After this closing 800,000 shares stand against 768,000, the rounded total." {
		t.Error(got)
	}
}

// A correction takes the row back and books it anew; the rows between stand.
func TestClosingsReversal(t *testing.T) {
	rule := Closings{Shares: 18, Amount: dec("4")}
	c, err := rule.Close(RunningTotal{}, installments(3)) // 5, 4, 5
	if err != nil {
		t.Fatal(err)
	}
	orders := []ClosingOrder{
		{Investor: "A", Amount: dec("1"), Reverses: true, Shares: 5},
		{Investor: "A", Amount: dec("2")},
	}
	if c, err = rule.Close(c.After, orders); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(rowsOf(c), []int64{-5, 9}) || c.Shares != 4 || !c.Amount.Equal(dec("1")) || c.Off != 0 {
		t.Errorf("%v, %d of %s, off %d", rowsOf(c), c.Shares, c.Amount, c.Off)
	}
	if c.After.Shares != 18 || c.After.Reversals != 1 || !c.Rows[0].Amount.Equal(dec("-1")) {
		t.Errorf("%+v", c.After)
	}
	// Taking back a row of 4 leaves 10 against 9: the total is one off until the
	// next row, which gets one less than it otherwise would.
	start := RunningTotal{Amount: dec("3"), Shares: 14}
	c, err = rule.Close(start, []ClosingOrder{{Investor: "A", Amount: dec("1"), Reverses: true, Shares: 4}})
	if err != nil || c.After.Shares != 10 || c.Off != 1 || !c.Why.Has("offering.closing.off") {
		t.Fatalf("%+v, %v", c, err)
	}
	wantCodes(t, c.Rows[0].Why, codeClosingReversed)
	if got := c.Rows[0].Why[0].Text; got != "Takes back a row of 1 and its 4 shares. The total is then 1 share off what it comes to, "+
		"which the next rows make up for." {
		t.Error(got)
	}
	if c, err = rule.Close(c.After, installments(2)); err != nil || !slices.Equal(rowsOf(c), []int64{4, 4}) || c.Off != 0 {
		t.Errorf("%v, off %d, %v", rowsOf(c), c.Off, err)
	}
	// A row too small to make up for it gets nothing, and nothing below zero.
	c, err = rule.Close(RunningTotal{Amount: dec("2"), Shares: 10, Reversals: 1}, []ClosingOrder{{Investor: "A", Amount: dec("0.01")}})
	if err != nil || c.Rows[0].Shares != 0 || c.Off != 1 || !c.Rows[0].Why.Has("offering.closing.held") {
		t.Errorf("%+v, %v", c, err)
	}
}

// A reversal is held against the money of its row: what it takes too much, or too
// little, would go to the next investor.
func TestClosingsReversalOfOtherShares(t *testing.T) {
	rule := Closings{Amount: dec("0.96")}
	orders := []ClosingOrder{{Investor: "A", Amount: dec("96")}, {Investor: "B", Amount: dec("0.96")}, {Investor: "C", Amount: dec("1.44")}}
	c, err := rule.Close(RunningTotal{}, orders) // 100, 1 and 1.5
	if err != nil || !slices.Equal(rowsOf(c), []int64{100, 1, 2}) {
		t.Fatal(rowsOf(c), err)
	}
	for _, tt := range []struct {
		amount string
		shares int64
		fits   bool
	}{
		{"0.96", 0, false},
		{"0.96", 1, true},
		{"0.96", 2, false},
		{"0.96", 3, false},
		{"1.44", 0, false},
		{"1.44", 1, true},
		{"1.44", 2, true},
		{"1.44", 3, false},
		{"96", 99, false},
		{"96", 100, true},
		{"96", 101, false},
	} {
		_, err := rule.Close(c.After, []ClosingOrder{{Investor: "B", Amount: dec(tt.amount), Reverses: true, Shares: tt.shares}})
		if tt.fits {
			if err != nil {
				t.Errorf("%d for %s: %v", tt.shares, tt.amount, err)
			}
			continue
		}
		wantFaults(t, err, "orders[0].shares")
		wantFault(t, err, law.ErrConflict, "orders[0].shares")
	}
	// By HalfEven a row of one share may get two, from 1/2 to 3/2, or none.
	for shares := range int64(4) {
		_, err := Closings{Amount: dec("1"), Rounding: exact.HalfEven}.Close(RunningTotal{Amount: dec("9"), Shares: 9},
			[]ClosingOrder{{Investor: "B", Amount: dec("1"), Reverses: true, Shares: shares}})
		if fits := shares <= 2; fits != (err == nil) {
			t.Errorf("half-even: %d, %v", shares, err)
		}
	}
	// One reversal before explains one share more, unless the total shows it.
	for _, tt := range []struct {
		state RunningTotal
		most  int64
	}{
		{RunningTotal{Amount: dec("96"), Shares: 100, Reversals: 1}, 2},
		{RunningTotal{Amount: dec("96"), Shares: 101, Reversals: 1}, 1},
		{RunningTotal{Amount: dec("96"), Shares: 101, Reversals: 2}, 2},
	} {
		for shares := range int64(4) {
			_, err := rule.Close(tt.state, []ClosingOrder{{Investor: "B", Amount: dec("0.96"), Reverses: true, Shares: shares}})
			if fits := shares <= tt.most && shares >= 2-tt.most; fits != (err == nil) {
				t.Errorf("%+v: %d, %v", tt.state, shares, err)
			}
		}
	}
	// And one reversal explains no total that is two shares off.
	_, err = rule.Close(RunningTotal{Amount: dec("96"), Shares: 102, Reversals: 1}, orders)
	wantFaults(t, err, "before.shares")
}

// Any history of rows and reversals of them: the holders' sums are the total's,
// nobody is below zero, and once a row has made up for it the total is level.
func TestClosingsHistories(t *testing.T) {
	reversals, offs := 0, 0
	for seed := range rounds(uint64(1000)) {
		random := source(seed + 5)
		rule := Closings{Shares: 1 + random.Int64N(9), Amount: decimal.New(1+random.Int64N(30), -1), Rounding: exact.Roundings()[random.IntN(5)]}
		var state RunningTotal
		var live []ClosingRow
		for range 40 {
			order := ClosingOrder{Investor: "A", Amount: decimal.New(1+random.Int64N(99), -1)}
			undo := -1
			if len(live) > 0 && random.IntN(3) == 0 {
				undo = random.IntN(len(live))
				order = ClosingOrder{Investor: "A", Amount: live[undo].Amount, Shares: live[undo].Shares, Reverses: true}
			}
			c, err := rule.Close(state, []ClosingOrder{order})
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if undo >= 0 {
				live = slices.Delete(live, undo, undo+1)
				reversals++
			} else {
				live = append(live, c.Rows[0])
			}
			state = c.After
			var shares int64
			amount := new(big.Rat)
			for _, row := range live {
				if row.Shares < 0 {
					t.Fatalf("seed %d: a row of %d", seed, row.Shares)
				}
				shares += row.Shares
				amount.Add(amount, rat(row.Amount))
			}
			rate := new(big.Rat).Quo(new(big.Rat).SetInt64(rule.Shares), rat(rule.Amount))
			want := refRound(new(big.Rat).Mul(amount, rate), rule.Rounding).Int64()
			if state.Shares != shares || rat(state.Amount).Cmp(amount) != 0 || c.Off != shares-want {
				t.Fatalf("seed %d: total %+v, rows %d of %s, off %d of %d", seed, state, shares, amount, c.Off, want)
			}
			if c.Off != 0 {
				offs++
			}
			if undo < 0 && c.Off != 0 && c.Rows[0].Shares != 0 {
				t.Fatalf("seed %d: a row of %d leaves the total %d off", seed, c.Rows[0].Shares, c.Off)
			}
		}
	}
	if reversals < 1000 || offs < 200 {
		t.Errorf("%d reversals, %d times off", reversals, offs)
	}
}

func TestClosingsRefuse(t *testing.T) {
	good := func() (Closings, RunningTotal, []ClosingOrder) {
		return Closings{Amount: dec("0.96")}, RunningTotal{Amount: dec("268000"), Shares: 279_167}, []ClosingOrder{{Investor: "B", Amount: dec("5")}}
	}
	for _, tt := range []struct {
		name   string
		change func(*Closings, *RunningTotal, *ClosingOrder)
		kind   error
		field  string
	}{
		{"no amount", func(c *Closings, _ *RunningTotal, _ *ClosingOrder) { c.Amount = decimal.Decimal{} }, law.ErrMissing, "amount"},
		{"shares below zero", func(c *Closings, _ *RunningTotal, _ *ClosingOrder) { c.Shares = -1 }, law.ErrRange, "shares"},
		{"rounding", func(c *Closings, _ *RunningTotal, _ *ClosingOrder) { c.Rounding = "x" }, law.ErrInvalid, "rounding"},
		{"another price", func(c *Closings, _ *RunningTotal, _ *ClosingOrder) { c.Amount = dec("1") }, law.ErrConflict, "before.shares"},
		{"another rounding", func(c *Closings, _ *RunningTotal, _ *ClosingOrder) { c.Rounding = exact.Down }, law.ErrConflict, "before.shares"},
		{"one share off", func(_ *Closings, r *RunningTotal, _ *ClosingOrder) { r.Shares++ }, law.ErrConflict, "before.shares"},
		{"shares without money", func(_ *Closings, r *RunningTotal, _ *ClosingOrder) { r.Amount = decimal.Decimal{} }, law.ErrConflict, "before.shares"},
		{"total below zero", func(_ *Closings, r *RunningTotal, _ *ClosingOrder) { r.Amount = dec("-1") }, law.ErrRange, "before.amount"},
		{"total hostile", func(_ *Closings, r *RunningTotal, _ *ClosingOrder) { r.Amount = decimal.New(1, 1e9) }, law.ErrRange, "before.amount"},
		{"total too large", func(_ *Closings, r *RunningTotal, _ *ClosingOrder) { r.Amount = dec("1e30") }, law.ErrRange, "before.amount"},
		{"reversals below zero", func(_ *Closings, r *RunningTotal, _ *ClosingOrder) { r.Reversals = -1 }, law.ErrRange, "before.reversals"},
		{"no investor", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) { o.Investor = "" }, law.ErrMissing, "orders[0].investor"},
		{"no money", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) { o.Amount = decimal.Decimal{} }, law.ErrMissing, "orders[0].amount"},
		{"too much money", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) { o.Amount = dec("1e20") }, law.ErrRange, "orders[0].amount"},
		{"shares of no reversal", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) { o.Shares = 5 }, law.ErrConflict, "orders[0].shares"},
		{"shares below zero", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) { o.Shares = -5 }, law.ErrRange, "orders[0].shares"},
		{"more money than there is", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) {
			*o = ClosingOrder{Investor: "A", Amount: dec("268000.01"), Reverses: true, Shares: 279_167}
		}, law.ErrConflict, "orders[0].amount"},
		{"more shares than there are", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) {
			*o = ClosingOrder{Investor: "A", Amount: dec("268000"), Reverses: true, Shares: 279_168}
		}, law.ErrConflict, "orders[0].shares"},
		{"shares of another row", func(_ *Closings, _ *RunningTotal, o *ClosingOrder) {
			*o = ClosingOrder{Investor: "A", Amount: dec("1000"), Reverses: true, Shares: 1000}
		}, law.ErrConflict, "orders[0].shares"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rule, before, orders := good()
			tt.change(&rule, &before, &orders[0])
			c, err := rule.Close(before, orders)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if c.Rows != nil {
				t.Errorf("a refusal came with %+v", c)
			}
		})
	}
	rule, before, _ := good()
	_, err := rule.Close(before, nil)
	wantFaults(t, err, "orders")
	// A count of reversals does not overflow the test of the state.
	before.Reversals = math.MaxInt64
	before.Shares = math.MaxInt64
	if _, err := rule.Close(before, []ClosingOrder{{Investor: "A", Amount: dec("1")}}); err != nil {
		t.Error(err)
	}
}
