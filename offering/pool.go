package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// Pool is a number of units to allot among claims, and the rules for it. Total
// alone is required.
type Pool struct {
	// Total is the number of units to allot: shares, cents, whatever the
	// caller counts. Zero allots nothing.
	Total int64 `json:"total"`
	// Method makes whole units of the claims' parts. Zero is LargestRemainder,
	// and a reason says that it was not stated.
	Method Method `json:"method,omitempty"`
	// Lot is the number of units that every claim gets a multiple of. The work
	// is then done in lots: what the total has beyond whole lots stays
	// unallocated, a maximum counts down to a whole lot, and a minimum up. Zero
	// and 1 are single units. Claims then state no lots of their own.
	Lot int64 `json:"lot,omitempty"`
	// Minimums says what the claims' minimums mean. Zero is Guaranteed, and a
	// reason says so if any claim has one.
	Minimums MinimumRule `json:"minimums,omitempty"`
	// Authority is the section that sets these rules; the reasons cite it. Zero
	// cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// MinimumRule says what a minimum does. The zero MinimumRule is Guaranteed.
type MinimumRule string

// The meanings of a minimum.
const (
	// Guaranteed raises a claim to its minimum when its part comes to less, and
	// leaves less to the others. A claim whose part is larger has nothing from
	// its minimum.
	Guaranteed MinimumRule = "guaranteed"
	// MinimumsFirst gives each claim its minimum off the top, and divides the
	// rest by the weights.
	MinimumsFirst MinimumRule = "first"
	// MinimumsThenExcess gives each claim its minimum off the top, and divides
	// the rest by what the weights have beyond the minimums. The weights are
	// then the units asked for, and no minimum may pass its weight.
	MinimumsThenExcess MinimumRule = "then excess"
	// MinimumOrNothing gives a claim at least its minimum or nothing at all.
	// Which claims fall out is settled by a stated rule, because the best
	// choice is not to be had in reasonable time. First those fall out that
	// cannot have their minimum whatever the others do: it is more than their
	// maximum or than the whole total, or they have no weight. Then, as long
	// as some claim's exact part is under its minimum, the smallest such part
	// falls out, the later claim (or the larger tie key) where parts are
	// equal, and the others share what it leaves. Rounding saves no claim: it
	// is the part before rounding that counts. A total that grows can push a
	// claim out.
	MinimumOrNothing MinimumRule = "or nothing"
)

func (MinimumRule) all() []MinimumRule {
	return []MinimumRule{Guaranteed, MinimumsFirst, MinimumsThenExcess, MinimumOrNothing}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (r *MinimumRule) UnmarshalText(text []byte) error {
	return law.ReadWord(r, text, r.all()...)
}

// Claim is one holder's claim on a [Pool].
type Claim struct {
	// Holder names the holder, once in a pool. It is required.
	Holder string `json:"holder"`
	// Weight is what the holder's part is in proportion to: units asked for,
	// shares held, dollars. Zero gets the minimum at most.
	Weight int64 `json:"weight"`
	// Minimum is the fewest units, by the rule of the pool. Zero is none.
	Minimum int64 `json:"minimum,omitempty"`
	// Maximum is the most units, in force when Capped is true; a claim that is
	// capped at zero gets nothing.
	Maximum int64 `json:"maximum,omitempty"`
	// Capped says that Maximum binds. False is a claim without a maximum, and
	// then Maximum must be zero.
	Capped bool `json:"capped,omitempty"`
	// Lot is the holder's own round lot. Where any claim states one, the units
	// are divided singly and each claim is then cut down to whole lots of its
	// own; what that frees stays unallocated. (No rule places lots of mixed
	// sizes to a given sum in general.) Maximums count down and minimums up to
	// whole lots. Zero and 1 are single units.
	Lot int64 `json:"lot,omitempty"`
	// Tie decides between claims with an equal right to the last unit: the
	// smaller comes first, and the earlier claim where keys are equal. Give
	// each claim a key of its own, such as its time of receipt, and the result
	// does not depend on the order of the claims. Zero is a key like any other.
	Tie int64 `json:"tie,omitempty"`
}

// Allotment is a pool allotted: a row for each claim, in the order given.
// Allotted and Unallocated add up to Total.
//
// The zero Allotment is no answer; it comes only beside an error.
type Allotment struct {
	// Total is the number of units of the pool.
	Total int64 `json:"total"`
	// Rows has one row for each claim.
	Rows []AllotmentRow `json:"rows"`
	// Allotted is the sum of the rows' units.
	Allotted int64 `json:"allotted"`
	// Unallocated is what no claim may take: beyond all maximums, under a whole
	// lot, or left by claims that fell out.
	Unallocated int64 `json:"unallocated"`
	// Lot and Minimums are the readings used, with defaults filled in.
	Lot      int64       `json:"lot"`
	Minimums MinimumRule `json:"minimums"`
	// Method and Version name how the allotment was made.
	Method  Method `json:"method"`
	Version string `json:"version"`
	// Why explains the readings and the totals; the rows explain themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// AllotmentRow is what one claim gets.
type AllotmentRow struct {
	// Holder is the name on the claim.
	Holder string `json:"holder"`
	// Entitlement is the claim's exact part within its limits, before rounding.
	// For a claim that fell out it is the part that was under the minimum.
	Entitlement exact.Mixed `json:"entitlement"`
	// Units is the whole number allotted.
	Units int64 `json:"units"`
	// Outcome says in a word how Units came about.
	Outcome Outcome `json:"outcome"`
	// Why says it in sentences. Its codes are "offering.allot." followed by the
	// outcome, and "offering.allot.tie.won" or "offering.allot.tie.lost" where
	// a tie decided.
	Why law.Reasons `json:"why,omitempty"`
}

// Outcome says how a row came to its units. The zero Outcome is none; every row
// of a result has one.
type Outcome string

// The outcomes.
const (
	// OutcomeExact is a part that is a whole number.
	OutcomeExact Outcome = "exact"
	// OutcomeAbove is more than the exact part: the row got an odd unit, or by
	// a divisor method perhaps several.
	OutcomeAbove Outcome = "above"
	// OutcomeBelow is less than the exact part: the odd units went to others.
	OutcomeBelow Outcome = "below"
	// OutcomeCapped is a part cut down to the maximum, or to what was asked.
	OutcomeCapped Outcome = "capped"
	// OutcomeRaised is a part raised to the minimum, or a minimum alone.
	OutcomeRaised Outcome = "raised"
	// OutcomeTrimmed is a number cut down to whole lots of the holder's own.
	OutcomeTrimmed Outcome = "trimmed"
	// OutcomeDropped is a row that fell out because its part was under the
	// least that it takes.
	OutcomeDropped Outcome = "dropped"
	// OutcomeWeightless is a row without weight or minimum.
	OutcomeWeightless Outcome = "weightless"
)

// Allot divides the pool among the claims and explains every row.
//
// What no claim may take is an answer, in Unallocated. Errors are law.Faults
// with the paths of the fields, such as "total" and "claims[2].weight". A
// missing holder and a total above zero without any claim are law.ErrMissing. A
// name given twice is law.ErrDuplicate. A figure below zero and weights that add
// up past an int64 are law.ErrRange. An unknown word is law.ErrInvalid.
// Minimums that the total cannot carry, a minimum that no multiple of the lot
// can meet within the maximum (unless it is MinimumOrNothing), a maximum that is
// not capped, a lot of a claim in a pool with lots, and a minimum past its
// weight in MinimumsThenExcess are law.ErrConflict. At most a hundred faulty
// claims are named.
func (p Pool) Allot(claims []Claim) (Allotment, error) {
	a, result, err := p.allot(claims)
	if err != nil {
		return Allotment{}, err
	}
	a.explain(&result)
	return result, nil
}

// Tabulate is [Pool.Allot] without the sentences, for bulk work: the same
// allotment from the same code, with every Why nil.
func (p Pool) Tabulate(claims []Claim) (Allotment, error) {
	_, result, err := p.allot(claims)
	return result, err
}
