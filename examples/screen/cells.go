package main

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// cellError is a cell that cannot be read, or a line that is no CSV.
type cellError struct {
	line, column int // from 1; the column counts bytes
	problem      string
}

func (e *cellError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.line, e.column, e.problem)
}

// cell is one cell of a line: where it begins, its text, and the text as it
// stands in the file, quotes included.
type cell struct {
	at        int
	raw, text []byte
}

// stops marks the bytes at which a quick walk over a cell ends: the comma, and
// what is or may begin something that a cell must not hold.
var stops = func() (at [256]bool) {
	for b := range byte(' ') {
		at[b] = true
	}
	for _, b := range []byte{',', '"', 0x7f, 0xc2, 0xef} {
		at[b] = true
	}
	return at
}()

// nextCell cuts the next cell off a line, from the offset on. It returns the
// offset after the cell's comma, or -1 after the last cell. If there is a
// problem, the cell begins where it lies.
func nextCell(line []byte, at int) (c cell, next int, problem string) {
	end := at
	for end < len(line) && !stops[line[end]] {
		end++
	}
	switch {
	case end == len(line):
		next = -1
	case line[end] == ',':
		next = end + 1
	default:
		return oddCell(line, at)
	}
	return cell{at, line[at:end], line[at:end]}, next, ""
}

// oddCell is nextCell for any cell.
func oddCell(line []byte, at int) (c cell, next int, problem string) {
	if line[at] == '"' {
		c, next, problem = quotedCell(line, at)
	} else {
		c, next, problem = plainCell(line, at)
	}
	for i := 0; problem == "" && i < len(c.raw); {
		r, size := utf8.DecodeRune(c.raw[i:])
		switch {
		case r < ' ', 0x7f <= r && r < 0xa0:
			return cell{at: at + i}, 0, fmt.Sprintf("a control character, U+%04X, stands inside a cell", r)
		case r == '\ufeff':
			return cell{at: at + i}, 0, "a byte order mark stands inside the file"
		}
		i += size
	}
	return c, next, problem
}

// plainCell is oddCell for a cell that does not begin with a quote.
func plainCell(line []byte, at int) (c cell, next int, problem string) {
	text, next := line[at:], -1
	if comma := bytes.IndexByte(text, ','); comma >= 0 {
		text, next = text[:comma], at+comma+1
	}
	if bytes.IndexByte(text, '"') >= 0 {
		problem = "a quote stands inside a cell that does not begin with one"
	}
	return cell{at, text, text}, next, problem
}

// quotedCell is oddCell for a cell in quotes, in which a quote is doubled.
func quotedCell(line []byte, at int) (c cell, next int, problem string) {
	var text []byte
	for i := at + 1; ; {
		quote := bytes.IndexByte(line[i:], '"')
		if quote < 0 {
			return cell{at: at}, 0, "a quoted cell does not end on its line"
		}
		text = append(text, line[i:i+quote]...)
		switch i += quote + 1; {
		case i == len(line):
			return cell{at, line[at:i], text}, -1, ""
		case line[i] == ',':
			return cell{at, line[at:i], text}, i + 1, ""
		case line[i] != '"':
			return cell{at: i}, 0, "a quoted cell is followed by more than a comma"
		}
		text = append(text, '"')
		i++
	}
}
