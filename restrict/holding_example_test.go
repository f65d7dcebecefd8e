package restrict_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// A warrant exercised without cash takes its own age along to the shares.
func ExampleHoldingStart() {
	bought, exercised, sale := calendar.MustDate(2020, time.January, 15), calendar.MustDate(2021, time.March, 1),
		calendar.MustDate(2021, time.March, 2)
	lot := []restrict.Event{
		{Kind: restrict.EventWarrant, Date: bought, Paid: bought, Employee: law.No},
		{Kind: restrict.EventExercise, Date: exercised, ValuePaid: law.No},
		{Kind: restrict.EventSale, Date: sale},
	}
	start, err := restrict.HoldingStart(lot)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(start.Answer, start.Date, start.Since)
	for _, step := range start.Steps {
		fmt.Println(step.Kind, step.Before.Date, step.After.Date, step.Why[0].Authority)
	}

	facts, err := start.Facts(purchase(), sale)
	if err != nil {
		fmt.Println(err)
		return
	}
	finding, err := restrict.Rule144(facts, sale)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("sale:", finding.Answer, "held since", finding.HoldingStart)

	// With one cent of cash the shares are as old as the exercise.
	lot[1].ValuePaid, lot[1].Paid = law.Yes, exercised
	start, err = restrict.HoldingStart(lot)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(start.Answer, start.Date, start.Authority)
	// Output:
	// known 2020-01-15 events[0]
	// warrant no date 2020-01-15 17 CFR 230.144(d)(1)
	// exercise 2020-01-15 2020-01-15 17 CFR 230.144(d)(3)(x)
	// sale 2020-01-15 2020-01-15 17 CFR 230.144(d)(1)
	// sale: available held since 2020-01-15
	// known 2021-03-01 C&DI 132.13
}

// The stock of the 2002 agreement was signed for on November 25 and paid into
// escrow the day after; it closed, and the money was released, on November 29.
func ExampleHoldingStart_agreement() {
	start, err := restrict.HoldingStart([]restrict.Event{{
		Kind:   restrict.EventPurchase,
		Signed: calendar.MustDate(2002, time.November, 25), Date: calendar.MustDate(2002, time.November, 29),
		Payment: restrict.PaymentEscrow, Paid: calendar.MustDate(2002, time.November, 26),
		Released: calendar.MustDate(2002, time.November, 29), Out: law.Yes,
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(start.Why)
	sale := calendar.MustDate(2003, time.November, 29)
	facts, err := start.Facts(purchase(), sale)
	if err != nil {
		fmt.Println(err)
		return
	}
	verdict, err := restrict.Screen(facts, sale)
	fmt.Println(verdict.Answer, verdict.Conditions, err)
	// Output:
	// 1. No day of sale is given: the events are read by the text in force since Friday, February 15, 2008 and the last views of the staff that are held. [72 FR 71546]
	// 2. Bought from the issuer in a deal that could fall away until it closed, as of Friday, November 29, 2002, paid by release from escrow on Friday, November 29, 2002: the holding period begins on Friday, November 29, 2002. [C&DI 532.04]
	// 3. The holding period of the lot is counted from Friday, November 29, 2002, by events[0]. That holds for a sale from Friday, November 29, 2002 on. [C&DI 532.04]
	// available (c)(d)(e)(f)(h) <nil>
}

// What is unknown is named by its path, and never guessed.
func ExampleHoldingStart_unknown() {
	var lot []restrict.Event
	err := json.Unmarshal([]byte(`[
		{"kind": "purchase", "date": "2022-03-15", "paid": "2022-03-15"},
		{"kind": "private purchase", "date": "2024-02-01", "paid": "2024-02-01"}
	]`), &lot)
	if err != nil {
		fmt.Println(err)
		return
	}
	start, err := restrict.HoldingStart(lot)
	fmt.Println(start.Answer, start.Needs, err)
	// Output:
	// unknown [events[1].from_affiliate] <nil>
}

// Facts that cannot all be true are refused, all at once.
func ExampleHoldingStart_faults() {
	_, err := restrict.HoldingStart([]restrict.Event{
		{
			Kind: restrict.EventPurchase, Signed: calendar.MustDate(2022, time.March, 15), Date: calendar.MustDate(2022, time.March, 18),
			Paid: calendar.MustDate(2022, time.March, 14),
		},
		{Kind: restrict.EventGift, Date: calendar.MustDate(2022, time.March, 1)},
	})
	fmt.Println(err)
	// Output:
	// events[0].paid: 2022-03-14 is before signed, 2022-03-15; events[1].date: 2022-03-01 is before events[0].date, 2022-03-18
}

func ExampleStart_Facts() {
	bought := calendar.MustDate(2022, time.March, 15)
	start, err := restrict.HoldingStart([]restrict.Event{
		{Kind: restrict.EventPurchase, Date: bought, Paid: bought},
		{Kind: restrict.EventGift, Date: calendar.MustDate(2022, time.June, 1), FromAffiliate: law.Yes},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	facts, err := start.Facts(purchase(), calendar.MustDate(2022, time.September, 15))
	fmt.Println(facts.Acquired, facts.Paid, err)
	_, err = start.Facts(purchase(), calendar.MustDate(2022, time.May, 2))
	fmt.Println(err)
	// Output:
	// 2022-03-15 2022-03-15 <nil>
	// sale: 2022-05-02 is before 2022-06-01, the first sale for which the start holds
}
