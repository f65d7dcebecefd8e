package offering

import (
	"math"
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Close adds the orders of one closing to the running total.
//
// Errors are law.Faults with paths such as "before.shares" and
// "orders[2].amount". What is required and left out is law.ErrMissing; an
// unknown word is law.ErrInvalid; what lies below zero or beyond the limits is
// law.ErrRange. A running total that this rule cannot have reached, a reversal
// of more than there is or of shares that its amount did not get, and shares in a row that does not reverse are
// law.ErrConflict. At most a hundred faulty orders are named.
func (c Closings) Close(before RunningTotal, orders []ClosingOrder) (Closing, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", c.Authority)
	run := c.start(&fs, before)
	if len(orders) == 0 {
		fs.Add(law.ErrMissing, "orders", "", "is required: the closing has no orders")
	}
	faults := check.Rows{List: "orders"}
	for i := range orders {
		var row law.Faults
		orders[i].check(&row)
		faults.Add(&fs, i, row)
	}
	faults.Close(&fs)
	if len(fs) > 0 {
		return Closing{}, fs
	}
	result := Closing{
		Rows: make([]ClosingRow, len(orders)), Before: before, Rounding: run.rounding,
		Method: MethodRunningTotal, Version: MethodVersion,
	}
	for i := range orders {
		var row law.Faults
		result.Rows[i] = run.add(&row, &orders[i])
		if len(row) > 0 {
			fs.Merge("orders["+strconv.Itoa(i)+"]", row)
			return Closing{}, fs
		}
	}
	result.After = run.total
	result.Amount, result.Shares = run.total.Amount.Sub(before.Amount), run.total.Shares-before.Shares
	result.Off = run.off()
	c.explain(&result, run)
	return result, nil
}

// running is the running total on its way through a closing.
type running struct {
	total     RunningTotal
	rate      *big.Rat // shares for one unit of money
	rounding  exact.Rounding
	authority law.Citation
	rounded   int64    // the rounded total of the amount
	exact     *big.Rat // before rounding
}

// start checks the rule and the running total.
func (c Closings) start(fs *law.Faults, before RunningTotal) *running {
	run := &running{total: before, rounding: orElse(c.Rounding, exact.Nearest), authority: c.Authority, exact: new(big.Rat)}
	run.rounding.Check(fs, "rounding")
	shares := c.Shares
	if shares == 0 {
		shares = 1
	}
	check.NotBelowZero(fs, "shares", shares)
	amount := kernel.ReadRat(fs, "amount", c.Amount)
	for _, n := range []struct {
		field string
		value int64
	}{{"before.shares", before.Shares}, {"before.reversals", before.Reversals}} {
		check.NotBelowZero(fs, n.field, n.value)
	}
	kernel.NotBelowZero(fs, "before.amount", before.Amount)
	if len(*fs) > 0 {
		return run
	}
	run.rate = new(big.Rat).Quo(new(big.Rat).SetInt64(shares), amount)
	if !run.measure() {
		fs.Add(law.ErrRange, "before.amount", kernel.Plain(before.Amount), "comes to more than %d shares", int64(math.MaxInt64))
	} else if !run.plausible() {
		fs.Add(law.ErrConflict, "before.shares", strconv.FormatInt(before.Shares, 10),
			"cannot be, as %s comes to %d by this rule: was the rate or the rounding another?", kernel.Plain(before.Amount), run.rounded)
	}
	return run
}

// check records what is wrong with one order by itself.
func (o *ClosingOrder) check(fs *law.Faults) {
	needText(fs, "investor", o.Investor)
	kernel.ReadPositive(fs, "amount", o.Amount)
	switch {
	case o.Shares < 0:
		check.NotBelowZero(fs, "shares", o.Shares)
	case o.Shares > 0 && !o.Reverses:
		fs.Add(law.ErrConflict, "shares", strconv.FormatInt(o.Shares, 10), "belongs to a row that reverses another, and this does not")
	}
}

// measure turns the running amount into shares. It reports false if they pass an
// int64.
func (r *running) measure() bool {
	r.exact = new(big.Rat).Mul(kernel.RatOf(r.total.Amount), r.rate)
	rounded := kernel.RoundRat(r.exact, r.rounding)
	r.rounded = rounded.Int64()
	return rounded.IsInt64()
}

// off is how far the shares given are from the rounded total.
func (r *running) off() int64 { return r.total.Shares - r.rounded }

// explained is by how many shares reversals so far can have put things off: the
// total from what it comes to, and the rows that stand from what they would have
// got, all together.
//
// The row and the change of the total that takes it back are each the floor or
// the ceiling of the row's exact shares, so that they differ by one at most; by
// HalfEven two halves may both go the wrong way, and they differ by two. A row
// that makes up for such a gap takes it from the total, and no row adds to it.
func (r *running) explained() int64 {
	n := r.total.Reversals
	switch {
	case r.rounding != exact.HalfEven:
		return n
	case n > math.MaxInt64/2:
		return math.MaxInt64
	default:
		return 2 * n
	}
}

// gap is how far the shares given are off, whichever way.
func (r *running) gap() int64 { return max(r.off(), -r.off()) }

// plausible reports whether reversals explain how far the shares are off.
func (r *running) plausible() bool { return r.gap() <= r.explained() }

// strange is how many shares lie between those of a row and those that its
// amount gives it when no reversal came before: the floor or the ceiling of its
// exact shares, and by HalfEven the neighbors of a whole number.
func (r *running) strange(o *ClosingOrder) int64 {
	unrounded := new(big.Rat).Mul(kernel.RatOf(o.Amount), r.rate)
	floor := new(big.Int).Quo(unrounded.Num(), unrounded.Denom()).Int64() // at most the total's, so it fits
	off := o.Shares - floor
	switch {
	case !unrounded.IsInt() && off > 0:
		off-- // from the ceiling
	case unrounded.IsInt() && r.rounding == exact.HalfEven:
		return max(off, -off, 1) - 1
	}
	return max(off, -off)
}

// add takes one order into the running total. After a fault the total is not to
// be used.
func (r *running) add(fs *law.Faults, o *ClosingOrder) ClosingRow {
	if o.Reverses {
		return r.reverse(fs, o)
	}
	if r.total.Amount = r.total.Amount.Add(o.Amount); !kernel.Readable(fs, "amount", r.total.Amount) {
		return ClosingRow{}
	}
	if !r.measure() {
		fs.Add(law.ErrRange, "amount", kernel.Plain(o.Amount), "takes the running total past %d shares", int64(math.MaxInt64))
		return ClosingRow{}
	}
	before := r.total.Shares
	r.total.Shares = max(before, r.rounded)
	row := ClosingRow{Investor: o.Investor, Amount: o.Amount, Shares: r.total.Shares - before, After: r.total}
	text := "The running total of " + kernel.Of(r.total.Amount).String() + " comes to " + kernel.RationalCount(r.exact) + " shares"
	if !r.exact.IsInt() {
		text += ", " + r.rounding.String() + " " + kernel.Count(r.rounded)
	}
	if before > r.rounded {
		row.Why = law.Reasons{{
			Code: codeClosingHeld, Authority: r.authority,
			Text: text + "; the rows before have " + kernel.Count(before) + ", more than that after a reversal, so this row gets none.",
		}}
		return row
	}
	row.Why = law.Reasons{{
		Code: codeClosingRow, Authority: r.authority,
		Text: text + "; the rows before have " + kernel.Count(before) + ", which leaves " + kernel.Count(row.Shares) + ".",
	}}
	return row
}

// reverse takes an earlier row back.
func (r *running) reverse(fs *law.Faults, o *ClosingOrder) ClosingRow {
	if o.Amount.Cmp(r.total.Amount) > 0 {
		fs.Add(law.ErrConflict, "amount", kernel.Plain(o.Amount), "is more than the running total of %s", kernel.Plain(r.total.Amount))
	}
	if o.Shares > r.total.Shares {
		fs.Add(law.ErrConflict, "shares", strconv.FormatInt(o.Shares, 10), "is more than the %d of the running total", r.total.Shares)
	}
	if len(*fs) > 0 {
		return ClosingRow{}
	}
	if r.strange(o) > r.explained()-r.gap() {
		fs.Add(law.ErrConflict, "shares", strconv.FormatInt(o.Shares, 10), "is not what a row of %s got at this rate",
			kernel.Plain(o.Amount))
		return ClosingRow{}
	}
	r.total.Amount = r.total.Amount.Sub(o.Amount)
	r.total.Shares -= o.Shares
	r.total.Reversals++
	r.measure() // less than before, so it fits
	text := "Takes back a row of " + kernel.Of(o.Amount).String() + " and its " + kernel.Counted(o.Shares, "share") + "."
	if r.off() != 0 {
		text += " The total is then " + kernel.Counted(r.gap(), "share") + " off what it comes to, which the next rows make up for."
	}
	return ClosingRow{
		Investor: o.Investor, Amount: o.Amount.Neg(), Shares: -o.Shares, After: r.total,
		Why: law.Reasons{{Code: codeClosingReversed, Text: text, Authority: r.authority}},
	}
}

// explain says how the running total is rounded, and where it stands.
func (c Closings) explain(result *Closing, r *running) {
	because := func(code law.Code, text string) {
		result.Why = append(result.Why, law.Reason{Code: code, Text: text, Authority: c.Authority})
	}
	text := "The running total is " + r.rounding.String() + " once, and no earlier row changes"
	if c.Rounding == "" {
		because(codeReadingRoundingDefault, text+"; the terms do not say how to round.")
	} else {
		because(codeReadingRounding, text+"; the terms say how to round.")
	}
	after := "After this closing " + kernel.Counted(r.total.Shares, "share") + " stand against " + kernel.Of(r.total.Amount).String()
	if off := r.off(); off != 0 {
		because(codeClosingOff, after+", where the total comes to "+kernel.Count(r.rounded)+": a reversal is not yet made up for.")
		return
	}
	because(codeClosingLevel, after+", the rounded total.")
}
