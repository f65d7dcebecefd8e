package restrict

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

func TestHoldingFaults(t *testing.T) {
	d := func(n int) calendar.Date { return day(2024, 1, 1).AddDays(n) }
	base := Event{Kind: EventPurchase, Date: d(10), Paid: d(10)}
	with := func(change func(*Event)) Event { e := base; change(&e); return e }
	split := func(n int) Event { return Event{Kind: EventSplit, Date: d(n)} }
	exercise := Event{Kind: EventExercise, Date: d(20), ValuePaid: law.No}
	for _, c := range []struct {
		name string
		lot  []Event
		want []string
	}{
		{"no events", nil, []string{"events: missing"}},
		{"no kind", []Event{{}}, []string{"events[0].kind: missing"}},
		{"stray words", []Event{{Kind: "theft", FromAffiliate: "Yes", Payment: "gold"}}, []string{
			"events[0].from_affiliate: invalid", "events[0].kind: invalid", "events[0].payment: invalid",
		}},
		{"a split first", []Event{split(1)}, []string{"events[0].kind: conflict"}},
		{"a sale first", []Event{{Kind: EventSale, Date: d(1)}}, []string{"events[0].kind: conflict"}},
		{"from a holder first", []Event{resold(d(1), law.No)}, []string{"events[0].from_affiliate: conflict"}},
		{"from an affiliate first", []Event{resold(d(1), law.Yes)}, nil},
		{"two beginnings", []Event{base, base}, []string{"events[1].kind: conflict"}},
		{"after the sale", []Event{base, {Kind: EventSale, Date: d(20)}, split(20)}, []string{"events[2].kind: conflict"}},
		{"a sale on no day", []Event{base, {Kind: EventSale}}, []string{"events[1].date: missing"}},
		{"a sale on the day of the purchase", []Event{base, {Kind: EventSale, Date: d(10)}}, nil},
		{"a sale before it", []Event{base, {Kind: EventSale, Date: d(9)}}, []string{"events[1].date: conflict"}},
		{
			"a sale before the law",
			[]Event{{Kind: EventMarketPurchase, Date: day(1980, 1, 2)}, {Kind: EventSale, Date: firstSale().AddDays(-1)}},
			[]string{"events[1].date: unsupported"},
		},
		{
			"a sale on the first day of the law",
			[]Event{{Kind: EventMarketPurchase, Date: day(1980, 1, 2)}, {Kind: EventSale, Date: firstSale()}},
			nil,
		},
		{"the market on no day", []Event{{Kind: EventMarketPurchase}}, []string{"events[0].date: missing"}},
		{"out of order", []Event{base, split(20), split(19)}, []string{"events[2].date: conflict"}},
		{"out of order twice", []Event{base, split(20), split(15), split(18)}, []string{"events[2].date: conflict", "events[3].date: conflict"}},
		{"in order", []Event{base, split(20), split(20)}, nil},
		{"out of order over a day unknown", []Event{base, split(20), {Kind: EventSplit}, split(19)}, []string{"events[3].date: conflict"}},
		{"before the lot", []Event{base, split(9)}, []string{"events[1].date: conflict"}},
		{"after the acceptance, before the closing", []Event{with(func(e *Event) { e.Accepted = d(5) }), split(7)}, nil},
		{"before the acceptance", []Event{with(func(e *Event) { e.Accepted = d(5) }), split(4)}, []string{"events[1].date: conflict"}},
		{"before the signature", []Event{{Kind: EventPurchase, Signed: d(5)}, split(4)}, []string{"events[1].date: conflict"}},
		{"paid before subscribing", []Event{with(func(e *Event) { e.Signed = d(11); e.Date = d(12) })}, []string{"events[0].paid: conflict"}},
		{"paid when subscribing", []Event{with(func(e *Event) { e.Signed = d(10) })}, nil},
		{"accepted before it was signed", []Event{with(func(e *Event) { e.Signed, e.Accepted = d(8), d(7) })}, []string{"events[0].accepted: conflict"}},
		{"closed before it was accepted", []Event{with(func(e *Event) { e.Accepted = d(11) })}, []string{"events[0].date: conflict"}},
		{"issued before it was signed", []Event{with(func(e *Event) { e.Signed, e.Issued = d(8), d(7) })}, []string{"events[0].issued: conflict"}},
		{"closed before it was signed", []Event{with(func(e *Event) { e.Signed, e.Paid = d(11), d(11) })}, []string{"events[0].date: conflict"}},
		{
			"released before the deposit",
			[]Event{with(func(e *Event) { e.Payment, e.Released = PaymentEscrow, d(9) })},
			[]string{"events[0].released: conflict"},
		},
		{
			"released before it was signed",
			[]Event{with(func(e *Event) { e.Payment, e.Released, e.Paid, e.Signed = PaymentEscrow, d(7), calendar.Date{}, d(8) })},
			[]string{"events[0].released: conflict"},
		},
		{"released without an escrow", []Event{with(func(e *Event) { e.Released = d(10) })}, []string{"events[0].released: conflict"}},
		{"recourse without a note", []Event{with(func(e *Event) { e.FullRecourse, e.OtherCollateral = law.Yes, law.Unknown })}, []string{
			"events[0].full_recourse: conflict", "events[0].other_collateral: conflict",
		}},
		{"paid and not paid", []Event{with(func(e *Event) { e.FullyPaid = law.No })}, []string{"events[0].paid: conflict"}},
		{"released and not paid", []Event{with(func(e *Event) { e.Payment, e.Released, e.FullyPaid = PaymentEscrow, d(11), law.No })}, []string{
			"events[0].released: conflict",
		}},
		{"deposited and not paid", []Event{with(func(e *Event) { e.Payment, e.FullyPaid = PaymentEscrow, law.No })}, nil},
		{"an employee's option bought", []Event{{Kind: EventWarrant, Employee: law.Yes, Paid: d(1), Payment: PaymentNote}}, []string{
			"events[0].paid: conflict", "events[0].payment: conflict",
		}},
		{"no value, and paid", []Event{base, {Kind: EventExchange, Date: d(11), ValuePaid: law.No, Paid: d(11)}}, []string{"events[1].paid: conflict"}},
		{"vested before it was agreed", []Event{{Kind: EventAward, Date: d(5), Vested: d(4)}}, []string{"events[0].vested: conflict"}},
		{"issued before the business was sold", []Event{{Kind: EventEarnOut, Date: d(5), Issued: d(4)}}, []string{"events[0].issued: conflict"}},
		{"what the kind does not take", []Event{base, {
			Kind: EventSplit, Date: d(11), Paid: d(11), Released: d(12), Recourse: law.No, Payment: PaymentNote, FullyPaid: law.No, FullRecourse: law.Yes,
		}}, []string{
			"events[1].full_recourse: conflict", "events[1].fully_paid: conflict", "events[1].paid: conflict", "events[1].payment: conflict",
			"events[1].recourse: conflict", "events[1].released: conflict",
		}},
		{"exercise of stock", []Event{base, exercise}, []string{"events[1].kind: conflict"}},
		{"exercised twice", []Event{granted(2024, 1, 1), exercise, exercise}, []string{"events[2].kind: conflict"}},
		{"exercise of what was received", []Event{base, {Kind: EventDividend, Date: d(15)}, exercise}, nil},
		{"paid before the lot was there", []Event{base, {Kind: EventPrivatePurchase, Date: d(20), Paid: d(9)}}, []string{"events[1].paid: conflict"}},
		{"paid before an event of a lot begun on no day", []Event{
			{Kind: EventPurchase, Paid: d(1)}, split(9), {Kind: EventPrivatePurchase, Date: d(20), Paid: d(8)},
		}, nil},
		{"paid ahead", []Event{base, {Kind: EventPrivatePurchase, Date: d(20), Paid: d(10)}}, nil},
		{"pledged after the default", []Event{base, {Kind: EventPledgeDefault, Date: d(20), Pledged: d(21)}}, []string{"events[1].date: conflict"}},
		{"pledged before the lot", []Event{base, {Kind: EventPledgeDefault, Date: d(20), Pledged: d(9)}}, []string{"events[1].pledged: conflict"}},
		{
			"pledged by the holder before",
			[]Event{base, {Kind: EventGift, Date: d(15)}, {Kind: EventPledgeDefault, Date: d(20), Pledged: d(14)}},
			[]string{"events[2].pledged: conflict"},
		},
		{"pledged before a split", []Event{base, split(15), {Kind: EventPledgeDefault, Date: d(20), Pledged: d(14)}}, nil},
		{
			"all at once",
			[]Event{with(func(e *Event) { e.Signed = d(11) }), {Kind: "x"}, {Kind: EventGift, Date: d(3), Recourse: law.Yes}},
			[]string{
				"events[0].date: conflict", "events[0].paid: conflict", "events[1].kind: invalid",
				"events[2].date: conflict", "events[2].recourse: conflict",
			},
		},
	} {
		got, err := HoldingStart(c.lot)
		if c.want == nil {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err == nil || len(got.Steps) > 0 || got.Answer != "" {
			t.Errorf("%s: %v beside %v", c.name, got, err)
			continue
		}
		slices.Sort(c.want)
		if names := faultsOf(t, err); !slices.Equal(names, c.want) {
			t.Errorf("%s: %q, want %q\n%v", c.name, names, c.want, err)
		}
	}
}

// TestHoldingFaultsBound keeps a hostile lot from becoming a hostile message.
func TestHoldingFaultsBound(t *testing.T) {
	lot := make([]Event, 5000)
	_, err := HoldingStart(lot)
	var fs law.Faults
	if !errors.As(err, &fs) || len(fs) != check.MostRows+1 {
		t.Fatalf("%d faults, want %d", len(fs), check.MostRows+1)
	}
	if last := fs[len(fs)-1]; last.Field != "events" || !strings.Contains(last.Problem, strconv.Itoa(len(lot)-check.MostRows)) {
		t.Errorf("the rest is told as %v", last)
	}
	long := Event{Kind: EventKind(strings.Repeat("x", 1<<20))}
	if _, err := HoldingStart([]Event{long}); len(err.Error()) > 2000 {
		t.Errorf("a message of %d bytes", len(err.Error()))
	}
}

// TestHoldingFactsTaken gives every kind every fact: what it does not take is
// refused, and what it takes is not.
func TestHoldingFactsTaken(t *testing.T) {
	on := day(2024, 1, 2)
	for _, k := range EventKind("").all() {
		for _, d := range (&Event{}).dates() {
			e := Event{Kind: k, Date: on, Payment: map[bool]Payment{true: PaymentEscrow}[d.fact == factReleased && k.facts()&factPayment != 0]}
			for _, own := range e.dates() {
				if own.fact == d.fact {
					*own.at = on
				}
			}
			var fs law.Faults
			e.check(&fs)
			if taken := k.facts()&d.fact != 0; taken != (len(fs) == 0) {
				t.Errorf("%s takes %s: %v, but %v", k, d.field, taken, fs)
			}
		}
		for _, w := range (&Event{}).words() {
			e := Event{Kind: k, Date: on}
			if w.fact&factsNote != 0 && k.facts()&factPayment != 0 {
				e.Payment = PaymentNote
			}
			for _, own := range e.words() {
				if own.fact == w.fact {
					*own.at = law.Unknown
				}
			}
			var fs law.Faults
			e.check(&fs)
			if taken := k.facts()&w.fact != 0; taken != (len(fs) == 0) {
				t.Errorf("%s takes %s: %v, but %v", k, w.field, taken, fs)
			}
		}
	}
}
