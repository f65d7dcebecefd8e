package offering

import (
	"math"
	"math/big"
	"testing"

	"github.com/offerkit/offerkit/law"
)

func TestPercent(t *testing.T) {
	tests := []struct {
		percentage string
		want       Ratio
		say        string
	}{
		{"4.99", Ratio{499, 10_000}, "4.99%"},
		{"9.8", Ratio{49, 500}, "9.80%"},
		{"35.00", Ratio{7, 20}, "35%"},
		{"19.99", Ratio{1999, 10_000}, "19.99%"},
		{"100", Ratio{1, 1}, "100%"},
		{"1e2", Ratio{1, 1}, "100%"},
		{"0.000001", Ratio{1, 100_000_000}, "0.000001%"},
		{"0.0000001", Ratio{1, 1_000_000_000}, "1/1000000000"}, // seven decimals are not shown as a percentage
	}
	for _, tt := range tests {
		got, err := Percent(dec(tt.percentage))
		if err != nil || got != tt.want || got.String() != tt.say {
			t.Errorf("Percent(%s) = %v (%s), %v; want %v", tt.percentage, got, got, err, tt.want)
		}
		roundTrip(t, got)
	}
	for _, tt := range []struct {
		percentage string
		kind       error
	}{{"0", law.ErrMissing}, {"-1", law.ErrRange}, {"1e19", law.ErrRange}, {"1e18", nil}, {"0.000000000000000001", law.ErrRange}} {
		_, err := Percent(dec(tt.percentage))
		if tt.kind == nil {
			if err != nil {
				t.Errorf("%s: %v", tt.percentage, err)
			}
			continue
		}
		wantFault(t, err, tt.kind, "percentage")
	}
	for _, tt := range []struct {
		r   Ratio
		say string
	}{
		{Ratio{1, 3}, "1/3"},
		{Ratio{}, "0/0"},
		{Ratio{0, 4}, "0%"},
		{Ratio{4, 0}, "4/0"},
		{Ratio{-1, 4}, "-1/4"},
		{Ratio{0, -4}, "0/-4"},
		{Ratio{math.MaxInt64, 1}, "9223372036854775807/1"},
		// Times 100,000,000 this is just past 64 bits, and no percentage.
		{Ratio{184_467_440_738, 1}, "184467440738/1"},
	} {
		if tt.r.String() != tt.say {
			t.Errorf("%q, want %q", tt.r.String(), tt.say)
		}
	}
}

// The integer comparisons against rationals, over the whole range.
func TestRatioAgainstReference(t *testing.T) {
	random := source(31)
	for range 20_000 {
		den := random.Int64()>>random.IntN(62) | 1
		r := Ratio{Num: 1 + random.Int64N(den), Den: den}
		n := random.Int64() >> random.IntN(63)
		exact := new(big.Rat).Mul(big.NewRat(r.Num, r.Den), new(big.Rat).SetInt64(n))
		if got := r.of(n).whole; got != refRound(exact, Down).Int64() {
			t.Fatalf("%v of %d = %d", r, n, got)
		}
		if got := r.above(n); got != refRound(exact, Up).Int64() {
			t.Fatalf("%v above %d = %d", r, n, got)
		}
		other := Ratio{Num: 1 + random.Int64N(den), Den: den | 3}
		if got, want := r.compare(other), big.NewRat(r.Num, r.Den).Cmp(big.NewRat(other.Num, other.Den)); got != want {
			t.Fatalf("%v compare %v = %d", r, other, got)
		}
	}
}

// wantCodes fails the test unless the reasons carry these codes, in this order.
func wantCodes(t *testing.T, why law.Reasons, codes ...law.Code) {
	t.Helper()
	got := why.Codes()
	if len(got) != len(codes) {
		t.Fatalf("codes %q, want %q", got, codes)
	}
	for i := range codes {
		if got[i] != codes[i] {
			t.Errorf("code %d is %q, want %q", i, got[i], codes[i])
		}
	}
	for _, r := range why {
		if len(r.Text) < 10 || r.Text[len(r.Text)-1] != '.' {
			t.Errorf("%s: %q is no sentence", r.Code, r.Text)
		}
	}
}
