package main

import (
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// progress shows how far the program is: on a terminal by one line that is
// written anew, elsewhere by a line a second.
type progress struct {
	lots atomic.Int64
	quit chan struct{}
	once sync.Once
	done sync.WaitGroup
}

// showing is how progress is shown.
type showing int

const (
	showNothing showing = iota
	showAnew
	showLines
)

// shows says how to show progress to whoever reads the stream.
func (o *options) shows(stderr io.Writer) showing {
	switch {
	case o.quiet:
		return showNothing
	case isTerminal(stderr):
		return showAnew
	case o.progress:
		return showLines
	}
	return showNothing
}

// isTerminal reports whether a person may be reading. The null device passes
// for one too, and takes anything.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// newProgress starts to show.
func newProgress(w io.Writer, how showing) *progress {
	p := &progress{quit: make(chan struct{})}
	if how == showNothing {
		return p
	}
	every, format, end := time.Second, "%s lots, %s lots/s\n", ""
	if how == showAnew {
		every, format, end = 200*time.Millisecond, "\r%s lots, %s lots/s   ", "\n"
	}
	started := time.Now()
	show := func(end string) {
		if n := p.lots.Load(); n > 0 { // nothing was asked yet, or nothing could be
			tell(w, format+end, grouped(n), grouped(rate(n, time.Since(started))))
		}
	}
	p.done.Go(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				show("")
			case <-p.quit:
				show(end)
				return
			}
		}
	})
	return p
}

func (p *progress) add(n int64) { p.lots.Add(n) }

// stop ends the showing. It may be called more than once.
func (p *progress) stop() {
	p.once.Do(func() { close(p.quit) })
	p.done.Wait()
}
