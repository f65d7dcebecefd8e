package escrow

// The codes of the reasons why an instruction is refused.
const (
	// CodeEventInvalid is how [Deal.Check] reports an event that Apply would
	// answer with an error.
	CodeEventInvalid = "escrow.event.invalid"
	// CodeBackdated means that an instruction carries an earlier instant than
	// one before it, or than the signing.
	CodeBackdated = "escrow.instruction.backdated"

	// CodeNotEscrowAgent means that someone other than the agent orders a
	// release.
	CodeNotEscrowAgent = "escrow.release.not_escrow_agent"
	// CodeNothingNamed means that the release names no purchase.
	CodeNothingNamed = "escrow.release.nothing_to_release"
	// CodeReleaseUnknownPurchase means that the terms have no such purchase.
	CodeReleaseUnknownPurchase = "escrow.release.unknown_purchase"
	// CodeNamedTwice means that a release names a purchase more than once.
	CodeNamedTwice = "escrow.release.named_twice"
	// CodeAlreadyClosed means that the purchase was released before.
	CodeAlreadyClosed = "escrow.release.already_closed"
	// CodeConditionNotMet means that the facts contradict a condition.
	CodeConditionNotMet = "escrow.release.condition_not_met"
	// CodeConditionNotShown means that no fact speaks to a condition.
	CodeConditionNotShown = "escrow.release.condition_not_shown"
	// CodeWaiverNotEnough means that a condition is only waived, and the terms
	// let money go on satisfaction alone.
	CodeWaiverNotEnough = "escrow.release.waiver_not_enough"
	// CodeNoClosingDate means that the closing calendar ends before the Closing
	// Date.
	CodeNoClosingDate = "escrow.release.no_closing_date"
	// CodeBeforeClosingDate means that the Closing Date is still to come.
	CodeBeforeClosingDate = "escrow.release.before_closing_date"
	// CodeClosingDatePassed means that the Closing Date is over and the terms
	// do not roll it.
	CodeClosingDatePassed = "escrow.release.closing_date_passed"
	// CodeNotTradingDay means that the closing calendar is closed that day.
	CodeNotTradingDay = "escrow.release.not_a_trading_day"
	// CodeAfterCutoff means that the hour of the day is too late.
	CodeAfterCutoff = "escrow.release.after_cutoff"
	// CodeOutsideDatePassed means that the last day that the terms allow is
	// over.
	CodeOutsideDatePassed = "escrow.release.outside_date_passed"
	// CodeFundsShort means that the agent holds less than the amount due.
	CodeFundsShort = "escrow.release.funds_not_enough"
	// CodeFeesExceedProceeds means that the fees are more than the money
	// released.
	CodeFeesExceedProceeds = "escrow.release.fees_exceed_proceeds"
	// CodeNotTogether means that the terms close all purchases at once, and one
	// is not named.
	CodeNotTogether = "escrow.release.not_together"

	// CodeWaiveUnknownPurchase means that the terms have no such purchase.
	CodeWaiveUnknownPurchase = "escrow.waive.unknown_purchase"
	// CodeWaiveUnknownCondition means that the terms have no such condition.
	CodeWaiveUnknownCondition = "escrow.waive.unknown_condition"
	// CodeNotFavoredParty means that the condition does not run in the party's
	// favor.
	CodeNotFavoredParty = "escrow.waive.not_favored_party"
	// CodeNoSignedWriting means that the waiver is not in a signed writing.
	CodeNoSignedWriting = "escrow.waive.no_signed_writing"
	// CodeNotWaivable means that the terms say that nobody can waive the
	// condition.
	CodeNotWaivable = "escrow.waive.not_waivable"
	// CodeWaiveAlreadyClosed means that the purchase was released before.
	CodeWaiveAlreadyClosed = "escrow.waive.already_closed"
)

// The codes of warnings and of the steps of accepted instructions.
const (
	// CodeFactLate warns that a fact took effect before a release that was
	// decided without it; the release stands.
	CodeFactLate = "escrow.fact.late"
	// CodeConsentNoVote warns that the party's consent counts for nothing.
	CodeConsentNoVote = "escrow.consent.no_vote"
	// CodeReleaseOnWaiver warns that money went on a waiver.
	CodeReleaseOnWaiver = "escrow.release.on_waiver"
	// CodeAfterClosingDate warns that the release came after the day first
	// computed.
	CodeAfterClosingDate = "escrow.release.after_closing_date"
	// CodeFundsLate warns that money came later than the terms ask.
	CodeFundsLate = "escrow.funds.late"
	// CodeReleaseOn tells the closing day and hour that a release met.
	CodeReleaseOn = "escrow.release.closing_date"
	// CodePaid tells how the money was divided.
	CodePaid = "escrow.release.paid"
	// CodeWaiverCovers tells what an accepted waiver reaches.
	CodeWaiverCovers = "escrow.waive.covers"
)

// The codes of findings.
const (
	// CodeMet means that the condition is met.
	CodeMet = "escrow.condition.met"
	// CodePresumed means that the condition is met because nothing contrary is
	// known.
	CodePresumed = "escrow.condition.presumed"
	// CodeWaived means that the favored party gave the condition up.
	CodeWaived = "escrow.condition.waived"
	// CodeUnmet means that the latest fact is against the condition.
	CodeUnmet = "escrow.condition.unmet"
	// CodeBroken means that a condition that must hold throughout did not.
	CodeBroken = "escrow.condition.broken"
	// CodeShort means that less money or fewer shares are here than are due.
	CodeShort = "escrow.condition.short"
	// CodeUnknown means that nobody has said.
	CodeUnknown = "escrow.condition.unknown"
)

// The codes of the steps and warnings of a [Schedule].
const (
	// CodeAskedOutOfRange means that the instant asked about is no instant that
	// the package serves.
	CodeAskedOutOfRange = "escrow.closing.asked_out_of_range"
	// CodeClosingUnknownPurchase means that the deal has no such purchase.
	CodeClosingUnknownPurchase = "escrow.closing.unknown_purchase"
	// CodeMissing means that there is no Closing Date, for conditions are
	// missing; a reason for each follows.
	CodeMissing = "escrow.closing.missing"
	// CodeWaitsForOthers means that the purchases close together and another is
	// not ready.
	CodeWaitsForOthers = "escrow.closing.waits_for_others"
	// CodeLastCondition tells when the last condition came in.
	CodeLastCondition = "escrow.closing.last_condition"
	// CodeMemory tells how a condition that lapsed and came back is dated.
	CodeMemory = "escrow.closing.memory"
	// CodeScheduleEnds means that the closing calendar ends before the Closing
	// Date.
	CodeScheduleEnds = "escrow.closing.calendar_ends"
	// CodeRolled tells that a missed Closing Date moved on.
	CodeRolled = "escrow.closing.rolled"
	// CodePassed tells that the Closing Date was missed and does not roll.
	CodePassed = "escrow.closing.passed"
	// CodeClosed tells that the purchase was released.
	CodeClosed = "escrow.closing.closed"
	// CodeCutoff tells the hour of the terms.
	CodeCutoff = "escrow.closing.cutoff"
	// CodeTimeAgreed tells that another hour was agreed.
	CodeTimeAgreed = "escrow.closing.time_agreed"
	// CodeTimeNotAgreed tells that consents to another hour fall short.
	CodeTimeNotAgreed = "escrow.closing.time_not_agreed"
	// CodeLastWireDay tells the last day on which a wire can arrive in time.
	CodeLastWireDay = "escrow.closing.last_wire_day"
	// CodeEarlyClose warns that the exchange closes before the cut-off.
	CodeEarlyClose = "escrow.closing.early_close"
	// CodeWiresClosed warns that no wire moves on the closing day.
	CodeWiresClosed = "escrow.closing.wires_closed"
	// CodeOutsideDate warns that the closing day lies after the outside date.
	CodeOutsideDate = "escrow.closing.outside_date"
)
