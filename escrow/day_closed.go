package escrow

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// closedDay is a day on which the closing calendar, or that of wires, turned out to
// be closed, and since when that is known.
type closedDay struct {
	day   calendar.Date
	wires bool
	at    time.Time
	name  string
}

// mostClosed bounds how many days can turn out to be closed in one deal: each is a
// calendar of its own.
const mostClosed = 20

// checkDayClosed records a fault for a day that the calendar does not know, or one
// too many.
func (s *state) checkDayClosed(fs *law.Faults, b DayClosed) {
	checkName(fs, "data.name", b.Name)
	cal := s.calendar
	if b.Wires {
		cal = s.WireCalendar
	}
	switch {
	case b.Day.IsZero():
		fs.Missing("data.day")
	case cal.IsZero():
		fs.Add(law.ErrConflict, "data.wires", "true", "needs a wire calendar, and these terms have none")
	case !cal.Contains(b.Day):
		check.Outside(fs, "data.day", b.Day.String(), cal.Name())
	case len(s.closedDays) >= mostClosed:
		fs.Add(law.ErrRange, "data.day", strconv.Quote(b.Name), "is one more than the %d days that can turn out to be closed", mostClosed)
	}
}

// recordClosed keeps the day. Of two reports the earlier counts, and of two at one
// instant that with the lesser name, so that their order does not matter.
func (s *state) recordClosed(d *Decision, e Event, b DayClosed) {
	seen := closedDay{b.Day, b.Wires, e.At, b.Name}
	same := func(c closedDay) bool { return c.day == seen.day && c.wires == seen.wires }
	s.closedDays = slices.Clone(s.closedDays)
	if i := slices.IndexFunc(s.closedDays, same); i >= 0 {
		s.closedDays[i] = slices.MinFunc([]closedDay{s.closedDays[i], seen}, compareClosed)
	} else {
		s.closedDays = append(s.closedDays, seen)
	}
	slices.SortFunc(s.closedDays, compareClosed)
	s.versions = nil // others may read it
	s.reckon(0)
	s.warnLate(d, e, -1)
}

func compareClosed(a, b closedDay) int {
	wires := func(c closedDay) int {
		if c.wires {
			return 1
		}
		return 0
	}
	return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.name, b.name), a.day.Compare(b.day), cmp.Compare(wires(a), wires(b)))
}

// reckon works out the contract that is in force from each instant on: the terms
// as signed and amended, with the days that were known by then to be closed. Those
// before the first terms given, by place, are known.
func (s *state) reckon(first int) {
	if first == 0 {
		s.latest = 0
	}
	s.versions = s.versions[:s.latest]
	known := 0
	for i := first; i < len(s.agreed); i++ {
		agreed := s.agreed[i]
		s.latest = len(s.versions)
		for ; known < len(s.closedDays) && !s.closedDays[known].at.After(agreed.from); known++ {
		}
		s.versions = append(s.versions, version{agreed.from, s.without(agreed.contract, s.closedDays[:known])})
		last := i == len(s.agreed)-1
		for ; known < len(s.closedDays) && (last || s.closedDays[known].at.Before(s.agreed[i+1].from)); known++ {
			s.versions = append(s.versions, version{s.closedDays[known].at, s.without(agreed.contract, s.closedDays[:known+1])})
		}
	}
	s.contract = s.versions[len(s.versions)-1].contract
}

// without is the contract with the days closed in its calendars.
func (s *state) without(c *contract, days []closedDay) *contract {
	if len(days) == 0 {
		return c
	}
	own := *c
	own.calendar = s.closedIn(c.calendar, days, false)
	own.WireCalendar = s.closedIn(c.WireCalendar, days, true)
	for _, dl := range []*calendar.Deadline{
		&own.Closing.Count, &own.FundsBefore, &own.Notice.Lead, &own.Notice.Window, &own.Notice.Return, &own.RefundWithin,
		&own.Transmission.Within,
	} {
		switch dl.Calendar {
		case calendar.Calendar{}:
		case c.calendar:
			dl.Calendar = own.calendar
		case c.WireCalendar:
			dl.Calendar = own.WireCalendar
		}
	}
	return &own
}

// shorter is a calendar that was made of another for some days that turned out to
// be closed. To make one takes a millisecond, so that it is kept.
type shorter struct {
	of, made calendar.Calendar
	closures []calendar.Closure
}

// closedIn is the calendar with those of the days closed that are its own.
func (s *state) closedIn(cal calendar.Calendar, days []closedDay, wires bool) calendar.Calendar {
	var closures []calendar.Closure
	for _, d := range days {
		// An amendment may have changed to a calendar that does not know the day.
		if d.wires == wires && cal.Contains(d.day) {
			closures = append(closures, calendar.Closure{Date: d.day, Name: d.name, Kind: calendar.Special})
		}
	}
	if len(closures) == 0 {
		return cal
	}
	for i := range s.shorter {
		if have := &s.shorter[i]; have.of == cal && slices.Equal(have.closures, closures) {
			return have.made
		}
	}
	made, err := cal.With(closures...)
	if err != nil {
		return cal // a calendar that holds as many closings as it can
	}
	s.shorter = append(s.shorter, shorter{cal, made, closures})
	return made
}
