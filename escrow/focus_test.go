package escrow

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// The common stock purchase agreement of November 25, 2002, for the tests: the
// library has no value of any one deal.

// FocusClosing is sections 6(a) and (b): the first NYSE trading day after the
// conditions are satisfied or waived, by 3:00 p.m. New York time.
func FocusClosing() calendar.ClosingRule {
	rule := calendar.NextTradingDay()
	rule.Count.Authority = law.Citation{Cite: "Agreement §6(a)", Title: "Closing Date"}
	rule.By.Clock = calendar.MustClock(15, 0)
	return rule
}

// section cites the agreement whose conditions are ready here.
func section(s string) law.Citation {
	return law.Citation{
		Cite:  "Agreement §" + s,
		Title: "Common Stock Purchase Agreement of November 25, 2002, Focus Enhancements, Inc., Exhibit 10.20",
	}
}

// FocusAuthorities returns the sections of the common stock purchase
// agreement of November 25, 2002 between Focus Enhancements, Inc. and its
// investors on which the rules of a deal rest.
func FocusAuthorities() Authorities {
	return Authorities{
		Several:     section("1(a)"),
		FundsBefore: section("5(b)(i)"),
		ClosingDate: section("6(a)"),
		ClosingTime: section("6(b)"),
		Release:     section("6(c)"),
		Waiver:      section("13(f)"),
		Amendment:   section("13(f)"),
	}
}

// FocusConditions returns the conditions of sections 7(a) to (d) and 8(a)
// to (g) of the same agreement, with 8(g) in its three limbs and its last
// sentence. The slice is the caller's to change.
//
// Four readings are built in. The conditions that speak "on such Closing Date"
// are tested on that day. 7(d) and 8(f) ask for the absence of a prohibition
// and are marked as not waivable, since a law binds whoever waives it. 8(g)(i)
// and (ii) are facts of the market, the same for all; 8(g)(iii) rests on each
// investor's judgment. 8(a) is tested for each purchase, because each investor
// has a counterpart of its own.
func FocusConditions() []Condition {
	return []Condition{
		{
			ID: "7(a)", Kind: Once, Favors: ForCompany, Waivable: true, Authority: section("7(a)"),
			Text: "the investor has signed and delivered the purchase and registration rights agreements",
		},
		{
			ID: "7(b)", Kind: Funds, Favors: ForCompany, Waivable: true, Authority: section("7(b)"),
			Text: "the investor has paid in full, in good funds, to the escrow agent",
		},
		{
			ID: "7(c)", Kind: AtClosing, Favors: ForCompany, Waivable: true, Authority: section("7(c)"),
			Text: "the investor's representations are accurate and its covenants performed on the Closing Date",
		},
		{
			ID: "7(d)", Kind: Absence, Favors: ForCompany, DealWide: true, Authority: section("7(d)"),
			Text:    "no law forbids or restricts the transactions or asks for an approval not obtained",
			GivenBy: "the authority concerned",
		},
		{
			ID: "8(a)", Kind: Once, Favors: ForInvestor, Waivable: true, Authority: section("8(a)"),
			Text: "the company has signed and delivered the transaction agreements",
		},
		{
			ID: "8(b)", Kind: Custody, Favors: ForInvestor, Waivable: true, Authority: section("8(b)"),
			Text: "the company has delivered the investor's certificates to the escrow agent",
		},
		{
			ID: "8(c)", Kind: AtClosing, Favors: ForInvestor, Waivable: true, Authority: section("8(c)"),
			Text: "the company's representations are accurate in all material respects and its covenants performed on the Closing Date",
		},
		{
			ID: "8(d)", Kind: AtClosing, Favors: ForInvestor, DealWide: true, Waivable: true, Authority: section("8(d)"),
			Text: "the registration rights agreement is in force and the company is not in default under it on the Closing Date",
		},
		{
			ID: "8(e)", Kind: AtClosing, Favors: ForInvestor, Waivable: true, Authority: section("8(e)"),
			Text:    "the investor has an opinion of the company's counsel dated the Closing Date",
			GivenBy: "counsel to the company",
		},
		{
			ID: "8(f)", Kind: Absence, Favors: ForInvestor, DealWide: true, Authority: section("8(f)"),
			Text:    "no law forbids or restricts the transactions or asks for an approval not obtained",
			GivenBy: "the authority concerned",
		},
		{
			ID: "8(g)(i)", Kind: Throughout, Favors: ForInvestor, DealWide: true, Waivable: true, Authority: section("8(g)(i)"),
			Text:    "since the signing, neither the SEC nor the market has suspended trading in the stock",
			GivenBy: "anyone who watched the market",
		},
		{
			ID: "8(g)(ii)", Kind: Throughout, Favors: ForInvestor, DealWide: true, Waivable: true, Authority: section("8(g)(ii)"),
			Text:    "since the signing, the market has set no minimum prices for the stock",
			GivenBy: "anyone who watched the market",
		},
		{
			ID: "8(g)(iii)", Kind: Throughout, Favors: ForInvestor, Waivable: true, Authority: section("8(g)(iii)"),
			Text:    "since the signing, no financial market has turned so that the purchase is impracticable or inadvisable",
			GivenBy: "the investor",
		},
		{
			ID: "8(g)-closing", Kind: AtClosing, Favors: ForInvestor, DealWide: true, Waivable: true, Authority: section("8(g)"),
			Text:    "on the Closing Date trading in the stock and on the market is neither suspended nor limited",
			GivenBy: "anyone who watched the market",
		},
	}
}
