// Command focus computes the common stock purchase agreement of Focus
// Enhancements, Inc. dated November 25, 2002 from its own figures, and prints
// every answer with its reasons. It reads nothing.
//
//	go run ./examples/focus         for a person
//	go run ./examples/focus -json   the same as JSON
//	go run ./examples/focus -svg timeline.svg -ics deadlines.ics
//	                                draws the days and writes them for a calendar
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "focus:", err)
		os.Exit(1)
	}
}

// run is the program without its exit.
func run(args []string, out, usage io.Writer) error {
	flags := flag.NewFlagSet("focus", flag.ContinueOnError)
	flags.SetOutput(usage)
	asJSON := flags.Bool("json", false, "print the report as JSON")
	drawing := flags.String("svg", "", "draw the days of the deal to this `file`")
	deadlines := flags.String("ics", "", "write the days of the deal to this iCalendar `file`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	r, err := compute()
	if err != nil {
		return err
	}
	if err := errors.Join(create(*drawing, &r, writeSVG), create(*deadlines, &r, writeICS)); err != nil {
		return err
	}
	if *asJSON {
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(r)
	}
	return write(out, r)
}

// create writes a file, if one is asked for.
func create(path string, r *report, write func(io.Writer, *report) error) error {
	if path == "" {
		return nil
	}
	file, err := os.Create(path) //nolint:gosec // the user names the file
	if err != nil {
		return err
	}
	return errors.Join(write(file, r), file.Close())
}
