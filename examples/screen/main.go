// Command screen reads lots of restricted stock from a CSV file, screens each
// under Rule 144 on all cores, writes the answers as CSV, and prints a summary.
// It streams: its memory does not grow with the file.
//
//	go run ./examples/screen -out answers.csv lots.csv
//	go run ./examples/screen -generate 10000000             screens made-up lots, without CSV
//	go run ./examples/screen -generate 1000 -write lots.csv makes a file of them
//
// The first line of the file names the columns, in any order; -columns lists
// them. A cell that cannot be read ends the program with its line and column. A
// lot whose facts are incomplete or contradict each other is refused in its
// line of the answers, with the reasons, and counted in the summary.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exits.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// options are what the command line asks for.
type options struct {
	sale     calendar.Date
	in       string
	out      string
	generate int64
	write    string
	workers  int
	quiet    bool
	columns  bool
}

// errUsage marks a command line that was explained already.
var errUsage = errors.New("usage")

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

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("screen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		tell(stderr, "usage: screen [flags] FILE     (- is standard input)\n       screen -generate N [flags]\n")
		flags.PrintDefaults()
	}
	sale := flags.String("sale", "", "the day of the sale, such as 2026-11-23 (default: today in New York)")
	flags.StringVar(&o.out, "out", "", "write the answers as CSV to this file (- is standard output)")
	flags.Int64Var(&o.generate, "generate", 0, "screen this many made-up lots instead of a file")
	flags.StringVar(&o.write, "write", "", "with -generate: write the lots as CSV to this file instead of screening them")
	flags.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), "how many lots to screen at a time")
	flags.BoolVar(&o.quiet, "quiet", false, "show no progress")
	flags.BoolVar(&o.columns, "columns", false, "list the columns and stop")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return o, err
		}
		return o, errUsage // the flag set has told what is wrong
	}
	o.in = flags.Arg(0)
	o.sale = calendar.DateOf(time.Now().In(calendar.NewYork()))
	if *sale != "" {
		d, err := calendar.ParseDate(*sale)
		if err != nil {
			return o, fmt.Errorf("-sale %q is not a day such as 2026-11-23", *sale)
		}
		o.sale = d
	}
	return o, o.check(flags.NArg())
}

func (o *options) check(files int) error {
	var wrong []string
	add := func(bad bool, problem string) {
		if bad {
			wrong = append(wrong, problem)
		}
	}
	add(o.workers < 1 || o.workers > 1024, fmt.Sprintf("-workers %d is not from 1 to 1024", o.workers))
	add(o.generate < 0, fmt.Sprintf("-generate %d is negative", o.generate))
	add(o.generate > 0 && files > 0, "-generate takes no file")
	add(o.generate <= 0 && o.write != "", "-write needs -generate")
	add(o.write != "" && o.out != "", "-write and -out exclude each other")
	add(files > 1, "more than one file is given")
	add(files == 0 && o.generate == 0 && !o.columns, "no file is given; - is standard input")
	if len(wrong) > 0 {
		return errors.New(strings.Join(wrong, "; "))
	}
	return nil
}

// do does what the options ask for.
func (o *options) do(stdin io.Reader, stdout, stderr io.Writer) (err error) {
	if o.columns {
		_, err := fmt.Fprintln(stdout, strings.Join(columnNames(), "\n"))
		return err
	}
	if o.write != "" {
		return toFile(o.write, stdout, func(w io.Writer) error { return writeLots(w, o.generate, o.sale) })
	}
	if sameFile(o.in, o.out) {
		return fmt.Errorf("-out %s is the file to read", o.out)
	}
	started := time.Now()
	count := newProgress(stderr, o.quiet)
	defer count.stop()
	var found summary
	switch {
	case o.generate > 0:
		err = toFile(o.out, stdout, func(w io.Writer) error {
			found, err = screenMade(w, o, count)
			return err
		})
	default:
		err = fromFile(o.in, stdin, func(r io.Reader, name string) error {
			return toFile(o.out, stdout, func(w io.Writer) error {
				found, err = screenCSV(r, name, w, o, count)
				return err
			})
		})
	}
	count.stop()
	if err != nil {
		return err
	}
	if o.out == "-" {
		stdout = stderr // the answers have the standard output to themselves
	}
	return found.print(stdout, o.sale, time.Since(started))
}

// tell writes to the person at the terminal. If that fails, there is nobody to
// tell.
func tell(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

// fromFile opens the file, or the standard input, to read from.
func fromFile(name string, stdin io.Reader, read func(r io.Reader, name string) error) error {
	if name == "-" {
		return read(stdin, "standard input")
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written to it
	return read(f, name)
}

// sameFile reports whether the two names lead to one file, which would be lost.
func sameFile(in, out string) bool {
	a, err := os.Stat(in)
	if err != nil {
		return false
	}
	b, err := os.Stat(out)
	return err == nil && os.SameFile(a, b)
}

// toFile makes the file, or takes the standard output, to write to. An empty
// name writes nothing. A file that was not written whole is an error.
func toFile(name string, stdout io.Writer, write func(io.Writer) error) error {
	switch name {
	case "":
		return write(nil)
	case "-":
		return write(stdout)
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		_ = f.Close() // the first error tells more
		return fmt.Errorf("%w (%s is not complete)", err, name)
	}
	return f.Close()
}
