package restrict

import (
	"math"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// VolumeLimit tells how much may be sold on that day under paragraph (e) of
// Rule 144, in the version in force that day, and whether what is proposed
// keeps to it. The limit is the greatest of one percent of the class
// outstanding, the average weekly volume of the four calendar weeks before the
// notice or order, and ten percent of a debt tranche; it is held against all
// that was sold in the three months up to the sale.
//
// A measure that cannot be known makes the limit a lower bound, which the
// answer names as such; a sale that is within it is within the limit too.
//
// The error is [law.Faults] and names all that is missing or contradicts
// itself, at most a hundred rows of a list; a sale before 1997-04-29 is
// [law.ErrUnsupported], and amounts that come to more than an int64 holds are
// [law.ErrRange].
func VolumeLimit(v Volume) (Limit, error) {
	var fs law.Faults
	sl := v.check(&fs)
	if len(fs) > 0 {
		return Limit{}, fs
	}
	bound, err := v.Seller.bound(v.Security, v.Sale, ConditionE, sl.former)
	if err != nil {
		return Limit{}, err
	}
	l := limiter{v: v, law: sl, limit: sl.limit(&v.Seller, v.Security, v.Sale), bound: bound}
	l.out = Limit{
		Sale: v.Sale, InForce: sl.from, Proposed: v.Proposed, Boundary: bound.boundary,
		Method: MethodVolume, Version: SaleVersion, Why: make(law.Reasons, 0, 10),
	}
	l.out.Why = append(l.out.Why, bound.reason(&v.Seller, &sl, "(e)",
		bindingCodes{codeVolumeOn, codeVolumeOff, codeVolumeBoundary, codeVolumeAffiliate, codeVolumeEstate}))
	if bound.answer == law.No {
		l.out.Answer, l.out.Remaining = VolumeFree, v.Proposed
		return l.out, nil
	}
	l.measures(&fs)
	l.window(&fs)
	if len(fs) > 0 {
		return Limit{}, fs
	}
	if err := l.hold(); err != nil {
		return Limit{}, err
	}
	l.explain()
	return l.out, nil
}

// limiter answers one question that was found in order.
type limiter struct {
	v     Volume
	law   saleLaw
	limit law.Citation // the paragraph that limits the amount
	bound binding
	out   Limit

	weeks    [weekCount]Week
	skipped  Week
	unread   int           // weeks whose volume is not known
	greatest kernel.Amount // the measure that decides, before rounding down
	counted  kernel.Amount
	possible kernel.Amount
	reasons  [sharedCount]law.Reason
	excluded bool // some sale of the window is left out by (e)(3)(vii)
}

// anchor is the day before whose week the four calendar weeks lie.
func (v *Volume) anchor() calendar.Date {
	if !v.Notice.IsZero() {
		return v.Notice
	}
	return v.Order
}

func (v *Volume) fourWeeks() (weeks [weekCount]Week, skipped Week) {
	if v.anchor().IsZero() {
		return weeks, skipped
	}
	return weeksBefore(v.anchor())
}

// restated is an amount of that day in the shares of the day of the sale: a
// split has effect throughout the window, C&DI 133.03.
func restated(splits []Split, a kernel.Amount, asOf calendar.Date) kernel.Amount {
	newer, older := int64(1), int64(1)
	for _, s := range splits {
		if s.Effective.After(asOf) {
			newer, older = newer*s.New, older*s.Old // the check bounds both products
		}
	}
	return a.Times(newer, older)
}

// show puts an exact number into the result.
func show(fs *law.Faults, field string, a kernel.Amount) exact.Mixed {
	f, ok := a.Mixed()
	if !ok {
		fs.Add(law.ErrRange, field, "", "comes to an amount that an int64 does not hold")
	}
	return f
}

// measures finds the greatest of the measures.
func (l *limiter) measures(fs *law.Faults) {
	v, out := &l.v, &l.out
	take := func(m Measure, a kernel.Amount) {
		if out.Measure == "" || a.Compare(l.greatest) > 0 {
			out.Measure, l.greatest = m, a
		}
	}
	if v.Outstanding > 0 {
		percent := restated(v.Splits, kernel.Whole(v.Outstanding), v.OutstandingAsOf).Times(l.law.percent, 100)
		out.Percent = show(fs, "outstanding", percent)
		take(MeasurePercent, percent)
	} else {
		out.AtLeast = true
	}
	l.average(fs, take)
	if v.Security == Debt && l.law.tranche > 0 {
		if v.Tranche > 0 {
			tranche := restated(v.Splits, kernel.Whole(v.Tranche), v.OutstandingAsOf).Times(l.law.tranche, 100)
			out.Tranche = show(fs, "tranche", tranche)
			take(MeasureTranche, tranche)
		} else {
			out.AtLeast = true
		}
	}
	most, ok := l.greatest.Round(exact.Down)
	if !ok {
		fs.Add(law.ErrRange, "splits", "", "restate the limit beyond %d", int64(math.MaxInt64))
	}
	out.Cap = most
}

// average takes the trading of the four weeks. With a week unknown, what is
// known of the others is still a lower bound.
func (l *limiter) average(fs *law.Faults, take func(Measure, kernel.Amount)) {
	v, out := &l.v, &l.out
	switch v.Market {
	case MarketNational:
	case MarketUnknown:
		out.AtLeast = true
		return
	default:
		return // trading elsewhere is not averaged
	}
	l.weeks, l.skipped = v.fourWeeks()
	if l.weeks[weekCount-1] == (Week{}) {
		fs.Add(law.ErrRange, "order", v.anchor().String(), "has no four whole weeks before it")
		return
	}
	var sum kernel.Amount
	out.Weeks = make([]WeekCount, weekCount)
	for i, w := range l.weeks {
		out.Weeks[i].Week = w
	}
	for _, row := range v.Weeks {
		k := weekIndex(&l.weeks, row.Week)
		if k < 0 || v.marketOf(row) != MarketNational {
			continue
		}
		asOf := row.AsOf
		if asOf.IsZero() {
			asOf = l.weeks[k].First
		}
		volume := restated(v.Splits, kernel.Whole(row.Amount), asOf)
		out.Weeks[k].Known, out.Weeks[k].Amount = true, show(fs, "weeks", volume)
		sum = sum.Plus(volume)
	}
	for _, w := range out.Weeks {
		if !w.Known {
			l.unread++
		}
	}
	average := sum.Times(1, l.law.weeks)
	if l.unread == 0 {
		out.Average = show(fs, "weeks", average)
	} else {
		out.AtLeast = true
	}
	if l.unread < weekCount {
		take(MeasureAverage, average)
	}
}

// hold compares the window and the proposal with the limit.
func (l *limiter) hold() error {
	v, out := &l.v, &l.out
	limit, proposed := kernel.Whole(out.Cap), kernel.Whole(v.Proposed)
	most := l.counted.Plus(l.possible)
	if most.Compare(limit) < 0 {
		out.Remaining, _ = limit.Minus(most).Round(exact.Down)
	}
	out.Excess = max(0, v.Proposed-out.Remaining)
	fits := most.Plus(proposed).Compare(limit) <= 0
	never := l.counted.Plus(proposed).Compare(limit) > 0
	switch {
	case out.Measure == "":
		out.Answer = VolumeUnknown
	case fits && out.AtLeast:
		out.Answer = VolumeAtLeast
	case fits:
		out.Answer = VolumeWithin
	case never && !out.AtLeast && l.bound.answer == law.Yes:
		out.Answer = VolumeExceeds
	default:
		out.Answer = VolumeUnknown
	}
	if fits {
		return nil
	}
	return l.firstFit(limit, proposed, most)
}
