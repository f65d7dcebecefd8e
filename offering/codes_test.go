package offering

import (
	"flag"
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
)

var update = flag.Bool("update", false, "write the golden files anew")

// inCode is a word of a kind as it stands in a code: spaces become underscores.
func inCode[S ~string](kind S) string { return strings.ReplaceAll(string(kind), " ", "_") }

// sources parses what the package is built from.
func sources(t *testing.T) map[string]*ast.File {
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
		if files[name], err = parser.ParseFile(token.NewFileSet(), name, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// words lists the constants that are text, by name.
func words(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, file := range sources(t) {
		for _, decl := range file.Decls {
			group, ok := decl.(*ast.GenDecl)
			if !ok || group.Tok != token.CONST {
				continue
			}
			for _, spec := range group.Specs {
				value := spec.(*ast.ValueSpec)
				for i, name := range value.Names {
					if i >= len(value.Values) || !name.IsExported() {
						continue
					}
					if text, ok := literal(value.Values[i]); ok {
						out[name.Name] = text
					}
				}
			}
		}
	}
	return out
}

// literal is the text of a literal.
func literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// isCode reports whether the expression is the name of a code.
func isCode(n ast.Expr) bool {
	id, ok := n.(*ast.Ident)
	return ok && strings.HasPrefix(id.Name, "Code")
}

// The codes are the public face for programs: testdata/codes.csv has them all, so
// that one renamed or taken away shows here, and a new one asks for its line.
func TestCodes(t *testing.T) {
	form := regexp.MustCompile(`^offering(\.[a-z0-9]+(_[a-z0-9]+)*)+$`)
	names := map[string]string{}
	for name, text := range words(t) {
		if !strings.HasPrefix(name, "Code") {
			continue
		}
		if other, twice := names[text]; twice {
			t.Errorf("%s and %s are both %q", name, other, text)
		}
		names[text] = name
		if !form.MatchString(text) {
			t.Errorf("%s is %q", name, text)
		}
		word := strings.NewReplacer(".", "", "_", "").Replace(strings.TrimPrefix(text, "offering."))
		if !strings.EqualFold(name, "Code"+word) {
			t.Errorf("%s is not named for %q", name, text)
		}
	}
	used := map[string]bool{}
	for file, parsed := range sources(t) {
		listing := strings.HasPrefix(file, "codes")
		ast.Inspect(parsed, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && !listing {
				used[id.Name] = true
			}
			if sum, ok := n.(*ast.BinaryExpr); ok && (isCode(sum.X) || isCode(sum.Y)) {
				t.Errorf("%s: a code is made of parts, and escapes the list", file)
			}
			if text, ok := literal(n); ok && !listing && strings.HasPrefix(text, "offering.") {
				t.Errorf("%s: %q is no constant", file, text)
			}
			return true
		})
	}
	for text, name := range names {
		if !used[name] {
			t.Errorf("%s, %q, is used nowhere", name, text)
		}
	}
	golden(t, "codes.csv", strings.Join(slices.Sorted(maps.Keys(names)), "\n")+"\n")
}

// Kinds are lower-case words with spaces, as in the other packages.
func TestKinds(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]+( [a-z0-9]+)*$`)
	kinds := 0
	for name, text := range words(t) {
		if strings.HasPrefix(name, "Code") {
			continue
		}
		if kinds++; !form.MatchString(text) {
			t.Errorf("%s is %q", name, text)
		}
	}
	if kinds < 100 {
		t.Errorf("%d kinds were found", kinds)
	}
}

// golden compares with a file of testdata, byte for byte, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) == got {
		return
	}
	before, after := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(before), len(after)) {
		old, now := "", ""
		if i < len(before) {
			old = before[i]
		}
		if i < len(after) {
			now = after[i]
		}
		if old != now {
			t.Errorf("%s:%d has %q, but it is %q; -update writes it anew", path, i+1, old, now)
			return
		}
	}
}
