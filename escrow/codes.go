package escrow

import "github.com/offerkit/offerkit/law"

// The codes of the reasons why an instruction, or a fact that contradicts one
// that stands, is refused. Each has a [Cure].
const (
	// CodeEventInvalid is how [Deal.Check] reports an event that Apply would
	// answer with an error.
	CodeEventInvalid law.Code = "escrow.event.invalid"
	// CodeBackdated means that an instruction carries an earlier instant than
	// one before it, or than the signing.
	CodeBackdated law.Code = "escrow.instruction.backdated"
	// CodeNotEscrowAgent means that someone other than the agent orders money
	// or certificates to move.
	CodeNotEscrowAgent law.Code = "escrow.instruction.not_escrow_agent"
	// CodeUnknownPurchase means that the terms have no such purchase.
	CodeUnknownPurchase law.Code = "escrow.instruction.unknown_purchase"
	// CodeAlreadyClosed means that the purchase was released before.
	CodeAlreadyClosed law.Code = "escrow.instruction.already_closed"
	// CodeOnHold means that a hold stands over what would move.
	CodeOnHold law.Code = "escrow.instruction.on_hold"
	// CodeTerminated means that the purchase was terminated or canceled.
	CodeTerminated law.Code = "escrow.instruction.terminated"
	// CodeAmountInvalid means that the amount is not above zero.
	CodeAmountInvalid law.Code = "escrow.instruction.amount_invalid"
	// CodeNotEnoughHeld means that less is here than is asked for or due.
	CodeNotEnoughHeld law.Code = "escrow.instruction.not_enough_held"
	// CodeAmendmentPending means that an amendment waits for signatures.
	CodeAmendmentPending law.Code = "escrow.instruction.amendment_pending"

	// CodeNothingNamed means that the release names no purchase.
	CodeNothingNamed law.Code = "escrow.release.nothing_to_release"
	// CodeNamedTwice means that a release names a purchase more than once.
	CodeNamedTwice law.Code = "escrow.release.named_twice"
	// CodeConditionNotMet means that the facts contradict a condition.
	CodeConditionNotMet law.Code = "escrow.release.condition_not_met"
	// CodeConditionNotShown means that no fact speaks to a condition.
	CodeConditionNotShown law.Code = "escrow.release.condition_not_shown"
	// CodeWaiverNotEnough means that a condition is only waived, and the terms
	// let money go on satisfaction alone.
	CodeWaiverNotEnough law.Code = "escrow.release.waiver_not_enough"
	// CodeNoClosingDate means that the closing calendar ends before the Closing
	// Date.
	CodeNoClosingDate law.Code = "escrow.release.no_closing_date"
	// CodeBeforeClosingDate means that the Closing Date is still to come.
	CodeBeforeClosingDate law.Code = "escrow.release.before_closing_date"
	// CodeClosingDatePassed means that the Closing Date is over and the terms
	// do not roll it.
	CodeClosingDatePassed law.Code = "escrow.release.closing_date_passed"
	// CodeNotTradingDay means that the closing calendar is closed that day.
	CodeNotTradingDay law.Code = "escrow.release.not_a_trading_day"
	// CodeAfterCutoff means that the hour of the day is too late.
	CodeAfterCutoff law.Code = "escrow.release.after_cutoff"
	// CodeOutsideDatePassed means that the last day that the terms allow is
	// over.
	CodeOutsideDatePassed law.Code = "escrow.release.outside_date_passed"
	// CodeFeesExceedProceeds means that the fees are more than the money
	// released.
	CodeFeesExceedProceeds law.Code = "escrow.release.fees_exceed_proceeds"
	// CodeNotTogether means that the terms close all purchases at once, and one
	// is not named: all or none.
	CodeNotTogether law.Code = "escrow.release.not_together"
	// CodeTogetherOver means that the terms close all purchases at once, and one
	// was terminated or canceled.
	CodeTogetherOver law.Code = "escrow.release.together_over"
	// CodeMinimumNotReached means that the minimum of the terms is not here.
	CodeMinimumNotReached law.Code = "escrow.release.minimum_not_reached"
	// CodeMinimumNotNamed means that the purchases named, with those released
	// before, do not reach the minimum together.
	CodeMinimumNotNamed law.Code = "escrow.release.minimum_not_named"
	// CodeMaximumExceeded means that more would be released than the terms
	// allow.
	CodeMaximumExceeded law.Code = "escrow.release.maximum_exceeded"
	// CodeMayCancel means that the investor may still cancel the purchase.
	CodeMayCancel law.Code = "escrow.release.may_cancel"
	// CodeNotCalled means that the company has called no closing.
	CodeNotCalled law.Code = "escrow.release.not_called"
	// CodeNoticeLapsed means that the closing that was called did not take
	// place within its window.
	CodeNoticeLapsed law.Code = "escrow.release.notice_lapsed"

	// CodeUnknownCondition means that the terms have no such condition.
	CodeUnknownCondition law.Code = "escrow.waive.unknown_condition"
	// CodeNotFavoredParty means that the condition does not run in the party's
	// favor.
	CodeNotFavoredParty law.Code = "escrow.waive.not_favored_party"
	// CodeNoSignedWriting means that the waiver is not in a signed writing.
	CodeNoSignedWriting law.Code = "escrow.waive.no_signed_writing"
	// CodeNotWaivable means that the terms say that nobody can waive the
	// condition.
	CodeNotWaivable law.Code = "escrow.waive.not_waivable"

	// CodeNoGround means that the ground named is not true.
	CodeNoGround law.Code = "escrow.refund.no_ground"
	// CodeOtherCurrency means that the money is in another currency.
	CodeOtherCurrency law.Code = "escrow.refund.other_currency"
	// CodePayerUnknown means that nobody is known to pay back.
	CodePayerUnknown law.Code = "escrow.refund.payer_unknown"
	// CodeNothingHere means that nothing is here to unwind or to hand out.
	CodeNothingHere law.Code = "escrow.unwind.nothing_here"
	// CodeNotReleased means that certificates wait for the release.
	CodeNotReleased law.Code = "escrow.deliver.not_released"

	// CodeUnknownDeposit means that no such payment came.
	CodeUnknownDeposit law.Code = "escrow.suspense.unknown_deposit"
	// CodeNotInSuspense means that the payment counts for a purchase.
	CodeNotInSuspense law.Code = "escrow.suspense.not_in_suspense"
	// CodeDepositReturned means that the payment went back.
	CodeDepositReturned law.Code = "escrow.suspense.returned"
	// CodeNotGood means that the payment has not cleared.
	CodeNotGood law.Code = "escrow.suspense.not_good"
	// CodeSamePurchase means that an excess would go where it is.
	CodeSamePurchase law.Code = "escrow.suspense.same_purchase"
	// CodeOtherInvestor means that one investor's excess would pay for
	// another.
	CodeOtherInvestor law.Code = "escrow.suspense.other_investor"

	// CodeSameReference means that a payment was told of before.
	CodeSameReference law.Code = "escrow.deposit.same_reference"
	// CodeReferenceConflict means that a payment was told of otherwise before.
	CodeReferenceConflict law.Code = "escrow.deposit.reference_conflict"
	// CodeSameCertificate means that a certificate was told of before.
	CodeSameCertificate law.Code = "escrow.certificate.same_number"
	// CodeCertificateConflict means that a certificate was told of otherwise
	// before.
	CodeCertificateConflict law.Code = "escrow.certificate.conflict"
	// CodeOrderKnown means that a court's order was told of before.
	CodeOrderKnown law.Code = "escrow.order.known"
	// CodeOrderUnknown means that no such order of a court is in the books.
	CodeOrderUnknown law.Code = "escrow.order.unknown"

	// CodeUnknownLeg means that no such leg was ordered.
	CodeUnknownLeg law.Code = "escrow.leg.unknown"
	// CodeLegAlreadySettled means that the leg was reported as settled.
	CodeLegAlreadySettled law.Code = "escrow.leg.already_settled"
	// CodeLegAlreadyFailed means that the leg was reported as failed.
	CodeLegAlreadyFailed law.Code = "escrow.leg.already_failed"
	// CodeLegNotFailed means that the leg did not fail, or was sent again.
	CodeLegNotFailed law.Code = "escrow.reissue.not_failed"
	// CodeReissueRefund means that the leg's money is held as before.
	CodeReissueRefund law.Code = "escrow.reissue.refund"

	// CodeNotInvestor means that someone other than the investor cancels.
	CodeNotInvestor law.Code = "escrow.cancel.not_investor"
	// CodeNoCancel means that the terms let nobody cancel.
	CodeNoCancel law.Code = "escrow.cancel.no_right"
	// CodeCancelLate means that the last instant to cancel is over.
	CodeCancelLate law.Code = "escrow.cancel.too_late"
	// CodeCancelWaived means that the investor gave up its right to cancel.
	CodeCancelWaived law.Code = "escrow.cancel.waived"
	// CodeCancelNotWaivable means that the right to cancel cannot be given up.
	CodeCancelNotWaivable law.Code = "escrow.cancel.not_waivable"

	// CodeTerminationNoRight means that a termination is reported by someone
	// whose right it is not.
	CodeTerminationNoRight law.Code = "escrow.terminate.no_right"
	// CodeTerminationEarly means that the right to terminate has not arisen.
	CodeTerminationEarly law.Code = "escrow.terminate.too_early"

	// CodeNoNoticeTerms means that the terms do not close by notice.
	CodeNoNoticeTerms law.Code = "escrow.call.no_notice_terms"
	// CodeNotCompany means that someone other than the company calls a closing.
	CodeNotCompany law.Code = "escrow.call.not_company"
	// CodeNoticeShort means that the day named is too near.
	CodeNoticeShort law.Code = "escrow.call.too_short"

	// CodeAmendmentKnown means that there was an amendment of that name.
	CodeAmendmentKnown law.Code = "escrow.amend.known"
	// CodeAmendmentUnknown means that no such amendment is pending.
	CodeAmendmentUnknown law.Code = "escrow.amend.unknown"
	// CodeAmendmentChanges means that the amendment changes what cannot change.
	CodeAmendmentChanges law.Code = "escrow.amend.changes"
	// CodeNotParty means that the party has no say in it.
	CodeNotParty law.Code = "escrow.amend.not_party"
)

// The codes of warnings and of the steps of accepted instructions.
const (
	// CodeFactLate warns that a fact took effect before a release that was
	// decided without it; the release stands.
	CodeFactLate law.Code = "escrow.fact.late"
	// CodeParked warns that a fact is about something not yet known, and kept.
	CodeParked law.Code = "escrow.fact.parked"
	// CodeSuspense warns that money counts for nobody.
	CodeSuspense law.Code = "escrow.deposit.suspense"
	// CodeDeficit warns that more money left than came in.
	CodeDeficit law.Code = "escrow.deposit.deficit"
	// CodeTransmittedLate warns that a broker-dealer kept money too long.
	CodeTransmittedLate law.Code = "escrow.deposit.transmitted_late"
	// CodeCertificateName warns that a certificate is in another name.
	CodeCertificateName law.Code = "escrow.certificate.name"
	// CodeLegOwed warns that a payee still has to be paid.
	CodeLegOwed law.Code = "escrow.leg.owed"
	// CodeConsentNoVote warns that the party's consent counts for nothing.
	CodeConsentNoVote law.Code = "escrow.consent.no_vote"
	// CodeReleaseOnWaiver warns that money went on a waiver.
	CodeReleaseOnWaiver law.Code = "escrow.release.on_waiver"
	// CodeAfterClosingDate warns that the release came after the day first
	// computed.
	CodeAfterClosingDate law.Code = "escrow.release.after_closing_date"
	// CodeFundsLate warns that money came later than the terms ask.
	CodeFundsLate law.Code = "escrow.funds.late"
	// CodeReleaseOn tells the closing day and hour that a release met.
	CodeReleaseOn law.Code = "escrow.release.closing_date"
	// CodeFee tells what a fee takes of a release.
	CodeFee law.Code = "escrow.release.fee"
	// CodePaid tells how the money was divided.
	CodePaid law.Code = "escrow.release.paid"
	// CodeRefunded tells what goes back.
	CodeRefunded law.Code = "escrow.refund.ordered"
	// CodeDelivered tells what is handed out after a release.
	CodeDelivered law.Code = "escrow.deliver.ordered"
	// CodeReissued tells which leg is sent again.
	CodeReissued law.Code = "escrow.reissue.ordered"
	// CodeApplied tells what counts for a purchase from now on.
	CodeApplied law.Code = "escrow.suspense.applied"
	// CodeRefundLate warns that money goes back after the day by which it was due.
	CodeRefundLate law.Code = "escrow.refund.late"
	// CodeCanceled tells that a purchase is canceled.
	CodeCanceled law.Code = "escrow.cancel.done"
	// CodeCancelGivenUp tells that a purchase can no longer be canceled.
	CodeCancelGivenUp law.Code = "escrow.cancel.given_up"
	// CodeTerminationWaits warns that a purchase is not over before the other side
	// agrees.
	CodeTerminationWaits law.Code = "escrow.terminate.waits"
	// CodeCalled tells the day for which a closing is called.
	CodeCalled law.Code = "escrow.call.done"
	// CodeAmendmentProposed tells whose signatures are missing.
	CodeAmendmentProposed law.Code = "escrow.amend.proposed"
	// CodeAmended tells from when the new terms are in force.
	CodeAmended law.Code = "escrow.amend.in_force"
	// CodeExtendedLate warns that an extension was agreed after the minimum had
	// failed.
	CodeExtendedLate law.Code = "escrow.amend.extended_late"
	// CodeAmendmentWithdrawn tells that an amendment will not be.
	CodeAmendmentWithdrawn law.Code = "escrow.amend.withdrawn"
	// CodeWaiverCovers tells what an accepted waiver reaches.
	CodeWaiverCovers law.Code = "escrow.waive.covers"
)
