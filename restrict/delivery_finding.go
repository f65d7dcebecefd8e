package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// DeliveryAnswer is whether unlegended shares are owed.
type DeliveryAnswer string

// The answers about a delivery.
const (
	// Owed says that all that is waited for is in, and the shares are to be
	// delivered by the day due.
	Owed DeliveryAnswer = "owed"
	// NotOwed says that no ground for taking off the legend holds, or that a
	// paper due beforehand came too late.
	NotOwed DeliveryAnswer = "not owed"
	// Waiting says that something is not in yet.
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
	// Guard tells of each ground of the clause whether it holds.
	Guard []GroundFinding `json:"guard,omitempty"`
	// Last lists what came on the day that started the clock which sets the day
	// due; Missing lists, in the order of the clause, what is not in and keeps
	// the day open.
	Last    []Trigger `json:"last,omitempty"`
	Missing []Trigger `json:"missing,omitempty"`
	// Received is the day on which the last of them counts, by the cut-off, and
	// Trigger the open day that it counts as: day 0. Due is the last day in
	// time.
	//
	// They are "no date" while something is missing. Due is "no date" too if
	// nothing is owed, and if it is unknown whether a later paper counts; where
	// only the ground is unknown, it is the day that holds if the shares are
	// owed.
	Received calendar.Date `json:"received,omitzero"`
	Trigger  calendar.Date `json:"trigger,omitzero"`
	Due      calendar.Date `json:"due,omitzero"`
	// Days counts from Received to Due, one row a day. It is empty while Due is
	// "no date".
	Days []CountedDay `json:"days,omitempty"`
	// Channel is whether the way of delivery asked about is open.
	Channel ChannelFinding `json:"channel,omitzero"`
	// Timing holds the actual delivery against Due. DaysLate is the number of
	// open days after Due, on the calendar of the clock that set it, up to and
	// including the delivery; it is 0 for a late delivery before the next open
	// day. CalendarDaysLate counts all days.
	Timing           Timing `json:"timing,omitempty"`
	DaysLate         int    `json:"days_late,omitempty"`
	CalendarDaysLate int    `json:"calendar_days_late,omitempty"`
	// Projected is true if Due rests on days that the calendar's authority has
	// not announced yet.
	Projected bool `json:"projected,omitempty"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// CountedDay is one day of a count. The zero CountedDay appears in no result.
type CountedDay struct {
	Date calendar.Date `json:"date"`
	// Counts is whether the day is one of those counted, and Number which: 0 is
	// the day of receipt.
	Counts bool `json:"counts"`
	Number int  `json:"number"`
	// Closed names why the calendar is closed on the day, such as "Veterans Day"
	// or "Saturday"; empty if it is open.
	Closed string `json:"closed,omitempty"`
}
