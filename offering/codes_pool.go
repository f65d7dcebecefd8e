package offering

import "github.com/offerkit/offerkit/law"

// The codes of how a claim on a [Pool] came to its units: one for each
// [Outcome], and those of ties.
const (
	codeAllotExact      law.Code = "offering.allot.exact"
	codeAllotAbove      law.Code = "offering.allot.above"
	codeAllotBelow      law.Code = "offering.allot.below"
	codeAllotCapped     law.Code = "offering.allot.capped"
	codeAllotRaised     law.Code = "offering.allot.raised"
	codeAllotTrimmed    law.Code = "offering.allot.trimmed"
	codeAllotDropped    law.Code = "offering.allot.dropped"
	codeAllotWeightless law.Code = "offering.allot.weightless"
	codeAllotTieWon     law.Code = "offering.allot.tie.won"
	codeAllotTieLost    law.Code = "offering.allot.tie.lost"
)

// The codes of the readings of a [Pool] and of what it comes to.
const (
	codeAllotReadingMethod          law.Code = "offering.allot.reading.method"
	codeAllotReadingMethodDefault   law.Code = "offering.allot.reading.method.default"
	codeAllotReadingMinimums        law.Code = "offering.allot.reading.minimums"
	codeAllotReadingMinimumsDefault law.Code = "offering.allot.reading.minimums.default"
	codeAllotReadingLot             law.Code = "offering.allot.reading.lot"
	codeAllotReadingOwnLots         law.Code = "offering.allot.reading.own_lots"
	codeAllotComplete               law.Code = "offering.allot.complete"
	codeAllotUnallocated            law.Code = "offering.allot.unallocated"
)

// The codes of how a demand on a [Priority] came to its units: one for each
// [Outcome], and those of ties and of what was set aside.
const (
	codeFillFilled     law.Code = "offering.fill.filled"
	codeFillExact      law.Code = "offering.fill.exact"
	codeFillAbove      law.Code = "offering.fill.above"
	codeFillBelow      law.Code = "offering.fill.below"
	codeFillRaised     law.Code = "offering.fill.raised"
	codeFillCapped     law.Code = "offering.fill.capped"
	codeFillPartial    law.Code = "offering.fill.partial"
	codeFillUnfilled   law.Code = "offering.fill.unfilled"
	codeFillDropped    law.Code = "offering.fill.dropped"
	codeFillVoid       law.Code = "offering.fill.void"
	codeFillGuaranteed law.Code = "offering.fill.guaranteed"
	codeFillTieWon     law.Code = "offering.fill.tie.won"
	codeFillTieLost    law.Code = "offering.fill.tie.lost"
)

// The codes of the readings of a [Priority], of its tiers and of what it comes
// to.
const (
	codeFillReadingWithin        law.Code = "offering.fill.reading.within"
	codeFillReadingWithinDefault law.Code = "offering.fill.reading.within.default"
	codeFillReadingLast          law.Code = "offering.fill.reading.last"
	codeFillReadingLastDefault   law.Code = "offering.fill.reading.last.default"
	codeFillReadingMethod        law.Code = "offering.fill.reading.method"
	codeFillReadingMethodDefault law.Code = "offering.fill.reading.method.default"
	codeFillReadingLot           law.Code = "offering.fill.reading.lot"
	codeFillLeast                law.Code = "offering.fill.least"
	codeFillComplete             law.Code = "offering.fill.complete"
	codeFillLeft                 law.Code = "offering.fill.left"

	codeTierFilled   law.Code = "offering.tier.filled"
	codeTierPartial  law.Code = "offering.tier.partial"
	codeTierUnfilled law.Code = "offering.tier.unfilled"
)

// poolCodes is the part of the catalog above.
func poolCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeAllotExact, Text: "The part is a whole number of units."},
		{Code: codeAllotAbove, Text: "The claim was allotted an odd unit."},
		{Code: codeAllotBelow, Text: "The odd units were allotted to other claims."},
		{Code: codeAllotCapped, Text: "The part was reduced to the maximum."},
		{Code: codeAllotRaised, Text: "The part was raised to the minimum."},
		{Code: codeAllotTrimmed, Text: "The part was reduced to whole lots of the holder's own."},
		{Code: codeAllotDropped, Text: "The part was below the minimum, so that nothing is allotted."},
		{Code: codeAllotWeightless, Text: "The claim has no weight."},
		{Code: codeAllotTieWon, Text: "The claim won a tie for the last unit."},
		{Code: codeAllotTieLost, Text: "The claim lost a tie for the last unit."},
		{Code: codeAllotReadingMethod, Text: "The method of apportionment that the terms state."},
		{Code: codeAllotReadingMethodDefault, Text: "The method of apportionment used where the terms state none."},
		{Code: codeAllotReadingMinimums, Text: "The effect of minimums, as the terms state it."},
		{Code: codeAllotReadingMinimumsDefault, Text: "The effect of minimums where the terms do not state it."},
		{Code: codeAllotReadingLot, Text: "The lot of the pool."},
		{Code: codeAllotReadingOwnLots, Text: "The claims have lots of their own."},
		{Code: codeAllotComplete, Text: "Every unit is allotted."},
		{Code: codeAllotUnallocated, Text: "The number of units that no claim may take."},

		{Code: codeFillFilled, Text: "The demand is filled in full."},
		{Code: codeFillExact, Text: "The part is a whole number of units."},
		{Code: codeFillAbove, Text: "The demand was given an odd unit."},
		{Code: codeFillBelow, Text: "The odd units were given to other demands."},
		{Code: codeFillRaised, Text: "The part was raised to the least that the holder takes."},
		{Code: codeFillCapped, Text: "The part was reduced to what was demanded."},
		{Code: codeFillPartial, Text: "The demand received what was left in its turn."},
		{Code: codeFillUnfilled, Text: "The demand received nothing."},
		{Code: codeFillDropped, Text: "The part was below the least that the holder takes."},
		{Code: codeFillVoid, Text: "Nothing is filled, because the least number was not reached."},
		{Code: codeFillGuaranteed, Text: "What is set aside before any tier is filled."},
		{Code: codeFillTieWon, Text: "The demand won a tie for the last unit."},
		{Code: codeFillTieLost, Text: "The demand lost a tie for the last unit."},
		{Code: codeFillReadingWithin, Text: "How a tier is filled in part, as the terms state it."},
		{Code: codeFillReadingWithinDefault, Text: "How a tier is filled in part where the terms do not state it."},
		{Code: codeFillReadingLast, Text: "What becomes of the last demand, as the terms state it."},
		{Code: codeFillReadingLastDefault, Text: "What becomes of the last demand where the terms do not state it."},
		{Code: codeFillReadingMethod, Text: "The method of apportionment that the terms state."},
		{Code: codeFillReadingMethodDefault, Text: "The method of apportionment used where the terms state none."},
		{Code: codeFillReadingLot, Text: "The lot in which the tiers are filled."},
		{Code: codeFillLeast, Text: "The least number is reached."},
		{Code: codeFillComplete, Text: "No unit is left."},
		{Code: codeFillLeft, Text: "The number of units left."},

		{Code: codeTierFilled, Text: "The tier is filled."},
		{Code: codeTierPartial, Text: "The tier is filled in part."},
		{Code: codeTierUnfilled, Text: "The tier is not filled."},
	}
}
