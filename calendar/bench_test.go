package calendar

import "testing"

// starts are days to begin from, spread so that no branch or cache line is
// always the same.
func starts() [1024]Date {
	var out [1024]Date
	for i := range out {
		out[i] = MustDate(1990, 1, 1).AddDays(i * 7919 % 9000)
	}
	return out
}

func BenchmarkIsOpen(b *testing.B) {
	c, days, open, i := NYSE(), starts(), 0, 0
	for b.Loop() {
		if c.IsOpen(days[i&1023]) {
			open++
		}
		i++
	}
	if open == 0 {
		b.Fatal("never open")
	}
}

func BenchmarkAdd(b *testing.B) {
	for _, n := range []struct {
		name string
		n    int
	}{{"1", 1}, {"-1", -1}, {"3", 3}, {"252", 252}, {"10000", 10000}} {
		b.Run(n.name, func(b *testing.B) {
			c, days, i := NYSE(), starts(), 0
			for b.Loop() {
				if _, err := c.Add(days[i&1023], n.n); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}

func BenchmarkNext(b *testing.B) {
	c, days, i := NYSE(), starts(), 0
	for b.Loop() {
		if _, err := c.Next(days[i&1023]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkPrev(b *testing.B) {
	c, days, i := NYSE(), starts(), 0
	for b.Loop() {
		if _, err := c.Prev(days[i&1023]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkCountTenYears(b *testing.B) {
	c, days, i := NYSE(), starts(), 0
	for b.Loop() {
		d := days[i&1023]
		if _, err := c.Count(d, Date{d.n + 3653}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkSession(b *testing.B) {
	c, days, i := NYSE(), starts(), 0
	b.ReportAllocs()
	for b.Loop() {
		c.Session(days[i&1023])
		i++
	}
}

var delivery = Deadline{Name: "Delivery", Count: 3, Unit: BusinessDays, RollEvent: true, Calendar: FederalReserve()}

func BenchmarkDeadlineAfter(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := delivery.After(Date{731531}); err != nil { // Veterans Day 2003
			b.Fatal(err)
		}
	}
}

// BenchmarkStatute answers a statutory deadline by key: with the catalog built once,
// and as it was when each question built it.
func BenchmarkStatute(b *testing.B) {
	answer := func(b *testing.B, s Statute, err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.After(Date{739788}); err != nil { // June 19, 2026
			b.Fatal(err)
		}
	}
	b.Run("by key", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s, err := StatuteByKey("form-d")
			answer(b, s, err)
		}
	})
	b.Run("building the catalog", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			all := buildStatutes()
			answer(b, all.rows[all.byKey["form-d"]], nil)
		}
	})
	b.Run("across a day that an order may close", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s, err := StatuteByKey("tender-offer")
			if err != nil {
				b.Fatal(err)
			}
			if _, err := s.After(Date{739956}); err != nil { // December 4, 2026
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkDeadlineDateAfter(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := delivery.DateAfter(Date{731531}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDateAt(b *testing.B) {
	b.ReportAllocs()
	c := MustClock(15, 0)
	for b.Loop() {
		Date{731531}.At(c, NewYork())
	}
}

// BenchmarkBuildAll measures the first use of all four calendars.
func BenchmarkBuildAll(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		buildNYSE()
		buildFederalReserve()
		buildFederal()
		buildSettlement()
	}
}
