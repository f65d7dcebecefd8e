package escrow

import (
	"bytes"
	"encoding/json"
	"reflect" //nolint:depguard // the type of a body tells it from a foreign one with its methods
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/offerkit/offerkit/internal/persist"
	"github.com/offerkit/offerkit/law"
)

// EventID names an event. The caller chooses it; it makes an event idempotent:
// the same event twice is one event, and another under the same ID is refused.
type EventID string

// Event is one entry of the log. The zero Event is refused.
//
// Its JSON is an envelope with a version and a type, such as
//
//	{"v":1,"id":"e-7","type":"deposit.received","at":"2002-11-26T15:04:00Z","by":"agent",
//	 "data":{"rail":"wire","reference":"W-7","from":"ann","purchase":"ann","cents":6000000}}
type Event struct {
	// ID is unique in the log. It is required.
	ID EventID
	// At is when a fact took effect, and when an instruction was received. It
	// is required. Facts may come in any order; instructions may not go back
	// in time, or a release at 15:05 could be stamped 14:59.
	At time.Time
	// Recorded is when the event was written into the log, for the host's own
	// books: the second clock. It decides nothing and may be left out; given,
	// it is not before At. An event booked twice is the same event.
	Recorded time.Time
	// By is who reports the fact or gives the instruction. The caller has
	// made sure that it is that party. It is required.
	By PartyID
	// Body is what happened: one of the types of this package that say so,
	// by value. It is required.
	Body Body
}

// Body is what an event says: one of the facts or instructions of this package,
// by value.
//
// Facts are [DepositReceived], [DepositCleared], [DepositReturned],
// [CertificateReceived], [CertificateReturned], [Observed], [Consented],
// [HoldPlaced], [HoldLifted], [LegSettled], [LegFailed], [Terminated],
// [Ordered], [InterestEarned], [DayClosed] and [NotBonaFide]. Instructions are
// [Waive], [Release], [Refund], [Unwind], [Deliver], [Reissue], [ApplySuspense], [Cancel], [WaiveCancel],
// [CallClosing], [Amend], [SignAmendment] and [WithdrawAmendment].
type Body interface {
	// check records why the event is not one, given what the state knows. What
	// it asks for may still be refused; that is an answer.
	check(s *state, fs *law.Faults, at time.Time)
}

// EventType is the word for a body in JSON, such as "deposit.received". The table at
// [Stage] has all of them. The empty EventType is that of no event.
type EventType string

// entry is all that there is to one type of event.
type entry struct {
	word      EventType
	of        reflect.Type                   // the type of its bodies
	instructs bool                           // it is an instruction, and no fact
	do        func(*state, *Decision, Event) // records the fact, or decides the instruction
	read      func(data []byte) (Body, error)
	own       func(Body, *persist.Room[PurchaseID]) Body // a copy that shares nothing with the caller; nil if any copy is one
}

// entries is the table of events, the facts first. A new type of event is a body,
// which has its own check, and an entry here.
func entries() []entry {
	return []entry{
		fact("deposit.received", (*state).receiveDeposit).owning(ownDeposit),
		fact("deposit.cleared", (*state).clearDeposit),
		fact("deposit.returned", (*state).returnDeposit),
		fact("certificate.received", (*state).receiveCertificate),
		fact("certificate.returned", (*state).returnCertificate),
		fact("fact.observed", (*state).recordObserved),
		fact("consent.given", (*state).recordConsent),
		fact("hold.placed", (*state).placeHold),
		fact("hold.lifted", (*state).liftHold),
		fact("leg.settled", (*state).settleLeg),
		fact("leg.failed", (*state).failLeg),
		fact("terminated", (*state).terminate),
		fact("court.ordered", (*state).recordOrder),
		fact("interest.earned", (*state).earnInterest),
		fact("day.closed", (*state).recordClosed),
		fact("purchase.not_bona_fide", (*state).recordNotBonaFide),

		instruction("waive", (*state).waive),
		instruction("release", (*state).release).owning(ownRelease),
		instruction("refund", (*state).refund),
		instruction("unwind", (*state).unwind),
		instruction("certificates.deliver", (*state).deliver),
		instruction("reissue", (*state).reissue),
		instruction("suspense.apply", (*state).apply),
		instruction("cancel", (*state).cancel),
		instruction("cancel.waive", (*state).waiveCancel),
		instruction("closing.call", (*state).call),
		instruction("amend", (*state).amend).owning(ownAmend),
		instruction("amendment.sign", (*state).signAmendment),
		instruction("amendment.withdraw", (*state).withdrawAmendment),
	}
}

// fact is the entry of a fact, which is recorded.
func fact[B Body](word EventType, record func(*state, *Decision, Event, B)) entry {
	return entry{
		word: word,
		of:   reflect.TypeFor[B](),
		do: func(s *state, d *Decision, e Event) {
			if b, ok := e.Body.(B); ok {
				record(s, d, e, b)
			}
		},
		read: func(data []byte) (Body, error) {
			var b B
			err := law.ReadFields(data, &b)
			return b, err
		},
	}
}

// instruction is the entry of an instruction, which is decided.
func instruction[B Body](word EventType, decide func(*state, *Decision, Event, B)) entry {
	own := fact(word, decide)
	own.instructs = true
	return own
}

// owning is the entry of bodies that are copied apart from the caller's.
func (as entry) owning(own func(Body, *persist.Room[PurchaseID]) Body) entry {
	as.own = own
	return as
}

// entryOf finds the entry of a body; nil if it is none of ours, by value. A pointer
// to one, or a foreign struct that embeds one, has its methods but is not.
func entryOf(b Body) *entry { return table().of[reflect.TypeOf(b)] }

// entryNamed finds the entry of a word; nil if there is none.
func entryNamed(word EventType) *entry { return table().named[word] }

// finder is the table by type of body and by word.
type finder struct {
	of    map[reflect.Type]*entry
	named map[EventType]*entry
}

//nolint:gochecknoglobals // the memo of a pure function
var table = sync.OnceValue(func() finder {
	t := finder{make(map[reflect.Type]*entry), make(map[EventType]*entry)}
	for _, as := range entries() {
		t.of[as.of], t.named[as.word] = &as, &as
	}
	return t
})

// Type is the word for the event's body; empty if it has none of ours.
func (e Event) Type() EventType {
	if own := entryOf(e.Body); own != nil {
		return own.word
	}
	return ""
}

// Instructs reports whether the event is an instruction, which can be refused
// for what it asks and may not go back in time. It is false for a fact.
func (e Event) Instructs() bool {
	own := entryOf(e.Body)
	return own != nil && own.instructs
}

// normal is the event with its instants in UTC, sharing nothing with the
// caller.
func (e Event) normal(as *entry, in *persist.Room[PurchaseID]) Event {
	e.At, e.Recorded = utc(e.At), utc(e.Recorded)
	if as != nil && as.own != nil {
		e.Body = as.own(e.Body, in)
	}
	return e
}

// same reports whether two events say the same: they are written alike. When each
// was booked is no part of that.
func same(a, b Event) bool {
	a.Recorded, b.Recorded = time.Time{}, time.Time{}
	one, err := a.MarshalJSON()
	two, err2 := b.MarshalJSON()
	return err == nil && err2 == nil && bytes.Equal(one, two)
}

// checkEvent records why the event is not one.
func (s *state) checkEvent(fs *law.Faults, e Event, as *entry) {
	checkName(fs, "id", e.ID)
	checkInstant(fs, "at", e.At)
	checkName(fs, "by", e.By)
	if !e.Recorded.IsZero() {
		checkInstant(fs, "recorded", e.Recorded)
		if e.Recorded.Before(e.At) {
			fs.Add(law.ErrConflict, "recorded", e.Recorded.Format(time.RFC3339), "is before the event itself")
		}
	}
	switch {
	case e.Body == nil:
		fs.Missing("data")
	case as == nil:
		noBody(fs)
	default:
		e.Body.check(s, fs, e.At)
	}
}

func noBody(fs *law.Faults) {
	fs.Add(law.ErrInvalid, "data", "", "is not one of the bodies of this package, given by value")
}

// eventVersion is the version of the envelope that this package writes and the
// only one it reads.
const eventVersion = 1

// envelope is an event as JSON.
type envelope struct {
	V    int             `json:"v"`
	ID   EventID         `json:"id"`
	Type EventType       `json:"type"`
	At   time.Time       `json:"at"`
	Rec  time.Time       `json:"recorded,omitzero"`
	By   PartyID         `json:"by"`
	Data json.RawMessage `json:"data"`

	body Body // what data holds, once it is read
}

// MarshalJSON writes the envelope. The error is law.Faults: an event without a
// body of this package, or an instant that JSON cannot hold.
func (e Event) MarshalJSON() ([]byte, error) {
	var fs law.Faults
	as := entryOf(e.Body)
	if as == nil {
		noBody(&fs)
		return nil, fs
	}
	e = e.normal(as, new(persist.Room[PurchaseID]))
	data, err := json.Marshal(e.Body)
	if err != nil {
		fs.Merge("data", err)
		return nil, fs
	}
	out, err := json.Marshal(envelope{eventVersion, e.ID, as.word, e.At, e.Recorded, e.By, data, nil})
	if err != nil {
		fs.Merge("", err)
		return nil, fs
	}
	return out, nil
}

// UnmarshalJSON reads what MarshalJSON writes and nothing else. The error is
// law.Faults: another version and an unknown type are of kind
// law.ErrUnsupported; no ID is law.ErrMissing; an unknown field, a field in other letters or of another
// sort is law.ErrInvalid; a field given twice is law.ErrDuplicate. Whether the event makes sense in a deal is
// for [Deal.Apply] to say.
func (e *Event) UnmarshalJSON(text []byte) error {
	var raw envelope
	err := law.ReadFields(text, &raw, (*envelope).read)
	if err == nil {
		*e = Event{ID: raw.ID, At: utc(raw.At), Recorded: utc(raw.Rec), By: raw.By, Body: raw.body}
	}
	return err
}

// read reads the body, and records what an envelope lacks.
func (raw *envelope) read(fs *law.Faults) {
	switch raw.V {
	case eventVersion:
	case 0:
		fs.Missing("v")
	default:
		fs.Add(law.ErrUnsupported, "v", strconv.Itoa(raw.V), "is not a version that is read here; %d is", eventVersion)
	}
	if raw.ID == "" {
		fs.Missing("id")
	}
	given := len(raw.Data) > 0 && string(raw.Data) != "null"
	if !given {
		fs.Missing("data")
	}
	as := entryNamed(raw.Type)
	switch {
	case as != nil && given:
		var err error
		raw.body, err = as.read(raw.Data)
		fs.Merge("data", err)
	case as != nil:
	case raw.Type == "":
		fs.Missing("type")
	default:
		var words []string
		for _, as := range entries() {
			words = append(words, string(as.word))
		}
		fs.Add(law.ErrUnsupported, "type", strconv.Quote(string(raw.Type)), "must be one of: %s", strings.Join(words, ", "))
	}
}
