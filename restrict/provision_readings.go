package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// readings are the rules without a number, and the readings that the text does
// not settle.
func readings() []calendar.Provision {
	rule := func(par, doubt string) law.Citation {
		return law.Citation{Cite: "17 CFR 230.144" + par, Title: "Rule 144", Doubt: doubt}
	}
	fogel := law.Citation{Cite: "Fogel v. Commissioner, 203 F.2d 347 (5th Cir. 1953)", Doubt: "by analogy; on a tax statute"}
	caspe := law.Citation{Cite: "Caspe v. United States, 694 F.2d 1116 (8th Cir. 1982)", Doubt: "by analogy; on a tax statute"}
	modern := calendar.MustDate(2008, time.February, 15)
	row := func(key, subject string, from calendar.Date, value string, authority law.Citation, checked calendar.Check) calendar.Provision {
		return calendar.Provision{Key: key, Subject: subject, From: from, Value: value, Authority: authority, Checked: checked}
	}
	until := func(p calendar.Provision) calendar.Provision { // the version of 2008
		p.Until = modern.AddDays(-1)
		return p
	}
	before, read, never := checkedBefore(), against(textOf2020), calendar.Check{}
	return []calendar.Provision{
		row("144", "which version governs", calendar.Date{}, "that of the day of the sale, however old the purchase", law.Citation{
			Cite: "72 FR 71546", Title: "Release 33-8869, DATES",
		}, before),
		row("144", "whether the version of 1997 reached securities already held", rule144Eras()[1].From, "it did", law.Citation{
			Cite: "62 FR 9242", Title: "Release 33-7390", Doubt: "recalled; no word to the contrary was seen",
		}, never),
		row("144", "when the version with two and three years began", rule144Eras()[0].From, "with the release of 1990",
			rule144Eras()[0].Authority, never),
		row("144(h)", "a form filed more than three months before", calendar.Date{},
			"serves no longer; an amended notice is filed for what is unsold", oldForms(),
			against("the SEC's pamphlet, as quoted in 2005 and 2007")),
		row("144(a)(4)", "debt", modern, "any security other than an equity security under Rule 405, so that a convertible note is "+
			"equity; non-convertible preferred stock with no residual share; asset-backed securities",
			rule("(a)(4)", "17 CFR 230.405, under which convertible notes are equity, was not read"), read),
		row("144(d)(1)", "end of a period, anniversary", calendar.Date{}, "the same-numbered day, or the last of a shorter month",
			fogel, never),
		row("144(d)(1)", "end of a period, conservative", calendar.Date{}, "the day after, from last day of a month to last day",
			caspe, never),
		row("144(d)(1)(iii)", "start of the holding period", calendar.Date{}, "the later of acquisition and full payment",
			rule("(d)(1)(iii)", ""), read),
		until(row("former 144(c)(1)", "Form 8-K missing under an item whose omission the release of 2004 excuses",
			calendar.MustDate(2004, time.August, 23), "counts as any other, as far as is known", law.Citation{
				Cite: "69 FR 15594", Title: "Release 33-8400, effective August 23, 2004",
				Doubt: "it names 17 CFR 230.144 among what it amends; how was not read",
			}, never)),
		row("144(c)(1)", "issuer that files of its own will", modern, "does not count as reporting", staffSays("132.09"), before),
		row("144(c)(1)", "issuer subject for less than 90 days", modern, "meets neither limb of (c)",
			rule("(c)", ""), read),
		row("144(c)", "when information must be current", modern, "at each sale", staffSays("131.01"), before),
		row("144(c)(1)", "sale while a report is late by notice", modern, "a warning and no answer", staffSays("131.02"), before),
		row("144(c)(1)", "reports under section 30(a) of the Investment Company Act", modern, "count", staffSays("131.04"), before),
		row("144(b)", "seller outside the 90 days of (b)(2) and not three months clear", modern, "not available for restricted stock",
			rule("(b)", ""), read),
		row("144(d)(3)(vii)", "estate or heir of an affiliate, no affiliate itself", modern,
			"no holding period; (c)(1) for one year, of an issuer that has been reporting", staffSays("132.04"), before),
		row("144(d)(3)(iv)", "pledgee of what an affiliate bought in the market, with recourse or without", pledgeViewRevised(),
			"no holding period; (c)(1) for one year", law.Citation{Cite: "C&DI 532.01", Title: pledgeViewTitle}, before),
		row("144(i)(2)", "legend on the stock of a former shell company", modern,
			"reports are required at every sale, so that it is not off ahead of one unless the clause says so", rule("(i)(2)", ""), before),
		row("144(d)(3)(v)", "donee of an affiliate", modern, "its own affiliation counts, not the donor's", staffSays("530.03"), before),
		row("144(e)(2)", "amount of debt", modern, "the greater of the general limit and ten percent of the tranche, or of the class of "+
			"preferred stock", rule("(e)(2)", ""), read),
		row("144(e)(3)(iii)", "gift by an affiliate", modern, "counts whatever the stock, restricted or not", law.Citation{
			Cite: "17 CFR 230.144(e)(3)(iii)", Title: "Rule 144; footnote of Release 33-8869",
			Doubt: "the footnote is known from The Corporate Counsel, September-October 2011, alone",
		}, never),
		row("144(h)(1)", "copy of a form on paper for the exchange", modern, "one, to the principal exchange, if the class is listed",
			rule("(h)(1)", doubtExchange), read),
		row("144(i)(1)", "stock issued before the company was a shell", modern, "passes",
			rule("(i)(1)", "note 172 of Release 33-8869 was read in a description only"), read),
		row("144(i)(1)", "business combination related shell companies", modern, "left out", rule("(i)(1)", ""), read),
		row("144(i)(1)", "start-up companies", modern, "left open",
			rule("(i)(1)", "the text, which was read, does not speak of them"), read),
		row("144(i)(3)", "amendments of Form 10 information", modern, "do not count anew", rule("(i)(3)", ""), read),
		until(row("former 144", "stock of shell companies before paragraph (i)", calendar.Date{}, "left open", law.Citation{
			Cite: "SEC staff letter to NASD Regulation, January 21, 2000", Title: "Worm letter", Doubt: "known from descriptions only",
		}, never)),
		row("701(g)(3)", "compensatory stock, issuer that has been reporting for 90 days", modern,
			"(d) falls away, and (c) for a seller that is no affiliate",
			law.Citation{Cite: "17 CFR 230.701(g)(3)", Title: "Rule 701"}, against("the end of the section as the eCFR has kept it")),
	}
}

// proposals are not law, and are here so that none is taken for it.
func proposals() []calendar.Provision {
	row := func(subject, value, cite, title string, checked calendar.Check) calendar.Provision {
		return calendar.Provision{
			Key: "proposal", Subject: subject, Value: value + "; not applied",
			Authority: law.Citation{Cite: cite, Title: title}, Checked: checked,
		}
	}
	const never = "proposed and never adopted"
	return []calendar.Provision{
		row("a bright-line test of affiliation", never, "62 FR 9246", "Proposal of 1997", checkedBefore()),
		row("a holding period suspended by hedging", never, "72 FR 36822", "Release 33-8813", checkedBefore()),
		row("no tacking for market-adjustable securities of unlisted issuers", never, "86 FR 5063", "Release 33-10911", checkedBefore()),
		row("fewer kinds of filers, and so other reports that (c)(1) asks for",
			"proposed on May 19, 2026, for comment until July 27, 2026, and no adoption was found", "Release 33-11419",
			"Enhancement of Emerging Growth Company Accommodations and Simplification of Filer Status for Reporting Companies",
			against("law firms' reports of the proposal")),
	}
}
