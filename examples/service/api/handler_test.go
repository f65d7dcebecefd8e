package api

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// ask puts a body to a path of the service.
func ask(t *testing.T, path string, body []byte, headers ...string) (*http.Response, []byte) {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, bytes.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	Handler(Limits{Body: 64 << 10}).ServeHTTP(recorder, request)
	answer := recorder.Result()
	t.Cleanup(func() { _ = answer.Body.Close() })
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, text
}

// example is a kept question of each endpoint, from the 2002 agreement.
func example(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", filepath.Base(path)+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Every question of the agreement is answered, and the answer says what the
// agreement does.
func TestAnswers(t *testing.T) {
	want := map[string][]string{
		"/v1/allocations": {`"shares":279167`, `"cost":"268000.32"`, `"shares":520833`},
		"/v1/closings":    {`"date":"2002-11-29"`, "Thanksgiving Day"},
		"/v1/deadlines":   {`"date":"2003-11-17"`},
		"/v1/rule144":     {`"answer":"available"`, `"conditions":["c","d","e","f","h"]`},
		"/v1/deliveries":  {`"answer":"owed"`, `"due":"2003-11-17"`},
		"/v1/escrows":     {`"outcome":"`, `"deal":"`},
	}
	for _, e := range endpoints() {
		answer, text := ask(t, e.path, example(t, e.path), "Content-Type", "application/json; charset=utf-8")
		if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%s: %s\n%s", e.path, answer.Status, text)
			continue
		}
		if len(want[e.path]) == 0 {
			t.Errorf("%s: nothing is known of the answer", e.path)
		}
		for _, part := range want[e.path] {
			if !strings.Contains(string(text), part) {
				t.Errorf("%s: no %s in\n%s", e.path, part, text)
			}
		}
		// The answer is the library's own value: it reads back without loss.
		value := reflect.New(e.out)
		if err := json.Unmarshal(text, value.Interface()); err != nil {
			t.Errorf("%s: the answer does not read back: %v", e.path, err)
		}
		if again, err := json.Marshal(value.Interface()); err != nil || !bytes.Equal(again, text) {
			t.Errorf("%s: the answer reads back as something else (%v)\n%s\n%s", e.path, err, text, again)
		}
	}
}

// TestProblems asks what nobody should.
func TestProblems(t *testing.T) {
	deep := []byte(strings.Repeat(`{"facts":`, 20_000))
	cases := []struct {
		name, path, body string
		headers          []string
		status           int
		parts            []string
	}{
		{"empty", "/v1/rule144", "", nil, 400, []string{`"line":1`, "empty"}},
		{"no JSON", "/v1/rule144", "{\n  \"facts\": nope}", nil, 400, []string{`"line":2`, `"column":13`}},
		{"cut off", "/v1/rule144", `{"facts":{`, nil, 400, []string{`"line":1`, `"column":11`}},
		{"an unknown field", "/v1/rule144", `{"fax":{}}`, nil, 422, []string{`"field":"fax"`, "is not a field", `"line":1,"column":2`}},
		{"an unknown field deep inside", "/v1/escrows", `{"terms":{"idd":"x"}}`, nil, 422, []string{`"field":"terms.idd"`}},
		{"two values", "/v1/deadlines", "{}\n{}", nil, 400, []string{"more follows"}},
		{"the wrong sort", "/v1/allocations", `{"orders":"all"}`, nil, 422, []string{`"field":"orders"`, "a list is required", `"column":11`}},
		{"a day that does not exist", "/v1/rule144", `{"sale":"2003-02-30"}`, nil, 422, []string{"2003-02-30"}},
		{"all faults at once", "/v1/rule144", `{}`, nil, 422, []string{`"field":"sale","kind":"missing"`, `"field":"facts.issuer.reporting"`}},
		{"another kind", "/v1/allocations", `{"terms":{"price":"-1"},"orders":[{"investor":"A","amount":"1"},{"investor":"A","amount":"1"}]}`, nil, 422, []string{`"kind":"range"`, `"kind":"duplicate"`}},
		{"an exponent that no price has", "/v1/allocations", `{"terms":{"price":"1e9999"},"orders":[{"investor":"A","amount":"1e-9999"}]}`, nil, 422, []string{"terms.price", "orders[0].amount"}},
		{"an exponent like a bomb", "/v1/allocations", `{"terms":{"price":"1e1000000000"}}`, nil, 422, []string{`"field":"terms.price"`, "exponent"}},
		{"faults of rows", "/v1/allocations", `{"terms":{"Price":"1"},"orders":[{"investor":"A"},{"investor":5,"amuont":1},7]}`, nil, 422, []string{`"field":"terms.Price"`, `it is written \"price\"`, `"field":"orders[1].investor"`, `\"amuont\"`, `"field":"orders[2]"`}},
		{"a field twice", "/v1/allocations", `{"terms":{"price":"1","price":"2"}}`, nil, 422, []string{`"field":"terms.price","kind":"duplicate"`}},
		{"two days", "/v1/rule144", `{"facts":{"paid":"2003-02-30"},"sale":"2003-02-31"}`, nil, 422, []string{`"field":"facts.paid"`, `"field":"sale"`}},
		{"a part twice", "/v1/allocations", `{"terms":{"lots":1},"terms":{"price":"1"}}`, nil, 422, []string{`\"lots\"`}},
		{"more after faults", "/v1/allocations", `{"terms":{"lots":1}} {}`, nil, 400, []string{"more follows", `"line":1`, `"column":22`}},
		{"too large", "/v1/allocations", strings.Repeat(" ", 70<<10), nil, 413, []string{"/problems/too-large"}},
		{"too deep", "/v1/rule144", string(deep[:60<<10]), nil, 400, []string{"cut off"}},
		{"no such path", "/v1/rule145", `{}`, nil, 404, []string{"/v1/rule145"}},
		{"another method", "/openapi.json", `{}`, nil, 405, []string{"POST is not GET"}},
		{"another type", "/v1/rule144", `<facts/>`, []string{"Content-Type", "text/xml"}, 415, []string{"text/xml"}},
	}
	for _, c := range cases {
		answer, text := ask(t, c.path, []byte(c.body), c.headers...)
		if answer.StatusCode != c.status || answer.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s %s, want %d\n%s", c.name, answer.Status, answer.Header.Get("Content-Type"), c.status, text)
		}
		var p Problem
		if err := json.Unmarshal(text, &p); err != nil || p.Status != c.status || p.Type == "" || p.Title == "" {
			t.Errorf("%s: no problem: %v\n%s", c.name, err, text)
		}
		for _, part := range c.parts {
			if !strings.Contains(string(text), part) {
				t.Errorf("%s: no %s in\n%s", c.name, part, text)
			}
		}
	}
}

// A hostile list has as many faults as rows, and the answer does not.
func TestMostFaults(t *testing.T) {
	_, text := ask(t, "/v1/allocations", []byte(`{"orders":[`+strings.Repeat("0,", 999)+`0]}`))
	var p Problem
	if err := json.Unmarshal(text, &p); err != nil || len(p.Faults) != mostFaults || p.Faults[99].Field != "orders[99]" {
		t.Errorf("%d faults (%v)\n%s", len(p.Faults), err, text)
	}
}

// The description is served as it is kept.
func TestServesDescription(t *testing.T) {
	recorder := httptest.NewRecorder()
	Handler(Limits{Body: 1}).ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/openapi.json", nil))
	if recorder.Code != http.StatusOK || !bytes.Equal(recorder.Body.Bytes(), description) {
		t.Error(recorder.Code, recorder.Body.Len())
	}
}

func FuzzQuestions(f *testing.F) {
	for _, e := range endpoints() {
		text, err := os.ReadFile(filepath.Join("testdata", filepath.Base(e.path)+".json"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, e := range endpoints() {
			if answer, text := ask(t, e.path, body); answer.StatusCode >= 500 || !json.Valid(text) {
				t.Errorf("%s: %s\n%s", e.path, answer.Status, text)
			}
		}
	})
}
