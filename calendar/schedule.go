package calendar

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Schedule is a rule that names a day of each month, of some months or of each week,
// and counts from it: "the last business day of each quarter", "the 15th of each month,
// modified following", "the first Friday", "within 45 days after the end of each
// quarter".
//
// In each month it names either the day of that number or the n-th of a weekday; in each
// week, a weekday. Count leads from the day named to the day due.
//
// The zero Schedule is refused, since it has no unit. A Schedule is comparable with ==.
type Schedule struct {
	// Every is how many units lie between two of the days named: 1 week; or 1, 2, 3, 4, 6
	// or 12 months.
	Every int `json:"every"`
	// Unit is Weeks or Months.
	Unit Unit `json:"unit"`
	// Month is a month with such a day, of those from which the others are counted: March
	// for calendar quarters. It is required if Every is more than one month, and must
	// otherwise be left out.
	Month time.Month `json:"month,omitempty"`
	// Day is the number of the day in its month, from 1 to 31. The last day of a shorter
	// month is taken for one that it does not have, so that 31 is the last of every
	// month.
	Day int `json:"day,omitempty"`
	// Weekday is the day of the week, "Monday" to "Sunday": a month's Nth, or each
	// week's.
	Weekday string `json:"weekday,omitempty"`
	// Nth is which weekday of the month is named: 1 to 4, or -1 for the last.
	Nth int `json:"nth,omitempty"`
	// Count leads from the day named to the day due, and has the name and the authority
	// of the answers. 0 days with a Roll moves a day that is closed. The zero Deadline
	// leaves the day named as it is.
	Count Deadline `json:"count,omitzero"`
	// Back counts back from the day named: "the third trading day before month end".
	Back bool `json:"back,omitempty"`
}

// mostListed is how many days one answer lists: those of a weekly schedule in 191
// years.
const mostListed = 10_000

// Year returns the days due for each day named in the year, in their order. Counted
// forward from December, a day due may fall into the next year; counted back from
// January, into the one before. The errors are [law.Faults]: those of Validate, a year
// outside 1 to 9999, and those of [Deadline.After] for the count.
func (s Schedule) Year(year int) ([]Due, error) {
	var fs law.Faults
	s.validate(&fs)
	if check.Within(&fs, "year", year, 1, 9999); len(fs) > 0 {
		return nil, fs
	}
	var out []Due
	start := s.slot(fromCivil(year, time.January, 1))
	for i := start; ; i++ {
		named := s.named(i)
		if named.IsZero() && i > start || named.Year() > year {
			return out, nil
		}
		if named.Year() < year {
			continue
		}
		due, err := s.explain(named)
		if err != nil {
			return nil, err
		}
		out = append(out, due)
	}
}

// Between returns the days due from the first date to the last, both included, in their
// order. A Count may lead to one day from two that are named; both are listed. The errors
// are [law.Faults]: those of Validate, a date that is missing, more than 10,000 days, and
// those of [Deadline.After] for the days listed and for those beside them, since it must
// be known that they are none.
func (s Schedule) Between(from, to Date) ([]Due, error) {
	var fs law.Faults
	s.validate(&fs)
	if from.IsZero() {
		fs.Missing("from")
	}
	if to.IsZero() {
		fs.Missing("to")
	}
	if len(fs) > 0 {
		return nil, fs
	}
	i, err := s.beyond(from.AddDays(-1))
	if err != nil {
		return nil, err
	}
	var out []Due
	for ; ; i++ {
		named := s.named(i)
		if named.IsZero() {
			return out, nil
		}
		past, err := s.isAfter(named, to)
		if err != nil {
			return nil, err
		}
		if past {
			return out, nil
		}
		if len(out) == mostListed {
			fs.Add(law.ErrRange, "to", to.String(), "is more than %d days of the schedule after %s", mostListed, from)
			return nil, fs
		}
		due, err := s.explain(named)
		if err != nil {
			return nil, err
		}
		out = append(out, due)
	}
}

// Next returns the first day due after the date. The errors are [law.Faults]: those of
// Validate, no date, a day outside the years 1 to 9999, and those of [Deadline.After] for
// that day and for those beside it.
func (s Schedule) Next(after Date) (Due, error) { return s.beside("after", after, after, 0) }

// Prev returns the last day due before the date. The errors are those of Next.
func (s Schedule) Prev(before Date) (Due, error) {
	return s.beside("before", before, before.AddDays(-1), -1)
}

// beside is the day due so many places from the first one after a date.
func (s *Schedule) beside(field string, asked, after Date, places int) (Due, error) {
	var fs law.Faults
	s.validate(&fs)
	if asked.IsZero() {
		fs.Missing(field)
	}
	if len(fs) > 0 {
		return Due{}, fs
	}
	i, err := s.beyond(after)
	if err != nil {
		return Due{}, err
	}
	named := s.named(i + places)
	if named.IsZero() {
		fs.Add(law.ErrRange, field, asked.String(), "leaves no such day in the years 1 to 9999")
		return Due{}, fs
	}
	return s.explain(named)
}

// The days named are numbered from the year 0 on, one a slot: a week from a Monday, or
// as many months as lie between two of them.

// slot is that of the week or the months in which a day lies.
func (s *Schedule) slot(d Date) int {
	if s.Unit == Weeks {
		return int(d.n+6) / 7
	}
	year, month, _ := d.Civil()
	return (12*year + int(month) - 1 + s.Every - s.offset()) / s.Every
}

// offset is the first month of the year with a day named, January being 0.
func (s *Schedule) offset() int {
	if s.Month == 0 {
		return 0
	}
	return int(s.Month-1) % s.Every
}

// named is the day named in a slot; "no date" outside the years 1 to 9999.
func (s *Schedule) named(slot int) Date {
	if s.Unit == Weeks {
		return numberedDay(7*(slot-1) + 1 + (int(s.weekday())+6)%7)
	}
	months := (slot-1)*s.Every + s.offset()
	year, month := months/12, time.Month(months%12+1)
	if months < 12 || year > 9999 {
		return Date{}
	}
	if s.Weekday == "" {
		return fromCivil(year, month, min(s.Day, daysIn(year, month)))
	}
	if s.Nth < 0 {
		last := fromCivil(year, month, daysIn(year, month))
		return last.AddDays(-((int(last.Weekday()-s.weekday()) + 7) % 7))
	}
	first := fromCivil(year, month, 1)
	return first.AddDays((int(s.weekday()-first.Weekday())+7)%7 + 7*(s.Nth-1))
}

// numberedDay is the day of that number, "no date" if there is none.
func numberedDay(n int) Date {
	if n < 1 || n > lastDay {
		return Date{}
	}
	return Date{int32(n)} // #nosec G115 -- checked above
}

// beyond is the slot of the first day due after a date. Days due come in the order of
// those named, since no Count that is allowed leads from a later day to an earlier one.
func (s *Schedule) beyond(d Date) (int, error) {
	i := s.slot(later(d, Date{1}))
	for ; ; i-- {
		named := s.named(i)
		if named.IsZero() {
			break
		}
		past, err := s.isAfter(named, d)
		if err != nil {
			return 0, err
		}
		if !past {
			break
		}
	}
	for i++; ; i++ {
		named := s.named(i)
		if named.IsZero() {
			return i, nil
		}
		if past, err := s.isAfter(named, d); past || err != nil {
			return i, err
		}
	}
}

// isAfter reports whether the day due for a day named is after a date. It does not ask
// for a day due where the direction of the count answers already: the calendar may not
// know it.
func (s *Schedule) isAfter(named, d Date) (bool, error) {
	switch count := &s.Count; {
	case named.After(d) && !s.Back && !count.Exclusive && (count.Roll == NoRoll || count.Roll == Forward):
		return true, nil
	case !named.After(d) && (s.Back || count.Count == 0) && !count.RollEvent && (count.Roll == NoRoll || count.Roll == Backward):
		return false, nil
	}
	due, err := s.due(named)
	if err == nil {
		return due.After(d), nil
	}
	// A day before the calendar's first leads to none that is later than that day does.
	if first := s.Count.Calendar.First(); named.Before(first) {
		if edge, atFirst := s.due(first); atFirst == nil && !edge.After(d) {
			return false, nil
		}
	}
	return false, err
}

// due is the day due for a day named, without the explanation.
func (s *Schedule) due(named Date) (Date, error) {
	switch {
	case s.Count == (Deadline{}):
		return named, nil
	case s.Back:
		return s.Count.DateBefore(named)
	}
	return s.Count.DateAfter(named)
}

func (s *Schedule) explain(named Date) (Due, error) {
	month := ""
	if s.Unit == Months {
		month = named.Month().String() + " " + strconv.Itoa(named.Year())
	}
	why := law.Reasons{reason(codeSchedule, s.Count.Authority, "which", s.which(), "month", month, "day", iso(named))}
	if s.Weekday == "" && s.Day < 31 && named.Day() != s.Day {
		why = append(why, reason(codeClipped, s.Count.Authority, "month", named.Month().String(), "day", strconv.Itoa(s.Day)))
	}
	if s.Count == (Deadline{}) {
		return Due{Event: named, Nominal: named, Date: named, Why: why}, nil
	}
	direction := 1
	if s.Back {
		direction = -1
	}
	due, err := s.Count.explain(named, direction, nil)
	if err != nil {
		return Due{}, err
	}
	due.Why = append(why, due.Why...)
	return due, nil
}

// weekday is the day of the week that is named, -1 if it is none.
func (s *Schedule) weekday() time.Weekday {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if day.String() == s.Weekday {
			return day
		}
	}
	return -1
}

// Validate lists what is wrong with the schedule itself: a unit or a number that it does
// not have, no day named or two, a wrong Count or one in settlement periods, which differ
// from day to day. It returns [law.Faults], or nil if days can be asked for.
func (s Schedule) Validate() error {
	var fs law.Faults
	s.validate(&fs)
	return fs.Err()
}

func (s *Schedule) validate(fs *law.Faults) {
	law.OneOf(fs, "unit", s.Unit, Weeks, Months)
	if s.Unit == Weeks {
		s.checkWeekly(fs)
	} else {
		s.checkMonthly(fs)
	}
	if s.Weekday != "" || s.Unit == Weeks {
		checkWeekday(fs, s.Weekday)
	}
	if s.Count == (Deadline{}) {
		return
	}
	fs.Merge("count", s.Count.Validate())
	if s.Count.Unit == SettlementPeriods {
		fs.Add(law.ErrUnsupported, "count.unit", string(s.Count.Unit), "differ from day to day, and cannot be counted in a schedule")
	}
}

func (s *Schedule) checkWeekly(fs *law.Faults) {
	const why = "the unit is weeks"
	check.Within(fs, "every", s.Every, 1, 1)
	for _, f := range [...]struct {
		field string
		given int
	}{{"month", int(s.Month)}, {"day", s.Day}, {"nth", s.Nth}} {
		if f.given != 0 {
			check.Empty(fs, f.field, strconv.Itoa(f.given), why)
		}
	}
}

func (s *Schedule) checkMonthly(fs *law.Faults) {
	if check.Positive(fs, "every", s.Every) && (s.Every > 12 || 12%s.Every != 0) {
		fs.Add(law.ErrRange, "every", strconv.Itoa(s.Every), "is not one of 1, 2, 3, 4, 6 and 12, which divide a year")
	}
	switch {
	case s.Every > 1:
		check.Within(fs, "month", int(s.Month), 1, 12)
	case s.Month != 0:
		check.Empty(fs, "month", strconv.Itoa(int(s.Month)), "every month has such a day")
	}
	switch {
	case s.Weekday == "" && s.Nth == 0:
		check.Within(fs, "day", s.Day, 1, 31)
	case s.Day != 0:
		check.Empty(fs, "day", strconv.Itoa(s.Day), "a weekday is named")
	case s.Weekday == "":
		fs.Missing("weekday")
	case s.Nth != -1:
		check.Within(fs, "nth", s.Nth, 1, 4)
	}
}

// checkWeekday records what is no day of the week.
func checkWeekday(fs *law.Faults, name string) {
	law.OneOf(fs, "weekday", name, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}

// UnmarshalJSON reads a schedule strictly: a word that is no day of the week, and what is unknown, in
// other letters, given twice or not to be read, is [law.Faults] with the path of each, and s stays as
// it was.
func (s *Schedule) UnmarshalJSON(data []byte) error {
	return law.ReadFields(data, s, func(s *Schedule, fs *law.Faults) {
		if s.Weekday != "" {
			checkWeekday(fs, s.Weekday)
		}
	})
}

// Replace is [Deadline.Replace] for the count.
func (s Schedule) Replace(old, by Calendar) (Schedule, error) {
	var fs law.Faults
	to := s
	replace(&fs, "count", &to.Count, old, by)
	return whole(s, to, fs)
}
