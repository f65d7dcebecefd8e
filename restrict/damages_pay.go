package restrict

import (
	"math/big"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// DamagesPayment says when charges fall due. The zero DamagesPayment leaves it
// open, so that no interest can run.
type DamagesPayment struct {
	// When gathers the charges into sums.
	When DamagesWhen `json:"when,omitempty"`
	// Days is the length of the periods of [EndOfPeriod].
	Days int `json:"days,omitempty"`
	// Within is how many units later the sum falls due: "within ten business
	// days", or 1 business day after the end of a month for its first business
	// day. 0 is the same day. Unit is days or business days, required if Within
	// is not 0.
	Within int           `json:"within,omitempty"`
	Unit   calendar.Unit `json:"unit,omitempty"`
	// Calendar says which days are business days for the payment, such as those of
	// the banks where the charges count the days of an exchange. The zero Calendar
	// reads Damages.Calendar.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
}

// DamagesWhen says what ends the time that one payment is for.
type DamagesWhen string

const (
	// EndOfDay makes every charge a payment.
	EndOfDay DamagesWhen = "day"
	// EndOfMonth gathers those of a calendar month.
	EndOfMonth DamagesWhen = "month"
	// EndOfPeriod gathers those of so many days, counted from the first day due.
	EndOfPeriod DamagesWhen = "period"
	// EndOfAnniversary gathers those up to each monthly anniversary of the first
	// day due, or up to the end of the lapse if that is earlier.
	EndOfAnniversary DamagesWhen = "anniversary"
	// EndOfLapse gathers all, to the end of the last lapse.
	EndOfLapse DamagesWhen = "lapse"
)

func (DamagesWhen) all() []DamagesWhen {
	return []DamagesWhen{EndOfDay, EndOfMonth, EndOfPeriod, EndOfAnniversary, EndOfLapse}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (d *DamagesWhen) UnmarshalText(text []byte) error {
	return law.ReadWord(d, text, d.all()...)
}

// DamagesInterest is simple interest on sums paid late. The zero
// DamagesInterest is none.
type DamagesInterest struct {
	// Percent is the rate, and Per the time that it is for; both or neither.
	Percent decimal.Decimal `json:"percent,omitzero"`
	Per     InterestPer     `json:"per,omitempty"`
}

// IsZero reports whether nothing is stated, in which case JSON leaves the interest
// out.
func (i DamagesInterest) IsZero() bool { return i.Percent.Sign() == 0 && i.Per == "" }

// InterestPer is the time that a rate of interest is for.
type InterestPer string

const (
	// PerYear365 is a year of 365 days, in leap years too.
	PerYear365 InterestPer = "year of 365 days"
	// PerYear360 is the banker's year.
	PerYear360 InterestPer = "year of 360 days"
	// PerMonth30 is a month of 30 days.
	PerMonth30 InterestPer = "month of 30 days"
)

func (InterestPer) all() []InterestPer {
	return []InterestPer{PerYear365, PerYear360, PerMonth30}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *InterestPer) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

func (p InterestPer) days() int64 {
	switch p {
	case PerYear365:
		return 365
	case PerYear360:
		return 360
	case PerMonth30:
	}
	return 30
}

// on is the simple interest on a sum for some days, in exact cents.
func (i DamagesInterest) on(cents int64, days int) *big.Rat {
	r := kernel.AmountOf(i.Percent).Rat()
	part := big.NewRat(int64(days), 100*i.Per.days())
	return part.Mul(part, r).Mul(part, new(big.Rat).SetInt64(cents))
}

func (i DamagesInterest) check(fs *law.Faults, field string) {
	kernel.NotBelowZero(fs, field+".percent", i.Percent)
	if i.Percent.Sign() != 0 || i.Per != "" {
		law.OneOf(fs, field+".per", i.Per, i.Per.all()...)
		if i.Percent.Sign() == 0 {
			fs.Missing(field + ".percent")
		}
	}
}

// until is the day that ends the time to which a charge belongs.
func (p DamagesPayment) until(charge, due, last calendar.Date) calendar.Date {
	switch p.When {
	case EndOfMonth:
		return charge.EndOfMonth()
	case EndOfPeriod:
		return due.AddDays((charge.Sub(due) + p.Days - 1) / p.Days * p.Days)
	case EndOfAnniversary:
		for months := 1; ; months++ {
			if end, _ := due.AddMonths(months); !end.Before(charge) {
				if end.After(last) {
					return last
				}
				return end
			}
		}
	case EndOfLapse:
		return last
	case EndOfDay:
	}
	return charge
}

// openDays reports whether the time for payment is counted in the open days of a
// calendar.
func (p DamagesPayment) openDays() bool {
	return p.Unit == calendar.BusinessDays || p.Unit == calendar.TradingDays
}

// within is the time for payment, by the clause's calendar unless the payment has
// its own.
func (p DamagesPayment) within(clause calendar.Calendar) calendar.Deadline {
	out := calendar.Deadline{Count: p.Within, Unit: p.Unit, Calendar: p.Calendar}
	if out.Calendar.IsZero() {
		out.Calendar = clause
	}
	if out.Unit == "" {
		out.Unit = calendar.Days
	}
	return out
}

// pay gathers the schedule into sums and runs interest on them.
func (d *Damages) pay(f *DamagesFacts, due calendar.Date, out *DamagesFinding) error {
	if d.Payment.When == "" || len(out.Schedule) == 0 {
		return nil
	}
	last := due
	for i := range f.Lapses {
		over, _ := d.over(f, &f.Lapses[i])
		last = laterDay(last, over)
	}
	var ends []calendar.Date
	for _, row := range out.Schedule {
		if row.Cents == 0 {
			continue
		}
		end := d.Payment.until(row.Date, due, last)
		if n := len(ends); n == 0 || ends[n-1] != end {
			ends = append(ends, end)
			out.Payments = append(out.Payments, DamagesDue{})
		}
		out.Payments[len(ends)-1].Cents += row.Cents
	}
	paid := f.Paid
	if paid.IsZero() {
		paid = f.Through
	}
	within := d.Payment.within(d.Calendar)
	for i := range out.Payments {
		p := &out.Payments[i]
		var err error
		if p.Date, err = within.DateAfter(ends[i]); err != nil {
			return err
		}
		if d.Interest.Percent.Sign() == 0 || !paid.After(p.Date) {
			continue
		}
		p.InterestDays = paid.Sub(p.Date)
		cents, ok := kernel.Narrow(d.Interest.on(p.Cents, p.InterestDays)).Round(d.Rounding)
		if !ok || cents > maxCents-out.InterestCents {
			return tooMuch("interest")
		}
		p.InterestCents = cents
		out.InterestCents += cents
	}
	return nil
}
