package offering

import (
	"math/big"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Valuation is what a company is worth before the new money, and the shares that
// it is worth it for. PreMoney, FullyDiluted and Increment are required.
type Valuation struct {
	// PreMoney is the dollars that the company is valued at.
	PreMoney decimal.Decimal `json:"pre_money"`
	// FullyDiluted is the number of shares that the agreement counts: what is
	// outstanding, and options, pools and conversions as it says.
	FullyDiluted int64 `json:"fully_diluted"`
	// Increment is what the price is a multiple of: 0.0001 for four decimals.
	Increment decimal.Decimal `json:"increment"`
	// Rounding rounds the price to it. Zero is Nearest, and a reason says that
	// it was not stated.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Authority is the section that sets the price; the reasons cite it. Zero
	// cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// MethodValuation names how an [IssuePrice] is made.
const MethodValuation = "valuation"

// IssuePrice is the price of a share by a valuation.
//
// The zero IssuePrice is no answer; it comes only beside an error.
type IssuePrice struct {
	// Price is PreMoney ÷ FullyDiluted, rounded. It is zero when that rounds to
	// nothing.
	Price decimal.Decimal `json:"price"`
	// Exact is true when no rounding took place.
	Exact bool `json:"exact"`
	// Implied is Price × FullyDiluted, exactly, and Difference is Implied -
	// PreMoney: what the rounding does to the valuation.
	Implied    decimal.Decimal `json:"implied"`
	Difference decimal.Decimal `json:"difference"`
	// Rounding is the reading used, with the default filled in.
	Rounding exact.Rounding `json:"rounding"`
	// Method and Version name how it was made: MethodValuation, MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains Price. Its codes are "offering.reading.rounding" or the same
	// with ".default", and "offering.valuation.price".
	Why law.Reasons `json:"why,omitempty"`
}

// IssuePrice divides the valuation by the shares.
//
// What is left out or zero is law.ErrMissing, below zero or beyond the limits
// law.ErrRange, and an unknown rule law.ErrInvalid.
func (v Valuation) IssuePrice() (IssuePrice, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", v.Authority)
	rounding := orElse(v.Rounding, exact.Nearest)
	rounding.Check(&fs, "rounding")
	worth := kernel.ReadRat(&fs, "pre_money", v.PreMoney)
	increment := kernel.ReadRat(&fs, "increment", v.Increment)
	switch {
	case v.FullyDiluted == 0:
		fs.Missing("fully_diluted")
	case v.FullyDiluted < 0:
		check.NotBelowZero(&fs, "fully_diluted", v.FullyDiluted)
	}
	if len(fs) > 0 {
		return IssuePrice{}, fs
	}
	unrounded := new(big.Rat).Quo(worth, new(big.Rat).SetInt64(v.FullyDiluted))
	price := roundTo(unrounded, increment, v.Increment, rounding)
	p := IssuePrice{
		Price: price, Exact: kernel.RatOf(price).Cmp(unrounded) == 0, Implied: price.Mul(decimal.NewFromInt(v.FullyDiluted)),
		Rounding: rounding, Method: MethodValuation, Version: MethodVersion,
	}
	p.Difference = p.Implied.Sub(v.PreMoney)
	text := kernel.Of(v.PreMoney).String() + " ÷ " + kernel.Counted(v.FullyDiluted, "share") + " is " + kernel.Rational(unrounded)
	if !p.Exact {
		text += "; " + rounding.String() + " to a multiple of " + kernel.Of(v.Increment).String() + " that is " +
			kernel.Of(price).String() +
			", which values the company at " + kernel.Of(p.Implied).String()
	}
	p.Why = law.Reasons{
		roundingReading(v.Rounding, rounding, "The price is", v.Authority),
		{Code: codeValuationPrice, Text: text + ".", Authority: v.Authority},
	}
	return p, nil
}

// roundTo rounds a rational not below zero to a multiple of the increment.
func roundTo(x, increment *big.Rat, written decimal.Decimal, r exact.Rounding) decimal.Decimal {
	times := kernel.RoundRat(new(big.Rat).Quo(x, increment), r)
	return decimal.NewFromBigInt(times, 0).Mul(written)
}

// roundingReading names the rule of rounding, and whether it was stated.
func roundingReading(given, used exact.Rounding, what string, authority law.Citation) law.Reason {
	if given == "" {
		return law.Reason{
			Code: codeReadingRoundingDefault, Authority: authority,
			Text: what + " " + used.String() + ", because the terms do not say.",
		}
	}
	return law.Reason{Code: codeReadingRounding, Text: what + " " + used.String() + ", as the terms say.", Authority: authority}
}
