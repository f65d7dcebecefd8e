package offering

import "github.com/offerkit/offerkit/law"

// The codes of [Closings].
const (
	codeClosingRow      law.Code = "offering.closing.row"
	codeClosingReversed law.Code = "offering.closing.reversed"
	codeClosingHeld     law.Code = "offering.closing.held"
	codeClosingLevel    law.Code = "offering.closing.level"
	codeClosingOff      law.Code = "offering.closing.off"
)

// The codes of an [OverAllotment].
const (
	codeOverAllotmentSize       law.Code = "offering.over_allotment.size"
	codeOverAllotmentUsed       law.Code = "offering.over_allotment.used"
	codeOverAllotmentDifference law.Code = "offering.over_allotment.difference"
	codeOverAllotmentFilled     law.Code = "offering.over_allotment.filled"
	codeOverAllotmentOneGo      law.Code = "offering.over_allotment.one_go"
	codeOverAllotmentBase       law.Code = "offering.over_allotment.base"
	codeOverAllotmentOption     law.Code = "offering.over_allotment.option"
)

// The codes of what [Warrants] come to.
const (
	codeWarrantsEven     law.Code = "offering.warrants.even"
	codeWarrantsResidual law.Code = "offering.warrants.residual"
	codeWarrantsBeyond   law.Code = "offering.warrants.beyond"
	codeWarrantsTooSmall law.Code = "offering.warrants.too_small"
)

// The codes of a [UnitBook].
const (
	codeUnitsStated   law.Code = "offering.units.stated"
	codeUnitsWarrants law.Code = "offering.units.warrants"
)

// The codes of an [IssuePrice] and of a [PriceSet].
const (
	codeValuationPrice law.Code = "offering.valuation.price"

	codePriceReference law.Code = "offering.price.reference"
	codePriceOnly      law.Code = "offering.price.only"
	codePriceLowerOf   law.Code = "offering.price.lower_of"
	codePriceGreaterOf law.Code = "offering.price.greater_of"
	codePriceFloor     law.Code = "offering.price.floor"
)

// The codes of [Proceeds].
const (
	codeFeesPercentOfGross law.Code = "offering.fees.percent_of_gross"
	codeFeesPerShare       law.Code = "offering.fees.per_share"
	codeFeesFixed          law.Code = "offering.fees.fixed"
	codeFeesCap            law.Code = "offering.fees.cap"
	codeFeesShort          law.Code = "offering.fees.short"
	codeFeesCovered        law.Code = "offering.fees.covered"
	codeFeesShortfall      law.Code = "offering.fees.shortfall"
)

// The codes of an [Adjusted] price.
const (
	codeAdjustmentSplit           law.Code = "offering.adjustment.split"
	codeAdjustmentShareDividend   law.Code = "offering.adjustment.share_dividend"
	codeAdjustmentDistribution    law.Code = "offering.adjustment.distribution"
	codeAdjustmentStep            law.Code = "offering.adjustment.step"
	codeAdjustmentStepDefault     law.Code = "offering.adjustment.step.default"
	codeAdjustmentRounding        law.Code = "offering.adjustment.rounding"
	codeAdjustmentRoundingDefault law.Code = "offering.adjustment.rounding.default"
	codeAdjustmentAggregate       law.Code = "offering.adjustment.aggregate"
	codeAdjustmentFloor           law.Code = "offering.adjustment.floor"
	codeAdjustmentFloorShares     law.Code = "offering.adjustment.floor.shares"
	codeAdjustmentPrice           law.Code = "offering.adjustment.price"
	codeAdjustmentShares          law.Code = "offering.adjustment.shares"
)

// The codes of a [Split].
const (
	codeSplitRatio            law.Code = "offering.split.ratio"
	codeSplitEven             law.Code = "offering.split.even"
	codeSplitUp               law.Code = "offering.split.up"
	codeSplitNearest          law.Code = "offering.split.nearest"
	codeSplitCash             law.Code = "offering.split.cash"
	codeSplitCents            law.Code = "offering.split.cents"
	codeSplitCentsDefault     law.Code = "offering.split.cents.default"
	codeSplitSale             law.Code = "offering.split.sale"
	codeSplitDown             law.Code = "offering.split.down"
	codeSplitProceeds         law.Code = "offering.split.proceeds"
	codeSplitProceedsUnstated law.Code = "offering.split.proceeds.unstated"
	codeSplitProceedsUnpaid   law.Code = "offering.split.proceeds.unpaid"
	codeSplitTotal            law.Code = "offering.split.total"
	codeSplitRowExact         law.Code = "offering.split.row.exact"
	codeSplitRowUp            law.Code = "offering.split.row.up"
	codeSplitRowCash          law.Code = "offering.split.row.cash"
	codeSplitRowSold          law.Code = "offering.split.row.sold"
	codeSplitRowDown          law.Code = "offering.split.row.down"
)

// termsCodes is the part of the catalog above.
func termsCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeClosingRow, Text: "How the row follows from the running total."},
		{Code: codeClosingReversed, Text: "The row reverses an earlier one."},
		{Code: codeClosingHeld, Text: "The row receives nothing, because earlier rows received more."},
		{Code: codeClosingLevel, Text: "The rows received what the total gives."},
		{Code: codeClosingOff, Text: "A reversal has not been made up for."},

		{Code: codeOverAllotmentSize, Text: "The size of the option."},
		{Code: codeOverAllotmentUsed, Text: "The part of the option that the demand takes."},
		{Code: codeOverAllotmentDifference, Text: "The number of rows that the other way would change."},
		{Code: codeOverAllotmentFilled, Text: "The row receives all that it demands."},
		{Code: codeOverAllotmentOneGo, Text: "The row's part where base and option are allocated together."},
		{Code: codeOverAllotmentBase, Text: "The row's part of the base."},
		{Code: codeOverAllotmentOption, Text: "The row's part of the option."},

		{Code: codeWarrantsEven, Text: "The rows add up to the number of warrants due."},
		{Code: codeWarrantsResidual, Text: "The rows do not add up to the number of warrants due, and the terms leave the difference."},
		{Code: codeWarrantsBeyond, Text: "No rounding of the rows gives the number of warrants due."},
		{Code: codeWarrantsTooSmall, Text: "The row to be moved has too few warrants."},

		{Code: codeUnitsStated, Text: "The order names a number of units."},
		{Code: codeUnitsWarrants, Text: "The number of warrants in the units."},

		{Code: codeValuationPrice, Text: "How the valuation gives the price."},

		{Code: codePriceReference, Text: "The price that a reference gives."},
		{Code: codePriceOnly, Text: "There is one reference, and it governs."},
		{Code: codePriceLowerOf, Text: "The lowest reference governs."},
		{Code: codePriceGreaterOf, Text: "The highest reference governs."},
		{Code: codePriceFloor, Text: "The floor governs."},

		{Code: codeFeesPercentOfGross, Text: "A fee that is a percentage of the gross proceeds."},
		{Code: codeFeesPerShare, Text: "A fee for each share."},
		{Code: codeFeesFixed, Text: "A fixed fee for the closing."},
		{Code: codeFeesCap, Text: "What a cap leaves of a fee."},
		{Code: codeFeesShort, Text: "The proceeds do not pay the fee in full."},
		{Code: codeFeesCovered, Text: "The proceeds cover the fees."},
		{Code: codeFeesShortfall, Text: "The fees exceed the proceeds."},

		{Code: codeAdjustmentSplit, Text: "The factor of a split."},
		{Code: codeAdjustmentShareDividend, Text: "The factor of a dividend in shares."},
		{Code: codeAdjustmentDistribution, Text: "The factor of a distribution."},
		{Code: codeAdjustmentStep, Text: "The step of prices that the terms state."},
		{Code: codeAdjustmentStepDefault, Text: "The step of prices used where the terms state none."},
		{Code: codeAdjustmentRounding, Text: "The rule of rounding that the terms state."},
		{Code: codeAdjustmentRoundingDefault, Text: "The rule of rounding used where the terms state none."},
		{Code: codeAdjustmentAggregate, Text: "The price was rounded down, so that all shares together cost no more than before."},
		{Code: codeAdjustmentFloor, Text: "The floor governs."},
		{Code: codeAdjustmentFloorShares, Text: "The number of shares that remain at the floor."},
		{Code: codeAdjustmentPrice, Text: "How the price was adjusted."},
		{Code: codeAdjustmentShares, Text: "How the number of shares was adjusted."},

		{Code: codeSplitRatio, Text: "The ratio, and the number of shares after it."},
		{Code: codeSplitEven, Text: "No row has a fraction."},
		{Code: codeSplitUp, Text: "Fractions were rounded up."},
		{Code: codeSplitNearest, Text: "Fractions were rounded to the nearest share."},
		{Code: codeSplitCash, Text: "Fractions are paid in cash."},
		{Code: codeSplitCents, Text: "The rule of rounding for cents that the terms state."},
		{Code: codeSplitCentsDefault, Text: "The rule of rounding for cents used where the terms state none."},
		{Code: codeSplitSale, Text: "Fractions are added together and sold."},
		{Code: codeSplitDown, Text: "Fractions were dropped."},
		{Code: codeSplitProceeds, Text: "The allocation of the proceeds of the sale."},
		{Code: codeSplitProceedsUnstated, Text: "The proceeds of the sale are not stated."},
		{Code: codeSplitProceedsUnpaid, Text: "Proceeds of the sale belong to no row."},
		{Code: codeSplitTotal, Text: "The number of shares held after the split."},
		{Code: codeSplitRowExact, Text: "The row has no fraction."},
		{Code: codeSplitRowUp, Text: "The row's fraction was rounded up."},
		{Code: codeSplitRowCash, Text: "The row's fraction is paid in cash."},
		{Code: codeSplitRowSold, Text: "The row's fraction is sold with the others."},
		{Code: codeSplitRowDown, Text: "The row's fraction was dropped."},
	}
}
