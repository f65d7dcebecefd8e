package restrict

import (
	"strconv"
	"strings"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// explainer tells the findings about one sale in sentences. It decides nothing.
type explainer struct {
	f    *Facts
	era  *calendar.Era[terms]
	sale calendar.Date
	why  law.Reasons
}

// say adds a step; the parts make one sentence.
func (e *explainer) say(code string, authority law.Citation, parts ...string) {
	e.why = append(e.why, law.Reason{Code: code, Text: strings.Join(parts, ""), Authority: authority})
}

// former reports whether the version of 1997 governs.
func (e *explainer) former() bool { return !e.era.Value.shells }

// cite is the paragraph of the version that governs: the first for the text
// since 2008, the second for the one before. The second may be empty.
func (e *explainer) cite(now, then string) law.Citation {
	if e.former() {
		return law.Citation{
			Cite: "former 17 CFR 230.144" + then, Title: "Rule 144 as in force from April 29, 1997 to February 14, 2008",
		}
	}
	return law.Citation{
		Cite: "17 CFR 230.144" + now, Title: "Rule 144",
		URL: "https://www.ecfr.gov/current/title-17/section-230.144",
	}
}

// doubt marks a citation as unverified.
func doubt(c law.Citation, what string) law.Citation {
	c.Doubt = what
	return c
}

// explain tells every finding, in the order in which the rule is read.
func (e *explainer) explain(a assessment) {
	e.version()
	e.shell(a.found)
	e.seller(a.found)
	e.issuer(a.found)
	e.holding(a.found)
	e.information(a.found)
	e.limits(a)
}

func (e *explainer) version() {
	authority := e.era.Authority
	if e.former() && e.f.Acquired.Before(e.era.From) {
		authority = doubt(authority, "that it reached securities already held")
	}
	e.say(CodeVersion, authority, "A sale on ", e.sale.Long(), " falls under the text in force since ",
		e.era.From.Long(), ", whenever the lot was bought.")
}

// explainFirst warns that the first milestone is not the acquisition.
func (e *explainer) explainFirst() {
	e.say(CodeVersionFirst, law.Citation{}, "The law before ", firstSale().Long(),
		" is not held; sales before that day are not answered.")
}

func (e *explainer) shell(s steps) {
	gate := e.cite("(i)(1)", "")
	if e.former() {
		gate = law.Citation{} // that text had no such gate
	}
	switch i := &e.f.Issuer; {
	case s.any(shellNever):
		e.say(CodeShellNever, gate, "The issuer was never a shell company.")
	case s.any(shellLater):
		e.say(CodeShellLater, doubt(gate, "note 172 of Release 33-8869 was read in a description only"),
			"The issuer was a shell company from ", i.ShellSince.Long(), ", but issued this stock before, on ",
			e.f.Issued.Long(), ".")
	case s.any(shellBarred):
		e.say(CodeShellBarred, gate, "The issuer is a shell company, and was one when it issued this stock on ",
			e.f.Issued.Long(), " or had been one before.")
	case s.any(shellNotReporting):
		e.say(CodeShellNotReporting, e.cite("(i)(2)", ""),
			"The issuer was a shell company when it issued this stock or before, and is not subject to reporting.")
	case s.any(shellFormer):
		e.say(CodeShellFormer, e.cite("(i)(2)", ""), "The issuer was a shell company when it issued this stock or before; ",
			"the answer needs the day on which it filed Form 10 information and whether its reports are current.")
	case s.any(shellPractice):
		e.say(CodeShellPractice, law.Citation{
			Cite: "SEC staff letter to NASD Regulation, January 21, 2000", Title: "Worm letter", Doubt: "known from descriptions only",
		}, "The issuer was a shell company when it issued this stock or before; the text of the time does not say ",
			"whether it may be sold, and the answer needs a reading of the staff's practice.")
	case s.any(shellUnknown):
		e.say(CodeShellUnknown, gate, "The answer needs to know whether the issuer is or ever was a shell company.")
	}
}

func (e *explainer) seller(s steps) {
	t, last := &e.era.Value, e.f.LastAffiliate
	cleared := affiliateCleared(last, t.clear)
	switch {
	case s.any(sellerAffiliate):
		e.say(CodeAffiliate, e.cite("(b)(2)", "(b)"), "The seller is an affiliate of the issuer on the day of the sale.")
	case s.any(sellerRecent) && e.former():
		e.say(CodeAffiliateRecent, doubt(e.cite("", "(k)"), "the three months were not read in the text of 1997"),
			"The seller was an affiliate until ", last.Long(), ", and so during the three months before the sale, which are over on ",
			cleared.Long(), ".")
	case s.any(sellerRecent):
		e.say(CodeAffiliateRecent, e.cite("(b)(2)", ""), "The seller was an affiliate until ", last.Long(),
			", within the ", strconv.Itoa(t.look), " days before the sale, and sells as one until ",
			affiliateReleased(last, t.look).AddDays(-1).Long(), ".")
	case s.any(sellerGap):
		e.say(CodeAffiliateGap, e.cite("(b)(1)", ""), "The seller was an affiliate until ", last.Long(), ": the ",
			strconv.Itoa(t.look), " days of paragraph (b)(2) are over and the three months of (b)(1) are not, so that neither ",
			"paragraph takes the seller before ", cleared.Long(), ".")
	case s.any(sellerGapControl):
		e.say(CodeAffiliateGapControl, e.cite("(b)(2)", ""), "The seller was an affiliate until ", last.Long(), ": the ",
			strconv.Itoa(t.look), " days of paragraph (b)(2) are over, three clear months are not, and for stock that is not ",
			"restricted the text leaves open what that means until ", cleared.Long(), ".")
	case s.any(sellerClear):
		e.say(CodeAffiliateClear, e.cite("(b)(1)", "(k)"), "The seller was an affiliate until ", last.Long(),
			" and has been clear of that for three months since ", cleared.Long(), ".")
	case s.any(sellerNever):
		e.say(CodeAffiliateNever, e.cite("(b)(1)", "(k)"), "The seller is no affiliate of the issuer and was none before.")
	case s.any(sellerUnknown):
		e.say(CodeAffiliateUnknown, e.cite("(a)(1)", "(a)(1)"),
			"The answer needs to know whether the seller is an affiliate of the issuer or was one in the last three months.")
	}
	if s.any(unneeded) {
		e.say(CodeUnneeded, e.cite("(b)", "(b)"),
			"The stock is not restricted and the seller is no affiliate, so that the rule does not restrain the sale.")
	}
}

func (e *explainer) issuer(s steps) {
	i, days := &e.f.Issuer, strconv.Itoa(e.era.Value.seasoned)
	switch {
	case s.any(issuerSeasoned):
		e.say(CodeIssuerSeasoned, e.cite("(c)(1)", "(c)(1)"), "The issuer has been subject to reporting since ",
			i.ReportingSince.Long(), ", for at least the ", days, " days before the sale.")
	case s.any(issuerNew):
		e.say(CodeIssuerNew, e.cite("(c)(1)", "(c)(1)"), "The issuer has been subject to reporting only since ",
			i.ReportingSince.Long(), "; ", days, " days are over on ",
			reportingSeasoned(i.ReportingSince, e.era.Value.seasoned, anniversary).Long(), ".")
	case s.any(issuerOther):
		switch {
		case i.Reporting == ReportingVoluntary:
			authority := law.Citation{Cite: "C&DI 132.09", Title: "Securities Act Rules, Compliance and Disclosure Interpretations"}
			if e.former() {
				authority = doubt(authority, "the staff wrote it about the text since 2008")
			}
			e.say(CodeIssuerOther, authority, "The issuer files reports of its own will and is not subject to reporting.")
		case i.Reporting == ReportingEnded && e.sale.After(i.ReportingUntil):
			e.say(CodeIssuerOther, e.cite("(c)(2)", "(c)(2)"), "The issuer was subject to reporting until ",
				i.ReportingUntil.Long(), " and is no more.")
		case i.Reporting != ReportingNone:
			e.say(CodeIssuerOther, e.cite("(c)(2)", "(c)(2)"), "The issuer is subject to reporting only from ",
				i.ReportingSince.Long(), ", after the sale.")
		default:
			e.say(CodeIssuerOther, e.cite("(c)(2)", "(c)(2)"), "The issuer is not subject to reporting.")
		}
	case s.any(issuerUnknown):
		e.say(CodeIssuerUnknown, e.cite("(c)", "(c)"), "Whether the issuer has been subject to reporting for the ", days,
			" days before the sale is unknown.")
	}
}
