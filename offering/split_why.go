package offering

import (
	"github.com/offerkit/offerkit/exact"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// explain says what the split did.
func (w *splitting) explain() {
	r := &w.result
	w.add(codeSplitRatio, kernel.Count(w.terms.New)+" for "+kernel.Count(w.terms.Old)+": "+kernel.Counted(r.Before, "share")+" become "+
		kernel.Parts(r.Entitlement, "share")+", computed per "+string(r.Level)+" on "+kernel.Counted(int64(len(r.Rows)), "row")+".")
	rows := kernel.Counted(w.fractions, "row") + " with a fraction of a share"
	switch {
	case w.fractions == 0:
		w.add(codeSplitEven, "No row has a fraction of a share.")
	case w.terms.Fractions == FractionsUp:
		w.add(codeSplitUp, rows+": each is rounded up, which makes "+kernel.Counted(r.ShareDelta, "share")+
			" out of fractions and "+kernel.Parts(r.Made, "share")+" more than the entitlements.")
	case w.terms.Fractions == FractionsNearest:
		w.add(codeSplitNearest, rows+": "+kernel.Count(r.ShareDelta)+" of one half or more are rounded up, the others are dropped; "+
			kernel.Parts(r.Made, "share")+" are made and "+kernel.Parts(r.Dropped, "share")+" dropped.")
	case w.terms.Fractions == FractionsCash:
		w.add(codeSplitCash, rows+", "+kernel.Parts(r.Dropped, "share")+" in all, are paid at "+kernel.Of(w.terms.Price).String()+
			" a share: "+kernel.Of(r.Cash).String()+".")
		w.reading(codeSplitCents, codeSplitCentsDefault, w.terms.Cents != "", "Each payment is "+r.Cents.String()+" to the cent")
	case w.terms.Fractions == FractionsSold:
		w.add(codeSplitSale, rows+" add up to "+kernel.Parts(r.Dropped, "share")+", of which "+
			kernel.Counted(r.ToSell, "whole share")+" can be sold.")
		w.explainProceeds()
	default:
		w.add(codeSplitDown, rows+": "+kernel.Parts(r.Dropped, "share")+" are dropped without payment.")
	}
	if r.Unpaid.Sign() > 0 {
		w.add(codeSplitProceedsUnpaid, "Proceeds of "+kernel.Cents(w.proceeds).String()+" belong to no row.")
	}
	w.add(codeSplitTotal, kernel.Counted(r.Shares, "share")+" are held after the split.")
}

// explainProceeds says what became of the proceeds.
func (w *splitting) explainProceeds() {
	if w.proceeds == 0 {
		w.add(codeSplitProceedsUnstated, "What the sale fetched is not stated, so nothing is paid yet.")
		return
	}
	w.add(codeSplitProceeds, "The proceeds of "+kernel.Cents(w.proceeds).String()+
		" are shared in proportion to the fractions, to the cent and by largest remainder.")
}

// explainRow says what the split made of row i.
func (w *splitting) explainRow(i int) law.Reasons {
	row, q := &w.result.Rows[i], w.quotients[i]
	text := kernel.Counted(row.Before, "share") + " become " + kernel.Parts(row.Entitlement, "share")
	code := codeSplitRowExact
	fraction := kernel.Parts(exact.Mixed{Num: row.Entitlement.Num, Den: row.Entitlement.Den}, "share")
	switch {
	case q.Exact():
	case row.ShareDelta > 0:
		code = codeSplitRowUp
		text += ", rounded up " + kernel.Count(row.Shares)
	case w.terms.Fractions == FractionsCash:
		code = codeSplitRowCash
		text += ", of which " + fraction + " is paid with " + kernel.Of(row.Cash).String()
	case w.sold != nil:
		code = codeSplitRowSold
		text += ", of which " + fraction + " is sold with the others for " + kernel.DollarsOf(row.Cash) + ": " + w.sold.because(i, "cent")
	default:
		code = codeSplitRowDown
		text += ", rounded down " + kernel.Count(row.Shares)
	}
	return law.Reasons{{Code: code, Text: text + ".", Authority: w.authority}}
}
