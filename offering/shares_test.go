package offering

import (
	"math"
	"math/big"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func TestShares(t *testing.T) {
	tests := []struct {
		amount, price string
		r             exact.Rounding
		shares        int64
		cost, diff    string
		exact         bool
	}{
		// The agreement of November 25, 2002, §1(a) and signature pages.
		{"268000", "0.96", exact.Nearest, 279_167, "268000.32", "0.32", false},
		{"500000", "0.96", exact.Nearest, 520_833, "499999.68", "-0.32", false},
		{"268000", "0.96", exact.Down, 279_166, "267999.36", "-0.64", false},
		{"500000", "0.96", exact.Up, 520_834, "500000.64", "0.64", false},
		{"768000", "0.96", exact.Nearest, 800_000, "768000", "0", true},
		// Exactly one half, at an odd and an even number of shares.
		{"1.50", "1", exact.Nearest, 2, "2", "0.5", false},
		{"1.50", "1", exact.HalfEven, 2, "2", "0.5", false},
		{"2.50", "1", exact.HalfEven, 2, "2", "-0.5", false},
		{"2.50", "1", exact.Nearest, 3, "3", "0.5", false},
		{"2.50", "1", exact.HalfDown, 2, "2", "-0.5", false},
		// One third times three in decimals falls short of one share.
		{"1", "3", exact.Down, 0, "0", "-1", false},
		{"3000000000000000000", "3", exact.Down, 1_000_000_000_000_000_000, "3000000000000000000", "0", true},
		// A quotient that prints as 0.5 and is less.
		{"50000000000000000", "100000000000000001", exact.Nearest, 0, "0", "-50000000000000000", false},
		// With two places of precision this rounds to 1; it is 0.499….
		{"2.4951", "5", exact.Nearest, 0, "0", "-2.4951", false},
		// The largest share count, and the widest numbers.
		{"9223372036854775807", "1", exact.Nearest, math.MaxInt64, "9223372036854775807", "0", true},
		{
			"99999999999999999999.999999999999999999", "99999999999999999999.999999999999999999", exact.Nearest, 1,
			"99999999999999999999.999999999999999999", "0", true,
		},
		// Halves past 128 bits.
		{
			"50000000000000000000000000", "20000000000000000000000000", exact.HalfEven, 2,
			"40000000000000000000000000", "-10000000000000000000000000", false,
		},
		{
			"70000000000000000000000000", "20000000000000000000000000", exact.HalfEven, 4,
			"80000000000000000000000000", "10000000000000000000000000", false,
		},
		{"0.000000000000000009", "0.000000000000000002", exact.Nearest, 5, "0.00000000000000001", "0.000000000000000001", false},
		{
			"0.000000000000000001", "99999999999999999999999999999999999999", exact.Up, 1,
			"99999999999999999999999999999999999999", "99999999999999999999999999999999999998.999999999999999999", false,
		},
	}
	for _, tt := range tests {
		p, err := Shares(dec(tt.amount), dec(tt.price), tt.r)
		if err != nil {
			t.Errorf("Shares(%s, %s, %s): %v", tt.amount, tt.price, tt.r, err)
			continue
		}
		if p.Shares != tt.shares || !p.Cost.Equal(dec(tt.cost)) || !p.Difference.Equal(dec(tt.diff)) || p.Exact != tt.exact {
			t.Errorf("Shares(%s, %s, %s) = %d costing %s (%s), exact %v; want %d, %s (%s), %v", tt.amount, tt.price, tt.r,
				p.Shares, p.Cost, p.Difference, p.Exact, tt.shares, tt.cost, tt.diff, tt.exact)
		}
		roundTrip(t, p)
	}
}

func TestSharesExplains(t *testing.T) {
	tests := []struct {
		amount, price string
		r             exact.Rounding
		code          law.Code
		text          string
	}{
		{"268000", "0.96", exact.Nearest, "offering.round.nearest", "268,000 at 0.96 buys 279,166 2/3 shares; " +
			"rounded to the nearest (halves up) that is 279,167, costing 268,000.32."},
		{"768000.00", "0.960", exact.Down, "offering.round.exact", "768,000 at 0.96 buys exactly 800,000 shares."},
		{"0.5", "0.5", exact.Up, "offering.round.exact", "0.50 at 0.50 buys exactly 1 share."},
		{
			"0.5", "1.5", exact.HalfEven, "offering.round.half_even",
			"0.50 at 1.50 buys 1/3 of a share; rounded to the nearest (halves to even) that is 0, costing 0.",
		},
		{
			"0.001", "1000", exact.Up, "offering.round.up",
			"0.001 at 1,000 buys 1/1000000 of a share; rounded up that is 1, costing 1,000.",
		},
		{
			"10000000000000000000000001", "100000000000000000000000000", exact.HalfDown, "offering.round.half_down",
			"10,000,000,000,000,000,000,000,001 at 100,000,000,000,000,000,000,000,000 buys " +
				"10000000000000000000000001/100000000000000000000000000 of a share; " +
				"rounded to the nearest (halves down) that is 0, costing 0.",
		},
		{
			"250000000000000000000000001", "100000000000000000000000000", exact.Down, "offering.round.down",
			"250,000,000,000,000,000,000,000,001 at 100,000,000,000,000,000,000,000,000 buys " +
				"2 50000000000000000000000001/100000000000000000000000000 shares; " +
				"rounded down that is 2, costing 200,000,000,000,000,000,000,000,000.",
		},
	}
	for _, tt := range tests {
		p, err := Shares(dec(tt.amount), dec(tt.price), tt.r)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Why) != 1 || p.Why[0].Code != tt.code || p.Why[0].Text != tt.text {
			t.Errorf("Shares(%s, %s, %s) explains %q, want %s: %s", tt.amount, tt.price, tt.r, p.Why, tt.code, tt.text)
		}
	}
}

// Counts of more than 64 bits are refused as those of 64 are.
func TestSharesPast64Bits(t *testing.T) {
	for _, amount := range []string{"10e18", "18446744073709551616", "20e18", "9223372036854775807e1"} {
		_, err := Shares(dec(amount), dec("1"), exact.Down)
		wantFaults(t, err, "amount")
		wantFault(t, err, law.ErrRange, "amount")
	}
}

// randomDecimal has any exponent and any number of digits within the limits.
func randomDecimal(bits func(n uint) *big.Int, exponent int, size uint) decimal.Decimal {
	coefficient := bits(size)
	coefficient.Mod(coefficient, kernel.BigPow10(exact.MaxDigits))
	return decimal.NewFromBigInt(coefficient.Add(coefficient, big.NewInt(1)), int32(exponent))
}

// WholeShares is Shares but for the sentence, and refuses what it refuses.
func TestWholeSharesAgrees(t *testing.T) {
	random := source(4)
	for range 500 {
		amount := decimal.New(random.Int64N(1e12)-10, random.Int32N(6)-4)
		price := decimal.New(random.Int64N(1e4)-10, random.Int32N(6)-4)
		r := append(exact.Roundings(), "", "sideways")[random.IntN(7)]
		want, err := Shares(amount, price, r)
		got, err2 := WholeShares(amount, price, r)
		if err != nil || err2 != nil {
			if err == nil || err2 == nil || err.Error() != err2.Error() || got.Method != "" {
				t.Fatalf("%s at %s, %s: %v, but %v", amount, price, r, err, err2)
			}
			continue
		}
		if len(want.Why) != 1 || want.Method != MethodShares || want.Version != MethodVersion {
			t.Fatalf("%+v", want)
		}
		if want.Why = nil; text(t, want) != text(t, got) {
			t.Fatalf("%s at %s, %s:\n%+v\n%+v", amount, price, r, want, got)
		}
	}
}

// Every answer names how it was made.
func TestMethodsAreNamed(t *testing.T) {
	consent, err := MajorityInInterest().Consent(Register{Holdings: []Holding{{"A", 1, true}}})
	if err != nil || consent.Method != MethodConsent || consent.Version != MethodVersion {
		t.Errorf("%+v, %v", consent, err)
	}
	roundTrip(t, consent)
	draw, err := Lottery{Seed: "s"}.Draw(1, []Entrant{{ID: "A"}, {ID: "B"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, units := range []int64{1, 2} {
		draw.Rows[0].Units = units // what was drawn, and what was not
		replayed, err := draw.Replay()
		if err != nil || replayed.Same != (units == 1) || replayed.Method != MethodReplay || replayed.Version != MethodVersion {
			t.Errorf("%+v, %v", replayed, err)
		}
		roundTrip(t, replayed)
	}
}

// Shares against rationals, over the whole domain: the narrow path, the wide
// one, and the border between them.
func TestSharesAgainstReference(t *testing.T) {
	random := source(3)
	bits := func(n uint) *big.Int {
		x := new(big.Int).SetUint64(random.Uint64())
		x.Lsh(x, 64).Or(x, new(big.Int).SetUint64(random.Uint64()))
		return x.Rsh(x, 128-n)
	}
	answered, refused, wide := 0, 0, 0
	for range rounds(30_000) {
		amount := randomDecimal(bits, random.IntN(37)-18, 1+random.UintN(125))
		price := randomDecimal(bits, random.IntN(37)-18, 1+random.UintN(125))
		unrounded := new(big.Rat).Quo(rat(amount), rat(price))
		for _, r := range exact.Roundings() {
			want := refRound(unrounded, r)
			p, rest, err := purchase(amount, price, r)
			if !want.IsInt64() {
				refused++
				wantFault(t, err, law.ErrRange, "amount")
				continue
			}
			if err != nil || p.Shares != want.Int64() || p.Exact != unrounded.IsInt() {
				t.Fatalf("purchase(%s, %s, %s) = %+v, %v; want %s", rat(amount), rat(price), r, p, err, want)
			}
			cost := new(big.Rat).Mul(new(big.Rat).SetInt(want), rat(price))
			if rat(p.Cost).Cmp(cost) != 0 || rat(p.Difference).Cmp(cost.Sub(cost, rat(amount))) != 0 {
				t.Fatalf("purchase(%s, %s, %s) costs %s, difference %s", rat(amount), rat(price), r, p.Cost, p.Difference)
			}
			answered++
			if rest.wide != nil {
				wide++
			}
		}
	}
	if answered < rounds(20_000) || refused < rounds(20_000) || wide < rounds(5_000) || answered-wide < rounds(5_000) {
		t.Errorf("the sample is lopsided: %d answered, %d of them wide, %d refused", answered, wide, refused)
	}
}
