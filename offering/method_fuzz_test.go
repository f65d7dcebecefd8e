package offering

import (
	"encoding/binary"
	"math"
	"math/big"
	"slices"
	"testing"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// numbers reads bytes as int64s, at most n of them.
func numbers(data []byte, n int) []int64 {
	var out []int64
	for ; len(data) >= 8 && len(out) < n; data = data[8:] {
		out = append(out, int64(binary.BigEndian.Uint64(data)))
	}
	return out
}

// FuzzMethod reads any bytes as weights. A refusal must have its cause, and an
// answer must add up and have every unit where it belongs.
func FuzzMethod(f *testing.F) {
	f.Add(uint8(1), int64(11), []byte{0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 2})
	f.Add(uint8(4), int64(math.MaxInt64), slices.Repeat([]byte{0x7f, 255, 2, 3, 4, 5, 6, 7}, 9))
	f.Add(uint8(7), int64(-1), []byte{0xff, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, word uint8, total int64, data []byte) {
		m := append(Method("").all(), "", "other")[word%8]
		weights := numbers(data, 12)
		got, err := m.Apportion(total, weights)
		none := !slices.ContainsFunc(weights, func(w int64) bool { return w > 0 })
		bad := m == "" || m == "other" || total < 0 || total > 0 && none || slices.ContainsFunc(weights, func(w int64) bool { return w < 0 })
		if bad != (err != nil) {
			t.Fatalf("%s: %d among %v: %v, %v", m, total, weights, got, err)
		}
		if err != nil {
			return
		}
		if m == LargestRemainder {
			if !slices.Equal(got, refApportion(total, weights)) {
				t.Fatalf("%d among %v: %v", total, weights, got)
			}
		} else if kernel.Sum(got) != kernel.Wide(uint64(total)) || !stable(m, got, weights) {
			t.Fatalf("%s: %d among %v: %v", m, total, weights, got)
		}
	})
}

// FuzzWithin reads any bytes as weights and limits.
func FuzzWithin(f *testing.F) {
	f.Add(uint8(0), int64(86), []byte{0, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 0, 0, 0, 0, 0, 1})
	f.Add(uint8(1), int64(math.MaxInt64), slices.Repeat([]byte{0x7f, 255, 2, 3, 4, 5, 6, 7}, 12))
	f.Add(uint8(2), int64(20), slices.Repeat([]byte{0, 0, 0, 0, 0, 0, 0, 7}, 12))
	f.Fuzz(func(t *testing.T, word uint8, total int64, data []byte) {
		m := Method("").all()[word%6]
		list := numbers(data, 32)
		n := len(list) / 4
		weights := list[:n]
		l := Limits{Minimums: list[n : 2*n], Maximums: list[2*n : 3*n], Ties: list[3*n : 4*n]}
		got := make([]int64, n)
		left, err := m.ApportionWithin(got, total, weights, l)
		bad := total < 0
		least := new(big.Int)
		for i := range weights {
			bad = bad || weights[i] < 0 || l.Minimums[i] < 0 || l.Maximums[i] < l.Minimums[i]
			least.Add(least, big.NewInt(l.Minimums[i]))
		}
		if bad = bad || least.Cmp(big.NewInt(total)) > 0; bad != (err != nil) {
			t.Fatalf("%d among %v within %+v: %v, %v", total, weights, l, got, err)
		}
		if err != nil {
			return
		}
		b := newBounded(total, weights, l)
		if _, rest := refLevel(b); rest.Cmp(big.NewRat(left, 1)) != 0 {
			t.Fatalf("%d left, want %s", left, rest)
		}
		if sum := kernel.Sum(got).Plus(kernel.Wide(uint64(left))); sum != kernel.Wide(uint64(total)) {
			t.Fatalf("%v and %d do not add up to %d", got, left, total)
		}
		if m == LargestRemainder || total < 200 {
			checkWithin(t, m, total, weights, l)
		}
	})
}

// FuzzPool reads any bytes as claims.
func FuzzPool(f *testing.F) {
	f.Add(int64(181), int64(0), uint8(0), []byte{60, 20, 0, 0, 0, 40, 20, 1, 30, 0})
	f.Add(int64(1)<<60, int64(100), uint8(9), []byte{60, 20, 0, 0, 0, 40, 200, 1, 30, 0, 7, 7, 7, 7, 7})
	f.Add(int64(90), int64(-7), uint8(18), []byte{60, 20, 0, 0, 0, 40, 20, 1, 90, 7})
	f.Fuzz(func(t *testing.T, total, lot int64, words uint8, data []byte) {
		p := Pool{
			Total: total, Lot: lot, Method: append(Method("").all(), "")[words%7],
			Minimums: []MinimumRule{"", Guaranteed, MinimumsFirst, MinimumsThenExcess, MinimumOrNothing}[words/7%5],
		}
		var claims []Claim
		for ; len(data) >= 5 && len(claims) < 40; data = data[5:] {
			c := claimsOf(int64(data[0]))[0]
			c.Holder = string(rune('A' + len(claims)))
			c.Minimum, c.Capped, c.Tie = int64(data[1]), data[2]%2 == 1, int64(data[2])
			if c.Capped {
				c.Maximum = int64(data[3]) * total / 100
			}
			c.Lot = int64(data[4] % 16)
			claims = append(claims, c)
		}
		if a, err := p.Allot(claims); err == nil {
			checkAllotment(t, p, claims, a)
		}
	})
}

// FuzzPriority reads any bytes as demands.
func FuzzPriority(f *testing.F) {
	f.Add(int64(181), int64(0), uint8(0), []byte{60, 1, 0, 0, 40, 1, 1, 30})
	f.Add(int64(1)<<60, int64(100), uint8(1), []byte{60, 2, 200, 1, 40, 3, 1, 30})
	f.Add(int64(90), int64(3), uint8(7), []byte{60, 1, 20, 7, 90, 1, 30, 2})
	f.Fuzz(func(t *testing.T, total, lot int64, words uint8, data []byte) {
		p := Priority{Total: total, Lot: lot, Within: []Within{"", ProRata, FirstCome}[words%3]}
		if p.Within == FirstCome {
			p.Last = []LastDemand{"", LastPartial, LastNone, LastSkip}[words/3%4]
		} else {
			p.Method = append(Method("").all(), "")[words/3%7]
		}
		if words > 200 {
			p.Least = total / 2
		}
		var demands []Demand
		for ; len(data) >= 4 && len(demands) < 40; data = data[4:] {
			d := Demand{
				Holder: string(rune('A' + len(demands))), Units: int64(data[0]) * max(total/100, 1), Tier: int64(data[1] % 4),
				Sequence: int64(data[2]), AllOrNone: data[3]%8 == 0,
			}
			if !d.AllOrNone && data[3] < 128 {
				d.Minimum = int64(data[3] % 32)
			} else if !d.AllOrNone {
				d.Guaranteed = int64(data[3] % 32)
			}
			demands = append(demands, d)
		}
		if filled, err := p.Fill(demands); err == nil {
			checkFills(t, p, demands, filled)
		}
	})
}
