package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// RegistrationEvent is something that happened on the way of a registration
// statement. The zero RegistrationEvent is refused.
type RegistrationEvent struct {
	// Kind is what happened. Required.
	Kind RegistrationEventKind `json:"kind"`
	// Date is the day on which it did. Required.
	Date calendar.Date `json:"date"`
	// Base is, for a cut-back and for [RegistrationBase], the amount in dollars
	// that charges are a percentage of from that day on; it may be zero. Refused
	// for any other event.
	Base decimal.Decimal `json:"base,omitzero"`
}

// RegistrationEventKind is a kind of event. The zero RegistrationEventKind is
// refused.
type RegistrationEventKind string

// The kinds of event.
const (
	// RegistrationSigned is the signing of the agreement.
	RegistrationSigned RegistrationEventKind = "signed"
	// RegistrationClosed is the closing of the sale.
	RegistrationClosed RegistrationEventKind = "closed"
	// RegistrationDemanded is a demand for registration by the holders.
	RegistrationDemanded RegistrationEventKind = "demanded"
	// RegistrationFiled is the filing of the registration statement.
	RegistrationFiled RegistrationEventKind = "filed"
	// RegistrationNoReview is the SEC's word that it will not review the
	// statement, or has no further comments.
	RegistrationNoReview RegistrationEventKind = "no review"
	// RegistrationComments is a letter of comments from the SEC.
	RegistrationComments RegistrationEventKind = "comments"
	// RegistrationResponse is the issuer's response to one.
	RegistrationResponse RegistrationEventKind = "response"
	// RegistrationAmended is the filing of an amendment, or of a new statement
	// in place of the first.
	RegistrationAmended RegistrationEventKind = "amended"
	// RegistrationWithdrawn is the withdrawal of the statement.
	RegistrationWithdrawn RegistrationEventKind = "withdrawn"
	// RegistrationAccelerated is the issuer's request for acceleration.
	RegistrationAccelerated RegistrationEventKind = "acceleration requested"
	// RegistrationEffective is the statement's being declared effective.
	RegistrationEffective RegistrationEventKind = "effective"
	// RegistrationSuspended is the first day on which it cannot be used, and
	// RegistrationResumed the first on which it can be used again.
	RegistrationSuspended RegistrationEventKind = "suspended"
	RegistrationResumed   RegistrationEventKind = "resumed"
	// RegistrationCutBack is the SEC's cutting back of the shares that the
	// statement covers. Its Base is the price of the shares that stay, so that
	// those cut back bear no charge. Who gives up how many is a matter of
	// apportionment, which the offering package computes.
	RegistrationCutBack RegistrationEventKind = "cut back"
	// RegistrationBase is any other change of the base, as when shares are sold
	// or cut-back shares count again.
	RegistrationBase RegistrationEventKind = "base"
	// RegistrationAdditionalDue is the day from which an additional statement
	// is owed, as the agreement says: when the SEC first allows cut-back shares,
	// or when the issuer knows that the first statement covers too few.
	RegistrationAdditionalDue RegistrationEventKind = "additional due"
	// RegistrationAdditionalFiled and RegistrationAdditionalEffective are its
	// filing and its being declared effective.
	RegistrationAdditionalFiled     RegistrationEventKind = "additional filed"
	RegistrationAdditionalEffective RegistrationEventKind = "additional effective"
	// RegistrationSold is the day on which the last of the shares was sold.
	RegistrationSold RegistrationEventKind = "all sold"
	// RegistrationFree is the first day on which all can be sold under Rule 144
	// without the conditions that the agreement names.
	RegistrationFree RegistrationEventKind = "rule 144 free"
)

func (RegistrationEventKind) all() []RegistrationEventKind {
	return []RegistrationEventKind{
		RegistrationSigned, RegistrationClosed, RegistrationDemanded, RegistrationFiled,
		RegistrationNoReview, RegistrationComments, RegistrationResponse, RegistrationAmended,
		RegistrationWithdrawn, RegistrationAccelerated, RegistrationEffective, RegistrationSuspended,
		RegistrationResumed, RegistrationCutBack, RegistrationBase, RegistrationAdditionalDue,
		RegistrationAdditionalFiled, RegistrationAdditionalEffective, RegistrationSold, RegistrationFree,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (k *RegistrationEventKind) UnmarshalText(text []byte) error {
	return law.ReadWord(k, text, k.all()...)
}

// once reports whether an event of the kind can happen only once.
func (k RegistrationEventKind) once() bool {
	switch k {
	case RegistrationSigned, RegistrationClosed, RegistrationDemanded, RegistrationEffective, RegistrationSold, RegistrationFree:
		return true
	default:
		return false
	}
}

// after is the kind without which an event of this kind cannot have happened;
// empty if there is none.
func (k RegistrationEventKind) after() RegistrationEventKind {
	switch k {
	case RegistrationNoReview, RegistrationComments, RegistrationWithdrawn, RegistrationEffective:
		return RegistrationFiled
	case RegistrationResponse:
		return RegistrationComments
	case RegistrationSuspended:
		return RegistrationEffective
	case RegistrationResumed:
		return RegistrationSuspended
	case RegistrationAdditionalEffective:
		return RegistrationAdditionalFiled
	default:
		return ""
	}
}

// basic reports whether the event changes the base of charges.
func (k RegistrationEventKind) basic() bool { return k == RegistrationCutBack || k == RegistrationBase }

// RegistrationFacts tells what happened. The zero RegistrationFacts is refused
// where a fact is needed.
type RegistrationFacts struct {
	// Events lists what happened, by day; those of one day in their order.
	Events []RegistrationEvent `json:"events"`
	// Reviewed tells whether the SEC reviews the statement. Required if a clock
	// has another day for that case. A letter of comments contradicts no.
	Reviewed law.YesNo `json:"reviewed,omitempty"`
	// Base is the amount in dollars that charges are a percentage of, such as
	// the price paid for the shares to be registered. Required if the agreement
	// has a charge.
	Base decimal.Decimal `json:"base,omitzero"`
}
