package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

var (
	sinkDate     calendar.Date
	sinkDelivery DeliveryFinding
)

func BenchmarkDelivery(b *testing.B) {
	d := FocusDelivery()
	f := papersIn(day(2003, time.November, 7))
	b.ReportAllocs()
	for b.Loop() {
		got, err := d.Due(f)
		if err != nil {
			b.Fatal(err)
		}
		sinkDelivery = got
	}
}

func BenchmarkDeliveryDueFrom(b *testing.B) {
	for _, c := range []struct {
		name  string
		terms Delivery
	}{{"one clock", FocusDelivery()}, {"earlier of two", variant(b, "B12")}, {"and cash", variant(b, "B10")}} {
		b.Run(c.name, func(b *testing.B) {
			on := day(2003, time.November, 7)
			b.ReportAllocs()
			for b.Loop() {
				due, err := c.terms.DueFrom(on)
				if err != nil {
					b.Fatal(err)
				}
				sinkDate = due
			}
		})
	}
}

// TestDeliveryDueFromDoesNotAllocate asks every form.
func TestDeliveryDueFromDoesNotAllocate(t *testing.T) {
	for name, d := range variants() {
		if n := testing.AllocsPerRun(10, func() { sinkDate, _ = d.DueFrom(day(2003, time.November, 7)) }); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

func BenchmarkDamages(b *testing.B) {
	for _, row := range []string{"C1", "C4", "C10"} {
		b.Run(row, func(b *testing.B) {
			terms, facts := damagesForms()[row], lateBy(60)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := terms.Assess(facts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
