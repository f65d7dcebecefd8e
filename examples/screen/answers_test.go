package main

import (
	"encoding/csv"
	"strings"
	"testing"
)

// TestFormulas writes ids that a spreadsheet would run as text, and tells them
// apart from those that look like them.
func TestFormulas(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"L1", "L1"},
		{"", ""},
		{"1-2=3", "1-2=3"},
		{"Müller & Söhne", "Müller & Söhne"},
		{`"a,b"`, `"a,b"`},
		{`"a ""b"""`, `"a ""b"""`},
		{"'quoted'", "'quoted'"},
		{"#4", "#4"},
		{"=cmd|'/c calc'!A1", `"'=cmd|'/c calc'!A1"`},
		{`"=HYPERLINK(""http://x"",""y"")"`, `"'=HYPERLINK(""http://x"",""y"")"`},
		{"+1", `"'+1"`},
		{"-1", `"'-1"`},
		{"@SUM(A1)", `"'@SUM(A1)"`},
		{"  =1", `"'  =1"`},
		{`"=1"`, `"'=1"`},
		{"'=1", `"''=1"`},
		{"' '=1", `"'' '=1"`},
		{"＝1", `"'＝1"`},
		{"＋1", `"'＋1"`},
		{"－1", `"'－1"`},
		{"＠1", `"'＠1"`},
		{"a;=1", `"a;=1"`},
		{`"a;=1"`, `"a;=1"`},
		{";=1", `";=1"`},
	} {
		id, next, problem := nextCell([]byte(c.cell), 0)
		if problem != "" || next != -1 {
			t.Fatalf("%s: %s", c.cell, problem)
		}
		got := string(appendName(nil, id))
		if got != c.want {
			t.Errorf("%s is written %s, want %s", c.cell, got, c.want)
		}
	}
	exit, out, _ := program("id\n=1+1\n'=1+1\n", "-quiet", "-out", "-", "-")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if exit != exitDone || err != nil || rows[1][0] != "'=1+1" || rows[2][0] != "''=1+1" {
		t.Errorf("%d, %v, %q", exit, err, rows)
	}
}

// FuzzName holds every id to what a spreadsheet sees, in a file cut at commas or
// at semicolons: no cell that begins like a formula, and the id again once the
// added apostrophe is dropped.
func FuzzName(f *testing.F) {
	for _, id := range []string{"a", "=1", "'=1", " ' @x", "a;=1", `a"b`, "a,=1", "'", " "} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		if strings.ContainsAny(id, "\r\n") {
			return // cells hold none
		}
		for _, raw := range []string{id, quoted(id)} {
			c, next, problem := nextCell([]byte(raw), 0)
			if problem != "" || next != -1 {
				continue
			}
			id := string(c.text) // of raw quotes, what they hold
			written := string(appendName(nil, c)) + "\n"
			row, err := csv.NewReader(strings.NewReader("x," + written)).Read()
			if err != nil || len(row) != 2 {
				t.Fatalf("%q is written %q: %v", id, written, err)
			}
			if got := row[1]; got != id && got != "'"+id {
				t.Fatalf("%q comes back as %q", id, got)
			}
			semicolons := csv.NewReader(strings.NewReader("x;" + written))
			semicolons.Comma, semicolons.LazyQuotes = ';', true
			if row, err = semicolons.Read(); err != nil || len(row) != 2 {
				t.Fatalf("%q is written %q: %v", id, written, err)
			}
			for _, got := range row {
				if got = strings.TrimLeft(got, " "); got != "" && strings.ContainsAny(got[:1], "=+-@") {
					t.Fatalf("%q is written %q, a formula", id, written)
				}
			}
		}
	})
}
