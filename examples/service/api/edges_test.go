package api

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// What HTTP lets a peer say about a body, a path and a method.
func TestEdges(t *testing.T) {
	good := string(example(t, "/v1/rule144"))
	for _, c := range []struct {
		name, method, path string
		headers            http.Header
		status             int
		header, want       string
	}{
		{"no type", "POST", "/v1/rule144", nil, 200, "", ""},
		{"what curl names", "POST", "/v1/rule144", http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, 200, "", ""},
		{"utf-8", "POST", "/v1/rule144", http.Header{"Content-Type": {`application/json; charset="UTF-8"`}}, 200, "", ""},
		{"as it is", "POST", "/v1/rule144", http.Header{"Content-Encoding": {"Identity"}}, 200, "", ""},
		{"another charset", "POST", "/v1/rule144", http.Header{"Content-Type": {"application/json; charset=iso-8859-1"}}, 415, "", "iso-8859-1"},
		{"no media type", "POST", "/v1/rule144", http.Header{"Content-Type": {"json;;"}}, 415, "", "json"},
		{"two types", "POST", "/v1/rule144", http.Header{"Content-Type": {"application/json", "text/xml"}}, 415, "", "text/xml"},
		{"packed", "POST", "/v1/rule144", http.Header{"Content-Encoding": {"gzip"}}, 415, "Accept-Encoding: identity", "gzip"},
		{"packed twice", "POST", "/v1/rule144", http.Header{"Content-Encoding": {"identity", "br"}}, 415, "", "br"},
		{"GET", "GET", "/v1/rule144", nil, 405, "Allow: POST", "GET is not POST"},
		{"a long method", strings.Repeat("X", 5000), "/v1/rule144", nil, 405, "Allow: POST", "XXX"},
		{"POST", "POST", "/openapi.json", nil, 405, "Allow: GET, HEAD", "POST is not GET"},
		{"the description", "GET", "/openapi.json", nil, 200, "", ""},
		{"its head", "HEAD", "/openapi.json", nil, 200, fmt.Sprint("Content-Length: ", len(description)), ""},
		{"two slashes", "POST", "//v1/rule144", nil, 404, "", "//v1/rule144"},
		{"a slash more", "POST", "/v1/rule144/", nil, 404, "", "/v1/rule144/"},
		{"up and down", "POST", "/v1/../v1/rule144", nil, 404, "", ".."},
		{"the root", "GET", "/", nil, 404, "", "there is no such path"},
		{"a long path", "GET", "/" + strings.Repeat("x", 9000), nil, 404, "", "there is no such path"},
	} {
		request := httptest.NewRequestWithContext(t.Context(), "POST", "/", strings.NewReader(good))
		request.Method, request.URL.Path = c.method, c.path
		for name, values := range c.headers {
			request.Header[name] = values
		}
		recorder := httptest.NewRecorder()
		Handler(Limits{}).ServeHTTP(recorder, request)
		text := recorder.Body.String()
		name, value, _ := strings.Cut(c.header, ": ")
		if recorder.Code != c.status || recorder.Header().Get(name) != value && c.header != "" || !strings.Contains(text, c.want) {
			t.Errorf("%s: %d %v, want %d %s %s\n%.300s", c.name, recorder.Code, recorder.Header(), c.status, c.header, c.want, text)
		}
		var p Problem
		if c.status != 200 && (json.Unmarshal([]byte(text), &p) != nil || p.Status != c.status ||
			recorder.Header().Get("Content-Type") != "application/problem+json" || len(text) > 600) {
			t.Errorf("%s: no problem: %v\n%.300s", c.name, recorder.Header(), text)
		}
	}
}

// say puts words on a connection of its own, and returns the status and the text
// of what comes back.
func say(t *testing.T, server *httptest.Server, words string) (status int, text string) {
	t.Helper()
	connection, err := new(net.Dialer).DialContext(t.Context(), "tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close() }()
	if _, err := io.WriteString(connection, words); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(connection), nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(answer.Body)
	if err != nil || answer.Body.Close() != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(all)
}

// A body that does not come in time, or in pieces that are none, is told so, and
// not between which addresses.
func TestSlowBody(t *testing.T) {
	server := httptest.NewUnstartedServer(Handler(Limits{}))
	server.Config.ReadTimeout = 50 * time.Millisecond
	server.Start()
	defer server.Close()
	head := "POST /v1/rule144 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
	for _, c := range []struct {
		name, words string
		status      int
	}{
		{"slow", head + "Content-Length: 100\r\n\r\n{", 408},
		{"slow from the start", head + "Content-Length: 100\r\n\r\n", 408},
		{"no pieces", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
	} {
		status, text := say(t, server, c.words)
		if status != c.status || strings.Contains(text, "127.0.0.1") || strings.Contains(text, "tcp") || !strings.Contains(text, "/problems/") {
			t.Errorf("%s: %d, want %d\n%s", c.name, status, c.status, text)
		}
	}
}

// Not more questions are worked on than have a turn, nor are at hand than there is
// room for; the others are told to come back, after a wait for the first and at
// once for the second.
func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, ok := Handler(Limits{AtHand: 3, AtOnce: 1, Wait: time.Minute}).(*service)
		if !ok {
			t.Fatal("the handler is no service")
		}
		answers := make(chan *httptest.ResponseRecorder)
		ask := func(ctx context.Context) {
			recorder := httptest.NewRecorder()
			s.ServeHTTP(recorder, httptest.NewRequestWithContext(ctx, http.MethodPost, "/v1/rule144", strings.NewReader(`{}`)))
			answers <- recorder
		}
		s.turns <- struct{}{} // somebody works
		gone, leave := context.WithCancel(t.Context())
		go ask(gone)
		go ask(t.Context())
		go ask(t.Context())
		synctest.Wait()
		started := time.Now()
		busy := func(after time.Duration) {
			t.Helper()
			recorder := <-answers
			if recorder.Code != http.StatusServiceUnavailable || recorder.Header().Get("Retry-After") != "1" || time.Since(started) != after {
				t.Errorf("%d %v after %v\n%s", recorder.Code, recorder.Header(), time.Since(started), recorder.Body)
			}
		}
		go ask(t.Context())
		busy(0) // one more than there is room for
		leave()
		busy(0) // one whose peer has gone
		time.Sleep(30 * time.Second)
		go ask(t.Context())
		busy(time.Minute)
		busy(time.Minute)
		<-s.turns // the work is done
		if recorder := <-answers; recorder.Code != http.StatusUnprocessableEntity {
			t.Errorf("%d\n%s", recorder.Code, recorder.Body)
		}
		if len(s.turns) != 0 || len(s.hand) != 0 {
			t.Errorf("%d turns and %d questions are left", len(s.turns), len(s.hand))
		}
		go ask(gone)
		busy(time.Minute) // nobody works for a peer that has gone, even if there is a turn
	})
}
