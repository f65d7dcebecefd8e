package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

const (
	// MethodVolume is Limit.Method: the greatest of the measures of paragraph
	// (e) as exact numbers, rounded down once, over a rolling window.
	MethodVolume = "rule 144(e) rolling window"
	// MethodWeeks is VolumeWeeks.Method.
	MethodWeeks = "rule 144(e) calendar weeks"
	// MethodAggregation is Circle.Method.
	MethodAggregation = "rule 144(a)(2) and (e)(3) persons"
	// MethodManner is MannerFinding.Method.
	MethodManner = "rule 144(f) manner of sale"
	// MethodBrokers is BrokerFinding.Method.
	MethodBrokers = "rule 144(g) brokers' transactions"
	// MethodForm144 is Form144Finding.Method.
	MethodForm144 = "rule 144(h) notice"
	// SaleVersion is the version of these methods in this package.
	SaleVersion = "1"
)

// Measure is one of the measures of which paragraph (e) takes the greatest. The
// zero Measure is none.
type Measure string

// The measures.
const (
	// MeasurePercent is one percent of the class outstanding: (e)(1)(i).
	MeasurePercent Measure = "one percent"
	// MeasureAverage is the average weekly volume: (e)(1)(ii) and (iii).
	MeasureAverage Measure = "average weekly volume"
	// MeasureTranche is ten percent of the tranche of debt: (e)(2).
	MeasureTranche Measure = "ten percent of the tranche"
)

func (Measure) all() []Measure {
	return []Measure{MeasurePercent, MeasureAverage, MeasureTranche}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (m *Measure) UnmarshalText(text []byte) error {
	return law.ReadWord(m, text, m.all()...)
}

// Limit is the answer about an amount to be sold. The zero Limit is no answer
// and appears only beside an error.
type Limit struct {
	// Answer is whether what is proposed keeps to the limit together with what
	// was sold.
	Answer VolumeAnswer `json:"answer"`
	// Sale is the day of the sale, and InForce the first day of the version of
	// the rule that governs it.
	Sale    calendar.Date `json:"sale"`
	InForce calendar.Date `json:"in_force"`
	// Cap is the most that may be sold in the window: the greatest measure,
	// rounded down. AtLeast says that a measure is not known, so that Cap is a
	// lower bound. Both are zero if there is no limit.
	Cap     int64   `json:"cap"`
	AtLeast bool    `json:"at_least,omitempty"`
	Measure Measure `json:"measure,omitempty"`
	// Percent, Average and Tranche are the measures themselves. One that is not
	// known, or that the security does not have, is the zero Fraction.
	Percent exact.Mixed `json:"percent,omitzero"`
	Average exact.Mixed `json:"average,omitzero"`
	Tranche exact.Mixed `json:"tranche,omitzero"`
	// From is the first day of the window, which ends with the day of the sale.
	From calendar.Date `json:"from,omitzero"`
	// Counted is what was sold in the window, in the shares of the day of the
	// sale, and Possible what may count besides, for want of a fact.
	Counted  exact.Mixed `json:"counted,omitzero"`
	Possible exact.Mixed `json:"possible,omitzero"`
	// Proposed is what was asked about. Remaining is what may be sold for
	// certain, and Excess the part of Proposed beyond it.
	Proposed  int64 `json:"proposed"`
	Remaining int64 `json:"remaining"`
	Excess    int64 `json:"excess,omitempty"`
	// FirstFit is the first later day on which what is proposed keeps to the
	// limit, as earlier sales leave the window or the seller is rid of it, if
	// nothing else is sold and the measures stay. It is "no date" if the
	// proposal fits already, or never does.
	FirstFit calendar.Date `json:"first_fit,omitzero"`
	// Window tells of each sale given whether it counts, in the given order.
	Window []WindowTrade `json:"window,omitempty"`
	// Weeks are the weeks that were averaged, the latest first.
	Weeks []WeekCount `json:"weeks,omitempty"`
	// Boundary is true if there is no limit by the anniversary convention and
	// one by the conservative convention.
	Boundary bool `json:"boundary,omitempty"`
	// Method and Version name how the answer was made.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// Counts is whether something counts. The zero Counts appears in no result.
type Counts string

// Whether something counts.
const (
	CountsYes Counts = "counts"
	CountsNo  Counts = "does not count"
	// CountsUnknown may count: a fact is unknown.
	CountsUnknown Counts = "unknown"
)

func (Counts) all() []Counts {
	return []Counts{CountsYes, CountsNo, CountsUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *Counts) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// WindowTrade is one sale of the caller's list, held against the window.
type WindowTrade struct {
	// Counts tells whether it counts.
	Counts Counts `json:"counts"`
	// Date and Person are the trade's.
	Date   calendar.Date `json:"date"`
	Person string        `json:"person,omitempty"`
	// Amount is what was sold in the shares of the day of the sale, converted
	// and restated for splits.
	Amount exact.Mixed `json:"amount"`
	// Leaves is the first day of sale on which it counts no longer, if it
	// counts or may count.
	Leaves calendar.Date `json:"leaves,omitzero"`
	// Why is the reason.
	Why law.Reason `json:"why"`
}

// WeekCount is one calendar week of the average.
type WeekCount struct {
	Week
	// Known is whether its volume was stated.
	Known bool `json:"known"`
	// Amount is the volume in the shares of the day of the sale.
	Amount exact.Mixed `json:"amount,omitzero"`
}
