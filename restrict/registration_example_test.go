package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

// The company had 30 days to file. It took 76: 2% at once, 2% for the first 30
// days of the failure and half of that for 15 more.
func ExampleRegistration_On() {
	agreement := restrict.Registration{
		Name: "Registration Rights Agreement",
		Clocks: []restrict.RegistrationClock{{
			Duty: restrict.DutyFile, From: restrict.RegistrationClosed, Charged: true,
			Within: calendar.Deadline{Name: "Registration statement", Count: 30, Unit: calendar.Days},
		}},
		Charge: restrict.RegistrationCharge{
			Initial: decimal.NewFromInt(2),
			Steps:   []restrict.RegistrationStep{{From: 1, Percent: decimal.NewFromInt(2), Partial: restrict.PartialProRata}},
			Every:   30, Unit: calendar.Days,
			Overlap: restrict.OverlapOnce, Rounding: exact.Nearest,
		},
	}
	found, err := agreement.On(restrict.RegistrationFacts{
		Events: []restrict.RegistrationEvent{
			{Kind: restrict.RegistrationClosed, Date: calendar.MustDate(2002, time.November, 26)},
			{Kind: restrict.RegistrationFiled, Date: calendar.MustDate(2003, time.February, 10)},
		},
		Base: decimal.NewFromInt(768_000),
	}, calendar.MustDate(2003, time.March, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	file := found.Duties[0]
	fmt.Println(file.Duty, "by", file.Due, "-", file.Status, "by", file.DaysLate, "days")
	for _, row := range found.Charges.Schedule {
		fmt.Println(row.From, row.Through, row.Percent, "% of", row.Base, "for", row.Days, "of", row.Length, "days:", row.Amount)
	}
	fmt.Println("in all", found.Charges.Accrued)
	// Output:
	// file by 2002-12-26 - met late by 46 days
	// 2002-12-27 2002-12-27 2 % of 768000 for 0 of 0 days: 15360
	// 2002-12-27 2003-01-25 2 % of 768000 for 30 of 30 days: 15360
	// 2003-01-26 2003-02-09 2 % of 768000 for 15 of 30 days: 7680
	// in all 38400
}

// Thirty days in a row and forty in twelve months; thirty days twice in twelve
// months.
func ExampleRegistrationGrace() {
	for _, form := range restrict.RegistrationForms() {
		if grace := form.Registration.Grace; grace.PerEvent > 0 {
			fmt.Println(form.Key, grace.PerEvent, grace.PerWindow, grace.Months)
		}
	}
	// Output:
	// monthly-2 30 40 12
	// daily 30 0 12
}
