package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MarketPrice is a price that an agreement sets by the market: "90% of the
// closing price", "the lower of 93% of the five-day VWAP and the close, and not
// less than $0.25". References and Increment are required.
type MarketPrice struct {
	// References are the prices that the agreement names, at most 100.
	References []Reference `json:"references"`
	// Pick says which of several governs. It is required when there is more
	// than one.
	Pick Pick `json:"pick,omitempty"`
	// Floor is the least that the price may be. Zero sets none.
	Floor decimal.Decimal `json:"floor,omitzero"`
	// Increment is what the price is a multiple of: 0.0001 for four decimals. A
	// floor between two multiples stands as it is.
	Increment decimal.Decimal `json:"increment"`
	// Rounding rounds the price to it. Zero is Nearest, and a reason says that
	// it was not stated.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// Authority is the section that sets the price; the reasons cite it. Zero
	// cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// Reference is one price that an agreement names: a close, an average, a stated
// price, or a percentage of it.
type Reference struct {
	// Name says what it is, such as "close on June 3", once in a list. It is
	// required.
	Name string `json:"name"`
	// Prices are the market's, in dollars, at most 1,000: one for a close, ten
	// for a ten-day average. At least one is required.
	Prices []decimal.Decimal `json:"prices"`
	// Volumes are the shares traded at each of Prices, for an average weighted
	// by them (VWAP). Without them each price counts alike.
	Volumes []int64 `json:"volumes,omitempty"`
	// Lowest takes the average of so many of the lowest Prices alone. Zero
	// takes all. It does not go with Volumes.
	Lowest int `json:"lowest,omitempty"`
	// Percent is the part of the average that the agreement names: 90 for a
	// discount of 10%, 110 for a premium. Zero is 100.
	Percent decimal.Decimal `json:"percent,omitzero"`
}

// Pick says which of several reference prices governs. The zero Pick is none.
type Pick string

// The ways to pick.
const (
	// LowerOf takes the lowest reference price.
	LowerOf Pick = "lower of"
	// GreaterOf takes the highest.
	GreaterOf Pick = "greater of"
)

func (Pick) all() []Pick {
	return []Pick{LowerOf, GreaterOf}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *Pick) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

// MethodMarketPrice names how a [PriceSet] is made.
const MethodMarketPrice = "market price"

// PriceSet is a price set by the market.
//
// The zero PriceSet is no answer; it comes only beside an error.
type PriceSet struct {
	// Price is the price of one share in dollars.
	Price decimal.Decimal `json:"price"`
	// Governs names the reference price that was picked, the earlier of equal
	// ones. It is empty when Floor governs.
	Governs string `json:"governs,omitempty"`
	// AtFloor is true when the picked price, rounded, is below the floor.
	AtFloor bool `json:"at_floor,omitempty"`
	// References are the reference prices, each rounded as Price is; which one
	// governs is decided before rounding.
	References []ReferencePrice `json:"references"`
	// Rounding is the reading used, with the default filled in.
	Rounding exact.Rounding `json:"rounding"`
	// Method and Version name how it was made: MethodMarketPrice,
	// MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains Price. Its codes are "offering.reading.rounding" or the same
	// with ".default", "offering.price.reference" for each, then
	// "offering.price.only", "offering.price.lower_of" or
	// "offering.price.greater_of", and "offering.price.floor".
	Why law.Reasons `json:"why,omitempty"`
}

// ReferencePrice is what one reference comes to.
type ReferencePrice struct {
	// Name is that of the reference.
	Name string `json:"name"`
	// Average is the average of its prices, and Price the percentage of that,
	// both rounded for show.
	Average decimal.Decimal `json:"average"`
	Price   decimal.Decimal `json:"price"`
}
