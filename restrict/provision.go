package restrict

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Provision is one rule or number of the law as this package applies it, for
// people to read and to check against the text.
//
// The zero Provision appears in no list.
type Provision struct {
	// Rule is the paragraph, such as "144(d)(1)(i)".
	Rule string `json:"rule"`
	// Subject says what is ruled.
	Subject string `json:"subject"`
	// From is the first day of sale that the value governs; "no date" if that
	// day is not held and the value serves all days.
	From calendar.Date `json:"from,omitzero"`
	// Value is what the law says, in words.
	Value string `json:"value"`
	// Authority is the text. A Doubt in it says what is not verified.
	Authority law.Citation `json:"authority"`
	// Checked is the day on which the value was last held against its source,
	// or a faithful report of it; "no date" if it never was, as for every
	// Authority with a doubt.
	Checked calendar.Date `json:"checked,omitzero"`
}

// Verified reports whether the value was read in its source, or in a faithful
// report of it.
func (p Provision) Verified() bool { return p.Authority.Doubt == "" }

// lawChecked is when the tables of this package were last held against their
// sources. Reports of the text in force show it unchanged through 2026-07-01.
func lawChecked() calendar.Date { return calendar.MustDate(2026, time.November, 22) }

// Law lists the rules and numbers that the answers of [Rule144], [HoldingStart],
// [VolumeLimit], [Aggregate], [MannerOfSale], [BrokersTransaction], [Form144],
// [Rule145] and [Exemptions] rest on: each value of each version, with its
// authority. The numbers of the versions are those that the answers are computed
// from, and not a copy; rules without a number are told in words. Each call makes a new
// slice, which is the caller's.
func Law() []Provision {
	var out []Provision
	eras := rule144Eras()
	for i := range eras {
		out = append(out, eras[i].Value.provisions(eras[i].From, eras[i].Authority)...)
	}
	changes := changesOf144()
	out = append(out, changed("144(c)(1)", "current public information, issuer that reports", changes.reports[:])...)
	out = append(out, changed("144(c)(2)", "current public information, any other issuer", changes.items[:])...)
	out = append(out, changed("144(h)", "filing of the notice", changes.notice[:])...)
	out = append(out, saleProvisions()...)
	out = append(out, readings()...)
	out = append(out, tacking()...)
	out = append(out, proposals()...)
	for _, era := range rule145Eras() {
		out = append(out, era.Value.provisions(era.From, era.Authority)...)
	}
	for _, e := range Exemptions() {
		for _, r := range e.Requirements {
			out = append(out, Provision{Rule: e.Title, Subject: string(r.Code), Value: r.Text, Authority: r.Authority})
		}
	}
	for i := range out {
		if out[i].Verified() {
			out[i].Checked = lawChecked()
		}
	}
	return out
}

func changed(rule, subject string, changes []calendar.Era[string]) []Provision {
	var out []Provision
	for _, c := range changes {
		out = append(out, Provision{Rule: rule, Subject: subject, From: c.From, Value: c.Value, Authority: c.Authority})
	}
	return out
}

// doubtFormer is what is not verified about the versions before 2008 beside
// their lengths and days.
const doubtFormer = "only the lengths and the day of this version are confirmed; what else it asked was not read"

// provisions are the numbers of one version of Rule 144.
func (t *terms) provisions(from calendar.Date, authority law.Citation) []Provision {
	row := func(now, then, subject, value string) Provision {
		rule, cited := "144"+now, t.text
		if !t.shells {
			rule = "former 144" + then
			cited.Cite += then
		} else {
			cited.Cite += now
		}
		if cited.Doubt == "" {
			cited.Title = authority.Cite + ", " + authority.Title
		}
		return Provision{Rule: rule, Subject: subject, From: from, Value: value, Authority: cited}
	}
	part := func(now, then, subject, value string) Provision { // whose text before 2008 was not read
		p := row(now, then, subject, value)
		if !t.shells {
			p.Authority.Doubt = doubtFormer
		}
		return p
	}
	look := row("(b)(1)", "(k)", "time without affiliation that makes a seller no affiliate", span(t.clear))
	seasoned := row("(c)(1)", "(c)(1)", "days for which an issuer must have been reporting", strconv.Itoa(t.seasoned))
	filed := row("(c)(1)", "(c)(1)", "reports that the issuer must have filed, of those required in the twelve months before the sale",
		"all other than Forms 8-K")
	estate := row("(f)(3)(i)", "(f)", "what does not bind an estate or beneficiary that is no affiliate", t.estateOff.String())
	if !t.shells {
		estate.Authority.Doubt = doubtEstate
		look.Authority.Doubt = "the three months were not read in the text of the time"
		seasoned.Authority.Doubt = "the days were not read in the text of the time"
		filed.Value, filed.Authority.Doubt = "all, Forms 8-K among them", doubtForms8K
	}
	out := []Provision{
		row("(d)(1)(i)", "(d)(1)", "holding period, issuer that has been reporting", span(t.hold)),
		row("(d)(1)(ii)", "(d)(1)", "holding period, any other issuer", span(t.holdOther)),
		row("(b)(1)", "(k)", "seller that is no affiliate is free of further conditions after", span(t.free)),
		part("(b)(1)(i)", "", "what binds that seller before, beside (d), issuer that has been reporting", t.until.String()),
		part("(b)(1)(ii)", "", "what binds that seller before, beside (d), any other issuer", t.untilOther.String()),
		part("(b)(2)", "", "what binds an affiliate's restricted stock", (ConditionC | ConditionD | limits).String()),
		part("(b)(2)", "", "what binds an affiliate's other stock", (ConditionC | limits).String()),
		part("(f)(3)(ii)", "(f)", "what does not bind the sale of debt", t.debtOff.String()),
		estate, seasoned, filed, look,
	}
	if t.look > 0 {
		out = append(out, row("(b)(2)", "", "days before the sale in which affiliation binds the seller", strconv.Itoa(t.look)))
	}
	if t.shells {
		out = append(out,
			row("(i)(1)", "", "stock that a shell company issued, or a company that had been one", "not available"),
			row("(i)(2)", "", "stock of a former shell that is subject to reporting and has filed all reports but Forms 8-K: "+
				"time since its first Form 10 information", span(t.shellMonths)))
	}
	return out
}

// provisions are the numbers of one version of Rule 145(c) and (d).
func (t *terms145) provisions(from calendar.Date, authority law.Citation) []Provision {
	row := func(subject, value string) Provision {
		return Provision{Rule: "145(c), (d)", Subject: subject, From: from, Value: value, Authority: authority}
	}
	who := "every transaction of Rule 145(a)"
	if t.shellsOnly {
		who = "transactions with a shell company, once the issuer keeps to Rule 144(i)(2)"
	}
	out := []Provision{
		row("transactions that count", who),
		row("seller clear of affiliation for "+span(t.clear)+", with current information", span(t.informed)),
		row("seller clear of affiliation for "+span(t.clear), span(t.free)),
	}
	if t.atSale {
		out = append(out, row("whether current information serves then a seller who has been no affiliate for less", "left open"))
	}
	wait := "no time"
	if t.limited > 0 {
		wait = strconv.Itoa(t.limited) + " days"
	}
	return append(out, row("any seller within (c), (e), (f) and (g)", wait))
}
