package escrow

import (
	"sync"

	"github.com/offerkit/offerkit/internal/words"
	"github.com/offerkit/offerkit/law"
)

// Every sentence of the package is here: those of reasons, findings, cures and needs, by
// their codes. What each holds is decided where the rule is; how it reads is decided
// here, from its code and its data alone.

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

// The codes of cures.
const (
	codeCureCorrect      law.Code = "escrow.cure.correct"
	codeCureInstruct     law.Code = "escrow.cure.instruct"
	codeCureNone         law.Code = "escrow.cure.none"
	codeCureRecorded     law.Code = "escrow.cure.recorded"
	codeCureRefund       law.Code = "escrow.cure.refund"
	codeCureCalendar     law.Code = "escrow.cure.calendar"
	codeCureWait         law.Code = "escrow.cure.wait"
	codeCureAmend        law.Code = "escrow.cure.amend"
	codeCureOpenDay      law.Code = "escrow.cure.open_day"
	codeCureHour         law.Code = "escrow.cure.hour"
	codeCureNextDay      law.Code = "escrow.cure.next_day"
	codeCureNameAll      law.Code = "escrow.cure.name_all"
	codeCureReleaseFirst law.Code = "escrow.cure.release"
	codeCureLift         law.Code = "escrow.cure.lift"
	codeCureFree         law.Code = "escrow.cure.cancel_ends"
	codeCureWaiveCancel  law.Code = "escrow.cure.waive_cancel"
	codeCureReport       law.Code = "escrow.cure.report"
	codeCureLater        law.Code = "escrow.cure.later"
	codeCureCall         law.Code = "escrow.cure.call"
	codeCureWaive        law.Code = "escrow.cure.waive"
	codeCureWrite        law.Code = "escrow.cure.write"
	codeCureShow         law.Code = "escrow.cure.show"
	codeCurePay          law.Code = "escrow.cure.pay"
	codeCureClear        law.Code = "escrow.cure.clear"
	codeCureDeliver      law.Code = "escrow.cure.deliver"
	codeCureReturn       law.Code = "escrow.cure.return"
	codeCureSign         law.Code = "escrow.cure.sign"
	codeCureLess         law.Code = "escrow.cure.less"
	codeCureFees         law.Code = "escrow.cure.fees"
	codeCureFund         law.Code = "escrow.cure.fund"
	codeCureFundsClear   law.Code = "escrow.cure.funds_clear"
	codeCureSubscribe    law.Code = "escrow.cure.subscribe"
	codeCureAccept       law.Code = "escrow.cure.accept"
	codeCureNameMore     law.Code = "escrow.cure.name_more"
	codeCureFewer        law.Code = "escrow.cure.fewer"
	codeCureGround       law.Code = "escrow.cure.ground"
	codeCureGroundWait   law.Code = "escrow.cure.ground_wait"
	codeCureExcess       law.Code = "escrow.cure.excess"
	codeCurePayer        law.Code = "escrow.cure.payer"
	codeCureGood         law.Code = "escrow.cure.good"
	codeCureConflict     law.Code = "escrow.cure.conflict"
	codeCureFailed       law.Code = "escrow.cure.failed"
	codeCureRefundAgain  law.Code = "escrow.cure.refund_again"
)

// closingDate begins the sentences on the Closing Date of a purchase.
const closingDate = "The Closing Date of purchase {purchase} is {date:weekday}[, determined from {since:instant} ({zone:place}), when the last condition was satisfied][, determined from {reached:instant} ({zone:place}), when the minimum was received][ and from {cancel_ends:instant}, when the right to cancel ends][, of which {notice} gave notice]"

// minimum says how far the minimum is from being received.
const minimum = "{have:money} of the minimum of {need:money} has been received in good funds for accepted bona fide purchases, {short:money} short[; the last day for it is {by:date}][; the last day for it was {passed:date}]"

// shortfall says why a condition is not satisfied.
const shortfall = "[ for a closing on {day:date}][: {have:money} of {need:money} received[; {pending:money} received has not become good funds]]" +
	"[: certificates for {have_shares:count} of {need_shares:shares} received]" +
	"[: certificates for {held_shares:shares} received, {over:count} more than were purchased][, as reported at {since:instant} ({zone:place})]" +
	"[: it ceased to be satisfied at {lapsed:instant} ({zone:place}), and must be satisfied at all times after the signing]"

// rows are the sentences by code. Package words says how a template is read.
func rows() []words.Row {
	return []words.Row{
		words.Against(codeEventInvalid, "The event could not be applied: it would be answered with an error.",
			"The event is invalid: [{field}: ][{value} ]{problem:dates}."),
		words.Against(codeBackdated, "The instruction is dated before an earlier instruction or before the signing.",
			"[The instruction is dated {at:instant}, before {latest:instant} ({zone:place}), the instant of the latest instruction or of the signing][The terms in force took effect at {in_force:instant}, after {at:instant} ({zone:place})]."),
		words.Against(codeNotEscrowAgent, "Someone other than the escrow agent ordered a disbursement or delivery.",
			"Only the escrow agent, {agent}, may order a disbursement or delivery; {by} may not."),
		words.Against(codeUnknownPurchase, "The terms have no such purchase.",
			"The terms have no purchase \"{purchase}\"."),
		words.Against(codeAlreadyClosed, "The purchase has already been released.",
			"Purchase {purchase} was released at {released:instant} ({zone:place})."),
		words.Against(codeOnHold, "A hold prevents the movement.",
			"[A hold on purchase {purchase}][!purchase A hold on the deal], \"{hold}\", has been in effect since {since:instant} ({zone:place})[: {note}]."),
		words.Against(codeTerminated, "The purchase has been terminated or canceled.",
			"Purchase {purchase} was terminated or canceled at {ended:instant} ({zone:place})."),
		words.Against(codeAmountInvalid, "The amount is not greater than zero.",
			"The amount, {amount:money}, is not greater than zero."),
		words.Against(codeNotEnoughHeld, "The agent holds less than the amount ordered or due.",
			"[The escrow agent holds {have:money} of the {due:money} due for purchase {purchase} ({basis}), {missing:money} short[; {pending:money} received, the first of it {pending_rail} {pending_reference}, has not become good funds]][{have:money} may be refunded for purchase {purchase} on the ground \"{ground}\"][{have:money} of {rail} {reference} remains in suspense][The excess of purchase {excess_of} is {have:money}][!due [!ground [!rail [!excess_of {have:money} of interest remains in the account]]]][, {short:money} less than ordered]."),
		words.Against(codeAmendmentPending, "An amendment has not been signed by all whose signatures are required.",
			"Amendment \"{amendment}\", proposed at {proposed:instant} ({zone:place}), has not been signed by {missing:list}."),

		words.Against(codeNothingNamed, "The release names no purchase.",
			"The release names no purchase."),
		words.Against(codeNamedTwice, "The release names a purchase more than once.",
			"The release names purchase \"{purchase}\" more than once."),
		words.Against(codeConditionNotMet, "A condition is not satisfied.",
			"Condition {condition} is not satisfied for purchase {purchase}"+shortfall+"."),
		words.Unknown(codeConditionNotShown, "A condition has not been shown to be satisfied.",
			"Condition {condition} has not been shown to be satisfied for purchase {purchase}[ for a closing on {day:date}][!day  as of {as_of:date}]."),
		words.Against(codeWaiverNotEnough, "A condition has been waived, and the terms permit a release only on satisfaction.",
			"Condition {condition} for purchase {purchase} was waived at {waived:instant} ({zone:place}), and the terms permit a release only on satisfaction."),
		words.Against(codeNoClosingDate, "The closing calendar ends before the Closing Date.",
			"[The Closing Date of purchase {purchase}][The last day for the closing on {called:date}] cannot be determined: {problem:dates}."),
		words.Against(CodeBeforeClosingDate, "The Closing Date has not been reached.",
			closingDate+"; {today:date} is too early."),
		words.Against(codeClosingDatePassed, "The Closing Date has passed, and the terms do not move it.",
			closingDate+", which has passed, and the terms do not move it."),
		words.Against(codeNotTradingDay, "The closing calendar is closed on that day.",
			"{date:weekday} is not a day of the {calendar} calendar[ ({closed:dates})]."),
		words.Against(codeAfterCutoff, "The cut-off of the day has passed.",
			"The release was ordered at {at:instant} ({zone:place}), after the cut-off, {cutoff:instant}."),
		words.Against(codeOutsideDatePassed, "The outside date has passed.",
			"[!date The outside date, {outside:date}, has passed][{date:weekday} is after the outside date, {outside:date}]."),
		words.Against(codeFeesExceedProceeds, "The fees exceed the amount released.",
			"The fees, {fees:money}, exceed the {proceeds:money} released."),
		words.Against(codeNotTogether, "The terms require all purchases to close together, and one is not named.",
			"All purchases close together, and purchase {purchase} is not named."),
		words.Against(codeTogetherOver, "The terms require all purchases to close together, and one has been terminated or canceled.",
			"All purchases close together, and purchase {purchase} has been terminated or canceled."),
		words.Against(codeMinimumNotReached, "The minimum of the offering has not been received.",
			minimum+"[; {pending:money} received has not become good funds][; {unpaid:money} due has not been received][; the open purchases can bring it to no more than {most:money}]."),
		words.Against(codeMinimumNotNamed, "The purchases named, with those released before, do not reach the minimum.",
			"The purchases named count {have:money} toward the minimum of {need:money}[, and those released before {sold:money}], {short:money} short."),
		words.Against(codeMaximumExceeded, "The release would exceed the maximum of the offering.",
			"With this release {total:money} would have been released, {over:money} more than the maximum of {maximum:money}; {room:money} remains available, and the smallest purchase named comes to {smallest:money}."),
		words.Against(codeMayCancel, "The investor may still cancel the purchase.",
			"Investor {investor} may cancel purchase {purchase} until {until:instant} ({zone:place})."),
		words.Against(codeNotCalled, "The company has not given notice of a closing.",
			"The company, {company}, has not given notice of a closing."),
		words.Against(codeNoticeLapsed, "The closing of which notice was given did not take place within its window.",
			"The closing of which notice was given for {called:date} could take place until {end:date}."),

		words.Against(codeUnknownCondition, "The terms have no such condition.",
			"The terms have no condition \"{condition}\"."),
		words.Against(codeNotFavoredParty, "The condition is not for the benefit of the party that waived it.",
			"Condition {condition} for purchase {purchase} is for the benefit of {owner}, who alone may waive it; {by} may not."),
		words.Against(codeNoSignedWriting, "The waiver is not in a signed writing.",
			"The waiver is not in a writing signed by {by}."),
		words.Against(codeNotWaivable, "The terms do not permit the condition to be waived.",
			"Condition {condition} may not be waived."),

		words.Against(codeNoGround, "The ground stated for the refund does not exist.",
			"The ground \"{ground}\" does not exist[ for purchase {purchase}][: the outside date, {outside:date}, has not passed][: the minimum may be received through {by:date}][: the closing called for {called:date} may still take place][: {problem:dates}][; {available:list} may be relied on, for {may_refund:money} under the first]."),
		words.Against(codeOtherCurrency, "The money is in another currency.",
			"[Payment {rail} {reference}][Purchase {purchase}][!rail [!purchase The interest]] is in {currency}, and not in {ordered}."),
		words.Against(codePayerUnknown, "The payer to whom the money would be refunded is not known.",
			"The payer of {rail} {reference} is not known."),

		words.Against(codeNothingHere, "The agent holds nothing to return or to deliver.",
			"[!purchase The escrow agent holds nothing that could be returned][The escrow agent holds no certificate for purchase {purchase} that could be delivered]."),
		words.Against(codeNotReleased, "Certificates are delivered only after the release.",
			"Purchase {purchase} has not been released."),

		words.Against(codeUnknownDeposit, "No such payment was received.",
			"No payment {rail} {reference} has been received."),
		words.Against(codeNotInSuspense, "The payment is already credited to a purchase.",
			"Payment {rail} {reference} is not in suspense; it is credited to purchase {purchase}."),
		words.Against(codeDepositReturned, "The payment was returned.",
			"Payment {rail} {reference} was returned at {returned:instant} ({zone:place})."),
		words.Against(codeNotGood, "The payment has not become good funds.",
			"Payment {rail} {reference} has not become good funds."),
		words.Against(codeSamePurchase, "The excess is already credited to that purchase.",
			"The excess of purchase {purchase} is already credited to it."),
		words.Against(codeOtherInvestor, "One investor's excess would be credited to another investor.",
			"The excess of purchase {excess_of} belongs to {investor}, and purchase {purchase} is that of {other}."),

		words.Against(codeSameReference, "The payment was already reported.",
			"Payment {rail} {reference} was reported as of {received:instant} ({zone:place}) and is counted once."),
		words.Against(codeReferenceConflict, "The payment was reported before with other particulars.",
			"Payment {rail} {reference} was reported as {have:money}[ from {from}][ for {purchase}][ for {first:date} through {last:date}] as of {received:instant} ({zone:place}), and not as [{told:money}][{told_currency} {told_amount:count}][ from {told_from}][ for {told_purchase}][ for {told_first:date} through {told_last:date}] as of {told_at:instant}; the first report remains in effect."),

		words.Against(codeSameCertificate, "The certificate was already reported.",
			"Certificate {certificate} was reported as of {received:instant} ({zone:place}) and is counted once."),
		words.Against(codeCertificateConflict, "The certificate was reported before with other particulars.",
			"Certificate {certificate} was reported for {shares:shares} of {holder} for purchase {purchase}, and not for {told_shares:shares} of {told_holder} for purchase {told_purchase}; the first report remains in effect."),

		words.Against(codeOrderKnown, "The court's order was already reported.",
			"The court order \"{order}\" on purchase {purchase} was reported as of {ordered:instant} ({zone:place}); another order requires another name."),
		words.Against(codeOrderUnknown, "No such court order has been reported.",
			"No court order \"{order}\" on purchase {purchase} has been reported."),

		words.Against(codeUnknownLeg, "No such payment or delivery was ordered.",
			"No payment or delivery \"{leg}\" was ordered."),
		words.Against(codeLegAlreadySettled, "The payment or delivery was already reported as settled.",
			"Leg {leg} was reported as settled at {settled:instant} ({zone:place}), which is final."),
		words.Against(codeLegAlreadyFailed, "The payment or delivery was already reported as failed.",
			"Leg {leg} was reported as failed at {failed:instant} ({zone:place}), which is final."),

		words.Against(codeLegNotFailed, "The payment or delivery did not fail, or was already sent again.",
			"[Leg {leg} is {state}][!state Leg {leg} was not ordered by then]; only a leg that failed and is still owed may be sent again."),
		words.Against(codeReissueRefund, "The money of the failed refund is held as before, and is refunded by a new instruction.",
			"The money of leg {leg} is held as before and requires another refund."),

		words.Against(codeNotInvestor, "Someone other than the investor canceled.",
			"The right to cancel purchase {purchase} is that of {investor}; {by} may neither exercise nor waive it."),
		words.Against(codeNoCancel, "The terms give no right to cancel.",
			"The terms give no right to cancel without cause."),
		words.Against(codeCancelLate, "The last instant to cancel has passed.",
			"The purchase could be canceled until {until:instant} ({zone:place})."),
		words.Against(codeCancelWaived, "The investor waived the right to cancel.",
			"The right to cancel purchase {purchase} was waived at {waived:instant} ({zone:place})."),
		words.Against(codeCancelNotWaivable, "The right to cancel may not be waived.",
			"The right to cancel until {until:instant} ({zone:place}) may not be waived."),

		words.Against(codeTerminationNoRight, "The party that terminated has no right to terminate.",
			"The termination was reported by {by}, who has no right to terminate; the escrow agent, {agent}, or a party that exercises its own right may report it."),
		words.Against(codeTerminationEarly, "The right to terminate has not arisen.",
			"The right to terminate arises on {from:date}, after {date:date}."),

		words.Against(codeNoNoticeTerms, "The terms do not provide for a closing by notice.",
			"The terms do not provide for a closing by notice."),
		words.Against(codeNotCompany, "Someone other than the company gave notice of a closing.",
			"Only the company, {company}, may give notice of a closing; {by} may not."),
		words.Against(codeNoticeShort, "The notice is shorter than the terms require.",
			"[The first day of which notice may be given cannot be determined: {problem:dates}][A notice given on {given:date} may name {first:date} or a later day, and not {date:date}]."),

		words.Against(codeAmendmentKnown, "An amendment of that name was already proposed.",
			"An amendment \"{amendment}\" was already proposed; another requires another name."),
		words.Against(codeAmendmentUnknown, "No such amendment is pending.",
			"No amendment \"{amendment}\" is pending."),
		words.Against(codeAmendmentChanges, "The amendment changes something that cannot be changed.",
			"An amendment may not change \"{field}\"[ (condition {condition}, which may be waived)][ (purchase {purchase}[, which was released at {released:instant}, {zone:place}])]."),
		words.Against(codeNotParty, "The signature of the party is not required.",
			"[Amendment \"{amendment}\" does not require the signature of {by}][!amendment The amendment was proposed by {by}, who is not a party to the deal]."),

		words.Note(codeFactLate, "A fact took effect before a release that was decided without it; the release remains.",
			"The fact took effect at {at:instant}, not after the release at {released:instant} ({zone:place}), which was decided without it and remains in effect."),
		words.Note(codeParked, "The fact concerns something not yet reported, and is kept until it is.",
			"[No payment {rail} {reference}][No certificate {certificate}] has been reported; the fact is kept until it is."),

		words.Note(codeSuspense, "The money is credited to no purchase.",
			"{amount:money} under {rail} {reference} is held in suspense[: the terms have no purchase \"{unknown}\"][: it was not received from the investor, {investor}][: the deal is in {deal_currency}]."),
		words.Note(codeDeficit, "More money left the account than was received.",
			"[Money for purchase {purchase}][Payment {rail} {reference}] was returned after it had been disbursed; {short:money} is missing from the account."),
		words.Note(codeTransmittedLate, "A broker-dealer transmitted the money later than permitted.",
			"[The instant by which the money was due cannot be determined: {problem:dates}][The money was taken in at {collected:instant} and was due by {due:instant} ({zone:place}); it was received at {received:instant}]."),

		words.Note(codeCertificateName, "The certificate is in another name.",
			"Certificate {certificate} is in the name of {holder}, and not of {investor}; it does not count until it is reissued."),
		words.Note(codeLegOwed, "A payee has not been paid.",
			"What leg {leg} was to pay or deliver remains owed to {payee}."),
		words.Note(codeConsentNoVote, "The consent of the party is not required and has no effect.",
			"The consent was given by {by}, who is neither the company nor an investor, and has no effect."),

		words.Note(codeReleaseOnWaiver, "The release relied on a waiver.",
			"Condition {condition} for purchase {purchase} was waived at {waived:instant} ({zone:place}); the release relies on the waiver."),
		words.Note(codeAfterClosingDate, "The release is later than the Closing Date first computed.",
			closingDate+"; it was missed, and the closing moved to {today:date}."),

		words.Note(codeFundsLate, "The money was received later than the terms require.",
			"Money for purchase {purchase} was received at {received:instant} ({zone:place}), after {last:date}, the last day for funds of this closing."),

		words.For(codeReleaseOn, "The Closing Date and the cut-off that the release satisfied.",
			closingDate+"; the release was ordered at {at:instant}."),
		words.For(codeFee, "The fee deducted from the release.",
			"{amount:money}[ ({for})] is paid to {payee}."),
		words.For(codePaid, "The allocation of the money released.",
			"Of {released:money} released, {fees:money} is paid in fees and {company:money} to the company."),

		words.For(codeRefunded, "The amount refunded.",
			"{amount:money}[ of {rail} {reference}] is paid[ to {payee}][ for purchase {purchase}][ for {count:count} purchases] on the ground \"{ground}\"."),
		words.For(codeDelivered, "What is delivered after the release.",
			"Certificates for {shares:shares} are delivered to {investor} for purchase {purchase}."),
		words.For(codeReissued, "The payment or delivery that is sent again.",
			"What leg {leg} did not pay or deliver to {payee} is sent again."),
		words.For(codeApplied, "The amount credited to a purchase from suspense.",
			"{amount:money}[ of {rail} {reference}][ of the excess of purchase {excess_of}] is credited to purchase {purchase}."),
		words.Note(codeRefundLate, "The refund is later than the day on which it was due.",
			"The refund for purchase {purchase} was due by {due:date} and is ordered on {date:date}."),

		words.For(codeCanceled, "The purchase is canceled.",
			"Purchase {purchase} is canceled; its money may be refunded."),
		words.For(codeCancelGivenUp, "The purchase may no longer be canceled.",
			"Purchase {purchase} may no longer be canceled without cause."),

		words.Note(codeTerminationWaits, "The termination takes effect only when the other side agrees.",
			"Purchase {purchase} ends when {other} agrees to its termination as well."),
		words.For(codeCalled, "The day for which notice of a closing was given.",
			"Notice is given of a closing on {date:weekday}."),

		words.Note(codeAmendmentProposed, "The parties whose signatures are still required.",
			"Amendment \"{amendment}\" has not been signed by {missing:list}; no release is permitted until it is."),
		words.For(codeAmended, "The instant from which the amended terms are in force.",
			"Amendment \"{amendment}\" has been signed by all whose signatures are required and is in force from {from:instant} ({zone:place})."),
		words.Note(codeExtendedLate, "The extension was agreed after the minimum had failed.",
			"The minimum was not received by {by:date}, and that date had passed when the change was agreed; the money was to be returned promptly."),
		words.For(codeAmendmentWithdrawn, "The amendment is withdrawn.",
			"Amendment \"{amendment}\" is withdrawn by {by}."),

		words.For(codeWaiverCovers, "The conditions and purchases to which the waiver applies.",
			"The waiver by {by} of condition {condition} for purchase {purchase} applies[ to the closing on {day:date} alone][ to failures that began not later than {until:instant} ({zone:place})][!day [!until  until the closing]], and to no other purchase."),

		words.For(codeMet, "The condition is satisfied.",
			"Condition {condition} has been satisfied since {since:instant} ({zone:place})."),
		words.For(codePresumed, "The condition is presumed to be satisfied, since nothing to the contrary was reported.",
			"Condition {condition} is presumed to have been satisfied since {since:instant} ({zone:place}); nothing to the contrary has been reported."),
		words.For(codeWaived, "The condition has been waived by the party that it favors.",
			"Condition {condition} was waived at {waived:instant} ({zone:place})."),
		words.Against(codeUnmet, "The condition is not satisfied: the latest fact is against it.",
			"Condition {condition} is not satisfied"+shortfall+"."),
		words.Against(codeBroken, "A condition that must hold throughout the period did not.",
			"Condition {condition} is not satisfied"+shortfall+"."),
		words.Against(codeShort, "Less money or fewer shares were received than are due.",
			"Condition {condition} is not satisfied"+shortfall+"."),
		words.Against(codeOver, "Certificates for more shares were received than are due.",
			"Condition {condition} is not satisfied"+shortfall+"."),
		words.Unknown(codeUnknown, "The condition has not been shown to be satisfied: no fact was reported.",
			"Condition {condition} has not been shown to be satisfied[ for a closing on {day:date}][!day  as of {as_of:date}]."),

		words.Against(codeMinimumBonaFide, "The purchase or the money is not bona fide and does not count toward the minimum.",
			"[Payment {rail} {reference} for purchase {purchase} is not bona fide][The excess of purchase {excess_of} credited to purchase {purchase} is not bona fide][!rail [!excess_of Purchase {purchase} is not bona fide]]."),
		words.Against(codeMinimumOver, "The purchase was terminated or canceled and does not count toward the minimum.",
			"Purchase {purchase} was terminated or canceled at {ended:instant} ({zone:place})."),
		words.Against(codeMinimumCondition, "A condition of the purchase itself is neither satisfied nor waived, so that it does not count toward the minimum.",
			"[Condition {condition}][!condition Payment in full] for purchase {purchase} is neither satisfied nor waived."),
		words.Against(codeMinimumConditionLate, "A condition of the purchase itself was neither satisfied nor waived by the end of the date of the minimum.",
			"[Condition {condition}][!condition Payment in full] for purchase {purchase} was neither satisfied nor waived by {by:date}."),
		words.Against(codeMinimumLate, "The money was not good funds by the end of the date of the minimum.",
			"Money for purchase {purchase} had not become good funds by {by:date}."),

		words.Against(codeAskedOutOfRange, "The instant asked about is outside the range served.",
			"The instant asked about is missing or outside the years 1 to 9999."),
		words.Against(codeClosingUnknownPurchase, "The deal has no such purchase.",
			"The terms have no such purchase."),
		words.Against(codeMissing, "There is no Closing Date, since conditions are missing; a reason for each follows.",
			"There is no Closing Date while the conditions that follow are neither satisfied nor waived."),
		words.Against(codeWaitsForOthers, "The purchases close together, and another is not ready.",
			"{waiting:count} of {purchases:count} purchases are not ready, and all purchases close together."),
		words.For(codeLastCondition, "The instant at which the last condition was satisfied.",
			"[Condition {condition} was the last to be satisfied, at {since:instant} ({zone:place})][The minimum was received last, at {reached:instant} ({zone:place})][No condition was satisfied after the signing, at {signed:instant} ({zone:place})][The conditions were satisfied after that day; the closing is on {date:weekday}]."),
		words.For(codeCancelEnds, "The instant at which the investor's right to cancel ends.",
			"[No closing takes place before the right to cancel ends, at {cancel_ends:instant} ({zone:place})][The right to cancel ends after that day; the closing is on {date:weekday}]."),
		words.For(codeMemory, "The reading by which a condition that lapsed and was satisfied again is dated.",
			"A condition is dated from the first time it was satisfied, even if it later ceased to be satisfied."),
		words.Against(codeScheduleEnds, "The closing calendar ends before the Closing Date.",
			"[!for The Closing Date][The {for}] cannot be determined: {problem:dates}."),
		words.Note(codeRolled, "The Closing Date was missed and moved.",
			"The Closing Date was missed; the closing may take place on {date:weekday}, the next available day of the {calendar} calendar."),
		words.Against(codePassed, "The Closing Date was missed and does not move.",
			"The Closing Date passed at {cutoff:instant} ({zone:place}), and the terms do not move it."),
		words.Note(codeClosed, "The purchase has been released.",
			"The purchase was released at {released:instant} ({zone:place}); what follows is as of then."),
		words.For(codeCutoff, "The cut-off of the terms.",
			"The closing takes place {relation} {hour:clock} {zone:place}."),
		words.For(codeTimeAgreed, "Another time of day was agreed.",
			"The closing takes place {relation} {hour:clock} {zone:place}, as agreed by the company and by investors with {have:shares}; {need:shares} are required."),
		words.Note(codeTimeNotAgreed, "The consents to another time of day are not sufficient.",
			"The closing takes place {relation} {hour:clock} {zone:place}; the company agreed to {proposed:clock} with investors with only {have:shares}[ of the {need:shares} required][!need , and the terms provide for no other time]."),
		words.For(codeByNotice, "The day for which notice of a closing was given, or that none was given.",
			"[!date The company has not given notice of a closing][The company has given notice of a closing on {date:weekday}]."),
		words.Against(codeWindowOver, "The window of the closing of which notice was given has ended.",
			"The closing of which notice was given for {called:date} could take place until {end:date}; the company may give another notice."),
		words.Against(codeNoMinimum, "The minimum has not been received, or what can be released on the day does not reach it.",
			"[!date "+minimum+"][The purchases that may be released on {date:date}, with those released before, count {have:money} of the minimum of {need:money}]."),
		words.Against(codeIsOver, "The purchase has been terminated or canceled.",
			"The purchase was terminated or canceled at {ended:instant} ({zone:place}) and has no closing."),
		words.For(CodeLastWireDay, "The last day on which a wire arrives in time.",
			"[!closed A wire may be received on that day][No wire is carried on that day ({closed:dates}); the last day for a wire is {date:weekday}]."),
		words.Note(codeEarlyClose, "The exchange closes before the cut-off.",
			"The exchange closes at {close:clock} on {date:weekday} ({occasion}); it is a trading day, and the cut-off does not change."),
		words.Note(codeWiresClosed, "No wire moves on the closing day.",
			"No wire is carried on {date:weekday} ({closed:dates}); money released on that day may be received only on a later day."),
		words.Note(codeOutsideDate, "The closing day is after the outside date.",
			"The closing day, {date:weekday}, is after the outside date, {outside:date}."),

		words.Note(codeCureCorrect, "What was sent is corrected.",
			"Correct the event and send it again under another ID."),
		words.Note(codeCureInstruct, "The party whose instruction it is gives it.",
			"Give the instruction."),
		words.Note(codeCureNone, "Nothing removes the reason.",
			"No cure is available."),
		words.Note(codeCureRecorded, "The report is a repetition.",
			"No action is required; the report has been recorded."),
		words.Note(codeCureRefund, "Nothing removes the reason, and the money goes back.",
			"No cure is available; the money may be refunded[ on the ground \"{ground}\"]."),
		words.Note(codeCureCalendar, "The calendar ends too soon.",
			"Apply the log again with a calendar that extends further."),
		words.Note(codeCureWait, "The release waits for its day.",
			"Order the release on the Closing Date, {date:weekday}."),
		words.Note(codeCureAmend, "Only other terms permit it.",
			"Amend the terms with the signatures required, or refund the money."),
		words.Note(codeCureOpenDay, "Another day is chosen.",
			"Choose a day of the {calendar} calendar."),
		words.Note(codeCureHour, "Another time is agreed.",
			"Obtain the consent of investors with {need:shares} to a later time[, or order the release on the next day of the {calendar} calendar]."),
		words.Note(codeCureNextDay, "The release waits for the next day.",
			"Order the release on the next day of the {calendar} calendar."),
		words.Note(codeCureNameAll, "All purchases are released together.",
			"Name every purchase that has not closed."),
		words.Note(codeCureReleaseFirst, "The release comes first.",
			"Release purchase {purchase}, which delivers its certificates."),
		words.Note(codeCureLift, "The hold is lifted.",
			"Lift the hold \"{hold}\"."),
		words.Note(codeCureFree, "The release waits for the end of a right.",
			"Order the release after the right to cancel has ended, at {until:instant} ({zone:place})."),
		words.Note(codeCureWaiveCancel, "The investor waives the right to cancel.",
			"Waive the right to cancel purchase {purchase} in a signed writing."),
		words.Note(codeCureReport, "A party that may report it does.",
			"Report the termination, if it took place."),
		words.Note(codeCureLater, "The right has arisen.",
			"Report a termination of {from:date} or a later day."),
		words.Note(codeCureCall, "The company gives notice.",
			"Give notice of a closing[ on {first:date} or a later day]."),
		words.Note(codeCureWaive, "The party that the condition favors waives it.",
			"Waive condition {condition} for purchase {purchase}[ for the closing on {day:date}] in a signed writing."),
		words.Note(codeCureWrite, "The waiver is in a signed writing.",
			"Put the waiver in a writing and sign it."),
		words.Note(codeCureShow, "The condition is shown to be satisfied.",
			"Show that condition {condition} is satisfied[ for a closing on {day:date}][, or have {waivable_by} waive it in a signed writing]."),
		words.Note(codeCurePay, "What is missing of the price is paid.",
			"Pay {missing:money} more in good funds[; {pending:money} received has not become good funds][, or have {waivable_by} waive the condition in a signed writing]."),
		words.Note(codeCureClear, "A payment that was received becomes good funds.",
			"Report that {rail} {reference} has become good funds[, or have {waivable_by} waive the condition in a signed writing]."),
		words.Note(codeCureDeliver, "The certificates that are missing are delivered.",
			"Deliver certificates for {missing:shares} in the name of {investor}[, or have {waivable_by} waive the condition in a signed writing]."),
		words.Note(codeCureReturn, "Certificates for too many shares are returned.",
			"Return certificates for {over:shares}[, or have {waivable_by} waive the condition in a signed writing]."),
		words.Note(codeCureSign, "Those sign whose signatures are missing.",
			"Sign amendment \"{amendment}\", or withdraw it."),
		words.Note(codeCureLess, "Less is ordered.",
			"Order no more than {have:money}."),
		words.Note(codeCureFees, "The fees are covered.",
			"Release more purchases together, or amend the fees."),
		words.Note(codeCureFund, "Investors pay toward the minimum.",
			"Pay {unpaid:money} in good funds by {by:date}, or as much of it as the minimum requires."),
		words.Note(codeCureFundsClear, "Payments that were received become good funds.",
			"Report that the {pending:money} received has become good funds by {by:date}."),
		words.Note(codeCureSubscribe, "Other purchases are added.",
			"Add bona fide purchases of {more:money} by an amendment, and have them paid by {by:date}; the open purchases cannot reach the minimum."),
		words.Note(codeCureAccept, "Purchases that are paid come to count.",
			"Satisfy or waive by {by:date} the conditions of purchases that are paid and do not count."),
		words.Note(codeCureNameMore, "More purchases are released together.",
			"Name with them purchases that count another {short:money}."),
		words.Note(codeCureFewer, "Fewer purchases are released.",
			"Release fewer purchases; {room:money} remains available."),
		words.Note(codeCureGround, "Another ground exists.",
			"Order the refund on a ground that exists: {available:list}."),
		words.Note(codeCureGroundWait, "The ground does not exist yet.",
			"Order the refund when the ground exists."),
		words.Note(codeCureExcess, "The excess goes back to whose it is.",
			"Refund the excess of purchase {excess_of} to its investor."),
		words.Note(codeCurePayer, "The payment is credited or returned.",
			"Credit {rail} {reference} to the purchase that it is for, or have the bank return it."),
		words.Note(codeCureGood, "The bank reports that the payment cleared.",
			"Report that {rail} {reference} has become good funds."),
		words.Note(codeCureConflict, "The reports are reconciled.",
			"State which report is correct; what was reported wrongly is returned and reported again under another name."),
		words.Note(codeCureFailed, "The leg is reported as failed.",
			"Report that leg {leg} failed, if it did."),
		words.Note(codeCureRefundAgain, "A refund that failed is ordered again.",
			"Order another refund."),
	}
}

// noClosing, missed and unmet are what happens without a need.
const (
	noClosing = "There is no closing[, and after {outside:date} the money may be refunded][!outside ; the terms set no outside date]."
	missed    = "The closing on {closing:date} is missed[ and moves to the next day of the {calendar} calendar][!calendar , and the terms do not move it]."
	uncounted = "[!closing [!minimum There is no closing[, and after {outside:date} the money may be refunded][!outside ; the terms set no outside date]]]" +
		"[The closing on {closing:date} is missed[ and moves to the next day of the {calendar} calendar][!calendar , and the terms do not move it]]" +
		"[The money does not count toward the minimum that is due by {minimum:date}]."
)

// satisfied is what is needed of a condition.
const satisfied = "Condition {condition} is to be satisfied: {text}."

// needs are the two sentences of each need by its code: what is needed, and what happens
// otherwise.
func needs() [][3]string {
	return [][3]string{
		{string(codeUnmet), satisfied, uncounted},
		{string(codeBroken), satisfied, uncounted},
		{string(codeShort), satisfied, uncounted},
		{string(codeOver), satisfied, uncounted},
		{string(codeUnknown), satisfied, uncounted},
		{string(codeWaiverNotEnough), satisfied, noClosing},
		{string(codeOnHold), "The hold \"{hold}\" is to be lifted.", "Nothing is disbursed except under a court order."},
		{string(codeAmendmentPending), "Amendment \"{amendment}\" is to be signed or withdrawn.", "No release is permitted."},
		{
			string(codeCertificateName), "Certificate {certificate} is to be reissued in the name of {investor}.",
			"Certificate {certificate} does not count.",
		},
		{
			string(codeNoMinimum), "[{short:money} more is required for the minimum]" +
				"[!short Purchases that reach the minimum are required that can be released on one day].",
			"[Without {short:money} more, the money is refunded to the investors]" +
				"[!short There is no closing[, and after {outside:date} the money may be refunded][!outside ; the terms set no outside date]].",
		},
		{string(codeByNotice), "Notice of a closing is to be given.", noClosing},
		{string(codeWaitsForOthers), "All other purchases are to be ready.", noClosing},
		{string(codePassed), "The terms are to be amended: the Closing Date, {closing:date}, has passed.", "There is no closing."},
		{
			string(codeOutsideDate), "The terms are to be amended: the closing could take place on {closing:date}, after the outside date, {outside:date}.",
			"There is no closing.",
		},
		{
			string(codeMaximumExceeded), "The terms are to be amended: {released:money} of the maximum of {maximum:money} has been released.",
			"There is no closing.",
		},
		{string(codeReleaseOn), "The release is to be ordered on {closing:weekday}.", missed},
		{string(codePaid), "The settlement of leg {leg} is to be reported.", "The amount remains reserved for {payee}."},
		{string(codeLegOwed), "Leg {leg} is to be sent again.", "The amount remains owed to {payee}."},
		{
			string(codeRefunded), "[!order {amount:money} is to be refunded on the ground \"{ground}\"]" +
				"[{amount:money} is to be paid to {payee} under the court order \"{order}\"].",
			"[The money remains with the escrow agent; {investor} is entitled to it][The court order \"{order}\" is not obeyed].",
		},
		{
			string(codeDelivered), "Certificates for {shares:shares} received after the release are to be delivered.",
			"They remain with the escrow agent; {investor} is entitled to them.",
		},
		{
			string(codeDeficit), "{short:money} is to be paid for money that was returned after it had been disbursed.",
			"The money is missing from the account.",
		},
	}
}

// needPage has one of the two sentences of each need.
func needPage(which int) *words.Page {
	var out []words.Row
	for _, n := range needs() {
		out = append(out, words.Note(law.Code(n[0]), "What is needed, or what happens otherwise.", n[which]))
	}
	return words.NewPage(out)
}

//nolint:gochecknoglobals // memos of pure functions
var (
	whats      = sync.OnceValue(func() *words.Page { return needPage(1) })
	otherwises = sync.OnceValue(func() *words.Page { return needPage(2) })
)

//nolint:gochecknoglobals // the memo of a pure function
var page = sync.OnceValue(func() *words.Page { return words.NewPage(rows()) })

// Codes is the catalog of the codes of the reasons, warnings, cures and needs in
// what this package returns, with the names of their data. The slice is the caller's.
func Codes() []law.CodeInfo { return page().Codes() }
