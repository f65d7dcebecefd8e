package calendar_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// A quarterly report of an issuer that is not accelerated, and its extension.
func ExampleStatuteByKey_report() {
	due := calendar.MustDate(2020, time.September, 30)
	for _, key := range []string{"form-10-q", "form-12b-25-quarterly"} {
		statute, err := calendar.StatuteByKey(key)
		if err != nil {
			fmt.Println(err)
			return
		}
		answer, err := statute.After(due)
		fmt.Println(answer.Date, err)
		due = answer.Date
	}
	// Output:
	// 2020-11-16 <nil>
	// 2020-11-23 <nil>
}

// A tender offer must be open for twenty business days, of which the day of
// commencement is the first. A closing by executive order may still come.
func ExampleStatute_After_tenderOffer() {
	offer, err := calendar.StatuteByKey("tender-offer")
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := offer.After(calendar.MustDate(2026, time.December, 7))
	fmt.Println(due.Date, err)
	for _, reason := range due.Why {
		if reason.Code == "calendar.executive_order" {
			fmt.Println(reason.Text)
		}
	}
	// Output:
	// 2027-01-05 <nil>
	// No executive order that closes the federal government on Thursday, December 24, 2026 is known; orders for that day of the year from 2018 to 2025: 5. If one is issued, the last day becomes Wednesday, January 6, 2027, and a minimum period that ends on Tuesday, January 5, 2027 is too short.
}

// Shares that settle after a weekend of 2028: the Fedwire may run on its Sunday.
func ExampleSettlementRule_Settle_fedwire() {
	due, err := calendar.RegularWay().Settle(calendar.MustDate(2028, time.March, 10))
	fmt.Println(due.Date, due.Projected, err)
	fmt.Println(due.Why[len(due.Why)-1].Text)
	// Output:
	// 2028-03-13 false <nil>
	// The Fedwire is expected to run on Sundays and on holidays from Monday to Friday as well, from a day in 2028 or 2029 that has not been announced. The Settlement calendar treats those days as closed; the first of them here is Sunday, March 12, 2028.
}

func ExampleStatutes() {
	for _, statute := range calendar.Statutes() {
		if statute.Title == "Form D" {
			fmt.Println(statute.Key, "from the day on which", statute.Event)
		}
	}
	// Output: form-d from the day on which the first investor is irrevocably contractually committed
}

func ExampleProvisions() {
	from := calendar.MustDate(2020, time.January, 1)
	rows := calendar.Provisions([]calendar.Provision{
		{Key: "limit", Subject: "the limit", From: from, Value: "5"},
		{Key: "limit", Subject: "the limit", From: from.AddDays(366), Value: "6"},
	})
	fmt.Println(rows[0].Value, "through", rows[0].Until)
	// Output: 5 through 2020-12-31
}

func ExampleLaw() {
	for _, row := range calendar.Law() {
		if row.Key == "form-10-k-large-accelerated" {
			fmt.Println(row.From, row.Value, "-", row.Authority.Cite, row.Verified())
		}
	}
	// Output:
	// 2005-12-15 75 days from the event; if the last day is closed, it moves forward (Federal calendar) - Form 10-K, General Instruction A(2) true
	// 2006-12-15 60 days from the event; if the last day is closed, it moves forward (Federal calendar) - Form 10-K, General Instruction A(2) true
}
