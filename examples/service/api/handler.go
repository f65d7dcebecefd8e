// Package api is the HTTP face of the example service: six questions, strict
// JSON in, JSON or problem+json out, and the OpenAPI description of both.
package api

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// description is the OpenAPI document. A test makes it from the library's own
// types and comments, and fails while this file differs.
//
//go:embed openapi.json
var description []byte

// Handler serves the questions within the limits.
func Handler(limits Limits) http.Handler {
	limits = limits.filled()
	s := &service{
		limits: limits, hand: make(chan struct{}, limits.AtHand), turns: make(chan struct{}, limits.AtOnce),
		routes: map[string]http.HandlerFunc{},
	}
	for _, e := range endpoints() {
		s.routes[e.path] = only(func(w http.ResponseWriter, r *http.Request) { s.question(w, r, e) }, http.MethodPost)
	}
	s.routes["/openapi.json"] = only(func(w http.ResponseWriter, _ *http.Request) {
		send(w, http.StatusOK, "application/json", description)
	}, http.MethodGet, http.MethodHead)
	return s
}

type service struct {
	limits      Limits
	hand, turns chan struct{} // hold one for each question at hand, and for each worked on
	routes      map[string]http.HandlerFunc
}

// ServeHTTP finds the path as it is given. A ServeMux would redirect what is
// merely like one, and does so without a problem.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if serve, ok := s.routes[r.URL.Path]; ok {
		serve(w, r)
		return
	}
	refuse(w, Problem{
		Type: "/problems/path", Title: "there is no such path", Status: http.StatusNotFound, Detail: clipped(r.URL.Path),
	})
}

// only refuses other methods than those that a path has.
func only(serve http.HandlerFunc, methods ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if slices.Contains(methods, r.Method) {
			serve(w, r)
			return
		}
		w.Header().Set("Allow", strings.Join(methods, ", "))
		refuse(w, Problem{
			Type: "/problems/method", Title: "the path has another method", Status: http.StatusMethodNotAllowed,
			Detail: clipped(r.Method) + " is not " + methods[0],
		})
	}
}

// question answers one endpoint.
func (s *service) question(w http.ResponseWriter, r *http.Request, e endpoint) {
	select {
	case s.hand <- struct{}{}:
		defer func() { <-s.hand }()
	default:
		refuse(w, busy())
		return
	}
	if wrong := medium(r.Header); wrong != "" {
		w.Header().Set("Accept-Encoding", "identity")
		refuse(w, Problem{
			Type: "/problems/media", Title: "the body must be application/json in UTF-8, as it is",
			Status: http.StatusUnsupportedMediaType, Detail: wrong,
		})
		return
	}
	body, err := read(http.MaxBytesReader(w, r.Body, s.limits.Body), r.ContentLength)
	if err != nil {
		refuse(w, problem(nil, err))
		return
	}
	// A turn is for one whose body is here, and lasts until the answer is out: a
	// slow peer does not take it while it sends, and answers do not pile up.
	if !s.turn(r) {
		refuse(w, busy())
		return
	}
	defer func() { <-s.turns }()
	answer, err := e.answer(body)
	if err != nil {
		refuse(w, problem(body, err))
		return
	}
	text, err := marshal(answer, mostAnswer)
	switch {
	case errors.Is(err, errAnswer):
		refuse(w, problem(body, err))
	case err != nil:
		refuse(w, Problem{
			Type: "/problems/answer", Title: "the answer has no JSON", Status: http.StatusInternalServerError, Detail: clipped(err.Error()),
		})
	default:
		send(w, http.StatusOK, "application/json", text)
	}
}

// turn waits until the question may be worked on. It reports false if too many
// are, or the peer has gone.
func (s *service) turn(r *http.Request) bool {
	patience := time.NewTimer(s.limits.Wait)
	defer patience.Stop()
	select {
	case s.turns <- struct{}{}:
		if r.Context().Err() == nil {
			return true
		}
		<-s.turns
	case <-patience.C:
	case <-r.Context().Done():
	}
	return false
}

// medium says why a body of these headers is not read; empty if it is.
func medium(h http.Header) string {
	for _, coding := range h.Values("Content-Encoding") {
		if coding = strings.TrimSpace(coding); coding != "" && !strings.EqualFold(coding, "identity") {
			return "Content-Encoding " + clipped(coding)
		}
	}
	for _, given := range h.Values("Content-Type") {
		media, parameters, err := mime.ParseMediaType(given)
		charset, named := parameters["charset"]
		// curl and most clients that name no type mean JSON, and curl then names
		// that of a form.
		if err != nil || media != "application/json" && media != "application/x-www-form-urlencoded" ||
			named && !strings.EqualFold(charset, "utf-8") {
			return clipped(given)
		}
	}
	return ""
}

// read reads a body into a buffer of the size that was announced, if that is
// credible.
func read(from io.Reader, announced int64) ([]byte, error) {
	const credible = 64 << 10
	var body bytes.Buffer
	body.Grow(int(min(max(announced, 0), credible)) + bytes.MinRead)
	_, err := body.ReadFrom(from)
	return body.Bytes(), err
}

// refuse sends a problem.
func refuse(w http.ResponseWriter, p Problem) {
	text, err := json.Marshal(p)
	if err != nil {
		text = []byte("{}") // a Problem holds strings and numbers, which always have JSON
	}
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	send(w, p.Status, "application/problem+json", text)
}

func send(w http.ResponseWriter, status int, media string, body []byte) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(body) // if the peer is gone, nobody is left to be told
}
