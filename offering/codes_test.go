package offering

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// inCode is a word of a kind as it stands in a code: spaces become underscores.
func inCode[S ~string](kind S) string { return strings.ReplaceAll(string(kind), " ", "_") }

// A code is named for its text, and stands in one of the files of the codes; law.go
// has the keys of provisions, which are no codes.
func TestCodes(t *testing.T) {
	for text, name := range golden.Codes(t) {
		word := strings.NewReplacer("offering.", "", ".", "", "_", "").Replace(text)
		if !strings.HasPrefix(text, "offering.") || !strings.EqualFold(name, "Code"+word) {
			t.Errorf("%s is not named for %q", name, text)
		}
	}
	for file, parsed := range golden.Sources(t) {
		ast.Inspect(parsed, func(n ast.Node) bool {
			if text, ok := golden.Literal(n); ok && strings.HasPrefix(text, "offering.") && !strings.HasPrefix(file, "codes") && file != "law.go" {
				t.Errorf("%s: %q is no constant", file, text)
			}
			return true
		})
	}
}

// wantCodes fails the test unless the reasons carry these codes, in this order.
func wantCodes(t *testing.T, why law.Reasons, codes ...string) {
	t.Helper()
	got := why.Codes()
	if len(got) != len(codes) {
		t.Fatalf("codes %q, want %q", got, codes)
	}
	for i := range codes {
		if got[i] != codes[i] {
			t.Errorf("code %d is %q, want %q", i, got[i], codes[i])
		}
	}
	for _, r := range why {
		if len(r.Text) < 10 || r.Text[len(r.Text)-1] != '.' {
			t.Errorf("%s: %q is no sentence", r.Code, r.Text)
		}
	}
}
