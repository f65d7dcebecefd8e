package main

import "fmt"

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
	// words holds the words of all columns, of which there are few.
	words map[string]string
}

func newDecoder(h header) *decoder {
	return &decoder{header: h, last: make([]string, len(h)), words: map[string]string{}}
}

// word makes a string of a cell, if none was made of such a cell before. What a
// hostile file could pile up is bounded.
func (d *decoder) word(text []byte) string {
	word, ok := d.words[string(text)]
	if !ok {
		word = string(text)
		if len(word) < 40 && len(d.words) < 200 {
			d.words[word] = word
		}
	}
	return word
}

// line reads one line, without its line end.
func (d *decoder) line(number int, line []byte, l *lot) error {
	*l = lot{}
	at := 0
	for i := range d.header {
		if at < 0 {
			return &cellError{number, len(line) + 1, fmt.Sprintf("the line has %d cells, not %d", i, len(d.header))}
		}
		c, after, problem := nextCell(line, at)
		if problem != "" {
			return &cellError{number, c.at + 1, problem}
		}
		at = after
		column := &d.header[i]
		switch {
		case column.set == nil:
			l.id = c
		case len(c.text) == 0:
		default:
			if column.want == "" && string(c.text) != d.last[i] {
				d.last[i] = d.word(c.text)
			}
			if !column.set(l, c.text, d.last[i]) {
				return &cellError{number, c.at + 1, fmt.Sprintf("%s is %q, not %s", column.name, shorten(string(c.text)), column.want)}
			}
		}
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
