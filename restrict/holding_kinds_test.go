package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// lotCase is one lot and what becomes of it. Each kind of event stands on both
// sides of its condition.
type lotCase struct {
	name string
	lot  []Event
	want string // the date, or the answer without one
	// cite is the paragraph that set the date, or that the last event but the
	// sale rests on; empty if it is not held here.
	cite string
}

func (c lotCase) check(t *testing.T) {
	t.Helper()
	got, err := HoldingStart(c.lot)
	if err != nil {
		t.Errorf("%s: %v", c.name, err)
		return
	}
	answer := string(got.Answer)
	if got.Answer == StartKnown {
		answer = got.Date.String()
	}
	if answer != c.want {
		t.Errorf("%s: %s, want %s\n%s", c.name, answer, c.want, got.Why)
	}
	found := c.cite == "" || got.Authority.Cite == c.cite
	for _, r := range got.Steps[len(got.Steps)-1].Why {
		found = found || r.Authority.Cite == c.cite
	}
	if !found {
		t.Errorf("%s: nothing cites %s\n%s", c.name, c.cite, got.Why)
	}
	mustHang(t, c.lot, got)
}

const rule = "17 CFR 230.144"

func TestHoldingPurchases(t *testing.T) {
	d := func(d int) calendar.Date { return day(2024, time.May, d) }
	on := func(e Event, change func(*Event)) []Event { change(&e); return []Event{e} }
	one := func(e Event) []Event { return []Event{e} }
	base := Event{Kind: EventPurchase, Date: d(17), Paid: d(17), Signed: d(14)}
	for _, c := range []lotCase{
		{"closed and paid", one(base), "2024-05-17", rule + "(d)(1)"},
		{"paid late", on(base, func(e *Event) { e.Paid = d(20) }), "2024-05-20", rule + "(d)(1)(iii)"},
		{"paid ahead", on(base, func(e *Event) { e.Paid = d(15) }), "2024-05-17", rule + "(d)(1)"},
		{"paid on no day", on(base, func(e *Event) { e.Paid = calendar.Date{} }), "unknown", ""},
		{"not paid", on(base, func(e *Event) { e.Paid, e.FullyPaid = calendar.Date{}, law.No }), "not begun", rule + "(d)(1)(iii)"},
		{"perhaps not paid", on(base, func(e *Event) { e.FullyPaid = law.Unknown }), "unknown", ""},
		{"closed on no day", on(base, func(e *Event) { e.Date = calendar.Date{} }), "unknown", ""},
		{"issued later", on(base, func(e *Event) { e.Issued = d(30) }), "2024-05-17", ""},
		{"accepted, in a firm deal", on(base, func(e *Event) { e.Accepted, e.Paid, e.Out = d(15), d(15), law.No }), "2024-05-15", "C&DI 132.07"},
		{"accepted, with an out", on(base, func(e *Event) { e.Accepted, e.Paid, e.Out = d(15), d(15), law.Yes }), "2024-05-17", "C&DI 532.04"},
		{"accepted, perhaps with an out", on(base, func(e *Event) { e.Accepted, e.Paid = d(15), d(15) }), "unknown", ""},
		{"accepted, paid after all", on(base, func(e *Event) { e.Accepted, e.Paid = d(15), d(17) }), "2024-05-17", ""},
		{"accepted and closed at once", on(base, func(e *Event) { e.Accepted = d(17) }), "2024-05-17", ""},
		{"accepted, firm, no closing", on(base, func(e *Event) { e.Accepted, e.Date, e.Out, e.Paid = d(15), calendar.Date{}, law.No, d(14) }), "2024-05-15", ""},
		{"an out, no closing", on(base, func(e *Event) { e.Date, e.Out = calendar.Date{}, law.Yes }), "unknown", ""},
		{"in escrow until released", on(base, func(e *Event) { e.Payment, e.Paid, e.Released = PaymentEscrow, d(15), d(18) }), "2024-05-18", rule + "(d)(1)(iii)"},
		{"in escrow, released with the closing", on(base, func(e *Event) { e.Payment, e.Released = PaymentEscrow, d(17) }), "2024-05-17", rule + "(d)(1)"},
		{"in escrow still", on(base, func(e *Event) { e.Payment, e.Paid, e.FullyPaid = PaymentEscrow, d(15), law.No }), "not begun", ""},
		{"in escrow, since released or not", on(base, func(e *Event) { e.Payment, e.Paid = PaymentEscrow, d(15) }), "unknown", ""},
		{"for services", one(Event{Kind: EventServices, Date: d(5), Paid: d(31)}), "2024-05-31", rule + "(d)(1)(iii)"},
		{"for services done", one(Event{Kind: EventServices, Date: d(5), Paid: d(1)}), "2024-05-05", rule + "(d)(1)"},
		{"for services not yet done", one(Event{Kind: EventServices, Date: d(5), FullyPaid: law.No}), "not begun", ""},
		{"in the market", one(Event{Kind: EventMarketPurchase, Date: d(5)}), "no period", ""},
		{"from an affiliate, as the first event", []Event{resold(d(5), law.Yes)}, "2024-05-05", rule + "(d)(1)"},
		{"from who knows whom, as the first event", []Event{resold(d(5), law.Unknown)}, "unknown", ""},
		{"earn-out without payment", one(Event{Kind: EventEarnOut, Date: d(1), Issued: d(20), ValuePaid: law.No}), "2024-05-01", rule + "(d)(3)(iii)"},
		{"earn-out with payment", one(Event{Kind: EventEarnOut, Date: d(1), Issued: d(20), ValuePaid: law.Yes, Paid: d(25)}), "2024-05-25", rule + "(d)(1)(iii)"},
		{"earn-out paid before the issue", one(Event{Kind: EventEarnOut, Date: d(1), Issued: d(20), ValuePaid: law.Yes, Paid: d(5)}), "2024-05-20", rule + "(d)(3)(iii)"},
		{"earn-out, perhaps with payment", one(Event{Kind: EventEarnOut, Date: d(1), Issued: d(20)}), "unknown", ""},
		{"warrant", one(Event{Kind: EventWarrant, Date: d(1), Paid: d(1), Employee: law.No}), "2024-05-01", rule + "(d)(1)"},
		{"warrant not paid", one(Event{Kind: EventWarrant, Date: d(1), FullyPaid: law.No, Employee: law.No}), "not begun", ""},
		{"employee option", one(Event{Kind: EventWarrant, Date: d(1), Employee: law.Yes}), "not begun", "Note 2 to " + rule + "(d)(3)(x)"},
		{"whoever's option", one(Event{Kind: EventWarrant, Date: d(1), Paid: d(1)}), "unknown", ""},
	} {
		c.check(t)
	}
}

// What was not paid has no start, and what was bought in the market has one for
// whoever receives it.
func TestHoldingUnpaidAndInherited(t *testing.T) {
	unpaid := mustStart(t, Event{Kind: EventPurchase, Date: day(2022, 3, 15), FullyPaid: law.No})
	if unpaid.Answer != StartNotBegun || !unpaid.Why.Has(codeStartUnpaid) {
		t.Errorf("%s\n%s", unpaid.Answer, unpaid.Why)
	}
	given := mustStart(t, Event{Kind: EventMarketPurchase, Date: day(2022, 3, 15)}, Event{Kind: EventGift, Date: day(2024, 4, 1), FromAffiliate: law.No})
	if given.Answer != StartKnown || !given.Why.Has(codeStartInherited) {
		t.Errorf("%s\n%s", given.Answer, given.Why)
	}
}

func TestHoldingNotes(t *testing.T) {
	note := Event{
		Kind: EventPurchase, Date: day(2024, 1, 10), Payment: PaymentNote, Paid: day(2024, 6, 1), FullRecourse: law.Yes, OtherCollateral: law.Yes,
	}
	sale := func(m time.Month, d int) Event { return Event{Kind: EventSale, Date: day(2024, m, d)} }
	with := func(change func(*Event)) Event { e := note; change(&e); return e }
	for _, c := range []struct {
		lotCase
		code law.Code
	}{
		{lotCase{"discharged before the sale", []Event{note, sale(6, 2)}, "2024-01-10", rule + "(d)(1)"}, codeNoteCounts},
		{lotCase{"discharged on its day", []Event{note, sale(6, 1)}, "unknown", ""}, codeNoteSameDay},
		{lotCase{"discharged after it", []Event{note, sale(5, 31)}, "not begun", ""}, codeNoteOutstanding},
		{lotCase{"discharged, no sale yet", []Event{note}, "2024-01-10", ""}, codeNoteCounts},
		{lotCase{"installments", []Event{with(func(e *Event) { e.Payment = PaymentInstallments })}, "2024-01-10", ""}, codeNoteCounts},
		{lotCase{"never discharged", []Event{with(func(e *Event) { e.Paid, e.FullyPaid = calendar.Date{}, law.No })}, "not begun", ""}, codeNoteOutstanding},
		{lotCase{"discharged or not", []Event{with(func(e *Event) { e.Paid = calendar.Date{} })}, "unknown", ""}, codeStartNeeds},
		{lotCase{"no recourse", []Event{with(func(e *Event) { e.FullRecourse = law.No }), sale(7, 1)}, "2024-06-01", rule + "(d)(2)"}, codeNoteFails},
		{lotCase{"no recourse, never discharged", []Event{with(func(e *Event) { e.FullRecourse, e.Paid, e.FullyPaid = law.No, calendar.Date{}, law.No })}, "not begun", ""}, codeNoteFails},
		{lotCase{"no collateral", []Event{with(func(e *Event) { e.OtherCollateral = law.No }), sale(7, 1)}, "2024-06-01", rule + "(d)(2)"}, codeNoteFails},
		{lotCase{"no collateral, sold before", []Event{with(func(e *Event) { e.OtherCollateral = law.No }), sale(5, 1)}, "not begun", ""}, codeStartNotBegun},
		{lotCase{"recourse unknown", []Event{with(func(e *Event) { e.FullRecourse = law.Unknown })}, "unknown", ""}, codeStartNeeds},
		{lotCase{"collateral not stated", []Event{with(func(e *Event) { e.OtherCollateral = "" })}, "unknown", ""}, codeStartNeeds},
		{lotCase{"unknown, discharged at once", []Event{with(func(e *Event) { e.FullRecourse, e.Paid = "", e.Date })}, "2024-01-10", ""}, codeStartEither},
		{lotCase{"discharged on the last day of all", []Event{with(func(e *Event) { e.Paid = day(9999, 12, 31) })}, "not begun", ""}, codeNoteOutstanding},
		{lotCase{"unknown, and no collateral", []Event{with(func(e *Event) { e.FullRecourse, e.OtherCollateral = "", law.No })}, "2024-06-01", ""}, codeStartEither},
		{lotCase{"to an affiliate", []Event{bought(2022, 1, 3), {
			Kind: EventPrivatePurchase, FromAffiliate: law.Yes, Date: day(2024, 1, 10), Payment: PaymentNote, Paid: day(2024, 6, 1),
			FullRecourse: law.Yes, OtherCollateral: law.Yes,
		}}, "2024-01-10", ""}, codeNoteCounts},
	} {
		c.check(t)
		if got := mustStart(t, c.lot...); !got.Why.Has(c.code) {
			t.Errorf("%s: codes %v, want %s", c.name, got.Why.Codes(), c.code)
		}
	}
	if got := mustStart(t, note); got.From != day(2024, 6, 2) {
		t.Errorf("a note discharged on June 1 counts for sales from %s", got.From)
	}
	if got := mustStart(t, note, resold(day(2024, 5, 1), law.Yes)); got.From != day(2024, 5, 1) {
		t.Errorf("a purchase from an affiliate leaves the note behind, but counts for sales from %s", got.From)
	}
	either := with(func(e *Event) { e.FullRecourse, e.Paid = law.Unknown, e.Date })
	if got := mustStart(t, either); got.From != day(2024, 1, 11) {
		t.Errorf("a note that may count is good for sales from %s", got.From)
	}
}

func TestHoldingAwards(t *testing.T) {
	award := Event{Kind: EventAward, Date: day(2013, 2, 1), Vested: day(2015, 2, 1), ServiceOnly: law.Yes, ValuePaid: law.No}
	with := func(change func(*Event)) Event { e := award; change(&e); return e }
	before, after := Event{Kind: EventSale, Date: day(2016, 10, 18)}, Event{Kind: EventSale, Date: day(2016, 10, 19)}
	own := with(func(e *Event) { e.ServiceOnly = law.No })
	paid := with(func(e *Event) { e.ValuePaid, e.Paid = law.Yes, day(2016, 2, 1) })
	for _, c := range []lotCase{
		{"service alone, sold before the revision", []Event{award, before}, "2015-02-01", ""},
		{"service alone, sold on its day", []Event{award, after}, "2013-02-01", "C&DI 132.11"},
		{"service alone, no sale", []Event{award}, "2013-02-01", ""},
		{"service alone, vesting unknown", []Event{with(func(e *Event) { e.Vested = calendar.Date{} }), after}, "2013-02-01", ""},
		{"the same, sold before", []Event{with(func(e *Event) { e.Vested = calendar.Date{} }), before}, "unknown", ""},
		{"own performance", []Event{own, after}, "2015-02-01", rule + "(d)(1)(iii)"},
		{"service or performance", []Event{with(func(e *Event) { e.ServiceOnly = law.Unknown }), after}, "unknown", ""},
		{"service or performance, sold before", []Event{with(func(e *Event) { e.ServiceOnly = law.Unknown }), before}, "2015-02-01", ""},
		{"paid at settlement", []Event{paid, after}, "2016-02-01", ""},
		{"perhaps paid", []Event{with(func(e *Event) { e.ValuePaid = law.Unknown }), after}, "unknown", ""},
	} {
		c.check(t)
	}
	if got := mustStart(t, award); got.From != after.Date {
		t.Errorf("the view of 2016 is held for sales from %s", got.From)
	}
}
