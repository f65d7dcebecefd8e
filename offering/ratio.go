package offering

import (
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Ratio is an exact part of a whole: 4.99% is Ratio{499, 10_000}, one third is
// Ratio{1, 3}. It never becomes a decimal, which could not hold one third.
//
// The zero Ratio is no ratio. Each field that takes one says what it reads
// instead, or refuses it.
type Ratio struct {
	// Num and Den are the part and the whole. Neither is below zero; Den is
	// above it.
	Num int64 `json:"num"`
	Den int64 `json:"den"`
}

// Percent is a percentage as an exact ratio in lowest terms: 4.99 gives
// Ratio{499, 10_000}. A percentage of zero counts as left out: law.ErrMissing.
// One below zero, beyond the limits of the package, or with a numerator or
// denominator past an int64 is law.ErrRange.
func Percent(percentage decimal.Decimal) (Ratio, error) {
	var fs law.Faults
	n, ok := kernel.ReadPositive(&fs, "percentage", percentage)
	if !ok {
		return Ratio{}, fs
	}
	n = n.Trimmed()
	parts, whole := n.BigIn(min(n.Exponent(), 0)), kernel.BigPow10(2+max(0, -n.Exponent()))
	ratio := new(big.Rat).SetFrac(parts, whole)
	if !ratio.Num().IsInt64() || !ratio.Denom().IsInt64() {
		fs.Add(law.ErrRange, "percentage", kernel.Plain(percentage), "does not fit two int64 as a ratio")
		return Ratio{}, fs
	}
	return Ratio{Num: ratio.Num().Int64(), Den: ratio.Denom().Int64()}, nil
}

// String is the ratio as a percentage when it is one of at most six decimals,
// and as "1/3" otherwise.
func (r Ratio) String() string {
	if r.Num >= 0 && r.Den > 0 {
		product := kernel.Multiply(uint64(r.Num), 100_000_000)
		if q, ok := kernel.Divide(product, uint64(r.Den)); ok && q.Exact() {
			return kernel.Percentage(r.Num, r.Den)
		}
	}
	return strconv.FormatInt(r.Num, 10) + "/" + strconv.FormatInt(r.Den, 10)
}

// isZero reports whether the ratio was left out.
func (r Ratio) isZero() bool { return r == Ratio{} }

// check records what is wrong with a ratio above zero and up to the whole.
func (r Ratio) check(fs *law.Faults, field string) {
	if r.isZero() {
		fs.Missing(field)
		return
	}
	switch {
	case r.Den <= 0:
		fs.Add(law.ErrRange, field+".den", strconv.FormatInt(r.Den, 10), "is not above zero")
	case r.Num > r.Den:
		fs.Add(law.ErrRange, field+".num", strconv.FormatInt(r.Num, 10), "is above %d, the whole", r.Den)
	}
	if r.Num <= 0 {
		fs.Add(law.ErrRange, field+".num", strconv.FormatInt(r.Num, 10), "is not above zero")
	}
}

// of is n × Num ÷ Den for an n not below zero. The ratio is at most the whole,
// so the result fits.
func (r Ratio) of(n int64) kernel.Quotient {
	product := kernel.Multiply(uint64(n), uint64(r.Num))
	q, _ := kernel.Divide(product, uint64(r.Den))
	return q
}

// above is the smallest whole number that is n × Num ÷ Den or more.
func (r Ratio) above(n int64) int64 {
	up, _ := r.of(n).Round(exact.Up) // at most n
	return up
}

// compare orders two ratios as cmp.Compare does.
func (r Ratio) compare(other Ratio) int {
	return kernel.Multiply(uint64(r.Num), uint64(other.Den)).Compare(kernel.Multiply(uint64(other.Num), uint64(r.Den)))
}
