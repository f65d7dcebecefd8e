// Command screen reads lots of restricted stock from a CSV file, screens each
// under Rule 144 on all cores, writes the answers as CSV, and prints a summary.
// It streams: its memory does not grow with the file.
//
//	go run ./examples/screen -out answers.csv lots.csv
//	go run ./examples/screen -generate 10000000             screens made-up lots, without CSV
//	go run ./examples/screen -generate 1000 -write lots.csv makes a file of them
//
// The first line of the file names the columns, in any order; -columns lists
// them. A cell that cannot be read ends the program with its line and column,
// counted in bytes; so does a control character or a byte order mark inside the
// file. A lot whose facts are incomplete or contradict each other is refused in
// its line of the answers, with the reasons, and counted in the summary.
//
// The answers take their place only when they are whole: until then, and if the
// program fails, a file of that name stays as it was. On the standard output,
// "-", they appear as they are found.
//
// An answer repeats the id of its lot as it stands in the file, with one
// exception. A spreadsheet runs a cell that begins with =, +, - or @, spaces
// and apostrophes before it aside; such an id is written with one more
// apostrophe in front, and in quotes: =A1 becomes "'=A1". Whoever joins answers to lots
// drops that apostrophe again.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exits.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// run is the program without its exit.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitDone
	case errors.Is(err, errUsage):
		return exitUsage
	case err != nil:
		tell(stderr, "screen: %v\n", err)
		return exitUsage
	}
	if err := o.do(stdin, stdout, stderr); err != nil {
		tell(stderr, "screen: %v\n", err)
		return exitFailed
	}
	return exitDone
}

// tell writes to the person at the terminal. If that fails, there is nobody to
// tell.
func tell(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

// do does what the options ask for.
func (o *options) do(stdin io.Reader, stdout, stderr io.Writer) error {
	switch {
	case o.columns:
		_, err := fmt.Fprintln(stdout, strings.Join(columnNames(), "\n"))
		return err
	case o.write != "":
		return toFile(o.write, stdout, func(w io.Writer) error { return writeLots(w, o.generate, o.sale) })
	case o.generate > 0:
		return o.screen(stdout, stderr, func(w io.Writer, count *progress) (summary, error) {
			return screenMade(w, o, count)
		})
	}
	return fromFile(o.in, stdin, func(r io.Reader, name string) error {
		if err := keepApart(r, name, o.out, stdout); err != nil {
			return err
		}
		return o.screen(stdout, stderr, func(w io.Writer, count *progress) (summary, error) {
			return screenCSV(r, name, w, o, count)
		})
	})
}

// screen has lots screened, shows how far that is, and prints the summary.
func (o *options) screen(stdout, stderr io.Writer, lots func(io.Writer, *progress) (summary, error)) error {
	started := time.Now()
	count := newProgress(stderr, o.shows(stderr))
	defer count.stop()
	var found summary
	err := toFile(o.out, stdout, func(w io.Writer) (err error) {
		found, err = lots(w, count)
		return err
	})
	count.stop()
	if err != nil {
		return err
	}
	if o.out == "-" {
		stdout = stderr // the answers have the standard output to themselves
	}
	return found.print(stdout, o.sale, time.Since(started))
}
