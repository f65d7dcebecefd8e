package strictjson

import (
	"reflect" //nolint:depguard // it reads into any type, whose fields it finds as encoding/json does
	"strconv"
	"strings"
	"sync"
)

// field is where the value of a name goes.
type field struct {
	name     string
	index    []int
	required bool
}

//nolint:gochecknoglobals // the memo of a pure function
var described sync.Map // of []field by reflect.Type

// fieldsOf is the fields of a struct; nil for any other type, and for a struct that
// its tags do not describe.
func fieldsOf(t reflect.Type) []field {
	if t.Kind() != reflect.Struct {
		return nil
	}
	if known, ok := described.Load(t); ok {
		fields, _ := known.([]field)
		return fields
	}
	fields := describe(t)
	described.Store(t, fields)
	return fields
}

// describe is fieldsOf without its memo.
func describe(t reflect.Type) (fields []field) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch inner := fieldsOf(f.Type); {
		case !f.IsExported() || name == "-":
		case name == "" && f.Anonymous && inner != nil: // its fields are as the struct's own
			for _, in := range inner {
				fields = append(fields, field{in.name, append([]int{i}, in.index...), in.required})
			}
		case name == "":
			return nil
		default:
			fields = append(fields, field{name, f.Index, f.Tag.Get("strict") == "required"})
		}
	}
	return fields // none of a struct such as a date, whose own decoder reads it
}

// meant names the field that is written in other letters.
func meant(name string, fields []field) string {
	for _, f := range fields {
		if strings.EqualFold(f.name, name) {
			return ": it is written " + strconv.Quote(f.name)
		}
	}
	return ""
}
