package fences

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/walk"
)

// module is the packages, and the lists of depguard for them.
func module(t *testing.T) (tree walk.Tree, c config, strict, pure guard) {
	t.Helper()
	tree, err := walk.Load()
	if err != nil {
		t.Fatal(err)
	}
	if c, err = read(tree.Root); err != nil {
		t.Fatal(err)
	}
	if strict, err = c.guardOf("strict"); err != nil {
		t.Fatal(err)
	}
	if pure, err = c.guardOf("lax"); err != nil {
		t.Fatal(err)
	}
	return tree, c, strict, pure
}

func (g guard) mustLists(t *testing.T, file, imported string) []string {
	t.Helper()
	names, err := g.lists(file, imported)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestEveryPackageHasItsList(t *testing.T) {
	tree, _, strict, _ := module(t)
	public := map[string]bool{}
	for _, p := range tree.Public() {
		public[p.Path] = true
	}
	for _, p := range tree.Packages {
		t.Run(p.Path, func(t *testing.T) {
			if problem, err := strict.uncovered(p.Path, public[p.Path]); problem != "" || err != nil {
				t.Error(problem, err)
			}
		})
	}
}

// A folder that nobody has thought of is missed, wherever it is.
func TestNewFolderHasNoList(t *testing.T) {
	_, _, strict, _ := module(t)
	for _, path := range []string{"newroom", "restrict/newroom", "restrict/rule144/newroom", "law/newroom", "offering/apportion/newroom", "."} {
		t.Run(path, func(t *testing.T) {
			problem, err := strict.uncovered(path, true)
			if err != nil || !strings.HasPrefix(problem, path+" is in no list") {
				t.Errorf("%q, %v", problem, err)
			}
		})
	}
	if problem, err := strict.uncovered("internal/newroom", false); problem != "" || err != nil {
		t.Error(problem, err)
	}
	if problem, err := strict.uncovered("internal/golden", true); problem == "" || err != nil {
		t.Error("a list of another name passes", err)
	}
}

// arrows is what each package may import of the public ones, itself apart.
const arrows = `
law:
exact: law
calendar: law
offering: law exact calendar offering/apportion
offering/apportion: law exact calendar
offering/proration: law exact calendar offering/apportion offering
offering/adjust: law exact calendar offering/apportion offering
offering/convert: law exact calendar offering/apportion offering
offering/consent: law exact calendar offering/apportion offering
offering/limit: law exact calendar offering/apportion offering
escrow: law exact calendar
restrict/rule144: law exact calendar
restrict/holding: law exact calendar restrict/rule144
restrict/resale: law exact calendar restrict/rule144
restrict/legend: law exact calendar restrict/rule144 restrict/holding restrict/resale
restrict/reports: law exact calendar
restrict/damages: law exact calendar
restrict/delivery: law exact calendar restrict/damages
restrict/registration: law exact calendar restrict/damages
restrict: law exact calendar restrict/rule144 restrict/holding restrict/resale restrict/legend restrict/reports restrict/damages restrict/delivery restrict/registration
`

func TestArrows(t *testing.T) {
	tree, _, strict, _ := module(t)
	uses, all := map[string][]string{}, []string{"restrict/newroom", "newroom"}
	for line := range strings.Lines(strings.TrimSpace(arrows)) {
		path, below, _ := strings.Cut(line, ":")
		uses[path] = append(strings.Fields(below), path)
		all = append(all, path)
	}
	for _, p := range tree.Public() {
		if uses[p.Path] == nil {
			t.Errorf("%s is not in the arrows of this test", p.Path)
		}
	}
	for path, below := range uses {
		t.Run(path, func(t *testing.T) {
			for _, other := range all {
				if strings.HasPrefix(other, "internal/") {
					continue
				}
				allowed := len(strict.mustLists(t, path+"/x.go", walk.Module+"/"+other)) == 0
				if want := slices.Contains(below, other); allowed != want {
					t.Errorf("it may import %s: %t, want %t", other, allowed, want)
				}
			}
			for _, refused := range []string{walk.Module, walk.Module + "/examples/focus", walk.Module + "/tools/api", stranger} {
				if len(strict.mustLists(t, path+"/x.go", refused)) == 0 {
					t.Errorf("it may import %s", refused)
				}
			}
			if law := path == "law"; law != (len(strict.mustLists(t, path+"/x.go", walk.Module+"/internal/check")) > 0) {
				t.Error("internal packages are below all others but law")
			}
		})
	}
}

// The list of what is impure is for every package of the library and for new ones,
// and not for what helps tests, which no package of the library uses.
func TestPureIsForTheLibrary(t *testing.T) {
	tree, _, _, pure := module(t)
	library := []string{"newroom", "restrict/newroom", "internal/newroom"}
	for _, p := range tree.Library() {
		library = append(library, p.Path)
	}
	for _, path := range library {
		t.Run(path, func(t *testing.T) {
			for _, impure := range []string{"os", "net/http", "math/rand/v2", "unsafe", "reflect", "testing", "github.com/rickar/cal/v2/us"} {
				if !slices.Equal(pure.mustLists(t, path+"/x.go", impure), []string{"pure"}) {
					t.Errorf("it may import %s", impure)
				}
			}
			for _, allowed := range []string{"time", "math/big", "encoding/json", "github.com/rickar/cal/v2"} {
				if len(pure.mustLists(t, path+"/x.go", allowed)) > 0 {
					t.Errorf("it may not import %s", allowed)
				}
			}
			if len(pure.mustLists(t, path+"/x_test.go", "os")) > 0 {
				t.Error("its tests may not import os")
			}
		})
	}
	if len(pure.mustLists(t, "internal/golden/x.go", "os")) > 0 {
		t.Error("the tests have no helpers, or this test does not see them")
	}
}

// Exceptions are for tests and examples: no linter is told to pass over a package of
// the library.
func TestNoExceptionForTheLibrary(t *testing.T) {
	tree, c, _, _ := module(t)
	patterns := slices.Clone(c.Linters.Exclusions.Paths)
	for _, r := range c.Linters.Exclusions.Rules {
		if sentences := r.Path == `(^|/)words\.go$` && slices.Equal(r.Linters, []string{"lll"}); r.Path != "" && !sentences {
			patterns = append(patterns, r.Path) // a sentence may be as long as it is
		}
	}
	if len(patterns) < 2 {
		t.Fatalf("only %d exceptions were read", len(patterns))
	}
	files := []string{"restrict/newroom/x.go", "internal/newroom/x.go"}
	for _, p := range tree.Library() {
		files = append(files, p.Path+"/x.go")
	}
	for _, pattern := range patterns {
		excepted, err := regexp.Compile(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if excepted.MatchString(file) {
				t.Errorf("%s is excepted by %q", file, pattern)
			}
		}
		if !excepted.MatchString("law/x_test.go") && !excepted.MatchString("examples/x.go") {
			t.Errorf("what does %q except?", pattern)
		}
	}
}
