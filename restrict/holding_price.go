package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// price is when the full price of an acquisition counts as paid.
type price struct {
	// on is that day, owed is true if there is none yet, and free if nothing
	// was to be paid.
	on         calendar.Date
	owed, free bool
	needs      fact
	// from is the first sale for which that holds; zero if it always does.
	from calendar.Date
	// what says how it was paid, in front of the day; of a price that is free,
	// what was supposed.
	what      string
	authority law.Citation
	why       law.Reasons
}

// settle finds when the price of the event counts as paid, (d)(1)(iii) and
// (d)(2).
func (l *life) settle(e *Event, acquired calendar.Date) price {
	p := price{what: "paid in full on", authority: l.paragraph("(d)(1)(iii)")}
	switch {
	case e.Payment.owed():
		return l.settleNote(e, acquired, p)
	case e.Payment == PaymentEscrow:
		p.what, p.on, p.needs = "paid by release from escrow on", e.Released, factReleased
		p.authority = l.derived("(d)(1)(iii)", "no authority speaks of escrow; C&DI 532.04 looks to economic risk")
	default:
		p.on, p.needs = e.Paid, factPaid
	}
	p.close(e)
	return p
}

// close tells a price that is paid from one that is owed, or unknown.
func (p *price) close(e *Event) {
	switch {
	case e.FullyPaid == law.No:
		p.owed = true
	case e.FullyPaid == law.Unknown:
		p.needs = factFullyPaid
	case !p.on.IsZero():
		p.needs = 0
	}
}

// settleNote applies (d)(2): a promise counts as payment from the day of the
// acquisition if it gives full recourse, is secured by other collateral worth
// the price, and is discharged before the sale. If one of the first two fails,
// the discharge is the payment.
func (l *life) settleNote(e *Event, acquired calendar.Date, p price) price {
	p.authority, p.on, p.needs = l.paragraph("(d)(2)"), e.Paid, factPaid
	p.close(e)
	say := func(code law.Code, par, text string) {
		p.why = append(p.why, law.Reason{Code: code, Text: text, Authority: l.paragraph(par)})
	}
	switch {
	case e.FullRecourse != law.Yes:
		p.what = "discharged in full on"
		say(codeNoteFails, "(d)(2)(i)", "The promise to pay gives no full recourse and is no payment; its discharge is.")
	case e.OtherCollateral != law.Yes:
		p.what = "discharged in full on"
		say(codeNoteFails, "(d)(2)(ii)",
			"The promise to pay is not secured by other collateral worth the price and is no payment; its discharge is.")
	case p.owed:
		say(codeNoteOutstanding, "(d)(2)(iii)", "The promise to pay is not discharged.")
	case p.needs != 0:
	case p.on == l.sale:
		p.needs = factPaid
		say(codeNoteSameDay, "(d)(2)(iii)",
			"The promise to pay was discharged on the day of the sale; the answer needs to know whether that came first.")
	case !l.sale.IsZero() && p.on.After(l.sale) || p.on.AddDays(1).IsZero():
		p.owed = true
		say(codeNoteOutstanding, "(d)(2)(iii)", "The promise to pay was not discharged before the sale, but on "+p.on.Long()+".")
	default:
		say(codeNoteCounts, "(d)(2)", "The promise to pay gives full recourse, is secured by other collateral worth the price and was "+
			"discharged on "+p.on.Long()+": for a sale after that day it counts as payment.")
		p.from = p.on.AddDays(1)
		p.what, p.on = "paid by the promise on", acquired
	}
	return p
}
