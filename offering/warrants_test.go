package offering

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func warrantsOf(w Warrants) []int64 {
	var out []int64
	for _, row := range w.Rows {
		out = append(out, row.Warrants)
	}
	return out
}

func TestCoverage(t *testing.T) {
	bought := []Covered{
		{Investor: "Shimshon Visnstein", Shares: 279_167, Amount: dec("268000")},
		{Investor: "Alpha Capital A.G.", Shares: 520_833, Amount: dec("500000")},
	}
	for _, tt := range []struct {
		c        Coverage
		want     []int64
		residual int64
		why      law.Code
	}{
		{Coverage{Basis: OfShares, Percent: dec("50")}, []int64{139_583, 260_416}, 1, "offering.warrants.residual"},
		{Coverage{Basis: OfShares, PerUnit: exact.Mixed{Whole: 0, Num: 1, Den: 2}, Rounding: exact.HalfEven}, []int64{139_584, 260_416}, 0, "offering.warrants.even"},
		{Coverage{Basis: OfShares, Percent: dec("50"), TieOut: MinimumChange}, []int64{139_584, 260_416}, 0, "offering.tie_out.minimum_change"},
		{Coverage{Basis: OfShares, Percent: dec("50"), TieOut: OnLast}, []int64{139_583, 260_417}, 0, "offering.tie_out.last"},
		{Coverage{Basis: OfShares, Percent: dec("50"), TieOut: OnNamed, TieOutRow: "Alpha Capital A.G."}, []int64{139_583, 260_417}, 0, "offering.tie_out.named"},
		{Coverage{Basis: OfShares, Percent: dec("50"), Rounding: exact.Up, Warrants: 400_000, TieOut: OnLargest}, []int64{139_584, 260_416}, 0, "offering.tie_out.largest"},
		{Coverage{Basis: OfShares, Percent: dec("50"), Warrants: 500_000, TieOut: OnLast}, []int64{139_583, 260_416}, 100_001, "offering.warrants.beyond"},
		{Coverage{Basis: OfShares, PerUnit: exact.Mixed{Whole: 2, Num: 0, Den: 1}}, []int64{558_334, 1_041_666}, 0, "offering.warrants.even"},
		{Coverage{Basis: OfDollars, Percent: dec("20"), ExercisePrice: dec("1.25")}, []int64{42_880, 80_000}, 0, "offering.warrants.even"},
	} {
		w, err := tt.c.Count(bought)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(warrantsOf(w), tt.want) || w.Residual != tt.residual || !w.Why.Has(tt.why) {
			t.Errorf("%+v: %v, residual %d, %q", tt.c, warrantsOf(w), w.Residual, w.Why.Codes())
		}
		roundTrip(t, w)
		roundTrip(t, tt.c)
	}
	w, err := Coverage{
		Basis: OfDollars, Percent: dec("6"), ExercisePrice: dec("1.10"), TieOut: MinimumChange, Authority: law.Citation{Cite: "§5"},
	}.Count([]Covered{{Investor: "A", Amount: dec("300000")}, {Investor: "B", Amount: dec("6200000")}})
	if err != nil || !slices.Equal(warrantsOf(w), []int64{16_363, 338_182}) || !w.ExerciseAmount.Equal(dec("389999.50")) {
		t.Fatal(warrantsOf(w), w.ExerciseAmount, err)
	}
	want := `1. 6% of 6,200,000 at the exercise price of 1.10 is 338,181 9/11 warrants; rounded down that is 338,181. [§5]
2. 1 warrant added so that the rows add up to 354,545, which makes 338,182; of the rows rounded down its fraction is among the largest. [§5]`
	if got := w.Rows[1].Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	want = `1. Each row is rounded down, because the terms do not say. [§5]
2. Rows that miss the 354,545 that the coverage of all together comes to (354,545 5/11) are moved, one warrant each and as few as can be, as the terms say. [§5]
3. The rounded rows add up to 354,544 warrants, not the 354,545 that the coverage of all together comes to (354,545 5/11); one warrant on each of the rows nearest to rounding the other way makes up for it. [§5]`
	if got := w.Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
}

// A warrant too many is taken away, and the row says one.
func TestCoverageTakesAway(t *testing.T) {
	c := Coverage{Basis: OfShares, Percent: dec("50"), Rounding: exact.Up, Warrants: 400_000, TieOut: OnLargest}
	w, err := c.Count([]Covered{{Investor: "A", Shares: 279_167}, {Investor: "B", Shares: 520_833}})
	if err != nil {
		t.Fatal(err)
	}
	want := `1. 50% of 520,833 shares is 260,416 1/2 warrants; rounded up that is 260,417.
2. 1 warrant taken away so that the rows add up to 400,000, which makes 260,416; this is the row with the most shares.`
	if got := w.Rows[1].Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
}

// Two warrants on one row: the row says how many it has then.
func TestCoverageSaysWhatARowHas(t *testing.T) {
	c := Coverage{Basis: OfShares, Percent: dec("50"), TieOut: OnLargest}
	w, err := c.Count([]Covered{{"A", 901, dec("0")}, {"B", 1, dec("0")}, {"C", 1, dec("0")}, {"D", 1, dec("0")}})
	if err != nil || !slices.Equal(warrantsOf(w), []int64{452, 0, 0, 0}) {
		t.Fatal(warrantsOf(w), err)
	}
	const want = `1. 50% of 901 shares is 450 1/2 warrants; rounded down that is 450.
2. 2 warrants added so that the rows add up to 452, which makes 452; this is the row with the most shares.`
	if got := w.Rows[0].Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	// Where it is dollars that are covered, it is the row with the largest amount.
	c.Basis, c.ExercisePrice = OfDollars, dec("1")
	w, err = c.Count([]Covered{{"A", 0, dec("901")}, {"B", 0, dec("1")}})
	if err != nil || w.Rows[0].Warrants != 451 || !strings.HasSuffix(w.Rows[0].Why[1].Text, "which makes 451; this is the row with the largest amount.") {
		t.Errorf("%+v, %v", w, err)
	}
}

// As many warrants as an int64 counts are answered, and one more is refused.
func TestCoverageUpToTheLargestCount(t *testing.T) {
	c := Coverage{Basis: OfShares, PerUnit: exact.Mixed{Whole: 1, Den: 1}}
	w, err := c.Count([]Covered{{Investor: "A", Shares: math.MaxInt64 - 1}, {Investor: "B", Shares: 1}})
	if err != nil || w.Warrants != math.MaxInt64 || w.Stated != math.MaxInt64 {
		t.Errorf("%+v, %v", w, err)
	}
	// Rounded up, 1 1/2 for each of these is 2^63 - 3, and for one share more it is
	// 2, which is the largest count; for two it is 3, and too many.
	c = Coverage{Basis: OfShares, PerUnit: exact.Mixed{Whole: 1, Num: 1, Den: 2}, Rounding: exact.Up}
	const most = 6_148_914_691_236_517_203
	w, err = c.Count([]Covered{{Investor: "A", Shares: most}, {Investor: "B", Shares: 1}})
	if err != nil || w.Warrants != math.MaxInt64 || w.Stated != math.MaxInt64-1 || w.Residual != -1 {
		t.Errorf("%+v, %v", w, err)
	}
	_, err = c.Count([]Covered{{Investor: "A", Shares: most}, {Investor: "B", Shares: 2}})
	wantFaults(t, err, "purchases[1]")
	wantFault(t, err, law.ErrRange, "purchases[1]")
}

func TestCoverageAgainstReference(t *testing.T) {
	moved := 0
	for seed := range uint64(2000) {
		random := source(seed)
		c := Coverage{Basis: []CoverageBasis{OfShares, OfDollars}[random.IntN(2)], Rounding: exact.Roundings()[random.IntN(5)]}
		rate := new(big.Rat)
		if random.IntN(2) == 0 {
			c.Percent = decimal.New(1+random.Int64N(20_000), -2)
			rate.Mul(rat(c.Percent), big.NewRat(1, 100))
		} else {
			den := 1 + random.Int64N(40)
			c.PerUnit = exact.Mixed{Whole: random.Int64N(3), Num: random.Int64N(den), Den: den}
			if c.PerUnit.Whole == 0 && c.PerUnit.Num == 0 {
				c.PerUnit.Whole = 1
			}
			rate.Add(big.NewRat(c.PerUnit.Num, den), big.NewRat(c.PerUnit.Whole, 1))
		}
		if c.Basis == OfDollars || random.IntN(2) == 0 {
			c.ExercisePrice = decimal.New(1+random.Int64N(1e5), -3)
		}
		if c.Basis == OfDollars {
			rate.Quo(rate, rat(c.ExercisePrice))
		}
		bought, unrounded := make([]Covered, 1+random.IntN(20)), []*big.Rat{}
		all := new(big.Rat)
		for i := range bought {
			bought[i] = Covered{Investor: strconv.Itoa(i), Shares: 1 + random.Int64N(1000), Amount: decimal.New(1+random.Int64N(1e6), -2)}
			x := new(big.Rat).SetInt64(bought[i].Shares)
			if c.Basis == OfDollars {
				x = rat(bought[i].Amount)
			}
			unrounded = append(unrounded, x.Mul(x, rate))
			all.Add(all, x)
		}
		plain, err := c.Count(bought)
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for i, row := range plain.Rows {
			if row.Warrants != refRound(unrounded[i], c.Rounding).Int64() {
				t.Fatalf("seed %d: row %d of %s is %d", seed, i, unrounded[i], row.Warrants)
			}
			if x, ok := kernel.MixedOf(unrounded[i]); !ok || x != row.Entitlement {
				t.Fatalf("seed %d: row %d of %s is entitled to %s", seed, i, unrounded[i], row.Entitlement)
			}
			sum += row.Warrants
		}
		target := refRound(all, c.Rounding).Int64()
		if plain.Warrants != sum || plain.Stated != target || plain.Residual != target-sum {
			t.Fatalf("seed %d: %d of %d, residual %d", seed, plain.Warrants, plain.Stated, plain.Residual)
		}
		for _, tie := range []TieOut{MinimumChange, OnLast, OnLargest} {
			c.TieOut = tie
			w, err := c.Count(bought)
			if err != nil {
				t.Fatal(err)
			}
			if w.Why.Has("offering.warrants.too_small") {
				continue
			}
			var changed int64
			for i, row := range w.Rows {
				change := row.Warrants - plain.Rows[i].Warrants
				changed += max(change, -change)
				if row.Why.Has("offering.tie_out."+inCode(tie)) != (change != 0) || row.Warrants < 0 {
					t.Fatalf("seed %d: row %d changed by %d\n%s", seed, i, change, row.Why)
				}
				// The last reason of a row has the number that the row has.
				last := row.Why[len(row.Why)-1].Text
				if change != 0 && !strings.Contains(last, ", which makes "+kernel.Count(row.Warrants)+"; ") {
					t.Fatalf("seed %d: row %d has %d and says %s", seed, i, row.Warrants, last)
				}
				// A row of shares has no amount.
				if said := row.Why.String() + w.Why.String(); strings.Contains(said, "amount") && c.Basis == OfShares {
					t.Fatalf("seed %d: a tie-out of shares says\n%s", seed, said)
				}
			}
			if w.Residual != 0 || changed != max(plain.Residual, -plain.Residual) {
				t.Fatalf("seed %d, %s: changed %d for %d, residual %d", seed, tie, changed, plain.Residual, w.Residual)
			}
			if changed > 0 {
				moved++
			}
		}
	}
	if moved < 1000 {
		t.Errorf("only %d books moved", moved)
	}
}

func TestCoverageRefuses(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Coverage, *Covered)
		kind   error
		field  string
	}{
		{"no basis", func(c *Coverage, _ *Covered) { c.Basis = "" }, law.ErrMissing, "basis"},
		{"no rate", func(c *Coverage, _ *Covered) { c.Percent = decimal.Decimal{} }, law.ErrMissing, "percent"},
		{"two rates", func(c *Coverage, _ *Covered) { c.PerUnit = exact.Mixed{Whole: 1, Den: 1} }, law.ErrConflict, "per_unit"},
		{"no fraction", func(c *Coverage, _ *Covered) {
			c.Percent, c.PerUnit = decimal.Decimal{}, exact.Mixed{Whole: 0, Num: 3, Den: 2}
		}, law.ErrRange, "per_unit"},
		{"a whole written as a fraction", func(c *Coverage, _ *Covered) {
			c.Percent, c.PerUnit = decimal.Decimal{}, exact.Mixed{Whole: 0, Num: 2, Den: 2}
		}, law.ErrRange, "per_unit"},
		{"no denominator", func(c *Coverage, _ *Covered) {
			c.Percent, c.PerUnit = decimal.Decimal{}, exact.Mixed{Whole: 1, Num: 0, Den: 0}
		}, law.ErrRange, "per_unit"},
		{"fraction of nothing", func(c *Coverage, _ *Covered) {
			c.Percent, c.PerUnit = decimal.Decimal{}, exact.Mixed{Whole: 0, Num: 0, Den: 1}
		}, law.ErrRange, "per_unit"},
		{"no exercise price", func(c *Coverage, o *Covered) { c.Basis, o.Amount = OfDollars, dec("1") }, law.ErrMissing, "exercise_price"},
		{"exercise price below zero", func(c *Coverage, _ *Covered) { c.ExercisePrice = dec("-1") }, law.ErrRange, "exercise_price"},
		{"rate too fine", func(c *Coverage, _ *Covered) { c.Percent = dec("33.333333333333333333") }, law.ErrRange, "percent"},
		{"rounding", func(c *Coverage, _ *Covered) { c.Rounding = "x" }, law.ErrInvalid, "rounding"},
		{"tie-out", func(c *Coverage, _ *Covered) { c.TieOut = "x" }, law.ErrInvalid, "tie_out"},
		{"stranger", func(c *Coverage, _ *Covered) { c.TieOut, c.TieOutRow = OnNamed, "X" }, law.ErrConflict, "tie_out_row"},
		{"nobody named", func(c *Coverage, _ *Covered) { c.TieOut = OnNamed }, law.ErrMissing, "tie_out_row"},
		{"stated below zero", func(c *Coverage, _ *Covered) { c.Warrants = -1 }, law.ErrRange, "warrants"},
		{"no shares", func(_ *Coverage, o *Covered) { o.Shares = 0 }, law.ErrMissing, "purchases[0].shares"},
		{"shares below zero", func(_ *Coverage, o *Covered) { o.Shares = -1 }, law.ErrRange, "purchases[0].shares"},
		{"no name", func(_ *Coverage, o *Covered) { o.Investor = "" }, law.ErrMissing, "purchases[0].investor"},
		{"too many warrants", func(c *Coverage, o *Covered) { c.Percent, o.Shares = dec("1000"), math.MaxInt64 }, law.ErrRange, "purchases[0]"},
		{"too many shares", func(_ *Coverage, o *Covered) { o.Shares = math.MaxInt64 }, law.ErrRange, "purchases[1]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, bought := Coverage{Basis: OfShares, Percent: dec("50")}, []Covered{{Investor: "A", Shares: 1}, {Investor: "B", Shares: 1, Amount: dec("1")}}
			tt.change(&c, &bought[0])
			w, err := c.Count(bought)
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if w.Rows != nil {
				t.Errorf("a refusal came with %+v", w)
			}
		})
	}
	_, err := Coverage{Basis: OfShares, Percent: dec("50")}.Count(nil)
	wantFaults(t, err, "purchases")
}
