// Command api lists the public face of the library, a file for each package that a
// host imports: api/restrict.txt, and api/restrict/rule144.txt for one below it. A
// file has one line for each exported name, constant value, field with its JSON name
// and method, in a fixed order. The folder api at the root keeps the files, so that
// a change of the face shows in a diff and cannot slip in.
//
//	api           writes the files anew
//	api -o folder writes them to a new folder
//	api -count    prints the exported names of each package, those that stand in
//	              its index by themselves: fields and methods are not counted
package main

import (
	"errors"
	"flag"
	"fmt"
	"go/constant"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/offerkit/offerkit/internal/walk"
	"golang.org/x/tools/go/packages"
)

func main() {
	count := flag.Bool("count", false, "print how many names each package exports")
	folder := flag.String("o", "", "write to this new folder, and not to api at the root")
	flag.Parse()
	if err := run(*count, *folder, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "api:", err)
		os.Exit(2)
	}
}

// run does what the flags say with the module around the working folder.
func run(count bool, folder string, out io.Writer) error {
	tree, err := walk.Load()
	if err != nil {
		return err
	}
	loaded, err := load(tree)
	if err != nil {
		return err
	}
	if count {
		total := 0
		for _, p := range loaded {
			n := names(p.Types)
			total += n
			fmt.Fprintf(out, "%6d %s\n", n, below(p.Types))
		}
		fmt.Fprintf(out, "%6d in all\n", total)
		return nil
	}
	if folder == "" {
		folder = filepath.Join(tree.Root, "api")
		if err := os.RemoveAll(folder); err != nil { // with the files of packages that are no more
			return err
		}
	}
	return write(folder, loaded)
}

// load loads the packages that a host imports.
func load(tree walk.Tree) ([]*packages.Package, error) {
	var paths []string
	for _, p := range tree.Public() {
		paths = append(paths, p.Import())
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedSyntax | packages.NeedTypesInfo
	loaded, err := packages.Load(&packages.Config{Dir: tree.Root, Mode: mode}, paths...)
	if err != nil {
		return nil, err
	}
	if packages.PrintErrors(loaded) > 0 {
		return nil, errors.New("the packages do not build")
	}
	if len(loaded) != len(paths) || len(paths) == 0 {
		return nil, fmt.Errorf("%d packages were found, and %d were loaded", len(paths), len(loaded))
	}
	for _, p := range loaded {
		if p.Name == "main" {
			return nil, fmt.Errorf("%s is a program among the packages that a host imports", p.PkgPath)
		}
	}
	slices.SortFunc(loaded, func(a, b *packages.Package) int { return strings.Compare(a.PkgPath, b.PkgPath) })
	return loaded, nil
}

// write writes a file for each package into a new folder.
func write(folder string, loaded []*packages.Package) error {
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	for _, p := range loaded {
		lines := face(p.Types)
		slices.Sort(lines)
		name := filepath.Join(folder, filepath.FromSlash(below(p.Types))+".txt")
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(strings.Join(append(lines, ""), "\n")), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// below is the path of a package, from the root if it is of this module.
func below(p *types.Package) string {
	return strings.TrimPrefix(p.Path(), walk.Module+"/")
}

// names counts the exported names of a package.
func names(p *types.Package) (n int) {
	for _, name := range p.Scope().Names() {
		if p.Scope().Lookup(name).Exported() {
			n++
		}
	}
	return n
}

// face lists the exported names of a package.
func face(p *types.Package) (lines []string) {
	short := func(other *types.Package) string {
		if other == p {
			return ""
		}
		if other.Path() != below(other) {
			return below(other) // two of our packages may have one name
		}
		return other.Name()
	}
	for _, name := range p.Scope().Names() {
		object := p.Scope().Lookup(name)
		if !object.Exported() {
			continue
		}
		switch object := object.(type) {
		case *types.Const:
			lines = append(lines, fmt.Sprintf("const %s %s = %s", name, types.TypeString(object.Type(), short), value(object.Val())))
		case *types.TypeName:
			lines = append(lines, members(object, short)...)
		default:
			lines = append(lines, types.ObjectString(object, short))
		}
	}
	return lines
}

// value is a constant in full: ObjectString cuts long texts.
func value(v constant.Value) string { return v.ExactString() }

// members lists a type, its exported fields and its exported methods.
func members(object *types.TypeName, short types.Qualifier) (lines []string) {
	name := object.Name()
	if object.IsAlias() {
		return []string{types.ObjectString(object, short)}
	}
	kind := types.TypeString(object.Type().Underlying(), short)
	switch under := object.Type().Underlying().(type) {
	case *types.Struct:
		kind = "struct"
		for i := range under.NumFields() {
			field := under.Field(i)
			if !field.Exported() {
				continue
			}
			verb := "field"
			if field.Embedded() {
				verb = "embeds"
			}
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("type %s %s %s %s %s",
				name, verb, field.Name(), types.TypeString(field.Type(), short), under.Tag(i))))
		}
	case *types.Interface:
		kind = "interface"
	}
	lines = append(lines, fmt.Sprintf("type %s %s", name, kind))
	methods := types.NewMethodSet(types.NewPointer(object.Type()))
	for i := range methods.Len() {
		if method := methods.At(i).Obj(); method.Exported() {
			lines = append(lines, types.ObjectString(method, short))
		}
	}
	return lines
}
