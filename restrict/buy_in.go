package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
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
	CostCommissions     law.YesNo `json:"cost_commissions"`
	ProceedsCommissions law.YesNo `json:"proceeds_commissions,omitempty"`
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
	// Calendar says which days are business days. Required with Waits, and with
	// PayWithin unless PayCalendar is given.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
	// PayCalendar says which days are business days for PayWithin, such as those of
	// the banks where Waits counts the days of an exchange. The zero PayCalendar
	// reads Calendar.
	PayCalendar calendar.Calendar `json:"pay_calendar,omitzero"`
	// Rounding turns the exact sum into cents. Required.
	Rounding exact.Rounding `json:"rounding"`
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
	AveragePrice Comparator = "volume weighted average price"
)

func (Comparator) all() []Comparator {
	return []Comparator{SaleProceeds, PurchasePrice, ExercisePrice, ClosingBid, AveragePrice}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *Comparator) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

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
	Rounding exact.Rounding `json:"rounding"`
	// Why lists the steps.
	Why law.Reasons `json:"why"`
}

// The codes of the steps in BuyInFinding.Why.
const (
	codeBuyInCounted  law.Code = "buy_in.counted"
	codeBuyInNot      law.Code = "buy_in.not_counted"
	codeBuyInLoss     law.Code = "buy_in.loss"
	codeBuyInNoLoss   law.Code = "buy_in.no_loss"
	codeBuyInOffset   law.Code = "buy_in.offset"
	codeBuyInDue      law.Code = "buy_in.due"
	codeBuyInInterest law.Code = "buy_in.interest"
)

// buyInCodes is the part of the catalog above.
func buyInCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeBuyInCounted, Text: "The purchases that count."},
		{Code: codeBuyInNot, Text: "A purchase does not count, or not in full."},
		{Code: codeBuyInLoss, Text: "The cost of the buy-in exceeds the comparator."},
		{Code: codeBuyInNoLoss, Text: "The cost of the buy-in does not exceed the comparator."},
		{Code: codeBuyInOffset, Text: "Damages already paid are deducted."},
		{Code: codeBuyInDue, Text: "The day on which the payment is due."},
		{Code: codeBuyInInterest, Text: "The interest on the late payment."},
	}
}

// mostPurchases bounds the purchases of one buy-in.
const mostPurchases = 10_000
