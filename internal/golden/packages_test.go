package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryPackageIsHeld holds that the tests of each package that a host imports ask
// what this package asks, as far as there is something to ask about. What this package
// itself imports has tests of its own.
func TestEveryPackageIsHeld(t *testing.T) {
	ours := map[string]bool{}
	for _, p := range load(t).Below("internal/golden") {
		ours[p.Path] = true
	}
	EachPublic(t, func(t *testing.T, name string) {
		if ours[name] {
			return
		}
		called := calls(t)
		for _, wanted := range owed(t) {
			if !called[wanted] {
				t.Errorf("no test of %s calls golden.%s", name, wanted)
			}
		}
	})
}

// TestEveryWordIsRead holds each type that lists words to refuse any other where it is
// read: a wrong word comes back with its path, beside every other fault of the document.
func TestEveryWordIsRead(t *testing.T) {
	found := 0
	EachPublic(t, func(t *testing.T, name string) {
		listed, reads := map[string]bool{}, map[string]bool{}
		inspect(t, func(n ast.Node) {
			switch n := n.(type) {
			case *ast.ValueSpec:
				of, ok := n.Type.(*ast.Ident)
				if ok && of.IsExported() && n.Names[0].IsExported() {
					if text, ok := Literal(n.Values[0]); ok && text != "" {
						listed[of.Name] = true
					}
				}
			case *ast.FuncDecl:
				if n.Name.Name == "UnmarshalText" {
					reads[receiver(n.Recv.List[0].Type)] = true
				}
			}
		})
		for of := range listed {
			// A bearing of a later version is unstated, and counts as against; the reader
			// of a log knows the types of events, and says of a later one that it is not read.
			if found++; !reads[of] && name+"."+of != "law.Bearing" && name+"."+of != "escrow.EventType" {
				t.Errorf("%s takes any word from JSON", of)
			}
		}
	})
	if found < 100 {
		t.Errorf("only %d types list words", found)
	}
}

// owed lists what the tests of the package of the working folder have to call.
func owed(t *testing.T) (wanted []string) {
	t.Helper()
	found := map[string]bool{}
	for range structs(t) {
		found["JSON"] = true
	}
	inspect(t, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.ValueSpec:
			if isLaw(n.Type, "Code") {
				found["Catalog"] = true
			}
			for i, value := range n.Values {
				if _, text := Literal(value); text && n.Type != nil && n.Names[i].IsExported() {
					found["Kinds"] = true
				}
			}
		case *ast.FuncDecl:
			switch {
			case n.Name.Name == "Codes" && n.Recv == nil:
				found["Catalog"] = true
			case n.Name.Name == "UnmarshalJSON" && ast.IsExported(receiver(n.Recv.List[0].Type)):
				found["TextsJSON"] = true
			case n.Name.IsExported() && refuses(n) && !strings.Contains(n.Name.Name, "arshal") &&
				(n.Recv == nil || ast.IsExported(receiver(n.Recv.List[0].Type))):
				found["Doors"], found["Texts"] = true, true
			}
		}
	})
	for _, name := range []string{"Catalog", "JSON", "Kinds", "Doors", "Texts", "TextsJSON"} {
		if found[name] {
			wanted = append(wanted, name)
		}
	}
	return wanted
}

// calls is the set of what the tests in the working folder call of this package.
func calls(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	called := map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if selected, ok := call.Fun.(*ast.SelectorExpr); ok {
					if of, ok := selected.X.(*ast.Ident); ok && of.Name == "golden" {
						called[selected.Sel.Name] = true
					}
				}
			}
			return true
		})
	}
	return called
}
