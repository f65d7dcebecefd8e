package offering

import "github.com/offerkit/offerkit/law"

// explain says what the split did.
func (w *splitting) explain() {
	r := &w.result
	w.add(codeSplitRatio, count(w.terms.New)+" for "+count(w.terms.Old)+": "+counted(r.Before, "share")+" become "+
		shareWords(r.Entitlement)+", computed per "+string(r.Level)+" on "+counted(int64(len(r.Rows)), "row")+".")
	rows := counted(w.fractions, "row") + " with a fraction of a share"
	switch {
	case w.fractions == 0:
		w.add(codeSplitEven, "No row has a fraction of a share.")
	case w.terms.Fractions == FractionsUp:
		w.add(codeSplitUp, rows+": each is rounded up, which makes "+counted(r.ShareDelta, "share")+
			" out of fractions and "+shareWords(r.Made)+" more than the entitlements.")
	case w.terms.Fractions == FractionsNearest:
		w.add(codeSplitNearest, rows+": "+count(r.ShareDelta)+" of one half or more are rounded up, the others are dropped; "+
			shareWords(r.Made)+" are made and "+shareWords(r.Dropped)+" dropped.")
	case w.terms.Fractions == FractionsCash:
		w.add(codeSplitCash, rows+", "+shareWords(r.Dropped)+" in all, are paid at "+numberOf(w.terms.Price).String()+
			" a share: "+numberOf(r.Cash).String()+".")
		w.reading(codeSplitCents, codeSplitCentsDefault, w.terms.Cents != "", "Each payment is "+r.Cents.words()+" to the cent")
	case w.terms.Fractions == FractionsSold:
		w.add(codeSplitSale, rows+" add up to "+shareWords(r.Dropped)+", of which "+
			counted(r.ToSell, "whole share")+" can be sold.")
		w.explainProceeds()
	default:
		w.add(codeSplitDown, rows+": "+shareWords(r.Dropped)+" are dropped without payment.")
	}
	if r.Unpaid.Sign() > 0 {
		w.add(codeSplitProceedsUnpaid, "Proceeds of "+cents(w.proceeds).String()+" belong to no row.")
	}
	w.add(codeSplitTotal, counted(r.Shares, "share")+" are held after the split.")
}

// explainProceeds says what became of the proceeds.
func (w *splitting) explainProceeds() {
	if w.proceeds == 0 {
		w.add(codeSplitProceedsUnstated, "What the sale fetched is not stated, so nothing is paid yet.")
		return
	}
	w.add(codeSplitProceeds, "The proceeds of "+cents(w.proceeds).String()+
		" are shared in proportion to the fractions, to the cent and by largest remainder.")
}

// shareWords is a fraction for people, whole numbers too: "1 share", "2/3 of a share".
func shareWords(f Fraction) string {
	if f.Num == 0 {
		return counted(f.Whole, "share")
	}
	return f.words("share")
}

// explainRow says what the split made of row i.
func (w *splitting) explainRow(i int) law.Reasons {
	row, q := &w.result.Rows[i], w.quotients[i]
	text := counted(row.Before, "share") + " become " + shareWords(row.Entitlement)
	code := codeSplitRowExact
	fraction := Fraction{Num: row.Entitlement.Num, Den: row.Entitlement.Den}.words("share")
	switch {
	case q.exact():
	case row.ShareDelta > 0:
		code = codeSplitRowUp
		text += ", rounded up " + count(row.Shares)
	case w.terms.Fractions == FractionsCash:
		code = codeSplitRowCash
		text += ", of which " + fraction + " is paid with " + numberOf(row.Cash).String()
	case w.sold != nil:
		code = codeSplitRowSold
		text += ", of which " + fraction + " is sold with the others for $" + numberOf(row.Cash).String() + ": " + w.sold.because(i, "cent")
	default:
		code = codeSplitRowDown
		text += ", rounded down " + count(row.Shares)
	}
	return law.Reasons{{Code: code, Text: text + ".", Authority: w.authority}}
}
