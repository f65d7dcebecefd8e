package exact

import (
	"cmp"
	"fmt"
	"math"
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// Mixed is an exact number of shares or other units, a mixed number: Whole + Num ÷
// Den, as 33,333 1/3 is Mixed{33333, 1, 3}. Results give it in lowest terms, a whole
// number with Num 0 and Den 1, so equal numbers are equal with ==.
//
// The zero Mixed is no number: Den is never 0 in a number.
type Mixed struct {
	// Whole is the whole part, never below zero.
	Whole int64 `json:"whole"`
	// Num is the numerator of the rest, from 0 up to Den - 1.
	Num int64 `json:"num"`
	// Den is the denominator of the rest, at least 1.
	Den int64 `json:"den"`
}

// String is such as "33333 1/3", "2/3" or "1000"; "not known" for the zero Mixed.
func (m Mixed) String() string {
	if m == (Mixed{}) {
		return "not known"
	}
	return string(m.Append(nil, strconv.AppendInt(nil, m.Whole, 10)))
}

// Append adds the number to the text, with the whole part as the caller wrote it. A
// whole part of zero is left out beside a fraction.
func (m Mixed) Append(b, whole []byte) []byte {
	if m.Num == 0 {
		return append(b, whole...)
	}
	if m.Whole != 0 {
		b = append(append(b, whole...), ' ')
	}
	b = append(strconv.AppendInt(b, m.Num, 10), '/')
	return strconv.AppendInt(b, m.Den, 10)
}

// Round returns the whole number that the rule takes for the number.
//
// A number with parts outside the limits that their comments give is law.ErrRange,
// and so is a result past an int64; a word that is no rule is refused as by
// [Rounding.Check].
func (m Mixed) Round(r Rounding) (int64, error) {
	var fs law.Faults
	r.Check(&fs, "rounding")
	if m.Whole < 0 || m.Num < 0 || m.Num >= m.Den {
		fs.Add(law.ErrRange, "number", fmt.Sprintf("{%d %d %d}", m.Whole, m.Num, m.Den),
			"is not a whole part of at least 0 with a proper fraction")
	}
	if len(fs) > 0 {
		return 0, fs
	}
	if m.Num == 0 || !r.Upper(cmp.Compare(m.Num, m.Den-m.Num), m.Whole&1 == 1) {
		return m.Whole, nil
	}
	if m.Whole == math.MaxInt64 {
		fs.Add(law.ErrRange, "number", m.String(), "rounds past the largest int64")
		return 0, fs
	}
	return m.Whole + 1, nil
}

// UnmarshalJSON reads a mixed number strictly: what is unknown, in other letters,
// given twice or not to be read is [law.Faults] with the path of each, and m stays as
// it was.
func (m *Mixed) UnmarshalJSON(data []byte) error { return law.ReadFields(data, m) }
