package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/persist"
	"github.com/offerkit/offerkit/law"
)

// books is everything that a log leads to. Those behind a [Deal] are never written
// again; fork makes some that are.
type books struct {
	agreed     []version   // the contracts as signed and amended, in order
	closedDays []closedDay // that the calendars did not know, by when it was told
	shorter    []shorter   // the calendars without those days
	versions   []version   // what follows from both, in order, the latest last
	owner      *persist.Version

	purchases      persist.List[account]
	deposits       persist.List[deposit]
	certificates   persist.List[certificate]
	legs           persist.List[legRecord]
	events         persist.Index[*record]
	references     [rails]persist.Index[int] // deposits and interest, by rail and the bank's reference
	numbers        persist.Index[int]        // certificates
	refusals       persist.List[time.Time]   // the latest of each party that was refused something
	refusedParties persist.Index[int]

	tracks       []track // facts that serve all purchases, by condition
	consents     []consent
	holds        []hold // on the whole deal
	terminated   time.Time
	notices      []notice
	proposals    []proposal
	amendments   []string // the names used, in order of use
	interest     []credit
	divided      []int64 // interest, by purchase, as of latestMoney; nil if not known
	suspense     []int   // deposits that came for no purchase
	interestLegs []int
	parked       []int // deposits that were told of before they were received
	parkedPapers []int // certificates, likewise
	late         []lateFact

	clock        time.Time // of the latest accepted instruction, at first the signing
	firstRelease time.Time // zero until the first
	lastRelease  time.Time
	latestMoney  time.Time // the latest instant at which money changed, or what decides whether it counts
	received     []sum     // of each currency, so that no sum overflows
	shares       int64     // of all certificates, likewise
	released     int64     // cents of all releases
	total        total     // toward the minimum, as of latestMoney
	wideWaivers  int       // of conditions that serve all purchases and set the Closing Date
}

// state is the books under the contract that was in force at an instant. While an
// event is decided it has rooms to write in; a question has none, and writes nothing.
type state struct {
	*books
	*contract
	rooms *rooms
}

// rooms are what one state cuts its short lists from, and what it writes over and
// over while events are decided. They are no part of the books.
type rooms struct {
	decisions persist.Room[Decision]
	reasons   persist.Room[law.Reason]
	legs      persist.Room[Leg]
	parts     persist.Room[part]
	outs      persist.Room[out]
	positions persist.Room[int]
	tracks    persist.Room[track]
	sightings persist.Room[sighting]
	waivers   persist.Room[waiver]
	closings  persist.Room[closed]
	names     persist.Room[PurchaseID]

	faults law.Faults // of the event at hand
	words  instants   // written under the present terms
	text   []byte
	steps  []law.Reason
	cents  []int64
	stale  []int // the purchases whose part of the total has to be looked at anew

	asked PurchaseID // by placeOf, the last time
	place int
}

// version is the contract from an instant on.
type version struct {
	from time.Time
	*contract
}

// sum is an amount in a currency.
type sum struct {
	currency string
	cents    int64
}

// consent is one party's agreement to another time on a day.
type consent struct {
	at   time.Time
	by   PartyID
	day  calendar.Date
	time calendar.Clock
}

// lateFact is one that a release was decided without.
type lateFact struct {
	at    time.Time
	event EventID
}

func newState(c *contract) *state {
	b := &books{owner: new(persist.Version), clock: c.Signed, total: total{known: true}}
	b.agreed = []version{{c.Signed, c}}
	s := &state{b, c, new(rooms)}
	s.reckon()
	s.open()
	return s
}

// open adds an account for each purchase that has none.
func (s *state) open() {
	for range len(s.Purchases) - s.purchases.Len() {
		s.purchases.Push(s.owner, account{})
	}
}

// fork is books that start from these and can be written to. What is shared is
// copied by the first write to it; every plain slice is clipped, so that appending
// to it copies it.
func (b *books) fork() *books {
	next := *b
	next.owner = new(persist.Version)
	next.tracks = clipped(b.tracks)
	next.agreed = slices.Clip(b.agreed)
	next.shorter = slices.Clip(b.shorter)
	next.consents = slices.Clip(b.consents)
	next.holds = clippedHolds(b.holds)
	next.notices = slices.Clip(b.notices)
	next.proposals = slices.Clone(b.proposals)
	next.amendments = slices.Clip(b.amendments)
	next.interest = slices.Clip(b.interest)
	next.interestLegs = slices.Clip(b.interestLegs)
	next.suspense = slices.Clip(b.suspense)
	next.parked = slices.Clip(b.parked)
	next.parkedPapers = slices.Clip(b.parkedPapers)
	next.late = slices.Clip(b.late)
	next.received = slices.Clone(b.received)
	return &next
}

// asOf is the books under the contract that was in force at the instant, for
// reading only.
func (b *books) asOf(t time.Time) *state { return &state{b, b.contractAt(t), nil} }

// latest is the contract in force.
func (b *books) latest() *contract { return b.versions[len(b.versions)-1].contract }

// contractAt is the contract that was in force at the instant.
func (b *books) contractAt(t time.Time) *contract {
	i := len(b.versions) - 1
	for i > 0 && b.versions[i].from.After(t) {
		i--
	}
	return b.versions[i].contract
}

// under is the state under another contract, for reading only.
func (s *state) under(c *contract) *state {
	if c == s.contract {
		return s
	}
	return &state{s.books, c, s.rooms}
}

// recordObserved keeps a fact about a condition, with its purchase or with the deal.
func (s *state) recordObserved(d *Decision, e Event, b Observed) {
	purchase, tracks := -1, &s.tracks
	if b.Purchase != "" {
		purchase, _ = s.placeOf(b.Purchase)
		tracks = &s.account(purchase).tracks
	}
	if len(*tracks) < len(s.Conditions) {
		all := s.rooms.tracks.Cut(len(s.Conditions))
		copy(all, *tracks)
		*tracks = all
	}
	condition := s.condition[b.Condition]
	(*tracks)[condition] = (*tracks)[condition].with(sighting{e.At, b.State == Met, b.Day}, &s.rooms.sightings)
	s.reweigh(purchase, e.At)
	s.warnLate(d, e, purchase)
}

// known is the part of the condition's track known by the instant.
func (s *state) known(condition, purchase int, t time.Time) track {
	tracks := s.tracks
	if !s.Conditions[condition].DealWide {
		tracks = s.purchases.Get(purchase).tracks
	}
	if condition >= len(tracks) {
		return nil
	}
	return tracks[condition].until(t)
}

// appended never writes into room that other books may share.
func appended[T any](to []T, x T) []T { return append(slices.Clip(to), x) }

// by reports whether something happened by the instant; the zero time is never.
func by(when, t time.Time) bool { return !when.IsZero() && !when.After(t) }

// sooner is the earlier of two instants of which the zero time is never.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
