package offering

import (
	"fmt"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
)

// Law lists the rules of the law that this package applies, the numbers from the
// tables that its answers are computed from, and what is proposed to take their
// place. The slice is the caller's.
func Law() []calendar.Provision {
	row := func(key, subject, value string, authority law.Citation, checked calendar.Check) calendar.Provision {
		return calendar.Provision{Key: "offering.law." + key, Subject: subject, Value: value, Authority: authority, Checked: checked}
	}
	const section = "the section as the eCFR has kept it"
	out := []calendar.Provision{
		row("tender.pro_rata", "tenders of more than is sought",
			"Of more shares than are sought, an issuer takes up as nearly as may be pro rata.", tenderRule(citeProRata), against(section)),
		row("tender.odd_lots", "tenders of odd lots",
			"Holders of fewer than a hundred shares who tender all of them may be taken up first.", tenderRule(citeOddLots),
			against(section)),
		row("tender.conditional", "conditional tenders",
			"Those who tender all or none may be taken up by lot.", tenderRule(citeConditional), against(section)),
		row("blocker.raise", "notice of another ownership limit",
			fmt.Sprintf("A higher ownership limit takes effect on day %d after the notice, a lower one at once.", raiseDays), raiseRule(),
			against(section+": what can be acquired within sixty days counts")),
		row("shelf.price", "price of the float",
			"The float is valued at the highest price of the sixty days before the sale.", shelfPriceRule(), against("17 CFR 239.13")),
		row("shelf.lifted", "end of the limit on a shelf",
			"The limit is off once the float reaches $75 million after the registration statement took effect.", shelfLiftRule(),
			against("Instruction 3 to General Instruction I.B.5 of Form F-3")),
		row("shelf.concurrent", "what counts toward the limit on a shelf",
			"The amount offered in a takedown counts, and what is still on offer in other continuous offerings under the limit.",
			shelfConcurrentRule(), calendar.Check{}),
		row("twenty_percent.public", "public offerings by a Nasdaq company", "A public offering needs no vote.", publicOfferingRule(),
			against("a law firm's report of October 18, 2018")),
	}
	for _, era := range shelfRule() {
		out = append(out, dated("shelf.limit", "limit on a shelf", "of the float may be sold in twelve months", era))
	}
	for _, era := range twentyPercentRule() {
		out = append(out, dated("twenty_percent", "shares or votes issued by a Nasdaq company",
			"or more, below the minimum price, needs a vote", era))
	}
	return calendar.Provisions(append(out, calendar.Provision{
		Key: "proposal", Subject: "an end of the transaction requirements of Form S-3, and so of the limit on a shelf and its $75 million",
		Value:     "proposed on May 19, 2026, for comment until July 27, 2026, and no adoption was found; not applied",
		Authority: law.Citation{Cite: "Release 33-11418", Title: "Registered Offering Reform"},
		Checked:   against("law firms' reports of the proposal"),
	}))
}

// dated is a version of a share that the law changed over time.
func dated(key, subject, what string, era calendar.Era[exact.Fraction]) calendar.Provision {
	return calendar.Provision{
		Key: "offering.law." + key, Subject: subject, From: era.From, Value: fmt.Sprintf("%d/%d %s", era.Value.Num, era.Value.Den, what),
		Authority: era.Authority, Checked: era.Checked,
	}
}

// against is a check of November 30, 2026.
func against(text string) calendar.Check {
	return calendar.Check{On: calendar.MustDate(2026, time.November, 30), Against: text}
}
