package main

import (
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/offerkit/offerkit/offering"
)

// TestWrongAnswers holds the library to no wrong answer in the counts that the
// program prints.
func TestWrongAnswers(t *testing.T) {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 1, ' ', 0)
	if err := wrong(w, usualExchange()); err != nil {
		t.Fatal(err)
	}
	if err := wrongMoney(w); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	ours := 0
	for _, line := range strings.Split(out.String(), "\n") {
		if fields := strings.Fields(line); strings.Contains(line, "offerkit") {
			ours++
			if fields[len(fields)-2] != "0" {
				t.Error(line)
			}
		}
	}
	if ours != 4 {
		t.Errorf("%d rows of ours:\n%s", ours, out.String())
	}
	if fair(1, 2, []int64{1, 1}, func(int64, []int64) ([]int64, error) { return []int64{1, 1}, nil }) {
		t.Error("a unit too many is fair")
	}
	if !fair(1, 2, []int64{1, 1}, offering.Apportion) {
		t.Error("an exact split is not fair")
	}
}
