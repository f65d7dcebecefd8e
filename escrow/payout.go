package escrow

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Payout is a fee out of the proceeds: a fixed amount, a part of the money
// released, or both. The zero Payout is refused.
type Payout struct {
	// Payee receives it.
	Payee PartyID `json:"payee"`
	// Cents is the fixed amount, 0 or more. It is paid out of the first
	// release, and of every one with EachClosing.
	Cents int64 `json:"cents,omitempty"`
	// PerMillion is the part of the money of each release, in millionths:
	// 70_000 is 7%. It is taken of the whole, before any fee.
	PerMillion int64 `json:"per_million,omitempty"`
	// Rounding says what becomes of a fraction of a cent; empty is
	// [exact.Nearest]. The company takes the rest, so that nothing is lost.
	Rounding exact.Rounding `json:"rounding,omitempty"`
	// EachClosing pays Cents out of every release.
	EachClosing bool `json:"each_closing,omitempty"`
	// For says what it is paid for, such as "placement fee"; may be empty.
	For string `json:"for,omitempty"`
	// Authority is the paragraph that grants it.
	Authority law.Citation `json:"authority,omitzero"`
}

// million is the whole of which a fee is a part.
const million = 1_000_000

// of is the fee out of a release of that many cents. It cannot overflow: the
// fixed amounts were checked against each other, and a part is at most the
// whole.
func (p Payout) of(proceeds int64, first bool) uint64 {
	fee := p.part(uint64(max(proceeds, 0))) // #nosec G115 -- not negative
	if first || p.EachClosing {
		fee += uint64(p.Cents) // #nosec G115 -- checked not to be negative
	}
	return fee
}

// part is the percentage alone, exact in 128 bits before its one rounding.
func (p Payout) part(whole uint64) uint64 {
	q, _ := kernel.Divide(kernel.Multiply(whole, uint64(p.PerMillion)), million) // #nosec G115 -- checked to lie in 0 to a million
	part, _ := q.Round(orElse(p.Rounding, exact.Nearest))
	return uint64(part) // #nosec G115 -- at most the whole
}

// waterfall is what each fee takes of the proceeds, and what is left for the
// company; it reports false if the fees are more than the proceeds.
func (s *state) waterfall(proceeds int64, first bool) (fees []int64, left int64, ok bool) {
	fees = make([]int64, len(s.Fees))
	rest := uint64(max(proceeds, 0)) // #nosec G115 -- not negative
	for i, f := range s.Fees {
		fee := f.of(proceeds, first)
		if fee > rest {
			return nil, 0, false
		}
		rest -= fee
		fees[i] = int64(fee) // #nosec G115 -- at most the proceeds
	}
	return fees, int64(rest), true // #nosec G115 -- at most the proceeds
}

// feesOf is the sum of the fees, for the sentence that says that they are too
// much. It stops at the largest number there is.
func (s *state) feesOf(proceeds int64, first bool) int64 {
	var sum int64
	fits := true
	for _, f := range s.Fees {
		fee := min(f.of(proceeds, first), 1<<63-1)
		if sum, fits = plus(sum, int64(fee), fits); !fits { // #nosec G115 -- cut to fit
			return 1<<63 - 1
		}
	}
	return sum
}
