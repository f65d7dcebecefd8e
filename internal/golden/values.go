package golden

import (
	"encoding"
	"reflect"
	"strings"
	"time"
	"unicode"
)

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
		y, ok := b.Interface().(time.Time)
		return ok && x.Equal(y)
	case *time.Location:
		y, ok := b.Interface().(*time.Location)
		return ok && x.String() == y.String()
	case encoding.TextMarshaler:
		if y, ok := b.Interface().(encoding.TextMarshaler); ok && a.Kind() == reflect.Struct {
			one, _ := x.MarshalText()
			two, _ := y.MarshalText()
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
