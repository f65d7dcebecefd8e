package api

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync"
	"testing"
	"time"
)

// settled is how many goroutines there are, and how many bytes live, once those
// that are about to end have ended.
func settled(t *testing.T, most int) (goroutines int, bytes uint64) {
	t.Helper()
	for range 500 { // the runtime ends them when it gets to it
		if goroutines = runtime.NumGoroutine(); goroutines <= most {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	runtime.GC()
	runtime.GC() // pools are emptied by the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return goroutines, m.HeapAlloc
}

// A burst of malformed, of too large and of broken-off questions beside good ones
// is answered, each as it should be, and leaves nothing behind.
func TestBurst(t *testing.T) {
	good, attack := example(t, "/v1/rule144"), larger(t, 100, 0, 100)
	much := larger(t, 20, 0, 2)
	goroutines, before := settled(t, runtime.NumGoroutine())
	var peak uint64
	func() {
		server := httptest.NewServer(Handler(Limits{Body: 256 << 10, Wait: time.Minute}))
		defer server.Close()
		client := server.Client()
		work := make(chan int)
		var wait sync.WaitGroup
		for range 16 {
			wait.Go(func() {
				var text bytes.Buffer
				for i := range work {
					path, body, want := "/v1/rule144", good, http.StatusOK
					switch i % 8 {
					case 1:
						body, want = good[:len(good)/2], http.StatusBadRequest
					case 2:
						body, want = bytes.Repeat([]byte("["), 512<<10), http.StatusRequestEntityTooLarge
					case 3:
						body, want = []byte(`{"sale":7}`), http.StatusUnprocessableEntity
					case 4:
						path, body, want = "/v1/escrows", attack, http.StatusUnprocessableEntity
					case 5:
						path, body = "/v1/escrows", much
					case 6:
						path, want = "/v1/nothing", http.StatusNotFound
					case 7:
						breakOff(t, server.Listener.Addr().String())
						continue
					}
					status, err := post(t.Context(), client, server.URL+path, body, &text)
					if err != nil && want == http.StatusRequestEntityTooLarge {
						continue // the server hangs up on what it will not read, at times before it is heard
					}
					if err != nil || status != want {
						t.Errorf("%d: %d, want %d, %v\n%.300s", i, status, want, err, text.Bytes())
					}
				}
			})
		}
		for i := range 160 {
			work <- i
		}
		close(work)
		wait.Wait()
		client.CloseIdleConnections()
		// The server still stands, with its listener alone.
		var standing int
		if standing, peak = settled(t, goroutines+2); standing > goroutines+2 {
			t.Errorf("%d goroutines are left in the server", standing-goroutines)
		}
	}()
	after, left := settled(t, goroutines)
	if after > goroutines {
		all := make([]byte, 64<<10)
		t.Errorf("%d goroutines are left behind\n%s", after-goroutines, all[:runtime.Stack(all, true)])
	}
	for name, bytes := range map[string]uint64{"the server that was asked": peak, "the server that was closed": left} {
		if most := before + 2<<20; bytes > most {
			t.Errorf("%s holds %d bytes more than there were", name, bytes-before)
		}
	}
}

// breakOff begins a question and hangs up.
func breakOff(t *testing.T, address string) {
	connection, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Error(err)
		return
	}
	_, err = io.WriteString(connection, fmt.Sprintf("POST /v1/rule144 HTTP/1.1\r\nHost: %s\r\nContent-Length: 500\r\n\r\n{", address))
	if err != nil {
		t.Error(err)
	}
	_ = connection.Close()
}
