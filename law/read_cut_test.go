package law

import (
	"bytes"
	"encoding/json"
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
