package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// notice is an accepted call of a closing.
type notice struct {
	at  time.Time
	day calendar.Date
}

// notice is the latest call by the instant.
func (s *state) notice(t time.Time) (notice, bool) {
	n := len(s.notices)
	for n > 0 && s.notices[n-1].at.After(t) {
		n--
	}
	if n == 0 {
		return notice{}, false
	}
	return s.notices[n-1], true
}

// windowEnd is the last day on which a closing that was called can take place, if
// the window ends. The error is that the calendar of the window ends before.
func (s *state) windowEnd(n notice) (end calendar.Date, ends bool, err error) {
	if s.Notice.Window == (calendar.Deadline{}) {
		return calendar.Date{}, false, nil
	}
	end, err = s.Notice.Window.DateAfter(n.day)
	return end, true, err
}

// call decides whether a closing is called in time.
func (s *state) call(d *Decision, e Event, b CallClosing) {
	if s.Anchor != AnchorNotice {
		d.refuse(codeNoNoticeTerms, "The terms do not close by notice.", s.Notice.Authority)
		return
	}
	if e.By != s.Company {
		d.refuse(codeNotCompany, "Only the company, "+string(s.Company)+", can call a closing; "+string(e.By)+" cannot.",
			s.Notice.Authority)
	}
	first, err := s.Notice.Lead.DateAfter(s.day(e.At))
	switch {
	case err != nil:
		d.refuse(codeNoticeShort, "It cannot be said which day is the first that can be named: "+err.Error()+".", s.Notice.Authority)
	case b.Day.Before(first):
		d.refuse(codeNoticeShort, "A notice of "+s.day(e.At).Long()+" can name "+first.Long()+" or a later day, and not "+
			b.Day.Long()+".", s.Notice.Authority)
	}
	if !s.calendar.IsOpen(b.Day) {
		d.refuse(codeNotTradingDay, s.closedText(b.Day), s.Authority.ClosingDate)
	}
	if outside := s.Closing.Outside; !outside.IsZero() && b.Day.After(outside) {
		d.refuse(codeOutsideDatePassed, b.Day.Long()+" is after the outside date, "+outside.Long()+".", s.Authority.Outside)
	}
	if d.Outcome != Accepted {
		return
	}
	s.notices = append(s.notices, notice{e.At, b.Day})
	s.tell(d, codeCalled, "The closing is called for "+b.Day.Long()+".", s.Notice.Authority)
}

// closedText says that no closing can take place on a day, and why.
func (s *state) closedText(d calendar.Date) string {
	why := "outside the calendar"
	if closed, ok := s.calendar.Closure(d); ok {
		why = closed.Name
	} else if s.calendar.Contains(d) {
		why = d.Weekday().String()
	}
	return d.Long() + " is not a day of the " + s.calendar.Name() + " calendar (" + why + ")."
}
