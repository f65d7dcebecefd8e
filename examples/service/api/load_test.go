package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

// hundredOrders is the question of the load and of its parts.
func hundredOrders(t testing.TB) []byte {
	t.Helper()
	question := AllocationQuestion{Terms: offering.Terms{Price: decimal.RequireFromString("0.96"), Rounding: exact.Nearest}}
	for i := range 100 {
		amount := decimal.NewFromInt(int64(10_000 + 137*i))
		question.Orders = append(question.Orders, offering.Order{Investor: fmt.Sprintf("Investor %d", i), Amount: amount})
	}
	body, err := json.Marshal(question)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// post asks over the network, and reads the answer to its end into a buffer.
func post(ctx context.Context, client *http.Client, url string, body []byte, into *bytes.Buffer) (status int, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	into.Reset()
	_, err = into.ReadFrom(answer.Body)
	return answer.StatusCode, errors.Join(err, answer.Body.Close())
}

// BenchmarkLoad asks for a book of 100 orders a thousand times a second over
// loopback and reports how long the slowest of a hundred took. Floor is the same
// load on a server that does nothing but read and send as many bytes: what it
// takes is the machine's and the client's part.
//
//	GOGC=400 go test ./examples/service/api -run '^$' -bench Load -benchtime 5000x
func BenchmarkLoad(b *testing.B) {
	body := hundredOrders(b)
	recorder := httptest.NewRecorder()
	Handler(Limits{}).ServeHTTP(recorder, httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/v1/allocations", bytes.NewReader(body)))
	text := recorder.Body.Bytes()
	b.Run("floor", func(b *testing.B) {
		pace(b, body, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			send(w, http.StatusOK, "application/json", text)
		}))
	})
	b.Run("answer", func(b *testing.B) { pace(b, body, Handler(Limits{})) })
}

// pace asks a thousand times a second. A request is due at its time whether or
// not earlier answers have come, and its wait for a free worker counts, so that a
// slow answer does not hide the next. There are as many requests as the benchmark
// asks for, and no more workers than its connections.
func pace(b *testing.B, body []byte, handler http.Handler) {
	const workers, apart = 32, time.Millisecond
	server := httptest.NewServer(handler)
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: workers}, Timeout: 5 * time.Second}
	defer client.CloseIdleConnections()
	ctx, fail := context.WithCancelCause(b.Context())
	defer fail(nil)
	took := make([]time.Duration, b.N)
	due := make(chan int, b.N) // holds what no worker is free for
	started := time.Now()
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			var text bytes.Buffer
			for i := range due {
				status, err := post(ctx, client, server.URL+"/v1/allocations", body, &text)
				if err != nil || status != http.StatusOK {
					fail(fmt.Errorf("request %d: status %d, %w", i, status, err)) // and the rest fail at once
				}
				took[i] = time.Since(started) - time.Duration(i)*apart
			}
		})
	}
	for i := range b.N {
		time.Sleep(time.Until(started.Add(time.Duration(i) * apart)))
		due <- i
	}
	close(due)
	wait.Wait()
	if err := context.Cause(ctx); err != nil {
		b.Fatal(err)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100])/float64(time.Millisecond), "p99-ms")
	b.ReportMetric(float64(took[len(took)/2])/float64(time.Millisecond), "p50-ms")
	b.ReportMetric(float64(len(took))/time.Since(started).Seconds(), "requests/s")
}

// BenchmarkAllocation is the same question without the network.
func BenchmarkAllocation(b *testing.B) {
	body, handler := hundredOrders(b), Handler(Limits{})
	b.ReportAllocs()
	for b.Loop() {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/v1/allocations", bytes.NewReader(body)))
		if recorder.Code != http.StatusOK {
			b.Fatal(recorder.Body)
		}
	}
}
