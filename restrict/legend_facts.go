package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// LegendFacts tells what has happened to the shares, as far as the limbs of a
// legend ask. What no limb asks for is not looked at.
//
// Days are told as history, so that one set of facts answers for any day; the
// facts in Rule144 are taken as [Milestones] takes them. The zero LegendFacts
// states nothing.
type LegendFacts struct {
	// Registration is the registration statement for the shares. Asked for by
	// LimbRegistration and LimbRegisteredSale.
	Registration LegendRegistration `json:"registration,omitzero"`
	// Opinion is an opinion of counsel that the shares may be sold or the legend
	// removed. Asked for by LimbOpinion.
	Opinion LegendPaper `json:"opinion,omitzero"`
	// Evidence is other evidence to that effect. Asked for by LimbOpinion if it
	// takes such evidence.
	Evidence LegendPaper `json:"evidence,omitzero"`
	// Sale is the sale of the shares. Asked for by LimbRegisteredSale and
	// LimbRule144Sale.
	Sale LegendSale `json:"sale,omitzero"`
	// Rule144 describes the lot, its holder and its issuer. Asked for by
	// LimbRule144 and LimbNoAffiliate, and by LimbRule144Sale if the shares were
	// sold under the rule.
	Rule144 Facts `json:"rule_144,omitzero"`
	// Offshore is the day from which a distribution compliance period runs: the
	// later of the closing and of the first offer to others than distributors.
	// Asked for by LimbRegulationS.
	Offshore Occurrence `json:"offshore,omitzero"`
	// Issue is the issue of the security and its owners. Asked for by LimbNote.
	Issue LegendIssue `json:"issue,omitzero"`
	// Conditions are the contract's conditions, each under the name that a
	// LimbCondition gives it.
	Conditions []LegendCondition `json:"conditions,omitempty"`
}

// Occurrence is whether and on which day something happened. The zero
// Occurrence states nothing, and is refused where it is asked for.
type Occurrence struct {
	// Happened tells whether it did. Required.
	Happened law.YesNo `json:"happened,omitempty"`
	// On is the day. Required if Happened is yes, and refused otherwise.
	On calendar.Date `json:"on,omitzero"`
}

// LegendRegistration is the registration statement that covers the resale of
// the shares.
type LegendRegistration struct {
	// Occurrence tells when it was declared effective.
	Occurrence
	// Until is the last day on which it could be used, such as before a stop
	// order or its withdrawal; "no date" if it still can be.
	Until calendar.Date `json:"until,omitzero"`
	// Current tells whether it is current on the day asked about; for a sale,
	// whether it was then. Required if a limb asks for it.
	Current law.YesNo `json:"current,omitempty"`
}

// LegendPaper is an opinion of counsel, or other evidence.
type LegendPaper struct {
	// Occurrence tells when the issuer received it.
	Occurrence
	// Accepted tells whether the issuer accepts it in form and substance.
	// Required if Happened is yes.
	Accepted law.YesNo `json:"accepted,omitempty"`
}

// LegendSale is the sale of the shares by the holder.
type LegendSale struct {
	// Occurrence tells the trade date.
	Occurrence
	// Route is what the sale relied on. Required if Happened is yes.
	Route TransferRoute `json:"route,omitempty"`
	// Kept tells whether the sale kept to the conditions (e), (f) and (h) of
	// Rule 144. Required for a sale under the rule that they bind.
	Kept law.YesNo `json:"kept,omitempty"`
}

// LegendIssue is the original issue of a security, and who owned it.
type LegendIssue struct {
	// Issued is the day of the original issue. Required.
	Issued calendar.Date `json:"issued,omitzero"`
	// Owner tells whether the issuer or an affiliate of it owns the security, or
	// has. Required.
	Owner Affiliation `json:"owner,omitempty"`
	// LastOwned is the last day on which such an owner did. Required if Owner is
	// former, and refused otherwise.
	LastOwned calendar.Date `json:"last_owned,omitzero"`
}

// LegendCondition is one condition of a contract and whether it came about.
type LegendCondition struct {
	// Name is the name that the limb gives it. Required.
	Name string `json:"name"`
	Occurrence
}

// TransferRoute is what a transfer relies on to need no registration, or none
// anew. The zero TransferRoute is "not stated".
type TransferRoute string

const (
	// RouteRegistration is an effective registration statement.
	RouteRegistration TransferRoute = "registration"
	// RouteRule144 is Rule 144.
	RouteRule144 TransferRoute = "rule 144"
	// RouteOpinion is another exemption, on an opinion of counsel.
	RouteOpinion TransferRoute = "opinion"
)

func (TransferRoute) all() []TransferRoute {
	return []TransferRoute{RouteRegistration, RouteRule144, RouteOpinion}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *TransferRoute) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}
