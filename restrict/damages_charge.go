package restrict

import (
	"math/big"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
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

// step is the place of the one in force for a period or day, and -1 before the
// first.
func (d *Damages) step(number int) int {
	found := -1
	for i := range d.Steps {
		if d.Steps[i].From > number {
			break
		}
		found = i
	}
	return found
}

// figure is the table's figure for a period, under the step of that place.
func (d *Damages) figure(step, number int) *big.Rat {
	if step < 0 {
		return new(big.Rat)
	}
	s := &d.Steps[step]
	rate := kernel.AmountOf(s.Rate).Rat()
	if s.More.Sign() == 0 {
		return rate
	}
	beyond := new(big.Rat).SetInt64(int64(number - s.From))
	return beyond.Mul(beyond, kernel.AmountOf(s.More).Rat()).Add(beyond, rate)
}

// ends are the periods that a price is the difference of, with their steps.
type ends struct {
	number, before   int
	step, stepBefore int
	part             DamagesPart
	steady           bool // the price is the same for every period of these steps
}

func (d *Damages) ends(p period) ends {
	e := ends{number: p.number, before: p.number - 1, stepBefore: -1, part: d.Part}
	if d.StepByDay {
		e.number = p.first
	}
	e.step = d.step(e.number)
	if d.Reading == PriceInAll {
		e.stepBefore = d.step(e.before)
	}
	e.steady = e.step < 0 || d.Steps[e.step].More.Sign() == 0
	if e.stepBefore >= 0 && d.Steps[e.stepBefore].More.Sign() != 0 {
		e.steady = false
	}
	if e.step >= 0 && d.Steps[e.step].Part != "" {
		e.part = d.Steps[e.step].Part
	}
	if p.days == 1 {
		e.part = PartWhole
	}
	return e
}

// price is what the day costs at a base of one.
func (d *Damages) price(p period, e ends) *big.Rat {
	cost := d.figure(e.step, e.number)
	if d.Reading == PriceInAll {
		cost.Sub(cost, d.figure(e.stepBefore, e.before))
	}
	if e.part == PartProRata {
		cost.Mul(cost, d.share(p))
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

// priced remembers the last price, since most days cost what the day before
// did.
type priced struct {
	step, stepBefore int
	part             DamagesPart
	factor           *big.Rat
	cost             *big.Rat
}

// lapse prices every counted day of one lapse. The prices may be shared: they
// are not to be written to.
func (d *Damages) lapse(l *Lapse, end calendar.Date, factors *factors) []dayCharge {
	var charges []dayCharge
	var last priced
	c := counter{terms: d, from: l.Due}
	grace, zero := d.Grace, new(big.Rat)
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
		e := d.ends(p)
		now := priced{step: e.step, stepBefore: e.stepBefore, part: e.part, factor: factors.on(on)}
		irregular := d.Unit == calendar.Months && e.part == PartProRata && (p.day >= 28 || p.day == p.days)
		switch {
		case e.part == PartWhole && p.day > 1, e.part == PartNone && p.day < p.days:
			now.cost = zero
		case e.steady && !irregular && now.same(&last):
			now.cost = last.cost
		default:
			now.cost = d.price(p, e)
			now.cost.Mul(now.cost, now.factor)
		}
		if now.cost != zero && e.steady && !irregular {
			last = now
		}
		if c.count == 1 && d.First.Sign() > 0 {
			first := kernel.AmountOf(d.First).Rat()
			now.cost = first.Add(first.Mul(first, now.factor), now.cost)
		}
		charges = append(charges, dayCharge{on, c.count, now.cost})
	}
	return charges
}

func (p *priced) same(other *priced) bool {
	return other.cost != nil && p.step == other.step && p.stepBefore == other.stepBefore && p.part == other.part && p.factor == other.factor
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
		factor := kernel.AmountOf(a.Amount).Rat() // of percent, in cents
		switch d.Base {
		case PerShare:
			factor = big.NewRat(100, 1)
			factor.Mul(factor, new(big.Rat).SetInt64(a.Shares))
		case PerAmount:
			factor = new(big.Rat).Quo(factor, kernel.AmountOf(d.Each).Rat())
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
