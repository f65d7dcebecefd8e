package offering

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// inCode is a word of a kind as it stands in a code: spaces become underscores.
func inCode[S ~string](kind S) law.Code { return law.Code(strings.ReplaceAll(string(kind), " ", "_")) }

// A code is named for its text, and stands in one of the files of the codes.
func TestCodes(t *testing.T) {
	for code, name := range golden.Codes(t) {
		text := string(code)
		word := strings.NewReplacer("offering.", "", ".", "", "_", "").Replace(text)
		if !strings.HasPrefix(text, "offering.") || !strings.EqualFold(name, "Code"+word) {
			t.Errorf("%s is not named for %q", name, text)
		}
	}
	for file, parsed := range golden.Sources(t) {
		ast.Inspect(parsed, func(n ast.Node) bool {
			if text, ok := golden.Literal(n); ok && strings.HasPrefix(text, "offering.") && !strings.HasPrefix(file, "codes") {
				t.Errorf("%s: %q is no constant", file, text)
			}
			return true
		})
	}
}
