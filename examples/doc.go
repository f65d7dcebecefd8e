// Package examples holds runnable programs that put the library's packages
// together, and the snippets of the README as tests.
//
//   - focus computes a 2002 common stock purchase agreement from its own
//     figures: go run ./examples/focus
//   - service answers over HTTP: go run ./examples/service
//   - screen screens a CSV file of lots under Rule 144 on all cores:
//     go run ./examples/screen -out answers.csv lots.csv
package examples
