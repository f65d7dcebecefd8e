package offering

import (
	"math"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// readOrders checks the orders and sets the lines' cents, their sum, and what
// may cut them.
func (a *allocation) readOrders(fs *law.Faults, orders []Order) {
	if len(orders) == 0 {
		fs.Add(law.ErrMissing, "orders", "", "is required: the book has no orders")
		return
	}
	a.lines = make([]line, len(orders))
	if a.limited(orders) {
		a.cuts = make([]cut, len(orders))
	}
	var names map[string]int // stays nil when every name is good
	if !distinct(orders) {
		names = make(map[string]int, len(orders))
	}
	var total uint64
	var passed bool // the sum has passed an int64, which is one fault
	faults := check.Rows{List: "orders"}
	for i := range orders {
		var row law.Faults
		if names != nil {
			checkName(&row, "investor", "orders", names, i, orders[i].Investor)
		}
		c, ok := kernel.ReadCents(&row, "amount", orders[i].Amount)
		if total += uint64(c); ok && !passed && total > math.MaxInt64 {
			passed = true
			row.Add(law.ErrRange, "amount", kernel.Cents(c).String(), "takes the sum of the orders past %d cents", int64(math.MaxInt64))
		}
		a.lines[i].cents, a.lines[i].accepted = c, c
		if a.cuts != nil {
			a.readCut(&row, &a.cuts[i], &orders[i], c)
		}
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	var keys law.Faults
	checkKeys(&keys, a.terms.Ties, "orders", len(orders))
	fs.Merge("terms", keys.Err())
	a.cents = int64(total)
	a.findNamed(fs, orders)
}

// limited reports whether anything may cut an order of the book.
func (a *allocation) limited(orders []Order) bool {
	if a.limits != (limits{}) || a.terms.ShareLimit > 0 {
		return true
	}
	for i := range orders {
		if orders[i].Minimum.Sign() != 0 || orders[i].Minimum.Exponent() != 0 ||
			orders[i].Maximum.Sign() != 0 || orders[i].Maximum.Exponent() != 0 {
			return true
		}
	}
	return false
}

// readCut checks the order's own minimum and maximum, and joins them with those
// of the terms.
func (a *allocation) readCut(row *law.Faults, c *cut, o *Order, amount int64) {
	c.minimum = kernel.ReadOptionalCents(row, "minimum", o.Minimum)
	c.maximum = kernel.ReadOptionalCents(row, "maximum", o.Maximum)
	if c.minimum > amount && amount > 0 {
		row.Add(law.ErrConflict, "minimum", kernel.Plain(o.Minimum), "is above the amount of %s", kernel.Plain(o.Amount))
	}
	if c.maximum > 0 && c.minimum > c.maximum {
		row.Add(law.ErrConflict, "minimum", kernel.Plain(o.Minimum), "is above the maximum of %s", kernel.Plain(o.Maximum))
	}
	c.minimum = max(c.minimum, a.limits.minimum)
	if c.maximum == 0 || a.limits.maximum > 0 && a.limits.maximum < c.maximum {
		c.maximum = a.limits.maximum
	}
}

// findNamed finds the row that the terms name for the tie-out.
func (a *allocation) findNamed(fs *law.Faults, orders []Order) {
	if a.terms.TieOut != OnNamed || a.terms.TieOutRow == "" {
		return
	}
	name := strings.TrimSpace(a.terms.TieOutRow)
	for i := range orders {
		if strings.TrimSpace(orders[i].Investor) == name {
			a.named = i
			return
		}
	}
	fs.Add(law.ErrConflict, "terms.tie_out_row", strconv.Quote(a.terms.TieOutRow), "is the investor of no order")
}
