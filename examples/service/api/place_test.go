package api

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/law"
)

// placed is what a problem says of a place: that of the body, or of each fault.
func placed(t *testing.T, text []byte) string {
	t.Helper()
	var p Problem
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if p.Status == 400 {
		return fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Detail)
	}
	var out []string
	for _, f := range p.Faults {
		out = append(out, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Field))
	}
	return strings.Join(out, ", ")
}

// Each fault is told where it is: lines by \n, columns in characters.
func TestPlaces(t *testing.T) {
	book := "{\n  \"terms\": {\n    \"price\": %s\n  },\n  \"orders\": [\n    {\"investor\": \"A\", \"amount\": \"1\"}\n  ]\n}"
	escrow := func(event string) string {
		return "{\"events\": [\n {\"v\":1,\"id\":\"a\",\"type\":\"release\",\"at\":\"2002-11-25T17:00:00Z\",\"by\":\"x\",\"data\":{\"purchases\":[]}},\n " + event + "\n]}"
	}
	for _, c := range []struct{ name, path, body, want string }{
		// What is no JSON.
		{"empty", "allocations", "", "1:1 the body is empty"},
		{"white space alone", "allocations", "\n\n ", "3:2 the body is empty"},
		{"cut off", "allocations", "{\n  \"terms\": {\n    \"price\": \"1\"", "3:17 the JSON is cut off"},
		{"cut off in a text", "allocations", "{\n  \"terms\": \"é", "2:14 the JSON is cut off"},
		{"cut off after a line", "allocations", "{\"terms\":\n", "2:1 the JSON is cut off"},
		{"no value", "rule144", "{\n  \"facts\": nope}", "2:13 invalid character 'o' in literal null (expecting 'u')"},
		{"a comma too many", "rule144", "{\n\"é\": 1,}", "2:8 invalid character '}' looking for beginning of object key string"},
		{"wrong at the last byte", "rule144", "{\n]", "2:1 invalid character ']' looking for beginning of object key string"},
		{"wrong at once", "rule144", "x", "1:1 invalid character 'x' looking for beginning of value"},
		{"more", "rule144", "{}\n\n  x", "3:3 more follows the JSON value"},
		{"another value", "rule144", "{}{}", "1:3 more follows the JSON value"},
		{"no UTF-8", "rule144", "{\n\"é\xff\": 1}", "2:3 the body is not valid UTF-8"},
		// What is no question.
		{"a number", "rule144", " 7", "1:2 "},
		{"another sort", "allocations", fmt.Sprintf(book, `"abc"`), "3:14 terms.price"},
		{"another sort of a part", "allocations", "{\"terms\": 5,\n \"orders\": {}}", "1:11 terms, 2:12 orders"},
		{"a row", "allocations", "{\"orders\": [{\"investor\":\"A\"},\n   7, null]}", "2:4 orders[1], 2:7 orders[2]"},
		{"unknown", "rule144", "{\n  \"zz\": 1,\n  \"sale\": null}", "2:3 zz"},
		{"unknown, twice", "rule144", "{\"zz\": 1,\n  \"zz\": 2}", "2:3 zz, 2:3 zz"},
		{"unknown and escaped", "rule144", "{\n  \"z\\u00e9\": 1}", "2:3 zé"},
		{"in other letters", "rule144", "{\"sale\": \"2003-12-01\",\n\"SALE\": null}", "2:1 SALE"},
		{"unknown within", "rule144", "{\"facts\": {\"issuer\": {\n \"é\": 1, \"zz\": 1}}}", "2:2 facts.issuer.é, 2:10 facts.issuer.zz"},
		{"twice", "rule144", "{\"sale\": \"2003-12-01\",\n  \"sale\": \"2003-01-15\"}", "2:3 sale"},
		{"twice within", "allocations", "{\"terms\": {\"price\": \"1\",\n \"price\": \"1\"}}", "2:2 terms.price"},
		{"days", "rule144", "{\"facts\": {\n\"paid\": \"2003-02-30\"},\n  \"sale\": \"2003-02-31\"}", "2:9 facts.paid, 3:11 sale"},
		{"a day of another sort", "rule144", "{\"sale\": {}}", "1:10 sale"},
		{"an instant", "escrows", "{\n\"at\": \"noon\"}", "2:7 at"},
		{"an instant with a comma", "escrows", "{\n\"at\": \"2002-11-29T16:00:00,5Z\"}", "2:7 at"},
		{"a rule", "closings", "{\"rule\": {\"count\": {\"count\": 1,\n \"days\": 1}}}", "2:2 rule.count.days"},
		{"a deadline", "deadlines", "{\"deadline\": {\"count\": 1,\n \"count\": 1}}", "2:2 deadline.count"},
		{"an event", "escrows", escrow(`{"v":1,"id":"b","type":"zz","data":{}}`), "3:25 events[1].type"},
		{"an event without one", "escrows", escrow(`{"v":1,"id":"b","data":{}}`), "3:2 events[1].type"},
		{"within an event", "escrows", escrow(`{"v":1,"id":"b","type":"release","data":{"purchase":[]}}`), "3:43 events[1].data.purchase"},
		{"an event without an ID", "escrows", escrow(`{"v":1,"id":null,"type":"release","data":{}}`), "3:14 events[1].id"},
		{"half of a surrogate pair", "allocations", "{\"orders\": [{\n\"investor\":\"A\\ud800\"}]}", "2:12 orders[0].investor"},
		// What cannot be answered.
		{"a term", "allocations", fmt.Sprintf(book, `"-1"`), "3:14 terms.price"},
		{"two orders of one", "allocations", "{\"terms\":{\"price\":\"1\"},\"orders\":[{\"investor\":\"A\",\"amount\":\"1\"},\n{\"amount\":\"1\",\"investor\":\"A\"}]}", "2:26 orders[1].investor"},
		{"no rule", "closings", "{\n \"met\": \"2002-11-25\"}", "1:1 rule.count.unit"},
		{"no day", "closings", "{\"rule\": {\"count\": {\"count\": 1, \"unit\": \"days\"}}}", "1:1 met"},
		{"no zone", "closings", "{\"rule\":\n{\"count\": {\"count\": 1, \"unit\": \"days\"}, \"by\": {\"clock\": \"15:00\"}}}", "2:47 rule.by.zone"},
		{"a closing beyond the calendar", "closings", "{\"rule\": {\"count\": {\"count\": 1, \"unit\": \"trading days\",\n\"calendar\": \"NYSE\"}}, \"met\": \"1700-01-01\"}", "2:13 rule.count.calendar"},
		{"a date named beyond it", "closings", "{\"rule\": {\"count\": {\"count\": 1, \"unit\": \"trading days\", \"calendar\": \"NYSE\"},\n\"fixed\": \"2101-01-04\"}, \"met\": \"2002-01-02\"}", "2:10 rule.fixed"},
		{"a count", "closings", "{\"rule\": {\"count\": {\"unit\": \"years\",\n\"count\": 9999}}, \"met\": \"2002-01-01\"}", "2:10 rule.count.count"},
		{"no count", "deadlines", "{\"deadline\":\n{\"unit\": \"days\"}}", "2:1 deadline.count"},
		{"no unit, no event", "deadlines", "{\"deadline\":\n{\"count\": 1}}", "2:1 deadline.unit, 1:1 event"},
		{"beyond the calendar", "deadlines", "{\"deadline\": {\"count\": 1, \"unit\": \"trading days\",\n\"calendar\": \"NYSE\"}, \"event\": \"1700-01-01\"}", "2:13 deadline.calendar"},
		{"an early sale", "rule144", strings.Replace(string(example(t, "/v1/rule144")), "2003-12-01", "1900-01-01", 1), "8:15 facts.issuer.public, 16:11 sale, 16:11 sale"},
		{"an event that nobody gave", "escrows", strings.Replace(string(example(t, "/v1/escrows")), `"id": "signed-2"`, `"id": ""`, 1), "18:13 events[1].id"},
		{"a purchase", "escrows", strings.Replace(string(example(t, "/v1/escrows")), `"due_cents": 50000000`, `"due_cents": -1`, 1), "328:22 terms.purchases[1].due_cents"},
		{"no instant", "escrows", strings.Replace(string(example(t, "/v1/escrows")), `"at": "2002-11-29T16:00:00-05:00",`, ``, 1), "1:1 at"},
		{"a covenant", "deliveries", "{\"covenant\": {\n\"grounds\": [\"zz\"]}}", "2:13 covenant.grounds[0]"},
	} {
		answer, text := ask(t, "/v1/"+c.path, []byte(c.body))
		if got := placed(t, text); got != c.want {
			t.Errorf("%s: %s, want %s\n%s\n%s", c.name, got, c.want, answer.Status, text)
		}
	}
}

// A name as long as the body is repeated in part, and looked for no further than
// paths go.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("n", 10_000)
	for _, body := range []string{`{"` + long + `":1}`, `{"` + long + `":["` + long + `"]}`, `{"terms":{"` + long + `":1},"orders":["` + long + `"]}`} {
		answer, text := ask(t, "/v1/allocations", []byte("\n"+body))
		if got := placed(t, text); answer.StatusCode != 422 || len(text) > 1000 || !strings.HasPrefix(got, "2:") {
			t.Errorf("%s\n%s", got, text)
		}
	}
}

// A path that is longer than paths are is not looked for: a hostile body could
// make each of a hundred thousand values one.
func TestPathsAreBounded(t *testing.T) {
	for n, want := range map[int]string{mostPath - len(".a"): "1", mostPath: `{"a"`} { // the object is still found
		long := strings.Repeat("n", n)
		body := `{"` + long + `":{"a":1}}`
		if got := places([]byte(body), law.Faults{{Field: long + ".a"}})[0]; got != strings.Index(body, want) {
			t.Errorf("a name of %d bytes: %d, want %s", n, got, want)
		}
	}
}
