package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/restrict"
)

func ExampleCompareLegend() {
	c := restrict.CompareLegend(
		"THE SHARES HAVE NOT BEEN REGISTERED UNDER THE SECURITIES ACT OF 1934.",
		"The shares have not been registered under the Securities Act of 1933",
	)
	fmt.Println(c.Same)
	for _, d := range c.Differences {
		fmt.Println(d)
	}
	// Output:
	// false
	// after word 11, "1933" is printed as "1934"
}

func ExampleLockUp_Free() {
	// The officers promised not to sell for 90 days after the closing.
	free, err := restrict.LockUp{From: calendar.MustDate(2002, time.November, 29), Days: 90}.Free()
	fmt.Println(free.Long(), err)
	// Output: Friday, February 28, 2003 <nil>
}

func ExampleTransferMessage() {
	for _, number := range []uint8{0, 141, 99} {
		fmt.Println(number, restrict.TransferMessage(number))
	}
	// Output:
	// 0 The transfer is not restricted.
	// 141 The holding period of Rule 144 is not over.
	// 99 Unknown restriction 99.
}

func ExampleTransferCodes() {
	for _, row := range restrict.TransferCodes()[1:4] {
		fmt.Println(row.Number, row.Code, row.Party)
	}
	// Output:
	// 130 transfer.halted issuer
	// 131 transfer.court_hold authority
	// 132 transfer.seller.frozen seller
}

func ExampleUsualLimbs() {
	for _, limb := range restrict.UsualLimbs() {
		fmt.Println(limb.Kind, limb.Without)
	}
	// Output:
	// effective registration none
	// rule 144 sale none
	// rule 144 (c)(e)(f)(i)
}

func ExampleRegistrationForms() {
	for _, form := range restrict.RegistrationForms() {
		fmt.Println(form.Key, len(form.Registration.Clocks))
	}
	// Output:
	// file-90 3
	// file-30 4
	// monthly-2 1
	// thirty-1-capped 0
	// initial-2 0
	// day-150 1
	// monthly-1 0
	// daily 0
	// weekly 0
}

func ExampleFacts_Seller() {
	// The seller of the lot, as VolumeLimit and Form144 ask about one.
	seller := purchase().Seller()
	fmt.Println(seller.Affiliate, seller.HeldSince)
	// Output: never 2002-11-29
}

func ExampleRequirement_Met() {
	// Section 4(a)(7) asks that the class has been outstanding for 90 days.
	issued := calendar.MustDate(2026, time.January, 5)
	for _, r := range restrict.Exemptions()[0].Requirements {
		if r.Days > 0 {
			fmt.Println(r.Text, r.Met(issued))
		}
	}
	// Output: The class has been outstanding for at least 90 calendar days. 2026-04-05
}

func ExampleNormalizeLegend() {
	fmt.Println(restrict.NormalizeLegend("  THE SHARES —\n  (the “Lock-Up”)  "))
	// Output: the shares the lock up
}
