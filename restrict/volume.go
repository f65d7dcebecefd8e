package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// Volume asks how much of a class of securities may be sold under paragraph (e)
// of Rule 144. Amounts are shares; for debt they are principal, in one unit of
// money throughout, such as whole dollars.
//
// The zero Volume states nothing and is refused.
type Volume struct {
	// Sale is the day of the sale, which selects the version of the rule.
	// Required.
	Sale calendar.Date `json:"sale"`
	// Proposed is what is to be sold that day, in the shares of that day. 0
	// asks for the limit alone.
	Proposed int64 `json:"proposed,omitempty"`
	// Security tells equity from debt. Required.
	Security Security `json:"security"`
	// Seller is the person for whose account the sale is made.
	Seller Seller `json:"seller"`
	// Outstanding is the class as the issuer's most recent report or statement
	// shows it: not a number from its own books. 0 is "not stated", and leaves
	// the limit a lower bound.
	Outstanding int64 `json:"outstanding,omitempty"`
	// OutstandingAsOf is the day in whose shares it is counted. Required if
	// there are splits.
	OutstandingAsOf calendar.Date `json:"outstanding_as_of,omitzero"`
	// Tranche is the principal of the debt tranche sold, or the class of
	// non-convertible preferred stock. 0 is "not stated". Refused for equity.
	Tranche int64 `json:"tranche,omitempty"`
	// Market tells where the class is traded. Required.
	Market Market `json:"market"`
	// Notice is the day on which the notice on Form 144 is filed, and Order the
	// day on which the broker receives the order or a market maker executes it.
	// The four calendar weeks of trading are those before the notice or, if
	// none is filed, the order. One of them is required for a class traded on
	// national exchanges.
	Notice calendar.Date `json:"notice,omitzero"`
	Order  calendar.Date `json:"order,omitzero"`
	// Weeks holds the reported volume of trading. A week of the four that is
	// left out is unknown.
	Weeks []WeekVolume `json:"weeks,omitempty"`
	// Sales lists what was sold before, by the seller and by others, without
	// what is proposed. All that was sold in the three months belongs here.
	Sales []Trade `json:"sales,omitempty"`
	// Splits lists the splits of the class that took effect by the day of the
	// sale.
	Splits []Split `json:"splits,omitempty"`
	// Name is the seller's name in Sales and Relations. It may be left out if
	// there are no relations.
	Name string `json:"name,omitempty"`
	// Relations tells how the others in Sales stand to the seller. A person of
	// whom nothing is told may count or not.
	Relations []Relation `json:"relations,omitempty"`
	// Seasoned tells whether the issuer has been subject to reporting for at
	// least 90 days before the sale. Required if a pledge, gift or trust is
	// among the relations.
	Seasoned law.YesNo `json:"seasoned,omitempty"`
}

// Market tells where a class of securities is traded. Only trading on national
// securities exchanges, or reported through the automated quotation system of
// a registered association, is averaged. The zero Market is "not stated".
type Market string

// The kinds of market.
const (
	// MarketNational is a national securities exchange, or Nasdaq's system.
	MarketNational Market = "national"
	// MarketOver is over the counter, the OTC Bulletin Board included:
	// C&DI 133.02.
	MarketOver Market = "over the counter"
	// MarketForeign is an exchange outside the United States: C&DI 133.01.
	MarketForeign Market = "foreign"
	// MarketNone is no market.
	MarketNone Market = "none"
	// MarketUnknown may be any of them.
	MarketUnknown Market = "unknown"
)

func (Market) all() []Market {
	return []Market{MarketNational, MarketOver, MarketForeign, MarketNone, MarketUnknown}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (m *Market) UnmarshalText(text []byte) error {
	return law.ReadWord(m, text, m.all()...)
}

// WeekVolume is the trading that was reported for one calendar week.
type WeekVolume struct {
	// Week is any day of the week, which runs from Sunday to Saturday.
	// Required.
	Week calendar.Date `json:"week"`
	// Amount is the volume. 0 says that nothing was traded.
	Amount int64 `json:"amount"`
	// Market is where, if not where Volume.Market says. Trading elsewhere than
	// on national markets does not count.
	Market Market `json:"market,omitempty"`
	// AsOf is the day in whose shares Amount is counted. "No date" is the
	// week's Sunday; a week in which a split took effect must state it.
	AsOf calendar.Date `json:"as_of,omitzero"`
}

// Trade is one sale of securities of the class, made or planned.
type Trade struct {
	// Date is the trade date. Required.
	Date calendar.Date `json:"date"`
	// Amount is what was sold, in the shares of that day. It must be above 0.
	Amount int64 `json:"amount"`
	// Person is for whose account; empty for the seller's own.
	Person string `json:"person,omitempty"`
	// Kind is how it was sold, if not in reliance on Rule 144. The zero
	// TradeKind is a sale that counts.
	Kind TradeKind `json:"kind,omitempty"`
	// Converts makes the trade one of a security that converts into the class:
	// it is the number of shares that one unit sold converts into.
	Converts decimal.Decimal `json:"converts,omitzero"`
	// Proceeds is the price of the whole trade in dollars. Only [Form144] uses
	// it, and takes zero as unknown.
	Proceeds decimal.Decimal `json:"proceeds,omitzero"`
}

// TradeKind is a way of selling that does not count toward the limit. The zero
// TradeKind is none of them: the sale counts.
type TradeKind string

// The ways that paragraph (e)(3)(vii) and the staff leave out.
const (
	// SoldRegistered is under an effective registration statement.
	SoldRegistered TradeKind = "registered"
	// SoldRegulationA is under Regulation A.
	SoldRegulationA TradeKind = "regulation a"
	// SoldPrivate is exempt under section 4 and involves no public offering.
	SoldPrivate TradeKind = "private"
	// SoldRegulationS is offshore under Regulation S.
	SoldRegulationS TradeKind = "regulation s"
	// SoldFormS8 is a reoffer under General Instruction C.2(b) of Form S-8.
	SoldFormS8 TradeKind = "form s-8"
	// SoldOther is, by a pledgee, donee, trust or estate, the sale of other
	// securities than those it has by the pledge, gift, trust or estate.
	SoldOther TradeKind = "other securities"
)

func (TradeKind) all() []TradeKind {
	return []TradeKind{SoldRegistered, SoldRegulationA, SoldPrivate, SoldRegulationS, SoldFormS8, SoldOther}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (t *TradeKind) UnmarshalText(text []byte) error {
	return law.ReadWord(t, text, t.all()...)
}

// Split is a split of the class: New shares for Old ones. A reverse split has
// fewer New than Old, and a stock dividend of 5 percent is 105 for 100.
type Split struct {
	// Effective is the first day whose amounts are counted in new shares.
	// Required.
	Effective calendar.Date `json:"effective"`
	// New and Old are each from 1 to 1,000,000.
	New int64 `json:"new"`
	Old int64 `json:"old"`
	// Authority is the resolution or announcement.
	Authority law.Citation `json:"authority,omitzero"`
}

// VolumeAnswer is whether a sale keeps to the limit. The zero VolumeAnswer is
// no answer and appears only beside an error.
type VolumeAnswer string

// The answers about an amount.
const (
	// VolumeWithin says that the sale keeps to the limit.
	VolumeWithin VolumeAnswer = "within"
	// VolumeAtLeast says that it keeps to a lower bound of the limit. The limit
	// itself is not known, because a fact is not, but can only be higher.
	VolumeAtLeast VolumeAnswer = "within the lower bound"
	// VolumeExceeds says that it does not keep to the limit.
	VolumeExceeds VolumeAnswer = "exceeds"
	// VolumeUnknown says that the answer turns on a fact that is unknown.
	VolumeUnknown VolumeAnswer = "unknown"
	// VolumeFree says that paragraph (e) does not bind the sale.
	VolumeFree VolumeAnswer = "no limit"
)

func (VolumeAnswer) all() []VolumeAnswer {
	return []VolumeAnswer{VolumeWithin, VolumeAtLeast, VolumeExceeds, VolumeUnknown, VolumeFree}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (v *VolumeAnswer) UnmarshalText(text []byte) error {
	return law.ReadWord(v, text, v.all()...)
}
