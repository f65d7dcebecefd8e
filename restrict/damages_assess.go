package restrict

import (
	"math"
	"math/big"
	"slices"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Assess tells what lateness costs: a schedule by day, the sums with the day on
// which each falls due, and the interest on those paid late.
//
// The charges are exact until the end. The running total is rounded to cents,
// and a day's cents are its growth, so that the days always add up to the total.
//
// The error is [law.Faults]: a clause that contradicts itself (see
// [Damages.Validate]), a missing or negative fact, more than ten years of
// lateness, a day outside the calendar, or a sum beyond an int64 of cents. That
// nothing was late is no error: the cost is 0. Nor is a cap below one day's
// charge: the charge is then the cap.
func (d Damages) Assess(f DamagesFacts) (DamagesFinding, error) {
	var fs law.Faults
	fs.Merge("damages", d.Validate())
	d.checkFacts(&fs, &f)
	if err := fs.Err(); err != nil {
		return DamagesFinding{}, err
	}
	out := DamagesFinding{Rounding: d.Rounding}
	due := firstDue(&f)
	all := d.charges(&f, &out)
	if err := d.schedule(&f, due, all, &out); err != nil {
		return DamagesFinding{}, err
	}
	if err := d.pay(&f, due, &out); err != nil {
		fs.Merge("payment", err)
		return DamagesFinding{}, fs
	}
	d.explain(&f, &out)
	return out, nil
}

func firstDue(f *DamagesFacts) calendar.Date {
	due := f.Lapses[0].Due
	for _, l := range f.Lapses {
		if l.Due.Before(due) {
			due = l.Due
		}
	}
	return due
}

// over is the day on which a lapse is over or that it is charged through, and
// whether it is over.
func (d *Damages) over(f *DamagesFacts, l *Lapse) (on calendar.Date, cured bool) {
	on = f.Through
	shorten := func(end calendar.Date) {
		if on.IsZero() || end.Before(on) || end == on {
			on, cured = end, true
		}
	}
	if !l.Cured.IsZero() {
		shorten(l.Cured)
	}
	for _, s := range f.Stops {
		if slices.Contains(d.Stops, s.Stop) {
			shorten(s.On)
		}
	}
	return on, cured
}

// end is the last day of a lapse that is charged for.
func (d *Damages) end(f *DamagesFacts, l *Lapse) calendar.Date {
	on, cured := d.over(f, l)
	if cured && d.ExcludeCure {
		return on.AddDays(-1)
	}
	return on
}

// charges prices every day, each lapse by itself, and puts them together.
func (d *Damages) charges(f *DamagesFacts, out *DamagesFinding) []dayCharge {
	factors := d.factors(f)
	var all []dayCharge
	for i := range f.Lapses {
		l := &f.Lapses[i]
		charges := d.lapse(l, d.end(f, l), factors)
		d.sayLapse(l, charges, d.end(f, l), out)
		all = append(all, charges...)
	}
	slices.SortStableFunc(all, func(a, b dayCharge) int { return a.date.Compare(b.date) })
	merged := all[:0]
	for _, c := range all {
		n := len(merged)
		switch {
		case n == 0 || merged[n-1].date != c.date:
			merged = append(merged, c)
		case d.EachLapse:
			merged[n-1].exact = new(big.Rat).Add(merged[n-1].exact, c.exact)
		case c.exact.Cmp(merged[n-1].exact) > 0:
			merged[n-1] = c
		}
	}
	return merged
}

// schedule rounds the running total and holds the caps.
func (d *Damages) schedule(f *DamagesFacts, due calendar.Date, all []dayCharge, out *DamagesFinding) error {
	period, hasPeriod := d.PeriodCap.cents(f)
	total, hasTotal := d.TotalCap.cents(f)
	sum := new(big.Rat)
	var window capWindow
	if len(all) > 0 {
		out.Schedule = make([]DamagesDay, 0, len(all))
	}
	for _, c := range all {
		before := out.UncappedCents
		cents, ok := kernel.Narrow(sum.Add(sum, c.exact)).Round(d.Rounding)
		if !ok {
			return tooMuch("damages")
		}
		out.UncappedCents = cents
		row := DamagesDay{Date: c.date, Number: c.number, Cents: cents - before}
		if hasPeriod {
			room := period - window.spent(out.Schedule, c.date, due, d.PeriodCap)
			row.CutCents = max(row.Cents-max(room, 0), 0)
		}
		if hasTotal {
			row.CutCents = max(row.CutCents, row.Cents-(total-out.Cents))
		}
		row.Cents -= row.CutCents
		out.Cents += row.Cents
		row.RunningCents = out.Cents
		out.Schedule = append(out.Schedule, row)
	}
	out.Days, out.exact = len(all), all
	return nil
}

// capWindow sums the charges of the stretch that a cap for each period is for.
type capWindow struct {
	next  int // the first row not yet counted
	first int // the first row still counted
	cents int64
}

func (w *capWindow) spent(rows []DamagesDay, on, due calendar.Date, c DamagesCap) int64 {
	begins := on.AddDays(1 - c.Days)
	if !c.Rolling {
		begins = due.AddDays((on.Sub(due)-1)/c.Days*c.Days + 1)
	}
	for ; w.next < len(rows); w.next++ {
		w.cents += rows[w.next].Cents
	}
	for ; w.first < len(rows) && rows[w.first].Date.Before(begins); w.first++ {
		w.cents -= rows[w.first].Cents
	}
	return w.cents
}

// cents is the cap, rounded down to a cent. It reports false if there is none.
func (c DamagesCap) cents(f *DamagesFacts) (int64, bool) {
	if !c.caps() {
		return maxCents, false
	}
	limit := kernel.AmountOf(c.Amount).Rat()
	limit.Mul(limit, big.NewRat(100, 1))
	if c.Percent.Sign() > 0 {
		limit = kernel.AmountOf(c.Percent).Rat()
		limit.Mul(limit, kernel.AmountOf(f.Amounts[0].Amount).Rat())
	}
	cents, ok := kernel.Narrow(limit).Round(exact.Down)
	if !ok {
		return maxCents, false // beyond any amount that a result can hold
	}
	return cents, true
}

// maxCents is the largest amount of a result.
const maxCents = math.MaxInt64

func tooMuch(field string) error {
	var fs law.Faults
	fs.Add(law.ErrRange, field, "", "comes to more than %d cents", int64(maxCents))
	return fs
}
