package exact_test

import (
	"testing"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/golden"
)

// goldenQuestions are what terms hold of this package.
func goldenQuestions() []any {
	return []any{exact.Fraction{Num: 51, Den: 100}, exact.Mixed{Whole: 33_333, Num: 1, Den: 3}}
}

// go test ./exact -update writes the files anew.
func TestGolden(t *testing.T) { golden.JSON(t, goldenQuestions(), nil) }

func TestKinds(t *testing.T) { golden.Kinds(t) }

// doors has each function that takes text.
func doors() []golden.Door {
	text, rounding, number := "51%", exact.Nearest, exact.Mixed{Whole: 1, Num: 1, Den: 2}
	return []golden.Door{
		{Name: "ParseFraction", In: []any{&text}, Ask: func() (any, error) { return exact.ParseFraction(text) }},
		{Name: "Rounding.Divide", In: []any{&rounding}, Ask: func() (any, error) { return rounding.Divide(3, 2) }},
		{Name: "Mixed.Round", In: []any{&rounding}, Ask: func() (any, error) { return number.Round(rounding) }},
	}
}

func TestTextIsUTF8(t *testing.T) { golden.Texts(t, doors()) }

func TestTextIsUTF8InJSON(t *testing.T) { golden.TextsJSON(t, goldenQuestions()) }

func TestDoorsAreAll(t *testing.T) { golden.Doors(t, doors()) }
