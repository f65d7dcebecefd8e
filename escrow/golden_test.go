package escrow_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
)

// go test ./escrow -update writes the files anew.
func TestGolden(t *testing.T) {
	codes := golden.Catalog(t, escrow.Codes())
	golden.JSON(t, slices.Concat(goldenQuestions(), goldenAnswers(t)), codes, "Deal")
}

// The types of events are the words of a log, such as "deposit.received".
func TestKinds(t *testing.T) {
	var types []string
	for name, text := range golden.Words(t) {
		if strings.HasPrefix(name, "Type") {
			types = append(types, text)
		}
	}
	golden.Kinds(t, types...)
}
