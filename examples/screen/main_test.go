package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/restrict"
)

// program runs the program and returns its exit, its output and its errors.
func program(stdin string, args ...string) (exit int, stdout, stderr string) {
	var out, problems bytes.Buffer
	exit = run(args, strings.NewReader(stdin), &out, &problems)
	return exit, out.String(), problems.String()
}

const someLots = "\ufeffid,acquired,paid,stock,security,affiliate,last_affiliate,reporting,reporting_since,current,forms_8_k,shell\r\n" +
	"focus,2002-11-29,2002-11-29,restricted,equity,never,,subject,1993-05-25,yes,yes,never\r\n" +
	"\r\n" +
	"\"Smith, \"\"J\"\"\",2002-11-29,2002-11-29,restricted,equity,now,,subject,1993-05-25,yes,yes,\"never\"\r\n" +
	"young,2003-06-02,2003-06-02,restricted,equity,never,,subject,1993-05-25,yes,yes,never\n" +
	"bare,2002-11-29,,restricted,equity,never,,subject,1993-05-25,,,never\n" +
	"late,2004-01-02,2004-01-02,restricted,equity,never,,subject,1993-05-25,yes,yes,never\n" +
	"word,2002-11-29,2002-11-29,preferred,equity,never,,subject,1993-05-25,yes,yes,never\n" +
	"edge,2002-12-01,2002-12-01,restricted,equity,never,,subject,1993-05-25,yes,yes,never\n" +
	"open,2002-11-29,2002-11-29,restricted,equity,unknown,,subject,1993-05-25,unknown,yes,never\n" +
	"free,,,unrestricted,equity,never,,subject,1993-05-25,yes,yes,never" // without a line end

func TestAnswers(t *testing.T) {
	exit, out, stderr := program(someLots, "-sale", "2003-12-01", "-quiet", "-out", "-", "-")
	const want = `id,answer,conditions,boundary,faults
focus,available,(c)(d)(e)(f)(h),false,
"Smith, ""J""",available,(c)(d)(e)(f)(h),false,
young,not available,(c)(d)(e)(f)(h),false,
bare,refused,,,"paid: is required; issuer.current: is required"
late,refused,,,"sale: 2003-12-01 is before the acquisition on 2004-01-02"
word,refused,,,"stock: ""preferred"" must be one of: restricted, unrestricted"
edge,available,(c)(d)(e)(f)(h),true,
open,unknown,(c)(d)(e)(f)(h),false,
free,not needed,none,false,
`
	if exit != exitDone || out != want {
		t.Errorf("exit %d, answers\n%s\nwant\n%s", exit, out, want)
	}
	const summed = `Rule 144, sale on 2003-12-01
              9  lots
              3  available
              1  not needed
              1  not available
              1  unknown
              3  refused
                 1 with a missing fact, 1 with an invalid one, 1 with a contradiction, 0 for other reasons
              1  where the two ways of counting months differ
`
	if summary, rest, _ := strings.Cut(stderr, "differ\n"); summary+"differ\n" != summed || !strings.Contains(rest, " lots/s, ") {
		t.Errorf("the summary is\n%s\nwant\n%s", stderr, summed)
	}
}

func TestMalformed(t *testing.T) {
	const head = "id,acquired,stock,compensatory\n"
	long := strings.Repeat("x", chunkSize+1)
	for _, c := range []struct{ name, file, want string }{
		{"empty", "", "line 1, column 1: the file is empty"},
		{"a strange column", "id,acquired,bought\n", `line 1, column 13: no column has the name "bought"`},
		{"a column twice", "id,paid,paid\n", `line 1, column 9: the column "paid" is named twice`},
		{"a quote in the header", "id,pa\"id\n", "line 1, column 4: a quote stands inside"},
		{"a long header", long, "line 1, column 1: the line is longer"},
		{"no such day", head + "a,2002-11-31,restricted,false\n", `line 2, column 3: acquired is "2002-11-31", not a day such as`},
		{"a short day", head + "a,,restricted,true\nb,2002-1-3,,\n", `line 3, column 3: acquired is "2002-1-3"`},
		{"letters in a day", head + "a,2002-1a-03,,\n", `line 2, column 3: acquired is "2002-1a-03"`},
		{"not true or false", head + "a,2002-11-29,restricted,yes\n", `line 2, column 25: compensatory is "yes", not true or false`},
		{"a cell short", head + "a,2002-11-29,restricted\n", "line 2, column 24: the line has 3 cells, not 4"},
		{"a cell over", head + "a,2002-11-29,restricted,true,\n", "line 2, column 30: the line has more than 4 cells"},
		{"a quote inside", head + "\n\na\"b,2002-11-29,restricted,true\n", "line 4, column 1: a quote stands inside"},
		{"a quote left open", head + "\"a,2002-11-29,restricted,true\nb,,,\n", "line 2, column 1: a quoted cell does not end"},
		{"more than a comma", head + "\"a\"b,2002-11-29,restricted,true\n", "line 2, column 4: a quoted cell is followed"},
		{"a NUL byte", head + "a\x00b,2002-11-29,,\n", "line 2, column 2: a control character, U+0000, stands inside a cell"},
		{"a tab", head + "a,2002-11-29,\t,\n", "line 2, column 14: a control character, U+0009"},
		{"DEL", head + "a\x7f,2002-11-29,,\n", "line 2, column 2: a control character, U+007F"},
		{"DEL in quotes", head + "\"a\x7f\",2002-11-29,,\n", "line 2, column 3: a control character, U+007F"},
		{"a control sequence in eight bits", head + "a,\n\u009b31m,,,\n", "line 2, column 3: the line has 2 cells"},
		{"another", head + "a,,,\n\u009b31m,,,\n", "line 3, column 1: a control character, U+009B"},
		{"a carriage return inside", head + "a,2002-11-29,,\r\nb\r,,,\r\n", "line 3, column 2: a control character, U+000D"},
		{"two carriage returns", head + "a,2002-11-29,,\r\r\n", "line 2, column 15: a control character, U+000D"},
		{"the last control character", head + "a,,,\n\u009f,,,\n", "line 3, column 1: a control character, U+009F"},
		{"a quote that begins nothing", head + "\u00a0\",,,\n", "line 2, column 1: a quote stands inside"},
		{"a mark on line 2", head + "\ufeffa,2002-11-29,,\n", "line 2, column 1: a byte order mark stands inside the file"},
		{"a mark in a cell", head + "ä,2002-11-29,\"x\ufeff\",\n", "line 2, column 17: a byte order mark stands inside the file"},
		{"two marks", "\ufeff\ufeff" + head, "line 1, column 1: a byte order mark stands inside the file"},
		{"two bytes a letter", "\xff\xfei\x00d\x00\n\x00", "line 1, column 4: a control character, U+0000"},
		{"a long line", head + "a,,,\n" + long, "line 3, column 1: the line is longer"},
		{"in a later chunk", head + strings.Repeat("a,2002-11-29,,\n", 30_000) + "b,never,,\n", `line 30002, column 3: acquired is "never"`},
		{"the first of two", head + strings.Repeat("a,2002-11-29,,\n", 20_000) + "b,one,,\n" + strings.Repeat("a,,,\n", 50_000) + "b,two,,\n", `line 20002, column 3: acquired is "one"`},
		{"a long word", head + "a," + strings.Repeat("9", 500) + ",,\n", "999…"},
	} {
		exit, _, stderr := program(c.file, "-quiet", "-sale", "2003-12-01", "-workers", "3", "-")
		if exit != exitFailed || !strings.Contains(stderr, "screen: standard input: ") || !strings.Contains(stderr, c.want) || len(stderr) > 300 {
			t.Errorf("%s: exit %d, %q; want %q", c.name, exit, stderr, c.want)
		}
	}
}

func TestUsage(t *testing.T) {
	dir := t.TempDir()
	lots := filepath.Join(dir, "lots.csv")
	if err := os.WriteFile(lots, []byte(someLots), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		exit int
		want string
	}{
		{nil, exitUsage, "no file is given"},
		{[]string{"-nonsense"}, exitUsage, "usage: screen"},
		{[]string{"-help"}, exitDone, "usage: screen"},
		{[]string{"-sale", "2003-02-30", "-"}, exitUsage, "-sale \"2003-02-30\" is not a day"},
		{
			[]string{"-workers", "0", "-generate", "-5", "-write", "x", "-out", "y", "a", "b"},
			exitUsage,
			"-workers 0 is not from 1 to 64; -generate -5 is negative; -write needs -generate; -write and -out exclude each other; more than one file",
		},
		{[]string{"-generate", "5", "a"}, exitUsage, "-generate takes no file"},
		{[]string{"-workers", "65", "-"}, exitUsage, "-workers 65 is not from 1 to 64"},
		{[]string{"-workers", "64", "-generate", "5"}, exitDone, ""},
		{[]string{"-write", filepath.Join(dir, "made.csv"), lots}, exitUsage, "-write needs -generate"},
		{[]string{"-workers", "many", "-"}, exitUsage, "usage: screen"},
		{[]string{"-columns", "zzz"}, exitUsage, "-columns takes no file"},
		{[]string{"-progress", "-"}, exitUsage, "-quiet and -progress exclude each other"},
		{[]string{"-sale", "1900-01-01", lots}, exitUsage, "-sale 1900-01-01 is before 1990-04-30, the first sale whose law is held"},
		{[]string{"-sale", "1990-04-29", "-generate", "5"}, exitUsage, "-sale 1990-04-29 is before 1990-04-30"},
		{[]string{"-sale", "1990-04-30", "-generate", "5"}, exitDone, ""},
		{[]string{filepath.Join(dir, "none.csv")}, exitFailed, "none.csv"},
		{[]string{dir}, exitFailed, "is a directory"},
		{[]string{"-out", filepath.Join(dir, "no", "such", "folder.csv"), lots}, exitFailed, "folder.csv"},
		{[]string{"-generate", "5", "-write", dir}, exitFailed, "is a directory"},
	} {
		exit, _, stderr := program("", append([]string{"-quiet"}, c.args...)...)
		if exit != c.exit || !strings.Contains(stderr, c.want) {
			t.Errorf("%q: exit %d, %q; want %d, %q", c.args, exit, stderr, c.exit, c.want)
		}
	}
	if exit, out, _ := program("", "-columns"); exit != exitDone || !strings.HasPrefix(out, "id\nacquired\npaid\n") {
		t.Errorf("-columns: %d, %q", exit, out)
	}
}

// Lots that are written and read back are screened as those that never were in
// a file, whatever the number of workers, and in order.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	lots := filepath.Join(dir, "lots.csv")
	const sale, count = "2026-11-23", 6_000
	if exit, _, stderr := program("", "-sale", sale, "-generate", fmt.Sprint(count), "-write", lots); exit != exitDone {
		t.Fatal(stderr)
	}
	var first string
	for _, workers := range []string{"1", "2", "7"} {
		for _, args := range [][]string{{lots}, {"-generate", fmt.Sprint(count)}} {
			answers := filepath.Join(dir, "answers.csv")
			exit, out, stderr := program("", append([]string{"-progress", "-sale", sale, "-workers", workers, "-out", answers}, args...)...)
			if exit != exitDone {
				t.Fatal(stderr)
			}
			for _, want := range []string{"6,000  lots", "         0  refused", " lots/s, ", " MB of memory, "} {
				if !strings.Contains(out, want) {
					t.Errorf("the summary lacks %q:\n%s", want, out)
				}
			}
			data, err := os.ReadFile(answers)
			if err != nil {
				t.Fatal(err)
			}
			if first == "" {
				first = string(data)
				compareAnswers(t, lots, first, calendar.MustDate(2026, time.November, 23))
			}
			if string(data) != first {
				t.Errorf("%s workers, %v: other answers", workers, args)
			}
		}
	}
}

// compareAnswers reads the file with encoding/csv, gives the facts to the
// library by way of their JSON, and asks for the explained answer.
func compareAnswers(t *testing.T, file, answers string, sale calendar.Date) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, out := csv.NewReader(f), csv.NewReader(strings.NewReader(answers))
	header, err := in.Read()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(); err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		answer, err := out.Read()
		if err != nil {
			t.Fatal(err)
		}
		values, issuer := map[string]any{}, map[string]any{}
		for i, name := range header {
			switch {
			case name == "id" || row[i] == "":
			case name == "compensatory":
				values[name] = row[i] == "true"
			case name == "current" || name == "forms_8_k" || name == "extension" || name == "public" || strings.HasPrefix(name, "reporting") ||
				strings.HasPrefix(name, "shell") || strings.HasPrefix(name, "form_10"):
				issuer[name] = row[i]
			default:
				values[name] = row[i]
			}
		}
		values["issuer"] = issuer
		data, err := json.Marshal(values)
		if err != nil {
			t.Fatal(err)
		}
		var facts restrict.Facts
		decoder := json.NewDecoder(bytes.NewReader(data))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&facts); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		found, err := restrict.Rule144(facts, sale)
		if err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		want := []string{row[0], string(found.Answer), found.Conditions.String(), fmt.Sprint(found.Boundary), ""}
		if strings.Join(answer, "|") != strings.Join(want, "|") {
			t.Fatalf("%s is answered %q, want %q", data, answer, want)
		}
		seen[answer[1]]++
	}
	for _, name := range answerNames {
		if seen[string(name)] == 0 {
			t.Errorf("no made-up lot is answered %q", name)
		}
	}
}

// brokenWriter takes so many bytes and then fails.
type brokenWriter struct{ left int }

func (w *brokenWriter) Write(b []byte) (int, error) {
	if w.left -= len(b); w.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(b), nil
}

type brokenReader struct{ r io.Reader }

func (r *brokenReader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	if errors.Is(err, io.EOF) {
		err = errors.New("cable pulled")
	}
	return n, err
}

func TestBroken(t *testing.T) {
	var stderr bytes.Buffer
	if exit := run([]string{"-quiet", "-generate", "100000", "-out", "-"}, nil, &brokenWriter{1 << 20}, &stderr); exit != exitFailed || !strings.Contains(stderr.String(), "disk full") {
		t.Errorf("answers: %d, %s", exit, stderr.String())
	}
	for _, room := range []int{0, 100_000} {
		stderr.Reset()
		if exit := run([]string{"-quiet", "-generate", "100000", "-write", "-"}, nil, &brokenWriter{room}, &stderr); exit != exitFailed || !strings.Contains(stderr.String(), "disk full") {
			t.Errorf("lots: %d, %s", exit, stderr.String())
		}
	}
	if exit := run([]string{"-generate", "10", "-quiet"}, nil, &brokenWriter{}, &stderr); exit != exitFailed {
		t.Errorf("summary: %d", exit)
	}
	for _, file := range []string{"", someLots, someLots + strings.Repeat("\nfree,,,unrestricted,equity,never,,subject,1993-05-25,yes,yes,never", 20_000)} {
		stderr.Reset()
		if exit := run([]string{"-quiet", "-sale", "2003-12-01", "-"}, &brokenReader{strings.NewReader(file)}, io.Discard, &stderr); exit != exitFailed || !strings.Contains(stderr.String(), "cable pulled") {
			t.Errorf("%d bytes: %d, %s", len(file), exit, stderr.String())
		}
	}
	// On the standard output the lines before the bad one are out already.
	if exit, out, problems := program("id\na\n\"b\n", "-quiet", "-out", "-", "-"); exit != exitFailed ||
		!strings.Contains(problems, "line 3, column 1") || !strings.HasPrefix(out, answerHeader+"a,refused") {
		t.Errorf("%d, %s, %s", exit, problems, out)
	}
}

// Every column leads to the fact that has its name in JSON, and to no other.
func TestColumns(t *testing.T) {
	read := func(names, cells string) string {
		t.Helper()
		h, err := readHeader([]byte(names))
		if err != nil {
			t.Fatal(err)
		}
		var l lot
		if err := newDecoder(h).line(2, []byte(cells), &l); err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(l.facts)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, name := range columnNames()[1:] {
		cell, want := "2002-11-25", `"`+name+`":"2002-11-25"`
		if name == "compensatory" {
			cell, want = "true", `"compensatory":true`
		}
		got := read("id,"+name, "a,"+cell)
		if !strings.Contains(got, want) || strings.Count(got, "2002-11-25")+strings.Count(got, "true") != 1 {
			t.Errorf("%s: %s", name, got)
		}
		if empty := read("id,"+name, "a,"); strings.Contains(empty, "2002-11-25") || strings.Contains(empty, "true") {
			t.Errorf("%s, left empty: %s", name, empty)
		}
	}
}

// The words of a hostile file are not hoarded, and each is still read.
func TestWords(t *testing.T) {
	h, err := readHeader([]byte("id,stock,shell"))
	if err != nil {
		t.Fatal(err)
	}
	d := newDecoder(h)
	for i := range 1000 {
		stock, shell := fmt.Sprint("word", i), fmt.Sprint("word", i/2, strings.Repeat("x", 5*(i%20)))
		var l lot
		if err := d.line(2, []byte("a,"+stock+","+shell), &l); err != nil || string(l.facts.Stock) != stock || string(l.facts.Issuer.Shell) != shell {
			t.Fatalf("%v, %+v", err, l.facts)
		}
	}
	bytes := 0
	for word := range d.words {
		bytes += len(word)
	}
	if len(d.words) == 0 || bytes > 8_000 {
		t.Errorf("%d words of %d bytes are kept", len(d.words), bytes)
	}
}

func TestDays(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 10_000 {
		d := calendar.MustDate(1, 1, 1).AddDays(rng.IntN(3_652_059))
		cell := appendDay(nil, d)
		if back, ok := parseDay(cell); string(cell) != d.String() || !ok || back != d {
			t.Fatalf("%s is written %s and read %s, %t", d, cell, back, ok)
		}
	}
	if appendDay(nil, calendar.Date{}) != nil {
		t.Error("no date is written")
	}
}

// FuzzLine reads lines as encoding/csv does.
func FuzzLine(f *testing.F) {
	for _, line := range []string{"a,b,c", `"a,b",c`, `"a""b",`, `a"b`, `"a"b`, `"`, `""`, ",", `a,"b`, "a,\"\"\"\",c", "a\x00,b", "\ufeffa", "ä,\"\u009b\"", "\xc2,\xef\xbb"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if line == "" || strings.ContainsAny(line, "\r\n") {
			return // lines are cut before, and empty ones left out
		}
		want, err := csv.NewReader(strings.NewReader(line)).Read()
		var got []string
		problem := ""
		for at := 0; at >= 0 && problem == ""; {
			var c cell
			c, at, problem = nextCell([]byte(line), at)
			if c.at > len(line) {
				t.Fatalf("%q: column %d", line, c.at)
			}
			got = append(got, string(c.text))
		}
		// What encoding/csv lets pass and this program does not.
		strange := strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) || r == '\ufeff' })
		if (err != nil || strange) != (problem != "") {
			t.Fatalf("%q: %q, encoding/csv says %v", line, problem, err)
		}
		if problem == "" && strings.Join(got, "\x00") != strings.Join(want, "\x00") {
			t.Fatalf("%q is %q, want %q", line, got, want)
		}
	})
}
