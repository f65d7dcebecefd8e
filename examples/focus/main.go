// Command focus computes the common stock purchase agreement of Focus
// Enhancements, Inc. dated November 25, 2002 from its own figures, and prints
// every answer with its reasons. It reads nothing.
//
//	go run ./examples/focus         for a person
//	go run ./examples/focus -json   the same as JSON
//	go run ./examples/focus -svg timeline.svg -ics deadlines.ics
//	                                also draws the days and writes them for a calendar
//	go run ./examples/focus -svg -  draws the days on the standard output instead
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(exit(run(os.Args[1:], os.Stdout, os.Stderr), os.Stderr)) }

// errUsage marks a command line that cannot be followed.
var errUsage = errors.New("see focus -h")

// exit tells what went wrong, if anything did, and how the program ends: 0 if
// it did what was asked, 2 if it was asked wrongly, 1 if it failed.
func exit(err error, problems io.Writer) int {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	_, _ = fmt.Fprintln(problems, "focus:", err) // if that fails, there is nobody to tell
	if errors.Is(err, errUsage) {
		return 2
	}
	return 1
}

// options are what the command line asks for.
type options struct {
	json     bool
	svg, ics string
}

func parse(args []string, usage io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("focus", flag.ContinueOnError)
	flags.SetOutput(usage)
	flags.BoolVar(&o.json, "json", false, "print the report as JSON")
	flags.StringVar(&o.svg, "svg", "", "draw the days of the deal to this `file` (- is standard output, in place of the report)")
	flags.StringVar(&o.ics, "ics", "", "write the days of the deal to this iCalendar `file` (- is standard output, in place of the report)")
	printed := flags.Usage
	flags.Usage = func() {} // on a wrong flag, a line says more than a page
	err := flags.Parse(args)
	toOutput := o.svg == standard || o.ics == standard
	switch {
	case errors.Is(err, flag.ErrHelp):
		printed()
		return o, err
	case err != nil:
		return o, errUsage // the flag set has told what is wrong
	case flags.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q; %w", flags.Arg(0), errUsage)
	case toOutput && o.svg == o.ics:
		return o, fmt.Errorf("-svg and -ics cannot both have the standard output; %w", errUsage)
	case toOutput && o.json:
		return o, fmt.Errorf("-json has the standard output, so -svg and -ics need files; %w", errUsage)
	case o.svg != "" && o.ics != "" && !toOutput && sameFile(o.svg, o.ics):
		return o, fmt.Errorf("-svg %s and -ics %s are the same file; %w", o.svg, o.ics, errUsage)
	}
	return o, nil
}

// run is the program without its exit. It writes all that it is asked for, or
// leaves every file as it was.
func run(args []string, out, usage io.Writer) error {
	o, err := parse(args, usage)
	if err != nil {
		return err
	}
	r, err := compute()
	if err != nil {
		return err
	}
	otherwise := func() error { return o.print(out, r) }
	var files []file
	for _, asked := range []struct {
		path  string
		write func(io.Writer, *report) error
	}{{o.svg, writeSVG}, {o.ics, writeICS}} {
		if asked.path == "" {
			continue
		}
		var text bytes.Buffer
		if err := asked.write(&text, &r); err != nil {
			return err
		}
		if asked.path == standard {
			otherwise = func() error { _, err := text.WriteTo(out); return err }
			continue
		}
		files = append(files, file{asked.path, text.Bytes()})
	}
	return save(files, otherwise)
}

// print writes the report.
func (o *options) print(out io.Writer, r report) error {
	if !o.json {
		return write(out, r)
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
