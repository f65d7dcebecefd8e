// Package ledger keeps the entries of one account in order of time. What an account
// holds at an instant, since when it holds at least so much, and what became of it
// are views of that one list.
//
// An account is the money for one purchase in one currency, a deposit in suspense, or
// what is known of one condition. An entry that turns out otherwise is struck out and
// entered anew; the log of events, from which all entries follow, is never changed.
package ledger

import (
	"cmp"
	"iter"
	"time"
)

// Kind says what an entry does.
type Kind uint8

// The kinds of entries: from where money goes to where, or what is known.
const (
	_            Kind = iota
	Arrival           // came in, not good yet
	GoodArrival       // came in as good money
	Clearing          // turned good
	Bounce            // went back before it was good
	Return            // went back as good money
	Applied           // came from another account
	Given             // went to another account
	Release           // was ordered to go to the company or to a fee
	Settlement        // was paid as released
	Replacement       // is sent again by another leg
	Refund            // was ordered to go back
	Repayment         // was paid back
	RefundFailed      // did not go back, and is here again
	Interest          // interest that was ordered to be paid
	InterestFailed
	Credit // interest that came in
	Papers // certificates were ordered to go, which is no money
	Holds  // a fact: it is so
	Fails  // a fact: it is not so
)

// Column is where money is.
type Column int

// The columns. Money that is Here was not ordered to leave.
const (
	outside Column = iota
	Pending
	Here
	Returned
	Leaving
	Released
	Repaying
	Refunded
	Moved // to other accounts, negative if it came from them
	Paid  // interest ordered to be paid and not failed
	columns
)

// flows are the columns that an entry of each kind takes from and adds to.
var flows = [...]struct{ from, to Column }{
	Arrival: {outside, Pending}, GoodArrival: {outside, Here}, Clearing: {Pending, Here}, Bounce: {Pending, Returned},
	Return: {Here, Returned}, Applied: {Moved, Here}, Given: {Here, Moved}, Release: {Here, Leaving}, Settlement: {Leaving, Released},
	Replacement: {Leaving, Here}, Refund: {Here, Repaying}, Repayment: {Repaying, Refunded}, RefundFailed: {Repaying, Here},
	Interest: {outside, Paid}, InterestFailed: {Paid, outside}, Credit: {outside, Here}, Papers: {}, Holds: {}, Fails: {},
}

// funds are, of each kind, the sign with which it changes [Balance.Funds].
var funds = [...]int64{
	GoodArrival: 1, Clearing: 1, Return: -1, Applied: 1, Given: -1, Refund: -1, RefundFailed: 1, Credit: 1, Fails: 0,
}

// Balance is the money of an account by column.
type Balance [columns]int64

// Good is what came in and is good, wherever it went.
func (b *Balance) Good() int64 { return b[Here] + b[Leaving] + b[Released] + b[Repaying] + b[Refunded] }

// Funds is what came in as good money and was not ordered to go back.
func (b *Balance) Funds() int64 { return b[Here] + b[Leaving] + b[Released] }

func (b *Balance) add(k Kind, cents int64) {
	f := flows[k]
	b[f.from] -= cents
	b[f.to] += cents
}

// Kinds is a set of kinds.
type Kinds uint32

// Of is the set of the kinds.
func Of(kinds ...Kind) Kinds {
	var set Kinds
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}

// Entry is one change of an account. No two entries of a list are the same in all
// but their cents.
type Entry struct {
	At    time.Time // in UTC, without a monotonic reading
	Kind  Kind
	Cents int64
	Ref   int // the deposit or the leg, or what else the caller keeps entries apart by
	Other int // the other account
}

// entry is an Entry without pointers.
type entry struct {
	sec, cents       int64
	nsec, ref, other int32
	kind             Kind
}

func pack(e Entry) entry {
	return entry{e.At.Unix(), e.Cents, int32(e.At.Nanosecond()), int32(e.Ref), int32(e.Other), e.Kind} // #nosec G115 -- positions in lists
}

func (e *entry) unpack() Entry {
	return Entry{e.at().time(), e.kind, e.cents, int(e.ref), int(e.other)}
}

func (e *entry) at() instant { return instant{e.sec, e.nsec} }

// compare orders entries by time; of one instant a fact that fails is after one that
// holds, so that it decides.
func (e *entry) compare(o *entry) int {
	if c := e.at().compare(o.at()); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(e.ref, o.ref), cmp.Compare(e.kind, o.kind), cmp.Compare(e.other, o.other))
}

// instant is a time.Time without pointers.
type instant struct {
	sec  int64
	nsec int32
}

func instantOf(t time.Time) instant { return instant{t.Unix(), int32(t.Nanosecond())} } // #nosec G115 -- below a billion

func (a instant) time() time.Time { return time.Unix(a.sec, int64(a.nsec)).UTC() }

func (a instant) compare(b instant) int {
	if a.sec != b.sec {
		return cmp.Compare(a.sec, b.sec)
	}
	return cmp.Compare(a.nsec, b.nsec)
}

func (a instant) after(b instant) bool { return a.sec > b.sec || a.sec == b.sec && a.nsec > b.nsec }

// List is the entries of an account. The zero List has none. A copy that is read while
// the other is written has to be made by [List.Fork].
type List struct {
	few  []entry // in order, while they are few
	many *node   // otherwise
}

// width is how many entries, or nodes, a node holds at the most.
const width = 32

// Room is where the first entries of short lists are cut from. The zero Room is ready
// for use.
type Room struct{ free []entry }

// roomSize is how many entries are set aside at once.
const roomSize = 256

func (r *Room) cut(n int) []entry {
	if len(r.free) < n {
		r.free = make([]entry, max(n, roomSize))
	}
	own := r.free[:0:n]
	r.free = r.free[n:]
	return own
}

// Fork is a list of its own with the same entries.
func (l *List) Fork() List { return List{l.few[:len(l.few):len(l.few)], l.many} }

// IsEmpty reports whether there is no entry.
func (l *List) IsEmpty() bool { return len(l.few) == 0 && l.many == nil }

// Add enters an entry. Space for as many as expected is cut from the room.
func (l *List) Add(e Entry, expected int, in *Room) {
	own := pack(e)
	if l.many != nil {
		l.many = grown(l.many.with(own))
		return
	}
	n := len(l.few)
	i := place(l.few, &own)
	switch {
	case n == width:
		l.many, l.few = grown(leafOf(l.few).with(own)), nil
	case n == 0 && cap(l.few) == 0:
		l.few = append(in.cut(expected), own)
	case i == n:
		l.few = append(l.few, own)
	default: // written elsewhere, since a fork may read what is here
		few := make([]entry, n+1, 2*n)
		copy(few, l.few[:i])
		few[i] = own
		copy(few[i+1:], l.few[i:])
		l.few = few
	}
}

// Remove strikes out an entry that was added.
func (l *List) Remove(e Entry) {
	own := pack(e)
	if l.many != nil {
		l.many = l.many.without(&own)
		return
	}
	for i := range l.few {
		if l.few[i] == own {
			l.few = append(l.few[:i:i], l.few[i+1:]...)
			return
		}
	}
}

// place is where an entry belongs: after those that are not after it.
func place(in []entry, e *entry) int {
	i := len(in)
	for i > 0 && in[i-1].compare(e) > 0 {
		i--
	}
	return i
}

// At is the balance at the instant.
func (l *List) At(t time.Time) Balance {
	var b Balance
	at := instantOf(t)
	if l.many != nil {
		l.many.balance(at, &b)
		return b
	}
	for i := range l.few {
		e := &l.few[i]
		if e.at().after(at) {
			break
		}
		b.add(e.kind, e.cents)
	}
	return b
}

// Level is whether the funds of an account are as much as is asked for at an instant.
type Level struct {
	Have  int64
	Holds bool
	First time.Time // at which they first were; zero if they never were
	Since time.Time // from which they are without a break; zero if they are not
}

// Level asks whether the funds are at least so much at the instant. Entries of one
// instant count together.
func (l *List) Level(t time.Time, least int64) Level {
	var v Level
	at := instantOf(t)
	if l.many != nil {
		return l.many.level(at, least)
	}
	for i := range l.few {
		e := &l.few[i]
		if e.at().after(at) {
			break
		}
		v.Have += funds[e.kind] * e.cents
		if i+1 < len(l.few) && l.few[i+1].at() == e.at() {
			continue
		}
		now := v.Have >= least
		if now && !v.Holds {
			v.Since = e.at().time()
			if v.First.IsZero() {
				v.First = v.Since
			}
		}
		v.Holds = now
	}
	if !v.Holds {
		v.Since = time.Time{}
	}
	return v
}

// Last is the latest entry of one of the kinds by the instant.
func (l *List) Last(t time.Time, kinds Kinds) (Entry, bool) {
	at := instantOf(t)
	e := l.last(func(e *entry) bool { return !e.at().after(at) }, kinds)
	if e == nil {
		return Entry{}, false
	}
	return e.unpack(), true
}

// Next is the earliest entry of one of the kinds after the instant.
func (l *List) Next(t time.Time, kinds Kinds) (Entry, bool) {
	at := instantOf(t)
	e := l.first(func(e *entry) bool { return e.at().after(at) }, kinds)
	if e == nil {
		return Entry{}, false
	}
	return e.unpack(), true
}

// Run is a stretch of time in which a fact did not change.
type Run struct {
	Holds bool
	From  time.Time
	start entry
}

// Run is the one that lasts at the instant; ok is false if nothing is known.
func (l *List) Run(t time.Time) (r Run, ok bool) {
	at := instantOf(t)
	return l.run(func(e *entry) bool { return !e.at().after(at) })
}

// Before is the run before another; ok is false if there is none.
func (l *List) Before(r Run) (before Run, ok bool) {
	return l.run(func(e *entry) bool { return e.compare(&r.start) < 0 })
}

func (l *List) run(by func(*entry) bool) (Run, bool) {
	last := l.last(by, Facts)
	if last == nil {
		return Run{}, false
	}
	start := l.first(func(*entry) bool { return true }, Facts)
	if other := l.last(by, Facts&^(1<<last.kind)); other != nil {
		start = l.first(func(e *entry) bool { return e.compare(other) > 0 }, Facts)
	}
	return Run{last.kind == Holds, start.at().time(), *start}, true
}

// last is the latest entry of the kinds among those for which by is true: all up to
// some place in the order.
func (l *List) last(by func(*entry) bool, kinds Kinds) *entry {
	if l.many != nil {
		return l.many.latest(by, kinds)
	}
	return latestIn(l.few, by, kinds)
}

// first is the earliest entry of the kinds among those for which from is true: all
// from some place in the order.
func (l *List) first(from func(*entry) bool, kinds Kinds) *entry {
	if l.many != nil {
		return l.many.earliest(from, kinds)
	}
	return earliestIn(l.few, from, kinds)
}

func latestIn(in []entry, by func(*entry) bool, kinds Kinds) *entry {
	for i := len(in) - 1; i >= 0; i-- {
		if e := &in[i]; kinds&(1<<e.kind) != 0 && by(e) {
			return e
		}
	}
	return nil
}

func earliestIn(in []entry, from func(*entry) bool, kinds Kinds) *entry {
	for i := range in {
		if e := &in[i]; kinds&(1<<e.kind) != 0 && from(e) {
			return e
		}
	}
	return nil
}

// Changes are those of a column up to an instant, in order.
func (l *List) Changes(of Column, t time.Time) iter.Seq2[time.Time, int64] {
	var kinds Kinds
	for k, f := range flows {
		if f.from == of || f.to == of {
			kinds |= 1 << k
		}
	}
	return func(yield func(time.Time, int64) bool) {
		for e := range l.All(kinds) {
			cents := e.Cents
			if flows[e.Kind].from == of {
				cents = -cents
			}
			if e.At.After(t) || !yield(e.At, cents) {
				return
			}
		}
	}
}

// Facts are the kinds that say whether something is so.
const Facts Kinds = 1<<Holds | 1<<Fails

// Latest is the latest fact by the instant with so many cents, which tell what day it
// is about.
func (l *List) Latest(t time.Time, cents int64) (Entry, bool) {
	at := instantOf(t)
	by := func(e *entry) bool { return !e.at().after(at) }
	for e := l.last(by, Facts); e != nil; e = l.last(by, Facts) {
		if e.cents == cents {
			return e.unpack(), true
		}
		before := e
		by = func(e *entry) bool { return e.compare(before) < 0 }
	}
	return Entry{}, false
}

// All are the entries of the kinds in order.
func (l *List) All(kinds Kinds) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		if l.many != nil {
			l.many.all(kinds, yield)
			return
		}
		eachIn(l.few, kinds, yield)
	}
}

func eachIn(in []entry, kinds Kinds, yield func(Entry) bool) bool {
	for i := range in {
		if e := &in[i]; kinds&(1<<e.kind) != 0 && !yield(e.unpack()) {
			return false
		}
	}
	return true
}
