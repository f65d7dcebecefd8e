package restrict

import (
	"slices"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

func TestStartFacts(t *testing.T) {
	sale := func(d calendar.Date) Event { return Event{Kind: EventSale, Date: d} }
	known := mustStart(t, bought(2022, 3, 15))
	asked := mustStart(t, bought(2022, 3, 15), sale(day(2023, 1, 3)))
	late := mustStart(t, Event{Kind: EventPurchase, Date: day(2022, 3, 15), Paid: day(2022, 4, 1)})
	unknown := mustStart(t, Event{Kind: EventPurchase, Date: day(2022, 3, 15)}, resold(day(2022, 5, 1), law.Unknown))
	owed := mustStart(t, Event{Kind: EventPurchase, Date: day(2022, 3, 15), FullyPaid: law.No})
	estate := mustStart(t, bought(2024, 5, 1), Event{Kind: EventEstate, Date: day(2024, 5, 10), FromAffiliate: law.Yes, HolderAffiliate: law.No})
	nothing := mustStart(t, Event{Kind: EventPurchase}, Event{Kind: EventEstate, FromAffiliate: law.Yes, HolderAffiliate: law.No})
	market := mustStart(t, Event{Kind: EventMarketPurchase, Date: day(2024, 1, 4)}, pledged(EventPledgeDefault, law.Yes, law.Yes))
	restricted, control := purchase2002(), purchase2002()
	control.Stock = Unrestricted
	for _, c := range []struct {
		name  string
		start Start
		facts Facts
		sale  calendar.Date
		want  []string
	}{
		{"known", known, restricted, day(2022, 3, 15), nil},
		{"before the lot", known, restricted, day(2022, 3, 14), []string{"sale: conflict"}},
		{"no sale", known, restricted, calendar.Date{}, []string{"sale: missing"}},
		{"the sale asked about", asked, restricted, day(2023, 1, 3), nil},
		{"another sale", asked, restricted, day(2023, 1, 4), []string{"sale: conflict"}},
		{"control stock", known, control, day(2023, 1, 4), []string{"stock: conflict"}},
		{"paid late", late, restricted, day(2022, 3, 20), nil},
		{"unknown", unknown, restricted, day(2023, 1, 4), []string{"events[0].paid: missing", "events[1].from_affiliate: missing"}},
		{"not begun", owed, restricted, day(2023, 1, 4), []string{"start.answer: unsupported"}},
		{"estate", estate, restricted, day(2024, 5, 15), nil},
		{"estate of what is unknown", nothing, restricted, day(2024, 5, 15), []string{"start.date: missing"}},
		{"pledgee of market stock", market, control, day(2024, 5, 15), nil},
		{"the same as restricted", market, restricted, day(2024, 5, 15), []string{"stock: conflict"}},
		{"the zero start", Start{}, Facts{}, calendar.Date{}, []string{"sale: missing", "start.answer: missing", "stock: conflict"}},
		{"unknown for no reason", Start{Answer: StartUnknown}, restricted, day(2024, 5, 15), []string{"start.date: missing"}},
	} {
		got, err := c.start.Facts(c.facts, c.sale)
		if c.want != nil {
			if err == nil || got != (Facts{}) {
				t.Errorf("%s: %+v, %v", c.name, got, err)
			} else if names := faultsOf(t, err); !slices.Equal(names, c.want) {
				t.Errorf("%s: %q, want %q", c.name, names, c.want)
			}
			continue
		}
		if err != nil || got.Acquired != c.start.Acquired || got.Paid != c.start.Paid || got.Capacity != c.start.Capacity {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
		c.facts.Acquired, c.facts.Paid, c.facts.Capacity = got.Acquired, got.Paid, got.Capacity
		if got != c.facts {
			t.Errorf("%s: other facts were changed: %+v", c.name, got)
		}
	}
}

// TestStartRule144 asks the rule itself about tacked lots.
func TestStartRule144(t *testing.T) {
	for _, c := range []struct {
		name string
		lot  []Event
		sale calendar.Date
		want Answer
	}{
		{"a cashless exercise tacks", []Event{granted(2020, 1, 15), {Kind: EventExercise, Date: day(2021, 3, 1), ValuePaid: law.No}}, day(2021, 3, 2), Available},
		{"one for cash does not", []Event{granted(2020, 1, 15), {Kind: EventExercise, Date: day(2021, 3, 1), ValuePaid: law.Yes, Paid: day(2021, 3, 1)}}, day(2021, 8, 31), NotAvailable},
		{"and is open six months later", []Event{granted(2020, 1, 15), {Kind: EventExercise, Date: day(2021, 3, 1), ValuePaid: law.Yes, Paid: day(2021, 3, 1)}}, day(2021, 9, 1), Available},
		{"bought from an affiliate", after(resold(day(2024, 1, 2), law.Yes)), day(2024, 7, 1), NotAvailable},
		{"bought from an affiliate, half a year ago", after(resold(day(2024, 1, 2), law.Yes)), day(2024, 7, 2), Available},
		{"bought from a holder", after(resold(day(2024, 1, 2), law.No)), day(2024, 1, 2), Available},
		{
			"an estate two weeks after the purchase", // EST-01 of the vectors
			[]Event{bought(2024, 5, 1), {Kind: EventEstate, Date: day(2024, 5, 10), FromAffiliate: law.Yes, HolderAffiliate: law.No}},
			day(2024, 5, 15), Available,
		},
	} {
		s := mustStart(t, append(c.lot[:len(c.lot):len(c.lot)], Event{Kind: EventSale, Date: c.sale})...)
		facts, err := s.Facts(purchase2002(), c.sale)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got, err := Rule144(facts, c.sale)
		if err != nil || got.Answer != c.want || s.Answer == StartKnown && got.HoldingStart != s.Date {
			t.Errorf("%s: %s from %s, %v; want %s from %s\n%s", c.name, got.Answer, got.HoldingStart, err, c.want, s.Date, got.Why)
		}
	}
}
