package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Delivery is a covenant to send the buyer of sold shares certificates without
// a legend, within some business days after the day on which the last of
// certain papers was received. It is plain data, to be printed, compared,
// stored as JSON and replaced by a contract's own terms.
//
// The zero Delivery is refused, since it has no calendar.
type Delivery struct {
	// Within is the number of business days after the day of receipt, which is
	// day 0. Receipt on a closed day counts as receipt on the next open day.
	// 0 asks for delivery on the day of receipt.
	Within int `json:"within"`
	// Calendar says which days are business days. Required.
	Calendar calendar.Calendar `json:"calendar"`
	// BlueSkyAside leaves state blue-sky information out of what must be
	// received. By default it is among it where a state asks for it.
	BlueSkyAside bool `json:"blue_sky_aside,omitempty"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// FocusDelivery is the covenant of the 2002 agreement, §1(b)(ii): three
// business days after receipt of the notice of sale, the certificate and, where
// necessary, blue-sky information.
//
// The agreement does not say what a business day is. The days here are those
// on which banks in New York are open, since its money and its escrow agent
// are there; set Calendar to calendar.NYSE() for trading days. It names no hour
// of the day, so that receipt counts until midnight.
func FocusDelivery() Delivery {
	return Delivery{
		Within: 3, Calendar: calendar.FederalReserve(),
		Authority: law.Citation{Cite: "Agreement §1(b)(ii)", Title: "Common Stock Purchase Agreement of November 25, 2002"},
	}
}

// DeliveryFacts tells what was received and sent for one sale. A day that is
// "no date" says that it has not happened.
//
// The zero DeliveryFacts is refused: three of its words are required.
type DeliveryFacts struct {
	// Notice is the day on which the company received the notice of sale.
	Notice calendar.Date `json:"notice,omitzero"`
	// Certificate is the day on which it received the original certificate.
	Certificate calendar.Date `json:"certificate,omitzero"`
	// BlueSkyNeeded tells whether state blue-sky information is necessary.
	// Required unless the covenant leaves it aside.
	BlueSkyNeeded YesNo `json:"blue_sky_needed,omitempty"`
	// BlueSky is the day on which the company received it. It does not count
	// where BlueSkyNeeded is no.
	BlueSky calendar.Date `json:"blue_sky,omitzero"`
	// Effective and Current tell whether, at the time of the sale, the
	// registration statement for the shares had been declared effective and
	// was current. Required.
	Effective YesNo `json:"effective"`
	Current   YesNo `json:"current"`
	// Delivered is the day on which the unlegended shares were sent.
	Delivered calendar.Date `json:"delivered,omitzero"`
}

// Paper is one of the papers that a [Delivery] waits for.
type Paper string

// The papers, in the order of the agreement.
const (
	NoticeOfSale        Paper = "notice of sale"
	OriginalCertificate Paper = "original certificate"
	BlueSkyInformation  Paper = "blue-sky information"
)

// DeliveryAnswer is whether unlegended shares are owed.
type DeliveryAnswer string

// The answers about a delivery.
const (
	// Owed says that all papers are in, and the shares are to be delivered by
	// the day due.
	Owed DeliveryAnswer = "owed"
	// NotOwed says that the registration statement did not cover the sale.
	NotOwed DeliveryAnswer = "not owed"
	// Waiting says that some paper is not in yet.
	Waiting DeliveryAnswer = "waiting"
	// OwedUnknown says that the answer turns on a fact that is unknown.
	OwedUnknown DeliveryAnswer = "unknown"
)

// Timing is whether a delivery was in time. The zero Timing says that nothing
// was delivered, or that no day is due to hold it against.
type Timing string

const (
	// Timely is on or before the day due.
	Timely Timing = "timely"
	// Late is after it.
	Late Timing = "late"
)

// DeliveryFinding is the answer about one delivery. The zero DeliveryFinding
// is no answer and appears only beside an error.
type DeliveryFinding struct {
	// Answer is whether unlegended shares are owed.
	Answer DeliveryAnswer `json:"answer"`
	// Last lists the papers that came on the last day of receipt; Missing those
	// that are not in.
	Last    []Paper `json:"last,omitempty"`
	Missing []Paper `json:"missing,omitempty"`
	// Received is the day on which the last paper came, and Trigger the
	// business day that it counts as: day 0. Due is the last day in time.
	//
	// They are "no date" while a paper is missing. Due is "no date" too if
	// nothing is owed, and if it is unknown whether a later paper counts; where
	// only the registration is unknown, it is the day that holds if the shares
	// are owed.
	Received calendar.Date `json:"received,omitzero"`
	Trigger  calendar.Date `json:"trigger,omitzero"`
	Due      calendar.Date `json:"due,omitzero"`
	// Timing holds the actual delivery against Due. DaysLate is the number of
	// business days after Due up to and including the delivery; it is 0 for a
	// late delivery before the next business day.
	Timing   Timing `json:"timing,omitempty"`
	DaysLate int    `json:"days_late,omitempty"`
	// Projected is true if Due rests on days that the calendar's authority has
	// not announced yet.
	Projected bool `json:"projected,omitempty"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// deadline is the covenant's clock.
func (d *Delivery) deadline() calendar.Deadline {
	return calendar.Deadline{
		Name: "Unlegended shares", Count: d.Within, Unit: calendar.BusinessDays, RollEvent: true,
		Calendar: d.Calendar, Authority: d.Authority,
	}
}

func (d *Delivery) check(f *DeliveryFacts) error {
	var fs law.Faults
	if d.Within < 0 {
		fs.Add(law.ErrRange, "delivery.within", strconv.Itoa(d.Within), "is negative")
	}
	if d.Calendar.IsZero() {
		fs.Missing("delivery.calendar")
	}
	f.BlueSkyNeeded.check(&fs, "blue_sky_needed", !d.BlueSkyAside)
	f.Effective.check(&fs, "effective", true)
	f.Current.check(&fs, "current", true)
	return fs.Err()
}
