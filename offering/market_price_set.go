package offering

import (
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// The most references of a price, and the most market prices of a reference:
// more than any agreement names, and a bound on the work.
const (
	maxReferences = 100
	maxPrices     = 1_000
)

// Set sets the price.
//
// Errors are law.Faults with paths such as "increment" and
// "references[1].prices[3]". What is required and left out is law.ErrMissing; an
// unknown word and lists of different lengths are law.ErrInvalid; a name given
// twice is law.ErrDuplicate; Lowest beside Volumes is law.ErrConflict; what lies
// below zero or beyond the limits, and an increment that rounds the price to zero
// where no floor holds it, is law.ErrRange. At most a hundred faulty rows
// are named in each list.
func (m MarketPrice) Set() (PriceSet, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", m.Authority)
	rounding := orElse(m.Rounding, exact.Nearest)
	rounding.Check(&fs, "rounding")
	if m.Pick != "" || len(m.References) > 1 {
		law.OneOf(&fs, "pick", m.Pick, m.Pick.all()...)
	}
	increment := kernel.ReadRat(&fs, "increment", m.Increment)
	floor := kernel.ReadOptionalRat(&fs, "floor", m.Floor)
	averages, prices := m.read(&fs)
	if len(fs) > 0 {
		return PriceSet{}, fs
	}
	set := PriceSet{
		References: make([]ReferencePrice, len(prices)), Rounding: rounding, Method: MethodMarketPrice, Version: MethodVersion,
		Why: law.Reasons{roundingReading(m.Rounding, rounding, "The price is", m.Authority)},
	}
	because := func(code law.Code, text string) {
		set.Why = append(set.Why, law.Reason{Code: code, Text: text, Authority: m.Authority})
	}
	governs := 0
	for i, price := range prices {
		r := &m.References[i]
		set.References[i] = ReferencePrice{
			Name:    r.Name,
			Average: roundTo(averages[i], increment, m.Increment, rounding),
			Price:   roundTo(price, increment, m.Increment, rounding),
		}
		because(codePriceReference, r.words(averages[i], price))
		if c := price.Cmp(prices[governs]); m.Pick == LowerOf && c < 0 || m.Pick == GreaterOf && c > 0 {
			governs = i
		}
	}
	set.Price, set.Governs = set.References[governs].Price, m.References[governs].Name
	text := set.Governs + ", rounded to a multiple of " + kernel.Of(m.Increment).String() + ", is " + kernel.Of(set.Price).String() + "."
	switch {
	case len(prices) == 1:
		because(codePriceOnly, text)
	case m.Pick == LowerOf:
		because(codePriceLowerOf, "The lowest governs: "+text)
	default:
		because(codePriceGreaterOf, "The highest governs: "+text)
	}
	if floor == nil && set.Price.Sign() == 0 {
		fs.Add(law.ErrRange, "increment", kernel.Plain(m.Increment), "rounds the price of %s to zero", kernel.Rational(prices[governs]))
		return PriceSet{}, fs
	}
	if floor != nil && kernel.RatOf(set.Price).Cmp(floor) < 0 {
		set.Price, set.Governs, set.AtFloor = m.Floor, "", true
		because(codePriceFloor, "That is below the floor, so the price is "+kernel.Of(m.Floor).String()+".")
	}
	return set, nil
}

// read checks the references, and returns what each comes to on average and as
// a price.
func (m MarketPrice) read(fs *law.Faults) (averages, prices []*big.Rat) {
	switch n := len(m.References); {
	case n == 0:
		fs.Add(law.ErrMissing, "references", "", "is required: no price is named")
	case n > maxReferences:
		fs.Add(law.ErrRange, "references", strconv.Itoa(n), "is more than %d", maxReferences)
		return nil, nil
	}
	names := make(map[string]int, len(m.References))
	for i := range m.References {
		r := &m.References[i]
		var row law.Faults
		checkName(&row, "name", "references", names, i, r.Name)
		average := r.average(&row)
		percent := kernel.ReadOptionalRat(&row, "percent", r.Percent)
		if percent == nil {
			percent = big.NewRat(100, 1)
		}
		if len(row) > 0 {
			fs.Merge("references["+strconv.Itoa(i)+"]", row)
			continue
		}
		averages = append(averages, average)
		prices = append(prices, kernel.Percent(average, percent))
	}
	return averages, prices
}

// average is the exact average of the prices that count.
func (r *Reference) average(fs *law.Faults) *big.Rat {
	switch n := len(r.Prices); {
	case n == 0:
		fs.Missing("prices")
	case n > maxPrices:
		fs.Add(law.ErrRange, "prices", strconv.Itoa(n), "is more than %d", maxPrices)
		return nil
	}
	prices := make([]*big.Rat, len(r.Prices))
	faults := check.Rows{List: "prices"}
	for i, price := range r.Prices {
		var row law.Faults
		prices[i] = kernel.ReadRat(&row, "", price)
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	switch {
	case r.Lowest < 0 || r.Lowest > len(prices):
		fs.Add(law.ErrRange, "lowest", strconv.Itoa(r.Lowest), "is not from 0 to the number of prices, %d", len(prices))
	case r.Lowest > 0 && len(r.Volumes) > 0:
		fs.Add(law.ErrConflict, "lowest", strconv.Itoa(r.Lowest), "does not go with volumes")
	}
	weights := r.weights(fs)
	if len(*fs) > 0 {
		return nil
	}
	if r.Lowest > 0 {
		slices.SortFunc(prices, (*big.Rat).Cmp)
		prices = prices[:r.Lowest]
	}
	sum, all := new(big.Rat), new(big.Rat)
	for i, price := range prices {
		weight := new(big.Rat).SetInt64(weights[i])
		sum.Add(sum, weight.Mul(weight, price))
		all.Add(all, new(big.Rat).SetInt64(weights[i]))
	}
	return sum.Quo(sum, all)
}

// weights are the volumes, or 1 for each price.
func (r *Reference) weights(fs *law.Faults) []int64 {
	if len(r.Volumes) == 0 {
		return slices.Repeat([]int64{1}, len(r.Prices))
	}
	if len(r.Volumes) != len(r.Prices) {
		fs.Add(law.ErrInvalid, "volumes", "", "has %d rows where prices has %d", len(r.Volumes), len(r.Prices))
		return nil
	}
	var total int64
	faults := check.Rows{List: "volumes"}
	for i, volume := range r.Volumes {
		var row law.Faults
		switch {
		case volume < 0:
			check.NotBelowZero(&row, "", volume)
		case volume > math.MaxInt64-total:
			row.Add(law.ErrRange, "", strconv.FormatInt(volume, 10), "takes the volumes past %d", int64(math.MaxInt64))
		default:
			total += volume
		}
		faults.Add(fs, i, row)
	}
	faults.Close(fs)
	if total == 0 && len(*fs) == 0 {
		fs.Add(law.ErrMissing, "volumes", "", "are all zero")
	}
	return r.Volumes
}

// words says what the reference comes to.
func (r *Reference) words(average, price *big.Rat) string {
	text := r.Name + " is " + kernel.Rational(average)
	switch n := int64(len(r.Prices)); {
	case r.Lowest > 0:
		text += ", the average of the " + kernel.Counted(int64(r.Lowest), "lowest price") + " of " + kernel.Count(n)
	case len(r.Volumes) > 0:
		text += ", the average of " + kernel.Counted(n, "price") + " by volume"
	case n > 1:
		text += ", the average of " + kernel.Counted(n, "price")
	}
	if price.Cmp(average) != 0 {
		text += "; " + kernel.Of(r.Percent).String() + "% of that is " + kernel.Rational(price)
	}
	return text + "."
}
