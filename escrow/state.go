package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// owner marks what one state alone holds and may write in place. It has a byte
// because pointers to empty structs may be equal.
type owner struct{ _ byte }

// state is everything that a log leads to. A state behind a [Deal] is never
// written again; fork makes one that is.
type state struct {
	*contract
	owner     *owner
	purchases []*account
	tracks    []track // facts that serve all purchases, by condition
	consents  []consent
	index     index

	clock        time.Time // of the latest instruction, at first the signing
	lastRelease  time.Time // zero until the first
	deposited    int64     // cents of all purchases, so that no sum overflows
	certificates int64     // shares of all purchases, likewise
	feesPaid     bool
}

// account is what belongs to one purchase.
type account struct {
	owner        *owner
	funds        receipts
	certificates receipts
	tracks       []track // by condition; nil until the first fact
	waivers      []waiver
	released     *released
}

// waiver is an accepted one.
type waiver struct {
	condition int
	at        time.Time
	day       calendar.Date
}

// released is what left with the one release of a purchase.
type released struct {
	at     time.Time
	cents  int64
	shares int64
}

// consent is one party's agreement to another time on a day.
type consent struct {
	at   time.Time
	by   PartyID
	day  calendar.Date
	time calendar.Clock
}

func newState(c *contract) *state {
	s := &state{contract: c, owner: new(owner), clock: c.Signed}
	accounts := make([]account, len(c.Purchases))
	s.purchases = make([]*account, len(c.Purchases))
	for i := range accounts {
		accounts[i].owner = s.owner
		s.purchases[i] = &accounts[i]
	}
	return s
}

// fork is a state that starts from this one and can be written to. It copies
// one pointer a purchase; an account is copied when it is first written. Every
// shared slice is clipped, so that appending to it copies it.
func (s *state) fork() *state {
	next := *s
	next.owner = new(owner)
	next.purchases = slices.Clone(s.purchases)
	next.tracks = clipped(s.tracks)
	next.consents = slices.Clip(s.consents)
	next.index = s.index.fork()
	return &next
}

// account returns the purchase's account for writing.
func (s *state) account(i int) *account {
	a := s.purchases[i]
	if a.owner == s.owner {
		return a
	}
	own := *a
	own.owner = s.owner
	own.funds = slices.Clip(a.funds)
	own.certificates = slices.Clip(a.certificates)
	own.tracks = clipped(a.tracks)
	own.waivers = slices.Clip(a.waivers)
	s.purchases[i] = &own
	return &own
}

func clipped(tracks []track) []track {
	own := slices.Clone(tracks)
	for i := range own {
		own[i] = slices.Clip(own[i])
	}
	return own
}

// observe records a fact about a condition; purchase is -1 for all.
func (s *state) observe(condition, purchase int, seen sighting) {
	tracks := &s.tracks
	if purchase >= 0 {
		tracks = &s.account(purchase).tracks
	}
	if *tracks == nil {
		*tracks = make([]track, len(s.Conditions))
	}
	(*tracks)[condition] = (*tracks)[condition].with(seen)
}

// known is the part of the condition's track known by the instant.
func (s *state) known(condition, purchase int, t time.Time) track {
	tracks := s.tracks
	if !s.Conditions[condition].DealWide {
		tracks = s.purchases[purchase].tracks
	}
	if tracks == nil {
		return nil
	}
	return tracks[condition].until(t)
}

// held is the money of a purchase in the agent's hands at the instant.
func (a *account) held(t time.Time) int64 {
	held := a.funds.sum(t)
	if a.released != nil && !a.released.at.After(t) {
		held -= a.released.cents
	}
	return held
}

// closedBy reports whether the purchase was released by the instant.
func (a *account) closedBy(t time.Time) bool {
	return a.released != nil && !a.released.at.After(t)
}
