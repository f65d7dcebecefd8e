package main

import (
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// progress shows on one line how far the program is.
type progress struct {
	lots atomic.Int64
	quit chan struct{}
	once sync.Once
	done sync.WaitGroup
}

// showEvery is how often the line is written anew.
const showEvery = 200 * time.Millisecond

// newProgress starts to show, unless it is to be quiet.
func newProgress(w io.Writer, quiet bool) *progress {
	p := &progress{quit: make(chan struct{})}
	if quiet {
		return p
	}
	started := time.Now()
	show := func(end string) {
		n := p.lots.Load()
		tell(w, "\r%s lots, %s lots/s   %s", grouped(n), grouped(rate(n, time.Since(started))), end)
	}
	p.done.Go(func() {
		tick := time.NewTicker(showEvery)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				show("")
			case <-p.quit:
				show("\n")
				return
			}
		}
	})
	return p
}

func (p *progress) add(n int64) { p.lots.Add(n) }

// stop ends the line. It may be called more than once.
func (p *progress) stop() {
	p.once.Do(func() { close(p.quit) })
	p.done.Wait()
}
