package restrict

import (
	"encoding/json"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Conditions is a set of Rule 144's lettered conditions.
//
// The zero Conditions is the empty set. In JSON it is a list of letters, such
// as ["c","d"].
type Conditions uint8

// The conditions, by the paragraph of 17 CFR 230.144 that sets them.
const (
	// ConditionC is current public information about the issuer.
	ConditionC Conditions = 1 << iota
	// ConditionD is the holding period of restricted securities.
	ConditionD
	// ConditionE limits the amount sold in three months.
	ConditionE
	// ConditionF is the manner of sale: through brokers or market makers,
	// without solicitation.
	ConditionF
	// ConditionH is the notice on Form 144, above its thresholds.
	ConditionH
	// ConditionI is what (i)(2) requires, at every sale and without end, for stock
	// that was issued by a shell company or a former one: that the issuer reports
	// and has filed its reports of the last twelve months.
	ConditionI
)

// limits are the conditions on how the sale itself is made.
const limits = ConditionE | ConditionF | ConditionH

// letters holds the letter of each bit, lowest first.
const letters = "cdefhi"

// Has reports whether every condition of x is in the set.
func (c Conditions) Has(x Conditions) bool { return c&x == x }

// String is "(c)(d)", and "none" for the empty set. Bits that stand for no
// condition are left out.
func (c Conditions) String() string {
	var b []byte
	for i := range len(letters) {
		if c&(1<<i) != 0 {
			b = append(b, '(', letters[i], ')')
		}
	}
	if b == nil {
		return "none"
	}
	return string(b)
}

// MarshalJSON writes the letters in order. A set with a bit that stands for no
// condition is refused with [law.ErrInvalid].
func (c Conditions) MarshalJSON() ([]byte, error) {
	if c>>len(letters) != 0 {
		var fs law.Faults
		fs.Add(law.ErrInvalid, "conditions", strconv.Itoa(int(c)), "has bits that stand for no condition")
		return nil, fs
	}
	b := []byte{'['}
	for i := range len(letters) {
		if c&(1<<i) == 0 {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(b, '"', letters[i], '"')
	}
	return append(b, ']'), nil
}

// UnmarshalJSON reads what MarshalJSON writes, the letters in any order but
// each at most once; null is the empty set. The error is [law.Faults], and the
// set stays as it was.
func (c *Conditions) UnmarshalJSON(data []byte) error {
	var words []string
	var fs law.Faults
	if err := json.Unmarshal(data, &words); err != nil {
		fs.Add(law.ErrInvalid, "conditions", "", "is not a list of letters")
		return fs
	}
	var set Conditions
	for _, word := range words {
		bit := condition(word)
		switch {
		case bit == 0:
			fs.Add(law.ErrInvalid, "conditions", strconv.Quote(word), "must be one of: c, d, e, f, h, i")
		case set.Has(bit):
			check.Twice(&fs, "conditions", strconv.Quote(word))
		}
		set |= bit
	}
	if len(fs) > 0 {
		return fs
	}
	*c = set
	return nil
}

// condition is the bit of a letter; zero if it is none of the letters.
func condition(word string) Conditions {
	for i := range len(letters) {
		if word == letters[i:i+1] {
			return 1 << i
		}
	}
	return 0
}
