package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// eventPath is the path of event i, or of one of its fields.
func eventPath(i int, field string) string {
	path := check.At("events", i)
	if field != "" {
		path += "." + field
	}
	return path
}

// checkLot records what keeps the events from being the life of one lot.
func checkLot(lot []Event) error {
	var fs law.Faults
	if len(lot) == 0 {
		fs.Missing("events")
	}
	c := order{}
	rows := check.Rows{List: "events"}
	for i := range lot {
		var row law.Faults
		lot[i].check(&row)
		c.check(&row, i, &lot[i])
		rows.Add(&fs, i, row)
	}
	rows.Close(&fs)
	return fs.Err()
}

// check records what is wrong with the event taken by itself.
func (e *Event) check(fs *law.Faults) {
	e.checkWords(fs)
	takes := e.Kind.facts()
	if takes == 0 {
		return // nothing can be said about the facts of no kind
	}
	taken := *e // without what the kind does not take, lest that be refused twice
	for _, d := range taken.dates() {
		if takes&d.fact == 0 {
			refused(fs, d.field, *d.at, "kind", string(e.Kind))
			*d.at = calendar.Date{}
		}
	}
	for _, w := range taken.words() {
		if takes&w.fact == 0 {
			if isKnown(*w.at) {
				check.Although(fs, w.field, strconv.Quote(string(*w.at)), "kind", string(e.Kind))
			}
			*w.at = ""
		}
	}
	if takes&factPayment == 0 {
		if e.Payment != "" && e.Payment.known() {
			check.Although(fs, "payment", strconv.Quote(string(e.Payment)), "kind", string(e.Kind))
		}
		taken.Payment = ""
	}
	taken.checkPayment(fs)
	taken.checkDates(fs)
}

func (e *Event) checkWords(fs *law.Faults) {
	if e.Kind.facts() == 0 {
		law.OneOf(fs, "kind", e.Kind, e.Kind.all()...)
	}
	for _, w := range e.words() {
		checkAnswer(*w.at, fs, w.field, false)
	}
	if !e.Payment.known() {
		law.OneOf(fs, "payment", e.Payment, e.Payment.all()...)
	}
}

// checkPayment records what contradicts itself about the price.
func (e *Event) checkPayment(fs *law.Faults) {
	if e.ValuePaid == law.No || e.Employee == law.Yes {
		field, word := "value_paid", e.ValuePaid
		if e.Employee == law.Yes {
			field, word = "employee", e.Employee
		}
		refused(fs, "paid", e.Paid, field, string(word))
		refused(fs, "released", e.Released, field, string(word))
		if e.Payment != "" {
			check.Although(fs, "payment", strconv.Quote(string(e.Payment)), field, string(word))
		}
	}
	if e.Payment != PaymentEscrow {
		refused(fs, "released", e.Released, "payment", string(e.Payment))
	}
	if !e.Payment.owed() {
		for _, w := range e.words() {
			if w.fact&factsNote != 0 && isKnown(*w.at) {
				check.Although(fs, w.field, strconv.Quote(string(*w.at)), "payment", string(e.Payment))
			}
		}
	}
	if e.FullyPaid == law.No {
		if e.Payment != PaymentEscrow { // the deposit may be full, and still held
			refused(fs, "paid", e.Paid, "fully_paid", string(law.No))
		}
		refused(fs, "released", e.Released, "fully_paid", string(law.No))
	}
}

// checkDates records days of one event that are out of order.
func (e *Event) checkDates(fs *law.Faults) {
	notBefore := func(field string, d calendar.Date, first string, day calendar.Date) {
		if !d.IsZero() && d.Before(day) {
			fs.Add(law.ErrConflict, field, d.String(), "is before %s, %s", first, day)
		}
	}
	notBefore("accepted", e.Accepted, "signed", e.Signed)
	notBefore("paid", e.Paid, "signed", e.Signed) // nobody pays before subscribing
	notBefore("issued", e.Issued, "signed", e.Signed)
	notBefore("date", e.Date, "signed", e.Signed)
	notBefore("date", e.Date, "accepted", e.Accepted)
	notBefore("date", e.Date, "pledged", e.Pledged)
	notBefore("released", e.Released, "signed", e.Signed)
	notBefore("released", e.Released, "paid", e.Paid)
	notBefore("vested", e.Vested, "date", e.Date)
	if e.Kind == EventEarnOut {
		notBefore("issued", e.Issued, "date", e.Date)
	}
	if e.Kind == EventSale || e.Kind == EventMarketPurchase {
		required(fs, "date", e.Date)
	}
	if e.Kind == EventSale {
		if first := firstSale(); e.Date.Before(first) && !e.Date.IsZero() {
			fs.Add(law.ErrUnsupported, "date", e.Date.String(), "is before %s, the first sale whose law is held", first)
		}
	}
}
