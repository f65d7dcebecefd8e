package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/citation"
	"github.com/offerkit/offerkit/law"
)

// holds records the citations that keep to the grammar, and reports the others.
type holds struct {
	t     *testing.T
	found map[string]bool
}

func (h holds) check(where, cite string) {
	h.t.Helper()
	// Of a contract in the tests, and of the caller's own.
	if cite == "" || cite == "test agreement" || cite == "Letter of November 25, 2002" {
		return
	}
	h.found[cite] = true
	if err := citation.Check(cite); err != nil {
		h.t.Errorf("%s: %q %v", where, cite, err)
	}
}

// TestCitations holds every citation of the library to the grammar, and every
// address to the one that follows from it: those of the rows of the law, of
// each closed day, of the reasons in the golden answers, and of the code.
func TestCitations(t *testing.T) {
	for _, source := range []struct {
		name  string
		least int
		visit func(t *testing.T, h holds)
	}{
		{"rows", 100, rowCitations},
		{"calendars", 20, calendarCitations},
		{"golden answers", 90, goldenCitations},
		{"code", 40, codeCitations},
	} {
		t.Run(source.name, func(t *testing.T) {
			h := holds{t, map[string]bool{}}
			source.visit(t, h)
			if len(h.found) < source.least {
				t.Errorf("%d citations", len(h.found))
			}
		})
	}
}

func rowCitations(t *testing.T, h holds) {
	linked, rows := 0, 0
	for _, room := range rooms() {
		for _, p := range room.law() {
			h.check(p.Key, p.Authority.Cite)
			last := ""
			if !p.Until.IsZero() {
				last = p.Until.String()
			}
			address(t, p.Key, p.Authority, last)
			if rows++; p.Authority.URL != "" {
				linked++
			}
			if p.Verified() && p.Checked.On.IsZero() {
				t.Errorf("%s, %s: verified on no day", p.Key, p.Subject)
			}
		}
	}
	if linked*3 < rows*2 {
		t.Errorf("%d of %d rows have an address", linked, rows)
	}
}

// address wants a citation to lead where its form leads; a source whose form
// leads nowhere may have an address of its own.
func address(t *testing.T, where string, c law.Citation, last string) {
	t.Helper()
	if formed := citation.URL(c.Cite, last); c.URL != formed && formed != "" && c.URL != "" {
		t.Errorf("%s: %q leads to %s, and by its form to %s", where, c.Cite, c.URL, formed)
	}
}

func calendarCitations(t *testing.T, h holds) {
	for _, c := range []calendar.Calendar{calendar.NYSE(), calendar.Federal(), calendar.FederalReserve(), calendar.Settlement()} {
		for year := c.First().Year(); year <= c.Last().Year(); year++ {
			for _, closed := range c.Closures(year) {
				h.check(closed.String(), closed.Authority.Cite)
				address(t, closed.String(), closed.Authority, "")
			}
		}
		for d := range c.Days(c.First(), c.Last()) {
			if session, ok := c.Session(d); ok {
				h.check(d.String(), session.Authority.Cite)
			}
		}
	}
}

// goldenCitations visits each object of the golden files that is a citation.
func goldenCitations(t *testing.T, h holds) {
	files, err := filepath.Glob("../../*/testdata/json/*.json")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d golden files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal(data, &value); err != nil {
			t.Fatal(file, err)
		}
		var visit func(any)
		visit = func(v any) {
			switch v := v.(type) {
			case map[string]any:
				if cite, ok := v["cite"].(string); ok {
					h.check(file, cite)
				}
				for _, inner := range v {
					visit(inner)
				}
			case []any:
				for _, inner := range v {
					visit(inner)
				}
			}
		}
		visit(value)
	}
}

// codeCitations visits the literals that are a citation, and those that are a
// paragraph of Rule 144 or the number of an interpretation, of which the code
// makes one.
func codeCitations(t *testing.T, h holds) {
	whole := regexp.MustCompile(`^(former )?\d+ (CFR|U\.S\.C\.|FR) |^C&DI |^Release \d|^Form S-`)
	sentence := regexp.MustCompile(`, [A-Za-z]{4}|; SEC|: | $`) // a title, a doubt or what was read
	paragraph := regexp.MustCompile(`^\([a-z]\)(\(\w+\))*(-\(\w+\))?(, \(\w+\))*$`)
	staff := regexp.MustCompile(`^\d{3}\.\d{2}$`)
	dirs, err := filepath.Glob("../../*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		if name := filepath.Base(dir); name == "tools" || name == "examples" || name == "internal" {
			continue
		}
		packages, err := parser.ParseDir(token.NewFileSet(), dir, func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
		if err != nil {
			continue // a file
		}
		for _, p := range packages {
			ast.Inspect(p, func(n ast.Node) bool {
				literal, ok := n.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(literal.Value)
				switch {
				case err != nil:
				case whole.MatchString(text):
					if !sentence.MatchString(text) || strings.HasPrefix(text, "Form ") {
						h.check(dir, text)
					}
				case paragraph.MatchString(text):
					h.check(dir, "17 CFR 230.144"+text)
				case staff.MatchString(text):
					h.check(dir, "C&DI "+text)
				}
				return true
			})
		}
	}
}
