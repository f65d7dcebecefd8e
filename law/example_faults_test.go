package law_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/offerkit/offerkit/law"
)

func ExampleFaults_Add() {
	var faults law.Faults
	faults.Add(law.ErrRange, "purchases[1].shares", "-520833", "is below %d", 1)
	faults.Missing("agent")
	fmt.Println(faults.Err())

	// Without a fault there is no error.
	fmt.Println(law.Faults{}.Err())
	// Output:
	// purchases[1].shares: -520833 is below 1; agent: is required
	// <nil>
}

func ExampleFaults_Merge() {
	// A closing rule inside the terms reports its own faults.
	var closing law.Faults
	closing.Missing("count.unit")

	var terms law.Faults
	terms.Merge("closing", closing.Err())
	fmt.Println(terms.Err())
	// Output: closing.count.unit: is required
}

func ExampleReadJSON() {
	// A caller's own struct around types of the library.
	type order struct {
		Investor string `json:"investor"`
		Shares   int64  `json:"shares"`
	}
	type request struct {
		Orders []order `json:"orders"`
		Signed bool    `json:"signed"`
	}
	req, err := law.ReadJSON[request]([]byte(`{"orders":[{"investor":"ann","shares":800000}],"signed":true}`))
	fmt.Println(req.Orders[0].Shares, err)

	_, err = law.ReadJSON[request]([]byte(`{"orders":[{"investor":"ann"},{"share":1,"shares":"800,000"}],"signed":"yes"}`))
	var faults law.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f)
		}
	}
	// Output:
	// 800000 <nil>
	// orders[1].share: "share" is not a field
	// orders[1].shares: "800,000" is a string; a whole number without quotes is required; write 800000
	// signed: "yes" is a string; true or false, without quotes, is required
}

func ExampleFaults_MarshalJSON() {
	var faults law.Faults
	faults.Add(law.ErrRange, "purchases[1].shares", "-520833", "is below %d", 1)
	text, err := json.Marshal(faults)
	fmt.Println(string(text), err)
	// Output: [{"field":"purchases[1].shares","value":"-520833","problem":"is below 1","kind":"range"}] <nil>
}

func ExampleOneOf() {
	type side string
	const company, investor = side("company"), side("investor")

	var faults law.Faults
	law.OneOf(&faults, "conditions[0].favors", investor, company, investor)
	law.OneOf(&faults, "conditions[1].favors", "agent", company, investor)
	law.OneOf(&faults, "conditions[2].favors", "", company, investor)
	fmt.Println(faults.Err())
	// Output: conditions[1].favors: "agent" must be one of: company, investor; conditions[2].favors: is required
}

func ExampleReasons_Authorities() {
	limit := law.Citation{Cite: "17 CFR 230.144(e)(1)", Title: "Rule 144"}
	why := law.Reasons{
		{Code: "144.volume.percent", Text: "One percent of the class is 360,000 shares.", Authority: limit},
		{Code: "144.volume.weeks", Text: "The average of four weeks is 412,500 shares.", Authority: limit},
		{Code: "144.volume.cap", Text: "The greater of the two is the limit."},
	}
	for _, authority := range why.Authorities() {
		fmt.Println(authority)
	}
	// Output: 17 CFR 230.144(e)(1)
}
