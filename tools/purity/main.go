// Command purity reports what the linters cannot see by name: numbers written
// as floats (a bare 0.5 names no type) and goroutines, channels and selects.
// It reads the non-test Go files below the folders it is given.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	files, found := 0, 0
	for _, root := range os.Args[1:] {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			files++
			n, err := check(path)
			found += n
			return err
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, "purity:", err)
			os.Exit(2)
		}
	}
	// No files means that the folders were misnamed, which must not pass.
	if files == 0 {
		fmt.Fprintln(os.Stderr, "purity: no Go files to read")
		os.Exit(2)
	}
	if found > 0 {
		os.Exit(1)
	}
}

// check prints the findings in one file and counts them.
func check(path string) (found int, err error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return 0, err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		problem := ""
		switch n := n.(type) {
		case *ast.BasicLit:
			if n.Kind == token.FLOAT || n.Kind == token.IMAG {
				problem = n.Value + " is a floating-point number; the library counts in integers and decimals"
			}
		case *ast.GoStmt:
			problem = "starts a goroutine; the caller decides what runs at once"
		case *ast.SelectStmt, *ast.ChanType:
			problem = "uses a channel; the library is plain functions on values"
		}
		if problem != "" {
			fmt.Printf("%s: %s (purity)\n", set.Position(n.Pos()), problem)
			found++
		}
		return true
	})
	return found, nil
}
