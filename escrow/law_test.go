package escrow_test

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/escrow"
)

// Each rule of the law has a code of its own, a sentence and a paragraph.
func TestLaw(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range escrow.Law() {
		if !strings.HasPrefix(string(r.Code), "escrow.law.") || !strings.HasSuffix(r.Text, ".") || r.Authority.Cite == "" || seen[r.Text] {
			t.Errorf("%+v", r)
		}
		seen[r.Text] = true
	}
	if len(seen) < 3 {
		t.Errorf("%d rules", len(seen))
	}
}
