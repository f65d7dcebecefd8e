package main

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

// TestEveryCodeIsTold counts the rows, and looks for each code once: no two packages
// share one.
func TestEveryCodeIsTold(t *testing.T) {
	doc, rows := codes(), 0
	for _, list := range [][]law.CodeInfo{calendar.Codes(), offering.Codes(), escrow.Codes(), restrict.Codes()} {
		rows += len(list)
		for _, info := range list {
			if strings.Count(doc, "\n| `"+string(info.Code)+"` | ") != 1 {
				t.Errorf("%s is not told once", info.Code)
			}
		}
	}
	if got := strings.Count(doc, "\n| `"); got != rows {
		t.Errorf("%d rows, want %d", got, rows)
	}
}
