package offering

// The codes of how a claim on a [Pool] came to its units: one for each
// [Outcome], and those of ties.
const (
	// CodeAllotExact means that the part is a whole number.
	CodeAllotExact = "offering.allot.exact"
	// CodeAllotAbove means that the claim got an odd unit.
	CodeAllotAbove = "offering.allot.above"
	// CodeAllotBelow means that the odd units went to others.
	CodeAllotBelow = "offering.allot.below"
	// CodeAllotCapped means that the part was cut down to the maximum.
	CodeAllotCapped = "offering.allot.capped"
	// CodeAllotRaised means that the part was raised to the minimum.
	CodeAllotRaised = "offering.allot.raised"
	// CodeAllotTrimmed means that it was cut down to whole lots of the holder's
	// own.
	CodeAllotTrimmed = "offering.allot.trimmed"
	// CodeAllotDropped means that the part was under the minimum, so that there
	// is none.
	CodeAllotDropped = "offering.allot.dropped"
	// CodeAllotWeightless means that the claim had no weight left to divide by.
	CodeAllotWeightless = "offering.allot.weightless"
	// CodeAllotTieWon means that the claim won a tie for the last unit.
	CodeAllotTieWon = "offering.allot.tie.won"
	// CodeAllotTieLost means that the claim lost a tie for the last unit.
	CodeAllotTieLost = "offering.allot.tie.lost"
)

// The codes of the readings of a [Pool] and of what it comes to.
const (
	// CodeAllotReadingMethod names the method that is stated.
	CodeAllotReadingMethod = "offering.allot.reading.method"
	// CodeAllotReadingMethodDefault names the method used where none is stated.
	CodeAllotReadingMethodDefault = "offering.allot.reading.method.default"
	// CodeAllotReadingMinimums names what minimums mean as stated.
	CodeAllotReadingMinimums = "offering.allot.reading.minimums"
	// CodeAllotReadingMinimumsDefault names what they mean where it is not
	// stated.
	CodeAllotReadingMinimumsDefault = "offering.allot.reading.minimums.default"
	// CodeAllotReadingLot names the lot of the pool.
	CodeAllotReadingLot = "offering.allot.reading.lot"
	// CodeAllotReadingOwnLots tells that the claims have lots of their own.
	CodeAllotReadingOwnLots = "offering.allot.reading.own_lots"
	// CodeAllotComplete means that every unit is allotted.
	CodeAllotComplete = "offering.allot.complete"
	// CodeAllotUnallocated tells how many units no claim may take.
	CodeAllotUnallocated = "offering.allot.unallocated"
)

// The codes of how a demand on a [Priority] came to its units: one for each
// [Outcome], and those of ties and of what was set aside.
const (
	// CodeFillFilled means that all that was asked for is filled.
	CodeFillFilled = "offering.fill.filled"
	// CodeFillExact means that the part is a whole number.
	CodeFillExact = "offering.fill.exact"
	// CodeFillAbove means that the demand got an odd unit.
	CodeFillAbove = "offering.fill.above"
	// CodeFillBelow means that the odd units went to others.
	CodeFillBelow = "offering.fill.below"
	// CodeFillRaised means that the part was raised to the least that the holder
	// takes.
	CodeFillRaised = "offering.fill.raised"
	// CodeFillCapped means that the part was cut down to what was asked.
	CodeFillCapped = "offering.fill.capped"
	// CodeFillPartial means that it got what was left in its turn.
	CodeFillPartial = "offering.fill.partial"
	// CodeFillUnfilled means that it got nothing.
	CodeFillUnfilled = "offering.fill.unfilled"
	// CodeFillDropped means that the part was under the least that the holder
	// takes.
	CodeFillDropped = "offering.fill.dropped"
	// CodeFillVoid means that nothing is filled, because the least number is
	// missed.
	CodeFillVoid = "offering.fill.void"
	// CodeFillGuaranteed tells what is set aside before any tier is filled.
	CodeFillGuaranteed = "offering.fill.guaranteed"
	// CodeFillTieWon means that the demand won a tie for the last unit.
	CodeFillTieWon = "offering.fill.tie.won"
	// CodeFillTieLost means that the demand lost a tie for the last unit.
	CodeFillTieLost = "offering.fill.tie.lost"
)

// The codes of the readings of a [Priority], of its tiers and of what it comes
// to.
const (
	// CodeFillReadingWithin names how a tier is filled in part as stated.
	CodeFillReadingWithin = "offering.fill.reading.within"
	// CodeFillReadingWithinDefault names how it is where nothing is stated.
	CodeFillReadingWithinDefault = "offering.fill.reading.within.default"
	// CodeFillReadingLast names what becomes of the last demand as stated.
	CodeFillReadingLast = "offering.fill.reading.last"
	// CodeFillReadingLastDefault names what becomes of it where nothing is
	// stated.
	CodeFillReadingLastDefault = "offering.fill.reading.last.default"
	// CodeFillReadingMethod names the method that is stated.
	CodeFillReadingMethod = "offering.fill.reading.method"
	// CodeFillReadingMethodDefault names the method used where none is stated.
	CodeFillReadingMethodDefault = "offering.fill.reading.method.default"
	// CodeFillReadingLot names the lot of the question.
	CodeFillReadingLot = "offering.fill.reading.lot"
	// CodeFillLeast means that the least number is reached.
	CodeFillLeast = "offering.fill.least"
	// CodeFillComplete means that no unit is left.
	CodeFillComplete = "offering.fill.complete"
	// CodeFillLeft tells how many units are left.
	CodeFillLeft = "offering.fill.left"
	// CodeTierFilled means that the tier is filled.
	CodeTierFilled = "offering.tier.filled"
	// CodeTierPartial means that it is filled in part.
	CodeTierPartial = "offering.tier.partial"
	// CodeTierUnfilled means that it is not filled.
	CodeTierUnfilled = "offering.tier.unfilled"
)
