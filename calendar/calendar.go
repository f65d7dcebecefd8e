package calendar

import (
	"iter"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
)

// Calendar says on which days an exchange, a bank or an office is open, from
// its first day to its last.
//
// A Calendar is an immutable value and small to copy. [NYSE], [FederalReserve],
// [Federal] and [Settlement] are ready; [New] and [FromCal] make others. With
// == a calendar equals its copies and no other, even one made of the same days;
// [Calendar.Equal] compares what two calendars hold.
// IsOpen, Add, Next, Prev, OnOrAfter, OnOrBefore and Count take a few nanoseconds,
// for one day or ten years, and allocate nothing but an error.
//
// The zero Calendar covers no day: it is open on none, and its methods refuse
// every date.
type Calendar struct{ t *table }

// table stands in for the missing table of the zero Calendar.
func (c Calendar) table() *table {
	if c.t == nil {
		return &table{name: "no calendar"}
	}
	return c.t
}

// IsZero reports whether c is the zero Calendar.
func (c Calendar) IsZero() bool { return c.t == nil }

// Name is what people call the calendar, such as "NYSE".
func (c Calendar) Name() string { return c.table().name }

// First is the first day that the calendar knows.
func (c Calendar) First() Date { return c.table().first }

// Last is the last day that the calendar knows.
func (c Calendar) Last() Date { return c.table().last }

// Announced is the last day whose closings the authority has published. Later
// days, up to Last, are computed by its standing rules and may still change;
// an explained answer that used one says so.
func (c Calendar) Announced() Date { return c.table().announced }

// Contains reports whether the calendar knows the day, open or closed.
func (c Calendar) Contains(d Date) bool { return c.table().contains(d) }

// IsOpen reports whether d is an open day. It is false for a day that the
// calendar does not know.
func (c Calendar) IsOpen(d Date) bool {
	t := c.t
	if t == nil {
		return false
	}
	i := t.index(d)
	return i < t.days && t.isOpen(i)
}

// Add returns the n-th open day after d, or before d if n is negative; for n =
// 0 it returns d itself, open or not. It is an error of kind [law.ErrRange] if
// d or the result lies outside the calendar.
func (c Calendar) Add(d Date, n int) (Date, error) {
	t := c.t
	if t == nil || !t.contains(d) {
		return Date{}, c.outside(d)
	}
	if n == 0 {
		return d, nil
	}
	i := t.index(d)
	k := t.rank(i) // of the first open day after d
	if n > 0 {
		if n > t.count()-k {
			return Date{}, c.beyond(d, n)
		}
		return t.nth(k + n - 1), nil
	}
	if t.isOpen(i) {
		k--
	}
	if n < -k {
		return Date{}, c.beyond(d, n)
	}
	return t.nth(k + n), nil
}

// Next returns the first open day after d. It is an error of kind
// [law.ErrRange] if there is none in the calendar.
func (c Calendar) Next(d Date) (Date, error) { return c.Add(d, 1) }

// Prev returns the last open day before d. It is an error of kind
// [law.ErrRange] if there is none in the calendar.
func (c Calendar) Prev(d Date) (Date, error) { return c.Add(d, -1) }

// OnOrAfter returns d if it is open, and otherwise the next open day.
func (c Calendar) OnOrAfter(d Date) (Date, error) {
	if c.IsOpen(d) {
		return d, nil
	}
	return c.Add(d, 1)
}

// OnOrBefore returns d if it is open, and otherwise the open day before it.
func (c Calendar) OnOrBefore(d Date) (Date, error) {
	if c.IsOpen(d) {
		return d, nil
	}
	return c.Add(d, -1)
}

// Count returns the number of open days after the first date, up to and
// including the second; it is negative if they are the other way round. It is
// an error of kind [law.ErrRange] if either lies outside the calendar.
func (c Calendar) Count(after, through Date) (int, error) {
	t := c.t
	if t == nil || !t.contains(after) {
		return 0, c.outside(after)
	}
	if !t.contains(through) {
		return 0, c.outside(through)
	}
	return t.rank(t.index(through)) - t.rank(t.index(after)), nil
}

// Days yields the open days from the first date to the last, both included,
// in order. Days outside the calendar are not yielded; ask Contains first.
func (c Calendar) Days(from, to Date) iter.Seq[Date] {
	t := c.table()
	return func(yield func(Date) bool) {
		if t.count() == 0 || from.After(t.last) || to.Before(t.first) || from.After(to) {
			return
		}
		start, end := 0, t.count()
		if from.After(t.first) {
			start = t.rank(t.index(from.AddDays(-1)))
		}
		if to.Before(t.last) {
			end = t.rank(t.index(to))
		}
		for k := start; k < end; k++ {
			if !yield(t.nth(k)) {
				return
			}
		}
	}
}

// Closure returns why the calendar is closed on d. It reports false if d is
// open or outside the calendar.
func (c Calendar) Closure(d Date) (Closure, bool) {
	t := c.table()
	i := t.index(d)
	if i >= t.days || t.isOpen(i) {
		return Closure{}, false
	}
	if e, ok := t.entry(d); ok {
		return e.closure(), true
	}
	return Closure{Date: d, Name: d.Weekday().String(), Kind: Weekend}, true
}

// Closures lists the days of the year that are closed for more than the
// weekend, in order. The slice is the caller's.
func (c Calendar) Closures(year int) []Closure {
	t := c.table()
	var out []Closure
	from, err := NewDate(year, 1, 1)
	if err != nil {
		return nil
	}
	to := fromCivil(year, 12, 31)
	for i := t.entriesFrom(from); i < len(t.closedDay) && t.closedDay[i] <= to.n; i++ {
		out = append(out, t.entryAt(i).closure())
	}
	return out
}

func (c Calendar) outside(d Date) error {
	var fs law.Faults
	fs.Add(law.ErrRange, c.Name(), d.String(), "is outside the calendar, which runs from %s to %s", c.First(), c.Last())
	return fs
}

func (c Calendar) beyond(d Date, n int) error {
	var fs law.Faults
	fs.Add(law.ErrRange, c.Name(), d.String(), "plus %d open days is outside the calendar, which runs from %s to %s",
		n, c.First(), c.Last())
	return fs
}

// NthOfMonth returns the n-th open day of a month: 1 is the first, -1 the
// last. The errors are [law.Faults]: n is 0 or the month has fewer open days,
// the month does not exist or lies, in part or whole, outside the calendar.
func (c Calendar) NthOfMonth(year int, month time.Month, n int) (Date, error) {
	first, err := NewDate(year, month, 1)
	if err != nil {
		return Date{}, err
	}
	last := first.EndOfMonth()
	if !c.Contains(first) {
		return Date{}, c.outside(first)
	}
	if !c.Contains(last) {
		return Date{}, c.outside(last)
	}
	t := c.t
	before, through := t.rank(t.index(first)), t.rank(t.index(last))
	if c.IsOpen(first) {
		before--
	}
	open := through - before
	switch {
	case n >= 1 && n <= open:
		return t.nth(before + n - 1), nil
	case n <= -1 && n >= -open:
		return t.nth(through + n), nil
	}
	var fs law.Faults
	fs.Add(law.ErrRange, "n", strconv.Itoa(n), "is not from 1 to %d or from -1 to -%d, the open days of %s %d", open, open, month, year)
	return Date{}, fs
}

// QuarterEnd returns the last day of d's calendar quarter; "no date" for "no
// date". Deadlines of Schedule 13G count from it.
func (d Date) QuarterEnd() Date {
	if d.n == 0 {
		return d
	}
	year, month, _ := d.Civil()
	return fromCivil(year, (month+2)/3*3, 1).EndOfMonth()
}

// ClosureKind says why a calendar is closed. The zero kind is read as
// [Holiday] where a caller announces a closure.
type ClosureKind string

const (
	// Holiday is a day that the calendar closes every year by a standing rule.
	Holiday ClosureKind = "holiday"
	// Special is a day closed by a decision for that day alone: mourning, a
	// hurricane, an executive order. Markets closed in this way may settle.
	Special ClosureKind = "special"
	// Weekend is a Sunday, or a Saturday of a five-day week; of a calendar made by
	// [FromCal], also another day of the week that its rule leaves free.
	Weekend ClosureKind = "weekend"
)

func (ClosureKind) all() []ClosureKind {
	return []ClosureKind{Holiday, Special, Weekend}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *ClosureKind) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// Closure is a day on which a calendar is closed, and why.
type Closure struct {
	// Date is the closed day.
	Date Date `json:"date"`
	// Name is the holiday or the occasion, such as "Hurricane Sandy".
	Name string `json:"name"`
	// Kind is the sort of closing; zero is read as Holiday.
	Kind ClosureKind `json:"kind,omitempty"`
	// Actual is the holiday's own date when it is kept on another day: July 4
	// for a closed July 3. It is "no date" when the holiday was not moved.
	Actual Date `json:"actual,omitzero"`
	// Authority is the rule or decision that closes the day.
	Authority law.Citation `json:"authority,omitzero"`
}

// why is the closure's name in a sentence such as "closed for X".
func (c Closure) why() string {
	if c.Kind == Weekend {
		return "a " + c.Name
	}
	if !c.Actual.IsZero() {
		return c.Name + ", observed for " + c.Actual.String()
	}
	return c.Name
}

// UnmarshalJSON reads a closure strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and c stays as it was.
func (c *Closure) UnmarshalJSON(data []byte) error { return law.ReadFields(data, c) }
