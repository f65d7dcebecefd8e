package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// fill makes the fills but for their sentences.
func (p Priority) fill(demands []Demand) (*filling, Fills, error) {
	var fs law.Faults
	f := readPriority(&fs, p, demands)
	if len(fs) > 0 {
		return nil, Fills{}, fs
	}
	left := f.total
	for i := range f.rows {
		r := &f.rows[i]
		r.filled, r.exact.Divisor = r.guaranteed, 1
		left -= r.guaranteed
	}
	closed := false
	for t := range f.tiers {
		tier := &f.tiers[t]
		tier.before = left
		switch {
		case closed:
			f.leave(tier)
		case f.priority.Within == FirstCome:
			left, closed = f.inTurn(tier, left)
		default:
			left = f.proRata(tier, left)
		}
		tier.after = left
	}
	return f, f.fills(left), nil
}

// wants is what the row asks for beyond what is guaranteed to it, and whether
// whole lots allow what it takes.
func (r *fillRow) wants() (lots int64, possible bool) {
	return r.asked - r.guaranteed, r.takes <= r.asked
}

// give fills the row with so many lots beyond its guaranteed number.
func (r *fillRow) give(lots int64) {
	r.filled = r.guaranteed + lots
	r.exact = kernel.Quotient{Whole: lots, Divisor: 1}
}

// leave gives the tier no more than what is guaranteed.
func (f *filling) leave(tier *tierRange) {
	for _, i := range f.order[tier.from:tier.to] {
		f.rows[i].outcome = f.plain(i)
	}
}

// inTurn fills the tier in the order of its sequence.
func (f *filling) inTurn(tier *tierRange, left int64) (int64, bool) {
	closed := false
	for _, i := range f.order[tier.from:tier.to] {
		r := &f.rows[i]
		wanted, possible := r.wants()
		switch {
		case closed || !possible:
		case wanted <= left:
			r.give(wanted)
			left -= wanted
		case f.priority.Last == LastPartial && left >= r.takes:
			r.give(left)
			left = 0
		default:
			closed = f.priority.Last == LastNone
		}
		r.outcome = f.plain(i)
	}
	return left, closed
}

// plain is the outcome of a row that nothing was rounded for.
func (f *filling) plain(i int) Outcome {
	switch units := f.rows[i].filled * f.priority.Lot; {
	case units == f.demands[i].Units:
		return OutcomeFilled
	case units > 0:
		return OutcomePartial
	default:
		return OutcomeUnfilled
	}
}

// proRata fills the tier, in proportion if it asks for more than is left.
func (f *filling) proRata(tier *tierRange, left int64) int64 {
	order := f.order[tier.from:tier.to]
	var demand int64
	for _, i := range order {
		if wanted, possible := f.rows[i].wants(); possible {
			demand += wanted
		}
	}
	if demand <= left || left == 0 {
		for _, i := range order {
			if wanted, possible := f.rows[i].wants(); possible && left > 0 {
				f.rows[i].give(wanted)
			}
			f.rows[i].outcome = f.plain(i)
		}
		return left - min(demand, left)
	}
	s := &sharing{division: division{total: left}}
	tier.shared = s
	s.weights, s.dst = make([]int64, len(order)), make([]int64, len(order))
	s.most, s.takes = make([]int64, len(order)), make([]int64, len(order))
	picky := false
	for k, i := range order {
		wanted, _ := f.rows[i].wants()
		s.weights[k], s.most[k], s.takes[k] = wanted, wanted, f.rows[i].takes
		picky = picky || f.rows[i].takes > 0
	}
	if !picky {
		s.takes = nil
	}
	left = s.run(f.priority.Method)
	for k, i := range order {
		r := &f.rows[i]
		r.give(s.dst[k])
		r.exact = s.parts[k].Quotient
		r.outcome = s.outcome(k)
		if s.weights[k] == 0 || s.dst[k] == s.weights[k] && r.outcome != OutcomeAbove {
			r.outcome = f.plain(i)
		}
	}
	return left
}

// fills writes the rows and tiers out in units.
func (f *filling) fills(left int64) Fills {
	p := f.priority
	out := Fills{
		Total: p.Total, Rows: make([]Fill, len(f.rows)), Tiers: make([]TierFill, len(f.tiers)),
		Within: p.Within, Last: p.Last, Rounding: p.Method, Lot: p.Lot, Method: MethodPriority, Version: MethodVersion,
	}
	taken := (f.total - left) * p.Lot
	if taken < p.Least {
		out.Void, out.Fillable = true, taken
	}
	for t := range f.tiers {
		tier := &f.tiers[t]
		report := &out.Tiers[t]
		*report = TierFill{Tier: tier.tier, Rows: tier.to - tier.from, Available: tier.before * p.Lot, Left: tier.after * p.Lot}
		for _, i := range f.order[tier.from:tier.to] {
			r := &f.rows[i]
			row := &out.Rows[i]
			*row = Fill{Holder: f.demands[i].Holder, Tier: tier.tier, Demand: f.demands[i].Units, Outcome: r.outcome}
			report.Guaranteed += r.guaranteed * p.Lot
			if out.Void {
				row.Entitlement, row.Outcome = exact.Mixed{Den: 1}, OutcomeVoid
			} else {
				row.Entitlement, row.Units = r.entitlement(p.Lot), r.filled*p.Lot
			}
			report.Demand += row.Demand
			report.Filled += row.Units
		}
		if out.Void {
			report.Available, report.Left = f.total*p.Lot, f.total*p.Lot
		}
		report.Unfilled = report.Demand - report.Filled
		out.Demand += report.Demand
		out.Filled += report.Filled
	}
	out.Unfilled = out.Demand - out.Filled
	out.Left = out.Total - out.Filled
	return out
}

// entitlement is the row's exact number of units.
func (r *fillRow) entitlement(lot int64) exact.Mixed {
	q := r.exact
	q.Whole += r.guaranteed
	return q.Times(lot).Mixed()
}
