package restrict

import (
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
	// seasoned is the days for which an issuer must have been reporting.
	seasoned int
	// clear is the months without affiliation after which a seller counts as
	// no affiliate.
	clear int
	// look is the days before the sale in which affiliation makes the seller
	// an affiliate's equal, (b)(2). Zero if the text has no such look-back, and
	// clear does that service too.
	look int
	// shells is true if the text bars the stock of shell companies: (i).
	shells bool
}

// eraCount is the number of versions of Rule 144 that are held.
const eraCount = 2

// rule144Eras lists the versions of Rule 144 by the first day of sale that they
// govern. It is an array, so that bulk calls can keep it off the heap.
func rule144Eras() [eraCount]calendar.Era[terms] {
	return [eraCount]calendar.Era[terms]{
		{
			From: firstSale(),
			Value: terms{
				hold: 12, holdOther: 12, free: 24,
				until: ConditionC | limits, untilOther: ConditionC | limits,
				seasoned: 90, clear: 3,
			},
			Authority: law.Citation{
				Cite: "62 FR 9242", Title: "Release 33-7390, effective April 29, 1997",
			},
		},
		{
			From: calendar.MustDate(2008, time.February, 15),
			Value: terms{
				hold: 6, holdOther: 12, free: 12,
				until: ConditionC, debtOff: ConditionF,
				seasoned: 90, clear: 3, look: 90, shells: true,
			},
			Authority: law.Citation{
				Cite: "72 FR 71546", Title: "Release 33-8869, effective February 15, 2008",
			},
		},
	}
}

// firstSale is the first day of sale whose law is held. Before it the periods
// were two and three years, under texts that could not be read.
func firstSale() calendar.Date { return calendar.MustDate(1997, time.April, 29) }
