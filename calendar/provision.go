package calendar

import (
	"github.com/offerkit/offerkit/internal/citation"
	"github.com/offerkit/offerkit/law"
)

// Provision is one row of the law as a package applies it, for people to read
// and to hold against the text: a rule or a number, the days that it governs, and
// the paragraph that it comes from. Each package lists its own with Law.
//
// The zero Provision appears in no list.
type Provision struct {
	// Key names the rule for programs and stays the same, such as
	// "144(d)(1)(i)" or "form-d". Rows of one rule share it; what was proposed
	// and is not law has the key "proposal".
	Key string `json:"key"`
	// Subject says what is ruled. A row with the same Subject and a later From
	// takes the place of this one on that day.
	Subject string `json:"subject"`
	// From is the first day that the value governs, and Until the last. "No
	// date" as From is a value that serves all days held, and as Until one
	// that is in force or whose end is not known.
	From  Date `json:"from,omitzero"`
	Until Date `json:"until,omitzero"`
	// Value is what the law says, in words.
	Value string `json:"value"`
	// Authority is the paragraph. Its Doubt says what is not verified, and its
	// URL is a public page with the text of the days governed, if there is one.
	Authority law.Citation `json:"authority"`
	// Checked is when the value was last held against a text; zero if it never
	// was, which a Doubt then tells. A row with a Doubt may have been checked: the
	// Doubt says what was not found.
	Checked Check `json:"checked,omitzero"`
}

// Verified reports whether nothing of the row is in doubt: the value was read in
// its source, or in a faithful report of it.
func (p Provision) Verified() bool { return p.Authority.Doubt == "" }

// Check is when a value of the law was last held against a text, and which. The
// zero Check is that of a value which never was.
type Check struct {
	// On is the day.
	On Date `json:"on"`
	// Against is the text that was read, such as "the section as of late 2020";
	// empty if it is the source cited, or a report of it of which no record
	// was kept.
	Against string `json:"against,omitempty"`
}

// Provisions completes rows of the law and returns them: a row without a last
// day gets the day before the next row with its Subject, and a citation without a
// URL the page of its source. The rows are the caller's and are changed in place.
func Provisions(rows []Provision) []Provision {
	next := map[string]int{}
	for i := len(rows) - 1; i >= 0; i-- {
		p := &rows[i]
		if n, ok := next[p.Subject]; ok && p.Until.IsZero() && p.From.Before(rows[n].From) && !p.From.IsZero() {
			p.Until = rows[n].From.AddDays(-1)
		}
		next[p.Subject] = i
		if p.Authority.URL == "" {
			last := ""
			if !p.Until.IsZero() {
				last = p.Until.String()
			}
			p.Authority.URL = citation.URL(p.Authority.Cite, last)
		}
	}
	return rows
}
