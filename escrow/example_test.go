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
	refused, _ := deal.Decision("3") // with its reasons
	fmt.Println(refused.Why)
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
	// 2. Condition 8(e) has not been shown to be satisfied for purchase alpha for a closing on November 28, 2002.
	// 3. The Closing Date of purchase alpha is Friday, November 29, 2002, determined from 11:00 a.m. on Wednesday, November 27, 2002 (New York time), when the last condition was satisfied; November 28, 2002 is too early.
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
	// 1. Condition 7(b) was the last to be satisfied, at 11:00 a.m. on Wednesday, November 27, 2002 (New York time).
	// 2. Closing Date: counted from Wednesday, November 27, 2002, which is day 0.
	// 3. 1 trading day (NYSE) after that day is Friday, November 29, 2002, not counting November 28, 2002 (Thanksgiving Day).
	// 4. The closing takes place by 3:00 p.m. New York time.
	// 5. Last day for funds: counted from Friday, November 29, 2002, which is day 0.
	// 6. 1 day before that day is Thursday, November 28, 2002.
	// 7. No wire is carried on that day (Thanksgiving Day); the last day for a wire is Wednesday, November 27, 2002.
	// 1. The exchange closes at 1:00 p.m. on Friday, November 29, 2002 (Day after Thanksgiving); it is a trading day, and the cut-off does not change. [NYSE Rule 7.1]
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
	// 1. The waiver is not in a writing signed by focus.
	// 2. Condition 8(g) for purchase alpha is for the benefit of alpha-capital, who alone may waive it; focus may not.
	// accepted <nil>
	// 1. The waiver by alpha-capital of condition 8(g) for purchase alpha applies to failures that began not later than noon on Tuesday, November 26, 2002 (New York time), and to no other purchase.
}
