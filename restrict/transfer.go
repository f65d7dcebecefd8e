package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Transfer is a proposed transfer of shares, with all that may restrict it.
//
// The zero Transfer is refused.
type Transfer struct {
	// Date is the day of the transfer, for a sale the trade date. Required.
	Date calendar.Date `json:"date"`
	// Seller is the holder, and Buyer the transferee.
	Seller TransferSeller `json:"seller"`
	Buyer  TransferBuyer  `json:"buyer"`
	// Shares is the number to be transferred. It must be above 0.
	Shares int64 `json:"shares"`
	// Route is what the transfer relies on under the Securities Act. Required.
	Route TransferRoute `json:"route"`
	// Legends are those on the shares, and LockUps the promises not to sell that
	// no legend tells of.
	Legends []Legend `json:"legends,omitempty"`
	LockUps []LockUp `json:"lock_ups,omitempty"`
	// StopOrders are the orders not to transfer that stand beside the legends.
	StopOrders []StopOrder `json:"stop_orders,omitempty"`
	// Facts tells what the route and the legends' limbs ask about. Its Sale is
	// the transfer itself, and may not be given.
	Facts LegendFacts `json:"facts,omitzero"`
	// Volume, Manner and Notice tell whether the sale keeps to the conditions
	// (e), (f) and (h) of Rule 144: the answers of VolumeLimit, MannerOfSale and
	// Form144. A condition that does not bind the sale is not asked about.
	Volume VolumeAnswer `json:"volume,omitempty"`
	Manner law.YesNo    `json:"manner,omitempty"`
	Notice law.YesNo    `json:"notice,omitempty"`
	// Halted tells whether transfers of the class are halted, and CourtHold
	// whether a court holds these shares. Required.
	Halted    law.YesNo `json:"halted"`
	CourtHold law.YesNo `json:"court_hold"`
	// Limits are what the issuer asks of holders.
	Limits TransferLimits `json:"limits,omitzero"`
}

// TransferSeller is the holder of the shares. The zero TransferSeller is
// refused.
type TransferSeller struct {
	// ID names the holder. Required.
	ID string `json:"id"`
	// Held is the number of shares of the class that the holder has, 0 or more.
	Held int64 `json:"held"`
	// Frozen tells whether the holder's account is frozen. Required.
	Frozen law.YesNo `json:"frozen"`
}

// TransferBuyer is who is to hold the shares. The zero TransferBuyer is
// refused.
type TransferBuyer struct {
	// ID names the transferee, who is not the seller. Required.
	ID string `json:"id"`
	// Frozen tells whether its account is frozen. Required.
	Frozen law.YesNo `json:"frozen"`
	// Holder tells whether it holds shares of the class already. Required if
	// the number of holders is limited.
	Holder law.YesNo `json:"holder,omitempty"`
	// Accredited and Verified tell whether it is an accredited investor and
	// whether its identity was verified. Required if the limits ask for it.
	Accredited law.YesNo `json:"accredited,omitempty"`
	Verified   law.YesNo `json:"verified,omitempty"`
	// Jurisdiction is where it is, such as "US-CA". Empty is unknown.
	Jurisdiction string `json:"jurisdiction,omitempty"`
}

// TransferLimits are what an issuer asks of the holders of a class. The zero
// TransferLimits asks nothing.
type TransferLimits struct {
	// Accredited and Verified admit only such buyers.
	Accredited bool `json:"accredited,omitempty"`
	Verified   bool `json:"verified,omitempty"`
	// Jurisdictions are those admitted, spelled as the buyer's is; none admit
	// all.
	Jurisdictions []string `json:"jurisdictions,omitempty"`
	// MaxHolders is the most holders of record, such as 1,999 to stay below the
	// 2,000 of Section 12(g) of the Exchange Act; 0 sets no limit. Holders is
	// how many there are before the transfer.
	MaxHolders int64 `json:"max_holders,omitempty"`
	Holders    int64 `json:"holders,omitempty"`
}

// StopOrder is an order to the transfer agent not to transfer the shares. The
// zero StopOrder is refused.
type StopOrder struct {
	// Name says what it is about. Required.
	Name string `json:"name"`
	// By is who gave it and can lift it. Required.
	By TransferParty `json:"by"`
	// From is its first day; required. Until is its last day; "no date" if it
	// was not lifted.
	From  calendar.Date `json:"from"`
	Until calendar.Date `json:"until,omitzero"`
}

// TransferParty is who a restriction lies with, and who or what can cure it.
// The zero TransferParty appears in no result but that of a transfer that is
// allowed.
type TransferParty string

// The parties to a transfer.
const (
	PartySeller        TransferParty = "seller"
	PartyIssuer        TransferParty = "issuer"
	PartyTransferAgent TransferParty = "transfer agent"
	PartyBuyer         TransferParty = "buyer"
	// PartyAuthority is a court or a regulator.
	PartyAuthority TransferParty = "authority"
	// PartyTime says that waiting is the cure.
	PartyTime TransferParty = "time"
)

func (TransferParty) all() []TransferParty {
	return []TransferParty{PartySeller, PartyIssuer, PartyTransferAgent, PartyBuyer, PartyAuthority, PartyTime}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *TransferParty) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// TransferAnswer is whether a transfer may be made. The zero TransferAnswer is
// no answer and appears only beside an error.
type TransferAnswer string

// The answers about a transfer.
const (
	// TransferAllowed says that nothing that was asked about restricts it.
	TransferAllowed TransferAnswer = "allowed"
	// TransferRestricted says that something does.
	TransferRestricted TransferAnswer = "restricted"
	// TransferUnknown says that nothing is known to, and that the answer turns
	// on a fact that is unknown. Such a transfer is not to be made.
	TransferUnknown TransferAnswer = "unknown"
)

func (TransferAnswer) all() []TransferAnswer {
	return []TransferAnswer{TransferAllowed, TransferRestricted, TransferUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *TransferAnswer) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// TransferFinding is the answer about one transfer. The zero TransferFinding is
// no answer and appears only beside an error.
type TransferFinding struct {
	Answer TransferAnswer `json:"answer"`
	// Number is the one number that a contract of the kind of ERC-1404 returns:
	// 0 if the transfer is allowed; otherwise the lowest of the restrictions
	// known or, if none is, of those that may stand.
	Number uint8 `json:"number"`
	// Restrictions are all that stand or may stand, by number, and in the order
	// of the input where the number is the same.
	Restrictions []TransferRestriction `json:"restrictions,omitempty"`
	// Boundary is true if the conventions of counting months disagree about a
	// restriction.
	Boundary bool `json:"boundary,omitempty"`
	// Why lists the reasons: those of Rule 144 if the transfer relies on it,
	// those of each legend, and the restrictions last.
	Why law.Reasons `json:"why"`
}

// TransferRestriction is one reason why a transfer may not be made. The zero
// TransferRestriction appears in no result.
type TransferRestriction struct {
	// Code is stable, and Number stands for it in the table of TransferCodes.
	Code   law.Code `json:"code"`
	Number uint8    `json:"number"`
	// Open is true if an unknown fact decides whether it stands.
	Open bool `json:"open,omitempty"`
	// Party is who or what can cure it.
	Party TransferParty `json:"party"`
	// From is the first day on which it no longer stands, if time cures it and
	// the day is known.
	From calendar.Date `json:"from,omitzero"`
	// Text tells it in a sentence.
	Text string `json:"text"`
	// Authority is the rule or the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}
