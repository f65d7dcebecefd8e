package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// Examples holds that some Example calls each exported function and method of the
// package by its name, but those named. Readers and writers of JSON, text and columns
// and String are called by others.
func Examples(t *testing.T, without ...string) {
	t.Helper()
	called := map[string]bool{}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range tree.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || !strings.HasPrefix(f.Name.Name, "Example") {
				continue
			}
			ast.Inspect(f.Body, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok {
					called[sel.Sel.Name] = true
				}
				return true
			})
		}
	}
	const others = " String Value Scan "
	inspect(t, func(n ast.Node) {
		f, ok := n.(*ast.FuncDecl)
		if !ok || !f.Name.IsExported() || strings.Contains(f.Name.Name, "arshal") || strings.Contains(others, " "+f.Name.Name+" ") {
			return
		}
		name := f.Name.Name
		if f.Recv != nil {
			receiver := f.Recv.List[0].Type
			if star, ok := receiver.(*ast.StarExpr); ok {
				receiver = star.X
			}
			if list, ok := receiver.(*ast.IndexExpr); ok {
				receiver = list.X
			}
			id, ok := receiver.(*ast.Ident)
			if !ok || !id.IsExported() {
				return
			}
			name = id.Name + "." + name
		}
		if !called[f.Name.Name] && !slices.Contains(without, name) {
			t.Errorf("no example calls %s", name)
		}
	})
}
