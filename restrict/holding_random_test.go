package restrict

import (
	"math/rand/v2"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// randomLot makes a lot that is in order, of up to that many events. Days lie
// close together, so that they coincide often; words and days are missing now
// and then.
func randomLot(r *rand.Rand, most int, gaps bool) []Event {
	kinds := EventKind("").all()
	var lot []Event
	today := day(2024, 1, 1)
	unknown := 0
	for tries := 0; len(lot) < most && tries < 200; tries++ {
		today = today.AddDays(r.IntN(40) / 10 * r.IntN(10))
		e := randomEvent(r, kinds[r.IntN(len(kinds))], today, gaps)
		if len(lot) == 0 && r.IntN(3) > 0 {
			e = randomEvent(r, kinds[r.IntN(7)], today, gaps)
		}
		more := 0
		for _, w := range e.words() {
			if e.Kind.facts()&w.fact != 0 && !(*w.at == law.Yes || *w.at == law.No) {
				more++
			}
		}
		if unknown+more > 9 || e.Kind == EventSale {
			continue // the reference makes a world of each
		}
		if next := append(lot[:len(lot):len(lot)], e); checkLot(next) == nil {
			lot, unknown = next, unknown+more
		}
	}
	if len(lot) == 0 {
		lot = []Event{bought(2024, 1, 1)}
	}
	if sale := (Event{Kind: EventSale, Date: today.AddDays(r.IntN(20))}); r.IntN(2) == 0 && checkLot(append(lot[:len(lot):len(lot)], sale)) == nil {
		lot = append(lot, sale)
	}
	return lot
}

func randomEvent(r *rand.Rand, k EventKind, today calendar.Date, gaps bool) Event {
	e := Event{Kind: k, Date: today}
	takes := k.facts()
	gap := func() bool { return gaps && r.IntN(8) == 0 }
	for _, w := range e.words() {
		if takes&w.fact == 0 || w.fact == factFullyPaid {
			continue
		}
		*w.at = []law.YesNo{law.Yes, law.No}[r.IntN(2)]
		if gap() {
			*w.at = []law.YesNo{law.Unknown, ""}[r.IntN(2)]
		}
	}
	near := func() calendar.Date { return today.AddDays(r.IntN(9) - 3) }
	for _, d := range e.dates() {
		if takes&d.fact == 0 || d.fact == factDate || d.fact == factReleased {
			continue
		}
		if !gap() {
			*d.at = near()
		}
	}
	if gap() && k != EventMarketPurchase && k != EventSale {
		e.Date = calendar.Date{}
	}
	if r.IntN(3) > 0 {
		e.Accepted, e.Signed = calendar.Date{}, calendar.Date{}
	}
	if takes&factPayment != 0 {
		e.Payment = []Payment{"", "", PaymentEscrow, PaymentNote, PaymentInstallments}[r.IntN(5)]
	}
	if e.Payment == PaymentEscrow && !gap() {
		e.Released = near()
	}
	if takes&factFullyPaid != 0 && r.IntN(6) == 0 {
		e.FullyPaid = []law.YesNo{law.Yes, law.No, law.Unknown}[r.IntN(3)]
	}
	if e.FullyPaid == law.No {
		e.Paid, e.Released = calendar.Date{}, calendar.Date{}
	}
	if e.ValuePaid == law.No || e.Employee == law.Yes {
		e.Payment, e.Paid, e.Released = "", calendar.Date{}, calendar.Date{}
	}
	if !e.Payment.owed() {
		e.FullRecourse, e.OtherCollateral = "", ""
	}
	return e
}
