package main

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/offerkit/offerkit/restrict"
)

// legend is the life of the legend on one certificate: on the day of a sale
// before and after a registration statement is effective, and what a partial
// sale makes of the certificate.
type legend struct {
	Before restrict.LegendFinding    `json:"before"`
	After  restrict.LegendFinding    `json:"after"`
	Split  restrict.CertificateSplit `json:"split"`
}

// unlegend supposes that the registration statement is effective on January
// 31, 2003, that no opinion of counsel was given, and that 100,000 shares of
// the first investor are then sold. The agreement leaves those days open.
func (r *report) unlegend(closing calendar.Date) (err error) {
	none := restrict.LegendPaper{Occurrence: restrict.Occurrence{Happened: law.No}}
	effective := calendar.MustDate(2003, time.January, 31)
	facts := restrict.LegendFacts{
		Registration: restrict.LegendRegistration{
			Occurrence: restrict.Occurrence{Happened: law.Yes, On: effective}, Current: law.Yes,
		},
		Opinion: none, Evidence: none,
	}
	agreed := agreedLegend()
	if r.Legend.Before, err = agreed.Removable(effective.AddDays(-1), facts); err != nil {
		return err
	}
	if r.Legend.After, err = agreed.Removable(effective, facts); err != nil {
		return err
	}
	r.Legend.Split, err = restrict.SplitCertificate(partialSale(r.Book.Rows[0], closing))
	return err
}

// partialSale is the sale of 100,000 of an investor's shares.
func partialSale(row offering.Row, closing calendar.Date) restrict.PartialSale {
	return restrict.PartialSale{
		Certificate: restrict.Certificate{
			ID: "issue-1", Date: closing, SecurityID: "security-1", CustomID: "CS-101", StakeholderID: row.Investor,
			StockClassID: "common", SharePrice: termSheet().Price, Currency: "USD", Quantity: row.Shares,
			StockLegendIDs: []string{"securities act"},
		},
		Sold: 100_000, Date: calendar.MustDate(2003, time.March, 6), ID: "sale-1",
		Unlegended: restrict.NewCertificate{ID: "issue-2", SecurityID: "security-2", CustomID: "CS-201"},
		Balance:    restrict.NewCertificate{ID: "issue-3", SecurityID: "security-3", CustomID: "CS-202"},
		Authority:  section("1(b)(ii)"),
	}
}

func (p page) legends(r report) {
	p.title("The legend, if a registration statement is effective on January 31, 2003 (§1(a) and (b))")
	p.line("The day before it %s:", r.Legend.Before.Answer)
	p.why("  ", r.Legend.Before.Why)
	p.line("On that day it is %s:", r.Legend.After.Answer)
	p.why("  ", r.Legend.After.Why)
	p.line("100,000 shares of the first investor are sold:")
	p.why("  ", r.Legend.Split.Why)
}
