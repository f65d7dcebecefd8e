package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
)

// account is what belongs to one purchase.
type account struct {
	book         ledger.List // its money, and the legs that take it
	certificates []int
	facts        []ledger.List // by condition; nil until the first
	waivers      []waiver
	holds        []hold
	orders       []order
	ends         []ending // words of one side that the purchase is over by agreement
	terminated   time.Time
	canceled     time.Time
	bound        []ending // by whom and when the right to cancel was given up
	closed       *closed
	bad          time.Time // since when it is not bona fide; zero if nobody said so
	counted      int64     // what of its money is in the state's total toward the minimum
	stale        bool      // whether that has to be looked at anew
	sold         bool      // whether that is in the state's total of what was released
}

// waiver is the accepted ones of a condition that a party gave for one day, or for no
// day.
type waiver struct {
	condition int
	by        PartyID
	day       calendar.Date
	at        waivedAt
}

// waivedAt lists when a condition was waived, in order of time: instructions do not go
// back.
type waivedAt []time.Time

// until are those by the instant.
func (ws waivedAt) until(t time.Time) waivedAt {
	n, _ := slices.BinarySearchFunc(ws, t, func(w, t time.Time) int {
		if w.After(t) {
			return 1
		}
		return -1
	})
	return ws[:n]
}

// cover is the first waiver that reaches back to a lapse that began then.
func (ws waivedAt) cover(from time.Time) (time.Time, bool) {
	if i, _ := slices.BinarySearchFunc(ws, from, time.Time.Compare); i < len(ws) {
		return ws[i], true
	}
	return time.Time{}, false
}

// addWaiver keeps a waiver.
func (s *state) addWaiver(p int, w waiver, at time.Time) {
	a := s.account(p)
	i := slices.IndexFunc(a.waivers, func(o waiver) bool { return o.condition == w.condition && o.by == w.by && o.day == w.day })
	if i < 0 {
		i = len(a.waivers)
		a.waivers = s.rooms.waivers.add(a.waivers, w)
	}
	a.waivers[i].at = s.rooms.instants.add(a.waivers[i].at, at)
}

// closed is what left with the one release of a purchase.
type closed struct {
	at      time.Time
	terms   *contract // under which
	cents   int64
	reached time.Time // since when the minimum was there; zero without one
}

// account returns the purchase's account for writing.
func (s *state) account(i int) *account {
	a, fresh := s.purchases.own(s.owner, i)
	if fresh {
		a.book = a.book.Fork()
		a.certificates = slices.Clip(a.certificates)
		a.facts = forked(a.facts)
		a.waivers = slices.Clone(a.waivers)
		for i := range a.waivers {
			a.waivers[i].at = slices.Clip(a.waivers[i].at)
		}
		a.holds = clippedHolds(a.holds)
		a.orders = slices.Clip(a.orders)
		a.ends = slices.Clip(a.ends)
		a.bound = slices.Clip(a.bound)
	}
	return a
}

// closedBy reports whether the purchase was released by the instant.
func (a *account) closedBy(t time.Time) bool { return a.closed != nil && !a.closed.at.After(t) }
