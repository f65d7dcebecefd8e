package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// The codes of the restrictions of a transfer. Each has a number in
// TransferCodes, and neither is ever used for anything else.
const (
	CodeTransferAllowed      law.Code = "transfer.allowed"
	CodeTransferHalted       law.Code = "transfer.halted"
	CodeTransferCourtHold    law.Code = "transfer.court_hold"
	CodeTransferSellerFrozen law.Code = "transfer.seller.frozen"
	CodeTransferBuyerFrozen  law.Code = "transfer.buyer.frozen"
	CodeTransferShares       law.Code = "transfer.shares"
	CodeTransferStopOrder    law.Code = "transfer.stop_order"
	CodeTransferHolding      law.Code = "transfer.holding_period"
	CodeTransferVolume       law.Code = "transfer.volume"
	CodeTransferInformation  law.Code = "transfer.information"
	CodeTransferShell        law.Code = "transfer.shell"
	CodeTransferNotice       law.Code = "transfer.notice"
	CodeTransferManner       law.Code = "transfer.manner"
	CodeTransferOpinion      law.Code = "transfer.opinion"
	CodeTransferLegend       law.Code = "transfer.legend"
	CodeTransferLockUp       law.Code = "transfer.lock_up"
	CodeTransferAccredited   law.Code = "transfer.buyer.accreditation"
	CodeTransferVerified     law.Code = "transfer.buyer.verification"
	CodeTransferJurisdiction law.Code = "transfer.buyer.jurisdiction"
	CodeTransferHolders      law.Code = "transfer.holders"
	CodeTransferRegistration law.Code = "transfer.registration"
	CodeTransferAffiliate    law.Code = "transfer.affiliation"
	CodeTransferPayment      law.Code = "transfer.payment"
	CodeTransferOther        law.Code = "transfer.other"
)

// TransferCode is one row of the table of codes: a restriction, its number in
// the manner of ERC-1404, and what it means. The zero TransferCode appears in
// no table.
type TransferCode struct {
	// Number is what detectTransferRestriction returns: 0 for success alone,
	// otherwise 128 or above, clear of the numbers that other standards use.
	Number uint8 `json:"number"`
	// Code is the restriction.
	Code law.Code `json:"code"`
	// Party is who or what usually cures it; empty for success.
	Party TransferParty `json:"party,omitempty"`
	// Message is what messageForTransferRestriction returns, and Cure what
	// lifts the restriction; empty for success.
	Message string `json:"message"`
	Cure    string `json:"cure,omitempty"`
}

// TransferCodes returns the table of codes by number. Numbers are never changed
// and never reused. Each call makes a new slice, which is the caller's.
//
// The standard leaves the numbers above 0 to whoever uses it.
func TransferCodes() []TransferCode {
	return []TransferCode{
		{0, CodeTransferAllowed, "", "The transfer is not restricted.", ""},
		{130, CodeTransferHalted, PartyIssuer, "Transfers of the class are halted.", "the issuer ends the halt"},
		{131, CodeTransferCourtHold, PartyAuthority, "A court holds the shares.", "the court releases them"},
		{132, CodeTransferSellerFrozen, PartySeller, "The seller's account is frozen.", "the seller has it released"},
		{133, CodeTransferBuyerFrozen, PartyBuyer, "The buyer's account is frozen.", "the buyer has it released"},
		{134, CodeTransferShares, PartySeller, "The seller holds fewer shares.", "the seller transfers no more than it holds"},
		{140, CodeTransferStopOrder, PartyTransferAgent, "A stop-transfer order stands.", "who gave the order lifts it"},
		{141, CodeTransferHolding, PartyTime, "The holding period of Rule 144 is not over.", "the period ends"},
		{142, CodeTransferVolume, PartySeller, "The sale exceeds the volume limit of Rule 144.", "the seller sells less, or later"},
		{
			143, CodeTransferInformation, PartyIssuer, "Current public information about the issuer is lacking.",
			"the issuer files or publishes it",
		},
		{144, CodeTransferShell, PartyIssuer, "The issuer is or was a shell company.", "the issuer meets Rule 144(i)(2)"},
		{145, CodeTransferNotice, PartySeller, "The notice on Form 144 is lacking.", "the seller files it"},
		{
			146, CodeTransferManner, PartySeller, "The manner of sale is not that of Rule 144.",
			"the seller sells through a broker or market maker",
		},
		{147, CodeTransferOpinion, PartySeller, "An opinion of counsel that the issuer accepts is lacking.", "the seller brings one"},
		{148, CodeTransferLegend, PartySeller, "A legend stands on the shares.", "one of the events that it names comes about"},
		{149, CodeTransferLockUp, PartyTime, "A lock-up binds the shares.", "it ends, or is waived"},
		{150, CodeTransferAccredited, PartyBuyer, "The buyer is not an accredited investor.", "the buyer shows that it is one"},
		{151, CodeTransferVerified, PartyBuyer, "The buyer is not verified.", "the buyer is verified"},
		{152, CodeTransferJurisdiction, PartyBuyer, "The buyer's jurisdiction is not admitted.", "the issuer admits it"},
		{
			153, CodeTransferHolders, PartyIssuer, "The class would have too many holders.",
			"another holder leaves, or the issuer raises its limit",
		},
		{
			154, CodeTransferRegistration, PartyIssuer, "No effective and current registration statement covers the sale.",
			"the issuer makes it so",
		},
		{155, CodeTransferAffiliate, PartyTime, "The seller was an affiliate of the issuer too lately.", "three months pass"},
		{
			156, CodeTransferPayment, PartySeller, "The price of the shares was not paid in full.",
			"the seller pays it, and the period passes",
		},
		{255, CodeTransferOther, PartyIssuer, "The transfer turns on law that was not read.", "counsel answers for it"},
	}
}

// transferRow is the row of a code; the last one for a code that is none.
func transferRow(rows []TransferCode, code law.Code) *TransferCode {
	for i := range rows {
		if rows[i].Code == code {
			return &rows[i]
		}
	}
	return &rows[len(rows)-1]
}

// TransferMessage returns the message of a number, as
// messageForTransferRestriction does. A number that is not in the table is said
// to be unknown, and is never taken for success.
func TransferMessage(number uint8) string {
	for _, row := range TransferCodes() {
		if row.Number == number {
			return row.Message
		}
	}
	return "Unknown restriction " + strconv.Itoa(int(number)) + "."
}
