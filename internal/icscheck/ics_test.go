// Package icscheck reads the calendar files that the library writes with two
// parsers of other houses.
package icscheck

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	arran "github.com/arran4/golang-ical"
	emersion "github.com/emersion/go-ical"

	"github.com/offerkit/offerkit/calendar"
)

// event is what a diary shows. An event without an end ends when it begins.
type event struct{ uid, start, end, summary, description, status string }

// TestFocus reads the file of examples/focus.
func TestFocus(t *testing.T) {
	text, err := os.ReadFile("../../examples/focus/testdata/focus.ics")
	if err != nil {
		t.Fatal(err)
	}
	events := agreed(t, text)
	if len(events) < 10 {
		t.Fatalf("%d events", len(events))
	}
	found := false
	for _, e := range events {
		found = found || e.uid == "closing@focus.offerkit.example" && e.start == "2002-11-29T20:00:00Z" && e.end == e.start && e.summary == "Closing"
	}
	if !found {
		t.Errorf("no closing in %v", events)
	}
}

// TestYear reads the closings of a year of the NYSE, a due day, a closing and text
// that is hard to write.
func TestYear(t *testing.T) {
	nyse := calendar.NYSE()
	var entries []calendar.Entry
	for _, c := range nyse.Closures(2027) {
		entries = append(entries, c.Entry(fmt.Sprintf("nyse-%s@example.com", c.Date)))
	}
	if len(entries) != 10 {
		t.Fatalf("%d closings in 2027", len(entries))
	}
	signed := calendar.MustDate(2026, time.November, 25)
	due, err := calendar.Deadline{Name: "Unlegended shares", Count: 3, Unit: calendar.TradingDays, Calendar: nyse}.After(signed)
	if err != nil {
		t.Fatal(err)
	}
	rule := calendar.NextTradingDay()
	rule.By.Clock = calendar.MustClock(15, 0)
	closing, err := rule.On(signed)
	if err != nil {
		t.Fatal(err)
	}
	far, err := calendar.Deadline{Count: 3, Unit: calendar.TradingDays, Calendar: nyse}.After(calendar.MustDate(2030, time.June, 3))
	if err != nil {
		t.Fatal(err)
	}
	noon := signed.At(calendar.MustClock(12, 0), calendar.NewYork())
	entries = append(entries, due.Entry("due@example.com"), closing.Entry("closing@example.com"), far.Entry("far@example.com"),
		calendar.Entry{
			UID: "hard;text,\\@example.com", Summary: `Société; "§ 5(a)", C:\new ` + strings.Repeat("日本 \U0001F600", 40),
			Description: "One.\r\n\tTwo: a, b; c\\\n\nLast", Date: signed, Through: signed.AddDays(2),
		},
		calendar.Entry{UID: "meeting@example.com", Summary: "Meeting", Start: noon, End: noon.Add(90 * time.Minute)},
	)
	text, err := calendar.ICalendar("-//Example Corp//Deals; all, of them//EN", noon, entries...)
	if err != nil {
		t.Fatal(err)
	}
	events := agreed(t, text)
	if len(events) != len(entries) {
		t.Fatalf("%d events of %d", len(events), len(entries))
	}
	for i, e := range entries {
		want := event{uid: e.UID, summary: e.Summary, description: strings.ReplaceAll(e.Description, "\r\n", "\n")}
		if e.Tentative {
			want.status = "TENTATIVE"
		}
		if e.Date.IsZero() {
			want.start = e.Start.UTC().Format(time.RFC3339)
			if want.end = want.start; !e.End.IsZero() {
				want.end = e.End.UTC().Format(time.RFC3339)
			}
		} else {
			last := e.Date
			if !e.Through.IsZero() {
				last = e.Through
			}
			want.start, want.end = e.Date.String()+"T00:00:00Z", last.AddDays(1).String()+"T00:00:00Z"
		}
		if events[i] != want {
			t.Errorf("read as %q\nwant    %q", events[i], want)
		}
	}
	if far := events[len(events)-3]; far.status != "TENTATIVE" {
		t.Errorf("a projected day is read as %q", far)
	}
}

// agreed reads a file with both parsers, which must agree.
func agreed(t *testing.T, text []byte) []event {
	t.Helper()
	one, two := byEmersion(t, text), byArran(t, text)
	if len(one) != len(two) {
		t.Fatalf("%d events and %d", len(one), len(two))
	}
	for i := range one {
		if one[i] != two[i] {
			t.Errorf("read as %q\nand as  %q", one[i], two[i])
		}
	}
	return one
}

func byEmersion(t *testing.T, text []byte) (events []event) {
	t.Helper()
	read, err := emersion.NewDecoder(bytes.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	// The encoder checks what RFC 5545 requires of each component.
	if err := emersion.NewEncoder(new(bytes.Buffer)).Encode(read); err != nil {
		t.Error(err)
	}
	for _, e := range read.Events() {
		start, err := e.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		end, err := e.DateTimeEnd(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		one := event{start: start.Format(time.RFC3339), end: end.Format(time.RFC3339)}
		for name, into := range map[string]*string{
			emersion.PropUID: &one.uid, emersion.PropSummary: &one.summary, emersion.PropDescription: &one.description, emersion.PropStatus: &one.status,
		} {
			if *into, err = e.Props.Text(name); err != nil {
				t.Fatal(err)
			}
		}
		events = append(events, one)
	}
	return events
}

func byArran(t *testing.T, text []byte) (events []event) {
	t.Helper()
	read, err := arran.ParseCalendar(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range read.Events() {
		value := func(name arran.ComponentProperty) string {
			if p := e.GetProperty(name); p != nil {
				return p.Value
			}
			return ""
		}
		instant := func(name arran.ComponentProperty, read func() (time.Time, error)) string {
			at, err := read()
			if err != nil {
				t.Fatal(err)
			}
			if len(value(name)) == len("20021129") {
				y, m, d := at.Local().Date() // it reads a day as a midnight of the machine
				at = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
			}
			return at.UTC().Format(time.RFC3339)
		}
		one := event{
			uid: e.Id(), summary: value(arran.ComponentPropertySummary), description: value(arran.ComponentPropertyDescription),
			status: value(arran.ComponentPropertyStatus), start: instant(arran.ComponentPropertyDtStart, e.GetStartAt),
		}
		if one.end = one.start; value(arran.ComponentPropertyDtEnd) != "" {
			one.end = instant(arran.ComponentPropertyDtEnd, e.GetEndAt)
		}
		events = append(events, one)
	}
	return events
}
