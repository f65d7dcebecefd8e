package offering

import "github.com/offerkit/offerkit/law"

// The codes of [Closings].
const (
	// CodeClosingRow tells how a row came from the running total.
	CodeClosingRow law.Code = "offering.closing.row"
	// CodeClosingReversed tells that a row takes an earlier one back.
	CodeClosingReversed law.Code = "offering.closing.reversed"
	// CodeClosingHeld means that a row gets none, because earlier rows have
	// more.
	CodeClosingHeld law.Code = "offering.closing.held"
	// CodeClosingLevel means that the rows have what the total comes to.
	CodeClosingLevel law.Code = "offering.closing.level"
	// CodeClosingOff warns that a reversal is not yet made up for.
	CodeClosingOff law.Code = "offering.closing.off"
)

// The codes of an [OverAllotment].
const (
	// CodeOverAllotmentSize tells how large the option is.
	CodeOverAllotmentSize law.Code = "offering.over_allotment.size"
	// CodeOverAllotmentUsed tells how much of it the demand takes.
	CodeOverAllotmentUsed law.Code = "offering.over_allotment.used"
	// CodeOverAllotmentDifference tells how many rows the other way would
	// change.
	CodeOverAllotmentDifference law.Code = "offering.over_allotment.difference"
	// CodeOverAllotmentFilled means that the row gets all that it asks for.
	CodeOverAllotmentFilled law.Code = "offering.over_allotment.filled"
	// CodeOverAllotmentOneGo tells its part where base and option go in one.
	CodeOverAllotmentOneGo law.Code = "offering.over_allotment.one_go"
	// CodeOverAllotmentBase tells its part of the base.
	CodeOverAllotmentBase law.Code = "offering.over_allotment.base"
	// CodeOverAllotmentOption tells its part of the option.
	CodeOverAllotmentOption law.Code = "offering.over_allotment.option"
)

// The codes of what [Warrants] come to.
const (
	// CodeWarrantsEven means that the rows add up to the number they should.
	CodeWarrantsEven law.Code = "offering.warrants.even"
	// CodeWarrantsResidual means that the rows do not add up, and that the terms leave it
	// at that.
	CodeWarrantsResidual law.Code = "offering.warrants.residual"
	// CodeWarrantsBeyond means that no rounding of the rows gives that number.
	CodeWarrantsBeyond law.Code = "offering.warrants.beyond"
	// CodeWarrantsTooSmall means that the row to be moved has too few warrants.
	CodeWarrantsTooSmall law.Code = "offering.warrants.too_small"
)

// The codes of a [UnitBook].
const (
	// CodeUnitsStated means that the order names a number of units.
	CodeUnitsStated law.Code = "offering.units.stated"
	// CodeUnitsWarrants tells how many warrants the units have.
	CodeUnitsWarrants law.Code = "offering.units.warrants"
)

// The codes of an [IssuePrice] and of a [PriceSet].
const (
	// CodeValuationPrice tells how the valuation gives the price.
	CodeValuationPrice law.Code = "offering.valuation.price"
	// CodePriceReference tells what a reference comes to.
	CodePriceReference law.Code = "offering.price.reference"
	// CodePriceOnly means that there is one reference.
	CodePriceOnly law.Code = "offering.price.only"
	// CodePriceLowerOf means that the lowest reference governs.
	CodePriceLowerOf law.Code = "offering.price.lower_of"
	// CodePriceGreaterOf means that the highest reference governs.
	CodePriceGreaterOf law.Code = "offering.price.greater_of"
	// CodePriceFloor means that the floor governs.
	CodePriceFloor law.Code = "offering.price.floor"
)

// The codes of [Proceeds].
const (
	// CodeFeesPercentOfGross tells a fee that is a percentage of the proceeds.
	CodeFeesPercentOfGross law.Code = "offering.fees.percent_of_gross"
	// CodeFeesPerShare tells a fee for each share.
	CodeFeesPerShare law.Code = "offering.fees.per_share"
	// CodeFeesFixed tells a fee for the closing.
	CodeFeesFixed law.Code = "offering.fees.fixed"
	// CodeFeesCap tells what a cap leaves of a fee.
	CodeFeesCap law.Code = "offering.fees.cap"
	// CodeFeesShort warns that the proceeds do not pay the fee.
	CodeFeesShort law.Code = "offering.fees.short"
	// CodeFeesCovered means that the proceeds cover the fees.
	CodeFeesCovered law.Code = "offering.fees.covered"
	// CodeFeesShortfall warns that the fees are more than the proceeds.
	CodeFeesShortfall law.Code = "offering.fees.shortfall"
)

// The codes of an [Adjusted] price.
const (
	// CodeAdjustmentSplit tells what a split multiplies.
	CodeAdjustmentSplit law.Code = "offering.adjustment.split"
	// CodeAdjustmentShareDividend tells what a dividend of shares multiplies.
	CodeAdjustmentShareDividend law.Code = "offering.adjustment.share_dividend"
	// CodeAdjustmentDistribution tells what a distribution multiplies.
	CodeAdjustmentDistribution law.Code = "offering.adjustment.distribution"
	// CodeAdjustmentStep names the step that is stated.
	CodeAdjustmentStep law.Code = "offering.adjustment.step"
	// CodeAdjustmentStepDefault names the step used where none is stated.
	CodeAdjustmentStepDefault law.Code = "offering.adjustment.step.default"
	// CodeAdjustmentRounding names the rule of rounding that is stated.
	CodeAdjustmentRounding law.Code = "offering.adjustment.rounding"
	// CodeAdjustmentRoundingDefault names the rule used where none is stated.
	CodeAdjustmentRoundingDefault law.Code = "offering.adjustment.rounding.default"
	// CodeAdjustmentAggregate means that the price was rounded down, so that
	// all shares together are no dearer than they were.
	CodeAdjustmentAggregate law.Code = "offering.adjustment.aggregate"
	// CodeAdjustmentFloor means that the floor governs.
	CodeAdjustmentFloor law.Code = "offering.adjustment.floor"
	// CodeAdjustmentFloorShares tells how many shares remain at the floor.
	CodeAdjustmentFloorShares law.Code = "offering.adjustment.floor.shares"
	// CodeAdjustmentPrice tells how the price came about.
	CodeAdjustmentPrice law.Code = "offering.adjustment.price"
	// CodeAdjustmentShares tells how the number of shares came about.
	CodeAdjustmentShares law.Code = "offering.adjustment.shares"
)

// The codes of a [Split].
const (
	// CodeSplitRatio tells the ratio and what it makes of all shares.
	CodeSplitRatio law.Code = "offering.split.ratio"
	// CodeSplitEven means that no row has a fraction.
	CodeSplitEven law.Code = "offering.split.even"
	// CodeSplitUp means that fractions were rounded up.
	CodeSplitUp law.Code = "offering.split.up"
	// CodeSplitNearest means that fractions were rounded to the nearest.
	CodeSplitNearest law.Code = "offering.split.nearest"
	// CodeSplitCash means that fractions are paid in cash.
	CodeSplitCash law.Code = "offering.split.cash"
	// CodeSplitCents names the rule for cents that is stated.
	CodeSplitCents law.Code = "offering.split.cents"
	// CodeSplitCentsDefault names the rule for cents used where none is stated.
	CodeSplitCentsDefault law.Code = "offering.split.cents.default"
	// CodeSplitSale means that fractions are added up and sold.
	CodeSplitSale law.Code = "offering.split.sale"
	// CodeSplitDown means that fractions were dropped.
	CodeSplitDown law.Code = "offering.split.down"
	// CodeSplitProceeds tells how the proceeds of the sale are shared.
	CodeSplitProceeds law.Code = "offering.split.proceeds"
	// CodeSplitProceedsUnstated means that the proceeds are not stated yet.
	CodeSplitProceedsUnstated law.Code = "offering.split.proceeds.unstated"
	// CodeSplitProceedsUnpaid warns that proceeds belong to no row.
	CodeSplitProceedsUnpaid law.Code = "offering.split.proceeds.unpaid"
	// CodeSplitTotal tells how many shares are held after the split.
	CodeSplitTotal law.Code = "offering.split.total"
	// CodeSplitRowExact means that the row has no fraction.
	CodeSplitRowExact law.Code = "offering.split.row.exact"
	// CodeSplitRowUp means that its fraction was rounded up.
	CodeSplitRowUp law.Code = "offering.split.row.up"
	// CodeSplitRowCash means that its fraction is paid in cash.
	CodeSplitRowCash law.Code = "offering.split.row.cash"
	// CodeSplitRowSold means that its fraction is sold with the others.
	CodeSplitRowSold law.Code = "offering.split.row.sold"
	// CodeSplitRowDown means that its fraction was dropped.
	CodeSplitRowDown law.Code = "offering.split.row.down"
)
