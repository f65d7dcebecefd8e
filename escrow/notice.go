package escrow

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Anchor says from what the closing rule counts. The zero anchor is
// [AnchorConditions].
type Anchor string

const (
	// AnchorConditions counts from the day on which the last condition was
	// satisfied or waived. It is the default.
	AnchorConditions Anchor = "conditions"
	// AnchorSigning counts from the signing; a closing whose conditions come
	// in later takes place on the first open day on which they are in.
	AnchorSigning Anchor = "signing"
	// AnchorNotice closes on the day that the company's notice names.
	AnchorNotice Anchor = "notice"
)

func (Anchor) all() []Anchor {
	return []Anchor{AnchorConditions, AnchorSigning, AnchorNotice}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (a *Anchor) UnmarshalText(text []byte) error {
	return law.ReadWord(a, text, a.all()...)
}

// NoticeTerms is how a closing is called by notice. The zero NoticeTerms is for
// deals without one.
type NoticeTerms struct {
	// Lead counts from the day of the notice to the first day that it can
	// name, such as two business days. It is required with [AnchorNotice].
	Lead calendar.Deadline `json:"lead"`
	// Window counts from the day named to the last day on which that closing
	// can still take place. When it is over the money can be asked back, and
	// the purchase stays open for another notice. Zero never ends.
	Window calendar.Deadline `json:"window,omitzero"`
	// Return counts from the end of the window to the day by which the money
	// must be back. Zero sets no day. It is reported and refuses nothing.
	Return calendar.Deadline `json:"return,omitzero"`
	// Authority is the section on notices of closing.
	Authority law.Citation `json:"authority,omitzero"`
}

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
