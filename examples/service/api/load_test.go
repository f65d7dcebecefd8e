package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

// BenchmarkLoad sends a book of 100 orders a thousand times a second over
// loopback and reports how long the slowest of a hundred took. The pace is kept
// whether or not answers come, so that a slow answer does not hide the next.
//
//	go test ./examples/service/api -run '^$' -bench Load -benchtime 5000x
func BenchmarkLoad(b *testing.B) {
	question := AllocationQuestion{Terms: offering.Terms{Price: decimal.RequireFromString("0.96"), Rounding: offering.Nearest}}
	for i := range 100 {
		amount := decimal.NewFromInt(int64(10_000 + 137*i))
		question.Orders = append(question.Orders, offering.Order{Investor: fmt.Sprintf("Investor %d", i), Amount: amount})
	}
	body, err := json.Marshal(question)
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(Handler(DefaultBodyLimit))
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}, Timeout: 5 * time.Second}
	took := make([]time.Duration, b.N)
	var wait sync.WaitGroup
	started := time.Now()
	for i := range b.N {
		due := started.Add(time.Duration(i) * time.Millisecond)
		time.Sleep(time.Until(due))
		wait.Go(func() {
			answer, err := client.Post(server.URL+"/v1/allocations", "application/json", bytes.NewReader(body))
			if err != nil {
				b.Error(err)
				return
			}
			defer func() { _ = answer.Body.Close() }()
			if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
				b.Error(answer.Status, err)
			}
			took[i] = time.Since(due)
		})
	}
	wait.Wait()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100])/float64(time.Millisecond), "p99-ms")
	b.ReportMetric(float64(took[len(took)/2])/float64(time.Millisecond), "p50-ms")
	b.ReportMetric(float64(len(took))/time.Since(started).Seconds(), "requests/s")
}
