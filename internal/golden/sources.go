package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Sources parses what the package is built from, by file.
func Sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*ast.File{}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if files[name], err = parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// Kinds holds the texts of constants that have a type to one form: lower-case
// words with spaces between, but for those excepted.
func Kinds(t *testing.T, except ...string) {
	t.Helper()
	form, found := regexp.MustCompile(`^[a-z0-9]+( [a-z0-9]+)*$`), false
	inspect(t, func(n ast.Node) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil {
			return
		}
		if _, other := spec.Type.(*ast.SelectorExpr); other {
			return // a code, or a word of another package
		}
		for i, value := range spec.Values {
			text, ok := Literal(value)
			if !ok || !spec.Names[i].IsExported() {
				continue
			}
			if found = true; !form.MatchString(text) && !slices.Contains(except, text) {
				t.Errorf("%s is %q", spec.Names[i].Name, text)
			}
		}
	})
	if !found {
		t.Error("no kinds were found")
	}
}

// Literal is what a literal text says.
func Literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// structs is the set of the exported structs.
func structs(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	inspect(t, func(n ast.Node) {
		if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.IsExported() {
			if _, ok := spec.Type.(*ast.StructType); ok {
				out[spec.Name.Name] = true
			}
		}
	})
	return out
}

// inspect visits every node of the sources.
func inspect(t *testing.T, visit func(ast.Node)) {
	t.Helper()
	for _, file := range Sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			visit(n)
			return true
		})
	}
}
