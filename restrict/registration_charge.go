package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// RegistrationCharge is what a failure costs: a percentage of a base for each
// period that it lasts, by way of liquidated damages.
//
// A failure begins on the day after the day due, or on the first day of
// suspension beyond the grace. Its periods are counted from that day on.
//
// The zero RegistrationCharge costs nothing. One with a percentage needs all
// that is called required below.
type RegistrationCharge struct {
	// Initial is the percentage due for the failure itself, whatever its length.
	Initial decimal.Decimal `json:"initial,omitzero"`
	// Steps hold the percentage for each period, by the day of the failure on
	// which the period begins. A Steps that is empty charges Initial alone.
	Steps []RegistrationStep `json:"steps,omitempty"`
	// Every units make a period: 30 days, or 1 month. Unit is days, weeks or
	// months. Required if there are Steps, or a CapPeriod.
	Every int           `json:"every,omitempty"`
	Unit  calendar.Unit `json:"unit,omitempty"`
	// Overlap tells what several failures at a time cost. Required.
	Overlap RegistrationOverlap `json:"overlap,omitempty"`
	// CapPeriod is the most, in percent of the base, that is charged for
	// periods that begin within the length of one period of each other,
	// initial charges included. Zero sets no cap.
	CapPeriod decimal.Decimal `json:"cap_period,omitzero"`
	// CapTotal is the most that is charged in all, in percent of
	// RegistrationFacts.Base; interest does not count. Zero sets no cap.
	CapTotal decimal.Decimal `json:"cap_total,omitzero"`
	// CountCure counts the day on which the failure is cured. By default the
	// last day charged is the day before.
	CountCure bool `json:"count_cure,omitempty"`
	// Payable counts from the last day charged in a period to the last day for
	// payment; from the first day for an initial charge, and for a period charged
	// in full. The zero Deadline names no day, and then there is no interest.
	Payable calendar.Deadline `json:"payable,omitzero"`
	// Interest is what is owed on charges that are not paid in time.
	Interest RegistrationInterest `json:"interest,omitzero"`
	// Rounding makes whole cents of each charge. Required. A cap is rounded
	// down, whatever the word.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// IsZero reports whether nothing is stated, in which case JSON leaves the charge out.
func (c RegistrationCharge) IsZero() bool {
	return c.Initial.Sign() == 0 && len(c.Steps) == 0 && c.Every == 0 && c.Unit == "" && c.Overlap == "" &&
		c.CapPeriod.Sign() == 0 && c.CapTotal.Sign() == 0 && !c.CountCure && c.Payable == (calendar.Deadline{}) &&
		c.Interest.IsZero() && c.Rounding == "" && c.Authority == (law.Citation{})
}

// RegistrationStep is the percentage from some day of a failure on. The zero
// RegistrationStep is refused.
type RegistrationStep struct {
	// From is the day of the failure, counted from 1, on or after which a
	// period must begin. The first step has 1; each next one has more.
	From int `json:"from"`
	// Percent of the base is charged for one period. It must be above zero.
	Percent decimal.Decimal `json:"percent"`
	// Partial tells what a period that is not over costs. Required.
	Partial RegistrationPartial `json:"partial"`
}

// RegistrationPartial tells what is charged for a period that the failure does
// not fill. The zero RegistrationPartial is refused.
type RegistrationPartial string

// The ways to charge a part of a period.
const (
	// PartialProRata charges by the day: days of failure over days of the
	// period.
	PartialProRata RegistrationPartial = "pro rata"
	// PartialFull charges the whole period from its first day on: "on the event
	// date and on each monthly anniversary", or "for any part of a week".
	PartialFull RegistrationPartial = "full"
	// PartialNone charges a period only once the failure has filled it.
	PartialNone RegistrationPartial = "none"
)

func (RegistrationPartial) all() []RegistrationPartial {
	return []RegistrationPartial{PartialProRata, PartialFull, PartialNone}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *RegistrationPartial) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// RegistrationOverlap tells what several failures at a time cost. The zero
// RegistrationOverlap is refused.
type RegistrationOverlap string

// The ways to count several failures.
const (
	// OverlapOnce charges no day twice: failures that overlap, or follow day by
	// day, run as one, from the first day of the first.
	OverlapOnce RegistrationOverlap = "once"
	// OverlapEach charges each duty that is failed.
	OverlapEach RegistrationOverlap = "each"
)

func (RegistrationOverlap) all() []RegistrationOverlap {
	return []RegistrationOverlap{OverlapOnce, OverlapEach}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *RegistrationOverlap) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// RegistrationInterest is simple interest: Percent for each Days days, such as
// 18 percent for 365, or 2 percent for 30. The zero RegistrationInterest is
// none.
type RegistrationInterest struct {
	Percent decimal.Decimal `json:"percent,omitzero"`
	// Days is from 1 to 366. Required with a Percent.
	Days int `json:"days,omitempty"`
}

// IsZero reports whether nothing is stated, in which case JSON leaves the interest
// out.
func (i RegistrationInterest) IsZero() bool { return i.Percent.Sign() == 0 && i.Days == 0 }

// stated reports whether failures cost anything.
func (c *RegistrationCharge) stated() bool { return c.Initial.Sign() != 0 || len(c.Steps) > 0 }

// boundary is the first day of period n, counted from 0, of a failure that
// began on the day. It is "no date" past the year 9999.
func (c *RegistrationCharge) boundary(start calendar.Date, n int) calendar.Date {
	switch c.Unit {
	case calendar.Months:
		d, _ := start.AddMonths(n * c.Every)
		return d
	case calendar.Weeks:
		return start.AddDays(7 * n * c.Every)
	default:
		return start.AddDays(n * c.Every)
	}
}

// step is the step for a period that begins on that day of the failure.
func (c *RegistrationCharge) step(day int) *RegistrationStep {
	found := &c.Steps[0]
	for i := range c.Steps {
		if c.Steps[i].From <= day {
			found = &c.Steps[i]
		}
	}
	return found
}

// registrationShare is the percentage of an amount.
func registrationShare(a kernel.Amount, percent decimal.Decimal) kernel.Amount {
	return a.Product(kernel.AmountOf(percent)).Times(1, 100)
}
