package check_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

const problem = " is not valid UTF-8 or holds the replacement character U+FFFD"

func TestCheck(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "Alpha Capital": "", "a\x00\n": "", "Société Générale": "", "日本": "", "\U0001F600": "",
		"\xff": `f: "\xff"` + problem, "a\xffb": `f: "a\xffb"` + problem, "\xed\xa0\x80": `f: "\xed\xa0\x80"` + problem, "é\xe9": `f: "\u00e9\xe9"` + problem,
		"\uFFFD": `f: "\ufffd"` + problem, "abcd\x80": `f: "abcd\x80"` + problem, "abcdefg\x80h": `f: "abcdefg\x80h"` + problem,
		strings.Repeat("x", 1_000) + "\xff" + strings.Repeat("y", 1_000): `f: …"` + strings.Repeat("x", 20) + `\xff` + strings.Repeat("y", 19) + `"…` + problem,
	} {
		var fs law.Faults
		ok := fs.Text("f", text)
		if ok != (want == "") || law.IsText(text) != ok || fs.Error() != want {
			t.Errorf("%q: %v, %v, want %s", text, ok, fs, want)
		}
	}
}

// FuzzOK compares with what JSON brings back.
func FuzzOK(f *testing.F) {
	f.Add("a\xff")
	f.Add("é\uFFFD")
	f.Fuzz(func(t *testing.T, text string) {
		data, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if law.IsText(text) != (back == text && !strings.Contains(text, "\uFFFD")) {
			t.Errorf("%q comes back as %q", text, back)
		}
	})
}

func TestCited(t *testing.T) {
	var fs law.Faults
	check.Cited(&fs, "authority", law.Citation{Cite: "§1", Title: "é", URL: "u", Doubt: "d"})
	if len(fs) > 0 {
		t.Error(fs)
	}
	check.Cited(&fs, "authority", law.Citation{Cite: "\xff", Title: "\xff", URL: "\xff", Doubt: "\xff"})
	var fields []string
	for _, f := range fs {
		fields = append(fields, f.Field)
	}
	if got := strings.Join(fields, " "); got != "authority.cite authority.title authority.url authority.doubt" {
		t.Error(got)
	}
}

func TestExplained(t *testing.T) {
	var fs law.Faults
	good := law.Reason{Code: "c", Text: "é", Authority: law.Citation{Cite: "§1"}}
	check.Explained(&fs, "why", law.Reasons{
		good,
		{Code: "\xff"},
		good,
		{Text: "\xff"},
		{Authority: law.Citation{Doubt: "\xff"}},
		{Bearing: "\xff"},
		{Data: law.Data{{Name: "a", Value: "b"}, {Name: "\xff"}, {Name: "c", Value: "\xff"}}},
		{Data: law.Data{{Value: "b"}}},
		{Data: law.Data{{Name: "a"}, {Name: "a"}}},
	})
	var fields []string
	for _, f := range fs {
		fields = append(fields, f.Field)
	}
	if got := strings.Join(fields, " "); got != "why[1].code why[3].text why[4].authority.doubt why[5].bearing why[6].data why[6].data why[7].data why[8].data.a" {
		t.Error(got)
	}
}

func TestLine(t *testing.T) {
	for text, bad := range map[string]bool{
		"": false, "a b": false, "é": false, "a\xff\n": false, "a\x00": true, "\n": true, "\x7f": true, "\u0085": true, "é\t": true,
	} {
		var fs law.Faults
		if check.Line(&fs, "f", text); len(fs) > 0 != bad {
			t.Errorf("%q: %v", text, fs)
		}
	}
}
