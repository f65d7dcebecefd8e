package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// benchSale is the day of sale of the made-up lots.
func benchSale() calendar.Date { return calendar.MustDate(2026, time.November, 23) }

// perSecond reports how many lots a second that were, and the most memory that
// the heap took meanwhile.
func perSecond(b *testing.B, lots int, peak uint64) {
	b.Helper()
	b.ReportMetric(float64(lots)*float64(b.N)/b.Elapsed().Seconds(), "lots/s")
	b.ReportMetric(float64(peak)/(1<<20), "heap-MB")
}

// BenchmarkMade screens made-up lots without CSV, the making included.
func BenchmarkMade(b *testing.B) {
	for _, lots := range []int{1_000_000, 10_000_000} {
		b.Run(fmt.Sprint(lots), func(b *testing.B) {
			heap := watchHeap()
			for b.Loop() {
				o := options{sale: benchSale(), generate: int64(lots), workers: 2}
				if found, err := screenMade(nil, &o, newProgress(io.Discard, showNothing)); err != nil || found.lots != int64(lots) {
					b.Fatal(found.lots, err)
				}
			}
			perSecond(b, lots, heap.most())
		})
	}
}

// BenchmarkCSV reads, screens and writes a file in memory.
func BenchmarkCSV(b *testing.B) {
	const lots = 200_000
	var file bytes.Buffer
	if err := writeLots(&file, lots, benchSale()); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	heap := watchHeap()
	for b.Loop() {
		o := options{sale: benchSale(), workers: 2}
		found, err := screenCSV(bytes.NewReader(file.Bytes()), "lots", io.Discard, &o, newProgress(io.Discard, showNothing))
		if err != nil || found.lots != lots {
			b.Fatal(found.lots, err)
		}
	}
	perSecond(b, lots, heap.most())
}

// BenchmarkFiles is the program as its users run it, from one file to another.
func BenchmarkFiles(b *testing.B) {
	for _, lots := range []int{1_000_000, 10_000_000} {
		b.Run(fmt.Sprint(lots), func(b *testing.B) {
			folder := b.TempDir()
			in, out := filepath.Join(folder, "lots.csv"), filepath.Join(folder, "answers.csv")
			made := options{sale: benchSale(), generate: int64(lots), write: in}
			if err := made.do(nil, io.Discard, io.Discard); err != nil {
				b.Fatal(err)
			}
			if info, err := os.Stat(in); err == nil {
				b.SetBytes(info.Size())
			}
			heap := watchHeap()
			for b.Loop() {
				o := options{sale: benchSale(), in: in, out: out, workers: 2}
				if err := o.do(nil, io.Discard, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			perSecond(b, lots, heap.most())
		})
	}
}
