package offering

import (
	"math/big"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestAdjust(t *testing.T) {
	board := law.Citation{Cite: "Resolution of May 1"}
	tests := []struct {
		name           string
		terms          Adjustable
		events         []Adjustment
		price          string
		shares         int64
		aggregate      string
		priceF, shareF Factor
		codes          []law.Code
	}{
		// As printed in 2010: 0.40 × 11 = 4.40; 300,000 ÷ 11 = 27,272 8/11, down.
		{
			"one for eleven",
			Adjustable{Price: dec("0.40"), Shares: 300_000, Step: Cent, Rounding: exact.Nearest},
			[]Adjustment{{Kind: ShareSplit, New: 1, Old: 11, Authority: board}},
			"4.40", 27_272, "119996.80", "11", "1/11",
			[]law.Code{
				"offering.adjustment.split", "offering.adjustment.step", "offering.adjustment.rounding",
				"offering.adjustment.price", "offering.adjustment.shares",
			},
		},
		// 1.00 × 2/3 = 0.6666…: nearest 0.67 × 150 shares = 100.50, above the
		// original 100.00, so down to 0.66: 99.00.
		{
			"rounded down for the aggregate",
			Adjustable{Price: dec("1.00"), Shares: 100},
			[]Adjustment{{Kind: ShareSplit, New: 3, Old: 2}},
			"0.66", 150, "99.00", "2/3", "3/2",
			[]law.Code{
				"offering.adjustment.split", "offering.adjustment.step.default", "offering.adjustment.rounding.default",
				"offering.adjustment.aggregate", "offering.adjustment.price", "offering.adjustment.shares",
			},
		},
		// To the ten-millionth: 0.6666667 × 150 = 100.000005, down again.
		{
			"ten-millionths",
			Adjustable{Price: dec("1.00"), Shares: 100, Step: TenMillionth},
			[]Adjustment{{Kind: ShareSplit, New: 3, Old: 2}},
			"0.6666666", 150, "99.99999", "2/3", "3/2", nil,
		},
		// A price alone has no aggregate to pass: 0.67.
		{
			"a price alone",
			Adjustable{Price: dec("1.00")},
			[]Adjustment{{Kind: ShareSplit, New: 3, Old: 2}},
			"0.67", 0, "0", "2/3", "3/2", nil,
		},
		// 5% in shares: 1 new on 20 old. 10.50 × 20/21 = 10.00; 1,000 × 21/20.
		{
			"share dividend",
			Adjustable{Price: dec("10.50"), Shares: 1_000},
			[]Adjustment{{Kind: ShareDividend, New: 1, Old: 20}},
			"10.00", 1_050, "10500", "20/21", "21/20",
			[]law.Code{
				"offering.adjustment.share_dividend", "offering.adjustment.step.default", "offering.adjustment.rounding.default",
				"offering.adjustment.price", "offering.adjustment.shares",
			},
		},
		// 2.00 on a share of 10.00 takes a fifth off: 5.00 × 4/5 = 4.00.
		{
			"distribution",
			Adjustable{Price: dec("5.00"), Shares: 100},
			[]Adjustment{{Kind: Distribution, Market: dec("10"), Value: dec("2.00")}},
			"4.00", 100, "400", "4/5", "1", nil,
		},
		{
			"distribution, shares follow",
			Adjustable{Price: dec("5.00"), Shares: 100, SharesFollow: true},
			[]Adjustment{{Kind: Distribution, Market: dec("10"), Value: dec("2.00")}},
			"4.00", 125, "500", "4/5", "5/4", nil,
		},
		// Two for one and back again is nothing at all.
		{
			"there and back",
			Adjustable{Price: dec("0.333"), Shares: 7, Step: TenMillionth},
			[]Adjustment{{Kind: ShareSplit, New: 2, Old: 1}, {Kind: ShareSplit, New: 1, Old: 2}},
			"0.333", 7, "2.331", "1", "1", nil,
		},
		// The earlier factor of 2/3 goes on: 2/3 × 3 = 2.
		{
			"from an earlier factor",
			Adjustable{Price: dec("1.00"), Shares: 100, PriceFactor: "2/3", ShareFactor: "3/2"},
			[]Adjustment{{Kind: ShareSplit, New: 1, Old: 3}},
			"2.00", 50, "100", "2", "1/2", nil,
		},
		// 0.10 ÷ 100 = 0.001 is held up at 0.01, at which 10,000 shares would
		// cost 100: 1,000 cost what all cost originally, 10.
		{
			"floor",
			Adjustable{Price: dec("0.10"), Shares: 100, Floor: dec("0.01")},
			[]Adjustment{{Kind: ShareSplit, New: 100, Old: 1}},
			"0.01", 1_000, "10", "1/100", "100",
			[]law.Code{
				"offering.adjustment.split", "offering.adjustment.step.default", "offering.adjustment.rounding.default",
				"offering.adjustment.floor", "offering.adjustment.floor.shares", "offering.adjustment.price", "offering.adjustment.shares",
			},
		},
		// A price alone has no aggregate, whatever its factors come to.
		{
			"factors of a price alone",
			Adjustable{Price: dec("1.00"), PriceFactor: "2", ShareFactor: "2/3"},
			[]Adjustment{{Kind: ShareSplit, New: 1, Old: 1}},
			"2", 0, "0", "2", "2/3", nil,
		},
		// Exactly at the floor nothing is held up.
		{
			"at the floor",
			Adjustable{Price: dec("1.00"), Floor: dec("0.5")},
			[]Adjustment{{Kind: ShareSplit, New: 2, Old: 1}},
			"0.50", 0, "0", "1/2", "2",
			[]law.Code{
				"offering.adjustment.split", "offering.adjustment.step.default", "offering.adjustment.rounding.default", "offering.adjustment.price",
			},
		},
		{
			"floor of a price alone",
			Adjustable{Price: dec("0.10"), Floor: dec("0.015")},
			[]Adjustment{{Kind: ShareSplit, New: 100, Old: 1}},
			"0.015", 0, "0", "1/100", "100", nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := tt.terms.Adjust(tt.events)
			if err != nil {
				t.Fatal(err)
			}
			if !a.Price.Equal(dec(tt.price)) || a.Shares != tt.shares || !a.Aggregate.Equal(dec(tt.aggregate)) ||
				a.PriceFactor != tt.priceF || a.ShareFactor != tt.shareF {
				t.Errorf("%+v", a)
			}
			if tt.codes != nil {
				wantCodes(t, a.Why, tt.codes...)
			}
			if tt.events[0].Authority == board && a.Why[0].Authority != board {
				t.Errorf("cites %v", a.Why[0].Authority)
			}
			roundTrip(t, tt.terms)
			roundTrip(t, tt.events)
			roundTrip(t, a)
		})
	}
}

// A hundred adjustments round once: the same price as one adjustment by the
// product, and never an aggregate above the original, by a reference in
// rationals.
func TestAdjustProperties(t *testing.T) {
	for seed := range uint64(600) {
		random := source(seed + 10_000)
		a := Adjustable{
			Price: decimal.New(1+random.Int64N(1_000_000), -4), Shares: random.Int64N(100_000),
			Step: []PriceStep{Cent, TenMillionth}[seed%2], Rounding: exact.Roundings()[seed%5], SharesFollow: seed%3 == 0,
		}
		price, shares := big.NewRat(1, 1), big.NewRat(1, 1)
		var events []Adjustment
		for range random.IntN(8) {
			n, o := 1+random.Int64N(9), 1+random.Int64N(9)
			switch random.IntN(3) {
			case 0:
				events = append(events, Adjustment{Kind: ShareSplit, New: n, Old: o})
				price.Mul(price, big.NewRat(o, n))
				shares.Mul(shares, big.NewRat(n, o))
			case 1:
				events = append(events, Adjustment{Kind: ShareDividend, New: n, Old: o})
				price.Mul(price, big.NewRat(o, n+o))
				shares.Mul(shares, big.NewRat(n+o, o))
			default:
				events = append(events, Adjustment{Kind: Distribution, Market: decimal.New(n+o, -1), Value: decimal.New(o, -1)})
				price.Mul(price, big.NewRat(n, n+o))
				if a.SharesFollow {
					shares.Mul(shares, big.NewRat(n+o, n))
				}
			}
		}
		got, err := a.Adjust(events)
		unrounded := new(big.Rat).Mul(rat(a.Price), price)
		step := big.NewRat(1, []int64{100, 10_000_000}[seed%2])
		units := new(big.Rat).Quo(unrounded, step)
		if err != nil {
			if refRound(units, a.Rounding).Sign() != 0 && refRound(units, exact.Down).Sign() != 0 {
				t.Fatalf("%d: %v", seed, err)
			}
			continue
		}
		if got.Aggregate.Cmp(got.Original) > 0 && a.Shares > 0 || rat(got.Aggregate).Cmp(new(big.Rat).Mul(rat(got.Price), new(big.Rat).SetInt64(got.Shares))) != 0 {
			t.Fatalf("%d: %+v", seed, got)
		}
		if string(got.PriceFactor) != price.RatString() || string(got.ShareFactor) != shares.RatString() {
			t.Fatalf("%d: factors %s and %s, want %s and %s", seed, got.PriceFactor, got.ShareFactor, price, shares)
		}
		want := new(big.Rat).Mul(new(big.Rat).SetInt(refRound(units, got.Rounding)), step)
		wantShares := refRound(new(big.Rat).Mul(new(big.Rat).SetInt64(a.Shares), shares), exact.Down)
		if rat(got.Price).Cmp(want) != 0 || got.Shares != wantShares.Int64() {
			t.Fatalf("%d: %s a share and %d shares, want %s and %s", seed, got.Price, got.Shares, want, wantShares)
		}
		// Rounded down against its own rule only where the rule would pass the
		// original.
		if got.Rounding != a.Rounding {
			up := new(big.Rat).Mul(new(big.Rat).SetInt(refRound(units, a.Rounding)), step)
			if up.Mul(up, new(big.Rat).SetInt(wantShares)).Cmp(rat(got.Original)) <= 0 {
				t.Fatalf("%d: %+v was rounded down without need", seed, got)
			}
		}
		bulk, err := got.PriceFactor.Price(a.Price, got.Step.places(), got.Rounding)
		if err != nil || !bulk.Equal(got.Price) {
			t.Fatalf("%d: bulk %s, %v", seed, bulk, err)
		}
		// The factors carry on: events in two steps are events in one.
		if len(events) > 1 {
			first, err := a.Adjust(events[:1])
			if err != nil {
				continue // the first alone rounds to zero
			}
			b := a
			b.PriceFactor, b.ShareFactor = first.PriceFactor, first.ShareFactor
			second, err := b.Adjust(events[1:])
			if err != nil || second.PriceFactor != got.PriceFactor || !second.Price.Equal(got.Price) || second.Shares != got.Shares {
				t.Fatalf("%d: in two steps %+v, %v", seed, second, err)
			}
		}
	}
}

// Rounding each of many adjustments drifts; the running factor does not. 1.00
// split 3 for 2 and back twenty times is 1.00, and would be 1.01 if every step
// were rounded to the cent: 1.00, 0.67, 1.01 (1.005), 0.67 and so on.
func TestAdjustDoesNotDrift(t *testing.T) {
	var events []Adjustment
	for range 20 {
		events = append(events, Adjustment{Kind: ShareSplit, New: 3, Old: 2}, Adjustment{Kind: ShareSplit, New: 2, Old: 3})
	}
	a, err := Adjustable{Price: dec("1.00"), Shares: 100}.Adjust(events)
	if err != nil || !a.Price.Equal(dec("1")) || a.Shares != 100 || a.PriceFactor != "1" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestFactor(t *testing.T) {
	if f, err := Factor("").Times("21/20"); err != nil || f != "21/20" {
		t.Error(f, err)
	}
	if f, err := Factor("42/40").Times("20/21"); err != nil || f != "1" {
		t.Error(f, err)
	}
	if p, err := Factor("").Price(dec("1.005"), 2, exact.Nearest); err != nil || !p.Equal(dec("1.01")) {
		t.Error(p, err)
	}
	if p, err := Factor("1/3").Price(dec("1e2"), 0, exact.HalfEven); err != nil || !p.Equal(dec("33")) {
		t.Error(p, err)
	}
	long := Factor(strings.Repeat("9", MaxFactorDigits))
	if _, err := long.Price(dec("1"), 18, exact.Up); err != nil {
		t.Error(err)
	}
	tests := []struct {
		f    Factor
		kind error
	}{
		{"1/0", law.ErrRange},
		{"0", law.ErrRange},
		{"-1/2", law.ErrInvalid},
		{"1/2/3", law.ErrInvalid},
		{"/", law.ErrInvalid},
		{"1.5", law.ErrInvalid},
		{"+1/2", law.ErrInvalid},
		{"0x1/2", law.ErrInvalid},
		{"1_0/2", law.ErrInvalid},
		{" 1/2", law.ErrInvalid},
		{long + "9", law.ErrRange},
		{"1/" + long + "9", law.ErrRange},
	}
	for _, tt := range tests {
		_, err := tt.f.Times("1")
		wantFault(t, err, tt.kind, "factor")
		_, err = Factor("").Times(tt.f)
		wantFault(t, err, tt.kind, "other")
	}
	_, err := long.Times(long)
	wantFault(t, err, law.ErrRange, "factor")
	_, err = Factor("x").Price(dec("0"), 19, "")
	wantFaults(t, err, "factor", "original", "places", "rounding")
	_, err = Factor("").Price(dec("1"), -1, exact.Up)
	wantFault(t, err, law.ErrRange, "places")
}

func TestAdjustRefuses(t *testing.T) {
	_, err := Adjustable{}.Adjust(nil)
	wantFaults(t, err, "price")
	_, err = Adjustable{Price: dec("-1"), Shares: -1, PriceFactor: "x", ShareFactor: "y", Step: "z", Rounding: "r", Floor: dec("-1")}.Adjust([]Adjustment{
		{},
		{Kind: "merger"},
		{Kind: ShareSplit},
		{Kind: ShareDividend, New: -1, Old: 1},
		{Kind: Distribution},
		{Kind: Distribution, Market: dec("1"), Value: dec("1.00")},
	})
	wantFaults(t, err, "price", "shares", "price_factor", "share_factor", "step", "rounding", "floor", "events[0].kind", "events[1].kind",
		"events[2].new", "events[2].old", "events[3].new", "events[4].market", "events[4].value", "events[5].value")
	wantFault(t, err, law.ErrConflict, "events[5].value")
	_, err = Adjustable{Price: dec("1"), Floor: dec("2")}.Adjust(nil)
	wantFault(t, err, law.ErrConflict, "floor")
	_, err = Adjustable{Price: dec("1"), Shares: 1, PriceFactor: "2", ShareFactor: "2/3"}.Adjust(nil)
	wantFault(t, err, law.ErrConflict, "share_factor")
	_, err = Adjustable{Price: dec("0.01")}.Adjust([]Adjustment{{Kind: ShareSplit, New: 100, Old: 1}})
	wantFault(t, err, law.ErrRange, "price")
	_, err = Adjustable{Price: dec("1"), Shares: 1 << 62}.Adjust([]Adjustment{{Kind: ShareSplit, New: 4, Old: 1}})
	wantFault(t, err, law.ErrRange, "shares")
	many := make([]Adjustment, 40)
	for i := range many {
		many[i] = Adjustment{Kind: Distribution, Market: dec("99999999999.99999989"), Value: dec("0.00000000000000001")}
	}
	_, err = Adjustable{Price: dec("1")}.Adjust(many)
	wantFault(t, err, law.ErrRange, "events[14]")
	_, err = Adjustable{Price: dec("1")}.Adjust(make([]Adjustment, 150))
	if faults := allFaults(t, err); len(faults) != check.MostRows+1 {
		t.Errorf("%d faults", len(faults))
	}
}

// What any other part of the program sets in shopspring/decimal changes no
// figure and no sentence.
func TestDealsIgnoreHostSettings(t *testing.T) {
	explain := func() string {
		split, err := Split{New: 1, Old: 7, Fractions: FractionsCash, Level: PerHolder, Price: dec("2.3333")}.Apply([]SplitPosition{{Holder: "A", Shares: 10}})
		adjusted, errAdjusted := Adjustable{Price: dec("1.00"), Shares: 100}.Adjust([]Adjustment{{Kind: ShareSplit, New: 3, Old: 2}})
		shelf, errShelf := BabyShelf{
			Sale: day(2024, 5, 1), Float: 1_000_001, Prices: []DayPrice{{day(2024, 4, 30), dec("1.2345")}}, Amount: dec("12.30"),
			Concurrent: law.Yes, StillOffered: dec("4.5"),
		}.Capacity()
		vote, errVote := Issuance{
			Signed: day(2024, 5, 1), Outstanding: 10, Issuable: 3, OneVoteAShare: true, Price: dec("1.2"), LastClose: dec("1.3000"), AverageClose: dec("1.25"),
		}.Approval()
		for _, err := range []error{err, errAdjusted, errShelf, errVote} {
			if err != nil {
				t.Fatal(err)
			}
		}
		return strings.Join([]string{
			split.Why.String(), adjusted.Why.String(), shelf.Why.String(), vote.Why.String(),
			rat(split.Cash).String(), rat(adjusted.Price).String(), rat(shelf.Available).String(), rat(vote.MinimumPrice).String(),
		}, "\n")
	}
	before := explain()
	hostSettings(t)
	if after := explain(); after != before {
		t.Errorf("before\n%s\nafter\n%s", before, after)
	}
}

// A floor may be the original price itself, and then no adjustment lowers it; a
// price that is refused is no measure for a floor.
func TestAdjustFloorAtTheOriginalPrice(t *testing.T) {
	a := Adjustable{Price: dec("0.96"), Floor: dec("0.96"), Shares: 100}
	r, err := a.Adjust([]Adjustment{{Kind: ShareSplit, New: 2, Old: 1}})
	if err != nil || !r.Price.Equal(dec("0.96")) || r.Shares != 100 || !r.Why.Has("offering.adjustment.floor") {
		t.Errorf("%+v, %v", r, err)
	}
	a.Floor = dec("0.97")
	_, err = a.Adjust(nil)
	wantFaults(t, err, "floor")
	a.Price = dec("-1")
	_, err = a.Adjust(nil)
	wantFaults(t, err, "price")
	// Without shares nothing is dearer in all, however the price is rounded.
	r, err = Adjustable{Price: dec("0.9651"), Floor: dec("0.9"), Rounding: exact.Up}.Adjust([]Adjustment{{Kind: ShareSplit, New: 2, Old: 1}})
	if err != nil || !r.Price.Equal(dec("0.9")) || r.Rounding != exact.Up || r.Why.Has("offering.adjustment.floor.shares") {
		t.Errorf("%+v, %v", r, err)
	}
}

// Forty characters are a factor that a sentence can hold.
func TestShortFactors(t *testing.T) {
	for _, tt := range []struct {
		digits int
		long   bool
	}{{39, false}, {40, false}, {41, true}} {
		digits := strings.Repeat("7", tt.digits)
		n, _ := new(big.Int).SetString(digits, 10)
		want := digits
		if tt.long {
			want = "an exact fraction"
		}
		if got := short(new(big.Rat).SetInt(n)); got != want {
			t.Errorf("%d digits: %s", tt.digits, got)
		}
	}
}
