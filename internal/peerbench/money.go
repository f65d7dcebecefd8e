package main

import (
	"github.com/Rhymond/go-money"
	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/offering"
)

// moneyQuestions compares the division of a total among many rows. What it
// takes is counted for a row, what is wrong for books small enough to check.
func moneyQuestions() []question {
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
	side := func(ask func(), split splitter) way {
		return way{ask: func(int) { ask() }, rows: rows, wrong: func() (int, int) { return wrongMoney(split) }}
	}
	return []question{{"a holder's part of $768,000.00 among 100,000", map[library]way{
		offerkit: side(func() { _ = offering.ApportionInto(dst, total, weights) }, offering.Apportion),
		goMoney:  side(func() { _, _ = pot.Allocate(ratios...) }, goMoneySplit),
		naive:    side(func() { usualLoop(all, whole, decimals) }, usualSplit),
	}}}
}

// splitter divides a total by weights.
type splitter func(total int64, weights []int64) ([]int64, error)

func goMoneySplit(total int64, weights []int64) ([]int64, error) {
	parts, err := money.New(total, money.USD).Allocate(int(weights[0]), int(weights[1]), int(weights[2]))
	if err != nil {
		return nil, err
	}
	return []int64{parts[0].Amount(), parts[1].Amount(), parts[2].Amount()}, nil
}

func usualSplit(total int64, weights []int64) ([]int64, error) {
	ws := []decimal.Decimal{decimal.NewFromInt(weights[0]), decimal.NewFromInt(weights[1]), decimal.NewFromInt(weights[2])}
	return usualLoop(decimal.NewFromInt(total), ws[0].Add(ws[1]).Add(ws[2]), ws), nil
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

// wrongMoney counts, over all books of three holders with weights of 0 to 6 and
// 0 to 12 units, those in which some row is a whole unit or more away from its
// exact share, or the units do not add up, or the library panics.
func wrongMoney(split splitter) (bad, books int) {
	for code := range 7 * 7 * 7 {
		weights := []int64{int64(code % 7), int64(code / 7 % 7), int64(code / 49)}
		sum := weights[0] + weights[1] + weights[2]
		if sum == 0 {
			continue
		}
		for total := range int64(13) {
			books++
			if !fair(total, sum, weights, split) {
				bad++
			}
		}
	}
	return bad, books
}

// fair reports whether a split adds up and keeps each row within one unit of
// its exact share.
func fair(total, sum int64, weights []int64, split splitter) (ok bool) {
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
