package offering

import (
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// explain adds the sentences to a finished book. It changes no figure.
func (a *allocation) explain(b *Book) {
	price := kernel.Of(a.terms.Price)
	authority := a.terms.Authority
	odds := a.newOdds()
	reasons := make(law.Reasons, len(b.Rows))
	for i := range b.Rows {
		l, row := &a.lines[i], &b.Rows[i]
		// Most rows have one reason; they share one array.
		row.Why = reasons[i : i : i+1]
		if a.cuts != nil {
			row.Why = a.explainAccepted(row.Why, i, odds)
		}
		if divided := a.divided(i); divided > 0 {
			row.Why = append(row.Why, a.rounding(divided, price, row))
		}
		if a.cuts != nil {
			row.Why = a.explainShareLimit(a.explainDown(row.Why, i), i, odds)
		}
		if reached := a.reached(i); reached != a.before(i) {
			row.Why = append(row.Why, law.Reason{
				Code: b.TieOut.code(), Text: a.movedText(reached-a.before(i), reached), Authority: authority,
			})
		}
		row.Why = a.explainNothing(row.Why, i, row)
		if a.cuts != nil {
			row.Why = a.explainBelow(row.Why, i)
		}
		row.Why = explainRefund(row.Why, l.cents, l.accepted, "share", authority)
	}
	a.explainReadings(b)
	a.explainLimits(b)
	a.explainShares(b)
	a.explainMoney(b)
}

// explainNothing says of a row that it gets nothing for its money, or shares for
// none.
func (a *allocation) explainNothing(why law.Reasons, i int, row *Row) law.Reasons {
	switch {
	case a.reached(i) == 0 && a.divided(i) > 0 && (a.shareCut == nil || a.cuts[i].demand == 0):
		return append(why, law.Reason{
			Code: codeNoShare, Text: "The order buys no share, so that none of it is accepted.", Authority: a.terms.Authority,
		})
	case a.places > 2 && row.Shares > 0 && row.Due.Sign() == 0: // only prices in fractions of a cent come to this
		return append(why, law.Reason{
			Code: codeNoCent, Authority: a.terms.Authority,
			Text: "The " + kernel.Counted(row.Shares, "share") + " cost " + kernel.Of(row.Cost).String() +
				", which is " + a.terms.Cents.String() + " to no cent at all: they are given for nothing.",
		})
	}
	return why
}

// explainRefund says how much of the cents signed for goes back, or how much more
// is due for the units of such a name.
func explainRefund(why law.Reasons, signed, due int64, unit string, authority law.Citation) law.Reasons {
	reason := law.Reason{Authority: authority}
	switch order := kernel.Dollars(signed) + " signed for"; {
	case due == signed:
		return why
	case due < signed:
		reason.Code = codeRefund
		reason.Text = "Of the " + order + ", " + kernel.Dollars(due) + " is accepted and " + kernel.Dollars(signed-due) + " is refunded."
	default:
		reason.Code = codeStillOwed
		reason.Text = "The " + unit + "s come to " + kernel.Dollars(due) + ", " + kernel.Dollars(due-signed) + " more than the " + order +
			", which is still owed."
	}
	return append(why, reason)
}

// divided is the cents of line i that the price divided.
func (a *allocation) divided(i int) int64 {
	if a.cuts != nil {
		return a.cuts[i].limited
	}
	return a.lines[i].cents
}

// rounding says how an amount became a number of shares.
func (a *allocation) rounding(amount int64, price kernel.Number, row *Row) law.Reason {
	q, _ := kernel.Divide(kernel.Multiply(uint64(amount), a.perCent), a.lotPrice) // divide has seen that it fits
	lots, _ := q.Round(a.terms.Rounding)
	reason := law.Reason{Code: roundCode(a.terms.Rounding, q.Exact()), Authority: a.terms.Authority}
	if a.terms.Lot > 1 {
		reason.Text = kernel.Cents(amount).String() + " at " + price.String() + " buys " + partWords(q, "lot") + " of " +
			kernel.Count(a.terms.Lot) +
			"; " + a.terms.Rounding.String() + " that is " + kernel.Count(lots*a.terms.Lot) + " shares."
		return reason
	}
	words := ""
	switch {
	case q.Exact():
	case a.shareCut == nil:
		words = kernel.Parts(row.Entitlement, "share")
	default: // the row's entitlement is what the share limit leaves of this
		words = kernel.Parts(q.Mixed(), "share")
	}
	reason.Text = roundText(kernel.Cents(amount), price, words, a.terms.Rounding, q.Exact(), lots,
		kernel.Of(kernel.Multiply(uint64(lots), a.lotPrice).Decimal(-a.places)))
	return reason
}

// movedText says what the tie-out did to a row by so many lots, and why to this
// one.
func (a *allocation) movedText(moved, lots int64) string {
	to := "the " + kernel.Counted(a.terms.Shares, "share") + " stated"
	return a.terms.TieOut.movedText(moved*a.terms.Lot, lots*a.terms.Lot, "share", to, largestAmount)
}

// because adds a reason to the book under the authority of the terms.
func (a *allocation) because(b *Book, code law.Code, text string) {
	b.Why = append(b.Why, law.Reason{Code: code, Text: text, Authority: a.terms.Authority})
}

// explainReadings names each reading used, and whether the terms stated it.
func (a *allocation) explainReadings(b *Book) {
	e := explanation{authority: a.terms.Authority}
	lots := ""
	if a.terms.Lot > 1 {
		lots = " in lots of " + kernel.Count(a.terms.Lot)
	}
	e.reading(codeReadingRounding, codeReadingRoundingDefault, a.stated.Rounding != "", "Each row is "+b.Rounding.String()+lots)
	if a.terms.Shares > 0 {
		e.reading(codeReadingTieOut, codeReadingTieOutDefault, a.stated.TieOut != "",
			"Rows that miss the number of shares stated "+a.terms.TieOut.verb("share", a.terms.TieOutRow, largestAmount))
	}
	owed := "Each investor owes the amount signed for"
	switch {
	case b.Owed == SharesTimesPrice:
		owed = "Each investor owes the shares times the price"
	case a.accepted < a.cents:
		owed = "Each investor owes what is accepted of the amount signed for"
	}
	e.reading(codeReadingOwed, codeReadingOwedDefault, a.stated.Owed != "", owed)
	if a.places > 2 && (b.Owed == SharesTimesPrice || a.trims()) {
		e.reading(codeReadingCents, codeReadingCentsDefault, a.stated.Cents != "", "What is owed is "+b.Cents.String()+" to the cent")
	}
	b.Why = append(b.Why, e.why...)
}

// explainShares says whether the rows come to the number of shares stated.
func (a *allocation) explainShares(b *Book) {
	stated := kernel.Counted(a.terms.Shares, "share")
	before := a.rounded * a.terms.Lot
	rounded := "The rounded rows add up to " + kernel.Counted(before, "share")
	if a.shareCut != nil {
		rounded = "The rows that are cut back add up to " + kernel.Counted(before, "share")
	}
	gap := a.terms.Shares - before
	left := kernel.Counted(gap, "share") + " fewer than the " + stated + " stated"
	if gap < 0 {
		left = kernel.Counted(-gap, "share") + " more than the " + stated + " stated"
	}
	switch a.tie {
	case tieNone:
		a.because(b, codeSharesUnstated, rounded+"; the terms state no number to compare.")
	case tieEven:
		a.because(b, codeSharesEven, rounded+", the number stated.")
	case tieReported:
		a.because(b, codeSharesResidual, rounded+", "+left+"; the terms leave it at that.")
	case tieMoved:
		a.because(b, b.TieOut.code(), rounded+", "+left+"; "+
			a.terms.TieOut.words("share", a.terms.TieOutRow, largestAmount)+" makes up for it.")
	case tieBeyond:
		a.because(b, codeSharesBeyond, rounded+", "+left+
			"; no rounding of the rows gives that number, so none was moved.")
	case tieCut:
		a.because(b, codeSharesLimited, rounded+", "+left+"; the limit decides, so none was moved.")
	case tieTooSmall:
		a.because(b, codeSharesTooSmall, rounded+", "+left+
			"; the row that would give them up has fewer, so none was moved.")
	case tieRefused:
		a.because(b, codeSharesRefused, rounded+", "+left+
			"; nothing is accepted of the row that would make up for it, so none was moved.")
	case tieCapped:
		a.because(b, codeSharesCapped, rounded+", "+left+
			"; to make up for it would take a row past its maximum or all of them past the amount limit, so none was moved.")
	}
}

// explainMoney compares what is accepted of the orders with the amount stated,
// and the price of all shares with it.
func (a *allocation) explainMoney(b *Book) {
	orders, whole := kernel.Counted(int64(len(b.Rows)), "order")+" add up to "+kernel.Cents(a.cents).String(), "the sum of the orders"
	if len(b.Rows) == 1 {
		orders = "The one order is for " + kernel.Cents(a.cents).String()
	}
	than := "the orders"
	switch {
	case a.accepted < a.cents:
		orders += ", of which " + kernel.Cents(a.accepted).String() + " is accepted"
		whole, than = "the sum accepted", "the sum accepted"
	case a.accepted > a.cents:
		orders += " and their shares to " + kernel.Cents(a.accepted).String()
		whole, than = "the sum due", "the sum due"
	}
	switch residual := kernel.Of(b.AmountResidual.Abs()).String(); {
	case a.terms.Amount.Sign() == 0:
		a.because(b, codeAmountUnstated, orders+"; the terms state no amount to compare.")
	case b.AmountResidual.Sign() == 0:
		a.because(b, codeAmountEven, orders+", the amount stated.")
	case b.AmountResidual.Sign() > 0:
		a.because(b, codeAmountResidual, orders+", "+residual+" less than the amount stated.")
	default:
		a.because(b, codeAmountResidual, orders+", "+residual+" more than the amount stated.")
	}
	cost := "All shares at the price come to " + kernel.Of(b.Cost).String()
	switch difference := kernel.Of(b.Difference.Abs()).String(); b.Difference.Sign() {
	case 0:
		a.because(b, codeCostEven, cost+", "+whole+".")
	case 1:
		a.because(b, codeCostDifference, cost+", "+difference+" more than "+than+".")
	default:
		a.because(b, codeCostDifference, cost+", "+difference+" less than "+than+".")
	}
}
