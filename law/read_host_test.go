package law_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
)

// facts reads itself, as the types of the library do, and is embedded below.
type facts struct {
	Stock string `json:"stock"`
	Lot   int    `json:"lot" strict:"required"`
}

// Facts is facts under an exported name.
type Facts facts

func (f *Facts) UnmarshalJSON(data []byte) error { return law.ReadFields(data, f) }

// Words holds a word that is checked.
type Words struct {
	Side  string `json:"side"`
	Count int    `json:"count"`
}

func (w *Words) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, w, func(w *Words, fs *law.Faults) {
		law.OneOf(fs, "side", w.Side, "buyer", "seller")
	})
}

// Envelope is a type whose JSON has other names than its fields.
type Envelope struct{ kind string }

func (e *Envelope) UnmarshalJSON(data []byte) error {
	var stored struct {
		Kind string `json:"object_type"`
	}
	err := law.ReadFields(data, &stored)
	if err == nil {
		e.kind = stored.Kind
	}
	return err
}

// lot embeds a type with a decoder, which encoding/json gives everything.
type lot struct {
	Facts
	ID string `json:"id"`
}

// paper embeds one whose JSON has other names.
type paper struct {
	ID string `json:"id"`
	*Envelope
}

// both embeds two, so that it has the method of neither.
type both struct {
	Facts
	Words
	ID string `json:"id"`
}

// shadow has a field that hides one of what it embeds.
type shadow struct {
	Part
	Deep string `json:"deep"`
}

// own embeds a type with a decoder and has one of its own.
type ownLot struct {
	Facts
	ID string `json:"id"`
}

func (o *ownLot) UnmarshalJSON(data []byte) error {
	var stored struct {
		ID    string `json:"ident"`
		Stock string `json:"stock"`
	}
	err := law.ReadFields(data, &stored)
	if err == nil {
		o.ID, o.Stock = stored.ID, stored.Stock
	}
	return err
}

// request is what a host reads.
type request struct {
	Facts   Facts             `json:"facts"`
	Lots    []lot             `json:"lots,omitempty"`
	ByName  map[string]Words  `json:"by_name,omitempty"`
	Free    map[string]string `json:"free,omitempty"`
	Quoted  int64             `json:"quoted,string,omitempty"`
	Next    *request          `json:"next,omitempty"`
	Two     [2]int            `json:"two"`
	Note    string
	private int
}

func TestHostStructs(t *testing.T) {
	var req request
	err := json.Unmarshal([]byte(`{"facts":{"lot":1}}`), &req)
	if err != nil || req.private != 0 {
		t.Fatal(err)
	}
	for _, row := range []struct{ name, data, want string }{
		{
			"everything at once",
			`{"facts":{"lot":1,"stok":"a"},"lots":[{"lot":1,"id":"a"},{"lot":"1","id":2},{"id":"c","x":1}],"by_name":{"ann":{"side":"byer","count":1.5}},"Facts":{},"next":{"facts":{"lot":true}}}`,
			`facts.stok: "stok" is not a field; lots[1].id: 2 is a number; a string is required; ` +
				`lots[1].lot: "1" is a string; a whole number without quotes is required; write 1; ` +
				`lots[2].x: "x" is not a field; lots[2].lot: is required; ` +
				`by_name.ann.count: 1.5 is not a whole number in digits alone; by_name.ann.side: "byer" must be one of: buyer, seller; ` +
				`Facts: "Facts" is not a field: it is written "facts"; next.facts.lot: true is a boolean; a whole number without quotes is required`,
		},
		{"a name without a tag", `{"Note":"a"}`, ""},
		{"in other letters", `{"note":"a"}`, `note: "note" is not a field: it is written "Note"`},
		{"what is not exported", `{"private":1}`, `private: "private" is not a field`},
		{"a name twice in a map", `{"free":{"a":"b","a":"c"}}`, "free.a: is given twice"},
		{"a name that is no name", "{\"free\":{\"a\\ud800\":\"b\"}}", `free."a\ufffd": "a\ufffd" is not valid UTF-8 or holds the replacement character U+FFFD`},
		{"a map of another kind", `{"free":[]}`, "free: is a list; an object is required"},
		{"a number in quotes", `{"quoted":"7"}`, ""},
		{"a number without them", `{"quoted":7}`, "quoted: 7 is a number; its value in quotes is required"},
		{"no number in quotes", `{"quoted":"x"}`, `quoted: "x" is a string; its value in quotes is required`},
		{"more than an array holds", `{"two":[1,2,3]}`, "two: 3 rows are more than 2"},
		{"less than it holds", `{"two":[1]}`, ""},
		{"a long name", `{"` + strings.Repeat("x", 500) + `":1}`, strings.Repeat("x", 80) + `…: "` + strings.Repeat("x", 79) + `… is not a field`},
		{"a name with a line in it", `{"a\nb":1}`, `"a\nb": "a\nb" is not a field`},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := law.ReadJSON[request]([]byte(row.data))
			switch {
			case row.want == "" && err != nil, row.want != "" && (err == nil || err.Error() != row.want):
				t.Errorf("%v\nwant %s", err, row.want)
			case err != nil && (got.Note != "" || got.Lots != nil || got.Next != nil):
				t.Errorf("%+v is left", got)
			}
		})
	}
	got, err := law.ReadJSON[[]request]([]byte(` [{"next":{"Note":"n"},"quoted":"7","two":[5],"by_name":{"a":{"side":"buyer"}}},{}] `))
	if err != nil || len(got) != 2 || got[0].Next.Note != "n" || got[0].Quoted != 7 || got[0].Two != [2]int{5} || got[0].ByName["a"].Side != "buyer" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestEmbedded reads structs that embed a type with a decoder of its own, where
// encoding/json loses the other fields.
func TestEmbedded(t *testing.T) {
	l, err := law.ReadJSON[lot]([]byte(`{"id":"a","stock":"b","lot":3}`))
	if err != nil || l.ID != "a" || l.Stock != "b" || l.Lot != 3 {
		t.Errorf("%+v, %v", l, err)
	}
	p, err := law.ReadJSON[paper]([]byte(`{"id":"a","object_type":"b"}`))
	if err != nil || p.ID != "a" || p.Envelope == nil || p.kind != "b" {
		t.Errorf("%+v, %v", p, err)
	}
	p, err = law.ReadJSON[paper]([]byte(`{"id":"a"}`))
	if err != nil || p.ID != "a" || p.Envelope != nil {
		t.Errorf("%+v, %v", p, err)
	}
	b, err := law.ReadJSON[both]([]byte(`{"id":"a","stock":"b","lot":3,"side":"seller"}`))
	if err != nil || b.ID != "a" || b.Stock != "b" || b.Side != "seller" {
		t.Errorf("%+v, %v", b, err)
	}
	s, err := law.ReadJSON[shadow]([]byte(`{"deep":"a"}`))
	if err != nil || s.Deep != "a" || s.Part.Deep != 0 {
		t.Errorf("%+v, %v", s, err)
	}
	o, err := law.ReadJSON[[]ownLot]([]byte(`[{"ident":"a","stock":"b"}]`))
	if err != nil || len(o) != 1 || o[0].ID != "a" || o[0].Stock != "b" {
		t.Errorf("%+v, %v", o, err)
	}
	for _, row := range []struct {
		name string
		err  error
		want string
	}{
		{"both parts", second(law.ReadJSON[lot]([]byte(`{"id":1,"ID":2,"lots":3}`))), `id: 1 is a number; a string is required; ` +
			`ID: "ID" is not a field: it is written "id"; lots: "lots" is not a field; lot: is required`},
		{"rows", second(law.ReadJSON[[]lot]([]byte(`[{"lot":1},{"lot":1,"lot":2},{"lot":1,"id":"a","id":"b"},{}]`))), `[1].lot: is given twice; [2].id: is given twice; [3].lot: is required`},
		{"no object", second(law.ReadJSON[lot]([]byte(`[]`))), `is a list; an object is required`},
		{"other names", second(law.ReadJSON[paper]([]byte(`{"id":"a","kind":"b"}`))), `kind: "kind" is not a field`},
		{"of two", second(law.ReadJSON[both]([]byte(`{"lot":1,"side":"x","count":"","more":1}`))), `more: "more" is not a field; ` +
			`count: "" is a string; a whole number without quotes is required; side: "x" must be one of: buyer, seller`},
		{"its own decoder", second(law.ReadJSON[ownLot]([]byte(`{"id":"a"}`))), `id: "id" is not a field`},
	} {
		t.Run(row.name, func(t *testing.T) {
			if row.err == nil || row.err.Error() != row.want {
				t.Errorf("%v\nwant %s", row.err, row.want)
			}
		})
	}
}

// Tree is a type with a decoder that holds structs which embed it.
type Tree struct {
	Kids []branch `json:"kids"`
}

type branch struct {
	Tree
	ID string `json:"id"`
}

func (n *Tree) UnmarshalJSON(data []byte) error { return law.ReadFields(data, n) }

// TestEmbeddedDeep holds that what is nested is not read again at each level.
func TestEmbeddedDeep(t *testing.T) {
	const depth = 60
	got, err := law.ReadJSON[branch]([]byte(strings.Repeat(`{"id":"a","kids":[`, depth) + strings.Repeat(`]}`, depth)))
	for range depth - 1 {
		if err != nil || got.ID != "a" || len(got.Kids) != 1 {
			t.Fatalf("%+v, %v", got, err)
		}
		got = got.Kids[0]
	}
}

func second[T any](_ T, err error) error { return err }

// money is a decimal of a package whose own words nobody should read.
type money struct{ big.Rat }

func (m *money) UnmarshalJSON(data []byte) error {
	if _, ok := m.SetString(strings.Trim(string(data), `"`)); !ok {
		return errors.New("can't convert " + string(data) + " to decimal")
	}
	return nil
}

type side string

// TestWords holds what a caller reads for each kind of field and each form that
// it cannot have.
func TestWords(t *testing.T) {
	type row struct {
		Text    string          `json:"text"`
		Side    side            `json:"side"`
		Flag    bool            `json:"flag"`
		Count   int64           `json:"count"`
		Small   int8            `json:"small"`
		Natural uint16          `json:"natural"`
		Money   money           `json:"money"`
		Big     *big.Int        `json:"big"`
		At      time.Time       `json:"at"`
		List    []int           `json:"list"`
		Object  struct{}        `json:"object"`
		Table   map[string]int  `json:"table"`
		Number  json.Number     `json:"number"`
		Word    word            `json:"word"`
		Bytes   []byte          `json:"bytes"`
		Odd     map[int]string  `json:"odd"`
		Any     json.RawMessage `json:"any"`
	}
	const (
		whole   = " a whole number without quotes is required"
		boolean = " true or false, without quotes, is required"
		moment  = ` an instant such as "2002-11-26T15:04:00Z" is required`
		decimal = " a number such as 0.96 is required"
	)
	for field, forms := range map[string]map[string]string{
		"text": {"5": "5 is a number; a string is required", "true": "true is a boolean; a string is required", "{}": "is an object; a string is required", "[]": "is a list; a string is required"},
		"side": {"5": "5 is a number; a string is required", "false": "false is a boolean; a string is required", "{}": "is an object; a string is required", "[]": "is a list; a string is required"},
		"word": {"5": "5 is a number; a string is required", "true": "true is a boolean; a string is required", "{}": "is an object; a string is required", "[]": "is a list; a string is required", `""`: "is required"},
		"flag": {"1": "1 is a number;" + boolean, `"true"`: `"true" is a string;` + boolean, `"yes"`: `"yes" is a string;` + boolean, "{}": "is an object;" + boolean, "[]": "is a list;" + boolean},
		"count": {
			`"800000"`: `"800000" is a string;` + whole + "; write 800000", `"768,000"`: `"768,000" is a string;` + whole + "; write 768000",
			`"$500000"`: `"$500000" is a string;` + whole + "; write 500000", `"-1,000.00"`: `"-1,000.00" is a string;` + whole + "; write -1000",
			`"1.5"`: `"1.5" is a string;` + whole, `"1,00"`: `"1,00" is a string;` + whole, `"abc"`: `"abc" is a string;` + whole, `""`: `"" is a string;` + whole,
			`"007"`: `"007" is a string;` + whole + "; write 7", "true": "true is a boolean;" + whole, "{}": "is an object;" + whole, "[1]": "is a list;" + whole,
			"1.0": "1.0 is not a whole number in digits alone; write 1", "1.5": "1.5 is not a whole number in digits alone", "1e3": "1e3 is not a whole number in digits alone",
			"9223372036854775808":   "9223372036854775808 is not from -9223372036854775808 to 9223372036854775807",
			strings.Repeat("7", 39): "has more than 38 digits",
		},
		"small":   {"128": "128 is not from -128 to 127", "-129": "-129 is not from -128 to 127"},
		"natural": {"-1": "-1 is not from 0 to 65535", "65536": "65536 is not from 0 to 65535", `"1,000"`: `"1,000" is a string;` + whole + "; write 1000"},
		"money": {
			`"768,000"`: `"768,000" is not a number such as 0.96; write 768000`, `"$500000"`: `"$500000" is not a number such as 0.96; write 500000`,
			`"$1,234,567.80"`: `"$1,234,567.80" is not a number such as 0.96; write 1234567.80`, `"1,5"`: `"1,5" is not a number such as 0.96`,
			`"abc"`: `"abc" is not a number such as 0.96`, `""`: `"" is not a number such as 0.96`, "true": "true is a boolean;" + decimal, "{}": "is an object;" + decimal,
			"[]": "is a list;" + decimal, `"` + strings.Repeat("7", 39) + `"`: "has more than 38 digits",
		},
		"big": {
			`"7,000"`: `"7,000" is not a whole number; write 7000`, "1.5": "1.5 is not a whole number", "true": "true is a boolean; a whole number is required",
			"{}": "is an object; a whole number is required",
		},
		"at": {
			"5": "5 is a number;" + moment, "true": "true is a boolean;" + moment, "{}": "is an object;" + moment, "[]": "is a list;" + moment,
			`"2002-11-26"`: `"2002-11-26" is not an instant such as 2002-11-26T15:04:00Z`, `""`: `"" is not an instant such as 2002-11-26T15:04:00Z`,
		},
		"list":   {"5": "5 is a number; a list is required", `"a"`: `"a" is a string; a list is required`, "{}": "is an object; a list is required", "true": "true is a boolean; a list is required"},
		"object": {"5": "5 is a number; an object is required", `"a"`: `"a" is a string; an object is required`, "[]": "is a list; an object is required", "true": "true is a boolean; an object is required"},
		"table":  {"5": "5 is a number; an object is required", `"a"`: `"a" is a string; an object is required`, "[]": "is a list; an object is required"},
		"number": {`"a"`: `"a" is not a number such as 0.96`, "true": "true is a boolean;" + decimal, "[]": "is a list;" + decimal},
		"bytes":  {"5": "5 is a number; that cannot be read here", "{}": "is an object; that cannot be read here"},
		"odd":    {"5": "5 is a number; that cannot be read here", `{"a":"b"}`: "is an object; that cannot be read here"},
	} {
		for given, want := range forms {
			t.Run(field+" "+given, func(t *testing.T) {
				err := second(law.ReadJSON[row]([]byte(`{"` + field + `":` + given + `}`)))
				if err == nil || err.Error() != field+": "+want {
					t.Errorf("%v\nwant %s: %s", err, field, want)
				}
			})
		}
	}
	// What each kind reads.
	got, err := law.ReadJSON[row]([]byte(`{"text":"","side":"a","flag":true,"count":-0,"small":-128,"natural":65535,"money":"0.96","big":7,"at":"2002-11-26T15:04:00Z",
		"list":[1],"object":{},"table":{"a":1},"number":0.5,"word":"w","bytes":"AA==","odd":{"1":"a"},"any":[null]}`))
	if err != nil || got.Small != -128 || got.Natural != 65535 || got.Number != "0.5" || len(got.Bytes) != 1 || got.Odd[1] != "a" || string(got.Any) != "[null]" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestFaultJSON(t *testing.T) {
	var fs law.Faults
	for _, kind := range []error{law.ErrMissing, law.ErrInvalid, law.ErrRange, law.ErrDuplicate, law.ErrConflict, law.ErrUnsupported} {
		fs.Add(kind, "orders[2].amount", "é", "is wrong")
	}
	fs = append(fs, nil, &law.Fault{Problem: "has no kind"})
	data, err := json.Marshal(error(fs))
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, word := range []string{"missing", "invalid", "range", "duplicate", "conflict", "unsupported"} {
		want += `{"field":"orders[2].amount","value":"é","problem":"is wrong","kind":"` + word + `"},`
	}
	if want = "[" + want + `{"field":"","value":"","problem":"has no kind","kind":""}]`; string(data) != want {
		t.Errorf("%s\nwant %s", data, want)
	}
	var back law.Faults
	if err := json.Unmarshal(data, &back); err != nil || len(back) != 7 {
		t.Fatalf("%v, %v", back, err)
	}
	for i, f := range back {
		was := fs[i]
		if i == 6 {
			was = fs[7]
		}
		if *f != *was || f.Kind != nil && !errors.Is(f, was.Kind) {
			t.Errorf("%+v comes back as %+v", was, f)
		}
	}
	for name, row := range map[string]struct {
		value any
		want  string
	}{
		"nil":                 {law.Faults(nil), "[]"},
		"nil alone":           {law.Faults{nil}, "[]"},
		"by value":            {law.Fault{Field: "a", Kind: law.ErrMissing}, `{"field":"a","value":"","problem":"","kind":"missing"}`},
		"nil fault":           {(*law.Fault)(nil), "null"},
		"a kind of the host":  {law.Fault{Kind: errors.New("mine")}, `{"field":"","value":"","problem":"","kind":"invalid"}`},
		"a kind that wraps":   {law.Fault{Kind: errors.Join(errors.New("mine"), law.ErrRange)}, `{"field":"","value":"","problem":"","kind":"range"}`},
		"within another JSON": {map[string]any{"errors": fs[:1]}, `{"errors":[{"field":"orders[2].amount","value":"é","problem":"is wrong","kind":"missing"}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := json.Marshal(row.value); err != nil || string(got) != row.want {
				t.Errorf("%s, %v, want %s", got, err, row.want)
			}
		})
	}
	kept := law.Fault{Field: "kept"}
	for text, want := range map[string]string{
		`{"kind":"odd"}`: `kind: "odd" must be one of: missing, invalid, range, duplicate, conflict, unsupported`, `{"Field":"a"}`: `Field: "Field" is not a field: it is written "field"`,
		`7`: "7 is a number; an object is required",
	} {
		if err := json.Unmarshal([]byte(text), &kept); err == nil || err.Error() != want || kept.Field != "kept" {
			t.Errorf("%s: %v, %+v", text, err, kept)
		}
	}
}
