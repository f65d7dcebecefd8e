package escrow

import "github.com/offerkit/offerkit/law"

// The codes of findings.
const (
	// CodeMet means that the condition is met.
	CodeMet law.Code = "escrow.condition.met"
	// CodePresumed means that the condition is met because nothing contrary is
	// known.
	CodePresumed law.Code = "escrow.condition.presumed"
	// CodeWaived means that the favored party gave the condition up.
	CodeWaived law.Code = "escrow.condition.waived"
	// CodeUnmet means that the latest fact is against the condition.
	CodeUnmet law.Code = "escrow.condition.unmet"
	// CodeBroken means that a condition that must hold throughout did not.
	CodeBroken law.Code = "escrow.condition.broken"
	// CodeShort means that less money or fewer shares are here than are due.
	CodeShort law.Code = "escrow.condition.short"
	// CodeOver means that certificates for more shares are here than are due.
	CodeOver law.Code = "escrow.condition.over"
	// CodeUnknown means that nobody has said.
	CodeUnknown law.Code = "escrow.condition.unknown"
)

// The codes of what keeps a purchase, or money of it, from counting toward the
// minimum.
const (
	// CodeMinimumBonaFide means that the purchase or the money is not bona fide.
	CodeMinimumBonaFide law.Code = "escrow.minimum.not_bona_fide"
	// CodeMinimumOver means that the purchase was terminated or canceled.
	CodeMinimumOver law.Code = "escrow.minimum.over"
	// CodeMinimumCondition means that a condition of its own is neither satisfied
	// nor waived.
	CodeMinimumCondition law.Code = "escrow.minimum.condition"
	// CodeMinimumConditionLate means that one was neither satisfied nor waived by
	// the end of the date.
	CodeMinimumConditionLate law.Code = "escrow.minimum.condition_late"
	// CodeMinimumLate means that money was not good by the end of the date.
	CodeMinimumLate law.Code = "escrow.minimum.late"
)

// The codes of the steps and warnings of a [Schedule].
const (
	// CodeAskedOutOfRange means that the instant asked about is no instant that
	// the package serves.
	CodeAskedOutOfRange law.Code = "escrow.closing.asked_out_of_range"
	// CodeClosingUnknownPurchase means that the deal has no such purchase.
	CodeClosingUnknownPurchase law.Code = "escrow.closing.unknown_purchase"
	// CodeMissing means that there is no Closing Date, for conditions are
	// missing; a reason for each follows.
	CodeMissing law.Code = "escrow.closing.missing"
	// CodeWaitsForOthers means that the purchases close together and another is
	// not ready.
	CodeWaitsForOthers law.Code = "escrow.closing.waits_for_others"
	// CodeLastCondition tells when the last condition came in.
	CodeLastCondition law.Code = "escrow.closing.last_condition"
	// CodeCancelEnds tells when the investor's right to cancel ends.
	CodeCancelEnds law.Code = "escrow.closing.cancel_ends"
	// CodeMemory tells how a condition that lapsed and came back is dated.
	CodeMemory law.Code = "escrow.closing.memory"
	// CodeScheduleEnds means that the closing calendar ends before the Closing
	// Date.
	CodeScheduleEnds law.Code = "escrow.closing.calendar_ends"
	// CodeRolled tells that a missed Closing Date moved on.
	CodeRolled law.Code = "escrow.closing.rolled"
	// CodePassed tells that the Closing Date was missed and does not roll.
	CodePassed law.Code = "escrow.closing.passed"
	// CodeClosed tells that the purchase was released.
	CodeClosed law.Code = "escrow.closing.closed"
	// CodeCutoff tells the hour of the terms.
	CodeCutoff law.Code = "escrow.closing.cutoff"
	// CodeTimeAgreed tells that another hour was agreed.
	CodeTimeAgreed law.Code = "escrow.closing.time_agreed"
	// CodeTimeNotAgreed tells that consents to another hour fall short.
	CodeTimeNotAgreed law.Code = "escrow.closing.time_not_agreed"
	// CodeByNotice tells for which day the closing is called, or that it is not.
	CodeByNotice law.Code = "escrow.closing.by_notice"
	// CodeWindowOver tells that the closing that was called can take place no more.
	CodeWindowOver law.Code = "escrow.closing.window_over"
	// CodeNoMinimum tells that the minimum is not here, or that what can be
	// released on the day does not reach it.
	CodeNoMinimum law.Code = "escrow.closing.no_minimum"
	// CodeIsOver tells that the purchase was terminated or canceled.
	CodeIsOver law.Code = "escrow.closing.is_over"
	// CodeLastWireDay tells the last day on which a wire can arrive in time.
	CodeLastWireDay law.Code = "escrow.closing.last_wire_day"
	// CodeEarlyClose warns that the exchange closes before the cut-off.
	CodeEarlyClose law.Code = "escrow.closing.early_close"
	// CodeWiresClosed warns that no wire moves on the closing day.
	CodeWiresClosed law.Code = "escrow.closing.wires_closed"
	// CodeOutsideDate warns that the closing day lies after the outside date.
	CodeOutsideDate law.Code = "escrow.closing.outside_date"
)
