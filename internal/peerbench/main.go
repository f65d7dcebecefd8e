// Command peerbench puts the same questions to this library and to others, in
// one run, and prints one table: what an answer takes, how many times that the
// others take, and how many answers each gets wrong. Run it from its own folder:
//
//	go run .
package main

import (
	"fmt"
	"io"
	"os"
	"testing"
	"text/tabwriter"
)

func main() {
	if err := run(os.Stdout, benchmark); err != nil {
		fmt.Fprintln(os.Stderr, "peerbench:", err)
		os.Exit(1)
	}
}

// library is one that answers questions.
type library string

// The libraries, ours first. The last is no library but what is usually written
// with one of decimals.
const (
	offerkit library = "offerkit"
	rickar   library = "rickar/cal"
	moov     library = "moov-io/base"
	goMoney  library = "go-money"
	naive    library = "naive decimal"
)

// peers are the other libraries, in the order of the table.
func peers() []library { return []library{rickar, moov, goMoney, naive} }

// question is one row of the table.
type question struct {
	text string
	ways map[library]way
}

// way is how a library answers a question.
type way struct {
	// ask asks once; successive numbers ask about successive days.
	ask func(i int)
	// rows is how many answers that gives; zero is one.
	rows int
	// wrong counts the wrong answers and all that were checked; it is nil if no
	// list is published that could tell.
	wrong func() (bad, asked int)
}

// cost is what an answer takes.
type cost struct {
	ns     float64
	allocs float64
}

// benchmark measures a way.
func benchmark(ask func(i int)) cost {
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			ask(i & (asked - 1))
			i++
		}
	})
	return cost{float64(r.T.Nanoseconds()) / float64(r.N), float64(r.AllocsPerOp())}
}

// run prints the table.
func run(out io.Writer, measure func(ask func(i int)) cost) error {
	all, err := calendarQuestions()
	if err != nil {
		return err
	}
	all = append(all, moneyQuestions()...)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	names, heads := "\t"+string(offerkit)+"\t\t", "question\tns\tallocs\twrong"
	for _, p := range peers() {
		names += "\t" + string(p) + "\t\t"
		heads += "\ttimes ours\tallocs\twrong"
	}
	fmt.Fprintln(w, names)
	fmt.Fprintln(w, heads)
	for _, q := range all {
		ours := q.ways[offerkit]
		base := ours.cost(measure)
		fmt.Fprintf(w, "%s\t%.1f\t%.3g\t%s", q.text, base.ns, base.allocs, ours.told())
		for _, p := range peers() {
			theirs, ok := q.ways[p]
			if !ok {
				fmt.Fprint(w, "\t-\t-\t-")
				continue
			}
			c := theirs.cost(measure)
			fmt.Fprintf(w, "\t%.0f\t%.3g\t%s", c.ns/base.ns, c.allocs, theirs.told())
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// cost is what one of the answers takes.
func (y way) cost(measure func(ask func(i int)) cost) cost {
	c, rows := measure(y.ask), float64(max(y.rows, 1))
	return cost{c.ns / rows, c.allocs / rows}
}

// told says how many answers are wrong.
func (y way) told() string {
	if y.wrong == nil {
		return "-"
	}
	bad, asked := y.wrong()
	return fmt.Sprintf("%d of %d", bad, asked)
}
