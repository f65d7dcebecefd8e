// Package examples holds runnable programs that put the library's packages
// together, and the snippets of the README as tests.
//
//   - start is the program of the README: go run ./examples/start
//   - focus computes a 2002 common stock purchase agreement from its own
//     figures: go run ./examples/focus
//   - service answers over HTTP: go run ./examples/service
//   - screen screens a CSV file of lots under Rule 144 on all cores:
//     go run ./examples/screen -out answers.csv lots.csv
//   - downstream embeds the library in a module of its own, as a host does:
//     cd examples/downstream && go test .
//
// A program exits with 0 when it has done what was asked, 2 when it was asked
// wrongly, and 1 when it failed, and says why on its standard error.
package examples
