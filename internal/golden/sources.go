package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
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

// Words is the exported constants of the package that are text, by name.
func Words(t *testing.T) map[string]string {
	t.Helper()
	words := map[string]string{}
	inspect(t, func(n ast.Node) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return
		}
		for i, value := range spec.Values {
			if text, ok := Literal(value); ok && spec.Names[i].IsExported() {
				words[spec.Names[i].Name] = text
			}
		}
	})
	return words
}

// Codes is the constants named Code…, by their texts, and those that are listed
// as data. They are the public face for programs: testdata/codes.csv has them all,
// so that one renamed or taken away shows there, and a new one asks for its line.
// Each is a literal of its own that the package uses.
func Codes(t *testing.T, listed ...law.Code) map[law.Code]string {
	t.Helper()
	form := regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)+$`)
	codes, named := map[string]string{}, map[string]int{}
	for name, text := range Words(t) {
		if !strings.HasPrefix(name, "Code") {
			continue
		}
		if other, twice := codes[text]; twice {
			t.Errorf("%s and %s are both %q", name, other, text)
		}
		codes[text] = name
	}
	inspect(t, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Ident:
			named[n.Name]++
		case *ast.BinaryExpr:
			for _, part := range []ast.Expr{n.X, n.Y} {
				if id, ok := part.(*ast.Ident); ok && n.Op == token.ADD && strings.HasPrefix(id.Name, "Code") {
					t.Errorf("%s is a part of another code, which escapes the list", id.Name)
				}
			}
		}
	})
	for text, name := range codes {
		if named[name] < 2 {
			t.Errorf("%s, %q, is used nowhere", name, text)
		}
	}
	for _, text := range listed {
		codes[string(text)] = ""
	}
	for text, name := range codes {
		if !form.MatchString(text) {
			t.Errorf("%s is %q", name, text)
		}
	}
	file(t, "codes.csv", strings.Join(slices.Sorted(maps.Keys(codes)), "\n")+"\n")
	out := map[law.Code]string{}
	for text, name := range codes {
		out[law.Code(text)] = name
	}
	return out
}

// Kinds holds the texts of constants that have a type of the package to one form: lower-case
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
