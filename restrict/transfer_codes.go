package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/law"
)

// The codes of the restrictions of a transfer. Each has a number in
// TransferCodes, and neither is ever used for anything else.
const (
	codeTransferAllowed      law.Code = "transfer.allowed"
	codeTransferHalted       law.Code = "transfer.halted"
	codeTransferCourtHold    law.Code = "transfer.court_hold"
	codeTransferSellerFrozen law.Code = "transfer.seller.frozen"
	codeTransferBuyerFrozen  law.Code = "transfer.buyer.frozen"
	codeTransferShares       law.Code = "transfer.shares"
	codeTransferStopOrder    law.Code = "transfer.stop_order"
	codeTransferHolding      law.Code = "transfer.holding_period"
	codeTransferVolume       law.Code = "transfer.volume"
	codeTransferInformation  law.Code = "transfer.information"
	codeTransferShell        law.Code = "transfer.shell"
	codeTransferNotice       law.Code = "transfer.notice"
	codeTransferManner       law.Code = "transfer.manner"
	codeTransferOpinion      law.Code = "transfer.opinion"
	codeTransferLegend       law.Code = "transfer.legend"
	codeTransferLockUp       law.Code = "transfer.lock_up"
	codeTransferAccredited   law.Code = "transfer.buyer.accreditation"
	codeTransferVerified     law.Code = "transfer.buyer.verification"
	codeTransferJurisdiction law.Code = "transfer.buyer.jurisdiction"
	codeTransferHolders      law.Code = "transfer.holders"
	codeTransferRegistration law.Code = "transfer.registration"
	codeTransferAffiliate    law.Code = "transfer.affiliation"
	codeTransferPayment      law.Code = "transfer.payment"
	codeTransferOther        law.Code = "transfer.other"
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
		{0, codeTransferAllowed, "", "The transfer is not restricted.", ""},
		{130, codeTransferHalted, PartyIssuer, "Transfers of the class are halted.", "the issuer ends the halt"},
		{131, codeTransferCourtHold, PartyAuthority, "A court holds the shares.", "the court releases them"},
		{132, codeTransferSellerFrozen, PartySeller, "The seller's account is frozen.", "the seller has it released"},
		{133, codeTransferBuyerFrozen, PartyBuyer, "The buyer's account is frozen.", "the buyer has it released"},
		{134, codeTransferShares, PartySeller, "The seller holds fewer shares.", "the seller transfers no more than it holds"},
		{140, codeTransferStopOrder, PartyTransferAgent, "A stop-transfer order stands.", "who gave the order lifts it"},
		{141, codeTransferHolding, PartyTime, "The holding period of Rule 144 is not over.", "the period ends"},
		{142, codeTransferVolume, PartySeller, "The sale exceeds the volume limit of Rule 144.", "the seller sells less, or later"},
		{
			143, codeTransferInformation, PartyIssuer, "Current public information about the issuer is lacking.",
			"the issuer files or publishes it",
		},
		{144, codeTransferShell, PartyIssuer, "The issuer is or was a shell company.", "the issuer meets Rule 144(i)(2)"},
		{145, codeTransferNotice, PartySeller, "The notice on Form 144 is lacking.", "the seller files it"},
		{
			146, codeTransferManner, PartySeller, "The manner of sale is not that of Rule 144.",
			"the seller sells through a broker or market maker",
		},
		{147, codeTransferOpinion, PartySeller, "An opinion of counsel that the issuer accepts is lacking.", "the seller brings one"},
		{148, codeTransferLegend, PartySeller, "A legend stands on the shares.", "one of the events that it names comes about"},
		{149, codeTransferLockUp, PartyTime, "A lock-up binds the shares.", "it ends, or is waived"},
		{150, codeTransferAccredited, PartyBuyer, "The buyer is not an accredited investor.", "the buyer shows that it is one"},
		{151, codeTransferVerified, PartyBuyer, "The buyer is not verified.", "the buyer is verified"},
		{152, codeTransferJurisdiction, PartyBuyer, "The buyer's jurisdiction is not admitted.", "the issuer admits it"},
		{
			153, codeTransferHolders, PartyIssuer, "The class would have too many holders.",
			"another holder leaves, or the issuer raises its limit",
		},
		{
			154, codeTransferRegistration, PartyIssuer, "No effective and current registration statement covers the sale.",
			"the issuer makes it so",
		},
		{155, codeTransferAffiliate, PartyTime, "The seller was an affiliate of the issuer too lately.", "three months pass"},
		{
			156, codeTransferPayment, PartySeller, "The price of the shares was not paid in full.",
			"the seller pays it, and the period passes",
		},
		{255, codeTransferOther, PartyIssuer, "The transfer turns on law that was not read.", "counsel answers for it"},
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
