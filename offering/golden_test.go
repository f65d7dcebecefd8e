package offering

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
)

// go test ./offering -update writes the files anew.
func TestGoldenJSON(t *testing.T) {
	golden.JSON(t, slices.Concat(goldenQuestions(), goldenAnswers(t)), golden.Catalog(t, Codes()))
}

func TestKinds(t *testing.T) { golden.Kinds(t) }
