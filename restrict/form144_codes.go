package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Form144Finding.Why, beside those of calendar.Due. A
// code that ends in "unknown" names what the answer needs.
const (
	codeNoticeOn          law.Code = "144.notice.on"
	codeNoticeOff         law.Code = "144.notice.off"
	codeNoticeBoundary    law.Code = "144.notice.boundary"
	codeNoticeAffiliate   law.Code = "144.notice.affiliate.unknown"
	codeNoticeRequired    law.Code = "144.notice.required"
	codeNoticeBelow       law.Code = "144.notice.below"
	codeNoticeUnknown     law.Code = "144.notice.unknown"
	codeNoticeConvertible law.Code = "144.notice.convertible.unknown"
	codeNoticePerson      law.Code = "144.notice.person.unknown"
	codeNoticePrice       law.Code = "144.notice.price.unknown"
	codeNoticeCovered     law.Code = "144.notice.covered"
	codeNoticeNew         law.Code = "144.notice.new_form"
	codeNoticeSplit       law.Code = "144.notice.split.unknown"
	codeNoticeExpired     law.Code = "144.notice.expired"
	codeNoticeWay         law.Code = "144.notice.way"
	codeNoticeWayUnknown  law.Code = "144.notice.way.unknown"
	codeNoticeExchange    law.Code = "144.notice.exchange"
	codeNoticeDue         law.Code = "144.notice.due"
	codeNoticeConcurrent  law.Code = "144.notice.concurrent"
	codeNoticeEarly       law.Code = "144.notice.early"
	codeNoticeFiledLater  law.Code = "144.notice.filed_later"
	codeNoticeLate        law.Code = "144.notice.late"
	codeNoticeWrongWay    law.Code = "144.notice.wrong_way"
)

// noticeCodes is the part of the catalog above.
func noticeCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeNoticeOn, Text: "Paragraph (h) applies to the sale."},
		{Code: codeNoticeOff, Text: "Paragraph (h) does not apply to the sale."},
		{Code: codeNoticeBoundary, Text: "Whether paragraph (h) applies depends on how months are counted."},
		{Code: codeNoticeAffiliate, Text: "Whether paragraph (h) applies depends on whether the seller is an affiliate."},
		{Code: codeNoticeRequired, Text: "A notice on Form 144 is required."},
		{Code: codeNoticeBelow, Text: "No notice is required: the sales do not exceed the threshold."},
		{Code: codeNoticeUnknown, Text: "Whether a notice is required depends on a fact that was not given."},
		{
			Code: codeNoticeConvertible,
			Text: "Whether sales of a convertible security and of the class are counted together is not settled.",
		},
		{Code: codeNoticePerson, Text: "Whether sales of another person are counted for the notice is not settled."},
		{Code: codeNoticePrice, Text: "The price of a sale was not given."},
		{Code: codeNoticeCovered, Text: "A form filed earlier gives notice of the sale."},
		{Code: codeNoticeNew, Text: "The forms filed earlier do not cover the sale, and a new one is required."},
		{Code: codeNoticeSplit, Text: "Whether a form filed before a split covers the sale is not settled."},
		{Code: codeNoticeExpired, Text: "The forms filed earlier have expired."},
		{Code: codeNoticeWay, Text: "The ways in which the form may be filed."},
		{
			Code: codeNoticeWayUnknown,
			Text: "How the form may be filed depends on whether the issuer is subject to reporting, which was not given.",
		},
		{Code: codeNoticeExchange, Text: "A copy of the form is sent to the exchange."},
		{Code: codeNoticeDue, Text: "The day on which the form is to be transmitted."},
		{Code: codeNoticeConcurrent, Text: "The form was transmitted on the day of the order."},
		{Code: codeNoticeEarly, Text: "The form was transmitted before the day of the order."},
		{Code: codeNoticeFiledLater, Text: "The form was sent on one day and is deemed filed on a later one."},
		{Code: codeNoticeLate, Text: "The form was transmitted late."},
		{Code: codeNoticeWrongWay, Text: "The form was not filed in a permitted way."},
	}
}
