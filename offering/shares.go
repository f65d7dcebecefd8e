package offering

import (
	"math"
	"math/big"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MethodShares names how a [Purchase] is made: one division, rounded once.
const MethodShares = "amount by price"

// Purchase is what an amount of money buys at a price.
//
// The zero Purchase is no answer; it comes only beside an error.
type Purchase struct {
	// Amount is the money offered, as given.
	Amount decimal.Decimal `json:"amount"`
	// Price is the price of one share, as given.
	Price decimal.Decimal `json:"price"`
	// Shares is Amount ÷ Price as a whole number by Rounding. It is zero when
	// the amount is too small for one share.
	Shares int64 `json:"shares"`
	// Cost is Shares × Price, exactly; it may have fractions of a cent.
	Cost decimal.Decimal `json:"cost"`
	// Difference is Cost - Amount, exactly: above zero the shares cost more
	// than was offered, below zero less.
	Difference decimal.Decimal `json:"difference"`
	// Exact is true when Amount is a whole number of shares, so that no
	// rounding took place and Difference is zero.
	Exact bool `json:"exact"`
	// Rounding is the rule that was asked for.
	Rounding exact.Rounding `json:"rounding"`
	// Method and Version name how it was made: MethodShares, MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains Shares. Its codes are "offering.round.exact" and, for
	// each rule, one such as "offering.round.nearest".
	Why law.Reasons `json:"why,omitempty"`
}

// Shares divides an amount of money by the price of one share. Any currency
// will do, as long as both are in the same unit of it.
//
// An amount or price of zero counts as left out, and so does the zero Rounding:
// law.ErrMissing. Below zero, beyond the limits of the package, or buying more
// shares than an int64 holds is law.ErrRange; a rule that is none of the
// constants is law.ErrInvalid.
func Shares(amount, price decimal.Decimal, r exact.Rounding) (Purchase, error) {
	p, rest, err := purchase(amount, price, r)
	if err != nil {
		return Purchase{}, err
	}
	words := ""
	if !p.Exact {
		words = rest.words()
	}
	p.Why = law.Reasons{{
		Code: roundCode(r, p.Exact),
		Text: roundText(kernel.Of(amount), kernel.Of(price), words, r, p.Exact, p.Shares, kernel.Of(p.Cost)),
	}}
	return p, nil
}

// WholeShares is [Shares] for bulk work: the same figures from the same code,
// without the sentence.
func WholeShares(amount, price decimal.Decimal, r exact.Rounding) (Purchase, error) {
	p, _, err := purchase(amount, price, r)
	return p, err
}

// purchase is Shares without the sentence, and what the sentence is made from.
func purchase(amount, price decimal.Decimal, r exact.Rounding) (Purchase, remainder, error) {
	var fs law.Faults
	a, okAmount := kernel.ReadPositive(&fs, "amount", amount)
	p, okPrice := kernel.ReadPositive(&fs, "price", price)
	r.Check(&fs, "rounding")
	if !okAmount || !okPrice || len(fs) > 0 {
		return Purchase{}, remainder{}, fs
	}
	result := Purchase{Amount: amount, Price: price, Rounding: r, Method: MethodShares, Version: MethodVersion}
	exponent := min(a.Exponent(), p.Exponent())
	dividend, okAmount := a.In(exponent)
	divisor, okPrice := p.In(exponent)
	if !okAmount || !okPrice || !divisor.Fits() {
		return purchaseWide(result, a, p)
	}
	q, ok := kernel.Divide(dividend, divisor.Low)
	if ok {
		result.Shares, ok = q.Round(r)
	}
	if !ok {
		return Purchase{}, remainder{}, tooManyShares(amount)
	}
	result.Exact = q.Exact()
	result.Cost = kernel.Multiply(uint64(result.Shares), q.Divisor).Decimal(exponent)
	result.Difference = difference(q, result.Shares, exponent)
	return result, remainder{Quotient: q}, nil
}

// purchaseWide is purchase for numbers that 128 bits do not hold.
func purchaseWide(result Purchase, a, p kernel.Number) (Purchase, remainder, error) {
	exponent := min(a.Exponent(), p.Exponent())
	divisor := p.BigIn(exponent)
	whole, rest := new(big.Int).QuoRem(a.BigIn(exponent), divisor, new(big.Int))
	half := new(big.Int).Lsh(rest, 1).Cmp(divisor)
	shares := new(big.Int).Set(whole)
	result.Exact = rest.Sign() == 0
	if !result.Exact && result.Rounding.Upper(half, whole.Bit(0) == 1) {
		shares.Add(shares, big.NewInt(1))
	}
	if !shares.IsInt64() {
		return Purchase{}, remainder{}, tooManyShares(result.Amount)
	}
	result.Shares = shares.Int64()
	result.Cost = result.Price.Mul(decimal.NewFromInt(result.Shares))
	result.Difference = result.Cost.Sub(result.Amount)
	return result, remainder{wide: new(big.Rat).SetFrac(rest, divisor), wideWhole: whole}, nil
}

// tooManyShares refuses an amount for what it buys.
func tooManyShares(amount decimal.Decimal) error {
	var fs law.Faults
	fs.Add(law.ErrRange, "amount", kernel.Plain(amount), "buys more than %d shares", int64(math.MaxInt64))
	return fs
}

// difference is the cost of the shares, which are the quotient rounded, less the
// amount that was divided, when the divisor is the price in units of 10^exponent: it
// follows from the rest alone.
func difference(q kernel.Quotient, shares int64, exponent int) decimal.Decimal {
	switch {
	case shares > q.Whole:
		return decimal.New(int64(q.Divisor-q.Rest), int32(exponent))
	case q.Rest == 0:
		return decimal.Decimal{}
	}
	return decimal.New(-int64(q.Rest), int32(exponent))
}

// remainder is the exact number of shares before rounding, of either size.
type remainder struct {
	kernel.Quotient
	wideWhole *big.Int // nil when quotient holds the number
	wide      *big.Rat // the part below one share, nil likewise
}

// words is the exact number of shares for people. It is for a number that is
// not whole.
func (r remainder) words() string {
	if r.wide == nil {
		return kernel.Parts(r.Mixed(), "share")
	}
	if r.wideWhole.Sign() == 0 {
		return r.wide.RatString() + " of a share"
	}
	return kernel.Scaled(r.wideWhole, 0).String() + " " + r.wide.RatString() + " shares"
}

// roundCode is the code of the reason that roundText words.
func roundCode(r exact.Rounding, unrounded bool) law.Code {
	if unrounded {
		return codeRoundExact
	}
	switch r {
	case exact.Up:
		return codeRoundUp
	case exact.Nearest:
		return codeRoundNearest
	case exact.HalfEven:
		return codeRoundHalfEven
	case exact.HalfDown:
		return codeRoundHalfDown
	default: // Down; every entry point has refused strangers
		return codeRoundDown
	}
}

// roundText says how an amount became a number of shares.
func roundText(amount, price kernel.Number, entitlement string, r exact.Rounding, unrounded bool, shares int64, cost kernel.Number) string {
	b := make([]byte, 0, 160)
	b = amount.Append(b)
	b = append(b, " at "...)
	b = price.Append(b)
	b = append(b, " buys "...)
	if unrounded {
		b = append(b, "exactly "...)
		b = append(b, kernel.Counted(shares, "share")...)
		return string(append(b, '.'))
	}
	b = append(b, entitlement...)
	b = append(b, "; "...)
	b = append(b, r.String()...)
	b = append(b, " that is "...)
	b = kernel.Integer(shares).Append(b)
	b = append(b, ", costing "...)
	b = cost.Append(b)
	return string(append(b, '.'))
}
