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
func NotBelowZero(fs *law.Faults, field string, n int64) bool {
	if n < 0 {
		fs.Add(law.ErrRange, field, strconv.FormatInt(n, 10), "is below zero")
	}
	return n >= 0
}

// Positive records a fault unless the count is above zero, and reports whether it is.
// Zero counts as left out.
func Positive(fs *law.Faults, field string, n int64) bool {
	if n == 0 {
		fs.Add(law.ErrMissing, field, "", "is required and must be above zero")
	}
	return NotBelowZero(fs, field, n) && n > 0
}
