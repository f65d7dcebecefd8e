package main

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/restrict"
)

// closingRule is §6(a) and (b): the first NYSE trading day after the conditions
// are satisfied or waived, by 3:00 p.m. New York time, with no outside date.
func closingRule() calendar.ClosingRule {
	rule := calendar.NextTradingDay()
	rule.Count.Authority = cite("6(a)", "Closing Date")
	rule.By.Clock = calendar.MustClock(15, 0)
	return rule
}

// notices is §9: notice is given upon personal delivery, or seven business days
// after deposit in the mail; a fax is an advance copy; a new address takes effect
// after ten days.
//
// The agreement does not define business days; they are read as days on which
// banks in New York are open. It names couriers without saying when their
// delivery counts; that is read as personal delivery.
func notices() calendar.NoticeClause {
	zone := calendar.Cutoff{Zone: calendar.NewYork()}
	same := calendar.Deadline{Name: "Notice", Unit: calendar.Days, Cutoff: zone}
	authority := cite("9", "Notices")
	return calendar.NoticeClause{
		Rules: []calendar.NoticeRule{
			{Method: calendar.Personal, Start: calendar.FromReceipt, Lag: same},
			{Method: calendar.Courier, Start: calendar.FromReceipt, Lag: same},
			{Method: calendar.Mail, Start: calendar.FromSending, Lag: calendar.Deadline{
				Name: "Notice", Count: 7, Unit: calendar.BusinessDays, Calendar: calendar.FederalReserve(), Cutoff: zone,
			}},
			{Method: calendar.Fax, Start: calendar.Never},
		},
		AddressChange: calendar.Deadline{Name: "New address", Count: 10, Unit: calendar.Days, Authority: authority},
		Authority:     authority,
	}
}

// covenant is §1(b)(ii) and (iii): three business days after receipt of the
// notice of sale, the certificate and, where necessary, blue-sky information, if
// the registration statement was effective and current at the time of the sale.
// The agreement prints no damages for lateness.
//
// The agreement does not say what a business day is. The days here are those
// on which banks in New York are open, since its money and its escrow agent
// are there. It names no hour of the day, so that receipt counts until midnight
// in Campbell, California, where the company is.
func covenant() restrict.Delivery {
	campbell, _ := calendar.Zone("America/Los_Angeles") // one of the zones that are always there
	d := restrict.ThreeDayDelivery()
	d.Awaits = append(d.Awaits, restrict.Awaited{Trigger: restrict.BlueSkyInformation, IfNeeded: true})
	d.Cutoff.Zone = campbell
	d.Channels = channels()
	d.Authority = cite("1(b)(ii)", fullTitle)
	return d
}

// channels are the ways of delivery. Paragraph (iii) prints the name of DTC's
// system as "Deposit Withdrawal Agent Commission". A position on the agent's
// books is read into "by electronic transfer or otherwise".
func channels() []restrict.ChannelTerms {
	book := cite("1(b)(ii)", fullTitle)
	book.Doubt = `book entry is not printed; it is read into "by electronic transfer or otherwise"`
	return []restrict.ChannelTerms{
		{Channel: restrict.ByCertificate, Effort: restrict.EffortMust, Authority: cite("1(b)(ii)", fullTitle)},
		{
			Channel: restrict.ByDWAC, Effort: restrict.EffortBest,
			Conditions: []restrict.ChannelCondition{
				restrict.AgentInFAST, restrict.HolderAsked, restrict.HolderComplied, restrict.NoLegend, restrict.NotReturnable,
			},
			Authority: cite("1(b)(iii)", fullTitle),
		},
		{Channel: restrict.ByBookEntry, Effort: restrict.EffortMay, Authority: book},
	}
}

// agreedLegend is the legend of §1(a), in its own words, with the stop-transfer
// instructions of §3(j). Its text lets the shares be sold under an effective
// registration statement, or on an opinion of counsel or other evidence
// acceptable to the corporation.
//
// The registration statement must be current as well: that is §3(h), and the
// proviso of §1(b)(ii) on unlegended shares, not the legend. The agreement names
// no limb for a sale under Rule 144; the opinion serves for it, §1(b)(i).
func agreedLegend() restrict.Legend {
	return restrict.Legend{
		Kind: restrict.LegendSecuritiesAct,
		Text: "THE SECURITIES REPRESENTED HEREBY (THE \"SECURITIES\") HAVE NOT BEEN REGISTERED UNDER THE SECURITIES ACT OF 1933, " +
			"AS AMENDED (THE \"SECURITIES ACT\"), OR THE SECURITIES LAWS OF ANY STATE AND MAY NOT BE SOLD OR OFFERED FOR SALE IN THE " +
			"ABSENCE OF AN EFFECTIVE REGISTRATION STATEMENT FOR THE SECURITIES OR AN OPINION OF COUNSEL OR OTHER EVIDENCE " +
			"ACCEPTABLE TO THE CORPORATION THAT SUCH REGISTRATION IS NOT REQUIRED.",
		StopTransfer: true,
		Needs:        restrict.AnyLimb,
		Limbs: []restrict.Limb{
			{Kind: restrict.LimbRegistration, Current: true, Authority: cite("1(a), 1(b)(ii), 3(h)", fullTitle)},
			{Kind: restrict.LimbOpinion, Evidence: true, Authority: cite("1(a), 1(b)(i)", fullTitle)},
		},
		Authority: cite("1(a), 3(j)", fullTitle),
	}
}
