package portal

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func offer() Offer {
	return Offer{
		Name: "acme", Price: decimal.RequireFromString("3.70"), Minimum: decimal.NewFromInt(10_000),
		Until: calendar.MustDate(2026, time.March, 31),
	}
}

func subscriptions() []Subscription {
	return []Subscription{
		{"ann", decimal.NewFromInt(6_000)}, {"bob", decimal.NewFromInt(4_500)}, {"cleo", decimal.RequireFromString("250.50")},
	}
}

// TestOffer runs an offering from its orders to the release of the money.
func TestOffer(t *testing.T) {
	book, deal, err := offer().Open(calendar.MustDate(2026, time.March, 2), subscriptions())
	if err != nil {
		t.Fatal(err)
	}
	if book.Shares != 1621+1216+67 || book.Rows[2].Due.String() != "247.9" || book.Rows[2].Refund.String() != "2.6" {
		t.Errorf("%d shares, cleo owes %s and gets back %s", book.Shares, book.Rows[2].Due, book.Rows[2].Refund)
	}
	at := func(day, hour int) time.Time {
		return time.Date(2026, time.March, day, hour, 0, 0, 0, calendar.NewYork())
	}
	log := []escrow.Event{}
	for i, p := range deal.Terms().Purchases {
		log = append(log, escrow.Event{
			ID: escrow.EventID("wire-" + p.ID), At: at(10+i, 11), By: "bank",
			Body: escrow.DepositReceived{
				Rail: escrow.RailWire, Reference: "W" + string(p.ID), From: p.Investor, Purchase: p.ID, Cents: p.DueCents,
			},
		})
	}
	release := escrow.Release{Purchases: []escrow.PurchaseID{"ann", "bob", "cleo"}}
	log = append(
		log,
		escrow.Event{ID: "early", At: at(12, 12), By: "bank", Body: release},
		escrow.Event{ID: "in time", At: at(13, 12), By: "bank", Body: release}, // Friday, the day after the last wire
	)
	// What a service stores is JSON; the deal is computed from it anew.
	stored, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	var read []escrow.Event
	if err := json.Unmarshal(stored, &read); err != nil {
		t.Fatal(err)
	}
	deal, decisions, err := escrow.Replay(deal.Terms(), read)
	if err != nil {
		t.Fatal(err)
	}
	early, _ := deal.Decision(decisions[len(decisions)-2].Event)
	inTime, _ := deal.Decision(decisions[len(decisions)-1].Event)
	if early.Outcome != escrow.Refused || !early.Why.Has(escrow.CodeBeforeClosingDate) {
		t.Errorf("a release on the day of the last wire: %s\n%s", early.Outcome, early.Why)
	}
	if inTime.Outcome != escrow.Accepted || len(inTime.Legs) == 0 {
		t.Errorf("a release on the Closing Date: %s\n%s", inTime.Outcome, inTime.Why)
	}
}

// An order that is no amount of money is refused before anything is opened,
// and the host can tell which one it was.
func TestOfferRefuses(t *testing.T) {
	bad := subscriptions()
	bad[1].Amount = decimal.RequireFromString("10.005")
	_, _, err := offer().Open(calendar.MustDate(2026, time.March, 2), bad)
	var faults law.Faults
	if !errors.Is(err, law.ErrInvalid) || !errors.As(err, &faults) || faults[0].Field != "orders[1].amount" {
		t.Errorf("%v", err)
	}
}

// A minimum is held to the cent too: what is no whole number of cents, or no
// amount that anybody raises, is refused and not cut.
func TestMinimum(t *testing.T) {
	for _, c := range []struct {
		minimum string
		kind    error
		cents   int64
	}{
		{"10000", nil, 10_000_00},
		{"100.01", nil, 100_01},
		{"100.010", nil, 100_01},
		{"0.01", nil, 1},
		{"1e4", nil, 10_000_00},
		{"100.009", law.ErrInvalid, 0},
		{"0.001", law.ErrInvalid, 0},
		{"-5", law.ErrRange, 0},
		{"92233720368547758.08", law.ErrRange, 0}, // one cent more than an int64 holds
		{"1e17", law.ErrRange, 0},
		{"1e10000", law.ErrRange, 0},
		{"1e-10000", law.ErrRange, 0},
	} {
		o := offer()
		o.Minimum = decimal.RequireFromString(c.minimum)
		_, deal, err := o.Open(calendar.MustDate(2026, time.March, 2), subscriptions())
		if c.kind == nil {
			if err != nil || deal.Terms().Contingency.MinCents != c.cents {
				t.Errorf("%s: %d cents, %v", c.minimum, deal.Terms().Contingency.MinCents, err)
			}
			continue
		}
		var faults law.Faults
		if !errors.Is(err, c.kind) || !errors.As(err, &faults) || faults[0].Field != "minimum" {
			t.Errorf("%s: %v", c.minimum, err)
		}
	}
}

func TestMayResell(t *testing.T) {
	from, err := MayResell(calendar.MustDate(2026, time.March, 13))
	if want := calendar.MustDate(2027, time.March, 13); err != nil || from.Anniversary != want {
		t.Errorf("from %s, want %s (%v)", from.Anniversary, want, err)
	}
}
