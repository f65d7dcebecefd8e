package escrow

import "github.com/offerkit/offerkit/law"

// Law lists the rules of the law that this package knows of: what each asks for, as
// far as the package applies it. A code is that of the rule; the sections of a
// contract are the caller's, in [Authorities]. The slice is the caller's.
func Law() law.Reasons {
	return law.Reasons{
		{
			Code: "escrow.law.contingency",
			Text: "An offering that promises the money back unless a number of units is sold states the number, the price and " +
				"the dates, and pays it back promptly unless the amount due was received by then. Contingency counts so.",
			Authority: law.Citation{
				Cite: "17 CFR 240.10b-9(a)", Title: "Prohibited representations in connection with certain offerings",
				Doubt: "read in an excerpt of a manual of the 1970s and in summaries",
			},
		},
		{
			Code: "escrow.law.transmission",
			Text: "A broker-dealer that takes in money of a contingent offering transmits it promptly to a separate account or " +
				"to a bank in escrow, read as by noon of the next business day. NoonNextBusinessDay counts so.",
			Authority: NoonNextBusinessDay().Within.Authority,
		},
		{
			Code: "escrow.law.cancel",
			Text: "An investor in an offering under Regulation Crowdfunding may cancel for any reason until 48 hours before the " +
				"deadline of the offering materials. Terms.CancelBy holds that instant.",
			Authority: law.Citation{
				Cite: "17 CFR 227.304(a)", Title: "Completion of offerings, cancellations and reconfirmations",
				URL: "https://codes.findlaw.com/cfr/title-17-commodity-and-securities-exchanges/cfr-sect-17-227-304/",
			},
		},
	}
}
