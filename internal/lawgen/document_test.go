package main

import (
	"os"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
)

// TestFilesAreCurrent holds LAW.md and CODES.md to the tables.
func TestFilesAreCurrent(t *testing.T) {
	t.Run("law", func(t *testing.T) { current(t, "LAW.md", document(), "go run . >../../LAW.md") })
	t.Run("codes", func(t *testing.T) { current(t, "CODES.md", codes(), "go run . codes >../../CODES.md") })
}

func current(t *testing.T, name, text, command string) {
	t.Helper()
	data, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) == text {
		return
	}
	have, want := strings.Split(string(data), "\n"), strings.Split(text, "\n")
	for i := range want {
		if i >= len(have) || have[i] != want[i] {
			t.Fatalf("%s is not what the tables say; write it anew with: %s\nline %d should be %q", name, command, i+1, want[i])
		}
	}
	t.Fatalf("%s goes on after what the tables say; write it anew with: %s", name, command)
}

// TestDocumentIsWhole counts the rows, and looks for each table's first and
// last.
func TestDocumentIsWhole(t *testing.T) {
	doc := document()
	rows := 0
	for _, room := range rooms() {
		rows += len(room.law())
	}
	for _, s := range calendar.Statutes() {
		if !strings.Contains(doc, "| "+s.Title+", from") {
			t.Errorf("%s is not in the document", s.Title)
		}
	}
	if last := sections()[len(sections())-1]; last.heading != "Proposals that are not law" || len(last.rows) != 6 {
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
