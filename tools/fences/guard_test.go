// Package fences holds the configuration of the linters, .golangci.yml, to the
// packages that there are: its tests ask depguard itself, with the lists of that file,
// what each package may import.
package fences

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/OpenPeeDeeP/depguard/v2"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"
)

// config is what the tests read of .golangci.yml.
type config struct {
	Linters struct {
		Settings struct {
			Depguard struct {
				Rules map[string]rule `yaml:"rules"`
			} `yaml:"depguard"`
		} `yaml:"settings"`
		Exclusions struct {
			Paths []string `yaml:"paths"`
			Rules []struct {
				Path    string   `yaml:"path"`
				Linters []string `yaml:"linters"`
			} `yaml:"rules"`
		} `yaml:"exclusions"`
	} `yaml:"linters"`
}

// rule is a list of depguard.
type rule struct {
	Mode  string   `yaml:"list-mode"`
	Files []string `yaml:"files"`
	Allow []string `yaml:"allow"`
	Deny  []struct {
		Pkg  string `yaml:"pkg"`
		Desc string `yaml:"desc"`
	} `yaml:"deny"`
}

// read reads the configuration of the module with this root.
func read(root string) (c config, err error) {
	text, err := os.ReadFile(filepath.Join(root, ".golangci.yml"))
	if err != nil {
		return c, err
	}
	return c, yaml.Unmarshal(text, &c)
}

// base takes the place of ${base-path}: no folder of that name is read.
const base = "/module"

// guard asks depguard.
type guard struct{ analyzer *analysis.Analyzer }

// guardOf makes a guard of those lists that are of the mode.
func (c config) guardOf(mode string) (guard, error) {
	settings := depguard.LinterSettings{}
	for name, r := range c.Linters.Settings.Depguard.Rules {
		if r.Mode != mode {
			continue
		}
		list := &depguard.List{ListMode: r.Mode, Allow: slices.Clone(r.Allow), Deny: map[string]string{}}
		for _, pattern := range r.Files {
			list.Files = append(list.Files, strings.ReplaceAll(pattern, "${base-path}", base))
		}
		for _, denied := range r.Deny {
			list.Deny[denied.Pkg] = denied.Desc
		}
		settings[name] = list
	}
	analyzer, err := depguard.NewAnalyzer(&settings)
	return guard{analyzer}, err
}

// refused matches what depguard says.
var refused = regexp.MustCompile(`^import '.*' is not allowed from list '([^']*)'`)

// lists names the lists that refuse the import to a file of the module.
func (g guard) lists(file, imported string) (names []string, err error) {
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, path.Join(base, file), "package p\nimport "+`"`+imported+`"`, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	report := func(d analysis.Diagnostic) {
		if parts := refused.FindStringSubmatch(d.Message); parts != nil {
			names = append(names, parts[1])
		} else {
			err = fmt.Errorf("depguard says %q", d.Message)
		}
	}
	if _, failed := g.analyzer.Run(&analysis.Pass{Analyzer: g.analyzer, Fset: set, Files: []*ast.File{parsed}, Report: report}); failed != nil {
		return nil, failed
	}
	slices.Sort(names)
	return names, err
}

// stranger is an import that no strict list allows, so that each list of a file says
// its name.
const stranger = "example.com/stranger"

// uncovered tells what is wrong with the strict lists of the package: one that a host
// imports has one list, of its own name; any other has one at least.
func (g guard) uncovered(folder string, public bool) (problem string, err error) {
	for _, file := range []string{"x.go", "x_test.go"} {
		names, err := g.lists(path.Join(folder, file), stranger)
		switch {
		case err != nil:
			return "", err
		case len(names) == 0:
			return folder + " is in no list of depguard in .golangci.yml: say there what it may import", nil
		case public && !slices.Equal(names, []string{folder}):
			return fmt.Sprintf("%s is in the lists %q of depguard, and one of its own name is wanted", folder, names), nil
		}
	}
	return "", nil
}
