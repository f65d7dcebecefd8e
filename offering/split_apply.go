package offering

import (
	"math/big"
	"strings"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// splitting is a split in the making.
type splitting struct {
	explanation
	terms     Split
	quotients []kernel.Quotient
	proceeds  int64 // in cents
	result    SplitResult
	fractions int64 // rows with a fraction
	sold      *dealing
}

// Apply splits the positions at the level stated. Nothing is lost: whatever is
// not a whole share is dropped, rounded up or paid for as the rule says, and
// adds up in the result.
//
// Errors are law.Faults: a missing New, Old, Fractions, Level, name, number of
// shares, or a price where the rule needs one, is law.ErrMissing; numbers below
// zero or past an int64 are law.ErrRange; an unknown word or a fraction of a
// cent in the proceeds is law.ErrInvalid; a certificate named twice is
// law.ErrDuplicate; a price or proceeds that the rule has no use for are
// law.ErrConflict. At most a hundred faulty rows are named.
func (s Split) Apply(positions []SplitPosition) (SplitResult, error) {
	var fs law.Faults
	w := splitting{terms: s, explanation: explanation{authority: s.Authority}}
	w.check(&fs)
	w.read(&fs, positions)
	if len(fs) > 0 {
		return SplitResult{}, fs
	}
	w.round()
	switch s.Fractions {
	case FractionsCash:
		w.payAtPrice(&fs)
	case FractionsSold:
		w.payProceeds()
	default:
	}
	if len(fs) > 0 {
		return SplitResult{}, fs
	}
	w.explain()
	for i := range w.result.Rows {
		w.result.Rows[i].Why = w.explainRow(i)
	}
	w.result.Why = w.why
	return w.result, nil
}

// check records what is wrong with the terms and starts the result.
func (w *splitting) check(fs *law.Faults) {
	s := w.terms
	check.Cited(fs, "authority", s.Authority)
	w.result = SplitResult{
		Fractions: s.Fractions, Level: s.Level, Cents: orElse(s.Cents, exact.Nearest), Method: MethodSplit, Version: MethodVersion,
	}
	check.Positive(fs, "new", s.New)
	check.Positive(fs, "old", s.Old)
	law.OneOf(fs, "fractions", s.Fractions, s.Fractions.all()...)
	law.OneOf(fs, "level", s.Level, s.Level.all()...)
	w.result.Cents.Check(fs, "cents")
	switch {
	case s.Fractions == FractionsCash:
		w.result.Method = MethodSplitCash
		kernel.ReadPositive(fs, "price", s.Price)
	case s.Price.Sign() != 0:
		fs.Add(law.ErrConflict, "price", "", "has no meaning unless fractions are paid at a price")
	}
	switch {
	case s.Fractions == FractionsSold:
		w.result.Method = MethodSplitSale
		if s.Proceeds.Sign() != 0 {
			w.proceeds, _ = kernel.ReadCents(fs, "proceeds", s.Proceeds)
		}
	case s.Proceeds.Sign() != 0:
		fs.Add(law.ErrConflict, "proceeds", "", "have no meaning unless fractions are sold")
	}
}

// read checks the positions and adds them up by name.
func (w *splitting) read(fs *law.Faults, positions []SplitPosition) {
	sound := len(*fs) == 0
	rows := newRowChecker(fs, "positions", len(positions))
	rowOf := make([]int, len(positions)) // the row of each name's first position
	for i, position := range positions {
		var row law.Faults
		field, name := w.name(position)
		first, seen := rows.names[strings.TrimSpace(name)]
		if !seen || w.terms.Level == PerCertificate {
			rows.name(&row, field, i, name)
		}
		for _, other := range []struct{ field, name string }{
			{"holder", position.Holder}, {"record", position.Record}, {"certificate", position.Certificate},
		} {
			if other.field != field {
				row.Text(other.field, other.name)
			}
		}
		if check.Positive(&row, "shares", position.Shares) {
			addCount(&row, "shares", &w.result.Before, position.Shares, "shares")
		}
		if len(row) == 0 && sound && len(*fs) == 0 {
			if !seen {
				first, rowOf[i] = i, len(w.result.Rows)
				w.result.Rows = append(w.result.Rows, SplitRow{Name: name})
			}
			w.result.Rows[rowOf[first]].Before += position.Shares // at most the sum of all
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	if len(*fs) > 0 {
		return
	}
	total, ok := w.terms.entitlement(w.result.Before)
	if !ok || total.Whole > NoMaximum-int64(len(positions)) { // each row may be rounded up
		fs.Add(law.ErrRange, "positions", "", "split into more shares than an int64 counts")
		return
	}
	w.result.Entitlement = total.Mixed()
}

// name is the name of a position at the level, and the field that has it.
func (w *splitting) name(p SplitPosition) (field, name string) {
	switch w.terms.Level {
	case PerHolder:
		return "holder", p.Holder
	case PerRecord:
		return "record", p.Record
	default:
		return "certificate", p.Certificate
	}
}

// round makes whole shares, and adds up what is dropped and what is made. The
// sums of so many proper fractions of one denominator are numbers of 128 bits.
func (w *splitting) round() {
	rule := map[Fractions]exact.Rounding{FractionsUp: exact.Up, FractionsNearest: exact.Nearest}[w.terms.Fractions]
	var dropped, made kernel.Uint128
	w.quotients = make([]kernel.Quotient, len(w.result.Rows))
	for i := range w.result.Rows {
		row := &w.result.Rows[i]
		q, _ := w.terms.entitlement(row.Before) // at most that of the sum, which fits
		w.quotients[i] = q
		row.Entitlement = q.Mixed()
		row.Shares, _ = q.Round(rule)
		row.ShareDelta = row.Shares - q.Whole
		w.result.Shares += row.Shares
		w.result.ShareDelta += row.ShareDelta
		switch {
		case q.Exact():
			continue
		case row.ShareDelta > 0:
			made = made.Plus(kernel.Wide(q.Divisor - q.Rest))
		default:
			dropped = dropped.Plus(kernel.Wide(q.Rest))
		}
		w.fractions++
	}
	w.result.Dropped, w.result.Made = w.sum(dropped), w.sum(made)
	if w.terms.Fractions == FractionsSold {
		w.result.ToSell = w.result.Dropped.Whole
	}
}

// sum is a sum of numerators over the denominator of the split.
func (w *splitting) sum(numerators kernel.Uint128) exact.Mixed {
	q, _ := kernel.Divide(numerators, uint64(w.terms.Old)) // at most the number of rows
	return q.Mixed()
}

// payAtPrice pays each fraction at the price, rounded once to the cent.
func (w *splitting) payAtPrice(fs *law.Faults) {
	price := new(big.Rat).Mul(kernel.RatOf(w.terms.Price), big.NewRat(100, w.terms.Old)) // cents a numerator
	total := new(big.Int)
	for i, q := range w.quotients {
		if q.Exact() {
			continue
		}
		cents := kernel.RoundRat(new(big.Rat).Mul(price, new(big.Rat).SetUint64(q.Rest)), w.result.Cents)
		total.Add(total, cents)
		w.result.Rows[i].Cash = decimal.NewFromBigInt(cents, -2)
	}
	if !total.IsInt64() {
		fs.Add(law.ErrRange, "price", kernel.Plain(w.terms.Price), "makes payments past an int64 of cents")
	}
	w.result.Cash = decimal.NewFromBigInt(total, -2)
}

// payProceeds divides the proceeds among the fractions, to the cent.
func (w *splitting) payProceeds() {
	rests := make([]int64, len(w.quotients))
	for i, q := range w.quotients {
		rests[i] = int64(q.Rest) // below the divisor, which is an int64
	}
	if w.fractions == 0 {
		w.result.Unpaid = decimal.New(w.proceeds, -2)
		return
	}
	d := deal(w.proceeds, rests, nil, nil) // some rest is above zero
	for i := range rests {
		w.result.Rows[i].Cash = decimal.New(d.got(i), -2)
	}
	w.sold = &d
	w.result.Cash = decimal.New(w.proceeds, -2)
}
