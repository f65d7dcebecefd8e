package offering

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Count counts the warrants that come with the purchases, row by row, and ties
// them out.
//
// Rows that do not tie out are an answer, in Residual and Why. Errors are
// law.Faults with paths such as "percent" and "purchases[2].shares". What is
// required and left out is law.ErrMissing; an unknown word and a fraction of a
// cent are law.ErrInvalid; a name given twice is law.ErrDuplicate; two readings
// of one thing are law.ErrConflict; what lies below zero, beyond the limits, or
// past an int64 of warrants is law.ErrRange, and so is a rate whose exact
// numerator or denominator passes an int64. At most a hundred faulty purchases
// are named.
func (c Coverage) Count(purchases []Covered) (Warrants, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", c.Authority)
	w := c.read(&fs)
	w.readPurchases(&fs, purchases)
	if len(fs) > 0 {
		return Warrants{}, fs
	}
	if w.divide(&fs); len(fs) > 0 {
		return Warrants{}, fs
	}
	w.tie = w.terms.TieOut.apply(w.lines, nil, w.stated-w.rounded, w.stated, w.named)
	result := Warrants{
		Rows: make([]WarrantRow, len(purchases)), Entitlement: w.all.Mixed(), Stated: w.stated,
		Rounding: w.terms.Rounding, TieOut: w.terms.TieOut, Method: MethodCoverage, Version: MethodVersion,
	}
	for i := range w.lines {
		l := &w.lines[i]
		result.Warrants += l.lots
		result.Rows[i] = WarrantRow{
			Investor: purchases[i].Investor, Warrants: l.lots, ExerciseAmount: w.exercise(l.lots),
			Entitlement: kernel.Quotient{Whole: l.whole, Rest: l.rest, Divisor: w.den}.Mixed(), Why: w.explainRow(l),
		}
	}
	result.Residual = w.stated - result.Warrants
	result.ExerciseAmount = w.exercise(result.Warrants)
	w.explain(&result, c)
	return result, nil
}

// covering is warrants in the making: num ÷ den for each share or each cent.
type covering struct {
	terms    Coverage // with defaults filled in
	num, den uint64
	lines    []line // accepted is the shares or cents
	named    int
	all      kernel.Quotient // of all lines
	rounded  int64           // the sum of the lines before the tie-out
	stated   int64
	tie      tieResult
}

// read checks the terms, fills in their defaults and sets the rate.
func (c Coverage) read(fs *law.Faults) *covering {
	w := &covering{terms: c, num: 1, den: 1, named: -1}
	w.terms.Rounding, w.terms.TieOut = orElse(c.Rounding, exact.Down), orElse(c.TieOut, Report)
	law.OneOf(fs, "basis", c.Basis, c.Basis.all()...)
	w.terms.Rounding.Check(fs, "rounding")
	law.OneOf(fs, "tie_out", w.terms.TieOut, w.terms.TieOut.all()...)
	check.NotBelowZero(fs, "warrants", c.Warrants)
	readTieOutRow(fs, w.terms.TieOut, c.TieOutRow)
	rate, price := c.rate(fs), kernel.ReadOptionalRat(fs, "exercise_price", c.ExercisePrice)
	if c.Basis == OfDollars && c.ExercisePrice.Sign() == 0 {
		fs.Missing("exercise_price")
	}
	if len(*fs) > 0 {
		return w
	}
	if c.Basis == OfDollars {
		rate = new(big.Rat).Quo(rate, new(big.Rat).Mul(price, big.NewRat(100, 1))) // for each cent
	}
	if !rate.Num().IsInt64() || !rate.Denom().IsInt64() {
		fs.Add(law.ErrRange, "percent", "", "and the exercise price make a rate of more digits than an int64 holds")
		return w
	}
	w.num, w.den = rate.Num().Uint64(), rate.Denom().Uint64()
	return w
}

// rate is the coverage of one share, or of one dollar.
func (c Coverage) rate(fs *law.Faults) *big.Rat {
	if c.PerUnit == (exact.Mixed{}) {
		if percent := kernel.ReadRat(fs, "percent", c.Percent); percent != nil {
			return kernel.Percent(big.NewRat(1, 1), percent)
		}
		return nil
	}
	if c.Percent.Sign() != 0 {
		fs.Add(law.ErrConflict, "per_unit", c.PerUnit.String(), "is stated beside a percentage")
	}
	return kernel.ReadMixed(fs, "per_unit", c.PerUnit)
}

// readPurchases checks the purchases and lists what is covered.
func (w *covering) readPurchases(fs *law.Faults, purchases []Covered) {
	if len(purchases) == 0 {
		fs.Add(law.ErrMissing, "purchases", "", "is required: nothing is covered")
	}
	w.lines = make([]line, len(purchases))
	names := make(map[string]int, len(purchases))
	faults := check.Rows{List: "purchases"}
	for i, p := range purchases {
		var row law.Faults
		checkName(&row, "investor", "purchases", names, i, p.Investor)
		switch {
		case w.terms.Basis == OfDollars:
			w.lines[i].accepted, _ = kernel.ReadCents(&row, "amount", p.Amount)
		case p.Shares == 0:
			row.Missing("shares")
		case p.Shares < 0:
			check.NotBelowZero(&row, "shares", p.Shares)
		default:
			w.lines[i].accepted = p.Shares
		}
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	if name := strings.TrimSpace(w.terms.TieOutRow); w.terms.TieOut == OnNamed && name != "" {
		if i, found := names[name]; found {
			w.named = i
		} else {
			fs.Add(law.ErrConflict, "tie_out_row", strconv.Quote(w.terms.TieOutRow), "is the investor of no purchase")
		}
	}
}

// divide gives each line its quotient and its warrants before the tie-out, and
// sets the number to tie out to.
func (w *covering) divide(fs *law.Faults) {
	var sum, warrants uint64
	for i := range w.lines {
		l := &w.lines[i]
		q, ok := kernel.Divide(kernel.Multiply(uint64(l.accepted), w.num), w.den)
		if ok {
			l.whole, l.rest = q.Whole, q.Rest
			l.lots, ok = q.Round(w.terms.Rounding)
		}
		sum += uint64(l.accepted)
		if warrants += uint64(l.lots); !ok || warrants > math.MaxInt64 || sum > math.MaxInt64 {
			fs.Add(law.ErrRange, "purchases["+strconv.Itoa(i)+"]", "",
				"takes the purchases or their warrants past %d", int64(math.MaxInt64))
			return
		}
	}
	w.rounded = int64(warrants)
	all, ok := kernel.Divide(kernel.Multiply(sum, w.num), w.den)
	w.all, w.stated = all, w.terms.Warrants
	if ok && w.stated == 0 {
		w.stated, ok = all.Round(w.terms.Rounding)
	}
	if !ok {
		fs.Add(law.ErrRange, "purchases", "", "have more than %d warrants together", int64(math.MaxInt64))
	}
}

// exercise is what so many warrants cost to exercise.
func (w *covering) exercise(warrants int64) decimal.Decimal {
	if w.terms.ExercisePrice.Sign() == 0 {
		return decimal.Decimal{}
	}
	return w.terms.ExercisePrice.Mul(decimal.NewFromInt(warrants))
}
