package calendar

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/offerkit/offerkit/law"
)

const testProduct = "-//Example Corp//Deals//EN"

func testStamp() time.Time {
	return MustDate(2002, time.November, 25).At(MustClock(12, 0), NewYork())
}

// TestICalendar holds the file to one written by hand from RFC 5545: an event of one
// day ends on the next, one of three days on the fourth, one at 3:00 p.m. New York
// time is at 20:00 in UTC in November and at 19:00 in July.
func TestICalendar(t *testing.T) {
	day := MustDate(2002, time.November, 28)
	got, err := ICalendar(testProduct, testStamp(),
		Entry{UID: "1@example.com", Summary: "Thanksgiving Day", Date: day},
		Entry{UID: "2@example.com", Summary: "Signing, and more; a \\ too", Description: "One.\r\nTwo, on a\ttab.\n", Date: day.AddDays(30), Through: day.AddDays(32), Tentative: true},
		Entry{UID: "3@example.com", Summary: "Closing", Start: day.AddDays(1).At(MustClock(15, 0), NewYork()).Add(999 * time.Millisecond)},
		Entry{
			UID: "4@example.com", Summary: "Meeting",
			Start: MustDate(2003, time.July, 1).At(MustClock(15, 0), NewYork()), End: MustDate(2003, time.July, 1).At(MustClock(16, 30), NewYork()),
		},
	)
	want := []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example Corp//Deals//EN", "CALSCALE:GREGORIAN",
		"BEGIN:VEVENT", "UID:1@example.com", "DTSTAMP:20021125T170000Z", "DTSTART;VALUE=DATE:20021128", "DTEND;VALUE=DATE:20021129",
		"SUMMARY:Thanksgiving Day", "TRANSP:TRANSPARENT", "END:VEVENT",
		"BEGIN:VEVENT", "UID:2@example.com", "DTSTAMP:20021125T170000Z", "DTSTART;VALUE=DATE:20021228", "DTEND;VALUE=DATE:20021231",
		`SUMMARY:Signing\, and more\; a \\ too`, "DESCRIPTION:One.\\nTwo\\, on a\ttab.\\n", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT",
		"BEGIN:VEVENT", "UID:3@example.com", "DTSTAMP:20021125T170000Z", "DTSTART:20021129T200000Z", "SUMMARY:Closing", "TRANSP:TRANSPARENT", "END:VEVENT",
		"BEGIN:VEVENT", "UID:4@example.com", "DTSTAMP:20021125T170000Z", "DTSTART:20030701T190000Z", "DTEND:20030701T203000Z",
		"SUMMARY:Meeting", "TRANSP:TRANSPARENT", "END:VEVENT",
		"END:VCALENDAR", "",
	}
	if string(got) != strings.Join(want, "\r\n") || err != nil {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestICalendarRefused(t *testing.T) {
	day := MustDate(2002, time.November, 28)
	good := Entry{UID: "1@example.com", Summary: "Closing", Date: day}
	with := func(change func(*Entry)) []Entry {
		e := good
		change(&e)
		return []Entry{e}
	}
	noon := testStamp()
	for _, tt := range []struct {
		name    string
		product string
		stamp   time.Time
		events  []Entry
		kind    error
		want    string
	}{
		{"nothing", "", time.Time{}, nil, law.ErrMissing, "product: is required; stamp: is required; events: is required"},
		{"the zero entry", testProduct, noon, []Entry{{}}, law.ErrMissing, "events[0].uid: is required; events[0].summary: is required; events[0].date: is required unless start is given"},
		{"two lines of a product", "a\nb", noon, []Entry{good}, law.ErrInvalid, `product: "a\nb" has a control character`},
		{"a stamp of the year 10000", testProduct, time.Date(9999, 12, 31, 23, 0, 0, 0, time.FixedZone("", -3600)), []Entry{good}, law.ErrRange, "stamp: 10000-01-01T00:00:00Z is not an instant in the years 1 to 9999"},
		{"a stamp of the year 0", testProduct, time.Date(1, 1, 1, 0, 0, 0, 0, time.FixedZone("", 3600)), []Entry{good}, law.ErrRange, "stamp: 0000-12-31T23:00:00Z is not an instant in the years 1 to 9999"},
		{"a line of its own", testProduct, noon, with(func(e *Entry) { e.Summary = "x\r\nATTACH:file" }), law.ErrInvalid, `events[0].summary: "x\r\nATTACH:file" has a control character`},
		{"a bell", testProduct, noon, with(func(e *Entry) { e.Description = "a\n\a" }), law.ErrInvalid, `events[0].description: "a\n\a" has a control character that is no tab and no end of line`},
		{"half an end of line", testProduct, noon, with(func(e *Entry) { e.Description = "a\rb" }), law.ErrInvalid, `events[0].description: "a\rb" has a control character that is no tab and no end of line`},
		{"a next line", testProduct, noon, with(func(e *Entry) { e.Description = "a\u0085b" }), law.ErrInvalid, `events[0].description: "a\u0085b" has a control character that is no tab and no end of line`},
		{"no text", testProduct, noon, with(func(e *Entry) { e.UID = "\xff" }), law.ErrInvalid, `events[0].uid: "\xff" is not valid UTF-8 or holds the replacement character U+FFFD`},
		{"one event twice", testProduct, noon, []Entry{good, {UID: "2@example.com", Summary: "x", Date: day}, good}, law.ErrDuplicate, `events[2].uid: "1@example.com" is given twice`},
		{"a day and an hour", testProduct, noon, with(func(e *Entry) { e.Start, e.End = noon, noon }), law.ErrConflict, "events[0].start: 2002-11-25T17:00:00Z must be empty: the event takes whole days; events[0].end: 2002-11-25T17:00:00Z must be empty: the event takes whole days"},
		{"an hour through a day", testProduct, noon, with(func(e *Entry) { e.Date, e.Through, e.Start = Date{}, day, noon }), law.ErrConflict, "events[0].through: 2002-11-28 must be empty: the event has a time of day"},
		{"through without a day", testProduct, noon, with(func(e *Entry) { e.Date, e.Through = Date{}, day }), law.ErrMissing, "events[0].date: is required unless start is given"},
		{"backward days", testProduct, noon, with(func(e *Entry) { e.Through = day.AddDays(-1) }), law.ErrConflict, "events[0].through: 2002-11-27 is before the date, 2002-11-28"},
		{"the last day", testProduct, noon, with(func(e *Entry) { e.Date = MustDate(9999, time.December, 31) }), law.ErrRange, "events[0].date: 9999-12-31 has no day after it, which is the end of the event"},
		{"within a second", testProduct, noon, with(func(e *Entry) { e.Date, e.Start, e.End = Date{}, noon, noon.Add(time.Second-1) }), law.ErrConflict, "events[0].end: 2002-11-25T17:00:00Z is not after the start, 2002-11-25T17:00:00Z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ICalendar(tt.product, tt.stamp, tt.events...)
			if got != nil || !errors.Is(err, tt.kind) || err.Error() != tt.want {
				t.Errorf("%s, %v\nwant %s", got, err, tt.want)
			}
		})
	}
	_, err := ICalendar(testProduct, noon, make([]Entry, 1_000)...)
	var fs law.Faults
	if !errors.As(err, &fs) || len(fs) != 3*100+1 || fs[300].Error() != "events: has 900 more faulty rows" {
		t.Errorf("%d faults", len(fs))
	}
}

// TestEntries makes events of answers.
func TestEntries(t *testing.T) {
	rule := FocusClosing()
	rule.Outside = MustDate(2002, time.November, 28)
	closing, err := rule.On(MustDate(2002, time.November, 27))
	if err != nil {
		t.Fatal(err)
	}
	due, err := Deadline{Count: 3, Unit: TradingDays, Calendar: NYSE()}.After(MustDate(2029, time.January, 2))
	if err != nil {
		t.Fatal(err)
	}
	observed, closed := NYSE().Closure(MustDate(2026, time.July, 3))
	if !closed {
		t.Fatal("July 3, 2026 is open")
	}
	unnamed := closing
	unnamed.Name, unnamed.Expired, unnamed.By = "", false, time.Time{}
	for _, tt := range []struct {
		name string
		got  Entry
		want Entry
	}{
		{"a closing", closing.Entry("u"), Entry{UID: "u", Summary: "Closing Date (after the outside date)", Description: closing.Why.String(), Start: closing.By}},
		{"a closing without a name", unnamed.Entry("u"), Entry{UID: "u", Summary: "Closing", Description: closing.Why.String(), Date: closing.Date}},
		{"a projected day", due.Entry("u"), Entry{UID: "u", Summary: "Due date", Description: due.Why.String(), Date: MustDate(2029, time.January, 5), Tentative: true}},
		{"a holiday moved", observed.Entry("u"), Entry{UID: "u", Summary: "Independence Day (July 4, 2026, observed)", Description: observed.Authority.String(), Date: MustDate(2026, time.July, 3)}},
		{"a closure of no authority", Closure{Date: MustDate(2026, time.July, 3), Name: "x"}.Entry("u"), Entry{UID: "u", Summary: "x", Date: MustDate(2026, time.July, 3)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("%+v\nwant %+v", tt.got, tt.want)
			}
			if _, err := ICalendar(testProduct, testStamp(), tt.got); err != nil {
				t.Error(err)
			}
		})
	}
	// What is no day makes no event.
	given := Given{Due: Due{Name: "Notice"}}
	if _, err := ICalendar(testProduct, testStamp(), given.Entry("u")); !errors.Is(err, law.ErrMissing) {
		t.Error(err)
	}
}

// A content line is cut between characters, at 75 octets, and reads back whole.
func TestContentLines(t *testing.T) {
	for n := range 200 {
		for _, c := range []string{"§", "€", "\U0001F600"} {
			value := strings.Repeat("a", n) + strings.Repeat(c, 90)
			text := string(appendContent(nil, "X", value))
			for piece := range strings.Lines(text) {
				body, ended := strings.CutSuffix(piece, "\r\n")
				if len(body) > 75 || len(body) < 70 && !strings.HasSuffix(text, piece) || !ended || !utf8.ValidString(body) {
					t.Fatalf("%d: a piece of %d octets: %q", n, len(body), body)
				}
			}
			if got := strings.ReplaceAll(text, "\r\n ", ""); got != "X:"+value+"\r\n" {
				t.Fatalf("%d: reads back as %q", n, got)
			}
		}
	}
}

// FuzzICalendar reads the file by a reader of its own.
func FuzzICalendar(f *testing.F) {
	f.Add("a@example.com", "Closing; \\n, or not", "line\r\nline\n\t\\", int32(731180), int64(1038600000))
	f.Add("§", strings.Repeat("é", 100), "", int32(lastDay), int64(0))
	f.Fuzz(func(t *testing.T, uid, summary, description string, n int32, unix int64) {
		day := Date{max(0, min(n, lastDay))}
		entries := []Entry{
			{UID: uid, Summary: summary, Description: description, Date: day},
			{UID: uid + "2", Summary: summary, Description: description, Start: time.Unix(unix, 0), Tentative: true},
		}
		text, err := ICalendar(testProduct, testStamp(), entries...)
		if err != nil {
			return
		}
		events := readICalendar(t, string(text))
		if len(events) != 2 {
			t.Fatalf("%d events in %q", len(events), text)
		}
		wantDescription := strings.ReplaceAll(description, "\r\n", "\n")
		for i, e := range events {
			if e["UID"] != entries[i].UID || e["SUMMARY"] != summary || e["DESCRIPTION"] != wantDescription {
				t.Fatalf("event %d reads back as %q", i, e)
			}
		}
		if at, err := time.Parse("20060102", events[0]["DTSTART;VALUE=DATE"]); err != nil || DateOf(at) != day {
			t.Fatalf("the day is %q, %v, want %s", events[0]["DTSTART;VALUE=DATE"], err, day)
		}
		if at, err := time.Parse("20060102T150405Z", events[1]["DTSTART"]); err != nil || at.Unix() != unix {
			t.Fatalf("the instant is %q, %v, want %d", events[1]["DTSTART"], err, unix)
		}
		// What is written comes back as JSON too.
		data, err := json.Marshal(entries[0])
		var back Entry
		if err != nil || json.Unmarshal(data, &back) != nil || back != entries[0] {
			t.Fatalf("%s: %+v, %v", data, back, err)
		}
	})
}

// readICalendar is a small reader of RFC 5545, which knows events alone.
func readICalendar(t *testing.T, text string) (events []map[string]string) {
	t.Helper()
	var value func(s string) string
	value = func(s string) string {
		before, after, found := strings.Cut(s, `\`)
		if !found {
			return before
		}
		if after == "" {
			t.Fatalf("%q ends within an escape", s)
		}
		c := after[:1]
		if c == "n" {
			c = "\n"
		}
		return before + c + value(after[1:])
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
		if strings.ContainsAny(line, "\r\n") {
			t.Fatalf("a line within %q", line)
		}
		name, rest, _ := strings.Cut(line, ":")
		if line == "BEGIN:VEVENT" {
			events = append(events, map[string]string{})
		} else if len(events) > 0 {
			events[len(events)-1][name] = value(rest)
		}
	}
	return events
}

// TestICalendarOfAYear has the closings of a year, and reads them back.
func TestICalendarOfAYear(t *testing.T) {
	closures := NYSE().Closures(2026)
	var entries []Entry
	for _, c := range closures {
		e := c.Entry(fmt.Sprintf("nyse-%s@example.com", c.Date))
		e.Summary, e.Tentative = "NYSE closed: "+e.Summary, c.Date.After(NYSE().Announced())
		entries = append(entries, e)
	}
	text, err := ICalendar(testProduct, testStamp(), entries...)
	if err != nil {
		t.Fatal(err)
	}
	events := readICalendar(t, string(text))
	if len(events) != 10 || len(closures) != 10 {
		t.Fatalf("%d events of %d closings", len(events), len(closures))
	}
	for i, c := range closures {
		if events[i]["DTEND;VALUE=DATE"] != strings.ReplaceAll(c.Date.AddDays(1).String(), "-", "") {
			t.Errorf("%s is read as %v", c, events[i])
		}
	}
}
