package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Closings is the rule for an offering that closes in parts, none of which ever
// changes an earlier one: the running total of the money is turned into shares
// and rounded once, and a row gets what that adds to the shares given before.
// However many rows there are, their shares add up to the rounded total.
//
// It is also how awards vest in installments: 18 shares over 4 are Shares 18 for
// an Amount of 4 and rows of 1, which is 5, 4, 5, 4 by Nearest and 4, 5, 4, 5 by
// Down. The Open Cap Format calls these CUMULATIVE_ROUNDING and
// CUMULATIVE_ROUND_DOWN.
type Closings struct {
	// Shares are sold for Amount, which gives the rate exactly: a price of
	// 2.50 is 1 for 2.50. Zero shares are 1.
	Shares int64           `json:"shares,omitempty"`
	Amount decimal.Decimal `json:"amount"`
	// Rounding rounds the running total. Zero is Nearest, and a reason says
	// that it was not stated.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Authority is the section that sets the rule; the reasons cite it. Zero
	// cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// RunningTotal is where the closings stand: all that the next one needs to know.
// Keep it, as JSON or in two columns, and hand it to the next [Closings.Close]
// under the same rule.
//
// The zero RunningTotal is the start, before any closing.
type RunningTotal struct {
	// Amount is the money of all rows so far, exactly.
	Amount decimal.Decimal `json:"amount"`
	// Shares is what they got.
	Shares int64 `json:"shares"`
	// Reversals counts the rows so far that took an earlier one back. While
	// there is none, Shares is the rounded total of Amount; each may put it two
	// shares off, until a later row makes up for it.
	Reversals int64 `json:"reversals,omitempty"`
}

// ClosingOrder is one row of a closing.
type ClosingOrder struct {
	// Investor names the investor, who may have many rows. It is required.
	Investor string `json:"investor"`
	// Amount is the money of the row, above zero, in any unit that the rule's
	// Amount has. It is required.
	Amount decimal.Decimal `json:"amount"`
	// Reverses makes this a correction: it takes an earlier row back whole,
	// with its Amount and the Shares that it got. The row as it should have
	// been then follows as a new one.
	Reverses bool `json:"reverses,omitempty"`
	// Shares is what the reversed row got, and zero in any other. It is held
	// against Amount: the exact shares rounded down or up, and as many more or
	// fewer as earlier reversals can have put the row off, since the state does
	// not tell one row from another.
	Shares int64 `json:"shares,omitempty"`
}

// MethodRunningTotal names how a [Closing] is made: the running total rounded
// once.
const MethodRunningTotal = "running total"

// Closing is one closing: a row for each order, in the order given.
//
// The zero Closing is no answer; it comes only beside an error.
type Closing struct {
	// Rows has one row for each order.
	Rows []ClosingRow `json:"rows"`
	// Amount and Shares are the sums of the rows, reversals taken off; they may
	// be below zero.
	Amount decimal.Decimal `json:"amount"`
	Shares int64           `json:"shares"`
	// Before and After are the running totals; After is to be kept.
	Before RunningTotal `json:"before"`
	After  RunningTotal `json:"after"`
	// Off is After.Shares less the rounded total of After.Amount. It is zero
	// unless a reversal is not yet made up for.
	Off int64 `json:"off"`
	// Rounding is the reading used, with the default filled in.
	Rounding exact.Rounding `json:"rounding"`
	// Method and Version name how it was made: MethodRunningTotal,
	// MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the reading and the totals; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// ClosingRow is one row of a [Closing].
type ClosingRow struct {
	// Investor is that of the order.
	Investor string `json:"investor"`
	// Amount and Shares are what the row adds to the running total; both are
	// below zero, or zero, where it reverses.
	Amount decimal.Decimal `json:"amount"`
	Shares int64           `json:"shares"`
	// After is the running total after this row. A closing may be continued
	// from any of its rows.
	After RunningTotal `json:"after"`
	// Why explains Shares. Its codes are "offering.closing.row",
	// "offering.closing.reversed" and "offering.closing.held".
	Why law.Reasons `json:"why,omitempty"`
}
