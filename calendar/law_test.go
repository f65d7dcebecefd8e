package calendar_test

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// Each rule of the law has a code of its own, a sentence and a paragraph.
func TestLaw(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range calendar.Law() {
		if !strings.HasPrefix(string(r.Code), "calendar.law.") || !strings.HasSuffix(r.Text, ".") || r.Authority.Cite == "" || seen[r.Text] {
			t.Errorf("%+v", r)
		}
		seen[r.Text] = true
	}
	if len(seen) < 3 {
		t.Errorf("%d rules", len(seen))
	}
}

// The Fedwire is to run on holidays of the banks from 2028 or 2029: 90 FR 51356
// (2025-11-17). The banks' own days stay, with that doubt.
func TestFedwireDoubt(t *testing.T) {
	banks := calendar.FederalReserve()
	told := 0
	for year := 1986; year <= banks.Last().Year(); year++ {
		for _, c := range banks.Closures(year) {
			doubted := strings.Contains(c.Authority.Doubt, "90 FR 51356")
			if doubted != (year >= 2028) || banks.IsOpen(c.Date) || c.Authority.Cite != "Federal Reserve K.8" {
				t.Fatalf("%v: %+v", c, c.Authority)
			}
			if doubted {
				told++
			}
		}
	}
	if c, closed := banks.Closure(calendar.MustDate(2028, time.July, 4)); !closed || c.Authority.Doubt == "" || told == 0 {
		t.Errorf("%+v", c)
	}
	if banks.Announced() != calendar.MustDate(2030, time.December, 31) {
		t.Errorf("the banks' holidays are announced through %v", banks.Announced())
	}
	for _, r := range calendar.Law() {
		if r.Code == "calendar.law.federal_reserve" && !strings.Contains(r.Authority.Doubt, "2028 or 2029") {
			t.Errorf("%+v", r)
		}
	}
}
