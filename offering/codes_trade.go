package offering

import "github.com/offerkit/offerkit/law"

// The codes of a [Tender].
const (
	codeTenderFull        law.Code = "offering.tender.full"
	codeTenderOver        law.Code = "offering.tender.over"
	codeTenderOddLots     law.Code = "offering.tender.odd_lots"
	codeTenderOddLotsNone law.Code = "offering.tender.odd_lots.none"
	codeTenderOddLotsOver law.Code = "offering.tender.odd_lots.over"
	codeTenderOddLotsOnly law.Code = "offering.tender.odd_lots.only"
	codeTenderProrated    law.Code = "offering.tender.prorated"
	codeTenderWithdrawn   law.Code = "offering.tender.withdrawn"
	codeTenderLot         law.Code = "offering.tender.lot"
	codeTenderLotNobody   law.Code = "offering.tender.lot.nobody"
	codeTenderLotUnseeded law.Code = "offering.tender.lot.unseeded"
	codeTenderTotal       law.Code = "offering.tender.total"
)

// The codes of a row of a [Tender]: one for each [Treatment].
const (
	codeTenderRowInFull    law.Code = "offering.tender.row.in_full"
	codeTenderRowOddLot    law.Code = "offering.tender.row.odd_lot"
	codeTenderRowProrated  law.Code = "offering.tender.row.prorated"
	codeTenderRowByLot     law.Code = "offering.tender.row.by_lot"
	codeTenderRowLeftOut   law.Code = "offering.tender.row.left_out"
	codeTenderRowWithdrawn law.Code = "offering.tender.row.withdrawn"
)

// The codes of a [RightsOffering].
const (
	codeRightsRounding         law.Code = "offering.rights.rounding"
	codeRightsRoundingDefault  law.Code = "offering.rights.rounding.default"
	codeRightsShares           law.Code = "offering.rights.shares"
	codeRightsSharesDefault    law.Code = "offering.rights.shares.default"
	codeRightsPrivilegesOver   law.Code = "offering.rights.privileges.over"
	codeRightsBasic            law.Code = "offering.rights.basic"
	codeRightsBasicCut         law.Code = "offering.rights.basic.cut"
	codeRightsOver             law.Code = "offering.rights.over"
	codeRightsOverBasis        law.Code = "offering.rights.over.basis"
	codeRightsOverBasisDefault law.Code = "offering.rights.over.basis.default"
	codeRightsOverNone         law.Code = "offering.rights.over.none"
	codeRightsOverEmpty        law.Code = "offering.rights.over.empty"
	codeRightsOverLast         law.Code = "offering.rights.over.last"
	codeRightsOverOutside      law.Code = "offering.rights.over.outside"
	codeRightsTotal            law.Code = "offering.rights.total"
	codeRightsRowBasic         law.Code = "offering.rights.row.basic"
	codeRightsRowOver          law.Code = "offering.rights.row.over"
	codeRightsRowLast          law.Code = "offering.rights.row.last"
	codeRightsRowOutside       law.Code = "offering.rights.row.outside"
)

// The codes of a [PreemptiveRight].
const (
	codeParticipationFormula        law.Code = "offering.participation.formula"
	codeParticipationFormulaDefault law.Code = "offering.participation.formula.default"
	codeParticipationCut            law.Code = "offering.participation.cut"
	codeParticipationSilent         law.Code = "offering.participation.silent"
	codeParticipationTaken          law.Code = "offering.participation.taken"
	codeParticipationOver           law.Code = "offering.participation.over"
	codeParticipationOverNone       law.Code = "offering.participation.over.none"
	codeParticipationReleased       law.Code = "offering.participation.released"
	codeParticipationRowRight       law.Code = "offering.participation.row.right"
	codeParticipationRowTaken       law.Code = "offering.participation.row.taken"
	codeParticipationRowSilent      law.Code = "offering.participation.row.silent"
	codeParticipationRowOver        law.Code = "offering.participation.row.over"
)

// The codes of an [Underwriting] in which someone defaults.
const (
	codeDefaultLimit        law.Code = "offering.default.limit"
	codeDefaultLimitDefault law.Code = "offering.default.limit.default"
	codeDefaultNone         law.Code = "offering.default.none"
	codeDefaultOver         law.Code = "offering.default.over"
	codeDefaultNobody       law.Code = "offering.default.nobody"
	codeDefaultTakenUp      law.Code = "offering.default.taken_up"
	codeDefaultRowTakenUp   law.Code = "offering.default.row.taken_up"
	codeDefaultRowKept      law.Code = "offering.default.row.kept"
)

// The codes of a [Lottery], drawn or drawn again.
const (
	codeLotteryUncommitted    law.Code = "offering.lottery.uncommitted"
	codeLotteryCommitted      law.Code = "offering.lottery.committed"
	codeLotteryRank           law.Code = "offering.lottery.rank"
	codeLotteryUnallocated    law.Code = "offering.lottery.unallocated"
	codeLotterySystematic     law.Code = "offering.lottery.systematic"
	codeLotteryReplayed       law.Code = "offering.lottery.replayed"
	codeLotteryDiffersInput   law.Code = "offering.lottery.differs.input"
	codeLotteryDiffersRows    law.Code = "offering.lottery.differs.rows"
	codeLotteryDiffersFigures law.Code = "offering.lottery.differs.figures"
)

// tradeCodes is the part of the catalog above.
func tradeCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeTenderFull, Text: "Every share tendered is bought."},
		{Code: codeTenderOver, Text: "More shares are tendered than are sought."},
		{Code: codeTenderOddLots, Text: "The odd lots that are bought first."},
		{Code: codeTenderOddLotsNone, Text: "The offer does not prefer odd lots."},
		{Code: codeTenderOddLotsOver, Text: "The odd lots alone exceed the shares sought."},
		{Code: codeTenderOddLotsOnly, Text: "The odd lots leave no shares for other tenders."},
		{Code: codeTenderProrated, Text: "The proration factor."},
		{Code: codeTenderWithdrawn, Text: "The number of conditional tenders that are deemed withdrawn."},
		{Code: codeTenderLot, Text: "A lot fills what the tenders deemed withdrawn leave."},
		{Code: codeTenderLotNobody, Text: "No tender may take part in the lot."},
		{Code: codeTenderLotUnseeded, Text: "No seed for the lot is given."},
		{Code: codeTenderTotal, Text: "The number of shares bought and of shares returned."},
		{Code: codeTenderRowInFull, Text: "All shares tendered are bought."},
		{Code: codeTenderRowOddLot, Text: "The odd lot is bought first."},
		{Code: codeTenderRowProrated, Text: "A part of the shares tendered is bought."},
		{Code: codeTenderRowByLot, Text: "The lot permits the minimum of the tender to be bought."},
		{Code: codeTenderRowLeftOut, Text: "The odd lots leave no shares for the tender."},
		{Code: codeTenderRowWithdrawn, Text: "The tender is deemed withdrawn."},

		{Code: codeRightsRounding, Text: "The rule of rounding that the terms state."},
		{Code: codeRightsRoundingDefault, Text: "The rule of rounding used where the terms state none."},
		{Code: codeRightsShares, Text: "The number of shares offered that the terms state."},
		{Code: codeRightsSharesDefault, Text: "The number of shares offered where the terms state none."},
		{Code: codeRightsPrivilegesOver, Text: "The basic privileges exceed the shares offered."},
		{Code: codeRightsBasic, Text: "What basic subscriptions take."},
		{Code: codeRightsBasicCut, Text: "Basic subscriptions are cut back to the shares offered."},
		{Code: codeRightsOver, Text: "What over-subscriptions receive."},
		{Code: codeRightsOverBasis, Text: "The basis of the proration of over-subscriptions that the terms state."},
		{Code: codeRightsOverBasisDefault, Text: "The basis of the proration of over-subscriptions where the terms state none."},
		{Code: codeRightsOverNone, Text: "There is no over-subscription privilege."},
		{Code: codeRightsOverEmpty, Text: "No over-subscription is demanded, or no share is left."},
		{Code: codeRightsOverLast, Text: "What holders without a basic share receive."},
		{Code: codeRightsOverOutside, Text: "Subscribers who hold nothing receive nothing."},
		{Code: codeRightsTotal, Text: "The number of shares subscribed and of shares not subscribed."},
		{Code: codeRightsRowBasic, Text: "What the basic privilege takes."},
		{Code: codeRightsRowOver, Text: "What the over-subscription receives."},
		{Code: codeRightsRowLast, Text: "What the subscriber receives after all others."},
		{Code: codeRightsRowOutside, Text: "The subscriber holds nothing and has no privilege."},

		{Code: codeParticipationFormula, Text: "The formula that the terms state."},
		{Code: codeParticipationFormulaDefault, Text: "The formula used where the terms state none."},
		{Code: codeParticipationCut, Text: "The rights are cut back to the round."},
		{Code: codeParticipationSilent, Text: "The number of holders that did not answer."},
		{Code: codeParticipationTaken, Text: "What is taken under the rights."},
		{Code: codeParticipationOver, Text: "What becomes of the shares declined."},
		{Code: codeParticipationOverNone, Text: "The shares declined are offered to nobody."},
		{Code: codeParticipationReleased, Text: "What may be placed with others."},
		{Code: codeParticipationRowRight, Text: "The size of the right."},
		{Code: codeParticipationRowTaken, Text: "What is taken under the right."},
		{Code: codeParticipationRowSilent, Text: "No answer was received, which is deemed to decline."},
		{Code: codeParticipationRowOver, Text: "What is taken of the shares that others declined."},

		{Code: codeDefaultLimit, Text: "The limit on default shares that the terms state."},
		{Code: codeDefaultLimitDefault, Text: "The limit on default shares used where the terms state none."},
		{Code: codeDefaultNone, Text: "No underwriter defaulted."},
		{Code: codeDefaultOver, Text: "The default shares exceed what the others are required to take up."},
		{Code: codeDefaultNobody, Text: "No underwriter is left to take up the default shares."},
		{Code: codeDefaultTakenUp, Text: "The other underwriters take up the default shares."},
		{Code: codeDefaultRowTakenUp, Text: "What the underwriter takes up."},
		{Code: codeDefaultRowKept, Text: "The underwriter takes up none."},

		{Code: codeLotteryUncommitted, Text: "No commitment to the seed is stated."},
		{Code: codeLotteryCommitted, Text: "The seed is the one committed to."},
		{Code: codeLotteryRank, Text: "How the winners were ranked."},
		{Code: codeLotteryUnallocated, Text: "There are fewer entrants than winners."},
		{Code: codeLotterySystematic, Text: "How the units were divided by lot."},
		{Code: codeLotteryReplayed, Text: "The drawing has the result stated."},
		{Code: codeLotteryDiffersInput, Text: "The entrants are not those stated."},
		{Code: codeLotteryDiffersRows, Text: "Rows of the drawing differ from those stated."},
		{Code: codeLotteryDiffersFigures, Text: "The number drawn or the totals differ from those stated."},
	}
}
