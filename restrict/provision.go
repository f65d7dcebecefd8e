package restrict

import (
	"strconv"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Law lists the rules and numbers that the answers of [Rule144], [HoldingStart],
// [VolumeLimit], [Aggregate], [MannerOfSale], [BrokersTransaction], [Form144],
// [Rule145] and [Exemptions] rest on: each value of each version, with its
// authority. The numbers of the versions are those that the answers are computed
// from, and not a copy; rules without a number are told in words. Each call makes a new
// slice, which is the caller's.
func Law() []calendar.Provision {
	var out []calendar.Provision
	eras := rule144Eras()
	for i := range eras {
		out = append(out, eras[i].Value.provisions(eras[i].From, eras.last(i), eras[i].Authority)...)
	}
	changes := changesOf144()
	out = append(out, changed("144(c)(1)", "current public information, issuer that reports", changes.reports[:])...)
	out = append(out, changed("144(c)(2)", "current public information, any other issuer", changes.items[:])...)
	out = append(out, changed("144(h)", "filing of the notice", changes.notice[:])...)
	out = append(out, saleProvisions()...)
	out = append(out, readings()...)
	out = append(out, tacking()...)
	out = append(out, proposals()...)
	for i, era := range rule145Eras() {
		out = append(out, era.Value.provisions(era.From, eras.last(i), era.Authority)...)
	}
	for _, e := range Exemptions() {
		for _, r := range e.Requirements {
			out = append(out, calendar.Provision{
				Key: e.Title, Subject: string(r.Code), Value: r.Text, Authority: r.Authority, Checked: checkedBefore(),
			})
		}
	}
	return calendar.Provisions(out)
}

func changed(key, subject string, changes []calendar.Era[string]) []calendar.Provision {
	var out []calendar.Provision
	for _, c := range changes {
		out = append(out, calendar.Provision{
			Key: key, Subject: subject, From: c.From, Value: c.Value, Authority: c.Authority, Checked: c.Checked,
		})
	}
	return out
}

// checkedBefore is a check of November 22, 2026, of which the day alone was kept.
func checkedBefore() calendar.Check {
	return calendar.Check{On: calendar.MustDate(2026, time.November, 22)}
}

// against is a check of November 30, 2026.
func against(text string) calendar.Check {
	return calendar.Check{On: calendar.MustDate(2026, time.November, 30), Against: text}
}

// The texts against which rows were held on that day.
const (
	textOf2020    = "the section as of late 2020, before 85 FR 68203"
	proposal1995  = "the proposal of 60 FR 35645 to shorten it, and the summary of 62 FR 9242"
	wordsOf1995   = "the proposal of 60 FR 35645, in general words"
	prospectus    = "a prospectus of 1999 and the SEC's pamphlet of 2005, as quoted"
	affiliates    = "a prospectus of 1999, as quoted"
	openingOf1998 = "the opening of (e), as quoted on December 7, 1998"
	pamphlet      = "the SEC's pamphlet, as quoted on January 4, 2005"
	agreements    = "agreements of affiliates that recite (d)(1) to (3)"
	textOf145     = "the section as the eCFR has kept it"
)

// doubtFormer is what is not verified about the versions before 2008 beside
// their lengths and days.
const doubtFormer = "only the lengths and the day of this version are confirmed; what else it asked was not read"

// checks are what three versions of a row were held against; empty if a row's was
// not read, and known for a check of which the day alone was kept.
type checks [eraCount]string

const known = "known"

// of is the check of the version.
func (c checks) of(version int) calendar.Check {
	switch c[version] {
	case "":
		return calendar.Check{}
	case known:
		return checkedBefore()
	}
	return against(c[version])
}

// provisions are the numbers of one version of Rule 144.
func (t *terms) provisions(from, until calendar.Date, authority law.Citation) []calendar.Provision {
	version := 0
	for version+1 < eraCount && !rule144Eras()[version+1].From.After(from) {
		version++
	}
	row := func(now, then, subject, value string, read checks) calendar.Provision {
		key, cited := "144"+now, t.text
		if !t.shells {
			key = "former 144" + then
			cited.Cite += then
		} else {
			cited.Cite += now
		}
		if cited.Doubt == "" {
			cited.Title = authority.Cite + ", " + authority.Title
		}
		return calendar.Provision{
			Key: key, Subject: subject, From: from, Until: until, Value: value, Authority: cited, Checked: read.of(version),
		}
	}
	part := func(now, then, subject, value string, read checks) calendar.Provision { // whose text before 2008 was not read
		p := row(now, then, subject, value, read)
		switch {
		case t.shells:
		case p.Checked.On.IsZero():
			p.Authority.Doubt = doubtFormer
		default:
			p.Authority.Doubt = "known from reports alone; the text was not read"
		}
		return p
	}
	look := row("(b)(1)", "(k)", "time without affiliation that makes a seller no affiliate", span(t.clear), checks{"", "", textOf2020})
	seasoned := row("(c)(1)", "(c)(1)", "days for which an issuer must have been reporting", strconv.Itoa(t.seasoned),
		checks{"", "", textOf2020})
	filed := row("(c)(1)", "(c)(1)", "reports that the issuer must have filed, of those required in the twelve months before the sale",
		"all other than Forms 8-K", checks{"", "", known})
	estate := row("(f)(3)(i)", "(f)", "what does not bind an estate or beneficiary that is no affiliate", t.estateOff.String(),
		checks{"", "", textOf2020})
	if !t.shells {
		estate.Authority.Doubt = doubtEstate
		look.Authority.Doubt = "the three months were not read in the text of the time"
		seasoned.Authority.Doubt = "the days were not read in the text of the time"
		filed.Value, filed.Authority.Doubt = "all, Forms 8-K among them", doubtForms8K
	}
	held := checks{proposal1995, "the summary of 62 FR 9242", textOf2020}
	between := checks{wordsOf1995, prospectus, textOf2020}
	out := []calendar.Provision{
		row("(d)(1)(i)", "(d)(1)", "holding period, issuer that has been reporting", span(t.hold), held),
		row("(d)(1)(ii)", "(d)(1)", "holding period, any other issuer", span(t.holdOther), held),
		row("(b)(1)", "(k)", "seller that is no affiliate is free of further conditions after", span(t.free),
			checks{"the proposal of 60 FR 35645 to shorten it", known, textOf2020}),
		part("(b)(1)(i)", "", "what binds that seller before, beside (d), issuer that has been reporting", t.until.String(), between),
		part("(b)(1)(ii)", "", "what binds that seller before, beside (d), any other issuer", t.untilOther.String(), between),
		part("(b)(2)", "", "what binds an affiliate's restricted stock", (ConditionC | ConditionD | limits).String(),
			checks{wordsOf1995, affiliates, known}),
		part("(b)(2)", "", "what binds an affiliate's other stock", (ConditionC | limits).String(), checks{"", affiliates, known}),
		part("(f)(3)(ii)", "(f)", "what does not bind the sale of debt", t.debtOff.String(),
			checks{"", "the summary of 72 FR 71546, which ended it", textOf2020}),
		estate, seasoned, filed, look,
	}
	return append(out, t.since2008(row)...)
}

// since2008 are the rows that the versions before do not have.
func (t *terms) since2008(row func(now, then, subject, value string, read checks) calendar.Provision) []calendar.Provision {
	var out []calendar.Provision
	read := checks{"", "", textOf2020}
	if t.look > 0 {
		out = append(out, row("(b)(2)", "", "days before the sale in which affiliation binds the seller", strconv.Itoa(t.look), read))
	}
	if t.shells {
		out = append(out,
			row("(i)(1)", "", "stock that a shell company issued, or a company that had been one", "not available", read),
			row("(i)(2)", "", "stock of a former shell that is subject to reporting and has filed all reports but Forms 8-K: "+
				"time since its first Form 10 information", span(t.shellMonths), read))
	}
	return out
}

// provisions are the numbers of one version of Rule 145(c) and (d).
func (t *terms145) provisions(from, until calendar.Date, authority law.Citation) []calendar.Provision {
	var read calendar.Check
	switch {
	case t.shellsOnly:
		read = against(textOf145)
	case from == rule145Eras()[1].From:
		read = against(agreements)
	}
	row := func(subject, value string, checked calendar.Check) calendar.Provision {
		return calendar.Provision{
			Key: "145(c), (d)", Subject: subject, From: from, Until: until, Value: value, Authority: authority, Checked: checked,
		}
	}
	who := "every transaction of Rule 145(a)"
	if t.shellsOnly {
		who = "transactions with a shell company, once the issuer keeps to Rule 144(i)(2)"
	}
	out := []calendar.Provision{
		row("transactions that count", who, read),
		row("seller clear of affiliation for "+span(t.clear)+", with current information", span(t.informed), read),
		row("seller clear of affiliation for "+span(t.clear), span(t.free), read),
	}
	if t.atSale {
		out = append(out, row("whether current information serves then a seller who has been no affiliate for less", "left open",
			calendar.Check{}))
	}
	wait := "no time"
	if t.limited > 0 {
		wait = strconv.Itoa(t.limited) + " days"
	}
	return append(out, row("any seller within (c), (e), (f) and (g)", wait, read))
}
