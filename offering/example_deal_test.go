package offering_test

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/offerkit/offerkit/offering"
	"github.com/shopspring/decimal"
)

func ExampleTender_Prorate() {
	p, err := offering.Tender{
		Sought: 1_000, OddLots: offering.OddLot, Authority: law.Citation{Cite: "Offer to Purchase §1"},
	}.Prorate([]offering.Tendered{
		{Holder: "A", Shares: 99, Owned: 99},
		{Holder: "B", Shares: 600, Owned: 1_000},
		{Holder: "C", Shares: 751, Owned: 751},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range p.Rows {
		fmt.Println(row.Holder, row.Accepted, "bought,", row.Returned, "returned:", row.Treatment)
	}
	fmt.Println(p.Why)
	// Output:
	// A 99 bought, 0 returned: odd lot
	// B 400 bought, 200 returned: prorated
	// C 501 bought, 250 returned: prorated
	// 1. 1,450 shares are tendered where 1,000 are sought. [Offer to Purchase §1]
	// 2. 1 holder of fewer than 100 shares tendered all: their 99 shares are bought first. [17 CFR 240.13e-4(f)(3)(i)]
	// 3. 901 of 1,351 shares tendered by 2 holders are bought pro rata (66.691339…%), in whole shares by largest remainder. [17 CFR 240.13e-4(f)(3)]
	// 4. 1,000 shares are bought and 450 returned. [Offer to Purchase §1]
}

func ExampleRightsOffering_Allocate() {
	s, err := offering.RightsOffering{New: 1, Old: 4, Over: offering.ByHeld}.Allocate([]offering.Subscriber{
		{Holder: "A", Held: 103, Requested: 45},
		{Holder: "B", Held: 200, Requested: 20},
		{Holder: "C", Held: 96, Requested: 124},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range s.Rows {
		fmt.Println(row.Holder, row.Basic, "+", row.Over, "unfilled", row.Unfilled)
	}
	fmt.Println(s.Why)
	// Output:
	// A 25 + 16 unfilled 4
	// B 20 + 0 unfilled 0
	// C 24 + 14 unfilled 86
	// 1. Each basic privilege is rounded down, because the terms do not say.
	// 2. 99 shares are offered, the sum of the basic privileges, because the terms do not say.
	// 3. Basic subscriptions take 69 shares.
	// 4. Over-subscriptions are filled in proportion to the shares held, as the terms say.
	// 5. Over-subscriptions ask for 120 shares of the 30 left and get 30, each up to its request, at one level and by largest remainder.
	// 6. 99 shares are subscribed and 0 stay unsubscribed; requests for 90 are not filled.
}

func ExamplePreemptiveRight_Allocate() {
	p, err := offering.PreemptiveRight{
		Round: 1_000_000, Part: exact.Fraction{Num: 35, Den: 100}, OverAllotment: true,
	}.Allocate([]offering.Participant{
		{Holder: "A", Holding: 500, Reply: offering.Accepts, Wants: 235_000},
		{Holder: "B", Holding: 300},
		{Holder: "C", Holding: 200, Reply: offering.Accepts, Wants: 75_000},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Taken, "taken,", p.Released, "for others")
	fmt.Println(p.Why)
	// Output:
	// 310000 taken, 690000 for others
	// 1. 35% of the round of 1,000,000 is 350,000, shared in proportion to holdings of 1,000, because the terms do not say.
	// 2. 1 holder did not answer, which declines.
	// 3. The holders take 245,000 of their rights to 350,000.
	// 4. 105,000 declined is offered to the holders who took all of their right, in proportion to their holdings; they take 65,000 of it.
	// 5. 690,000 of the round of 1,000,000 may be placed with others.
}

func ExampleUnderwriting_Substitute() {
	s, err := offering.Underwriting{}.Substitute([]offering.Underwriter{
		{Name: "A", Shares: 600}, {Name: "B", Shares: 300}, {Name: "C", Shares: 100, Defaulted: 100},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Outcome, s.Rows[0].Shares, s.Rows[1].Shares)
	fmt.Println(s.Why)
	// Output:
	// taken up 667 333
	// 1. Up to 10% of the 1,000 shares, that is 100, are to be taken up by the underwriters who buy, because the terms do not say.
	// 2. 100 shares are defaulted on (10%), no more than that: the others take them up in proportion to their commitments, by largest remainder.
}

func ExampleLottery_Draw() {
	d, err := offering.Lottery{
		Seed: "offering 2026-11-22", Commitment: offering.Commitment("offering 2026-11-22"),
	}.Draw(2, []offering.Entrant{{ID: "Alpha"}, {ID: "Beta"}, {ID: "Gamma"}, {ID: "Delta"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range d.Rows {
		fmt.Println(row.Units, row.ID, row.Digest[:8])
	}
	replayed, err := d.Replay()
	fmt.Println(replayed.Same, err)
	// Output:
	// 1 Delta 405809ff
	// 1 Beta 4ba9f64b
	// 0 Gamma a1dd28f0
	// 0 Alpha efa177c3
	// true <nil>
}

func ExampleLottery_DrawUnits() {
	d, err := offering.Lottery{Seed: "offering 2026-11-22"}.DrawUnits(10, []offering.Entrant{
		{ID: "Alpha", Weight: 500}, {ID: "Beta", Weight: 300}, {ID: "Gamma", Weight: 155},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range d.Rows {
		fmt.Println(row.Units, row.ID)
	}
	fmt.Println(d.Why)
	// Output:
	// 3 Beta
	// 2 Gamma
	// 5 Alpha
	// 1. No commitment to the seed is stated, so the lot itself does not show that the seed was fixed before the 3 entrants were known.
	// 2. 10 units over weights of 955 in all: the seed gives the number 427, and entrants in the order of their digests get their entitlements rounded down or up.
}

func ExampleSplit_Apply() {
	r, err := offering.Split{
		New: 1, Old: 10, Level: offering.PerHolder,
		Fractions: offering.FractionsCash, Price: decimal.RequireFromString("2.75"),
	}.Apply([]offering.SplitPosition{
		{Holder: "X", Shares: 15}, {Holder: "X", Shares: 18}, {Holder: "Y", Shares: 7},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range r.Rows {
		fmt.Println(row.Name, row.Entitlement, "is", row.Shares, "and", row.Cash)
	}
	fmt.Println(r.Why)
	// Output:
	// X 3 3/10 is 3 and 0.83
	// Y 7/10 is 0 and 1.93
	// 1. 1 for 10: 40 shares become 4 shares, computed per holder on 2 rows.
	// 2. 2 rows with a fraction of a share, 1 share in all, are paid at 2.75 a share: 2.76.
	// 3. Each payment is rounded to the nearest (halves up) to the cent, because the terms do not say.
	// 4. 3 shares are held after the split.
}

func ExampleAdjustable_Adjust() {
	a, err := offering.Adjustable{Price: decimal.RequireFromString("1.00"), Shares: 100}.Adjust([]offering.Adjustment{
		{Kind: offering.ShareSplit, New: 3, Old: 2},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Price, a.Shares, "keep", a.PriceFactor, "and", a.ShareFactor)
	fmt.Println(a.Why)
	// Output:
	// 0.66 150 keep 2/3 and 3/2
	// 1. A split of 3 for 2 multiplies the price by 2/3 and the shares by 3/2.
	// 2. The price is rounded once, on use, to the cent, because the terms do not say.
	// 3. It is rounded to the nearest (halves up), because the terms do not say.
	// 4. Rounding up would make all shares together dearer than they were: the price is rounded down.
	// 5. From the original price of 1 and the running factor of 2/3 the price is 0.66 a share.
	// 6. From the original 100 shares and the running factor of 3/2 there are 150, rounded down; together they cost 99, not more than the original 100.
}

func ExampleFactor_Price() {
	price, err := offering.Factor("2/3").Price(decimal.RequireFromString("1.00"), 7, exact.Nearest)
	fmt.Println(price, err)
	// Output:
	// 0.6666667 <nil>
}

func ExampleBlocker_Exercise() {
	limit, err := exact.ParseFraction("4.99%")
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := offering.Blocker{Limit: limit, Authority: law.Citation{Cite: "Warrant §2(e)"}}.Exercise(offering.Ownership{
		Outstanding: 10_000_000, Held: 150_000, Requested: 150_000,
		Attribution: []offering.AttributionParty{{Party: "Fund II", Held: 250_000}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(x.Allowed, "allowed,", x.Void, "void")
	fmt.Println(x.Why)
	// Output:
	// 104199 allowed, 45801 void
	// 1. 400,000 shares of 10,000,000 outstanding count as the holder's (4%), 250,000 of them through its attribution parties. [Warrant §2(e)]
	// 2. At most 4.99% may be owned of the shares outstanding immediately after the exercise: there is room for 104,199, and not for one more. [Warrant §2(e)]
	// 3. Of 150,000 shares requested 104,199 may be issued; the exercise is void for the other 45,801. The holder then has 504,199 of 10,104,199 (4.989994…%). [Warrant §2(e)]
}

func ExampleBlocker_On() {
	b := offering.Blocker{Limit: exact.Fraction{Num: 499, Den: 10_000}}
	l, err := b.On(calendar.MustDate(2024, time.March, 10), exact.Fraction{}, []offering.LimitNotice{
		{Delivered: calendar.MustDate(2024, time.January, 10), Limit: exact.Fraction{Num: 999, Den: 10_000}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(l.Limit, "until", l.Next, "then", l.NextLimit)
	// Output:
	// 4.99% until 2024-03-11 then 9.99%
}

func ExampleExchangeCap_Follow() {
	l, err := offering.ExchangeCap{Outstanding: 1_000_000}.Follow(
		[]offering.CapHolder{{Holder: "A", Securities: 3}, {Holder: "B", Securities: 2}, {Holder: "C", Securities: 1}},
		[]offering.CapEvent{{Kind: offering.CapIssue, Holder: "A", Shares: 100_000}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(l.Decisions[0].Allowed, "allowed,", l.Decisions[0].Refused, "refused")
	fmt.Println(l.Why)
	// Output:
	// 99950 allowed, 50 refused
	// 1. 19.99% of the 1,000,000 shares outstanding before the deal is 199,900, rounded down, because the terms do not say.
	// 2. It is allocated among 3 holders in proportion to their securities, each part rounded down; nobody's part now has 1 share.
	// 3. 99,950 shares have been issued, and 50 asked for beyond the holders' parts were refused.
}

func ExampleIssuance_Approval() {
	a, err := offering.Issuance{
		Signed: calendar.MustDate(2023, time.March, 1), Outstanding: 10_000_000, Issuable: 2_000_000, OneVoteAShare: true,
		Price:     decimal.RequireFromString("1.74"),
		LastClose: decimal.RequireFromString("1.80"),
	}.Approval()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Required)
	fmt.Println(a.Why)
	// Output:
	// unknown
	// 1. 2,000,000 shares may be issued on 10,000,000 outstanding (20%), that is, at least 20%. [Nasdaq Listing Rule 5635(d)]
	// 2. 2,000,000 votes may be issued on 10,000,000 outstanding (20%), that is, at least 20%. [Nasdaq Listing Rule 5635(d)]
	// 3. 2,000,000 is the smallest number of shares that is 20% of those outstanding. [Nasdaq Listing Rule 5635(d)]
	// 4. Not stated: the average of the five closes before the signing. [Nasdaq Listing Rule 5635(d)]
	// 5. Whether a vote is required turns on facts that are not stated. [Nasdaq Listing Rule 5635(d)]
}

func ExampleBabyShelf_Capacity() {
	c, err := offering.BabyShelf{
		Sale: calendar.MustDate(2024, time.March, 15), Float: 10_000_000,
		Prices: []offering.DayPrice{{Date: calendar.MustDate(2024, time.January, 15), Price: decimal.RequireFromString("5.00")}},
		Sales:  []offering.ShelfSale{{Date: calendar.MustDate(2023, time.March, 15), Amount: decimal.RequireFromString("1500000")}},
		// An at-the-market program of which so much has not been sold.
		Concurrent: law.Yes, StillOffered: decimal.RequireFromString("10000000"),
	}.Capacity()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Available)
	fmt.Println(c.Why)
	// Output:
	// 5166666.66
	// 1. The highest price of the 60 days before Friday, March 15, 2024 is 5, of Monday, January 15, 2024; the float of 10,000,000 shares is worth 50,000,000 at it. [Form S-3, Instruction 1 to General Instruction I.B.6]
	// 2. One third of that, 16,666,666.66, may be sold in twelve calendar months. [Form S-3, General Instruction I.B.6(a)]
	// 3. 1,500,000 were sold from Wednesday, March 15, 2023 through the day of the sale, both included. [Form S-3, General Instruction I.B.6(a)]
	// 4. 10,000,000 is still on offer in other continuous offerings under the instruction and counts too. [Securities Act Forms C&DI 116.22, 116.23 (not verified: not read, as law firms report it; that it also counts against a takedown which is not continuous is a reading)]
	// 5. 5,166,666.66 may be sold under it. [Form S-3, General Instruction I.B.6(a)]
	// 6. That the class is listed, that the company is and was no shell, and that the sales and the amounts still on offer are stated in full, is not examined here. [Form S-3, General Instruction I.B.6(a)]
}

func ExampleResolution_Count() {
	tally, err := offering.Resolution{Carry: offering.AnyOf, Thresholds: []offering.Threshold{
		{Majority: offering.Majority{Part: exact.Fraction{Num: 67, Den: 100}, Inclusive: true}, Of: offering.OfPresent, Quorum: offering.SimpleMajority()},
		{Majority: offering.SimpleMajority()},
	}}.Count([]offering.Voter{
		{Holder: "A", Votes: 342, Consents: true},
		{Holder: "B", Votes: 168, Present: true},
		{Holder: "C", Votes: 490},
		{Holder: "the company", Votes: 200, Excluded: true},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(tally.Carried)
	fmt.Println(tally.Why)
	// Output:
	// true
	// 1. 200 votes are excluded, from the votes and from what they are counted against.
	// 2. In all 510 of 1,000 votes are present (51%); a quorum is more than 50%, that is 501 or more: there is one.
	// 3. In all 342 of 510 votes present consent (67.058823…%); it takes at least 67%, that is 342 or more: they are enough.
	// 4. In all 342 of 1,000 votes outstanding consent (34.20%); it takes more than 50%, that is 501 or more: they are 159 short.
	// 5. One of 2 thresholds has to be reached: the resolution carries.
}
