package offering

import "github.com/offerkit/offerkit/law"

// The codes of a [Consent].
const (
	codeConsentBaseStated   law.Code = "offering.consent.base.stated"
	codeConsentBaseRegister law.Code = "offering.consent.base.register"
	codeConsentReached      law.Code = "offering.consent.reached"
	codeConsentShort        law.Code = "offering.consent.short"
)

// The codes of a [Tally].
const (
	codeBallotExcluded   law.Code = "offering.ballot.excluded"
	codeBallotEmpty      law.Code = "offering.ballot.empty"
	codeBallotQuorum     law.Code = "offering.ballot.quorum"
	codeBallotNoQuorum   law.Code = "offering.ballot.no_quorum"
	codeBallotEnough     law.Code = "offering.ballot.enough"
	codeBallotShort      law.Code = "offering.ballot.short"
	codeBallotCarried    law.Code = "offering.ballot.carried"
	codeBallotNotCarried law.Code = "offering.ballot.not_carried"
)

// The codes of a [Blocker] and of the notices that change its limit.
const (
	codeBlockerHeld          law.Code = "offering.blocker.held"
	codeBlockerRoom          law.Code = "offering.blocker.room"
	codeBlockerFull          law.Code = "offering.blocker.full"
	codeBlockerAllowed       law.Code = "offering.blocker.allowed"
	codeBlockerVoid          law.Code = "offering.blocker.void"
	codeBlockerLimitOriginal law.Code = "offering.blocker.limit.original"
	codeBlockerLimitLowered  law.Code = "offering.blocker.limit.lowered"
	codeBlockerLimitRaised   law.Code = "offering.blocker.limit.raised"
	codeBlockerLimitCeiling  law.Code = "offering.blocker.limit.ceiling"
	codeBlockerLimitOnDay    law.Code = "offering.blocker.limit.on_day"
)

// The codes of an [ExchangeCap].
const (
	codeExchangeCapLimit         law.Code = "offering.exchange_cap.limit"
	codeExchangeCapLimitDefault  law.Code = "offering.exchange_cap.limit.default"
	codeExchangeCapAggregated    law.Code = "offering.exchange_cap.aggregated"
	codeExchangeCapAllocated     law.Code = "offering.exchange_cap.allocated"
	codeExchangeCapLifted        law.Code = "offering.exchange_cap.lifted"
	codeExchangeCapIssued        law.Code = "offering.exchange_cap.issued"
	codeExchangeCapRefused       law.Code = "offering.exchange_cap.refused"
	codeExchangeCapRowPart       law.Code = "offering.exchange_cap.row.part"
	codeExchangeCapRowTransferee law.Code = "offering.exchange_cap.row.transferee"
	codeExchangeCapRowMoved      law.Code = "offering.exchange_cap.row.moved"
)

// The codes of an [Approval].
const (
	codeTwentyPercentRequired     law.Code = "offering.twenty_percent.required"
	codeTwentyPercentNotRequired  law.Code = "offering.twenty_percent.not_required"
	codeTwentyPercentUnknown      law.Code = "offering.twenty_percent.unknown"
	codeTwentyPercentPublic       law.Code = "offering.twenty_percent.public"
	codeTwentyPercentMissing      law.Code = "offering.twenty_percent.missing"
	codeTwentyPercentShares       law.Code = "offering.twenty_percent.shares"
	codeTwentyPercentVotes        law.Code = "offering.twenty_percent.votes"
	codeTwentyPercentThreshold    law.Code = "offering.twenty_percent.threshold"
	codeTwentyPercentMinimumPrice law.Code = "offering.twenty_percent.minimum_price"
	codeTwentyPercentBelow        law.Code = "offering.twenty_percent.below"
	codeTwentyPercentNotBelow     law.Code = "offering.twenty_percent.not_below"
)

// The codes of a [BabyShelf].
const (
	codeShelfPrice             law.Code = "offering.shelf.price"
	codeShelfLimit             law.Code = "offering.shelf.limit"
	codeShelfSold              law.Code = "offering.shelf.sold"
	codeShelfConcurrent        law.Code = "offering.shelf.concurrent"
	codeShelfConcurrentUnknown law.Code = "offering.shelf.concurrent.unknown"
	codeShelfAvailable         law.Code = "offering.shelf.available"
	codeShelfAtMost            law.Code = "offering.shelf.at_most"
	codeShelfExhausted         law.Code = "offering.shelf.exhausted"
	codeShelfLifted            law.Code = "offering.shelf.lifted"
	codeShelfUnlifted          law.Code = "offering.shelf.unlifted"
	codeShelfFits              law.Code = "offering.shelf.fits"
	codeShelfUnknown           law.Code = "offering.shelf.unknown"
	codeShelfExceeds           law.Code = "offering.shelf.exceeds"
	codeShelfUnchecked         law.Code = "offering.shelf.unchecked"
)

// consentCodes is the part of the catalog above.
func consentCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeConsentBaseStated, Text: "The base that the terms state."},
		{Code: codeConsentBaseRegister, Text: "The register is the base, since the terms state no other."},
		{Code: codeConsentReached, Text: "The votes reach the majority required."},
		{Code: codeConsentShort, Text: "The votes do not reach the majority required."},

		{Code: codeBallotExcluded, Text: "The votes that do not count."},
		{Code: codeBallotEmpty, Text: "No vote counts."},
		{Code: codeBallotQuorum, Text: "A quorum is present."},
		{Code: codeBallotNoQuorum, Text: "No quorum is present."},
		{Code: codeBallotEnough, Text: "The votes reach the threshold."},
		{Code: codeBallotShort, Text: "The votes do not reach the threshold."},
		{Code: codeBallotCarried, Text: "The resolution is adopted."},
		{Code: codeBallotNotCarried, Text: "The resolution is not adopted."},

		{Code: codeBlockerHeld, Text: "The shares that the holder beneficially owns."},
		{Code: codeBlockerRoom, Text: "The number of shares that may be issued."},
		{Code: codeBlockerFull, Text: "No share may be issued."},
		{Code: codeBlockerAllowed, Text: "All shares requested may be issued."},
		{Code: codeBlockerVoid, Text: "The exercise is void in part."},
		{Code: codeBlockerLimitOriginal, Text: "The limit at first."},
		{Code: codeBlockerLimitLowered, Text: "A notice lowers the limit at once."},
		{Code: codeBlockerLimitRaised, Text: "A notice raises the limit on the 61st day."},
		{Code: codeBlockerLimitCeiling, Text: "A notice states a limit above the ceiling."},
		{Code: codeBlockerLimitOnDay, Text: "The limit on the day asked about."},

		{Code: codeExchangeCapLimit, Text: "The limit that the terms state."},
		{Code: codeExchangeCapLimitDefault, Text: "The limit used where the terms state none."},
		{Code: codeExchangeCapAggregated, Text: "What already counts against the cap."},
		{Code: codeExchangeCapAllocated, Text: "The allocation of the cap among the holders."},
		{Code: codeExchangeCapLifted, Text: "The shareholders have approved, and the cap does not apply."},
		{Code: codeExchangeCapIssued, Text: "What has been issued under the cap."},
		{Code: codeExchangeCapRefused, Text: "What was requested beyond the holders' parts and refused."},
		{Code: codeExchangeCapRowPart, Text: "The holder's part of the cap."},
		{Code: codeExchangeCapRowTransferee, Text: "The holder acquired its part by transfer."},
		{Code: codeExchangeCapRowMoved, Text: "Transfers and the redistribution of unused parts changed the holder's part."},

		{Code: codeTwentyPercentRequired, Text: "The approval of the shareholders is required."},
		{Code: codeTwentyPercentNotRequired, Text: "This rule requires no approval of the shareholders."},
		{Code: codeTwentyPercentUnknown, Text: "Facts are missing on which the answer depends."},
		{Code: codeTwentyPercentPublic, Text: "The offering is stated to be a public offering."},
		{Code: codeTwentyPercentMissing, Text: "A fact that was not given."},
		{Code: codeTwentyPercentShares, Text: "The shares issued against the shares outstanding."},
		{Code: codeTwentyPercentVotes, Text: "The votes issued against the votes outstanding."},
		{Code: codeTwentyPercentThreshold, Text: "The smallest number that reaches the threshold."},
		{Code: codeTwentyPercentMinimumPrice, Text: "The minimum price."},
		{Code: codeTwentyPercentBelow, Text: "The price is below the minimum price."},
		{Code: codeTwentyPercentNotBelow, Text: "The price is not below the minimum price."},

		{Code: codeShelfPrice, Text: "The price at which the float is valued."},
		{Code: codeShelfLimit, Text: "The amount that may be sold in twelve months."},
		{Code: codeShelfSold, Text: "The amount sold in the twelve months."},
		{Code: codeShelfConcurrent, Text: "The amount still on offer in other continuous offerings."},
		{Code: codeShelfConcurrentUnknown, Text: "Whether other continuous offerings remain open was not given."},
		{Code: codeShelfAvailable, Text: "The amount that may still be sold."},
		{Code: codeShelfAtMost, Text: "The most that may still be sold, where the amount still on offer is not known."},
		{Code: codeShelfExhausted, Text: "Nothing may be sold."},
		{Code: codeShelfLifted, Text: "The float is large enough that the limit does not apply."},
		{
			Code: codeShelfUnlifted,
			Text: "The float would lift the limit, but has not been shown to have done so after the registration statement took effect.",
		},
		{Code: codeShelfFits, Text: "The proposed sale is within the limit."},
		{Code: codeShelfUnknown, Text: "Whether the proposed sale is within the limit depends on a fact that was not given."},
		{Code: codeShelfExceeds, Text: "The proposed sale exceeds the limit."},
		{Code: codeShelfUnchecked, Text: "What is not examined."},
	}
}
