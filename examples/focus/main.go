// Command focus computes the common stock purchase agreement of Focus
// Enhancements, Inc. dated November 25, 2002 from its own figures, and prints
// every answer with its reasons. It reads nothing.
//
//	go run ./examples/focus         for a person
//	go run ./examples/focus -json   the same as JSON
package main

import (
	"encoding/json"
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
	if *asJSON {
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(r)
	}
	return write(out, r)
}
