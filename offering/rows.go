package offering

import (
	"math"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// rowChecker gathers the faults of the rows of a list in which names stand once.
type rowChecker struct {
	check.Rows
	names map[string]int
}

// newRowChecker refuses a list without rows.
func newRowChecker(fs *law.Faults, list string, rows int) rowChecker {
	if rows == 0 {
		fs.Missing(list)
	}
	return rowChecker{check.Rows{List: list}, make(map[string]int, rows)}
}

// name checks the name in the field of row i.
func (c *rowChecker) name(row *law.Faults, field string, i int, name string) {
	checkName(row, field, c.List, c.names, i, name)
}

// addCount adds a count to a sum, and refuses one that takes it past an int64.
// A count below zero has been refused already and adds nothing.
func addCount(fs *law.Faults, field string, sum *int64, n int64, noun string) {
	switch {
	case n < 0:
	case n > math.MaxInt64-*sum:
		fs.Add(law.ErrRange, field, strconv.FormatInt(n, 10), "takes the sum past %d %s", int64(math.MaxInt64), noun)
	default:
		*sum += n
	}
}

// explanation gathers the reasons of one answer under one authority.
type explanation struct {
	authority law.Citation
	why       law.Reasons
}

// add gives a reason under the caller's own authority.
func (e *explanation) add(code law.Code, text string) { e.under(e.authority, code, text) }

// under gives a reason under another authority, such as a paragraph of the law.
func (e *explanation) under(authority law.Citation, code law.Code, text string) {
	e.why = append(e.why, law.Reason{Code: code, Text: text, Authority: authority})
}

// reading names a reading used, under one code if the terms stated it and under
// another if they did not.
func (e *explanation) reading(code, byDefault law.Code, stated bool, text string) {
	if !stated {
		code = byDefault
	}
	e.add(code, text+", "+asStated(stated)+".")
}

// asStated says whether the terms state a reading.
func asStated(stated bool) string {
	if stated {
		return "as the terms say"
	}
	return "because the terms do not say"
}
