package calendar

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
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

// mostParts is how many calendars a list of one may have, and mostCalendars how many one
// may be made of in all, itself and those within others included and those that are stored
// by name apart. Building one takes some milliseconds at the most.
const (
	mostParts     = 16
	mostCalendars = 32
)

// New makes a calendar, which keeps nothing of the caller's lists. The error is
// [law.Faults]: what a [Definition] requires, parts that have no day in common or are more
// than 32 in all, a closure or a session without a name, outside the range, given twice or
// both.
func New(def Definition) (Calendar, error) {
	var fs law.Faults
	def.All, def.Any, def.Week = slices.Clone(def.All), slices.Clone(def.Any), slices.Clone(def.Week)
	def.Closures, def.Sessions = slices.Clone(def.Closures), slices.Clone(def.Sessions)
	b := def.start(&fs)
	if b == nil {
		return Calendar{}, fs
	}
	b.closeGiven(&fs, def.Closures)
	b.openGiven(&fs, def.Sessions, def.Closures)
	if len(fs) > 0 {
		return Calendar{}, fs
	}
	t := b.build()
	if check.AtMost(&fs, "closures", len(t.rules), mostRules); len(fs) > 0 {
		return Calendar{}, fs
	}
	t.made = &def
	return Calendar{t}, nil
}

// parts are the calendars that one is made of, and the name of the field.
func (def *Definition) parts() (list []Calendar, field string) {
	switch {
	case !def.Base.IsZero():
		return []Calendar{def.Base}, "base"
	case len(def.All) > 0:
		return def.All, "all"
	}
	return def.Any, "any"
}

// size is how many calendars one is made of, itself included.
func (def *Definition) size() int {
	n := 1
	list, _ := def.parts()
	for _, c := range list {
		if made := c.table().made; made != nil {
			n += made.size()
		}
	}
	return n
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
	return def.compose(fs)
}

// compose starts a calendar from those that it is made of.
func (def *Definition) compose(fs *law.Faults) *builder {
	list, field := def.parts()
	if !check.AtMost(fs, field, len(list), mostParts) {
		return nil
	}
	name, first, last, announced := "", Date{}, Date{lastDay}, Date{lastDay}
	for i, c := range list {
		switch {
		case c.IsZero():
			fs.Missing(check.At(field, i))
			continue
		case i == 0:
			name = c.Name()
		case later(first, c.First()).After(earlier(last, c.Last())):
			fs.Add(law.ErrRange, check.At(field, i), c.Name(), "has no day in common with %s", name)
			return nil
		default:
			name += map[string]string{"all": " and ", "any": " or "}[field] + c.Name()
		}
		first, last, announced = later(first, c.First()), earlier(last, c.Last()), earlier(announced, c.Announced())
	}
	if n := def.size(); n > mostCalendars {
		fs.Add(law.ErrRange, field, "", "is made of more than %d calendars", mostCalendars)
	}
	from, to := first, last
	for _, end := range []struct {
		field string
		given Date
		into  *Date
	}{{"first", def.First, &first}, {"last", def.Last, &last}} {
		switch {
		case end.given.IsZero():
		case end.given.Before(from) || end.given.After(to):
			check.Outside(fs, end.field, end.given.String(), name)
		default:
			*end.into = end.given
		}
	}
	if checkRange(fs, first, last); len(*fs) > 0 {
		return nil
	}
	if def.Name == "" {
		def.Name = def.usualName(field, name)
	}
	b := list[0].between(first, last)
	b.name, b.announced = def.Name, def.announced(fs, first, last, earlier(announced, last))
	for _, c := range list[1:] {
		b.join(c, field == "all")
	}
	if len(list) > 1 {
		b.contingent = contingentOn(list, field == "all")
	}
	return b
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

// usualName is the name of a calendar that is made of others, which have a name together.
func (def *Definition) usualName(field, name string) string {
	switch {
	case field != "base":
		return name
	case len(def.Closures) == 0 && len(def.Sessions) == 0 && !def.Last.IsZero():
		return name + " (through " + def.Last.String() + ")"
	case strings.HasSuffix(name, " (amended)"):
		return name
	}
	return name + " (amended)"
}

// closeGiven takes out the closures.
func (b *builder) closeGiven(fs *law.Faults, closures []Closure) {
	seen := make(map[Date]int, len(closures))
	cited := make(map[law.Citation]*law.Citation)
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
		b.close(c.Date, r)
	}
	rows.Close(fs)
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
	rows := check.Rows{List: "sessions"}
	given := make([]specialHours, len(sessions))
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
		seen[s.Date] = check.At("sessions", i)
		given[i] = b.hoursOf(&own, s)
		checkDay(&own, b, s.Date)
		rows.Add(fs, i, own)
	}
	if rows.Close(fs); len(*fs) > 0 {
		return
	}
	for _, s := range given {
		i := b.index(s.from)
		b.open[i>>6] |= 1 << (i & 63)
	}
	b.entries = slices.DeleteFunc(b.entries, func(e entry) bool { return b.isOpen(b.index(e.day)) })
	b.keep(given)
}

// keep gives days hours of their own, in place of those that they had. A day without an
// opening has the regular hours, as far as they are known, or none.
func (b *builder) keep(given []specialHours) {
	if b.hours == nil {
		b.hours, b.sessions = &hours{}, make([]uint64, len(b.open))
	}
	changed, again := *b.hours, make(map[Date]bool, len(given))
	for _, s := range given {
		again[s.from] = true
		if i := b.index(s.from); b.sessions != nil {
			b.sessions[i>>6] &^= 1 << (i & 63)
			if !s.open.IsZero() || len(changed.regular) > 0 {
				b.sessions[i>>6] |= 1 << (i & 63)
			}
		}
	}
	changed.own = slices.DeleteFunc(slices.Clone(changed.own), func(s specialHours) bool { return again[s.from] })
	for _, s := range given {
		if !s.open.IsZero() {
			changed.own = append(changed.own, s)
		}
	}
	slices.SortFunc(changed.own, func(a, b specialHours) int { return a.from.Compare(b.from) })
	if b.hours = &changed; len(changed.regular) == 0 && len(changed.own) == 0 {
		b.hours, b.sessions = nil, nil
	}
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
func checkDay(fs *law.Faults, b *builder, d Date) {
	switch {
	case d.IsZero():
		fs.Missing("date")
	case !b.contains(d):
		fs.Add(law.ErrRange, "date", d.String(), "is outside %s to %s", b.first, b.last)
	}
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

// amend makes the changes. Those of a calendar that is amended already are one list with
// them, in which the later change of a day takes the place of the earlier one, unless that
// would be another calendar.
func (c Calendar) amend(changes Definition) (Calendar, error) {
	if changes.Base = c; c.IsZero() {
		var fs law.Faults
		fs.Missing("base")
		return Calendar{}, fs
	}
	amended, err := New(changes)
	if was := c.t.made; err == nil && was != nil && !was.Base.IsZero() {
		if one, err := New(was.merged(amended.t.made)); err == nil && one.Equal(amended) {
			return one, nil
		}
	}
	return amended, err
}

// merged is the definition with the changes of one that is made of it.
func (def *Definition) merged(changes *Definition) Definition {
	closed, changed := make(map[Date]bool), make(map[Date]bool)
	for _, s := range changes.Sessions {
		changed[s.Date] = true
	}
	out := *def
	out.Name = changes.Name
	out.Closures = slices.DeleteFunc(slices.Clone(def.Closures), func(c Closure) bool { return changed[c.Date] })
	for _, c := range out.Closures {
		closed[c.Date] = true
	}
	for _, c := range changes.Closures {
		if changed[c.Date] = true; !closed[c.Date] { // which stays closed for the first reason
			out.Closures = append(out.Closures, c)
		}
	}
	out.Sessions = slices.DeleteFunc(slices.Clone(def.Sessions), func(s Session) bool { return changed[s.Date] })
	out.Sessions = append(out.Sessions, changes.Sessions...)
	return out
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

// between starts a builder with the days, closures and hours of the calendar from one of
// its days to another.
func (c Calendar) between(first, last Date) *builder {
	t := c.t
	b := &builder{table: table{first: first, last: last, hours: t.hours, contingent: t.contingent}}
	b.days = b.index(last) + 1
	from := t.index(first)
	b.open = bitsFrom(t.open, from, b.days)
	if len(t.sessions) > 0 {
		b.sessions = bitsFrom(t.sessions, from, b.days)
	}
	b.explain(t)
	return b
}

// join makes a day open if both are open on it, or with either, if one is. A day on which
// the other calendar alone is open has no hours.
func (b *builder) join(other Calendar, all bool) {
	open := bitsFrom(other.t.open, other.t.index(b.first), b.days)
	if !all && b.hours != nil {
		if b.sessions == nil {
			b.sessions = slices.Clone(b.open)
		}
		for w := range b.open {
			b.sessions[w] &= b.open[w]
		}
	}
	without := false // hours, on some open day
	for w := range b.open {
		if all {
			b.open[w] &= open[w]
		} else {
			b.open[w] |= open[w]
		}
		without = without || len(b.sessions) > 0 && b.open[w]&^b.sessions[w] != 0
	}
	if !without {
		b.sessions = nil
	}
	b.explain(other.t)
	b.entries = slices.DeleteFunc(b.entries, func(e entry) bool { return b.isOpen(b.index(e.day)) })
}

// explain takes over why days are closed. What was given for a day before remains.
func (b *builder) explain(t *table) {
	for i := t.entriesFrom(b.first); i < len(t.closedDay) && t.closedDay[i] <= b.last.n; i++ {
		b.entries = append(b.entries, t.entryAt(i))
	}
}

// bitsFrom has so many of the bits, from one of them on.
func bitsFrom(bits []uint64, from, n uint32) []uint64 {
	out := make([]uint64, (n+63)/64)
	for i := range out {
		w, shift := from>>6+uint32(i), from&63 // #nosec G115 -- words of a calendar
		out[i] = bits[w] >> shift
		if shift > 0 && int(w)+1 < len(bits) {
			out[i] |= bits[w+1] << (64 - shift)
		}
	}
	if n&63 != 0 {
		out[len(out)-1] &= 1<<(n&63) - 1
	}
	return out
}

// Equal reports whether two calendars have the same name, the same days, open and
// closed for the same reasons, and the same hours. == is true only of copies of one
// calendar: of two that were read from the same JSON, == is false and Equal true.
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
// it stays. Old is known by [Calendar.Equal]. The error is that of [New], and of kind
// [law.ErrMissing] if there is no other one; the calendar then stays as it was.
func (c Calendar) Replace(old, by Calendar) (Calendar, error) {
	var fs law.Faults
	if !c.IsZero() && c.Equal(old) {
		if by.IsZero() {
			fs.Missing("")
		}
		return whole(c, by, fs)
	}
	made := c.table().made
	if made == nil {
		return c, nil
	}
	def := *made
	def.All, def.Any = slices.Clone(made.All), slices.Clone(made.Any)
	replace(&fs, "base", &def.Base, old, by)
	for i := range def.All {
		replace(&fs, check.At("all", i), &def.All[i], old, by)
	}
	for i := range def.Any {
		replace(&fs, check.At("any", i), &def.Any[i], old, by)
	}
	if len(fs) > 0 || def.Base == made.Base && slices.Equal(def.All, made.All) && slices.Equal(def.Any, made.Any) {
		return whole(c, c, fs)
	}
	again := New
	if def.First.IsZero() && def.Last.IsZero() && def.Announced.IsZero() && !def.Base.IsZero() {
		again = def.Base.amend
	}
	to, err := again(def)
	fs.Merge("", err)
	return whole(c, to, fs)
}

// replace replaces a calendar in a part.
func replace[T interface {
	Replace(old, by Calendar) (T, error)
}](fs *law.Faults, field string, part *T, old, by Calendar) {
	to, err := (*part).Replace(old, by)
	fs.Merge(field, err)
	*part = to
}

// whole is what something was made into, or with a fault what it was.
func whole[T any](was, to T, fs law.Faults) (T, error) {
	if len(fs) > 0 {
		return was, fs
	}
	return to, nil
}

// Replace returns the deadline with another calendar in the place of old, as
// [Calendar.Replace] does: rules are stored with the calendar of their day, and a host
// that learns of a closing gives it to all of them. The errors are those of
// [Calendar.Replace]; the deadline then stays as it was.
func (dl Deadline) Replace(old, by Calendar) (Deadline, error) {
	var fs law.Faults
	to := dl
	replace(&fs, "calendar", &to.Calendar, old, by)
	return whole(dl, to, fs)
}

// Replace is [Deadline.Replace] for the count of the rule.
func (r ClosingRule) Replace(old, by Calendar) (ClosingRule, error) {
	var fs law.Faults
	to := r
	replace(&fs, "count", &to.Count, old, by)
	return whole(r, to, fs)
}

// Replace is [Deadline.Replace] for every rule of the clause.
func (nc NoticeClause) Replace(old, by Calendar) (NoticeClause, error) {
	var fs law.Faults
	to := nc
	to.Rules = slices.Clone(nc.Rules)
	for i := range to.Rules {
		replace(&fs, check.At("rules", i)+".lag", &to.Rules[i].Lag, old, by)
		replace(&fs, check.At("rules", i)+".receipt", &to.Rules[i].Receipt, old, by)
	}
	replace(&fs, "address_change", &to.AddressChange, old, by)
	return whole(nc, to, fs)
}

// Replace is [Deadline.Replace] for every era of the statute.
func (s Statute) Replace(old, by Calendar) (Statute, error) {
	var fs law.Faults
	to := s
	to.Eras = slices.Clone(s.Eras)
	for i := range to.Eras {
		replace(&fs, check.At("eras", i)+".value", &to.Eras[i].Value, old, by)
	}
	return whole(s, to, fs)
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

// UnmarshalText reads what MarshalText writes, and the other names of [ByName].
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

// Value stores the calendar in a column of text, as MarshalText writes it, and the zero
// Calendar as NULL.
func (c Calendar) Value() (driver.Value, error) {
	if c.IsZero() {
		return nil, nil
	}
	text, err := c.MarshalText()
	return string(text), err
}

// Scan reads a column of text or of JSON, in which a name stands in quotes; NULL becomes
// the zero Calendar.
func (c *Calendar) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*c = Calendar{}
		return nil
	case string:
		return c.scan([]byte(v))
	case []byte:
		return c.scan(v)
	}
	var fs law.Faults
	fs.Add(law.ErrInvalid, "calendar", "", "cannot be read from a column of Go type %s", fmt.Sprintf("%T", src))
	return fs
}

func (c *Calendar) scan(text []byte) error {
	if len(text) > 0 && text[0] == '"' {
		return c.UnmarshalJSON(text)
	}
	return c.UnmarshalText(text)
}

// MarshalJSON writes the name of a ready calendar, the [Definition] of another one, and
// an empty string for the zero Calendar.
func (c Calendar) MarshalJSON() ([]byte, error) {
	switch {
	case c.t == nil:
		return []byte(`""`), nil
	case c.t.builtIn:
		return json.Marshal(c.t.name)
	}
	return json.Marshal(c.t.made)
}

// UnmarshalJSON reads what MarshalJSON writes, strictly, and of calendars within
// calendars at most 32.
func (c *Calendar) UnmarshalJSON(data []byte) error {
	data = bytes.Trim(data, " \t\r\n")
	if len(data) == 0 || data[0] != '{' {
		var name string
		if err := json.Unmarshal(data, &name); err != nil || string(data) == "null" {
			var fs law.Faults
			fs.Add(law.ErrInvalid, "", "", "is not the name of a calendar or the object of one")
			return fs
		}
		return c.UnmarshalText([]byte(name)) // encoding/json reads the text of a map's key as a string
	}
	var made Calendar
	var def Definition
	err := def.read(data, func(def *Definition, fs *law.Faults) {
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
// be read is [law.Faults] with the path of each, and def stays as it was. It may be made of as many
// calendars as [New] takes.
func (def *Definition) UnmarshalJSON(data []byte) error { return def.read(data) }

// read refuses what is made of too many calendars before any of them is built.
func (def *Definition) read(data []byte, checks ...func(*Definition, *law.Faults)) error {
	if calendarsIn(data) > mostCalendars {
		var fs law.Faults
		fs.Add(law.ErrRange, "", "", "is made of more than %d calendars", mostCalendars)
		return fs
	}
	return law.ReadFields(data, def, checks...)
}

// calendarsIn counts the calendars in a document, which may be no JSON: its objects, but
// for those in lists of closures and sessions, and the objects of calendars that are
// written as text. It looks at each byte once or twice, however deep the document is.
func calendarsIn(data []byte) int {
	n, depth, skipped := 0, 0, 0 // skipped is the depth of a list of closures or sessions
	var key, text string         // the last field, and the last string
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			start := i + 1
			for i++; i < len(data) && data[i] != '"'; i++ {
				if data[i] == '\\' {
					i++
				}
			}
			if text = string(data[start:min(i, len(data))]); skipped == 0 && key != "name" {
				n += strings.Count(text, "{") + strings.Count(strings.ToLower(text), "u007b")
			}
		case ':':
			key, text = text, ""
		case ',', '}', ']':
			if data[i] != ',' {
				if depth == skipped {
					skipped = 0
				}
				depth--
			}
			if skipped == 0 {
				key = ""
			}
		case '{', '[':
			depth++
			switch {
			case skipped > 0:
			case data[i] == '{':
				n++
			case key == "closures" || key == "sessions":
				skipped = depth
			}
			key = ""
		}
	}
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
