package restrict

import (
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Assess tells what the company owes for the purchases. The error is
// [law.Faults]: a missing word, number or calendar, amounts below zero or beyond
// the limits, a day outside the calendar, or a payment before the demand.
func (b BuyIn) Assess(f BuyInFacts) (BuyInFinding, error) {
	var fs law.Faults
	fs.Merge("buy_in", b.Validate())
	b.checkFacts(&fs, &f)
	if err := fs.Err(); err != nil {
		return BuyInFinding{}, err
	}
	out := BuyInFinding{Rounding: b.Rounding}
	cost, err := b.count(&f, &out)
	if err != nil {
		return BuyInFinding{}, err
	}
	against := b.against(&f, out.Covered)
	loss := new(big.Rat).Sub(cost, against)
	if loss.Sign() < 0 {
		loss.SetInt64(0)
	}
	for _, side := range [...]struct {
		exact *big.Rat
		cents *int64
	}{{cost, &out.CostCents}, {against, &out.AgainstCents}, {loss, &out.LossCents}} {
		cents, ok := kernel.Narrow(side.exact).Round(b.Rounding)
		if !ok {
			return BuyInFinding{}, tooMuch("buy_in")
		}
		*side.cents = cents
	}
	out.Cents = out.LossCents
	if b.LessDamages {
		out.OffsetCents = min(f.DamagesPaidCents, out.LossCents)
		out.Cents -= out.OffsetCents
	}
	b.explain(&f, &out)
	if err := b.pay(&f, &out); err != nil {
		return BuyInFinding{}, err
	}
	return out, nil
}

// count adds up the purchases that count, in exact cents.
func (b *BuyIn) count(f *BuyInFacts, out *BuyInFinding) (*big.Rat, error) {
	first := f.Due.AddDays(1)
	if b.Waits > 0 {
		var err error
		if first, err = b.Calendar.Add(f.Due, b.Waits); err != nil {
			return nil, err
		}
	}
	cost := new(big.Rat)
	for i := range f.Purchases {
		p := &f.Purchases[i]
		counts := min(p.Shares, f.Owed-out.Covered)
		if p.Date.Before(first) {
			counts = 0
			b.say(out, codeBuyInNot, "The purchase of ", p.Date.Long(), " does not count; the clause counts those from ",
				first.Long(), " on.")
		} else if counts < p.Shares {
			b.say(out, codeBuyInNot, "Of the ", kernel.Count(p.Shares), " shares bought on ", p.Date.Long(), ", ", kernel.Count(counts),
				" count, since no more were owed.")
		}
		out.Counted = append(out.Counted, counts)
		out.Covered += counts
		all := kernel.AmountOf(p.Cost).Rat()
		if b.CostCommissions == law.Yes {
			all.Add(all, kernel.AmountOf(p.Commissions).Rat())
		}
		cost.Add(cost, all.Mul(all, big.NewRat(counts, p.Shares)))
	}
	return cost.Mul(cost, big.NewRat(100, 1)), nil
}

// against is the comparator for so many shares, in exact cents.
func (b *BuyIn) against(f *BuyInFacts, covered int64) *big.Rat {
	if b.Comparator != SaleProceeds {
		price := kernel.AmountOf(f.Price).Rat()
		return price.Mul(price, new(big.Rat).Mul(big.NewRat(100, 1), new(big.Rat).SetInt64(covered)))
	}
	proceeds := kernel.AmountOf(f.Proceeds).Rat()
	if b.ProceedsCommissions == law.Yes {
		proceeds.Sub(proceeds, kernel.AmountOf(f.ProceedsCommissions).Rat())
	}
	part := big.NewRat(covered, f.Owed)
	return proceeds.Mul(proceeds, part.Mul(part, big.NewRat(100, 1)))
}

// pay tells when the sum is due and what it bears.
func (b *BuyIn) pay(f *BuyInFacts, out *BuyInFinding) error {
	if f.Demanded.IsZero() {
		return nil
	}
	out.Due = f.Demanded
	count := ""
	if b.PayWithin > 0 {
		days := b.PayCalendar
		if days.IsZero() {
			days = b.Calendar
		}
		due, err := days.Add(f.Demanded, b.PayWithin)
		if err != nil {
			return err
		}
		out.Due = due
		count = ", " + countOf(b.PayWithin, calendar.BusinessDays) + " (" + days.Name() + ") later"
	}
	b.say(out, codeBuyInDue, "Demanded on ", f.Demanded.Long(), ", the sum is due on ", out.Due.Long(), count, ".")
	paid := f.Paid
	if paid.IsZero() {
		paid = f.Through
	}
	if b.Interest.Percent.Sign() == 0 || !paid.After(out.Due) {
		return nil
	}
	out.InterestDays = paid.Sub(out.Due)
	cents, ok := kernel.Narrow(b.Interest.on(out.Cents, out.InterestDays)).Round(b.Rounding)
	if !ok {
		return tooMuch("interest")
	}
	out.InterestCents = cents
	b.say(out, codeBuyInInterest, "From then it bore simple interest of ", kernel.Plain(b.Interest.Percent), " percent for each ",
		string(b.Interest.Per), ", for ", strconv.Itoa(out.InterestDays), " days: ", kernel.Dollars(cents), ".")
	return nil
}
