package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// account is what belongs to one purchase.
type account struct {
	deposits     []int
	moves        []move // into it and out of it, other than deposits
	outs         []out
	certificates []int
	tracks       []track // by condition; nil until the first fact
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

// waiver is an accepted one.
type waiver struct {
	condition int
	by        PartyID
	at        time.Time
	day       calendar.Date
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
	a, fresh := s.purchases.Own(s.owner, i)
	if fresh {
		a.deposits = slices.Clip(a.deposits)
		a.moves = slices.Clip(a.moves)
		a.outs = slices.Clip(a.outs)
		a.certificates = slices.Clip(a.certificates)
		a.tracks = clipped(a.tracks)
		a.waivers = slices.Clip(a.waivers)
		a.holds = clippedHolds(a.holds)
		a.orders = slices.Clip(a.orders)
		a.ends = slices.Clip(a.ends)
		a.bound = slices.Clip(a.bound)
	}
	return a
}

func clipped(tracks []track) []track {
	own := slices.Clone(tracks)
	for i := range own {
		own[i] = slices.Clip(own[i])
	}
	return own
}

// closedBy reports whether the purchase was released by the instant.
func (a *account) closedBy(t time.Time) bool { return a.closed != nil && !a.closed.at.After(t) }
