package offering

import (
	"strconv"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The methods of a stock split: they say what becomes of fractions of a share.
const (
	// MethodSplit rounds each entitlement by a rule.
	MethodSplit = "split"
	// MethodSplitCash pays each fraction at a price.
	MethodSplitCash = "split cash in lieu"
	// MethodSplitSale sells the fractions together and shares the proceeds by
	// largest remainder in cents.
	MethodSplitSale = "split aggregate sale"
)

// Fractions says what becomes of the fractions of a share that a split leaves.
// The zero Fractions is no rule: what the resolution says decides who gets what,
// so it must be stated.
type Fractions string

// The rules for fractions.
const (
	// FractionsDown drops them without payment.
	FractionsDown Fractions = "down"
	// FractionsUp makes a whole share of each, however small.
	FractionsUp Fractions = "up"
	// FractionsNearest makes a whole share of one half and more, and drops less.
	FractionsNearest Fractions = "nearest"
	// FractionsCash pays each at a price for one share after the split.
	FractionsCash Fractions = "cash in lieu"
	// FractionsSold adds them up, and pays each its part of what the whole
	// shares among them fetched.
	FractionsSold Fractions = "aggregate and sell"
)

func (Fractions) all() []Fractions {
	return []Fractions{FractionsDown, FractionsUp, FractionsNearest, FractionsCash, FractionsSold}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (f *Fractions) UnmarshalText(text []byte) error {
	return law.ReadWord(f, text, f.all()...)
}

// Level says on what a split is computed, and so how many fractions it leaves.
// The zero Level is no level and is refused, because results differ.
type Level string

// The levels.
const (
	// PerCertificate computes each position by itself.
	PerCertificate Level = "certificate"
	// PerHolder adds up the positions of each holder first.
	PerHolder Level = "holder"
	// PerRecord adds up the positions of each holder of record first.
	PerRecord Level = "record"
)

func (Level) all() []Level {
	return []Level{PerCertificate, PerHolder, PerRecord}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (l *Level) UnmarshalText(text []byte) error {
	return law.ReadWord(l, text, l.all()...)
}

// Split makes New shares of each Old: a 2-for-1 split is New 2, Old 1, and a
// 1-for-11 reverse split New 1, Old 11. New, Old, Fractions and Level are
// required.
type Split struct {
	New int64 `json:"new"`
	Old int64 `json:"old"`
	// Fractions says what becomes of fractions of a share.
	Fractions Fractions `json:"fractions"`
	// Level says on what the split is computed.
	Level Level `json:"level"`
	// Price is dollars for one share after the split. FractionsCash requires
	// it, and it belongs to no other rule.
	Price decimal.Decimal `json:"price,omitzero"`
	// Cents rounds each payment at the price to the cent. Zero is Nearest.
	Cents exact.Rounding `json:"cents,omitempty"`
	// Proceeds is what the sale of the fractions fetched, net, in dollars and
	// whole cents. It belongs to FractionsSold; while it is zero the shares to
	// be sold are reported and nothing is paid.
	Proceeds decimal.Decimal `json:"proceeds,omitzero"`
	// Authority is the resolution or section that the reasons cite.
	Authority law.Citation `json:"authority,omitzero"`
}

// SplitPosition is a number of shares before a split.
type SplitPosition struct {
	// Certificate names the certificate or account, Holder who owns it, and
	// Record who holds it of record. The one that the Level adds up by is
	// required; a certificate is named once.
	Certificate string `json:"certificate,omitempty"`
	Holder      string `json:"holder,omitempty"`
	Record      string `json:"record,omitempty"`
	// Shares is the number before the split, above zero.
	Shares int64 `json:"shares"`
}

// SplitResult is what a split makes of the positions. The shares before it,
// times New ÷ Old, are exactly Shares plus Dropped less Made.
//
// The zero SplitResult is no answer; it comes only beside an error.
type SplitResult struct {
	// Rows has one row for each name at the level, in the order of first
	// appearance.
	Rows []SplitRow `json:"rows"`
	// Before is the sum of the positions, Entitlement that sum times New ÷ Old.
	Before      int64       `json:"before"`
	Entitlement exact.Mixed `json:"entitlement"`
	// Shares is the sum of the rows' shares after the split.
	Shares int64 `json:"shares"`
	// ShareDelta is how many of them exist only because fractions were rounded
	// up: at most one a row.
	ShareDelta int64 `json:"share_delta"`
	// Dropped adds up the fractions for which no share was issued; Made adds up
	// what rounding up put on top of entitlements.
	Dropped exact.Mixed `json:"dropped"`
	Made    exact.Mixed `json:"made"`
	// ToSell is the number of whole shares in Dropped that the agent is to
	// sell; zero unless the rule is FractionsSold.
	ToSell int64 `json:"to_sell"`
	// Cash is the sum of the rows' payments in dollars.
	Cash decimal.Decimal `json:"cash"`
	// Unpaid is the proceeds less Cash: above zero only where no row has a
	// fraction to be paid for.
	Unpaid decimal.Decimal `json:"unpaid"`
	// Fractions, Level and Cents are the readings used, with defaults filled in.
	Fractions Fractions      `json:"fractions"`
	Level     Level          `json:"level"`
	Cents     exact.Rounding `json:"cents"`
	// Method is one of the three above, Version MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the totals. Its codes begin with "offering.split.".
	Why law.Reasons `json:"why,omitempty"`
}

// SplitRow is what a split makes of one name.
type SplitRow struct {
	// Name is the certificate, holder or holder of record.
	Name string `json:"name"`
	// Before is the number of shares before the split.
	Before int64 `json:"before"`
	// Entitlement is Before times New ÷ Old, exactly.
	Entitlement exact.Mixed `json:"entitlement"`
	// Shares is the whole number after the split.
	Shares int64 `json:"shares"`
	// ShareDelta is 1 when a fraction was rounded up, 0 otherwise.
	ShareDelta int64 `json:"share_delta"`
	// Cash is dollars paid for the fraction, in whole cents.
	Cash decimal.Decimal `json:"cash"`
	// Why says how the row came to its shares and its cash, and who got an odd
	// cent. Its codes begin with "offering.split.row.".
	Why law.Reasons `json:"why,omitempty"`
}

// Entitlement is shares × New ÷ Old, exactly, for one position: the number of an
// option or warrant, say. It is the bulk path; nothing is explained.
//
// A New or Old of zero is law.ErrMissing; numbers below zero, or a result past
// an int64, are law.ErrRange.
func (s Split) Entitlement(shares int64) (exact.Mixed, error) {
	var fs law.Faults
	okNew, okOld := check.Positive(&fs, "new", s.New), check.Positive(&fs, "old", s.Old)
	if !check.NotBelowZero(&fs, "shares", shares) || !okNew || !okOld {
		return exact.Mixed{}, fs
	}
	q, ok := s.entitlement(shares)
	if !ok {
		return exact.Mixed{}, tooManySplit(shares)
	}
	return q.Mixed(), nil
}

// entitlement is Entitlement after the checks.
func (s Split) entitlement(shares int64) (kernel.Quotient, bool) {
	product := kernel.Multiply(uint64(shares), uint64(s.New))
	return kernel.Divide(product, uint64(s.Old))
}

// tooManySplit refuses shares for what a split makes of them.
func tooManySplit(shares int64) error {
	var fs law.Faults
	fs.Add(law.ErrRange, "shares", strconv.FormatInt(shares, 10), "makes a number of shares past an int64")
	return fs
}
