package calendar

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"time"

	"github.com/offerkit/offerkit/law"
	"github.com/rickar/cal/v2"
)

// table is the engine behind a Calendar: one bit a day, a running count of
// open days a word, and the place of every open day. It answers each question
// in constant time and without allocating, and is never written once built.
type table struct {
	name        string
	builtIn     bool        // its name alone says what it holds
	made        *Definition // or what it was made of
	first, last Date
	announced   Date
	days        uint32 // from first to last; 0 in the zero Calendar

	open   []uint64 // bit i of word w is set when day first+64w+i is open
	before []uint32 // before[w] counts the open days before word w

	// The k-th open day lies base[k>>shift] + offset[k] days after first. The
	// largest shift is chosen for which each offset fits a byte.
	base   []uint32
	offset []uint8
	shift  uint8

	closedDay  []int32  // day numbers of the closures, ascending
	closedRule []uint16 // for each, its rule
	rules      []rule

	hours *hours // nil for a calendar that keeps no hours
	// sessions has the bits of the open days that have hours; nil if all have. A
	// calendar composed of an exchange's is open on days on which that is not.
	sessions  []uint64
	recurring func() []*cal.Holiday // the holidays that closed days by rule, if known

	contingent []contingency // what may still change the days
}

// index is the place of d in the bit set. It is beyond the last bit for a day
// outside the table, also for one before its first day.
func (t *table) index(d Date) uint32 { return uint32(d.n - t.first.n) } // #nosec G115 -- wraps on purpose

// day is the inverse of index.
func (t *table) day(i uint32) Date { return Date{t.first.n + int32(i)} } // #nosec G115 -- within the table

func (t *table) contains(d Date) bool { return t.index(d) < t.days }

func (t *table) isOpen(i uint32) bool { return t.open[i>>6]>>(i&63)&1 != 0 }

// hasHours reports whether the open day i is a session.
func (t *table) hasHours(i uint32) bool {
	return t.hours != nil && (len(t.sessions) == 0 || t.sessions[i>>6]>>(i&63)&1 != 0)
}

// rank counts the open days up to and including day i.
func (t *table) rank(i uint32) int {
	w := i >> 6
	return int(t.before[w]) + bits.OnesCount64(t.open[w]<<(63-i&63))
}

// nth returns the k-th open day, counting from 0; k must be in range.
func (t *table) nth(k int) Date {
	return Date{t.first.n + int32(t.base[k>>t.shift]) + int32(t.offset[k])} // #nosec G115 -- within the table
}

func (t *table) count() int { return len(t.offset) }

// entry finds why a day is closed for more than the weekend.
func (t *table) entry(d Date) (entry, bool) {
	i, found := slices.BinarySearch(t.closedDay, d.n)
	if !found {
		return entry{}, false
	}
	return t.entryAt(i), true
}

// entriesFrom is the place of the first closure on the day or later.
func (t *table) entriesFrom(d Date) int {
	i, _ := slices.BinarySearch(t.closedDay, d.n)
	return i
}

// entryAt is the i-th closure of the table.
func (t *table) entryAt(i int) entry { return entry{Date{t.closedDay[i]}, t.rules[t.closedRule[i]]} }

// rule is what many closures share.
type rule struct {
	name      string
	authority *law.Citation
	moved     int16 // days from the holiday itself to the day on which it is kept
	special   bool
	once      bool // closes one day and not every year
}

// mostRules is how many different closures one calendar can tell apart.
const mostRules = math.MaxUint16

// entry is a closed day and why.
type entry struct {
	day  Date
	rule rule
}

func (e entry) closure() Closure {
	c := Closure{Date: e.day, Name: e.rule.name, Kind: Holiday, Authority: *e.rule.authority}
	if e.rule.special {
		c.Kind = Special
	}
	if e.rule.moved != 0 {
		c.Actual = e.day.AddDays(-int(e.rule.moved))
	}
	return c
}

// builder gathers the days of a table. Days are open or closed by week first;
// closures are then taken out.
type builder struct {
	table
	entries []entry // the first of a day is the one that says why it is closed
}

// newBuilder starts with every day open that the week function names.
func newBuilder(name string, first, last, announced Date, week func(d Date) bool) *builder {
	b := &builder{table: table{name: name, first: first, last: last, announced: announced}}
	b.days = b.index(last) + 1
	b.open = make([]uint64, (b.days+63)/64)
	for i := range b.days {
		if week(b.day(i)) {
			b.open[i>>6] |= 1 << (i & 63)
		}
	}
	return b
}

// weekdays is the week of five days.
func weekdays(d Date) bool { w := d.n % 7; return w != 0 && w != 6 }

// close takes a day out. The first closure of a day names it; days outside
// the table and days that the week closes are left as they are.
func (b *builder) close(d Date, r rule) {
	if i := b.index(d); i < b.days && b.isOpen(i) {
		b.open[i>>6] &^= 1 << (i & 63)
		b.entries = append(b.entries, entry{d, r})
	}
}

// build freezes the table.
func (b *builder) build() *table {
	t := b.table
	t.before = make([]uint32, len(t.open))
	open := make([]uint32, 0, len(t.open)*48)
	for w, word := range t.open {
		t.before[w] = uint32(len(open)) // #nosec G115 -- fewer than lastDay
		for ; word != 0; word &= word - 1 {
			open = append(open, uint32(w*64+bits.TrailingZeros64(word))) // #nosec G115 -- within the table
		}
	}
	t.place(open)

	slices.SortStableFunc(b.entries, func(a, b entry) int { return cmp.Compare(a.day.n, b.day.n) })
	b.entries = slices.CompactFunc(b.entries, func(a, b entry) bool { return a.day == b.day })
	t.closedDay = make([]int32, len(b.entries))
	t.closedRule = make([]uint16, len(b.entries))
	known := make(map[rule]uint16)
	var rules []rule
	for i, e := range b.entries {
		at, seen := known[e.rule]
		if !seen {
			at = uint16(len(rules)) // #nosec G115 -- New keeps to mostRules
			known[e.rule], rules = at, append(rules, e.rule)
		}
		t.closedDay[i], t.closedRule[i] = e.day.n, at
	}
	t.rules = slices.Clip(rules)
	return &t
}

// place stores where the open days are, by groups of as many as a power of two: the first
// of each group, and of each day how far it is from that, in a byte. Groups are as large
// as bytes allow, up to 64 days. The four ready calendars keep 161 KB so; the days
// themselves would be 605 KB.
func (t *table) place(open []uint32) {
	first := func(k int) uint32 { return open[k>>t.shift<<t.shift] } // of the group of the k-th
	for t.shift = 6; ; t.shift-- {
		t.base, t.offset = nil, make([]uint8, 0, len(open))
		for k, i := range open {
			if i-first(k) > math.MaxUint8 {
				break
			}
			if i == first(k) {
				t.base = append(t.base, i)
			}
			t.offset = append(t.offset, uint8(i-first(k))) // #nosec G115 -- as compared
		}
		if len(t.offset) == len(open) { // which it is with groups of one day
			t.base = slices.Clip(t.base)
			return
		}
	}
}

// The recurring holidays of this package are rickar/cal values, so that its
// rule engine computes them and a user of that library can have them. Its
// stock functions build their days in the process-wide cal.DefaultLoc, where a
// day may lack a midnight; the functions below build them in UTC, so that the
// answers are the same in every time zone.

// The ways in which a holiday on a weekend is moved.
func keepNever() []cal.AltDay { return []cal.AltDay{} }

func keepSunday() []cal.AltDay { return []cal.AltDay{{Day: time.Sunday, Offset: 1}} }

func keepBoth() []cal.AltDay {
	return []cal.AltDay{{Day: time.Saturday, Offset: -1}, {Day: time.Sunday, Offset: 1}}
}

// years limits a holiday to the years from the first to the last, both
// included; 0 leaves that end open.
func years(from, to int, h cal.Holiday) *cal.Holiday {
	h.StartYear, h.EndYear, h.Type = from, to, cal.ObservancePublic
	return &h
}

// fixed is a holiday on the same date every year.
func fixed(name string, month time.Month, day int, observed []cal.AltDay) cal.Holiday {
	return cal.Holiday{Name: name, Month: month, Day: day, Observed: observed, Func: onDate}
}

// nthWeekday is a holiday on the nth such weekday of a month; a negative n
// counts from the month's end.
func nthWeekday(name string, n int, weekday time.Weekday, month time.Month) cal.Holiday {
	return cal.Holiday{Name: name, Month: month, Weekday: weekday, Offset: n, Func: onNthWeekday}
}

// goodFriday is the Friday before Easter Sunday.
func goodFriday() cal.Holiday {
	return cal.Holiday{Name: "Good Friday", Offset: -2, Func: onEaster}
}

// electionDay is the Tuesday after the first Monday of November, which is
// never November 1.
func electionDay() cal.Holiday {
	return cal.Holiday{
		Name: "Election Day", Month: time.November, Weekday: time.Monday, Offset: 1, CalcOffset: 1, Func: onNthWeekday,
	}
}

func onDate(h *cal.Holiday, year int) time.Time {
	return time.Date(year, h.Month, h.Day, 0, 0, 0, 0, time.UTC)
}

func onNthWeekday(h *cal.Holiday, year int) time.Time {
	if h.Offset < 0 {
		last := time.Date(year, h.Month+1, 0, 0, 0, 0, 0, time.UTC)
		back := int(last.Weekday()-h.Weekday+7) % 7
		return last.AddDate(0, 0, 7*(h.Offset+1)-back)
	}
	first := time.Date(year, h.Month, 1, 0, 0, 0, 0, time.UTC)
	ahead := int(h.Weekday-first.Weekday()+7) % 7
	return first.AddDate(0, 0, 7*(h.Offset-1)+ahead)
}

// onEaster finds Easter Sunday of the Gregorian calendar with Gauss's method
// in the anonymous form of 1876, and moves by the holiday's offset.
func onEaster(h *cal.Holiday, year int) time.Time {
	golden, century, rest := year%19, year/100, year%100
	epact := (19*golden + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
	sunday := (32 + 2*(century%4) + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*sunday) / 451
	n := epact + sunday - 7*late + 114
	return time.Date(year, time.Month(n/31), n%31+1+h.Offset, 0, 0, 0, 0, time.UTC)
}

// closeHolidays takes out the days on which the holidays are kept. The years
// reach one beyond the table, since January 1 can be kept on December 31.
func (b *builder) closeHolidays(authority *law.Citation, holidays []*cal.Holiday) {
	for year := b.first.Year(); year <= min(b.last.Year()+1, 9999); year++ {
		for _, h := range holidays {
			actual, kept := h.Calc(year)
			if kept.IsZero() {
				continue
			}
			moved := DateOf(kept).Sub(DateOf(actual))
			b.close(DateOf(kept), rule{name: h.Name, authority: authority, moved: int16(moved)}) // #nosec G115 -- a day or two
		}
	}
}

// closeOccasions takes out days closed by a decision for that day alone.
func (b *builder) closeOccasions(authority *law.Citation, occasions []occasion) {
	for _, o := range occasions {
		b.close(numbered(o.day), rule{name: o.name, authority: authority, special: true, once: true})
	}
}

// numbered turns 2012_10_29 into a day.
func numbered(n int) Date { return fromCivil(n/10000, time.Month(n/100%100), n%100) }
