package calendar

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Period is the time from one day to another, as a contract states it: "since
// December 31, 2001 and prior to the date of this Agreement", or the time for which a
// representation survives. Either end may be open: representations that "shall
// survive the closing" without more have no last day.
//
// Whether a day named counts is never assumed, since one contract reads "since
// December 31" with that day and another without it. The zero Period has no end at
// all and is refused. A Period is comparable with ==.
type Period struct {
	// From is the day at which the period begins; "no date" if it has no beginning.
	From Date `json:"from,omitzero"`
	// FromIncluded says whether From itself is in the period: yes for "on or after"
	// and "from and including", no for "after". It is required with From.
	FromIncluded law.YesNo `json:"from_included,omitempty"`
	// Until is the day at which the period ends; "no date" if it has no end.
	Until Date `json:"until,omitzero"`
	// UntilIncluded says whether Until itself is in the period: yes for "through"
	// and "on or before", no for "prior to" and "to but excluding". It is required
	// with Until.
	UntilIncluded law.YesNo `json:"until_included,omitempty"`
}

// Contains reports whether the day is in the period. The error is [law.Faults]: no
// date, or what Validate lists.
func (p Period) Contains(d Date) (bool, error) {
	var fs law.Faults
	p.validate(&fs)
	if d.IsZero() {
		fs.Missing("date")
	}
	first, last := p.bounds()
	return len(fs) == 0 && first <= d.n && d.n <= last, fs.Err()
}

// Days returns the number of calendar days in the period, as interest is counted "from and
// including" one day "to but excluding" another. The error is [law.Faults]: an end that
// is open, or what Validate lists.
func (p Period) Days() (int, error) {
	var fs law.Faults
	p.validate(&fs)
	if len(fs) == 0 && p.From.IsZero() {
		fs.Missing("from")
	}
	if len(fs) == 0 && p.Until.IsZero() {
		fs.Missing("until")
	}
	first, last := p.bounds()
	if err := fs.Err(); err != nil {
		return 0, err
	}
	return int(last-first) + 1, nil
}

// Validate lists what is wrong with the period itself: no end at all, an end of which
// is not stated whether it counts, or no day in it. It returns [law.Faults], or nil if
// a day can be held against it.
func (p Period) Validate() error {
	var fs law.Faults
	p.validate(&fs)
	return fs.Err()
}

func (p Period) validate(fs *law.Faults) {
	if p.From.IsZero() && p.Until.IsZero() {
		fs.Missing("from")
		fs.Missing("until")
	}
	checkEnd(fs, "from_included", p.FromIncluded, p.From)
	checkEnd(fs, "until_included", p.UntilIncluded, p.Until)
	first, last := p.bounds()
	if len(*fs) > 0 || first <= last {
		return
	}
	switch {
	case p.Until.IsZero():
		fs.Add(law.ErrConflict, "from", p.From.String(), "leaves no day in the period")
	case p.From.IsZero():
		fs.Add(law.ErrConflict, "until", p.Until.String(), "leaves no day in the period")
	default:
		fs.Add(law.ErrConflict, "until", p.Until.String(), "leaves no day in a period %s", p.beginning())
	}
}

// checkEnd records an end of which is not stated whether its day counts, and a
// statement about an end that is open.
func checkEnd(fs *law.Faults, field string, included law.YesNo, day Date) {
	switch {
	case !day.IsZero():
		law.OneOf(fs, field, included, law.Yes, law.No)
	case included != "":
		check.Empty(fs, field, strconv.Quote(string(included)), "the period has no such day")
	}
}

// bounds are the numbers of the first and the last day in the period.
func (p Period) bounds() (first, last int32) {
	first, last = 1, lastDay
	if !p.From.IsZero() {
		first = p.From.n
		if p.FromIncluded != law.Yes {
			first++
		}
	}
	if !p.Until.IsZero() {
		last = p.Until.n
		if p.UntilIncluded != law.Yes {
			last--
		}
	}
	return first, last
}

// UnmarshalJSON reads a period strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and p stays as it was.
func (p *Period) UnmarshalJSON(data []byte) error { return law.ReadFields(data, p) }
