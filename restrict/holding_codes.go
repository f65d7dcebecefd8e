package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Start.Why and StartStep.Why. [StartStep.Kind] tells
// which kind of event a step is about.
const (
	// CodeStartText tells which text and staff views count.
	CodeStartText law.Code = "144.start.text"
	// CodeStartSet tells that the event sets the start, where there was none
	// or in place of the one before.
	CodeStartSet law.Code = "144.start.set"
	// CodeStartKept tells that the event leaves the start as it was.
	CodeStartKept law.Code = "144.start.kept"
	// CodeStartUnpaid tells that the holding period does not begin, since the
	// full price is not paid.
	CodeStartUnpaid law.Code = "144.start.unpaid"
	// CodeStartExempt tells that the holder needs no holding period.
	CodeStartExempt law.Code = "144.start.exempt"
	// CodeStartNeeds names what the answer needs.
	CodeStartNeeds law.Code = "144.start.needs.unknown"
	// CodeStartEither tells that what is unknown changes nothing.
	CodeStartEither law.Code = "144.start.either"
	// CodeStartInherited tells that the lot was bought in the open market, and
	// what follows for the next holder.
	CodeStartInherited law.Code = "144.start.inherited"
	// CodeStartSale is the sale asked about.
	CodeStartSale law.Code = "144.start.sale"

	// CodeNoteCounts finds that a note or installment contract counts as
	// payment: paragraph (d)(2).
	CodeNoteCounts law.Code = "144.note.counts"
	// CodeNoteFails finds that it does not, so that its discharge does.
	CodeNoteFails law.Code = "144.note.fails"
	// CodeNoteOutstanding finds that it was not discharged before the sale.
	CodeNoteOutstanding law.Code = "144.note.outstanding"
	// CodeNoteSameDay finds it discharged on the day of the sale, which leaves
	// open whether that came first.
	CodeNoteSameDay law.Code = "144.note.same_day.unknown"

	// CodeStartKnown, CodeStartUnknown, CodeStartNotBegun and CodeStartNoPeriod
	// tell the answer.
	CodeStartKnown    law.Code = "144.start.known"
	CodeStartUnknown  law.Code = "144.start.unknown"
	CodeStartNotBegun law.Code = "144.start.not_begun"
	CodeStartNoPeriod law.Code = "144.start.no_period"
)
