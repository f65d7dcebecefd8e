package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// odds explains the odd units of both limits, as far as they are binding.
type odds struct{ amount, shares odd }

// newOdds reads them off the divisions.
func (a *allocation) newOdds() odds {
	var o odds
	if a.amountCut != nil {
		o.amount = newOdd(a.amountCut)
	}
	if a.shareCut != nil {
		o.shares = newOdd(a.shareCut)
	}
	o.amount.keyed, o.shares.keyed = a.order != nil, a.order != nil
	return o
}

// explainAccepted says what maximum, minimum and amount limit did to line i.
func (a *allocation) explainAccepted(why law.Reasons, i int, o odds) law.Reasons {
	c := &a.cuts[i]
	because := func(code law.Code, text string) {
		why = append(why, law.Reason{Code: code, Text: text, Authority: a.terms.Authority})
	}
	if signed := a.lines[i].cents; c.asked < signed {
		because(codeLimitMaximum, "The order for "+kernel.Dollars(signed)+" counts for "+kernel.Dollars(c.asked)+", its maximum.")
	}
	if c.refused() {
		because(codeLimitMinimum, "The order asks for "+kernel.Dollars(c.asked)+", below the minimum of "+kernel.Dollars(c.minimum)+
			", so that none of it is accepted.")
	}
	if a.amountCut == nil || c.refused() {
		return why
	}
	asks := "The limit of " + kernel.Dollars(a.limits.amount) + " cuts the " + kernel.Dollars(c.asked) + " asked for"
	if a.amountCut.parts[i].dropped {
		because(codeLimitMinimum, asks+leftOut(a.amountCut, i, c))
		return why
	}
	if c.limited == c.asked {
		because(codeLimitAmount, "The limit of "+kernel.Dollars(a.limits.amount)+" leaves the "+kernel.Dollars(c.asked)+" asked for.")
		return why
	}
	because(codeLimitAmount, asks+" to "+kernel.Dollars(c.limited)+": "+o.amount.words(i, "cent")+".")
	return why
}

// explainBelow says of line i that it ends below its minimum, if it does, and
// what comes of it.
func (a *allocation) explainBelow(why law.Reasons, i int) law.Reasons {
	c := &a.cuts[i]
	reason := law.Reason{Code: codeLimitMinimumShort, Authority: a.terms.Authority}
	l, minimum := &a.lines[i], ", less than its minimum of "+kernel.Dollars(c.minimum)
	switch {
	case c.below.lots > 0:
		reason.Code = codeLimitMinimum
		reason.Text = "The order comes to " + kernel.Counted(c.below.lots*a.terms.Lot, "share") + " for " +
			kernel.Dollars(c.below.cents) + minimum +
			", so that none of it is accepted, as the terms say."
	case !a.short(i):
		return why
	default:
		reason.Text = "The order ends with " + kernel.Counted(a.shares(l), "share") + " for " + kernel.Dollars(l.accepted) + minimum +
			"; it keeps them, " + asStated(a.stated.BelowMinimum != "") + "."
	}
	return append(why, reason)
}

// leftOut says why a limit leaves an order out for its minimum.
func leftOut(s *sharing, i int, c *cut) string {
	text := " to less than its minimum of " + kernel.Dollars(c.minimum)
	if s.takes[i] > s.total {
		return text + ", which is more than the whole limit; none of it is accepted."
	}
	return text + "; orders are left out for that, the smallest first, and this is one."
}

// explainShareLimit says what the share limit did to line i.
func (a *allocation) explainShareLimit(why law.Reasons, i int, o odds) law.Reasons {
	c, lots := &a.cuts[i], a.reached(i)
	if a.shareCut == nil || c.demand == 0 {
		return why
	}
	unit := "share"
	if a.terms.Lot > 1 {
		unit = "lot"
	}
	limit := kernel.Counted(a.limits.lots*a.terms.Lot, "share")
	reason := law.Reason{Code: codeLimitShares, Authority: a.terms.Authority}
	asks := "The limit of " + limit + " cuts the " + kernel.Counted(c.demand*a.terms.Lot, "share") + " asked for"
	switch {
	case a.shareCut.parts[i].dropped:
		reason.Code = codeLimitMinimum
		reason.Text = asks + leftOut(a.shareCut, i, c)
	case lots == c.demand:
		reason.Text = "The limit of " + limit + " leaves the " + kernel.Counted(c.demand*a.terms.Lot, "share") + " asked for: " +
			o.shares.words(i, unit) + "."
	default:
		reason.Text = asks + " to " + kernel.Count(lots*a.terms.Lot) + ": " + o.shares.words(i, unit) + "."
	}
	return append(why, reason)
}

// explainLimits says of the book whether its limits are binding.
func (a *allocation) explainLimits(b *Book) {
	if limit := kernel.Dollars(a.limits.amount); a.limits.amount > 0 {
		asks := "The orders ask for " + kernel.Dollars(a.asked) + " after minimum and maximum"
		switch {
		case a.amountCut != nil:
			a.because(b, codeLimitAmount, asks+", more than the limit of "+limit+
				"; they are cut back pro rata, by largest remainder in cents.")
		default:
			a.because(b, codeLimitAmountSlack, asks+", within the limit of "+limit+".")
		}
		if b.Cost.Cmp(a.terms.AmountLimit) > 0 {
			a.because(b, codeLimitAmountRounding, "Rounded to whole shares the rows cost "+kernel.DollarsOf(b.Cost)+
				", more than the limit of "+limit+"; rounding down would stay within it.")
		}
	}
	if a.terms.ShareLimit > 0 {
		a.explainAllShares(b)
	}
	if n := a.refused.orders; n > 0 {
		text := kernel.Counted(n, "order") + " come to less than their minimum and get nothing, as the terms say; the "
		if n == 1 {
			text = "One order comes to less than its minimum and gets nothing, as the terms say; the "
		}
		a.because(b, codeLimitMinimum, text+kernel.Counted(a.refused.lots*a.terms.Lot, "share")+" left by that go to nobody.")
	}
}

// explainAllShares says of the book whether its share limit is binding.
func (a *allocation) explainAllShares(b *Book) {
	limit := kernel.Counted(a.terms.ShareLimit, "share")
	asks := "The rounded rows ask for " + kernel.Counted(a.demand*a.terms.Lot, "share")
	switch {
	case a.shareCut != nil && a.limits.lots*a.terms.Lot < a.terms.ShareLimit:
		a.because(b, codeLimitShares, asks+", more than the limit of "+limit+"; they are cut back pro rata, by largest remainder, "+
			"to the "+kernel.Counted(a.limits.lots, "whole lot")+" of "+kernel.Count(a.terms.Lot)+" in it.")
	case a.shareCut != nil:
		a.because(b, codeLimitShares, asks+", more than the limit of "+limit+"; they are cut back pro rata, by largest remainder.")
	case a.demand > a.limits.lots:
		a.because(b, codeLimitSharesSlack, asks+", more than the limit of "+limit+
			"; moved to the number stated they are within it.")
	default:
		a.because(b, codeLimitSharesSlack, asks+", within the limit of "+limit+".")
	}
}
