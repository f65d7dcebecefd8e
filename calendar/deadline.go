package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
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
	// month; [MonthEnd] has the rules for the end of a month.
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

// way is what a unit moves by.
type way uint8

const (
	noWay way = iota // of a word that is none
	byDays
	byMonths
	byOpenDays
)

func (u Unit) way() way {
	switch u {
	case Days, Weeks:
		return byDays
	case Months, Years:
		return byMonths
	case BusinessDays, TradingDays, SettlementPeriods:
		return byOpenDays
	}
	return noWay
}

// onOpenDays reports whether the unit counts the open days of a calendar.
func (u Unit) onOpenDays() bool { return u.way() == byOpenDays }

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

// step is the way to the open day looked for first: 1 or -1, and 0 for NoRoll and for a
// word that is none.
func (r Roll) step() int {
	switch r {
	case Forward, ModifiedForward:
		return 1
	case Backward, ModifiedBackward:
		return -1
	case NoRoll:
	}
	return 0
}

// MonthEnd says where a count of months or years ends that begins at the end of a
// month. The zero MonthEnd is the same-numbered day, or the last day of a shorter month:
// one month from June 30 is July 30.
type MonthEnd string

const (
	// LastDay goes from the last day of a month to the last day: one month from June
	// 30 is July 31. The Roll then says what happens if that day is closed.
	LastDay MonthEnd = "last day"
	// LastBusinessDay goes from the last open day of a month to the last open day, and
	// to the last open day of a month that has no same-numbered day, as interest periods
	// do. A closed day after the last open day of its month is not itself the last
	// open day, and goes to the same-numbered day.
	//
	// Source: the clause "Month End" of credit agreements, lawinsider.com.
	LastBusinessDay MonthEnd = "last business day"
)

func (MonthEnd) all() []MonthEnd { return []MonthEnd{LastDay, LastBusinessDay} }

// UnmarshalText reads one of the words, and an empty text as none.
func (e *MonthEnd) UnmarshalText(text []byte) error {
	return law.ReadWord(e, text, e.all()...)
}

// Tolling says what a suspension does to a deadline: a shutdown of the government, a
// suspension of the use of a prospectus. Contracts differ, and no reading is assumed:
// the zero Tolling is refused by [Deadline.AfterTolled], the only method that uses it.
type Tolling string

const (
	// NotCounted leaves the days of a suspension out of the count, before any Roll: of
	// open days those that are suspended, and of calendar days all. A count of months or
	// years ends as many days later.
	NotCounted Tolling = "not counted"
	// ExtendedByDays moves the deadline, after any Roll, by as many calendar days as
	// the suspension has: "shall be extended by the number of days of the shutdown".
	ExtendedByDays Tolling = "extended by days"
	// ExtendedByBusinessDays moves the deadline, after any Roll, by as many open days
	// as the suspension has: "by the same number of business days that the Commission
	// remains closed".
	ExtendedByBusinessDays Tolling = "extended by business days"
)

func (Tolling) all() []Tolling {
	return []Tolling{NotCounted, ExtendedByDays, ExtendedByBusinessDays}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *Tolling) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// Deadline is a rule that counts from an event to the last day on which an act
// is in time: "within three business days after", "no later than the date
// prior to". It is plain data, to be printed, compared, stored as JSON, and
// replaced by a contract's own terms.
//
// The day of the event is excluded and the last day included, unless Inclusive or
// Exclusive says otherwise. "Thirty days, first day out and last day in, and the next
// business day if the last is none" is 30 Days with Roll Forward.
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
	// MonthEnd says where a count that begins at the end of a month ends. It is
	// refused but for months and years.
	MonthEnd MonthEnd `json:"month_end,omitempty"`
	// Roll says what happens if the day counted to is closed. Business and
	// trading days always end on an open one unless Count is 0.
	Roll Roll `json:"roll,omitempty"`
	// Inclusive counts the event's own day as day 1, so that "twenty business days,
	// counting the day of commencement" and "both the first and the last day counted"
	// have a Count of 20. If open days are counted, day 1 is the first open day from the
	// event on. Months and years end on the day before the same-numbered day, or on the
	// last day of a month that has none: one month from March 1 is March 31. It needs
	// a Count above 0, and is refused with SettlementPeriods, which a trade date begins
	// and is no part of, and with MonthEnd.
	Inclusive bool `json:"inclusive,omitempty"`
	// RollEvent takes an event on a closed day as happening on the next open
	// day, which is then day 0. Otherwise that next open day is already day 1.
	RollEvent bool `json:"roll_event,omitempty"`
	// RollLate takes an instant past the Cutoff as happening on the next open day,
	// which is then day 0; otherwise it counts as on the next calendar day. RollEvent
	// includes it. "The first trading day after, or the second if signed after 4:00 p.m."
	// is 1 trading day with RollLate; "or on a day that is not a trading day" besides is
	// RollEvent. Only AfterReceipt uses it; it needs the clock of a Cutoff.
	RollLate bool `json:"roll_late,omitempty"`
	// Exclusive makes the day counted to itself too late: "before the third
	// day", not "on or before". The last day in time is then the day before
	// it, or the open day before it if open days are counted.
	Exclusive bool `json:"exclusive,omitempty"`
	// Tolling says what suspensions do to the deadline. Only AfterTolled uses it, and
	// requires it.
	Tolling Tolling `json:"tolling,omitempty"`
	// Calendar says which days are open. It is required for business and
	// trading days and settlement periods, for LastBusinessDay, a Roll, RollEvent,
	// RollLate and ExtendedByBusinessDays, and not used otherwise.
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
	// Tolled is the number of days of suspensions that moved the day: calendar days,
	// or open days if the deadline counts or is extended by those.
	Tolled int `json:"tolled,omitempty"`
	// Projected is true if the answer rests on days that the calendar's
	// authority has not announced yet.
	Projected bool `json:"projected,omitempty"`
	// Why lists the steps.
	Why law.Reasons `json:"why,omitempty"`
}

// After counts forward from the event. The errors are [law.Faults]: a rule
// that contradicts itself, a missing event, or a day outside the calendar or
// the years 1 to 9999.
func (dl Deadline) After(event Date) (Due, error) { return dl.explain(event, 1, nil) }

// AfterReceipt counts forward from the day on which the instant counts by the
// deadline's Cutoff and, past it, by RollLate. The errors are those of After and of
// [Cutoff.Day].
func (dl Deadline) AfterReceipt(at time.Time) (Due, error) { return dl.afterReceipt(at) }

// afterReceipt is AfterReceipt with data of the caller's for the first step.
func (dl *Deadline) afterReceipt(at time.Time, data ...string) (Due, error) {
	event, past, err := dl.Cutoff.day(at)
	if err != nil {
		return Due{}, err
	}
	if past && dl.RollLate {
		if err := dl.faults(event); err != nil {
			return Due{}, err
		}
		if event, err = dl.Calendar.OnOrAfter(event); err != nil {
			return Due{}, err
		}
	}
	due, err := dl.explain(event, 1, nil)
	if err != nil {
		return Due{}, err
	}
	received := reason(codeReceipt, dl.Authority, append(dl.Cutoff.data(at, event, past), data...)...)
	due.Why = append(law.Reasons{received}, due.Why...)
	return due, nil
}

// AfterTolled counts forward from the event over suspensions, by the reading that
// Tolling names. A day counts as suspended if any of the periods contains it, from the
// day after the event on, or from the event with Inclusive. A suspension matters if it
// begins by the deadline as those before it have moved it, and then with all its days
// until its end. A suspension with no end leaves a deadline that it reaches without a
// day, and is an error of kind [law.ErrMissing]; the other errors are those of After
// and of [Period.Validate], and a missing Tolling.
//
// Whether the closing of a government office suspends the days of a deadline is for
// the contract to say: the SEC's staff counts the days of a shutdown as business days.
func (dl Deadline) AfterTolled(event Date, suspensions ...Period) (Due, error) {
	var fs law.Faults
	if dl.Tolling == "" {
		fs.Missing("tolling")
	}
	suspended := spans(&fs, suspensions)
	fs.Merge("", dl.faults(event))
	if len(fs) > 0 {
		return Due{}, fs
	}
	return dl.explain(event, 1, suspended)
}

// Before counts back from the event. The errors are those of After.
func (dl Deadline) Before(event Date) (Due, error) { return dl.explain(event, -1, nil) }

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
	start   Date // the event, rolled to an open day if so asked
	nominal Date // the day counted to
	rolled  Date // after the roll
	date    Date // the last day in time
}

// count does the arithmetic, from the event one way or the other; explain only tells
// of it.
func (dl *Deadline) count(event Date, direction int) (c counted, err error) {
	var fs law.Faults
	by := dl.Unit.way()
	if dl.checkRule(&fs, by); len(fs) > 0 || event.IsZero() || isMachineZone(dl.Cutoff.Zone) {
		return counted{}, dl.faults(event)
	}
	c.start = event
	if dl.RollEvent {
		if c.start, err = dl.Calendar.OnOrAfter(event); err != nil {
			return counted{}, err
		}
	}
	if c.nominal, err = dl.shift(c.start, by, direction); err != nil {
		return counted{}, err
	}
	if c.rolled, err = dl.Roll.roll(dl.Calendar, c.nominal); err != nil {
		return counted{}, err
	}
	c.date = c.rolled
	if dl.Exclusive {
		if c.date, err = dl.dayBefore(c.rolled); err != nil {
			return counted{}, err
		}
	}
	return c, nil
}

// countTolled is count with suspensions, of which what they did is told too. None at
// all are nil.
func (dl *Deadline) countTolled(event Date, direction int, suspended []span) (c counted, t *toll, err error) {
	if c, err = dl.count(event, direction); err != nil || suspended == nil {
		return c, nil, err
	}
	if dl.Tolling == NotCounted {
		if t, err = dl.toll(c.nominal, c.start, suspended); err != nil {
			return counted{}, nil, err
		}
		c.nominal = t.to
		c.rolled, err = dl.Roll.roll(dl.Calendar, c.nominal)
		c.date = c.rolled
	} else {
		if t, err = dl.toll(c.rolled, c.start, suspended); err != nil {
			return counted{}, nil, err
		}
		c.date = t.rolled
	}
	if err == nil && dl.Exclusive {
		c.date, err = dl.dayBefore(c.date)
	}
	if err != nil {
		return counted{}, nil, err
	}
	return c, t, nil
}

// shift moves by the count.
func (dl *Deadline) shift(d Date, by way, direction int) (to Date, err error) {
	n := dl.Count
	switch by {
	case byOpenDays:
		if dl.Inclusive && dl.Calendar.IsOpen(d) {
			n-- // d is day 1; if it is closed, the next open day is
		}
		if dl.Unit == SettlementPeriods {
			if n, err = dl.settlementDays(d, n); err != nil {
				return Date{}, err
			}
		}
		return dl.Calendar.Add(d, direction*n)
	case byDays:
		if n > lastDay {
			break
		}
		if dl.Unit == Weeks {
			n *= 7
		}
		if dl.Inclusive {
			n--
		}
		to = d.AddDays(direction * n)
	case byMonths:
		if to, _, err = dl.shiftMonths(d, direction); err != nil {
			return Date{}, err
		}
	case noWay:
	}
	if to.IsZero() {
		return Date{}, leaves(direction*dl.Count, dl.Unit, d)
	}
	return to, nil
}

// shiftMonths moves by a count of months or years, and tells by the code of a step if
// the day is not the same-numbered one.
func (dl *Deadline) shiftMonths(d Date, direction int) (to Date, step law.Code, err error) {
	n := dl.Count
	if dl.Unit == Years && n <= lastDay {
		n *= 12
	}
	to, clipped := d.AddMonths(direction * n)
	if to.IsZero() {
		return Date{}, "", nil
	}
	if clipped {
		step = codeClipped
	}
	switch {
	case dl.MonthEnd == LastDay && d == d.EndOfMonth():
		if last := to.EndOfMonth(); last != to {
			to, step = last, codeMonthEnd
		}
	case dl.MonthEnd == LastBusinessDay:
		last, err := dl.Calendar.OnOrBefore(d.EndOfMonth())
		if err != nil {
			return Date{}, "", err
		}
		if last == d {
			step = codeMonthEnd
		}
		if step != "" {
			to, err = dl.Calendar.OnOrBefore(to.EndOfMonth())
		}
		return to, step, err
	case dl.Inclusive && direction < 0:
		// The day after the same-numbered day, or after the end of a month without it.
		to, step = to.AddDays(1), ""
	case dl.Inclusive && !clipped:
		to = to.AddDays(-1)
	}
	return to, step, nil
}

// dayBefore is the last day in time if the day itself is too late.
func (dl *Deadline) dayBefore(d Date) (Date, error) {
	if dl.Unit.onOpenDays() {
		return dl.Calendar.Prev(d)
	}
	before := d.AddDays(-1)
	if before.IsZero() {
		return Date{}, leaves(-1, Days, d)
	}
	return before, nil
}

// leaves is the error of a count that leads to no date.
func leaves(n int, unit Unit, d Date) error {
	var fs law.Faults
	fs.Add(law.ErrRange, "count", strconv.Itoa(n), "%s from %s leaves the years 1 to 9999", unit, d)
	return fs
}

// roll moves a closed day to an open one.
func (r Roll) roll(c Calendar, d Date) (Date, error) {
	if r == NoRoll {
		return d, nil
	}
	return r.open(c, d)
}

// open is the day itself if it is open, and otherwise that to which it moves.
func (r Roll) open(c Calendar, d Date) (Date, error) {
	if c.IsOpen(d) {
		return d, nil
	}
	step := r.step()
	to, err := c.Add(d, step)
	if modified := r == ModifiedForward || r == ModifiedBackward; modified && (err != nil || to.Month() != d.Month()) {
		return c.Add(d, -step)
	}
	return to, err
}

// span is a suspension, from its first day to its last.
type span struct {
	from, to Date
	// open is the number of the period that has no end, counted from 1; 0 if it ends.
	open int
}

// spans are the suspensions in order, joined where they overlap or meet.
func spans(fs *law.Faults, suspensions []Period) []span {
	out := make([]span, 0, len(suspensions))
	rows := check.Rows{List: "suspensions"}
	for i, p := range suspensions {
		var row law.Faults
		p.validate(&row)
		rows.Add(fs, i, row)
		first, last := p.bounds()
		one := span{from: Date{first}, to: Date{last}}
		if p.Until.IsZero() {
			one.open = i + 1
		}
		out = append(out, one)
	}
	rows.Close(fs)
	slices.SortFunc(out, func(a, b span) int {
		return cmp.Or(a.from.Compare(b.from), a.to.Compare(b.to), cmp.Compare(a.open, b.open))
	})
	joined := out[:0]
	for _, s := range out {
		last := len(joined) - 1
		if last < 0 || s.from.n > joined[last].to.n+1 {
			joined = append(joined, s)
			continue
		}
		joined[last].to = later(joined[last].to, s.to)
		joined[last].open = max(joined[last].open, s.open)
	}
	return joined
}

// toll is what suspensions do to a day.
type toll struct {
	unit   Unit   // Days, or the unit of open days
	days   int    // by how many the day is moved
	spans  []span // the suspensions that move it, without the days before the count
	from   Date
	to     Date // after the days
	rolled Date // after the roll of an extended day
}

// toll moves a day by the days of the suspensions that begin by then.
func (dl *Deadline) toll(d, start Date, suspended []span) (*toll, error) {
	t := &toll{unit: Days, from: d, to: d, rolled: d}
	switch {
	case dl.Tolling == ExtendedByBusinessDays, dl.Tolling == NotCounted && dl.Unit == SettlementPeriods:
		t.unit = BusinessDays
	case dl.Tolling == NotCounted && dl.Unit.onOpenDays():
		t.unit = dl.Unit
	}
	first := start
	if !dl.Inclusive {
		first = start.AddDays(1)
	}
	for _, s := range suspended {
		s.from = later(s.from, first)
		if s.to.Before(s.from) {
			continue
		}
		if s.from.After(t.rolled) || first.IsZero() {
			break
		}
		if s.open > 0 {
			var fs law.Faults
			fs.Missing(check.At("suspensions", s.open-1) + ".until")
			return nil, fs
		}
		if err := t.add(dl, s); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// add moves the day by those of one more suspension.
func (t *toll) add(dl *Deadline, s span) (err error) {
	if t.unit == Days {
		t.days += s.to.Sub(s.from) + 1
		if t.to = t.from.AddDays(t.days); t.to.IsZero() {
			return leaves(t.days, Days, t.from)
		}
	} else {
		days, err := dl.Calendar.Count(s.from, s.to)
		if err != nil {
			return err
		}
		if dl.Calendar.IsOpen(s.from) {
			days++
		}
		if days == 0 {
			return nil
		}
		t.days += days
		if t.to, err = dl.Calendar.Add(t.from, t.days); err != nil {
			return err
		}
	}
	t.spans, t.rolled = append(t.spans, s), t.to
	if dl.Tolling != NotCounted {
		t.rolled, err = dl.Roll.roll(dl.Calendar, t.to)
	}
	return err
}

func (dl *Deadline) needsCalendar() bool {
	return dl.Unit.onOpenDays() || dl.Roll != NoRoll || dl.RollEvent || dl.RollLate ||
		dl.MonthEnd == LastBusinessDay || dl.Tolling == ExtendedByBusinessDays
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
	dl.checkRule(fs, dl.Unit.way())
}

// checkText is what an explanation needs besides, and that the zone is stated.
func (dl *Deadline) checkText(fs *law.Faults) {
	fs.Text("name", dl.Name)
	check.Cited(fs, "authority", dl.Authority)
	if dl.Cutoff.Zone != nil {
		checkZone(fs, "cutoff.zone", dl.Cutoff.Zone)
	}
}

// checkRule is what a count needs. It does not allocate if there is no fault, and is
// quick for a rule of few terms.
func (dl *Deadline) checkRule(fs *law.Faults, by way) {
	if dl.Count < 0 || dl.Inclusive {
		dl.checkCount(fs)
	}
	if by == noWay || dl.Roll != NoRoll && dl.Roll.step() == 0 || dl.MonthEnd != "" || dl.Tolling != "" || dl.RollLate {
		dl.checkTerms(fs)
	}
	if dl.Calendar.IsZero() && dl.needsCalendar() {
		fs.Missing("calendar")
	}
}

func (dl *Deadline) checkCount(fs *law.Faults) {
	if !dl.Inclusive {
		check.NotBelowZero(fs, "count", dl.Count) // Before counts back
		return
	}
	check.Positive(fs, "count", dl.Count)
	if dl.Unit == SettlementPeriods {
		check.Although(fs, "inclusive", "true", "unit", dl.Unit)
	}
	if dl.MonthEnd != "" {
		check.Although(fs, "inclusive", "true", "month_end", dl.MonthEnd)
	}
}

// checkTerms checks the words, and what few rules have.
func (dl *Deadline) checkTerms(fs *law.Faults) {
	law.OneOf(fs, "unit", dl.Unit, dl.Unit.all()...)
	if dl.Roll != NoRoll {
		law.OneOf(fs, "roll", dl.Roll, dl.Roll.all()...)
	}
	if dl.MonthEnd != "" {
		law.OneOf(fs, "month_end", dl.MonthEnd, dl.MonthEnd.all()...)
		if dl.Unit.way() != byMonths {
			check.Although(fs, "month_end", string(dl.MonthEnd), "unit", dl.Unit)
		}
	}
	if dl.Tolling != "" {
		law.OneOf(fs, "tolling", dl.Tolling, dl.Tolling.all()...)
	}
	if dl.RollLate && dl.Cutoff.Clock.IsZero() {
		fs.Missing("cutoff.clock")
	}
}

// faults lists all that is wrong with the rule and the event.
func (dl *Deadline) faults(event Date) error {
	var fs law.Faults
	dl.validate(&fs)
	if event.IsZero() {
		fs.Missing("event")
	}
	return fs.Err()
}

// explain counts and tells the steps.
func (dl *Deadline) explain(event Date, direction int, suspended []span) (Due, error) {
	var fs law.Faults
	if dl.checkText(&fs); len(fs) > 0 {
		return Due{}, dl.faults(event)
	}
	c, tolled, err := dl.countTolled(event, direction, suspended)
	if err != nil {
		return Due{}, err
	}
	due := Due{Name: dl.Name, Event: event, Nominal: c.nominal, Date: c.date}
	why := make(law.Reasons, 0, 3)
	reached := c.nominal // by the count alone
	if tolled != nil && dl.Tolling == NotCounted {
		reached = tolled.from
	}
	dl.sayEvent(&why, event, c.start, direction)
	dl.sayCount(&why, c.start, reached, direction)
	if dl.Unit.way() == byMonths {
		dl.sayMonthEnd(&why, c.start, direction)
	}
	if tolled != nil && dl.Tolling == NotCounted {
		dl.sayToll(&why, tolled)
	}
	dl.sayRoll(&why, c.nominal, c.rolled)
	if tolled != nil {
		due.Tolled = tolled.days
		if dl.Tolling != NotCounted {
			dl.sayToll(&why, tolled)
			dl.sayRoll(&why, tolled.to, tolled.rolled)
		}
	}
	if dl.Exclusive {
		why = append(why, reason(codeExclusive, dl.Authority, "last", iso(c.date)))
	}
	if warning, projected := dl.Calendar.projection(later(later(event, c.date), c.rolled)); projected && dl.needsCalendar() {
		due.Projected = true
		why = append(why, warning)
	}
	why = append(why, dl.contingencies(event, direction, c, suspended)...)
	due.Why = why
	return due, nil
}

func (dl *Deadline) sayEvent(why *law.Reasons, event, start Date, sign int) {
	calendar, closed, way, first, rolled := "", "", "", "", ""
	day := "day_0"
	if dl.Inclusive {
		first, day = "1", "day_1"
	}
	if dl.needsCalendar() && dl.Calendar.Contains(event) && !dl.Calendar.IsOpen(event) && (dl.RollEvent || dl.Unit.onOpenDays()) {
		calendar, closed = dl.Calendar.Name(), dl.Calendar.why(event)
		if dl.RollEvent {
			rolled = iso(start)
		} else {
			way = direction(sign > 0)
		}
	}
	*why = append(*why, reason(codeEvent, dl.Authority, "name", dl.Name, "event", iso(event),
		"calendar", calendar, "closed", closed, "direction", way, "day", first, day, rolled))
}

// mostNamed is how many closed days one sentence names before it only counts
// the rest.
const mostNamed = 4

func (dl *Deadline) sayCount(why *law.Reasons, start, to Date, sign int) {
	if dl.Count == 0 {
		*why = append(*why, reason(CodeCount, dl.Authority, "to", iso(to)))
		return
	}
	calendar, cycle, passed, more := "", "", "", ""
	if dl.Unit.onOpenDays() {
		calendar = dl.Calendar.Name()
		passed, more = dl.Calendar.passed(earlier(start, to), later(start, to))
	}
	if dl.Unit == SettlementPeriods {
		cycle = dl.settlementText(start)
	}
	way, ends := direction(sign > 0), ""
	switch {
	case dl.Inclusive && sign > 0:
		way, ends = "", "ends"
	case dl.Inclusive:
		way, ends = "", "begins"
	}
	*why = append(*why, reason(CodeCount, dl.Authority, "count", strconv.Itoa(dl.Count), "unit", string(dl.Unit), "cycle", cycle,
		"calendar", calendar, "ends", ends, "direction", way, "to", iso(to), "passed", passed, "more", more))
}

// sayMonthEnd says why months and years do not end on the same-numbered day.
func (dl *Deadline) sayMonthEnd(why *law.Reasons, start Date, sign int) {
	to, step, _ := dl.shiftMonths(start, sign)
	last := ""
	if dl.MonthEnd == LastBusinessDay || step == codeMonthEnd {
		last = string(dl.MonthEnd)
	}
	switch step {
	case codeMonthEnd:
		*why = append(*why, reason(step, dl.Authority, "from", iso(start), "last", last, "month", to.Month().String()))
	case codeClipped:
		*why = append(*why, reason(step, dl.Authority, "month", to.Month().String(), "day", strconv.Itoa(start.Day()), "last", last))
	}
}

// sayRoll says that the day moves to an open one, if it does.
func (dl *Deadline) sayRoll(why *law.Reasons, from, to Date) {
	if from == to {
		return
	}
	way := "forward"
	if to.Before(from) {
		way = "back"
	}
	*why = append(*why, reason(codeRoll, dl.Authority, "from", iso(from), "closed", dl.Calendar.why(from), "direction", way, "to", iso(to)))
}

// sayToll says by how many days of which suspensions the day moves.
func (dl *Deadline) sayToll(why *law.Reasons, t *toll) {
	if t.days == 0 {
		*why = append(*why, reason(codeTolled, dl.Authority))
		return
	}
	reading, calendar, more, named := "extended", "", "", t.spans
	if dl.Tolling == NotCounted {
		reading = "not_counted"
	}
	if t.unit.onOpenDays() {
		calendar = dl.Calendar.Name()
	}
	if len(named) > mostNamed {
		named, more = named[:mostNamed], strconv.Itoa(len(named)-mostNamed)
	}
	days := make([]string, len(named))
	for i, s := range named {
		days[i] = iso(s.from)
		if s.to != s.from {
			days[i] += " to " + iso(s.to)
		}
	}
	*why = append(*why, reason(codeTolled, dl.Authority, reading, strconv.Itoa(t.days), "unit", string(t.unit), "calendar", calendar,
		"suspended", strings.Join(days, ", "), "more", more, "from", iso(t.from), "to", iso(t.to)))
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

// UnmarshalJSON reads a deadline strictly: a count left out, and what is unknown, in other letters,
// given twice or not to be read, is [law.Faults] with the path of each, and dl stays as it was.
func (dl *Deadline) UnmarshalJSON(data []byte) error { return law.ReadFields(data, dl) }

// EarlierOf returns the earliest of several days, for rules such as "the
// earlier of two trading days and the standard settlement period". Its Why
// holds the steps of all, in order. The first is taken when two fall on one
// day. It is an error of kind [law.ErrMissing] to give none, or one without a
// date.
func EarlierOf(dues ...Due) (Due, error) {
	return pick(dues, codeEarlier, Date.Before)
}

// LaterOf returns the latest of several days, for rules such as "the later of
// the notice and the certificate". It is otherwise like [EarlierOf].
func LaterOf(dues ...Due) (Due, error) {
	return pick(dues, codeLater, Date.After)
}

func pick(dues []Due, code law.Code, better func(a, b Date) bool) (Due, error) {
	var fs law.Faults
	if len(dues) == 0 {
		fs.Missing("dues")
	}
	for i, due := range dues {
		if due.Date.IsZero() {
			fs.Missing("dues[" + strconv.Itoa(i) + "].date")
		}
		due.checkText(&fs, "dues["+strconv.Itoa(i)+"]")
	}
	if len(fs) > 0 {
		return Due{}, fs
	}
	best := dues[0]
	var why law.Reasons
	projected := false
	for _, due := range dues {
		why = append(why, due.Why...)
		projected = projected || due.Projected
		if better(due.Date, best.Date) {
			best = due
		}
	}
	if len(dues) > 1 {
		why = append(why, reason(code, law.Citation{}, "date", iso(best.Date),
			"name", best.Name))
	}
	best.Why, best.Projected = why, projected
	return best, nil
}
