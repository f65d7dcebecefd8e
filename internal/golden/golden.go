// Package golden compares what the tests of a package make with files of its
// testdata. It is for tests alone: they run in the folder of their package, whose
// sources it reads too.
package golden

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

//nolint:gochecknoglobals // a flag of go test must be there before the tests are
var update = flag.Bool("update", false, "write the golden files anew")

// File compares with a file of testdata, byte for byte. go test -update writes it
// anew.
func File(t *testing.T, name, got string) {
	t.Helper()
	name = "testdata/" + name
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(name)
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
			t.Errorf("%s:%d has %q, but it is %q; -update writes it anew", name, i+1, old, now)
			return
		}
	}
	if len(want) != len(have) {
		t.Errorf("%s has %d lines, but there are %d; -update writes it anew", name, len(want), len(have))
	}
}

// JSON holds that testdata/json has one file for each of the values, and no other:
// what a question and a result look like as JSON is part of the public face. A list
// is named for what is in it. Every file reads back to the value that it was
// written from; every exported struct of the package is in one, but those named
// without JSON; and each reason in them has one of the codes, or one of a package
// below, whose reasons are handed on.
func JSON(t *testing.T, values []any, codes map[law.Code]string, without ...string) {
	t.Helper()
	tested, handed := here(t)
	known := func(code law.Code) bool {
		_, own := codes[code]
		return own || handed[string(code)]
	}
	missing, written := structs(t), []string{}
	for _, name := range without {
		delete(missing, name)
	}
	for _, v := range values {
		name := fileOf(reflect.TypeOf(v))
		written = append(written, name)
		data, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatalf("%T: %v", v, err)
		}
		File(t, "json/"+name, string(data)+"\n")
		back := reflect.New(reflect.TypeOf(v))
		if err := json.Unmarshal(data, back.Interface()); err != nil || !same(back.Elem(), reflect.ValueOf(v)) {
			t.Errorf("%s comes back as %+v, %v", name, back.Elem(), err)
		}
		reach(reflect.ValueOf(v), func(part reflect.Value) {
			if part.Type().PkgPath() == tested {
				generic, _, _ := strings.Cut(part.Type().Name(), "[")
				delete(missing, generic)
			}
			if reason, ok := part.Interface().(law.Reason); ok && !known(reason.Code) {
				t.Errorf("%s has the code %q, which is neither in the catalog nor in that of a package below", name, reason.Code)
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
