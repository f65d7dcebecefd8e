package figures_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/figures"
	"github.com/shopspring/decimal"
)

func TestCount(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 1_234_567: "1,234,567", -1: "-1", -999: "-999", -1000: "-1,000",
		math.MaxInt64: "9,223,372,036,854,775,807", math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := figures.Count(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for d, want := range map[string]string{
		"1": "1", "-0.05": "-0.05", "1.50": "1.50", "12e3": "12000", "-12e3": "-12000", "0.00": "0.00", "0": "0", "0e2": "000",
		"12.5": "12.5", ".5": "0.5", "-1.005": "-1.005", "99999999999999999999.99": "99999999999999999999.99",
	} {
		if got := figures.Plain(decimal.RequireFromString(d)); got != want {
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
		got := figures.Count(n)
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
		got, err := decimal.NewFromString(figures.Plain(d))
		if err != nil || !got.Equal(d) || exponent <= 0 && got.Exponent() != d.Exponent() {
			t.Fatalf("%d × 10^%d is %q", coefficient, exponent, figures.Plain(d))
		}
	})
}

func BenchmarkCount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		figures.Count(1_234_567)
	}
}
