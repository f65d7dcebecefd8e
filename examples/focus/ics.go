package main

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// writeICS writes the deadlines as an iCalendar file, RFC 5545. Days are
// all-day events that take up no one's time; a clock time is given in UTC, so
// that no zone table need go with it. The stamp is the signing and not the
// clock, so that every run writes the same bytes.
func writeICS(w io.Writer, r *report) error {
	var b strings.Builder
	line := func(name, value string) { fold(&b, name+value) }
	line("BEGIN:", "VCALENDAR")
	line("VERSION:", "2.0")
	line("PRODID:", "-//offerkit//examples/focus//EN")
	line("CALSCALE:", "GREGORIAN")
	const stamp = "20021125T170000Z"
	for _, m := range r.moments() {
		line("BEGIN:", "VEVENT")
		line("UID:", m.ID+"@focus.offerkit.example")
		line("DTSTAMP:", stamp)
		if m.By.IsZero() {
			line("DTSTART;VALUE=DATE:", strings.ReplaceAll(m.Day.String(), "-", ""))
		} else {
			line("DTSTART:", m.By.UTC().Format("20060102T150405Z"))
			line("DTEND:", m.By.Add(time.Minute).UTC().Format("20060102T150405Z"))
		}
		line("SUMMARY:", text(m.What))
		if m.Why != "" {
			line("DESCRIPTION:", text(m.Why))
		}
		line("TRANSP:", "TRANSPARENT")
		line("END:", "VEVENT")
	}
	line("END:", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

// text escapes a value as §3.3.11 asks.
func text(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r", "", "\n", `\n`).Replace(strings.TrimRight(s, "\n"))
}

// fold writes a content line in pieces of at most 75 octets, never cutting a
// character, as §3.1 asks.
func fold(b *strings.Builder, line string) {
	for limit := 75; len(line) > limit; limit = 74 { // the later pieces begin with a space
		cut := limit
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	b.WriteString(line + "\r\n")
}
