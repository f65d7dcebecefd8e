package restrict

// The codes of the steps in Form144Finding.Why, beside those of calendar.Due. A
// code that ends in "unknown" names what the answer needs.
const (
	CodeNoticeOn          = "144.notice.on"
	CodeNoticeOff         = "144.notice.off"
	CodeNoticeBoundary    = "144.notice.boundary"
	CodeNoticeAffiliate   = "144.notice.affiliate.unknown"
	CodeNoticeRequired    = "144.notice.required"
	CodeNoticeBelow       = "144.notice.below"
	CodeNoticeUnknown     = "144.notice.unknown"
	CodeNoticeConvertible = "144.notice.convertible.unknown"
	CodeNoticePerson      = "144.notice.person.unknown"
	CodeNoticePrice       = "144.notice.price.unknown"
	CodeNoticeCovered     = "144.notice.covered"
	CodeNoticeNew         = "144.notice.new_form"
	CodeNoticeSplit       = "144.notice.split.unknown"
	CodeNoticeExpired     = "144.notice.expired"
	CodeNoticeWay         = "144.notice.way"
	CodeNoticeWayUnknown  = "144.notice.way.unknown"
	CodeNoticeExchange    = "144.notice.exchange"
	CodeNoticeDue         = "144.notice.due"
	CodeNoticeConcurrent  = "144.notice.concurrent"
	CodeNoticeEarly       = "144.notice.early"
	CodeNoticeFiledLater  = "144.notice.filed_later"
	CodeNoticeLate        = "144.notice.late"
	CodeNoticeWrongWay    = "144.notice.wrong_way"
)
