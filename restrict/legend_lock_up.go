package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// LockUp is a promise not to sell until a day has passed. Either the contract
// names that day, or it counts days from one such as the date of the final
// prospectus: "for 180 days after".
//
// The zero LockUp is refused.
type LockUp struct {
	// Name is what people call it; it may be empty.
	Name string `json:"name,omitempty"`
	// Until is the last day of the promise, if the contract names it.
	Until calendar.Date `json:"until,omitzero"`
	// From is the day counted from, which is day 0, and Days the number of
	// calendar days. The last of them still binds. Required without Until, and
	// refused with it.
	From calendar.Date `json:"from,omitzero"`
	Days int           `json:"days,omitempty"`
	// Extended is by how many days it was extended as its terms allow, such as
	// around earnings, and MostExtended the most that they allow.
	Extended     int `json:"extended,omitempty"`
	MostExtended int `json:"most_extended,omitempty"`
	// Overall is the most days in all, extensions included; 0 sets no limit.
	Overall int `json:"overall,omitempty"`
	// Waived is the first day free by a waiver; "no date" if there is none.
	// Whether the waiver was given and announced as it must be is not asked.
	Waived calendar.Date `json:"waived,omitzero"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// Free returns the first day on which the lock-up no longer binds: the day
// after its last one, or that of the waiver if it comes first. The day is not
// moved off weekends.
//
// The error is [law.Faults]: a missing day or number, both ways of counting at
// once, a negative number, an extension beyond its limit, or an end after the
// year 9999.
func (l LockUp) Free() (calendar.Date, error) {
	var fs law.Faults
	if l.check(&fs, ""); len(fs) > 0 {
		return calendar.Date{}, fs
	}
	return l.free(), nil
}

func (l *LockUp) free() calendar.Date {
	last := l.Until
	if last.IsZero() {
		last = l.From.AddDays(l.Days + l.Extended)
	}
	free := last.AddDays(1)
	if !l.Waived.IsZero() && l.Waived.Before(free) {
		return l.Waived
	}
	return free
}

// maxLockUpDays is the most days of one count, about 27 years.
const maxLockUpDays = 9999

func (l *LockUp) check(fs *law.Faults, path string) {
	before := len(*fs)
	at := func(field string) string {
		if path == "" {
			return field
		}
		return path + "." + field
	}
	fs.Text(at("name"), l.Name)
	check.Cited(fs, at("authority"), l.Authority)
	for _, n := range []struct {
		field string
		value int
	}{{"days", l.Days}, {"extended", l.Extended}, {"most_extended", l.MostExtended}, {"overall", l.Overall}} {
		if n.value < 0 || n.value > maxLockUpDays {
			fs.Add(law.ErrRange, at(n.field), strconv.Itoa(n.value), "is not from 0 to %d days", maxLockUpDays)
		}
	}
	if !l.Until.IsZero() {
		refused(fs, at("from"), l.From, "until", l.Until.String())
		if l.Days != 0 || l.Extended != 0 || l.MostExtended != 0 || l.Overall != 0 {
			fs.Add(law.ErrConflict, at("days"), "", "are counted although until is %s", l.Until)
		}
	} else {
		required(fs, at("from"), l.From)
		if l.Days == 0 {
			fs.Missing(at("days"))
		}
	}
	if l.Extended > l.MostExtended {
		fs.Add(law.ErrConflict, at("extended"), strconv.Itoa(l.Extended), "is more than most_extended, %d", l.MostExtended)
	}
	if l.Overall > 0 && l.Days+l.Extended > l.Overall {
		fs.Add(law.ErrConflict, at("overall"), strconv.Itoa(l.Overall), "is less than the days counted, %d", l.Days+l.Extended)
	}
	if len(*fs) == before && l.free().IsZero() {
		fs.Add(law.ErrRange, at("from"), l.From.String(), "ends after the year 9999")
	}
}
