package offering

// The codes of [Closings].
const (
	// CodeClosingRow tells how a row came from the running total.
	CodeClosingRow = "offering.closing.row"
	// CodeClosingReversed tells that a row takes an earlier one back.
	CodeClosingReversed = "offering.closing.reversed"
	// CodeClosingHeld means that a row gets none, because earlier rows have
	// more.
	CodeClosingHeld = "offering.closing.held"
	// CodeClosingLevel means that the rows have what the total comes to.
	CodeClosingLevel = "offering.closing.level"
	// CodeClosingOff warns that a reversal is not yet made up for.
	CodeClosingOff = "offering.closing.off"
)

// The codes of an [OverAllotment].
const (
	// CodeOverAllotmentSize tells how large the option is.
	CodeOverAllotmentSize = "offering.over_allotment.size"
	// CodeOverAllotmentUsed tells how much of it the demand takes.
	CodeOverAllotmentUsed = "offering.over_allotment.used"
	// CodeOverAllotmentDifference tells how many rows the other way would
	// change.
	CodeOverAllotmentDifference = "offering.over_allotment.difference"
	// CodeOverAllotmentFilled means that the row gets all that it asks for.
	CodeOverAllotmentFilled = "offering.over_allotment.filled"
	// CodeOverAllotmentOneGo tells its part where base and option go in one.
	CodeOverAllotmentOneGo = "offering.over_allotment.one_go"
	// CodeOverAllotmentBase tells its part of the base.
	CodeOverAllotmentBase = "offering.over_allotment.base"
	// CodeOverAllotmentOption tells its part of the option.
	CodeOverAllotmentOption = "offering.over_allotment.option"
)

// The codes of what [Warrants] come to.
const (
	// CodeWarrantsEven means that the rows add up to the number they should.
	CodeWarrantsEven = "offering.warrants.even"
	// CodeWarrantsResidual means that the rows do not add up, and that the terms leave it
	// at that.
	CodeWarrantsResidual = "offering.warrants.residual"
	// CodeWarrantsBeyond means that no rounding of the rows gives that number.
	CodeWarrantsBeyond = "offering.warrants.beyond"
	// CodeWarrantsTooSmall means that the row to be moved has too few warrants.
	CodeWarrantsTooSmall = "offering.warrants.too_small"
)

// The codes of a [UnitBook].
const (
	// CodeUnitsStated means that the order names a number of units.
	CodeUnitsStated = "offering.units.stated"
	// CodeUnitsWarrants tells how many warrants the units have.
	CodeUnitsWarrants = "offering.units.warrants"
)

// The codes of an [IssuePrice] and of a [PriceSet].
const (
	// CodeValuationPrice tells how the valuation gives the price.
	CodeValuationPrice = "offering.valuation.price"
	// CodePriceReference tells what a reference comes to.
	CodePriceReference = "offering.price.reference"
	// CodePriceOnly means that there is one reference.
	CodePriceOnly = "offering.price.only"
	// CodePriceLowerOf means that the lowest reference governs.
	CodePriceLowerOf = "offering.price.lower_of"
	// CodePriceGreaterOf means that the highest reference governs.
	CodePriceGreaterOf = "offering.price.greater_of"
	// CodePriceFloor means that the floor governs.
	CodePriceFloor = "offering.price.floor"
)

// The codes of [Proceeds].
const (
	// CodeFeesPercentOfGross tells a fee that is a percentage of the proceeds.
	CodeFeesPercentOfGross = "offering.fees.percent_of_gross"
	// CodeFeesPerShare tells a fee for each share.
	CodeFeesPerShare = "offering.fees.per_share"
	// CodeFeesFixed tells a fee for the closing.
	CodeFeesFixed = "offering.fees.fixed"
	// CodeFeesCap tells what a cap leaves of a fee.
	CodeFeesCap = "offering.fees.cap"
	// CodeFeesShort warns that the proceeds do not pay the fee.
	CodeFeesShort = "offering.fees.short"
	// CodeFeesCovered means that the proceeds cover the fees.
	CodeFeesCovered = "offering.fees.covered"
	// CodeFeesShortfall warns that the fees are more than the proceeds.
	CodeFeesShortfall = "offering.fees.shortfall"
)

// The codes of an [Adjusted] price.
const (
	// CodeAdjustmentSplit tells what a split multiplies.
	CodeAdjustmentSplit = "offering.adjustment.split"
	// CodeAdjustmentShareDividend tells what a dividend of shares multiplies.
	CodeAdjustmentShareDividend = "offering.adjustment.share_dividend"
	// CodeAdjustmentDistribution tells what a distribution multiplies.
	CodeAdjustmentDistribution = "offering.adjustment.distribution"
	// CodeAdjustmentStep names the step that is stated.
	CodeAdjustmentStep = "offering.adjustment.step"
	// CodeAdjustmentStepDefault names the step used where none is stated.
	CodeAdjustmentStepDefault = "offering.adjustment.step.default"
	// CodeAdjustmentRounding names the rule of rounding that is stated.
	CodeAdjustmentRounding = "offering.adjustment.rounding"
	// CodeAdjustmentRoundingDefault names the rule used where none is stated.
	CodeAdjustmentRoundingDefault = "offering.adjustment.rounding.default"
	// CodeAdjustmentAggregate means that the price was rounded down, so that
	// all shares together are no dearer than they were.
	CodeAdjustmentAggregate = "offering.adjustment.aggregate"
	// CodeAdjustmentFloor means that the floor governs.
	CodeAdjustmentFloor = "offering.adjustment.floor"
	// CodeAdjustmentFloorShares tells how many shares remain at the floor.
	CodeAdjustmentFloorShares = "offering.adjustment.floor.shares"
	// CodeAdjustmentPrice tells how the price came about.
	CodeAdjustmentPrice = "offering.adjustment.price"
	// CodeAdjustmentShares tells how the number of shares came about.
	CodeAdjustmentShares = "offering.adjustment.shares"
)

// The codes of a [Split].
const (
	// CodeSplitRatio tells the ratio and what it makes of all shares.
	CodeSplitRatio = "offering.split.ratio"
	// CodeSplitEven means that no row has a fraction.
	CodeSplitEven = "offering.split.even"
	// CodeSplitUp means that fractions were rounded up.
	CodeSplitUp = "offering.split.up"
	// CodeSplitNearest means that fractions were rounded to the nearest.
	CodeSplitNearest = "offering.split.nearest"
	// CodeSplitCash means that fractions are paid in cash.
	CodeSplitCash = "offering.split.cash"
	// CodeSplitCents names the rule for cents that is stated.
	CodeSplitCents = "offering.split.cents"
	// CodeSplitCentsDefault names the rule for cents used where none is stated.
	CodeSplitCentsDefault = "offering.split.cents.default"
	// CodeSplitSale means that fractions are added up and sold.
	CodeSplitSale = "offering.split.sale"
	// CodeSplitDown means that fractions were dropped.
	CodeSplitDown = "offering.split.down"
	// CodeSplitProceeds tells how the proceeds of the sale are shared.
	CodeSplitProceeds = "offering.split.proceeds"
	// CodeSplitProceedsUnstated means that the proceeds are not stated yet.
	CodeSplitProceedsUnstated = "offering.split.proceeds.unstated"
	// CodeSplitProceedsUnpaid warns that proceeds belong to no row.
	CodeSplitProceedsUnpaid = "offering.split.proceeds.unpaid"
	// CodeSplitTotal tells how many shares are held after the split.
	CodeSplitTotal = "offering.split.total"
	// CodeSplitRowExact means that the row has no fraction.
	CodeSplitRowExact = "offering.split.row.exact"
	// CodeSplitRowUp means that its fraction was rounded up.
	CodeSplitRowUp = "offering.split.row.up"
	// CodeSplitRowCash means that its fraction is paid in cash.
	CodeSplitRowCash = "offering.split.row.cash"
	// CodeSplitRowSold means that its fraction is sold with the others.
	CodeSplitRowSold = "offering.split.row.sold"
	// CodeSplitRowDown means that its fraction was dropped.
	CodeSplitRowDown = "offering.split.row.down"
)
