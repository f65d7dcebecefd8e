package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// kept is the kept question about an escrow, to be made larger.
func kept(t *testing.T) EscrowQuestion {
	t.Helper()
	var q EscrowQuestion
	if err := json.Unmarshal(example(t, "/v1/escrows"), &q); err != nil {
		t.Fatal(err)
	}
	return q
}

// larger has so many purchases, conditions more, and releases of all purchases.
func larger(t *testing.T, purchases, conditions, releases int) []byte {
	t.Helper()
	q := kept(t)
	q.Terms.Purchases, q.Events = nil, nil
	q.Terms.ConsentShares = 0
	var all []escrow.PurchaseID
	for i := range purchases {
		id := escrow.PurchaseID(fmt.Sprint("p", i))
		all = append(all, id)
		q.Terms.Purchases = append(q.Terms.Purchases, escrow.Purchase{ID: id, Investor: escrow.PartyID(id), Shares: 1, DueCents: 1})
	}
	for i := range conditions {
		q.Terms.Conditions = append(q.Terms.Conditions, escrow.Condition{
			ID: escrow.ConditionID(fmt.Sprint("c", i)), Text: "so", Kind: escrow.Once, Favors: escrow.ForCompany,
		})
	}
	for i := range releases {
		q.Events = append(q.Events, escrow.Event{
			ID: escrow.EventID(fmt.Sprint("r", i)), At: q.At.Add(time.Duration(i) * time.Second), By: q.Terms.Agent, Body: escrow.Release{Purchases: all},
		})
	}
	return compact(t, q)
}

func compact(t *testing.T, q any) []byte {
	t.Helper()
	body, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// spent is what an answer to a body allocates in all, in bytes. It stands for the
// time too: what allocates nothing writes no sentences.
func spent(t *testing.T, path string, body []byte) (status int, text string, bytes uint64) {
	t.Helper()
	handler, recorder := Handler(Limits{}), httptest.NewRecorder()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(string(body)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	handler.ServeHTTP(recorder, request)
	runtime.ReadMemStats(&after)
	return recorder.Code, recorder.Body.String(), after.TotalAlloc - before.TotalAlloc
}

// A body under the limit that asks for a thousand times as much is refused for
// what it asks, before that is computed.
func TestTooMuch(t *testing.T) {
	holds := kept(t)
	for i := range 600 {
		at := holds.Events[len(holds.Events)-1].At.Add(time.Second)
		var body escrow.Body = escrow.HoldPlaced{Hold: fmt.Sprint("h", i)}
		if i >= 300 {
			body = escrow.Refund{Purchase: "Alpha Capital", Cents: 1, Ground: escrow.GroundExcess}
		}
		holds.Events = append(holds.Events, escrow.Event{ID: escrow.EventID(fmt.Sprint("e", i)), At: at, By: holds.Terms.Agent, Body: body})
	}
	amended := kept(t)
	more := amended.Terms
	for i := range 800 {
		id := escrow.PurchaseID(fmt.Sprint("p", i))
		more.Purchases = append(more.Purchases, escrow.Purchase{ID: id, Investor: escrow.PartyID(id), Shares: 1, DueCents: 1})
	}
	amended.Events = append(amended.Events, escrow.Event{ID: "more", At: amended.At, By: amended.Terms.Company, Body: escrow.Amend{Amendment: "a", Terms: more}})
	together := kept(t)
	together.Terms = more
	together.Terms.Conditions = together.Terms.Conditions[:2]
	together.Terms.Scope = escrow.ScopeTogether
	for i := range 9 {
		e := together.Events[12] // a release of two
		e.ID = escrow.EventID(fmt.Sprint("again", i))
		together.Events = append(together.Events, e)
	}
	looked := kept(t)
	for i := range 4900 {
		var body escrow.Body = escrow.DepositReceived{Rail: "wire", Reference: fmt.Sprint(i), From: "a", Purchase: "Alpha Capital", Cents: 1}
		if i%3 == 2 {
			body = escrow.Release{Purchases: []escrow.PurchaseID{"Alpha Capital"}}
		}
		looked.Events = append(looked.Events, escrow.Event{ID: escrow.EventID(fmt.Sprint("l", i)), At: looked.At, By: looked.Terms.Agent, Body: body})
	}
	looked.Terms.Conditions = looked.Terms.Conditions[:2]
	credits := kept(t)
	credits.Terms = more
	credits.Terms.Conditions = credits.Terms.Conditions[:2]
	credits.Terms.Interest = escrow.InterestToInvestors
	for i := range 4900 {
		body := escrow.InterestEarned{Reference: fmt.Sprint(i), Cents: 1, From: calendar.MustDate(2002, 11, 25), Through: calendar.MustDate(2002, 11, 26)}
		credits.Events = append(credits.Events, escrow.Event{ID: escrow.EventID(fmt.Sprint("c", i)), At: credits.At, By: credits.Terms.Agent, Body: body})
	}
	for i := range 1400 {
		id := escrow.PurchaseID(fmt.Sprint("q", i))
		credits.Terms.Purchases = append(credits.Terms.Purchases, escrow.Purchase{ID: id, Investor: escrow.PartyID(id), Shares: 1, DueCents: 1})
	}
	unwound := kept(t)
	unwound.Terms = more
	unwound.Terms.Conditions = unwound.Terms.Conditions[:2]
	for i := range 20 {
		unwound.Events = append(unwound.Events, escrow.Event{ID: escrow.EventID(fmt.Sprint("u", i)), At: unwound.At, By: "a", Body: escrow.Unwind{Ground: escrow.GroundOutside}})
	}
	interest := kept(t)
	interest.Terms.Interest = escrow.InterestToInvestors
	for i := range 2400 {
		var body escrow.Body = escrow.InterestEarned{Reference: fmt.Sprint(i), Cents: 1, From: calendar.MustDate(2002, 11, 25), Through: calendar.MustDate(2002, 11, 26)}
		if i%2 == 1 {
			body = escrow.Refund{Purchase: "Alpha Capital", Cents: 1, Ground: escrow.GroundInterest}
		}
		interest.Events = append(interest.Events, escrow.Event{ID: escrow.EventID(fmt.Sprint("i", i)), At: interest.At, By: interest.Terms.Agent, Body: body})
	}
	for _, c := range []struct {
		name, path string
		body       []byte
		want       []string
	}{
		{"refunds of interest", "/v1/escrows", compact(t, interest), []string{`"field":"events[`, `"value":"refund"`, "10000"}},
		{"purchases on conditions", "/v1/escrows", larger(t, 400, 400, 0), []string{`"field":"terms.purchases"`, `"value":"400"`, "165600", "10000"}},
		{"releases", "/v1/escrows", larger(t, 100, 0, 100), []string{`"field":"events[6]"`, `"kind":"range"`, "11207", "10000"}},
		{"releases, the larger", "/v1/escrows", larger(t, 200, 0, 200), []string{`"field":"events[2]"`, "11203", "10000"}},
		{"all at once", "/v1/escrows", larger(t, 2000, 1000, 10), []string{`"field":"terms.purchases"`, `"value":"2000"`}},
		{"holds on refunds", "/v1/escrows", compact(t, holds), []string{`"field":"events[`, `"value":"refund"`, "10000"}},
		{"an amendment", "/v1/escrows", compact(t, amended), []string{`"field":"terms.purchases"`, `"value":"802"`, "11228"}},
		{"all together", "/v1/escrows", compact(t, together), []string{`"field":"events[`, `"value":"release"`}},
		{"unwound", "/v1/escrows", compact(t, unwound), []string{`"field":"events[`, `"value":"unwind"`}},
		{"a long log", "/v1/escrows", compact(t, looked), []string{`"field":"events[`, `"value":"release"`, "10000"}},
		{"shares of interest", "/v1/escrows", compact(t, credits), []string{`"field":"terms.purchases"`, "10000"}},
		{"events", "/v1/escrows", []byte(`{"events":[` + strings.Repeat("0,", 5000) + `0]}`), []string{`"field":"events"`, `"value":"5001"`, "5000"}},
		{"orders", "/v1/allocations", []byte(`{"orders":[` + strings.Repeat("{},", 300_000) + `{}]}`), []string{`"field":"orders"`, `"value":"300001"`, "10000"}},
		{"clocks", "/v1/deliveries", []byte(`{"covenant":{"clocks":[` + strings.Repeat("{},", 100) + `{}]}}`), []string{`"field":"covenant.clocks"`, `"value":"101"`, "100"}},
		{"a text", "/v1/escrows", []byte(`{"terms":{"conditions":[{"text":"` + strings.Repeat("x", 900_000) + `"}]}}`), []string{`"field":"terms.conditions[0].text"`, "900002", "2000"}},
		{"a number", "/v1/allocations", []byte(`{"terms":{"price":` + strings.Repeat("9", 1_000_000) + `}}`), []string{`"field":"terms.price"`, "1000000", "2000"}},
		{"deep", "/v1/rule144", []byte(strings.Repeat(`{"facts":`, 9_000) + "0" + strings.Repeat("}", 9_000)), []string{`"kind":"range"`, "16"}},
		{"deep lists", "/v1/allocations", []byte(strings.Repeat(`[`, 9_000) + strings.Repeat("]", 9_000)), []string{`"kind":"range"`, "16"}},
		{"many texts", "/v1/allocations", []byte(`{"orders":[` + strings.Repeat(`"`+strings.Repeat("x", 2000)+`",`, 500) + `0]}`), []string{"2002"}},
	} {
		status, text, bytes := spent(t, c.path, c.body)
		if status != http.StatusUnprocessableEntity || len(text) > 40_000 {
			t.Errorf("%s: %d\n%.2000s", c.name, status, text)
		}
		for _, part := range c.want {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %s in\n%.2000s", c.name, part, text)
			}
		}
		t.Logf("%s: %d kB asked, %d kB spent", c.name, len(c.body)>>10, bytes>>10)
		if most := uint64(2<<20 + 30*len(c.body)); bytes > most {
			t.Errorf("%s: %d bytes were spent on a body of %d, more than %d", c.name, bytes, len(c.body), most)
		}
	}
}

// What stays below is answered, and takes no more than the limits promise.
func TestMuch(t *testing.T) {
	var orders strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&orders, `{"investor":"Investor %d","amount":"%d"},`, i, 10_000+i)
	}
	for _, c := range []struct {
		name, path string
		body       []byte
	}{
		{"purchases on conditions", "/v1/escrows", larger(t, 100, 60, 0)},
		{"releases", "/v1/escrows", larger(t, 100, 0, 6)},
		{"orders", "/v1/allocations", []byte(`{"terms":{"price":"0.96"},"orders":[` + strings.TrimSuffix(orders.String(), ",") + `]}`)},
	} {
		status, text, bytes := spent(t, c.path, c.body)
		if t.Logf("%s: %d kB asked, %d kB answered, %d kB spent", c.name, len(c.body)>>10, len(text)>>10, bytes>>10); status != http.StatusOK {
			t.Errorf("%s: %d\n%.2000s", c.name, status, text)
		}
		if bytes > 300<<20 {
			t.Errorf("%s: %d bytes were spent", c.name, bytes)
		}
	}
}

// An answer is measured before it is written: a text that it holds once may stand
// in it ten thousand times.
func TestAnswerIsBounded(t *testing.T) {
	q := kept(t)
	for i := range q.Terms.Conditions {
		long := strings.Repeat("<", 300) // which JSON makes six times as long
		q.Terms.Conditions[i].Authority = law.Citation{Cite: long, Title: long, URL: long, Doubt: long}
	}
	for i := range 700 {
		id := escrow.PurchaseID(fmt.Sprint("p", i))
		q.Terms.Purchases = append(q.Terms.Purchases, escrow.Purchase{ID: id, Investor: escrow.PartyID(id), Shares: 1, DueCents: 1})
	}
	status, text, bytes := spent(t, "/v1/escrows", compact(t, q))
	if status != http.StatusUnprocessableEntity || !strings.Contains(text, "/problems/answer-too-large") || !strings.Contains(text, "16777216") {
		t.Errorf("%d\n%.2000s", status, text)
	}
	if bytes > 64<<20 {
		t.Errorf("%d bytes were spent on an answer that is not given", bytes)
	}
}

// The measure is never more than the JSON, and not much less.
func TestMeasure(t *testing.T) {
	for _, e := range endpoints() {
		answer, err := e.answer(example(t, e.path))
		if err != nil {
			t.Fatal(e.path, err)
		}
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := marshal(answer, len(text)); err != nil {
			t.Errorf("%s: %d bytes do not fit into as many: %v", e.path, len(text), err)
		}
		if _, err := marshal(answer, len(text)-1); err == nil {
			t.Errorf("%s: %d bytes fit into one less", e.path, len(text))
		}
		m := measure{left: len(text)}
		m.take(reflect.ValueOf(answer))
		if m.left < 0 || m.left > len(text)*2/3 {
			t.Errorf("%s: %d bytes are measured as %d", e.path, len(text), len(text)-m.left)
		}
	}
	odd := "a\x00\b\f\n\r\t\x1f\"\\<>&\u2028é\x7f"
	text, err := json.Marshal(odd)
	if got := quotedLen(odd); err != nil || got > len(text)-2 || got < len(text)-5 { // the line separator is measured short
		t.Errorf("%s is measured as %d, %v", text, got, err)
	}
}
