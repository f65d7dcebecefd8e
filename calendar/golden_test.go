package calendar_test

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/golden"
)

// go test ./calendar -update writes the files anew.
func TestGolden(t *testing.T) {
	codes := golden.Catalog(t, calendar.Codes())
	golden.JSON(t, slices.Concat(goldenQuestions(), goldenAnswers(t)), codes)
}

func TestKinds(t *testing.T) { golden.Kinds(t, "") } // NoRoll is no word

func TestEveryCallHasAnExample(t *testing.T) {
	golden.Examples(t)
}
