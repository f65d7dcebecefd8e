package escrow

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"
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
type Body interface{ eventType() EventType }

// EventType is the word that names a body in JSON.
type EventType string

// The types of facts and of instructions, each named for its body.
const (
	TypeDepositReceived     EventType = "deposit.received"
	TypeDepositCleared      EventType = "deposit.cleared"
	TypeDepositReturned     EventType = "deposit.returned"
	TypeCertificateReceived EventType = "certificate.received"
	TypeCertificateReturned EventType = "certificate.returned"
	TypeObserved            EventType = "fact.observed"
	TypeConsented           EventType = "consent.given"
	TypeHoldPlaced          EventType = "hold.placed"
	TypeHoldLifted          EventType = "hold.lifted"
	TypeLegSettled          EventType = "leg.settled"
	TypeLegFailed           EventType = "leg.failed"
	TypeTerminated          EventType = "terminated"
	TypeOrdered             EventType = "court.ordered"
	TypeInterestEarned      EventType = "interest.earned"
	TypeDayClosed           EventType = "day.closed"
	TypeNotBonaFide         EventType = "purchase.not_bona_fide"

	TypeWaive             EventType = "waive"
	TypeRelease           EventType = "release"
	TypeRefund            EventType = "refund"
	TypeUnwind            EventType = "unwind"
	TypeDeliver           EventType = "certificates.deliver"
	TypeReissue           EventType = "reissue"
	TypeApplySuspense     EventType = "suspense.apply"
	TypeCancel            EventType = "cancel"
	TypeWaiveCancel       EventType = "cancel.waive"
	TypeCallClosing       EventType = "closing.call"
	TypeAmend             EventType = "amend"
	TypeSignAmendment     EventType = "amendment.sign"
	TypeWithdrawAmendment EventType = "amendment.withdraw"
)

func (DepositReceived) eventType() EventType     { return TypeDepositReceived }
func (DepositCleared) eventType() EventType      { return TypeDepositCleared }
func (DepositReturned) eventType() EventType     { return TypeDepositReturned }
func (CertificateReceived) eventType() EventType { return TypeCertificateReceived }
func (CertificateReturned) eventType() EventType { return TypeCertificateReturned }
func (Observed) eventType() EventType            { return TypeObserved }
func (Consented) eventType() EventType           { return TypeConsented }
func (HoldPlaced) eventType() EventType          { return TypeHoldPlaced }
func (HoldLifted) eventType() EventType          { return TypeHoldLifted }
func (LegSettled) eventType() EventType          { return TypeLegSettled }
func (LegFailed) eventType() EventType           { return TypeLegFailed }
func (Terminated) eventType() EventType          { return TypeTerminated }
func (Ordered) eventType() EventType             { return TypeOrdered }
func (InterestEarned) eventType() EventType      { return TypeInterestEarned }
func (DayClosed) eventType() EventType           { return TypeDayClosed }
func (NotBonaFide) eventType() EventType         { return TypeNotBonaFide }
func (Waive) eventType() EventType               { return TypeWaive }
func (Release) eventType() EventType             { return TypeRelease }
func (Refund) eventType() EventType              { return TypeRefund }
func (Unwind) eventType() EventType              { return TypeUnwind }
func (Deliver) eventType() EventType             { return TypeDeliver }
func (Reissue) eventType() EventType             { return TypeReissue }
func (ApplySuspense) eventType() EventType       { return TypeApplySuspense }
func (Cancel) eventType() EventType              { return TypeCancel }
func (WaiveCancel) eventType() EventType         { return TypeWaiveCancel }
func (CallClosing) eventType() EventType         { return TypeCallClosing }
func (Amend) eventType() EventType               { return TypeAmend }
func (SignAmendment) eventType() EventType       { return TypeSignAmendment }
func (WithdrawAmendment) eventType() EventType   { return TypeWithdrawAmendment }

// known reports whether the body is one of ours, by value. A pointer to one, or
// a foreign struct that embeds one, also has the method but is not.
func known(b Body) bool { return isFact(b) || isInstruction(b) }

func isFact(b Body) bool {
	switch b.(type) {
	case DepositReceived, DepositCleared, DepositReturned, CertificateReceived, CertificateReturned, Observed, Consented,
		HoldPlaced, HoldLifted, LegSettled, LegFailed, Terminated, Ordered, InterestEarned, DayClosed, NotBonaFide:
		return true
	}
	return false
}

func isInstruction(b Body) bool {
	switch b.(type) {
	case Waive, Release, Refund, Unwind, Deliver, Reissue, ApplySuspense, Cancel, WaiveCancel, CallClosing, Amend, SignAmendment,
		WithdrawAmendment:
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

// Instructs reports whether the event is an instruction, which can be refused
// for what it asks and may not go back in time. It is false for a fact.
func (e Event) Instructs() bool { return isInstruction(e.Body) }

// normal is the event with its instants in UTC, sharing nothing with the
// caller.
func (e Event) normal(in *room[PurchaseID]) Event {
	e.At = utc(e.At)
	if !e.Recorded.IsZero() {
		e.Recorded = utc(e.Recorded)
	}
	switch b := e.Body.(type) {
	case DepositReceived:
		if !b.Collected.IsZero() {
			b.Collected = utc(b.Collected)
			e.Body = b
		}
	case Release:
		b.Purchases = in.clone(b.Purchases)
		e.Body = b
	case Amend:
		b.Terms = b.Terms.clone()
		e.Body = b
	}
	return e
}

// same reports whether two events say the same. When each was booked is no part
// of that. The first is in the log.
func same(a, b Event) bool {
	if a.ID != b.ID || !a.At.Equal(b.At) || a.By != b.By || a.Type() != b.Type() {
		return false
	}
	switch body := a.Body.(type) {
	case Release:
		return slices.Equal(body.Purchases, b.Body.(Release).Purchases) //nolint:errcheck // the types are equal
	case Amend:
		// An amendment was refused at the door unless it can be written.
		one, err := json.Marshal(body)
		two, err2 := json.Marshal(b.Body)
		return err == nil && err2 == nil && bytes.Equal(one, two)
	}
	return a.Body == b.Body
}
