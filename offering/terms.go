package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Terms is what an agreement says about price, rounding, limits and totals. It
// reads like the first page of a term sheet, in US dollars. Price alone is
// required.
type Terms struct {
	// Price is dollars a share, with at most 18 digits counted down to its
	// last decimal or to the cent, whichever is smaller. Zero counts as left out.
	Price decimal.Decimal `json:"price"`
	// Rounding makes whole shares of each row, or whole lots. Zero is Nearest,
	// and Down where there are lots; a reason says that it was not stated.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Lot is the number of shares that every row is a multiple of. Zero is 1.
	Lot int64 `json:"lot,omitempty"`
	// Shares is the number of shares that the agreement states in all. Zero
	// states none.
	Shares int64 `json:"shares,omitempty"`
	// Amount is the dollars that the agreement states in all. Zero states
	// none. A stated amount moves no share; it is compared with what is
	// accepted of the orders.
	Amount decimal.Decimal `json:"amount"`
	// AmountLimit is the most dollars that may be accepted. A book that asks
	// for more is cut back to it exactly, pro rata to the orders by largest
	// remainder in cents, before any dollar becomes a share. Where SharesTimesPrice
	// is owed, all that is due is within it too. Zero sets none.
	AmountLimit decimal.Decimal `json:"amount_limit,omitzero"`
	// ShareLimit is the most shares that may be allocated. Rows that round to
	// more, and that the tie-out does not move to a number within it, are cut
	// back to it, pro rata to their rounded shares by largest remainder in
	// lots. It is at least Shares. Zero sets none.
	ShareLimit int64 `json:"share_limit,omitempty"`
	// OrderMinimum is the least dollars that any order may be accepted for,
	// tested before any rounding to whole shares or lots, and OrderMaximum the
	// most, and the most that any is due. Zero sets none.
	OrderMinimum decimal.Decimal `json:"order_minimum,omitzero"`
	OrderMaximum decimal.Decimal `json:"order_maximum,omitzero"`
	// BelowMinimum says what becomes of an order that rounding, a lot or a share
	// limit leaves with shares for less than its minimum. Zero is KeepBelow; a
	// reason of such a row says that it was not stated.
	BelowMinimum BelowMinimum `json:"below_minimum,omitempty"`
	// TieOut says what happens when the rows do not add up to Shares. Zero is
	// Report.
	TieOut TieOut `json:"tie_out,omitempty"`
	// TieOutRow names the investor whose row takes the difference. It is
	// required for OnNamed and belongs to no other TieOut.
	TieOutRow string `json:"tie_out_row,omitempty"`
	// Ties has a key for each of the orders, such as the time or a number drawn
	// by lot: among rows with an equal claim to the last cent or share the
	// smaller key gets it, and where equal orders fall out for their minimum the
	// larger key goes first. With a different key in each row the order of the
	// list has no bearing; it does not go with OnLast, which goes by that order.
	// Where keys are equal, or there are none, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
	// Owed says what each investor is to pay. Zero is Signed.
	Owed Owed `json:"owed,omitempty"`
	// Cents rounds shares × price to the cent where that is what is owed, or
	// what a share limit or a lot leaves of an order, and the price has
	// fractions of a cent. Zero is Nearest.
	Cents exact.Rounding `json:"cents,omitempty"`
	// Authority is the section that sets these terms; the reasons cite it.
	// Zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// Order is what one investor signed for.
type Order struct {
	// Investor names the investor, once in a book. It is required.
	Investor string `json:"investor"`
	// Amount is the dollars signed for, above zero and in whole cents. Zero
	// counts as left out.
	Amount decimal.Decimal `json:"amount"`
	// Minimum is the least dollars that the investor takes: the order is
	// accepted for so much or for nothing, tested before any rounding to whole
	// shares or lots; and shares that a share limit cuts back still cost so much,
	// or there are none. What rounding and lots leave may be less, and
	// [Terms.BelowMinimum] says what becomes of it. It is at most Amount. Zero asks for none. The larger of
	// it and the OrderMinimum of the terms applies.
	Minimum decimal.Decimal `json:"minimum,omitzero"`
	// Maximum is the most dollars that this order may be accepted for: what it
	// asks beyond is refunded, and counts for nothing when the book is cut
	// back. Zero sets none. The smaller of it and the OrderMaximum of the terms
	// applies.
	Maximum decimal.Decimal `json:"maximum,omitzero"`
}

// TieOut says what to do about the shares by which rounded rows miss the number
// that the agreement states. Rows are adjusted only when rounding is the cause:
// when the stated number lies between all rows rounded down and all rows rounded
// up. A larger gap is not one of rounding; it is reported, whatever the TieOut.
//
// The zero TieOut is Report.
type TieOut string

// The ways to tie out.
const (
	// Report leaves the rows as rounded and states what is left.
	Report TieOut = "report"
	// MinimumChange moves as few rows as can be, each by one share: the rows
	// nearest to rounding the other way, and the earlier row gains, or keeps,
	// where fractions are equal. With any rule but HalfEven this is largest
	// remainder on the stated number.
	MinimumChange TieOut = "minimum change"
	// OnLast puts the whole difference on the last row of which anything is
	// accepted.
	OnLast TieOut = "last"
	// OnLargest puts the whole difference on the row with the largest amount
	// accepted, the earlier if there are several.
	OnLargest TieOut = "largest"
	// OnNamed puts the whole difference on the row of the investor whom the
	// terms name.
	OnNamed TieOut = "named"
)

func (TieOut) all() []TieOut {
	return []TieOut{Report, MinimumChange, OnLast, OnLargest, OnNamed}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *TieOut) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// BelowMinimum says what becomes of an order that ends with shares for less than
// its minimum, after the rounding, the tie-out and the limits. The zero
// BelowMinimum is KeepBelow.
type BelowMinimum string

// The ways to treat an order that ends below its minimum.
const (
	// KeepBelow leaves it the shares, and a reason of the row says so.
	KeepBelow BelowMinimum = "keep"
	// RefuseBelow accepts nothing of it, so that its money is refunded. What it
	// leaves goes to no other order: it is part of Residual, SharesLeft and
	// AmountLeft.
	RefuseBelow BelowMinimum = "refuse"
)

func (BelowMinimum) all() []BelowMinimum {
	return []BelowMinimum{KeepBelow, RefuseBelow}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (b *BelowMinimum) UnmarshalText(text []byte) error {
	return law.ReadWord(b, text, b.all()...)
}

// Owed says what an investor owes for shares whose price does not come to the
// amount accepted. The zero Owed is Signed.
type Owed string

// The readings of what is owed.
const (
	// Signed is the amount of the order, as far as it is accepted: the
	// signature page is the commitment. Of an order that gets no share nothing
	// is.
	Signed Owed = "signed"
	// SharesTimesPrice is the price of the shares allocated, in whole cents;
	// what it does not come to is refunded, and nothing more is accepted.
	// Rounding up may make it more than the amount signed for, but never more
	// than a maximum or, for all rows, the amount limit: these round down.
	SharesTimesPrice Owed = "shares times price"
)

func (Owed) all() []Owed {
	return []Owed{Signed, SharesTimesPrice}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (o *Owed) UnmarshalText(text []byte) error {
	return law.ReadWord(o, text, o.all()...)
}
