package restrict

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// BuyIn is a clause for the holder who sold shares, did not get them, and had to
// buy others: the company pays what they cost beyond what the clause holds the
// cost against. It is plain data.
//
// The zero BuyIn is refused, since it compares with nothing.
type BuyIn struct {
	// Comparator is what the cost is held against. Required.
	Comparator Comparator `json:"comparator"`
	// CostCommissions says whether the commissions of the purchases belong to
	// their cost, and ProceedsCommissions whether those of the sale are taken off
	// its proceeds ("net proceeds"). Required: Yes or No; the second only with
	// [SaleProceeds].
	CostCommissions     YesNo `json:"cost_commissions"`
	ProceedsCommissions YesNo `json:"proceeds_commissions,omitempty"`
	// LessDamages takes off the damages for late delivery that were paid for the
	// same shares.
	LessDamages bool `json:"less_damages,omitempty"`
	// Waits is how many business days after the delivery was due a purchase
	// counts: 1 is from the next business day on. 0 counts every purchase after
	// the day due.
	Waits int `json:"waits,omitempty"`
	// PayWithin is how many business days after the demand the sum is due.
	PayWithin int `json:"pay_within,omitempty"`
	// Interest is what the sum bears after that; the zero Interest is none.
	Interest DamagesInterest `json:"interest,omitzero"`
	// Calendar says which days are business days. Required with Waits or PayWithin.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
	// Rounding turns the exact sum into cents. Required.
	Rounding CentsRounding `json:"rounding"`
	// Authority is the section of the contract.
	Authority law.Citation `json:"authority,omitzero"`
}

// Comparator is what the cost of a buy-in is held against. The zero Comparator
// is refused.
type Comparator string

const (
	// SaleProceeds is what the holder got for the shares that it sold.
	SaleProceeds Comparator = "sale proceeds"
	// PurchasePrice is what the holder paid the company for them.
	PurchasePrice Comparator = "purchase price"
	// ExercisePrice is what it paid on exercise.
	ExercisePrice Comparator = "exercise price"
	// ClosingBid is the market's closing bid on the day that the clause names.
	ClosingBid Comparator = "closing bid"
	// AveragePrice is the volume-weighted average price of that day.
	AveragePrice Comparator = "volume-weighted average price"
)

// BuyInFacts tells what was owed, bought and paid. The zero BuyInFacts is
// refused.
type BuyInFacts struct {
	// Owed is the number of shares not delivered. Required.
	Owed int64 `json:"owed"`
	// Due is the last day on which they could be delivered in time. Required.
	Due calendar.Date `json:"due"`
	// Price is the comparator for one share. Required unless it is SaleProceeds.
	Price decimal.Decimal `json:"price,omitzero"`
	// Proceeds is what the sale of the shares owed brought before commissions, and
	// ProceedsCommissions those. Required, and 0 if none, with SaleProceeds.
	Proceeds            decimal.Decimal `json:"proceeds,omitzero"`
	ProceedsCommissions decimal.Decimal `json:"proceeds_commissions,omitzero"`
	// Purchases are in the order in which they were made.
	Purchases []BuyInPurchase `json:"purchases,omitempty"`
	// DamagesPaidCents is what was paid for late delivery of the same shares.
	DamagesPaidCents int64 `json:"damages_paid_cents,omitempty"`
	// Demanded is the day of the holder's demand, and Paid that of the payment;
	// "no date" says not yet. Through is the day to run interest to meanwhile.
	Demanded calendar.Date `json:"demanded,omitzero"`
	Paid     calendar.Date `json:"paid,omitzero"`
	Through  calendar.Date `json:"through,omitzero"`
}

// BuyInPurchase is one purchase in the open market.
type BuyInPurchase struct {
	Date   calendar.Date `json:"date"`
	Shares int64         `json:"shares"`
	// Cost is for all of them, before commissions.
	Cost        decimal.Decimal `json:"cost"`
	Commissions decimal.Decimal `json:"commissions,omitzero"`
}

// BuyInFinding is what the company owes. The zero BuyInFinding is no answer and
// appears only beside an error.
type BuyInFinding struct {
	// Covered is how many of the shares owed were bought. Purchases beyond Owed
	// count pro rata up to it, in their order.
	Covered int64 `json:"covered"`
	// CostCents and AgainstCents are the two sides for the shares covered, each
	// rounded; the sum is rounded once from the exact ones.
	CostCents    int64 `json:"cost_cents"`
	AgainstCents int64 `json:"against_cents"`
	// LossCents is the cost beyond the comparator, never below 0.
	LossCents int64 `json:"loss_cents"`
	// OffsetCents is what damages paid take off, and Cents what is left.
	OffsetCents int64 `json:"offset_cents,omitempty"`
	Cents       int64 `json:"cents"`
	// Due is the day on which Cents falls due; "no date" before a demand.
	Due           calendar.Date `json:"due,omitzero"`
	InterestDays  int           `json:"interest_days,omitempty"`
	InterestCents int64         `json:"interest_cents,omitempty"`
	// Counted tells of each purchase how many of its shares count.
	Counted []int64 `json:"counted,omitempty"`
	// Rounding is the clause's.
	Rounding CentsRounding `json:"rounding"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// The codes of the steps in BuyInFinding.Why.
const (
	// CodeBuyInCounted tells which purchases count, and CodeBuyInNot why one does
	// not, or not in full.
	CodeBuyInCounted = "buy_in.counted"
	CodeBuyInNot     = "buy_in.not-counted"
	// CodeBuyInLoss and CodeBuyInNoLoss hold the cost against the comparator.
	CodeBuyInLoss   = "buy_in.loss"
	CodeBuyInNoLoss = "buy_in.no-loss"
	// CodeBuyInOffset takes off damages paid.
	CodeBuyInOffset = "buy_in.offset"
	// CodeBuyInDue tells when the sum is due, and CodeBuyInInterest what it bore.
	CodeBuyInDue      = "buy_in.due"
	CodeBuyInInterest = "buy_in.interest"
)

// mostPurchases bounds the purchases of one buy-in.
const mostPurchases = 10_000

// Assess tells what the company owes for the purchases. The error is
// [law.Faults]: a missing word, number or calendar, amounts below zero or beyond
// the limits, a day outside the calendar, or a payment before the demand.
func (b BuyIn) Assess(f BuyInFacts) (BuyInFinding, error) {
	var fs law.Faults
	b.validate(&fs)
	b.checkFacts(&fs, &f)
	if err := fs.Err(); err != nil {
		return BuyInFinding{}, err
	}
	out := BuyInFinding{Rounding: b.Rounding}
	cost, err := b.count(&f, &out)
	if err != nil {
		return BuyInFinding{}, err
	}
	against := b.against(&f, out.Covered)
	loss := new(big.Rat).Sub(cost, against)
	if loss.Sign() < 0 {
		loss.SetInt64(0)
	}
	for _, side := range [...]struct {
		exact *big.Rat
		cents *int64
	}{{cost, &out.CostCents}, {against, &out.AgainstCents}, {loss, &out.LossCents}} {
		cents, ok := b.Rounding.cents(side.exact)
		if !ok {
			return BuyInFinding{}, tooMuch("buy_in")
		}
		*side.cents = cents
	}
	out.Cents = out.LossCents
	if b.LessDamages {
		out.OffsetCents = min(f.DamagesPaidCents, out.LossCents)
		out.Cents -= out.OffsetCents
	}
	b.explain(&f, &out)
	if err := b.pay(&f, &out); err != nil {
		return BuyInFinding{}, err
	}
	return out, nil
}

// count adds up the purchases that count, in exact cents.
func (b *BuyIn) count(f *BuyInFacts, out *BuyInFinding) (*big.Rat, error) {
	first := f.Due.AddDays(1)
	if b.Waits > 0 {
		var err error
		if first, err = b.Calendar.Add(f.Due, b.Waits); err != nil {
			return nil, err
		}
	}
	cost := new(big.Rat)
	for i := range f.Purchases {
		p := &f.Purchases[i]
		counts := min(p.Shares, f.Owed-out.Covered)
		if p.Date.Before(first) {
			counts = 0
			b.say(out, CodeBuyInNot, "The purchase of ", p.Date.Long(), " does not count; the clause counts those from ",
				first.Long(), " on.")
		} else if counts < p.Shares {
			b.say(out, CodeBuyInNot, "Of the ", thousands(p.Shares), " shares bought on ", p.Date.Long(), ", ", thousands(counts),
				" count, since no more were owed.")
		}
		out.Counted = append(out.Counted, counts)
		out.Covered += counts
		all := decimalAmount(p.Cost).rat()
		if b.CostCommissions == Yes {
			all.Add(all, decimalAmount(p.Commissions).rat())
		}
		cost.Add(cost, all.Mul(all, big.NewRat(counts, p.Shares)))
	}
	return cost.Mul(cost, big.NewRat(100, 1)), nil
}

// against is the comparator for so many shares, in exact cents.
func (b *BuyIn) against(f *BuyInFacts, covered int64) *big.Rat {
	if b.Comparator != SaleProceeds {
		price := decimalAmount(f.Price).rat()
		return price.Mul(price, new(big.Rat).Mul(big.NewRat(100, 1), new(big.Rat).SetInt64(covered)))
	}
	proceeds := decimalAmount(f.Proceeds).rat()
	if b.ProceedsCommissions == Yes {
		proceeds.Sub(proceeds, decimalAmount(f.ProceedsCommissions).rat())
	}
	part := big.NewRat(covered, f.Owed)
	return proceeds.Mul(proceeds, part.Mul(part, big.NewRat(100, 1)))
}

// pay tells when the sum is due and what it bears.
func (b *BuyIn) pay(f *BuyInFacts, out *BuyInFinding) error {
	if f.Demanded.IsZero() {
		return nil
	}
	out.Due = f.Demanded
	if b.PayWithin > 0 {
		due, err := b.Calendar.Add(f.Demanded, b.PayWithin)
		if err != nil {
			return err
		}
		out.Due = due
	}
	b.say(out, CodeBuyInDue, "Demanded on ", f.Demanded.Long(), ", the sum is due on ", out.Due.Long(), ".")
	paid := f.Paid
	if paid.IsZero() {
		paid = f.Through
	}
	if b.Interest.Percent.Sign() == 0 || !paid.After(out.Due) {
		return nil
	}
	out.InterestDays = paid.Sub(out.Due)
	cents, ok := b.Rounding.cents(b.Interest.on(out.Cents, out.InterestDays))
	if !ok {
		return tooMuch("interest")
	}
	out.InterestCents = cents
	b.say(out, CodeBuyInInterest, "From then it bore simple interest of ", plainDecimal(b.Interest.Percent), " percent for each ",
		string(b.Interest.Per), ", for ", strconv.Itoa(out.InterestDays), " days: ", dollarWords(cents), ".")
	return nil
}
