package main

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// column reads one cell into a lot. It reports false if the cell cannot be
// read.
type column struct {
	name string
	// set takes the cell's text and, for words, the word that it stands for. It
	// is nil for the id.
	set func(l *lot, cell []byte, word string) bool
	// want says what the cell should look like; empty for words, which the
	// library judges.
	want string
}

// lot is one line of the file.
type lot struct {
	id    cell
	facts restrict.Facts
}

// columns lists what a file can tell of a lot, by the names that the facts
// have in JSON.
func columns() []column {
	const dayWanted = "a day such as 2002-11-25"
	day := func(field func(*restrict.Facts) *calendar.Date) func(*lot, []byte, string) bool {
		return func(l *lot, cell []byte, _ string) bool {
			d, ok := parseDay(cell)
			*field(&l.facts) = d
			return ok
		}
	}
	return []column{
		{name: "id"},
		{"acquired", day(func(f *restrict.Facts) *calendar.Date { return &f.Acquired }), dayWanted},
		{"paid", day(func(f *restrict.Facts) *calendar.Date { return &f.Paid }), dayWanted},
		word("stock", func(f *restrict.Facts) *restrict.Stock { return &f.Stock }),
		word("security", func(f *restrict.Facts) *restrict.Security { return &f.Security }),
		word("affiliate", func(f *restrict.Facts) *restrict.Affiliation { return &f.Affiliate }),
		{"last_affiliate", day(func(f *restrict.Facts) *calendar.Date { return &f.LastAffiliate }), dayWanted},
		{"issued", day(func(f *restrict.Facts) *calendar.Date { return &f.Issued }), dayWanted},
		word("capacity", func(f *restrict.Facts) *restrict.Capacity { return &f.Capacity }),
		{"compensatory", func(l *lot, cell []byte, _ string) bool {
			l.facts.Compensatory = string(cell) == "true"
			return l.facts.Compensatory || string(cell) == "false"
		}, "true or false"},
		word("reporting", func(f *restrict.Facts) *restrict.Reporting { return &f.Issuer.Reporting }),
		{"reporting_since", day(func(f *restrict.Facts) *calendar.Date { return &f.Issuer.ReportingSince }), dayWanted},
		{"reporting_until", day(func(f *restrict.Facts) *calendar.Date { return &f.Issuer.ReportingUntil }), dayWanted},
		word("current", func(f *restrict.Facts) *law.YesNo { return &f.Issuer.Current }),
		word("forms_8_k", func(f *restrict.Facts) *law.YesNo { return &f.Issuer.Forms8K }),
		word("extension", func(f *restrict.Facts) *law.YesNo { return &f.Issuer.Extension }),
		word("public", func(f *restrict.Facts) *law.YesNo { return &f.Issuer.Public }),
		word("shell", func(f *restrict.Facts) *restrict.Shell { return &f.Issuer.Shell }),
		{"shell_since", day(func(f *restrict.Facts) *calendar.Date { return &f.Issuer.ShellSince }), dayWanted},
		{"shell_until", day(func(f *restrict.Facts) *calendar.Date { return &f.Issuer.ShellUntil }), dayWanted},
		word("form_10", func(f *restrict.Facts) *law.YesNo { return &f.Issuer.Form10 }),
		{"form_10_filed", day(func(f *restrict.Facts) *calendar.Date { return &f.Issuer.Form10Filed }), dayWanted},
		word("shell_reports", func(f *restrict.Facts) *law.YesNo { return &f.Issuer.ShellReports }),
	}
}

// word is a column of words. Which ones there are is for the library to say,
// and it says so in the answer.
func word[S ~string](name string, field func(*restrict.Facts) *S) column {
	return column{name: name, set: func(l *lot, _ []byte, word string) bool {
		*field(&l.facts) = S(word)
		return true
	}}
}

func columnNames() []string {
	var names []string
	for _, c := range columns() {
		names = append(names, c.name)
	}
	return names
}

// parseDay reads "2002-11-25" without making a string of it.
func parseDay(cell []byte) (calendar.Date, bool) {
	if len(cell) != len("2002-11-25") || cell[4] != '-' || cell[7] != '-' {
		return calendar.Date{}, false
	}
	n := 0
	for i, c := range cell {
		if i == 4 || i == 7 {
			continue
		}
		if c < '0' || c > '9' {
			return calendar.Date{}, false
		}
		n = n*10 + int(c-'0')
	}
	return civil(n)
}

// civil makes a day of a number such as 20021125.
func civil(n int) (calendar.Date, bool) {
	d, err := calendar.NewDate(n/10_000, time.Month(n/100%100), n%100)
	return d, err == nil
}

// appendDay writes a day as a cell; "no date" is an empty one.
func appendDay(b []byte, d calendar.Date) []byte {
	if d.IsZero() {
		return b
	}
	year, month, day := d.Civil()
	digits := func(n int) { b = append(b, byte('0'+n/10), byte('0'+n%10)) }
	digits(year / 100)
	digits(year % 100)
	b = append(b, '-')
	digits(int(month))
	b = append(b, '-')
	digits(day)
	return b
}
