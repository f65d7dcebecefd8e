package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/ledger"
	"github.com/offerkit/offerkit/law"
)

// state is everything that a log leads to. A state behind a [Deal] is never
// written again; fork makes one that is.
type state struct {
	*contract
	agreed     []version   // the contracts as signed and amended, in order
	closedDays []closedDay // that the calendars did not know, by when it was told
	shorter    []shorter   // the calendars without those days
	versions   []version   // what follows from both, in order, the latest last
	latest     int         // the version with which the contract agreed on last came into force
	owner      *owner

	purchases      vec[account]
	deposits       vec[deposit]
	certificates   vec[certificate]
	legs           vec[legRecord]
	events         index[*record]
	references     [rails]index[int] // deposits and interest, by rail and the bank's reference
	numbers        index[int]        // certificates
	refusals       vec[time.Time]    // the latest of each party that was refused something
	refusedParties index[int]

	facts        []ledger.List // facts that serve all purchases, by condition
	consents     []consent
	holds        []hold // on the whole deal
	terminated   time.Time
	notices      []notice
	proposals    []proposal
	amendments   []string // the names used, in order of use
	interest     []credit
	credits      ledger.List // interest, and the legs that pay it
	divided      []int64     // the shares of purchases in the first credits; nil if not known
	dividedOf    int         // in how many
	dividedFrom  time.Time   // from when on no share depends on the instant asked about
	suspense     []int       // deposits that came for no purchase
	parked       []int       // deposits that were told of before they were received
	parkedPapers []int       // certificates, likewise
	late         []lateFact

	words  instants   // written while deciding
	faults law.Faults // of the event being looked at

	rooms *rooms // of this state alone

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
	s := &state{contract: c, owner: new(owner), rooms: new(rooms), clock: c.Signed, total: total{known: true}}
	s.agreed = []version{{c.Signed, c}}
	s.reckon(0)
	s.open()
	return s
}

// open adds an account for each purchase that has none.
func (s *state) open() {
	for range len(s.Purchases) - s.purchases.n {
		s.purchases.push(s.owner, account{})
	}
}

// fork is a state that starts from this one and can be written to. Its lists
// are shared by chunks; every plain slice is clipped, so that appending to it
// copies it.
func (s *state) fork() *state {
	next := *s
	next.owner = new(owner)
	next.purchases = s.purchases.fork()
	next.deposits = s.deposits.fork()
	next.certificates = s.certificates.fork()
	next.legs = s.legs.fork()
	next.events = s.events.fork()
	for i := range s.references {
		next.references[i] = s.references[i].fork()
	}
	next.numbers = s.numbers.fork()
	next.refusals = s.refusals.fork()
	next.refusedParties = s.refusedParties.fork()
	next.facts = forked(s.facts)
	next.agreed = slices.Clip(s.agreed)
	next.versions = slices.Clip(s.versions)
	next.shorter = slices.Clip(s.shorter)
	next.consents = slices.Clip(s.consents)
	next.holds = clippedHolds(s.holds)
	next.notices = slices.Clip(s.notices)
	next.proposals = slices.Clone(s.proposals)
	next.amendments = slices.Clip(s.amendments)
	next.interest = slices.Clip(s.interest)
	next.credits = s.credits.Fork()
	next.suspense = slices.Clip(s.suspense)
	next.parked = slices.Clip(s.parked)
	next.parkedPapers = slices.Clip(s.parkedPapers)
	next.late = slices.Clip(s.late)
	next.rooms = new(rooms)
	next.received = slices.Clone(s.received)
	return &next
}

// asOf is the state under the contract that was in force at the instant, for
// reading only.
func (s *state) asOf(t time.Time) *state { return s.under(s.contractAt(t)) }

// contractAt is the contract that was in force at the instant.
func (s *state) contractAt(t time.Time) *contract {
	i := len(s.versions) - 1
	for i > 0 && s.versions[i].from.After(t) {
		i--
	}
	return s.versions[i].contract
}

// under is the state under another contract, for reading only.
func (s *state) under(c *contract) *state {
	if c == s.contract {
		return s
	}
	then := *s
	then.contract = c
	return &then
}

// by reports whether something happened by the instant; the zero time is never.
func by(when, t time.Time) bool { return !when.IsZero() && !when.After(t) }

// sooner is the earlier of two instants of which the zero time is never.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
