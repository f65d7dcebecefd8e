package offering

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Digests of the shell: printf 'offering 2026-11-22\nAlpha' | sha256sum, and so
// on. A third party needs no more than that to draw the lot again.
func TestDrawByHand(t *testing.T) {
	const seed = "offering 2026-11-22"
	entrants := []Entrant{{ID: "Alpha"}, {ID: "Beta"}, {ID: "Gamma"}, {ID: "Delta"}}
	d, err := Lottery{Seed: seed, Commitment: strings.ToUpper(Commitment(seed))}.Draw(2, entrants)
	if err != nil {
		t.Fatal(err)
	}
	want := []DrawRow{
		{ID: "Delta", Digest: "405809ffc7a8e0b426d7b8f06a2eaba704a9d2163327dfba63812ff50b673c6d", Units: 1},
		{ID: "Beta", Digest: "4ba9f64b6625b0bfb90f0f50c689f91e7750012eb2105bbc91972ff6af6df167", Units: 1},
		{ID: "Gamma", Digest: "a1dd28f0ffb2c845efdac893bd6d5fc1bbb40e890ce9f6448cb6995bc2deeb16", Units: 0},
		{ID: "Alpha", Digest: "efa177c366874e50b6f8e8564ac0c7c1517856cd2a0b350ff2736a2f2bb7f57b", Units: 0},
	}
	if !slices.Equal(d.Rows, want) {
		t.Errorf("%+v", d.Rows)
	}
	const inputs = "903e68e864b4ac7069ebff4e1b473eed93be11e08493c39a2e48ed41573c2b7c" // printf 'Alpha\t0\nBeta\t0\nDelta\t0\nGamma\t0\n' | sha256sum
	if d.InputHash != inputs || Commitment(seed) != "7f329b3e54158337d4031154fd684f6887a06ea6441ab0ca4e1fc85cf51884bf" {
		t.Errorf("input %s, seed %s", d.InputHash, Commitment(seed))
	}
	wantCodes(t, d.Why, "offering.lottery.committed", "offering.lottery.rank")
	if d.Allocated != 2 || d.Unallocated != 0 || d.Method != MethodHashRank || d.Version != MethodVersion {
		t.Errorf("%+v", d)
	}
	roundTrip(t, d)
	roundTrip(t, entrants)
	roundTrip(t, Lottery{Seed: seed, Authority: law.Citation{Cite: "Notice 1"}})
}

// entrantsOf makes entrants with weights.
func entrantsOf(seed uint64, n int) (entrants []Entrant, sum int64) {
	random := source(seed)
	for i := range n {
		e := Entrant{ID: fmt.Sprint("holder-", i), Weight: random.Int64N(50)}
		if i == 0 {
			e.Weight++
		}
		entrants = append(entrants, e)
		sum += e.Weight
	}
	return entrants, sum
}

// The order of the list has no bearing on anything but itself: both draws come
// out the same, byte for byte.
func TestDrawWithoutOrder(t *testing.T) {
	for seed := range uint64(50) {
		entrants, _ := entrantsOf(seed, 1+int(seed))
		names := make([]Entrant, len(entrants))
		for i, e := range entrants {
			names[i].ID = e.ID
		}
		l := Lottery{Seed: fmt.Sprint("seed ", seed)}
		first, err := l.DrawUnits(100, entrants)
		winners, errWinners := l.Draw(int64(len(names)/2+1), names)
		if err != nil || errWinners != nil {
			t.Fatal(err, errWinners)
		}
		for round := range uint64(4) {
			random := source(round)
			random.Shuffle(len(entrants), func(i, j int) { entrants[i], entrants[j] = entrants[j], entrants[i] })
			random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			again, _ := l.DrawUnits(100, entrants)
			winnersAgain, _ := l.Draw(int64(len(names)/2+1), names)
			if text(t, first) != text(t, again) || text(t, winners) != text(t, winnersAgain) {
				t.Fatalf("%d: the order of the list changed the lot", seed)
			}
		}
	}
}

// Exact marginals: over every number that the seed could give, each entrant gets
// units × weight on the sum of the weights in all, which is its entitlement on
// average, and every time its entitlement rounded down or up.
func TestSystematicMarginals(t *testing.T) {
	for seed := range uint64(300) {
		random := source(seed + 40)
		entrants, sum := entrantsOf(seed, 1+random.IntN(8))
		weights := make([]int64, len(entrants))
		for i, e := range entrants {
			weights[i] = e.Weight
		}
		units := 1 + random.Int64N(3*sum)
		totals := make([]int64, len(weights))
		for number := range sum {
			given := int64(0)
			for i, n := range systematic(units, sum, number, weights) {
				totals[i] += n
				given += n
				exact := kernel.Part(exact.Fraction{Num: weights[i], Den: sum}, units)
				if n != exact.Whole && (n != exact.Whole+1 || exact.Exact()) {
					t.Fatalf("%d: number %d gives row %d %d units of %d × %d ÷ %d", seed, number, i, n, units, weights[i], sum)
				}
			}
			if given != units {
				t.Fatalf("%d: number %d gives %d of %d units", seed, number, given, units)
			}
		}
		for i, total := range totals {
			if total != units*weights[i] {
				t.Fatalf("%d: row %d gets %d in all, want %d × %d", seed, i, total, units, weights[i])
			}
		}
	}
}

// The number is the first value of the stream below the largest multiple of n,
// as a reference with big integers finds it; a modulus that does not divide 2^64
// makes the stream skip.
func TestUniform(t *testing.T) {
	for _, n := range []int64{1, 2, 3, 7, 1 << 40, 1<<62 + 1, 1<<63 - 1, 3 << 61} {
		var sum big.Int
		skipped := 0
		const draws = 400
		for i := range draws {
			seed := fmt.Sprint("seed ", i)
			got := uniform(seed, n)
			limit := new(big.Int).Lsh(big.NewInt(1), 64)
			limit.Sub(limit, new(big.Int).Mod(limit, big.NewInt(n)))
			want := new(big.Int)
			for counter := 0; ; counter++ {
				digest := sha256.Sum256(fmt.Appendf(nil, "%s\nu\n%d", seed, counter))
				if want.SetBytes(digest[:8]); want.Cmp(limit) < 0 {
					break
				}
				skipped++
			}
			if want.Mod(want, big.NewInt(n)); want.Int64() != got || got < 0 || got >= n {
				t.Fatalf("n %d: %d, want %s", n, got, want)
			}
			sum.Add(&sum, want)
		}
		// 2^64 is 2 × (2^63 - 1) + 2, but only once (2^62 + 1) × 3 and a rest of
		// a quarter: a value in four is passed over.
		if n == 1<<62+1 && (skipped < draws/8 || skipped > draws) {
			t.Errorf("%d of %d values passed over", skipped, draws)
		}
		// The mean of numbers drawn evenly is near the middle.
		mean := new(big.Rat).SetFrac(&sum, new(big.Int).Mul(big.NewInt(draws), big.NewInt(n)))
		if f, _ := mean.Float64(); n > 7 && (f < 0.4 || f > 0.6) {
			t.Errorf("n %d: mean of %f", n, f)
		}
	}
}

// Every one of five entrants wins about as often as the others, whatever its name.
func TestDrawIsFair(t *testing.T) {
	wins := make(map[string]int)
	entrants := []Entrant{{ID: "A"}, {ID: "a"}, {ID: "AA"}, {ID: "Zoë"}, {ID: "0"}}
	const lots = 3_000
	for i := range lots {
		d, err := Lottery{Seed: fmt.Sprint(i)}.Draw(2, entrants)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range d.Rows[:2] {
			wins[row.ID]++
		}
	}
	for _, e := range entrants { // 1,200 expected; five standard deviations are 134
		if n := wins[e.ID]; n < 1_066 || n > 1_334 {
			t.Errorf("%s won %d of %d", e.ID, n, lots)
		}
	}
}

func TestDrawUnits(t *testing.T) {
	l := Lottery{Seed: "s"}
	d, err := l.DrawUnits(10, []Entrant{{"A", 1}, {"B", 0}, {"C", 4}})
	if err != nil || d.Allocated != 10 || d.Number < 0 || d.Number >= 5 {
		t.Fatalf("%+v, %v", d, err)
	}
	for _, row := range d.Rows { // ten units over five of weight: no lot is left to draw
		if row.Units != 2*row.Weight {
			t.Errorf("%+v", row)
		}
	}
	wantCodes(t, d.Why, "offering.lottery.uncommitted", "offering.lottery.systematic")
	roundTrip(t, d)
	// The largest numbers.
	d, err = l.DrawUnits(1<<63-1, []Entrant{{"A", 1<<62 - 1}, {"B", 1 << 62}})
	if err != nil || d.Rows[0].Units != d.Rows[0].Weight || d.Rows[1].Units != d.Rows[1].Weight {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestDrawMoreWinnersThanEntrants(t *testing.T) {
	d, err := Lottery{Seed: "s"}.Draw(5, []Entrant{{ID: "A"}, {ID: "B"}})
	if err != nil || d.Allocated != 2 || d.Unallocated != 3 {
		t.Fatalf("%+v, %v", d, err)
	}
	wantCodes(t, d.Why, "offering.lottery.uncommitted", "offering.lottery.rank", "offering.lottery.unallocated")
}

// A result can be drawn again from itself, and any change to it shows.
func TestReplay(t *testing.T) {
	entrants, _ := entrantsOf(3, 9)
	units, err := Lottery{Seed: "s", Commitment: Commitment("s")}.DrawUnits(40, entrants)
	if err != nil {
		t.Fatal(err)
	}
	winners, err := Lottery{Seed: "s"}.Draw(2, []Entrant{{ID: "A"}, {ID: "B"}, {ID: "C"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []Draw{units, winners} {
		if r, err := d.Replay(); err != nil || !r.Same || !r.Why.Has("offering.lottery.replayed") {
			t.Errorf("%+v, %v", r, err)
		}
	}
	alter := []struct {
		name   string
		change func(*Draw)
		code   law.Code
	}{
		{"a unit moved", func(d *Draw) { d.Rows[0].Units++; d.Rows[1].Units-- }, "offering.lottery.differs.rows"},
		{"a weight", func(d *Draw) { d.Rows[0].Weight++ }, "offering.lottery.differs.rows"},
		{"a digest", func(d *Draw) { d.Rows[0].Digest = d.Rows[1].Digest }, "offering.lottery.differs.rows"},
		{"an entrant less", func(d *Draw) { d.Rows = d.Rows[1:] }, "offering.lottery.differs.input"},
		{"the order", func(d *Draw) { d.Rows[0], d.Rows[1] = d.Rows[1], d.Rows[0] }, "offering.lottery.differs.rows"},
		{"the number", func(d *Draw) { d.Number++ }, "offering.lottery.differs.figures"},
		{"the input hash", func(d *Draw) { d.InputHash = "" }, "offering.lottery.differs.input"},
		{"the totals", func(d *Draw) { d.Allocated++ }, "offering.lottery.differs.figures"},
		{"the rest", func(d *Draw) { d.Unallocated++ }, "offering.lottery.differs.figures"},
	}
	for _, tt := range alter {
		d := units
		d.Rows = slices.Clone(units.Rows)
		tt.change(&d)
		r, err := d.Replay()
		if err != nil || r.Same || !r.Why.Has(tt.code) {
			t.Errorf("%s: %+v, %v", tt.name, r, err)
		}
	}
	other := units
	other.Version = "0"
	_, err = other.Replay()
	wantFault(t, err, law.ErrUnsupported, "version")
	other.Version, other.Method = MethodVersion, "coin"
	_, err = other.Replay()
	wantFault(t, err, law.ErrInvalid, "method")
	other.Method = MethodHashRank
	_, err = other.Replay() // a draw of winners has no weights
	wantFault(t, err, law.ErrConflict, "rows[0].weight")
	other.Seed = ""
	_, err = other.Replay()
	wantFault(t, err, law.ErrMissing, "seed")
	roundTrip(t, Replayed{Same: true})
}

func TestLotteryRefuses(t *testing.T) {
	_, err := Lottery{}.Draw(0, nil)
	wantFaults(t, err, "seed", "units", "entrants")
	_, err = Lottery{Seed: "a\nb", Commitment: "?"}.Draw(-1, []Entrant{{ID: ""}, {ID: "A"}, {ID: " A"}, {ID: "B\tC"}, {ID: "D", Weight: 1}, {ID: "\xff"}})
	wantFaults(t, err, "seed", "commitment", "units", "entrants[0].id", "entrants[2].id", "entrants[3].id", "entrants[4].weight", "entrants[5].id")
	wantFault(t, err, law.ErrDuplicate, "entrants[2].id")
	wantFault(t, err, law.ErrInvalid, "entrants[3].id")
	wantFault(t, err, law.ErrConflict, "entrants[4].weight")
	_, err = Lottery{Seed: "\xff"}.DrawUnits(1, []Entrant{{"A", 1 << 62}, {"B", 1 << 62}, {"C", -1}})
	wantFaults(t, err, "seed", "entrants[1].weight", "entrants[2].weight")
	_, err = Lottery{Seed: "s"}.DrawUnits(1, []Entrant{{"A", 0}})
	wantFault(t, err, law.ErrConflict, "entrants")
	if _, err := hex.DecodeString(Commitment("")); err != nil {
		t.Error(err)
	}
}

// The lots that a script of its own drew from the words above Lottery.
func TestLotteryVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/lottery.csv")
	if err != nil {
		t.Fatal(err)
	}
	lots := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), ";")
		number := func(s string) int64 {
			n, err := strconv.ParseInt(s, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		var entrants []Entrant
		for _, field := range fields[4:] {
			row := strings.Split(field, ",")
			entrants = append(entrants, Entrant{ID: row[0], Weight: number(row[1])})
		}
		slices.Reverse(entrants) // the order of the list has no bearing
		d, err := Lottery{Seed: fields[0]}.DrawUnits(number(fields[1]), entrants)
		if err != nil || d.Number != number(fields[2]) || d.InputHash != fields[3] {
			t.Fatalf("%s: number %d, hash %s, %v", line, d.Number, d.InputHash, err)
		}
		for i, field := range fields[4:] {
			got := d.Rows[i]
			if text := fmt.Sprintf("%s,%d,%s,%d", got.ID, got.Weight, got.Digest[:8], got.Units); text != field {
				t.Errorf("%s: row %d is %s, want %s", fields[0], i, text, field)
			}
		}
		lots++
	}
	if lots != 3 {
		t.Errorf("%d lots", lots)
	}
}
