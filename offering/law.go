package offering

import (
	"fmt"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Law lists the rules of the law that this package applies, the numbers from the
// tables that its answers are computed from. A code is that of the rule. The slice
// is the caller's.
func Law() law.Reasons {
	out := law.Reasons{
		{
			Code: codeLawTenderProRata, Authority: tenderRule(citeProRata),
			Text: "Of more shares than are sought, an issuer takes up as nearly as may be pro rata.",
		},
		{
			Code: codeLawTenderOddLots, Authority: tenderRule(citeOddLots),
			Text: "Holders of fewer than a hundred shares who tender all of them may be taken up first.",
		},
		{
			Code: codeLawTenderConditional, Authority: tenderRule(citeConditional),
			Text: "Those who tender all or none may be taken up by lot.",
		},
		{
			Code: codeLawBlockerRaise, Authority: raiseRule(),
			Text: fmt.Sprintf("A higher ownership limit takes effect on day %d after the notice, a lower one at once.", raiseDays),
		},
		{
			Code: codeLawShelfPrice, Authority: shelfPriceRule(),
			Text: "The float is valued at the highest price of the sixty days before the sale.",
		},
		{
			Code: codeLawShelfLifted, Authority: shelfLiftRule(),
			Text: "The limit is off once the float reaches $75 million after the registration statement took effect.",
		},
		{
			Code: codeLawShelfConcurrent, Authority: shelfConcurrentRule(),
			Text: "The amount offered in a takedown counts, and what is still on offer in other continuous offerings under the limit.",
		},
		{
			Code: codeLawTwentyPercentPublic, Authority: publicOfferingRule(),
			Text: "A public offering needs no vote.",
		},
	}
	out = append(out, dated(codeLawShelfLimit, "of the float may be sold in twelve months", shelfRule())...)
	return append(out, dated(codeLawTwentyPercent, "or more, below the minimum price, needs a vote", twentyPercentRule())...)
}

// dated tells each version of a share that the law changed over time.
func dated(code law.Code, what string, versions calendar.Timeline[Ratio]) law.Reasons {
	var out law.Reasons
	for _, era := range versions {
		out = append(out, law.Reason{
			Code: code, Text: fmt.Sprintf("From %s: %d/%d %s.", era.From, era.Value.Num, era.Value.Den, what), Authority: era.Authority,
		})
	}
	return out
}
