package restrict

import (
	"math/big"

	"github.com/offerkit/offerkit/calendar"
)

// dayCharge is what one day costs before caps and rounding, in cents.
type dayCharge struct {
	date   calendar.Date
	number int
	exact  *big.Rat
}

// period is one period of a clause, with the day that is priced in it.
type period struct {
	number int // of the period, from 1
	first  int // number of its first day, from 1
	day    int // of the day within it, from 1
	days   int // in it
}

// counter walks the counted days of one lapse.
type counter struct {
	terms *Damages
	from  calendar.Date // the day before the first counted one
	count int
	month int           // the month that runs, from 1
	began calendar.Date // its day 0
	ends  calendar.Date // its last day
}

// openDays reports whether the unit counts the open days of a calendar.
func (d *Damages) openDays() bool {
	return d.Unit == calendar.BusinessDays || d.Unit == calendar.TradingDays
}

func (d *Damages) per() int { return max(d.Per, 1) }

// next places the next counted day in its period.
func (c *counter) next(on calendar.Date) period {
	c.count++
	length := c.terms.per()
	switch c.terms.Unit {
	case calendar.Weeks:
		length *= 7
	case calendar.Months:
		for c.month == 0 || on.After(c.ends) {
			c.month++
			c.began, _ = c.from.AddMonths((c.month - 1) * length)
			c.ends, _ = c.from.AddMonths(c.month * length)
		}
		day := on.Sub(c.began)
		return period{number: c.month, first: c.count - day + 1, day: day, days: c.ends.Sub(c.began)}
	default:
	}
	number := (c.count-1)/length + 1
	day := (c.count-1)%length + 1
	return period{number: number, first: c.count - day + 1, day: day, days: length}
}

// step is the one in force for a period or day, and nil before the first.
func (d *Damages) step(number int) *DamagesStep {
	var found *DamagesStep
	for i := range d.Steps {
		if d.Steps[i].From > number {
			break
		}
		found = &d.Steps[i]
	}
	return found
}

// figure is the table's figure for a period.
func (d *Damages) figure(number int) *big.Rat {
	step := d.step(number)
	if step == nil {
		return new(big.Rat)
	}
	more := decimalAmount(step.More).rat()
	beyond := new(big.Rat).SetInt64(int64(number - step.From))
	return beyond.Mul(beyond, more).Add(beyond, decimalAmount(step.Rate).rat())
}

// price is what the day costs at a base of one.
func (d *Damages) price(p period) *big.Rat {
	number, before := p.number, p.number-1
	if d.StepByDay {
		number, before = p.first, p.first-p.days
	}
	cost := d.figure(number)
	if d.Reading == PriceInAll && before >= 1 {
		cost.Sub(cost, d.figure(before))
	}
	part := d.Part
	if step := d.step(number); step != nil && step.Part != "" {
		part = step.Part
	}
	switch {
	case p.days == 1:
	case part == PartProRata:
		cost.Mul(cost, d.share(p))
	case part == PartWhole && p.day > 1, part == PartNone && p.day < p.days:
		cost.SetInt64(0)
	}
	return cost
}

// share is the part of its period that a day earns pro rata. A month earns a
// thirtieth a day and is whole at its end.
func (d *Damages) share(p period) *big.Rat {
	if d.Unit != calendar.Months {
		return big.NewRat(1, int64(p.days))
	}
	length := 30 * d.per()
	earned := func(day int) int {
		if day == p.days {
			return length
		}
		return min(day, length)
	}
	return big.NewRat(int64(earned(p.day)-earned(p.day-1)), int64(length))
}

// lapse prices every counted day of one lapse.
func (d *Damages) lapse(l *Lapse, end calendar.Date, factors *factors) []dayCharge {
	var charges []dayCharge
	c := counter{terms: d, from: l.Due}
	grace := d.Grace
	for on := l.Due.AddDays(1); !on.After(end); on = on.AddDays(1) {
		if d.openDays() && !d.Calendar.IsOpen(on) {
			continue
		}
		if grace > 0 {
			grace--
			c.from = on
			continue
		}
		p := c.next(on)
		cost := d.price(p)
		if c.count == 1 {
			cost.Add(cost, decimalAmount(d.First).rat())
		}
		charges = append(charges, dayCharge{on, c.count, cost.Mul(cost, factors.on(on))})
	}
	return charges
}

// factors turns rates into cents, by the day from which they hold.
type factors struct {
	from []calendar.Date
	cent []*big.Rat
}

// on is the factor of a day.
func (f *factors) on(d calendar.Date) *big.Rat {
	found := f.cent[0]
	for i := range f.from {
		if f.from[i].After(d) {
			break
		}
		found = f.cent[i]
	}
	return found
}

// factors are the facts' amounts under the clause's base.
func (d *Damages) factors(f *DamagesFacts) *factors {
	if d.Base == Flat {
		return &factors{[]calendar.Date{{}}, []*big.Rat{big.NewRat(100, 1)}}
	}
	out := &factors{}
	for i := range f.Amounts {
		a := &f.Amounts[i]
		factor := decimalAmount(a.Amount).rat() // of percent, in cents
		switch d.Base {
		case PerShare:
			factor = big.NewRat(100, 1)
			factor.Mul(factor, new(big.Rat).SetInt64(a.Shares))
		case PerAmount:
			factor = new(big.Rat).Quo(factor, decimalAmount(d.Each).rat())
			switch d.EachPart {
			case PartNone:
				factor.SetInt(new(big.Int).Quo(factor.Num(), factor.Denom()))
			case PartWhole:
				up := new(big.Int).Add(factor.Num(), new(big.Int).Sub(factor.Denom(), big.NewInt(1)))
				factor.SetInt(up.Quo(up, factor.Denom()))
			case PartProRata:
			}
			factor.Mul(factor, big.NewRat(100, 1))
		case Flat, PercentOfAmount:
		}
		out.from, out.cent = append(out.from, a.From), append(out.cent, factor)
	}
	return out
}
