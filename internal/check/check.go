// Package check holds what every room checks in the same way, and refuses in the same
// words, of what it is given.
package check

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// MostRows is how many faulty rows of one list are named. A million of them must not
// become a million messages.
const MostRows = 100

// Rows gathers the faults of the rows of a list: the first hundred faulty rows are
// named, and the others counted. Rows{List: "orders"} is ready for use.
type Rows struct {
	// List is the path of the list.
	List   string
	faulty int
}

// Add records the faults of row i, under its path.
func (r *Rows) Add(fs *law.Faults, i int, row law.Faults) {
	if len(row) > 0 && r.Name() {
		fs.Merge(At(r.List, i), row)
	}
}

// Name counts a faulty row, and reports whether it is one of those to be named. It is
// for a caller who names rows otherwise than Add does.
func (r *Rows) Name() bool {
	r.faulty++
	return r.faulty <= MostRows
}

// Faulty reports whether there was a faulty row.
func (r *Rows) Faulty() bool { return r.faulty > 0 }

// Close records how many faulty rows are not named.
func (r *Rows) Close(fs *law.Faults) {
	switch more := r.faulty - MostRows; {
	case more == 1:
		fs.Add(law.ErrInvalid, r.List, "", "has 1 more faulty row")
	case more > 1:
		fs.Add(law.ErrInvalid, r.List, "", "has %d more faulty rows", more)
	}
}

// At is the path of a row of a list: "orders[2]".
func At(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// NotBelowZero records a fault if the count is below zero, and reports whether it is
// not.
func NotBelowZero[N int | int64](fs *law.Faults, field string, n N) bool {
	if n < 0 {
		fs.Add(law.ErrRange, field, strconv.FormatInt(int64(n), 10), "is below zero")
	}
	return n >= 0
}

// Positive records a fault unless the count is above zero, and reports whether it is.
// Zero counts as left out.
func Positive[N int | int64](fs *law.Faults, field string, n N) bool {
	if n == 0 {
		fs.Add(law.ErrMissing, field, "", "is required and must be above zero")
	}
	return NotBelowZero(fs, field, n) && n > 0
}

// Within records a fault unless the number is from least to most, and reports whether
// it is.
func Within[N int | int64](fs *law.Faults, field string, n, least, most N) bool {
	within := least <= n && n <= most
	if !within {
		fs.Add(law.ErrRange, field, strconv.FormatInt(int64(n), 10), "is not from %d to %d", least, most)
	}
	return within
}

// AtMost records a fault if a list has more than that many entries, and reports
// whether it has not.
func AtMost(fs *law.Faults, list string, n, most int) bool {
	if n > most {
		fs.Add(law.ErrRange, list, strconv.Itoa(n), "are more than %d", most)
	}
	return n <= most
}

// Twice records that the value, which must be the only one of its kind, is given twice.
func Twice(fs *law.Faults, field, value string) {
	fs.Add(law.ErrDuplicate, field, value, "is given twice")
}

// Although records that the value has no meaning where another field holds what it does.
func Although[S ~string](fs *law.Faults, field, value, other string, holds S) {
	fs.Add(law.ErrConflict, field, value, "is given although %s is %q", other, string(holds))
}

// Empty records that the value is given where it has no meaning, and why.
func Empty(fs *law.Faults, field, value, why string) {
	fs.Add(law.ErrConflict, field, value, "must be empty: "+why)
}

// Outside records that a day is outside a calendar.
func Outside(fs *law.Faults, field, day, calendar string) {
	fs.Add(law.ErrRange, field, day, "is outside the %s calendar", calendar)
}
