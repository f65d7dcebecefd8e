package restrict

import (
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The limits of what is assessed at once.
const (
	mostLateDays = 3660 // ten years
	mostLapses   = 20
	mostSteps    = 100
	mostAmounts  = 1000
	mostPer      = 366
	lastLateYear = 9900 // so that a later date exists
)

// Validate lists what is wrong with the clause itself. It returns [law.Faults]:
// a missing base, unit, reading or rounding, negative rates or caps, steps that
// overlap, that are out of order or, as prices in all, fall, a word that does not
// go with the rest, or a cap below the first charge where both are dollars or both
// are percent. It returns nil if lateness can be priced.
func (d Damages) Validate() error {
	var fs law.Faults
	d.validateBase(&fs)
	d.validateUnit(&fs)
	d.validateSteps(&fs)
	kernel.NotBelowZero(&fs, "first", d.First)
	if len(d.Steps) == 0 && d.First.Sign() == 0 {
		fs.Missing("steps")
	}
	for i, s := range d.Stops {
		law.OneOf(&fs, "stops["+strconv.Itoa(i)+"]", s, s.all()...)
		if i == check.MostRows {
			check.AtMost(&fs, "stops", len(d.Stops), check.MostRows)
			break
		}
	}
	d.PeriodCap.check(&fs, "period_cap", true)
	d.TotalCap.check(&fs, "total_cap", false)
	d.Payment.check(&fs, &d)
	d.Interest.check(&fs, "interest")
	if d.Interest.Percent.Sign() != 0 && d.Payment.When == "" {
		fs.Missing("payment.when")
	}
	d.Rounding.Check(&fs, "rounding")
	check.Cited(&fs, "authority", d.Authority)
	if len(fs) == 0 {
		d.checkCapKinds(&fs)
	}
	return fs.Err()
}

func (d *Damages) validateBase(fs *law.Faults) {
	law.OneOf(fs, "base", d.Base, d.Base.all()...)
	kernel.NotBelowZero(fs, "each", d.Each)
	switch {
	case d.Base == PerAmount && d.Each.Sign() == 0:
		fs.Missing("each")
	case d.Base != PerAmount && d.Each.Sign() != 0:
		fs.Add(law.ErrConflict, "each", "", "goes with the base %q alone", PerAmount)
	}
	d.EachPart.check(fs, "each_part")
}

func (p DamagesPart) check(fs *law.Faults, field string) {
	if p != "" {
		law.OneOf(fs, field, p, p.all()...)
	}
}

func (d *Damages) validateUnit(fs *law.Faults) {
	law.OneOf(fs, "unit", d.Unit, calendar.BusinessDays, calendar.TradingDays, calendar.Days, calendar.Weeks, calendar.Months)
	if d.openDays() && d.Calendar.IsZero() {
		fs.Missing("calendar")
	}
	check.Within(fs, "per", d.Per, 0, mostPer)
	check.Within(fs, "grace", d.Grace, 0, mostLateDays)
	d.Part.check(fs, "part")
	if d.Part != "" || d.per() == 1 && d.Unit != calendar.Weeks && d.Unit != calendar.Months {
		return
	}
	for i := range d.Steps {
		if d.Steps[i].Part == "" {
			fs.Missing("part")
			return
		}
	}
}

func (d *Damages) validateSteps(fs *law.Faults) {
	if !check.AtMost(fs, "steps", len(d.Steps), mostSteps) {
		return
	}
	if len(d.Steps) > 0 || d.Reading != "" {
		law.OneOf(fs, "reading", d.Reading, d.Reading.all()...)
	}
	if d.StepByDay && d.Reading == PriceInAll {
		fs.Add(law.ErrConflict, "step_by_day", "", "goes with prices per period alone")
	}
	found := len(*fs)
	for i := range d.Steps {
		s, field := &d.Steps[i], "steps["+strconv.Itoa(i)+"]"
		check.Within(fs, field+".from", s.From, 1, mostLateDays)
		if i > 0 && s.From <= d.Steps[i-1].From {
			fs.Add(law.ErrConflict, field+".from", strconv.Itoa(s.From), "overlaps the step from %d", d.Steps[i-1].From)
		}
		kernel.NotBelowZero(fs, field+".rate", s.Rate)
		kernel.NotBelowZero(fs, field+".more", s.More)
		s.Part.check(fs, field+".part")
	}
	if len(*fs) > found || d.Reading != PriceInAll {
		return
	}
	for i := 1; i < len(d.Steps); i++ {
		if d.figure(i, d.Steps[i].From).Cmp(d.figure(i-1, d.Steps[i].From-1)) < 0 {
			fs.Add(law.ErrConflict, "steps["+strconv.Itoa(i)+"].rate", kernel.Plain(d.Steps[i].Rate),
				"is less in all than what was due before")
		}
	}
}

func (c DamagesCap) check(fs *law.Faults, field string, periodic bool) {
	kernel.NotBelowZero(fs, field+".amount", c.Amount)
	kernel.NotBelowZero(fs, field+".percent", c.Percent)
	if c.Amount.Sign() != 0 && c.Percent.Sign() != 0 {
		fs.Add(law.ErrConflict, field+".percent", "", "stands beside an amount")
	}
	check.Within(fs, field+".days", c.Days, 0, mostPer)
	switch {
	case periodic && c.caps() && c.Days == 0:
		fs.Missing(field + ".days")
	case !periodic && (c.Days != 0 || c.Rolling), !c.caps() && (c.Days != 0 || c.Rolling):
		fs.Add(law.ErrConflict, field+".days", "", "goes with a cap for each period alone")
	}
}

func (p DamagesPayment) check(fs *law.Faults, d *Damages) {
	if p == (DamagesPayment{}) {
		return
	}
	law.OneOf(fs, "payment.when", p.When, p.When.all()...)
	check.Within(fs, "payment.days", p.Days, 0, mostPer)
	check.Within(fs, "payment.within", p.Within, 0, mostPer)
	if p.When == EndOfPeriod && p.Days == 0 {
		fs.Missing("payment.days")
	}
	if p.Within != 0 || p.Unit != "" {
		law.OneOf(fs, "payment.unit", p.Unit, calendar.Days, calendar.BusinessDays, calendar.TradingDays)
	}
	if p.openDays() && p.within(d.Calendar).Calendar.IsZero() && !d.openDays() {
		fs.Missing("calendar")
	}
}

// checkCapKinds refuses a cap below what the first day or period costs, where
// the terms alone fix both: dollars against dollars, or percent against percent.
// One of the two numbers is a slip. Where the amount in the facts decides, the
// cap limits the charges, however small it is.
func (d *Damages) checkCapKinds(fs *law.Faults) {
	first := d.firstPrice()
	if d.Base == PerAmount { // as percent
		first.Quo(first, kernel.AmountOf(d.Each).Rat()).Mul(first, big.NewRat(100, 1))
	}
	for _, c := range [...]struct {
		field string
		limit DamagesCap
	}{{"period_cap", d.PeriodCap}, {"total_cap", d.TotalCap}} {
		var limit decimal.Decimal
		switch {
		case d.Base == Flat:
			limit = c.limit.Amount
		case d.Base == PercentOfAmount, d.Base == PerAmount && d.EachPart != PartNone:
			limit = c.limit.Percent
		}
		if limit.Sign() > 0 && kernel.AmountOf(limit).Rat().Cmp(first) < 0 {
			fs.Add(law.ErrConflict, c.field, kernel.Plain(limit), "is below the first charge of %s", first.RatString())
		}
	}
}

// firstPrice is what the first day costs at a base of one or, if it costs
// nothing since its period is charged at the end, what that period costs.
func (d *Damages) firstPrice() *big.Rat {
	anyDay := calendar.MustDate(2001, 1, 1)
	p := (&counter{terms: d, from: anyDay}).next(anyDay.AddDays(1))
	e := d.ends(p)
	first := kernel.AmountOf(d.First).Rat()
	if e.part == PartNone && first.Sign() > 0 {
		return first
	}
	return first.Add(first, d.price(p, e))
}
