package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// DamagesFacts tells what was late, how long, and what it was worth. The zero
// DamagesFacts is refused, since it has no lapse.
type DamagesFacts struct {
	// Lapses are what was late: one for a delivery, several for a clause on
	// filing, effectiveness and suspension.
	Lapses []Lapse `json:"lapses"`
	// Amounts are the amount and the shares by the day from which they hold.
	// Required unless the base is flat.
	Amounts []DamagesAmount `json:"amounts,omitempty"`
	// Through is the last day to charge for. Required if a lapse is not cured.
	Through calendar.Date `json:"through,omitzero"`
	// Stops are events that happened. Only those that the clause names end the
	// charges; the day of the event counts as that of a cure does.
	Stops []DamagesStopped `json:"stops,omitempty"`
	// Paid is the day on which the charges were paid; "no date" runs interest
	// through Through.
	Paid calendar.Date `json:"paid,omitzero"`
}

// Lapse is one failure to be in time. The zero Lapse is refused.
type Lapse struct {
	// Name is for the explanation and may be empty.
	Name string `json:"name,omitempty"`
	// Due is the last day in time. Required.
	Due calendar.Date `json:"due"`
	// Cured is the day on which it was done; "no date" says not yet. On or before
	// Due there was no lapse.
	Cured calendar.Date `json:"cured,omitzero"`
}

// DamagesAmount is what the rates apply to, from a day on. After a partial
// delivery the rest is charged from the next day on, since the day of a delivery
// counts as late: From is the day after it, or that day itself if the clause leaves
// out the day of the cure.
type DamagesAmount struct {
	// From is the first day; "no date" holds from the beginning.
	From calendar.Date `json:"from,omitzero"`
	// Amount is in dollars: the price paid, or the value of the shares not
	// delivered at the price that the clause names.
	Amount decimal.Decimal `json:"amount,omitzero"`
	// Shares is the number not delivered.
	Shares int64 `json:"shares,omitempty"`
}

// DamagesStopped is an event and its day.
type DamagesStopped struct {
	Stop DamagesStop   `json:"stop"`
	On   calendar.Date `json:"on"`
}

// DamagesFinding is what lateness costs. The zero DamagesFinding is no answer
// and appears only beside an error.
type DamagesFinding struct {
	// Days is how many days were charged for: counted days after the grace.
	Days int `json:"days"`
	// UncappedCents is what the charges come to without a cap, and Cents what
	// they come to. InterestCents is on top.
	UncappedCents int64 `json:"uncapped_cents"`
	Cents         int64 `json:"cents"`
	InterestCents int64 `json:"interest_cents,omitempty"`
	// Schedule has one row for each day charged for.
	Schedule []DamagesDay `json:"schedule,omitempty"`
	// Payments are the sums by the day on which they fall due.
	Payments []DamagesDue `json:"payments,omitempty"`
	// Rounding is the clause's.
	Rounding exact.Rounding `json:"rounding"`
	// Projected is true if a day lies past the last one that the calendar's
	// authority has announced.
	Projected bool `json:"projected,omitempty"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`

	exact []dayCharge // the exact charges behind Schedule, one a row
}

// DamagesDay is one day of the schedule.
type DamagesDay struct {
	Date calendar.Date `json:"date"`
	// Number counts the days of the lapse that is charged for, from 1. Of lapses
	// that charge alike it is the first one told of.
	Number int `json:"number"`
	// Cents is the charge: the growth of the running total in cents, less CutCents,
	// which a cap cut off. RunningCents is the sum of the charges so far.
	Cents        int64 `json:"cents"`
	CutCents     int64 `json:"cut_cents,omitempty"`
	RunningCents int64 `json:"running_cents"`
}

// DamagesDue is a sum that falls due on one day.
type DamagesDue struct {
	Date  calendar.Date `json:"date"`
	Cents int64         `json:"cents"`
	// InterestDays and InterestCents are what it bore until it was paid.
	InterestDays  int   `json:"interest_days,omitempty"`
	InterestCents int64 `json:"interest_cents,omitempty"`
}
