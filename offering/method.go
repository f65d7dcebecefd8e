package offering

import "github.com/offerkit/offerkit/law"

// Method says how whole units come nearest to shares of a total that are not
// whole. All of them give a row of weight zero nothing and add up exactly; they
// differ by a few units, and in what stays put when the total changes.
//
// LargestRemainder never leaves a row a whole unit away from its exact
// entitlement, which holders can check by hand, but may take a unit back when
// the total rises. The divisor methods never take a unit back when the total
// rises, but may leave a row further away. No method does both and also keeps
// the order of rows whose weights change (Balinski and Young, Fair
// Representation, 1982).
//
// A divisor method hands out one unit after the other, each to the row with the
// largest weight ÷ d(a), where a is what the row has by then. Adams,
// HuntingtonHill and Dean have d(0) = 0: every row with a weight gets one unit
// before any gets two, and the largest weights come first when there are too few.
//
// Equal rows are told apart by their order: the earlier row comes first, or the
// row with the smaller tie key where the caller gives one.
//
// The zero Method is no method: [Method.Apportion] refuses it, and [Pool] and
// [Priority] say what they read instead.
type Method string

// The methods.
const (
	// LargestRemainder is Hamilton's: the whole part of the entitlement to each
	// row, and the units left over to the largest fractions.
	LargestRemainder Method = "largest remainder"
	// Webster is Sainte-Laguë's, d(a) = a + 1/2. It favors neither large rows
	// nor small ones, and is the one to take for a total that may still grow.
	Webster Method = "webster"
	// Jefferson is D'Hondt's, d(a) = a + 1. It favors large rows, and never
	// gives a row less than the whole part of its entitlement.
	Jefferson Method = "jefferson"
	// Adams has d(a) = a. It favors small rows, and never gives a row more than
	// its entitlement rounded up.
	Adams Method = "adams"
	// HuntingtonHill has d(a) = √(a(a+1)), the geometric mean.
	HuntingtonHill Method = "huntington hill"
	// Dean has d(a) = 2a(a+1)/(2a+1), the harmonic mean.
	Dean Method = "dean"
)

func (Method) all() []Method {
	return []Method{LargestRemainder, Webster, Jefferson, Adams, HuntingtonHill, Dean}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (m *Method) UnmarshalText(text []byte) error {
	return law.ReadWord(m, text, m.all()...)
}

// NoMaximum is the maximum of a row that has none, in [Limits]: nobody can get
// more units than an int64 counts.
const NoMaximum int64 = 1<<63 - 1

// Limits bounds rows and breaks their ties, in slices as long as the weights. A
// slice that is nil or empty, which JSON does not tell apart, sets nothing, so the
// zero Limits limits nothing.
type Limits struct {
	// Minimums has the fewest units that each row gets. Nil is none for any row.
	Minimums []int64 `json:"minimums,omitempty"`
	// Maximums has the most units that each row gets: zero is nothing at all,
	// NoMaximum no bound. Nil is no bound for any row.
	Maximums []int64 `json:"maximums,omitempty"`
	// Ties has a key of each row's own, such as its time or number: among rows
	// with an equal claim to the last unit the smaller key gets it. With a
	// different key in each row the result does not depend on the order of the
	// rows. Where keys are equal, or nil, the earlier row gets it.
	Ties []int64 `json:"ties,omitempty"`
}

// Apportion divides total among the rows in proportion to their weights. The
// unit is the caller's: shares, lots, cents; to divide cents by lots of five,
// divide the number of fives. The result adds up to total exactly. By
// LargestRemainder it is that of [Apportion].
//
// It takes time that does not depend on the total: at most proportional to
// n log n for n rows.
//
// Errors are those of [Method.ApportionInto].
func (m Method) Apportion(total int64, weights []int64) ([]int64, error) {
	dst := make([]int64, len(weights))
	if err := m.ApportionInto(dst, total, weights, nil); err != nil {
		return nil, err
	}
	return dst, nil
}

// ApportionInto is [Method.Apportion] into a slice of the caller's, with tie keys
// as in [Limits.Ties]; nil ties go to the earlier row.
//
// A negative total or weight is law.ErrRange, a total above zero with no weight
// above zero is law.ErrConflict, and so is a dst that shares memory with weights
// or ties. A dst or ties of another length than weights, and a word that is no
// method, are law.ErrInvalid; the zero Method is law.ErrMissing. After an error
// dst is as it was. At most a hundred faulty rows are named.
func (m Method) ApportionInto(dst []int64, total int64, weights, ties []int64) error {
	if m == LargestRemainder && len(ties) == 0 {
		return ApportionInto(dst, total, weights)
	}
	d := division{dst: dst, total: total, weights: weights, ties: orNone(ties)}
	var fs law.Faults
	d.check(&fs, m, false)
	if len(fs) > 0 {
		return fs
	}
	d.solve(m)
	return nil
}

// ApportionWithin divides total among the rows in proportion to their weights
// within limits, and returns what no row may take. It finds the one level at
// which the rows' level × weight, raised to their minimums and cut to their
// maximums, add up to the total, exactly; then it rounds once. Rounding in each
// of several rounds of cutting back would drift from that level by whole units.
//
// By LargestRemainder no row is a whole unit away from its share at that level;
// a divisor method hands out the units above the minimums one by one, passing
// over rows that have reached their maximum.
//
// Minimums that add up to more than the total are law.ErrConflict on the first
// row that takes them past it, and so is a minimum above its row's maximum. A
// minimum or maximum below zero is law.ErrRange. Maximums that add up to less
// are no error: what they leave is the result. So are rows that have all no
// weight, which get their minimums. Other errors are those of
// [Method.ApportionInto], for Minimums and Maximums as for Ties.
func (m Method) ApportionWithin(dst []int64, total int64, weights []int64, l Limits) (unallocated int64, err error) {
	d := division{dst: dst, total: total, weights: weights, least: orNone(l.Minimums), most: orNone(l.Maximums), ties: orNone(l.Ties)}
	var fs law.Faults
	d.check(&fs, m, true)
	if len(fs) > 0 {
		return 0, fs
	}
	return d.solve(m), nil
}

// orNone is the list, or nil when it is empty.
func orNone(list []int64) []int64 {
	if len(list) == 0 {
		return nil
	}
	return list
}

// words is the method in a sentence: "… by Webster's method".
func (m Method) words() string {
	switch m {
	case Webster:
		return "Webster's method"
	case Jefferson:
		return "Jefferson's method"
	case Adams:
		return "Adams's method"
	case HuntingtonHill:
		return "the Huntington-Hill method"
	case Dean:
		return "Dean's method"
	default:
		return "largest remainder"
	}
}
