package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// lineReader cuts a file into chunks of whole lines.
type lineReader struct {
	r    io.Reader
	rest []byte // read, but not handed out: the beginning of a line
	line int    // lines handed out
	err  error  // how the file ended
}

// fill reads until the buffer is full or the file ends.
func (l *lineReader) fill(b []byte) []byte {
	for len(b) < cap(b) && l.err == nil {
		var n int
		n, l.err = l.r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
	}
	return b
}

// header reads the first line.
func (l *lineReader) header() ([]byte, error) {
	b := l.fill(make([]byte, 0, chunkSize))
	if l.err != nil && !errors.Is(l.err, io.EOF) {
		return nil, l.err
	}
	end := bytes.IndexByte(b, '\n')
	switch {
	case len(b) == 0:
		return nil, &cellError{1, 1, "the file is empty; its first line names the columns"}
	case end < 0 && l.err == nil:
		return nil, &cellError{1, 1, fmt.Sprintf("the line is longer than %d bytes", chunkSize)}
	case end < 0:
		end, l.rest = len(b), nil
	default:
		l.rest = b[end+1:]
	}
	l.line = 1
	return bytes.TrimSuffix(bytes.TrimPrefix(b[:end], []byte("\ufeff")), []byte{'\r'}), nil
}

// chunk fills a chunk with whole lines, though not with too many. It returns
// io.EOF once there are none.
func (l *lineReader) chunk(c *chunk) error {
	if c.in == nil {
		c.in = make([]byte, 0, chunkSize)
	}
	c.in = l.fill(append(c.in[:0], l.rest...))
	switch {
	case l.err != nil && !errors.Is(l.err, io.EOF):
		return l.err
	case len(c.in) == 0:
		return io.EOF
	}
	c.line = l.line + 1
	end := bytes.LastIndexByte(c.in, '\n') + 1
	switch {
	case l.err != nil:
		end = len(c.in) // the last line of a file may lack its end
	case end == 0:
		return &cellError{c.line, 1, fmt.Sprintf("the line is longer than %d bytes", chunkSize)}
	}
	lines := bytes.Count(c.in[:end], []byte{'\n'})
	if lines > lotsAtATime {
		lines, end = lotsAtATime, 0
		for range lines {
			end += bytes.IndexByte(c.in[end:], '\n') + 1
		}
	}
	l.rest = append(l.rest[:0], c.in[end:]...)
	l.line += lines
	c.in = c.in[:end]
	return nil
}
