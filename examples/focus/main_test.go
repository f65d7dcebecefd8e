package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestOutput compares the report with the file that the README shows.
func TestOutput(t *testing.T) {
	const golden = "testdata/focus.txt"
	var out, usage bytes.Buffer
	if err := run(nil, &out, &usage); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("the output is not %s; run go test ./examples/focus -update and read the difference", golden)
	}
	if usage.Len() != 0 {
		t.Errorf("usage: %s", usage.String())
	}
}

// TestFiles compares the drawing and the calendar file with those that are kept.
func TestFiles(t *testing.T) {
	folder := t.TempDir()
	drawing, deadlines := filepath.Join(folder, "focus.svg"), filepath.Join(folder, "focus.ics")
	if err := run([]string{"-svg", drawing, "-ics", deadlines}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{drawing, deadlines} {
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", filepath.Base(path))
		if *update {
			if err := os.WriteFile(golden, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is no longer what the program writes; run go test ./examples/focus -update and read the difference", golden)
		}
	}
	err := run([]string{"-svg", filepath.Join(folder, "no", "such.svg"), "-ics", folder}, io.Discard, io.Discard)
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), folder) {
		t.Errorf("files that cannot be written: %v", err)
	}
}

// TestFigures holds the answers that the agreement prints or that were worked
// out from it by hand, so that a golden file written anew cannot hide a change.
func TestFigures(t *testing.T) {
	r, err := compute()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range r.Book.Rows {
		got = append(got, row.Investor, count(row.Shares), usd(row.Cost), signed(row.Difference), usd(row.Due))
	}
	got = append(got, count(r.Book.Shares), usd(r.Book.Cost), count(r.Consent[0].Answer.Needed))
	for _, s := range r.Schedules {
		got = append(got, s.Date.String(), clock(s.Cutoff), s.LastFundsDay.String(), s.LastWireDay.String())
	}
	for _, d := range r.Deliveries {
		got = append(got, d.Received.String(), d.Banks.Due.String(), d.Exchange.Due.String())
	}
	got = append(got, r.Notice.Date.String(), r.Address.Date.String())
	for _, s := range r.Rule144 {
		for _, m := range s.Milestones {
			got = append(got, m.Date.String(), string(m.Answer))
		}
	}
	want := []string{
		"Shimshon Visnstein", "279,167", "$268,000.32", "+$0.32", "$268,000.00",
		"Alpha Capital", "520,833", "$499,999.68", "-$0.32", "$500,000.00",
		"800,000", "$768,000.00", "408,001",
		"2002-11-29", "2002-11-29 15:00", "2002-11-28", "2002-11-27",
		"2002-11-29", "2002-11-29 15:00", "2002-11-28", "2002-11-27",
		"2003-04-16", "2003-04-21", "2003-04-22",
		"2003-11-07", "2003-11-13", "2003-11-12",
		"2003-11-11", "2003-11-17", "2003-11-14",
		"2002-12-05", "2002-12-15",
		"2002-11-29", "not available", "2003-11-29", "available", "2004-11-29", "available", "2008-02-15", "available",
		"2002-11-29", "not available", "2003-11-29", "available", "2004-11-29", "available", "2008-02-15", "available",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var periods []string
	for _, w := range r.Windows {
		periods = append(periods, w.Section.Cite+": "+w.Period.String()+within(w.Asked))
	}
	for _, s := range r.Survival {
		periods = append(periods, s.Kind+": "+s.Period.String()+within(s.Asked))
	}
	wantPeriods := []string{
		"Agreement §4(b): after December 31, 2001 and prior to November 25, 2002 nyyynnn",
		"Agreement §4(b): after December 31, 2001 and on or before November 25, 2002 nyyyynn",
		"Agreement §4(d), 4(h): after December 31, 2001 and on or before November 25, 2002 nyyyynn",
		"Agreement §4(d), 4(h), 8(c): after December 31, 2001 and on or before November 29, 2002 nyyyyyn",
		"Agreement §4(h): prior to November 25, 2002 yyyynnn",
		"all, §14: on or after November 25, 2002, with no end date yyy",
		"general: on or after November 29, 2002 and on or before May 29, 2004 ynn",
		"environmental: on or after November 29, 2002 and on or before November 29, 2007 yyn",
		"taxes: on or after November 29, 2002 and on or before November 29, 2008 yyn",
		"title and authority: on or after November 29, 2002, with no end date yyy",
	}
	if strings.Join(periods, "\n") != strings.Join(wantPeriods, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(periods, "\n"), strings.Join(wantPeriods, "\n"))
	}
	refused, released := 0, int64(0)
	for _, s := range r.Escrow {
		if s.Decision.Outcome == "refused" {
			refused++
		}
		for _, leg := range s.Decision.Legs {
			released += leg.Cents
		}
	}
	if refused != 1 || released != 768_000_00 || r.Final.Money[0].HeldCents != 0 {
		t.Errorf("%d refused, %d cents released, %d held", refused, released, r.Final.Money[0].HeldCents)
	}
}

// within has a letter for each day asked about.
func within(days []asked) string {
	out := " "
	for _, d := range days {
		if d.In {
			out += "y"
		} else {
			out += "n"
		}
	}
	return out
}

// TestJSON reads the report back from what -json prints; as text it is the
// same page.
func TestJSON(t *testing.T) {
	var out, page, usage bytes.Buffer
	if err := run([]string{"-json"}, &out, &usage); err != nil {
		t.Fatal(err)
	}
	var back report
	if err := json.Unmarshal(out.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if err := write(&page, back); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/focus.txt")
	if err != nil || !bytes.Equal(page.Bytes(), want) {
		t.Errorf("another report came back: %v\n%s", err, page.String())
	}
}

func TestBadArguments(t *testing.T) {
	same := filepath.Join(t.TempDir(), "same")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-xml"}, "flag provided but not defined: -xml"},
		{[]string{"now"}, `unexpected argument "now"`},
		{[]string{"-json=maybe"}, `invalid boolean value "maybe"`},
		{[]string{"-svg"}, "flag needs an argument: -svg"},
		{[]string{"-svg", "-", "-ics", "-"}, "-svg and -ics cannot both have the standard output"},
		{[]string{"-json", "-svg", "-"}, "-json has the standard output"},
		{[]string{"-svg", same, "-ics", same}, "are the same file"},
		{[]string{"-svg", same, "-ics", filepath.Join(filepath.Dir(same), "x", "..", "SAME")}, "are the same file"},
	} {
		var out, problems bytes.Buffer
		status := exit(run(c.args, &out, &problems), &problems)
		if status != 2 || out.Len() != 0 || !strings.Contains(problems.String(), c.want) || !strings.Contains(problems.String(), "focus -h") {
			t.Errorf("%v: exit %d, %q, %q", c.args, status, problems.String(), out.String())
		}
	}
	if _, err := os.Stat(same); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file is written: %v", err)
	}
	var out, usage bytes.Buffer
	if err := run([]string{"-h"}, &out, &usage); !errors.Is(err, flag.ErrHelp) || exit(err, &usage) != 0 ||
		!strings.Contains(usage.String(), "-json") || strings.Contains(usage.String(), "help requested") {
		t.Errorf("%v: %s", err, usage.String())
	}
}

// full fails every write, as a closed pipe does.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteErrors(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}} {
		if err := run(args, full{}, full{}); !errors.Is(err, os.ErrClosed) {
			t.Errorf("%v: %v", args, err)
		}
	}
}

// Links lead to one file as well, whether it is there already or not.
func TestLinks(t *testing.T) {
	folder := t.TempDir()
	there := filepath.Join(folder, "there")
	if err := os.Mkdir(there, 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "link")
	if err := os.Symlink(there, link); err != nil {
		t.Skip("no links here:", err)
	}
	drawing, deadlines := filepath.Join(there, "x"), filepath.Join(link, "x")
	if err := run([]string{"-svg", drawing, "-ics", deadlines}, io.Discard, io.Discard); !errors.Is(err, errUsage) {
		t.Errorf("through a link to the folder: %v", err)
	}
	if err := os.WriteFile(drawing, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(folder, "other")
	if err := os.Link(drawing, other); err == nil {
		if err := run([]string{"-svg", drawing, "-ics", other}, io.Discard, io.Discard); !errors.Is(err, errUsage) {
			t.Errorf("a hard link: %v", err)
		}
	}
	// A link stays one, and what it leads to keeps its permissions.
	through := filepath.Join(folder, "through")
	if err := os.Symlink(drawing, through); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"-svg", through}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(drawing)
	if err != nil || info.Mode() != 0o640 || info.Size() < 1000 {
		t.Errorf("%v, %v", info, err)
	}
	if info, err = os.Lstat(through); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("%v, %v", info, err)
	}
}

// The standard output takes the drawing or the calendar in place of the report.
func TestStandardOutput(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for _, c := range []struct {
		args         []string
		begins, file string
	}{
		{[]string{"-svg", "-"}, "<svg", ""},
		{[]string{"-ics", "-", "-svg", "days.svg"}, "BEGIN:VCALENDAR", "days.svg"},
		{[]string{"-svg", "-", "-ics", "./-"}, "<svg", "-"},
	} {
		var out bytes.Buffer
		if err := run(c.args, &out, io.Discard); err != nil || !strings.HasPrefix(out.String(), c.begins) || strings.Contains(out.String(), "FOCUS ENH") {
			t.Errorf("%v: %v, %.40q", c.args, err, out.String())
		}
		entries, err := os.ReadDir(folder)
		if err != nil || len(entries) > 1 || c.file == "" && len(entries) > 0 || c.file != "" && (len(entries) == 0 || entries[0].Name() != c.file) {
			t.Errorf("%v: %v, %v", c.args, entries, err)
		}
		for _, e := range entries {
			if err := os.Remove(e.Name()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// If one of its outputs cannot be written, the program leaves no other, and
// what was there before.
func TestNothingHalfWritten(t *testing.T) {
	folder := t.TempDir()
	kept := filepath.Join(folder, "kept.svg")
	if err := os.WriteFile(kept, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		args []string
		out  io.Writer
		want string
	}{
		{"a folder", []string{"-svg", kept, "-ics", folder}, io.Discard, "is a directory"},
		{"no folder", []string{"-svg", kept, "-ics", filepath.Join(folder, "no", "x.ics")}, io.Discard, "x.ics is not written"},
		{"a closed pipe", []string{"-svg", kept, "-ics", filepath.Join(folder, "new.ics")}, full{}, "closed"},
		{"a closed pipe for the calendar", []string{"-svg", kept, "-ics", "-"}, full{}, "closed"},
		{"a closed pipe and JSON", []string{"-json", "-svg", kept}, full{}, "closed"},
	} {
		var problems bytes.Buffer
		if status := exit(run(c.args, c.out, &problems), &problems); status != 1 || !strings.Contains(problems.String(), c.want) {
			t.Errorf("%s: exit %d, %q", c.name, status, problems.String())
		}
		text, err := os.ReadFile(kept)
		entries, other := os.ReadDir(folder)
		if string(text) != "old" || err != nil || len(entries) != 1 || other != nil {
			t.Errorf("%s: %.20q, %v, %v, %v", c.name, text, err, entries, other)
		}
	}
}

// A pipe takes the drawing itself and is not replaced by a file, as a device
// would be by the same mistake.
func TestPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := exec.Command("mkfifo", pipe).Run(); err != nil {
		t.Skip("no pipes with names here:", err)
	}
	reader, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := run([]string{"-svg", pipe}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Fatalf("the pipe is %v, %v", info, err)
	}
	begins := make([]byte, 4)
	if _, err := io.ReadFull(reader, begins); err != nil || string(begins) != "<svg" {
		t.Errorf("%q, %v", begins, err)
	}
}

// A file that the user may not write to says so.
func TestProtected(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "kept.svg")
	if err := os.WriteFile(kept, []byte("old"), 0o400); err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(kept, os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Skip("this user may write to protected files")
	}
	if err := run([]string{"-svg", kept}, io.Discard, io.Discard); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v", err)
	}
}
