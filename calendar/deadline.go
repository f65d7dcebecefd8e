package calendar

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Unit is what a deadline counts. The zero Unit is refused.
type Unit string

const (
	// Days are calendar days, open or not.
	Days Unit = "days"
	// Weeks are seven calendar days each.
	Weeks Unit = "weeks"
	// Months run to the same-numbered day, or to the last day of a shorter
	// month.
	Months Unit = "months"
	// Years are twelve months each.
	Years Unit = "years"
	// BusinessDays are the open days of the deadline's calendar.
	BusinessDays Unit = "business days"
	// TradingDays are counted as BusinessDays are; the word is the one to use
	// when the calendar is an exchange's.
	TradingDays Unit = "trading days"
	// SettlementPeriods are as many open days of the deadline's calendar as
	// the market's standard settlement cycle has on the day of the event: a
	// reference to the law, not a number.
	SettlementPeriods Unit = "standard settlement periods"
)

func (Unit) all() []Unit {
	return []Unit{Days, Weeks, Months, Years, BusinessDays, TradingDays, SettlementPeriods}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (u *Unit) UnmarshalText(text []byte) error {
	return law.ReadWord(u, text, u.all()...)
}

// onOpenDays reports whether the unit counts the open days of a calendar.
func (u Unit) onOpenDays() bool {
	return u == BusinessDays || u == TradingDays || u == SettlementPeriods
}

// Roll says what becomes of a day counted to that turns out to be closed. The
// zero Roll is [NoRoll].
type Roll string

const (
	// NoRoll lets a closed day stand.
	NoRoll Roll = ""
	// Forward moves to the next open day.
	Forward Roll = "forward"
	// Backward moves to the open day before.
	Backward Roll = "backward"
	// ModifiedForward moves forward unless that leaves the month, and then
	// backward.
	ModifiedForward Roll = "modified forward"
	// ModifiedBackward moves backward unless that leaves the month, and then
	// forward.
	ModifiedBackward Roll = "modified backward"
)

func (Roll) all() []Roll {
	return []Roll{Forward, Backward, ModifiedForward, ModifiedBackward}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *Roll) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// Deadline is a rule that counts from an event to the last day on which an act
// is in time: "within three business days after", "no later than the date
// prior to". It is plain data, to be printed, compared, stored as JSON, and
// replaced by a contract's own terms.
//
// The zero Deadline is refused, since it has no unit.
type Deadline struct {
	// Name is what the deadline is for, such as "Form D"; it begins the
	// sentences of the explanation and may be empty.
	Name string `json:"name,omitempty"`
	// Count is the number of units, 0 or more. 0 business days is the event's
	// own day, or the next open day with Roll Forward. A literal that leaves it
	// out counts 0; JSON that leaves it out is refused, and it is always written.
	Count int `json:"count" strict:"required"`
	// Unit is what is counted.
	Unit Unit `json:"unit"`
	// Roll says what happens if the day counted to is closed. Business and
	// trading days always end on an open one unless Count is 0.
	Roll Roll `json:"roll,omitempty"`
	// RollEvent takes an event on a closed day as happening on the next open
	// day, which is then day 0. Otherwise that next open day is already day 1.
	RollEvent bool `json:"roll_event,omitempty"`
	// Exclusive makes the day counted to itself too late: "before the third
	// day", not "on or before". The last day in time is then the day before
	// it, or the open day before it if open days are counted.
	Exclusive bool `json:"exclusive,omitempty"`
	// Calendar says which days are open. It is required for business and
	// trading days and settlement periods, for a Roll and for RollEvent, and
	// not used otherwise.
	Calendar Calendar `json:"calendar,omitzero"`
	// Cutoff says on which day an instant counts as an event. Only
	// AfterReceipt uses it, but a zone that a Cutoff refuses is refused by all.
	Cutoff Cutoff `json:"cutoff,omitzero"`
	// Authority is the paragraph of the law or contract that sets the deadline.
	Authority law.Citation `json:"authority,omitzero"`
}

// Due is the day that a deadline yields, and how.
type Due struct {
	// Name is the deadline's.
	Name string `json:"name,omitempty"`
	// Event is the day from which it was counted.
	Event Date `json:"event"`
	// Nominal is the day counted to, before any roll.
	Nominal Date `json:"nominal"`
	// Date is the last day in time, or the day itself for rules that name one
	// day.
	Date Date `json:"date"`
	// Projected is true if the answer rests on days that the calendar's
	// authority has not announced yet.
	Projected bool `json:"projected,omitempty"`
	// Why lists the steps.
	Why law.Reasons `json:"why,omitempty"`
}

// After counts forward from the event. The errors are [law.Faults]: a rule
// that contradicts itself, a missing event, or a day outside the calendar or
// the years 1 to 9999.
func (dl Deadline) After(event Date) (Due, error) { return dl.explain(event, 1) }

// AfterReceipt counts forward from the day on which the instant counts by the
// deadline's Cutoff. The errors are those of After and of [Cutoff.Day].
func (dl Deadline) AfterReceipt(at time.Time) (Due, error) {
	event, past, err := dl.Cutoff.day(at)
	if err != nil {
		return Due{}, err
	}
	due, err := dl.After(event)
	if err != nil {
		return Due{}, err
	}
	due.Why = append(law.Reasons{reason(codeReceipt, dl.Authority, dl.Cutoff.data(at, event, past)...)}, due.Why...)
	return due, nil
}

// Before counts back from the event. The errors are those of After.
func (dl Deadline) Before(event Date) (Due, error) { return dl.explain(event, -1) }

// DateAfter is [Deadline.After] without the explanation, for bulk use. It does
// not allocate, and is never another day than After's.
func (dl Deadline) DateAfter(event Date) (Date, error) {
	c, err := dl.count(event, 1)
	return c.date, err
}

// DateBefore is [Deadline.Before] without the explanation.
func (dl Deadline) DateBefore(event Date) (Date, error) {
	c, err := dl.count(event, -1)
	return c.date, err
}

// counted holds the days that a count passes through.
type counted struct {
	start   Date // the event, rolled to an open day if so asked: day 0
	nominal Date // the day counted to
	rolled  Date // after the roll
	date    Date // the last day in time
}

// count does the arithmetic; explain only tells of it.
func (dl *Deadline) count(event Date, direction int) (counted, error) {
	if !dl.sound() || event.IsZero() {
		return counted{}, dl.faults(event)
	}
	var c counted
	var err error
	c.start = event
	if dl.RollEvent {
		if c.start, err = dl.Calendar.OnOrAfter(event); err != nil {
			return counted{}, err
		}
	}
	if c.nominal, err = dl.shift(c.start, direction*dl.Count); err != nil {
		return counted{}, err
	}
	if c.rolled, err = dl.Roll.roll(dl.Calendar, c.nominal); err != nil {
		return counted{}, err
	}
	c.date = c.rolled
	if dl.Exclusive {
		one := Deadline{Unit: Days, Calendar: dl.Calendar}
		if dl.Unit.onOpenDays() {
			one.Unit = BusinessDays
		}
		if c.date, err = one.shift(c.rolled, -1); err != nil {
			return counted{}, err
		}
	}
	return c, nil
}

// shift moves by n units.
func (dl *Deadline) shift(d Date, n int) (Date, error) {
	var to Date
	switch dl.Unit {
	case BusinessDays, TradingDays:
		return dl.Calendar.Add(d, n)
	case SettlementPeriods:
		days, err := dl.settlementDays(d, n)
		if err != nil {
			return Date{}, err
		}
		return dl.Calendar.Add(d, days)
	case Days:
		to = d.AddDays(n)
	case Weeks:
		if n >= -lastDay && n <= lastDay {
			to = d.AddDays(7 * n)
		}
	case Months:
		to, _ = d.AddMonths(n)
	case Years:
		to, _ = d.AddYears(n)
	}
	if to.IsZero() {
		var fs law.Faults
		fs.Add(law.ErrRange, "count", strconv.Itoa(n), "%s from %s leaves the years 1 to 9999", dl.Unit, d)
		return Date{}, fs
	}
	return to, nil
}

// roll moves a closed day to an open one.
func (r Roll) roll(c Calendar, d Date) (Date, error) {
	if r == NoRoll {
		return d, nil
	}
	if !c.Contains(d) {
		return Date{}, c.outside(d)
	}
	if c.IsOpen(d) {
		return d, nil
	}
	back := r == Backward || r == ModifiedBackward
	to, err := c.toward(d, back)
	if (r == ModifiedForward || r == ModifiedBackward) && (err != nil || to.Month() != d.Month()) {
		return c.toward(d, !back)
	}
	return to, err
}

// toward is the nearest open day on one side.
func (c Calendar) toward(d Date, back bool) (Date, error) {
	if back {
		return c.Prev(d)
	}
	return c.Next(d)
}

// sound reports whether the rule has no fault, without allocating.
func (dl *Deadline) sound() bool {
	switch dl.Unit {
	case Days, Weeks, Months, Years, BusinessDays, TradingDays, SettlementPeriods:
	default:
		return false
	}
	switch dl.Roll {
	case NoRoll, Forward, Backward, ModifiedForward, ModifiedBackward:
	default:
		return false
	}
	return dl.Count >= 0 && (!dl.Calendar.IsZero() || !dl.needsCalendar()) && !isMachineZone(dl.Cutoff.Zone)
}

func (dl *Deadline) needsCalendar() bool {
	return dl.Unit.onOpenDays() || dl.Roll != NoRoll || dl.RollEvent
}

// Validate lists what is wrong with the rule itself. It returns [law.Faults],
// or nil if the deadline can be counted.
func (dl Deadline) Validate() error {
	var fs law.Faults
	dl.validate(&fs)
	return fs.Err()
}

func (dl *Deadline) validate(fs *law.Faults) {
	dl.checkText(fs)
	check.NotBelowZero(fs, "count", dl.Count) // Before counts back
	law.OneOf(fs, "unit", dl.Unit, dl.Unit.all()...)
	if dl.Roll != NoRoll {
		law.OneOf(fs, "roll", dl.Roll, dl.Roll.all()...)
	}
	if dl.Calendar.IsZero() && dl.needsCalendar() {
		fs.Missing("calendar")
	}
}

// checkText is what an explanation needs besides.
func (dl *Deadline) checkText(fs *law.Faults) {
	fs.Text("name", dl.Name)
	check.Cited(fs, "authority", dl.Authority)
	if dl.Cutoff.Zone != nil {
		checkZone(fs, "cutoff.zone", dl.Cutoff.Zone)
	}
}

func (dl *Deadline) faults(event Date) error {
	var fs law.Faults
	dl.validate(&fs)
	if event.IsZero() {
		fs.Missing("event")
	}
	return fs.Err()
}

// explain counts and tells the steps.
func (dl *Deadline) explain(event Date, sign int) (Due, error) {
	var fs law.Faults
	if dl.checkText(&fs); len(fs) > 0 {
		return Due{}, dl.faults(event)
	}
	c, err := dl.count(event, sign)
	if err != nil {
		return Due{}, err
	}
	due := Due{Name: dl.Name, Event: event, Nominal: c.nominal, Date: c.date}
	why := make(law.Reasons, 0, 3)
	say := func(code law.Code, data ...string) { why = append(why, reason(code, dl.Authority, data...)) }
	dl.sayEvent(&why, event, c.start, sign)
	dl.sayCount(&why, c, sign)
	if (dl.Unit == Months || dl.Unit == Years) && c.nominal.Day() != c.start.Day() {
		say(codeClipped, "month", c.nominal.Month().String(),
			"day", strconv.Itoa(c.start.Day()))
	}
	if c.rolled != c.nominal {
		way := "forward"
		if c.rolled.Before(c.nominal) {
			way = "back"
		}
		say(codeRoll, "from", iso(c.nominal), "closed", dl.Calendar.why(c.nominal),
			"direction", way, "to", iso(c.rolled))
	}
	if dl.Exclusive {
		say(codeExclusive, "last", iso(c.date))
	}
	if warning, projected := dl.Calendar.projection(later(later(event, c.date), c.rolled)); projected && dl.needsCalendar() {
		due.Projected = true
		why = append(why, warning)
	}
	why = append(why, dl.contingencies(event, sign, c)...)
	due.Why = why
	return due, nil
}

func (dl *Deadline) sayEvent(why *law.Reasons, event, start Date, sign int) {
	calendar, closed, way, zero := "", "", "", ""
	if dl.needsCalendar() && dl.Calendar.Contains(event) && !dl.Calendar.IsOpen(event) && (dl.RollEvent || dl.Unit.onOpenDays()) {
		calendar, closed = dl.Calendar.Name(), dl.Calendar.why(event)
		if dl.RollEvent {
			zero = iso(start)
		} else {
			way = direction(sign > 0)
		}
	}
	*why = append(*why, reason(codeEvent, dl.Authority, "name", dl.Name, "event", iso(event),
		"calendar", calendar, "closed", closed, "direction", way, "day_0", zero))
}

// mostNamed is how many closed days one sentence names before it only counts
// the rest.
const mostNamed = 4

func (dl *Deadline) sayCount(why *law.Reasons, c counted, sign int) {
	if dl.Count == 0 {
		*why = append(*why, reason(CodeCount, dl.Authority, "to", iso(c.nominal)))
		return
	}
	calendar, cycle, passed, more := "", "", "", ""
	if dl.Unit.onOpenDays() {
		calendar = dl.Calendar.Name()
		passed, more = dl.Calendar.passed(earlier(c.start, c.nominal), later(c.start, c.nominal))
	}
	if dl.Unit == SettlementPeriods {
		cycle = dl.settlementText(c.start)
	}
	*why = append(*why, reason(CodeCount, dl.Authority, "count", strconv.Itoa(dl.Count), "unit", string(dl.Unit), "cycle", cycle,
		"calendar", calendar, "direction", direction(sign > 0), "to", iso(c.nominal), "passed", passed, "more", more))
}

// passed names the closed days between two days, weekends apart, and says how many
// more there are.
func (c Calendar) passed(from, to Date) (names, more string) {
	t := c.table()
	i := t.entriesFrom(from.AddDays(1))
	end := t.entriesFrom(to)
	if i >= end {
		return "", ""
	}
	if end-i > mostNamed {
		end, more = i+mostNamed, strconv.Itoa(end-i-mostNamed)
	}
	var room [256]byte
	b := room[:0]
	for first := i; i < end; i++ {
		if i > first {
			b = append(b, ", "...)
		}
		e := t.entryAt(i).closure()
		b = append(e.Date.appendISO(b), " ("...)
		b = append(append(b, e.why()...), ')')
	}
	return string(b), more
}

// why says in a phrase why a day is closed.
func (c Calendar) why(d Date) string {
	if closure, closed := c.Closure(d); closed {
		return closure.why()
	}
	return "outside the calendar"
}

// projection is the warning that a day lies beyond the announced ones.
func (c Calendar) projection(d Date) (law.Reason, bool) {
	if c.IsZero() || !d.After(c.Announced()) {
		return law.Reason{}, false
	}
	return reason(CodeProjected, law.Citation{}, "calendar", c.Name(),
		"announced", iso(c.Announced())), true
}
