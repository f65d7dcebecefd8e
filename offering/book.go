package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The methods, and the version of all methods in this package: they name how a
// result was made, so that a split can be made again, and undone, years later.
// A change to any figure that a method gives gets a new version.
const (
	// MethodRowByRow divides each amount by the price, rounds, and ties out.
	MethodRowByRow = "row by row"
	// MethodCutBack first cuts the orders back pro rata to a limit.
	MethodCutBack = "cut back"
	// MethodVersion is the version of the methods in this package.
	MethodVersion = "1"
)

// Totals is what a [Book] says of all its rows together, with the readings used.
// Every total is the exact sum of the rows.
type Totals struct {
	// Price is the price of one share in dollars, as given.
	Price decimal.Decimal `json:"price"`
	// Shares is the sum of the rows' shares.
	Shares int64 `json:"shares"`
	// Amount is the sum of the orders in dollars, and Accepted what the book
	// takes for the shares: Accepted and Refund are together Amount.
	Amount   decimal.Decimal `json:"amount"`
	Accepted decimal.Decimal `json:"accepted"`
	// Cost is Shares × Price, exactly.
	Cost decimal.Decimal `json:"cost"`
	// Difference is Cost - Accepted, exactly.
	Difference decimal.Decimal `json:"difference"`
	// Due is the sum of what the rows owe, which is Accepted, and Refund of what
	// goes back, less what is still owed beyond the orders, in dollars.
	Due    decimal.Decimal `json:"due"`
	Refund decimal.Decimal `json:"refund"`
	// Residual is the number of shares stated less Shares, after the tie-out:
	// above zero shares are left, below zero too many are allocated. It is
	// zero when no number is stated.
	Residual int64 `json:"residual"`
	// AmountResidual is the dollars stated less Accepted: above zero dollars of
	// them are not sold, below zero too many are. It is zero when none are
	// stated.
	AmountResidual decimal.Decimal `json:"amount_residual"`
	// SharesLeft is the share limit less Shares, and AmountLeft the amount
	// limit less Accepted: what remains to be sold. They are never below zero,
	// and zero when there is no such limit. Where SharesTimesPrice is owed,
	// AmountLeft has what whole shares leave of the limit.
	SharesLeft int64           `json:"shares_left,omitempty"`
	AmountLeft decimal.Decimal `json:"amount_left,omitzero"`
	// Rounding, TieOut, Owed and Cents are the readings used, with defaults
	// filled in.
	Rounding exact.Rounding `json:"rounding"`
	TieOut   TieOut         `json:"tie_out"`
	Owed     Owed           `json:"owed"`
	Cents    exact.Rounding `json:"cents"`
	// Method and Version name how the book was made: MethodRowByRow, or
	// MethodCutBack when a limit was binding; MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
}

// Book is an offering allocated: a row for each order, in the order given, and
// totals that are the sums of the rows.
//
// The zero Book is no answer; it comes only beside an error.
type Book struct {
	Totals
	// Rows has one row for each order.
	Rows []Row `json:"rows"`
	// Why explains the readings and the totals; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// Row is one investor's part of a [Book].
type Row struct {
	// Investor is the name on the order.
	Investor string `json:"investor"`
	// Amount is the dollars signed for, as given.
	Amount decimal.Decimal `json:"amount"`
	// Accepted is the dollars that the book takes for the shares, in whole
	// cents; with Refund it is Amount. Where Signed is owed it is the part of
	// Amount that is accepted: all of it, unless a maximum, a minimum, a limit
	// or a lot says otherwise. Where SharesTimesPrice is owed it is Cost to the
	// cent, which may be more than Amount. Of an order without a share it is
	// zero.
	Accepted decimal.Decimal `json:"accepted"`
	// Entitlement is the exact number of shares before any rounding: what
	// minimum, maximum and amount limit leave of Amount, ÷ Price; or the row's
	// part of the share limit where that is binding, and for a row that it
	// leaves out the part that was too small.
	Entitlement exact.Mixed `json:"entitlement"`
	// Shares is the whole number allocated, tie-out included.
	Shares int64 `json:"shares"`
	// Cost is Shares × Price, exactly. It may have fractions of a cent.
	Cost decimal.Decimal `json:"cost"`
	// Difference is Cost - Accepted, exactly. Where SharesTimesPrice is owed it
	// is less than a cent.
	Difference decimal.Decimal `json:"difference"`
	// Due is what the investor owes by the reading of the Terms, which is
	// Accepted.
	Due decimal.Decimal `json:"due"`
	// Refund is Amount - Due: what goes back to an investor who has paid the
	// amount signed for. Below zero the investor still owes that much, because
	// the shares cost more. Unless it is zero, a reason of code
	// "offering.refund" or "offering.still_owed" states it.
	Refund decimal.Decimal `json:"refund"`
	// Why explains Shares, Accepted and Refund: a limit, the rounding, the
	// tie-out, why this row got an odd unit or did not, and the sum that goes
	// back or is still owed.
	Why law.Reasons `json:"why,omitempty"`
}

// Table is a [Book] for bulk work: the same figures in integers. The exact
// fractions of a cent, which integers do not hold, are left to the Book: a row's
// Cost there is Shares × Price.
//
// The zero Table is no answer; it comes only beside an error.
type Table struct {
	Totals
	// Rows has one row for each order.
	Rows []TableRow `json:"rows"`
}

// TableRow is one investor's part of a [Table]. Its fields are those of [Row],
// with dollars counted in cents.
type TableRow struct {
	Investor      string `json:"investor"`
	Shares        int64  `json:"shares"`
	AmountCents   int64  `json:"amount_cents"`
	AcceptedCents int64  `json:"accepted_cents"`
	DueCents      int64  `json:"due_cents"`
	// RefundCents is AmountCents - DueCents, and may be below zero.
	RefundCents int64 `json:"refund_cents"`
}
