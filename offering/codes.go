package offering

import (
	"slices"

	"github.com/offerkit/offerkit/law"
)

// Codes is the catalog of the codes of the reasons in what this package returns,
// and of [Law]. The slice is the caller's.
func Codes() []law.CodeInfo {
	return slices.Concat(bookCodes(), poolCodes(), termsCodes(), tradeCodes(), consentCodes())
}

// The codes of how an amount became a whole number of shares, units or
// warrants.
const (
	codeRoundExact    law.Code = "offering.round.exact"
	codeRoundDown     law.Code = "offering.round.down"
	codeRoundUp       law.Code = "offering.round.up"
	codeRoundNearest  law.Code = "offering.round.nearest"
	codeRoundHalfEven law.Code = "offering.round.half_even"
	codeRoundHalfDown law.Code = "offering.round.half_down"
)

// The codes of the readings that a book, warrants, units, prices and fees were
// made by. Each has one for what the terms say and one for what they do not.
const (
	codeReadingRounding               law.Code = "offering.reading.rounding"
	codeReadingRoundingDefault        law.Code = "offering.reading.rounding.default"
	codeReadingWarrantRounding        law.Code = "offering.reading.warrant_rounding"
	codeReadingWarrantRoundingDefault law.Code = "offering.reading.warrant_rounding.default"
	codeReadingCents                  law.Code = "offering.reading.cents"
	codeReadingCentsDefault           law.Code = "offering.reading.cents.default"
	codeReadingTieOut                 law.Code = "offering.reading.tie_out"
	codeReadingTieOutDefault          law.Code = "offering.reading.tie_out.default"
	codeReadingOwed                   law.Code = "offering.reading.owed"
	codeReadingOwedDefault            law.Code = "offering.reading.owed.default"
	codeReadingWay                    law.Code = "offering.reading.way"
	codeReadingWayDefault             law.Code = "offering.reading.way.default"
)

// The codes of what limits did to an order or to a book.
const (
	codeLimitMaximum        law.Code = "offering.limit.maximum"
	codeLimitMaximumDown    law.Code = "offering.limit.maximum.down"
	codeLimitMinimum        law.Code = "offering.limit.minimum"
	codeLimitMinimumShort   law.Code = "offering.limit.minimum.short"
	codeLimitAmount         law.Code = "offering.limit.amount"
	codeLimitAmountSlack    law.Code = "offering.limit.amount.slack"
	codeLimitAmountRounding law.Code = "offering.limit.amount.rounding"
	codeLimitAmountDown     law.Code = "offering.limit.amount.down"
	codeLimitShares         law.Code = "offering.limit.shares"
	codeLimitSharesSlack    law.Code = "offering.limit.shares.slack"
)

// The codes of rows that were moved to tie out, by the rule that moved them.
const (
	codeTieOutMinimumChange law.Code = "offering.tie_out.minimum_change"
	codeTieOutLast          law.Code = "offering.tie_out.last"
	codeTieOutLargest       law.Code = "offering.tie_out.largest"
	codeTieOutNamed         law.Code = "offering.tie_out.named"
)

// The codes of what a book comes to, against what the agreement states.
const (
	codeSharesUnstated law.Code = "offering.shares.unstated"
	codeSharesEven     law.Code = "offering.shares.even"
	codeSharesResidual law.Code = "offering.shares.residual"
	codeSharesBeyond   law.Code = "offering.shares.beyond"
	codeSharesLimited  law.Code = "offering.shares.limited"
	codeSharesTooSmall law.Code = "offering.shares.too_small"
	codeSharesRefused  law.Code = "offering.shares.refused"
	codeSharesCapped   law.Code = "offering.shares.capped"

	codeAmountUnstated law.Code = "offering.amount.unstated"
	codeAmountEven     law.Code = "offering.amount.even"
	codeAmountResidual law.Code = "offering.amount.residual"

	codeCostEven       law.Code = "offering.cost.even"
	codeCostDifference law.Code = "offering.cost.difference"
)

// The codes of orders that are not accepted whole, or not paid for.
const (
	codeNoShare   law.Code = "offering.no_share"
	codeNoCent    law.Code = "offering.no_cent"
	codeRefund    law.Code = "offering.refund"
	codeStillOwed law.Code = "offering.still_owed"
)

// bookCodes is the part of the catalog above.
func bookCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeRoundExact, Text: "The quotient is whole, and nothing was rounded."},
		{Code: codeRoundDown, Text: "The fraction was dropped."},
		{Code: codeRoundUp, Text: "The next whole number was taken."},
		{Code: codeRoundNearest, Text: "The nearer whole number was taken, and the upper one at one half."},
		{Code: codeRoundHalfEven, Text: "The nearer whole number was taken, and the even one at one half."},
		{Code: codeRoundHalfDown, Text: "The nearer whole number was taken, and the lower one at one half."},

		{Code: codeReadingRounding, Text: "The rule of rounding that the terms state."},
		{Code: codeReadingRoundingDefault, Text: "The rule of rounding used where the terms state none."},
		{Code: codeReadingWarrantRounding, Text: "The rule of rounding for warrants that the terms state."},
		{Code: codeReadingWarrantRoundingDefault, Text: "The rule of rounding for warrants used where the terms state none."},
		{Code: codeReadingCents, Text: "The rule of rounding for cents that the terms state."},
		{Code: codeReadingCentsDefault, Text: "The rule of rounding for cents used where the terms state none."},
		{Code: codeReadingTieOut, Text: "What the terms state for rows that do not add up."},
		{Code: codeReadingTieOutDefault, Text: "What is done about rows that do not add up where the terms state nothing."},
		{Code: codeReadingOwed, Text: "What investors owe, as the terms state it."},
		{Code: codeReadingOwedDefault, Text: "What investors owe where the terms do not state it."},
		{Code: codeReadingWay, Text: "How base and option are allocated together, as the terms state it."},
		{Code: codeReadingWayDefault, Text: "How base and option are allocated together where the terms do not state it."},

		{Code: codeLimitMaximum, Text: "The order counts for its maximum."},
		{Code: codeLimitMaximumDown, Text: "The row was rounded down to remain within its maximum."},
		{Code: codeLimitMinimum, Text: "The order is left out because it ends below its minimum, or how many orders are."},
		{Code: codeLimitMinimumShort, Text: "The order ends with shares for less than its minimum, and keeps them."},
		{Code: codeLimitAmount, Text: "What the limit in dollars leaves of the order, or of all orders."},
		{Code: codeLimitAmountSlack, Text: "The orders are within the limit in dollars."},
		{Code: codeLimitAmountRounding, Text: "The rounded rows cost more than the limit in dollars."},
		{Code: codeLimitAmountDown, Text: "The row was rounded down to remain within the limit in dollars."},
		{Code: codeLimitShares, Text: "What the limit in shares leaves of the row, or of all rows."},
		{Code: codeLimitSharesSlack, Text: "The rows are within the limit in shares."},

		{Code: codeTieOutMinimumChange, Text: "The difference was taken by one unit on each of as few rows as possible."},
		{Code: codeTieOutLast, Text: "The last row took the difference."},
		{
			Code: codeTieOutLargest,
			Text: "The row with the largest amount took the difference, or with the most shares where warrants are counted from shares.",
		},
		{Code: codeTieOutNamed, Text: "The row that the terms name took the difference."},

		{Code: codeSharesUnstated, Text: "The terms state no number of shares to compare with."},
		{Code: codeSharesEven, Text: "The rows add up to the number of shares stated."},
		{Code: codeSharesResidual, Text: "The rows do not add up to the number of shares stated, and the terms leave the difference."},
		{Code: codeSharesBeyond, Text: "No rounding of the rows gives the number of shares stated."},
		{Code: codeSharesLimited, Text: "A limit applies, so that no row was moved."},
		{Code: codeSharesTooSmall, Text: "The row to be moved has too few shares."},
		{Code: codeSharesRefused, Text: "Nothing is accepted of the row to be moved."},
		{Code: codeSharesCapped, Text: "The row to be moved would exceed its maximum or the limit."},

		{Code: codeAmountUnstated, Text: "The terms state no amount to compare with."},
		{Code: codeAmountEven, Text: "The orders accepted add up to the amount stated."},
		{Code: codeAmountResidual, Text: "The orders accepted are more or less than the amount stated."},

		{Code: codeCostEven, Text: "All shares at the price cost what is accepted."},
		{Code: codeCostDifference, Text: "All shares at the price cost more or less than what is accepted."},

		{Code: codeNoShare, Text: "The order buys no share."},
		{Code: codeNoCent, Text: "The shares cost less than a cent, so that nothing is due for them."},
		{Code: codeRefund, Text: "The part of the order that is not accepted and is refunded."},
		{Code: codeStillOwed, Text: "The amount by which what is due exceeds the amount signed for."},
	}
}
