package escrow

import (
	"go/ast"
	"slices"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
)

// Every type that is a body, which is one with a check, has an entry in the table of
// events; no word and no type has two.
func TestEveryBodyHasAnEntry(t *testing.T) {
	var bodies, listed []string
	for _, file := range golden.Sources(t) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "check" {
				if of, ok := f.Recv.List[0].Type.(*ast.Ident); ok && of.IsExported() {
					bodies = append(bodies, of.Name)
				}
			}
		}
	}
	facts := true
	for _, as := range entries() {
		listed = append(listed, as.of.Name())
		if facts = facts && !as.instructs; facts == as.instructs {
			t.Errorf("the fact %s stands after an instruction", as.word)
		}
		if as.do == nil || as.read == nil || as.word == "" {
			t.Errorf("%s lacks something", as.of)
		}
	}
	slices.Sort(bodies)
	slices.Sort(listed)
	if !slices.Equal(bodies, listed) {
		t.Errorf("the bodies are %v, and the table has %v", bodies, listed)
	}
	if n := len(entries()); len(table().named) != n || len(table().of) != n {
		t.Errorf("%d entries have %d words and %d types", n, len(table().named), len(table().of))
	}
}
