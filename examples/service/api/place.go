package api

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

// bodyError is a body that is no JSON from the offset on.
type bodyError struct {
	offset int
	err    error
}

func (e *bodyError) Error() string { return fmt.Sprintf("byte %d: %v", e.offset, e.err) }

func (e *bodyError) Unwrap() error { return e.err }

// lineOf turns an offset into a line and a column, both counted from 1. Columns
// are characters, as editors count them: an é is one, whatever its bytes.
func lineOf(body []byte, offset int) (line, column int) {
	before := body[:min(offset, len(body))]
	begin := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte{'\n'}), 1 + utf8.RuneCount(before[begin:])
}

// place is where a path stands in a body.
type place struct {
	name, value int
	times       int
}

// mostPath bounds the paths that are looked for, since the names in a hostile
// body can be as long as the body.
const mostPath = 512

// places finds the faults in the body: the value that is wrong, the name that is
// not known or given again, or, of what is missing, the innermost value that it
// is missing from.
func places(body []byte, faults law.Faults) []int {
	found := map[string]place{"": {}}
	for _, f := range faults {
		for path := f.Field; path != ""; path = outer(path) {
			found[path] = place{}
		}
	}
	walk(body, func(v value) {
		if len(v.path) > mostPath {
			return
		}
		if p, wanted := found[string(v.path)]; wanted {
			found[string(v.path)] = place{v.name, v.start, p.times + 1}
		}
	})
	offsets := make([]int, len(faults))
	for i, f := range faults {
		own := found[f.Field]
		switch {
		case own.times > 1, own.times > 0 && strings.HasPrefix(f.Problem, "is not a field"):
			offsets[i] = own.name
		default:
			path := f.Field
			for path != "" && found[path].times == 0 {
				path = outer(path)
			}
			offsets[i] = found[path].value
		}
	}
	return offsets
}

// outer is the path of what holds the value at a path.
func outer(path string) string { return path[:max(0, strings.LastIndexAny(path, ".["))] }
