package escrow

import (
	"slices"

	"github.com/offerkit/offerkit/law"
)

// Outcome says what became of an event. The zero Outcome is that of no event.
type Outcome string

const (
	// Accepted means that the fact was recorded, or the instruction is carried out.
	Accepted Outcome = "accepted"
	// Refused means that the instruction is not carried out. It stays refused under its
	// ID; to try again, use another.
	Refused Outcome = "refused"
	// Duplicate means that the event was decided before; nothing happens again.
	Duplicate Outcome = "duplicate"
)

// Decision is the answer to an event.
type Decision struct {
	// Event is the event's ID.
	Event EventID `json:"event"`
	// Outcome says what became of it.
	Outcome Outcome `json:"outcome"`
	// First is the outcome of the first time for a duplicate, whose other
	// fields repeat the first decision; empty otherwise.
	First Outcome `json:"first,omitempty"`
	// Why holds every reason for a refusal, in a fixed order: the
	// instruction's own first, then purchase by purchase and condition by
	// condition. For an accepted instruction it tells the steps. It is empty
	// for a recorded fact.
	Why law.Reasons `json:"why,omitempty"`
	// Warnings do not stand in the way, but someone should know.
	Warnings law.Reasons `json:"warnings,omitempty"`
	// Findings are the conditions that kept a release back.
	Findings []Finding `json:"findings,omitempty"`
	// Legs are what the agent must now do, once each. A duplicate repeats
	// them with the same IDs.
	Legs []Leg `json:"legs,omitempty"`
}

// LegKind says what a leg moves.
type LegKind string

const (
	// LegFee pays a fee.
	LegFee LegKind = "fee"
	// LegProceeds pays the company what is left.
	LegProceeds LegKind = "proceeds"
	// LegCertificates hands an investor its certificates.
	LegCertificates LegKind = "certificates"
)

// Leg is one payment or delivery of a release. The cents of its legs are the
// money released, to the cent.
type Leg struct {
	// ID is the event's ID, a slash and the leg's number from 1: the same on
	// every replay, to be used as the bank's idempotency key.
	ID string `json:"id"`
	// Kind says what moves.
	Kind LegKind `json:"kind"`
	// Payee receives it.
	Payee PartyID `json:"payee"`
	// Purchase is the one whose certificates move; empty for money, which is
	// pooled over the purchases of the release.
	Purchase PurchaseID `json:"purchase,omitempty"`
	// Cents is the money; 0 for certificates.
	Cents int64 `json:"cents,omitempty"`
	// Shares is the number of shares; 0 for money.
	Shares int64 `json:"shares,omitempty"`
	// For is the fee's own description.
	For string `json:"for,omitempty"`
}

// clone shares no slice with d, so that neither side can change the other's.
func (d Decision) clone() Decision {
	d.Why = slices.Clone(d.Why)
	d.Warnings = slices.Clone(d.Warnings)
	d.Legs = slices.Clone(d.Legs)
	d.Findings = slices.Clone(d.Findings)
	for i := range d.Findings {
		d.Findings[i].Why = slices.Clone(d.Findings[i].Why)
	}
	return d
}

// refuse adds a reason against the instruction.
func (d *Decision) refuse(code, text string, authority law.Citation) {
	d.Outcome = Refused
	d.Why = append(d.Why, law.Reason{Code: code, Text: text, Authority: authority})
}

// tell adds a step to an accepted instruction.
func (d *Decision) tell(code, text string, authority law.Citation) {
	d.Why = append(d.Why, law.Reason{Code: code, Text: text, Authority: authority})
}

// warn adds a warning.
func (d *Decision) warn(code, text string, authority law.Citation) {
	d.Warnings = append(d.Warnings, law.Reason{Code: code, Text: text, Authority: authority})
}
