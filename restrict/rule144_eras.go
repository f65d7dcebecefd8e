package restrict

import (
	"sync"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// terms are the numbers and switches of one version of Rule 144.
type terms struct {
	// hold is the holding period in months for an issuer that has been
	// reporting for seasoned days, and holdOther that for any other: (d)(1).
	hold, holdOther int
	// free is the months after which a seller clear of affiliation is rid of
	// every further condition: now (b)(1), formerly (k).
	free int
	// until and untilOther are what binds that seller before, beside (d), for
	// the same two kinds of issuer.
	until, untilOther Conditions
	// debtOff is what does not bind the sale of debt.
	debtOff Conditions
	// estateOff is what does not bind the estate of an affiliate or its
	// beneficiary, if that is no affiliate: (f)(3)(i). Since 2008 only affiliates
	// are bound by it at all.
	estateOff Conditions
	// seasoned is the days for which an issuer must have been reporting.
	seasoned int
	// forms8K is true if the reports that (c)(1) asks for include Forms 8-K, as
	// far as is known.
	forms8K bool
	// clear is the months without affiliation after which a seller counts as
	// no affiliate.
	clear int
	// look is the days before the sale in which affiliation makes the seller
	// an affiliate's equal, (b)(2). Zero if the text has no such look-back, and
	// clear does that service too.
	look int
	// shells is true if the text bars the stock of shell companies: (i). It is
	// the text of 2008, the only one whose paragraphs were read.
	shells bool
	// shellMonths is the months that must have passed since a former shell
	// filed its Form 10 information: (i)(2).
	shellMonths int
	// text is how the paragraphs of this version are cited, with what is not
	// verified about all of them.
	text law.Citation
}

// eraCount is the number of versions of Rule 144 that are held.
const eraCount = 3

// versions are the versions of Rule 144 by the first day of sale that they
// govern, in order.
type versions [eraCount]calendar.Era[terms]

//nolint:gochecknoglobals // the memo of a pure function
var rule144Eras = sync.OnceValue(buildRule144Eras)

// firstSale is the first day of sale whose law is held. Before it the seller
// counted only its own time, under texts that could not be read.
func firstSale() calendar.Date { return rule144Eras()[0].From }

func buildRule144Eras() *versions {
	before := ConditionC | limits // of the years between (d) and (k), for whoever sells
	return &versions{
		{
			From: calendar.MustDate(1990, time.April, 30),
			Value: terms{
				hold: 24, holdOther: 24, free: 36, until: before, untilOther: before, estateOff: ConditionF, seasoned: 90, clear: 3,
				forms8K: true,
				text: law.Citation{
					Cite: "former 17 CFR 230.144", Title: "Rule 144 as in force from April 30, 1990 to April 28, 1997",
					Doubt: "only the lengths are confirmed, by the summary of 1997",
				},
			},
			Authority: law.Citation{
				Cite: "55 FR 17933", Title: "Release 33-6862, effective April 30, 1990",
				Doubt: "recalled, not read; only the lengths are confirmed, by the summary of 1997",
			},
		},
		{
			From: calendar.MustDate(1997, time.April, 29),
			Value: terms{
				hold: 12, holdOther: 12, free: 24, until: before, untilOther: before, estateOff: ConditionF, seasoned: 90, clear: 3,
				forms8K: true,
				text: law.Citation{
					Cite: "former 17 CFR 230.144", Title: "Rule 144 as in force from April 29, 1997 to February 14, 2008",
				},
			},
			Authority: law.Citation{
				Cite: "62 FR 9242", Title: "Release 33-7390, effective April 29, 1997",
			},
		},
		{
			From: calendar.MustDate(2008, time.February, 15),
			Value: terms{
				hold: 6, holdOther: 12, free: 12, until: ConditionC, debtOff: ConditionF, estateOff: ConditionF,
				seasoned: 90, clear: 3, look: 90, shells: true, shellMonths: 12,
				text: law.Citation{
					Cite: "17 CFR 230.144", Title: "Rule 144", URL: url144,
				},
			},
			Authority: law.Citation{
				Cite: "72 FR 71546", Title: "Release 33-8869, effective February 15, 2008",
			},
		},
	}
}

// at is the index of the version that governs a sale on that day; the first
// for a day before all.
func (v *versions) at(sale calendar.Date) *calendar.Era[terms] {
	for i := eraCount - 1; i > 0; i-- {
		if !v[i].From.After(sale) {
			return &v[i]
		}
	}
	return &v[0]
}

// last is the last day of sale that version i governs; "no date" if it is in
// force.
func (v *versions) last(i int) calendar.Date {
	if i+1 == eraCount {
		return calendar.Date{}
	}
	return v[i+1].From.AddDays(-1)
}
