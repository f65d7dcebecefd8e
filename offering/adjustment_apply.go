package offering

import (
	"math/big"
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// adjusting is an adjustment in the making.
type adjusting struct {
	explanation
	terms         Adjustable
	price, shares *big.Rat // the running factors
	original      *big.Rat // the original price
	floor         *big.Rat // nil for none
	result        Adjusted
}

// Adjust applies the events in their order to the original terms. The factors
// stay exact; the price is rounded once, to the step, and the number of shares
// is rounded down. Rounding the price never makes all shares together dearer
// than they were: where rounding to the nearest step would, the price is rounded
// down instead. A floor that would, takes shares away.
//
// Errors are law.Faults: a missing price, kind or figure of an event is
// law.ErrMissing; numbers below zero or beyond the limits, shares past an int64,
// and factors past MaxFactorDigits are law.ErrRange; an unknown word is
// law.ErrInvalid; a distribution of all that a share is worth, or more, and a
// floor above the original price, are law.ErrConflict. At most a hundred faulty
// events are named.
func (a Adjustable) Adjust(events []Adjustment) (Adjusted, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", a.Authority)
	w := adjusting{terms: a, explanation: explanation{authority: a.Authority}}
	w.read(&fs)
	rows := check.Rows{List: "events"}
	for i, event := range events {
		var row law.Faults
		check.Cited(&row, "authority", event.Authority)
		if factor, shares := w.event(&row, event); len(row) == 0 && len(fs) == 0 {
			w.price.Mul(w.price, factor)
			w.shares.Mul(w.shares, shares)
			w.limit(&row)
		}
		rows.Add(&fs, i, row)
	}
	rows.Close(&fs)
	if len(fs) > 0 {
		return Adjusted{}, fs
	}
	w.use(&fs)
	if len(fs) > 0 {
		return Adjusted{}, fs
	}
	w.result.Why = w.why
	return w.result, nil
}

// read checks the terms and takes them apart.
func (w *adjusting) read(fs *law.Faults) {
	a := w.terms
	w.result = Adjusted{
		Step: orElse(a.Step, Cent), Rounding: orElse(a.Rounding, exact.Nearest), Method: MethodAdjustment, Version: MethodVersion,
	}
	law.OneOf(fs, "step", w.result.Step, w.result.Step.all()...)
	w.result.Rounding.Check(fs, "rounding")
	check.NotBelowZero(fs, "shares", a.Shares)
	w.original = new(big.Rat)
	if n, ok := kernel.ReadPositive(fs, "price", a.Price); ok {
		w.original = n.Rat()
	}
	var okPrice, okShares bool
	w.price, okPrice = a.PriceFactor.rat(fs, "price_factor")
	w.shares, okShares = a.ShareFactor.rat(fs, "share_factor")
	if okPrice && okShares && a.Shares > 0 && new(big.Rat).Mul(w.price, w.shares).Cmp(big.NewRat(1, 1)) > 0 {
		fs.Add(law.ErrConflict, "share_factor", string(a.ShareFactor),
			"times the price factor is above one: all shares would cost more than they did")
	}
	if a.Floor.Sign() != 0 {
		if n, ok := kernel.ReadPositive(fs, "floor", a.Floor); ok {
			w.floor = n.Rat()
			if w.floor.Cmp(w.original) > 0 && w.original.Sign() > 0 {
				fs.Add(law.ErrConflict, "floor", kernel.Plain(a.Floor), "is above the original price")
			}
		}
	}
}

// event is what one event multiplies the price and the shares by.
func (w *adjusting) event(fs *law.Faults, event Adjustment) (price, shares *big.Rat) {
	law.OneOf(fs, "kind", event.Kind, event.Kind.all()...)
	if event.Kind == Distribution {
		return w.distribution(fs, event)
	}
	if event.Kind == "" || len(*fs) > 0 {
		return nil, nil
	}
	okNew, okOld := check.Positive(fs, "new", event.New), check.Positive(fs, "old", event.Old)
	if !okNew || !okOld {
		return nil, nil
	}
	after := big.NewInt(event.New)
	code, text := codeAdjustmentSplit, "A split of "+kernel.Count(event.New)+" for "+kernel.Count(event.Old)
	if event.Kind == ShareDividend {
		code = codeAdjustmentShareDividend
		after.Add(after, big.NewInt(event.Old))
		text = "A dividend of " + kernel.Counted(event.New, "share") + " on each " + kernel.Count(event.Old)
	}
	shares = new(big.Rat).SetFrac(after, big.NewInt(event.Old))
	price = new(big.Rat).Inv(shares)
	w.decided(event, code, text+" multiplies the price by "+short(price)+
		" and the shares by "+short(shares)+".")
	return price, shares
}

// distribution is what a distribution multiplies the price and the shares by.
func (w *adjusting) distribution(fs *law.Faults, event Adjustment) (price, shares *big.Rat) {
	m, okMarket := kernel.ReadPositive(fs, "market", event.Market)
	v, okValue := kernel.ReadPositive(fs, "value", event.Value)
	if !okMarket || !okValue {
		return nil, nil
	}
	market, value := m.Rat(), v.Rat()
	if value.Cmp(market) >= 0 {
		fs.Add(law.ErrConflict, "value", kernel.Plain(event.Value), "is not less than the %s that a share is worth",
			kernel.Plain(event.Market))
		return nil, nil
	}
	price = new(big.Rat).Sub(market, value)
	price.Quo(price, market)
	shares = big.NewRat(1, 1)
	text := ", and leaves the number of shares as it is."
	if w.terms.SharesFollow {
		shares.Inv(price)
		text = " and the shares by " + short(shares) + "."
	}
	w.decided(event, codeAdjustmentDistribution, "A distribution of "+v.String()+" on a share worth "+m.String()+
		" multiplies the price by "+short(price)+text)
	return price, shares
}

// decided gives a reason under what decided the event, or else the terms.
func (w *adjusting) decided(event Adjustment, code law.Code, text string) {
	if event.Authority == (law.Citation{}) {
		event.Authority = w.authority
	}
	w.under(event.Authority, code, text)
}

// short is a factor for people. One too long for a sentence is left to the
// figures.
func short(r *big.Rat) string {
	if text := r.RatString(); len(text) <= 40 {
		return text
	}
	return "an exact fraction"
}

// limit refuses factors past the limit.
func (w *adjusting) limit(fs *law.Faults) {
	for _, factor := range [2]*big.Rat{w.price, w.shares} {
		if _, ok := factorOf(factor); !ok {
			fs.Add(law.ErrRange, "", "", "takes a running factor past %d digits", MaxFactorDigits)
			return
		}
	}
}

// use rounds the price and the shares.
func (w *adjusting) use(fs *law.Faults) {
	r := &w.result
	r.PriceFactor, _ = factorOf(w.price)
	r.ShareFactor, _ = factorOf(w.shares)
	unrounded := new(big.Rat).Mul(w.original, w.price)
	places := r.Step.places()
	w.reading(codeAdjustmentStep, codeAdjustmentStepDefault, w.terms.Step != "",
		"The price is rounded once, on use, to the "+r.Step.words())
	w.reading(codeAdjustmentRounding, codeAdjustmentRoundingDefault, w.terms.Rounding != "", "It is "+r.Rounding.String())
	r.Price = roundPlaces(unrounded, places, r.Rounding)
	w.count(fs)
	if len(*fs) > 0 {
		return
	}
	if w.over() { // never without shares, or rounded down
		r.Price, r.Rounding = roundPlaces(unrounded, places, exact.Down), exact.Down
		w.add(codeAdjustmentAggregate,
			"Rounding up would make all shares together dearer than they were: the price is rounded down.")
	}
	w.atFloor()
	if r.Price.Sign() == 0 {
		fs.Add(law.ErrRange, "price", "", "rounds to zero at the %s", r.Step.words())
		return
	}
	r.Aggregate = r.Price.Mul(decimal.NewFromInt(r.Shares))
	w.add(codeAdjustmentPrice, "From the original price of "+kernel.Of(w.terms.Price).String()+" and the running factor of "+
		short(w.price)+" the price is "+kernel.Of(r.Price).String()+" a share.")
	if w.terms.Shares > 0 {
		w.add(codeAdjustmentShares, "From the original "+kernel.Counted(w.terms.Shares, "share")+" and the running factor of "+
			short(w.shares)+" there are "+kernel.Count(r.Shares)+", rounded down; together they cost "+kernel.Of(r.Aggregate).String()+
			", not more than the original "+kernel.Of(r.Original).String()+".")
	}
}

// count makes whole shares, down, and the original aggregate.
func (w *adjusting) count(fs *law.Faults) {
	shares := new(big.Rat).Mul(new(big.Rat).SetInt64(w.terms.Shares), w.shares)
	whole := new(big.Int).Quo(shares.Num(), shares.Denom())
	if !whole.IsInt64() {
		fs.Add(law.ErrRange, "shares", strconv.FormatInt(w.terms.Shares, 10), "come to more than an int64 after the adjustments")
		return
	}
	w.result.Shares = whole.Int64()
	w.result.Original = w.terms.Price.Mul(decimal.NewFromInt(w.terms.Shares))
}

// over reports whether all shares together cost more than they did originally.
func (w *adjusting) over() bool {
	return w.result.Price.Mul(decimal.NewFromInt(w.result.Shares)).Cmp(w.result.Original) > 0
}

// atFloor raises the price to the floor, and takes away the shares that would
// then cost more than all did originally.
func (w *adjusting) atFloor() {
	r := &w.result
	if w.floor == nil || r.Price.Cmp(w.terms.Floor) >= 0 {
		return
	}
	r.Price = w.terms.Floor
	w.add(codeAdjustmentFloor, "The price is not adjusted below "+kernel.Of(w.terms.Floor).String()+".")
	if !w.over() { // never without shares
		return
	}
	total := new(big.Rat).Mul(w.original, new(big.Rat).SetInt64(w.terms.Shares))
	total.Quo(total, w.floor)
	most := new(big.Int).Quo(total.Num(), total.Denom()) // fewer than r.Shares, which cost more
	w.add(codeAdjustmentFloorShares, "At that price "+kernel.Counted(r.Shares, "share")+" would cost more than all did originally: "+
		kernel.Scaled(most, 0).String()+" remain.")
	r.Shares = most.Int64()
}
