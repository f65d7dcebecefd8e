package calendar

import (
	"time"

	"github.com/offerkit/offerkit/law"
)

// Session is one day of trading and its hours.
//
// The zero Session is no session.
type Session struct {
	// Date is the day.
	Date Date `json:"date"`
	// Open and Close are the hours on New York clocks. Either is "no time of
	// day" when it was not recorded: closing times before June 1887 and one
	// opening in 1976.
	Open  Clock `json:"open,omitzero"`
	Close Clock `json:"close,omitzero"`
	// LateOpen, EarlyClose and LateClose tell how the hours differ from the
	// regular ones of their time.
	LateOpen   bool `json:"late_open,omitempty"`
	EarlyClose bool `json:"early_close,omitempty"`
	LateClose  bool `json:"late_close,omitempty"`
	// Name is the occasion of special hours, such as "Day after Thanksgiving";
	// empty for regular hours.
	Name string `json:"name,omitempty"`
	// Projected is true for a day after the last announced one.
	Projected bool `json:"projected,omitempty"`
	// Authority is the rule or decision that sets the hours.
	Authority law.Citation `json:"authority,omitzero"`
}

// OpenAt returns the instant of the opening; the zero time if not recorded.
func (s Session) OpenAt() time.Time { return s.Date.At(s.Open, NewYork()) }

// CloseAt returns the instant of the close; the zero time if not recorded.
func (s Session) CloseAt() time.Time { return s.Date.At(s.Close, NewYork()) }

// IsSpecial reports whether the hours differ from the regular ones.
func (s Session) IsSpecial() bool { return s.LateOpen || s.EarlyClose || s.LateClose }

// Session returns the hours of an open day. It reports false if d is closed or
// outside the calendar, and for calendars that keep no hours; of the built-in
// ones, the NYSE alone does. A composed calendar ([Calendar.And], [Calendar.Or])
// has the sessions of the first one, on the days on which both it and that one
// are open. It does not allocate.
func (c Calendar) Session(d Date) (Session, bool) {
	if !c.IsOpen(d) || !c.t.hasHours(c.t.index(d)) {
		return Session{}, false
	}
	s := c.t.hours.on(d)
	s.Projected = d.After(c.t.announced)
	return s, true
}

// hours is what a calendar knows of its opening and closing times.
type hours struct {
	regular   []regularHours // ascending by from
	special   []specialHours // ascending and disjoint
	own       []specialHours // those of a Definition, which come first
	standing  func(Date) (name string, early Clock)
	rule      law.Citation
	decisions law.Citation
}

// regularHours are in force from a day on, until the next ones are.
type regularHours struct {
	from                  Date
	open, close, satClose Clock
}

// specialHours are in force on the open days from one day to another.
type specialHours struct {
	from, to    Date
	open, close Clock
	name        string
	authority   *law.Citation // nil for the decisions of the exchange
}

// closeOn is the regular close of the day of the week.
func (r regularHours) closeOn(d Date) Clock {
	if d.Weekday() == time.Saturday {
		return r.satClose
	}
	return r.close
}

// on computes the hours of an open day: a recorded occasion first, then a
// standing early close, then the regular hours.
func (h *hours) on(d Date) Session {
	var r regularHours
	if len(h.regular) > 0 {
		r = h.regularOn(d)
	}
	usual := r.closeOn(d)
	s := Session{Date: d, Open: r.open, Close: usual, Authority: h.rule}
	if sp, ok := onDay(h.own, d); ok {
		s.Open, s.Close, s.Name, s.Authority = sp.open, sp.close, sp.name, *sp.authority
	} else if sp, ok := onDay(h.special, d); ok {
		s.Open, s.Close, s.Name, s.Authority = sp.open, sp.close, sp.name, h.decisions
	} else if h.standing != nil {
		if name, early := h.standing(d); name != "" {
			s.Close, s.Name = early, name
		}
	}
	if len(h.regular) > 0 {
		s.LateOpen = s.Open.IsZero() || s.Open.Compare(r.open) > 0
	}
	if !usual.IsZero() {
		s.EarlyClose, s.LateClose = s.Close.Compare(usual) < 0, s.Close.Compare(usual) > 0
	}
	return s
}

func (h *hours) regularOn(d Date) regularHours {
	for i := len(h.regular) - 1; i > 0; i-- {
		if !d.Before(h.regular[i].from) {
			return h.regular[i]
		}
	}
	return h.regular[0]
}

// onDay finds the hours of a day among those that ascend.
func onDay(list []specialHours, d Date) (specialHours, bool) {
	low, high := 0, len(list)
	for low < high {
		mid := int(uint(low+high) >> 1) // #nosec G115 -- small
		if list[mid].to.Before(d) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(list) && !d.Before(list[low].from) {
		return list[low], true
	}
	return specialHours{}, false
}
