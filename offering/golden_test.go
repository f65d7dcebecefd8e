package offering

import (
	"encoding/json"
	"go/ast"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// What a question and a result look like as JSON is part of the public face:
// testdata/json has one file for each type that stands by itself, byte for byte,
// and go test ./offering -update writes them anew. A list is named for what is in
// it. Every file reads back to the value that it was written from, and every struct
// of the package is in one.
func TestGoldenJSON(t *testing.T) {
	codes, missing, written := codesOf(t), structs(t), []string{}
	for _, v := range slices.Concat(goldenQuestions(), goldenAnswers(t)) {
		data, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatalf("%T: %v", v, err)
		}
		name := fileOf(reflect.TypeOf(v))
		written = append(written, name)
		golden(t, "json/"+name, string(data)+"\n")
		back := reflect.New(reflect.TypeOf(v))
		if err := json.Unmarshal(data, back.Interface()); err != nil || !same(back.Elem(), reflect.ValueOf(v)) {
			t.Errorf("%s comes back as %+v, %v", name, back.Elem(), err)
		}
		reach(reflect.ValueOf(v), func(part reflect.Value) {
			if strings.HasSuffix(part.Type().PkgPath(), "/offering") {
				delete(missing, part.Type().Name())
			}
			if reason, ok := part.Interface().(law.Reason); ok && !codes[reason.Code] {
				t.Errorf("%s has the code %q, which is no constant", name, reason.Code)
			}
		})
	}
	entries, err := os.ReadDir("testdata/json")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(written, entry.Name()) {
			t.Errorf("testdata/json/%s belongs to no value", entry.Name())
		}
	}
	for name := range missing {
		t.Errorf("%s is in none of the files", name)
	}
}

// codesOf is the set of the codes.
func codesOf(t *testing.T) map[string]bool {
	out := map[string]bool{}
	for name, text := range words(t) {
		if strings.HasPrefix(name, "Code") {
			out[text] = true
		}
	}
	return out
}

// structs is the set of the exported structs of the package.
func structs(t *testing.T) map[string]bool {
	out := map[string]bool{}
	for _, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.IsExported() {
				if _, ok := spec.Type.(*ast.StructType); ok {
					out[spec.Name.Name] = true
				}
			}
			return true
		})
	}
	return out
}

// fileOf is the name of a type's file: over_allotment.json.
func fileOf(t reflect.Type) string {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	var b strings.Builder
	for i, r := range t.Name() {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String() + ".json"
}

// reach visits every struct that is not zero, however deep.
func reach(v reflect.Value, visit func(reflect.Value)) {
	switch v.Kind() {
	case reflect.Struct:
		if !v.IsZero() {
			visit(v)
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				reach(v.Field(i), visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			reach(v.Index(i), visit)
		}
	default:
	}
}

// same reports whether two values are the same to a reader: 1.50 is 1.5, and no
// list is an empty one.
func same(a, b reflect.Value) bool {
	switch x := a.Interface().(type) {
	case decimal.Decimal:
		return x.Equal(b.Interface().(decimal.Decimal))
	case calendar.Date:
		return x == b.Interface()
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	default:
		return a.Interface() == b.Interface()
	}
}
