package examples_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

func Example_money() {
	bought, err := offering.Shares(decimal.NewFromInt(268_000), decimal.RequireFromString("0.96"), exact.Nearest)
	fmt.Println(bought.Shares, bought.Cost, bought.Difference, err)
	// Output: 279167 268000.32 0.32 <nil>
}

func Example_closing() {
	closing, err := calendar.NextTradingDay().On(calendar.MustDate(2002, time.November, 27))
	fmt.Println(closing.Date, err)
	fmt.Println(closing.Why[1])
	// Output:
	// 2002-11-29 <nil>
	// 1 trading day (NYSE) after that day is Friday, November 29, 2002, not counting November 28, 2002 (Thanksgiving Day).
}

func Example_sale() {
	paid := calendar.MustDate(2002, time.November, 29)
	milestones, err := restrict.Milestones(restrict.Facts{
		Acquired: paid, Paid: paid, Stock: restrict.Restricted, Security: restrict.Equity, Affiliate: restrict.AffiliateNever,
		Issuer: restrict.Issuer{
			Reporting: restrict.ReportingSubject, ReportingSince: calendar.MustDate(2001, time.December, 31),
			Current: law.Yes, Forms8K: law.Yes, Shell: restrict.ShellNever,
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
	due, err := restrict.ThreeDayDelivery().Due(restrict.DeliveryFacts{
		Receipts: []restrict.Receipt{
			{Trigger: restrict.NoticeOfSale, At: at},
			{Trigger: restrict.OriginalCertificate, At: at},
		},
		Effective: law.Yes, Current: law.Yes,
	})
	fmt.Println(due.Answer, due.Due.Long(), err)
	// Output: owed Monday, November 17, 2003 <nil>
}

func Example_refusal() {
	_, err := restrict.ThreeDayDelivery().Due(restrict.DeliveryFacts{Sold: 500, Certificate: 400, Effective: "perhaps"})
	fmt.Println(err)
	// Output: effective: "perhaps" must be one of: yes, no, unknown; current: is required; certificate: 400 is smaller than the sale of 500 shares
}

func Example_release() {
	at := time.Date(2026, time.November, 24, 14, 0, 0, 0, calendar.NewYork())
	terms := escrow.Terms{
		ID: "placement", Signed: at.AddDate(0, 0, -1), Company: "issuer", Agent: "bank",
		Purchases:  []escrow.Purchase{{ID: "ann", Investor: "ann-capital", Shares: 5_000, DueCents: 50_000_00}},
		Conditions: escrow.UsualConditions(), Closing: calendar.NextTradingDay(),
	}
	deal, err := escrow.New(terms)
	decision := deal.Check(escrow.Event{ID: "r1", At: at, By: "bank", Body: escrow.Release{Purchases: []escrow.PurchaseID{"ann"}}})
	fmt.Println(decision.Outcome, err)
	fmt.Println(decision.Why[1])
	fmt.Println(decision.Cures[1])
	// Output:
	// refused <nil>
	// Condition funds is not satisfied for purchase ann: $0.00 of $50,000.00 received.
	// ann-capital: Pay $50,000.00 more in good funds.
}

// TestReadme holds the README to what runs: its program is that of the folder
// start, with its output, and its snippet the whole of the example above.
func TestReadme(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	readme := read("../README.md")
	_, program, _ := strings.Cut(read("start/main.go"), "\npackage main\n")
	if !strings.Contains(readme, "```go\npackage main\n"+program+"```\n") {
		t.Error("README.md does not show the program of examples/start")
	}
	_, output, _ := strings.Cut(read("start/main_test.go"), "// Output:\n")
	output = strings.ReplaceAll(strings.TrimSuffix(output, "}\n"), "\t// ", "")
	if !strings.Contains(readme, "```\n"+output+"```\n") {
		t.Errorf("README.md does not show its output:\n%s", output)
	}
	_, snippet, _ := strings.Cut(read("readme_test.go"), "func Example_release() {\n")
	snippet, _, _ = strings.Cut(snippet, "}\n\n// TestReadme")
	if !strings.Contains(readme, "```go\n"+strings.ReplaceAll("\n"+snippet, "\n\t", "\n")[1:]+"```\n") {
		t.Errorf("README.md lacks the snippet:\n%s", snippet)
	}
}
