package calendar

import (
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// ReceiptHours says on which day an instant counts where a clause sets hours for it:
// "only between 4:00 and 5:30 p.m. New York time", "as of the Trading Day before, if
// received before the opening", "before the close of trading, and otherwise on the next
// trading day". A [Cutoff] has one end and looks forward; these have two, and may look
// back.
//
// What comes outside the hours, or on a closed day, does not count unless Early, Late
// or Closed says as of which day it does. The zero ReceiptHours has no zone and is
// refused. ReceiptHours are comparable with ==, as a [Cutoff] is.
type ReceiptHours struct {
	// Calendar says which days are open. Without one, every day is.
	Calendar Calendar `json:"calendar,omitzero"`
	// From is when the hours begin; "no time of day" is midnight. That instant itself is
	// within the hours, unless FromExclusive is set: "after 4:00 p.m.".
	From          Clock `json:"from,omitzero"`
	FromExclusive bool  `json:"from_exclusive,omitempty"`
	// FromOpening takes the opening of the day's session in place of From. The calendar
	// must keep hours.
	FromOpening bool `json:"from_opening,omitempty"`
	// Until is when the hours end; without a clock, at midnight. Its zone, which is
	// required, is that of both clocks, and says which day it is.
	Until Cutoff `json:"until"`
	// UntilClose takes the close of the day's session in place of the clock of Until.
	UntilClose bool `json:"until_close,omitempty"`
	// Early is what becomes of an instant before the hours of an open day: Backward
	// counts it as of the open day before. NoRoll does not count it.
	Early Roll `json:"early,omitempty"`
	// Late is what becomes of one after them: Forward counts it as of the next open
	// day. NoRoll does not count it.
	Late Roll `json:"late,omitempty"`
	// Closed is what becomes of one at any hour of a closed day: Forward or Backward
	// counts it as of the nearest open day on that side. NoRoll does not count it.
	Closed Roll `json:"closed,omitempty"`
	// Authority is the contract's section.
	Authority law.Citation `json:"authority,omitzero"`
}

// Counts answers whether the instant counts, and as of which day: Given is false, with
// the reason, if it does not. Event is the day on which it came. The errors are
// [law.Faults]: those of Validate, an instant outside the years 1 to 9999, a day outside
// the calendar, and hours of a session that are not recorded.
func (h ReceiptHours) Counts(at time.Time) (Given, error) {
	if err := h.Validate(); err != nil {
		return Given{}, err
	}
	day, err := Cutoff{Zone: h.Until.Zone}.Day(at)
	if err != nil {
		return Given{}, err
	}
	move := Deadline{Unit: Days, Calendar: h.Calendar, Authority: h.Authority}
	if !h.Calendar.IsZero() {
		move.Unit = BusinessDays
	}
	p, err := h.place(day, at)
	if err != nil {
		return Given{}, err
	}
	direction, code, data := 1, codeHours, p.data
	switch {
	case p.within:
	case p.roll == Backward:
		move.Count, direction = 1, -1
	case p.roll == Forward:
		move.Count = 1
	default:
		code = codeHoursOutside
	}
	due, err := move.explain(day, direction, nil)
	if err != nil {
		return Given{}, err
	}
	if code == codeHours {
		data = append(data, "counts", iso(due.Date))
	} else {
		due.Nominal, due.Date = Date{}, Date{}
	}
	due.Why = append(law.Reasons{reason(code, h.Authority, data...)}, due.notes()...)
	return Given{Given: code == codeHours, Due: due}, nil
}

// placed is where an instant falls, and what becomes of it outside the hours.
type placed struct {
	within bool
	roll   Roll
	data   []string
}

// place says where the instant falls.
func (h *ReceiptHours) place(day Date, at time.Time) (placed, error) {
	days, zone := h.Calendar, h.Until.Zone
	// told is the instant beside the clock that decides, and what else the reason holds.
	told := func(bound Clock, more ...string) []string {
		return append([]string{"at", moment(at, Cutoff{Clock: bound, Zone: zone}), "zone", zone.String()}, more...)
	}
	if !days.IsZero() && !days.IsOpen(day) {
		if !days.Contains(day) {
			return placed{}, days.outside(day)
		}
		return placed{roll: h.Closed, data: told(Clock{}, "calendar", days.Name(), "closed", days.why(day))}, nil
	}
	var fs law.Faults
	var opening, closing time.Time
	session, _ := days.Session(day)
	if h.FromOpening {
		opening = recorded(&fs, "from_opening", day, session.OpenAt())
	}
	if h.UntilClose {
		closing = recorded(&fs, "until_close", day, session.CloseAt())
	}
	if len(fs) > 0 {
		return placed{}, fs
	}
	local := at.In(zone)
	side := func(roll Roll, relation string, bound Clock, session string) (placed, error) {
		return placed{roll: roll, data: told(bound, "relation", relation, "bound", bound.String(), "session", session)}, nil
	}
	early, late := orAt("before", h.FromExclusive), orAt("after", h.Until.Exclusive)
	// What is past the last instant that is too early is not early.
	begin := Cutoff{Clock: h.From, Exclusive: !h.FromExclusive}
	switch {
	case !h.From.IsZero() && !begin.isPast(local):
		return side(h.Early, early, h.From, "")
	case !opening.IsZero() && (local.Before(opening) || h.FromExclusive && local.Equal(opening)):
		return side(h.Early, early, ClockOf(opening.In(zone)), "the opening")
	case h.Until.isPast(local):
		return side(h.Late, late, h.Until.Clock, "")
	case !closing.IsZero() && (local.After(closing) || h.Until.Exclusive && local.Equal(closing)):
		return side(h.Late, late, ClockOf(closing.In(zone)), "the close")
	}
	return placed{within: true, data: told(h.Until.Clock)}, nil
}

// recorded is the opening or the close of a day, unless nobody knows it.
func recorded(fs *law.Faults, field string, day Date, at time.Time) time.Time {
	if at.IsZero() {
		fs.Add(law.ErrUnsupported, field, day.String(), "is a day for which the calendar has no such time on record")
	}
	return at
}

// Validate lists what is wrong with the hours themselves: a missing zone, hours that end
// before they begin, two beginnings or ends, a session without a calendar that keeps
// hours, a roll that cannot be followed. It returns [law.Faults], or nil if instants can
// be held against them.
func (h ReceiptHours) Validate() error {
	var fs law.Faults
	check.Cited(&fs, "authority", h.Authority)
	fs.Merge("until", h.Until.Validate())
	if h.FromOpening && !h.From.IsZero() {
		check.Empty(&fs, "from", h.From.String(), "the hours begin with the opening")
	}
	if h.UntilClose && !h.Until.Clock.IsZero() {
		check.Empty(&fs, "until.clock", h.Until.Clock.String(), "the hours end with the close")
	}
	if !h.From.IsZero() && !h.Until.Clock.IsZero() && h.From.Compare(h.Until.Clock) >= 0 {
		fs.Add(law.ErrConflict, "until.clock", h.Until.Clock.String(), "is not after %s, when the hours begin", h.From)
	}
	if (h.FromOpening || h.UntilClose) && h.Calendar.table().hours == nil {
		fs.Add(law.ErrUnsupported, "calendar", h.Calendar.Name(), "keeps no hours")
	}
	checkRoll(&fs, "early", h.Early, Backward)
	checkRoll(&fs, "late", h.Late, Forward)
	checkRoll(&fs, "closed", h.Closed, Forward, Backward)
	return fs.Err()
}

func checkRoll(fs *law.Faults, field string, roll Roll, allowed ...Roll) {
	if roll != NoRoll {
		law.OneOf(fs, field, roll, allowed...)
	}
}

// UnmarshalJSON reads the hours strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and h stays as it was.
func (h *ReceiptHours) UnmarshalJSON(data []byte) error { return law.ReadFields(data, h) }

// Replace is [Deadline.Replace] for the calendar of the hours.
func (h ReceiptHours) Replace(old, by Calendar) (ReceiptHours, error) {
	var fs law.Faults
	to := h
	replace(&fs, "calendar", &to.Calendar, old, by)
	return whole(h, to, fs)
}
