package restrict

import (
	"encoding"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/offerkit/offerkit/law"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The codes are the public face for programs: testdata/codes.csv has them all, so
// that one renamed or taken away shows here, and a new one asks for its line.
// go test ./restrict -update writes it anew.
func TestGoldenCodes(t *testing.T) {
	golden(t, "codes.csv", strings.Join(slices.Sorted(maps.Keys(goldenCodes(t))), "\n")+"\n")
}

// What a question and a result look like as JSON is part of the public face:
// testdata/json has one file for each type that stands by itself, byte for byte.
// A list is named for what is in it. Every file reads back to the value that it
// was written from, and every struct of the package is in one.
func TestGoldenJSON(t *testing.T) {
	codes, written := goldenCodes(t), []string{}
	_, missing := declared(t)
	for _, name := range withoutJSON() {
		delete(missing, name)
	}
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
			if strings.HasSuffix(part.Type().PkgPath(), "/restrict") {
				name, _, _ := strings.Cut(part.Type().Name(), "[")
				delete(missing, name)
			}
			if reason, ok := part.Interface().(law.Reason); ok && !codes[reason.Code] && !strings.HasPrefix(reason.Code, "calendar.") {
				t.Errorf("%s has the code %q, which is no constant", name, reason.Code)
			}
		})
	}
	for name := range missing {
		t.Errorf("%s is in none of the files", name)
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
}

// goldenCodes is every constant of a code, and the codes of lists that are data.
func goldenCodes(t *testing.T) map[string]bool {
	t.Helper()
	codes, _ := declared(t)
	for _, code := range listedCodes() {
		codes[code] = true
	}
	return codes
}

// declared reads the texts of the constants named Code…, and the names of the
// exported structs, from the sources of the package.
func declared(t *testing.T) (codes, types map[string]bool) {
	t.Helper()
	codes, types = map[string]bool{}, map[string]bool{}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch spec := n.(type) {
			case *ast.TypeSpec:
				if _, ok := spec.Type.(*ast.StructType); ok && spec.Name.IsExported() {
					types[spec.Name.Name] = true
				}
			case *ast.ValueSpec:
				for i, id := range spec.Names {
					if !strings.HasPrefix(id.Name, "Code") {
						continue
					}
					lit, ok := spec.Values[i].(*ast.BasicLit)
					if !ok {
						t.Fatalf("%s is no literal", id.Name)
					}
					text, err := strconv.Unquote(lit.Value)
					if err != nil || codes[text] {
						t.Errorf("%s is %q, which another is: %v", id.Name, text, err)
					}
					codes[text] = true
				}
			}
			return true
		})
	}
	return codes, types
}

// golden compares with a file of testdata, byte for byte, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, have := strings.Split(string(data), "\n"), strings.Split(got, "\n")
	for i := range max(len(want), len(have)) {
		old, now := "", ""
		if i < len(want) {
			old = want[i]
		}
		if i < len(have) {
			now = have[i]
		}
		if old != now {
			t.Errorf("%s:%d has %q, but it is %q; -update writes it anew", path, i+1, old, now)
			return
		}
	}
	if len(want) != len(have) {
		t.Errorf("%s has %d lines, but there are %d; -update writes it anew", path, len(want), len(have))
	}
}

// fileOf is the name of a type's file: purchase_report.json.
func fileOf(t reflect.Type) string {
	if t.Kind() == reflect.Slice && t.Name() == "" {
		t = t.Elem()
	}
	var b strings.Builder
	lower := false
	for _, r := range t.Name() {
		if r == '[' {
			break
		}
		if unicode.IsUpper(r) && lower {
			b.WriteByte('_')
		}
		lower = !unicode.IsUpper(r)
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
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			reach(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			reach(v.Index(i), visit)
		}
	default:
	}
}

// same reports whether two values are the same to a reader: an instant in another
// zone, 1.50 for 1.5, and an empty list for none are no difference.
func same(a, b reflect.Value) bool {
	switch x := a.Interface().(type) {
	case time.Time:
		return x.Equal(b.Interface().(time.Time))
	case *time.Location:
		return x.String() == b.Interface().(*time.Location).String()
	case encoding.TextMarshaler:
		if a.Kind() == reflect.Struct {
			one, _ := x.MarshalText()
			two, _ := b.Interface().(encoding.TextMarshaler).MarshalText()
			return string(one) == string(two)
		}
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if a.Type().Field(i).IsExported() && !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return a.Elem().Type() == b.Elem().Type() && same(a.Elem(), b.Elem())
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
