package offering_test

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
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
	for _, code := range []law.Code{
		"offering.law.tender.pro_rata", "offering.law.tender.odd_lots", "offering.law.tender.conditional", "offering.law.blocker.raise",
		"offering.law.shelf.price", "offering.law.shelf.lifted", "offering.law.shelf.limit", "offering.law.shelf.concurrent",
		"offering.law.twenty_percent", "offering.law.twenty_percent.public",
	} {
		if !offering.Law().Has(code) {
			t.Errorf("%s is missing", code)
		}
	}
}
