// Command purity reports what the linters cannot see by name: numbers written
// as floats (a bare 0.5 names no type), goroutines, channels and selects; and files
// that only some machines build, which the linters of another machine pass over.
// It reads the non-test Go files of the library: of each package that a host
// imports, and of those that they use.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"github.com/offerkit/offerkit/internal/walk"
)

func main() {
	found, err := library()
	if err != nil {
		fmt.Fprintln(os.Stderr, "purity:", err)
		os.Exit(2)
	}
	if found > 0 {
		os.Exit(1)
	}
}

// library prints the findings in the module around the working folder.
func library() (found int, err error) {
	tree, err := walk.Load()
	if err != nil {
		return 0, err
	}
	for _, p := range tree.Library() {
		folder := filepath.Join(tree.Root, filepath.FromSlash(p.Path))
		entries, err := os.ReadDir(folder)
		if err != nil {
			return found, err
		}
		for _, entry := range entries {
			if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
				n, err := check(folder, name)
				if found += n; err != nil {
					return found, err
				}
			}
		}
	}
	return found, nil
}

// check prints the findings in one file and counts them.
func check(folder, name string) (found int, err error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, filepath.Join(folder, name), nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return 0, err
	}
	report := func(at token.Pos, problem string) {
		fmt.Printf("%s: %s (purity)\n", set.Position(at), problem)
		found++
	}
	// No machine is called so, and a constraint that it meets is written out.
	nowhere := build.Context{GOOS: "nowhere", GOARCH: "nothing", Compiler: "gc"}
	everywhere, err := nowhere.MatchFile(folder, name)
	if err != nil {
		return 0, err
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//go:build") || strings.HasPrefix(c.Text, "// +build") {
				everywhere = false
			}
		}
	}
	if !everywhere {
		report(file.Package, "only some machines build this file; the library is the same on all")
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if n.Kind == token.FLOAT || n.Kind == token.IMAG {
				report(n.Pos(), n.Value+" is a floating-point number; the library counts in integers and decimals")
			}
		case *ast.GoStmt:
			report(n.Pos(), "starts a goroutine; the caller decides what runs at once")
		case *ast.SelectStmt, *ast.ChanType:
			report(n.Pos(), "uses a channel; the library is plain functions on values")
		}
		return true
	})
	return found, nil
}
