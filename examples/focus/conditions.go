package main

import (
	"github.com/offerkit/offerkit/escrow"
	"github.com/offerkit/offerkit/law"
)

// filed cites the agreement as it was filed.
func filed(section string) law.Citation {
	return cite(section, fullTitle+", Focus Enhancements, Inc., Exhibit 10.20")
}

// authorities are the sections on which the rules of the escrow rest.
func authorities() escrow.Authorities {
	return escrow.Authorities{
		Several:     filed("1(a)"),
		FundsBefore: filed("5(b)(i)"),
		ClosingDate: filed("6(a)"),
		ClosingTime: filed("6(b)"),
		Release:     filed("6(c)"),
		Waiver:      filed("13(f)"),
		Amendment:   filed("13(f)"),
	}
}

// conditions are those of §7(a) to (d) and §8(a) to (g), with 8(g) in its three
// limbs and its last sentence.
//
// Four readings are built in. The conditions that speak "on such Closing Date"
// are tested on that day. 7(d) and 8(f) ask for the absence of a prohibition
// and are marked as not waivable, since a law binds whoever waives it. 8(g)(i)
// and (ii) are facts of the market, the same for all; 8(g)(iii) rests on each
// investor's judgment. 8(a) is tested for each purchase, because each investor
// has a counterpart of its own.
func conditions() []escrow.Condition {
	return []escrow.Condition{
		{
			ID: "7(a)", Kind: escrow.Once, Favors: escrow.ForCompany, Waivable: true, Authority: filed("7(a)"),
			Text: "the investor has signed and delivered the purchase and registration rights agreements",
		},
		{
			ID: "7(b)", Kind: escrow.Funds, Favors: escrow.ForCompany, Waivable: true, Authority: filed("7(b)"),
			Text: "the investor has paid in full, in good funds, to the escrow agent",
		},
		{
			ID: "7(c)", Kind: escrow.AtClosing, Favors: escrow.ForCompany, Waivable: true, Authority: filed("7(c)"),
			Text: "the investor's representations are accurate and its covenants performed on the Closing Date",
		},
		{
			ID: "7(d)", Kind: escrow.Absence, Favors: escrow.ForCompany, DealWide: true, Authority: filed("7(d)"),
			Text:    "no law forbids or restricts the transactions or asks for an approval not obtained",
			GivenBy: "the authority concerned",
		},
		{
			ID: "8(a)", Kind: escrow.Once, Favors: escrow.ForInvestor, Waivable: true, Authority: filed("8(a)"),
			Text: "the company has signed and delivered the transaction agreements",
		},
		{
			ID: "8(b)", Kind: escrow.Custody, Favors: escrow.ForInvestor, Waivable: true, Authority: filed("8(b)"),
			Text: "the company has delivered the investor's certificates to the escrow agent",
		},
		{
			ID: "8(c)", Kind: escrow.AtClosing, Favors: escrow.ForInvestor, Waivable: true, Authority: filed("8(c)"),
			Text: "the company's representations are accurate in all material respects and its covenants performed on the Closing Date",
		},
		{
			ID: "8(d)", Kind: escrow.AtClosing, Favors: escrow.ForInvestor, DealWide: true, Waivable: true, Authority: filed("8(d)"),
			Text: "the registration rights agreement is in force and the company is not in default under it on the Closing Date",
		},
		{
			ID: "8(e)", Kind: escrow.AtClosing, Favors: escrow.ForInvestor, Waivable: true, Authority: filed("8(e)"),
			Text:    "the investor has an opinion of the company's counsel dated the Closing Date",
			GivenBy: "counsel to the company",
		},
		{
			ID: "8(f)", Kind: escrow.Absence, Favors: escrow.ForInvestor, DealWide: true, Authority: filed("8(f)"),
			Text:    "no law forbids or restricts the transactions or asks for an approval not obtained",
			GivenBy: "the authority concerned",
		},
		{
			ID: "8(g)(i)", Kind: escrow.Throughout, Favors: escrow.ForInvestor, DealWide: true, Waivable: true, Authority: filed("8(g)(i)"),
			Text:    "since the signing, neither the SEC nor the market has suspended trading in the stock",
			GivenBy: "anyone who watched the market",
		},
		{
			ID: "8(g)(ii)", Kind: escrow.Throughout, Favors: escrow.ForInvestor, DealWide: true, Waivable: true,
			Authority: filed("8(g)(ii)"),
			Text:      "since the signing, the market has set no minimum prices for the stock",
			GivenBy:   "anyone who watched the market",
		},
		{
			ID: "8(g)(iii)", Kind: escrow.Throughout, Favors: escrow.ForInvestor, Waivable: true, Authority: filed("8(g)(iii)"),
			Text:    "since the signing, no financial market has turned so that the purchase is impracticable or inadvisable",
			GivenBy: "the investor",
		},
		{
			ID: "8(g)-closing", Kind: escrow.AtClosing, Favors: escrow.ForInvestor, DealWide: true, Waivable: true,
			Authority: filed("8(g)"),
			Text:      "on the Closing Date trading in the stock and on the market is neither suspended nor limited",
			GivenBy:   "anyone who watched the market",
		},
	}
}
