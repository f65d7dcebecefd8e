package escrow

import (
	"go/ast"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
)

// Every code of a refusal, which are the first group, is looked for where cures are
// made; that of an event that is none has its cure in [Deal.Check].
func TestCuresOfAllRefusals(t *testing.T) {
	sources := golden.Sources(t)
	cured := map[string]bool{"codeEventInvalid": true}
	ast.Inspect(sources["cure.go"], func(n ast.Node) bool {
		if clause, ok := n.(*ast.CaseClause); ok {
			for _, e := range clause.List {
				if code, ok := e.(*ast.Ident); ok {
					cured[code.Name] = true
				}
			}
		}
		return true
	})
	// Those of conditions are cured by the condition.
	for _, code := range []string{"codeConditionNotMet", "codeConditionNotShown", "codeWaiverNotEnough"} {
		cured[code] = true
	}
	refusals := sources["words.go"].Decls[1].(*ast.GenDecl).Specs
	if len(refusals) < 50 {
		t.Fatalf("%d refusals were found", len(refusals))
	}
	for _, spec := range refusals {
		for _, name := range spec.(*ast.ValueSpec).Names {
			if !cured[name.Name] {
				t.Errorf("%s has no cure", name.Name)
			}
		}
	}
}
