package offering

import (
	"errors"

	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/internal/check"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// publicOfferingRule is the exception for public offerings.
func publicOfferingRule() law.Citation {
	return law.Citation{
		Cite: "Nasdaq IM-5635-3", Title: "Definition of a public offering",
		Doubt: "whether an offering is public turns on its circumstances",
	}
}

// Approval decides whether the shareholders have to vote: when the issuance is
// 20% or more of the shares or of the voting power outstanding before it, and
// priced below the lower of the last close and the five-day average. A fact that
// is not stated leaves the answer unknown, unless the others decide it alone.
//
// Errors are law.Faults: a missing Signed is law.ErrMissing, a day before
// September 26, 2018 law.ErrUnsupported, a number below zero or beyond the
// limits law.ErrRange. Votes beside OneVoteAShare are law.ErrConflict.
func (i Issuance) Approval() (Approval, error) {
	var fs law.Faults
	era, err := twentyPercentRule().At(i.Signed)
	fs.Merge("signed", renamed(err))
	i.check(&fs)
	if len(fs) > 0 {
		return Approval{}, fs
	}
	w := approving{facts: i, explanation: explanation{authority: era.Authority}, part: era.Value}
	if i.OneVoteAShare {
		w.facts.Votes, w.facts.IssuableVotes = i.Outstanding, i.Issuable
	}
	a := Approval{Method: MethodTwentyPercent, Version: MethodVersion}
	w.size(&a)
	w.below(&a)
	a.Required = both(a.Size, a.Below)
	if i.PublicOffering {
		a.Required = law.No
		w.under(publicOfferingRule(), codeTwentyPercentPublic,
			"The rule does not apply to a public offering, which this is said to be.")
	}
	switch a.Required {
	case law.Yes:
		w.add(codeTwentyPercentRequired, "The shareholders have to approve before the issuance.")
	case law.No:
		w.add(codeTwentyPercentNotRequired, "This rule does not ask for a vote; other paragraphs of Rule 5635 may.")
	default:
		w.add(codeTwentyPercentUnknown, "Whether a vote is required turns on facts that are not stated.")
	}
	a.Why = w.why
	return a, nil
}

// renamed takes the inner path off the faults of a timeline, which knows its
// argument as "date".
func renamed(err error) error {
	var inner, fs law.Faults
	errors.As(err, &inner)
	for _, f := range inner {
		fs.Add(f.Kind, "", f.Value, "%s", f.Problem)
	}
	return fs.Err()
}

// check records what is wrong with the figures that are stated.
func (i Issuance) check(fs *law.Faults) {
	check.NotBelowZero(fs, "outstanding", i.Outstanding)
	check.NotBelowZero(fs, "votes", i.Votes)
	check.NotBelowZero(fs, "issuable", i.Issuable)
	check.NotBelowZero(fs, "issuable_votes", i.IssuableVotes)
	if i.OneVoteAShare && (i.Votes != 0 || i.IssuableVotes != 0) {
		fs.Add(law.ErrConflict, "one_vote_a_share", "", "states the votes, which are also given")
	}
	for _, price := range []struct {
		field string
		value decimal.Decimal
	}{{"price", i.Price}, {"last_close", i.LastClose}, {"average_close", i.AverageClose}} {
		if price.value.Sign() != 0 {
			kernel.ReadPositive(fs, price.field, price.value)
		}
	}
}

// approving is an answer in the making.
type approving struct {
	explanation
	facts Issuance
	part  exact.Fraction
}

// stated reports whether a fact is, and names it if it is not.
func (w *approving) stated(is bool, what string) bool {
	if !is {
		w.add(codeTwentyPercentMissing, "Not stated: "+what+".")
	}
	return is
}

// size answers whether the issuance is 20% or more of shares or votes.
func (w *approving) size(a *Approval) {
	a.Size = either(
		w.reaches(codeTwentyPercentShares, "shares", w.facts.Issuable, w.facts.Outstanding),
		w.reaches(codeTwentyPercentVotes, "votes", w.facts.IssuableVotes, w.facts.Votes),
	)
	if w.facts.Outstanding > 0 {
		a.Threshold = w.least(w.facts.Outstanding)
		w.add(codeTwentyPercentThreshold, kernel.Count(a.Threshold)+" is the smallest number of shares that is "+w.part.String()+
			" of those outstanding.")
	}
}

// reaches answers whether new is 20% or more of old.
func (w *approving) reaches(code law.Code, noun string, issued, outstanding int64) law.YesNo {
	known := w.stated(issued > 0, "the "+noun+" issuable")
	if !w.stated(outstanding > 0, "the "+noun+" outstanding before the deal") || !known {
		return law.Unknown
	}
	reached := issued >= w.least(outstanding)
	outcome := "less than "
	if reached {
		outcome = "that is, at least "
	}
	text := kernel.Count(issued) + " " + noun + " may be issued on " + kernel.Count(outstanding) + " outstanding"
	if issued <= outstanding {
		text += " (" + kernel.Percentage(issued, outstanding) + ")"
	}
	w.add(code, text+", "+outcome+w.part.String()+".")
	return yesIf(reached)
}

// below answers whether the price is below the minimum price. One of the two
// closing figures can be enough: a price at or above either is not below the
// lower of them.
func (w *approving) below(a *Approval) {
	f := w.facts
	last, average := w.compare(f.LastClose), w.compare(f.AverageClose)
	a.Below = both(last, average)
	known := w.stated(f.LastClose.Sign() > 0, "the last close before the signing")
	if w.stated(f.AverageClose.Sign() > 0, "the average of the five closes before the signing") && known {
		a.MinimumPrice = f.LastClose
		if f.AverageClose.Cmp(f.LastClose) < 0 {
			a.MinimumPrice = f.AverageClose
		}
		w.add(codeTwentyPercentMinimumPrice, "The minimum price is "+kernel.Of(a.MinimumPrice).String()+
			", the lower of the last close of "+kernel.Of(f.LastClose).String()+" and the five-day average of "+
			kernel.Of(f.AverageClose).String()+".")
	}
	if !w.stated(f.Price.Sign() > 0, "the lowest price at which a share can be issued") {
		return
	}
	price := "The price of " + kernel.Of(f.Price).String()
	switch a.Below {
	case law.Yes:
		w.add(codeTwentyPercentBelow, price+" is below the minimum price.")
	case law.No:
		w.add(codeTwentyPercentNotBelow, price+" is not below the minimum price.")
	default:
	}
}

// compare answers whether the price is below a closing figure.
func (w *approving) compare(closing decimal.Decimal) law.YesNo {
	if w.facts.Price.Sign() == 0 || closing.Sign() == 0 {
		return law.Unknown
	}
	return yesIf(w.facts.Price.Cmp(closing) < 0)
}

// least is the smallest whole number that is the part of a number or more.
func (w *approving) least(n int64) int64 {
	up, _ := kernel.Part(w.part, n).Round(exact.Up) // at most n
	return up
}
