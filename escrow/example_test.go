package escrow_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// exampleTerms is a purchase with three conditions.
func exampleTerms() escrow.Terms {
	closing := calendar.NextTradingDay()
	closing.By.Clock = calendar.MustClock(15, 0)
	return escrow.Terms{
		ID:      "focus-2002",
		Signed:  time.Date(2002, time.November, 25, 14, 0, 0, 0, time.UTC),
		Company: "focus",
		Agent:   "agent",
		Purchases: []escrow.Purchase{
			{ID: "alpha", Investor: "alpha-capital", Shares: 520_833, DueCents: 500_000_00},
		},
		Conditions: []escrow.Condition{
			{ID: "7(b)", Text: "paid in full", Kind: escrow.Funds, Favors: escrow.ForCompany},
			{ID: "8(e)", Text: "opinion of counsel", Kind: escrow.AtClosing, Favors: escrow.ForInvestor, Waivable: true},
			{ID: "8(g)", Text: "trading not suspended", Kind: escrow.Throughout, Favors: escrow.ForInvestor, DealWide: true, Waivable: true},
		},
		Closing:      closing,
		WireCalendar: calendar.FederalReserve(),
	}
}

// newYork is an instant of November 2002 on New York clocks.
func newYork(day, hour, minute int) time.Time {
	return time.Date(2002, time.November, day, hour, minute, 0, 0, calendar.NewYork())
}

func ExampleNew() {
	terms := exampleTerms()
	terms.Purchases[0].DueCents = -1
	terms.Agent = ""
	_, err := escrow.New(terms)
	fmt.Println(err)
	// Output:
	// agent: is required; purchases[0].due_cents: -1 is below zero
}

func ExampleReplay() {
	log := []escrow.Event{
		{ID: "1", At: newYork(26, 9, 30), By: "agent", Body: escrow.Observed{Condition: "8(g)", State: escrow.Met}},
		{ID: "2", At: newYork(27, 11, 0), By: "agent", Body: escrow.DepositReceived{
			Rail: escrow.RailWire, Reference: "W-1", From: "alpha-capital", Purchase: "alpha", Cents: 500_000_00,
		}},
		{ID: "3", At: newYork(28, 12, 0), By: "agent", Body: escrow.Release{Purchases: []escrow.PurchaseID{"alpha"}}},
		{ID: "4", At: newYork(29, 9, 0), By: "agent", Body: escrow.Observed{
			Condition: "8(e)", Purchase: "alpha", State: escrow.Met, Day: calendar.MustDate(2002, time.November, 29),
		}},
		{ID: "5", At: newYork(29, 15, 0), By: "agent", Body: escrow.Release{Purchases: []escrow.PurchaseID{"alpha"}}},
	}
	deal, decisions, err := escrow.Replay(exampleTerms(), log)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range decisions {
		fmt.Println(d.Event, d.Outcome)
	}
	fmt.Println(decisions[2].Why)
	for _, leg := range decisions[4].Legs {
		fmt.Println(leg.ID, leg.Kind, leg.Payee, leg.Cents, leg.Shares)
	}
	fmt.Println(deal.Report(newYork(29, 16, 0)).Money[0].HeldCents)
	// Output:
	// 1 accepted
	// 2 accepted
	// 3 refused
	// 4 accepted
	// 5 accepted
	// 1. Thursday, November 28, 2002 is not a day of the NYSE calendar (Thanksgiving Day).
	// 2. 8(e) for alpha (opinion of counsel) is not shown for Thursday, November 28, 2002: no fact speaks to it, and silence is not a yes. It can be given by focus. It can be waived by alpha-capital, in a signed writing.
	// 3. The Closing Date of alpha is Friday, November 29, 2002, after its last condition came in at 2002-11-27 11:00 New York; Thursday, November 28, 2002 is too early.
	// 5/1 proceeds focus 50000000 0
	// 0
}

func ExampleDeal_Closing() {
	deal, _, err := escrow.Replay(exampleTerms(), []escrow.Event{
		{ID: "1", At: newYork(26, 9, 30), By: "agent", Body: escrow.Observed{Condition: "8(g)", State: escrow.Met}},
		{ID: "2", At: newYork(27, 11, 0), By: "agent", Body: escrow.DepositReceived{
			Rail: escrow.RailWire, Reference: "W-1", From: "alpha-capital", Purchase: "alpha", Cents: 500_000_00,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := deal.Closing("alpha", newYork(27, 12, 0))
	fmt.Println("closing:", s.Date.Long(), "by", s.Cutoff.In(calendar.NewYork()).Format("15:04"))
	fmt.Println("funds by:", s.LastFundsDay, "wires by:", s.LastWireDay)
	fmt.Println(s.Why)
	fmt.Println(s.Warnings)
	// Output:
	// closing: Friday, November 29, 2002 by 15:00
	// funds by: 2002-11-28 wires by: 2002-11-27
	// 1. The last condition that can come in before the closing came in at 2002-11-27 11:00 New York: 7(b).
	// 2. Closing Date: counted from Wednesday, November 27, 2002, which is day 0.
	// 3. 1 trading day (NYSE) after that day is Friday, November 29, 2002, not counting November 28, 2002 (Thanksgiving Day).
	// 4. The closing takes place by 15:00 New York time; that moment itself is in time.
	// 5. Last day for funds: counted from Friday, November 29, 2002, which is day 0.
	// 6. 1 day before that day is Thursday, November 28, 2002.
	// 7. No wire moves on that day (Thanksgiving Day); the last day for one is Wednesday, November 27, 2002.
	// 1. The exchange closes at 13:00 on Friday, November 29, 2002 (Day after Thanksgiving). The day counts as a trading day, and the cut-off stays at 15:00 New York. [NYSE Rule 7.1]
}

func ExampleWaive() {
	deal, _, err := escrow.Replay(exampleTerms(), []escrow.Event{
		{ID: "1", At: newYork(26, 10, 0), By: "agent", Body: escrow.Observed{Condition: "8(g)", State: escrow.Unmet}},
		{ID: "2", At: newYork(26, 11, 0), By: "agent", Body: escrow.Observed{Condition: "8(g)", State: escrow.Met}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	waiver := escrow.Waive{Purchase: "alpha", Condition: "8(g)"}
	fmt.Println(deal.Check(escrow.Event{ID: "3", At: newYork(26, 12, 0), By: "focus", Body: waiver}).Why)
	waiver.Signed = true
	_, d, err := deal.Apply(escrow.Event{ID: "3", At: newYork(26, 12, 0), By: "alpha-capital", Body: waiver})
	fmt.Println(d.Outcome, err)
	fmt.Println(d.Why)
	// Output:
	// 1. A waiver needs a writing signed by the party that gives it.
	// 2. 8(g) for alpha runs in favor of alpha-capital, who alone can waive it; focus cannot.
	// accepted <nil>
	// 1. The waiver by alpha-capital of 8(g) for alpha covers every lapse that began before it, and none that begins later; it reaches no other purchase.
}
