package restrict

import (
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// after is a lot bought on 2022-03-15 and what happens to it then.
func after(events ...Event) []Event { return append([]Event{bought(2022, 3, 15)}, events...) }

const first = "2022-03-15"

func TestHoldingSecurities(t *testing.T) {
	then := day(2024, time.January, 2)
	plain := func(k EventKind) []Event { return after(Event{Kind: k, Date: then}) }
	swap := Event{Kind: EventConversion, Date: then, SameIssuer: law.Yes, ValuePaid: law.No}
	with := func(e Event, change func(*Event)) []Event { change(&e); return after(e) }
	amended := func(value law.YesNo) Event {
		return Event{Kind: EventAmendment, Date: day(2023, 5, 5), ValuePaid: value}
	}
	late := Event{Kind: EventPurchase, Date: day(2022, 3, 15), Paid: day(2023, 6, 1)}
	owed := Event{Kind: EventPurchase, Date: day(2022, 3, 15), FullyPaid: law.No}
	perhaps := Event{Kind: EventPurchase, Date: day(2022, 3, 15), Paid: day(2022, 3, 15), FullyPaid: law.Unknown}
	later := Event{Kind: EventPurchase, Date: day(2022, 3, 15), Paid: day(2024, 2, 1)}
	merged := Event{Kind: EventRule145, Date: then}
	other := Event{Kind: EventExchange, Date: then, SameIssuer: law.No, ValuePaid: law.No}
	paying := func(on calendar.Date) Event {
		return Event{Kind: EventConversion, Date: then, SameIssuer: law.Yes, ValuePaid: law.Yes, Paid: on}
	}
	employee := Event{Kind: EventWarrant, Date: day(2022, 3, 15), Employee: law.Yes}
	exercise := Event{Kind: EventExercise, Date: then, ValuePaid: law.Yes, Paid: then}
	holding := Event{Kind: EventHoldingCompany, Date: then, SolelyExchange: law.Yes, SameClass: law.Yes, SameRights: law.Yes, NoOtherAssets: law.Yes}
	for _, c := range []lotCase{
		{"dividend", plain(EventDividend), first, rule + "(d)(3)(i)"},
		{"split", plain(EventSplit), first, rule + "(d)(3)(i)"},
		{"reverse split", plain(EventReverseSplit), first, rule + "(d)(3)(i)"},
		{"recapitalization", plain(EventRecapitalization), first, rule + "(d)(3)(i)"},
		{"a split of what is not paid", []Event{owed, {Kind: EventSplit, Date: then}}, "not begun", ""},
		{"anti-dilution", plain(EventAntiDilution), first, rule + "(d)(3)"},
		{"conversion", after(swap), first, rule + "(d)(3)(ii)"},
		{"exchange", with(swap, func(e *Event) { e.Kind = EventExchange }), first, rule + "(d)(3)(ii)"},
		{"value paid", with(swap, func(e *Event) { e.ValuePaid = law.Yes }), "2024-01-02", rule + "(d)(3)(ii)"},
		{"value paid later", with(swap, func(e *Event) { e.ValuePaid, e.Paid = law.Yes, then.AddDays(3) }), "2024-01-05", rule + "(d)(1)(iii)"},
		{"value owed", with(swap, func(e *Event) { e.ValuePaid, e.FullyPaid = law.Yes, law.No }), "not begun", ""},
		{"value perhaps owed", with(swap, func(e *Event) { e.ValuePaid, e.FullyPaid = law.Yes, law.Unknown }), "unknown", ""},
		{"value perhaps paid", with(swap, func(e *Event) { e.ValuePaid = "" }), "unknown", ""},
		{"on no day, for nothing", with(swap, func(e *Event) { e.Date = calendar.Date{} }), first, ""},
		{"on no day, for value", with(swap, func(e *Event) { e.Date, e.ValuePaid = calendar.Date{}, law.Yes }), "unknown", ""},
		{"cash received", with(swap, func(e *Event) { e.CashReceived = law.Yes }), first, "C&DI 532.02"},
		{"interest converted", with(swap, func(e *Event) { e.InterestConverted = law.Yes }), first, rule + "(d)(3)(ii)"},
		{"other things unknown", with(swap, func(e *Event) { e.InterestConverted, e.CashReceived = law.Unknown, law.Unknown }), first, ""},
		{"another issuer", with(swap, func(e *Event) { e.SameIssuer = law.No }), "2024-01-02", ""},
		{"perhaps another issuer", with(swap, func(e *Event) { e.SameIssuer = law.Unknown }), "unknown", ""},
		{"unknown why, but anew", with(swap, func(e *Event) { e.SameIssuer, e.ValuePaid = law.Unknown, law.Yes }), "2024-01-02", ""},
		{"amended for value", after(amended(law.Yes), swap), "2023-05-05", "Note to " + rule + "(d)(3)(ii)"},
		{"amended for nothing", after(amended(law.No), swap), first, ""},
		{"amended, for value or not", after(amended(""), swap), "unknown", ""},
		{"amended for value, on no day", after(Event{Kind: EventAmendment, ValuePaid: law.Yes}), "unknown", ""},
		{"amended before it was paid", []Event{late, amended(law.Yes)}, "2023-06-01", ""},
		{"amended and never paid", []Event{owed, amended(law.Yes)}, "not begun", ""},
		{"amended on no day, and never paid", []Event{owed, {Kind: EventAmendment, ValuePaid: law.Yes}}, "not begun", ""},
		{"amended, start unknown", []Event{{Kind: EventPurchase, Date: day(2022, 3, 15)}, amended(law.Yes)}, "unknown", ""},
		{"holding company", after(holding), first, rule + "(d)(3)(ix)"},
		{"not solely exchanged", with(holding, func(e *Event) { e.SolelyExchange = law.No }), "2024-01-02", rule + "(d)(3)(ix)"},
		{"another class", with(holding, func(e *Event) { e.SameClass = law.No }), "2024-01-02", ""},
		{"other rights", with(holding, func(e *Event) { e.SameRights = law.No }), "2024-01-02", ""},
		{"other assets", with(holding, func(e *Event) { e.NoOtherAssets = law.No }), "2024-01-02", ""},
		{"one test unknown", with(holding, func(e *Event) { e.SameRights = "" }), "unknown", ""},
		{"one unknown and one failed", with(holding, func(e *Event) { e.SameRights, e.NoOtherAssets = "", law.No }), "2024-01-02", ""},
		{"rule 145", plain(EventRule145), "2024-01-02", rule + "(d)(3)(viii)"},
		{"another issuer, cash owed", with(swap, func(e *Event) { e.SameIssuer, e.ValuePaid, e.FullyPaid = law.No, law.Yes, law.No }), "not begun", ""},
		{"another issuer, cash perhaps owed", with(swap, func(e *Event) { e.SameIssuer, e.ValuePaid, e.FullyPaid = law.No, law.Yes, law.Unknown }), "unknown", ""},
		{"another issuer, cash paid later", with(swap, func(e *Event) { e.SameIssuer, e.ValuePaid, e.Paid = law.No, law.Yes, then.AddDays(3) }), "2024-01-05", rule + "(d)(1)(iii)"},
		{"another issuer, cash on no day", with(swap, func(e *Event) { e.SameIssuer, e.ValuePaid = law.No, law.Yes }), "2024-01-02", ""},
		{"another issuer for what is owed", []Event{owed, other}, "not begun", ""},
		{"rule 145 of what is owed", []Event{owed, merged}, "not begun", ""},
		{"rule 145 of what is perhaps owed", []Event{perhaps, merged}, "unknown", ""},
		{"rule 145 of what is paid on no day", []Event{{Kind: EventPurchase, Date: day(2022, 3, 15)}, merged}, "unknown", ""},
		{"rule 145 of what is bought on no day", []Event{{Kind: EventPurchase, Paid: day(2022, 3, 15)}, merged}, "2024-01-02", ""},
		{"rule 145 before the lot is paid", []Event{later, merged}, "2024-02-01", rule + "(d)(1)(iii)"},
		{"the same, and again", []Event{later, merged, {Kind: EventRule145, Date: then.AddDays(9)}}, "2024-02-01", rule + "(d)(1)(iii)"},
		{"the same, cash paid later still", []Event{later, paying(day(2024, 3, 1))}, "2024-03-01", rule + "(d)(1)(iii)"},
		{"the same, cash paid before", []Event{later, paying(day(2024, 1, 9))}, "2024-02-01", rule + "(d)(1)(iii)"},
		{"the same, cash owed", []Event{later, with(swap, func(e *Event) { e.ValuePaid, e.FullyPaid = law.Yes, law.No })[1]}, "not begun", ""},
		{"rule 145 after the lot is paid", []Event{late, merged}, "2024-01-02", rule + "(d)(3)(viii)"},
		{"rule 145 of what an affiliate perhaps sold, owed", []Event{owed, resold(day(2023, 1, 3), law.Unknown), merged}, "unknown", ""},
		{"rule 145 of an option of the employee's kind", []Event{employee, merged}, "2024-01-02", ""},
		{"rule 145 of one that is perhaps, and owed", []Event{{Kind: EventWarrant, Date: day(2022, 3, 15), FullyPaid: law.No}, merged}, "unknown", ""},
		{"a holding company that fails, of what is owed", []Event{owed, with(holding, func(e *Event) { e.SameClass = law.No })[1]}, "not begun", ""},
		{"a warrant owed, exercised for cash", []Event{{Kind: EventWarrant, Date: day(2022, 3, 15), Employee: law.No, FullyPaid: law.No}, exercise}, "not begun", ""},
		{"a warrant bought of a holder, exercised for cash", []Event{granted(2022, 3, 15), resold(day(2023, 1, 3), law.No), exercise}, "2024-01-02", ""},
		{"rule 145 on no day", after(Event{Kind: EventRule145}), "unknown", ""},
	} {
		c.check(t)
	}
}

func TestHoldingExercises(t *testing.T) {
	then := day(2024, time.January, 2)
	warrant := granted(2022, 3, 15)
	employee := Event{Kind: EventWarrant, Date: day(2022, 3, 15), Employee: law.Yes}
	either := Event{Kind: EventWarrant, Date: day(2022, 3, 15), Paid: day(2022, 3, 15)}
	cashless := Event{Kind: EventExercise, Date: then, ValuePaid: law.No}
	cash := Event{Kind: EventExercise, Date: then, ValuePaid: law.Yes, Paid: then.AddDays(2)}
	amended := Event{Kind: EventAmendment, Date: day(2023, 5, 5), ValuePaid: law.Yes}
	for _, c := range []lotCase{
		{"cashless", []Event{warrant, cashless}, first, rule + "(d)(3)(x)"},
		{"cash, paid later", []Event{warrant, cash}, "2024-01-04", rule + "(d)(1)(iii)"},
		{"cash, paid ahead", []Event{warrant, {Kind: EventExercise, Date: then, ValuePaid: law.Yes, Paid: then.AddDays(-1)}}, "2024-01-02", "C&DI 132.13"},
		{"cash, not paid", []Event{warrant, {Kind: EventExercise, Date: then, ValuePaid: law.Yes, FullyPaid: law.No}}, "not begun", ""},
		{"cash, or not", []Event{warrant, {Kind: EventExercise, Date: then, Paid: then}}, "unknown", ""},
		{"amended for value, then cashless", []Event{warrant, amended, cashless}, "2023-05-05", "Note 1 to " + rule + "(d)(3)(x)"},
		{"employee, cashless", []Event{employee, cashless}, "2024-01-02", "Note 2 to " + rule + "(d)(3)(x)"},
		{"employee, cash", []Event{employee, cash}, "2024-01-04", ""},
		{"whoever's, cashless", []Event{either, cashless}, "unknown", ""},
		{"whoever's, cash", []Event{either, cash}, "2024-01-04", ""},
		{"employee, on no day", []Event{employee, {Kind: EventExercise, ValuePaid: law.No}}, "unknown", ""},
		{"bought from an affiliate", []Event{resold(day(2022, 3, 15), law.Yes), cashless}, first, ""},
		{"warrants received in exchange", after(Event{Kind: EventExchange, Date: day(2023, 1, 3), SameIssuer: law.Yes, ValuePaid: law.No}, cashless), first, ""},
		{"an employee's shares exchanged for warrants", []Event{
			employee, cashless, {Kind: EventExchange, Date: then, SameIssuer: law.Yes, ValuePaid: law.No}, {Kind: EventExercise, Date: then.AddDays(9), ValuePaid: law.No},
		}, "2024-01-02", ""},
		{"warrant split, then cashless", []Event{warrant, {Kind: EventSplit, Date: day(2023, 1, 3)}, cashless}, first, ""},
	} {
		c.check(t)
	}
	got := mustStart(t, either, cashless)
	if len(got.Needs) != 1 || got.Needs[0] != "events[0].employee" {
		t.Errorf("needs %v, want the word of the warrant", got.Needs)
	}
}

func TestHoldingTransfers(t *testing.T) {
	then := day(2024, time.April, 1)
	plain := func(k EventKind, from law.YesNo) []Event {
		return after(Event{Kind: k, Date: then, FromAffiliate: from})
	}
	estate := func(k EventKind, from, holder law.YesNo) []Event {
		return after(Event{Kind: k, Date: then, FromAffiliate: from, HolderAffiliate: holder})
	}
	partners := Event{Kind: EventPartnershipDistribution, Date: then, Ratable: law.Yes, CharacterChanged: law.No, ValuePaid: law.No, FromAffiliate: law.Yes}
	with := func(e Event, change func(*Event)) []Event { change(&e); return after(e) }
	market := Event{Kind: EventMarketPurchase, Date: day(2022, 3, 15)}
	revised := "C&DI 532.01"
	noFaith := []Event{market, pledged(EventPledgeDefault, law.Yes, law.No)}
	noFaith[1].BonaFide = law.No
	early := func(recourse law.YesNo, sold int) []Event { // for a sale on that day of May 2013
		e := pledged(EventPledgeDefault, law.Yes, recourse)
		e.Date, e.Pledged = day(2013, 4, 1), day(2013, 2, 1)
		return []Event{{Kind: EventMarketPurchase, Date: day(2012, 3, 15)}, e, {Kind: EventSale, Date: day(2013, 5, sold)}}
	}
	for _, c := range []lotCase{
		{"from a holder", after(resold(then, law.No)), first, rule + "(d)(1)"},
		{"from an affiliate", after(resold(then, law.Yes)), "2024-04-01", rule + "(d)(1)"},
		{"from whomever", after(resold(then, "")), "unknown", ""},
		{"from whomever, on the same day", []Event{bought(2024, 4, 1), resold(then, law.Unknown)}, "2024-04-01", ""},
		{"rule 144a", after(Event{Kind: Event144AResale, Date: then, FromAffiliate: law.No}), first, ""},
		{"rule 144a, from an affiliate", after(Event{Kind: Event144AResale, Date: then, Paid: then, FromAffiliate: law.Yes}), "2024-04-01", ""},
		{"regulation s", after(Event{Kind: EventRegSResale, Date: then, FromAffiliate: law.No}), first, ""},
		{"regulation s, from an affiliate, unpaid", after(Event{Kind: EventRegSResale, Date: then, FullyPaid: law.No, FromAffiliate: law.Yes}), "not begun", ""},
		{"gift of an affiliate", plain(EventGift, law.Yes), first, rule + "(d)(3)(v)"},
		{"gift of a holder", plain(EventGift, law.No), first, ""},
		{"gift of whomever", plain(EventGift, ""), first, ""},
		{"gift of what is not paid", []Event{{Kind: EventPurchase, Date: day(2022, 3, 15), FullyPaid: law.No}, {Kind: EventGift, Date: then}}, "not begun", ""},
		{"trust", plain(EventTrust, law.Yes), first, rule + "(d)(3)(vi)"},
		{"trust and beneficiary", append(plain(EventTrust, law.Yes), Event{Kind: EventTrustDistribution, Date: then}), first, rule + "(d)(3)(vi)"},
		{"estate, no affiliate, of one", estate(EventEstate, law.Yes, law.No), "no period", rule + "(d)(3)(vii)"},
		{"estate, an affiliate, of one", estate(EventEstate, law.Yes, law.Yes), first, rule + "(d)(3)(vii)"},
		{"estate of no affiliate", estate(EventEstate, law.No, law.No), first, rule + "(d)(1)"},
		{"estate, unknown", estate(EventEstate, law.Yes, ""), "unknown", ""},
		{"estate of whomever, an affiliate", estate(EventEstate, law.Unknown, law.Yes), first, ""},
		{"estate of whomever", estate(EventEstate, law.Unknown, law.No), "unknown", ""},
		{"beneficiary", append(estate(EventEstate, law.Yes, law.Yes), estate(EventEstateDistribution, law.Yes, law.No)[1]), "no period", ""},
		{"beneficiary, an affiliate", append(estate(EventEstate, law.Yes, law.No), estate(EventEstateDistribution, law.Yes, law.Yes)[1]), first, ""},
		{"estate, then a buyer", append(estate(EventEstate, law.Yes, law.No), resold(then, law.No)), first, ""},
		{"estate unknown, then a buyer", append(estate(EventEstate, law.Unknown, law.No), resold(then, law.No)), first, ""},
		{"estate, then a split", append(estate(EventEstate, law.Yes, law.No), Event{Kind: EventSplit, Date: then}), "no period", ""},
		{"estate of what is unknown", []Event{{Kind: EventPurchase}, estate(EventEstate, law.Yes, law.No)[1]}, "no period", ""},
		{"partners", after(partners), first, "C&DI 132.02"},
		{"later partners", after(partners), first, "C&DI 532.03"},
		{"not ratable", with(partners, func(e *Event) { e.Ratable = law.No }), "2024-04-01", rule + "(d)(1)"},
		{"not ratable, from no affiliate", with(partners, func(e *Event) { e.Ratable, e.FromAffiliate = law.No, law.No }), first, rule + "(d)(1)"},
		{"for value", with(partners, func(e *Event) { e.ValuePaid, e.Paid = law.Yes, then.AddDays(2) }), "2024-04-03", ""},
		{"another partnership", with(partners, func(e *Event) { e.CharacterChanged = law.Yes }), "2024-04-01", ""},
		{"partners unknown", with(partners, func(e *Event) { e.CharacterChanged = "" }), "unknown", ""},
		{"partners unknown, from no affiliate", with(partners, func(e *Event) { e.CharacterChanged, e.FromAffiliate = "", law.No }), first, ""},
		{"divorce", plain(EventDivorce, ""), first, rule + "(d)(3)"},
		{"own account", plain(EventOwnAccount, ""), first, rule + "(d)(3)"},
		{"own entity", plain(EventOwnEntity, ""), first, rule + "(d)(3)"},
		{"own account of an estate", append(estate(EventEstate, law.Yes, law.No), Event{Kind: EventOwnAccount, Date: then}), "no period", ""},
		{"pledgee, with recourse", after(pledged(EventPledgeDefault, law.Yes, law.Yes)), first, rule + "(d)(3)(iv)"},
		{"pledgee, without", after(pledged(EventPledgeDefault, law.Yes, law.No)), "2024-02-01", rule + "(d)(3)(iv)"},
		{"pledgee, recourse unknown", after(pledged(EventPledgeDefault, law.Yes, "")), "unknown", ""},
		{"pledgee of a holder", after(pledged(EventPledgeDefault, law.No, law.No)), first, rule + "(d)(1)"},
		{"pledgee, no bona fide pledge", with(pledged(EventPledgeDefault, law.Yes, law.Yes), func(e *Event) { e.BonaFide = law.No }), "2024-04-01", ""},
		{"pledgee, on no day", with(pledged(EventPledgeDefault, law.Yes, law.No), func(e *Event) { e.Pledged = calendar.Date{} }), "unknown", ""},
		{"foreclosure, with recourse", after(pledged(EventForeclosure, law.Yes, law.Yes)), first, rule + "(d)(3)(iv)"},
		{"foreclosure, without", after(pledged(EventForeclosure, law.Yes, law.No)), "2024-04-03", rule + "(d)(1)(iii)"},
		{"foreclosure, of a holder", after(pledged(EventForeclosure, law.No, "")), first, ""},
		{"foreclosure, no bona fide pledge", with(pledged(EventForeclosure, law.Yes, law.Yes), func(e *Event) { e.BonaFide = law.No }), "2024-04-03", ""},
		{"pledgee of market stock", []Event{market, pledged(EventPledgeDefault, law.Yes, law.Yes)}, "no period", revised},
		// C&DI 532.01 as revised May 16, 2013: with or without recourse.
		{"pledgee of it, without recourse", []Event{market, pledged(EventPledgeDefault, law.Yes, law.No)}, "no period", revised},
		{"pledgee of it, recourse unknown", []Event{market, pledged(EventPledgeDefault, law.Yes, law.Unknown)}, "no period", revised},
		{"pledgee of it, recourse left out", []Event{market, pledged(EventPledgeDefault, law.Yes, "")}, "no period", revised},
		{"pledgee of it, in no good faith", noFaith, "2024-04-01", ""},
		// Before, it was silent about recourse, and (d)(3)(iv) was read.
		{"the day before, with recourse", early(law.Yes, 15), "no period", revised},
		{"the day before, without", early(law.No, 15), "2013-02-01", rule + "(d)(3)(iv)"},
		{"the day before, unknown", early(law.Unknown, 15), "unknown", ""},
		{"on that day, without", early(law.No, 16), "no period", revised},
		{"on that day, unknown", early(law.Unknown, 16), "no period", revised},
		// The view names the pledgee. A purchaser at foreclosure has (d)(3)(iv).
		{"foreclosure of it, with recourse", []Event{market, pledged(EventForeclosure, law.Yes, law.Yes)}, first, rule + "(d)(3)(iv)"},
		{"foreclosure of it, without", []Event{market, pledged(EventForeclosure, law.Yes, law.No)}, "2024-04-03", ""},
		{"foreclosure of it, recourse unknown", []Event{market, pledged(EventForeclosure, law.Yes, "")}, "unknown", ""},
		// Who buys from the pledgee has a period, from the day of (d)(3)(iv).
		{"pledgee of it, with recourse, then a buyer", []Event{market, pledged(EventPledgeDefault, law.Yes, law.Yes), resold(then, law.No)}, first, ""},
		{"pledgee of it, without, then a buyer", []Event{market, pledged(EventPledgeDefault, law.Yes, law.No), resold(then, law.No)}, "2024-02-01", ""},
		{"pledgee of it, unknown, then a buyer", []Event{market, pledged(EventPledgeDefault, law.Yes, ""), resold(then, law.No)}, "unknown", ""},
		{"pledgee of it, from no affiliate", []Event{market, pledged(EventPledgeDefault, law.No, law.Yes)}, first, ""},
		{"market stock split", []Event{market, {Kind: EventSplit, Date: then}}, "no period", ""},
		{"market stock given", []Event{market, {Kind: EventGift, Date: then, FromAffiliate: law.Yes}}, first, ""},
		{"market stock inherited", []Event{market, estate(EventEstate, law.Yes, law.No)[1]}, "no period", ""},
		{"market stock sold by the affiliate", []Event{market, resold(then, law.Yes)}, "2024-04-01", ""},
		{"market stock amended for value", []Event{market, {Kind: EventAmendment, Date: then, ValuePaid: law.Yes}}, "2024-04-01", ""},
	} {
		c.check(t)
	}
}

// TestHoldingRenewalByNote gives shares that a note paid for in a transaction
// of Rule 145(a): the note counts for sales after its discharge and no others.
func TestHoldingRenewalByNote(t *testing.T) {
	note := Event{
		Kind: EventPurchase, Date: day(2022, 3, 15), Payment: PaymentNote, Paid: day(2024, 6, 3), FullRecourse: law.Yes, OtherCollateral: law.Yes,
	}
	merged := Event{Kind: EventRule145, Date: day(2024, time.January, 2)}
	got := mustStart(t, note, merged)
	if got.Date != merged.Date || got.From != day(2024, 6, 4) {
		t.Errorf("%s from %s\n%s", got.outcome(), got.From, got.Why)
	}
	before := mustStart(t, note, merged, Event{Kind: EventSale, Date: day(2024, 5, 1)})
	if before.Answer != StartNotBegun {
		t.Errorf("%s\n%s", before.outcome(), before.Why)
	}
	on := mustStart(t, note, merged, Event{Kind: EventSale, Date: note.Paid})
	if on.Answer != StartUnknown || len(on.Needs) != 1 || on.Needs[0] != "events[0].paid" {
		t.Errorf("%s needs %q\n%s", on.outcome(), on.Needs, on.Why)
	}
}

// TestHoldingSupposedPayment holds that a step whose payment is supposed says
// so, and that no other does.
func TestHoldingSupposedPayment(t *testing.T) {
	swap := Event{Kind: EventConversion, Date: day(2024, time.January, 2), SameIssuer: law.Yes, ValuePaid: law.Yes}
	for _, c := range []struct {
		name     string
		change   func(*Event)
		supposed bool
	}{
		{"nothing said", func(*Event) {}, true},
		{"paid in full, on no day", func(e *Event) { e.FullyPaid = law.Yes }, true},
		{"another issuer", func(e *Event) { e.SameIssuer = law.No }, true},
		{"another issuer, for nothing", func(e *Event) { e.SameIssuer, e.ValuePaid = law.No, law.No }, false},
		{"paid on a day", func(e *Event) { e.Paid = e.Date }, false},
		{"owed", func(e *Event) { e.FullyPaid = law.No }, false},
		{"solely securities", func(e *Event) { e.ValuePaid = law.No }, false},
	} {
		e := swap
		c.change(&e)
		got := mustStart(t, after(e)...)
		if said := strings.Contains(got.Steps[1].Why.String(), "supposed to be paid"); said != c.supposed {
			t.Errorf("%s: %s", c.name, got.Steps[1].Why)
		}
	}
}
