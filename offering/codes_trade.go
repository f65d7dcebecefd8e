package offering

import "github.com/offerkit/offerkit/law"

// The codes of a [Tender].
const (
	// CodeTenderFull means that every share tendered is bought.
	CodeTenderFull law.Code = "offering.tender.full"
	// CodeTenderOver means that more are tendered than sought.
	CodeTenderOver law.Code = "offering.tender.over"
	// CodeTenderOddLots tells which odd lots are bought first.
	CodeTenderOddLots law.Code = "offering.tender.odd_lots"
	// CodeTenderOddLotsNone means that the offer does not put odd lots first.
	CodeTenderOddLotsNone law.Code = "offering.tender.odd_lots.none"
	// CodeTenderOddLotsOver means that odd lots alone are more than sought.
	CodeTenderOddLotsOver law.Code = "offering.tender.odd_lots.over"
	// CodeTenderOddLotsOnly means that they leave room for nothing else.
	CodeTenderOddLotsOnly law.Code = "offering.tender.odd_lots.only"
	// CodeTenderProrated tells the factor of the proration.
	CodeTenderProrated law.Code = "offering.tender.prorated"
	// CodeTenderWithdrawn tells how many conditional tenders count as
	// withdrawn.
	CodeTenderWithdrawn law.Code = "offering.tender.withdrawn"
	// CodeTenderLot tells that a lot fills what they leave.
	CodeTenderLot law.Code = "offering.tender.lot"
	// CodeTenderLotNobody means that nobody may take part in such a lot.
	CodeTenderLotNobody law.Code = "offering.tender.lot.nobody"
	// CodeTenderLotUnseeded means that no seed is given for it.
	CodeTenderLotUnseeded law.Code = "offering.tender.lot.unseeded"
	// CodeTenderTotal tells what is bought and what is returned.
	CodeTenderTotal law.Code = "offering.tender.total"
)

// The codes of a row of a [Tender]: one for each [Treatment].
const (
	// CodeTenderRowInFull means that all is bought.
	CodeTenderRowInFull law.Code = "offering.tender.row.in_full"
	// CodeTenderRowOddLot means that all is bought first.
	CodeTenderRowOddLot law.Code = "offering.tender.row.odd_lot"
	// CodeTenderRowProrated means that a part is bought.
	CodeTenderRowProrated law.Code = "offering.tender.row.prorated"
	// CodeTenderRowByLot means that the lot let the minimum be bought.
	CodeTenderRowByLot law.Code = "offering.tender.row.by_lot"
	// CodeTenderRowLeftOut means that odd lots left no room.
	CodeTenderRowLeftOut law.Code = "offering.tender.row.left_out"
	// CodeTenderRowWithdrawn means that the tender counts as withdrawn.
	CodeTenderRowWithdrawn law.Code = "offering.tender.row.withdrawn"
)

// The codes of a [RightsOffering].
const (
	// CodeRightsRounding names the rule of rounding that is stated.
	CodeRightsRounding law.Code = "offering.rights.rounding"
	// CodeRightsRoundingDefault names the rule used where none is stated.
	CodeRightsRoundingDefault law.Code = "offering.rights.rounding.default"
	// CodeRightsShares names the number offered as stated.
	CodeRightsShares law.Code = "offering.rights.shares"
	// CodeRightsSharesDefault names the number offered where none is stated.
	CodeRightsSharesDefault law.Code = "offering.rights.shares.default"
	// CodeRightsPrivilegesOver warns that the privileges are more than offered.
	CodeRightsPrivilegesOver law.Code = "offering.rights.privileges.over"
	// CodeRightsBasic tells what basic subscriptions take.
	CodeRightsBasic law.Code = "offering.rights.basic"
	// CodeRightsBasicCut tells that they are cut back to what is offered.
	CodeRightsBasicCut law.Code = "offering.rights.basic.cut"
	// CodeRightsOver tells what over-subscriptions get.
	CodeRightsOver law.Code = "offering.rights.over"
	// CodeRightsOverBasis names what they are in proportion to, as stated.
	CodeRightsOverBasis law.Code = "offering.rights.over.basis"
	// CodeRightsOverBasisDefault names it where it is not stated.
	CodeRightsOverBasisDefault law.Code = "offering.rights.over.basis.default"
	// CodeRightsOverNone means that there is no over-subscription privilege.
	CodeRightsOverNone law.Code = "offering.rights.over.none"
	// CodeRightsOverEmpty means that nothing is asked for or left.
	CodeRightsOverEmpty law.Code = "offering.rights.over.empty"
	// CodeRightsOverLast tells what holders without a basic share get.
	CodeRightsOverLast law.Code = "offering.rights.over.last"
	// CodeRightsOverOutside tells that subscribers who hold nothing get none.
	CodeRightsOverOutside law.Code = "offering.rights.over.outside"
	// CodeRightsTotal tells what is subscribed and what is not.
	CodeRightsTotal law.Code = "offering.rights.total"
	// CodeRightsRowBasic tells what the basic privilege takes.
	CodeRightsRowBasic law.Code = "offering.rights.row.basic"
	// CodeRightsRowOver tells what the over-subscription gets.
	CodeRightsRowOver law.Code = "offering.rights.row.over"
	// CodeRightsRowLast tells what it gets after all others.
	CodeRightsRowLast law.Code = "offering.rights.row.last"
	// CodeRightsRowOutside means that it holds nothing and has no privilege.
	CodeRightsRowOutside law.Code = "offering.rights.row.outside"
)

// The codes of a [PreemptiveRight].
const (
	// CodeParticipationFormula names the formula that is stated.
	CodeParticipationFormula law.Code = "offering.participation.formula"
	// CodeParticipationFormulaDefault names the formula used where none is
	// stated.
	CodeParticipationFormulaDefault law.Code = "offering.participation.formula.default"
	// CodeParticipationCut tells that the rights are cut back to the round.
	CodeParticipationCut law.Code = "offering.participation.cut"
	// CodeParticipationSilent tells how many did not answer.
	CodeParticipationSilent law.Code = "offering.participation.silent"
	// CodeParticipationTaken tells what is taken of the rights.
	CodeParticipationTaken law.Code = "offering.participation.taken"
	// CodeParticipationOver tells what becomes of what was declined.
	CodeParticipationOver law.Code = "offering.participation.over"
	// CodeParticipationOverNone means that what was declined is offered to
	// nobody.
	CodeParticipationOverNone law.Code = "offering.participation.over.none"
	// CodeParticipationReleased tells what may be placed with others.
	CodeParticipationReleased law.Code = "offering.participation.released"
	// CodeParticipationRowRight tells how large the right is.
	CodeParticipationRowRight law.Code = "offering.participation.row.right"
	// CodeParticipationRowTaken tells what is taken of it.
	CodeParticipationRowTaken law.Code = "offering.participation.row.taken"
	// CodeParticipationRowSilent means that no answer came, which declines.
	CodeParticipationRowSilent law.Code = "offering.participation.row.silent"
	// CodeParticipationRowOver tells what is taken of what others declined.
	CodeParticipationRowOver law.Code = "offering.participation.row.over"
)

// The codes of an [Underwriting] in which someone defaults.
const (
	// CodeDefaultLimit names the limit that is stated.
	CodeDefaultLimit law.Code = "offering.default.limit"
	// CodeDefaultLimitDefault names the limit used where none is stated.
	CodeDefaultLimitDefault law.Code = "offering.default.limit.default"
	// CodeDefaultNone means that nobody defaulted.
	CodeDefaultNone law.Code = "offering.default.none"
	// CodeDefaultOver means that more was defaulted on than others must take
	// up.
	CodeDefaultOver law.Code = "offering.default.over"
	// CodeDefaultNobody means that nobody is left to take it up.
	CodeDefaultNobody law.Code = "offering.default.nobody"
	// CodeDefaultTakenUp means that the others take it up.
	CodeDefaultTakenUp law.Code = "offering.default.taken_up"
	// CodeDefaultRowTakenUp tells what an underwriter takes up.
	CodeDefaultRowTakenUp law.Code = "offering.default.row.taken_up"
	// CodeDefaultRowKept means that it takes up none.
	CodeDefaultRowKept law.Code = "offering.default.row.kept"
)

// The codes of a [Lottery], drawn or drawn again.
const (
	// CodeLotteryUncommitted warns that no commitment to the seed is stated.
	CodeLotteryUncommitted law.Code = "offering.lottery.uncommitted"
	// CodeLotteryCommitted means that the seed is the one committed to.
	CodeLotteryCommitted law.Code = "offering.lottery.committed"
	// CodeLotteryRank tells how the winners were ranked.
	CodeLotteryRank law.Code = "offering.lottery.rank"
	// CodeLotteryUnallocated means that there are fewer entrants than winners.
	CodeLotteryUnallocated law.Code = "offering.lottery.unallocated"
	// CodeLotterySystematic tells how units were divided by lot.
	CodeLotterySystematic law.Code = "offering.lottery.systematic"
	// CodeLotteryReplayed means that the lot comes out as stated.
	CodeLotteryReplayed law.Code = "offering.lottery.replayed"
	// CodeLotteryDiffersInput means that the entrants are not those stated.
	CodeLotteryDiffersInput law.Code = "offering.lottery.differs.input"
	// CodeLotteryDiffersRows means that rows come out otherwise.
	CodeLotteryDiffersRows law.Code = "offering.lottery.differs.rows"
	// CodeLotteryDiffersFigures means that the number drawn or the totals do.
	CodeLotteryDiffersFigures law.Code = "offering.lottery.differs.figures"
)
