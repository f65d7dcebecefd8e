package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Start.Why and StartStep.Why. [StartStep.Kind] tells
// which kind of event a step is about.
const (
	codeStartText      law.Code = "144.start.text"
	codeStartSet       law.Code = "144.start.set"
	codeStartKept      law.Code = "144.start.kept"
	codeStartUnpaid    law.Code = "144.start.unpaid"
	codeStartExempt    law.Code = "144.start.exempt"
	codeStartNeeds     law.Code = "144.start.needs.unknown"
	codeStartEither    law.Code = "144.start.either"
	codeStartInherited law.Code = "144.start.inherited"
	codeStartSale      law.Code = "144.start.sale"

	codeNoteCounts      law.Code = "144.note.counts"
	codeNoteFails       law.Code = "144.note.fails"
	codeNoteOutstanding law.Code = "144.note.outstanding"
	codeNoteSameDay     law.Code = "144.note.same_day.unknown"

	codeStartKnown    law.Code = "144.start.known"
	codeStartUnknown  law.Code = "144.start.unknown"
	codeStartNotBegun law.Code = "144.start.not_begun"
	codeStartNoPeriod law.Code = "144.start.no_period"
)

// holdingCodes is the part of the catalog above.
func holdingCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeStartText, Text: "The version of the rule and the staff interpretations that apply."},
		{Code: codeStartSet, Text: "The event sets the beginning of the holding period."},
		{Code: codeStartKept, Text: "The event does not change the beginning of the holding period."},
		{Code: codeStartUnpaid, Text: "The holding period does not begin, since the full purchase price has not been paid."},
		{Code: codeStartExempt, Text: "The holder is not subject to a holding period."},
		{Code: codeStartNeeds, Text: "The facts on which the answer depends."},
		{Code: codeStartEither, Text: "The fact that was not given does not change the answer."},
		{Code: codeStartInherited, Text: "The lot was bought in the open market, and the effect on the next holder."},
		{Code: codeStartSale, Text: "The sale asked about."},

		{Code: codeNoteCounts, Text: "A note or installment contract constitutes payment under paragraph (d)(2)."},
		{Code: codeNoteFails, Text: "A note or installment contract does not constitute payment, so that its discharge does."},
		{Code: codeNoteOutstanding, Text: "The note was not discharged before the sale."},
		{Code: codeNoteSameDay, Text: "The note was discharged on the day of the sale; whether before the sale was not given."},

		{Code: codeStartKnown, Text: "The day on which the holding period begins."},
		{Code: codeStartUnknown, Text: "The day on which the holding period begins depends on a fact that was not given."},
		{Code: codeStartNotBegun, Text: "The holding period has not begun."},
		{Code: codeStartNoPeriod, Text: "No holding period applies."},
	}
}
