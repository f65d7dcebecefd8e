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
trade for settlement. A row holds from its day until the next row of the same rule.

A row is verified if its source, or a faithful report of it, was read; otherwise the table says what is not verified.
*Last checked* is when a verified row of the resale tables was last held against its source. Reports of the text in
force show Rule 144 unchanged through July 1, 2026.

This is no legal advice. The library says which conditions hold on the facts given, never that a sale is lawful.
`

// document is the whole file.
func document() string {
	var b strings.Builder
	b.WriteString(preface)
	resales(&b)
	statutes(&b)
	settlement(&b)
	rules(&b, "Calendars", calendar.Law())
	rules(&b, "Offerings", offering.Law())
	rules(&b, "Escrow and closings", escrow.Law())
	return b.String()
}

// resales lists package restrict's tables, a section for each version.
func resales(b *strings.Builder) {
	section := ""
	for _, p := range restrict.Law() {
		if s := heading(p); s != section {
			section = s
			table(b, s, "rule", "subject", "from", "value", "authority", "verified", "last checked")
		}
		row(b, p.Rule, p.Subject, day(p.From), p.Value, cite(p.Authority), verified(p.Authority), day(p.Checked))
	}
}

// heading is the section of a row.
func heading(p restrict.Provision) string {
	switch {
	case strings.HasPrefix(p.Rule, "145"):
		return "Rule 145(c) and (d)"
	case strings.HasPrefix(p.Rule, "Section 4"), strings.HasPrefix(p.Rule, "Rule 144A"):
		return "Checklists beside Rule 144"
	case p.Rule == "none":
		return "Proposals that are not law"
	case strings.HasPrefix(p.Rule, "former 144"), strings.HasPrefix(p.Rule, "144"), strings.HasPrefix(p.Rule, "701"):
		return "Rule 144"
	}
	return p.Rule
}

// statutes lists the catalog of deadlines.
func statutes(b *strings.Builder) {
	table(b, "Deadlines", "deadline", "counted from", "from", "length", "authority", "verified")
	for _, s := range calendar.Statutes() {
		for _, era := range s.Eras {
			row(b, s.Title, s.Event, day(era.From), length(era.Value), cite(era.Authority), verified(era.Authority))
		}
	}
}

// length is a deadline in words.
func length(dl calendar.Deadline) string {
	parts := []string{fmt.Sprintf("%d %s", dl.Count, dl.Unit)}
	if dl.Count == 1 {
		parts[0] = strings.TrimSuffix(parts[0], "s")
	}
	if dl.Unit == calendar.BusinessDays && dl.Count == 0 {
		parts[0] = "the day itself"
	}
	if dl.Calendar != (calendar.Calendar{}) {
		parts = append(parts, "on "+dl.Calendar.Name()+" days")
	}
	switch {
	case dl.Roll != calendar.NoRoll:
		parts = append(parts, "a closed last day rolls "+string(dl.Roll))
	case dl.RollEvent:
		parts = append(parts, "an event on a closed day counts on the next open one")
	}
	if zone := dl.Cutoff.Zone; zone != nil {
		parts = append(parts, "up to "+dl.Cutoff.Clock.String()+" in "+zone.String())
	}
	return strings.Join(parts, "; ")
}

// settlement lists the cycles.
func settlement(b *strings.Builder) {
	table(b, "Settlement of US equities", "trades from", "settlement days after the trade", "authority", "verified")
	for _, era := range calendar.SettlementCycle() {
		row(b, day(era.From), fmt.Sprint(era.Value), cite(era.Authority), verified(era.Authority))
	}
}

// rules lists what a package tells in words.
func rules(b *strings.Builder, section string, list law.Reasons) {
	table(b, section, "rule", "what is applied", "authority", "verified")
	for _, r := range list {
		row(b, string(r.Code), r.Text, cite(r.Authority), verified(r.Authority))
	}
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
