package offering

import "github.com/offerkit/offerkit/law"

// The codes of how a claim on a [Pool] came to its units: one for each
// [Outcome], and those of ties.
const (
	// CodeAllotExact means that the part is a whole number.
	CodeAllotExact law.Code = "offering.allot.exact"
	// CodeAllotAbove means that the claim got an odd unit.
	CodeAllotAbove law.Code = "offering.allot.above"
	// CodeAllotBelow means that the odd units went to others.
	CodeAllotBelow law.Code = "offering.allot.below"
	// CodeAllotCapped means that the part was cut down to the maximum.
	CodeAllotCapped law.Code = "offering.allot.capped"
	// CodeAllotRaised means that the part was raised to the minimum.
	CodeAllotRaised law.Code = "offering.allot.raised"
	// CodeAllotTrimmed means that it was cut down to whole lots of the holder's
	// own.
	CodeAllotTrimmed law.Code = "offering.allot.trimmed"
	// CodeAllotDropped means that the part was under the minimum, so that there
	// is none.
	CodeAllotDropped law.Code = "offering.allot.dropped"
	// CodeAllotWeightless means that the claim had no weight left to divide by.
	CodeAllotWeightless law.Code = "offering.allot.weightless"
	// CodeAllotTieWon means that the claim won a tie for the last unit.
	CodeAllotTieWon law.Code = "offering.allot.tie.won"
	// CodeAllotTieLost means that the claim lost a tie for the last unit.
	CodeAllotTieLost law.Code = "offering.allot.tie.lost"
)

// The codes of the readings of a [Pool] and of what it comes to.
const (
	// CodeAllotReadingMethod names the method that is stated.
	CodeAllotReadingMethod law.Code = "offering.allot.reading.method"
	// CodeAllotReadingMethodDefault names the method used where none is stated.
	CodeAllotReadingMethodDefault law.Code = "offering.allot.reading.method.default"
	// CodeAllotReadingMinimums names what minimums mean as stated.
	CodeAllotReadingMinimums law.Code = "offering.allot.reading.minimums"
	// CodeAllotReadingMinimumsDefault names what they mean where it is not
	// stated.
	CodeAllotReadingMinimumsDefault law.Code = "offering.allot.reading.minimums.default"
	// CodeAllotReadingLot names the lot of the pool.
	CodeAllotReadingLot law.Code = "offering.allot.reading.lot"
	// CodeAllotReadingOwnLots tells that the claims have lots of their own.
	CodeAllotReadingOwnLots law.Code = "offering.allot.reading.own_lots"
	// CodeAllotComplete means that every unit is allotted.
	CodeAllotComplete law.Code = "offering.allot.complete"
	// CodeAllotUnallocated tells how many units no claim may take.
	CodeAllotUnallocated law.Code = "offering.allot.unallocated"
)

// The codes of how a demand on a [Priority] came to its units: one for each
// [Outcome], and those of ties and of what was set aside.
const (
	// CodeFillFilled means that all that was asked for is filled.
	CodeFillFilled law.Code = "offering.fill.filled"
	// CodeFillExact means that the part is a whole number.
	CodeFillExact law.Code = "offering.fill.exact"
	// CodeFillAbove means that the demand got an odd unit.
	CodeFillAbove law.Code = "offering.fill.above"
	// CodeFillBelow means that the odd units went to others.
	CodeFillBelow law.Code = "offering.fill.below"
	// CodeFillRaised means that the part was raised to the least that the holder
	// takes.
	CodeFillRaised law.Code = "offering.fill.raised"
	// CodeFillCapped means that the part was cut down to what was asked.
	CodeFillCapped law.Code = "offering.fill.capped"
	// CodeFillPartial means that it got what was left in its turn.
	CodeFillPartial law.Code = "offering.fill.partial"
	// CodeFillUnfilled means that it got nothing.
	CodeFillUnfilled law.Code = "offering.fill.unfilled"
	// CodeFillDropped means that the part was under the least that the holder
	// takes.
	CodeFillDropped law.Code = "offering.fill.dropped"
	// CodeFillVoid means that nothing is filled, because the least number is
	// missed.
	CodeFillVoid law.Code = "offering.fill.void"
	// CodeFillGuaranteed tells what is set aside before any tier is filled.
	CodeFillGuaranteed law.Code = "offering.fill.guaranteed"
	// CodeFillTieWon means that the demand won a tie for the last unit.
	CodeFillTieWon law.Code = "offering.fill.tie.won"
	// CodeFillTieLost means that the demand lost a tie for the last unit.
	CodeFillTieLost law.Code = "offering.fill.tie.lost"
)

// The codes of the readings of a [Priority], of its tiers and of what it comes
// to.
const (
	// CodeFillReadingWithin names how a tier is filled in part as stated.
	CodeFillReadingWithin law.Code = "offering.fill.reading.within"
	// CodeFillReadingWithinDefault names how it is where nothing is stated.
	CodeFillReadingWithinDefault law.Code = "offering.fill.reading.within.default"
	// CodeFillReadingLast names what becomes of the last demand as stated.
	CodeFillReadingLast law.Code = "offering.fill.reading.last"
	// CodeFillReadingLastDefault names what becomes of it where nothing is
	// stated.
	CodeFillReadingLastDefault law.Code = "offering.fill.reading.last.default"
	// CodeFillReadingMethod names the method that is stated.
	CodeFillReadingMethod law.Code = "offering.fill.reading.method"
	// CodeFillReadingMethodDefault names the method used where none is stated.
	CodeFillReadingMethodDefault law.Code = "offering.fill.reading.method.default"
	// CodeFillReadingLot names the lot of the question.
	CodeFillReadingLot law.Code = "offering.fill.reading.lot"
	// CodeFillLeast means that the least number is reached.
	CodeFillLeast law.Code = "offering.fill.least"
	// CodeFillComplete means that no unit is left.
	CodeFillComplete law.Code = "offering.fill.complete"
	// CodeFillLeft tells how many units are left.
	CodeFillLeft law.Code = "offering.fill.left"
	// CodeTierFilled means that the tier is filled.
	CodeTierFilled law.Code = "offering.tier.filled"
	// CodeTierPartial means that it is filled in part.
	CodeTierPartial law.Code = "offering.tier.partial"
	// CodeTierUnfilled means that it is not filled.
	CodeTierUnfilled law.Code = "offering.tier.unfilled"
)
