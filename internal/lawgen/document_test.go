package main

import (
	"os"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
)

// TestFileIsCurrent holds LAW.md to the tables.
func TestFileIsCurrent(t *testing.T) {
	data, err := os.ReadFile("../../LAW.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(data) == document() {
		return
	}
	have, want := strings.Split(string(data), "\n"), strings.Split(document(), "\n")
	for i := range want {
		if i >= len(have) || have[i] != want[i] {
			t.Fatalf("LAW.md is not what the tables say; write it anew with: go run . >../../LAW.md\nline %d should be %q", i+1, want[i])
		}
	}
	t.Fatal("LAW.md goes on after what the tables say; write it anew with: go run . >../../LAW.md")
}

// TestDocumentIsWhole counts the rows, and looks for each table's first and
// last.
func TestDocumentIsWhole(t *testing.T) {
	doc := document()
	rows := 0
	for _, law := range rooms() {
		rows += len(law())
	}
	for _, s := range calendar.Statutes() {
		if !strings.Contains(doc, "| "+s.Title+", from") {
			t.Errorf("%s is not in the document", s.Title)
		}
	}
	if last := sections()[len(sections())-1]; last.heading != "Proposals that are not law" || len(last.rows) != 5 {
		t.Errorf("%d proposals under %q", len(last.rows), last.heading)
	}
	tables := strings.Count(doc, "\n|---")
	if got := strings.Count(doc, "\n| ") - tables; got != rows {
		t.Errorf("%d rows, want %d", got, rows)
	}
	for i, line := range strings.Split(doc, "\n") {
		if strings.Contains(line, "no date") || strings.Contains(line, "0001-") || strings.Contains(line, "| |") && !strings.HasPrefix(line, "|") {
			t.Errorf("line %d: %s", i+1, line)
		}
	}
}
