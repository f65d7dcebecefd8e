package offering

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// MethodBallot names how a [Tally] was made.
const MethodBallot = "ballot"

// MaxThresholds is the most thresholds of one resolution.
const MaxThresholds = 100

// MaxCounts is the most counts of one resolution: a threshold counts once, or
// once for each class where EachClass asks for it. It bounds the work, and the
// sentences.
const MaxCounts = 10_000

// VoteBase says what a threshold is a part of. The zero VoteBase is
// OfOutstanding, the larger of the two.
type VoteBase string

// The bases.
const (
	// OfOutstanding counts every vote that is not excluded.
	OfOutstanding VoteBase = "outstanding"
	// OfPresent counts the votes of those who are present or consent.
	OfPresent VoteBase = "present"
)

func (VoteBase) all() []VoteBase {
	return []VoteBase{OfOutstanding, OfPresent}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (v *VoteBase) UnmarshalText(text []byte) error {
	return law.ReadWord(v, text, v.all()...)
}

// Carry says how several thresholds go together. The zero Carry is AllOf.
type Carry string

// The ways to go together.
const (
	// AllOf carries when every threshold is reached: each class by itself, say.
	AllOf Carry = "all"
	// AnyOf carries when one is: "the lesser of 67% of the votes present and
	// more than 50% of the votes outstanding".
	AnyOf Carry = "any"
)

func (Carry) all() []Carry {
	return []Carry{AllOf, AnyOf}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *Carry) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// Resolution is what it takes to carry, where one [Majority] of one register is
// not enough to say it.
type Resolution struct {
	// Thresholds has at least one.
	Thresholds []Threshold `json:"thresholds"`
	// Carry says whether all or any of them have to be reached. Zero is AllOf.
	Carry Carry `json:"carry,omitempty"`
	// Authority is the section that asks for them.
	Authority law.Citation `json:"authority,omitzero"`
}

// Threshold is one count to be reached. Majority is required.
type Threshold struct {
	// Majority is the part of the votes that carries.
	Majority Majority `json:"majority"`
	// Of says of which votes. Zero is OfOutstanding.
	Of VoteBase `json:"of,omitempty"`
	// Quorum is the part of the outstanding votes that has to be present for
	// the count to stand. The zero Majority asks for none.
	Quorum Majority `json:"quorum,omitzero"`
	// Class counts one class alone; zero counts all together.
	Class string `json:"class,omitempty"`
	// EachClass counts every class of the ballot by itself, and each has to
	// reach the threshold. It goes with no Class.
	EachClass bool `json:"each_class,omitempty"`
}

// Voter is one holder's votes in one class.
type Voter struct {
	// Holder names the holder, once in a class. It is required.
	Holder string `json:"holder"`
	// Class is the class of the votes. Zero is a class of its own, for ballots
	// that know one only.
	Class string `json:"class,omitempty"`
	// Votes is the number of votes.
	Votes int64 `json:"votes"`
	// Present is true for who attends in person or by proxy. One who consents
	// is present in any case.
	Present bool `json:"present,omitempty"`
	// Consents is true once the holder has consented. Silence is false.
	Consents bool `json:"consents,omitempty"`
	// Excluded is true for votes that the agreement does not count, on either
	// side of the fraction: those of the company and its affiliates, say.
	Excluded bool `json:"excluded,omitempty"`
}

// Tally is whether a resolution carries, and by what counts.
//
// The zero Tally is no answer; it comes only beside an error.
type Tally struct {
	// Carried is true when the thresholds are reached as Carry says.
	Carried bool `json:"carried"`
	// Carry is the reading used, with the default filled in.
	Carry Carry `json:"carry"`
	// Counts has one entry for each threshold, and for one of EachClass one for
	// each class, in the order of first appearance.
	Counts []ThresholdCount `json:"counts"`
	// Excluded is the number of votes that were not counted.
	Excluded int64 `json:"excluded"`
	// Method and Version are MethodBallot and MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains each count and the outcome. Its codes begin with
	// "offering.ballot.".
	Why law.Reasons `json:"why,omitempty"`
}

// ThresholdCount is one threshold counted.
type ThresholdCount struct {
	// Threshold is the position of the threshold in the resolution, Class the
	// class counted.
	Threshold int    `json:"threshold"`
	Class     string `json:"class,omitempty"`
	// Reached is true when there is a quorum and the votes carry.
	Reached bool `json:"reached"`
	// Votes consent, of Base; Needed is the smallest number that carries, and
	// Short how many are missing.
	Votes  int64 `json:"votes"`
	Base   int64 `json:"base"`
	Needed int64 `json:"needed"`
	Short  int64 `json:"short"`
	// Present and Outstanding are the votes of the class that count, and
	// Quorum the number that has to be present; zero asks for none.
	Present     int64 `json:"present"`
	Outstanding int64 `json:"outstanding"`
	Quorum      int64 `json:"quorum"`
}

// Count counts the ballot against each threshold. A class of which every vote
// is excluded reaches nothing.
//
// Errors are law.Faults: no thresholds, no voters and a missing name are
// law.ErrMissing; a holder named twice in a class is law.ErrDuplicate; votes
// below zero or past an int64 in sum, and more than MaxThresholds or MaxCounts,
// are law.ErrRange; an unknown word, or a class that no voter has, is
// law.ErrInvalid; a Class beside EachClass is law.ErrConflict. Faults of a majority are those of [Majority.Needed]. At most
// a hundred faulty rows are named.
func (r Resolution) Count(voters []Voter) (Tally, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", r.Authority)
	t := Tally{Carry: orElse(r.Carry, AllOf), Method: MethodBallot, Version: MethodVersion}
	law.OneOf(&fs, "carry", t.Carry, t.Carry.all()...)
	classes, votes := t.readVoters(&fs, voters)
	r.check(&fs, classes)
	if len(fs) > 0 {
		return Tally{}, fs
	}
	e := explanation{authority: r.Authority}
	if t.Excluded > 0 {
		e.add(codeBallotExcluded, kernel.Counted(t.Excluded, "vote")+
			" are excluded, from the votes and from what they are counted against.")
	}
	t.Carried = t.Carry == AllOf
	for i, threshold := range r.Thresholds {
		reached := true
		for _, class := range threshold.classes(classes) {
			c := threshold.count(&e, votes[class], class)
			c.Threshold = i
			t.Counts = append(t.Counts, c)
			reached = reached && c.Reached
		}
		if t.Carry == AllOf {
			t.Carried = t.Carried && reached
		} else {
			t.Carried = t.Carried || reached
		}
	}
	t.explain(&e, len(r.Thresholds))
	t.Why = e.why
	return t, nil
}

// readVoters checks the voters, lists their classes and adds up the votes of
// each class, and of all.
func (t *Tally) readVoters(fs *law.Faults, voters []Voter) (classes []string, votes map[string]classVotes) {
	rows := newRowChecker(fs, "voters", len(voters))
	names := make(map[string]map[string]int)
	votes = make(map[string]classVotes)
	var sum int64
	for i, voter := range voters {
		var row law.Faults
		class := strings.TrimSpace(voter.Class)
		if names[class] == nil {
			names[class] = make(map[string]int)
			classes = append(classes, class)
		}
		checkName(&row, "holder", "voters", names[class], i, voter.Holder)
		row.Text("class", voter.Class)
		if check.NotBelowZero(&row, "votes", voter.Votes) {
			addCount(&row, "votes", &sum, voter.Votes, "votes")
		}
		switch {
		case len(row) > 0:
		case voter.Excluded:
			t.Excluded += voter.Votes // at most the sum, which fits
		default:
			votes[class] = votes[class].with(voter)
			votes[allClasses] = votes[allClasses].with(voter)
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	return classes, votes
}

// check records what is wrong with the thresholds.
func (r Resolution) check(fs *law.Faults, classes []string) {
	rows := newRowChecker(fs, "thresholds", len(r.Thresholds))
	check.AtMost(fs, "thresholds", len(r.Thresholds), MaxThresholds)
	known := make(map[string]bool, len(classes))
	for _, class := range classes {
		known[class] = true
	}
	counts := 0
	for i, threshold := range r.Thresholds {
		var row, majority, quorum law.Faults
		threshold.Majority.check(&majority)
		row.Merge("majority", majority.Err())
		law.OneOf(&row, "of", orElse(threshold.Of, OfOutstanding), orElse(threshold.Of, OfOutstanding).all()...)
		if threshold.Quorum != (Majority{}) {
			threshold.Quorum.check(&quorum)
			row.Merge("quorum", quorum.Err())
		}
		class := strings.TrimSpace(threshold.Class)
		switch {
		case class == "":
		case threshold.EachClass:
			row.Add(law.ErrConflict, "class", strconv.QuoteToASCII(class), "is one class where each class is to be counted")
		case len(classes) > 0 && !known[class]:
			row.Add(law.ErrInvalid, "class", strconv.QuoteToASCII(class), "has no voter")
		}
		counts += len(threshold.classes(classes))
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	if counts > MaxCounts {
		fs.Add(law.ErrRange, "thresholds", strconv.Itoa(counts), "counts of thresholds and classes are more than %d", MaxCounts)
	}
}
