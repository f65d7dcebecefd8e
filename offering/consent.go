package offering

import (
	"math"
	"strconv"

	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// Register is who holds what on the relevant date, and who consents.
type Register struct {
	// Holdings has one entry for each holder.
	Holdings []Holding `json:"holdings"`
	// Base is the number of votes that the threshold is a part of. Zero takes
	// the sum of Holdings, and a reason says so; state it when the agreement
	// counts votes that are not in the register, such as a whole class.
	Base int64 `json:"base,omitempty"`
	// Authority is the section that sets the threshold; zero cites nothing.
	Authority law.Citation `json:"authority,omitzero"`
}

// Holding is one holder's votes.
type Holding struct {
	// Holder names the holder, once in a register. It is required.
	Holder string `json:"holder"`
	// Votes is the number of shares, or of dollars, that the agreement counts.
	Votes int64 `json:"votes"`
	// Consents is true once the holder has consented. Silence is false.
	Consents bool `json:"consents,omitempty"`
}

// MethodConsent names how a [Consent] is made: votes of one register counted
// against one majority.
const MethodConsent = "consent"

// Consent is whether the consenting holders carry, and by what count.
type Consent struct {
	// Reached is true when they carry.
	Reached bool `json:"reached"`
	// Votes is the number of votes that consent, of Base in all.
	Votes int64 `json:"votes"`
	Base  int64 `json:"base"`
	// Needed is the smallest number that carries.
	Needed int64 `json:"needed"`
	// Short is how many votes are missing; zero when they carry.
	Short int64 `json:"short"`
	// Method and Version name how they were counted: MethodConsent,
	// MethodVersion.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why explains Reached. Its codes are "offering.consent.base.register" or
	// "offering.consent.base.stated", then "offering.consent.reached" or
	// "offering.consent.short".
	Why law.Reasons `json:"why,omitempty"`
}

// Consent counts the consenting votes of a register against the threshold.
//
// An empty register, a holder without a name, and votes that are all zero are
// law.ErrMissing, a name given twice is law.ErrDuplicate, votes below zero or
// past an int64 are law.ErrRange, and a Base smaller than the register is
// law.ErrConflict. Faults of the threshold itself are those of
// [Majority.Needed]. At most a hundred faulty holdings are named.
func (m Majority) Consent(r Register) (Consent, error) {
	var fs law.Faults
	check.Cited(&fs, "authority", r.Authority)
	m.check(&fs)
	votes, sum := r.count(&fs)
	switch {
	case r.Base < 0:
		check.NotBelowZero(&fs, "base", r.Base)
	case r.Base > 0 && r.Base < sum:
		fs.Add(law.ErrConflict, "base", strconv.FormatInt(r.Base, 10), "is less than the %d votes of the register", sum)
	case r.Base == 0 && sum == 0 && len(fs) == 0:
		fs.Add(law.ErrMissing, "base", "", "is required: the register has no votes")
	}
	if len(fs) > 0 {
		return Consent{}, fs
	}
	c := Consent{Votes: votes, Base: r.Base, Method: MethodConsent, Version: MethodVersion}
	code, source := codeConsentBaseStated, ", as stated."
	if r.Base == 0 {
		c.Base = sum
		code, source = codeConsentBaseRegister, ", all that the register holds, because no other is stated."
	}
	c.Why = append(c.Why, law.Reason{Code: code, Text: "The base is " + kernel.Counted(c.Base, "vote") + source, Authority: r.Authority})
	c.Needed = m.needed(c.Base)
	c.Reached = c.Votes >= c.Needed
	code, outcome := codeConsentReached, "they carry."
	if !c.Reached {
		c.Short = c.Needed - c.Votes
		code, outcome = codeConsentShort, "they are "+kernel.Count(c.Short)+" short."
	}
	text := kernel.Count(c.Votes) + " of " + kernel.Counted(c.Base, "vote") + " consent (" + kernel.Percentage(c.Votes, c.Base) +
		"); it takes " +
		m.String() + ", that is " + kernel.Count(c.Needed) + " or more: " + outcome
	c.Why = append(c.Why, law.Reason{Code: code, Text: text, Authority: r.Authority})
	return c, nil
}

// count adds up the consenting votes and all votes, and records what is wrong
// with the holdings.
func (r Register) count(fs *law.Faults) (votes, sum int64) {
	if len(r.Holdings) == 0 {
		fs.Add(law.ErrMissing, "holdings", "", "is required: the register has no holders")
	}
	names := make(map[string]int, len(r.Holdings))
	rows := check.Rows{List: "holdings"}
	for i, h := range r.Holdings {
		var row law.Faults
		checkName(&row, "holder", "holdings", names, i, h.Holder)
		if h.Votes < 0 {
			check.NotBelowZero(&row, "votes", h.Votes)
		} else if h.Votes > math.MaxInt64-sum {
			row.Add(law.ErrRange, "votes", strconv.FormatInt(h.Votes, 10), "takes the register past %d votes", int64(math.MaxInt64))
		} else {
			sum += h.Votes
			if h.Consents {
				votes += h.Votes
			}
		}
		rows.Add(fs, i, row)
	}
	rows.Close(fs)
	return votes, sum
}
