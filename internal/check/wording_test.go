package check_test

import (
	"go/ast"
	"regexp"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
)

// TestOneWording holds the words of each kind of fault to one place, and keeps other
// words for the same from coming back.
func TestOneWording(t *testing.T) {
	for words, places := range map[string][]string{
		`^is below (zero|0|1)$|negative`:          {"internal/check", "internal/exact", "exact", "restrict"},
		`^is not above (zero|0)`:                  {"internal/exact", "exact"},
		`^is not between`:                         nil,
		`^is not from (%d|\d+) to (%d|\d+)$`:      {"internal/check", "law"},
		`^are more than %d$`:                      {"internal/check"},
		`^is (given|listed) twice$`:               {"internal/check", "law"},
		`^is given although (%s|\w+) is %q$`:      {"internal/check"},
		`^(is|lies) outside the (%s )?calendar$`:  {"internal/check"},
		`^lies (before|after|outside)`:            nil,
		`^is not valid UTF-8`:                     {"law"},
		`^has a control character$`:               {"internal/check"},
		`^is required and must be above zero$`:    {"internal/check", "internal/exact"},
		`^(is required|is missing|is not given)$`: {"law"},
	} {
		t.Run(words, func(t *testing.T) {
			form, found := regexp.MustCompile(words), 0
			golden.EachOfLibrary(t, func(t *testing.T, name string) {
				for _, file := range golden.Sources(t) {
					ast.Inspect(file, func(n ast.Node) bool {
						call, ok := n.(*ast.CallExpr)
						if !ok {
							return true
						}
						if add, ok := call.Fun.(*ast.SelectorExpr); !ok || add.Sel.Name != "Add" || len(call.Args) < 4 {
							return true
						}
						if text, ok := golden.Literal(call.Args[3]); ok && form.MatchString(text) {
							if found++; !slices.Contains(places, name) {
								t.Errorf("says %q of its own", text)
							}
						}
						return true
					})
				}
			})
			if found == 0 && places != nil {
				t.Error("nobody says it")
			}
		})
	}
}
