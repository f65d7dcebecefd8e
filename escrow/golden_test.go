package escrow_test

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/internal/golden"
)

// go test ./escrow -update writes the files anew.
func TestGolden(t *testing.T) {
	codes := golden.Catalog(t, escrow.Codes())
	golden.JSON(t, slices.Concat(goldenQuestions(), goldenAnswers(t)), codes, "Deal")
}

// The types of events, which are words of the log such as "deposit.received", are
// no constants.
func TestKinds(t *testing.T) { golden.Kinds(t) }
