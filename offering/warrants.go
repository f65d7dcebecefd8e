package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Coverage is how many warrants come with shares or with money: "50% warrant
// coverage", "one warrant for every four shares". Basis is required, and Percent
// or PerUnit.
type Coverage struct {
	// Basis says what the coverage is counted from. It is required.
	Basis CoverageBasis `json:"basis"`
	// Percent is the coverage as a percentage, 50 for 50%.
	Percent decimal.Decimal `json:"percent,omitzero"`
	// PerUnit is the same as an exact number of warrants for each share, or of
	// dollars' worth for each dollar, where a percentage cannot say it: a third
	// is exact.Mixed{Whole: 0, Num: 1, Den: 3}. Percent is then left out.
	PerUnit exact.Mixed `json:"per_unit,omitzero"`
	// ExercisePrice is the dollars that a warrant costs to exercise. It is
	// required for OfDollars; for OfShares it moves no warrant.
	ExercisePrice decimal.Decimal `json:"exercise_price,omitzero"`
	// Rounding makes whole warrants of each row. Zero is Down, and a reason
	// says that it was not stated.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Warrants is the number that the agreement states in all. Zero states
	// none, and the rows are compared with the coverage of all together,
	// rounded by the same rule.
	Warrants int64 `json:"warrants,omitempty"`
	// TieOut says what happens when the rows do not add up to that number.
	// Zero is Report. OnLargest goes by the shares, or the dollars, that Basis
	// counts from. TieOutRow is as in [Terms].
	TieOut    TieOut `json:"tie_out,omitempty"`
	TieOutRow string `json:"tie_out_row,omitempty"`
	// Authority is the section that sets the coverage; the reasons cite it.
	// Zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// CoverageBasis says what warrant coverage is counted from. The zero
// CoverageBasis is none and is refused: the two differ whenever the exercise
// price is not the price of the shares.
type CoverageBasis string

// The bases of warrant coverage.
const (
	// OfShares gives warrants for a part of the shares bought.
	OfShares CoverageBasis = "shares"
	// OfDollars gives warrants that cost a part of the dollars paid: that part
	// ÷ exercise price.
	OfDollars CoverageBasis = "dollars"
)

func (CoverageBasis) all() []CoverageBasis {
	return []CoverageBasis{OfShares, OfDollars}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *CoverageBasis) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// Covered is one investor's purchase that warrants come with.
type Covered struct {
	// Investor names the investor, once in a list. It is required.
	Investor string `json:"investor"`
	// Shares is the number bought. It is required for OfShares.
	Shares int64 `json:"shares,omitempty"`
	// Amount is the dollars paid, in whole cents. It is required for OfDollars.
	Amount decimal.Decimal `json:"amount,omitzero"`
}

// MethodCoverage names how [Warrants] are counted: row by row, then tied out.
const MethodCoverage = "coverage"

// Warrants are the warrants of an offering: a row for each purchase, in the
// order given.
//
// The zero Warrants is no answer; it comes only beside an error.
type Warrants struct {
	// Rows has one row for each purchase.
	Rows []WarrantRow `json:"rows"`
	// Warrants is the sum of the rows.
	Warrants int64 `json:"warrants"`
	// Entitlement is the exact coverage of all purchases together, before any
	// rounding.
	Entitlement exact.Mixed `json:"entitlement"`
	// Stated is the number that the rows are compared with, and Residual is
	// Stated less Warrants after the tie-out.
	Stated   int64 `json:"stated"`
	Residual int64 `json:"residual"`
	// ExerciseAmount is Warrants × exercise price, exactly; zero when no price
	// is stated.
	ExerciseAmount decimal.Decimal `json:"exercise_amount,omitzero"`
	// Rounding and TieOut are the readings used, with defaults filled in.
	Rounding exact.Rounding `json:"rounding"`
	TieOut   TieOut         `json:"tie_out"`
	// Method and Version name how it was made: MethodCoverage, MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the readings and the totals; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// WarrantRow is one investor's warrants.
type WarrantRow struct {
	// Investor is that of the purchase.
	Investor string `json:"investor"`
	// Entitlement is the exact number before rounding.
	Entitlement exact.Mixed `json:"entitlement"`
	// Warrants is the whole number, tie-out included.
	Warrants int64 `json:"warrants"`
	// ExerciseAmount is Warrants × exercise price, exactly; zero when no price
	// is stated.
	ExerciseAmount decimal.Decimal `json:"exercise_amount,omitzero"`
	// Why explains Warrants: the rounding, and the tie-out if it moved the row.
	Why law.Reasons `json:"why,omitempty"`
}
