package main

import (
	"bytes"
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// header is the first line of a file: the columns in their order.
type header []column

// readHeader finds the columns that the first line names.
func readHeader(line []byte) (header, error) {
	known := map[string]column{}
	for _, c := range columns() {
		known[c.name] = c
	}
	var h header
	for at := 0; at >= 0; {
		c, next, problem := nextCell(line, at)
		if problem != "" {
			return nil, &cellError{1, c.at + 1, problem}
		}
		name := string(c.text)
		found, ok := known[name]
		if !ok {
			return nil, &cellError{1, c.at + 1, fmt.Sprintf("no column has the name %q; -columns lists them", shorten(name))}
		}
		for _, before := range h {
			if before.name == name {
				return nil, &cellError{1, c.at + 1, fmt.Sprintf("the column %q is named twice", name)}
			}
		}
		h, at = append(h, found), next
	}
	return h, nil
}

// decoder reads lines. Each worker has its own.
type decoder struct {
	header header
	// last holds the word that each column had before: most lines repeat it, and
	// then no string is made.
	last []string
}

func newDecoder(h header) *decoder { return &decoder{header: h, last: make([]string, len(h))} }

// line reads one line, without its line end.
func (d *decoder) line(number int, line []byte, l *lot) error {
	*l = lot{}
	at, next := 0, plainCell
	if bytes.IndexByte(line, '"') >= 0 {
		next = nextCell
	}
	for i := range d.header {
		if at < 0 {
			return &cellError{number, len(line) + 1, fmt.Sprintf("the line has %d cells, not %d", i, len(d.header))}
		}
		c, after, problem := next(line, at)
		if problem != "" {
			return &cellError{number, c.at + 1, problem}
		}
		column := &d.header[i]
		switch {
		case column.name == "id":
			l.id = c.raw
		case len(c.text) == 0:
		default:
			if column.want == "" && string(c.text) != d.last[i] {
				d.last[i] = string(c.text)
			}
			if !column.set(l, c.text, d.last[i]) {
				return &cellError{number, c.at + 1, fmt.Sprintf("%s is %q, not %s", column.name, shorten(string(c.text)), column.want)}
			}
		}
		at = after
	}
	if at >= 0 {
		return &cellError{number, at + 1, fmt.Sprintf("the line has more than %d cells", len(d.header))}
	}
	return nil
}

// shorten keeps a strange cell from filling the screen.
func shorten(s string) string {
	if len(s) <= 60 {
		return s
	}
	return s[:60] + "…"
}

// civil makes a day of a number such as 20021125.
func civil(n int) (calendar.Date, bool) {
	d, err := calendar.NewDate(n/10_000, time.Month(n/100%100), n%100)
	return d, err == nil
}

// appendDay writes a day as a cell; "no date" is an empty one.
func appendDay(b []byte, d calendar.Date) []byte {
	if d.IsZero() {
		return b
	}
	year, month, day := d.Civil()
	digits := func(n int) { b = append(b, byte('0'+n/10), byte('0'+n%10)) }
	digits(year / 100)
	digits(year % 100)
	b = append(b, '-')
	digits(int(month))
	b = append(b, '-')
	digits(day)
	return b
}
