package golden

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// codeForm is the form of a code, and codeWord finds what has it.
var (
	codeForm = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)+$`)
	codeWord = regexp.MustCompile(`[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*`)
)

// Catalog holds the catalog of the codes of a package to its sources and its tests.
//
// A row has a code of its own and a sentence. Each code but those listed, which
// tables of the package say, has a constant of the type law.Code, and the other way
// round; the sources say it by that name alone, somewhere besides the catalog; and a
// test names it, or a file of testdata has it. The codes are the public face for
// programs: testdata/codes.csv has them all, so that one renamed or taken away shows
// there, and a new one asks for its line.
//
// The result is the codes with the names of their constants.
func Catalog(t *testing.T, catalog []law.CodeInfo, listed ...law.Code) map[law.Code]string {
	t.Helper()
	names := constants(t)
	codes := make(map[law.Code]string, len(catalog))
	for _, row := range catalog {
		_, twice := codes[row.Code]
		name, constant := names[row.Code]
		switch codes[row.Code] = name; {
		case twice:
			t.Errorf("%s has two rows", row.Code)
		case !codeForm.MatchString(string(row.Code)):
			t.Errorf("%q has not the form of a code", row.Code)
		case !sentence(row.Text):
			t.Errorf("%s: %q is no sentence", row.Code, row.Text)
		case constant == slices.Contains(listed, row.Code):
			t.Errorf("%s has neither a constant nor a row in a table, or both", row.Code)
		}
	}
	uses, words := said(t)
	for code, name := range names {
		if _, ok := codes[code]; !ok {
			t.Errorf("%s, %q, is not in the catalog", name, code)
		}
		if uses[name] == 0 {
			t.Errorf("%s, %q, is said nowhere", name, code)
		}
		if !words[string(code)] && !words[name] {
			t.Errorf("%s, %q, is said by no test", name, code)
		}
	}
	var list []string
	for code := range codes {
		list = append(list, string(code))
	}
	slices.Sort(list)
	file(t, "codes.csv", strings.Join(list, "\n")+"\n")
	return codes
}

// sentence reports whether the text begins and ends as a sentence does.
func sentence(text string) bool {
	return text != "" && strings.ToUpper(text[:1]) == text[:1] && strings.HasSuffix(text, ".") && !strings.Contains(text, "  ")
}

// constants are the names of the constants of the type law.Code, by their texts. No
// two have one text, and no literal elsewhere says it again.
func constants(t *testing.T) map[law.Code]string {
	t.Helper()
	names, literals := map[law.Code]string{}, map[string]int{}
	inspect(t, func(n ast.Node) {
		if text, ok := Literal(n); ok {
			literals[text]++
		}
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !isCode(spec.Type) {
			return
		}
		for i, value := range spec.Values {
			text, ok := Literal(value)
			if !ok || !strings.HasPrefix(strings.ToLower(spec.Names[i].Name), "code") {
				t.Errorf("%s is no literal, or not named for a code", spec.Names[i].Name)
			}
			names[law.Code(text)] = spec.Names[i].Name
		}
	})
	for code, name := range names {
		if literals[string(code)] > 1 {
			t.Errorf("%s: %q is written %d times", name, code, literals[string(code)])
		}
	}
	return names
}

// isCode reports whether the expression is the type law.Code.
func isCode(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Code"
}

// said counts where the sources use a name besides its declaration and a catalog,
// and collects the words of the tests and of testdata, but for codes.csv.
func said(t *testing.T) (uses map[string]int, words map[string]bool) {
	t.Helper()
	uses, words = map[string]int{}, map[string]bool{}
	for _, parsed := range Sources(t) {
		for _, decl := range parsed.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || catalogs(f) {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					uses[id.Name]++
				}
				return true
			})
		}
	}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == "codes.csv" ||
			!strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "testdata") {
			return err
		}
		data, err := os.ReadFile(name)
		for _, word := range codeWord.FindAll(data, -1) {
			words[string(word)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return uses, words
}

// catalogs reports whether the function returns rows of a catalog.
func catalogs(f *ast.FuncDecl) bool {
	if f.Type.Results == nil || len(f.Type.Results.List) != 1 {
		return false
	}
	list, ok := f.Type.Results.List[0].Type.(*ast.ArrayType)
	if !ok {
		return false
	}
	sel, ok := list.Elt.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "CodeInfo"
}
