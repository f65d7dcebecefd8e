package escrow_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

func bodies() []escrow.Body {
	return []escrow.Body{
		wired("W-7", alpha, pAlpha, 500_000_00),
		escrow.DepositReceived{Rail: escrow.RailCheck, Reference: "1044", Cents: 1, Currency: "CHF", Collected: ny("2002-11-25 16:00")},
		escrow.DepositCleared{Rail: escrow.RailCheck, Reference: "1044"},
		escrow.DepositReturned{Rail: escrow.RailACH, Reference: "1045", Note: "R01"},
		escrow.CertificateReceived{Certificate: "FCS-1", Purchase: pAlpha, Holder: alpha, Shares: 520_833},
		escrow.CertificateReturned{Certificate: "FCS-1", Note: "wrong name"},
		escrow.HoldPlaced{Hold: "h1", Purchase: pAlpha, Note: "a dispute"},
		escrow.HoldLifted{Hold: "h1"},
		escrow.LegSettled{Leg: "e/1"},
		escrow.LegFailed{Leg: "e/1", Note: "account closed"},
		escrow.Terminated{Purchase: pAlpha, Right: escrow.RightOfBoth, Note: "by both"},
		escrow.Terminated{Right: escrow.RightOfInvestor, From: date("2002-12-07")},
		escrow.Ordered{Order: "02-cv-1", Purchase: pAlpha, Payee: "the registry", Cents: 5},
		escrow.NotBonaFide{Purchase: pAlpha, Note: "the nominee of an affiliate"},
		escrow.NotBonaFide{Rail: escrow.RailCheck, Reference: "1044"},
		escrow.InterestEarned{Reference: "i1", Cents: 100_00, From: date("2002-11-25"), Through: date("2002-11-30")},
		escrow.Refund{Purchase: pAlpha, Cents: 32, Ground: escrow.GroundExcess},
		escrow.Refund{Rail: escrow.RailWire, Reference: "W-8", Cents: 32, Currency: "CHF", Ground: escrow.GroundSuspense},
		escrow.Unwind{Ground: escrow.GroundOutside},
		escrow.Reissue{Leg: "e/1"},
		escrow.ApplySuspense{Rail: escrow.RailWire, Reference: "W-8", To: pAlpha, Cents: 1},
		escrow.ApplySuspense{ExcessOf: pShimon, To: pAlpha, Cents: 1},
		escrow.Cancel{Purchase: pAlpha},
		escrow.WaiveCancel{Purchase: pAlpha, Signed: true},
		escrow.CallClosing{Day: date("2002-11-29")},
		escrow.Amend{Amendment: "1", Terms: focus(), Signed: true},
		escrow.SignAmendment{Amendment: "1"},
		escrow.WithdrawAmendment{Amendment: "1"},
		escrow.Observed{Condition: "8(e)", Purchase: pAlpha, State: escrow.Met, Day: date("2002-11-29"), Note: "by fax <3"},
		escrow.Observed{Condition: "8(g)(i)", State: escrow.Unmet},
		escrow.Consented{Day: date("2002-11-29"), Time: calendar.MustClock(17, 0)},
		escrow.Waive{Condition: "8(g)(i)", Purchase: pAlpha, Signed: true},
		escrow.Waive{Condition: "8(e)", Purchase: pAlpha, Day: date("2002-11-29")},
		escrow.Release{Purchases: []escrow.PurchaseID{pAlpha, pShimon}},
	}
}

func TestEventJSON(t *testing.T) {
	for _, body := range bodies() {
		e := escrow.Event{ID: "e1", At: ny("2002-11-26 15:04:05").Add(6), By: agent, Body: body}
		text := asJSON(t, e)
		var back escrow.Event
		if err := json.Unmarshal([]byte(text), &back); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if asJSON(t, back) != text || !back.At.Equal(e.At) || back.Type() != e.Type() {
			t.Errorf("%s comes back as %s", text, asJSON(t, back))
		}
	}
	want := `{"v":1,"id":"e-7","type":"deposit.received","at":"2002-11-26T15:04:00Z","by":"agent",` +
		`"data":{"rail":"wire","reference":"W-7","from":"alpha-capital","purchase":"alpha","cents":50000000}}`
	e := escrow.Event{ID: "e-7", At: ny("2002-11-26 10:04"), By: "agent", Body: bodies()[0]}
	if got := asJSON(t, e); got != want {
		t.Errorf("the envelope is\n%s\nwant\n%s", got, want)
	}
}

func TestEventJSONRefuses(t *testing.T) {
	good := `{"v":1,"id":"e1","type":"deposit.received","at":"2002-11-26T15:04:05Z","by":"agent","data":{"rail":"wire","reference":"W","cents":1}}`
	var e escrow.Event
	if err := json.Unmarshal([]byte(good), &e); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, old, now string
		kind           error
		field          string
	}{
		{"a newer type", "deposit.received", "deposit.frozen", law.ErrUnsupported, "type"},
		{"no type", `"type":"deposit.received",`, "", law.ErrMissing, "type"},
		{"a newer version", `"v":1`, `"v":2`, law.ErrUnsupported, "v"},
		{"no version", `"v":1,`, "", law.ErrMissing, "v"},
		{"no data", `,"data":{"rail":"wire","reference":"W","cents":1}`, "", law.ErrMissing, "data"},
		{"null data", `{"rail":"wire","reference":"W","cents":1}`, "null", law.ErrMissing, "data"},
		{"an unknown field", `"by"`, `"note":"","by"`, law.ErrInvalid, "note"},
		{"an unknown field of the body", `"cents"`, `"amount":"USD","cents"`, law.ErrInvalid, "data.amount"},
		{"another body's field", `"cents"`, `"shares"`, law.ErrInvalid, "data.shares"},
		{"a field in capitals", `"cents"`, `"Cents"`, law.ErrInvalid, "data.Cents"},
		{"a letter that folds to another", `"cents"`, `"cent\u017f"`, law.ErrInvalid, "data.centſ"},
		{"a field twice", `"id":"e1"`, `"id":"e0","id":"e1"`, law.ErrDuplicate, "id"},
		{"a body's field twice", `"cents":1`, `"cents":2,"cents":1`, law.ErrDuplicate, "data.cents"},
		{"a fraction", `"cents":1`, `"cents":1.5`, law.ErrInvalid, "data.cents"},
		{"a power", `"cents":1`, `"cents":1e3`, law.ErrInvalid, "data.cents"},
		{"a number in words", `"cents":1`, `"cents":"1"`, law.ErrInvalid, "data.cents"},
		{"too large a number", `"cents":1`, `"cents":9223372036854775808`, law.ErrRange, "data.cents"},
		{"a day for an instant", "2002-11-26T15:04:05Z", "2002-11-26", law.ErrInvalid, "at"},
		{"an array", `{"rail":"wire","reference":"W","cents":1}`, `[]`, law.ErrInvalid, "data"},
		{"bytes that are not UTF-8", "e1", "e\xff", law.ErrInvalid, "id"},
		{"bytes of the body that are not UTF-8", `"W"`, "\"W\xff\"", law.ErrInvalid, "data"},
		{"half of a surrogate pair", `"W"`, `"W\ud800"`, law.ErrInvalid, "data.reference"},
		{"no ID", `"id":"e1",`, "", law.ErrMissing, "id"},
		{"an ID of null", `"e1"`, "null", law.ErrMissing, "id"},
		{"a comma before the fraction", "15:04:05Z", "15:04:00,5Z", law.ErrInvalid, "at"},
		{"an hour of one digit", "T15:", "T5:", law.ErrInvalid, "at"},
	} {
		t.Run(c.name, func(t *testing.T) {
			spoiled := strings.Replace(good, c.old, c.now, 1)
			if spoiled == good {
				t.Fatal("nothing was spoiled")
			}
			var e escrow.Event
			wantFault(t, e.UnmarshalJSON([]byte(spoiled)), c.kind, c.field)
			if e.Body != nil || e.ID != "" {
				t.Errorf("a refused event left %+v behind", e)
			}
		})
	}
	for _, text := range []string{"", "null", "[]", "1", good + "{}", good + "x", good[:40], strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 100_000)} {
		var fs law.Faults
		if err := e.UnmarshalJSON([]byte(text)); !errors.As(err, &fs) {
			t.Errorf("%.60q: %v", text, err)
		}
	}
}

// TestEventJSONAtOnce tells all that is wrong with an event in one answer, and which
// types there are.
func TestEventJSONAtOnce(t *testing.T) {
	var types []string
	for _, body := range bodies() {
		if name := string(escrow.Event{Body: body}.Type()); !slices.Contains(types, name) {
			types = append(types, name)
		}
	}
	err := new(escrow.Event).UnmarshalJSON([]byte(`{"v":1,"id":7,"type":"deposit","at":"2002-11-26","data":{}}`))
	var fs law.Faults
	if !errors.As(err, &fs) || len(fs) != 3 || !errors.Is(err, law.ErrUnsupported) {
		t.Fatal(err)
	}
	listed, ok := strings.CutPrefix(fs[2].Error(), `type: "deposit" must be one of: `)
	got := strings.Split(listed, ", ")
	if missed := slices.DeleteFunc(types, func(name string) bool { return slices.Contains(got, name) }); !ok || len(got) != 29 || len(missed) > 0 {
		t.Errorf("%v\nlacks %v", fs[2], missed)
	}
	err = new(escrow.Event).UnmarshalJSON([]byte(`{"id":"e","type":"release","at":"2002-11-26T15:04:05Z","by":true,"data":{"purchase":"a","purchases":[1]}}`))
	want := `by: true is a boolean; a string is required; v: is required; data.purchase: "purchase" is not a field; data.purchases[0]: 1 is a number; a string is required`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

func TestEventFaults(t *testing.T) {
	s := begin(t, focus())
	at := ny("2002-11-26 12:00")
	event := func(b escrow.Body) escrow.Event { return s.event(agent, at, b) }
	s.fails(escrow.Event{}, law.ErrMissing, "id")
	s.fails(escrow.Event{}, law.ErrMissing, "at")
	s.fails(escrow.Event{}, law.ErrMissing, "by")
	s.fails(escrow.Event{}, law.ErrMissing, "data")
	s.fails(escrow.Event{ID: "x", By: agent, At: at.AddDate(9000, 0, 0), Body: escrow.Release{}}, law.ErrRange, "at")
	s.fails(escrow.Event{ID: "x\uFFFD", By: agent, At: at, Body: escrow.Release{}}, law.ErrInvalid, "id")
	s.fails(event(&escrow.Release{}), law.ErrInvalid, "data")
	s.fails(event((*escrow.Release)(nil)), law.ErrInvalid, "data")
	s.fails(event(struct{ escrow.Release }{}), law.ErrInvalid, "data")
	s.fails(event(escrow.DepositReceived{Cents: 1}), law.ErrMissing, "data.reference")
	s.fails(event(escrow.CertificateReceived{Certificate: "1", Holder: alpha, Purchase: "nobody", Shares: 1}), law.ErrInvalid, "data.purchase")
	s.fails(event(escrow.Observed{}), law.ErrMissing, "data.condition")
	s.fails(event(escrow.Observed{}), law.ErrMissing, "data.state")
	s.fails(event(escrow.Observed{Condition: "8(z)", State: escrow.Met}), law.ErrInvalid, "data.condition")
	s.fails(event(escrow.Observed{Condition: "8(a)", State: escrow.Waived, Purchase: pAlpha}), law.ErrInvalid, "data.state")
	s.fails(event(escrow.Observed{Condition: "8(a)", State: escrow.Met}), law.ErrMissing, "data.purchase")
	s.fails(event(escrow.Observed{Condition: "8(f)", State: escrow.Met, Purchase: pAlpha}), law.ErrConflict, "data.purchase")
	s.fails(event(escrow.Observed{Condition: "7(b)", State: escrow.Met, Purchase: pAlpha}), law.ErrConflict, "data.condition")
	s.fails(event(escrow.Observed{Condition: "8(b)", State: escrow.Met, Purchase: pAlpha}), law.ErrConflict, "data.condition")
	s.fails(event(escrow.Observed{Condition: "8(e)", State: escrow.Met, Purchase: pAlpha}), law.ErrMissing, "data.day")
	s.fails(event(escrow.Observed{Condition: "8(a)", State: escrow.Met, Purchase: pAlpha, Day: date("2002-11-26")}), law.ErrConflict, "data.day")
	s.fails(event(escrow.Observed{Condition: "8(a)", State: escrow.Met, Purchase: pAlpha, Note: "\xff"}), law.ErrInvalid, "data.note")
	s.fails(event(escrow.Consented{}), law.ErrMissing, "data.day")
	s.fails(event(escrow.Consented{}), law.ErrMissing, "data.time")
	s.fails(event(escrow.Waive{}), law.ErrMissing, "data.purchase")
	s.fails(event(escrow.Waive{}), law.ErrMissing, "data.condition")
	s.fails(event(escrow.Waive{Condition: "8(e)", Purchase: pAlpha}), law.ErrMissing, "data.day")
	s.fails(event(escrow.Waive{Condition: "8(a)", Purchase: pAlpha, Day: date("2002-11-26")}), law.ErrConflict, "data.day")
	s.fails(event(escrow.Release{Purchases: []escrow.PurchaseID{pAlpha, ""}}), law.ErrMissing, "data.purchases[1]")

	late := event(escrow.Terminated{Right: escrow.RightOfBoth})
	late.Recorded = late.At.Add(-1)
	s.fails(late, law.ErrConflict, "recorded")
	late.Recorded = late.At.AddDate(9000, 0, 0)
	s.fails(late, law.ErrRange, "recorded")
	s.fails(event(escrow.DepositReceived{Reference: "x", Cents: 1}), law.ErrMissing, "data.rail")
	s.fails(event(escrow.DepositReceived{Rail: "pigeon", Reference: "x", Cents: 1}), law.ErrInvalid, "data.rail")
	s.fails(event(escrow.DepositReceived{Rail: "wire", Reference: "x", Cents: 1, Currency: "Fr."}), law.ErrInvalid, "data.currency")
	s.fails(event(escrow.DepositReceived{Rail: "wire", Reference: "x", Cents: 1, From: "\xff"}), law.ErrInvalid, "data.from")
	s.fails(event(escrow.DepositReceived{Rail: "wire", Reference: "x", Cents: 1, Purchase: "\xff"}), law.ErrInvalid, "data.purchase")
	s.fails(event(escrow.DepositReceived{Rail: "wire", Reference: "x", Cents: 1, Collected: at.AddDate(9000, 0, 0)}), law.ErrRange, "data.collected")
	s.fails(event(escrow.DepositCleared{Rail: "wire"}), law.ErrMissing, "data.reference")
	s.fails(event(escrow.DepositReturned{Rail: "wire", Reference: "x", Note: "\xff"}), law.ErrInvalid, "data.note")
	s.fails(event(escrow.CertificateReceived{Certificate: "1", Purchase: pAlpha, Shares: 1}), law.ErrMissing, "data.holder")
	s.fails(event(escrow.CertificateReturned{}), law.ErrMissing, "data.certificate")
	s.fails(event(escrow.HoldPlaced{}), law.ErrMissing, "data.hold")
	s.fails(event(escrow.HoldLifted{}), law.ErrMissing, "data.hold")
	s.fails(event(escrow.LegSettled{}), law.ErrMissing, "data.leg")
	s.fails(event(escrow.LegFailed{Leg: escrow.LegID(strings.Repeat("x", 300))}), law.ErrRange, "data.leg")
	s.fails(event(escrow.Reissue{Leg: "\xff/1"}), law.ErrInvalid, "data.leg")
	s.fails(event(escrow.Terminated{Purchase: "nobody", Right: escrow.RightOfBoth}), law.ErrInvalid, "data.purchase")
	s.fails(event(escrow.Ordered{Order: "o", Cents: 1}), law.ErrMissing, "data.purchase")
	s.fails(event(escrow.Ordered{Order: "o", Purchase: pAlpha, Payee: court, Cents: -1}), law.ErrInvalid, "data.cents")
	s.fails(event(escrow.InterestEarned{Reference: "i", Cents: 1}), law.ErrMissing, "data.from")
	s.fails(event(escrow.InterestEarned{Reference: "i", Cents: 1}), law.ErrMissing, "data.through")
	s.fails(event(escrow.InterestEarned{Reference: "i", Cents: 1, From: date("2002-12-01"), Through: date("2002-11-30")}), law.ErrConflict, "data.through")
	s.fails(event(escrow.InterestEarned{Reference: "i", Cents: 1, From: date("2002-12-01"), Through: date("9999-11-30")}), law.ErrRange, "data.through")
	s.fails(event(escrow.Refund{Cents: 1, Ground: escrow.GroundExcess}), law.ErrMissing, "data.reference")
	s.fails(event(escrow.Refund{Purchase: pAlpha, Reference: "x", Cents: 1, Ground: escrow.GroundExcess}), law.ErrConflict, "data.purchase")
	s.fails(event(escrow.Refund{Purchase: pAlpha, Cents: 1}), law.ErrMissing, "data.ground")
	s.fails(event(escrow.Unwind{Ground: escrow.GroundExcess}), law.ErrInvalid, "data.ground")
	s.fails(event(escrow.ApplySuspense{ExcessOf: pAlpha, Rail: "wire", To: pAlpha}), law.ErrConflict, "data.excess_of")
	s.fails(event(escrow.ApplySuspense{ExcessOf: pAlpha}), law.ErrMissing, "data.to")
	s.fails(event(escrow.Cancel{}), law.ErrMissing, "data.purchase")
	s.fails(event(escrow.CallClosing{}), law.ErrMissing, "data.day")
	s.fails(event(escrow.Amend{Terms: focus()}), law.ErrMissing, "data.amendment")
	s.fails(event(escrow.Amend{Amendment: "1"}), law.ErrMissing, "data.terms.id")
	unstored := focus()
	unstored.Closing.By.Zone = time.FixedZone("nowhere", 3600)
	s.fails(event(escrow.Amend{Amendment: "1", Terms: unstored}), law.ErrUnsupported, "data.terms")
	s.fails(event(escrow.SignAmendment{}), law.ErrMissing, "data.amendment")
	s.fails(event(escrow.WithdrawAmendment{}), law.ErrMissing, "data.amendment")

	if _, err := json.Marshal(escrow.Event{}); err == nil {
		t.Error("an event without a body was written")
	}
	if got := (escrow.Event{Body: &escrow.Release{}}).Type(); got != "" {
		t.Errorf("a pointer has type %q", got)
	}
	_, _, err := escrow.Replay(focus(), []escrow.Event{event(bodies()[0]), {}, event(escrow.Consented{})})
	wantFault(t, err, law.ErrMissing, "events[1].data")
	wantFault(t, err, law.ErrMissing, "events[2].data.day")
	var fs law.Faults
	if _, _, err := escrow.Replay(focus(), make([]escrow.Event, 1000)); !errors.As(err, &fs) || len(fs) != 400 {
		t.Errorf("%d faults of a thousand empty events, want 4 of a hundred", len(fs))
	}
}

func FuzzEventJSON(f *testing.F) {
	for _, body := range bodies() {
		b, err := json.Marshal(escrow.Event{ID: "e1", At: ny("2002-11-26 12:00"), By: alpha, Body: body})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"v":1,"id":"\ud800","type":"waive","at":"0000-01-01T00:00:00+23:59","by":"","data":{}}`))
	deal, err := escrow.New(focus())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var e escrow.Event
		if err := e.UnmarshalJSON(data); err != nil {
			var fs law.Faults
			if !errors.As(err, &fs) {
				t.Fatalf("%T is not law.Faults", err)
			}
			return
		}
		next, d, err := deal.Apply(e)
		if err != nil {
			return
		}
		// What was taken is written and read back as the same event.
		text := asJSON(t, e)
		var back escrow.Event
		if err := back.UnmarshalJSON([]byte(text)); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if again := next.Check(back); again.Outcome != escrow.Duplicate || again.First != d.Outcome {
			t.Fatalf("%s is %s the second time", text, again.Outcome)
		}
		asJSON(t, next.Report(e.At))
	})
}
