package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/offering"
)

// quick takes no time to measure; it asks, so that a way that panics shows.
func quick(ask func(i int)) cost {
	ask(asked - 1)
	return cost{ns: 2, allocs: 1}
}

// TestTable holds the program to one table: a row a question, and for every
// library what it takes, what it allocates and how often it is wrong.
func TestTable(t *testing.T) {
	var out strings.Builder
	if err := run(&out, quick); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	gaps := regexp.MustCompile(`  +`)
	if got := gaps.Split(strings.TrimSpace(lines[0]), -1); strings.Join(got, "|") != "offerkit|rickar/cal|moov-io/base|go-money|naive decimal" {
		t.Errorf("libraries: %q", got)
	}
	heads := "question|ns|allocs|wrong" + strings.Repeat("|times ours|allocs|wrong", 4)
	if got := gaps.Split(strings.TrimSpace(lines[1]), -1); strings.Join(got, "|") != heads {
		t.Errorf("columns: %q", got)
	}
	answered := map[int]int{}
	for _, line := range lines[2:] {
		cells := gaps.Split(strings.TrimSpace(line), -1)
		if len(cells) != 16 {
			t.Fatalf("%d cells: %q", len(cells), line)
		}
		unknown := strings.HasPrefix(line, "sessions in ten years") // no list of ten whole years is published
		if !strings.HasPrefix(cells[3], "0 of ") && !unknown || cells[3] == "0 of 0" {
			t.Errorf("ours: %s", line)
		}
		peers := 0
		for p := range 4 {
			group := cells[4+3*p : 7+3*p]
			if group[0] == "-" {
				continue
			}
			peers++
			answered[p]++
			if _, of, ok := strings.Cut(group[2], " of "); ok == unknown || of == "0" {
				t.Errorf("peer %d: %q in %q", p, group, line)
			}
		}
		if peers == 0 {
			t.Errorf("nobody beside us: %q", line)
		}
	}
	if len(lines) != 2+8 || len(answered) != 4 {
		t.Errorf("%d lines, %v answers a library:\n%s", len(lines), answered, out.String())
	}
}

// The counts are those of the published lists and of all small books, and some
// of the others are wrong in some: a count that finds nothing wrong would show
// neither.
func TestCounts(t *testing.T) {
	questions, err := calendarQuestions()
	if err != nil {
		t.Fatal(err)
	}
	questions = append(questions, moneyQuestions()...)
	wrong := map[library]bool{}
	for _, q := range questions {
		for name, y := range q.ways {
			if y.wrong != nil {
				bad, asked := y.wrong()
				wrong[name] = wrong[name] || bad > 0
				if _, ours := q.ways[offerkit].wrong(); ours != asked {
					t.Errorf("%s: %d answers of %s and %d of ours", q.text, asked, name, ours)
				}
			}
		}
	}
	if wrong[offerkit] || !wrong[rickar] || !wrong[goMoney] && !wrong[naive] {
		t.Errorf("wrong: %v", wrong)
	}
	if fair(1, 2, []int64{1, 1}, func(int64, []int64) ([]int64, error) { return []int64{1, 1}, nil }) {
		t.Error("a unit too many is fair")
	}
	if fair(1, 2, []int64{1, 1}, func(int64, []int64) ([]int64, error) { panic("no") }) {
		t.Error("a panic is fair")
	}
	if !fair(1, 2, []int64{1, 1}, offering.Apportion) {
		t.Error("an exact split is not fair")
	}
}
