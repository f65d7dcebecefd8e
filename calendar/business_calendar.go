package calendar

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
)

// BusinessCalendar returns the calendar as a rickar/cal value, for code that
// is written against that library. Its working days are the open days of c;
// its holidays are the recurring ones as rules and the other closings one by
// one. If every open day of c is a session it keeps their hours, for times given
// in New York; else those of rickar/cal.
//
// Each call makes a new value, which is the caller's to change. Beyond the
// last day of c it has no working days.
func (c Calendar) BusinessCalendar() *cal.BusinessCalendar {
	bc := cal.NewBusinessCalendar()
	bc.Name, bc.Description = c.Name(), "from "+c.First().String()+" to "+c.Last().String()
	bc.Cacheable = true
	bc.WorkdayFunc = func(t time.Time) bool { return c.IsOpen(DateOf(t)) }
	t := c.table()
	if t.recurring != nil {
		bc.AddHoliday(t.recurring()...)
	}
	for i := range t.closedDay {
		if e := t.entryAt(i); e.rule.once || t.recurring == nil {
			year, month, day := e.day.Civil()
			bc.AddHoliday(years(year, year, fixed(e.rule.name, month, day, keepNever())))
		}
	}
	if t.hours != nil && t.sessions == nil {
		bc.WorkdayStartFunc = func(at time.Time) time.Time { return t.hours.on(DateOf(at)).OpenAt().In(at.Location()) }
		bc.WorkdayEndFunc = func(at time.Time) time.Time { return t.hours.on(DateOf(at)).CloseAt().In(at.Location()) }
	}
	return bc
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
	def := Definition{Name: name, First: first, Last: last}
	fs.Text("name", name)
	def.checkOwn(&fs)
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
	def.ask(bc, loc)
	return New(def)
}

// ask lists the days that the calendar says are working days. A Saturday or Sunday is of
// the week if more of them are working days than are not, holidays apart.
func (def *Definition) ask(bc *cal.BusinessCalendar, loc *time.Location) {
	var open, free [7]int // by weekday: open days, and closed ones that are no holidays
	noon := MustClock(12, 0)
	at := func(d Date) time.Time { return d.At(noon, loc) }
	days := make([]bool, def.Last.Sub(def.First)+1)
	for i := range days {
		d := def.First.AddDays(i)
		if days[i] = bc.IsWorkday(at(d)); days[i] {
			open[d.Weekday()]++
		} else if _, holiday, _ := bc.IsHoliday(at(d)); !holiday {
			free[d.Weekday()]++
		}
	}
	var week [7]bool
	for i := range week {
		w := time.Weekday(i)
		if week[w] = open[w] > 0 && (open[w] > free[w] || workweek()[w]); week[w] {
			def.Week = append(def.Week, w.String())
		}
	}
	if len(def.Week) == 0 { // no day is open
		week = workweek()
	}
	for i, working := range days {
		switch d := def.First.AddDays(i); {
		case working && !week[d.Weekday()]:
			def.Sessions = append(def.Sessions, Session{Date: d})
		case !working && week[d.Weekday()]:
			closure := Closure{Date: d, Name: "Non-working day"}
			if !workweek()[d.Weekday()] {
				closure.Name = d.Weekday().String()
			}
			if _, observed, h := bc.IsHoliday(at(d)); observed && h.Name != "" {
				closure.Name = h.Name
			}
			def.Closures = append(def.Closures, closure)
		}
	}
}
