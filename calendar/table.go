package calendar

import (
	"math"
	"math/bits"
	"slices"

	"github.com/rickar/cal/v2"

	"github.com/offerkit/offerkit/law"
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
	entries  []entry
	distinct int // rules that the entries may bring, at the most
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
	sessions := make([]uint32, 0, len(t.open)*48)
	for w, word := range t.open {
		t.before[w] = uint32(len(sessions)) // #nosec G115 -- fewer than lastDay
		for ; word != 0; word &= word - 1 {
			sessions = append(sessions, uint32(w*64+bits.TrailingZeros64(word))) // #nosec G115 -- within the table
		}
	}
	t.place(sessions)

	// Days with their places sort faster than the entries themselves.
	order := make([]int64, len(b.entries))
	for i, e := range b.entries {
		order[i] = int64(e.day.n)<<32 | int64(i)
	}
	slices.Sort(order)
	t.closedDay = make([]int32, len(order))
	t.closedRule = make([]uint16, len(order))
	known := make(map[rule]uint16)
	var rules []rule
	for i, packed := range order {
		e := b.entries[packed&math.MaxUint32]
		at, seen := known[e.rule]
		if !seen {
			at = uint16(len(rules)) // #nosec G115 -- derive and closeGiven keep to mostRules
			known[e.rule], rules = at, append(rules, e.rule)
		}
		t.closedDay[i], t.closedRule[i] = e.day.n, at
	}
	t.rules = slices.Clip(rules)
	return &t
}

// place stores where the sessions are in the most compact form that fits.
func (t *table) place(sessions []uint32) {
	fits := func(shift uint8) bool {
		for k := range sessions {
			if sessions[k]-sessions[k>>shift<<shift] > 255 {
				return false
			}
		}
		return true
	}
	for t.shift = 6; !fits(t.shift); t.shift-- { // a shift of 0 always fits
	}
	t.offset = make([]uint8, len(sessions))
	t.base = make([]uint32, (len(sessions)+1<<t.shift-1)>>t.shift)
	for k, s := range sessions {
		start := sessions[k>>t.shift<<t.shift]
		t.base[k>>t.shift], t.offset[k] = start, uint8(s-start) // #nosec G115 -- fits, as chosen
	}
}
