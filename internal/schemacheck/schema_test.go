// Package schemacheck holds the example service against its own OpenAPI
// document with a validator of another house.
package schemacheck

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/offerkit/offerkit/examples/service/api"
	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
)

func TestService(t *testing.T) {
	text, err := os.ReadFile("../../examples/service/api/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := libopenapi.NewDocument(text)
	if err != nil {
		t.Fatal(err)
	}
	v, errs := validator.NewValidator(document)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if ok, errs := v.ValidateDocument(); !ok {
		for _, e := range errs {
			t.Error(e)
		}
	}
	questions, err := filepath.Glob("../../examples/service/api/testdata/*.json")
	if err != nil || len(questions) < 6 {
		t.Fatal(questions, err)
	}
	handler := api.Handler(api.Limits{})
	ask := func(name string, body []byte) (*http.Request, *http.Response) {
		request := func() *http.Request {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://localhost:8080/v1/"+name, bytes.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			return r
		}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request())
		return request(), recorder.Result()
	}
	for _, path := range questions {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path[:len(path)-len(".json")])
		request, answer := ask(name, body)
		if ok, errs := v.ValidateHttpRequestResponse(request, answer); !ok || answer.StatusCode != http.StatusOK {
			for _, e := range errs {
				t.Errorf("%s: %s %s %v", name, e.Message, e.Reason, e.SchemaValidationErrors)
			}
			text, _ := io.ReadAll(answer.Body)
			t.Errorf("%s: %s\n%.2000s", name, answer.Status, text)
		}
		// A problem is as the document says too.
		request, answer = ask(name, []byte(`{}`))
		if ok, errs := v.ValidateHttpResponse(request, answer); !ok || answer.StatusCode == http.StatusOK {
			t.Errorf("%s: %s %v", name, answer.Status, errs)
		}
		// A field that the document does not have is refused by both.
		var question map[string]any
		if err := json.Unmarshal(body, &question); err != nil {
			t.Fatal(err)
		}
		question["stranger"] = true
		strange, err := json.Marshal(question)
		if err != nil {
			t.Fatal(err)
		}
		request, answer = ask(name, strange)
		if ok, _ := v.ValidateHttpRequest(request); ok || answer.StatusCode == http.StatusOK {
			t.Errorf("%s: an unknown field passes: document %t, service %s", name, ok, answer.Status)
		}
	}
}
