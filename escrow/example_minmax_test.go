package escrow_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

// An offering of at least $100,000 by June 28, 2002. The second subscriber's
// check bounces, the minimum is not reached, and the money goes back.
func Example_minimum() {
	terms := escrow.Terms{
		ID:      "units-2002",
		Signed:  time.Date(2002, time.June, 3, 13, 0, 0, 0, time.UTC),
		Company: "issuer",
		Agent:   "bank",
		Purchases: []escrow.Purchase{
			{ID: "ann", Investor: "ann", Shares: 600, DueCents: 60_000_00, BonaFide: true},
			{ID: "bob", Investor: "bob", Shares: 400, DueCents: 40_000_00, BonaFide: true},
		},
		Conditions: []escrow.Condition{
			{ID: "paid", Text: "paid in full", Kind: escrow.Funds, Favors: escrow.ForCompany},
		},
		Fees:         []escrow.Payout{{Payee: "broker", PerMillion: 70_000, For: "7% of the proceeds"}},
		Closing:      calendar.NextTradingDay(),
		Contingency:  escrow.Contingency{MinCents: 100_000_00, By: calendar.MustDate(2002, time.June, 28)},
		RefundWithin: calendar.Deadline{Count: 5, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve()},
	}
	june := func(day, hour int) time.Time {
		return time.Date(2002, time.June, day, hour, 0, 0, 0, calendar.NewYork())
	}
	log := []escrow.Event{
		{ID: "1", At: june(10, 11), By: "bank", Body: escrow.DepositReceived{
			Rail: escrow.RailWire, Reference: "W-81", From: "ann", Purchase: "ann", Cents: 60_000_00,
		}},
		{ID: "2", At: june(11, 11), By: "bank", Body: escrow.DepositReceived{
			Rail: escrow.RailCheck, Reference: "1044", From: "bob", Purchase: "bob", Cents: 40_000_00,
		}},
		{ID: "3", At: june(12, 11), By: "bank", Body: escrow.Release{Purchases: []escrow.PurchaseID{"ann", "bob"}}},
		{ID: "4", At: june(13, 9), By: "bank", Body: escrow.DepositReturned{Rail: escrow.RailCheck, Reference: "1044", Note: "no funds"}},
		{ID: "5", At: june(14, 11), By: "bank", Body: escrow.Refund{Purchase: "ann", Cents: 60_000_00, Ground: escrow.GroundMinimum}},
		{ID: "6", At: june(29, 11), By: "bank", Body: escrow.Refund{Purchase: "ann", Cents: 60_000_00, Ground: escrow.GroundMinimum}},
		{ID: "7", At: june(30, 11), By: "bank", Body: escrow.LegSettled{Leg: "6/1"}},
	}
	deal, decisions, err := escrow.Replay(terms, log)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, d := range decisions {
		fmt.Println(d.Event, log[i].Type(), d.Outcome)
		d, _ = deal.Decision(d.Event) // with its reasons
		for j, why := range d.Why {
			fmt.Println("  ", why)
			if d.Outcome == escrow.Refused {
				fmt.Println("   cure:", d.Cures[j].Text)
			}
		}
	}
	for _, p := range deal.Report(june(28, 12)).Purchases {
		for _, n := range p.Needs {
			fmt.Println(p.Purchase, "needs:", n.What, "by", n.By.In(calendar.NewYork()).Format(time.DateTime), "or", n.Otherwise)
		}
	}
	for _, p := range deal.Report(june(30, 12)).Purchases {
		fmt.Println(p.Purchase, p.Stage, "refunded", p.RefundedCents, "returned", p.ReturnedCents)
	}
	// Output:
	// 1 deposit.received accepted
	// 2 deposit.received accepted
	// 3 release refused
	//    $60,000.00 of the minimum of $100,000.00 has been received in good funds for accepted bona fide purchases, $40,000.00 short; the last day for it is June 28, 2002; $40,000.00 received has not become good funds.
	//    cure: Report that the $40,000.00 received has become good funds by June 28, 2002.
	//    Condition paid is not satisfied for purchase bob: $0.00 of $40,000.00 received; $40,000.00 received has not become good funds.
	//    cure: Report that check 1044 has become good funds.
	//    The escrow agent holds $0.00 of the $40,000.00 due for purchase bob (signed), $40,000.00 short; $40,000.00 received, the first of it check 1044, has not become good funds.
	//    cure: Report that check 1044 has become good funds.
	// 4 deposit.returned accepted
	// 5 refund refused
	//    The ground "minimum not reached" does not exist for purchase ann: the minimum may be received through June 28, 2002.
	//    cure: Order the refund when the ground exists.
	// 6 refund accepted
	//    $60,000.00 is paid to ann for purchase ann on the ground "minimum not reached".
	// 7 leg.settled accepted
	// ann needs: $40,000.00 more is required for the minimum. by 2002-06-28 23:59:59 or Without $40,000.00 more, the money is refunded to the investors.
	// bob needs: Condition paid is to be satisfied: paid in full. by 2002-06-28 23:59:59 or The money does not count toward the minimum that is due by June 28, 2002.
	// bob needs: $40,000.00 more is required for the minimum. by 2002-06-28 23:59:59 or Without $40,000.00 more, the money is refunded to the investors.
	// ann refunded refunded 6000000 returned 0
	// bob open refunded 0 returned 4000000
}

func ExampleApplySuspense() {
	terms := exampleTerms()
	log := []escrow.Event{
		{ID: "1", At: newYork(26, 10, 0), By: "agent", Body: escrow.DepositReceived{
			Rail: escrow.RailWire, Reference: "W-9", From: "alpha-gmbh", Purchase: "alpha", Cents: 500_000_00,
		}},
	}
	deal, _, err := escrow.Replay(terms, log)
	if err != nil {
		fmt.Println(err)
		return
	}
	first, _ := deal.Decision(log[0].ID)
	fmt.Println(first.Warnings)
	// The investor explains that the company of that name paid for it.
	_, d, err := deal.Apply(escrow.Event{ID: "2", At: newYork(26, 12, 0), By: "agent", Body: escrow.ApplySuspense{
		Rail: escrow.RailWire, Reference: "W-9", To: "alpha", Cents: 500_000_00,
	}})
	fmt.Println(d.Outcome, err)
	fmt.Println(d.Why)
	// Output:
	// 1. $500,000.00 under wire W-9 is held in suspense: it was not received from the investor, alpha-capital.
	// accepted <nil>
	// 1. $500,000.00 of wire W-9 is credited to purchase alpha.
}
