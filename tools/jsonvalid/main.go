// Command jsonvalid fails unless its standard input is one or more JSON
// values and nothing else.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	decoder := json.NewDecoder(os.Stdin)
	values := 0
	for {
		var value any
		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "jsonvalid: after %d values, at byte %d: %v\n", values, decoder.InputOffset(), err)
			os.Exit(1)
		}
		values++
	}
	if values == 0 {
		fmt.Fprintln(os.Stderr, "jsonvalid: no JSON at all")
		os.Exit(1)
	}
}
