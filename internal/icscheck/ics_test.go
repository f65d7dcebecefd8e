// Package icscheck reads the calendar file of examples/focus with two parsers
// of other houses.
package icscheck

import (
	"bytes"
	"os"
	"testing"
	"time"

	arran "github.com/arran4/golang-ical"
	emersion "github.com/emersion/go-ical"
)

// event is what a diary shows.
type event struct{ uid, start, summary string }

func TestParsersAgree(t *testing.T) {
	text, err := os.ReadFile("../../examples/focus/testdata/focus.ics")
	if err != nil {
		t.Fatal(err)
	}
	one, two := byEmersion(t, text), byArran(t, text)
	if len(one) < 10 || len(one) != len(two) {
		t.Fatalf("%d events and %d", len(one), len(two))
	}
	closing := event{"closing@focus.offerkit.example", "2002-11-29T20:00:00Z", "Closing"}
	found := false
	for i := range one {
		if one[i] != two[i] {
			t.Errorf("read as %v and as %v", one[i], two[i])
		}
		found = found || one[i] == closing
	}
	if !found {
		t.Errorf("no %v in %v", closing, one)
	}
}

func byEmersion(t *testing.T, text []byte) (events []event) {
	t.Helper()
	decoder := emersion.NewDecoder(bytes.NewReader(text))
	calendar, err := decoder.Decode()
	if err != nil {
		t.Fatal(err)
	}
	// The encoder checks what RFC 5545 requires of each component.
	if err := emersion.NewEncoder(new(bytes.Buffer)).Encode(calendar); err != nil {
		t.Error(err)
	}
	for _, e := range calendar.Events() {
		start, err := e.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		uid, err := e.Props.Text(emersion.PropUID)
		if err != nil {
			t.Fatal(err)
		}
		summary, err := e.Props.Text(emersion.PropSummary)
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, event{uid, start.Format(time.RFC3339), summary})
	}
	return events
}

func byArran(t *testing.T, text []byte) (events []event) {
	t.Helper()
	calendar, err := arran.ParseCalendar(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range calendar.Events() {
		start, err := e.GetStartAt()
		if err != nil {
			t.Fatal(err)
		}
		if p := e.GetProperty(arran.ComponentPropertyDtStart); p != nil && len(p.Value) == len("20021129") {
			y, m, d := start.Local().Date() // it reads a day as a midnight of the machine
			start = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		}
		summary := e.GetProperty(arran.ComponentPropertySummary)
		if summary == nil {
			t.Fatal("no summary")
		}
		events = append(events, event{e.Id(), start.UTC().Format(time.RFC3339), summary.Value})
	}
	return events
}
