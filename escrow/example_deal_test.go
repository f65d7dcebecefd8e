package escrow_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
)

func ExampleUsualConditions() {
	for _, c := range escrow.UsualConditions() {
		fmt.Println(c.ID, "favors the", c.Favors, "and is of the kind", c.Kind)
	}
	// Output:
	// investor-documents favors the company and is of the kind once
	// funds favors the company and is of the kind funds
	// investor-representations favors the company and is of the kind at closing
	// company-documents favors the investor and is of the kind once
	// shares favors the investor and is of the kind custody
	// company-representations favors the investor and is of the kind at closing
	// opinion favors the investor and is of the kind at closing
	// legality favors the investor and is of the kind absence
	// trading favors the investor and is of the kind throughout
}

func ExampleDeal_Apply() {
	deal, err := escrow.New(exampleTerms())
	if err != nil {
		fmt.Println(err)
		return
	}
	wire := escrow.Event{ID: "1", At: newYork(27, 11, 0), By: "agent", Body: escrow.DepositReceived{
		Rail: escrow.RailWire, Reference: "W-1", From: "alpha-capital", Purchase: "alpha", Cents: 500_000_00,
	}}
	funded, d, err := deal.Apply(wire)
	fmt.Println(d.Outcome, err)

	// The same event told twice counts once; the deal before it is as it was.
	_, d, err = funded.Apply(wire)
	fmt.Println(d.Outcome, d.First, err)
	for _, d := range []escrow.Deal{deal, funded} {
		fmt.Println(d.Report(newYork(27, 12, 0)).Purchases[0].GoodCents)
	}
	// Output:
	// accepted <nil>
	// duplicate accepted <nil>
	// 0
	// 50000000
}

func ExampleDeal_Check() {
	deal, err := escrow.New(exampleTerms())
	if err != nil {
		fmt.Println(err)
		return
	}
	// May the money go? Nothing is kept of the question.
	d := deal.Check(escrow.Event{ID: "1", At: newYork(27, 16, 0), By: "agent", Body: escrow.Release{
		Purchases: []escrow.PurchaseID{"alpha"},
	}})
	fmt.Println(d.Outcome)
	for _, cure := range d.Cures {
		fmt.Println(cure)
	}
	// Output:
	// refused
	// agent: Order the release on the next day of the NYSE calendar.
	// alpha-capital: Pay $500,000.00 more in good funds.
	// focus: Show that condition 8(e) is satisfied for a closing on November 27, 2002, or have alpha-capital waive it in a signed writing.
	// focus: Show that condition 8(g) is satisfied.
	// alpha-capital: Pay $500,000.00 more in good funds.
}

func ExampleDeal_Report() {
	deal, _, err := escrow.Replay(exampleTerms(), []escrow.Event{
		{ID: "1", At: newYork(27, 11, 0), By: "agent", Body: escrow.DepositReceived{
			Rail: escrow.RailWire, Reference: "W-1", From: "alpha-capital", Purchase: "alpha", Cents: 268_000_00,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := deal.Report(newYork(27, 12, 0)).Purchases[0]
	fmt.Println(p.Stage, p.GoodCents, "of", p.DueCents)
	for _, n := range p.Needs {
		fmt.Println("needs", n.What)
	}
	// Output:
	// open 26800000 of 50000000
	// needs Condition 7(b) is to be satisfied: paid in full.
	// needs Condition 8(e) is to be satisfied: opinion of counsel.
	// needs Condition 8(g) is to be satisfied: trading not suspended.
}

func ExampleDeal_Terms() {
	deal, err := escrow.New(exampleTerms())
	if err != nil {
		fmt.Println(err)
		return
	}
	terms := deal.Terms() // the defaults are filled in
	fmt.Println(terms.Currency, terms.Scope)
	// Output: USD each
}

func ExampleTransmission_Due() {
	// A broker-dealer took the check in on the Wednesday before Thanksgiving.
	due, err := escrow.NoonNextBusinessDay().Due(newYork(27, 15, 0), nil)
	fmt.Println(due.In(calendar.NewYork()).Format(time.DateTime), err)
	// Output: 2002-11-29 12:00:00 <nil>
}

func ExampleEvent_MarshalJSON() {
	text, err := escrow.Event{ID: "1", At: newYork(27, 11, 0).UTC(), By: "agent", Body: escrow.DepositReceived{
		Rail: escrow.RailWire, Reference: "W-1", From: "alpha-capital", Purchase: "alpha", Cents: 500_000_00,
	}}.MarshalJSON()
	fmt.Println(string(text), err)
	// Output: {"v":1,"id":"1","type":"deposit.received","at":"2002-11-27T16:00:00Z","by":"agent","data":{"rail":"wire","reference":"W-1","from":"alpha-capital","purchase":"alpha","cents":50000000}} <nil>
}
