package restrict

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

var (
	sinkVerdict Verdict
	sinkFinding Finding
)

func BenchmarkScreen(b *testing.B) {
	former := purchase2002()
	former.Affiliate, former.LastAffiliate = AffiliateFormer, day(2008, time.May, 31)
	unknown := purchase2002()
	unknown.Issuer = Issuer{Reporting: ReportingUnknown, Current: law.Unknown, Public: law.Unknown, Shell: ShellUnknown}
	for _, c := range []struct {
		name  string
		facts Facts
		sale  calendar.Date
	}{
		{"1997", purchase2002(), day(2003, time.December, 1)},
		{"2008", purchase2002(), day(2008, time.August, 31)},
		{"former", former, day(2008, time.August, 31)},
		{"unknown", unknown, day(2008, time.August, 31)},
		{"shell", formerShell(), day(2024, time.March, 16)}, // on which the conventions differ
		{"boundary", purchase2002(), day(2003, time.November, 29)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v, err := Screen(c.facts, c.sale)
				if err != nil {
					b.Fatal(err)
				}
				sinkVerdict = v
			}
		})
	}
}

func BenchmarkRule144(b *testing.B) {
	f := purchase2002()
	b.ReportAllocs()
	for b.Loop() {
		finding, err := Rule144(f, day(2003, time.December, 1))
		if err != nil {
			b.Fatal(err)
		}
		sinkFinding = finding
	}
}

func BenchmarkMilestones(b *testing.B) {
	f := purchase2002()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Milestones(f); err != nil {
			b.Fatal(err)
		}
	}
}

// TestScreenDoesNotAllocate asks in every branch that random facts reach, ten
// times each, lest an allocation of the runtime's own be counted.
func TestScreenDoesNotAllocate(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		f, sale := random(r)
		if n := testing.AllocsPerRun(10, func() { sinkVerdict = mustScreen(t, f, sale) }); n != 0 {
			t.Fatalf("Screen(%+v, %s) allocates %v times", f, sale, n)
		}
	}
}
