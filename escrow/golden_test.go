package escrow_test

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
)

// go test ./escrow -update writes the files anew.
func TestGolden(t *testing.T) {
	codes := golden.Catalog(t, escrow.Codes(), listedCodes()...)
	golden.JSON(t, slices.Concat(goldenQuestions(), goldenAnswers(t)), codes, "Deal")
}
