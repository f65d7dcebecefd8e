package restrict

import (
	"strings"
	"testing"
	"time"

	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// TestSaleProvisions holds the printed numbers to the answers, as a person
// would read them.
func TestSaleProvisions(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range saleProvisions() {
		if p.Key == "" || p.Subject == "" || p.Value == "" || p.Authority.Cite == "" || p.Verified() && p.Checked.On.IsZero() {
			t.Errorf("a row is not whole: %+v", p)
		}
		key := p.Key + p.Subject + p.From.String()
		if seen[key] {
			t.Errorf("twice: %s", key)
		}
		seen[key] = true
		roundTrip(t, p)
		if !strings.HasPrefix(p.Subject, "amount and price") {
			continue
		}
		f := sampleNotice()
		f.Sale = p.From
		f.Price = cents(1)
		for f.Amount = 100; ; f.Amount += 100 { // thresholds are round numbers
			if mustNotice(t, f).Required == law.Yes {
				break
			}
		}
		if !strings.HasPrefix(p.Value, kernel.Count(f.Amount-100)+" units or $"+kernel.Count((f.Amount-100)*map[bool]int64{true: 20, false: 10}[strings.HasPrefix(p.Key, "former")])) {
			t.Errorf("%s: no notice at %d", p.Value, f.Amount-100)
		}
	}
	if len(seen) < 30 || !seen["144(h)(1)amount and price above which a notice is required"+day(2008, time.February, 15).String()] {
		t.Errorf("%d rows", len(seen))
	}
}
