package offering

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// checkFills holds fills to what all fills promise.
func checkFills(t *testing.T, p Priority, demands []Demand, f Fills) {
	t.Helper()
	lot := max(p.Lot, 1)
	byTier := map[int64]*TierFill{}
	for i, tier := range f.Tiers {
		byTier[tier.Tier] = &TierFill{}
		if i > 0 && (tier.Tier <= f.Tiers[i-1].Tier || !f.Void && tier.Available != f.Tiers[i-1].Left) {
			t.Errorf("tier %+v after %+v", tier, f.Tiers[i-1])
		}
		if !f.Void && tier.Available-tier.Left != tier.Filled-tier.Guaranteed || tier.Demand != tier.Filled+tier.Unfilled {
			t.Errorf("tier %+v does not add up", tier)
		}
		if code := map[bool]law.Code{true: "offering.tier.filled", false: "offering.tier.unfilled"}[tier.Unfilled == 0]; tier.Unfilled == 0 || tier.Filled == 0 {
			if !tier.Why.Has(code) {
				t.Errorf("tier %+v", tier)
			}
		}
	}
	var filled int64
	for i, row := range f.Rows {
		d := demands[i]
		filled += row.Units
		report := byTier[row.Tier]
		report.Rows++
		report.Demand += row.Demand
		report.Filled += row.Units
		least := d.Minimum
		if d.AllOrNone {
			least = d.Units
		}
		if row.Units < 0 || row.Units > d.Units || row.Units%lot != 0 || row.Units > 0 && row.Units < least || !f.Void && row.Units < d.Guaranteed {
			t.Errorf("row %d: %d units for %+v", i, row.Units, d)
		}
		if !row.Why.Has(fillCodes()[row.Outcome]) {
			t.Errorf("row %d of outcome %s: %s", i, row.Outcome, row.Why)
		}
	}
	for _, tier := range f.Tiers {
		if r := byTier[tier.Tier]; r.Rows != tier.Rows || r.Demand != tier.Demand || r.Filled != tier.Filled {
			t.Errorf("tier %+v, but its rows say %+v", tier, r)
		}
	}
	if filled != f.Filled || f.Filled+f.Left != p.Total || f.Left < 0 || f.Demand != f.Filled+f.Unfilled || !f.Void && f.Filled < p.Least {
		t.Errorf("totals of %+v do not add up", f)
	}
	table, err := p.Tabulate(demands)
	if err != nil {
		t.Fatal(err)
	}
	f.Why, f.Rows, f.Tiers = nil, slices.Clone(f.Rows), slices.Clone(f.Tiers)
	for i := range f.Rows {
		f.Rows[i].Why = nil
	}
	for i := range f.Tiers {
		f.Tiers[i].Why = nil
	}
	if text(t, f) != text(t, table) {
		t.Errorf("the table differs:\n%s\n%s", text(t, f), text(t, table))
	}
	roundTrip(t, f)
	roundTrip(t, p)
	roundTrip(t, demands)
}

// refFill fills by the words of the rules, with no regard for speed.
func refFill(p Priority, demands []Demand) []int64 {
	lot := max(p.Lot, 1)
	rows := make([]int64, len(demands))
	left := p.Total / lot
	order := make([]int, len(demands))
	up := func(v int64) int64 { return (v + lot - 1) / lot }
	for i, d := range demands {
		order[i] = i
		rows[i] = up(d.Guaranteed)
		left -= rows[i]
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(demands[i].Tier, demands[j].Tier), cmp.Compare(demands[i].Sequence, demands[j].Sequence))
	})
	takes := func(i int) int64 {
		if demands[i].AllOrNone {
			return up(demands[i].Units)
		}
		return up(demands[i].Minimum)
	}
	wants := func(i int) int64 { return demands[i].Units/lot - up(demands[i].Guaranteed) }
	for len(order) > 0 {
		n := 1
		for n < len(order) && demands[order[n]].Tier == demands[order[0]].Tier {
			n++
		}
		tier := order[:n]
		order = order[n:]
		if p.Within == FirstCome {
			for _, i := range tier {
				switch {
				case takes(i) > demands[i].Units/lot:
				case wants(i) <= left:
					rows[i] += wants(i)
					left -= wants(i)
				case p.Last == LastNone:
					left = 0
				case p.Last != LastSkip && left >= takes(i):
					rows[i] += left
					left = 0
				}
			}
			continue
		}
		b := bounded{total: left}
		var least []int64
		for _, i := range tier {
			b.weights, b.low, b.high = append(b.weights, wants(i)), append(b.low, 0), append(b.high, min(wants(i), left))
			b.ties, least = append(b.ties, 0), append(least, takes(i))
			if takes(i) > demands[i].Units/lot {
				b.high[len(b.high)-1] = 0
			}
		}
		_, dropped := refOrNothing(b, least)
		for k := range tier {
			if dropped[k] {
				b.high[k] = 0
			} else {
				b.low[k] = least[k]
			}
		}
		var filled []int64
		filled, left = refWithin(orElse(p.Method, LargestRemainder), b)
		for k, i := range tier {
			rows[i] += filled[k]
		}
	}
	return rows
}

// randomDemands makes demands for a small number of units.
func randomDemands(random *rand.Rand, n int, total, tiers int64) []Demand {
	demands := demandsOf(make([]Demand, n)...)
	for i := range demands {
		d := &demands[i]
		d.Units = 1 + random.Int64N(total/int64(n)*3+5)
		d.Tier = 1 + random.Int64N(tiers)
		d.Sequence = random.Int64N(4)
		switch random.IntN(6) {
		case 0:
			d.Guaranteed = random.Int64N(min(d.Units, total/int64(n)) + 1)
		case 1:
			d.Minimum = random.Int64N(d.Units + 1)
		case 2:
			d.AllOrNone = true
		}
	}
	return demands
}

func TestPriorityAgainstReference(t *testing.T) {
	random := source(51)
	answered := 0
	for range 1500 {
		n := 1 + random.IntN(9)
		total := random.Int64N(120)
		demands := randomDemands(random, n, total, 3)
		p := Priority{Total: total, Lot: random.Int64N(4) * random.Int64N(3)}
		if random.IntN(2) == 0 {
			p.Within = FirstCome
			p.Last = []LastDemand{"", LastPartial, LastNone, LastSkip}[random.IntN(4)]
		} else {
			p.Method = append(Method("").all(), "")[random.IntN(7)]
		}
		got, err := p.Fill(demands)
		if err != nil {
			continue // guaranteed numbers that lots do not allow
		}
		answered++
		checkFills(t, p, demands, got)
		if want := refFill(p, demands); p.Lot <= 1 && !slices.Equal(filledOf(got), want) {
			t.Fatalf("%+v of %+v: %v, want %v", p, demands, filledOf(got), want)
		} else if p.Lot > 1 {
			for i := range want {
				want[i] *= p.Lot
			}
			if !slices.Equal(filledOf(got), want) {
				t.Fatalf("%+v of %+v: %v, want %v", p, demands, filledOf(got), want)
			}
		}
	}
	if answered < 1000 {
		t.Errorf("only %d questions were answered", answered)
	}
}
