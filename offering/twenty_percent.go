package offering

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// MethodTwentyPercent names how an [Approval] was found.
const MethodTwentyPercent = "nasdaq 5635d"

// both is yes when both are yes, and no when either is no.
func both(a, b law.YesNo) law.YesNo {
	switch {
	case a == law.No || b == law.No:
		return law.No
	case a == law.Yes && b == law.Yes:
		return law.Yes
	}
	return law.Unknown
}

// either is yes when either is yes, and no when both are no.
func either(a, b law.YesNo) law.YesNo {
	switch {
	case a == law.Yes || b == law.Yes:
		return law.Yes
	case a == law.No && b == law.No:
		return law.No
	}
	return law.Unknown
}

// yesIf turns a fact into an answer.
func yesIf(b bool) law.YesNo {
	if b {
		return law.Yes
	}
	return law.No
}

// twentyPercentRule is the part of the shares or votes that calls for a vote of
// the shareholders, as the rule changed over time.
func twentyPercentRule() calendar.Timeline[exact.Fraction] {
	return calendar.Timeline[exact.Fraction]{{
		From:  calendar.MustDate(2018, time.September, 26),
		Value: exact.Fraction{Num: 20, Den: 100},
		Authority: law.Citation{
			Cite: "Nasdaq Listing Rule 5635(d)", Title: "Transactions other than public offerings",
		},
		Checked: against("a law firm's report of October 18, 2018"),
	}}
}

// Issuance is what a Nasdaq company is about to issue. Signed is required; a
// figure left at zero is not stated, and the answer may then be unknown.
type Issuance struct {
	// Signed is the day of the binding agreement. It selects the rule; before
	// September 26, 2018 another was in force, which is not held here.
	Signed calendar.Date `json:"signed"`
	// Outstanding is the number of shares outstanding before the issuance, and
	// Votes their voting power.
	Outstanding int64 `json:"outstanding"`
	Votes       int64 `json:"votes,omitempty"`
	// Issuable is the most shares that the deal can come to, with those
	// underlying convertibles and warrants and with sales by officers,
	// directors and substantial holders; IssuableVotes is their voting power.
	Issuable      int64 `json:"issuable"`
	IssuableVotes int64 `json:"issuable_votes,omitempty"`
	// OneVoteAShare is true where each share has one vote, which states both
	// numbers of votes. False leaves them as given.
	OneVoteAShare bool `json:"one_vote_a_share,omitempty"`
	// Price is the lowest price at which a share can be issued, in dollars.
	Price decimal.Decimal `json:"price"`
	// LastClose is the last official closing price before the signing, and
	// AverageClose the average of the five before it: see [AverageClose].
	LastClose    decimal.Decimal `json:"last_close"`
	AverageClose decimal.Decimal `json:"average_close"`
	// PublicOffering is true for a public offering, to which the rule does not
	// apply; what counts as one is for counsel. False is none.
	PublicOffering bool `json:"public_offering,omitempty"`
}

// Approval is whether a vote of the shareholders is required.
//
// The zero Approval is no answer; it comes only beside an error.
type Approval struct {
	// Required is the answer. It is yes only when both of the following are.
	Required law.YesNo `json:"required"`
	// Size is whether the issuance comes to 20% or more of the shares or of the
	// voting power; Below whether the price is below the minimum price.
	Size  law.YesNo `json:"size"`
	Below law.YesNo `json:"below"`
	// MinimumPrice is the lower of the last close and the average; zero while
	// either is not stated.
	MinimumPrice decimal.Decimal `json:"minimum_price"`
	// Threshold is the smallest number of shares that is 20%; one share fewer
	// is the most that may be issued below the minimum price without a vote.
	// Zero while the shares outstanding are not stated.
	Threshold int64 `json:"threshold"`
	// Method and Version are MethodTwentyPercent and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the answer and names the facts that are missing. Its codes
	// begin with "offering.twenty_percent.".
	Why law.Reasons `json:"why,omitempty"`
}

// AverageClose is the average of the last five closing prices, exactly: a fifth
// of a decimal is a decimal.
//
// Other than five prices, or one left out, are law.ErrMissing or law.ErrInvalid;
// a price below zero or beyond the limits of the package is law.ErrRange.
func AverageClose(closes []decimal.Decimal) (decimal.Decimal, error) {
	var fs law.Faults
	if len(closes) != 5 {
		fs.Add(law.ErrInvalid, "closes", strconv.Itoa(len(closes)), "is not the number of closing prices that are averaged, which is five")
		return decimal.Decimal{}, fs
	}
	var sum decimal.Decimal
	for i, c := range closes {
		if _, ok := kernel.ReadPositive(&fs, "closes["+strconv.Itoa(i)+"]", c); ok {
			sum = sum.Add(c)
		}
	}
	if len(fs) > 0 {
		return decimal.Decimal{}, fs
	}
	return sum.Mul(decimal.New(2, -1)), nil
}
