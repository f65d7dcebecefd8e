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

func (DeliveryAnswer) all() []DeliveryAnswer {
	return []DeliveryAnswer{Owed, NotOwed, Waiting, OwedUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DeliveryAnswer) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// Timing is whether a delivery was in time, or is overdue: [Timely], [Late],
// [Overdue], [NotYetDue] or [TimingUnknown]. The zero Timing says that there is no
// day due to hold it against.
type Timing string

const (
	// Timely says that all the shares were delivered on or before the day due.
	Timely Timing = "timely"
	// Late says that all the shares were delivered, the last of them after it.
	Late Timing = "late"
	// Overdue says that shares had not been delivered on DeliveryFacts.AsOf, a day
	// after the day due.
	Overdue Timing = "overdue"
	// NotYetDue says that shares had not been delivered on DeliveryFacts.AsOf, the
	// day due or a day before it.
	NotYetDue Timing = "not yet due"
	// TimingUnknown says that shares were not delivered, and that no AsOf is stated.
	TimingUnknown Timing = "unknown"
)

func (Timing) all() []Timing {
	return []Timing{Timely, Late, Overdue, NotYetDue, TimingUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *Timing) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

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
	// including the delivery, or AsOf if shares are overdue; it is 0 before the
	// next open day. CalendarDaysLate counts all days.
	Timing           Timing `json:"timing,omitempty"`
	DaysLate         int    `json:"days_late,omitempty"`
	CalendarDaysLate int    `json:"calendar_days_late,omitempty"`
	// Undelivered is the number of the shares sold that were not delivered by
	// AsOf. It is 0 also if DeliveryFacts.Sold is not stated, or no day is due;
	// Timing tells.
	Undelivered int64 `json:"undelivered,omitempty"`
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
