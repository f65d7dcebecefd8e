package offering

import (
	"math"
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Sell sells units to the orders.
//
// Errors are law.Faults with paths such as "price" and "orders[2].units". What
// is required and left out is law.ErrMissing; an unknown word and a fraction of
// a cent are law.ErrInvalid; a name given twice is law.ErrDuplicate; an order in
// units and dollars, and a price that does not cover its warrants, are
// law.ErrConflict; what lies below zero, beyond the limits, or past an int64 of
// shares, warrants or cents is law.ErrRange. At most a hundred faulty orders are
// named.
func (u Unit) Sell(orders []UnitOrder) (UnitBook, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", u.Authority)
	s := u.read(&fs)
	s.readOrders(&fs, orders)
	if len(fs) > 0 {
		return UnitBook{}, fs
	}
	book := UnitBook{
		Rows: make([]UnitRow, len(orders)), Rounding: s.unit.Rounding, WarrantRounding: s.unit.WarrantRounding,
		Cents: s.unit.Cents, Method: MethodUnits, Version: MethodVersion,
	}
	var due, warrantCents int64
	for i := range orders {
		var row law.Faults
		sold := s.sell(&row, &orders[i])
		book.Units += sold.row.Units
		book.Shares += sold.row.Shares
		book.Warrants += sold.row.Warrants
		due += sold.due
		warrantCents += sold.warrantCents
		if len(row) == 0 && (book.Units < 0 || book.Shares < 0 || book.Warrants < 0 || due < 0) {
			row.Add(law.ErrRange, "", "", "takes the book past an int64 of units, shares, warrants or cents")
		}
		if len(row) > 0 {
			fs.Merge("orders["+strconv.Itoa(i)+"]", row)
			return UnitBook{}, fs
		}
		book.Rows[i] = sold.row
	}
	all, ok := kernel.MixedOf(new(big.Rat).Mul(s.warrants, new(big.Rat).SetInt64(book.Units)))
	if !ok {
		fs.Add(law.ErrRange, "orders", "", "come to more than %d warrants together", int64(math.MaxInt64))
		return UnitBook{}, fs
	}
	book.WarrantEntitlement = all
	book.Cost, book.Due = u.Price.Mul(decimal.NewFromInt(book.Units)), dollars(due)
	if s.warrantPrice != nil {
		book.WarrantAmount, book.ShareAmount = dollars(warrantCents), dollars(due-warrantCents)
	}
	s.explain(&book, u)
	return book, nil
}

// selling is a unit taken apart.
type selling struct {
	unit         Unit // with defaults filled in
	price        *big.Rat
	warrants     *big.Rat // in a unit
	warrantPrice *big.Rat // nil when none is stated
}

// read checks the unit and fills in its defaults.
func (u Unit) read(fs *law.Faults) *selling {
	s := &selling{unit: u, price: kernel.ReadRat(fs, "price", u.Price), warrants: kernel.ReadMixed(fs, "warrants", u.Warrants)}
	s.unit.Rounding, s.unit.WarrantRounding = orElse(u.Rounding, exact.Down), orElse(u.WarrantRounding, exact.Down)
	s.unit.Cents = orElse(u.Cents, exact.Nearest)
	s.unit.Rounding.Check(fs, "rounding")
	s.unit.WarrantRounding.Check(fs, "warrant_rounding")
	s.unit.Cents.Check(fs, "cents")
	switch {
	case u.Shares == 0:
		s.unit.Shares = 1
	case u.Shares < 0:
		check.NotBelowZero(fs, "shares", u.Shares)
	}
	s.warrantPrice = kernel.ReadOptionalRat(fs, "warrant_price", u.WarrantPrice)
	if s.warrantPrice == nil || s.price == nil || s.warrants == nil {
		return s
	}
	if part := new(big.Rat).Mul(s.warrants, s.warrantPrice); part.Cmp(s.price) > 0 {
		fs.Add(law.ErrConflict, "warrant_price", kernel.Plain(u.WarrantPrice), "makes the warrants of a unit dearer than the unit")
	}
	return s
}

// readOrders checks the orders.
func (s *selling) readOrders(fs *law.Faults, orders []UnitOrder) {
	if len(orders) == 0 {
		fs.Add(law.ErrMissing, "orders", "", "is required: the book has no orders")
	}
	names := make(map[string]int, len(orders))
	faults := check.Rows{List: "orders"}
	for i, o := range orders {
		var row law.Faults
		checkName(&row, "investor", "orders", names, i, o.Investor)
		amount := kernel.ReadOptionalCents(&row, "amount", o.Amount)
		switch {
		case o.Units < 0:
			check.NotBelowZero(&row, "units", o.Units)
		case o.Units > 0 && o.Amount.Sign() != 0:
			row.Add(law.ErrConflict, "amount", kernel.Plain(dollars(amount)), "is stated beside a number of units")
		case o.Units == 0 && o.Amount.Sign() == 0:
			row.Add(law.ErrMissing, "units", "", "is required, or an amount")
		}
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
}

// sold is a row with its cents.
type sold struct {
	row               UnitRow
	due, warrantCents int64
}

// sell makes the row of one order.
func (s *selling) sell(fs *law.Faults, o *UnitOrder) sold {
	r := UnitRow{Investor: o.Investor, Units: o.Units}
	because := func(code law.Code, text string) {
		r.Why = append(r.Why, law.Reason{Code: code, Text: text, Authority: s.unit.Authority})
	}
	if o.Units > 0 {
		because(codeUnitsStated, "The order is for "+kernel.Counted(o.Units, "unit")+".")
	} else {
		unrounded := new(big.Rat).Quo(kernel.RatOf(o.Amount), s.price)
		units := kernel.RoundRat(unrounded, s.unit.Rounding)
		if !units.IsInt64() {
			fs.Add(law.ErrRange, "amount", kernel.Plain(o.Amount), "buys more than %d units", int64(math.MaxInt64))
			return sold{}
		}
		r.Units = units.Int64()
		text := kernel.Of(o.Amount).String() + " at " + kernel.Of(s.unit.Price).String() + " buys " + kernel.RationalCount(unrounded) +
			" units"
		if !unrounded.IsInt() {
			text += "; " + s.unit.Rounding.String() + " that is " + kernel.Count(r.Units)
		}
		because(roundCode(s.unit.Rounding, unrounded.IsInt()), text+".")
	}
	units := new(big.Rat).SetInt64(r.Units)
	unrounded := new(big.Rat).Mul(s.warrants, units)
	warrants := kernel.RoundRat(unrounded, s.unit.WarrantRounding)
	shares := new(big.Int).Mul(units.Num(), big.NewInt(s.unit.Shares))
	entitlement, ok := kernel.MixedOf(unrounded)
	if !ok || !warrants.IsInt64() || !shares.IsInt64() {
		fs.Add(law.ErrRange, "", "", "comes to more than %d shares or warrants", int64(math.MaxInt64))
		return sold{}
	}
	r.Shares, r.Warrants, r.WarrantEntitlement = shares.Int64(), warrants.Int64(), entitlement
	text := kernel.Counted(r.Units, "unit") + " of " + s.unit.Warrants.String() + " warrant each have " + kernel.RationalCount(unrounded)
	if !unrounded.IsInt() {
		text += "; " + s.unit.WarrantRounding.String() + " that is " + kernel.Count(r.Warrants)
	}
	because(codeUnitsWarrants, text+".")
	cost := new(big.Rat).Mul(s.price, units)
	due := kernel.RoundCents(fs, "", cost, s.unit.Cents)
	r.Cost, r.Due = s.unit.Price.Mul(decimal.NewFromInt(r.Units)), dollars(due)
	if o.Units == 0 {
		r.Refund = o.Amount.Sub(r.Due)
		signed, _ := kernel.ReadCents(fs, "amount", o.Amount) // readOrders has seen that it is whole cents
		r.Why = explainRefund(r.Why, signed, due, "unit", s.unit.Authority)
	}
	if s.warrantPrice == nil {
		return sold{row: r, due: due}
	}
	// The warrants of a unit are no dearer than the unit, so this is at most due.
	part := kernel.RoundCents(fs, "", unrounded.Mul(unrounded, s.warrantPrice), s.unit.Cents)
	r.WarrantAmount, r.ShareAmount = dollars(part), dollars(due-part)
	return sold{r, due, part}
}

// explain names the readings.
func (s *selling) explain(b *UnitBook, given Unit) {
	e := explanation{authority: given.Authority}
	e.reading(codeReadingRounding, codeReadingRoundingDefault, given.Rounding != "", "Units are "+b.Rounding.String())
	e.reading(codeReadingWarrantRounding, codeReadingWarrantRoundingDefault, given.WarrantRounding != "",
		"The warrants of each holder are "+b.WarrantRounding.String())
	e.reading(codeReadingCents, codeReadingCentsDefault, given.Cents != "", "What is owed is "+b.Cents.String()+" to the cent")
	b.Why = e.why
}
