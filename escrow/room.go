package escrow

import (
	"time"

	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// room hands out short lists that are cut from long ones, so that the many small
// lists of a replay take few pieces of memory. It makes the first list by itself
// and then sets aside twice as much each time, so that one event takes no more
// than it needs. The zero room is ready for use.
type room[T any] struct {
	free []T
	last int // how many elements were set aside the last time
}

// roomSize is how many elements are set aside at the most for short lists.
const roomSize = 512

// cut is a list of n zero elements of its own, with no room behind them.
func (r *room[T]) cut(n int) []T {
	if len(r.free) < n {
		r.last = max(n, min(2*r.last, roomSize))
		r.free = make([]T, r.last)
	}
	own := r.free[:n:n]
	r.free = r.free[n:]
	return own
}

// keep is a place of its own for the value.
func (r *room[T]) keep(x T) *T {
	own := &r.cut(1)[0]
	*own = x
	return own
}

// add appends to a list; the first element of most is their only one.
func (r *room[T]) add(to []T, x T) []T {
	if cap(to) == 0 {
		to = r.cut(1)[:0]
	}
	return append(to, x)
}

// clone is a list of its own with the same elements; an empty one is nil.
func (r *room[T]) clone(of []T) []T {
	if len(of) == 0 {
		return nil
	}
	own := r.cut(len(of))
	copy(own, of)
	return own
}

// rooms are where one state keeps what it writes. No other state cuts from them.
type rooms struct {
	decisions room[Decision]
	reasons   room[law.Reason]
	legs      room[Leg]
	parts     room[part]
	entries   ledger.Room
	positions room[int]
	facts     room[ledger.List]
	instants  room[time.Time]
	waivers   room[waiver]
	closings  room[closed]
	names     room[PurchaseID]

	// Written over and over while one event is decided.
	text  []byte
	steps []law.Reason
	cents []int64
	stale []int // the purchases whose part of the total has to be looked at anew

	tallies tallies // of consents

	asked PurchaseID // by placeOf, the last time
	place int
}
