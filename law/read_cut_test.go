package law

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCut(t *testing.T) {
	for text, want := range map[string][2]string{
		`1`: {`1`}, ` -1.5e3 , "b"`: {`-1.5e3`, `, "b"`}, `true}`: {`true`, `}`}, "null\r\n\t ]": {`null`, `]`},
		`"" : 1`: {`""`, `: 1`}, `"a\"b\\":1`: {`"a\"b\\"`, `:1`}, `"}],:"}`: {`"}],:"`, `}`},
		`{"a":[1,{"b":"}"}]},2`: {`{"a":[1,{"b":"}"}]}`, `,2`}, `[[ ], "]" ] }`: {`[[ ], "]" ]`, `}`}, `{}`: {`{}`},
	} {
		if value, rest := cut([]byte(text)); string(value) != want[0] || string(rest) != want[1] {
			t.Errorf("%s is cut into %s and %s", text, value, rest)
		}
	}
}

// FuzzCut takes objects apart as encoding/json does, field by field.
func FuzzCut(f *testing.F) {
	f.Add([]byte(` { "a" : [ 1 , "]" ] , "a\u0062" : { "c" : "\\\"" } , "" : -0.5e-7 }`))
	f.Add([]byte(`{}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if rest := trim(data); !json.Valid(data) || !utf8.Valid(data) || rest[0] != '{' {
			return
		}
		decoder := json.NewDecoder(bytes.NewReader(data))
		next := func() json.Token {
			token, err := decoder.Token()
			if err != nil {
				t.Fatal(err)
			}
			return token
		}
		next()
		rest := trim(trim(data)[1:])
		for decoder.More() {
			var key, value []byte
			key, value, rest = member(rest)
			if name := next(); name != string(key) {
				t.Fatalf("%s: the name %s, want %s", data, key, name)
			}
			var want json.RawMessage
			if err := decoder.Decode(&want); err != nil || !bytes.Equal(value, want) {
				t.Fatalf("%s: the value %s, want %s (%v)", data, value, want, err)
			}
		}
		if rest[0] != '}' {
			t.Fatalf("%s: %s is left", data, rest)
		}
	})
}

// documents are valid JSON of every form; what is cut out of them, or put in, often
// is not.
func documents() []string {
	return []string{
		`{"v":1,"id":"e-7","at":"2002-11-26T15:04:00Z","data":{"rail":"wire","cents":6000000,"list":[1,-2.5e+3,0,-0.1E-7,[],{}]}}`,
		" [ true , false\t, null ,\r\n \"\" , \"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83d\", \"é\xff\" ] ", `0`, `-0`, `1e5`, `"x"`, `{}`, `[]`,
	}
}

// What is valid is what encoding/json says is.
func TestValid(t *testing.T) {
	seen := map[bool]int{}
	hold := func(data []byte) {
		t.Helper()
		data = slices.Clip(data)
		want := json.Valid(data)
		if seen[want]++; valid(data) != want {
			t.Fatalf("%q is valid: %v, want %v", data, !want, want)
		}
	}
	for _, text := range documents() {
		hold([]byte(text))
		for i := range len(text) {
			hold([]byte(text[:i]))
			hold([]byte(text[i:]))
			hold([]byte(text[:i] + text[i+1:]))
			for _, c := range []byte("\x00\x1f \t\v{}[]:,\"\\/aeEuftn019-+.\xff") {
				hold([]byte(text[:i] + string([]byte{c}) + text[i:]))
				hold([]byte(text[:i] + string([]byte{c}) + text[i+1:]))
			}
		}
	}
	for _, depth := range []int{deepest, deepest + 1} {
		hold([]byte(strings.Repeat("[", depth) + strings.Repeat("]", depth)))
		hold([]byte(strings.Repeat(`{"a":`, depth) + "1" + strings.Repeat("}", depth)))
	}
	if seen[true] < 1000 || seen[false] < 1000 {
		t.Errorf("%d documents are valid, %d are not", seen[true], seen[false])
	}
}

func FuzzValid(f *testing.F) {
	for _, text := range documents() {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, want := valid(data), json.Valid(data); got != want {
			t.Fatalf("%q is valid: %v, want %v", data, got, want)
		}
	})
}

// BenchmarkValid is an event of a log, found to be JSON here and by encoding/json.
func BenchmarkValid(b *testing.B) {
	data := []byte(documents()[0])
	for name, valid := range map[string]func([]byte) bool{"law": valid, "encoding/json": json.Valid} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				valid(data)
			}
		})
	}
}
