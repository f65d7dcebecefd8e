package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// check lists what is wrong with the charge.
func (c *RegistrationCharge) check(fs *law.Faults) {
	check.Cited(fs, "authority", c.Authority)
	if !c.stated() {
		// A part of a charge without its percentage is no charge of nothing.
		if c.Every != 0 || c.Unit != "" || c.Overlap != "" || c.CapPeriod.Sign() != 0 || c.CapTotal.Sign() != 0 || c.Rounding != "" ||
			c.Interest.Percent.Sign() != 0 || c.Interest.Days != 0 || c.CountCure || c.Payable != (calendar.Deadline{}) {
			fs.Missing("steps")
		}
		return
	}
	registrationPercent(fs, "initial", c.Initial)
	registrationPercent(fs, "cap_period", c.CapPeriod)
	registrationPercent(fs, "cap_total", c.CapTotal)
	c.checkSteps(fs)
	law.OneOf(fs, "overlap", c.Overlap, c.Overlap.all()...)
	c.Rounding.Check(fs, "rounding")
	if c.Payable != (calendar.Deadline{}) {
		fs.Merge("payable", c.Payable.Validate())
	}
	registrationPercent(fs, "interest.percent", c.Interest.Percent)
	switch {
	case c.Interest.Percent.Sign() != 0 && c.Interest.Days == 0:
		fs.Missing("interest.days")
	case c.Interest.Days < 0 || c.Interest.Days > 366:
		check.Within(fs, "interest.days", c.Interest.Days, 1, 366)
	case c.Interest.Percent.Sign() == 0 && c.Interest.Days != 0:
		fs.Missing("interest.percent")
	case c.Interest.Days > 0 && c.Payable.Unit == "":
		fs.Missing("payable")
	}
}

func (c *RegistrationCharge) checkSteps(fs *law.Faults) {
	if len(c.Steps) > 0 || c.CapPeriod.Sign() != 0 {
		law.OneOf(fs, "unit", c.Unit, calendar.Days, calendar.Weeks, calendar.Months)
		check.Within(fs, "every", c.Every, 1, maxRegistrationEvery)
	}
	if !check.AtMost(fs, "steps", len(c.Steps), maxRegistrationClocks) {
		return
	}
	before := 0
	for i, s := range c.Steps {
		field := "steps[" + strconv.Itoa(i) + "]"
		switch {
		case i == 0 && s.From != 1:
			fs.Add(law.ErrInvalid, field+".from", strconv.Itoa(s.From), "is not 1, the first day of a failure")
		case i > 0 && s.From <= before:
			fs.Add(law.ErrConflict, field+".from", strconv.Itoa(s.From), "does not come after the step before, of day %d", before)
		case s.From > maxRegistrationDays:
			fs.Add(law.ErrRange, field+".from", strconv.Itoa(s.From), "is past day %d", maxRegistrationDays)
		}
		before = s.From
		registrationPercent(fs, field+".percent", s.Percent)
		if s.Percent.Sign() == 0 {
			fs.Missing(field + ".percent")
		}
		c.belowCap(fs, field+".percent", s.Percent)
		law.OneOf(fs, field+".partial", s.Partial, s.Partial.all()...)
	}
	c.belowCap(fs, "initial", c.Initial)
}

// belowCap refuses a cap that cuts the very first charge: one of the two
// numbers is a slip.
func (c *RegistrationCharge) belowCap(fs *law.Faults, field string, p decimal.Decimal) {
	if registrationReadable(p) && registrationReadable(c.CapPeriod) && c.CapPeriod.Sign() > 0 && p.Cmp(c.CapPeriod) > 0 {
		fs.Add(law.ErrConflict, field, kernel.Plain(p), "is more than the cap of %s for a period", kernel.Plain(c.CapPeriod))
	}
	if registrationReadable(p) && registrationReadable(c.CapTotal) && c.CapTotal.Sign() > 0 && p.Cmp(c.CapTotal) > 0 {
		fs.Add(law.ErrConflict, field, kernel.Plain(p), "is more than the cap of %s in all", kernel.Plain(c.CapTotal))
	}
}

// registrationReadable reports whether a decimal is within the limits.
func registrationReadable(d decimal.Decimal) bool {
	var fs law.Faults
	kernel.NotBelowZero(&fs, "", d)
	return len(fs) == 0
}

// registrationPercent records a fault unless the number is from 0 to 100.
func registrationPercent(fs *law.Faults, field string, d decimal.Decimal) {
	kernel.NotBelowZero(fs, field, d)
	if registrationReadable(d) && d.Cmp(tenPercent().Mul(tenPercent())) > 0 {
		fs.Add(law.ErrRange, field, kernel.Plain(d), "is more than 100 percent")
	}
}
