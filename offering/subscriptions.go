package offering

import (
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Subscriptions is what an escrow or an offering document says about how much
// money is taken, where no price turns it into shares. At least one field is
// stated.
type Subscriptions struct {
	// AmountLimit is the most dollars that may be accepted; see
	// [Terms.AmountLimit]. Zero sets none.
	AmountLimit decimal.Decimal `json:"amount_limit,omitzero"`
	// OrderMinimum and OrderMaximum are those of [Terms].
	OrderMinimum decimal.Decimal `json:"order_minimum,omitzero"`
	OrderMaximum decimal.Decimal `json:"order_maximum,omitzero"`
	// Authority is the section that sets these terms; the reasons cite it.
	// Zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// MethodAccept names how an [Acceptance] is made: maximum, minimum, then the
// limit pro rata by largest remainder in cents.
const MethodAccept = "accept"

// Acceptance is what is taken of each order and what goes back. Accepted and
// Refund add up to Amount, in every row and in all.
//
// The zero Acceptance is no answer; it comes only beside an error.
type Acceptance struct {
	// Rows has one row for each order, in the order given.
	Rows []AcceptanceRow `json:"rows"`
	// Amount, Accepted and Refund are the sums of the rows, in dollars.
	Amount   decimal.Decimal `json:"amount"`
	Accepted decimal.Decimal `json:"accepted"`
	Refund   decimal.Decimal `json:"refund"`
	// AmountLeft is the limit less Accepted; zero when there is no limit.
	AmountLeft decimal.Decimal `json:"amount_left,omitzero"`
	// Method and Version name how it was made: MethodAccept, MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the limit; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// AcceptanceRow is one investor's part of an [Acceptance].
type AcceptanceRow struct {
	// Investor and Amount are those of the order.
	Investor string          `json:"investor"`
	Amount   decimal.Decimal `json:"amount"`
	// Accepted is the dollars that are taken, Refund the dollars that go back.
	Accepted decimal.Decimal `json:"accepted"`
	Refund   decimal.Decimal `json:"refund"`
	// Why explains Accepted, and why this row got an odd cent or did not.
	Why law.Reasons `json:"why,omitempty"`
}

// Accept takes of the orders what minimum, maximum and limit allow: of 50,000,
// 60,000 and 40,000, exactly 125,000 in all.
//
// Errors are those of [Allocate] on these fields, such as "amount_limit" and
// "orders[2].amount". Subscriptions that state nothing are law.ErrMissing.
func (s Subscriptions) Accept(orders []Order) (Acceptance, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", s.Authority)
	a := &allocation{named: -1, terms: Terms{
		AmountLimit: s.AmountLimit, OrderMinimum: s.OrderMinimum, OrderMaximum: s.OrderMaximum, Authority: s.Authority,
	}}
	a.readLimits(&fs)
	if a.limits == (limits{}) && len(fs) == 0 {
		fs.Add(law.ErrMissing, "amount_limit", "", "is required, or a minimum or a maximum")
	}
	a.readOrders(&fs, orders)
	if len(fs) > 0 {
		return Acceptance{}, fs
	}
	a.accept()
	a.limitAmount()
	result := Acceptance{
		Rows: make([]AcceptanceRow, len(orders)), Amount: dollars(a.cents), Accepted: dollars(a.accepted),
		Refund: dollars(a.cents - a.accepted), Method: MethodAccept, Version: MethodVersion,
	}
	if a.limits.amount > 0 {
		result.AmountLeft = dollars(a.limits.amount - a.accepted)
	}
	odds := a.newOdds()
	for i := range a.lines {
		l := &a.lines[i]
		result.Rows[i] = AcceptanceRow{
			Investor: orders[i].Investor, Amount: orders[i].Amount,
			Accepted: dollars(l.accepted), Refund: dollars(l.cents - l.accepted),
			Why: explainRefund(a.explainAccepted(nil, i, odds), l.cents, l.accepted, "share", s.Authority),
		}
	}
	var b Book
	a.explainLimits(&b)
	result.Why = b.Why
	return result, nil
}

// dollars is a number of cents as a decimal.
func dollars(cents int64) decimal.Decimal { return decimal.New(cents, -2) }
