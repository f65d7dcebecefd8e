package calendar

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
)

// Definition is what a calendar is made of: another one with changes, several at once,
// or a host's own week. [New] makes the calendar, which is stored as JSON in this form
// and comes back whole; [Calendar.With], [Calendar.WithSessions], [Calendar.Through],
// [Calendar.And] and [Calendar.Or] write the usual ones.
//
// The zero Definition is refused, since it has no days.
type Definition struct {
	// Name is what people call the calendar. It may be left out of one that is made of
	// others: "NYSE (amended)", "NYSE and Federal Reserve".
	Name string `json:"name,omitempty"`
	// Base is the calendar whose days, closures and hours are changed.
	Base Calendar `json:"base,omitzero"`
	// All is calendars that must all be open: a day on which shares trade and a wire can
	// move. Any is calendars of which one suffices. The days are those that all of them
	// cover, and the hours are those of the first, if it keeps hours. At most one of Base,
	// All and Any is given.
	All []Calendar `json:"all,omitempty"`
	Any []Calendar `json:"any,omitempty"`
	// First and Last are the range. Both are required of a week of one's own; otherwise
	// they cut the range off.
	First Date `json:"first,omitzero"`
	Last  Date `json:"last,omitzero"`
	// Announced is the last day whose closings are announced ([Calendar.Announced]). Left
	// out, it is that of the calendars that this one is made of, and otherwise Last.
	Announced Date `json:"announced,omitzero"`
	// Week is the days of a week of one's own by their English names, as
	// [time.Weekday.String] returns them; left out, it is Monday to Friday.
	Week []string `json:"week,omitempty"`
	// Open and Close are the regular hours of a week of one's own on New York clocks; left
	// out, the calendar keeps no hours.
	Open  Clock `json:"open,omitzero"`
	Close Clock `json:"close,omitzero"`
	// Closures are days that are closed besides. One that is closed already stays as it is.
	Closures []Closure `json:"closures,omitempty"`
	// Sessions are days with hours of their own, and are open even if they were closed.
	// Clocks that are left out are the regular ones, if the calendar keeps hours. How the
	// hours differ from the regular ones is computed and not given.
	Sessions []Session `json:"sessions,omitempty"`
}

// mostParts is how many calendars one may be made of, and mostCalendars how many may
// stand in the JSON of one, each within others included: building one takes up to a
// few milliseconds for each two hundred years.
const (
	mostParts     = 16
	mostCalendars = 32
)

// New makes a calendar. The error is [law.Faults]: what a [Definition] requires, parts
// that have no day in common, a closure or a session without a name, outside the range,
// given twice or both.
func New(def Definition) (Calendar, error) {
	var fs law.Faults
	b := def.start(&fs)
	if b == nil {
		return Calendar{}, fs
	}
	b.closeGiven(&fs, def.Closures)
	b.openGiven(&fs, def.Sessions, def.Closures)
	if len(fs) > 0 {
		return Calendar{}, fs
	}
	b.made = &def
	return Calendar{b.build()}, nil
}

// start is the calendar before its closures and sessions; nil if there is a fault.
func (def *Definition) start(fs *law.Faults) *builder {
	fs.Text("name", def.Name)
	kinds := 0
	for _, given := range []bool{!def.Base.IsZero(), len(def.All) > 0, len(def.Any) > 0} {
		if given {
			kinds++
		}
	}
	switch {
	case kinds > 1:
		fs.Add(law.ErrConflict, "base", def.Base.Name(), "is given beside all or any; one of the three is allowed")
		return nil
	case kinds == 0:
		return def.own(fs)
	}
	for _, field := range []struct{ name, value string }{
		{"week", strings.Join(def.Week, ", ")}, {"open", clockText(def.Open)}, {"close", clockText(def.Close)},
	} {
		if field.value != "" {
			check.Empty(fs, field.name, field.value, "the days and hours are those of other calendars")
		}
	}
	from, made := def.Base, "base"
	if from.IsZero() {
		list, open := def.All, func(a, b bool) bool { return a && b }
		if made = "all"; len(list) == 0 {
			list, open, made = def.Any, func(a, b bool) bool { return a || b }, "any"
		}
		if from = combined(fs, made, list, open); from.IsZero() {
			return nil
		}
	}
	first, last := from.First(), from.Last()
	for _, end := range []struct {
		field string
		given Date
		into  *Date
	}{{"first", def.First, &first}, {"last", def.Last, &last}} {
		switch {
		case end.given.IsZero():
		case !from.Contains(end.given):
			check.Outside(fs, end.field, end.given.String(), from.Name())
		default:
			*end.into = end.given
		}
	}
	if checkRange(fs, first, last); len(*fs) > 0 {
		return nil
	}
	if def.Name == "" {
		def.Name = def.usualName(made, from)
	}
	return from.derive(def.Name, first, last, def.announced(fs, first, last, earlier(from.Announced(), last)))
}

// own starts a calendar from its week.
func (def *Definition) own(fs *law.Faults) *builder {
	def.checkOwn(fs)
	week := def.weekFaults(fs)
	if !def.Open.IsZero() && def.Close.Compare(def.Open) <= 0 || def.Open.IsZero() && !def.Close.IsZero() {
		fs.Add(law.ErrConflict, "close", def.Close.String(), "is not after the opening, %s", def.Open)
	}
	if len(*fs) > 0 {
		return nil
	}
	announced := def.announced(fs, def.First, def.Last, def.Last)
	b := newBuilder(def.Name, def.First, def.Last, announced, func(d Date) bool { return week[d.Weekday()] })
	if !def.Open.IsZero() {
		b.hours = &hours{regular: []regularHours{{def.First, def.Open, def.Close, def.Close}}}
	}
	return b
}

// checkOwn checks the name and the range of a calendar of one's own.
func (def *Definition) checkOwn(fs *law.Faults) {
	for _, required := range []struct {
		field string
		given bool
	}{{"name", def.Name != ""}, {"first", !def.First.IsZero()}, {"last", !def.Last.IsZero()}} {
		if !required.given {
			fs.Missing(required.field)
		}
	}
	checkRange(fs, def.First, def.Last)
}

// workweek is Monday to Friday.
func workweek() [7]bool {
	return [7]bool{time.Monday: true, time.Tuesday: true, time.Wednesday: true, time.Thursday: true, time.Friday: true}
}

// weekFaults checks the names of the week, and has the days that are open.
func (def *Definition) weekFaults(fs *law.Faults) (week [7]bool) {
	if len(def.Week) == 0 {
		return workweek()
	}
	names := make([]string, len(week))
	for i := range names {
		names[i] = time.Weekday(i).String()
	}
	if !check.AtMost(fs, "week", len(def.Week), len(week)) {
		return week
	}
	for i, name := range def.Week {
		day := slices.Index(names, name)
		switch {
		case day < 0:
			law.OneOf(fs, check.At("week", i), name, names...)
		case week[day]:
			check.Twice(fs, check.At("week", i), name)
		default:
			week[day] = true
		}
	}
	return week
}

// announced is the last day announced, which is the usual one unless it is given.
func (def *Definition) announced(fs *law.Faults, first, last, usual Date) Date {
	if def.Announced.IsZero() {
		return usual
	}
	if def.Announced.Before(first) || def.Announced.After(last) {
		fs.Add(law.ErrRange, "announced", def.Announced.String(), "is outside %s to %s", first, last)
	}
	return def.Announced
}

func checkRange(fs *law.Faults, first, last Date) {
	if last.Before(first) && !last.IsZero() {
		fs.Add(law.ErrConflict, "last", last.String(), "is before the first day, %s", first)
	}
}

// usualName is the name of a calendar that is made of others.
func (def *Definition) usualName(made string, from Calendar) string {
	switch {
	case made != "base":
		return from.Name()
	case len(def.Closures) == 0 && len(def.Sessions) == 0 && !def.Last.IsZero():
		return from.Name() + " (through " + def.Last.String() + ")"
	case strings.HasSuffix(from.Name(), " (amended)"):
		return from.Name()
	}
	return from.Name() + " (amended)"
}

// combined is the calendar of several; zero if there is a fault.
func combined(fs *law.Faults, field string, list []Calendar, open func(a, b bool) bool) Calendar {
	if !check.AtMost(fs, field, len(list), mostParts) {
		return Calendar{}
	}
	for i, c := range list {
		if c.IsZero() {
			fs.Missing(check.At(field, i))
		}
	}
	if len(*fs) > 0 {
		return Calendar{}
	}
	word := " and "
	if field == "any" {
		word = " or "
	}
	c := list[0]
	for i, other := range list[1:] {
		var own law.Faults
		if c = c.combine(&own, other, c.Name()+word+other.Name(), open); len(own) > 0 {
			fs.Merge(check.At(field, i+1), own)
			return Calendar{}
		}
	}
	return c
}

// closeGiven takes out the closures.
func (b *builder) closeGiven(fs *law.Faults, closures []Closure) {
	seen := make(map[Date]int, len(closures))
	cited, distinct := make(map[law.Citation]*law.Citation), make(map[rule]bool)
	rows := check.Rows{List: "closures"}
	for i, c := range closures {
		var own law.Faults
		if c.Name == "" {
			own.Missing("name")
		}
		own.Text("name", c.Name)
		check.Cited(&own, "authority", c.Authority)
		if c.Kind != "" {
			law.OneOf(&own, "kind", c.Kind, Holiday, Special)
		}
		if other, twice := seen[c.Date]; twice {
			own.Add(law.ErrDuplicate, "date", c.Date.String(), "is the day of closures[%d] too", other)
		}
		seen[c.Date] = i
		checkDay(&own, b, c.Date)
		if cited[c.Authority] == nil {
			cited[c.Authority] = &c.Authority
		}
		r := rule{name: c.Name, special: c.Kind == Special, authority: cited[c.Authority]}
		if !c.Actual.IsZero() {
			moved := c.Date.Sub(c.Actual)
			if moved < -31 || moved > 31 {
				own.Add(law.ErrRange, "actual", c.Actual.String(), "is more than 31 days from %s", c.Date)
			} else {
				r.moved = int16(moved) // #nosec G115 -- at most 31
			}
		}
		rows.Add(fs, i, own)
		distinct[r] = true
		b.close(c.Date, r)
	}
	rows.Close(fs)
	if b.distinct += len(distinct); b.distinct > mostRules {
		fs.Add(law.ErrRange, "closures", strconv.Itoa(len(closures)), "are more than one calendar holds (%d)", mostRules)
	}
}

// openGiven puts the sessions in.
func (b *builder) openGiven(fs *law.Faults, sessions []Session, closures []Closure) {
	if len(sessions) == 0 {
		return
	}
	seen := make(map[Date]string, len(sessions)+len(closures))
	for i, c := range closures {
		seen[c.Date] = check.At("closures", i)
	}
	rows, opened := check.Rows{List: "sessions"}, make(map[Date]bool, len(sessions))
	var timed []specialHours
	for i, s := range sessions {
		var own law.Faults
		own.Text("name", s.Name)
		check.Cited(&own, "authority", s.Authority)
		if s.LateOpen || s.EarlyClose || s.LateClose || s.Projected {
			check.Empty(&own, "late_open, early_close, late_close, projected", "true", "they are computed")
		}
		if other, twice := seen[s.Date]; twice {
			own.Add(law.ErrDuplicate, "date", s.Date.String(), "is the day of %s too", other)
		}
		seen[s.Date], opened[s.Date] = check.At("sessions", i), true
		if hours := b.hoursOf(&own, s); checkDay(&own, b, s.Date) && !hours.open.IsZero() {
			timed = append(timed, hours)
		}
		rows.Add(fs, i, own)
	}
	if rows.Close(fs); len(*fs) > 0 {
		return
	}
	b.entries = slices.DeleteFunc(b.entries, func(e entry) bool { return opened[e.day] })
	for d := range opened {
		i := b.index(d)
		b.open[i>>6] |= 1 << (i & 63)
	}
	b.keep(timed)
}

// keep gives days hours of their own, in place of those that they had.
func (b *builder) keep(timed []specialHours) {
	if len(timed) == 0 {
		return
	}
	if b.hours == nil {
		b.hours, b.sessions = &hours{}, make([]uint64, len(b.open))
	}
	changed := *b.hours
	for _, s := range timed {
		if i := b.index(s.from); b.sessions != nil {
			b.sessions[i>>6] |= 1 << (i & 63)
		}
	}
	again := make(map[Date]bool, len(timed))
	for _, s := range timed {
		again[s.from] = true
	}
	changed.own = slices.Concat(slices.DeleteFunc(slices.Clone(changed.own), func(s specialHours) bool { return again[s.from] }), timed)
	slices.SortFunc(changed.own, func(a, b specialHours) int { return a.from.Compare(b.from) })
	b.hours = &changed
}

// hoursOf are the hours of a session; without an opening if it has none. A clock that is
// left out is the regular one.
func (b *builder) hoursOf(fs *law.Faults, s Session) specialHours {
	var regular regularHours
	if b.hours != nil && len(b.hours.regular) > 0 {
		regular = b.hours.regularOn(s.Date)
	}
	opens, closes := s.Open, s.Close
	if opens.IsZero() {
		opens = regular.open
	}
	if closes.IsZero() {
		closes = regular.closeOn(s.Date)
	}
	if (!s.Open.IsZero() || !s.Close.IsZero()) && (opens.IsZero() || closes.Compare(opens) <= 0) {
		fs.Add(law.ErrConflict, "close", closes.String(), "is not after the opening, %s", opens)
	}
	return specialHours{s.Date, s.Date, opens, closes, s.Name, &s.Authority}
}

// checkDay records a day that is missing or outside the range.
func checkDay(fs *law.Faults, b *builder, d Date) bool {
	switch {
	case d.IsZero():
		fs.Missing("date")
	case !b.contains(d):
		fs.Add(law.ErrRange, "date", d.String(), "is outside %s to %s", b.first, b.last)
	default:
		return true
	}
	return false
}

// With returns the calendar with more closings, such as one announced this morning. A
// day that is closed already stays as it is. The error is that of [New].
func (c Calendar) With(closures ...Closure) (Calendar, error) {
	return c.amend(Definition{Closures: closures})
}

// WithSessions returns the calendar with days on which it is open at hours of their
// own: an early close announced this morning, or a closed day that opens again. The
// error is that of [New].
func (c Calendar) WithSessions(sessions ...Session) (Calendar, error) {
	return c.amend(Definition{Sessions: sessions})
}

// amend makes the changes. Those of a calendar that is amended already, on other days,
// are one list with them.
func (c Calendar) amend(changes Definition) (Calendar, error) {
	if c.IsZero() {
		var fs law.Faults
		fs.Missing("base")
		return Calendar{}, fs
	}
	changes.Base = c
	was := c.t.made
	if was == nil || was.Base.IsZero() {
		return New(changes)
	}
	days := make(map[Date]bool)
	for _, d := range was.Closures {
		days[d.Date] = true
	}
	for _, d := range was.Sessions {
		days[d.Date] = true
	}
	if slices.ContainsFunc(changes.Closures, func(d Closure) bool { return days[d.Date] }) ||
		slices.ContainsFunc(changes.Sessions, func(d Session) bool { return days[d.Date] }) {
		return New(changes)
	}
	out := *was
	out.Closures = slices.Concat(was.Closures, changes.Closures)
	out.Sessions = slices.Concat(was.Sessions, changes.Sessions)
	return New(out)
}

// Through returns the calendar cut off after the day: later days are then out
// of range instead of computed. NYSE().Through(NYSE().Announced()) never
// answers by rule alone. It is an error of kind [law.ErrRange] if the day lies
// outside the calendar.
func (c Calendar) Through(last Date) (Calendar, error) {
	if !c.Contains(last) {
		return Calendar{}, c.outside(last)
	}
	return New(Definition{Base: c, Last: last})
}

// And returns the calendar that is open when both are: the days on which a
// wire can move and shares can trade. It covers the days that both cover, and
// counts as announced as long as both are. Its sessions are those of c, if c
// keeps hours; other's are not kept. It is an error of kind [law.ErrRange] if
// they have no day in common.
func (c Calendar) And(other Calendar) (Calendar, error) {
	return New(Definition{All: []Calendar{c, other}})
}

// Or returns the calendar that is open when either is. It covers the days that
// both cover, and counts as announced as long as both are. Its sessions are
// those of c, if c keeps hours; a day on which other alone is open has none. It
// is an error of kind [law.ErrRange] if they have no day in common.
func (c Calendar) Or(other Calendar) (Calendar, error) {
	return New(Definition{Any: []Calendar{c, other}})
}

// combine is the calendar of two; zero if there is a fault.
func (c Calendar) combine(fs *law.Faults, other Calendar, name string, open func(a, b bool) bool) Calendar {
	first, last := later(c.First(), other.First()), earlier(c.Last(), other.Last())
	if last.Before(first) {
		fs.Add(law.ErrRange, "", other.Name(), "has no day in common with %s", c.Name())
		return Calendar{}
	}
	b := c.derive(name, first, last, earlier(earlier(c.Announced(), other.Announced()), last))
	if b.distinct += len(other.t.rules); b.distinct > mostRules {
		fs.Add(law.ErrRange, "", other.Name(), "and %s have more closures than one calendar holds (%d)", c.Name(), mostRules)
		return Calendar{}
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
	return Calendar{b.build()}
}

// derive starts a builder with the calendar's own days, closures and hours
// between two days.
func (c Calendar) derive(name string, first, last, announced Date) *builder {
	b := newBuilder(name, first, last, announced, c.IsOpen)
	b.distinct = len(c.t.rules)
	for i := range c.t.closedDay {
		if e := c.t.entryAt(i); b.contains(e.day) {
			b.entries = append(b.entries, e)
		}
	}
	b.hours, b.contingent = c.t.hours, c.t.contingent
	if c.t.sessions != nil {
		b.sessions = make([]uint64, len(b.open))
		for i := range b.days {
			if c.t.hasHours(c.t.index(b.day(i))) {
				b.sessions[i>>6] |= 1 << (i & 63)
			}
		}
	}
	return b
}

// Equal reports whether two calendars have the same name, the same days, open and
// closed for the same reasons, and the same hours. == asks less: it is true of copies
// of one calendar alone, and false of two that were read from the same JSON.
func (c Calendar) Equal(o Calendar) bool {
	a, b := c.t, o.t
	if a == b || a == nil || b == nil {
		return a == b
	}
	if a.name != b.name || a.first != b.first || a.last != b.last || a.announced != b.announced ||
		!slices.Equal(a.open, b.open) || !slices.Equal(a.closedDay, b.closedDay) {
		return false
	}
	for i := range a.closedDay {
		if a.entryAt(i).closure() != b.entryAt(i).closure() {
			return false
		}
	}
	if a.hours == b.hours && slices.Equal(a.sessions, b.sessions) {
		return true
	}
	for d := range c.Days(a.first, a.last) {
		mine, kept := c.Session(d)
		if other, also := o.Session(d); mine != other || kept != also {
			return false
		}
	}
	return true
}

// Replace returns the calendar with another one in the place of old, wherever it is made
// of it: a stored "NYSE and Federal Reserve" with this morning's closing of the exchange.
// A calendar that is old itself becomes the other one; one that has nothing to do with
// it stays. Old is known by [Calendar.Equal]. The error is that of [New].
func (c Calendar) Replace(old, by Calendar) (Calendar, error) {
	if !c.IsZero() && c.Equal(old) {
		return by, nil
	}
	made := c.table().made
	if made == nil {
		return c, nil
	}
	def, changed := *made, false
	var fs law.Faults
	part := func(field string, from Calendar) Calendar {
		to, err := from.Replace(old, by)
		fs.Merge(field, err)
		changed = changed || to != from
		return to
	}
	def.Base = part("base", made.Base)
	def.All, def.Any = slices.Clone(made.All), slices.Clone(made.Any)
	for i := range def.All {
		def.All[i] = part(check.At("all", i), made.All[i])
	}
	for i := range def.Any {
		def.Any[i] = part(check.At("any", i), made.Any[i])
	}
	if len(fs) > 0 || !changed {
		return c, fs.Err()
	}
	return New(def)
}

// Replace returns the deadline with another calendar in the place of old, as
// [Calendar.Replace] does: rules are stored with the calendar of their day, and a host
// that learns of a closing gives it to all of them. The error is that of [New].
func (dl Deadline) Replace(old, by Calendar) (Deadline, error) {
	var fs law.Faults
	var err error
	dl.Calendar, err = dl.Calendar.Replace(old, by)
	fs.Merge("calendar", err)
	return dl, fs.Err()
}

// Replace is [Deadline.Replace] for the count of the rule.
func (r ClosingRule) Replace(old, by Calendar) (ClosingRule, error) {
	var fs law.Faults
	var err error
	r.Count, err = r.Count.Replace(old, by)
	fs.Merge("count", err)
	return r, fs.Err()
}

// Replace is [Deadline.Replace] for every rule of the clause.
func (nc NoticeClause) Replace(old, by Calendar) (NoticeClause, error) {
	var fs law.Faults
	nc.Rules = slices.Clone(nc.Rules)
	for i := range nc.Rules {
		rule, field := &nc.Rules[i], check.At("rules", i)
		var err error
		rule.Lag, err = rule.Lag.Replace(old, by)
		fs.Merge(field+".lag", err)
		rule.Receipt, err = rule.Receipt.Replace(old, by)
		fs.Merge(field+".receipt", err)
	}
	change, err := nc.AddressChange.Replace(old, by)
	fs.Merge("address_change", err)
	nc.AddressChange = change
	return nc, fs.Err()
}

// Replace is [Deadline.Replace] for every era of the statute.
func (s Statute) Replace(old, by Calendar) (Statute, error) {
	var fs law.Faults
	s.Eras = slices.Clone(s.Eras)
	for i := range s.Eras {
		value, err := s.Eras[i].Value.Replace(old, by)
		fs.Merge(check.At("eras", i)+".value", err)
		s.Eras[i].Value = value
	}
	return s, fs.Err()
}

// ByName returns the ready calendar of that name: "NYSE", "Federal Reserve",
// "Federal" or "Settlement", or "Federal statutory" for the business days of
// Schedules 13D and 13G, 17 CFR 240.13d-1(i)(2), from 2024-01-01 on, which
// [Statutes] counts. Usual names lead to the same calendars, which keep their own:
// "XNYS", "XNAS" and "NASDAQ", which keeps the holidays and early closes of the NYSE,
// "Fedwire", "DTC" and "SEC". The error is of kind [law.ErrUnsupported].
func ByName(name string) (Calendar, error) {
	known := map[string]func() Calendar{
		"NYSE": NYSE, "XNYS": NYSE, "XNAS": NYSE, "NASDAQ": NYSE,
		"Federal Reserve": FederalReserve, "Fedwire": FederalReserve,
		"Federal": Federal, "SEC": Federal, "Federal statutory": federalHolidayDays,
		"Settlement": Settlement, "DTC": Settlement,
	}
	if calendar, ok := known[name]; ok {
		return calendar(), nil
	}
	var fs law.Faults
	fs.Add(law.ErrUnsupported, "calendar", strconv.Quote(name),
		`must be one of: "NYSE", "Federal Reserve", "Federal", "Settlement", "Federal statutory"`)
	return Calendar{}, fs
}

// MarshalText writes the name of a ready calendar, the JSON of another one, and nothing
// for the zero Calendar.
func (c Calendar) MarshalText() ([]byte, error) {
	switch {
	case c.t == nil:
		return []byte{}, nil
	case c.t.builtIn:
		return []byte(c.t.name), nil
	}
	return c.MarshalJSON()
}

// UnmarshalText reads what MarshalText writes.
func (c *Calendar) UnmarshalText(text []byte) error {
	switch {
	case len(text) == 0:
		*c = Calendar{}
		return nil
	case text[0] == '{':
		return c.UnmarshalJSON(text)
	}
	known, err := ByName(string(text))
	if err == nil {
		*c = known
	}
	return err
}

// MarshalJSON writes the name of a ready calendar, the [Definition] of another one, and
// an empty string for the zero Calendar.
func (c Calendar) MarshalJSON() ([]byte, error) {
	if c.t != nil && !c.t.builtIn {
		return json.Marshal(c.t.made)
	}
	return json.Marshal(c.table().stored())
}

func (t *table) stored() string {
	if t.builtIn {
		return t.name
	}
	return ""
}

// UnmarshalJSON reads what MarshalJSON writes, strictly, and of calendars within
// calendars at most 32.
func (c *Calendar) UnmarshalJSON(data []byte) error {
	if len(data) == 0 || data[0] != '{' {
		var name string
		if err := json.Unmarshal(data, &name); err != nil || string(data) == "null" {
			var fs law.Faults
			fs.Add(law.ErrInvalid, "", "", "is not the name of a calendar or the object of one")
			return fs
		}
		return c.UnmarshalText([]byte(name))
	}
	if calendarsIn(data) > mostCalendars {
		var fs law.Faults
		fs.Add(law.ErrRange, "", "", "is made of more than %d calendars", mostCalendars)
		return fs
	}
	var made Calendar
	var def Definition
	err := law.ReadFields(data, &def, func(def *Definition, fs *law.Faults) {
		if len(*fs) == 0 {
			var err error
			made, err = New(*def)
			fs.Merge("", err)
		}
	})
	if err == nil {
		*c = made
	}
	return err
}

// UnmarshalJSON reads a definition strictly: what is unknown, in other letters, given twice or not to
// be read is [law.Faults] with the path of each, and def stays as it was.
func (def *Definition) UnmarshalJSON(data []byte) error { return law.ReadFields(data, def) }

// calendarsIn counts the calendars in a document, up to one more than are allowed:
// its objects, but for the closures and sessions.
func calendarsIn(data []byte) int {
	n := 0
	dec := json.NewDecoder(bytes.NewReader(data))
	var value func() bool // false at the end, and of what is no JSON
	value = func() bool {
		token, err := dec.Token()
		switch {
		case err != nil || n > mostCalendars:
			return false
		case token == json.Delim('{'):
			for n++; dec.More(); {
				key, err := dec.Token()
				if err != nil {
					return false
				}
				var skipped json.RawMessage
				if listed := key == "closures" || key == "sessions"; listed && dec.Decode(&skipped) != nil || !listed && !value() {
					return false
				}
			}
		case token == json.Delim('['):
			for dec.More() {
				if !value() {
					return false
				}
			}
		default:
			return true
		}
		_, err = dec.Token()
		return err == nil
	}
	value()
	return n
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
