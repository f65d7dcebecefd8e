package offering

import (
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodPriority names how [Fills] are made: tier by tier.
const MethodPriority = "priority"

// Priority is a number of units to fill demands with in order of rank, and the
// rules for it: a tier is filled before the next gets anything. One tier filled
// first come, first served is a queue. Total alone is required.
type Priority struct {
	// Total is the number of units to be had. Zero fills nothing.
	Total int64 `json:"total"`
	// Within says how a tier is filled that asks for more than is left. Zero is
	// ProRata, and a reason says that it was not stated.
	Within Within `json:"within,omitempty"`
	// Last says what FirstCome does with the demand that no longer fits. Zero
	// is LastPartial, and a reason says so. It belongs to FirstCome alone.
	Last LastDemand `json:"last,omitempty"`
	// Method makes whole units in a tier that is filled pro rata. Zero is
	// LargestRemainder, and a reason says so. It belongs to ProRata alone.
	Method Method `json:"method,omitempty"`
	// Lot is the number of units that every fill is a multiple of, as in
	// [Pool.Lot]. Zero and 1 are single units.
	Lot int64 `json:"lot,omitempty"`
	// InCents says that the units are cents, so that reasons speak of dollars. It
	// changes no figure. False is units of any kind.
	InCents bool `json:"in_cents,omitempty"`
	// Least is the fewest units that must be taken for anyone to get any: with
	// Least equal to Total the whole is sold all or none. It is at most the
	// whole lots in Total. Zero sets no such condition.
	Least int64 `json:"least,omitempty"`
	// Authority is the section that sets these rules; the reasons cite it. Zero
	// cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// Within says how a tier is filled that asks for more than is left. The zero
// Within is ProRata.
type Within string

// The ways to fill a tier in part.
const (
	// ProRata cuts all its demands back in proportion. What demands that fell
	// out leave, because the part would be under their minimum, goes first to
	// the others of the tier and then to the next tier.
	ProRata Within = "pro rata"
	// FirstCome fills its demands whole in the order of their sequence.
	FirstCome Within = "first come"
)

func (Within) all() []Within {
	return []Within{ProRata, FirstCome}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (w *Within) UnmarshalText(text []byte) error {
	return law.ReadWord(w, text, w.all()...)
}

// LastDemand says what becomes of a demand that asks for more than is left when
// its turn comes, first come, first served. The zero LastDemand is LastPartial.
type LastDemand string

// The ways to treat the demand that no longer fits.
const (
	// LastPartial gives it what is left. If that is under its minimum it gets
	// nothing, and the next demand has its turn.
	LastPartial LastDemand = "partial"
	// LastNone gives it nothing and closes the book: nobody after it gets
	// anything, in its tier or later ones.
	LastNone LastDemand = "none"
	// LastSkip gives it nothing, and the next demand has its turn.
	LastSkip LastDemand = "skip"
)

func (LastDemand) all() []LastDemand {
	return []LastDemand{LastPartial, LastNone, LastSkip}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (l *LastDemand) UnmarshalText(text []byte) error {
	return law.ReadWord(l, text, l.all()...)
}

// Demand is what one holder asks for under a [Priority].
type Demand struct {
	// Holder names the holder, once in a list. It is required.
	Holder string `json:"holder"`
	// Units is the number asked for, the most that the holder gets. It is
	// required.
	Units int64 `json:"units"`
	// Tier is the rank, 1 before 2. Zero on every demand is one tier for all;
	// zero on some is refused.
	Tier int64 `json:"tier,omitempty"`
	// Sequence is the place in time: first come, first served takes the smaller
	// first, and so do ties pro rata. Where it is equal the earlier demand
	// comes first.
	Sequence int64 `json:"sequence,omitempty"`
	// Guaranteed is the number set aside for the holder before any tier is
	// filled. Zero is none.
	Guaranteed int64 `json:"guaranteed,omitempty"`
	// Minimum is the fewest units that the holder takes; less is nothing. Which
	// demands fall out of a tier pro rata is settled as in [MinimumOrNothing].
	// Zero is no such condition. It does not go with Guaranteed.
	Minimum int64 `json:"minimum,omitempty"`
	// AllOrNone is a Minimum equal to Units: the demand is filled wholly or not
	// at all.
	AllOrNone bool `json:"all_or_none,omitempty"`
}

// Fills are demands filled: a row for each, in the order given, and a report for
// each tier. Filled and Left add up to Total.
//
// The zero Fills is no answer; it comes only beside an error.
type Fills struct {
	// Total is the number of units to be had.
	Total int64 `json:"total"`
	// Rows has one row for each demand.
	Rows []Fill `json:"rows"`
	// Tiers has a report for each tier, in order of rank.
	Tiers []TierFill `json:"tiers"`
	// Demand is the sum of what is asked for, Filled the sum of what the rows
	// get, and Unfilled the difference.
	Demand   int64 `json:"demand"`
	Filled   int64 `json:"filled"`
	Unfilled int64 `json:"unfilled"`
	// Left is what nobody got.
	Left int64 `json:"left"`
	// Void is true when Least was not reached, so that nobody got anything.
	// Fillable is then what could have been filled, and zero otherwise.
	Void     bool  `json:"void,omitempty"`
	Fillable int64 `json:"fillable,omitempty"`
	// Within, Last, Rounding and Lot are the readings used, with defaults
	// filled in. Last is empty unless Within is FirstCome, and Rounding unless
	// it is ProRata.
	Within   Within     `json:"within"`
	Last     LastDemand `json:"last,omitempty"`
	Rounding Method     `json:"rounding,omitempty"`
	Lot      int64      `json:"lot"`
	// Method and Version name how the fills were made: MethodPriority,
	// MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains the readings and the totals; rows and tiers explain
	// themselves.
	Why law.Reasons `json:"why,omitempty"`
}

// Fill is what one demand gets.
type Fill struct {
	// Holder and Tier are those of the demand.
	Holder string `json:"holder"`
	Tier   int64  `json:"tier"`
	// Demand is the number asked for, Units the number given.
	Demand int64 `json:"demand"`
	Units  int64 `json:"units"`
	// Entitlement is the exact number before rounding, the guaranteed number
	// included. It is zero where the book is void.
	Entitlement exact.Mixed `json:"entitlement"`
	// Outcome says in a word how Units came about.
	Outcome Outcome `json:"outcome"`
	// Why says it in sentences. Its codes are "offering.fill." followed by the
	// outcome, and "offering.fill.guaranteed".
	Why law.Reasons `json:"why,omitempty"`
}

// The outcomes of a [Fill], besides OutcomeExact, OutcomeAbove, OutcomeBelow and
// OutcomeDropped, which belong to a tier that is filled pro rata.
const (
	// OutcomeFilled is a demand met in full.
	OutcomeFilled Outcome = "filled"
	// OutcomePartial is a demand that got what was left, or what whole lots
	// allow.
	OutcomePartial Outcome = "partial"
	// OutcomeUnfilled is a demand that nothing was left for, or that did not
	// fit.
	OutcomeUnfilled Outcome = "unfilled"
	// OutcomeVoid is a demand in a book that did not come to its least number.
	OutcomeVoid Outcome = "void"
)

func (Outcome) all() []Outcome {
	return []Outcome{
		OutcomeExact, OutcomeAbove, OutcomeBelow, OutcomeCapped, OutcomeRaised, OutcomeTrimmed,
		OutcomeDropped, OutcomeWeightless, OutcomeFilled, OutcomePartial, OutcomeUnfilled, OutcomeVoid,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (o *Outcome) UnmarshalText(text []byte) error {
	return law.ReadWord(o, text, o.all()...)
}

// TierFill reports on one tier.
type TierFill struct {
	// Tier is the rank, and Rows the number of demands of that rank.
	Tier int64 `json:"tier"`
	Rows int   `json:"rows"`
	// Demand is what the tier asks for, Guaranteed what of it was set aside
	// before any tier was filled, and Available what was left for the tier when
	// its turn came.
	Demand     int64 `json:"demand"`
	Guaranteed int64 `json:"guaranteed,omitempty"`
	Available  int64 `json:"available"`
	// Filled is what its demands get, the guaranteed number included, and
	// Unfilled the rest of Demand.
	Filled   int64 `json:"filled"`
	Unfilled int64 `json:"unfilled"`
	// Left is what falls through to the next tier.
	Left int64 `json:"left"`
	// Why says how the tier was filled. Its codes are "offering.tier.filled",
	// "offering.tier.partial" and "offering.tier.unfilled".
	Why law.Reasons `json:"why,omitempty"`
}

// Fill fills the demands tier by tier and explains every row and tier.
//
// Demands that are not met, and units that nobody gets, are an answer. Errors
// are law.Faults with the paths of the fields, such as "total" and
// "demands[2].units". A missing holder, number of units or tier is
// law.ErrMissing. A name given twice is law.ErrDuplicate. A figure below zero
// and demands that add up past an int64 are law.ErrRange. An unknown word is
// law.ErrInvalid. Guaranteed numbers that the total cannot carry, a guaranteed
// or minimum number above the units, one with the other, a Least above the
// whole lots of the total, and a Last or Method where it does not belong are law.ErrConflict. At
// most a hundred faulty demands are named.
func (p Priority) Fill(demands []Demand) (Fills, error) {
	f, result, err := p.fill(demands)
	if err != nil {
		return Fills{}, err
	}
	f.explain(&result)
	return result, nil
}

// Tabulate is [Priority.Fill] without the sentences, for bulk work: the same
// fills from the same code, with every Why nil.
func (p Priority) Tabulate(demands []Demand) (Fills, error) {
	_, result, err := p.fill(demands)
	return result, err
}
