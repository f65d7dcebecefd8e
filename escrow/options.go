package escrow

import "github.com/offerkit/offerkit/law"

// LatePolicy says what becomes of a Closing Date that went by unused. The zero
// policy is [LateRolls].
type LatePolicy string

const (
	// LateRolls moves the closing to the next day of the closing calendar, as
	// often as it takes. It is the default: the agreement sets no penalty for
	// a missed day.
	LateRolls LatePolicy = "roll"
	// LateRefused lets the day first computed stand; a later release is
	// refused.
	LateRefused LatePolicy = "refuse"
)

func (LatePolicy) all() []LatePolicy {
	return []LatePolicy{LateRolls, LateRefused}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (l *LatePolicy) UnmarshalText(text []byte) error {
	return law.ReadWord(l, text, l.all()...)
}

// Memory says from when a condition counts that was met, lapsed and was met
// again before the closing. The zero memory is [MemoryContinuous].
type Memory string

const (
	// MemoryContinuous counts from the start of the present unbroken run, so
	// that the Closing Date follows the day on which all conditions last came
	// to hold together. It is the default.
	MemoryContinuous Memory = "continuous"
	// MemoryFirst counts from the first time the condition was met: a date
	// once fixed does not move. The condition must still hold at the release.
	MemoryFirst Memory = "first"
)

func (Memory) all() []Memory {
	return []Memory{MemoryContinuous, MemoryFirst}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (m *Memory) UnmarshalText(text []byte) error {
	return law.ReadWord(m, text, m.all()...)
}

// WaiverRule says whether money may go on a waiver. Some agreements set the
// date by "satisfied or waived" and let the agent release "upon satisfaction".
// The zero rule is [WaiverCounts].
type WaiverRule string

const (
	// WaiverCounts takes a waiver in a signed writing for satisfaction, with a
	// warning. It is the default.
	WaiverCounts WaiverRule = "counts"
	// WaiverRefused releases only what is truly met, for a cautious agent.
	WaiverRefused WaiverRule = "refuse"
)

func (WaiverRule) all() []WaiverRule {
	return []WaiverRule{WaiverCounts, WaiverRefused}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (w *WaiverRule) UnmarshalText(text []byte) error {
	return law.ReadWord(w, text, w.all()...)
}

// Scope says whether the purchases close one by one. The zero scope is
// [ScopeEach].
type Scope string

const (
	// ScopeEach closes each purchase for itself, as several obligations do. It
	// is the default.
	ScopeEach Scope = "each"
	// ScopeTogether closes all purchases in one release or none: the Closing
	// Date follows the last condition of any of them.
	ScopeTogether Scope = "together"
)

func (Scope) all() []Scope {
	return []Scope{ScopeEach, ScopeTogether}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Scope) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

// DueBasis says how the caller came to the amount due. It moves no money; it is
// named in the explanation, because the two bases can differ by cents. The zero
// basis is [DueSigned].
type DueBasis string

const (
	// DueSigned is the dollar amount on the signature page. It is the default.
	DueSigned DueBasis = "signed"
	// DueSharesTimesPrice is the share count times the price.
	DueSharesTimesPrice DueBasis = "shares times price"
)

func (DueBasis) all() []DueBasis {
	return []DueBasis{DueSigned, DueSharesTimesPrice}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (b *DueBasis) UnmarshalText(text []byte) error {
	return law.ReadWord(b, text, b.all()...)
}

// orElse is the word, or the default when it is empty.
func orElse[S ~string](word, standard S) S {
	if word == "" {
		return standard
	}
	return word
}
