package offering

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/shopspring/decimal"
)

// perRow reports the time for one of n rows.
func perRow(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
}

func BenchmarkApportionInto(b *testing.B) {
	run := func(name string, total int64, weights []int64) {
		b.Run(name, func(b *testing.B) {
			dst := make([]int64, len(weights))
			b.ReportAllocs()
			for b.Loop() {
				if err := ApportionInto(dst, total, weights); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b, len(weights))
		})
	}
	const million = 1_000_000
	run("random/1M", 123_456_789_012, weightsOf("wide", million, 1))
	run("tied/1M", 123_456_789_012, weightsOf("equal", million, 1))
	run("clustered/1M", 123_456_789_012, weightsOf("clustered", million, 1))
	for _, n := range []int{2, 10, fewRows, fewRows + 1, 1000} {
		run(fmt.Sprintf("random/%d", n), 123_456_789_012, weightsOf("wide", n, 1))
	}
	run("beyond int64/1000", 123_456_789_012, weightsOf("beyond int64", 1000, 1))
}

func BenchmarkShares(b *testing.B) {
	amount, price := dec("268000"), dec("0.96")
	b.Run("explained", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Shares(amount, price, exact.Nearest); err != nil {
				b.Fatal(err)
			}
		}
	})
	// The budget of one row is this one's.
	b.Run("bulk", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := WholeShares(amount, price, exact.Nearest); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkAllocate(b *testing.B) {
	const n = 10_000
	random := source(9)
	orders := make([]Order, n)
	var sum int64
	for i := range orders {
		cents := 1 + random.Int64N(100_000_000)
		sum += cents
		orders[i] = Order{Investor: "Investor " + strconv.Itoa(i), Amount: decimal.New(cents, -2)}
	}
	run := func(name string, price decimal.Decimal, tie TieOut, f func(Terms) error) {
		b.Run(name, func(b *testing.B) {
			terms := Terms{Price: price, TieOut: tie, Shares: 1}
			if tie == MinimumChange {
				terms.Shares = sum / 96
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := f(terms); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b, n)
		})
	}
	explained := func(terms Terms) error {
		_, err := Allocate(terms, orders)
		return err
	}
	table := func(terms Terms) error {
		_, err := Tabulate(terms, orders)
		return err
	}
	cutBack := func(terms Terms) error {
		terms.AmountLimit, terms.OrderMinimum = decimal.New(sum/2, -2), dec("1000")
		return table(terms)
	}
	run("explained/10k", dec("0.96"), MinimumChange, explained)
	run("table/10k", dec("0.96"), Report, table)
	run("table/minimum change/10k", dec("0.96"), MinimumChange, table)
	run("table/fine price/10k", dec("3.14159265"), Report, table)
	run("table/cut back/10k", dec("0.96"), Report, cutBack)
}

// BenchmarkHostileDigits reads terms whose price has far too many digits, which
// are never made a number.
func BenchmarkHostileDigits(b *testing.B) {
	for _, n := range []int{100_000, 300_000, 1_000_000} {
		data := []byte(`{"price":` + strings.Repeat("7", n) + `}`)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var terms Terms
				if err := terms.UnmarshalJSON(data); err == nil {
					b.Fatal("read")
				}
			}
		})
	}
}
