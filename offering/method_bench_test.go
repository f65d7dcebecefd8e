package offering

import "testing"

func BenchmarkMethod(b *testing.B) {
	const million = 1_000_000
	weights := weightsOf("wide", million, 1)
	for _, m := range Method("").all() {
		b.Run(string(m)+"/1M", func(b *testing.B) {
			dst := make([]int64, million)
			for b.Loop() {
				if err := m.ApportionInto(dst, 123_456_789_012, weights, nil); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b, million)
		})
	}
}

func BenchmarkApportionWithin(b *testing.B) {
	const million = 1_000_000
	run := func(name string, l Limits, m Method) {
		b.Run(name+"/"+string(m)+"/1M", func(b *testing.B) {
			weights := weightsOf("small", million, 1)
			dst := make([]int64, million)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.ApportionWithin(dst, 20_000_000_000, weights, l); err != nil {
					b.Fatal(err)
				}
			}
			perRow(b, million)
		})
	}
	random := source(4)
	least, most := make([]int64, million), make([]int64, million)
	for i := range least {
		least[i], most[i] = random.Int64N(10_000), 10_000+random.Int64N(40_000)
	}
	run("maximums", Limits{Maximums: most}, LargestRemainder)
	run("both", Limits{Minimums: least, Maximums: most}, LargestRemainder)
	run("both", Limits{Minimums: least, Maximums: most}, Webster)
}
