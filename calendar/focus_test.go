package calendar

import "github.com/offerkit/offerkit/law"

// The common stock purchase agreement of November 25, 2002, for the tests: the
// library has no value of any one deal.

// FocusClosing is the rule of §6(a) and (b) of the common stock purchase
// agreement of Focus Enhancements, Inc. dated November 25, 2002: the first NYSE
// trading day after the conditions are satisfied or waived, by 3:00 p.m. New
// York time, with no outside date.
func FocusClosing() ClosingRule {
	return ClosingRule{
		Count: Deadline{
			Name: "Closing Date", Count: 1, Unit: TradingDays, Calendar: NYSE(),
			Authority: law.Citation{Cite: "Agreement §6(a)", Title: "Closing Date"},
		},
		By: Cutoff{Clock: MustClock(15, 0), Zone: NewYork()},
	}
}

// FocusNotices is §9 of the common stock purchase agreement of Focus
// Enhancements, Inc. dated November 25, 2002: notice is given upon personal
// delivery, or seven business days after deposit in the mail; a fax is an
// advance copy; a new address binds after ten days.
//
// The agreement does not define business days; they are read as days on which
// banks in New York are open. It names couriers without saying when their
// delivery counts; that is read as personal delivery.
func FocusNotices() NoticeClause {
	newYork := Cutoff{Zone: NewYork()}
	same := Deadline{Name: "Notice", Unit: Days, Cutoff: newYork}
	cite := law.Citation{Cite: "Agreement §9", Title: "Notices"}
	return NoticeClause{
		Rules: []NoticeRule{
			{Method: Personal, Start: FromReceipt, Lag: same},
			{Method: Courier, Start: FromReceipt, Lag: same},
			{Method: Mail, Start: FromSending, Lag: Deadline{
				Name: "Notice", Count: 7, Unit: BusinessDays, Calendar: FederalReserve(), Cutoff: newYork,
			}},
			{Method: Fax, Start: Never},
		},
		AddressChange: Deadline{Name: "New address", Count: 10, Unit: Days, Authority: cite},
		Authority:     cite,
	}
}
