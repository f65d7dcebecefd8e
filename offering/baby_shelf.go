package offering

import (
	"math/big"
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MethodBabyShelf names how a [Capacity] was made.
const MethodBabyShelf = "form s3 ib6"

// shelfDays is how many days before a sale the price may date from, and
// shelfMonths how long the sales before it count.
const (
	shelfDays   = 60
	shelfMonths = 12
)

// shelfRule is the part of the float that may be sold in twelve months, since
// the form first allowed it.
func shelfRule() calendar.Timeline[exact.Fraction] {
	return calendar.Timeline[exact.Fraction]{{
		From:  calendar.MustDate(2008, time.January, 28),
		Value: exact.Fraction{Num: 1, Den: 3},
		Authority: law.Citation{
			Cite: "Form S-3, General Instruction I.B.6(a)", Title: "Limited primary offerings by certain other registrants",
		},
		Checked: against("17 CFR 239.13"),
	}}
}

// The instructions to the rule.
func shelfPriceRule() law.Citation {
	return law.Citation{Cite: "Form S-3, Instruction 1 to General Instruction I.B.6", Title: "Computing the market value"}
}

func shelfLiftRule() law.Citation {
	return law.Citation{
		Cite: "Form S-3, Instruction 3 to General Instruction I.B.6", Title: "Float of $75 million",
		Doubt: "read in the same instruction of Form F-3, I.B.5, alone; the float of the day of sale is taken for that of the price",
	}
}

func shelfConcurrentRule() law.Citation {
	return law.Citation{
		Cite: "Securities Act Forms C&DI 116.22, 116.23", Title: "Capacity under General Instruction I.B.6, August 12, 2010",
		Doubt: "not read, as law firms report it; that it also counts against a takedown which is not continuous is a reading",
	}
}

// BabyShelf is a company about to sell under General Instruction I.B.6. Sale,
// Float and a price are required, and Concurrent for an answer that is not
// unknown.
type BabyShelf struct {
	// Sale is the day of the proposed sale, on which capacity is measured: for
	// a takedown that is offered continuously, the day on which its prospectus
	// supplement is filed. It is not measured again as shares are sold.
	Sale calendar.Date `json:"sale"`
	// Float is the number of shares of common equity held by non-affiliates.
	Float int64 `json:"float"`
	// Prices are prices at which the common equity was last sold, or averages
	// of bid and asked, in its principal market. Those outside the sixty days
	// before the sale are passed over; the highest of the others counts.
	Prices []DayPrice `json:"prices"`
	// Sales are the sales that the company has made under the instruction.
	Sales []ShelfSale `json:"sales,omitempty"`
	// Concurrent says whether any amount is still on offer in other continuous
	// offerings under the instruction, such as at-the-market programs. Left out
	// it is Unknown, and then no proposed sale is found to be within the limit.
	Concurrent law.YesNo `json:"concurrent,omitempty"`
	// StillOffered is what is still on offer in them, in dollars and whole
	// cents: the amounts offered less what has been sold, which belongs in
	// Sales. It belongs to a Concurrent of Yes; left out there, it is not known.
	StillOffered decimal.Decimal `json:"still_offered,omitzero"`
	// Amount is the proposed sale in dollars: all that the takedown offers,
	// however little of it may be sold. Zero asks for the capacity alone.
	Amount decimal.Decimal `json:"amount,omitzero"`
	// Effective is the day on which the registration statement took effect. Only
	// a price of a later day can lift the limit; without Effective none does.
	Effective calendar.Date `json:"effective,omitzero"`
}

// DayPrice is the price of one share on a day, in dollars.
type DayPrice struct {
	Date  calendar.Date   `json:"date"`
	Price decimal.Decimal `json:"price"`
}

// ShelfSale is a sale under the instruction, in dollars and whole cents.
type ShelfSale struct {
	Date   calendar.Date   `json:"date"`
	Amount decimal.Decimal `json:"amount"`
}

// Capacity is how much may still be sold.
//
// The zero Capacity is no answer; it comes only beside an error.
type Capacity struct {
	// Price is the highest price of the window, and PriceDate its day, the
	// earliest if there are several.
	Price     decimal.Decimal `json:"price"`
	PriceDate calendar.Date   `json:"price_date"`
	// FloatValue is Float × Price in dollars, exactly.
	FloatValue decimal.Decimal `json:"float_value"`
	// Limit is a third of it, rounded down to the cent.
	Limit decimal.Decimal `json:"limit"`
	// Sold is what was sold from WindowFrom to the day of the sale, both
	// included.
	Sold       decimal.Decimal `json:"sold"`
	WindowFrom calendar.Date   `json:"window_from"`
	// StillOffered is what counts as still on offer in other continuous
	// offerings. It is zero where there is none or it is not known.
	StillOffered decimal.Decimal `json:"still_offered,omitzero"`
	// Available is Limit less Sold and StillOffered, and zero where these are
	// more; Excess then says how much more, which is no fault if the price was
	// higher at the time. Available is zero, too, where what is still on offer
	// is not known; AtMost is then what it would be if there were none, and zero
	// elsewhere.
	Available decimal.Decimal `json:"available"`
	AtMost    decimal.Decimal `json:"at_most,omitzero"`
	Excess    decimal.Decimal `json:"excess"`
	// Fits is whether the proposed Amount may be sold: it is within Available,
	// or the limit is lifted. It is Unknown where it is within AtMost, or where only
	// the lift could allow it and Effective is not given; it is empty when no Amount
	// was proposed.
	Fits law.YesNo `json:"fits,omitempty"`
	// Lifted is true when the float came to $75 million or more after the
	// registration statement took effect, which lifts the limit; the figures
	// above are those of the limit all the same.
	Lifted bool `json:"lifted,omitempty"`
	// Method and Version are MethodBabyShelf and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the figures. Its codes begin with "offering.shelf.".
	Why law.Reasons `json:"why,omitempty"`
}

// Capacity works out how much may still be sold under the instruction: one third
// of the float at the highest price of the sixty days before the sale, less what
// was sold under it in the twelve calendar months up to and including the sale,
// and less what is still on offer in other continuous offerings under it.
//
// The instruction does not say whether the same-numbered day twelve months
// earlier is in the window; it is counted in, which can only lower the answer.
// The price must date from before the day of the sale.
//
// Errors are law.Faults: a missing Sale, Float, date or price, and no price
// within the sixty days, are law.ErrMissing; numbers below zero or beyond the
// limits are law.ErrRange; a fraction of a cent and an unknown word are
// law.ErrInvalid; a StillOffered without a Concurrent of Yes, and an Effective
// after the sale, are law.ErrConflict; a sale under an instruction that did not
// exist is law.ErrUnsupported. At most a hundred faulty rows of each list are named.
func (b BabyShelf) Capacity() (Capacity, error) {
	var fs law.Faults
	era, err := shelfRule().At(b.Sale)
	fs.Merge("sale", renamed(err))
	w := shelf{facts: b, explanation: explanation{authority: era.Authority}, part: era.Value}
	w.result = Capacity{Method: MethodBabyShelf, Version: MethodVersion}
	check.Positive(&fs, "float", b.Float)
	if b.Effective.After(b.Sale) && !b.Sale.IsZero() {
		fs.Add(law.ErrConflict, "effective", b.Effective.String(), "is after the sale on %s", b.Sale)
	}
	w.readPrices(&fs)
	w.readSales(&fs)
	w.readConcurrent(&fs)
	proposed := new(big.Int)
	if b.Amount.Sign() != 0 {
		if amount, ok := kernel.ReadCents(&fs, "amount", b.Amount); ok {
			proposed.SetInt64(amount)
		}
	}
	if len(fs) > 0 {
		return Capacity{}, fs
	}
	w.measure(proposed)
	return w.result, nil
}

// shelf is a capacity in the making.
type shelf struct {
	explanation
	facts  BabyShelf
	part   exact.Fraction
	sold   big.Int         // cents sold in the window
	known  bool            // what is still on offer in other offerings
	after  decimal.Decimal // the highest price of the sixty days that is dated after Effective
	result Capacity
}

// readPrices finds the highest price of the sixty days before the sale.
func (w *shelf) readPrices(fs *law.Faults) {
	from, through := w.facts.Sale.AddDays(-shelfDays), w.facts.Sale.AddDays(-1)
	rows := check.Rows{List: "prices"}
	for i, p := range w.facts.Prices {
		var row law.Faults
		if p.Date.IsZero() {
			row.Missing("date")
		}
		_, ok := kernel.ReadPositive(&row, "price", p.Price)
		rows.Add(fs, i, row)
		if !ok || p.Date.IsZero() || p.Date.Before(from) || p.Date.After(through) {
			continue
		}
		if e := w.facts.Effective; !e.IsZero() && p.Date.After(e) && p.Price.Cmp(w.after) > 0 {
			w.after = p.Price
		}
		best := &w.result
		if c := p.Price.Cmp(best.Price); c > 0 || c == 0 && p.Date.Before(best.PriceDate) {
			best.Price, best.PriceDate = p.Price, p.Date
		}
	}
	rows.Close(fs)
	if w.result.PriceDate.IsZero() && !w.facts.Sale.IsZero() && !rows.Faulty() {
		fs.Add(law.ErrMissing, "prices", "", "hold none from %s to %s", from, through)
	}
}

// readSales adds up the sales of the window.
func (w *shelf) readSales(fs *law.Faults) {
	w.result.WindowFrom, _ = w.facts.Sale.AddMonths(-shelfMonths)
	rows := check.Rows{List: "sales"}
	for i, sale := range w.facts.Sales {
		var row law.Faults
		if sale.Date.IsZero() {
			row.Missing("date")
		}
		amount, ok := kernel.ReadCents(&row, "amount", sale.Amount)
		rows.Add(fs, i, row)
		if ok && !sale.Date.IsZero() && !sale.Date.Before(w.result.WindowFrom) && !sale.Date.After(w.facts.Sale) {
			w.sold.Add(&w.sold, big.NewInt(amount))
		}
	}
	rows.Close(fs)
}

// readConcurrent reads what is still on offer in other continuous offerings.
func (w *shelf) readConcurrent(fs *law.Faults) {
	stated := orElse(w.facts.Concurrent, law.Unknown)
	law.OneOf(fs, "concurrent", stated, law.Yes, law.No, law.Unknown)
	offered := kernel.ReadOptionalCents(fs, "still_offered", w.facts.StillOffered)
	if offered > 0 && stated != law.Yes {
		fs.Add(law.ErrConflict, "still_offered", kernel.Plain(w.facts.StillOffered), "is stated where concurrent is not %q", law.Yes)
	}
	w.known = stated == law.No || offered > 0
	w.result.StillOffered = dollars(offered)
}

// measure works out the capacity and says how.
func (w *shelf) measure(proposed *big.Int) {
	r := &w.result
	dollars := func(cents *big.Int) decimal.Decimal { return decimal.NewFromBigInt(cents, -2) }
	r.FloatValue = r.Price.Mul(decimal.NewFromInt(w.facts.Float))
	value := kernel.RatOf(r.FloatValue)
	third := new(big.Rat).Mul(value, big.NewRat(w.part.Num, w.part.Den))
	r.Limit = roundPlaces(third, 2, exact.Down)
	r.Sold = dollars(&w.sold)
	switch left := r.Limit.Sub(r.Sold).Sub(r.StillOffered); {
	case left.Sign() < 0:
		r.Excess = left.Neg()
	case w.known:
		r.Available = left
	default:
		r.AtMost = left
	}
	say := func(d decimal.Decimal) string { return kernel.Of(d).String() }
	w.under(shelfPriceRule(), codeShelfPrice, "The highest price of the "+strconv.Itoa(shelfDays)+" days before "+
		w.facts.Sale.Long()+" is "+say(r.Price)+", of "+r.PriceDate.Long()+"; the float of "+kernel.Counted(w.facts.Float, "share")+
		" is worth "+say(r.FloatValue)+" at it.")
	w.add(codeShelfLimit, "One third of that, "+say(r.Limit)+", may be sold in twelve calendar months.")
	w.add(codeShelfSold, say(r.Sold)+" were sold from "+r.WindowFrom.Long()+" through the day of the sale, both included.")
	w.explainConcurrent(say)
	switch {
	case r.Excess.Sign() > 0:
		w.add(codeShelfExhausted, "That is "+say(r.Excess)+" more than the limit now is: nothing may be sold under it.")
	case w.known:
		w.add(codeShelfAvailable, say(r.Available)+" may be sold under it.")
	default:
		w.add(codeShelfAtMost, "At most "+say(r.AtMost)+" may be sold under it.")
	}
	w.lift()
	if proposed.Sign() > 0 {
		w.propose(dollars(proposed), say)
	}
	w.add(codeShelfUnchecked, "That the class is listed, that the company is and was no shell, and that the sales and the amounts "+
		"still on offer are stated in full, is not examined here.")
	r.Why = w.why
}

// explainConcurrent says what other continuous offerings count for.
func (w *shelf) explainConcurrent(say func(decimal.Decimal) string) {
	const others = " in other continuous offerings under the instruction"
	switch {
	case !w.known && w.facts.Concurrent == law.Yes:
		w.under(shelfConcurrentRule(), codeShelfConcurrentUnknown, "What is still on offer"+others+
			" counts too, and its amount is not stated.")
	case !w.known:
		w.under(shelfConcurrentRule(), codeShelfConcurrentUnknown, "What is still on offer"+others+
			" counts too, and it is not stated whether there is any.")
	case w.result.StillOffered.Sign() > 0:
		w.under(shelfConcurrentRule(), codeShelfConcurrent, say(w.result.StillOffered)+" is still on offer"+others+" and counts too.")
	default:
		w.under(shelfConcurrentRule(), codeShelfConcurrent, "Nothing is still on offer"+others+".")
	}
}

// lift says whether the float lifts the limit.
func (w *shelf) lift() {
	r, enough := &w.result, decimal.New(75_000_000, 0)
	switch {
	case w.after.Mul(decimal.NewFromInt(w.facts.Float)).Cmp(enough) >= 0:
		r.Lifted = true
		w.under(shelfLiftRule(), codeShelfLifted, "After "+w.facts.Effective.Long()+", when the registration statement took effect, "+
			"the float was worth $75 million or more, which lifts the limit.")
	case r.FloatValue.Cmp(enough) < 0:
	case w.facts.Effective.IsZero():
		w.under(shelfLiftRule(), codeShelfUnlifted, "The float is worth $75 million or more. That lifts the limit only if it came to that "+
			"after the registration statement took effect, the day of which is not given.")
	default:
		w.under(shelfLiftRule(), codeShelfUnlifted, "The float was worth $75 million or more, but no price dated after "+
			w.facts.Effective.Long()+", when the registration statement took effect, shows that; the limit is not lifted.")
	}
}

// propose says whether the proposed sale may be made.
func (w *shelf) propose(amount decimal.Decimal, say func(decimal.Decimal) string) {
	r := &w.result
	more := amount.Sub(r.Available).Sub(r.AtMost) // one of them is zero
	r.Fits = yesIf(more.Sign() <= 0 || r.Lifted)
	text := "The proposed sale of " + say(amount) + " is "
	switch {
	case more.Sign() <= 0 && !w.known && !r.Lifted:
		r.Fits = law.Unknown
		w.add(codeShelfUnknown, text+"within that; whether it may be made turns on what is still on offer.")
	case more.Sign() <= 0:
		w.add(codeShelfFits, text+"within it.")
	case r.Lifted:
		w.under(shelfLiftRule(), codeShelfFits, text+say(more)+" more than that, and may be made because the limit is lifted.")
	case w.facts.Effective.IsZero() && w.why.Has(codeShelfUnlifted):
		r.Fits = law.Unknown
		w.under(shelfLiftRule(), codeShelfUnknown, text+say(more)+" more than that; whether the limit is lifted is not known.")
	default:
		w.add(codeShelfExceeds, text+say(more)+" more.")
	}
}
