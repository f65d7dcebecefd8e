package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/shopspring/decimal"
)

// totals writes the sums of the lines out.
func (a *allocation) totals() Totals {
	accepted := dollars(a.accepted)
	t := Totals{
		Price: a.terms.Price, Shares: a.lots * a.terms.Lot,
		Amount: dollars(a.cents), Accepted: accepted, Due: accepted, Refund: dollars(a.cents - a.accepted),
		Rounding: a.terms.Rounding, TieOut: a.terms.TieOut, Owed: a.terms.Owed, Cents: a.terms.Cents,
		Method: MethodRowByRow, Version: MethodVersion,
	}
	t.Cost = kernel.Multiply(uint64(t.Shares), a.price).Decimal(-a.places)
	t.Difference = t.Cost.Sub(t.Accepted)
	if a.terms.Shares > 0 {
		t.Residual = a.terms.Shares - t.Shares
	}
	if a.terms.Amount.Sign() > 0 {
		t.AmountResidual = a.terms.Amount.Sub(t.Accepted)
	}
	if a.terms.ShareLimit > 0 {
		t.SharesLeft = a.terms.ShareLimit - t.Shares
	}
	if a.limits.amount > 0 {
		t.AmountLeft = dollars(a.limits.amount - a.accepted)
	}
	if a.amountCut != nil || a.shareCut != nil {
		t.Method = MethodCutBack
	}
	return t
}

// table writes the lines out as integers.
func (a *allocation) table(t Totals, orders []Order) Table {
	rows := make([]TableRow, len(orders))
	for i := range a.lines {
		l := &a.lines[i]
		rows[i] = TableRow{
			Investor: orders[i].Investor, Shares: a.shares(l),
			AmountCents: l.cents, AcceptedCents: l.accepted, DueCents: l.accepted, RefundCents: l.cents - l.accepted,
		}
	}
	return Table{Totals: t, Rows: rows}
}

// book writes the lines out as decimals. Decimals never change, so that equal
// ones are shared.
func (a *allocation) book(t Totals, orders []Order) Book {
	rows := make([]Row, len(orders))
	for i := range a.lines {
		l, row := &a.lines[i], &rows[i]
		row.Investor, row.Amount, row.Accepted = orders[i].Investor, orders[i].Amount, orders[i].Amount
		if l.accepted != l.cents {
			row.Accepted, row.Refund = dollars(l.accepted), dollars(l.cents-l.accepted)
		}
		row.Due = row.Accepted
		row.Entitlement = a.entitlement(i)
		row.Shares = a.shares(l)
		row.Cost, row.Difference = a.cost(row, l.accepted)
	}
	return Book{Totals: t, Rows: rows}
}

// cost is the price of a row's shares, and what it differs by from the amount
// accepted.
func (a *allocation) cost(row *Row, accepted int64) (cost, difference decimal.Decimal) {
	price, paid := kernel.Multiply(uint64(row.Shares), a.price), kernel.Multiply(uint64(accepted), a.perCent)
	cost = price.Decimal(-a.places)
	if !price.Fits() || !paid.Fits() {
		return cost, cost.Sub(row.Accepted)
	}
	return cost, decimal.New(int64(price.Low)-int64(paid.Low), int32(-a.places))
}

// entitlement is the exact number of shares of line i before rounding.
func (a *allocation) entitlement(i int) exact.Mixed {
	if a.shareCut != nil {
		return a.shareCut.entitlement(i, a.terms.Lot)
	}
	return a.quotient(&a.lines[i]).Times(a.terms.Lot).Mixed()
}
