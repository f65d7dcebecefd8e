package calendar

import "github.com/offerkit/offerkit/law"

// The codes that the other packages and programs look for.
const (
	// CodeCount is of the step that names the day counted to.
	CodeCount law.Code = "calendar.count"
	// CodeShortSession is of the step that names special hours on the day of the
	// closing.
	CodeShortSession law.Code = "calendar.closing.session"
	// CodeProjected is of the step that warns of a closing computed by rule.
	CodeProjected law.Code = "calendar.projected"
)

// The other codes.
const (
	codeReceipt   law.Code = "calendar.receipt"
	codeEvent     law.Code = "calendar.event"
	codeClipped   law.Code = "calendar.clipped"
	codeRoll      law.Code = "calendar.roll"
	codeExclusive law.Code = "calendar.exclusive"
	codeFedwire   law.Code = "calendar.fedwire"
	codeOrder     law.Code = "calendar.executive_order"

	codeEarlier law.Code = "calendar.earlier"
	codeLater   law.Code = "calendar.later"

	codeFixed       law.Code = "calendar.closing.fixed"
	codeFixedClosed law.Code = "calendar.closing.fixed_closed"
	codeNotBefore   law.Code = "calendar.closing.not_before"
	codeBy          law.Code = "calendar.closing.by"
	codeOutside     law.Code = "calendar.closing.outside"

	codeNoticeMethod          law.Code = "calendar.notice.method"
	codeNoticeCopy            law.Code = "calendar.notice.copy"
	codeNoticeNotSent         law.Code = "calendar.notice.not_sent"
	codeNoticeNotReceived     law.Code = "calendar.notice.not_received"
	codeNoticeReceivedEarlier law.Code = "calendar.notice.received_earlier"
)

// Codes is the catalog of the codes of the reasons in [Due], [Closing] and
// [Given]. The slice is the caller's.
func Codes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeReceipt, Text: "The day on which an instant counts, and the cut-off."},
		{Code: codeEvent, Text: "The day from which the period is counted."},
		{Code: CodeCount, Text: "The day counted to, and the closed days not counted."},
		{Code: codeClipped, Text: "The month has no such day, so that its last day is taken."},
		{Code: codeRoll, Text: "The day counted to is closed, and the deadline moves to an open day."},
		{Code: codeExclusive, Text: "The day counted to is itself too late."},
		{Code: CodeProjected, Text: "A closing was computed by rule and has not been announced."},
		{Code: codeFedwire, Text: "The Fedwire is expected to run on days that the calendar treats as closed."},
		{Code: codeOrder, Text: "A closing by executive order that is not known yet would move the day."},

		{Code: codeEarlier, Text: "Which of several days is the earliest."},
		{Code: codeLater, Text: "Which of several days is the latest."},

		{Code: codeFixed, Text: "The closing is on the date named in the contract."},
		{Code: codeFixedClosed, Text: "The calendar is closed on the date named, which does not move."},
		{Code: codeNotBefore, Text: "The closing is later than the rule gives, since its conditions were satisfied only then."},
		{Code: codeBy, Text: "The time of day by which the closing takes place."},
		{Code: CodeShortSession, Text: "The day of the closing has special hours, which change neither the day nor the time."},
		{Code: codeOutside, Text: "The closing would be after the outside date."},

		{Code: codeNoticeMethod, Text: "The notice clause does not provide for the method."},
		{Code: codeNoticeCopy, Text: "What was sent is a copy and does not constitute notice."},
		{Code: codeNoticeNotSent, Text: "The notice has not been sent."},
		{Code: codeNoticeNotReceived, Text: "Receipt has not been shown."},
		{Code: codeNoticeReceivedEarlier, Text: "Receipt was proved before the day on which the notice would be deemed given."},
	}
}
