package escrow

import (
	"go/ast"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/law"
)

// Every code of a refusal, which are the first group, has a cure.
func TestCures(t *testing.T) {
	refusals := golden.Sources(t)["codes.go"].Decls[1].(*ast.GenDecl).Specs
	if len(refusals) < 50 {
		t.Fatalf("%d refusals were found", len(refusals))
	}
	for _, spec := range refusals {
		text, ok := golden.Literal(spec.(*ast.ValueSpec).Values[0])
		if c := cureOf(law.Code(text)); !ok || c.How == "" || c.Code != law.Code(text) {
			t.Errorf("%s has no cure", text)
		}
	}
	if c := cureOf("no.such.code"); c.How != "" {
		t.Errorf("a cure of nothing: %+v", c)
	}
}
