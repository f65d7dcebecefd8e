package offering

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// checkAllotment holds an allotment to what every allotment promises.
func checkAllotment(t *testing.T, p Pool, claims []Claim, a Allotment) {
	t.Helper()
	lot := max(p.Lot, 1)
	var sum int64
	entitled := new(big.Rat)
	for i, row := range a.Rows {
		c := claims[i]
		sum += row.Units
		e := new(big.Rat).Add(big.NewRat(row.Entitlement.Num, row.Entitlement.Den), big.NewRat(row.Entitlement.Whole, 1))
		away := new(big.Rat).Sub(big.NewRat(row.Units, 1), e)
		switch {
		case row.Outcome == OutcomeDropped:
			if row.Units != 0 || c.Minimum == 0 || e.Cmp(big.NewRat(c.Minimum, 1)) >= 0 && c.Weight > 0 && lot == 1 && c.Lot <= 1 {
				t.Errorf("row %d is dropped with %d units and a part of %s: %+v", i, row.Units, row.Entitlement, c)
			}
		case row.Units < c.Minimum || c.Capped && row.Units > c.Maximum || row.Units%lot != 0 || c.Lot > 1 && row.Units%c.Lot != 0:
			t.Errorf("row %d: %d units for %+v", i, row.Units, c)
		case a.Method == LargestRemainder && away.Abs(away).Cmp(big.NewRat(max(lot, c.Lot, 1), 1)) >= 0 && row.Outcome != OutcomeTrimmed:
			t.Errorf("row %d: %d units for a part of %s", i, row.Units, row.Entitlement)
		}
		if row.Outcome != OutcomeDropped {
			entitled.Add(entitled, e)
		}
		if !row.Why.Has(allotCodes()[row.Outcome]) {
			t.Errorf("row %d of outcome %s: %s", i, row.Outcome, row.Why)
		}
	}
	if sum != a.Allotted || a.Allotted+a.Unallocated != p.Total || a.Unallocated < 0 || a.Total != p.Total {
		t.Errorf("%d allotted and %d not, of %d; the rows have %d", a.Allotted, a.Unallocated, p.Total, sum)
	}
	if entitled.Cmp(big.NewRat(p.Total, 1)) > 0 {
		t.Errorf("the parts add up to %s of %d", entitled, p.Total)
	}
	table, err := p.Tabulate(claims)
	if err != nil {
		t.Fatal(err)
	}
	a.Why, a.Rows = nil, slices.Clone(a.Rows)
	for i := range a.Rows {
		if table.Rows[i].Why != nil {
			t.Errorf("the table explains row %d", i)
		}
		a.Rows[i].Why = nil
	}
	if text(t, a) != text(t, table) {
		t.Errorf("the table differs:\n%s\n%s", text(t, a), text(t, table))
	}
	roundTrip(t, a)
	roundTrip(t, p)
	roundTrip(t, claims)
}

// refOrNothing drops rows by the stated rule, solving anew after each.
func refOrNothing(b bounded, takes []int64) (parts []*big.Rat, dropped []bool) {
	dropped = make([]bool, len(takes))
	b.high = slices.Clone(b.high)
	for i := range takes {
		if dropped[i] = b.high[i] < takes[i] || b.weights[i] == 0 && takes[i] > 0; dropped[i] {
			b.high[i] = 0
		}
	}
	for {
		parts, _ = refLevel(b)
		worst := -1
		for i, x := range parts {
			if dropped[i] || x.Cmp(big.NewRat(takes[i], 1)) >= 0 {
				continue
			}
			if worst < 0 || x.Cmp(parts[worst]) < 0 || x.Cmp(parts[worst]) == 0 && b.first(worst, i) {
				worst = i
			}
		}
		if worst < 0 {
			return parts, dropped
		}
		dropped[worst], b.high[worst] = true, 0
	}
}

// randomClaims makes claims on a small pool.
func randomClaims(random *rand.Rand, n int, total int64) []Claim {
	claims := claimsOf(make([]int64, n)...)
	for i := range claims {
		c := &claims[i]
		c.Weight = random.Int64N(12) * random.Int64N(12)
		c.Tie = random.Int64N(3)
		if random.IntN(2) > 0 {
			c.Minimum = random.Int64N(total/int64(n)*int64(1+random.IntN(3)) + 2)
		}
		if random.IntN(2) > 0 {
			c.Capped, c.Maximum = true, random.Int64N(total/int64(n)*2+2)
		}
	}
	return claims
}

// Minimum or nothing in one walk against solving anew after each drop.
func TestPoolOrNothingAgainstReference(t *testing.T) {
	random := source(41)
	drops := 0
	for range 600 {
		n := 1 + random.IntN(9)
		total := random.Int64N(90)
		claims := randomClaims(random, n, total)
		got, err := Pool{Total: total, Minimums: MinimumOrNothing}.Allot(claims)
		if err != nil {
			t.Fatal(err)
		}
		checkAllotment(t, Pool{Total: total, Minimums: MinimumOrNothing}, claims, got)
		b := bounded{total: total}
		var takes []int64
		for _, c := range claims {
			b.weights, b.low, b.ties = append(b.weights, c.Weight), append(b.low, 0), append(b.ties, c.Tie)
			most := total
			if c.Capped {
				most = min(total, c.Maximum)
			}
			b.high, takes = append(b.high, most), append(takes, c.Minimum)
		}
		parts, dropped := refOrNothing(b, takes)
		for i, row := range got.Rows {
			if dropped[i] != (row.Outcome == OutcomeDropped) {
				t.Fatalf("%d among %+v: row %d is %s", total, claims, i, row.Outcome)
			}
			if dropped[i] {
				drops++
				continue
			}
			if x := new(big.Rat).Add(big.NewRat(row.Entitlement.Num, row.Entitlement.Den), big.NewRat(row.Entitlement.Whole, 1)); x.Cmp(parts[i]) != 0 {
				t.Fatalf("%d among %+v: row %d has a part of %s, want %s", total, claims, i, row.Entitlement, parts[i])
			}
		}
	}
	if drops < 200 {
		t.Errorf("only %d rows were dropped", drops)
	}
}

// With a key of its own for each claim the order of the claims changes nothing.
func TestPoolIgnoresOrder(t *testing.T) {
	random := source(42)
	for range 300 {
		n := 1 + random.IntN(60)
		total := random.Int64N(500)
		claims := randomClaims(random, n, total)
		for i, k := range random.Perm(n) {
			claims[i].Tie = int64(k)
		}
		p := Pool{
			Total: total, Method: Method("").all()[random.IntN(6)], Lot: random.Int64N(4),
			Minimums: []MinimumRule{Guaranteed, MinimumsFirst, MinimumOrNothing}[random.IntN(3)],
		}
		first, err := p.Allot(claims)
		if err != nil {
			continue // minimums past the total; the refusals have a test of their own
		}
		checkAllotment(t, p, claims, first)
		order := random.Perm(n)
		shuffled := make([]Claim, n)
		for to, from := range order {
			shuffled[to] = claims[from]
		}
		second, err := p.Allot(shuffled)
		if err != nil {
			t.Fatal(err)
		}
		for to, from := range order {
			if text(t, second.Rows[to]) != text(t, first.Rows[from]) {
				t.Fatalf("%+v: the order changes a row:\n%s\n%s", p, text(t, first.Rows[from]), text(t, second.Rows[to]))
			}
		}
	}
}
