// Command api lists the public face of the packages it is given: one line for
// each exported name, constant value, field with its JSON name, and method, in
// a fixed order. API.txt at the root keeps the listing, so that a change of the
// face shows in a diff and cannot slip in.
package main

import (
	"fmt"
	"go/constant"
	"go/types"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

func main() {
	config := &packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedSyntax | packages.NeedTypesInfo}
	loaded, err := packages.Load(config, os.Args[1:]...)
	if err != nil {
		fmt.Fprintln(os.Stderr, "api:", err)
		os.Exit(2)
	}
	if packages.PrintErrors(loaded) > 0 || len(loaded) == 0 {
		os.Exit(2)
	}
	for _, p := range loaded {
		if p.Name == "main" {
			continue
		}
		lines := face(p.Types)
		slices.Sort(lines)
		for _, line := range lines {
			fmt.Println(p.Name + ": " + line)
		}
	}
}

// face lists the exported names of a package.
func face(p *types.Package) (lines []string) {
	short := func(other *types.Package) string {
		if other == p {
			return ""
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
