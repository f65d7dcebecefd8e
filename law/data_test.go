package law

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"
)

// A reason with all of its fields is written in order, and reads back.
func TestDataJSON(t *testing.T) {
	have := Reasons{
		{Code: "escrow.release.minimum", Bearing: BearingAgainst, Text: "No.", Data: Data{{"purchase", "alpha"}, {"have", "0.00"}, {"<é\"", "\n"}}},
		{Code: "escrow.fee", Data: Data{}, Text: "Yes."},
	}
	data, err := json.Marshal(have)
	want := `[{"code":"escrow.release.minimum","bearing":"against","data":{"purchase":"alpha","have":"0.00","\u003cé\"":"\n"},"text":"No."},` +
		`{"code":"escrow.fee","text":"Yes."}]`
	if err != nil || string(data) != want {
		t.Fatalf("%s, %v", data, err)
	}
	var back Reasons
	if err := json.Unmarshal(data, &back); err != nil || !slices.Equal(back[0].Data, have[0].Data) || back[1].Data != nil ||
		back[0].Bearing != BearingAgainst || back[0].Code != have[0].Code {
		t.Errorf("%+v, %v", back, err)
	}
}

func TestDataJSONRefused(t *testing.T) {
	tests := []struct {
		name, json string
		kind       error
		problem    string
	}{
		{"a list", `["a"]`, ErrInvalid, "data is not an object of texts"},
		{"a number", `{"a":1}`, ErrInvalid, "data is not an object of texts"},
		{"an object inside", `{"a":{"b":"c"}}`, ErrInvalid, "data is not an object of texts"},
		{"null inside", `{"a":null}`, ErrInvalid, "a: null is not a text"},
		{"a name twice", `{"a":"1","b":"2","a":"1"}`, ErrDuplicate, "a: is given twice"},
		{"no name", `{"":"1"}`, ErrMissing, "a value has no name"},
		{"all at once", `{"a":null,"b":"2","b":"2"}`, ErrDuplicate, "a: null is not a text; b: is given twice"},
		{"no JSON", `{"a":"1"} x`, ErrInvalid, "data is not an object of texts"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Data{{"old", "value"}}
			err := d.UnmarshalJSON([]byte(tt.json))
			var fs Faults
			if !errors.As(err, &fs) || fs.Error() != tt.problem || !errors.Is(err, tt.kind) {
				t.Error(err)
			}
			if len(d) != 1 || d[0].Name != "old" {
				t.Errorf("a refused object leaves %v", d)
			}
		})
	}
	for _, none := range []string{"null", "{}", " {\n} "} {
		d := Data{{"old", "value"}}
		if err := json.Unmarshal([]byte(none), &d); err != nil || d != nil {
			t.Errorf("%s is read as %v, %v", none, d, err)
		}
	}
	for _, d := range []Data{{{"", "x"}}, {{"a", "x"}, {"b", ""}, {"a", "x"}}} {
		if data, err := json.Marshal(d); err == nil {
			t.Errorf("%v is written as %s", d, data)
		}
	}
}

// What an explanation reads is what it writes.
func FuzzDataJSON(f *testing.F) {
	f.Add("purchase", "alpha", "have", "0.00")
	f.Add("a", "", "a", "\xff")
	f.Fuzz(func(t *testing.T, name1, value1, name2, value2 string) {
		have := Data{{name1, value1}, {name2, value2}}
		data, err := json.Marshal(have)
		if err != nil {
			if name1 != "" && name2 != "" && name1 != name2 {
				t.Fatal(err)
			}
			return
		}
		for i, d := range have { // JSON has a mark for each byte that is not UTF-8
			have[i] = Datum{string([]rune(d.Name)), string([]rune(d.Value))}
		}
		var back Data
		if err := json.Unmarshal(data, &back); err == nil && !slices.Equal(back, have) || err != nil && have[0].Name != have[1].Name {
			t.Errorf("%s comes back as %v, %v", data, back, err)
		}
	})
}

// What is unstated, or no bearing at all, counts as against.
func TestAgainst(t *testing.T) {
	var rs Reasons
	for _, b := range []Bearing{BearingFor, BearingAgainst, BearingUnknown, "", BearingOpen, BearingNote, "For"} {
		rs = append(rs, Reason{Code: Code("x." + b), Bearing: b})
	}
	if got := rs.Against().Codes(); !slices.Equal(got, []Code{"x.against", "x.", "x.For"}) {
		t.Error(got)
	}
	if rs[:1].Against() != nil || Reasons(nil).Against() != nil {
		t.Error("something is against it")
	}
}

func TestCure(t *testing.T) {
	for _, c := range []struct {
		name       string
		cure       Cure
		text, json string
	}{
		{"zero", Cure{}, "", `{"code":"","text":""}`},
		{"nobody", Cure{Code: "a.none", Text: "No cure is available."}, "No cure is available.", `{"code":"a.none","text":"No cure is available."}`},
		{
			"two",
			Cure{Who: []string{"ann", "bob"}, Code: "a.pay", Data: Data{{Name: "missing", Value: "1.00"}}, Text: "Pay $1.00."},
			"ann, bob: Pay $1.00.", `{"who":["ann","bob"],"code":"a.pay","data":{"missing":"1.00"},"text":"Pay $1.00."}`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := json.Marshal(c.cure)
			if err != nil || string(data) != c.json || c.cure.String() != c.text {
				t.Errorf("%q, %s, %v", c.cure.String(), data, err)
			}
			var back Cure
			if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, c.cure) {
				t.Errorf("comes back as %+v, %v", back, err)
			}
		})
	}
}
