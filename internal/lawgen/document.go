package main

import (
	"fmt"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

const preface = `# The law in the library

<!-- Written by internal/lawgen from the tables in the code. Do not edit: go run . >../../LAW.md there. -->

The rules and numbers of the law that the library applies. The numbers of the versions of Rule 144 and Rule 145, of the
deadlines and of the settlement cycle are printed from the tables that answers are computed from; rules without a number
are told in words. The day that selects a row is the day of the sale for resales, of the event for deadlines, and of the
trade for settlement.

A row is verified if its source, or a faithful report of it, was read; otherwise the table says what is not verified.
*Last checked* is when the row was last held against a text, and *against* which, if that was not the source cited or no
record was kept; a row that is not verified may have been checked in part. Reports of the text in force show Rule 144
unchanged through July 1, 2026. An authority leads to a public page of its source, if its address follows from the
citation: that of the days governed for rules that were replaced since 2017. Texts replaced earlier have none.

This is no legal advice. The library says which conditions hold on the facts given, never that a sale is lawful.
`

// room is a package with what it applies of the law and the codes of its reasons.
type room struct {
	name  string
	law   func() []calendar.Provision
	codes func() []law.CodeInfo
}

// rooms are the packages that LAW.md and CODES.md are made from.
func rooms() []room {
	return []room{
		{"restrict", restrict.Law, restrict.Codes},
		{"calendar", calendar.Law, calendar.Codes},
		{"offering", offering.Law, offering.Codes},
		{"escrow", escrow.Law, escrow.Codes},
	}
}

// document is the whole file.
func document() string {
	var b strings.Builder
	b.WriteString(preface)
	for _, s := range sections() {
		table(&b, s.heading, "rule", "subject", "from", "until", "value", "authority", "verified", "last checked", "against")
		for _, p := range s.rows {
			row(&b, p.Key, p.Subject, day(p.From), day(p.Until), p.Value, cite(p.Authority), verified(p.Authority), day(p.Checked.On),
				p.Checked.Against)
		}
	}
	return b.String()
}

// section is a table of the document.
type section struct {
	heading string
	rows    []calendar.Provision
}

// sections sorts the rows of all rooms under their headings, both in the order in
// which they come, but for what is no law, which comes last.
func sections() []section {
	var out []section
	proposed := section{heading: "Proposals that are not law"}
	at := map[string]int{}
	for _, room := range rooms() {
		for _, p := range room.law() {
			if p.Key == "proposal" {
				proposed.rows = append(proposed.rows, p)
				continue
			}
			h := heading(p.Key)
			if _, ok := at[h]; !ok {
				at[h] = len(out)
				out = append(out, section{heading: h})
			}
			s := &out[at[h]]
			s.rows = append(s.rows, p)
		}
	}
	return append(out, proposed)
}

// heading is the section of a rule; a rule that none is known for has its own.
func heading(key string) string {
	for _, of := range [...][2]string{
		{"145", "Rule 145(c) and (d)"},
		{"Section 4", "Checklists beside Rule 144"},
		{"Rule 144A", "Checklists beside Rule 144"},
		{"former 144", "Rule 144"},
		{"144", "Rule 144"},
		{"701", "Rule 144"},
		{"calendar.", "Calendars"},
		{"settlement-cycle", "Settlement of US equities"},
		{"offering.", "Offerings"},
		{"escrow.", "Escrow and closings"},
	} {
		if strings.HasPrefix(key, of[0]) {
			return of[1]
		}
	}
	if _, err := calendar.StatuteByKey(key); err == nil {
		return "Deadlines"
	}
	return key
}

// table begins a section and its table.
func table(b *strings.Builder, section string, columns ...string) {
	b.WriteString("\n## " + section + "\n\n")
	row(b, columns...)
	b.WriteString(strings.Repeat("|---", len(columns)) + "|\n")
}

// row writes one line of a table. A bar inside a cell would end it.
func row(b *strings.Builder, cells ...string) {
	for _, cell := range cells {
		fmt.Fprintf(b, "| %s ", strings.ReplaceAll(cell, "|", `\|`))
	}
	b.WriteString("|\n")
}

func day(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// cite is the paragraph and the title, linked if it can be read.
func cite(c law.Citation) string {
	text := c.Cite
	if c.Title != "" {
		text += ", " + c.Title
	}
	if c.URL != "" {
		return "[" + text + "](" + c.URL + ")"
	}
	return text
}

func verified(c law.Citation) string {
	if c.Doubt == "" {
		return "yes"
	}
	return "no: " + c.Doubt
}
