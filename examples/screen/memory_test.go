package main

import (
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// heapWatch looks again and again at how much memory the heap takes.
type heapWatch struct {
	quit chan struct{}
	peak chan uint64
}

func watchHeap() *heapWatch {
	runtime.GC()
	h := &heapWatch{make(chan struct{}), make(chan uint64)}
	go func() {
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		most := uint64(0)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
			select {
			case <-tick.C:
			case <-h.quit:
				h.peak <- most
				return
			}
		}
	}()
	return h
}

// most ends the watch and tells the most that it saw.
func (h *heapWatch) most() uint64 {
	close(h.quit)
	return <-h.peak
}

// endless is a file of so many bytes that is nowhere.
type endless struct {
	head  string
	line  string
	left  int
	chunk []byte
}

func (e *endless) Read(b []byte) (int, error) {
	if len(e.chunk) == 0 {
		if e.head != "" {
			e.chunk, e.head = []byte(e.head), ""
		} else if e.left <= 0 {
			return 0, io.EOF
		} else {
			e.chunk = []byte(e.line)
			e.left -= len(e.line)
		}
	}
	n := copy(b, e.chunk)
	e.chunk = e.chunk[n:]
	return n, nil
}

// The kinds of file that memory is held to: ordinary lots, and the shortest
// lines, each with a long answer.
const (
	goodHead = "id,acquired,paid,stock,security,affiliate,reporting,reporting_since,current,shell\n"
	goodLine = "focus,2002-11-29,2002-11-29,restricted,equity,never,subject,1993-05-25,yes,never\n"
	badHead  = "id\n"
	badLine  = "a\n"
)

// What is allocated does not grow with the file: ten times the lines take as
// much.
func TestConstantMemory(t *testing.T) {
	allocated := func(size int) uint64 {
		file := &endless{head: goodHead, line: strings.Repeat(goodLine, 1000), left: size}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		o := options{sale: benchSale(), workers: 2}
		found, err := screenCSV(file, "endless", io.Discard, &o, newProgress(io.Discard, showNothing))
		runtime.ReadMemStats(&after)
		if err != nil || found.lots < int64(size/len(goodLine)) || found.refused > 0 {
			t.Fatalf("%+v, %v", found, err)
		}
		return after.TotalAlloc - before.TotalAlloc - uint64(size/len(goodLine)/1000*len(file.line)) // less what the file itself took
	}
	allocated(1 << 20)
	small, large := allocated(2<<20), allocated(20<<20)
	if large > small+4<<20 {
		t.Errorf("2 MB take %d bytes, and 20 MB take %d", small, large)
	}
}

// The heap does not grow with the file either, however much longer the answers
// are than the lines: ten times the lots, whose answers are larger than the limit,
// stay within it. As many workers as there may be take no more than is said here.
func TestConstantHeap(t *testing.T) {
	for _, c := range []struct {
		name, head, line string
		lots, workers    int
		refused          bool
		limit            uint64 // for the most memory, in MB
	}{
		{"good lots", goodHead, goodLine, 40_000, 2, false, 24},
		{"refused lots", badHead, badLine, 40_000, 2, true, 32},
		{"as many workers as may be", goodHead, goodLine, 200_000, maxWorkers, false, 64},
		{"refused by as many workers", badHead, badLine, 150_000, maxWorkers, true, 200},
	} {
		peak := func(lots int) {
			file := &endless{head: c.head, line: strings.Repeat(c.line, 1000), left: lots * len(c.line)}
			o := options{sale: benchSale(), workers: c.workers}
			heap := watchHeap()
			found, err := screenCSV(file, "endless", io.Discard, &o, newProgress(io.Discard, showNothing))
			most := heap.most() >> 20
			if err != nil || found.lots != int64(lots) || (found.refused > 0) != c.refused {
				t.Fatalf("%s: %+v, %v", c.name, found, err)
			}
			if t.Logf("%s: %d take %d MB", c.name, lots, most); most > c.limit {
				t.Errorf("%s: %d take %d MB, more than %d", c.name, lots, most, c.limit)
			}
		}
		peak(c.lots)
		if c.workers < maxWorkers { // so few lines do not fill the chunks of so many
			peak(10 * c.lots)
		}
	}
}
