package escrow

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"
)

// codesOf reads the names and texts of the codes in the sources of the package,
// in groups of one const declaration each.
func codesOf(t *testing.T) (groups []map[string]string) {
	t.Helper()
	for _, file := range []string{"codes.go", "codes_schedule.go"} {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			group := map[string]string{}
			for _, spec := range decl.(*ast.GenDecl).Specs {
				value := spec.(*ast.ValueSpec)
				text, err := strconv.Unquote(value.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				group[value.Names[0].Name] = text
			}
			groups = append(groups, group)
		}
	}
	return groups
}

// Every code of a refusal has a cure, every code is used, and no two are the
// same.
func TestCodes(t *testing.T) {
	groups := codesOf(t)
	seen := map[string]string{}
	for _, group := range groups {
		for name, text := range group {
			if other, twice := seen[text]; twice {
				t.Errorf("%s and %s are both %q", name, other, text)
			}
			seen[text] = name
			if !strings.HasPrefix(text, "escrow.") || text != strings.ToLower(text) {
				t.Errorf("%s is %q", name, text)
			}
		}
	}
	if len(seen) < 100 {
		t.Fatalf("%d codes were found", len(seen))
	}
	for name, text := range groups[0] {
		if c := cureOf(text); c.How == "" || c.Code != text {
			t.Errorf("%s has no cure", name)
		}
	}
	if c := cureOf("escrow.no.such.code"); c.How != "" {
		t.Errorf("a cure of nothing: %+v", c)
	}
	source := ""
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "code") && name != "cure.go" {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			source += string(text)
		}
	}
	for _, group := range groups {
		for name := range group {
			if !strings.Contains(source, name+",") && !strings.Contains(source, name+"}") && !strings.Contains(source, name+"\n") {
				t.Errorf("%s is used nowhere", name)
			}
		}
	}
}
