package restrict_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/restrict"
	"github.com/shopspring/decimal"
)

// A director sells listed stock, of which she and her husband sold some before.
func ExampleVolumeLimit() {
	sale := calendar.MustDate(2024, time.June, 14)
	week := func(month time.Month, day int, amount int64) restrict.WeekVolume {
		return restrict.WeekVolume{Week: calendar.MustDate(2024, month, day), Amount: amount}
	}
	limit, err := restrict.VolumeLimit(restrict.Volume{
		Sale: sale, Proposed: 20_000, Security: restrict.Equity,
		Seller:      restrict.Seller{Affiliate: restrict.AffiliateNow, Stock: restrict.Unrestricted},
		Outstanding: 3_500_000, Market: restrict.MarketNational, Notice: sale,
		Weeks: []restrict.WeekVolume{
			week(time.May, 13, 30_900), week(time.May, 20, 37_500), week(time.May, 27, 42_600), week(time.June, 3, 33_000),
		},
		Sales: []restrict.Trade{
			{Date: calendar.MustDate(2024, time.March, 14), Amount: 12_000},
			{Date: calendar.MustDate(2024, time.May, 1), Amount: 15_000, Person: "husband"},
			{Date: calendar.MustDate(2024, time.May, 2), Amount: 50_000, Kind: restrict.SoldRegistered},
		},
		Name:      "director",
		Relations: []restrict.Relation{{Kind: restrict.Relative, From: "director", To: "husband", SameHome: law.Yes}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(limit.Answer, "- limit", limit.Cap, "sold", limit.Counted, "left", limit.Remaining, "- fits from", limit.FirstFit)
	for _, trade := range limit.Window {
		fmt.Println(trade.Date, trade.Amount, trade.Counts, "until", trade.Leaves)
	}
	fmt.Println(limit.Why)
	// Output:
	// exceeds - limit 36000 sold 27000 left 9000 - fits from 2024-06-15
	// 2024-03-14 12000 counts until 2024-06-15
	// 2024-05-01 15000 counts until 2024-08-02
	// 2024-05-02 50000 does not count until no date
	// 1. Paragraph (e) binds the sale: the seller is an affiliate of the issuer. [17 CFR 230.144(b)]
	// 2. One percent of the 3,500,000 shares last published as outstanding is 35,000. [17 CFR 230.144(e)(1)(i)]
	// 3. The 4 calendar weeks before the week of Friday, June 14, 2024 run from Sunday, May 12, 2024 to Saturday, June 8, 2024. [17 CFR 230.144(e)(1)(ii)]
	// 4. The average of the volumes reported for these weeks is 36,000 shares. [17 CFR 230.144(e)(1)(ii)]
	// 5. The limit is the greatest of these, rounded down once: 36,000 shares (average weekly volume). [17 CFR 230.144(e)(1)]
	// 6. Sales from Thursday, March 14, 2024, which is counted as within the three months, come to 27,000 shares. [17 CFR 230.144(e)(1)]
	// 7. Sales that were registered, under Regulation A, or private are left out. [17 CFR 230.144(e)(3)(vii)]
	// 8. With 20,000 shares more, the sale does not keep to the limit; 9,000 shares may be sold. [17 CFR 230.144(e)(1)]
	// 9. The same proposal fits from Saturday, June 15, 2024, if nothing else is sold and all else stays. [17 CFR 230.144(e)(1)]
}

func ExampleWeeks() {
	weeks, err := restrict.Weeks(calendar.MustDate(2001, time.September, 25))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range weeks.Weeks {
		fmt.Println(w.First, "to", w.Last)
	}
	fmt.Println(weeks.Why)
	// Output:
	// 2001-09-16 to 2001-09-22
	// 2001-09-02 to 2001-09-08
	// 2001-08-26 to 2001-09-01
	// 2001-08-19 to 2001-08-25
	// 1. The 4 calendar weeks before the week of Tuesday, September 25, 2001 run from Sunday, August 19, 2001 to Saturday, September 22, 2001. [17 CFR 230.144(e)(1)(ii)]
	// 2. The week of September 10, 2001 is skipped, and the next earlier one taken. [66 FR 49273]
}

func ExampleAggregate() {
	circle, err := restrict.Aggregate(restrict.Aggregation{
		Seller: "Ann", Sale: calendar.MustDate(2024, time.June, 14), Seasoned: law.Yes,
		Relations: []restrict.Relation{
			{Kind: restrict.Relative, From: "Ann", To: "Ben", SameHome: law.Yes},
			{Kind: restrict.Owner, From: "Ann", To: "AB Corp.", Percent: decimal.New(4, 0)},
			{Kind: restrict.Owner, From: "Ben", To: "AB Corp.", Percent: decimal.New(6, 0)},
			{Kind: restrict.Gift, From: "Ann", To: "Cleo", Since: calendar.MustDate(2023, time.November, 14)},
			{Kind: restrict.Relative, From: "Ann", To: "Dan", SameHome: law.Unknown},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range circle.Members {
		fmt.Printf("%s: %s. %s\n", m.Name, m.Counts, m.Why)
	}
	// Output:
	// Ben: counts. Ben counts with the seller: a relative in one home with Ann, directly or through other relatives there. [17 CFR 230.144(a)(2)(i)]
	// AB Corp.: counts. AB Corp. counts with the seller: ten percent or more of it is owned in the household. [17 CFR 230.144(a)(2)(iii)]
	// Dan: unknown. Dan may count with the seller, which needs to be known: a relative in one home with Ann, directly or through other relatives there. [17 CFR 230.144(a)(2)(i)]
	// Cleo: does not count. The gift between Ann and Cleo of Tuesday, November 14, 2023 is past the months in which it counts. [17 CFR 230.144(e)(3)(ii)-(iv)]
}

func ExampleMannerOfSale() {
	finding, err := restrict.MannerOfSale(restrict.Manner{
		Sale: calendar.MustDate(2024, time.June, 14), Security: restrict.Equity,
		Seller:  restrict.Seller{Affiliate: restrict.AffiliateNow, Stock: restrict.Restricted},
		Channel: restrict.ChannelMaker, Solicited: law.No, Paid: law.Unknown,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(finding.Met)
	fmt.Println(finding.Why)
	// Output:
	// unknown
	// 1. Paragraph (f) binds the sale: the seller is an affiliate of the issuer. [17 CFR 230.144(b)]
	// 2. The sale is made directly to a market maker. [17 CFR 230.144(f)(1)(ii)]
	// 3. It is not the case that the seller solicits orders to buy. [17 CFR 230.144(f)(2)(i)]
	// 4. The answer needs to know whether the seller pays somebody besides the broker or dealer who executes the order. [17 CFR 230.144(f)(2)(ii)]
}

func ExampleBrokersTransaction() {
	sale := calendar.MustDate(2024, time.June, 14)
	finding, err := restrict.BrokersTransaction(restrict.Brokerage{
		Sale: sale, AgentOnly: law.Yes, UsualCommission: law.Yes, Solicited: law.No, Inquired: law.Yes,
		Inquiries: []restrict.Inquiry{{Date: sale, Party: restrict.PartyBroker, Interest: calendar.MustDate(2024, time.April, 14)}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(finding.Met)
	fmt.Println(finding.Why[3])
	// Output:
	// no
	// A broker asked on Friday, June 14, 2024 showed no interest since Monday, April 15, 2024, within the 60 days before. [17 CFR 230.144(g)(3)(i)]
}

func ExampleForm144() {
	finding, err := restrict.Form144(restrict.Form144Facts{
		Sale: calendar.MustDate(2024, time.June, 14), Security: restrict.Equity,
		Seller:  restrict.Seller{Affiliate: restrict.AffiliateNow, Stock: restrict.Unrestricted},
		Reports: law.Yes, Amount: 3_000, Price: decimal.New(1250, -2),
		Trades: []restrict.Trade{
			{Date: calendar.MustDate(2024, time.May, 1), Amount: 2_001, Proceeds: decimal.New(1000500, -2)},
		},
		Submitted: calendar.MustDate(2024, time.June, 14).At(calendar.MustClock(21, 30), calendar.NewYork()),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(finding.Required, finding.Action, finding.Ways, "on", finding.FiledOn)
	fmt.Println(finding.Why)
	// Output:
	// yes file [edgar] on 2024-06-14
	// 1. Paragraph (h) binds the sale: the seller is an affiliate of the issuer. [17 CFR 230.144(b)]
	// 2. A notice is required: 5,001 units for $47,505.00 in the three months from Thursday, March 14, 2024 to Friday, June 14, 2024 are more than 5,000 units or $50,000. [17 CFR 230.144(h)(1)]
	// 3. A form is transmitted on Friday, June 14, 2024, concurrently with placing the order with a broker or executing it with a market maker. [17 CFR 230.144(h)(3)]
	// 4. The form may be filed by: edgar. [17 CFR 230.144(h)(2)]
	// 5. 9:30 p.m. on Friday, June 14, 2024 (New York time) is not after the 10:00 p.m. cutoff and counts as Friday, June 14, 2024. [17 CFR 232.13(a)(4)]
	// 6. Form 144 filed on EDGAR: counted from Friday, June 14, 2024, which is day 0. [17 CFR 232.13(a)(4)]
	// 7. The day itself counts: Friday, June 14, 2024. [17 CFR 232.13(a)(4)]
	// 8. The form was transmitted on the day of the order. [17 CFR 230.144(h)(3)]
}
