package restrict

import (
	"strings"

	"github.com/offerkit/offerkit/law"
)

// route records what the transfer lacks of what it relies on.
func (c *checker) route() {
	switch c.t.Route {
	case RouteRegistration:
		c.unless(c.registered(), codeTransferRegistration, "No effective and current registration statement covers the sale.",
			"Whether an effective and current registration statement covers the sale is unknown.")
	case RouteOpinion:
		c.unless(c.facts.Opinion.course().at(c.t.Date), codeTransferOpinion, "The issuer has no opinion of counsel that it accepts.",
			"Whether the issuer accepts an opinion of counsel is unknown.")
	default:
		c.rule144()
	}
}

func (c *checker) registered() law.YesNo {
	r := releaser{f: &c.facts, on: c.t.Date}
	return r.registration(true).at(c.t.Date)
}

// rule144Restrictions maps what Rule 144 finds against a sale to the code that
// tells it. Findings that leave the answer open follow those that bar it.
func rule144Restrictions() []struct {
	found steps
	code  law.Code
} {
	return []struct {
		found steps
		code  law.Code
	}{
		{shellBarred | shellNotReporting | shellNoForm10 | shellYear | shellUnfiled, codeTransferShell},
		{sellerGap, codeTransferAffiliate},
		{holdingUnpaid, codeTransferPayment},
		{holdingShort, codeTransferHolding},
		{infoUnmet | infoClosed, codeTransferInformation},
		{shellUnknown | shellDutyUnknown | shellForm10Unknown | shellFiledUnknown, codeTransferShell},
		{shellStartUp | shellPractice | sellerGapControl, codeTransferOther},
		{sellerUnknown, codeTransferAffiliate},
		{holdingUnknown, codeTransferHolding},
		{holdingRelief | planUnknown, codeTransferOther},
		{infoUnknown, codeTransferInformation},
	}
}

// rule144 records what keeps the sale from relying on Rule 144, with the
// reasons of the rule.
func (c *checker) rule144() {
	t := c.t
	q := question{f: &c.facts.Rule144, eras: rule144Eras()}
	a, other := q.both(t.Date)
	c.out.Boundary = a.found.answer() != other.found.answer() || a.conditions != other.conditions
	e := explainer{f: q.f, era: q.eras.at(t.Date), sale: t.Date, why: make(law.Reasons, 0, 11)}
	e.explain(a)
	c.out.Why = e.reasons()
	limited, _ := q.opening(t.Date)
	for _, row := range rule144Restrictions() {
		if !a.found.any(row.found) {
			continue
		}
		open := a.found&row.found&barred == 0
		word := "does not allow"
		if open {
			word = "may not allow"
		}
		r := c.stands(row.code, open, "Rule 144 ", word, " the sale: ", lowerFirst(transferRow(c.rows, row.code).Message))
		r.Authority = e.era.Value.text
		if r.Party == PartyTime {
			r.From = laterThan(t.Date, limited.Anniversary)
		}
	}
	c.sale144(a)
}

// sale144 records which of (e), (f) and (h) the sale does not keep to. Whether
// they bind may itself be open, as with a seller not known to be an affiliate.
func (c *checker) sale144(a assessment) {
	r := releaser{f: &c.facts, on: c.t.Date, q: question{f: &c.facts.Rule144, eras: rule144Eras()}}
	for _, row := range [...]struct {
		binds  Conditions
		met    law.YesNo
		code   law.Code
		no, un string
	}{
		{
			ConditionE, c.t.withinVolume(), codeTransferVolume,
			"The sale exceeds the volume limit.", "Whether the sale keeps to the volume limit is unknown.",
		},
		{ConditionF, c.t.Manner, codeTransferManner, "The sale is not made in the manner prescribed.", "The manner of sale is unknown."},
		{
			ConditionH, c.t.Notice, codeTransferNotice,
			"The notice on Form 144 is lacking.", "Whether the notice on Form 144 is filed is unknown.",
		},
	} {
		if !a.conditions.Has(row.binds) {
			continue
		}
		before := len(c.out.Restrictions)
		c.unless(row.met, row.code, row.no, row.un)
		if len(c.out.Restrictions) > before {
			found := &c.out.Restrictions[before]
			found.Open = found.Open || r.mayNotBind(a, row.binds, c.t.Date, anniversary)
		}
	}
}

// lowerFirst is a sentence as the second half of another.
func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
