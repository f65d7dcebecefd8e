package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// tacking is how the start of the holding period passes through what happens
// to a lot, as [HoldingStart] applies it.
func tacking() []calendar.Provision {
	const keeps = "the start stays"
	one := func(par, subject, value string) calendar.Provision {
		return calendar.Provision{
			Key: "144" + par, Subject: subject, Value: value,
			Authority: law.Citation{Cite: cfr144 + par, Title: "Rule 144"}, Checked: against(textOf2020),
		}
	}
	memo := func(par, subject, value string) calendar.Provision {
		p := one(par, subject, value)
		p.Authority.Doubt, p.Checked = doubtMemo, calendar.Check{}
		return p
	}
	staff := func(par, subject, value, number string) calendar.Provision {
		return calendar.Provision{Key: "144" + par, Subject: subject, Value: value, Authority: staffSays(number), Checked: checkedBefore()}
	}
	out := []calendar.Provision{
		one("(d)(1)", "purchase from an affiliate", "starts anew"),
		one("(d)(1)", "purchase from a holder that is no affiliate", keeps),
		staff("(d)(1)", "subscription", "the issuer's acceptance, once paid", "132.07"),
		staff("(d)(1)", "deal that can fall away until it closes", "the closing", "532.04"),
		memo("(d)(1)(iii)", "services", "the day on which they are earned"),
		one("(d)(2)", "note or installment contract", "counts as payment with full recourse, other collateral worth the price, "+
			"and discharge before the sale"),
		one("(d)(3)(i)", "dividend, split, reverse split, recapitalization", keeps),
		one("(d)(3)(ii)", "conversion or exchange solely for securities of the same issuer", keeps),
		staff("(d)(3)(ii)", "cash that the holder receives beside them", keeps, "532.02"),
		memo("(d)(3)(ii)", "accrued interest converted", keeps),
		one("(d)(3)(iii)", "earn-out without further payment", "the sale of the business"),
		one("(d)(3)(iv)", "default of an affiliate's pledge with recourse", "the pledgor's start"),
		one("(d)(3)(v)", "gift from an affiliate", "the donor's start"),
		one("(d)(3)(vi)", "trust of an affiliate", "the settlor's start"),
		one("(d)(3)(vii)", "estate of an affiliate", "the decedent's start, or no period if the seller is no affiliate"),
		one("(d)(3)(viii)", "transaction of Rule 145(a)", "starts anew"),
		one("(d)(3)(ix)", "formation of a holding company", keeps),
		one("(d)(3)(x)", "cashless exercise", "the start of the option or warrant"),
		staff("(d)(3)", "partnership's ratable distribution in kind", keeps, "132.02"),
	}
	for _, view := range awardViews() {
		value := "the day of vesting"
		if view.Value == awardAgree {
			value = "the day of the agreement"
		}
		out = append(out, calendar.Provision{
			Key: "144(d)(1)", Subject: "stock of an employment agreement that vests by service", From: view.From,
			Value: value, Authority: view.Authority, Checked: view.Checked,
		})
	}
	return out
}
