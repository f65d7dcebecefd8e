package offering

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// filling is a set of fills in the making, in lots.
type filling struct {
	priority Priority // with defaults filled in
	stated   Priority // as given
	demands  []Demand
	rows     []fillRow
	// order lists the rows by tier, then by sequence, then as given.
	order []int
	total int64 // lots to be had
	tiers []tierRange
}

// fillRow is one row in the making, in lots.
type fillRow struct {
	asked      int64 // whole lots asked for
	guaranteed int64
	takes      int64 // the least it takes; more than asked when lots do not allow it
	filled     int64 // guaranteed included
	// exact is the part beyond the guaranteed number before rounding.
	exact   kernel.Quotient
	outcome Outcome
}

// tierRange is one tier in the making: a part of the order, what was left before
// and after it, and how it was divided if that was pro rata.
type tierRange struct {
	tier          int64
	from, to      int
	before, after int64
	shared        *sharing
}

// readPriority checks the question and sets up the rows.
func readPriority(fs *law.Faults, p Priority, demands []Demand) *filling {
	check.Cited(fs, "authority", p.Authority)
	f := &filling{stated: p, demands: demands}
	p.Within = orElse(p.Within, ProRata)
	law.OneOf(fs, "within", p.Within, p.Within.all()...)
	switch p.Within {
	case FirstCome:
		p.Last = orElse(p.Last, LastPartial)
		law.OneOf(fs, "last", p.Last, p.Last.all()...)
		if p.Method != "" {
			fs.Add(law.ErrConflict, "method", strconv.Quote(string(p.Method)), "has no place first come, first served: nothing is rounded")
		}
	case ProRata:
		p.Method = orElse(p.Method, LargestRemainder)
		law.OneOf(fs, "method", p.Method, p.Method.all()...)
		if p.Last != "" {
			fs.Add(law.ErrConflict, "last", strconv.Quote(string(p.Last)), "has no place pro rata: no demand is the last")
		}
	}
	check.NotBelowZero(fs, "total", p.Total)
	p.Lot = readLot(fs, p.Lot)
	switch {
	case p.Least < 0:
		check.NotBelowZero(fs, "least", p.Least)
	case p.Least > p.Total && p.Total >= 0:
		fs.Add(law.ErrConflict, "least", strconv.FormatInt(p.Least, 10), "is more than the total of %d", p.Total)
	case p.Least > p.Total-p.Total%p.Lot && p.Total >= 0:
		fs.Add(law.ErrConflict, "least", strconv.FormatInt(p.Least, 10),
			"is more than the whole lots of %d in the total of %d, and so no demands could reach it", p.Lot, p.Total)
	}
	if len(demands) == 0 && p.Total > 0 {
		fs.Add(law.ErrMissing, "demands", "", "is required: there are units and no demands")
	}
	f.priority = p
	f.total = max(p.Total, 0) / p.Lot
	f.readDemands(fs)
	if len(*fs) == 0 {
		f.arrange()
	}
	return f
}

// readDemands checks the demands and counts them in lots.
func (f *filling) readDemands(fs *law.Faults) {
	f.rows = make([]fillRow, len(f.demands))
	names := make(map[string]int, len(f.demands))
	tiered := slices.ContainsFunc(f.demands, func(d Demand) bool { return d.Tier != 0 })
	rows := check.Rows{List: "demands"}
	var sum uint64
	room, over := f.total, false // what the guaranteed numbers leave of the total
	for i, d := range f.demands {
		var row law.Faults
		checkName(&row, "holder", "demands", names, i, d.Holder)
		if d.Tier == 0 && tiered {
			row.Missing("tier")
		}
		f.readDemand(&row, i, d)
		if len(row) == 0 && !over {
			guaranteed := f.rows[i].guaranteed
			if sum += uint64(d.Units); sum > math.MaxInt64 {
				over = true
				row.Add(law.ErrRange, "units", strconv.FormatInt(d.Units, 10), "takes the demands past %d units", int64(math.MaxInt64))
			}
			if guaranteed > room && f.priority.Total >= 0 {
				over = true
				row.Add(law.ErrConflict, "guaranteed", strconv.FormatInt(d.Guaranteed, 10),
					"takes the guaranteed numbers past the total of %d", f.priority.Total)
			}
			room -= guaranteed
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
}

// readDemand checks one demand but for its name.
func (f *filling) readDemand(row *law.Faults, i int, d Demand) {
	for _, v := range []struct {
		name  string
		value int64
	}{{"units", d.Units}, {"tier", d.Tier}, {"guaranteed", d.Guaranteed}, {"minimum", d.Minimum}} {
		check.NotBelowZero(row, v.name, v.value)
	}
	if d.Units == 0 {
		row.Missing("units")
	}
	least := func(name string, value int64) {
		if value > d.Units && d.Units > 0 {
			row.Add(law.ErrConflict, name, strconv.FormatInt(value, 10), "is more than the %d units asked for", d.Units)
		}
	}
	least("guaranteed", d.Guaranteed)
	least("minimum", d.Minimum)
	if d.Guaranteed > 0 && (d.Minimum > 0 || d.AllOrNone) {
		row.Add(law.ErrConflict, "guaranteed", strconv.FormatInt(d.Guaranteed, 10), "does not go with a least number or nothing")
	}
	lot := f.priority.Lot
	r := &f.rows[i]
	r.asked = d.Units / lot
	r.guaranteed, _ = lotsUp(d.Guaranteed, lot, 1)
	if r.guaranteed > r.asked && d.Guaranteed <= d.Units {
		row.Add(law.ErrConflict, "guaranteed", strconv.FormatInt(d.Guaranteed, 10),
			"leaves no whole lot of %d up to the %d units asked for", lot, d.Units)
	}
	minimum := d.Minimum
	if d.AllOrNone {
		minimum = d.Units
	}
	r.takes, _ = lotsUp(minimum, lot, 1)
}

// arrange puts the rows in order and finds the tiers.
func (f *filling) arrange() {
	f.order = make([]int, len(f.demands))
	for i := range f.order {
		f.order[i] = i
	}
	slices.SortFunc(f.order, func(i, j int) int {
		a, b := &f.demands[i], &f.demands[j]
		return cmp.Or(cmp.Compare(a.Tier, b.Tier), cmp.Compare(a.Sequence, b.Sequence), cmp.Compare(i, j))
	})
	for k, i := range f.order {
		tier := f.demands[i].Tier
		if k == 0 || tier != f.tiers[len(f.tiers)-1].tier {
			f.tiers = append(f.tiers, tierRange{tier: tier, from: k})
		}
		f.tiers[len(f.tiers)-1].to = k + 1
	}
}
