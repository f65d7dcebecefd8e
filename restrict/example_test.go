package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
)

// purchase is the stock of the 2002 agreement, closed and paid on November 29,
// 2002, in the hands of a buyer who is no affiliate. That the company had been
// reporting since the day given here is supposed; the agreement says that it
// was reporting.
func purchase() restrict.Facts {
	paid := calendar.MustDate(2002, time.November, 29)
	return restrict.Facts{
		Acquired: paid, Paid: paid, Stock: restrict.Restricted, Security: restrict.Equity,
		Affiliate: restrict.AffiliateNever,
		Issuer: restrict.Issuer{
			Reporting: restrict.ReportingSubject, ReportingSince: calendar.MustDate(1993, time.May, 25),
			Current: law.Yes, Forms8K: law.Yes, Shell: restrict.ShellNever,
		},
	}
}

func ExampleRule144() {
	finding, err := restrict.Rule144(purchase(), calendar.MustDate(2003, time.November, 28))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(finding.Answer)
	fmt.Println("limited from", finding.Limited.Anniversary, "or conservatively", finding.Limited.Conservative)
	fmt.Println("free from", finding.Free.Anniversary, "or conservatively", finding.Free.Conservative)
	fmt.Println(finding.Why)
	// Output:
	// not available
	// limited from 2003-11-29 or conservatively 2003-11-30
	// free from 2004-11-29 or conservatively 2004-11-30
	// 1. A sale on Friday, November 28, 2003 falls under the text in force since Tuesday, April 29, 1997, whenever the lot was bought. [62 FR 9242]
	// 2. The issuer was never a shell company.
	// 3. The seller is no affiliate of the issuer and was none before. [former 17 CFR 230.144(k)]
	// 4. The issuer has been subject to reporting since Tuesday, May 25, 1993, for at least the 90 days before the sale. [former 17 CFR 230.144(c)(1)]
	// 5. Held since Friday, November 29, 2002, the stock completes the one year asked for on Saturday, November 29, 2003, after the sale. [former 17 CFR 230.144(d)(1)]
	// 6. Current public information is asked for, and the issuer has filed its reports. [former 17 CFR 230.144(c)(1)]
	// 7. The sale must keep to the conditions (e)(f)(h): (e) limits the amount, (f) prescribes the manner of sale, and (h) asks for a notice above its thresholds. [former 17 CFR 230.144(e), (f), (h) (not verified: only the lengths and the day of this version are confirmed; what else it asked was not read)]
	// 8. A sale is open from Saturday, November 29, 2003, or conservatively from Sunday, November 30, 2003, if the information about the issuer is current when (c) asks for it.
	// 9. It is open without (c), (e), (f) and (h) from Monday, November 29, 2004, or conservatively from Tuesday, November 30, 2004.
}

func ExampleScreen() {
	lot := purchase()
	for _, sale := range []calendar.Date{
		calendar.MustDate(2003, time.November, 28),
		calendar.MustDate(2003, time.November, 29),
		calendar.MustDate(2003, time.November, 30),
	} {
		verdict, err := restrict.Screen(lot, sale)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(sale, verdict.Answer, verdict.Conditions, verdict.Boundary)
	}
	// Output:
	// 2003-11-28 not available (c)(d)(e)(f)(h) false
	// 2003-11-29 available (c)(d)(e)(f)(h) true
	// 2003-11-30 available (c)(d)(e)(f)(h) false
}

// What is not stated is asked for by name.
func ExampleScreen_missing() {
	lot := purchase()
	lot.Affiliate, lot.Issuer.Current = "", ""
	_, err := restrict.Screen(lot, calendar.MustDate(2005, time.June, 1))
	fmt.Println(err)
	// Output:
	// affiliate: is required; issuer.current: is required
}

func ExampleMilestones() {
	milestones, err := restrict.Milestones(purchase())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range milestones {
		fmt.Println(m.Date, m.Conservative, m.Answer, m.Conditions)
	}
	// Output:
	// 2002-11-29 2002-11-29 not available (c)(d)(e)(f)(h)
	// 2003-11-29 2003-11-30 available (c)(d)(e)(f)(h)
	// 2004-11-29 2004-11-30 available (d)
	// 2008-02-15 2008-02-15 available (d)
}

func ExamplePeriodEnd() {
	end, err := restrict.PeriodEnd(calendar.MustDate(2009, time.November, 30), 6)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(end.Anniversary, end.Conservative)
	// Output:
	// 2010-05-30 2010-06-01
}
