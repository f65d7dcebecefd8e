package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

// The usual clause waits for one year, although the rule opens at six months.
func ExampleLegend_Removable() {
	lot := purchase()
	lot.Acquired, lot.Paid = calendar.MustDate(2024, time.January, 16), calendar.MustDate(2024, time.January, 16)
	legend := restrict.UsualLegend()
	legend.Authority = law.Citation{Cite: "Purchase Agreement §4.1(c)"}
	facts := restrict.LegendFacts{
		Registration: restrict.LegendRegistration{Occurrence: restrict.Occurrence{Happened: law.No}},
		Sale:         restrict.LegendSale{Occurrence: restrict.Occurrence{Happened: law.No}},
		Rule144:      lot,
	}
	found, err := legend.Removable(calendar.MustDate(2024, time.August, 1), facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Answer, "until", found.From.Anniversary)
	for _, limb := range found.Limbs {
		fmt.Println("-", limb.Kind, limb.Met, limb.Why[0].Text)
	}
	// Output:
	// stands until 2025-01-16
	// - effective registration no No registration statement for the shares has been declared effective.
	// - rule 144 sale no The shares have not been sold.
	// - rule 144 no A sale under Rule 144 is bound by (c), which the clause rules out; met from Thursday, January 16, 2025, or conservatively on Friday, January 17, 2025.
}

func ExampleLegend_Compare() {
	printed := "THESE SHARES HAVE NOT BEEN REGISTERED UNDER THE SECURITIES ACT OF 1933 OR UNDER THE SECURITIES LAWS OF ANY STATE. " +
		"THEY MAY BE TRANSFERRED ONLY UNDER AN EFFECTIVE REGISTRATION STATEMENT."
	compared := restrict.UsualLegend().Compare(printed)
	fmt.Println("substantially the same:", compared.Same)
	for _, difference := range compared.Differences {
		fmt.Println(difference)
	}
	// Output:
	// substantially the same: false
	// after word 1, "securities" is printed as "SHARES"
	// after word 30, "or an exemption from registration" is missing
}

func ExampleSplitCertificate() {
	split, err := restrict.SplitCertificate(restrict.PartialSale{
		Certificate: restrict.Certificate{
			ID: "tx-1", Date: calendar.MustDate(2002, time.November, 29), SecurityID: "sec-1", CustomID: "CS-101",
			StakeholderID: "investor-1", StockClassID: "common", SharePrice: decimal.New(96, -2), Currency: "USD",
			Quantity: 279_167, StockLegendIDs: []string{"1933-act"},
		},
		Sold: 100_000, Date: calendar.MustDate(2003, time.March, 6), ID: "tx-2",
		Unlegended: restrict.NewCertificate{ID: "tx-3", SecurityID: "sec-2", CustomID: "CS-201"},
		Balance:    restrict.NewCertificate{ID: "tx-4", SecurityID: "sec-3", CustomID: "CS-202"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(split.Why)
	fmt.Println(split.Record.SecurityID, "becomes", split.Record.ResultingSecurityIDs)
	// Output:
	// 1. Certificate CS-101 for 279,167 shares is canceled on Thursday, March 6, 2003.
	// 2. Certificate CS-201 for 100,000 shares is issued without a legend.
	// 3. Certificate CS-202 for the balance of 179,167 shares is issued with the legends of the old one (1).
	// sec-1 becomes [sec-2 sec-3]
}

func ExampleCheckTransfer() {
	legend := restrict.UsualLegend()
	legend.Limbs = []restrict.Limb{{Kind: restrict.LimbRegistration, Current: true}}
	found, err := restrict.CheckTransfer(restrict.Transfer{
		Date:   calendar.MustDate(2003, time.January, 15),
		Seller: restrict.TransferSeller{ID: "investor-1", Held: 279_167, Frozen: law.No},
		Buyer:  restrict.TransferBuyer{ID: "buyer-1", Frozen: law.No, Accredited: law.Unknown},
		Shares: 300_000, Route: restrict.RouteRegistration, Legends: []restrict.Legend{legend},
		Facts: restrict.LegendFacts{
			Registration: restrict.LegendRegistration{
				Occurrence: restrict.Occurrence{Happened: law.Yes, On: calendar.MustDate(2003, time.January, 31)}, Current: law.Yes,
			},
		},
		Halted: law.No, CourtHold: law.No, Limits: restrict.TransferLimits{Accredited: true},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Answer, found.Number, restrict.TransferMessage(found.Number))
	for _, r := range found.Restrictions {
		fmt.Println(r.Number, r.Party, r.Open, r.From, r.Text)
	}
	// Output:
	// restricted 134 The seller holds fewer shares.
	// 134 seller false no date The seller holds 279,167 shares and not 300,000.
	// 140 transfer agent false 2003-01-31 The transfer agent is to stop transfers as long as the legend stands (securities act).
	// 148 seller false 2003-01-31 A legend stands on the shares (securities act).
	// 150 buyer true no date Whether the buyer is an accredited investor is unknown.
	// 154 issuer false no date No effective and current registration statement covers the sale.
}
