package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// The stock of a former shell company waits for a year from its Form 10
// information, and for its reports at every sale.
func ExampleMilestones_shell() {
	lot := purchase()
	lot.Acquired = calendar.MustDate(2024, time.January, 10)
	lot.Paid, lot.Issued = lot.Acquired, lot.Acquired
	lot.Issuer.Shell = restrict.ShellFormer
	lot.Issuer.ShellSince = calendar.MustDate(2020, time.January, 1)
	lot.Issuer.ShellUntil = calendar.MustDate(2023, time.March, 10)
	lot.Issuer.Form10 = law.Yes
	lot.Issuer.Form10Filed = calendar.MustDate(2023, time.October, 16)
	lot.Issuer.ShellReports = law.Yes
	milestones, err := restrict.Milestones(lot)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range milestones {
		fmt.Println(m.Date, m.Conservative, m.Answer, m.Conditions)
	}
	// Output:
	// 2024-01-10 2024-01-10 not available (c)(d)(i)
	// 2024-10-16 2024-10-17 available (c)(d)(i)
	// 2025-01-10 2025-01-11 available (d)(i)
}

// The estate of an affiliate need not wait, if it is no affiliate itself.
func ExampleScreen_estate() {
	lot := purchase()
	lot.Acquired = calendar.MustDate(2024, time.May, 1)
	lot.Paid, lot.Capacity = lot.Acquired, restrict.Estate
	for _, affiliation := range []restrict.Affiliation{restrict.AffiliateNever, restrict.AffiliateNow, restrict.AffiliateUnknown} {
		lot.Affiliate = affiliation
		verdict, err := restrict.Screen(lot, calendar.MustDate(2024, time.May, 15))
		fmt.Println(affiliation, verdict.Answer, verdict.Conditions, err)
	}
	// Output:
	// never available (c) <nil>
	// now not available (c)(d)(e)(f)(h) <nil>
	// unknown unknown (c)(d)(e)(f)(h) <nil>
}

func ExampleRule145() {
	merged := restrict.Rule145Facts{
		Acquired: calendar.MustDate(2023, time.March, 10), ShellParty: law.Yes, Cured: law.Yes,
		Current: law.Yes, Affiliate: restrict.AffiliateNever,
	}
	finding, err := restrict.Rule145(merged, calendar.MustDate(2023, time.June, 8))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(finding.Answer, finding.Route, finding.Conditions, finding.Boundary)
	for _, route := range finding.Routes {
		fmt.Println(route.Name, route.From.Anniversary, route.Open)
	}
	// Output:
	// available limited (c)(e)(f) true
	// limited 2023-06-08 yes
	// informed 2023-09-10 no
	// free 2024-03-10 no
}

func ExampleLaw() {
	for _, p := range restrict.Law() {
		if p.Subject == "holding period, issuer that has been reporting" {
			fmt.Println(p.From, p.Value, p.Verified())
		}
	}
	// Output:
	// 1990-04-30 two years false
	// 1997-04-29 one year true
	// 2008-02-15 six months true
}

func ExampleExemptions() {
	for _, e := range restrict.Exemptions() {
		fmt.Println(e.Title, len(e.Requirements))
	}
	// Output:
	// Section 4(a)(7) 5
	// Rule 144A 2
}
