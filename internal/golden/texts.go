package golden

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Door is an exported function or method that takes text.
type Door struct {
	// Name is that of the function, with the type of a method: "Deal.Apply".
	Name string
	// In points at the values that Ask asks with.
	In []any
	// Ask asks, and returns what the answer keeps of the texts.
	Ask func() (any, error)
}

// spoiled is what makes a text one that JSON loses.
const spoiled = "\xff"

// Texts holds that no door takes text that JSON does not bring back as it was. Each
// string of a question, however deep, is spoiled in turn. The answer is law.Faults
// that names the field and shows the string, or one that keeps nothing of it. An
// empty list has one zero row for the time, so that the strings of its rows are there.
func Texts(t *testing.T, doors []Door) {
	t.Helper()
	for _, door := range doors {
		t.Run(door.Name, func(t *testing.T) {
			if _, err := door.Ask(); err != nil {
				t.Fatalf("the question itself is refused: %v", err)
			}
			spoil := func(path, old string, set func(string)) {
				set(old + spoiled)
				answer, err := door.Ask()
				if err == nil {
					if data, err := json.Marshal(answer); err != nil || strings.Contains(string(data), `\ufffd`) {
						t.Errorf("%s is taken with bytes that are not UTF-8, and kept as %.300s, %v", path, data, err)
					}
					return
				}
				var fs law.Faults
				if !errors.As(err, &fs) || !slices.ContainsFunc(fs, func(f *law.Fault) bool {
					return f.Field != "" && strings.Contains(f.Value, `\xff`)
				}) {
					if set(old + "x"); old == "" {
						if _, err := door.Ask(); err != nil {
							return // no text belongs there
						}
					}
					t.Errorf("%s with bytes that are not UTF-8 is not what is refused: %v", path, err)
				}
			}
			for i, in := range door.In {
				eachText(reflect.ValueOf(in).Elem(), fmt.Sprintf("%d:%s", i, reflect.TypeOf(in).Elem()), func() {}, spoil)
			}
		})
	}
}

// eachText visits each string in turn, and the name of each zone, with what sets it;
// afterwards all is as it was. What was set is put in its place by changed.
func eachText(v reflect.Value, path string, changed func(), visit func(path, old string, set func(string))) {
	switch v.Kind() {
	case reflect.String:
		old := v.String()
		set := func(text string) { v.SetString(text); changed() }
		visit(path, old, set)
		set(old)
	case reflect.Struct:
		if _, ok := v.Interface().(time.Time); ok {
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				eachText(v.Field(i), path+"."+f.Name, changed, visit)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 {
			old := reflect.New(v.Type()).Elem()
			old.Set(v)
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			defer func() { v.Set(old); changed() }()
		}
		for i := range v.Len() {
			eachText(v.Index(i), fmt.Sprintf("%s[%d]", path, i), changed, visit)
		}
	case reflect.Pointer:
		if old, ok := v.Interface().(*time.Location); ok {
			if old != nil {
				visit(path, old.String(), func(name string) { v.Set(reflect.ValueOf(time.FixedZone(name, 0))); changed() })
				v.Set(reflect.ValueOf(old))
				changed()
			}
			return
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
			defer func() { v.SetZero(); changed() }()
		}
		eachText(v.Elem(), path, changed, visit)
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		inner := reflect.New(v.Elem().Type()).Elem()
		inner.Set(v.Elem())
		eachText(inner, path, func() { v.Set(inner); changed() }, visit)
	default:
	}
}

// TextsJSON holds that nothing of JSON that is no text is read into a question: each
// string of each of the values is spoiled in turn, by a byte that is not UTF-8 and by
// half of a surrogate pair, of which encoding/json makes a replacement character
// without a word.
func TextsJSON(t *testing.T, questions []any) {
	t.Helper()
	for _, question := range questions {
		kind := reflect.TypeOf(question)
		data, err := json.Marshal(question)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for i := 0; i < len(data); i++ {
			if data[i] != '"' {
				continue
			}
			for i++; data[i] != '"'; i++ {
				if data[i] == '\\' {
					i++
				}
			}
			if i+1 < len(data) && data[i+1] == ':' {
				continue // the name of a field
			}
			for _, bad := range []string{spoiled, `\ud800`, `\udc00`} {
				text := string(data[:i]) + bad + string(data[i:])
				into := reflect.New(kind)
				var fs law.Faults
				if err := json.Unmarshal([]byte(text), into.Interface()); !errors.As(err, &fs) || fs[0].Field == "" {
					t.Errorf("%s: %.40q at the end of %.300q: %v", kind, bad, text[:i], err)
				}
			}
		}
	}
}

// Doors holds that the doors are all that there are: each exported function, and each
// exported method of an exported type, that returns an error, but for those excepted
// and for what encodes and decodes.
func Doors(t *testing.T, doors []Door, except ...string) {
	t.Helper()
	for _, door := range doors {
		except = append(except, door.Name)
	}
	inspect(t, func(n ast.Node) {
		f, ok := n.(*ast.FuncDecl)
		if !ok || !f.Name.IsExported() || !refuses(f) || strings.Contains(f.Name.Name, "arshal") {
			return
		}
		name := f.Name.Name
		if f.Recv != nil {
			of := receiver(f.Recv.List[0].Type)
			if !ast.IsExported(of) {
				return
			}
			name = of + "." + name
		}
		if !slices.Contains(except, name) {
			t.Errorf("%s is no door of this test: does it take text?", name)
		}
	})
}

// refuses reports whether the function returns an error.
func refuses(f *ast.FuncDecl) bool {
	if f.Type.Results == nil {
		return false
	}
	return slices.ContainsFunc(f.Type.Results.List, func(r *ast.Field) bool {
		id, ok := r.Type.(*ast.Ident)
		return ok && id.Name == "error"
	})
}

// receiver is the name of the type that a method is on.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// Of is the value of the type among the values.
func Of[T any](t *testing.T, values []any) T {
	t.Helper()
	for _, v := range values {
		if found, ok := v.(T); ok {
			return found
		}
	}
	var none T
	t.Fatalf("there is no %T among the values", none)
	return none
}
