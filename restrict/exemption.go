package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Exemption is a checklist of a way to resell that stands beside Rule 144. It
// is data and answers nothing: who checks it off states the facts.
//
// The zero Exemption appears in no list.
type Exemption struct {
	// Key is a stable name for programs, such as "4a7".
	Key string `json:"key"`
	// Title is what people call it, such as "Section 4(a)(7)".
	Title string `json:"title"`
	// Requirements are those that are verified. All must hold.
	Requirements []Requirement `json:"requirements"`
	// Unread tells which others are not in the list because their text was not
	// read. While it is not empty, a full checklist is not enough.
	Unread string `json:"unread,omitempty"`
}

// Requirement is one line of a checklist.
//
// The zero Requirement appears in no list.
type Requirement struct {
	// Code is a stable name for programs, such as "4a7.accredited".
	Code law.Code `json:"code"`
	// Text says what must hold.
	Text string `json:"text"`
	// Days is the number of calendar days that it asks for; 0 if it asks for
	// none.
	Days int `json:"days,omitempty"`
	// Dollars is the number of dollars that it asks for; 0 if it asks for none.
	Dollars int64 `json:"dollars,omitempty"`
	// Authority is the paragraph.
	Authority law.Citation `json:"authority"`
}

// Met is the first day on which the days of the requirement have passed since
// the event: the event's own day does not count, and the day is not moved off
// weekends. "No date" if it asks for no days or the event is "no date".
func (r Requirement) Met(event calendar.Date) calendar.Date {
	if r.Days == 0 || event.IsZero() {
		return calendar.Date{}
	}
	return event.AddDays(r.Days)
}

// Exemptions returns the checklists of Section 4(a)(7) and of Rule 144A, as
// far as their terms are verified. Each call makes a new slice, which is the
// caller's.
func Exemptions() []Exemption {
	statute := law.Citation{Cite: "15 U.S.C. 77d(a)(7), (d)", Title: "Securities Act, Section 4(a)(7)"}
	rule := law.Citation{Cite: "17 CFR 230.144A(a)(1)", Title: "Rule 144A"}
	return []Exemption{
		{
			Key: "4a7", Title: "Section 4(a)(7)",
			Requirements: []Requirement{
				{Code: "4a7.accredited", Text: "Every buyer is an accredited investor.", Authority: statute},
				{Code: "4a7.solicitation", Text: "Neither the seller nor anyone for it solicits generally.", Authority: statute},
				{
					Code: "4a7.outstanding", Text: "The class has been outstanding for at least 90 calendar days.",
					Days: 90, Authority: statute,
				},
				{Code: "4a7.issuer", Text: "The issuer is no shell company and not bankrupt.", Authority: statute},
				{Code: "4a7.seller", Text: "The seller is not the issuer, and no bad actor.", Authority: statute},
			},
			Unread: "the information that an issuer that does not report has to give, and that the buyers' securities are restricted",
		},
		{
			Key: "144a", Title: "Rule 144A",
			Requirements: []Requirement{
				{
					Code:    "144a.buyer",
					Text:    "The buyer is a qualified institutional buyer, with at least $100 million in securities.",
					Dollars: 100_000_000, Authority: rule,
				},
				{
					Code: "144a.dealer", Text: "For a dealer, $10 million in securities are enough.",
					Dollars: 10_000_000, Authority: rule,
				},
			},
			Unread: "which securities are fungible with listed ones, the tests of convertibles and warrants, and the information of (d)(4)",
		},
	}
}
