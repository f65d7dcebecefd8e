package escrow

import (
	"slices"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// EventID names an event. The caller chooses it; it makes an event idempotent:
// the same event twice is one event, and another under the same ID is refused.
type EventID string

// Event is one entry of the log. The zero Event is refused.
//
// Its JSON is an envelope with a version and a type, such as
//
//	{"v":1,"id":"wire-7","type":"funds.deposited","at":"2002-11-26T15:04:00Z",
//	 "by":"agent","data":{"purchase":"alpha","cents":50000000}}
type Event struct {
	// ID is unique in the log. It is required.
	ID EventID
	// At is when a fact took effect, and when an instruction was received. It
	// is required. Facts may come in any order; instructions may not go back
	// in time, or a release at 15:05 could be stamped 14:59.
	At time.Time
	// By is who reports the fact or gives the instruction. The caller has
	// made sure that it is that party. It is required.
	By PartyID
	// Body is what happened: one of the types of this package that say so,
	// by value. It is required.
	Body Body
}

// Body is what an event says. The types that implement it are
// [FundsDeposited], [CertificatesDelivered], [Observed] and [Consented], which
// are facts, and [Waive] and [Release], which are instructions.
type Body interface{ eventType() EventType }

// EventType is the word that names a body in JSON.
type EventType string

const (
	// TypeFundsDeposited is the type of [FundsDeposited].
	TypeFundsDeposited EventType = "funds.deposited"
	// TypeCertificatesDelivered is the type of [CertificatesDelivered].
	TypeCertificatesDelivered EventType = "certificates.delivered"
	// TypeObserved is the type of [Observed].
	TypeObserved EventType = "fact.observed"
	// TypeConsented is the type of [Consented].
	TypeConsented EventType = "consent.given"
	// TypeWaive is the type of [Waive].
	TypeWaive EventType = "waive"
	// TypeRelease is the type of [Release].
	TypeRelease EventType = "release"
)

// FundsDeposited is the fact that good money reached the escrow account: a
// wire that cleared, at the instant at which it became good.
type FundsDeposited struct {
	// Purchase is the purchase paid for; one of the terms'.
	Purchase PurchaseID `json:"purchase"`
	// Cents is the amount, 1 or more.
	Cents int64 `json:"cents"`
}

// CertificatesDelivered is the fact that certificates in the investor's name
// reached the agent.
type CertificatesDelivered struct {
	// Purchase is the purchase that they are for; one of the terms'.
	Purchase PurchaseID `json:"purchase"`
	// Shares is the number of shares that they stand for, 1 or more.
	Shares int64 `json:"shares"`
}

// Observed is the fact that a condition is met, or is not. Two contrary facts
// of the same instant count as the worse one.
type Observed struct {
	// Condition is one of the terms', of a kind that is observed.
	Condition ConditionID `json:"condition"`
	// Purchase is the purchase for which it was observed; it is left empty
	// for a condition that is deal-wide, and required otherwise.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// State is [Met] or [Unmet].
	State State `json:"state"`
	// Day is the closing day for which the fact speaks, such as the date of
	// an opinion. It is required for conditions at closing, and empty for
	// others.
	Day calendar.Date `json:"day,omitzero"`
	// Note is for people; may be empty.
	Note string `json:"note,omitempty"`
}

// Consented is the fact that a party agreed to another closing time. A later
// consent of the same party for the same day replaces it. Two different ones of
// the same instant count for neither time.
type Consented struct {
	// Day is the closing day.
	Day calendar.Date `json:"day"`
	// Time is the New York time of day agreed to instead of the terms'. It
	// moves the hour and never the day.
	Time calendar.Clock `json:"time"`
}

// Waive is the instruction of the favored party that a condition need not be
// met for one purchase.
type Waive struct {
	// Purchase is the purchase; a waiver reaches no other.
	Purchase PurchaseID `json:"purchase"`
	// Condition is the condition given up.
	Condition ConditionID `json:"condition"`
	// Day is the closing that a waiver of a condition at closing is for. It
	// is required for those, and empty for others.
	Day calendar.Date `json:"day,omitzero"`
	// Signed says that the waiver is a writing signed by the party in By. The
	// zero value is no, and the waiver is refused.
	Signed bool `json:"signed,omitempty"`
}

// Release is the agent's instruction to pay out the money and hand out the
// certificates of the purchases named. All of them are released, or none.
type Release struct {
	// Purchases are named once each.
	Purchases []PurchaseID `json:"purchases"`
}

func (FundsDeposited) eventType() EventType        { return TypeFundsDeposited }
func (CertificatesDelivered) eventType() EventType { return TypeCertificatesDelivered }
func (Observed) eventType() EventType              { return TypeObserved }
func (Consented) eventType() EventType             { return TypeConsented }
func (Waive) eventType() EventType                 { return TypeWaive }
func (Release) eventType() EventType               { return TypeRelease }

// known reports whether the body is one of ours, by value. A pointer to one, or
// a foreign struct that embeds one, also has the method but is not.
func known(b Body) bool {
	switch b.(type) {
	case FundsDeposited, CertificatesDelivered, Observed, Consented, Waive, Release:
		return true
	}
	return false
}

// Type is the word for the event's body; empty if it has none of ours.
func (e Event) Type() EventType {
	if !known(e.Body) {
		return ""
	}
	return e.Body.eventType()
}

// normal is the event with its instant in UTC, sharing nothing with the
// caller.
func (e Event) normal() Event {
	e.At = utc(e.At)
	if r, ok := e.Body.(Release); ok {
		e.Body = Release{Purchases: slices.Clone(r.Purchases)}
	}
	return e
}

// same reports whether two checked events say the same.
func same(a, b Event) bool {
	if a.ID != b.ID || !a.At.Equal(b.At) || a.By != b.By || a.Type() != b.Type() {
		return false
	}
	if r, ok := a.Body.(Release); ok {
		return slices.Equal(r.Purchases, b.Body.(Release).Purchases) //nolint:errcheck // the types are equal
	}
	return a.Body == b.Body
}
