package offering

import (
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestIssuePrice(t *testing.T) {
	v := Valuation{PreMoney: dec("12000000"), FullyDiluted: 3_814_246, Increment: dec("0.0001"), Authority: law.Citation{Cite: "§1"}}
	p, err := v.IssuePrice()
	if err != nil || !p.Price.Equal(dec("3.1461")) || p.Exact || !p.Implied.Equal(dec("11999999.3406")) || !p.Difference.Equal(dec("-0.6594")) {
		t.Errorf("%+v, %v", p, err)
	}
	want := `1. The price is rounded to the nearest (halves up), because the terms do not say. [§1]
2. 12,000,000 ÷ 3,814,246 shares is 3.1461…; rounded to the nearest (halves up) to a multiple of 0.0001 that is 3.1461, which values the company at 11,999,999.3406. [§1]`
	if got := p.Why.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	v = Valuation{PreMoney: dec("10000000"), FullyDiluted: 8_000_000, Increment: dec("0.01"), Rounding: exact.Down}
	if p, err = v.IssuePrice(); err != nil || !p.Price.Equal(dec("1.25")) || !p.Exact || p.Difference.Sign() != 0 {
		t.Errorf("%+v, %v", p, err)
	}
	roundTrip(t, p)
	v.Increment, v.Rounding = dec("0.10"), exact.Up
	if p, err = v.IssuePrice(); err != nil || !p.Price.Equal(dec("1.3")) || !p.Difference.Equal(dec("400000")) {
		t.Errorf("%+v, %v", p, err)
	}
	for seed := range uint64(1000) {
		random := source(seed)
		v := Valuation{
			PreMoney: decimal.New(1+random.Int64N(1e12), -2), FullyDiluted: 1 + random.Int64N(1e8),
			Increment: decimal.New(1+random.Int64N(5), -random.Int32N(8)), Rounding: exact.Roundings()[random.IntN(5)],
		}
		p, err := v.IssuePrice()
		if err != nil {
			t.Fatal(err)
		}
		unrounded := new(big.Rat).Quo(rat(v.PreMoney), big.NewRat(v.FullyDiluted, 1))
		times := refRound(new(big.Rat).Quo(unrounded, rat(v.Increment)), v.Rounding)
		if rat(p.Price).Cmp(new(big.Rat).Mul(new(big.Rat).SetInt(times), rat(v.Increment))) != 0 ||
			rat(p.Implied).Cmp(new(big.Rat).Mul(rat(p.Price), big.NewRat(v.FullyDiluted, 1))) != 0 ||
			!p.Implied.Sub(v.PreMoney).Equal(p.Difference) || p.Exact != (p.Difference.Sign() == 0) {
			t.Fatalf("seed %d: %+v", seed, p)
		}
	}
	_, err = Valuation{PreMoney: dec("-1"), FullyDiluted: -1, Rounding: "x"}.IssuePrice()
	wantFaults(t, err, "pre_money", "fully_diluted", "rounding", "increment")
	_, err = Valuation{}.IssuePrice()
	wantFaults(t, err, "pre_money", "fully_diluted", "increment")
}

func one(name, price, percent string) Reference {
	return Reference{Name: name, Prices: []decimal.Decimal{dec(price)}, Percent: dec(percent)}
}

// A price of nothing is no price: unless a floor holds it, it is refused.
func TestMarketPriceOfZero(t *testing.T) {
	m := MarketPrice{References: []Reference{one("close", "0.004", "100")}, Increment: dec("0.01")}
	set, err := m.Set()
	wantFaults(t, err, "increment")
	wantFault(t, err, law.ErrRange, "increment")
	if set.Price.Sign() != 0 || set.References != nil || err.Error() != "increment: 0.01 rounds the price of 0.004 to zero" {
		t.Errorf("%+v, %v", set, err)
	}
	m.Floor = dec("0.25")
	if set, err = m.Set(); err != nil || !set.Price.Equal(m.Floor) || !set.AtFloor {
		t.Errorf("%+v, %v", set, err)
	}
	m.Floor, m.Rounding = decimal.Decimal{}, exact.Up
	if set, err = m.Set(); err != nil || !set.Price.Equal(dec("0.01")) {
		t.Errorf("%+v, %v", set, err)
	}
	// One of two that rounds to nothing does not matter when the other governs.
	m = MarketPrice{Pick: GreaterOf, References: []Reference{one("close", "0.004", "100"), one("vwap", "0.02", "100")}, Increment: dec("0.01")}
	if set, err = m.Set(); err != nil || !set.Price.Equal(dec("0.02")) {
		t.Errorf("%+v, %v", set, err)
	}
}

// Prices that real agreements set by the market.
func TestMarketPriceDeals(t *testing.T) {
	var closes []decimal.Decimal
	for _, s := range []string{"2.31", "2.28", "2.40", "2.35", "2.19", "2.22", "2.20", "2.50", "2.47", "2.38"} {
		closes = append(closes, dec(s))
	}
	cent, mill, fine := dec("0.01"), dec("0.001"), dec("0.0001")
	for _, tt := range []struct {
		name    string
		m       MarketPrice
		want    string
		governs string
	}{
		// SOURCE igi-2010: exercise price 110% of 1.10. reit-2021: discount of 4% on 68.15. drsa-1563880: 75% of 1.46.
		{"igi", MarketPrice{References: []Reference{one("price", "1.10", "110")}, Increment: cent}, "1.21", "price"},
		{"reit net", MarketPrice{References: []Reference{one("public", "68.15", "96")}, Increment: mill}, "65.424", "public"},
		{"reit discount", MarketPrice{References: []Reference{one("public", "68.15", "4")}, Increment: mill}, "2.726", "public"},
		{"drsa", MarketPrice{References: []Reference{one("series C", "1.46", "75")}, Increment: mill}, "1.095", "series C"},
		// The greater of $5.125 and 80% of an average.
		{"neuro-hitech", MarketPrice{Pick: GreaterOf, References: []Reference{
			one("stated", "5.125", "0"), {Name: "average", Prices: []decimal.Decimal{dec("6.30"), dec("6.50")}, Percent: dec("80")},
		}, Increment: fine}, "5.125", "stated"},
		// The lower of the lowest sale price and the average of the three lowest of ten closes.
		{"lincoln park", MarketPrice{Pick: LowerOf, References: []Reference{
			one("lowest sale", "2.21", "0"), {Name: "three lowest", Prices: closes, Lowest: 3},
		}, Increment: fine}, "2.2033", "three lowest"},
		// 90% of the lower of the VWAPs at the first and the final closing.
		{"cytodyn", MarketPrice{Pick: LowerOf, References: []Reference{one("first", "0.30", "90"), one("final", "0.28", "90")}, Increment: mill}, "0.252", "final"},
		// The lower of 93% of the VWAP and the close, and not less than $0.25.
		{"floor", MarketPrice{Pick: LowerOf, References: []Reference{one("VWAP", "0.26", "93"), one("close", "0.27", "0")}, Floor: dec("0.25"), Increment: fine}, "0.25", ""},
		{"just at the floor", MarketPrice{References: []Reference{one("close", "0.25", "0")}, Floor: dec("0.25"), Increment: fine}, "0.25", "close"},
		{"by volume", MarketPrice{References: []Reference{
			{Name: "VWAP", Prices: []decimal.Decimal{dec("1"), dec("2")}, Volumes: []int64{300, 100}, Percent: dec("97")},
		}, Increment: fine}, "1.2125", "VWAP"},
	} {
		set, err := tt.m.Set()
		if err != nil || !set.Price.Equal(dec(tt.want)) || set.Governs != tt.governs || set.AtFloor != (tt.governs == "") {
			t.Errorf("%s: %s by %q, %v", tt.name, set.Price, set.Governs, err)
		}
		roundTrip(t, set)
		roundTrip(t, tt.m)
	}
	set, err := MarketPrice{Pick: LowerOf, References: []Reference{
		one("lowest sale", "2.21", "0"), {Name: "three lowest", Prices: closes, Lowest: 3, Percent: dec("90")},
	}, Increment: cent, Floor: dec("2.005"), Authority: law.Citation{Cite: "§2"}}.Set()
	want := `1. The price is rounded to the nearest (halves up), because the terms do not say. [§2]
2. lowest sale is 2.21. [§2]
3. three lowest is 2.203333…, the average of the 3 lowest prices of 10; 90% of that is 1.983. [§2]
4. The lowest governs: three lowest, rounded to a multiple of 0.01, is 1.98. [§2]
5. That is below the floor, so the price is 2.005. [§2]`
	if err != nil || set.Why.String() != want || !set.Price.Equal(dec("2.005")) {
		t.Errorf("got\n%s\n%v", set.Why, err)
	}
}

func TestMarketPriceAgainstReference(t *testing.T) {
	for seed := range uint64(1000) {
		random := source(seed)
		m := MarketPrice{Pick: []Pick{LowerOf, GreaterOf}[random.IntN(2)], Increment: decimal.New(1, -random.Int32N(6)), Rounding: exact.Roundings()[random.IntN(5)]}
		if random.IntN(2) == 0 {
			m.Floor = decimal.New(1+random.Int64N(3e5), -4)
		}
		var best *big.Rat
		for i := range 1 + random.IntN(4) {
			r := Reference{Name: strconv.Itoa(i), Percent: decimal.New(random.Int64N(150), 0)}
			var prices []*big.Rat
			for range 1 + random.IntN(8) {
				r.Prices = append(r.Prices, decimal.New(1+random.Int64N(5e5), -4))
				prices = append(prices, rat(r.Prices[len(r.Prices)-1]))
			}
			x, all := new(big.Rat), new(big.Rat)
			switch random.IntN(3) {
			case 0:
				r.Lowest = 1 + random.IntN(len(prices))
				slices.SortFunc(prices, func(a, b *big.Rat) int { return a.Cmp(b) })
				prices = prices[:r.Lowest]
			case 1:
				for range prices {
					r.Volumes = append(r.Volumes, 1+random.Int64N(1e6))
				}
			}
			for k, price := range prices {
				weight := big.NewRat(1, 1)
				if r.Volumes != nil {
					weight = big.NewRat(r.Volumes[k], 1)
				}
				all.Add(all, weight)
				x.Add(x, new(big.Rat).Mul(weight, price))
			}
			x.Quo(x, all)
			if r.Percent.Sign() > 0 {
				x.Mul(x, new(big.Rat).Mul(rat(r.Percent), big.NewRat(1, 100)))
			}
			if best == nil || m.Pick == LowerOf && x.Cmp(best) < 0 || m.Pick == GreaterOf && x.Cmp(best) > 0 {
				best = x
			}
			m.References = append(m.References, r)
		}
		set, err := m.Set()
		times := refRound(new(big.Rat).Quo(best, rat(m.Increment)), m.Rounding)
		if times.Sign() == 0 && m.Floor.Sign() == 0 {
			wantFault(t, err, law.ErrRange, "increment")
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		want := decimal.Max(decimal.NewFromBigInt(times, m.Increment.Exponent()), m.Floor)
		if !set.Price.Equal(want) || set.AtFloor != set.Why.Has("offering.price.floor") {
			t.Fatalf("seed %d: %s, want %s", seed, set.Price, want)
		}
	}
}

func TestMarketPriceRefuses(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*MarketPrice)
		kind   error
		field  string
	}{
		{"no references", func(m *MarketPrice) { m.References = nil }, law.ErrMissing, "references"},
		{"too many references", func(m *MarketPrice) { m.References = make([]Reference, 101) }, law.ErrRange, "references"},
		{"no pick", func(m *MarketPrice) { m.Pick = "" }, law.ErrMissing, "pick"},
		{"pick", func(m *MarketPrice) { m.Pick = "x" }, law.ErrInvalid, "pick"},
		{"no increment", func(m *MarketPrice) { m.Increment = decimal.Decimal{} }, law.ErrMissing, "increment"},
		{"hostile zero floor", func(m *MarketPrice) { m.Floor = decimal.New(0, 1e9) }, law.ErrRange, "floor"},
		{"floor below zero", func(m *MarketPrice) { m.Floor = dec("-1") }, law.ErrRange, "floor"},
		{"no name", func(m *MarketPrice) { m.References[0].Name = "" }, law.ErrMissing, "references[0].name"},
		{"name twice", func(m *MarketPrice) { m.References[1].Name = "a" }, law.ErrDuplicate, "references[1].name"},
		{"no prices", func(m *MarketPrice) { m.References[1].Prices = nil }, law.ErrMissing, "references[1].prices"},
		{"too many prices", func(m *MarketPrice) { m.References[1].Prices = make([]decimal.Decimal, 1001) }, law.ErrRange, "references[1].prices"},
		{"price below zero", func(m *MarketPrice) { m.References[1].Prices[0] = dec("-1") }, law.ErrRange, "references[1].prices[0]"},
		{"hostile price", func(m *MarketPrice) { m.References[1].Prices[0] = decimal.New(1, 1e9) }, law.ErrRange, "references[1].prices[0]"},
		{"lowest of more", func(m *MarketPrice) { m.References[0].Lowest = 2 }, law.ErrRange, "references[0].lowest"},
		{"lowest and volumes", func(m *MarketPrice) { m.References[0].Lowest, m.References[0].Volumes = 1, []int64{1} }, law.ErrConflict, "references[0].lowest"},
		{"volumes short", func(m *MarketPrice) { m.References[0].Volumes = []int64{1, 2} }, law.ErrInvalid, "references[0].volumes"},
		{"no volume", func(m *MarketPrice) { m.References[0].Volumes = []int64{0} }, law.ErrMissing, "references[0].volumes"},
		{"volume below zero", func(m *MarketPrice) { m.References[0].Volumes = []int64{-1} }, law.ErrRange, "references[0].volumes[0]"},
		{"percent below zero", func(m *MarketPrice) { m.References[0].Percent = dec("-1") }, law.ErrRange, "references[0].percent"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := MarketPrice{Pick: LowerOf, References: []Reference{one("a", "1", "90"), one("b", "2", "0")}, Increment: dec("0.01")}
			tt.change(&m)
			set, err := m.Set()
			wantFaults(t, err, tt.field)
			wantFault(t, err, tt.kind, tt.field)
			if set.References != nil {
				t.Errorf("a refusal came with %+v", set)
			}
		})
	}
}

// The faults of every reference are told at once, those of a second faulty one and
// of one after a good one too.
func TestMarketPriceRefusesEachReference(t *testing.T) {
	bad := func(name string) Reference { return one(name, "-1", "0") }
	m := MarketPrice{Pick: LowerOf, References: []Reference{bad("a"), bad("b"), one("c", "1", "0"), bad("")}, Increment: dec("0.01")}
	_, err := m.Set()
	wantFaults(t, err, "references[0].prices[0]", "references[1].prices[0]", "references[3].name", "references[3].prices[0]")
}
