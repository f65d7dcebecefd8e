package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"strconv"
	"strings"
	"testing"
)

// TestEveryCiteIsTold looks for the paragraphs that the code cites: those of the
// law, and not of a sample of a contract, are in the document.
func TestEveryCiteIsTold(t *testing.T) {
	doc, found := document(), 0
	for _, dir := range []string{"calendar", "offering", "escrow", "restrict"} {
		packages, err := parser.ParseDir(token.NewFileSet(), "../../"+dir, func(f fs.FileInfo) bool {
			return !strings.HasSuffix(f.Name(), "_test.go")
		}, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range packages {
			ast.Inspect(p, func(n ast.Node) bool {
				pair, ok := n.(*ast.KeyValueExpr)
				if !ok {
					return true
				}
				name, isName := pair.Key.(*ast.Ident)
				literal, isText := pair.Value.(*ast.BasicLit)
				if !isName || name.Name != "Cite" || !isText {
					return true
				}
				cite, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				found++
				if cite != "sample clause" && !strings.Contains(doc, cite) {
					t.Errorf("%s cites %s, which is not in LAW.md", dir, cite)
				}
				return true
			})
		}
	}
	if found < 20 {
		t.Errorf("only %d citations were found in the code", found)
	}
}
