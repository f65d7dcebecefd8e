package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
)

// go test ./restrict -update writes the files anew.
func TestGolden(t *testing.T) {
	codes := golden.Catalog(t, Codes(), listedCodes()...)
	golden.JSON(t, slices.Concat(goldenQuestions(), goldenAnswers(t)), codes)
}

func TestKinds(t *testing.T) { golden.Kinds(t, "form s-8") }
