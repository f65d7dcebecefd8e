package calendar

import (
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Window is a clause that permits an act on some days only, counted from an event:
// "a record date not less than ten nor more than sixty days before the meeting", "a
// date three to five business days after the notice". Either bound may be left out.
// The name and the authority of the answers are those of the bounds.
//
// The zero Window has no bound and is refused. A Window is comparable with ==.
type Window struct {
	// Least leads to the nearest day that is permitted: "not less than ten days". The
	// zero Deadline permits every day up to Most.
	Least Deadline `json:"least,omitzero"`
	// Most leads to the farthest day that is permitted: "not more than sixty days".
	// The zero Deadline sets no such limit.
	Most Deadline `json:"most,omitzero"`
}

// Span is the days that a [Window] permits, or that a [Run] consists of. The zero
// Span has no end and is refused.
type Span struct {
	// First is the first day, and the steps that lead to it; without a date if there
	// is no such limit.
	First Due `json:"first,omitzero"`
	// Last is the last day, and the steps that lead to it; without a date if there is
	// no such limit. It is before First if no day is permitted.
	Last Due `json:"last,omitzero"`
	// Days is the number of days from First to Last, both included: the open days of a
	// Run that counts them, and calendar days otherwise. It is 0 if there is no limit on
	// one side, and if no day is permitted.
	Days int `json:"days,omitempty"`
	// Why names both days, or says that no day is permitted.
	Why law.Reasons `json:"why,omitempty"`
}

// Within is whether a day is in a [Span], and which of its ends it misses.
type Within struct {
	// Within is true if the day is in the span.
	Within bool `json:"within"`
	// Date is the day asked about.
	Date Date `json:"date"`
	// Projected is true if an end of the span rests on days that the calendar's
	// authority has not announced yet.
	Projected bool `json:"projected,omitempty"`
	// Why has a reason for each end that the day misses, or the one that it misses
	// none; and what may still change an end.
	Why law.Reasons `json:"why,omitempty"`
}

// After returns the days permitted after the event. The errors are [law.Faults]: those
// of Validate, and of [Deadline.After] under the bound.
func (w Window) After(event Date) (Span, error) { return w.span(event, 1) }

// Before returns the days permitted before the event. The errors are those of After.
func (w Window) Before(event Date) (Span, error) { return w.span(event, -1) }

func (w *Window) span(event Date, direction int) (Span, error) {
	var fs law.Faults
	w.validate(&fs)
	if event.IsZero() {
		fs.Missing("event")
	}
	if len(fs) > 0 {
		return Span{}, fs
	}
	bound := func(field string, dl Deadline) Due {
		if dl == (Deadline{}) {
			return Due{}
		}
		due, err := dl.explain(event, direction, nil)
		fs.Merge(field, err)
		return due
	}
	var s Span
	s.First, s.Last = bound("least", w.Least), bound("most", w.Most)
	if direction < 0 {
		s.First, s.Last = s.Last, s.First
	}
	if len(fs) > 0 {
		return Span{}, fs
	}
	if !s.First.Date.IsZero() && !s.Last.Date.IsZero() {
		s.Days = max(0, s.Last.Date.Sub(s.First.Date)+1)
	}
	s.conclude(Days)
	return s, nil
}

// conclude says which days the span has, counted in the unit.
func (s *Span) conclude(unit Unit) {
	name, first, last := s.name(), iso(s.First.Date), iso(s.Last.Date)
	if s.Days == 0 && first != "" && last != "" {
		s.Why = law.Reasons{reason(codeWindowNone, s.authority(), "name", name, "first", first, "last", last)}
		return
	}
	days := ""
	if s.Days > 0 {
		days = strconv.Itoa(s.Days)
	}
	s.Why = law.Reasons{reason(codeWindow, s.authority(), "name", name, "first", first, "last", last, "days", days, "unit", string(unit))}
}

func (s *Span) name() string {
	if s.First.Name != "" {
		return s.First.Name
	}
	return s.Last.Name
}

// authority is what the steps cite.
func (s *Span) authority() law.Citation {
	for _, why := range [...]law.Reasons{s.First.Why, s.Last.Why} {
		if len(why) > 0 && why[0].Authority != (law.Citation{}) {
			return why[0].Authority
		}
	}
	return law.Citation{}
}

// Contains answers whether the day is in the span, open or closed, and if it is not,
// which end it misses. The errors are [law.Faults]: no date, a span without an end, or
// text in it that is not UTF-8.
func (s Span) Contains(d Date) (Within, error) {
	var fs law.Faults
	if d.IsZero() {
		fs.Missing("date")
	}
	if s.First.Date.IsZero() && s.Last.Date.IsZero() {
		fs.Missing("first")
		fs.Missing("last")
	}
	s.First.checkText(&fs, "first")
	s.Last.checkText(&fs, "last")
	if len(fs) > 0 {
		return Within{}, fs
	}
	early, late := d.Before(s.First.Date), !s.Last.Date.IsZero() && d.After(s.Last.Date)
	in := Within{Within: !early && !late, Date: d, Projected: s.First.Projected || s.Last.Projected}
	say := func(code law.Code, data ...string) {
		in.Why = append(in.Why, reason(code, s.authority(), append(data, "name", s.name(), "date", iso(d))...))
	}
	first, last := iso(s.First.Date), iso(s.Last.Date)
	if early {
		say(codeWindowEarly, "first", first)
	}
	if late {
		say(codeWindowLate, "last", last)
	}
	if in.Within {
		say(codeWindowWithin, "first", first, "last", last)
	}
	in.Why = append(in.Why, s.First.notes()...)
	for _, note := range s.Last.notes() {
		if !in.Why.Has(note.Code) {
			in.Why = append(in.Why, note)
		}
	}
	return in, nil
}

// notes are the reasons that change nothing, such as that a day is projected.
func (d *Due) notes() law.Reasons {
	var out law.Reasons
	for _, r := range d.Why {
		if r.Bearing == law.BearingNote {
			out = append(out, r)
		}
	}
	return out
}

// checkText is what an answer that repeats the day's own needs.
func (d *Due) checkText(fs *law.Faults, path string) {
	var own law.Faults
	own.Text("name", d.Name)
	if check.Explained(&own, "why", d.Why); len(own) > 0 {
		fs.Merge(path, own)
	}
}

// Validate lists what is wrong with the window itself: no bound, a wrong one, an
// Exclusive one, or a Least that counts more than Most in the same unit. It returns
// [law.Faults], or nil if days can be asked for.
func (w Window) Validate() error {
	var fs law.Faults
	w.validate(&fs)
	return fs.Err()
}

func (w *Window) validate(fs *law.Faults) {
	if *w == (Window{}) {
		fs.Missing("least")
		fs.Missing("most")
	}
	bound := func(field string, dl *Deadline) bool {
		if *dl == (Deadline{}) {
			return false
		}
		fs.Merge(field, dl.Validate())
		if dl.Exclusive {
			check.Empty(fs, field+".exclusive", "true", "a bound is itself permitted; count one day more or less")
		}
		return true
	}
	least, most := bound("least", &w.Least), bound("most", &w.Most)
	if least && most && w.Least.Unit == w.Most.Unit && w.Least.Count > w.Most.Count {
		fs.Add(law.ErrConflict, "least.count", strconv.Itoa(w.Least.Count), "is more than most.count, %d", w.Most.Count)
	}
}

// UnmarshalJSON reads a window strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and w stays as it was.
func (w *Window) UnmarshalJSON(data []byte) error { return law.ReadFields(data, w) }

// Run is a number of consecutive days that ends or begins at a count from an event:
// "the 30 trading days ending on the trading day before", "the ten trading days that
// begin on the third trading day after". [Run.Before] and [Run.After] answer with its
// first and its last day.
//
// The zero Run is refused, since it has no unit. A Run is comparable with ==.
type Run struct {
	// Count is the number of units, 1 or more; both ends are counted.
	Count int `json:"count"`
	// Unit is what is counted: Days, Weeks, Months or Years, which are calendar days
	// from end to end, or BusinessDays or TradingDays.
	Unit Unit `json:"unit"`
	// Calendar says which days are open. It is required for business and trading days,
	// and not used otherwise.
	Calendar Calendar `json:"calendar,omitzero"`
	// From counts from the event to the end of the run that is nearer to it: 1 trading
	// day for "the trading day before", 0 days for the event's own day. Where that day is
	// closed and open days are counted, the run ends on the open day before it, or begins
	// on the one after. Its name and authority are those of the run.
	From Deadline `json:"from"`
}

// Before returns the run that ends before the event, or on it. The errors are
// [law.Faults]: those of Validate and [Deadline.Before], and a day outside the calendar
// or the years 1 to 9999.
func (r Run) Before(event Date) (Span, error) { return r.span(event, -1) }

// After returns the run that begins after the event, or on it. The errors are those of
// Before.
func (r Run) After(event Date) (Span, error) { return r.span(event, 1) }

func (r *Run) span(event Date, direction int) (Span, error) {
	var fs law.Faults
	r.validate(&fs)
	if event.IsZero() {
		fs.Missing("event")
	}
	if len(fs) > 0 {
		return Span{}, fs
	}
	near, err := r.From.explain(event, direction, nil)
	if err != nil {
		fs.Merge("from", err)
		return Span{}, fs
	}
	if err := r.open(&near, direction); err != nil {
		return Span{}, err
	}
	far, err := r.far(near.Date, direction)
	if err != nil {
		return Span{}, err
	}
	end := Due{Name: near.Name, Event: near.Date, Nominal: far, Date: far, Projected: near.Projected}
	data := []string{"count", strconv.Itoa(r.Count), "unit", string(r.Unit)}
	if direction < 0 {
		data = append(data, "ending", iso(near.Date), "first", iso(far))
	} else {
		data = append(data, "beginning", iso(near.Date), "last", iso(far))
	}
	var warning law.Reason
	if r.Unit.onOpenDays() {
		passed, more := r.Calendar.passed(earlier(near.Date, far), later(near.Date, far))
		data = append(data, "calendar", r.Calendar.Name(), "passed", passed, "more", more)
		warning, end.Projected = r.Calendar.projection(far)
	}
	end.Why = law.Reasons{reason(codeRun, r.From.Authority, data...)}
	if warning.Code != "" {
		end.Why = append(end.Why, warning)
	}
	s := Span{First: near, Last: end}
	if direction < 0 {
		s.First, s.Last = end, near
	}
	unit := Days
	if s.Days = s.Last.Date.Sub(s.First.Date) + 1; r.Unit.onOpenDays() {
		s.Days, unit = r.Count, r.Unit
	}
	s.conclude(unit)
	return s, nil
}

// open moves the near end to an open day of the run, where only those are counted.
func (r *Run) open(near *Due, direction int) error {
	if !r.Unit.onOpenDays() {
		return nil
	}
	from, way, find := near.Date, "forward", r.Calendar.OnOrAfter
	if direction < 0 {
		way, find = "back", r.Calendar.OnOrBefore
	}
	to, err := find(from)
	if err != nil {
		return err
	}
	if to != from {
		near.Date = to
		near.Why = append(near.Why, reason(codeRoll, r.From.Authority, "from", iso(from), "closed", r.Calendar.why(from),
			"direction", way, "to", iso(to)))
	}
	if warning, projected := r.Calendar.projection(later(from, to)); projected && !near.Projected {
		near.Projected, near.Why = true, append(near.Why, warning)
	}
	return nil
}

// far is the other end.
func (r *Run) far(near Date, direction int) (Date, error) {
	count := Deadline{Count: r.Count, Unit: r.Unit, Inclusive: true, Calendar: r.Calendar}
	c, err := count.count(near, direction)
	return c.date, err
}

// Validate lists what is wrong with the run itself. It returns [law.Faults], or nil if
// it can be counted.
func (r Run) Validate() error {
	var fs law.Faults
	r.validate(&fs)
	return fs.Err()
}

func (r *Run) validate(fs *law.Faults) {
	check.Positive(fs, "count", r.Count)
	law.OneOf(fs, "unit", r.Unit, Days, Weeks, Months, Years, BusinessDays, TradingDays)
	if r.Unit.onOpenDays() && r.Calendar.IsZero() {
		fs.Missing("calendar")
	}
	fs.Merge("from", r.From.Validate())
}

// UnmarshalJSON reads a run strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and r stays as it was.
func (r *Run) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }

// Replace is [Deadline.Replace] for both bounds.
func (w Window) Replace(old, by Calendar) (Window, error) {
	var fs law.Faults
	to := w
	replace(&fs, "least", &to.Least, old, by)
	replace(&fs, "most", &to.Most, old, by)
	return whole(w, to, fs)
}

// Replace is [Deadline.Replace] for the run and for what leads to it.
func (r Run) Replace(old, by Calendar) (Run, error) {
	var fs law.Faults
	to := r
	replace(&fs, "calendar", &to.Calendar, old, by)
	replace(&fs, "from", &to.From, old, by)
	return whole(r, to, fs)
}
