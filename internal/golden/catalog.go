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

// Catalog holds the catalog of the codes of a package to its sources and its tests.
//
// A row has a code of its own and a sentence. Each code but those listed, which
// tables of the package say, has a constant of the type law.Code, and the other way
// round; the sources say it by that name alone, somewhere besides the catalog; and a
// test names it, or a file of testdata has it. None has another code of the package.
// The codes are the public face for programs: testdata/codes.csv has them all, so that
// one renamed or taken away shows there, and a new one asks for its line.
//
// The result is the codes with the names of their constants.
func Catalog(t *testing.T, catalog []law.CodeInfo, listed ...law.Code) map[law.Code]string {
	t.Helper()
	form := regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)+$`)
	names, codes, lines := constants(t), make(map[law.Code]string, len(catalog)), make([]string, len(catalog))
	for i, row := range catalog {
		_, twice := codes[row.Code]
		name, constant := names[row.Code]
		codes[row.Code], lines[i] = name, string(row.Code)
		switch {
		case twice:
			t.Errorf("%s has two rows", row.Code)
		case !form.MatchString(string(row.Code)):
			t.Errorf("%q has not the form of a code", row.Code)
		case row.Text == "" || strings.ToUpper(row.Text[:1]) != row.Text[:1] || !strings.HasSuffix(row.Text, "."):
			t.Errorf("%s: %q is no sentence", row.Code, row.Text)
		case constant == slices.Contains(listed, row.Code):
			t.Errorf("%s has neither a constant nor a row in a table, or both", row.Code)
		}
	}
	uses := uses(t)
	words, texts := asked(t)
	for code, name := range names {
		if _, ok := codes[code]; !ok {
			t.Errorf("%s, %q, is not in the catalog", name, code)
		}
		if uses[name] < 1 {
			t.Errorf("%s, %q, is said nowhere", name, code)
		}
		if !words[string(code)] && !words[name] {
			t.Errorf("%s, %q, is said by no test", name, code)
		}
	}
	for text := range texts {
		if _, ok := codes[law.Code(text)]; !ok {
			t.Errorf("the code %q is not in the catalog", text)
		}
	}
	slices.Sort(lines)
	File(t, "codes.csv", strings.Join(lines, "\n")+"\n")
	return codes
}

// constants are the names of the constants of the type law.Code, by their texts. No
// literal elsewhere says one again.
func constants(t *testing.T) map[law.Code]string {
	t.Helper()
	names, literals := map[law.Code]string{}, map[string]int{}
	inspect(t, func(n ast.Node) {
		if text, ok := Literal(n); ok {
			literals[text]++
		}
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !isLaw(spec.Type, "Code") {
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

// isLaw reports whether the expression is that name of another package, such as law.
func isLaw(e ast.Expr, name string) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == name
}

// uses counts how often the functions of the package use a name, catalogs and the
// cases of switches apart: a code that is looked for is not said.
func uses(t *testing.T) map[string]int {
	t.Helper()
	uses := map[string]int{}
	count := func(n ast.Node, by int) {
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				uses[id.Name] += by
			}
			return true
		})
	}
	inspect(t, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if results := n.Type.Results; results != nil && len(results.List) == 1 {
				if list, ok := results.List[0].Type.(*ast.ArrayType); ok && (isLaw(list.Elt, "CodeInfo") || isLaw(list.Elt, "Row")) {
					return
				}
			}
			count(n, 1)
		case *ast.CaseClause:
			for _, e := range n.List {
				count(e, -1)
			}
		}
	})
	return uses
}

// asked collects the words of the tests and of testdata, which are codes and names
// of constants, and of all files the literals that are codes of the package, if its
// codes begin with its name.
func asked(t *testing.T) (words, texts map[string]bool) {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	word := regexp.MustCompile(`[A-Za-z0-9_]+(\.[a-z0-9_]+)*`)
	text := regexp.MustCompile(`"(` + filepath.Base(folder) + `(\.[a-z0-9_]+)+)"`)
	words, texts = map[string]bool{}, map[string]bool{}
	err = filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == "codes.csv" {
			return err
		}
		data, err := os.ReadFile(name)
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "testdata") {
			for _, found := range word.FindAll(data, -1) {
				words[string(found)] = true
			}
		}
		for _, found := range text.FindAllSubmatch(data, -1) {
			if !strings.Contains(string(found[1]), ".law.") { // the key of a provision
				texts[string(found[1])] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return words, texts
}
