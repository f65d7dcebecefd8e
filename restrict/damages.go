package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Damages is a clause that prices lateness: so much for each day, week, month
// or thirty days after a day due. It is plain data, to be printed, compared,
// stored as JSON and replaced by a contract's own terms.
//
// The zero Damages is refused: it has no base, no unit and no rate.
type Damages struct {
	// Base says what the rates are: dollars, percent, dollars per $1,000 or
	// dollars per share. Required.
	Base DamagesBase `json:"base"`
	// Each is the amount that a rate of [PerAmount] is for, such as 1000, and
	// EachPart what becomes of a part of it. Both go with that base alone; by
	// default a part counts pro rata.
	Each     decimal.Decimal `json:"each,omitzero"`
	EachPart DamagesPart     `json:"each_part,omitempty"`
	// Unit is what is counted: days, business days, trading days, weeks or
	// months. Required.
	Unit calendar.Unit `json:"unit"`
	// Per is how many units one rate is for, as in "per 30 days"; 0 reads 1.
	Per int `json:"per,omitempty"`
	// Part says what a period costs that has begun and not ended. Required if a
	// period is longer than a day and a step does not say it.
	Part DamagesPart `json:"part,omitempty"`
	// Steps are the rates, by the number of the period from which they hold.
	Steps []DamagesStep `json:"steps,omitempty"`
	// Reading says whether a step is the price of a period or of the whole
	// lateness so far. Printed tables often leave it open. Required with Steps.
	Reading DamagesReading `json:"reading,omitempty"`
	// StepByDay counts DamagesStep.From in days and not in periods; a period has
	// the rate of its first day.
	StepByDay bool `json:"step_by_day,omitempty"`
	// First is charged once, on the first day late, beside the steps.
	First decimal.Decimal `json:"first,omitzero"`
	// Grace is how many days pass free, of the days that Unit counts; weeks and
	// months count all days. The periods begin after it.
	Grace int `json:"grace,omitempty"`
	// ExcludeCure leaves out the day of the cure: "until but excluding". By
	// default that day counts as late.
	ExcludeCure bool `json:"exclude_cure,omitempty"`
	// EachLapse charges a day once for every lapse that runs on it. By default
	// only the greatest of these charges counts.
	EachLapse bool `json:"each_lapse,omitempty"`
	// Stops are the events that end the charges besides the cure.
	Stops []DamagesStop `json:"stops,omitempty"`
	// PeriodCap and TotalCap limit the charges; the zero cap is none. What is cut
	// off is lost and not put off.
	PeriodCap DamagesCap `json:"period_cap,omitzero"`
	TotalCap  DamagesCap `json:"total_cap,omitzero"`
	// Payment says when the charges fall due, and Interest what they bear from
	// then on. The zero Payment leaves both out.
	Payment  DamagesPayment  `json:"payment,omitzero"`
	Interest DamagesInterest `json:"interest,omitzero"`
	// Calendar says which days are business or trading days. Required if any are
	// counted. Payments may have a calendar of their own.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
	// Rounding turns the exact running total into cents. Required.
	Rounding exact.Rounding `json:"rounding"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// DamagesStep is a rate from one period on. The zero DamagesStep is refused.
type DamagesStep struct {
	// From is the number of the first period at this rate; the first is 1.
	From int `json:"from"`
	// Rate is the price at From, and More what each later period adds to it:
	// "1,750 plus 1,000 for each day beyond 11".
	Rate decimal.Decimal `json:"rate"`
	More decimal.Decimal `json:"more,omitzero"`
	// Part overrides Damages.Part for these periods.
	Part DamagesPart `json:"part,omitempty"`
}

// DamagesBase says what a rate is. The zero DamagesBase is refused.
type DamagesBase string

const (
	// Flat is a sum of dollars, whatever is late.
	Flat DamagesBase = "flat"
	// PercentOfAmount is a percentage of the amount in the facts.
	PercentOfAmount DamagesBase = "percent"
	// PerAmount is dollars for each so many dollars of that amount.
	PerAmount DamagesBase = "per amount"
	// PerShare is dollars for each share in the facts.
	PerShare DamagesBase = "per share"
)

func (DamagesBase) all() []DamagesBase {
	return []DamagesBase{Flat, PercentOfAmount, PerAmount, PerShare}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DamagesBase) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// DamagesPart says what becomes of a part of a period or of an amount.
type DamagesPart string

const (
	// PartProRata counts it by its share. A month has 30 days for this, and is
	// whole on its last day.
	PartProRata DamagesPart = "pro rata"
	// PartWhole counts it as whole: a period is charged on its first day.
	PartWhole DamagesPart = "whole"
	// PartNone does not count it: a period is charged on its last day.
	PartNone DamagesPart = "none"
)

func (DamagesPart) all() []DamagesPart {
	return []DamagesPart{PartProRata, PartWhole, PartNone}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *DamagesPart) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

// DamagesReading says what the figures of a table are. The zero DamagesReading
// is refused.
type DamagesReading string

const (
	// PricePerPeriod makes each figure the price of one period; they add up.
	PricePerPeriod DamagesReading = "per period"
	// PriceInAll makes each figure the price of the whole lateness so far.
	PriceInAll DamagesReading = "in all"
)

func (DamagesReading) all() []DamagesReading {
	return []DamagesReading{PricePerPeriod, PriceInAll}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DamagesReading) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// DamagesStop is an event that ends the charges. The zero DamagesStop is
// refused.
type DamagesStop string

const (
	// StopBoughtIn is a buy-in that has been paid.
	StopBoughtIn DamagesStop = "bought in"
	// StopRule144 is that the shares are free under Rule 144.
	StopRule144 DamagesStop = "free under rule 144"
	// StopSold is that the holder has none of the shares left.
	StopSold DamagesStop = "all sold"
	// StopRescinded is that the exercise or sale was taken back.
	StopRescinded DamagesStop = "rescinded"
	// StopTermEnded is the end of the time for which the clause promises them.
	StopTermEnded DamagesStop = "term ended"
)

func (DamagesStop) all() []DamagesStop {
	return []DamagesStop{StopBoughtIn, StopRule144, StopSold, StopRescinded, StopTermEnded}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DamagesStop) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// DamagesCap is a limit: an amount of dollars or a percentage of the amount in
// the facts, rounded down to a cent. The zero DamagesCap is no limit.
type DamagesCap struct {
	Amount  decimal.Decimal `json:"amount,omitzero"`
	Percent decimal.Decimal `json:"percent,omitzero"`
	// Days is the length of the periods of a cap for each period, in days of the
	// calendar after the first day due. Rolling makes it hold in every stretch of
	// so many days, wherever it begins.
	Days    int  `json:"days,omitempty"`
	Rolling bool `json:"rolling,omitempty"`
}

// IsZero reports whether nothing is stated, in which case JSON leaves the cap out.
// Zeros are nothing, however they are written.
func (c DamagesCap) IsZero() bool { return !c.caps() && c.Days == 0 && !c.Rolling }

// caps reports whether there is a limit.
func (c DamagesCap) caps() bool { return c.Amount.Sign() != 0 || c.Percent.Sign() != 0 }
