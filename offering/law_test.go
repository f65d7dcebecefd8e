package offering_test

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/offering"
)

// TestLaw holds each row to be whole: a rule that was not read says so, and one that
// was says when.
func TestLaw(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range offering.Law() {
		t.Run(p.Key, func(t *testing.T) {
			if !strings.HasPrefix(p.Key, "offering.law.") && p.Key != "proposal" || p.Subject == "" || p.Value == "" || p.Authority.Cite == "" ||
				seen[p.Subject] {
				t.Errorf("%+v is not whole, or there twice", p)
			}
			if p.Verified() && p.Checked.On.IsZero() {
				t.Errorf("%+v is verified on no day", p)
			}
		})
		seen[p.Subject] = true
	}
	if len(seen) < 3 {
		t.Errorf("%d rules", len(seen))
	}
}
