package offering_test

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/offering"
)

// Each rule of the law has a code of its own, a sentence and a paragraph.
func TestLaw(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range offering.Law() {
		if !strings.HasPrefix(string(r.Code), "offering.law.") || !strings.HasSuffix(r.Text, ".") || r.Authority.Cite == "" || seen[r.Text] {
			t.Errorf("%+v", r)
		}
		seen[r.Text] = true
	}
	if len(seen) < 3 {
		t.Errorf("%d rules", len(seen))
	}
}
