package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MethodAdjustment names how an [Adjusted] was made: exact running factors,
// rounded once on use.
const MethodAdjustment = "running factor"

// PriceStep is the step to which an adjusted price is rounded when it is used.
// The zero PriceStep is Cent.
type PriceStep string

// The steps.
const (
	// Cent is two places after the point.
	Cent PriceStep = "cent"
	// TenMillionth is seven places after the point.
	TenMillionth PriceStep = "ten millionth"
)

func (PriceStep) all() []PriceStep {
	return []PriceStep{Cent, TenMillionth}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *PriceStep) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// places is the step as places after the point.
func (s PriceStep) places() int {
	if s == TenMillionth {
		return 7
	}
	return 2
}

// words is the step in a sentence: "… to the nearest cent".
func (s PriceStep) words() string {
	if s == TenMillionth {
		return "ten-millionth"
	}
	return "cent"
}

// Adjustable is what a warrant or convertible says about its price and its
// number of shares. Price alone is required.
type Adjustable struct {
	// Price is the original exercise or conversion price of one share.
	Price decimal.Decimal `json:"price"`
	// Shares is the original number of shares. Zero adjusts a price alone.
	Shares int64 `json:"shares,omitempty"`
	// PriceFactor and ShareFactor are what earlier adjustments came to, as
	// [Adjusted] gave them. Zero is none.
	PriceFactor Factor `json:"price_factor,omitempty"`
	ShareFactor Factor `json:"share_factor,omitempty"`
	// Step is what the price is rounded to on use. Zero is Cent.
	Step PriceStep `json:"step,omitempty"`
	// Rounding makes the price whole steps. Zero is Nearest.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// SharesFollow is true where the number of shares also rises when a
	// distribution lowers the price, so that the aggregate price stays what it
	// was. False changes it by splits and share dividends alone.
	SharesFollow bool `json:"shares_follow,omitempty"`
	// Floor is the least price, such as par. Zero sets none.
	Floor decimal.Decimal `json:"floor,omitzero"`
	// Authority is the section on adjustments.
	Authority law.Citation `json:"authority,omitzero"`
}

// AdjustmentKind says what happened. It is required.
type AdjustmentKind string

// The kinds of adjustment.
const (
	// ShareSplit makes New shares of each Old. A reverse split has New below Old.
	ShareSplit AdjustmentKind = "split"
	// ShareDividend pays New shares on each Old held.
	ShareDividend AdjustmentKind = "share dividend"
	// Distribution pays Value in cash or assets on a share worth Market: the
	// price is multiplied by (Market - Value) ÷ Market.
	Distribution AdjustmentKind = "distribution"
)

func (AdjustmentKind) all() []AdjustmentKind {
	return []AdjustmentKind{ShareSplit, ShareDividend, Distribution}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (a *AdjustmentKind) UnmarshalText(text []byte) error {
	return law.ReadWord(a, text, a.all()...)
}

// Adjustment is one event that changes a price.
type Adjustment struct {
	// Kind says which of the other fields are required.
	Kind AdjustmentKind `json:"kind"`
	New  int64          `json:"new,omitempty"`
	Old  int64          `json:"old,omitempty"`
	// Market is the value of one share before the distribution, Value what is
	// distributed on it; Value is the smaller.
	Market decimal.Decimal `json:"market,omitzero"`
	Value  decimal.Decimal `json:"value,omitzero"`
	// Authority is what decided the event, such as a board resolution. Zero is
	// the authority of the terms.
	Authority law.Citation `json:"authority,omitzero"`
}

// Adjusted is a price and a number of shares after adjustments.
//
// The zero Adjusted is no answer; it comes only beside an error.
type Adjusted struct {
	// PriceFactor and ShareFactor are the exact running factors, earlier ones
	// included. Keep them, and not the rounded price, for the next adjustment.
	PriceFactor Factor `json:"price_factor"`
	ShareFactor Factor `json:"share_factor"`
	// Price is the original price times its factor, rounded to the step.
	Price decimal.Decimal `json:"price"`
	// Shares is the original number times its factor, rounded down; zero when
	// only a price is adjusted.
	Shares int64 `json:"shares"`
	// Original is the original price times the original shares; Aggregate is
	// Price × Shares, never above it.
	Original  decimal.Decimal `json:"original"`
	Aggregate decimal.Decimal `json:"aggregate"`
	// Step and Rounding are the readings used; Rounding is Down where the
	// aggregate price would have passed the original otherwise.
	Step     PriceStep      `json:"step"`
	Rounding exact.Rounding `json:"rounding"`
	// Method and Version are MethodAdjustment and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains each adjustment and the result. Its codes begin with
	// "offering.adjustment.".
	Why law.Reasons `json:"why,omitempty"`
}
