package offering

import (
	"math"
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// allotting is an allotment in the making.
type allotting struct {
	sharing
	pool   Pool // with defaults filled in
	stated Pool // as given
	claims []Claim
	// order has the claim of each row: rows are in the order of their tie keys.
	order []int
	// own has the claims' own lots by row; nil when they have none.
	own []int64
	// minimums says that some claim has a minimum.
	minimums bool
}

// readPool checks the question and sets up the rows, in lots.
func readPool(fs *law.Faults, p Pool, claims []Claim) *allotting {
	check.Cited(fs, "authority", p.Authority)
	a := &allotting{stated: p, claims: claims}
	p.Method = orElse(p.Method, LargestRemainder)
	p.Minimums = orElse(p.Minimums, Guaranteed)
	law.OneOf(fs, "method", p.Method, p.Method.all()...)
	law.OneOf(fs, "minimums", p.Minimums, p.Minimums.all()...)
	check.NotBelowZero(fs, "total", p.Total)
	p.Lot = readLot(fs, p.Lot)
	if len(claims) == 0 && p.Total > 0 {
		fs.Add(law.ErrMissing, "claims", "", "is required: the pool has units and no claims")
	}
	a.pool = p
	if len(*fs) > 0 {
		return a
	}
	a.total = p.Total / p.Lot
	a.readClaims(fs)
	if len(*fs) == 0 {
		a.arrange()
	}
	return a
}

// readLot reads a lot of the question; zero is 1.
func readLot(fs *law.Faults, lot int64) int64 {
	check.NotBelowZero(fs, "lot", lot)
	return max(lot, 1)
}

// readClaims checks the claims and counts their limits in lots, claim by claim.
func (a *allotting) readClaims(fs *law.Faults) {
	n := len(a.claims)
	a.weights, a.dst = make([]int64, n), make([]int64, n)
	a.least, a.most, a.own = make([]int64, n), make([]int64, n), make([]int64, n)
	names := make(map[string]int, n)
	rows := check.Rows{List: "claims"}
	sums := claimSums{room: uint64(a.total)}
	for i, c := range a.claims {
		var row law.Faults
		checkName(&row, "holder", "claims", names, i, c.Holder)
		a.readClaim(&row, i, c)
		if len(row) == 0 {
			sums.add(&row, a, i)
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	if !slices.ContainsFunc(a.own, func(lot int64) bool { return lot > 1 }) {
		a.own = nil
	}
}

// readClaim checks one claim but for its name.
func (a *allotting) readClaim(row *law.Faults, i int, c Claim) {
	for _, f := range []struct {
		name  string
		value int64
	}{{"weight", c.Weight}, {"minimum", c.Minimum}, {"maximum", c.Maximum}, {"lot", c.Lot}} {
		check.NotBelowZero(row, f.name, f.value)
	}
	if c.Maximum > 0 && !c.Capped {
		row.Add(law.ErrConflict, "maximum", strconv.FormatInt(c.Maximum, 10), "is stated, but the claim is not capped")
	}
	if c.Lot > 1 && a.pool.Lot > 1 {
		row.Add(law.ErrConflict, "lot", strconv.FormatInt(c.Lot, 10), "is stated in a pool that has lots of %d", a.pool.Lot)
	}
	a.minimums = a.minimums || c.Minimum > 0
	if len(*row) > 0 {
		return
	}
	a.weights[i] = c.Weight
	own := max(c.Lot, 1)
	a.own[i] = own
	most := NoMaximum
	if c.Capped {
		most = c.Maximum / a.pool.Lot / own * own
	}
	least, fits := lotsUp(c.Minimum, a.pool.Lot, own)
	a.least[i], a.most[i] = least, most
	if a.pool.Minimums == MinimumOrNothing {
		return
	}
	minimum := strconv.FormatInt(c.Minimum, 10)
	switch {
	case c.Capped && c.Minimum > c.Maximum:
		row.Add(law.ErrConflict, "minimum", minimum, "is more than the maximum of %d", c.Maximum)
	case !fits || least > most:
		row.Add(law.ErrConflict, "minimum", minimum, "leaves no whole lot of %d up to the maximum", max(own, a.pool.Lot))
	case a.pool.Minimums == MinimumsThenExcess && c.Minimum > c.Weight:
		row.Add(law.ErrConflict, "minimum", minimum, "is more than the weight of %d, which is what is asked for", c.Weight)
	}
}

// lotsUp counts a minimum up to whole lots, and to a multiple of the claim's own.
// Of the two one is 1. It reports false if that passes an int64.
func lotsUp(minimum, lot, own int64) (int64, bool) {
	lots := minimum / lot
	if minimum%lot > 0 {
		lots++
	}
	short := lots % own
	if short == 0 {
		return lots, true
	}
	if lots > math.MaxInt64-(own-short) {
		return math.MaxInt64, false
	}
	return lots + own - short, true
}

// claimSums adds up what the claims may not pass together.
type claimSums struct {
	weights uint64
	room    uint64 // what the minimums leave of the total
	over    bool   // a sum has been passed, which is one fault
}

// add counts claim i in.
func (s *claimSums) add(row *law.Faults, a *allotting, i int) {
	if s.over {
		return
	}
	if s.weights += uint64(a.weights[i]); s.weights > math.MaxInt64 {
		row.Add(law.ErrRange, "weight", strconv.FormatInt(a.weights[i], 10), "takes the weights past %d", int64(math.MaxInt64))
		s.over = true
	}
	if a.pool.Minimums == MinimumOrNothing {
		return
	}
	if least := uint64(a.least[i]); least > s.room {
		row.Add(law.ErrConflict, "minimum", strconv.FormatInt(a.claims[i].Minimum, 10),
			"takes the minimums past the total of %d", a.pool.Total)
		s.over = true
	} else {
		s.room -= least
	}
}

// arrange puts the rows in the order of their tie keys, and the minimums where
// the rule of the pool wants them.
func (a *allotting) arrange() {
	keys := make([]int64, len(a.claims))
	for i := range a.claims {
		keys[i] = a.claims[i].Tie
	}
	a.order = keyOrder(keys)
	if !slices.IsSorted(keys) {
		a.weights, a.own = gather(a.weights, a.order), gather(a.own, a.order)
		a.least, a.most = gather(a.least, a.order), gather(a.most, a.order)
	}
	if a.pool.Minimums == MinimumOrNothing {
		a.takes, a.least = a.least, nil
	}
	if !a.minimums {
		a.takes, a.least = nil, nil
	}
	if !slices.ContainsFunc(a.claims, func(c Claim) bool { return c.Capped }) {
		a.most = nil
	}
	if a.least == nil || a.pool.Minimums == Guaranteed {
		return
	}
	a.base, a.least = a.least, nil
	for k, low := range a.base {
		a.total -= low
		if len(a.most) > 0 && a.most[k] != NoMaximum {
			a.most[k] -= low
		}
		if a.pool.Minimums == MinimumsThenExcess {
			a.weights[k] -= a.claims[a.order[k]].Minimum
		}
	}
}
