package offering

import "github.com/offerkit/offerkit/law"

// The codes of how an amount became a whole number of shares, units or
// warrants.
const (
	// CodeRoundExact means that the quotient is whole, so that nothing was
	// rounded.
	CodeRoundExact law.Code = "offering.round.exact"
	// CodeRoundDown means that the fraction was dropped.
	CodeRoundDown law.Code = "offering.round.down"
	// CodeRoundUp means that the next whole number was taken.
	CodeRoundUp law.Code = "offering.round.up"
	// CodeRoundNearest means that the nearer whole number was taken, the upper
	// at one half.
	CodeRoundNearest law.Code = "offering.round.nearest"
	// CodeRoundHalfEven means that the nearer whole number was taken, the even
	// at one half.
	CodeRoundHalfEven law.Code = "offering.round.half_even"
	// CodeRoundHalfDown means that the nearer whole number was taken, the lower
	// at one half.
	CodeRoundHalfDown law.Code = "offering.round.half_down"
)

// The codes of the readings that a book, warrants, units, prices and fees were
// made by. Each has one for what the terms say and one for what they do not.
const (
	// CodeReadingRounding names the rule of rounding that is stated.
	CodeReadingRounding law.Code = "offering.reading.rounding"
	// CodeReadingRoundingDefault names the rule of rounding used where none is
	// stated.
	CodeReadingRoundingDefault law.Code = "offering.reading.rounding.default"
	// CodeReadingWarrantRounding names the rule for warrants that is stated.
	CodeReadingWarrantRounding law.Code = "offering.reading.warrant_rounding"
	// CodeReadingWarrantRoundingDefault names the rule for warrants used where
	// none is stated.
	CodeReadingWarrantRoundingDefault law.Code = "offering.reading.warrant_rounding.default"
	// CodeReadingCents names the rule for cents that is stated.
	CodeReadingCents law.Code = "offering.reading.cents"
	// CodeReadingCentsDefault names the rule for cents used where none is
	// stated.
	CodeReadingCentsDefault law.Code = "offering.reading.cents.default"
	// CodeReadingTieOut names what is stated for rows that do not add up.
	CodeReadingTieOut law.Code = "offering.reading.tie_out"
	// CodeReadingTieOutDefault names what is done about such rows where nothing
	// is stated.
	CodeReadingTieOutDefault law.Code = "offering.reading.tie_out.default"
	// CodeReadingOwed names what investors owe as stated.
	CodeReadingOwed law.Code = "offering.reading.owed"
	// CodeReadingOwedDefault names what investors owe where it is not stated.
	CodeReadingOwedDefault law.Code = "offering.reading.owed.default"
	// CodeReadingWay names how base and option go together as stated.
	CodeReadingWay law.Code = "offering.reading.way"
	// CodeReadingWayDefault names how they go together where it is not stated.
	CodeReadingWayDefault law.Code = "offering.reading.way.default"
)

// The codes of what limits did to an order or to a book.
const (
	// CodeLimitMaximum tells that an order counts for its maximum.
	CodeLimitMaximum law.Code = "offering.limit.maximum"
	// CodeLimitMaximumDown tells that a row was rounded down to stay within its
	// maximum.
	CodeLimitMaximumDown law.Code = "offering.limit.maximum.down"
	// CodeLimitMinimum tells that an order is left out because of its minimum,
	// or how many are left out because they end below theirs.
	CodeLimitMinimum law.Code = "offering.limit.minimum"
	// CodeLimitMinimumShort tells that an order ends with shares for less than
	// its minimum, and keeps them.
	CodeLimitMinimumShort law.Code = "offering.limit.minimum.short"
	// CodeLimitAmount tells what the limit in dollars leaves of an order, or of
	// all.
	CodeLimitAmount law.Code = "offering.limit.amount"
	// CodeLimitAmountSlack tells that the orders are within the limit in
	// dollars.
	CodeLimitAmountSlack law.Code = "offering.limit.amount.slack"
	// CodeLimitAmountRounding warns that the rounded rows cost more than the
	// limit.
	CodeLimitAmountRounding law.Code = "offering.limit.amount.rounding"
	// CodeLimitAmountDown tells that a row was rounded down to stay within the
	// limit.
	CodeLimitAmountDown law.Code = "offering.limit.amount.down"
	// CodeLimitShares tells what the limit in shares leaves of a row, or of
	// all.
	CodeLimitShares law.Code = "offering.limit.shares"
	// CodeLimitSharesSlack tells that the rows are within the limit in shares.
	CodeLimitSharesSlack law.Code = "offering.limit.shares.slack"
)

// The codes of rows that were moved to tie out, by the rule that moved them.
const (
	// CodeTieOutMinimumChange means one unit on each of as few rows as can be.
	CodeTieOutMinimumChange law.Code = "offering.tie_out.minimum_change"
	// CodeTieOutLast means that the last row took the difference.
	CodeTieOutLast law.Code = "offering.tie_out.last"
	// CodeTieOutLargest means that the row with the largest amount took it, or
	// with the most shares where warrants are counted from shares.
	CodeTieOutLargest law.Code = "offering.tie_out.largest"
	// CodeTieOutNamed means that the row which the terms name took it.
	CodeTieOutNamed law.Code = "offering.tie_out.named"
)

// The codes of what a book comes to, against what the agreement states.
const (
	// CodeSharesUnstated means that no number of shares is stated to compare.
	CodeSharesUnstated law.Code = "offering.shares.unstated"
	// CodeSharesEven means that the rows add up to the number stated.
	CodeSharesEven law.Code = "offering.shares.even"
	// CodeSharesResidual means that the rows do not add up, and that the terms leave it at
	// that.
	CodeSharesResidual law.Code = "offering.shares.residual"
	// CodeSharesBeyond means that no rounding of the rows gives the number
	// stated.
	CodeSharesBeyond law.Code = "offering.shares.beyond"
	// CodeSharesLimited means that a limit decides, so that no row was moved.
	CodeSharesLimited law.Code = "offering.shares.limited"
	// CodeSharesTooSmall means that the row to be moved has too few shares.
	CodeSharesTooSmall law.Code = "offering.shares.too_small"
	// CodeSharesRefused means that nothing is accepted of the row to be moved.
	CodeSharesRefused law.Code = "offering.shares.refused"
	// CodeSharesCapped means that a row to be moved would pass a maximum or the
	// limit.
	CodeSharesCapped law.Code = "offering.shares.capped"
	// CodeAmountUnstated means that no amount is stated to compare.
	CodeAmountUnstated law.Code = "offering.amount.unstated"
	// CodeAmountEven means that what is accepted of the orders is the amount
	// stated.
	CodeAmountEven law.Code = "offering.amount.even"
	// CodeAmountResidual means that it is more or less than that.
	CodeAmountResidual law.Code = "offering.amount.residual"
	// CodeCostEven means that all shares at the price cost what is accepted.
	CodeCostEven law.Code = "offering.cost.even"
	// CodeCostDifference means that they cost more or less than that.
	CodeCostDifference law.Code = "offering.cost.difference"
)

// The codes of orders that are not accepted whole, or not paid for.
const (
	// CodeNoShare means that the order buys no share.
	CodeNoShare law.Code = "offering.no_share"
	// CodeNoCent warns that shares cost less than a cent and are given for
	// nothing.
	CodeNoCent law.Code = "offering.no_cent"
	// CodeRefund tells what of the order is not accepted and goes back.
	CodeRefund law.Code = "offering.refund"
	// CodeStillOwed tells by how much what is due passes the amount signed for.
	CodeStillOwed law.Code = "offering.still_owed"
)
