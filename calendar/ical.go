package calendar

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Entry is an event of an iCalendar file, as a diary shows it: one or several whole
// days, or a time of day. [Due.Entry], [Closing.Entry] and [Closure.Entry] make one of
// an answer; their Summary is a few words, which the caller may replace.
//
// The zero Entry is refused, since it has no UID, no summary and no day.
type Entry struct {
	// UID identifies the event to every program that reads it, in all files and for
	// all time, such as "closing.deal-4711@example.com". A file that has the same
	// event again, on another day, has it under the same UID, so that diaries move it
	// instead of showing it twice. It is required, and is one line.
	UID string `json:"uid"`
	// Summary is the title, in one line. It is required.
	Summary string `json:"summary"`
	// Description is the text below it; empty for none. It may have several lines.
	Description string `json:"description,omitempty"`
	// Date is the day of an event that takes whole days, or the first of them, and
	// Through is the last; "no date" is one day.
	Date    Date `json:"date,omitzero"`
	Through Date `json:"through,omitzero"`
	// Start is the instant of an event that has a time of day, to the second, in
	// place of Date. End is when it is over; the zero time is an event that takes no
	// time, such as a deadline.
	Start time.Time `json:"start,omitzero"`
	End   time.Time `json:"end,omitzero"`
	// Tentative marks a day that may still move, such as one that rests on closings
	// which have not been announced.
	Tentative bool `json:"tentative,omitempty"`
}

// UnmarshalJSON reads an entry strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and e stays as it was.
func (e *Entry) UnmarshalJSON(data []byte) error { return law.ReadFields(data, e) }

// ICalendar writes the events as an iCalendar file, RFC 5545, in their order. The
// product names the program that writes the file, such as "-//Example Corp//Deals//EN",
// and the stamp says when it does. Instants are written in UTC, so that no table of a
// zone need go with them, without fractions of a second. No event makes its reader
// appear busy.
//
// The errors are [law.Faults]: no event, what an [Entry] requires, two events with one
// UID, an end that is not after the start, a time outside the years 1 to 9999, and text
// that an iCalendar file cannot hold, which is bytes that are not UTF-8 and control
// characters.
func ICalendar(product string, stamp time.Time, events ...Entry) ([]byte, error) {
	var fs law.Faults
	checkLine(&fs, "product", product)
	checkInstant(&fs, "stamp", stamp)
	if len(events) == 0 {
		fs.Missing("events")
	}
	rows, first := check.Rows{List: "events"}, make(map[string]bool, len(events))
	for i := range events {
		own := events[i].faults()
		if uid := events[i].UID; uid != "" && first[uid] {
			check.Twice(&own, "uid", strconv.QuoteToASCII(uid))
		} else {
			first[uid] = true
		}
		rows.Add(&fs, i, own)
	}
	if rows.Close(&fs); len(fs) > 0 {
		return nil, fs
	}
	b := appendContent(nil, "BEGIN", "VCALENDAR")
	b = appendContent(b, "VERSION", "2.0")
	b = appendContent(b, "PRODID", escaped(product))
	b = appendContent(b, "CALSCALE", "GREGORIAN")
	for i := range events {
		b = events[i].appendTo(b, stamp)
	}
	return appendContent(b, "END", "VCALENDAR"), nil
}

func (e *Entry) appendTo(b []byte, stamp time.Time) []byte {
	b = appendContent(b, "BEGIN", "VEVENT")
	b = appendContent(b, "UID", escaped(e.UID))
	b = appendContent(b, "DTSTAMP", basicInstant(stamp))
	if e.Date.IsZero() {
		b = appendContent(b, "DTSTART", basicInstant(e.Start))
		if !e.End.IsZero() {
			b = appendContent(b, "DTEND", basicInstant(e.End))
		}
	} else {
		b = appendContent(b, "DTSTART;VALUE=DATE", basicDate(e.Date))
		b = appendContent(b, "DTEND;VALUE=DATE", basicDate(e.lastDay().AddDays(1))) // the end is not part of the event
	}
	b = appendContent(b, "SUMMARY", escaped(e.Summary))
	if e.Description != "" {
		b = appendContent(b, "DESCRIPTION", escaped(e.Description))
	}
	if e.Tentative {
		b = appendContent(b, "STATUS", "TENTATIVE")
	}
	b = appendContent(b, "TRANSP", "TRANSPARENT")
	return appendContent(b, "END", "VEVENT")
}

// lastDay is the last of the whole days.
func (e *Entry) lastDay() Date {
	if e.Through.IsZero() {
		return e.Date
	}
	return e.Through
}

func (e *Entry) faults() law.Faults {
	var fs law.Faults
	checkLine(&fs, "uid", e.UID)
	checkLine(&fs, "summary", e.Summary)
	if fs.Text("description", e.Description) && strings.ContainsFunc(oneFeed(e.Description), isUnwritable) {
		fs.Add(law.ErrInvalid, "description", strconv.QuoteToASCII(e.Description),
			"has a control character that is no tab and no end of line")
	}
	switch {
	case e.Date.IsZero() && e.Start.IsZero():
		fs.Add(law.ErrMissing, "date", "", "is required unless start is given")
	case e.Date.IsZero():
		e.instantFaults(&fs)
	default:
		e.dayFaults(&fs)
	}
	return fs
}

// instantFaults checks an event with a time of day.
func (e *Entry) instantFaults(fs *law.Faults) {
	checkInstant(fs, "start", e.Start)
	if !e.Through.IsZero() {
		check.Empty(fs, "through", e.Through.String(), "the event has a time of day")
	}
	if e.End.IsZero() {
		return
	}
	checkInstant(fs, "end", e.End)
	if !e.End.Truncate(time.Second).After(e.Start.Truncate(time.Second)) {
		fs.Add(law.ErrConflict, "end", e.End.UTC().Format(time.RFC3339), "is not after the start, %s", e.Start.UTC().Format(time.RFC3339))
	}
}

// dayFaults checks an event of whole days.
func (e *Entry) dayFaults(fs *law.Faults) {
	for _, at := range []struct {
		field string
		time.Time
	}{{"start", e.Start}, {"end", e.End}} {
		if !at.IsZero() {
			check.Empty(fs, at.field, at.UTC().Format(time.RFC3339), "the event takes whole days")
		}
	}
	switch last := e.lastDay(); {
	case last.Before(e.Date):
		fs.Add(law.ErrConflict, "through", last.String(), "is before the date, %s", e.Date)
	case last.AddDays(1).IsZero():
		fs.Add(law.ErrRange, "date", last.String(), "has no day after it, which is the end of the event")
	}
}

// checkLine records a text that is missing or that is not one line.
func checkLine(fs *law.Faults, field, text string) {
	if text == "" {
		fs.Missing(field)
	}
	fs.Text(field, text)
	check.Line(fs, field, text)
}

// checkInstant records an instant that is missing or that has no four digits of a
// year in UTC.
func checkInstant(fs *law.Faults, field string, at time.Time) {
	switch year := at.UTC().Year(); {
	case at.IsZero():
		fs.Missing(field)
	case year < 1 || year > 9999:
		fs.Add(law.ErrRange, field, at.UTC().Format(time.RFC3339), "is not an instant in the years 1 to 9999")
	}
}

// isUnwritable reports whether a character other than an end of line and a tab is
// one that text of an iCalendar file cannot hold.
func isUnwritable(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// oneFeed has one character for each end of line.
func oneFeed(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// escaped is the text as a value, RFC 5545 §3.3.11.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(oneFeed(text))
}

func basicDate(d Date) string { return strings.ReplaceAll(d.String(), "-", "") }

func basicInstant(at time.Time) string { return at.UTC().Format("20060102T150405Z") }

// appendContent appends a content line in pieces of at most 75 octets, of which none
// ends within a character, RFC 5545 §3.1. The pieces after the first begin with a
// space.
func appendContent(b []byte, name, value string) []byte {
	line := name + ":" + value
	for most := 75; len(line) > most; most = 74 {
		cut := most
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b = append(append(b, line[:cut]...), "\r\n "...)
		line = line[cut:]
	}
	return append(append(b, line...), "\r\n"...)
}
