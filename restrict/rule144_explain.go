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
	text strings.Builder // the sentences of why, one after the other
	ends [32]int         // where each of them ends
}

// say adds a step; the parts make one sentence.
func (e *explainer) say(code law.Code, authority law.Citation, parts ...string) {
	if len(e.why) == 0 {
		e.text.Grow(1792) // holds the sentences of most answers
	}
	for _, part := range parts {
		e.text.WriteString(part)
	}
	e.ends[len(e.why)] = e.text.Len()
	e.why = append(e.why, law.Reason{Code: code, Authority: authority})
}

// reasons are the steps told so far. Their sentences share one string, since
// most of the time would go into making one for each.
func (e *explainer) reasons() law.Reasons {
	text, start := e.text.String(), 0
	for i := range e.why {
		e.why[i].Text = text[start:e.ends[i]]
		start = e.ends[i]
	}
	return e.why
}

// former reports whether a version before that of 2008 governs.
func (e *explainer) former() bool { return !e.era.Value.shells }

// cite is the paragraph of the version that governs: the first for the text
// since 2008, the second for those before. The second may be empty.
func (e *explainer) cite(now, then string) law.Citation {
	c := e.era.Value.text
	if e.former() {
		c.Cite += then
	} else {
		c.Cite += now
	}
	return c
}

// doubt marks a citation as unverified.
func doubt(c law.Citation, what string) law.Citation {
	c.Doubt = what
	return c
}

// also adds a doubt to those that the version has.
func (e *explainer) also(c law.Citation, what string) law.Citation { return furtherDoubt(c, what) }

// furtherDoubt adds a doubt to those that a citation has.
func furtherDoubt(c law.Citation, what string) law.Citation {
	if c.Doubt != "" {
		what = c.Doubt + "; " + what
	}
	return doubt(c, what)
}

// interpretation cites the staff's Compliance and Disclosure Interpretations,
// which were written about the text since 2008.
func (e *explainer) interpretation(number string) law.Citation {
	c := staffSays(number)
	if e.former() {
		c.Doubt = "the staff wrote it about the text since 2008"
	}
	return c
}

// staffTitle is what the staff's interpretations of Rule 144 are called.
const staffTitle = "Securities Act Rules, Compliance and Disclosure Interpretations"

// staffSays cites one of them.
func staffSays(number string) law.Citation {
	return law.Citation{Cite: "C&DI " + number, Title: staffTitle}
}

// pledgeView cites the staff's view of what an affiliate bought in the market and
// pledged.
func (e *explainer) pledgeView() law.Citation {
	c := e.interpretation("532.01")
	c.Title = pledgeViewTitle
	if c.Doubt == "" && !e.sale.IsZero() && e.sale.Before(pledgeViewRevised()) {
		c.Doubt = "before that revision it is known from a description only"
	}
	return c
}

// explain tells every finding, in the order in which the rule is read.
func (e *explainer) explain(a assessment) {
	e.version()
	e.shell(a.found)
	e.formerShell(a.found)
	e.seller(a.found)
	e.capacity()
	e.issuer(a.found)
	e.holding(a.found)
	e.relieved(a.found)
	e.information(a)
	e.limits(a)
}

func (e *explainer) version() {
	authority := e.era.Authority
	if e.former() && e.f.Acquired.Before(e.era.From) {
		authority = e.also(authority, "that it reached securities already held")
	}
	e.say(codeVersion, authority, "A sale on ", e.sale.Long(), " falls under the text in force since ",
		e.era.From.Long(), ", whenever the lot was bought.")
}

// explainFirst warns that the first milestone is not the acquisition.
func (e *explainer) explainFirst() {
	e.say(codeVersionFirst, law.Citation{}, "The law before ", firstSale().Long(),
		" is not held; sales before that day are not answered.")
}

// explainBoundary warns of a day on which the conventions disagree.
func (e *explainer) explainBoundary(v, other Verdict) {
	if !v.Boundary {
		return
	}
	e.say(codeBoundary, law.Citation{Cite: e.cite("(d)(1)", "(d)(1)").Cite, Doubt: "no authority settles how the months are counted"},
		"This answer counts to the anniversary. Counted conservatively, on this day it is: ", string(other.Answer),
		", under the conditions ", other.Conditions.String(), ".")
}

// explainDates tells from when the sale is open.
func (e *explainer) explainDates(f *Finding) {
	if f.Answer == Undecided && f.Limited == (Dates{}) {
		e.say(codeLimited, law.Citation{}, "From when a sale is open cannot be told while that is unknown.")
		return
	}
	proviso := ""
	if f.Free != f.Limited {
		proviso = ", if the information about the issuer is current when (c) asks for it"
	}
	e.date(codeLimited, "A sale is open", f.Limited, proviso)
	proviso = ""
	if f.Conditions.Has(ConditionI) {
		proviso = ", if the issuer has filed the reports that (i)(2) requires at every sale"
	}
	e.date(codeFree, "It is open without (c), (e), (f) and (h)", f.Free, proviso)
	if first := firstSale(); f.Limited.Anniversary == first && e.f.start().Before(first) {
		e.explainFirst()
	}
}

func (e *explainer) date(code law.Code, what string, d Dates, proviso string) {
	switch {
	case d == Dates{}:
		e.say(code, law.Citation{}, what, " on no day, as things are stated.")
	case d.Anniversary == d.Conservative:
		e.say(code, law.Citation{}, what, " from ", d.Anniversary.Long(), proviso, ".")
	case d.Anniversary.IsZero():
		e.say(code, law.Citation{}, what, " on no day, and counted conservatively from ", d.Conservative.Long(), proviso, ".")
	case d.Conservative.IsZero():
		e.say(code, law.Citation{}, what, " from ", d.Anniversary.Long(), ", and counted conservatively on no day", proviso, ".")
	default:
		e.say(code, law.Citation{}, what, " from ", d.Anniversary.Long(), ", or conservatively from ",
			d.Conservative.Long(), proviso, ".")
	}
}

// span is a number of months in words.
func span(months int) string {
	switch months {
	case 3:
		return "three months"
	case 6:
		return "six months"
	case 12:
		return "one year"
	case 24:
		return "two years"
	case 36:
		return "three years"
	}
	return strconv.Itoa(months) + " months"
}
