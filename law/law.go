// Package law is the vocabulary in which the other packages explain an answer
// and refuse a question.
//
// An answer carries [Reasons]: each [Reason] has a [Code] that programs compare,
// a [Bearing] on the answer, [Data], a sentence that people read, and the
// [Citation] it rests on. A question that
// cannot be answered yields [Faults]: each [Fault] names the field, the value
// and the limit it broke, and all faults of one question come together.
//
// The package depends on the standard library alone and holds no law itself;
// statutes, rules and contract sections are cited by the package that applies
// them.
package law

import (
	"strconv"
	"strings"
)

// Citation points at the text that an answer rests on.
//
// The zero Citation cites nothing: the step is plain arithmetic or the
// caller's own data. A Citation is comparable, so it can be a map key.
//
// What the library itself cites has one spelling for each source, such as
// "17 CFR 230.144(e)(3)(ii)-(iv)", "15 U.S.C. 78p(a)(2)", "86 FR 3496",
// "Release 33-8869", "C&DI 532.01" and "NYSE Rule 7.2", with the day of a
// revision in the Title. A Citation of the caller's own may have any.
type Citation struct {
	// Cite is the paragraph itself, such as "17 CFR 230.144(d)(1)(i)" or
	// "Purchase Agreement §2.1".
	Cite string `json:"cite,omitempty"`
	// Title is what the text is called, such as "Rule 144".
	Title string `json:"title,omitempty"`
	// URL is where it can be read; empty when only the paper is known.
	URL string `json:"url,omitempty"`
	// Doubt says what about the rule is not verified against its text. It is
	// empty when the text, or a faithful copy of it, was read.
	Doubt string `json:"doubt,omitempty"`
}

// String is the paragraph, followed by the doubt if there is one.
func (c Citation) String() string {
	if c.Doubt == "" {
		return c.Cite
	}
	return c.Cite + " (not verified: " + c.Doubt + ")"
}

// Code names what a reason says, for programs: "144.holding.short". A code is
// stable; a package's Codes lists those that it may say.
//
// The zero Code is none, and appears in no result.
type Code string

// CodeInfo is a row of a package's catalog of codes.
type CodeInfo struct {
	// Code is the code.
	Code Code `json:"code"`
	// Bearing is that of its reasons; empty where it was not recorded, as in the
	// reasons themselves.
	Bearing Bearing `json:"bearing,omitempty"`
	// Data is the names of the values that its reasons may hold, in the order of the
	// sentence; nil if they were not recorded. A reason leaves out what its sentence
	// does not need.
	Data []string `json:"data,omitempty"`
	// Text is what it means: one English sentence, which may change between
	// versions.
	Text string `json:"text"`
}

// Bearing is how a reason bears on the answer: "for", "against", "unknown",
// "open" or "note".
//
// The zero Bearing, and any other word, is unstated and counts as against.
type Bearing string

// The bearings of a reason.
const (
	// BearingFor speaks for the answer that was asked for.
	BearingFor Bearing = "for"
	// BearingAgainst speaks against it.
	BearingAgainst Bearing = "against"
	// BearingUnknown is a fact that was not given, without which it cannot be
	// had.
	BearingUnknown Bearing = "unknown"
	// BearingOpen is left to the sale or to the caller.
	BearingOpen Bearing = "open"
	// BearingNote changes nothing.
	BearingNote Bearing = "note"
)

// Reason is one step of an explanation.
//
// The zero Reason says nothing and appears in no result.
type Reason struct {
	// Code is stable and meant for programs, such as "144.holding.short".
	Code Code `json:"code"`
	// Bearing is how the step bears on the answer; empty is unstated, and
	// counts as against.
	Bearing Bearing `json:"bearing,omitempty"`
	// Data is what the sentence is made from; empty if it was not recorded.
	Data Data `json:"data,omitempty"`
	// Text is one English sentence for a person. It may change between
	// versions and must not be parsed.
	Text string `json:"text"`
	// Authority is the paragraph that the step applies; zero for arithmetic.
	Authority Citation `json:"authority,omitzero"`
}

// String is the sentence with its authority in brackets.
func (r Reason) String() string {
	if r.Authority.Cite == "" {
		return r.Text
	}
	return r.Text + " [" + r.Authority.String() + "]"
}

// Cure is who can remove a reason against an answer, and how. A package embeds it and
// adds what it knows besides, such as a day from which the answer changes, or an event
// that a program can submit.
//
// The zero Cure says nothing and appears in no result.
type Cure struct {
	// Who can remove the reason: names of the caller's, or in words someone else. It
	// is empty if nobody can.
	Who []string `json:"who,omitempty"`
	// Code names the act, for programs. It is stable.
	Code Code `json:"code"`
	// Data is what the sentence is made from; empty if it needs none.
	Data Data `json:"data,omitempty"`
	// Text is one English sentence that says what to do. It may change between
	// versions and must not be parsed.
	Text string `json:"text"`
}

// String is the sentence, after the names of those who can act on it if there are any.
func (c Cure) String() string {
	if len(c.Who) == 0 {
		return c.Text
	}
	return strings.Join(c.Who, ", ") + ": " + c.Text
}

// Reasons is an explanation: its steps in the order in which they were taken.
//
// The nil Reasons explains nothing and is ready for use.
type Reasons []Reason

// Has reports whether some step carries the code.
func (rs Reasons) Has(code Code) bool {
	for _, r := range rs {
		if r.Code == code {
			return true
		}
	}
	return false
}

// Codes lists the codes of the steps, in order, repeats included.
func (rs Reasons) Codes() []Code {
	codes := make([]Code, len(rs))
	for i, r := range rs {
		codes[i] = r.Code
	}
	return codes
}

// Against lists the steps that speak against the answer, in order: those of
// [BearingAgainst] and those whose bearing is unstated. What is unknown or left
// open is not among them.
func (rs Reasons) Against() Reasons {
	var out Reasons
	for _, r := range rs {
		switch r.Bearing {
		case BearingFor, BearingUnknown, BearingOpen, BearingNote:
		default:
			out = append(out, r)
		}
	}
	return out
}

// Authorities lists the citations that the steps rest on, each once, in the
// order of first use. Steps that cite nothing add nothing.
func (rs Reasons) Authorities() []Citation {
	var out []Citation
	seen := make(map[Citation]bool)
	for _, r := range rs {
		if r.Authority != (Citation{}) && !seen[r.Authority] {
			seen[r.Authority] = true
			out = append(out, r.Authority)
		}
	}
	return out
}

// String numbers the steps, one a line, without a trailing newline.
func (rs Reasons) String() string {
	var b strings.Builder
	for i, r := range rs {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(strconv.Itoa(i + 1))
		b.WriteString(". ")
		b.WriteString(r.String())
	}
	return b.String()
}
