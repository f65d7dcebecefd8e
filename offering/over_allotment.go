package offering

import (
	"math/big"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// OverAllotment is a base offering with an option for more, as underwriters have
// it to cover what they sell beyond the base. Base and Percent are required.
type OverAllotment struct {
	// Base is the number of shares offered without the option.
	Base int64 `json:"base"`
	// Percent is the size of the option as a percentage of Base, 15 for 15%.
	// The option is rounded down to whole shares.
	Percent decimal.Decimal `json:"percent"`
	// Way says how base and option are divided. Zero is SecondClosing, and a
	// reason says that it was not stated.
	Way OverAllotmentWay `json:"way,omitempty"`
	// Ties has a key for each of the indications, such as the time or a number
	// drawn by lot: among rows with an equal claim to the last share the smaller
	// key gets it. With a different key in each row the order of the list has no
	// bearing. Where keys are equal, or there are none, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
	// Authority is the section that grants the option; the reasons cite it.
	// Zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// OverAllotmentWay says how the shares of base and option are divided among the
// orders. Both ways divide pro rata by largest remainder; they may differ by a
// share in a row, because largest remainder over a larger total is not largest
// remainder over the base with something added.
//
// The zero OverAllotmentWay is SecondClosing.
type OverAllotmentWay string

// The ways to divide base and option.
const (
	// SecondClosing divides the base first, pro rata to what is asked for, and
	// then the option pro rata to what the base left unfilled. Whoever has
	// shares of the base keeps them.
	SecondClosing OverAllotmentWay = "second closing"
	// OneGo divides base and option together, pro rata to what is asked for.
	OneGo OverAllotmentWay = "one go"
)

func (OverAllotmentWay) all() []OverAllotmentWay {
	return []OverAllotmentWay{SecondClosing, OneGo}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (o *OverAllotmentWay) UnmarshalText(text []byte) error {
	return law.ReadWord(o, text, o.all()...)
}

// Indication is what one investor, or one underwriter, asks for.
type Indication struct {
	// Investor names the investor, once in a list. It is required.
	Investor string `json:"investor"`
	// Shares is the number asked for. It is required.
	Shares int64 `json:"shares"`
}

// MethodOverAllotment names how [OverAllotted] is made.
const MethodOverAllotment = "over allotment"

// OverAllotted is a base and its option divided among the indications, both ways.
//
// The zero OverAllotted is no answer; it comes only beside an error.
type OverAllotted struct {
	// Rows has one row for each indication, in the order given.
	Rows []OverAllottedRow `json:"rows"`
	// Base is the number of shares offered, Option the most that the option
	// adds, and Demand the sum of what is asked for.
	Base   int64 `json:"base"`
	Option int64 `json:"option"`
	Demand int64 `json:"demand"`
	// Used is how much of the option the demand takes: what it asks beyond the
	// base, and at most Option.
	Used int64 `json:"used"`
	// Shares is the sum of the rows: Base and Used, or Demand if that is less.
	// Unsold is what remains of Base, Unfilled what remains of Demand.
	Shares   int64 `json:"shares"`
	Unsold   int64 `json:"unsold"`
	Unfilled int64 `json:"unfilled"`
	// Differing is the number of rows that get more one way than the other.
	Differing int64 `json:"differing"`
	// Way is the reading used, with the default filled in.
	Way OverAllotmentWay `json:"way"`
	// Method and Version name how it was made: MethodOverAllotment,
	// MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the option, the reading and the totals; the rows explain
	// themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// OverAllottedRow is one investor's part, in shares.
type OverAllottedRow struct {
	// Investor and Demand are those of the indication.
	Investor string `json:"investor"`
	Demand   int64  `json:"demand"`
	// Shares is what the row gets by the way chosen.
	Shares int64 `json:"shares"`
	// Base and Option are its parts when the option is a second closing.
	Base   int64 `json:"base"`
	Option int64 `json:"option"`
	// OneGo is its part when base and option are divided together, and
	// Difference is OneGo - Base - Option.
	OneGo      int64 `json:"one_go"`
	Difference int64 `json:"difference"`
	// Why explains Shares, and why the row got an odd share or did not. Its
	// codes are "offering.over_allotment." and "filled", "base", "option" or
	// "one_go".
	Why law.Reasons `json:"why,omitempty"`
}

// OptionShares is the most that the option adds: Percent of Base, rounded down.
//
// A base or percentage of zero is law.ErrMissing; below zero, beyond the limits
// or past an int64 in all is law.ErrRange.
func (o OverAllotment) OptionShares() (int64, error) {
	var fs law.Faults
	option := o.option(&fs)
	return option, fs.Err()
}

// option is OptionShares with the faults recorded.
func (o OverAllotment) option(fs *law.Faults) int64 {
	switch {
	case o.Base == 0:
		fs.Missing("base")
	case o.Base < 0:
		check.NotBelowZero(fs, "base", o.Base)
	}
	percent := kernel.ReadRat(fs, "percent", o.Percent)
	if len(*fs) > 0 {
		return 0
	}
	base := new(big.Rat).SetInt64(o.Base)
	option := kernel.RoundRat(kernel.Percent(base, percent), exact.Down)
	if all := new(big.Int).Add(option, base.Num()); !all.IsInt64() {
		fs.Add(law.ErrRange, "percent", kernel.Plain(o.Percent), "takes base and option past an int64 of shares")
		return 0
	}
	return option.Int64()
}
