package examples_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

func Example_money() {
	bought, err := offering.Shares(decimal.NewFromInt(268_000), decimal.RequireFromString("0.96"), offering.Nearest)
	fmt.Println(bought.Shares, bought.Cost, bought.Difference, err)
	// Output: 279167 268000.32 0.32 <nil>
}

func Example_closing() {
	closing, err := calendar.FocusClosing().On(calendar.MustDate(2002, time.November, 27))
	fmt.Println(closing.Date, err)
	fmt.Println(closing.Why[1])
	// Output:
	// 2002-11-29 <nil>
	// 1 trading day (NYSE) after is Friday, November 29, 2002, passing over 2002-11-28 (Thanksgiving Day). [Agreement §6(a)]
}

func Example_sale() {
	paid := calendar.MustDate(2002, time.November, 29)
	milestones, err := restrict.Milestones(restrict.Facts{
		Acquired: paid, Paid: paid, Stock: restrict.Restricted, Security: restrict.Equity, Affiliate: restrict.AffiliateNever,
		Issuer: restrict.Issuer{
			Reporting: restrict.ReportingSubject, ReportingSince: calendar.MustDate(2001, time.December, 31),
			Current: restrict.Yes, Shell: restrict.ShellNever,
		},
	})
	for _, m := range milestones {
		fmt.Println(m.Date, m.Answer, m.Conditions, err)
	}
	// Output:
	// 2002-11-29 not available (c)(d)(e)(f)(h) <nil>
	// 2003-11-29 available (c)(d)(e)(f)(h) <nil>
	// 2004-11-29 available (d) <nil>
	// 2008-02-15 available (d) <nil>
}

func Example_delivery() {
	at := calendar.MustDate(2003, time.November, 11).At(calendar.MustClock(10, 0), calendar.NewYork())
	due, err := restrict.FocusDelivery().Due(restrict.DeliveryFacts{
		Receipts: []restrict.Receipt{
			{Trigger: restrict.NoticeOfSale, At: at},
			{Trigger: restrict.OriginalCertificate, At: at},
			{Trigger: restrict.BlueSkyInformation, Needed: restrict.No},
		},
		Effective: restrict.Yes, Current: restrict.Yes,
	})
	fmt.Println(due.Answer, due.Due.Long(), err)
	// Output: owed Monday, November 17, 2003 <nil>
}

func Example_refusal() {
	_, err := restrict.FocusDelivery().Due(restrict.DeliveryFacts{Sold: 500, Certificate: 400, Effective: "perhaps"})
	fmt.Println(err)
	// Output: receipts[blue-sky information].needed: is required; effective: "perhaps" is not one of: yes, no, unknown; current: is required; certificate: 400 is smaller than the sale of 500 shares
}

// TestReadmeSnippets holds the README to the examples above: each of their
// bodies stands in it, line by line.
func TestReadmeSnippets(t *testing.T) {
	source, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	snippets := 0
	for _, part := range strings.Split(string(source), "\nfunc Example_")[1:] {
		name, rest, _ := strings.Cut(part, "() {\n")
		body, _, _ := strings.Cut(rest, "\n}\n")
		body = strings.ReplaceAll("\n"+body, "\n\t", "\n")
		if !strings.Contains(string(readme), "```go"+body+"\n```") {
			t.Errorf("README.md lacks the snippet %s:%s", name, body)
		}
		snippets++
	}
	if snippets != 5 {
		t.Errorf("%d snippets", snippets)
	}
}
