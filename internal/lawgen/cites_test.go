package main

import (
	"go/ast"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/golden"
	"github.com/offerkit/offerkit/internal/walk"
)

// TestEveryCiteIsTold looks for the paragraphs that the code cites: those of the
// law, and not of a sample of a contract, are in the document.
func TestEveryCiteIsTold(t *testing.T) {
	doc, found := document(), 0
	golden.EachOfLibrary(t, func(t *testing.T, name string) {
		for _, file := range golden.Sources(t) {
			ast.Inspect(file, func(n ast.Node) bool {
				pair, ok := n.(*ast.KeyValueExpr)
				if !ok {
					return true
				}
				key, isName := pair.Key.(*ast.Ident)
				cite, isText := golden.Literal(pair.Value)
				if !isName || key.Name != "Cite" || !isText {
					return true
				}
				found++
				if cite != "sample clause" && !strings.Contains(doc, cite) {
					t.Errorf("%s cites %s, which is not in LAW.md", name, cite)
				}
				return true
			})
		}
	})
	if found < 20 {
		t.Errorf("only %d citations were found in the code", found)
	}
}

// TestEveryRoomIsTold looks for the packages that have a Law or Codes: the documents
// are made from each.
func TestEveryRoomIsTold(t *testing.T) {
	told := map[string]bool{}
	for _, file := range golden.Sources(t) {
		paths := map[string]string{}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			name := path.Base(imported)
			if spec.Name != nil {
				name = spec.Name.Name
			}
			paths[name] = imported
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if selected, ok := n.(*ast.SelectorExpr); ok && (selected.Sel.Name == "Law" || selected.Sel.Name == "Codes") {
				if of, ok := selected.X.(*ast.Ident); ok {
					told[paths[of.Name]+"."+selected.Sel.Name] = true
				}
			}
			return true
		})
	}
	found := 0
	golden.EachPublic(t, func(t *testing.T, name string) {
		for _, file := range golden.Sources(t) {
			for _, declared := range file.Decls {
				if f, ok := declared.(*ast.FuncDecl); ok && f.Recv == nil && (f.Name.Name == "Law" || f.Name.Name == "Codes") {
					if found++; !told[(walk.Package{Path: name}).Import()+"."+f.Name.Name] {
						t.Errorf("%s.%s is in no document: rooms does not list it", name, f.Name.Name)
					}
				}
			}
		}
	})
	if found < 8 {
		t.Errorf("only %d were found", found)
	}
}
