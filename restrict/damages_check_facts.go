package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// checkFacts records what keeps the lateness from being priced.
func (d *Damages) checkFacts(fs *law.Faults, f *DamagesFacts) {
	if len(f.Lapses) == 0 {
		fs.Missing("lapses")
	}
	if !check.AtMost(fs, "lapses", len(f.Lapses), mostLapses) {
		return
	}
	for i := range f.Lapses {
		d.checkLapse(fs, f, i)
	}
	for i, s := range f.Stops {
		law.OneOf(fs, "stops["+strconv.Itoa(i)+"].stop", s.Stop, s.Stop.all()...)
		required(fs, "stops["+strconv.Itoa(i)+"].on", s.On)
		if i == check.MostRows {
			check.AtMost(fs, "stops", len(f.Stops), check.MostRows)
			break
		}
	}
	d.checkAmounts(fs, f)
	if !f.Paid.IsZero() && d.Payment.When == "" {
		fs.Add(law.ErrConflict, "paid", f.Paid.String(), "is given although the clause does not say when payment is due")
	}
}

func (d *Damages) checkLapse(fs *law.Faults, f *DamagesFacts, i int) {
	l, field := &f.Lapses[i], "lapses["+strconv.Itoa(i)+"]"
	required(fs, field+".due", l.Due)
	fs.Text(field+".name", l.Name)
	if l.Cured.IsZero() && f.Through.IsZero() {
		fs.Missing("through")
		return
	}
	end := d.end(f, l)
	switch {
	case l.Due.IsZero():
	case end.Sub(l.Due) > mostLateDays || end.Year() > lastLateYear || l.Due.Year() > lastLateYear:
		fs.Add(law.ErrRange, field, end.String(), "is more than %d days after %s, or past the year %d", mostLateDays, l.Due, lastLateYear)
	case d.openDays() && !d.Calendar.IsZero():
		for _, on := range [...]calendar.Date{l.Due, end} {
			if !d.Calendar.Contains(on) && end.After(l.Due) {
				check.Outside(fs, field, on.String(), d.Calendar.Name())
			}
		}
	}
}

func (d *Damages) checkAmounts(fs *law.Faults, f *DamagesFacts) {
	if !check.AtMost(fs, "amounts", len(f.Amounts), mostAmounts) {
		return
	}
	if len(f.Amounts) == 0 && (d.Base != Flat || d.PeriodCap.Percent.Sign() != 0 || d.TotalCap.Percent.Sign() != 0) {
		fs.Missing("amounts")
	}
	for i := range f.Amounts {
		a, field := &f.Amounts[i], "amounts["+strconv.Itoa(i)+"]"
		kernel.NotBelowZero(fs, field+".amount", a.Amount)
		check.NotBelowZero(fs, field+".shares", a.Shares)
		if i > 0 && !a.From.After(f.Amounts[i-1].From) {
			fs.Add(law.ErrConflict, field+".from", a.From.String(), "is not after the one before")
		}
		for _, l := range f.Lapses {
			if i == 0 && a.From.After(l.Due.AddDays(1)) {
				fs.Add(law.ErrMissing, field+".from", a.From.String(), "leaves the first days late without an amount")
				break
			}
		}
	}
	if len(f.Amounts) > 0 {
		first := &f.Amounts[0]
		switch {
		case d.Base == PerShare && first.Shares == 0:
			fs.Missing("amounts[0].shares")
		case (d.Base == PercentOfAmount || d.Base == PerAmount) && first.Amount.Sign() == 0:
			fs.Missing("amounts[0].amount")
		}
		ofAmount := d.PeriodCap.Percent.Sign() != 0 || d.TotalCap.Percent.Sign() != 0
		if ofAmount && first.Amount.Sign() == 0 && !hasField(*fs, "amounts[0].amount") {
			fs.Missing("amounts[0].amount")
		}
	}
}
