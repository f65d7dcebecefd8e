// Command lawgen writes LAW.md: the rules and numbers of the law that the
// library applies, from the tables that its answers are computed from. Run it
// from its own folder:
//
//	go run . >../../LAW.md
package main

import (
	"fmt"
	"os"
)

func main() {
	if _, err := os.Stdout.WriteString(document()); err != nil {
		fmt.Fprintln(os.Stderr, "lawgen:", err)
		os.Exit(1)
	}
}
