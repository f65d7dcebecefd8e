package law_test

import (
	"errors"
	"fmt"

	"github.com/offerkit/offerkit/law"
)

func ExampleReasons_String() {
	why := law.Reasons{
		{
			Code: "144.holding.short", Text: "Six months have not elapsed since the purchase.",
			Authority: law.Citation{Cite: "17 CFR 230.144(d)(1)(i)", Title: "Rule 144"},
		},
		{Code: "144.earliest", Text: "The first day on which they have is May 25, 2026."},
	}
	fmt.Println(why)
	fmt.Println(why.Has("144.holding.short"))
	// Output:
	// 1. Six months have not elapsed since the purchase. [17 CFR 230.144(d)(1)(i)]
	// 2. The first day on which they have is May 25, 2026.
	// true
}

func ExampleFaults() {
	check := func() error {
		var faults law.Faults
		faults.Add(law.ErrInvalid, "orders[2].amount", "268000.005", "has a fraction of a cent")
		faults.Missing("price")
		return faults.Err()
	}
	err := check()
	fmt.Println(err)

	var faults law.Faults
	if errors.As(err, &faults) {
		for _, fault := range faults {
			fmt.Println(fault.Field, errors.Is(fault, law.ErrMissing))
		}
	}
	// Output:
	// orders[2].amount: 268000.005 has a fraction of a cent; price: is required
	// orders[2].amount false
	// price true
}
