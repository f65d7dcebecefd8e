package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

// One lot, from its life to its sale: may a director sell shares that came from a
// warrant, under which conditions, from when, how many, with which notice, and
// why.
func Example_sale() {
	sale := calendar.MustDate(2024, time.June, 14)
	granted := calendar.MustDate(2023, time.May, 15)
	start, err := restrict.HoldingStart([]restrict.Event{
		{Kind: restrict.EventWarrant, Date: granted, Paid: granted, Employee: law.No},
		{Kind: restrict.EventExercise, Date: calendar.MustDate(2024, time.March, 4), ValuePaid: law.No},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	lot, err := start.Facts(restrict.Facts{
		Stock: restrict.Restricted, Security: restrict.Equity, Affiliate: restrict.AffiliateNow,
		Issuer: restrict.Issuer{
			Reporting: restrict.ReportingSubject, ReportingSince: calendar.MustDate(2014, time.May, 1),
			Current: law.Yes, Shell: restrict.ShellNever,
		},
	}, sale)
	if err != nil {
		fmt.Println(err)
		return
	}
	may, err := restrict.Rule144(lot, sale)
	if err != nil {
		fmt.Println(err)
		return
	}
	much, err := restrict.VolumeLimit(restrict.Volume{
		Sale: sale, Proposed: 9_000, Security: lot.Security, Seller: lot.Seller(), Outstanding: 3_500_000, Market: restrict.MarketOver,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	notice, err := restrict.Form144(restrict.Form144Facts{
		Sale: sale, Security: lot.Security, Seller: lot.Seller(), Reports: law.Yes, Amount: 9_000, Price: decimal.New(425, -2),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(may.Answer, "under", may.Conditions, "from", may.Limited.Anniversary, "or conservatively", may.Limited.Conservative)
	fmt.Println(much.Answer, "the limit of", much.Cap)
	fmt.Println("notice:", notice.Action, notice.Ways, "due", notice.Due)
	for _, why := range []law.Code{"144.holding.met", "144.information.met", "144.affiliate.now"} {
		for _, reason := range may.Why {
			if reason.Code == why {
				fmt.Println(reason.Text, reason.Authority.Cite)
			}
		}
	}
	// Output:
	// available under (c)(d)(e)(f)(h) from 2023-11-15 or conservatively 2023-11-16
	// within the limit of 35000
	// notice: file [edgar] due 2024-06-14
	// Held since Monday, May 15, 2023, the stock completed the six months asked for on Wednesday, November 15, 2023. 17 CFR 230.144(d)(1)(i)
	// Current public information is asked for, and the issuer has filed its reports. 17 CFR 230.144(c)(1)
	// The seller is an affiliate of the issuer on the day of the sale. 17 CFR 230.144(b)(2)
}
