package restrict

import "github.com/offerkit/offerkit/law"

// tacking is how the start of the holding period passes through what happens
// to a lot, as [HoldingStart] applies it.
func tacking() []Provision {
	paragraph := func(par, doubt string) law.Citation {
		return law.Citation{Cite: "17 CFR 230.144" + par, Title: "Rule 144", Doubt: doubt}
	}
	staff := func(number string) law.Citation {
		return law.Citation{Cite: "C&DI " + number, Title: "Securities Act Rules, Compliance and Disclosure Interpretations"}
	}
	const keeps = "the start stays"
	row := func(rule, subject, value string, authority law.Citation) Provision {
		return Provision{Rule: "144" + rule, Subject: subject, Value: value, Authority: authority}
	}
	one := func(par, subject, value, doubt string) Provision {
		return row(par, subject, value, paragraph(par, doubt))
	}
	out := []Provision{
		one("(d)(1)", "purchase from an affiliate", "starts anew", ""),
		one("(d)(1)", "purchase from a holder that is no affiliate", keeps, ""),
		row("(d)(1)", "subscription", "the issuer's acceptance, once paid", staff("132.07")),
		row("(d)(1)", "deal that can fall away until it closes", "the closing", staff("532.04")),
		one("(d)(1)(iii)", "services", "the day on which they are earned", doubtMemo),
		one("(d)(2)", "note or installment contract", "counts as payment with full recourse, other collateral worth the price, "+
			"and discharge before the sale", ""),
		one("(d)(3)(i)", "dividend, split, reverse split, recapitalization", keeps, ""),
		one("(d)(3)(ii)", "conversion or exchange solely for securities of the same issuer", keeps, ""),
		row("(d)(3)(ii)", "cash that the holder receives beside them", keeps, staff("532.02")),
		one("(d)(3)(ii)", "accrued interest converted", keeps, doubtMemo),
		one("(d)(3)(iii)", "earn-out without further payment", "the sale of the business", ""),
		one("(d)(3)(iv)", "default of an affiliate's pledge with recourse", "the pledgor's start", ""),
		one("(d)(3)(v)", "gift from an affiliate", "the donor's start", ""),
		one("(d)(3)(vi)", "trust of an affiliate", "the settlor's start", ""),
		one("(d)(3)(vii)", "estate of an affiliate", "the decedent's start, or no period if the seller is no affiliate", ""),
		one("(d)(3)(viii)", "transaction of Rule 145(a)", "starts anew", doubtText),
		one("(d)(3)(ix)", "formation of a holding company", keeps, doubtText),
		one("(d)(3)(x)", "cashless exercise", "the start of the option or warrant", doubtText),
		row("(d)(3)", "partnership's ratable distribution in kind", keeps, staff("132.02")),
	}
	for _, view := range awardViews() {
		value := "the day of vesting"
		if view.Value == awardAgree {
			value = "the day of the agreement"
		}
		out = append(out, Provision{
			Rule: "144(d)(1)", Subject: "stock of an employment agreement that vests by service", From: view.From,
			Value: value, Authority: view.Authority,
		})
	}
	return out
}
