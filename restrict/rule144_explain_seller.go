package restrict

import (
	"strconv"

	"github.com/offerkit/offerkit/calendar"
)

// seller tells how the seller stands to the issuer.
func (e *explainer) seller(s steps) {
	t, last := &e.era.Value, e.f.LastAffiliate
	var cleared calendar.Date
	if e.f.Affiliate == AffiliateFormer {
		cleared = affiliateCleared(last, t.clear)
	}
	switch {
	case s.any(sellerAffiliate):
		e.say(codeAffiliate, e.cite("(b)(2)", "(b)"), "The seller is an affiliate of the issuer on the day of the sale.")
	case s.any(sellerRecent) && e.former():
		e.say(codeAffiliateRecent, e.also(e.cite("", "(k)"), "the three months were not read in the text of the time"),
			"The seller was an affiliate until ", last.Long(), ", and so during the three months before the sale, which are over on ",
			cleared.Long(), ".")
	case s.any(sellerRecent):
		e.say(codeAffiliateRecent, e.cite("(b)(2)", ""), "The seller was an affiliate until ", last.Long(),
			", within the ", strconv.Itoa(t.look), " days before the sale, and sells as one until ",
			affiliateReleased(last, t.look).AddDays(-1).Long(), ".")
	case s.any(sellerGap):
		e.say(codeAffiliateGap, e.cite("(b)(1)", ""), "The seller was an affiliate until ", last.Long(), ": the ",
			strconv.Itoa(t.look), " days of paragraph (b)(2) are over and the three months of (b)(1) are not, so that neither ",
			"paragraph takes the seller before ", cleared.Long(), ".")
	case s.any(sellerGapControl):
		e.say(codeAffiliateGapControl, e.cite("(b)(2)", ""), "The seller was an affiliate until ", last.Long(), ": the ",
			strconv.Itoa(t.look), " days of paragraph (b)(2) are over, three clear months are not, and for stock that is not ",
			"restricted the text leaves open what that means until ", cleared.Long(), ".")
	case s.any(sellerClear):
		e.say(codeAffiliateClear, e.cite("(b)(1)", "(k)"), "The seller was an affiliate until ", last.Long(),
			" and has been clear of that for three months since ", cleared.Long(), ".")
	case s.any(sellerNever):
		e.say(codeAffiliateNever, e.cite("(b)(1)", "(k)"), "The seller is no affiliate of the issuer and was none before.")
	case s.any(sellerUnknown):
		e.say(codeAffiliateUnknown, e.cite("(a)(1)", "(a)(1)"),
			"The answer needs to know whether the seller is an affiliate of the issuer or was one in the last three months.")
	}
	if s.any(unneeded) {
		e.say(codeUnneeded, e.cite("(b)", "(b)"),
			"The stock is not restricted and the seller is no affiliate, so that the rule does not restrain the sale.")
	}
}

// capacity tells what the seller claims from how an affiliate held the stock.
func (e *explainer) capacity() {
	switch e.f.Capacity {
	case Estate:
		authority := e.cite("(d)(3)(vii)", "(d)(3)")
		if e.f.Stock == Unrestricted {
			authority = e.also(authority, "derived: of inheritance (a)(3)(i) does not speak")
		}
		e.say(codeCapacityEstate, authority, "The seller is the estate of a deceased affiliate or its beneficiary", e.deemed(), ".")
	case Pledgee:
		e.say(codeCapacityPledgee, e.pledgeView(), "The seller is the pledgee of an affiliate that defaulted",
			e.deemed(), ".")
	case Donee:
		e.say(codeCapacityDonee, e.interpretation("530.03"), "The seller is the donee of an affiliate, and its own affiliation counts, ",
			"not the donor's", e.deemed(), ".")
	case Holder:
	}
}

// deemed tells that stock which the affiliate held free is so no more.
func (e *explainer) deemed() string {
	if e.f.Stock == Restricted {
		return ""
	}
	return "; the stock, which the affiliate held as unrestricted, is restricted in its hands"
}

// issuer tells how the issuer stands to its duty to report.
func (e *explainer) issuer(s steps) {
	i := &e.f.Issuer
	switch {
	case s.any(issuerSeasoned):
		e.say(codeIssuerSeasoned, e.cite("(c)(1)", "(c)(1)"), "The issuer has been subject to reporting since ",
			i.ReportingSince.Long(), ", for at least the ", e.seasoned(), " days before the sale.")
	case s.any(issuerNew):
		e.say(codeIssuerNew, e.cite("(c)(1)", "(c)(1)"), "The issuer has been subject to reporting only since ",
			i.ReportingSince.Long(), "; ", e.seasoned(), " days are over on ",
			reportingSeasoned(i.ReportingSince, e.era.Value.seasoned, anniversary).Long(), ".")
	case s.any(issuerOther):
		e.unboundIssuer()
	case s.any(issuerUnknown):
		e.say(codeIssuerUnknown, e.cite("(c)", "(c)"), "Whether the issuer has been subject to reporting for the ", e.seasoned(),
			" days before the sale is unknown.")
	}
}

func (e *explainer) seasoned() string { return strconv.Itoa(e.era.Value.seasoned) }

func (e *explainer) unboundIssuer() {
	switch i := &e.f.Issuer; {
	case i.Reporting == ReportingVoluntary:
		e.say(codeIssuerOther, e.interpretation("132.09"), "The issuer files reports of its own will and is not subject to reporting.")
	case i.Reporting == ReportingEnded && e.sale.After(i.ReportingUntil):
		e.say(codeIssuerOther, e.cite("(c)(2)", "(c)(2)"), "The issuer was subject to reporting until ",
			i.ReportingUntil.Long(), " and is no more.")
	case i.Reporting != ReportingNone:
		e.say(codeIssuerOther, e.cite("(c)(2)", "(c)(2)"), "The issuer is subject to reporting only from ",
			i.ReportingSince.Long(), ", after the sale.")
	default:
		e.say(codeIssuerOther, e.cite("(c)(2)", "(c)(2)"), "The issuer is not subject to reporting.")
	}
}
