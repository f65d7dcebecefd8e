package escrow

// UsualConditions returns the conditions that purchase agreements usually set
// for a closing, under plain names. They cite nothing. The slice is the
// caller's to change: a contract's own words and sections replace any field, a
// condition that it does not have is taken out, and one that it has besides is
// added, since nothing waits for what is not listed.
//
// Each side may waive the conditions in its favor, but for "legality": a law
// applies to whoever waives it. "Legality" and "trading" are facts of the whole
// deal; the others are tested for each purchase. The accuracy of representations
// and the opinion are tested on the day of the closing, and "trading" from the
// signing on.
func UsualConditions() []Condition {
	return []Condition{
		{
			ID: "investor-documents", Kind: Once, Favors: ForCompany, Waivable: true,
			Text: "the investor has signed and delivered its documents",
		},
		{
			ID: "funds", Kind: Funds, Favors: ForCompany, Waivable: true,
			Text: "the escrow agent has received the full price in good funds",
		},
		{
			ID: "investor-representations", Kind: AtClosing, Favors: ForCompany, Waivable: true,
			Text: "the investor's representations are accurate on the closing date",
		},
		{
			ID: "company-documents", Kind: Once, Favors: ForInvestor, Waivable: true,
			Text: "the company has signed and delivered its documents",
		},
		{
			ID: "shares", Kind: Custody, Favors: ForInvestor, Waivable: true,
			Text: "the escrow agent has received certificates for all the shares in the investor's name",
		},
		{
			ID: "company-representations", Kind: AtClosing, Favors: ForInvestor, Waivable: true,
			Text: "the company's representations are accurate and its covenants performed on the closing date",
		},
		{
			ID: "opinion", Kind: AtClosing, Favors: ForInvestor, Waivable: true,
			Text:    "the investor has received an opinion of the company's counsel dated the closing date",
			GivenBy: "counsel to the company",
		},
		{
			ID: "legality", Kind: Absence, Favors: ForInvestor, DealWide: true,
			Text:    "no law or order prohibits the closing",
			GivenBy: "the authority concerned",
		},
		{
			ID: "trading", Kind: Throughout, Favors: ForInvestor, DealWide: true, Waivable: true,
			Text:    "trading in the stock has not been suspended since the signing",
			GivenBy: "anyone who watched the market",
		},
	}
}
