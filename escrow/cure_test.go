package escrow

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// Every code of a refusal, which are the first group, has a cure; and every code
// is said somewhere besides its cure.
func TestCures(t *testing.T) {
	sources, texts, said := golden.Sources(t), golden.Words(t), map[string]bool{}
	refusals := sources["codes.go"].Decls[1].(*ast.GenDecl).Specs
	if len(refusals) < 50 {
		t.Fatalf("%d refusals were found", len(refusals))
	}
	for _, spec := range refusals {
		name := spec.(*ast.ValueSpec).Names[0].Name
		if c := cureOf(law.Code(texts[name])); c.How == "" || string(c.Code) != texts[name] {
			t.Errorf("%s has no cure", name)
		}
	}
	if c := cureOf("escrow.no.such.code"); c.How != "" {
		t.Errorf("a cure of nothing: %+v", c)
	}
	for file, source := range sources {
		if file == "cure.go" || strings.HasPrefix(file, "code") {
			continue
		}
		ast.Inspect(source, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				said[id.Name] = true
			}
			return true
		})
	}
	for name, text := range texts {
		if strings.HasPrefix(name, "Code") && (!said[name] || !strings.HasPrefix(text, "escrow.")) {
			t.Errorf("%s, %q, is said nowhere, or is of another package", name, text)
		}
	}
}
