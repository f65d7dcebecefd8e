package restrict

import (
	"strings"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// saleTerms are the numbers and switches of paragraphs (e) to (h) in one
// version of Rule 144.
type saleTerms struct {
	// window is the months before a sale whose sales count with it: (e)(1).
	window int
	// percent is the part of the class that may be sold, and weeks the number
	// of calendar weeks of trading that are averaged: (e)(1).
	percent, weeks int64
	// tranche is the part in percent of a debt tranche that may be sold:
	// (e)(2). Zero if the text has no such limit.
	tranche int64
	// linked is the months for which a pledgee, donee or trust sells together
	// with the person it has the securities from, linkedOther the same where the
	// issuer has not been reporting: (e)(3)(ii)-(iv).
	linked, linkedOther int
	// noticeAmount and noticePrice are the amount and the dollars up to which
	// no notice is asked for: (h)(1).
	noticeAmount, noticePrice int64
	// riskless admits riskless principal transactions, (f)(1)(iii), and ats the
	// quotations in an alternative trading system, (g)(3)(iv).
	riskless, ats bool
}

// saleEras lists the versions of paragraphs (e) to (h) by the first day of sale
// that they govern.
func saleEras() [2]calendar.Era[saleTerms] {
	return [...]calendar.Era[saleTerms]{
		{
			From: calendar.MustDate(1997, time.April, 29),
			Value: saleTerms{
				window: 3, percent: 1, weeks: 4, linked: 12, linkedOther: 12,
				noticeAmount: 500, noticePrice: 10_000,
			},
			Authority: law.Citation{Cite: "62 FR 9242", Title: "Release 33-7390, effective April 29, 1997"},
		},
		{
			From: calendar.MustDate(2008, time.February, 15),
			Value: saleTerms{
				window: 3, percent: 1, weeks: 4, tranche: 10, linked: 6, linkedOther: 12,
				noticeAmount: 5_000, noticePrice: 50_000, riskless: true, ats: true,
			},
			Authority: law.Citation{Cite: "72 FR 71546", Title: "Release 33-8869, effective February 15, 2008"},
		},
	}
}

// saleLaw is the version of paragraphs (e) to (h) that governs one sale.
type saleLaw struct {
	saleTerms
	from   calendar.Date
	former bool // the version of 1997
}

// saleLawOn looks the version up. It records a fault for "no date" and for a
// day before the first version.
func saleLawOn(fs *law.Faults, sale calendar.Date) saleLaw {
	eras := saleEras()
	switch {
	case sale.IsZero():
		fs.Missing("sale")
	case sale.Before(eras[0].From):
		fs.Add(law.ErrUnsupported, "sale", sale.String(), "is before %s, the first sale whose law is held", eras[0].From)
	case !sale.Before(eras[1].From):
		return saleLaw{eras[1].Value, eras[1].From, false}
	}
	return saleLaw{eras[0].Value, eras[0].From, true}
}

// cfr144 is the section whose paragraphs are cited.
const cfr144 = "17 CFR 230.144"

// url144 is a page with the text in force.
const url144 = "https://www.ecfr.gov/current/title-17/section-230.144"

// cite is the paragraph of the version that governs. The former version was
// not read in full; what its release says is cited from there.
func (sl *saleLaw) cite(paragraph string) law.Citation {
	if sl.former {
		c := law.Citation{
			Cite: "former " + paragraph, Title: "Rule 144 as in force from April 29, 1997 to February 14, 2008",
			Doubt: "numbered as the text since 2008; the text of 1997 was not read",
		}
		if strings.HasPrefix(paragraph, cfr144+"(e)(1)") {
			c.Doubt = "the opening of (e) was read as quoted in 1998"
		}
		return c
	}
	return law.Citation{
		Cite: paragraph, Title: "Rule 144", URL: url144,
	}
}

// limit cites what limits the amount that a seller may sell: (e)(1), and in the
// former version, whose (e)(1) was about affiliates, (e)(2) for any other.
func (sl *saleLaw) limit(s *Seller, security Security, sale calendar.Date) law.Citation {
	c := sl.cite(cfr144 + "(e)(1)")
	if !sl.former {
		return c
	}
	const others = "(e)(2) is recalled; whether it counts sales of stock that is not restricted is not verified, and they are counted"
	f := s.facts(security, sl.former)
	switch seller := f.seller(&rule144Eras().at(sale).Value, sale); {
	case seller.any(sellerNever | sellerClear):
		c.Cite, c.Doubt = "former "+cfr144+"(e)(2)", others
	case seller == sellerUnknown:
		c.Cite, c.Doubt = "former "+cfr144+"(e)(1), (2)", others
	}
	return c
}

// staff is an answer of the staff, which is about the text since 2008.
func (sl *saleLaw) staff(number string) law.Citation {
	c := staffSays(number)
	if sl.former {
		c.Doubt = "the staff wrote it about the text since 2008"
	}
	return c
}

// windowStart is the first day whose sales count with a sale of that day: the
// same-numbered day months before, or the last of a shorter month. It counts
// itself, which is the cautious reading of "within the preceding three months".
func (sl *saleLaw) windowStart(sale calendar.Date) calendar.Date {
	start, _ := sale.AddMonths(-sl.window)
	return start
}

// leaves is the first day of sale with which a sale of the given day counts no
// longer. It is "no date" if that lies after the year 9999.
func (sl *saleLaw) leaves(sold calendar.Date) calendar.Date {
	day, _ := sold.AddMonths(sl.window)
	if day.Day() < 28 {
		return day.AddDays(1) // no month is too short for either day
	}
	for day = day.AddDays(1); !day.IsZero() && !sl.windowStart(day).After(sold); {
		day = day.AddDays(1) // May 29 to 31 all look back to the end of February
	}
	return day
}
