// Package words makes the sentences of reasons from their codes and their data,
// for the words.go of each room.
//
// A room lists its codes as rows. The sentence of a row is a template:
//
//	[{name}: ]counted from {event:weekday}[, on which the {calendar} calendar is closed]
//
// Braces hold the name of a datum and, after a colon, how it is spelled. A part in
// brackets is left out if a datum named in it is missing; [!name ...] is left out if
// that datum is there. Parts may hold others. The first letter of the result is made
// a capital.
//
// How a value is spelled:
//
//	weekday   2002-11-29 as Friday, November 29, 2002
//	date      2002-11-29 as November 29, 2002
//	dates     as date, for each day that stands in a longer text
//	clock     15:00 as 3:00 p.m.
//	instant   2002-11-29T15:00:00-05:00 as 3:00 p.m. on Friday, November 29, 2002
//	place     America/New_York as New York time
//	money     500000.00 as $500,000.00, and as CHF 500,000.00 if the datum currency is CHF
//	count     520833 as 520,833
//	shares    520833 as 520,833 shares, and 1 as 1 share
//	list      lines as a, b and c
//	after X   trading days as trading day if the datum X is 1
//
// Without one, and for a value that has not the form, the value is written as it is.
package words

import (
	"strings"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Row is a code of a room: how it bears on the answer, what it means, and the
// sentence of its reasons.
type Row struct {
	Code    law.Code
	Bearing law.Bearing
	// Meaning is a sentence for the catalog of codes.
	Meaning string
	// Sentence is the template.
	Sentence string
}

// For is a row whose reasons speak for the answer that was asked for.
func For(code law.Code, meaning, sentence string) Row {
	return Row{code, law.BearingFor, meaning, sentence}
}

// Against is a row whose reasons speak against it.
func Against(code law.Code, meaning, sentence string) Row {
	return Row{code, law.BearingAgainst, meaning, sentence}
}

// Unknown is a row whose reasons name a fact that was not given.
func Unknown(code law.Code, meaning, sentence string) Row {
	return Row{code, law.BearingUnknown, meaning, sentence}
}

// Open is a row whose reasons leave something to the sale or to the caller.
func Open(code law.Code, meaning, sentence string) Row {
	return Row{code, law.BearingOpen, meaning, sentence}
}

// Note is a row whose reasons change nothing.
func Note(code law.Code, meaning, sentence string) Row {
	return Row{code, law.BearingNote, meaning, sentence}
}

// Page is the rows of a room, ready for use.
type Page struct {
	rows []row
	at   map[law.Code]int
}

type row struct {
	Row
	parts []part
	names []string // the data of the template, in order
}

// NewPage reads the templates. What is wrong with them is for [Page.Check] to say.
func NewPage(rows []Row) *Page {
	p := &Page{rows: make([]row, len(rows)), at: make(map[law.Code]int, len(rows))}
	for i, r := range rows {
		parts, names, _ := parse(r.Sentence)
		p.rows[i], p.at[r.Code] = row{r, parts, names}, i
	}
	return p
}

// Reason is a reason of that code, from the names and the values of its data in turn.
// Data without a value are left out, so that a caller need not ask whether there is
// one.
func (p *Page) Reason(code law.Code, authority law.Citation, data ...string) law.Reason {
	return p.Of(code, authority, pairs(data))
}

// Of is [Page.Reason] of data that are made already.
func (p *Page) Of(code law.Code, authority law.Citation, data law.Data) law.Reason {
	r := law.Reason{Code: code, Data: data, Authority: authority}
	if i, ok := p.at[code]; ok {
		r.Bearing, r.Text = p.rows[i].Bearing, p.rows[i].text(r.Data)
	}
	return r
}

// pairs are the data that have a value.
func pairs(names []string) law.Data {
	n := 0
	for i := 1; i < len(names); i += 2 {
		if names[i] != "" {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	data := make(law.Data, 0, n)
	for i := 1; i < len(names); i += 2 {
		if names[i] != "" {
			data = append(data, law.Datum{Name: names[i-1], Value: names[i]})
		}
	}
	return data
}

// Text is the sentence of a reason, from its code and its data alone; empty for a
// code that the page does not have.
func (p *Page) Text(code law.Code, data law.Data) string {
	if i, ok := p.at[code]; ok {
		return p.rows[i].text(data)
	}
	return ""
}

func (r *row) text(data law.Data) string {
	var room [320]byte // holds most sentences
	b := write(room[:0], r.parts, data)
	if len(b) > 0 && b[0] >= 'a' && b[0] <= 'z' {
		b[0] -= 'a' - 'A'
	}
	return string(b)
}

// Codes is the catalog. The slice and its lists are the caller's.
func (p *Page) Codes() []law.CodeInfo {
	out := make([]law.CodeInfo, len(p.rows))
	for i, r := range p.rows {
		out[i] = law.CodeInfo{Code: r.Code, Bearing: r.Bearing, Data: append([]string(nil), r.names...), Text: r.Meaning}
	}
	return out
}

// Check lists what is wrong with the rows, for a test: a bearing or a meaning that is
// missing, a code given twice, a template that cannot be read or does not end as a
// sentence does.
func (p *Page) Check() error {
	var fs law.Faults
	seen := map[law.Code]bool{}
	for _, r := range p.rows {
		field := string(r.Code)
		if seen[r.Code] {
			check.Twice(&fs, field, "")
		}
		seen[r.Code] = true
		if r.Bearing == "" {
			fs.Missing(field + ".bearing")
		}
		if r.Meaning == "" {
			fs.Missing(field + ".meaning")
		}
		if _, _, problem := parse(r.Sentence); problem != "" {
			fs.Add(law.ErrInvalid, field, r.Sentence, "%s", problem)
		} else if !strings.HasSuffix(r.Sentence, ".") && !strings.HasSuffix(r.Sentence, ".]") {
			fs.Add(law.ErrInvalid, field, r.Sentence, "does not end in a period")
		}
	}
	return fs.Err()
}

// Say writes a phrase from a template and its data, for what is no reason. Unlike a
// sentence it begins as the template does.
func Say(template string, data ...string) string {
	parts, _, _ := parse(template)
	return string(write(nil, parts, pairs(data)))
}
