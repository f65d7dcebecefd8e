package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
)

// saleProvisions lists the rules and numbers that the answers of VolumeLimit,
// Weeks, Aggregate, MannerOfSale, BrokersTransaction and Form144 rest on, in
// the manner of [Law]. The numbers are those that the answers are computed from.
func saleProvisions() []calendar.Provision {
	var out []calendar.Provision
	eras := saleEras()
	for i := range eras {
		out = append(out, eras[i].Value.provisions(eras[i].From, rule144Eras().last(i+1), i == 0)...)
	}
	today := saleLaw{saleTerms: eras[1].Value, from: eras[1].From}
	row := func(paragraph, subject, value string, authority law.Citation, checked calendar.Check) {
		out = append(out, calendar.Provision{
			Key: "144" + paragraph, Subject: subject, Value: value, Authority: authority, Checked: checked,
		})
	}
	read := against(textOf2020)
	row("(e)(1)(ii)", "a week that is left out of the average", "that of September 10, 2001", law.Citation{
		Cite: "66 FR 49273", Title: "Release 33-8005A, effective September 21, 2001",
	}, checkedBefore())
	row("(e)(1)(ii)", "trading on foreign exchanges", "not averaged", today.staff("133.01"), checkedBefore())
	row("(e)(1)(ii)", "trading over the counter", "not averaged", today.staff("133.02"), checkedBefore())
	row("(e)(1)", "splits", "restated for the whole three months", today.staff("133.03"), checkedBefore())
	row("(e)(3)(vii)", "reoffers under Form S-8, General Instruction C.2(b)", "not counted", today.staff("133.04"), checkedBefore())
	row("(e)(3)(vii)", "sales registered, under Regulation A, or private", "not counted", today.cite(cfr144+"(e)(3)(vii)"), read)
	row("(e)(3)(vii)", "sales offshore under Regulation S", "not counted", today.cite(cfr144+"(e)(3)(vii)"), read)
	row("(e)(3)(i)", "convertible securities", "counted as what they convert into, where both are sold",
		today.cite(cfr144+"(e)(3)(i)"), read)
	row("(e)(3)(v)", "estate or beneficiary that is no affiliate", "no limit", today.cite(cfr144+"(e)(3)(v)"), read)
	row("(e)(3)(vi)", "persons acting in concert", "counted together", today.cite(cfr144+"(e)(3)(vi)"), read)
	row("(a)(2)", "part of a trust, estate or company that makes it one person with its holder",
		kernel.Plain(tenPercent())+" percent", today.cite(cfr144+"(a)(2)"), read)
	row("(g)(3)(i)", "days in which another broker showed interest", strconv.Itoa(brokerInterestDays), today.cite(cfr144+"(g)(3)(i)"), read)
	row("(g)(3)(ii)", "business days in which a customer showed interest", strconv.Itoa(customerInterestDays),
		today.cite(cfr144+"(g)(3)(ii)"), read)
	row("(g)(3)(iii)", "days with quotations in an inter-dealer system", "at least "+strconv.Itoa(quoteDays)+" of the preceding "+
		strconv.Itoa(quoteWindow)+", at most "+strconv.Itoa(quoteGap)+" business days in succession without",
		today.cite(cfr144+"(g)(3)(iii)"), read)
	row("(h)", "further sales in the same three months", "a new form, not an amendment", today.staff("536.03"), checkedBefore())
	row("(h)", "distributees of one partnership", "each has its own threshold", today.staff("536.01"), checkedBefore())
	for _, era := range filingEras() {
		out = append(out, calendar.Provision{
			Key: "144(h)", Subject: "ways of filing", From: era.From, Authority: era.Authority, Checked: era.Checked,
			Value: joined(era.Value.reporting) + " about an issuer that reports; " + joined(era.Value.other) + " about any other",
		})
	}
	return out
}

// provisions are the numbers of one version.
func (t *saleTerms) provisions(from, until calendar.Date, former bool) []calendar.Provision {
	sl := saleLaw{saleTerms: *t, from: from, former: former}
	var out []calendar.Provision
	row := func(paragraph, subject, value string, authority law.Citation, then string) {
		key, checked := "144"+paragraph, against(textOf2020)
		if former {
			if key, checked = "former "+key, against(then); then == "" {
				checked = calendar.Check{}
			}
		}
		out = append(out, calendar.Provision{
			Key: key, Subject: subject, From: from, Until: until, Value: value, Authority: authority, Checked: checked,
		})
	}
	row("(e)(1)", "months whose sales count together", strconv.Itoa(t.window), sl.cite(cfr144+"(e)(1)"), openingOf1998)
	row("(e)(1)(i)", "part of the class outstanding", strconv.FormatInt(t.percent, 10)+" percent",
		sl.cite(cfr144+"(e)(1)(i)"), openingOf1998)
	row("(e)(1)(ii)", "calendar weeks that are averaged", strconv.FormatInt(t.weeks, 10), sl.cite(cfr144+"(e)(1)(ii)"), openingOf1998)
	if t.tranche > 0 {
		row("(e)(2)", "part of a debt tranche", strconv.FormatInt(t.tranche, 10)+" percent", sl.cite(cfr144+"(e)(2)"), "")
	}
	if former {
		others := sl.limit(&Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: from}, Equity, from)
		row("(e)(2)", "limit of a seller that is no affiliate", "that of (e)(1), for restricted stock, until (k) frees it", others, "")
	}
	const start = ", from the default, the donation or the trust's acquisition"
	row("(e)(3)(ii)-(iv)", "months in which a pledge, gift or trust counts, issuer that has been reporting", strconv.Itoa(t.linked)+start,
		sl.cite(cfr144+"(e)(3)(ii)-(iv)"), "")
	row("(e)(3)(ii)-(iv)", "the same, any other issuer", strconv.Itoa(t.linkedOther)+start, sl.cite(cfr144+"(e)(3)(ii)-(iv)"), "")
	row("(h)(1)", "amount and price above which a notice is required",
		kernel.Count(t.noticeAmount)+" units or $"+kernel.Count(t.noticePrice), sl.threshold(), pamphlet)
	if t.riskless {
		row("(f)(1)(iii)", "riskless principal transactions", "allowed", sl.cite(cfr144+"(f)(1)(iii)"), "")
	}
	if t.ats {
		row("(g)(3)(iv)", "business days with quotations in an alternative trading system",
			"each of the last "+strconv.Itoa(alternativeDays), sl.cite(cfr144+"(g)(3)(iv)"), "")
	}
	return out
}
