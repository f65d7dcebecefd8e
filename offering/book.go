package offering

import (
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MethodRowByRow and MethodVersion name how a Book was made, so that a split
// can be made again, and undone, years later. A change to any figure that a
// method gives gets a new version.
const (
	// MethodRowByRow divides each amount by the price, rounds, and ties out.
	MethodRowByRow = "row-by-row"
	// MethodVersion is the version of the methods in this package.
	MethodVersion = "1"
)

// Book is an offering allocated: a row for each order, in the order given, and
// totals that are the sums of the rows.
//
// The zero Book is no answer; it comes only beside an error.
type Book struct {
	// Price is the price of one share in dollars, as given.
	Price decimal.Decimal `json:"price"`
	// Rows has one row for each order.
	Rows []Row `json:"rows"`
	// Shares is the sum of the rows' shares.
	Shares int64 `json:"shares"`
	// Amount is the sum of the orders in dollars.
	Amount decimal.Decimal `json:"amount"`
	// Cost is Shares × Price, exactly.
	Cost decimal.Decimal `json:"cost"`
	// Difference is Cost - Amount, exactly.
	Difference decimal.Decimal `json:"difference"`
	// Due is the sum of what the rows owe, in dollars.
	Due decimal.Decimal `json:"due"`
	// Residual is the number of shares stated less Shares, after the tie-out:
	// above zero shares are left, below zero too many are allocated. It is
	// zero when no number is stated.
	Residual int64 `json:"residual"`
	// AmountResidual is the dollars stated less Amount; zero when none are
	// stated.
	AmountResidual decimal.Decimal `json:"amount_residual"`
	// Rounding, TieOut, Owed and Cents are the readings used, with defaults
	// filled in.
	Rounding Rounding `json:"rounding"`
	TieOut   TieOut   `json:"tie_out"`
	Owed     Owed     `json:"owed"`
	Cents    Rounding `json:"cents"`
	// Method and Version name how the book was made: MethodRowByRow,
	// MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the readings and the totals; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// Row is one investor's part of a Book.
type Row struct {
	// Investor is the name on the order.
	Investor string `json:"investor"`
	// Amount is the dollars signed for, as given: the one reading of what is
	// owed.
	Amount decimal.Decimal `json:"amount"`
	// Entitlement is Amount ÷ Price, exactly, before any rounding.
	Entitlement Fraction `json:"entitlement"`
	// Shares is the whole number allocated, tie-out included.
	Shares int64 `json:"shares"`
	// Cost is Shares × Price, exactly: the other reading of what is owed. It
	// may have fractions of a cent.
	Cost decimal.Decimal `json:"cost"`
	// Difference is Cost - Amount, exactly.
	Difference decimal.Decimal `json:"difference"`
	// Due is what the investor owes by the reading of the Terms, in dollars
	// and whole cents.
	Due decimal.Decimal `json:"due"`
	// Why explains Shares: the rounding, and the tie-out if it moved the row.
	Why law.Reasons `json:"why,omitempty"`
}
