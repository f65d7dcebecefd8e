package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// The common stock purchase agreement of November 25, 2002, for the tests: the
// library has no value of any one deal.

// FocusDelivery is the covenant of the 2002 agreement, §1(b)(ii) and (iii):
// three business days after receipt of the notice of sale, the certificate and,
// where necessary, blue-sky information, if the registration statement was
// effective and current at the time of the sale. The agreement prints no
// damages for lateness.
//
// The agreement does not say what a business day is. The days here are those
// on which banks in New York are open, since its money and its escrow agent
// are there; set Calendar to calendar.NYSE() for trading days. It names no hour
// of the day, so that receipt counts until midnight in Campbell, California,
// where the company is.
func FocusDelivery() Delivery {
	campbell, _ := calendar.Zone("America/Los_Angeles") // one of the zones that are always there
	return Delivery{
		Awaits: []Awaited{
			{Trigger: NoticeOfSale}, {Trigger: OriginalCertificate}, {Trigger: BlueSkyInformation, IfNeeded: true},
		},
		Clocks:    []DeliveryClock{{Count: 3, Unit: calendar.BusinessDays}},
		Calendar:  calendar.FederalReserve(),
		Cutoff:    calendar.Cutoff{Zone: campbell},
		Grounds:   []DeliveryGround{GroundRegistered},
		Channels:  focusChannels(),
		Authority: law.Citation{Cite: "Agreement §1(b)(ii)", Title: "Common Stock Purchase Agreement of November 25, 2002"},
	}
}

// focusChannels are the channels of the agreement. Paragraph (iii) prints the
// name of DTC's system as "Deposit Withdrawal Agent Commission". A position on
// the agent's books is read into "by electronic transfer or otherwise".
func focusChannels() []ChannelTerms {
	cite := law.Citation{Title: "Common Stock Purchase Agreement of November 25, 2002"}
	physical, dwac, book := cite, cite, cite
	physical.Cite, dwac.Cite, book.Cite = "Agreement §1(b)(ii)", "Agreement §1(b)(iii)", "Agreement §1(b)(ii)"
	book.Doubt = `book entry is not printed; it is read into "by electronic transfer or otherwise"`
	return []ChannelTerms{
		{Channel: ByCertificate, Effort: EffortMust, Authority: physical},
		{
			Channel: ByDWAC, Effort: EffortBest,
			Conditions: []ChannelCondition{AgentInFAST, HolderAsked, HolderComplied, NoLegend, NotReturnable}, Authority: dwac,
		},
		{Channel: ByBookEntry, Effort: EffortMay, Authority: book},
	}
}

// FocusLegend is the legend of the 2002 agreement, §1(a), in its own words,
// with the stop-transfer instructions of §3(j). Its text lets the shares be
// sold under an effective registration statement, or on an opinion of counsel
// or other evidence acceptable to the corporation.
//
// The registration statement must be current as well: that is §3(h), and the
// proviso of §1(b)(ii) on unlegended shares, not the legend. Without it, the
// limb reads as the legend alone does. The agreement names no limb for a sale
// under Rule 144; the opinion serves for it, §1(b)(i).
func FocusLegend() Legend {
	cite := func(section string) law.Citation {
		return law.Citation{Cite: "Agreement §" + section, Title: "Common Stock Purchase Agreement of November 25, 2002"}
	}
	return Legend{
		Kind: LegendSecuritiesAct,
		Text: "THE SECURITIES REPRESENTED HEREBY (THE \"SECURITIES\") HAVE NOT BEEN REGISTERED UNDER THE SECURITIES ACT OF 1933, " +
			"AS AMENDED (THE \"SECURITIES ACT\"), OR THE SECURITIES LAWS OF ANY STATE AND MAY NOT BE SOLD OR OFFERED FOR SALE IN THE " +
			"ABSENCE OF AN EFFECTIVE REGISTRATION STATEMENT FOR THE SECURITIES OR AN OPINION OF COUNSEL OR OTHER EVIDENCE " +
			"ACCEPTABLE TO THE CORPORATION THAT SUCH REGISTRATION IS NOT REQUIRED.",
		StopTransfer: true,
		Needs:        AnyLimb,
		Limbs: []Limb{
			{Kind: LimbRegistration, Current: true, Authority: cite("1(a), 1(b)(ii), 3(h)")},
			{Kind: LimbOpinion, Evidence: true, Authority: cite("1(a), 1(b)(i)")},
		},
		Authority: cite("1(a), 3(j)"),
	}
}

// FocusRegistration is what the 2002 agreement says of registration: §4(a)
// promises a registration rights agreement in the form of Annex IV, and
// §1(b)(ii) speaks of a statement that has been declared effective and is
// current. It prints no clock and no charge of its own, and Annex IV is not
// among its pages. So this value has none either, and is refused until Clocks
// are filled in from the annex: an agreement that was not read promises
// nothing that could be counted.
//
// Once they are, the statement may never be suspended, since a grace that is
// not known allows nothing.
func FocusRegistration() Registration {
	return Registration{
		Name: "Registration Rights Agreement, Annex IV",
		Authority: law.Citation{
			Cite: "Agreement §4(a), Annex IV", Title: "Registration Rights Agreement of November 25, 2002",
			URL:   "https://www.sec.gov/Archives/edgar/data/884719/000095000503000410/p16856_ex1021.txt",
			Doubt: "the annex is not attached to the agreement and was not read beyond its recitals",
		},
	}
}
