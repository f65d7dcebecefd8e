package calendar

import (
	"time"

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
