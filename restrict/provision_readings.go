package restrict

import (
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// readings are the rules without a number, and the readings that the text does
// not settle.
func readings() []Provision {
	const staffTitle = "Securities Act Rules, Compliance and Disclosure Interpretations"
	staff := func(number string) law.Citation { return law.Citation{Cite: "C&DI " + number, Title: staffTitle} }
	rule := func(par, doubt string) law.Citation {
		return law.Citation{Cite: "17 CFR 230.144" + par, Title: "Rule 144", Doubt: doubt}
	}
	fogel := law.Citation{Cite: "Fogel v. Commissioner, 203 F.2d 347 (5th Cir. 1953)", Doubt: "by analogy; on a tax statute"}
	caspe := law.Citation{Cite: "Caspe v. United States, 694 F.2d 1116 (8th Cir. 1982)", Doubt: "by analogy; on a tax statute"}
	modern := calendar.MustDate(2008, time.February, 15)
	row := func(rule, subject string, from calendar.Date, value string, authority law.Citation) Provision {
		return Provision{Rule: rule, Subject: subject, From: from, Value: value, Authority: authority}
	}
	const recalled = "recalled, not read"
	return []Provision{
		row("144", "which version governs", calendar.Date{}, "that of the day of the sale, however old the purchase", law.Citation{
			Cite: "72 FR 71546", Title: "Release 33-8869, DATES",
		}),
		row("144", "whether the version of 1997 reached securities already held", rule144Eras()[1].From, "it did", law.Citation{
			Cite: "62 FR 9242", Title: "Release 33-7390", Doubt: "recalled; no word to the contrary was seen",
		}),
		row("144", "when the version with two and three years began", rule144Eras()[0].From, "with the release of 1990",
			rule144Eras()[0].Authority),
		row("144(h)", "a form filed more than three months before", calendar.Date{},
			"serves no longer; an amended notice is filed for what is unsold", oldForms()),
		row("144(a)(4)", "debt", modern, "any security other than an equity security under Rule 405, so that a convertible note is "+
			"equity; non-convertible preferred stock with no residual share; asset-backed securities",
			rule("(a)(4)", "17 CFR 230.405, under which convertible notes are equity, was not read")),
		row("144(d)(1)", "end of a period, anniversary", calendar.Date{}, "the same-numbered day, or the last of a shorter month", fogel),
		row("144(d)(1)", "end of a period, conservative", calendar.Date{}, "the day after, from last day of a month to last day", caspe),
		row("144(d)(1)(iii)", "start of the holding period", calendar.Date{}, "the later of acquisition and full payment",
			rule("(d)(1)(iii)", "")),
		row("former 144(c)(1)", "Form 8-K missing under an item whose omission the release of 2004 excuses",
			calendar.MustDate(2004, time.August, 23), "counts as any other, as far as is known", law.Citation{
				Cite: "69 FR 15594", Title: "Release 33-8400, effective August 23, 2004",
				Doubt: "it names 17 CFR 230.144 among what it amends; how was not read",
			}),
		row("144(c)(1)", "issuer that files of its own will", modern, "does not count as reporting", staff("132.09")),
		row("144(c)(1)", "issuer subject for less than 90 days", modern, "meets neither limb of (c)",
			rule("(c)", "follows from the words of the two limbs")),
		row("144(c)", "when information must be current", modern, "at each sale", staff("131.01")),
		row("144(c)(1)", "sale while a report is late by notice", modern, "a warning and no answer", staff("131.02")),
		row("144(c)(1)", "reports under section 30(a) of the Investment Company Act", modern, "count", staff("131.04")),
		row("144(b)", "seller outside the 90 days of (b)(2) and not three months clear", modern, "not available for restricted stock",
			rule("(b)", "")),
		row("144(d)(3)(vii)", "estate or heir of an affiliate, no affiliate itself", modern,
			"no holding period; (c)(1) for one year, of an issuer that has been reporting", staff("132.04")),
		row("144(d)(3)(iv)", "pledgee of what an affiliate bought in the market, with recourse or without", pledgeViewRevised(),
			"no holding period; (c)(1) for one year", staff("532.01, as revised May 16, 2013")),
		row("144(i)(2)", "legend on the stock of a former shell company", modern,
			"reports are required at every sale, so that it is not off ahead of one unless the clause says so", rule("(i)(2)", "")),
		row("144(d)(3)(v)", "donee of an affiliate", modern, "its own affiliation counts, not the donor's", staff("530.03")),
		row("144(e)(2)", "amount of debt", modern, "the greater of the general limit and ten percent of the tranche, or of the class of "+
			"preferred stock", rule("(e)(2)", "")),
		row("144(e)(3)(iii)", "gift by an affiliate", modern, "counts whatever the stock, restricted or not", law.Citation{
			Cite: "17 CFR 230.144(e)(3)(iii)", Title: "Rule 144; footnote of Release 33-8869",
			Doubt: "the footnote is known from The Corporate Counsel, September-October 2011, alone",
		}),
		row("144(h)(1)", "copy of a form on paper for the exchange", modern, "one, to the principal exchange, if the class is listed",
			rule("(h)(1)", doubtExchange)),
		row("144(i)(1)", "stock issued before the company was a shell", modern, "passes",
			rule("(i)(1)", "note 172 of Release 33-8869 was read in a description only")),
		row("144(i)(1)", "business combination related shell companies", modern, "left out", rule("(i)(1)", "")),
		row("144(i)(1)", "start-up companies", modern, "left open", rule("(i)(1)", recalled)),
		row("144(i)(3)", "amendments of Form 10 information", modern, "do not count anew", rule("(i)(3)", recalled)),
		row("former 144", "stock of shell companies before paragraph (i)", calendar.Date{}, "left open", law.Citation{
			Cite: "SEC staff letter to NASD Regulation, January 21, 2000", Title: "Worm letter", Doubt: "known from descriptions only",
		}),
		row("701(g)(3)", "compensatory stock, issuer that has been reporting for 90 days", modern,
			"(d) falls away, and (c) for a seller that is no affiliate",
			law.Citation{Cite: "17 CFR 230.701(g)(3)", Title: "Rule 701", Doubt: recalled}),
	}
}

// proposals were never adopted, and are here so that none is taken for law.
func proposals() []Provision {
	row := func(subject, cite, title string) Provision {
		return Provision{
			Rule: "none", Subject: subject, Value: "proposed and never adopted; not applied",
			Authority: law.Citation{Cite: cite, Title: title},
		}
	}
	return []Provision{
		row("a bright-line test of affiliation", "62 FR 9246", "Proposal of 1997"),
		row("a holding period suspended by hedging", "72 FR 36822", "Release 33-8813"),
		row("no tacking for market-adjustable securities of unlisted issuers", "86 FR 5063", "Release 33-10911"),
	}
}
