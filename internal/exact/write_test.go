package exact

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

func TestCount(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 1_234_567: "1,234,567", -1: "-1", -999: "-999", -1000: "-1,000",
		math.MaxInt64: "9,223,372,036,854,775,807", math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := Count(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for d, want := range map[string]string{
		"1": "1", "-0.05": "-0.05", "1.50": "1.50", "12e3": "12000", "-12e3": "-12000", "0.00": "0.00", "0": "0", "0e2": "000",
		"12.5": "12.5", ".5": "0.5", "-1.005": "-1.005", "99999999999999999999.99": "99999999999999999999.99",
	} {
		if got := Plain(decimal.RequireFromString(d)); got != want {
			t.Errorf("%s is %q, want %q", d, got, want)
		}
	}
}

// FuzzCount holds that the commas, and nothing else, tell a count from its
// digits, and that three digits stand between them.
func FuzzCount(f *testing.F) {
	f.Add(int64(1_000_000))
	f.Add(int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, n int64) {
		got := Count(n)
		if strings.ReplaceAll(got, ",", "") != strconv.FormatInt(n, 10) {
			t.Fatalf("%d is %q", n, got)
		}
		for i, part := range strings.Split(strings.TrimPrefix(got, "-"), ",") {
			if len(part) > 3 || i > 0 && len(part) < 3 || part == "" {
				t.Fatalf("%d is %q", n, got)
			}
		}
	})
}

// FuzzPlain holds that what is written reads back as the same digits, as long
// as there are places after the point to tell.
func FuzzPlain(f *testing.F) {
	f.Add(int64(-5), int8(-2))
	f.Add(int64(0), int8(3))
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int8) {
		d := decimal.New(coefficient, int32(exponent))
		got, err := decimal.NewFromString(Plain(d))
		if err != nil || !got.Equal(d) || exponent <= 0 && got.Exponent() != d.Exponent() {
			t.Fatalf("%d × 10^%d is %q", coefficient, exponent, Plain(d))
		}
	})
}

func BenchmarkCount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Count(1_234_567)
	}
}

func TestMoney(t *testing.T) {
	for got, want := range map[string]string{
		Dollars(0): "$0.00", Dollars(-5): "-$0.05", Dollars(100): "$1.00", Dollars(268_000_32): "$268,000.32",
		Dollars(math.MinInt64):                    "-$92,233,720,368,547,758.08",
		Money(-100_050, "CHF"):                    "-CHF 1,000.50",
		DollarsOf(decimal.New(-5, -1)):            "-$0.50",
		DollarsOf(decimal.New(9625, -4)):          "$0.9625",
		DollarsOf(decimal.New(47_505_000, -3)):    "$47,505.00",
		DollarsOf(decimal.New(1, 6)):              "$1,000,000.00",
		DollarsOf(decimal.New(0, 3)):              "$0.00",
		DollarParts(exact.Mixed{}):                "$0.00",
		Dollars(5_00):                             "$5.00",
		Counted(1, "share"):                       "1 share",
		Counted(33_333, "share"):                  "33,333 shares",
		Percentage(51, 100):                       "51%",
		Percentage(1, 3):                          "33.333333…%",
		Percentage(0, 7):                          "0%",
		Cents(5_000).String():                     "50",
		Of(decimal.New(-12_345_678, -3)).String(): "-12,345.678",
		Of(decimal.New(15, -1)).String():          "1.50",
		Of(decimal.New(0, 3)).String():            "0",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestParts(t *testing.T) {
	for _, tt := range []struct {
		m                    exact.Mixed
		mixed, parts, dollar string
	}{
		{exact.Mixed{Whole: 33_333, Num: 1, Den: 3}, "33,333 1/3", "33,333 1/3 shares", "$333.33 and 1/3 of a cent"},
		{exact.Mixed{Num: 2, Den: 3}, "2/3", "2/3 of a share", "$0.00 and 2/3 of a cent"},
		{exact.Mixed{Whole: 500, Num: 1, Den: 2}, "500 1/2", "500 1/2 shares", "$5.00 and 1/2 of a cent"},
		{exact.Mixed{Whole: 36_000, Den: 1}, "36,000", "36,000 shares", "$360.00"},
		{exact.Mixed{Whole: 1, Den: 1}, "1", "1 share", "$0.01"},
	} {
		if mixed, parts, dollar := Mixed(tt.m), Parts(tt.m, "share"), DollarParts(tt.m); mixed != tt.mixed || parts != tt.parts || dollar != tt.dollar {
			t.Errorf("%s is %q, %q and %q", tt.m, mixed, parts, dollar)
		}
	}
	for x, want := range map[*big.Rat]string{
		big.NewRat(2, 3): "0.666666…", big.NewRat(1, 8): "0.125", big.NewRat(5_000, 1): "5,000", big.NewRat(1, 1<<18): "0.000003814697265625",
		big.NewRat(1, 1<<20): "0…",
	} {
		if got := Rational(x); got != want {
			t.Errorf("%s is %q, want %q", x, got, want)
		}
	}
	for x, want := range map[*big.Rat]string{
		big.NewRat(100_000, 3): "33,333 1/3", big.NewRat(2, 3): "2/3", big.NewRat(1, 1001): "0.000999…", big.NewRat(7, 1): "7",
	} {
		if got := RationalCount(x); got != want {
			t.Errorf("%s is %q, want %q", x, got, want)
		}
	}
}

// FuzzNumber holds that a number written for people reads back as itself, with no
// place after the point or two at the least, and as dollars always with two.
func FuzzNumber(f *testing.F) {
	f.Add(int64(-5), int8(-2))
	f.Add(int64(math.MinInt64), int8(-18))
	f.Add(int64(0), int8(18))
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int8) {
		d := decimal.New(coefficient, int32(exponent%19))
		for _, text := range []string{Of(d).String(), strings.Replace(DollarsOf(d), "$", "", 1)} {
			back, err := decimal.NewFromString(strings.ReplaceAll(text, ",", ""))
			_, places, point := strings.Cut(text, ".")
			if err != nil || !back.Equal(d) || point && len(places) < 2 {
				t.Fatalf("%s is %q", d, text)
			}
		}
		if text := DollarsOf(d); !strings.Contains(text, ".") || strings.HasPrefix(strings.TrimPrefix(text, "-$"), ",") {
			t.Fatalf("%s is %q", d, text)
		}
	})
}

func BenchmarkDollars(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Dollars(1_234_567_89)
	}
}

// Rounding 50.9999999% to six decimals would show the threshold met.
func TestPercentageNeverShowsMoreThanThereIs(t *testing.T) {
	for _, tt := range []struct {
		part, whole int64
		want        string
	}{
		{509_999_999_999, 1_000_000_000_000, "50.999999…%"},
		{51, 100, "51%"},
		{0, 3, "0%"},
		{1, math.MaxInt64, "0…%"},
		{math.MaxInt64, math.MaxInt64, "100%"},
		{101, 200, "50.50%"},
	} {
		if got := Percentage(tt.part, tt.whole); got != tt.want {
			t.Errorf("Percentage(%d, %d) = %s, want %s", tt.part, tt.whole, got, tt.want)
		}
	}
}
