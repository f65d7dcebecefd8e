package offering

import (
	"strconv"
	"strings"

	kernel "github.com/offerkit/offerkit/internal/exact"
)

// allClasses stands for all classes together: no class has a line feed around
// its name, because names are trimmed.
const allClasses = "\n"

// classes lists what the threshold is counted on.
func (t Threshold) classes(all []string) []string {
	switch class := strings.TrimSpace(t.Class); {
	case t.EachClass:
		return all
	case class != "":
		return []string{class}
	default:
		return []string{allClasses}
	}
}

// classVotes is the votes of a class that count.
type classVotes struct{ outstanding, present, consenting int64 }

// with adds a voter's votes. The sum of all votes fits.
func (v classVotes) with(voter Voter) classVotes {
	v.outstanding += voter.Votes
	if voter.Present || voter.Consents {
		v.present += voter.Votes
	}
	if voter.Consents {
		v.consenting += voter.Votes
	}
	return v
}

// count counts the threshold on one class, or on all together.
func (t Threshold) count(e *explanation, votes classVotes, class string) ThresholdCount {
	c := ThresholdCount{Votes: votes.consenting, Present: votes.present, Outstanding: votes.outstanding}
	who := "In all"
	if class != allClasses {
		c.Class, who = class, "In class "+strconv.Quote(class)
	}
	c.Base = c.Outstanding
	noun := "outstanding"
	if t.Of == OfPresent {
		c.Base, noun = c.Present, "present"
	}
	if c.Base == 0 {
		e.add(codeBallotEmpty, who+" there is no vote "+noun+" that counts, and so nothing is reached.")
		return c
	}
	c.Needed = t.Majority.needed(c.Base)
	c.Short = max(0, c.Needed-c.Votes)
	quorate := true
	if t.Quorum != (Majority{}) {
		c.Quorum = t.Quorum.needed(c.Outstanding)
		quorate = c.Present >= c.Quorum
	}
	c.Reached = quorate && c.Short == 0
	t.explain(e, c, who, noun, quorate)
	return c
}

// explain says what one count came to.
func (t Threshold) explain(e *explanation, c ThresholdCount, who, noun string, quorate bool) {
	if t.Quorum != (Majority{}) {
		text := who + " " + kernel.Count(c.Present) + " of " + kernel.Counted(c.Outstanding, "vote") + " are present (" +
			kernel.Percentage(c.Present, c.Outstanding) +
			"); a quorum is " + t.Quorum.String() + ", that is " + kernel.Count(c.Quorum) + " or more: "
		if quorate {
			e.add(codeBallotQuorum, text+"there is one.")
		} else {
			e.add(codeBallotNoQuorum, text+"there is none.")
		}
	}
	text := who + " " + kernel.Count(c.Votes) + " of " + kernel.Counted(c.Base, "vote") + " " + noun + " consent (" +
		kernel.Percentage(c.Votes, c.Base) +
		"); it takes " + t.Majority.String() + ", that is " + kernel.Count(c.Needed) + " or more"
	if c.Short > 0 {
		e.add(codeBallotShort, text+": they are "+kernel.Count(c.Short)+" short.")
		return
	}
	e.add(codeBallotEnough, text+": they are enough.")
}

// explain says whether the resolution carries.
func (t *Tally) explain(e *explanation, thresholds int) {
	ways := "All " + kernel.Counted(int64(thresholds), "threshold") + " have to be reached"
	switch {
	case thresholds == 1:
		ways = "The one threshold has to be reached"
	case t.Carry == AnyOf:
		ways = "One of " + kernel.Counted(int64(thresholds), "threshold") + " has to be reached"
	}
	if t.Carried {
		e.add(codeBallotCarried, ways+": the resolution carries.")
		return
	}
	e.add(codeBallotNotCarried, ways+": the resolution does not carry.")
}
