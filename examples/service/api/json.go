package api

import (
	"bytes"
	"strconv"
)

// JSON that is known to be valid needs no second parser to be taken apart:
// strings and brackets are all that has to be told.

// value is one value of a body, as a walk meets it.
type value struct {
	path       []byte // such as "orders[2].amount"; only good during the visit
	name       int    // where its name stands, or itself if it has none
	start, end int    // where it stands
	rows       int    // how many values it holds
	depth      int    // how many values hold it
}

// walk visits every value of a body that is valid JSON, what a value holds
// before the value itself.
func walk(body []byte, visit func(value)) {
	w := walker{body: body, visit: visit}
	start := skip(body, 0)
	w.value(start, start)
}

type walker struct {
	body  []byte
	path  []byte
	depth int
	visit func(value) // nil is a walk to the end
}

// value walks the value at i, and returns where it ends.
func (w *walker) value(name, i int) int {
	v := value{name: name, start: i, depth: w.depth}
	switch w.body[i] {
	case '{', '[':
		object := w.body[i] == '{'
		w.depth++
		for i = skip(w.body, i+1); w.body[i] != '}' && w.body[i] != ']'; i = skip(w.body, i) {
			if w.body[i] == ',' {
				i = skip(w.body, i+1)
			}
			i = w.held(object, v.rows, i)
			v.rows++
		}
		w.depth--
		i++
	case '"':
		i = text(w.body, i)
	default: // a number or a word
		for i < len(w.body) && bytes.IndexByte([]byte(" \t\r\n,]}"), w.body[i]) < 0 {
			i++
		}
	}
	v.path, v.end = w.path, i
	if w.visit != nil {
		w.visit(v)
	}
	return i
}

// held walks what an object or a list holds.
func (w *walker) held(object bool, row, i int) int {
	name, before := i, len(w.path)
	if object {
		end := text(w.body, i)
		if before > 0 {
			w.path = append(w.path, '.')
		}
		w.path = append(w.path, unquoted(w.body[i:end])...)
		i = skip(w.body, skip(w.body, end)+1)
	} else {
		w.path = append(strconv.AppendInt(append(w.path, '['), int64(row), 10), ']')
	}
	i = w.value(name, i)
	w.path = w.path[:before]
	return i
}

// skip is where the white space at i ends.
func skip(body []byte, i int) int {
	for i < len(body) && (body[i] == ' ' || body[i] == '\t' || body[i] == '\r' || body[i] == '\n') {
		i++
	}
	return i
}

// text is where the string at i ends, quotes included.
func text(body []byte, i int) int {
	for i++; body[i] != '"'; i++ {
		if body[i] == '\\' {
			i++
		}
	}
	return i + 1
}
