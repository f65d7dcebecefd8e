package main

import (
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// benchSale is the day of sale of the made-up lots.
func benchSale() calendar.Date { return calendar.MustDate(2026, time.November, 23) }

// BenchmarkMade screens made-up lots without CSV, the making included.
func BenchmarkMade(b *testing.B) {
	const lots = 1_000_000
	for b.Loop() {
		o := options{sale: benchSale(), generate: lots, workers: 2}
		if found, err := screenMade(nil, &o, newProgress(io.Discard, true)); err != nil || found.lots != lots {
			b.Fatal(found.lots, err)
		}
	}
	b.ReportMetric(float64(lots)*float64(b.N)/b.Elapsed().Seconds(), "lots/s")
}

// BenchmarkCSV reads, screens and writes a file in memory.
func BenchmarkCSV(b *testing.B) {
	const lots = 200_000
	var file bytes.Buffer
	if err := writeLots(&file, lots, benchSale()); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		o := options{sale: benchSale(), workers: 2}
		found, err := screenCSV(bytes.NewReader(file.Bytes()), "lots", io.Discard, &o, newProgress(io.Discard, true))
		if err != nil || found.lots != lots {
			b.Fatal(found.lots, err)
		}
	}
	b.ReportMetric(float64(lots)*float64(b.N)/b.Elapsed().Seconds(), "lots/s")
}
