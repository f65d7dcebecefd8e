package restrict

import "github.com/offerkit/offerkit/law"

// The codes of the steps in Form144Finding.Why, beside those of calendar.Due. A
// code that ends in "unknown" names what the answer needs.
const (
	CodeNoticeOn          law.Code = "144.notice.on"
	CodeNoticeOff         law.Code = "144.notice.off"
	CodeNoticeBoundary    law.Code = "144.notice.boundary"
	CodeNoticeAffiliate   law.Code = "144.notice.affiliate.unknown"
	CodeNoticeRequired    law.Code = "144.notice.required"
	CodeNoticeBelow       law.Code = "144.notice.below"
	CodeNoticeUnknown     law.Code = "144.notice.unknown"
	CodeNoticeConvertible law.Code = "144.notice.convertible.unknown"
	CodeNoticePerson      law.Code = "144.notice.person.unknown"
	CodeNoticePrice       law.Code = "144.notice.price.unknown"
	CodeNoticeCovered     law.Code = "144.notice.covered"
	CodeNoticeNew         law.Code = "144.notice.new_form"
	CodeNoticeSplit       law.Code = "144.notice.split.unknown"
	CodeNoticeExpired     law.Code = "144.notice.expired"
	CodeNoticeWay         law.Code = "144.notice.way"
	CodeNoticeWayUnknown  law.Code = "144.notice.way.unknown"
	CodeNoticeExchange    law.Code = "144.notice.exchange"
	CodeNoticeDue         law.Code = "144.notice.due"
	CodeNoticeConcurrent  law.Code = "144.notice.concurrent"
	CodeNoticeEarly       law.Code = "144.notice.early"
	CodeNoticeFiledLater  law.Code = "144.notice.filed_later"
	CodeNoticeLate        law.Code = "144.notice.late"
	CodeNoticeWrongWay    law.Code = "144.notice.wrong_way"
)
