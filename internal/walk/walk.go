// Package walk finds the packages of this module by walking its folders. The tests
// and tools that hold one rule over all of them use it, so that none keeps a list of
// names and a package is under every rule as soon as its folder exists. It reads
// files, and no package that a host imports may use it.
package walk

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Module is the import path of the module's root.
const Module = "github.com/offerkit/offerkit"

// Package is a folder of the module that has Go files.
type Package struct {
	// Path is the folder, with slashes, below the root: "calendar". Files in the
	// root itself are the package ".".
	Path string
	// Uses are the paths of the packages of this module that its files import, test
	// files apart.
	Uses []string
}

// Within reports whether the package is the folder, or in one below it.
func (p Package) Within(folder string) bool {
	return p.Path == folder || strings.HasPrefix(p.Path, folder+"/")
}

// Import is the path by which the package is imported.
func (p Package) Import() string { return path.Join(Module, p.Path) }

// Tree is the packages of the module, in the order of their paths.
type Tree struct {
	// Root is the folder of the module's go.mod; it is empty unless Load made the Tree.
	Root     string
	Packages []Package
}

// Load reads the module around the working folder, which may be in a nested module.
func Load() (Tree, error) {
	folder, err := os.Getwd()
	if err != nil {
		return Tree{}, err
	}
	for {
		text, err := os.ReadFile(filepath.Join(folder, "go.mod"))
		if err == nil && slices.Contains(strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"), "module "+Module) {
			break
		}
		above := filepath.Dir(folder)
		if above == folder {
			return Tree{}, fmt.Errorf("walk: no go.mod of %s is here or above", Module)
		}
		folder = above
	}
	tree, err := Read(os.DirFS(folder))
	tree.Root = folder
	return tree, err
}

// Read reads the module whose root is given. Nested modules, testdata and what the
// go command ignores are left out. Files count whatever their build constraints.
func Read(root fs.FS) (Tree, error) {
	uses := map[string][]string{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base, ignored := entry.Name(), strings.HasPrefix(entry.Name(), ".") || strings.HasPrefix(entry.Name(), "_")
		if entry.IsDir() {
			if name == "." {
				return nil
			}
			if _, err := fs.Stat(root, path.Join(name, "go.mod")); err == nil || ignored || base == "testdata" || base == "vendor" {
				return fs.SkipDir
			}
			return nil
		}
		if ignored || !strings.HasSuffix(base, ".go") {
			return nil
		}
		folder := path.Dir(name)
		if _, known := uses[folder]; !known {
			uses[folder] = nil // a folder with test files alone is a package too
		}
		if strings.HasSuffix(base, "_test.go") {
			return nil
		}
		imported, err := imports(root, name)
		uses[folder] = append(uses[folder], imported...)
		return err
	})
	if err != nil {
		return Tree{}, err
	}
	tree := Tree{}
	for folder, imported := range uses {
		slices.Sort(imported)
		tree.Packages = append(tree.Packages, Package{Path: folder, Uses: slices.Compact(imported)})
	}
	slices.SortFunc(tree.Packages, func(a, b Package) int { return strings.Compare(a.Path, b.Path) })
	return tree, nil
}

// imports lists the packages of this module that a file imports.
func imports(root fs.FS, name string) (paths []string, err error) {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		if imported == Module {
			paths = append(paths, ".")
		} else if below, ours := strings.CutPrefix(imported, Module+"/"); ours {
			paths = append(paths, below)
		}
	}
	return paths, nil
}

// Public returns the packages that a host imports: all but the examples and those in
// a folder named internal.
func (t Tree) Public() (public []Package) {
	for _, p := range t.Packages {
		if !p.Within("examples") && !slices.Contains(strings.Split(p.Path, "/"), "internal") {
			public = append(public, p)
		}
	}
	return public
}

// Library returns the code that reaches a host: the public packages and those
// that they use, directly or not. An internal package that is not among them helps
// tests alone.
func (t Tree) Library() []Package {
	var paths []string
	for _, p := range t.Public() {
		paths = append(paths, p.Path)
	}
	return t.reach(paths)
}

// Below returns the packages that the package with this path uses, directly or not.
func (t Tree) Below(path string) []Package {
	i := slices.IndexFunc(t.Packages, func(p Package) bool { return p.Path == path })
	if i < 0 {
		return nil
	}
	return t.reach(t.Packages[i].Uses)
}

// reach returns the packages with these paths and those that they use.
func (t Tree) reach(paths []string) (reached []Package) {
	seen := map[string]bool{}
	var visit func(path string)
	visit = func(path string) {
		if seen[path] {
			return
		}
		seen[path] = true
		for _, p := range t.Packages {
			if p.Path == path {
				reached = append(reached, p)
				for _, used := range p.Uses {
					visit(used)
				}
			}
		}
	}
	for _, path := range paths {
		visit(path)
	}
	slices.SortFunc(reached, func(a, b Package) int { return strings.Compare(a.Path, b.Path) })
	return reached
}
