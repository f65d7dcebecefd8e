package main

import (
	"strings"
	"testing"
)

// TestEveryCodeIsTold counts the rows, and looks for each code once: no two packages
// share one.
func TestEveryCodeIsTold(t *testing.T) {
	doc, rows := codes(), 0
	for _, room := range rooms() {
		list := room.codes()
		rows += len(list)
		for _, info := range list {
			if strings.Count(doc, "\n| `"+string(info.Code)+"` | ") != 1 {
				t.Errorf("%s is not told once", info.Code)
			}
		}
	}
	if got := strings.Count(doc, "\n| `"); got != rows || rows < 700 {
		t.Errorf("%d rows, want %d", got, rows)
	}
}
