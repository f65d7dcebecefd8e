package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// maxWorkers bounds what the chunks of all workers together can hold.
const maxWorkers = 64

// options are what the command line asks for.
type options struct {
	sale     calendar.Date
	in       string
	out      string
	generate int64
	write    string
	workers  int
	quiet    bool
	progress bool
	columns  bool
}

// errUsage marks a command line that was explained already.
var errUsage = errors.New("usage")

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("screen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		tell(stderr, "usage: screen [flags] FILE     (- is standard input)\n       screen -generate N [flags]\n")
		flags.PrintDefaults()
	}
	sale := flags.String("sale", "", "the `day` of the sale, such as 2026-11-23 (default: today in New York)")
	flags.StringVar(&o.out, "out", "", "write the answers as CSV to this `file` (- is standard output)")
	flags.Int64Var(&o.generate, "generate", 0, "screen `N` made-up lots instead of a file")
	flags.StringVar(&o.write, "write", "", "with -generate: write the lots as CSV to this `file` instead of screening them")
	flags.IntVar(&o.workers, "workers", min(runtime.GOMAXPROCS(0), maxWorkers), "screen `N` lots at a time")
	flags.BoolVar(&o.quiet, "quiet", false, "show no progress")
	flags.BoolVar(&o.progress, "progress", false, "show progress even where no terminal reads it, a line a second")
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
	if problem := unheld(o.sale); problem != "" {
		add(true, "-sale "+problem)
	}
	add(o.workers < 1 || o.workers > maxWorkers, fmt.Sprintf("-workers %d is not from 1 to %d", o.workers, maxWorkers))
	add(o.generate < 0, fmt.Sprintf("-generate %d is negative", o.generate))
	add(o.generate > 0 && files > 0, "-generate takes no file")
	add(o.generate <= 0 && o.write != "", "-write needs -generate")
	add(o.write != "" && o.out != "", "-write and -out exclude each other")
	add(o.quiet && o.progress, "-quiet and -progress exclude each other")
	add(o.columns && files > 0, "-columns takes no file")
	add(files > 1, "more than one file is given")
	add(files == 0 && o.generate == 0 && !o.columns, "no file is given; - is standard input")
	if len(wrong) > 0 {
		return errors.New(strings.Join(wrong, "; "))
	}
	return nil
}

// unheld says why no lot can be screened for that day; it is empty if some can.
// Which law is held is for the library to say, so a lot without facts is put to
// it: what it then finds wrong with the day it would find wrong with every lot's.
func unheld(sale calendar.Date) string {
	_, err := restrict.Screen(restrict.Facts{}, sale)
	var faults law.Faults
	if errors.As(err, &faults) {
		for _, fault := range faults {
			if errors.Is(fault, law.ErrUnsupported) {
				return fault.Value + " " + fault.Problem
			}
		}
	}
	return ""
}
