package offering

import (
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// Exact parts are given in units, with lots and minimums off the top counted in.
func TestEntitlements(t *testing.T) {
	claims := claimsOf(1, 1, 1)
	claims[2].Minimum = 150
	of := func(whole, num, den int64) exact.Mixed { return exact.Mixed{Whole: whole, Num: num, Den: den} }
	for _, tt := range []struct {
		pool Pool
		want [3]exact.Mixed
	}{
		{Pool{Total: 1_050, Lot: 100}, [3]exact.Mixed{of(333, 1, 3), of(333, 1, 3), of(333, 1, 3)}},
		{Pool{Total: 1_050}, [3]exact.Mixed{of(350, 0, 1), of(350, 0, 1), of(350, 0, 1)}},
		{Pool{Total: 1_050, Lot: 100, Minimums: MinimumsFirst}, [3]exact.Mixed{of(266, 2, 3), of(266, 2, 3), of(466, 2, 3)}},
		{Pool{Total: 310, Lot: 100}, [3]exact.Mixed{of(50, 0, 1), of(50, 0, 1), of(200, 0, 1)}},
		{Pool{Total: 310, Method: Webster}, [3]exact.Mixed{of(80, 0, 1), of(80, 0, 1), of(150, 0, 1)}},
		{Pool{Total: 1, Minimums: MinimumOrNothing}, [3]exact.Mixed{of(0, 1, 2), of(0, 1, 2), of(1, 0, 1)}},
	} {
		got, err := tt.pool.Allot(claims)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range got.Rows {
			if row.Entitlement != tt.want[i] {
				t.Errorf("%+v: row %d has a part of %s, want %s", tt.pool, i, row.Entitlement, tt.want[i])
			}
		}
	}
	got, err := Priority{Total: 1_000, Lot: 10}.Fill(demandsOf(
		Demand{Units: 600, Tier: 1}, Demand{Units: 500, Tier: 2, Guaranteed: 200}, Demand{Units: 400, Tier: 2},
	))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []exact.Mixed{of(600, 0, 1), of(285, 5, 7), of(114, 2, 7)} {
		if got.Rows[i].Entitlement != want {
			t.Errorf("row %d has a part of %s, want %s", i, got.Rows[i].Entitlement, want)
		}
	}
}

// The sentences about ties stand on the rows that a tie decided: every row that
// the opposite keys move has one, and has one under the opposite keys too.
func TestTieReasons(t *testing.T) {
	const won, lost = "offering.allot.tie.won", "offering.allot.tie.lost"
	random := source(72)
	ties := 0
	for range 400 {
		n := 2 + random.IntN(5)
		claims := claimsOf(randomWeights(random, n, 6)...)
		for i, k := range random.Perm(n) {
			claims[i].Tie = int64(k)
		}
		if random.IntN(2) == 0 {
			claims[0].Capped, claims[0].Maximum = true, random.Int64N(4)
		}
		if random.IntN(2) == 0 {
			claims[1].Minimum = random.Int64N(4)
		}
		p := Pool{Total: 3 + random.Int64N(30), Method: Method("").all()[random.IntN(6)]}
		first, err := p.Allot(claims)
		if err != nil {
			t.Fatal(err)
		}
		// Under the opposite keys exactly the rows of a tie can change.
		for i := range claims {
			claims[i].Tie = -claims[i].Tie
		}
		second, err := p.Allot(claims)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range first.Rows {
			moved := second.Rows[i].Units - row.Units
			if moved < 0 && !row.Why.Has(won) || moved > 0 && !row.Why.Has(lost) {
				t.Fatalf("%+v of %+v: row %d moves by %d, but\n%s", p, claims, i, moved, row.Why)
			}
			if row.Why.Has(won) || row.Why.Has(lost) {
				ties++
				if !second.Rows[i].Why.Has(won) && !second.Rows[i].Why.Has(lost) {
					t.Fatalf("%+v of %+v: row %d is tied with one order of keys only", p, claims, i)
				}
			}
			rivals := 0
			for j, other := range first.Rows {
				if row.Why.Has(won) && other.Why.Has(lost) && !equalRight(p.Method, claims, first, i, j) {
					t.Fatalf("%+v of %+v: rows %d and %d are not tied", p, claims, i, j)
				}
				if row.Why.Has(won) != row.Why.Has(lost) && other.Why.Has(won) != other.Why.Has(lost) && row.Why.Has(won) == other.Why.Has(lost) {
					rivals++
				}
			}
			if (row.Why.Has(won) || row.Why.Has(lost)) && rivals == 0 {
				t.Fatalf("%+v of %+v: row %d is tied with nobody", p, claims, i)
			}
		}
	}
	if ties < 100 {
		t.Errorf("only %d rows were tied", ties)
	}
}

// equalRight reports whether the last unit of one row and the next of another
// rank alike.
func equalRight(m Method, claims []Claim, a Allotment, i, j int) bool {
	x, y := a.Rows[i], a.Rows[j]
	if m == LargestRemainder {
		return x.Entitlement.Num == y.Entitlement.Num && x.Entitlement.Den == y.Entitlement.Den
	}
	return x.Units > claims[i].Minimum && refRank(m, claims[i].Weight, x.Units-1, claims[j].Weight, y.Units) == 0
}

func TestPriorityTieReasons(t *testing.T) {
	got, err := Priority{Total: 11}.Fill(demandsOf(
		Demand{Units: 10, Tier: 1, Sequence: 2}, Demand{Units: 10, Tier: 1, Sequence: 1}, Demand{Units: 1, Tier: 2},
	))
	if err != nil {
		t.Fatal(err)
	}
	for i, code := range []string{"offering.fill.tie.lost", "offering.fill.tie.won", ""} {
		why := got.Rows[i].Why
		if why.Has("offering.fill.tie.won") != (code == "offering.fill.tie.won") || why.Has("offering.fill.tie.lost") != (code == "offering.fill.tie.lost") {
			t.Errorf("row %d: %s", i, why)
		}
	}
}

// Every reason cites the caller's own section, and a reading that was not stated
// says so.
func TestPoolReadings(t *testing.T) {
	section := law.Citation{Cite: "Agreement §2(b)"}
	claims := claimsOf(3, 4)
	claims[0].Minimum = 2
	silent, err := Pool{Total: 10, Authority: section}.Allot(claims)
	if err != nil {
		t.Fatal(err)
	}
	stated, err := Pool{Total: 10, Authority: section, Method: LargestRemainder, Minimums: Guaranteed}.Allot(claims)
	if err != nil {
		t.Fatal(err)
	}
	for _, reading := range []law.Code{"offering.allot.reading.method", "offering.allot.reading.minimums"} {
		if !silent.Why.Has(reading+".default") || silent.Why.Has(reading) || !stated.Why.Has(reading) || stated.Why.Has(reading+".default") {
			t.Errorf("%s:\n%s\n%s", reading, silent.Why, stated.Why)
		}
	}
	fills, err := Priority{Total: 10, Authority: section, Within: FirstCome}.Fill(demandsOf(Demand{Units: 7}, Demand{Units: 7}))
	if err != nil {
		t.Fatal(err)
	}
	if !fills.Why.Has("offering.fill.reading.within") || !fills.Why.Has("offering.fill.reading.last.default") {
		t.Error(fills.Why)
	}
	all := append(append(law.Reasons{}, silent.Why...), fills.Why...)
	for _, row := range silent.Rows {
		all = append(all, row.Why...)
	}
	for _, row := range fills.Rows {
		all = append(all, row.Why...)
	}
	for _, tier := range fills.Tiers {
		all = append(all, tier.Why...)
	}
	for _, reason := range all {
		if reason.Authority != section || reason.Text == "" {
			t.Errorf("%+v", reason)
		}
	}
}

// Lots of the claims' own are a reading, which a pool names that has any.
func TestPoolNamesOwnLots(t *testing.T) {
	for _, tt := range []struct {
		name string
		pool Pool
		lot  int64
		own  bool
	}{
		{"of its own", Pool{Total: 1_000}, 100, true},
		{"single units", Pool{Total: 1_000}, 1, false},
		{"none stated", Pool{Total: 1_000}, 0, false},
		{"the lots of the pool", Pool{Total: 1_000, Lot: 100}, 0, false},
	} {
		a, err := tt.pool.Allot([]Claim{{Holder: "A", Weight: 1, Lot: tt.lot}, {Holder: "B", Weight: 1}})
		if err != nil || a.Why.Has("offering.allot.reading.own_lots") != tt.own || a.Why.Has("offering.allot.reading.lot") != (tt.pool.Lot > 1) {
			t.Errorf("%s: %v\n%s", tt.name, err, a.Why)
		}
	}
}
