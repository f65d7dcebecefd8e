package golden

import (
	"encoding"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// Word is a text that the value, which is addressable, can hold: the first of its
// words, if its type lists those that there are.
func Word(t testing.TB, v reflect.Value) string {
	t.Helper()
	listed, ok := v.Addr().Interface().(encoding.TextUnmarshaler)
	if !ok {
		return "word"
	}
	var fs law.Faults
	if err := listed.UnmarshalText([]byte("no such word")); !errors.As(err, &fs) {
		t.Fatalf("%s takes any word: %v", v.Type(), err)
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(fs[0].Problem, "must be one of: "), ", ")
	return first
}
