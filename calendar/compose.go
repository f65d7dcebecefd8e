package calendar

import (
	"fmt"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
)

// New makes a calendar of Mondays to Fridays from the first day to the last,
// less the closures. Its closings count as announced throughout.
//
// The error is [law.Faults]: a missing name or day, a last day before the
// first, a closure without a name or outside the range, one given twice. A
// closure on a weekend changes nothing.
func New(name string, first, last Date, closures ...Closure) (Calendar, error) {
	var fs law.Faults
	checkRange(&fs, name, first, last)
	if fs.Err() != nil {
		return Calendar{}, fs
	}
	b := newBuilder(name, first, last, last, weekdays)
	if err := b.closeGiven(closures); err != nil {
		return Calendar{}, err
	}
	return Calendar{b.build()}, nil
}

// A business calendar goes through all of its holidays for each day that it is
// asked about. mostAsked bounds days × (holidays + perDay), where perDay stands for
// what a day takes without holidays; at the limit that is about half a second.
const (
	mostAsked = 8_000_000
	perDay    = 8
)

// FromCal makes a calendar from a rickar/cal business calendar by asking it
// about noon of every day from the first to the last, in the first of its own
// Locations or else in New York. Its closings count as announced throughout. A
// Monday to Friday that is closed by its WorkdayFunc, and is no holiday, is a
// closure named "Non-working day". The stock holidays of rickar/cal are computed
// in cal.DefaultLoc, which is the zone of the machine unless the host sets it.
//
// Days × (holidays + 8) may be at most 8,000,000, which takes about half a second:
// 1,152 years of 11 holidays.
//
// The error is [law.Faults]: a missing name, calendar or day, a last day before
// the first, a first location that is nil or time.Local, more days and holidays
// than the limit.
func FromCal(name string, bc *cal.BusinessCalendar, first, last Date) (Calendar, error) {
	var fs law.Faults
	checkRange(&fs, name, first, last)
	loc := NewYork()
	if bc == nil {
		fs.Missing("business calendar")
	} else {
		if len(bc.Locations) > 0 {
			loc = bc.Locations[0]
			checkZone(&fs, "business calendar.locations[0]", loc)
		}
		days := int64(last.Sub(first)) + 1
		if asked := days * (int64(len(bc.Holidays)) + perDay); asked > mostAsked {
			fs.Add(law.ErrRange, "business calendar", strconv.Itoa(len(bc.Holidays)),
				"holidays for %d days are too many: days × (holidays + %d) may be at most %d", days, perDay, mostAsked)
		}
	}
	if bc != nil {
		for _, h := range bc.Holidays {
			if h != nil && !fs.Text("business calendar.holidays", h.Name) {
				break // one holiday may stand for thousands
			}
		}
	}
	if fs.Err() != nil {
		return Calendar{}, fs
	}
	noon := MustClock(12, 0)
	b := newBuilder(name, first, last, last, func(d Date) bool { return bc.IsWorkday(d.At(noon, loc)) })
	nothing := &law.Citation{}
	for i := range b.days {
		if b.isOpen(i) {
			continue
		}
		if _, observed, h := bc.IsHoliday(b.day(i).At(noon, loc)); observed {
			b.entries = append(b.entries, entry{b.day(i), rule{name: h.Name, authority: nothing}})
		} else if bc.WorkdayFunc != nil && weekdays(b.day(i)) {
			b.entries = append(b.entries, entry{b.day(i), rule{name: "Non-working day", authority: nothing}})
		}
	}
	return Calendar{b.build()}, nil
}

func checkRange(fs *law.Faults, name string, first, last Date) {
	if name == "" {
		fs.Missing("name")
	}
	fs.Text("name", name)
	if first.IsZero() {
		fs.Missing("first")
	}
	if last.IsZero() {
		fs.Missing("last")
	}
	if last.Before(first) {
		fs.Add(law.ErrConflict, "last", last.String(), "is before the first day, %s", first)
	}
}

// closeGiven takes out closures that a caller gave.
func (b *builder) closeGiven(closures []Closure) error {
	var fs law.Faults
	if b.distinct+len(closures) > mostRules {
		fs.Add(law.ErrRange, "closures", strconv.Itoa(len(closures)), "are more than one calendar holds (%d)", mostRules)
		return fs
	}
	seen := make(map[Date]int, len(closures))
	cited := make(map[law.Citation]*law.Citation)
	for i, c := range closures {
		field := "closures[" + strconv.Itoa(i) + "]"
		if c.Name == "" {
			fs.Missing(field + ".name")
		}
		fs.Text(field+".name", c.Name)
		check.Cited(&fs, field+".authority", c.Authority)
		if c.Kind != "" {
			law.OneOf(&fs, field+".kind", c.Kind, Holiday, Special)
		}
		if other, twice := seen[c.Date]; twice {
			fs.Add(law.ErrDuplicate, field+".date", c.Date.String(), "is the day of closures[%d] too", other)
		}
		seen[c.Date] = i
		if !b.contains(c.Date) {
			fs.Add(law.ErrRange, field+".date", c.Date.String(), "is outside %s to %s", b.first, b.last)
		}
		if cited[c.Authority] == nil {
			cited[c.Authority] = &c.Authority
		}
		r := rule{name: c.Name, special: c.Kind == Special, authority: cited[c.Authority]}
		if !c.Actual.IsZero() {
			moved := c.Date.Sub(c.Actual)
			if moved < -31 || moved > 31 {
				fs.Add(law.ErrRange, field+".actual", c.Actual.String(), "is more than 31 days from %s", c.Date)
			} else {
				r.moved = int16(moved) // #nosec G115 -- at most 31
			}
		}
		b.close(c.Date, r)
	}
	return fs.Err()
}

// With returns the calendar with more closings, such as one announced this
// morning. A day that is closed already stays as it is.
//
// The error is [law.Faults]: a closure without a name, outside the calendar,
// or given twice.
func (c Calendar) With(closures ...Closure) (Calendar, error) {
	b, err := c.derive("closures", c.Name()+" (amended)", c.First(), c.Last(), c.Announced())
	if err != nil {
		return Calendar{}, err
	}
	if err := b.closeGiven(closures); err != nil {
		return Calendar{}, err
	}
	return Calendar{b.build()}, nil
}

// Through returns the calendar cut off after the day: later days are then out
// of range instead of computed. NYSE().Through(NYSE().Announced()) never
// answers by rule alone. It is an error of kind [law.ErrRange] if the day lies
// outside the calendar.
func (c Calendar) Through(last Date) (Calendar, error) {
	if !c.Contains(last) {
		return Calendar{}, c.outside(last)
	}
	b, err := c.derive("last", fmt.Sprintf("%s (through %s)", c.Name(), last), c.First(), last, earlier(c.Announced(), last))
	if err != nil {
		return Calendar{}, err
	}
	return Calendar{b.build()}, nil
}

// And returns the calendar that is open when both are: the days on which a
// wire can move and shares can trade. It covers the days that both cover, and
// counts as announced as long as both are. Its sessions are those of c, if c
// keeps hours; other's are not kept. It is an error of kind [law.ErrRange] if
// they have no day in common.
func (c Calendar) And(other Calendar) (Calendar, error) {
	return c.combine(other, "and", func(a, b bool) bool { return a && b })
}

// Or returns the calendar that is open when either is. It covers the days that
// both cover, and counts as announced as long as both are. Its sessions are
// those of c, if c keeps hours; a day on which other alone is open has none. It
// is an error of kind [law.ErrRange] if they have no day in common.
func (c Calendar) Or(other Calendar) (Calendar, error) {
	return c.combine(other, "or", func(a, b bool) bool { return a || b })
}

func (c Calendar) combine(other Calendar, word string, open func(a, b bool) bool) (Calendar, error) {
	first, last := later(c.First(), other.First()), earlier(c.Last(), other.Last())
	announced := earlier(earlier(c.Announced(), other.Announced()), last)
	b, err := c.derive("other", c.Name()+" "+word+" "+other.Name(), first, last, announced)
	if err != nil {
		return Calendar{}, err
	}
	if b.distinct += len(other.t.rules); b.distinct > mostRules {
		var fs law.Faults
		fs.Add(law.ErrRange, "other", other.Name(), "and %s have more closures than one calendar holds (%d)", c.Name(), mostRules)
		return Calendar{}, fs
	}
	b.contingent = contingentOn(c, other, open)
	b.entries = b.entries[:0]
	clear(b.open)
	sessions, all := make([]uint64, len(b.open)), true
	for i := range b.days {
		d := b.day(i)
		if open(c.IsOpen(d), other.IsOpen(d)) {
			b.open[i>>6] |= 1 << (i & 63)
			if _, ok := c.Session(d); ok {
				sessions[i>>6] |= 1 << (i & 63)
			} else {
				all = false
			}
			continue
		}
		// The first calendar's reason is given where both have one.
		if e, ok := c.t.entry(d); ok {
			b.entries = append(b.entries, e)
		} else if e, ok := other.t.entry(d); ok {
			b.entries = append(b.entries, e)
		}
	}
	if b.sessions = nil; !all {
		b.sessions = sessions
	}
	return Calendar{b.build()}, nil
}

// derive starts a builder with the calendar's own days, closures and hours
// between two days. Its sessions hold if the first is the calendar's own.
func (c Calendar) derive(field, name string, first, last, announced Date) (*builder, error) {
	if c.t == nil || first.IsZero() || last.Before(first) {
		var fs law.Faults
		fs.Add(law.ErrRange, field, c.Name(), "has no day in common with it")
		return nil, fs
	}
	b := newBuilder(name, first, last, announced, c.IsOpen)
	b.distinct = len(c.t.rules)
	for i := range c.t.closedDay {
		if e := c.t.entryAt(i); b.contains(e.day) {
			b.entries = append(b.entries, e)
		}
	}
	b.hours, b.sessions, b.recurring = c.t.hours, c.t.sessions, nil
	b.contingent = c.t.contingent
	return b, nil
}

func earlier(a, b Date) Date {
	if a.Before(b) {
		return a
	}
	return b
}

func later(a, b Date) Date {
	if a.After(b) {
		return a
	}
	return b
}
