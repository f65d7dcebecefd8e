// Command lawgen writes LAW.md: the rules and numbers of the law that the
// library applies, from the tables that its answers are computed from. Run it
// from its own folder:
//
//	go run . >../../LAW.md
//
// With the word codes it writes CODES.md: what each code of a reason means, from
// the catalogs of the packages.
//
//	go run . codes >../../CODES.md
package main

import (
	"fmt"
	"os"
)

func main() {
	text := document
	if len(os.Args) > 1 && os.Args[1] == "codes" {
		text = codes
	}
	if _, err := os.Stdout.WriteString(text()); err != nil {
		fmt.Fprintln(os.Stderr, "lawgen:", err)
		os.Exit(1)
	}
}
