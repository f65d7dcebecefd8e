package offering

import (
	"github.com/offerkit/offerkit/law"
)

// explain adds the sentences to a finished book. It changes no figure.
func (a *allocation) explain(b *Book) {
	price := numberOf(a.terms.Price)
	authority := a.terms.Authority
	reasons := make(law.Reasons, len(b.Rows))
	for i := range b.Rows {
		l, row := &a.lines[i], &b.Rows[i]
		cost := numberOf(l.cost(l.before, -a.places))
		reasons[i] = law.Reason{
			Code:      roundCode(b.Rounding, l.exact()),
			Text:      roundText(cents(l.cents), price, row.Entitlement.words(), b.Rounding, l.exact(), l.before, cost),
			Authority: authority,
		}
		row.Why = reasons[i : i+1 : i+1]
		if moved := l.shares - l.before; moved != 0 {
			row.Why = append(row.Why, law.Reason{
				Code:      "offering.tie_out." + string(b.TieOut),
				Text:      a.movedText(moved, l.shares),
				Authority: authority,
			})
		}
	}
	a.explainReadings(b)
	a.explainShares(b)
	a.explainMoney(b)
}

// movedText says what the tie-out did to a row.
func (a *allocation) movedText(moved, shares int64) string {
	text := counted(moved, "share") + " added"
	if moved < 0 {
		text = counted(-moved, "share") + " taken away"
	}
	return text + " so that the rows add up to the " + counted(a.terms.Shares, "share") + " stated, which makes " + count(shares) + "."
}

// because adds a reason to the book under the authority of the terms.
func (a *allocation) because(b *Book, code, text string) {
	b.Why = append(b.Why, law.Reason{Code: code, Text: text, Authority: a.terms.Authority})
}

// explainReadings names each reading used, and whether the terms stated it.
func (a *allocation) explainReadings(b *Book) {
	reading := func(name, word, text string) {
		if word == "" {
			a.because(b, "offering.reading."+name+".default", text+", because the terms do not say.")
			return
		}
		a.because(b, "offering.reading."+name, text+", as the terms say.")
	}
	reading("rounding", string(a.stated.Rounding), "Each row is "+b.Rounding.words())
	if a.terms.Shares > 0 {
		reading("tie_out", string(a.stated.TieOut), "Rows that miss the number of shares stated "+a.tieVerb())
	}
	if b.Owed == Signed {
		reading("owed", string(a.stated.Owed), "Each investor owes the amount signed for")
		return
	}
	reading("owed", string(a.stated.Owed), "Each investor owes the shares times the price")
	if a.places > 2 {
		reading("cents", string(a.stated.Cents), "What is owed is "+b.Cents.words()+" to the cent")
	}
}

// explainShares says whether the rows come to the number of shares stated.
func (a *allocation) explainShares(b *Book) {
	stated := counted(a.terms.Shares, "share")
	rounded := "The rounded rows add up to " + counted(a.rounded, "share")
	gap := a.terms.Shares - a.rounded
	left := counted(gap, "share") + " fewer than the " + stated + " stated"
	if gap < 0 {
		left = counted(-gap, "share") + " more than the " + stated + " stated"
	}
	switch a.tie {
	case tieNone:
		a.because(b, "offering.shares.unstated", rounded+"; the terms state no number to compare.")
	case tieEven:
		a.because(b, "offering.shares.even", rounded+", the number stated.")
	case tieReported:
		a.because(b, "offering.shares.residual", rounded+", "+left+"; the terms leave it at that.")
	case tieMoved:
		a.because(b, "offering.tie_out."+string(b.TieOut), rounded+", "+left+"; "+a.tieWords()+" makes up for it.")
	case tieBeyond:
		a.because(b, "offering.shares.beyond", rounded+", "+left+
			"; no rounding of the rows gives that number, so none was moved.")
	case tieTooSmall:
		a.because(b, "offering.shares.too_small", rounded+", "+left+
			"; the row that would give them up has fewer, so none was moved.")
	}
}

// tieVerb is what the terms do about rows that do not tie out.
func (a *allocation) tieVerb() string {
	switch a.terms.TieOut {
	case MinimumChange:
		return "are moved, one share each and as few as can be"
	case OnLast:
		return "are evened out on the last row"
	case OnLargest:
		return "are evened out on the row with the largest amount"
	default:
		return "are reported"
	}
}

// tieWords is the tie-out that moved rows.
func (a *allocation) tieWords() string {
	switch a.terms.TieOut {
	case OnLast:
		return "the last row"
	case OnLargest:
		return "the row with the largest amount"
	default:
		return "one share on each of the rows nearest to rounding the other way"
	}
}

// explainMoney compares the orders with the amount stated, and the price of all
// shares with the orders.
func (a *allocation) explainMoney(b *Book) {
	orders := counted(int64(len(b.Rows)), "order") + " add up to " + cents(a.cents).String()
	if len(b.Rows) == 1 {
		orders = "The one order is for " + cents(a.cents).String()
	}
	switch residual := numberOf(b.AmountResidual.Abs()).String(); {
	case a.terms.Amount.Sign() == 0:
		a.because(b, "offering.amount.unstated", orders+"; the terms state no amount to compare.")
	case b.AmountResidual.Sign() == 0:
		a.because(b, "offering.amount.even", orders+", the amount stated.")
	case b.AmountResidual.Sign() > 0:
		a.because(b, "offering.amount.residual", orders+", "+residual+" less than the amount stated.")
	default:
		a.because(b, "offering.amount.residual", orders+", "+residual+" more than the amount stated.")
	}
	cost := "All shares at the price come to " + numberOf(b.Cost).String()
	switch difference := numberOf(b.Difference.Abs()).String(); b.Difference.Sign() {
	case 0:
		a.because(b, "offering.cost.even", cost+", the sum of the orders.")
	case 1:
		a.because(b, "offering.cost.difference", cost+", "+difference+" more than the orders.")
	default:
		a.because(b, "offering.cost.difference", cost+", "+difference+" less than the orders.")
	}
}
