package main

import (
	"fmt"
	"testing"
	"text/tabwriter"

	"github.com/Rhymond/go-money"
	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/offering"
)

// moneys compares the division of a total among many rows, and counts the
// units and rows that each gets wrong on books small enough to check.
func moneys(w *tabwriter.Writer) error {
	const rows = 100_000
	weights := make([]int64, rows)
	ratios := make([]int, rows)
	decimals := make([]decimal.Decimal, rows)
	sum := int64(0)
	for i := range weights {
		weights[i] = int64(i*7919%10_000 + 1)
		ratios[i], decimals[i] = int(weights[i]), decimal.NewFromInt(weights[i])
		sum += weights[i]
	}
	const total = 768_000_00
	dst := make([]int64, rows)
	pot := money.New(total, money.USD)
	all, whole := decimal.NewFromInt(total), decimal.NewFromInt(sum)

	fmt.Fprintln(w, "question\tlibrary\tns/row\tallocs/row\ttimes ours")
	base := 0.0
	for _, side := range []struct {
		library string
		run     func()
	}{
		{"offerkit", func() { _ = offering.ApportionInto(dst, total, weights) }},
		{"go-money", func() { _, _ = pot.Allocate(ratios...) }},
		{"the usual decimal loop", func() { usualLoop(all, whole, decimals) }},
	} {
		r := testing.Benchmark(func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				side.run()
			}
		})
		ns := perOp(r) / rows
		if base == 0 {
			base = ns
		}
		fmt.Fprintf(w, "$768,000.00 among 100,000 holders\t%s\t%.1f\t%.2f\t%.0f\n",
			side.library, ns, float64(r.AllocsPerOp())/rows, ns/base)
	}
	fmt.Fprintln(w)
	return wrongMoney(w)
}

// usualLoop is how an allocation is usually written: the ratio first, rounded
// to the cent, the difference to the last row.
func usualLoop(total, sum decimal.Decimal, weights []decimal.Decimal) []int64 {
	out := make([]int64, len(weights))
	left := total
	for i, w := range weights {
		share := w.Div(sum).Mul(total).Round(0)
		if i == len(weights)-1 {
			share = left
		}
		left = left.Sub(share)
		out[i] = share.IntPart()
	}
	return out
}

// wrongMoney counts, over all small books, those in which some row is a whole
// unit or more away from its exact share, or the units do not add up, or the
// library panics.
func wrongMoney(w *tabwriter.Writer) error {
	fmt.Fprintln(w, "books of 3 holders, weights 0 to 6, 0 to 12 units\tlibrary\twrong\tof books")
	for _, side := range []struct {
		library string
		split   func(total int64, weights []int64) ([]int64, error)
	}{
		{"offerkit", offering.Apportion},
		{"go-money", func(total int64, weights []int64) ([]int64, error) {
			parts, err := money.New(total, money.USD).Allocate(int(weights[0]), int(weights[1]), int(weights[2]))
			if err != nil {
				return nil, err
			}
			return []int64{parts[0].Amount(), parts[1].Amount(), parts[2].Amount()}, nil
		}},
		{"the usual decimal loop", func(total int64, weights []int64) ([]int64, error) {
			ws := []decimal.Decimal{decimal.NewFromInt(weights[0]), decimal.NewFromInt(weights[1]), decimal.NewFromInt(weights[2])}
			return usualLoop(decimal.NewFromInt(total), ws[0].Add(ws[1]).Add(ws[2]), ws), nil
		}},
	} {
		bad, books := 0, 0
		for code := range 7 * 7 * 7 {
			weights := []int64{int64(code % 7), int64(code / 7 % 7), int64(code / 49)}
			sum := weights[0] + weights[1] + weights[2]
			if sum == 0 {
				continue
			}
			for total := range int64(13) {
				books++
				if !fair(total, sum, weights, side.split) {
					bad++
				}
			}
		}
		fmt.Fprintf(w, "\t%s\t%d\t%d\n", side.library, bad, books)
	}
	return nil
}

// fair reports whether a split adds up and keeps each row within one unit of
// its exact share.
func fair(total, sum int64, weights []int64, split func(int64, []int64) ([]int64, error)) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	parts, err := split(total, weights)
	if err != nil || len(parts) != len(weights) {
		return false
	}
	added := int64(0)
	for i, part := range parts {
		added += part
		if off := part*sum - total*weights[i]; off <= -sum || off >= sum {
			return false
		}
	}
	return added == total
}
