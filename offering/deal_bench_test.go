package offering

import (
	"fmt"
	"testing"

	"github.com/offerkit/offerkit/exact"
)

func BenchmarkRoom(b *testing.B) {
	blocker := Blocker{Limit: exact.Fraction{Num: 499, Den: 10_000}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := blocker.Room(10_000_000, 400_000); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTender(b *testing.B) {
	rows, sum := tenders(1, 100_000, true)
	terms := Tender{Sought: sum / 3, OddLots: 100, Seed: "s"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := terms.Tabulate(rows); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(rows)), "ns/row")
}

func BenchmarkDrawUnits(b *testing.B) {
	entrants, sum := entrantsOf(1, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Lottery{Seed: "s"}).DrawUnits(sum/3, entrants); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(entrants)), "ns/row")
}

func BenchmarkSplit(b *testing.B) {
	positions := make([]SplitPosition, 100_000)
	for i := range positions {
		positions[i] = SplitPosition{Holder: fmt.Sprint("h", i), Shares: int64(i*7 + 1)}
	}
	for _, s := range []Split{
		{New: 1, Old: 11, Fractions: FractionsUp, Level: PerHolder},
		{New: 1, Old: 11, Fractions: FractionsCash, Level: PerHolder, Price: dec("2.755")},
		{New: 1, Old: 11, Fractions: FractionsSold, Level: PerHolder, Proceeds: dec("100000.01")},
	} {
		b.Run(string(s.Fractions), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Apply(positions); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(positions)), "ns/row")
		})
	}
}

// The worst case that the limit on holders lets through: each of them is done in
// turn, and what it leaves goes to all the others.
func BenchmarkExchangeCapDone(b *testing.B) {
	holders, events := make([]CapHolder, MaxCapHolders), make([]CapEvent, MaxCapHolders)
	for i := range holders {
		holders[i] = CapHolder{fmt.Sprint("h", i), int64(i + 1)}
		events[i] = CapEvent{Kind: CapDone, Holder: holders[i].Holder}
	}
	for b.Loop() {
		if _, err := (ExchangeCap{Outstanding: 1 << 40}).Follow(holders, events); err != nil {
			b.Fatal(err)
		}
	}
}
