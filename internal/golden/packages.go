package golden

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/walk"
)

// EachPublic calls with each package that a host imports, in its folder. Its name is
// its path below the module: "calendar".
func EachPublic(t *testing.T, test func(t *testing.T, name string)) {
	t.Helper()
	each(t, load(t).Public(), test)
}

// EachOfLibrary calls with each package that reaches a host, which are the public ones
// and those internal ones that they use, in its folder.
func EachOfLibrary(t *testing.T, test func(t *testing.T, name string)) {
	t.Helper()
	each(t, load(t).Library(), test)
}

func load(t *testing.T) walk.Tree {
	t.Helper()
	tree, err := walk.Load()
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func each(t *testing.T, packages []walk.Package, test func(t *testing.T, name string)) {
	t.Helper()
	root := load(t).Root
	if len(packages) == 0 {
		t.Fatal("no packages were found")
	}
	for _, p := range packages {
		t.Run(p.Path, func(t *testing.T) {
			t.Chdir(filepath.Join(root, filepath.FromSlash(p.Path)))
			test(t, p.Path)
		})
	}
}

// here is the import path of the package whose tests run, and the codes of those
// that it stands on.
func here(t *testing.T) (path string, handed map[string]bool) {
	t.Helper()
	tree, handed := load(t), map[string]bool{}
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Rel(tree.Root, folder)
	if err != nil {
		t.Fatal(err)
	}
	tested := walk.Package{Path: filepath.ToSlash(below)}
	for _, p := range tree.Below(tested.Path) {
		codes, err := os.ReadFile(filepath.Join(tree.Root, filepath.FromSlash(p.Path), "testdata", "codes.csv"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		for _, code := range strings.Fields(string(codes)) {
			handed[code] = true
		}
	}
	return tested.Import(), handed
}
