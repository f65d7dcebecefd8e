package calendar

import (
	"time"

	"github.com/offerkit/offerkit/internal/check"
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

// closeOn is the regular close of the day of the week; that of the other days on a
// Saturday that has none, which is open by a decision for that day alone.
func (r regularHours) closeOn(d Date) Clock {
	if d.Weekday() == time.Saturday && !r.satClose.IsZero() {
		return r.satClose
	}
	return r.close
}

// on computes the hours of an open day: a recorded occasion first, then a
// standing early close, then the regular hours.
func (h *hours) on(d Date) Session {
	if len(h.own) > 0 {
		if own, ok := onDay(h.own, d); ok {
			return h.session(d, own.open, own.close, own.name, *own.authority)
		}
	}
	if special, ok := onDay(h.special, d); ok {
		return h.session(d, special.open, special.close, special.name, h.decisions)
	}
	r := h.regularOn(d)
	s := Session{Date: d, Open: r.open, Close: r.closeOn(d), Authority: h.rule}
	if h.standing != nil {
		if name, early := h.standing(d); name != "" {
			s.EarlyClose, s.Close, s.Name = early.Compare(s.Close) < 0, early, name
		}
	}
	return s
}

// session compares hours of a day's own with the regular ones, if there are any.
func (h *hours) session(d Date, opens, closes Clock, name string, authority law.Citation) Session {
	s := Session{Date: d, Open: opens, Close: closes, Name: name, Authority: authority}
	if len(h.regular) == 0 {
		return s
	}
	r := h.regularOn(d)
	s.LateOpen = opens.IsZero() || opens.Compare(r.open) > 0
	if usual := r.closeOn(d); !usual.IsZero() {
		s.EarlyClose, s.LateClose = closes.Compare(usual) < 0, closes.Compare(usual) > 0
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

// DateIn returns the day that clocks in the zone show at the instant, wherever t says
// that it is: at 9:00 p.m. in New York a server in UTC has the next day. It is "no date"
// for the zero time.Time, for an instant outside the years 1 to 9999, for no zone, and
// for time.Local, the zone of the machine.
func DateIn(t time.Time, zone *time.Location) Date {
	if t.IsZero() || zone == nil || isMachineZone(zone) {
		return Date{}
	}
	return DateOf(t.In(zone))
}

// IsOpenAt reports whether the instant is in a session, from its opening on and before
// its close. The errors are [law.Faults]: a calendar that keeps no hours, of that day or
// at all, an hour that was not recorded and would decide, or a day outside the calendar.
func (c Calendar) IsOpenAt(t time.Time) (bool, error) {
	d := DateIn(t, NewYork())
	if !c.Contains(d) {
		return false, c.outsideAt(t)
	}
	if !c.IsOpen(d) && c.t.hours != nil {
		return false, nil
	}
	s, ok := c.Session(d)
	if !ok {
		return false, c.noHours(d)
	}
	opens, closes := s.OpenAt(), s.CloseAt()
	switch {
	case !opens.IsZero() && t.Before(opens), !closes.IsZero() && !t.Before(closes):
		return false, nil
	case opens.IsZero():
		return false, unrecorded(d, "opening")
	case closes.IsZero():
		return false, unrecorded(d, "close")
	}
	return true, nil
}

// NextOpen returns the first opening after the instant, and the next day's at the very
// instant of an opening. The errors are [law.Faults]: a calendar that keeps no hours, at
// all or of an open day that comes first, an opening that was not recorded, or none before
// the calendar ends.
func (c Calendar) NextOpen(t time.Time) (time.Time, error) {
	return c.next(t, Session.OpenAt, "opening")
}

// NextClose returns the first close after the instant. The errors are those of
// [Calendar.NextOpen].
func (c Calendar) NextClose(t time.Time) (time.Time, error) {
	return c.next(t, Session.CloseAt, "close")
}

func (c Calendar) next(t time.Time, bell func(Session) time.Time, what string) (time.Time, error) {
	from := DateIn(t, NewYork())
	if !c.Contains(from) {
		return time.Time{}, c.outsideAt(t)
	}
	if c.t.hours == nil {
		return time.Time{}, c.noHours(from)
	}
	for d := range c.Days(from, c.Last()) {
		s, ok := c.Session(d)
		if !ok {
			return time.Time{}, c.noHours(d)
		}
		if at := bell(s); at.After(t) {
			return at, nil
		} else if closes := s.CloseAt(); at.IsZero() && (closes.IsZero() || t.Before(closes)) {
			return time.Time{}, unrecorded(d, what)
		}
	}
	var fs law.Faults
	fs.Add(law.ErrRange, c.Name(), utc(t), "has no %s after it before the calendar ends on %s", what, c.Last())
	return time.Time{}, fs
}

// TradingTime returns how long the sessions between two instants are in all, and the
// negative of it if the second is before the first. The errors are [law.Faults]: a
// calendar that keeps no hours, at all or of an open day between them, a session between
// them of which an hour was not recorded, or an instant outside the calendar.
func (c Calendar) TradingTime(from, to time.Time) (time.Duration, error) {
	if to.Before(from) {
		length, err := c.TradingTime(to, from)
		return -length, err
	}
	first, last := DateIn(from, NewYork()), DateIn(to, NewYork())
	for _, end := range []struct {
		d Date
		t time.Time
	}{{first, from}, {last, to}} {
		if !c.Contains(end.d) {
			return 0, c.outsideAt(end.t)
		}
	}
	if c.t.hours == nil {
		return 0, c.noHours(first)
	}
	if from.Equal(to) {
		return 0, nil
	}
	// A day of which only its first instant is reached, midnight, adds nothing.
	last = DateIn(to.Add(-1), NewYork())
	var sum time.Duration
	var changed, changes Date // between these days clocks do not change
	for d := range c.Days(first, last) {
		s, ok := c.Session(d)
		if !ok {
			return 0, c.noHours(d)
		}
		if d != first && d != last && !s.Open.IsZero() && !s.Close.IsZero() {
			if !d.Before(changes) {
				start, end := s.OpenAt().ZoneBounds()
				changed, changes = DateIn(start, NewYork()), DateIn(end, NewYork())
			}
			if d.After(changed) && d.Before(changes) {
				sum += time.Duration(s.Close.seconds()-s.Open.seconds()) * time.Second
				continue
			}
		}
		opens, closes := s.OpenAt(), s.CloseAt()
		switch {
		case opens.IsZero() && (closes.IsZero() || from.Before(closes)):
			return 0, unrecorded(d, "opening")
		case closes.IsZero() && to.After(opens):
			return 0, unrecorded(d, "close")
		}
		if opens.Before(from) {
			opens = from
		}
		if closes.After(to) {
			closes = to
		}
		if closes.After(opens) {
			sum += closes.Sub(opens)
		}
	}
	return sum, nil
}

func (c Calendar) outsideAt(t time.Time) error {
	var fs law.Faults
	fs.Add(law.ErrRange, c.Name(), utc(t), "is outside the calendar, which runs from %s to %s", c.First(), c.Last())
	return fs
}

func (c Calendar) noHours(d Date) error {
	var fs law.Faults
	fs.Add(law.ErrUnsupported, c.Name(), d.String(), "is a day of which the calendar keeps no hours")
	return fs
}

func unrecorded(d Date, what string) error {
	var fs law.Faults
	fs.Add(law.ErrUnsupported, what, d.String(), "was not recorded for that day")
	return fs
}

// TradeDateRule says to which trade date an instant belongs. A trade at 9:30 p.m. on a
// Monday may be one of Tuesday, and settles by Tuesday's date ([SettlementRule]).
//
// The zero TradeDateRule is refused, since it has no calendar. Nothing is ready: which
// venue's hours apply, and from which day, is the caller's to state.
type TradeDateRule struct {
	// Calendar is that of the trade dates, with the hours of their sessions.
	Calendar Calendar `json:"calendar"`
	// Eras are the hours of trading by trade date.
	Eras Timeline[TradingHours] `json:"eras"`
}

// TradingHours are the hours in which trades have one trade date, on New York clocks. The
// zero TradingHours are those of the session.
type TradingHours struct {
	// Open is when they begin, such as 4:00; left out, the opening of the session.
	Open Clock `json:"open,omitzero"`
	// Evening puts Open on the calendar day before the trade date, such as 21:00 of
	// Sunday for Monday.
	Evening bool `json:"evening,omitempty"`
	// AfterClose is for how many minutes they go on after the close of the session: 240
	// until 8:00 p.m., or 5:00 p.m. on a day that closes early.
	AfterClose int `json:"after_close,omitempty"`
}

// mostAfter keeps the hours of a trade date within its day.
const mostAfter = 8 * 60

// At returns the trade date of the instant, and why; what is not certain of the era in
// force is in the Doubt of the step's authority. The errors are [law.Faults]: what
// Validate lists, an instant outside the hours of every trade date or in those of two,
// hours that end before they begin or on the next day, an hour that was not recorded, a
// day outside the calendar or before the first era.
func (r TradeDateRule) At(t time.Time) (Due, error) {
	var fs law.Faults
	r.validate(&fs)
	if checkInstant(&fs, "at", t); len(fs) > 0 {
		return Due{}, fs
	}
	d := DateIn(t, NewYork())
	next := d.AddDays(1)
	evening := r.inEvening(next, t)
	var unknown error
	for _, trade := range [...]Date{d, next} {
		if trade == next && !evening {
			break
		}
		if !r.Calendar.Contains(trade) {
			return Due{}, r.Calendar.outside(trade)
		}
		if !r.Calendar.IsOpen(trade) {
			continue
		}
		begins, ends, era, err := r.hours(trade)
		if err != nil {
			unknown = err // the next trade date may be known all the same, as in the first evening of a rule
			continue
		}
		if t.Before(begins) || !t.Before(ends) {
			continue
		}
		if trade == d && evening && r.Calendar.IsOpen(next) {
			fs.Add(law.ErrConflict, "at", utc(t), "is in the hours of two trade dates, %s and %s", d, next)
			return Due{}, fs
		}
		cutoff := Cutoff{Zone: NewYork()}
		due := Due{Event: d, Nominal: trade, Date: trade, Why: law.Reasons{reason(codeTradeDate, era.Authority, "at", moment(t, cutoff),
			"zone", cutoff.Zone.String(), "date", iso(trade), "begins", moment(begins, cutoff), "ends", moment(ends, cutoff))}}
		if warning, projected := r.Calendar.projection(trade); projected {
			due.Projected, due.Why = true, append(due.Why, warning)
		}
		return due, nil
	}
	if unknown != nil {
		return Due{}, unknown
	}
	fs.Add(law.ErrInvalid, "at", utc(t), "is outside the hours of every trade date")
	return Due{}, fs
}

// inEvening reports whether the hours of a trade date begin on the day before, and have
// begun.
func (r *TradeDateRule) inEvening(trade Date, t time.Time) bool {
	era, err := r.Eras.At(trade)
	return err == nil && era.Value.Evening && !t.Before(trade.AddDays(-1).At(era.Value.Open, NewYork()))
}

// hours are when the trades of an open day begin and end.
func (r *TradeDateRule) hours(trade Date) (begins, ends time.Time, era Era[TradingHours], err error) {
	if era, err = r.Eras.At(trade); err != nil {
		return begins, ends, era, err
	}
	s, ok := r.Calendar.Session(trade)
	if !ok {
		return begins, ends, era, r.Calendar.noHours(trade)
	}
	begins, ends = s.OpenAt(), s.CloseAt()
	if hours := era.Value; !hours.Open.IsZero() {
		on := trade
		if hours.Evening {
			on = trade.AddDays(-1)
		}
		begins = on.At(hours.Open, NewYork())
	}
	switch {
	case begins.IsZero():
		return begins, ends, era, unrecorded(trade, "opening")
	case ends.IsZero():
		return begins, ends, era, unrecorded(trade, "close")
	}
	ends = ends.Add(time.Duration(era.Value.AfterClose) * time.Minute)
	var fs law.Faults
	switch {
	case !begins.Before(ends):
		fs.Add(law.ErrConflict, "eras", era.Value.String(), "end before they begin on %s", trade)
	case DateIn(ends.Add(-1), NewYork()) != trade:
		fs.Add(law.ErrConflict, "eras", era.Value.String(), "end on the day after %s", trade)
	}
	return begins, ends, era, fs.Err()
}

// Validate lists what is wrong with the rule itself: no calendar, no era, an evening
// without an hour, more than eight hours after the close. It returns [law.Faults], or nil
// if trade dates can be asked for.
func (r TradeDateRule) Validate() error {
	var fs law.Faults
	r.validate(&fs)
	return fs.Err()
}

func (r *TradeDateRule) validate(fs *law.Faults) {
	if r.Calendar.IsZero() {
		fs.Missing("calendar")
	}
	if len(r.Eras) == 0 {
		fs.Missing("eras")
	}
	for i := range r.Eras {
		field, hours := check.At("eras", i)+".value", r.Eras[i].Value
		check.Within(fs, field+".after_close", hours.AfterClose, 0, mostAfter)
		if hours.Evening && hours.Open.IsZero() {
			fs.Missing(field + ".open")
		}
	}
}

// Replace is [Deadline.Replace] for the calendar of the rule.
func (r TradeDateRule) Replace(old, by Calendar) (TradeDateRule, error) {
	var fs law.Faults
	to := r
	replace(&fs, "calendar", &to.Calendar, old, by)
	return whole(r, to, fs)
}

// UnmarshalJSON reads hours strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and h stays as it was.
func (h *TradingHours) UnmarshalJSON(data []byte) error { return law.ReadFields(data, h) }

// UnmarshalJSON reads a rule strictly: what is unknown, in other letters, given twice or not to be
// read is [law.Faults] with the path of each, and r stays as it was.
func (r *TradeDateRule) UnmarshalJSON(data []byte) error { return law.ReadFields(data, r) }
