package escrow

import "github.com/offerkit/offerkit/law"

// The codes of the reasons why an instruction, or a fact that contradicts one
// that stands, is refused. Each has a [Cure].
const (
	codeEventInvalid law.Code = "escrow.event.invalid"

	codeBackdated        law.Code = "escrow.instruction.backdated"
	codeNotEscrowAgent   law.Code = "escrow.instruction.not_escrow_agent"
	codeUnknownPurchase  law.Code = "escrow.instruction.unknown_purchase"
	codeAlreadyClosed    law.Code = "escrow.instruction.already_closed"
	codeOnHold           law.Code = "escrow.instruction.on_hold"
	codeTerminated       law.Code = "escrow.instruction.terminated"
	codeAmountInvalid    law.Code = "escrow.instruction.amount_invalid"
	codeNotEnoughHeld    law.Code = "escrow.instruction.not_enough_held"
	codeAmendmentPending law.Code = "escrow.instruction.amendment_pending"

	codeNothingNamed      law.Code = "escrow.release.nothing_to_release"
	codeNamedTwice        law.Code = "escrow.release.named_twice"
	codeConditionNotMet   law.Code = "escrow.release.condition_not_met"
	codeConditionNotShown law.Code = "escrow.release.condition_not_shown"
	codeWaiverNotEnough   law.Code = "escrow.release.waiver_not_enough"
	codeNoClosingDate     law.Code = "escrow.release.no_closing_date"
	// CodeBeforeClosingDate is of a release refused because the Closing Date has
	// not been reached.
	CodeBeforeClosingDate  law.Code = "escrow.release.before_closing_date"
	codeClosingDatePassed  law.Code = "escrow.release.closing_date_passed"
	codeNotTradingDay      law.Code = "escrow.release.not_a_trading_day"
	codeAfterCutoff        law.Code = "escrow.release.after_cutoff"
	codeOutsideDatePassed  law.Code = "escrow.release.outside_date_passed"
	codeFeesExceedProceeds law.Code = "escrow.release.fees_exceed_proceeds"
	codeNotTogether        law.Code = "escrow.release.not_together"
	codeTogetherOver       law.Code = "escrow.release.together_over"
	codeMinimumNotReached  law.Code = "escrow.release.minimum_not_reached"
	codeMinimumNotNamed    law.Code = "escrow.release.minimum_not_named"
	codeMaximumExceeded    law.Code = "escrow.release.maximum_exceeded"
	codeMayCancel          law.Code = "escrow.release.may_cancel"
	codeNotCalled          law.Code = "escrow.release.not_called"
	codeNoticeLapsed       law.Code = "escrow.release.notice_lapsed"

	codeUnknownCondition law.Code = "escrow.waive.unknown_condition"
	codeNotFavoredParty  law.Code = "escrow.waive.not_favored_party"
	codeNoSignedWriting  law.Code = "escrow.waive.no_signed_writing"
	codeNotWaivable      law.Code = "escrow.waive.not_waivable"

	codeNoGround      law.Code = "escrow.refund.no_ground"
	codeOtherCurrency law.Code = "escrow.refund.other_currency"
	codePayerUnknown  law.Code = "escrow.refund.payer_unknown"

	codeNothingHere law.Code = "escrow.unwind.nothing_here"
	codeNotReleased law.Code = "escrow.deliver.not_released"

	codeUnknownDeposit  law.Code = "escrow.suspense.unknown_deposit"
	codeNotInSuspense   law.Code = "escrow.suspense.not_in_suspense"
	codeDepositReturned law.Code = "escrow.suspense.returned"
	codeNotGood         law.Code = "escrow.suspense.not_good"
	codeSamePurchase    law.Code = "escrow.suspense.same_purchase"
	codeOtherInvestor   law.Code = "escrow.suspense.other_investor"

	codeSameReference     law.Code = "escrow.deposit.same_reference"
	codeReferenceConflict law.Code = "escrow.deposit.reference_conflict"

	codeSameCertificate     law.Code = "escrow.certificate.same_number"
	codeCertificateConflict law.Code = "escrow.certificate.conflict"

	codeOrderKnown   law.Code = "escrow.order.known"
	codeOrderUnknown law.Code = "escrow.order.unknown"

	codeUnknownLeg        law.Code = "escrow.leg.unknown"
	codeLegAlreadySettled law.Code = "escrow.leg.already_settled"
	codeLegAlreadyFailed  law.Code = "escrow.leg.already_failed"

	codeLegNotFailed  law.Code = "escrow.reissue.not_failed"
	codeReissueRefund law.Code = "escrow.reissue.refund"

	codeNotInvestor       law.Code = "escrow.cancel.not_investor"
	codeNoCancel          law.Code = "escrow.cancel.no_right"
	codeCancelLate        law.Code = "escrow.cancel.too_late"
	codeCancelWaived      law.Code = "escrow.cancel.waived"
	codeCancelNotWaivable law.Code = "escrow.cancel.not_waivable"

	codeTerminationNoRight law.Code = "escrow.terminate.no_right"
	codeTerminationEarly   law.Code = "escrow.terminate.too_early"

	codeNoNoticeTerms law.Code = "escrow.call.no_notice_terms"
	codeNotCompany    law.Code = "escrow.call.not_company"
	codeNoticeShort   law.Code = "escrow.call.too_short"

	codeAmendmentKnown   law.Code = "escrow.amend.known"
	codeAmendmentUnknown law.Code = "escrow.amend.unknown"
	codeAmendmentChanges law.Code = "escrow.amend.changes"
	codeNotParty         law.Code = "escrow.amend.not_party"
)

// The codes of warnings and of the steps of accepted instructions.
const (
	codeFactLate law.Code = "escrow.fact.late"
	codeParked   law.Code = "escrow.fact.parked"

	codeSuspense        law.Code = "escrow.deposit.suspense"
	codeDeficit         law.Code = "escrow.deposit.deficit"
	codeTransmittedLate law.Code = "escrow.deposit.transmitted_late"

	codeCertificateName law.Code = "escrow.certificate.name"
	codeLegOwed         law.Code = "escrow.leg.owed"
	codeConsentNoVote   law.Code = "escrow.consent.no_vote"

	codeReleaseOnWaiver  law.Code = "escrow.release.on_waiver"
	codeAfterClosingDate law.Code = "escrow.release.after_closing_date"

	codeFundsLate law.Code = "escrow.funds.late"

	codeReleaseOn law.Code = "escrow.release.closing_date"
	codeFee       law.Code = "escrow.release.fee"
	codePaid      law.Code = "escrow.release.paid"

	codeRefunded   law.Code = "escrow.refund.ordered"
	codeDelivered  law.Code = "escrow.deliver.ordered"
	codeReissued   law.Code = "escrow.reissue.ordered"
	codeApplied    law.Code = "escrow.suspense.applied"
	codeRefundLate law.Code = "escrow.refund.late"

	codeCanceled      law.Code = "escrow.cancel.done"
	codeCancelGivenUp law.Code = "escrow.cancel.given_up"

	codeTerminationWaits law.Code = "escrow.terminate.waits"
	codeCalled           law.Code = "escrow.call.done"

	codeAmendmentProposed  law.Code = "escrow.amend.proposed"
	codeAmended            law.Code = "escrow.amend.in_force"
	codeExtendedLate       law.Code = "escrow.amend.extended_late"
	codeAmendmentWithdrawn law.Code = "escrow.amend.withdrawn"

	codeWaiverCovers law.Code = "escrow.waive.covers"
)

// The codes of findings.
const (
	codeMet      law.Code = "escrow.condition.met"
	codePresumed law.Code = "escrow.condition.presumed"
	codeWaived   law.Code = "escrow.condition.waived"
	codeUnmet    law.Code = "escrow.condition.unmet"
	codeBroken   law.Code = "escrow.condition.broken"
	codeShort    law.Code = "escrow.condition.short"
	codeOver     law.Code = "escrow.condition.over"
	codeUnknown  law.Code = "escrow.condition.unknown"
)

// The codes of what keeps a purchase, or money of it, from counting toward the
// minimum.
const (
	codeMinimumBonaFide      law.Code = "escrow.minimum.not_bona_fide"
	codeMinimumOver          law.Code = "escrow.minimum.over"
	codeMinimumCondition     law.Code = "escrow.minimum.condition"
	codeMinimumConditionLate law.Code = "escrow.minimum.condition_late"
	codeMinimumLate          law.Code = "escrow.minimum.late"
)

// The codes of the steps and warnings of a [Schedule].
const (
	codeAskedOutOfRange        law.Code = "escrow.closing.asked_out_of_range"
	codeClosingUnknownPurchase law.Code = "escrow.closing.unknown_purchase"
	codeMissing                law.Code = "escrow.closing.missing"
	codeWaitsForOthers         law.Code = "escrow.closing.waits_for_others"
	codeLastCondition          law.Code = "escrow.closing.last_condition"
	codeCancelEnds             law.Code = "escrow.closing.cancel_ends"
	codeMemory                 law.Code = "escrow.closing.memory"
	codeScheduleEnds           law.Code = "escrow.closing.calendar_ends"
	codeRolled                 law.Code = "escrow.closing.rolled"
	codePassed                 law.Code = "escrow.closing.passed"
	codeClosed                 law.Code = "escrow.closing.closed"
	codeCutoff                 law.Code = "escrow.closing.cutoff"
	codeTimeAgreed             law.Code = "escrow.closing.time_agreed"
	codeTimeNotAgreed          law.Code = "escrow.closing.time_not_agreed"
	codeByNotice               law.Code = "escrow.closing.by_notice"
	codeWindowOver             law.Code = "escrow.closing.window_over"
	codeNoMinimum              law.Code = "escrow.closing.no_minimum"
	codeIsOver                 law.Code = "escrow.closing.is_over"
	// CodeLastWireDay is of the step that names the last day on which a wire
	// arrives in time.
	CodeLastWireDay law.Code = "escrow.closing.last_wire_day"
	codeEarlyClose  law.Code = "escrow.closing.early_close"
	codeWiresClosed law.Code = "escrow.closing.wires_closed"
	codeOutsideDate law.Code = "escrow.closing.outside_date"
)

// Codes is the catalog of the codes of the reasons, warnings, cures and needs in
// what this package returns, and of [Law]. The slice is the caller's.
func Codes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeEventInvalid, Text: "The event could not be applied: it would be answered with an error."},

		{Code: codeBackdated, Text: "The instruction is dated before an earlier instruction or before the signing."},
		{Code: codeNotEscrowAgent, Text: "Someone other than the escrow agent ordered a disbursement or delivery."},
		{Code: codeUnknownPurchase, Text: "The terms have no such purchase."},
		{Code: codeAlreadyClosed, Text: "The purchase has already been released."},
		{Code: codeOnHold, Text: "A hold prevents the movement."},
		{Code: codeTerminated, Text: "The purchase has been terminated or canceled."},
		{Code: codeAmountInvalid, Text: "The amount is not greater than zero."},
		{Code: codeNotEnoughHeld, Text: "The agent holds less than the amount ordered or due."},
		{Code: codeAmendmentPending, Text: "An amendment has not been signed by all whose signatures are required."},

		{Code: codeNothingNamed, Text: "The release names no purchase."},
		{Code: codeNamedTwice, Text: "The release names a purchase more than once."},
		{Code: codeConditionNotMet, Text: "A condition is not satisfied."},
		{Code: codeConditionNotShown, Text: "A condition has not been shown to be satisfied."},
		{Code: codeWaiverNotEnough, Text: "A condition has been waived, and the terms permit a release only on satisfaction."},
		{Code: codeNoClosingDate, Text: "The closing calendar ends before the Closing Date."},
		{Code: CodeBeforeClosingDate, Text: "The Closing Date has not been reached."},
		{Code: codeClosingDatePassed, Text: "The Closing Date has passed, and the terms do not move it."},
		{Code: codeNotTradingDay, Text: "The closing calendar is closed on that day."},
		{Code: codeAfterCutoff, Text: "The cut-off of the day has passed."},
		{Code: codeOutsideDatePassed, Text: "The outside date has passed."},
		{Code: codeFeesExceedProceeds, Text: "The fees exceed the amount released."},
		{Code: codeNotTogether, Text: "The terms require all purchases to close together, and one is not named."},
		{Code: codeTogetherOver, Text: "The terms require all purchases to close together, and one has been terminated or canceled."},
		{Code: codeMinimumNotReached, Text: "The minimum of the offering has not been received."},
		{Code: codeMinimumNotNamed, Text: "The purchases named, with those released before, do not reach the minimum."},
		{Code: codeMaximumExceeded, Text: "The release would exceed the maximum of the offering."},
		{Code: codeMayCancel, Text: "The investor may still cancel the purchase."},
		{Code: codeNotCalled, Text: "The company has not given notice of a closing."},
		{Code: codeNoticeLapsed, Text: "The closing of which notice was given did not take place within its window."},

		{Code: codeUnknownCondition, Text: "The terms have no such condition."},
		{Code: codeNotFavoredParty, Text: "The condition is not for the benefit of the party that waived it."},
		{Code: codeNoSignedWriting, Text: "The waiver is not in a signed writing."},
		{Code: codeNotWaivable, Text: "The terms do not permit the condition to be waived."},

		{Code: codeNoGround, Text: "The ground stated for the refund does not exist."},
		{Code: codeOtherCurrency, Text: "The money is in another currency."},
		{Code: codePayerUnknown, Text: "The payer to whom the money would be refunded is not known."},

		{Code: codeNothingHere, Text: "The agent holds nothing to return or to deliver."},
		{Code: codeNotReleased, Text: "Certificates are delivered only after the release."},

		{Code: codeUnknownDeposit, Text: "No such payment was received."},
		{Code: codeNotInSuspense, Text: "The payment is already credited to a purchase."},
		{Code: codeDepositReturned, Text: "The payment was returned."},
		{Code: codeNotGood, Text: "The payment has not become good funds."},
		{Code: codeSamePurchase, Text: "The excess is already credited to that purchase."},
		{Code: codeOtherInvestor, Text: "One investor's excess would be credited to another investor."},

		{Code: codeSameReference, Text: "The payment was already reported."},
		{Code: codeReferenceConflict, Text: "The payment was reported before with other particulars."},

		{Code: codeSameCertificate, Text: "The certificate was already reported."},
		{Code: codeCertificateConflict, Text: "The certificate was reported before with other particulars."},

		{Code: codeOrderKnown, Text: "The court's order was already reported."},
		{Code: codeOrderUnknown, Text: "No such court order has been reported."},

		{Code: codeUnknownLeg, Text: "No such payment or delivery was ordered."},
		{Code: codeLegAlreadySettled, Text: "The payment or delivery was already reported as settled."},
		{Code: codeLegAlreadyFailed, Text: "The payment or delivery was already reported as failed."},

		{Code: codeLegNotFailed, Text: "The payment or delivery did not fail, or was already sent again."},
		{Code: codeReissueRefund, Text: "The money of the failed refund is held as before, and is refunded by a new instruction."},

		{Code: codeNotInvestor, Text: "Someone other than the investor canceled."},
		{Code: codeNoCancel, Text: "The terms give no right to cancel."},
		{Code: codeCancelLate, Text: "The last instant to cancel has passed."},
		{Code: codeCancelWaived, Text: "The investor waived the right to cancel."},
		{Code: codeCancelNotWaivable, Text: "The right to cancel may not be waived."},

		{Code: codeTerminationNoRight, Text: "The party that terminated has no right to terminate."},
		{Code: codeTerminationEarly, Text: "The right to terminate has not arisen."},

		{Code: codeNoNoticeTerms, Text: "The terms do not provide for a closing by notice."},
		{Code: codeNotCompany, Text: "Someone other than the company gave notice of a closing."},
		{Code: codeNoticeShort, Text: "The notice is shorter than the terms require."},

		{Code: codeAmendmentKnown, Text: "An amendment of that name was already proposed."},
		{Code: codeAmendmentUnknown, Text: "No such amendment is pending."},
		{Code: codeAmendmentChanges, Text: "The amendment changes something that cannot be changed."},
		{Code: codeNotParty, Text: "The signature of the party is not required."},

		{Code: codeFactLate, Text: "A fact took effect before a release that was decided without it; the release remains."},
		{Code: codeParked, Text: "The fact concerns something not yet reported, and is kept until it is."},

		{Code: codeSuspense, Text: "The money is credited to no purchase."},
		{Code: codeDeficit, Text: "More money left the account than was received."},
		{Code: codeTransmittedLate, Text: "A broker-dealer transmitted the money later than permitted."},

		{Code: codeCertificateName, Text: "The certificate is in another name."},
		{Code: codeLegOwed, Text: "A payee has not been paid."},
		{Code: codeConsentNoVote, Text: "The consent of the party is not required and has no effect."},

		{Code: codeReleaseOnWaiver, Text: "The release relied on a waiver."},
		{Code: codeAfterClosingDate, Text: "The release is later than the Closing Date first computed."},

		{Code: codeFundsLate, Text: "The money was received later than the terms require."},

		{Code: codeReleaseOn, Text: "The Closing Date and the cut-off that the release satisfied."},
		{Code: codeFee, Text: "The fee deducted from the release."},
		{Code: codePaid, Text: "The allocation of the money released."},

		{Code: codeRefunded, Text: "The amount refunded."},
		{Code: codeDelivered, Text: "What is delivered after the release."},
		{Code: codeReissued, Text: "The payment or delivery that is sent again."},
		{Code: codeApplied, Text: "The amount credited to a purchase from suspense."},
		{Code: codeRefundLate, Text: "The refund is later than the day on which it was due."},

		{Code: codeCanceled, Text: "The purchase is canceled."},
		{Code: codeCancelGivenUp, Text: "The purchase may no longer be canceled."},

		{Code: codeTerminationWaits, Text: "The termination takes effect only when the other side agrees."},
		{Code: codeCalled, Text: "The day for which notice of a closing was given."},

		{Code: codeAmendmentProposed, Text: "The parties whose signatures are still required."},
		{Code: codeAmended, Text: "The instant from which the amended terms are in force."},
		{Code: codeExtendedLate, Text: "The extension was agreed after the minimum had failed."},
		{Code: codeAmendmentWithdrawn, Text: "The amendment is withdrawn."},

		{Code: codeWaiverCovers, Text: "The conditions and purchases to which the waiver applies."},

		{Code: codeMet, Text: "The condition is satisfied."},
		{Code: codePresumed, Text: "The condition is presumed to be satisfied, since nothing to the contrary was reported."},
		{Code: codeWaived, Text: "The condition has been waived by the party that it favors."},
		{Code: codeUnmet, Text: "The condition is not satisfied: the latest fact is against it."},
		{Code: codeBroken, Text: "A condition that must hold throughout the period did not."},
		{Code: codeShort, Text: "Less money or fewer shares were received than are due."},
		{Code: codeOver, Text: "Certificates for more shares were received than are due."},
		{Code: codeUnknown, Text: "The condition has not been shown to be satisfied: no fact was reported."},

		{Code: codeMinimumBonaFide, Text: "The purchase or the money is not bona fide and does not count toward the minimum."},
		{Code: codeMinimumOver, Text: "The purchase was terminated or canceled and does not count toward the minimum."},
		{
			Code: codeMinimumCondition,
			Text: "A condition of the purchase itself is neither satisfied nor waived, so that it does not count toward the minimum.",
		},
		{
			Code: codeMinimumConditionLate,
			Text: "A condition of the purchase itself was neither satisfied nor waived by the end of the date of the minimum.",
		},
		{Code: codeMinimumLate, Text: "The money was not good funds by the end of the date of the minimum."},

		{Code: codeAskedOutOfRange, Text: "The instant asked about is outside the range served."},
		{Code: codeClosingUnknownPurchase, Text: "The deal has no such purchase."},
		{Code: codeMissing, Text: "There is no Closing Date, since conditions are missing; a reason for each follows."},
		{Code: codeWaitsForOthers, Text: "The purchases close together, and another is not ready."},
		{Code: codeLastCondition, Text: "The instant at which the last condition was satisfied."},
		{Code: codeCancelEnds, Text: "The instant at which the investor's right to cancel ends."},
		{Code: codeMemory, Text: "The reading by which a condition that lapsed and was satisfied again is dated."},
		{Code: codeScheduleEnds, Text: "The closing calendar ends before the Closing Date."},
		{Code: codeRolled, Text: "The Closing Date was missed and moved."},
		{Code: codePassed, Text: "The Closing Date was missed and does not move."},
		{Code: codeClosed, Text: "The purchase has been released."},
		{Code: codeCutoff, Text: "The cut-off of the terms."},
		{Code: codeTimeAgreed, Text: "Another time of day was agreed."},
		{Code: codeTimeNotAgreed, Text: "The consents to another time of day are not sufficient."},
		{Code: codeByNotice, Text: "The day for which notice of a closing was given, or that none was given."},
		{Code: codeWindowOver, Text: "The window of the closing of which notice was given has ended."},
		{Code: codeNoMinimum, Text: "The minimum has not been received, or what can be released on the day does not reach it."},
		{Code: codeIsOver, Text: "The purchase has been terminated or canceled."},
		{Code: CodeLastWireDay, Text: "The last day on which a wire arrives in time."},
		{Code: codeEarlyClose, Text: "The exchange closes before the cut-off."},
		{Code: codeWiresClosed, Text: "No wire moves on the closing day."},
		{Code: codeOutsideDate, Text: "The closing day is after the outside date."},
	}
}
