package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Waterfall is the order in which the proceeds of a closing are paid out: the
// fees one after the other, and what is left to the company. At least one fee is
// required.
type Waterfall struct {
	// Fees are paid in this order.
	Fees []Fee `json:"fees"`
	// Rounding rounds fees to the cent. Zero is Nearest, and a reason says
	// that it was not stated.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Authority is the section that sets the waterfall; the reasons cite it
	// where a fee has none of its own. Zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// Fee is one line of a [Waterfall]. A payee may have several.
type Fee struct {
	// Payee names who is paid. It is required.
	Payee string `json:"payee"`
	// Basis says what the fee is a part of. It is required.
	Basis FeeBasis `json:"basis"`
	// Percent is the percentage of the gross proceeds, 7 for 7%. It is
	// required for PercentOfGross and belongs to no other basis.
	Percent decimal.Decimal `json:"percent,omitzero"`
	// Amount is dollars for each closing (Fixed, in whole cents) or for each
	// share (PerShare). It belongs to no other basis.
	Amount decimal.Decimal `json:"amount,omitzero"`
	// Cap is the most dollars that the line may take over all closings, in
	// whole cents. Zero sets none.
	Cap decimal.Decimal `json:"cap,omitzero"`
	// Taken is the dollars that the line has taken at earlier closings and
	// that count against Cap. Zero is none.
	Taken decimal.Decimal `json:"taken,omitzero"`
	// Authority is the section that sets the fee; zero cites the waterfall's.
	Authority law.Citation `json:"authority,omitzero"`
}

// FeeBasis says what a fee is a part of. The zero FeeBasis is none and is refused.
type FeeBasis string

// The bases of a fee.
const (
	// PercentOfGross is a percentage of the gross proceeds of the closing.
	PercentOfGross FeeBasis = "percent of gross"
	// Fixed is an amount for the closing, whatever it brings.
	Fixed FeeBasis = "fixed"
	// PerShare is an amount for each share sold at the closing.
	PerShare FeeBasis = "per share"
)

func (FeeBasis) all() []FeeBasis {
	return []FeeBasis{PercentOfGross, Fixed, PerShare}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (f *FeeBasis) UnmarshalText(text []byte) error {
	return law.ReadWord(f, text, f.all()...)
}

// MethodWaterfall names how [Proceeds] are paid out: in order of priority, the
// company last.
const MethodWaterfall = "waterfall"

// Proceeds are the gross proceeds of a closing paid out: Fees and Company add up
// to Gross exactly.
//
// The zero Proceeds is no answer; it comes only beside an error.
type Proceeds struct {
	// Gross is the dollars of the closing, Shares what it sold.
	Gross  decimal.Decimal `json:"gross"`
	Shares int64           `json:"shares"`
	// Lines has one line for each fee, in order of priority.
	Lines []FeeLine `json:"lines"`
	// Charged is the sum of what the fees come to, and Fees of what is paid of
	// them, in dollars.
	Charged decimal.Decimal `json:"charged"`
	Fees    decimal.Decimal `json:"fees"`
	// Company is what is left, never below zero.
	Company decimal.Decimal `json:"company"`
	// Shortfall is Charged - Fees: above zero the proceeds do not cover the
	// fees, and the company gets nothing.
	Shortfall decimal.Decimal `json:"shortfall"`
	// Rounding is the reading used, with the default filled in.
	Rounding exact.Rounding `json:"rounding"`
	// Method and Version name how it was made: MethodWaterfall, MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the reading and the totals; its codes are
	// "offering.reading.rounding" or the same with ".default", then
	// "offering.fees.covered" or "offering.fees.shortfall".
	Why law.Reasons `json:"why,omitempty"`
}

// FeeLine is what one fee comes to and what is paid of it, in dollars.
type FeeLine struct {
	// Payee is that of the fee.
	Payee string `json:"payee"`
	// Charge is what the fee comes to, rounded to the cent and capped.
	Charge decimal.Decimal `json:"charge"`
	// Paid is what the proceeds left for it, and Short the rest of Charge.
	Paid  decimal.Decimal `json:"paid"`
	Short decimal.Decimal `json:"short"`
	// Why explains Charge and Paid. Its codes are one for each basis,
	// such as "offering.fees.percent_of_gross", "offering.fees.cap" and "offering.fees.short".
	Why law.Reasons `json:"why,omitempty"`
}
