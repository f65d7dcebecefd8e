// Package api is the HTTP face of the example service: six questions, strict
// JSON in, JSON or problem+json out, and the OpenAPI description of both.
package api

import (
	_ "embed"
	"encoding/json"
	"io"
	"mime"
	"net/http"
)

// DefaultBodyLimit is the largest body that is read unless told otherwise, in
// bytes: a book of some ten thousand orders.
const DefaultBodyLimit = 1 << 20

// description is the OpenAPI document. A test makes it from the library's own
// types and comments, and fails while this file differs.
//
//go:embed openapi.json
var description []byte

// Handler serves the questions. It refuses bodies of more than limit bytes.
func Handler(limit int64) http.Handler {
	mux := http.NewServeMux()
	for _, e := range endpoints() {
		mux.Handle(e.path, only(http.MethodPost, question(e, limit)))
	}
	mux.Handle("/openapi.json", only(http.MethodGet, func(w http.ResponseWriter, _ *http.Request) {
		send(w, http.StatusOK, "application/json", description)
	}))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, Problem{Type: "/problems/path", Title: "there is no such path", Status: http.StatusNotFound, Detail: r.URL.Path})
	})
	return mux
}

// only refuses other methods than the one that a path has.
func only(method string, serve http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != method {
			w.Header().Set("Allow", method)
			refuse(w, Problem{
				Type: "/problems/method", Title: "the path has another method", Status: http.StatusMethodNotAllowed,
				Detail: r.Method + " is not " + method,
			})
			return
		}
		serve(w, r)
	})
}

// question answers one endpoint.
func question(e endpoint, limit int64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		// curl and most clients that name no type mean JSON; a form is a mistake.
		if given := r.Header.Get("Content-Type"); given != "" && given != "application/x-www-form-urlencoded" {
			if media, _, err := mime.ParseMediaType(given); err != nil || media != "application/json" {
				refuse(w, Problem{
					Type: "/problems/media", Title: "the body must be application/json",
					Status: http.StatusUnsupportedMediaType, Detail: given,
				})
				return
			}
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
		if err != nil {
			refuse(w, problem(err))
			return
		}
		answer, err := e.answer(body)
		if err != nil {
			refuse(w, problem(err))
			return
		}
		text, err := json.Marshal(answer)
		if err != nil {
			refuse(w, Problem{
				Type: "/problems/answer", Title: "the answer has no JSON", Status: http.StatusInternalServerError,
				Detail: err.Error(),
			})
			return
		}
		send(w, http.StatusOK, "application/json", text)
	}
}

// refuse sends a problem.
func refuse(w http.ResponseWriter, p Problem) {
	text, err := json.Marshal(p)
	if err != nil {
		text = []byte("{}") // a Problem holds strings and numbers, which always have JSON
	}
	send(w, p.Status, "application/problem+json", text)
}

func send(w http.ResponseWriter, status int, media string, body []byte) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(body) // if the peer is gone, nobody is left to be told
}
