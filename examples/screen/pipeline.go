package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/restrict"
)

const (
	// chunkSize is how much of a file one worker takes at a time, and so the
	// longest line.
	chunkSize = 64 << 10
	// lotsAtATime is how many lines or made-up lots one worker takes at a time.
	// It bounds the answers: why a lot is refused takes more room than a short
	// line.
	lotsAtATime = 1024
)

// chunk is some whole lines of the file, or a range of made-up lots, on its way
// to a worker and on to the writer. Chunks are used over and over.
type chunk struct {
	seq   int
	line  int   // the number of the first line
	first int64 // the first made-up lot
	count int64
	in    []byte
	out   []byte
	found summary
	err   error
}

// flow sends chunks from a source through the workers to the writer, who gets
// them back in order. A fixed number of chunks goes round, so that memory does
// not grow; the first error in the order of the file ends it.
func flow(workers int, source func(*chunk) error, work func() func(*chunk), w io.Writer) (summary, error) {
	chunks := 2*workers + 2
	free, todo, done := make(chan *chunk, chunks), make(chan *chunk, chunks), make(chan *chunk, chunks)
	for range chunks {
		free <- &chunk{}
	}
	stop := make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		defer close(todo)
		for seq := 0; ; seq++ {
			var c *chunk
			select {
			case c = <-free:
			case <-stop:
				return
			}
			c.seq, c.out, c.found, c.err = seq, c.out[:0], summary{}, nil
			if c.err = source(c); c.err != nil {
				done <- c // it has room for all the chunks
				return
			}
			todo <- c
		}
	})
	for range workers {
		all.Go(func() {
			work := work()
			for c := range todo {
				work(c)
				done <- c
			}
		})
	}
	found, err := collect(done, free, w)
	close(stop)
	if err == nil {
		all.Wait() // after an error, a read from a slow pipe may last
	}
	return found, err
}

// collect takes the chunks back in order until one carries an error; io.EOF is
// the good end.
func collect(done <-chan *chunk, free chan<- *chunk, w io.Writer) (summary, error) {
	var total summary
	if w != nil {
		if _, err := io.WriteString(w, answerHeader); err != nil {
			return total, err
		}
	}
	waiting := map[int]*chunk{}
	for next := 0; ; {
		c := <-done
		waiting[c.seq] = c
		for c = waiting[next]; c != nil; c = waiting[next] {
			delete(waiting, next)
			next++
			if w != nil && len(c.out) > 0 {
				if _, err := w.Write(c.out); err != nil {
					return total, err
				}
			}
			total.add(&c.found)
			if errors.Is(c.err, io.EOF) {
				return total, nil
			}
			if c.err != nil {
				return total, c.err
			}
			free <- c
		}
	}
}

// screenCSV screens the lots of a file.
func screenCSV(r io.Reader, name string, w io.Writer, o *options, count *progress) (summary, error) {
	lines := &lineReader{r: r}
	first, err := lines.header()
	if err != nil {
		return summary{}, fmt.Errorf("%s: %w", name, err)
	}
	h, err := readHeader(first)
	if err != nil {
		return summary{}, fmt.Errorf("%s: %w", name, err)
	}
	found, err := flow(o.workers, lines.chunk, func() func(*chunk) {
		d := newDecoder(h)
		return func(c *chunk) {
			c.err = c.screenLines(d, o.sale, w != nil)
			count.add(c.found.lots)
		}
	}, w)
	if err != nil {
		return found, fmt.Errorf("%s: %w", name, err)
	}
	return found, nil
}

// screenLines screens the lines of a chunk up to the first that cannot be read.
func (c *chunk) screenLines(d *decoder, sale calendar.Date, answers bool) error {
	var l lot
	number := c.line
	for rest := c.in; len(rest) > 0; number++ {
		line := rest
		if end := bytes.IndexByte(rest, '\n'); end >= 0 {
			line, rest = rest[:end], rest[end+1:]
		} else {
			rest = nil
		}
		line = bytes.TrimSuffix(line, []byte{'\r'})
		if len(line) == 0 {
			continue
		}
		if err := d.line(number, line, &l); err != nil {
			return err
		}
		c.screen(l.id, &l.facts, sale, answers)
	}
	return nil
}

// screenMade screens made-up lots.
func screenMade(w io.Writer, o *options, count *progress) (summary, error) {
	left, at := o.generate, int64(0)
	source := func(c *chunk) error {
		if left == 0 {
			return io.EOF
		}
		c.first, c.count = at, min(left, lotsAtATime)
		at, left = at+c.count, left-c.count
		return nil
	}
	return flow(o.workers, source, func() func(*chunk) {
		made := maker{o.sale}
		var f restrict.Facts
		var id cell
		return func(c *chunk) {
			for i := range c.count {
				made.make(c.first+i, &f)
				if w != nil {
					id.raw = appendID(id.raw[:0], c.first+i)
					id.text = id.raw
				}
				c.screen(id, &f, o.sale, w != nil)
			}
			count.add(c.found.lots)
		}
	}, w)
}
