package law_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

// word is read by a decoder of its own, which names itself in its faults.
type word string

func (w *word) UnmarshalText(text []byte) error {
	if string(text) == "" {
		var fs law.Faults
		fs.Missing("word")
		return fs
	}
	*w = word(text)
	return nil
}

type row struct {
	Name   word `json:"name,omitempty"`
	Amount int  `json:"amount"`
}

type table struct {
	Title  string           `json:"title"`
	One    row              `json:"one"`
	Other  *row             `json:"other,omitempty"`
	Rows   []row            `json:"rows,omitempty"`
	Words  []word           `json:"words,omitempty"`
	Free   map[string][]int `json:"free,omitempty"`
	Plain  []string         `json:"plain,omitempty"`
	Raw    json.RawMessage  `json:"raw,omitempty"`
	At     time.Time        `json:"at,omitzero"`
	Loud   *loud            `json:"loud,omitempty"`
	Secret int              `json:"-"`
}

// loud is a decoder that repeats all that it is given.
type loud struct{}

func (*loud) UnmarshalText(text []byte) error { return fmt.Errorf("cannot read %s", text) }

const (
	noText = "is not valid UTF-8 or holds the replacement character U+FFFD"
	noTime = "is not an instant such as 2002-11-26T15:04:00Z"
)

// UnmarshalJSON must not be called by Read, which would never end.
func (t *table) UnmarshalJSON(data []byte) error { return law.ReadFields(data, t) }

func TestReadFaults(t *testing.T) {
	kept := table{Title: "kept"}
	for _, c := range []struct {
		data, want string
		kind       error
	}{
		{`{"title":"a","title":"b"}`, "title: is given twice", law.ErrDuplicate},
		{`{"Title":"a"}`, `Title: "Title" is not a field: it is written "title"`, law.ErrInvalid},
		{`{"titles":"a"}`, `titles: "titles" is not a field`, law.ErrInvalid},
		{`{"Secret":1}`, `Secret: "Secret" is not a field`, law.ErrInvalid},
		{`{"-":1}`, `-: "-" is not a field`, law.ErrInvalid},
		{`{"title":1}`, "title: 1 is a number; a string is required", law.ErrInvalid},
		{`{"one":[]}`, "one: is a list; an object is required", law.ErrInvalid},
		{`{"one":{"hidden":1}}`, `one.hidden: "hidden" is not a field`, law.ErrInvalid},
		{`{"one":{"name":""}}`, "one.name: is required", law.ErrMissing},
		{`{"other":{"amount":1,"amount":1}}`, "other.amount: is given twice", law.ErrDuplicate},
		{`{"rows":[{},{"Amount":1},{"amount":"1"}]}`, `rows[1].Amount: "Amount" is not a field: it is written "amount"; rows[2].amount: "1" is a string; a whole number without quotes is required; write 1`, law.ErrInvalid},
		{`{"rows":[{},null]}`, "rows[1]: is null; an object is required", law.ErrInvalid},
		{`{"rows":{}}`, "rows: is an object; a list is required", law.ErrInvalid},
		{`{"words":["a",""]}`, "words[1]: is required", law.ErrMissing},
		{`[]`, "is a list; an object is required", law.ErrInvalid},
		{`null`, "is null; a value is required", law.ErrInvalid},
		{`"{"`, `"{" is a string; an object is required`, law.ErrInvalid},
		{``, "is empty; JSON is required", law.ErrInvalid},
		{" \n", "is empty; JSON is required", law.ErrInvalid},
		{`{"title":"a"`, "is not JSON: it is cut off", law.ErrInvalid},
		{`{"title":"a"}{}`, "is not JSON from line 1, column 14 on", law.ErrInvalid},
		{"{\"title\":\n \"é\",}", "is not JSON from line 2, column 6 on", law.ErrInvalid},
		{"{\"title\":\"\xff\"}", `title: "\xff" ` + noText, law.ErrInvalid},
		{`{"title":"a\ud800","words":["b","\udc00\ud800"],"one":{"name":"\ud83d\ude00"}}`, `title: "a\ufffd" ` + noText, law.ErrInvalid},
		{`{"plain":["a","b\udfff"],"one":{"amount":1}}`, `plain[1]: "b\ufffd" ` + noText, law.ErrInvalid},
		{"{\"plain\":[\"a\",\"\xc3(\"]}", `plain[1]: "\xc3(" ` + noText, law.ErrInvalid},
		{"{\"free\":{\"\xff\":[]}}", `free."\xff": "\xff" ` + noText, law.ErrInvalid},
		{"{\"raw\":[\"\xff\"],\"one\":{\"amount\":1}}", `raw: "[\"\xff\"]" ` + noText, law.ErrInvalid},
		{"{\"\xff\":1}", `"\xff": "\xff" is not a field`, law.ErrInvalid},
		{`{"at":"2002-11-26T15:04:00,5Z"}`, `at: "2002-11-26T15:04:00,5Z" ` + noTime, law.ErrInvalid},
		{`{"at":"2002-11-26T3:04:00Z"}`, `at: "2002-11-26T3:04:00Z" ` + noTime, law.ErrInvalid},
		{`{"at":"2002-11-26T15:04:00+24:00"}`, `at: "2002-11-26T15:04:00+24:00" ` + noTime, law.ErrInvalid},
		{`{"at":"2002-11-26T15:04:00-05:60"}`, `at: "2002-11-26T15:04:00-05:60" ` + noTime, law.ErrInvalid},
		{`{"at":"2002-11-26"}`, `at: "2002-11-26" ` + noTime, law.ErrInvalid},
		{`{"at":1}`, `at: 1 is a number; an instant such as "2002-11-26T15:04:00Z" is required`, law.ErrInvalid},
	} {
		got := kept
		err := law.ReadFields([]byte(c.data), &got)
		var fs law.Faults
		if !errors.As(err, &fs) || err.Error() != c.want || !errors.Is(err, c.kind) {
			t.Errorf("%s: %v\nwant %s", c.data, err, c.want)
		}
		if !reflect.DeepEqual(got, kept) {
			t.Errorf("%s changed %+v", c.data, got)
		}
	}
}

func TestReadAgainstEncodingJSON(t *testing.T) {
	type plain table // without the method
	for _, data := range []string{
		`{}`,
		` { "title" : "a" , "one" : {"name":"n","amount":-7} } `,
		`{"other":{"amount":1},"rows":[{"amount":1},{}],"words":["a","b"],"free":{"x":[1,2],"y":null}}`,
		`{"title":null,"one":null,"other":null,"rows":null,"words":null,"free":null}`,
		`{"rows":[],"words":[],"free":{}}`,
		`{"title":"\u0061\n\\","plain":["\ud83d\ude00",null,"\t"]}`,
		`{"at":"2002-11-26T15:04:00.5Z","plain":[],"words":null}`,
		`{"\u0074itle":"a"}`,
	} {
		var got table
		var want plain
		if err := json.Unmarshal([]byte(data), &got); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if err := json.Unmarshal([]byte(data), &want); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, table(want)) {
			t.Errorf("%s: %+v, want %+v", data, got, want)
		}
	}
}

// TestReadWhole holds that nothing of what was there before is left.
func TestReadWhole(t *testing.T) {
	got := table{Title: "before", Rows: []row{{Amount: 1}}}
	if err := law.ReadFields([]byte(`{"one":{"amount":2}}`), &got); err != nil || got.Title != "" || got.Rows != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestReadMostFaults names the first hundred faults, whichever way they are found.
func TestReadMostFaults(t *testing.T) {
	many := func(list, row string) string { return `{"` + list + `":[` + strings.Repeat(row+",", 149) + row + `]}` }
	for name, data := range map[string]string{
		"rows that are no objects": many("rows", "1"), "rows of another kind": many("rows", `{"amount":"1"}`),
		"words": many("words", `""`), "text": many("plain", `"\ud800"`), "stray fields": many("rows", `{"stray":1}`),
		"tables in tables": many("tables", `{"rows":[1,1,1,1,1,1,1]}`),
	} {
		t.Run(name, func(t *testing.T) {
			var got table
			var all struct {
				Tables []table `json:"tables"`
			}
			err := law.ReadFields([]byte(data), &got)
			if name == "tables in tables" {
				err = law.ReadFields([]byte(data), &all)
			}
			var fs law.Faults
			if !errors.As(err, &fs) || len(fs) != 100 {
				t.Fatalf("%d faults", len(fs))
			}
			if name != "tables in tables" && !strings.Contains(fs[99].Field, "[99]") {
				t.Errorf("the hundredth is in %s", fs[99].Field)
			}
		})
	}
}

// TestReadHostile holds that neither many faults nor deep nesting cost much.
func TestReadHostile(t *testing.T) {
	var got table
	var fs law.Faults
	err := law.ReadFields([]byte(`{"rows":[`+strings.Repeat(`{"amounts":1},`, 50_000)+`{}]}`), &got)
	if !errors.As(err, &fs) || len(fs) != 100 {
		t.Errorf("%d faults", len(fs))
	}
	err = law.ReadFields([]byte(`{`+strings.Repeat(`"stray":1,`, 50_000)+`"title":"a"}`), &got)
	if !errors.As(err, &fs) || len(fs) != 100 {
		t.Errorf("%d faults", len(fs))
	}
	err = law.ReadFields([]byte(`{"title":`+strings.Repeat(`{"a":`, 9_000)+`1`+strings.Repeat(`}`, 9_001)), &got)
	if fmt.Sprint(err) != "title: is an object; a string is required" {
		t.Error(err)
	}
	err = law.ReadFields([]byte(`{"loud":"`+strings.Repeat(`é`, 500_000)+`"}`), &got)
	if !errors.As(err, &fs) || len(err.Error()) > 200 || !utf8.ValidString(err.Error()) {
		t.Errorf("%.300s", err)
	}
	err = law.ReadFields([]byte(`{"title":`+strings.Repeat(`[`, 1_000_000)), &got)
	if !errors.As(err, &fs) || len(fs) != 1 {
		t.Error(err)
	}
}

// FuzzRead holds that whatever is read is read by encoding/json as well, and to
// the same.
func FuzzRead(f *testing.F) {
	f.Add(`{"title":"a","one":{"name":"n","amount":1},"rows":[{"amount":1}],"free":{"x":[1]}}`)
	f.Add(`{"title":"a","Title":"b"}`)
	f.Add(`{"rows":[{"amount":1e400}]}`)
	f.Fuzz(func(t *testing.T, data string) {
		type plain table
		var got table
		err := law.ReadFields([]byte(data), &got)
		var want plain
		loose := json.Unmarshal([]byte(data), &want)
		var fs law.Faults
		switch {
		case err == nil && (loose != nil || !reflect.DeepEqual(got, table(want))):
			t.Fatalf("%s is read as %+v; encoding/json says %+v, %v", data, got, want, loose)
		case err != nil && !errors.As(err, &fs):
			t.Fatalf("%v is no law.Faults", err)
		}
	})
}

// own reads itself, and counts how often it is asked to.
type own struct {
	Text string `json:"text"`
}

func (o *own) UnmarshalJSON(data []byte) error {
	if err := json.Unmarshal(data, &o.Text); err != nil {
		return err
	}
	o.Text = "own " + o.Text
	return nil
}

type part struct {
	Inner int `json:"inner"`
}

// The fields of an embedded struct are the outer one's, and a type within that
// has a decoder keeps it.
func TestEmbeddedAndOwn(t *testing.T) {
	type whole struct {
		part
		Part
		Own  own   `json:"own"`
		Owns []own `json:"owns"`
	}
	var w whole
	if err := law.ReadFields([]byte(`{"deep":3,"inner":5,"own":"a","owns":["b","c"]}`), &w); err != nil {
		t.Fatal(err)
	}
	if w.Deep != 3 || w.Inner != 5 || w.Own.Text != "own a" || len(w.Owns) != 2 || w.Owns[1].Text != "own c" {
		t.Errorf("%+v", w)
	}
	for text, want := range map[string]error{
		`{"depth":3}`: law.ErrInvalid, `{"deep":3,"deep":4}`: law.ErrDuplicate, `{"Deep":3}`: law.ErrInvalid, `{"inner":"1"}`: law.ErrInvalid,
	} {
		if err := law.ReadFields([]byte(text), &w); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

// Part is embedded by an exported name.
type Part struct {
	Deep int `json:"deep"`
}

// TestReadRequired holds that a field that must say something does.
func TestReadRequired(t *testing.T) {
	type Part struct {
		Count int `json:"count" strict:"required"`
		Other int `json:"other"`
	}
	type whole struct {
		Part
		Name string `json:"name" strict:"required"`
		Rows []Part `json:"rows,omitempty"`
		Free *Part  `json:"free,omitempty"`
	}
	for _, c := range []struct{ data, want string }{
		{`{"count":0,"name":""}`, ""},
		{`{"count":1,"name":"a","rows":[],"free":null}`, ""},
		{`{}`, "count: is required; name: is required"},
		{`{"count":null,"name":null}`, "count: is required; name: is required"},
		{`{"count":0,"name":"","rows":[{"count":0},{"other":1}],"free":{}}`, "rows[1].count: is required; free.count: is required"},
		{`{"count":0,"count":0,"name":""}`, "count: is given twice"},
		{`{"count":"0","name":""}`, `count: "0" is a string; a whole number without quotes is required; write 0`},
	} {
		var into whole
		err := law.ReadFields([]byte(c.data), &into)
		if c.want == "" && err != nil || c.want != "" && (err == nil || err.Error() != c.want) {
			t.Errorf("%s: %v, want %s", c.data, err, c.want)
		}
	}
	var into whole
	var fs law.Faults
	err := law.ReadFields([]byte(`{"count":0,"name":"","rows":[`+strings.Repeat(`{},`, 1000)+`{}]}`), &into)
	if !errors.As(err, &fs) || len(fs) != 100 || !errors.Is(err, law.ErrMissing) {
		t.Errorf("%d faults", len(fs))
	}
}
