package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Majority is the part of the votes that carries a consent: more than 51% in
// [MajorityInInterest], or at least two-thirds.
//
// The zero Majority is no threshold and is refused.
type Majority struct {
	// Part is the part of the votes, from none to all.
	Part exact.Fraction `json:"part"`
	// Inclusive is true for "at least" and false for "in excess of".
	Inclusive bool `json:"inclusive,omitempty"`
}

// MajorityInInterest is the threshold of many purchase agreements, "in excess
// of 51%". It is not a simple majority: 50.5% is more than half and fails.
func MajorityInInterest() Majority { return Majority{Part: exact.Fraction{Num: 51, Den: 100}} }

// SimpleMajority is "more than half".
func SimpleMajority() Majority { return Majority{Part: exact.Fraction{Num: 1, Den: 2}} }

// String is "more than 51%" or "at least 2/3".
func (m Majority) String() string {
	words := "more than "
	if m.Inclusive {
		words = "at least "
	}
	return words + m.Part.String()
}

// check records what is wrong with the threshold. More than no votes is one, and at
// least all votes are all of them; the other two let none or all carry.
func (m Majority) check(fs *law.Faults) {
	if m.Inclusive || m.Part.Num != 0 || m.Part.Den <= 0 {
		kernel.CheckFraction(fs, "part", m.Part)
	}
	if m.Part.Num == m.Part.Den && m.Part.Num > 0 && !m.Inclusive {
		fs.Add(law.ErrRange, "part", m.Part.String(), "of the votes cannot be exceeded")
	}
}

// checkVotes records what is wrong with the threshold and the numbers of votes.
func (m Majority) checkVotes(votes, base int64) error {
	var fs law.Faults
	m.check(&fs)
	switch {
	case base == 0:
		fs.Missing("base")
	case base < 0:
		check.NotBelowZero(&fs, "base", base)
	}
	switch {
	case votes < 0:
		check.NotBelowZero(&fs, "votes", votes)
	case votes > base && base > 0:
		fs.Add(law.ErrRange, "votes", strconv.FormatInt(votes, 10), "is above %d, all there are", base)
	}
	return fs.Err()
}

// Needed returns the smallest number of votes that carries, of base votes in
// all: 510,001 of 1,000,000 when it takes more than 51%.
//
// A base of zero and a part left out are law.ErrMissing. A base below zero, a fraction that is
// not from 0 to 1, and thresholds that no votes or all votes meet alike are
// law.ErrRange.
func (m Majority) Needed(base int64) (int64, error) {
	if err := m.checkVotes(0, base); err != nil {
		return 0, err
	}
	return m.needed(base), nil
}

// needed is Needed after the checks. The result is at most base, because the
// threshold is below the whole, or is the whole and inclusive.
func (m Majority) needed(base int64) int64 {
	q, _ := kernel.Divide(kernel.Multiply(uint64(m.Part.Num), uint64(base)), uint64(m.Part.Den))
	if m.Inclusive && q.Exact() {
		return q.Whole
	}
	return q.Whole + 1
}

// Reached reports whether so many votes carry, of base votes in all. Errors are
// those of [Majority.Needed], and law.ErrRange for votes below zero or above base.
func (m Majority) Reached(votes, base int64) (bool, error) {
	if err := m.checkVotes(votes, base); err != nil {
		return false, err
	}
	return votes >= m.needed(base), nil
}
