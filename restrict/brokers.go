package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/internal/check"
	"github.com/offerkit/offerkit/law"
)

// Brokerage describes what a broker does in selling, as paragraph (g) of Rule
// 144 asks about brokers' transactions.
//
// The zero Brokerage states nothing and is refused.
type Brokerage struct {
	// Sale is the day of the sale, which selects the version of the rule.
	// Required.
	Sale calendar.Date `json:"sale"`
	// AgentOnly tells whether the broker does no more than execute the order as
	// the seller's agent: (g)(1). Required, but for a riskless principal.
	AgentOnly law.YesNo `json:"agent_only,omitempty"`
	// UsualCommission tells whether it receives no more than the usual and
	// customary commission: (g)(2). Required.
	UsualCommission law.YesNo `json:"usual_commission"`
	// Solicited tells whether it solicits orders to buy, or arranges for that,
	// in any other way than by Inquiries and Quotations: (g)(3). Required.
	Solicited law.YesNo `json:"solicited"`
	// Inquiries lists whom it asks, and why it may.
	Inquiries []Inquiry `json:"inquiries,omitempty"`
	// Quotations lists the systems in which it publishes bids and offers.
	Quotations []Quotation `json:"quotations,omitempty"`
	// Inquired tells whether the broker, after reasonable inquiry, knows of
	// nothing that makes the seller an underwriter or the sale part of a
	// distribution: (g)(4). Required.
	Inquired law.YesNo `json:"inquired"`
	// Calendar says which days are business days. The zero Calendar is that of
	// the New York Stock Exchange, which the reasons name.
	Calendar calendar.Calendar `json:"calendar,omitzero"`
}

// Party is whom a broker asks. The zero Party is refused.
type Party string

// The parties.
const (
	// PartyBroker is another broker or dealer.
	PartyBroker Party = "broker"
	// PartyCustomer is a customer of the broker's own.
	PartyCustomer Party = "customer"
)

func (Party) all() []Party {
	return []Party{PartyBroker, PartyCustomer}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (p *Party) UnmarshalText(text []byte) error {
	return law.ReadWord(p, text, p.all()...)
}

// Inquiry is one question of the broker's whether somebody buys.
type Inquiry struct {
	// Date is the day of the inquiry, and Party whom it goes to. Required.
	Date  calendar.Date `json:"date"`
	Party Party         `json:"party"`
	// Interest is the day on which that party last showed interest in the
	// security. "No date" says that it showed none.
	Interest calendar.Date `json:"interest,omitzero"`
	// Unsolicited tells whether a customer's interest was unsolicited and in
	// good faith, and Written whether the broker has it in writing. Required
	// for customers.
	Unsolicited law.YesNo `json:"unsolicited,omitempty"`
	Written     law.YesNo `json:"written,omitempty"`
}

// QuotationSystem is where bids and offers are published. The zero
// QuotationSystem is refused.
type QuotationSystem string

// The systems.
const (
	// InterDealer is an inter-dealer quotation system: (g)(3)(iii).
	InterDealer QuotationSystem = "inter dealer"
	// Alternative is an alternative trading system: (g)(3)(iv), since
	// 2008-02-15.
	Alternative QuotationSystem = "alternative trading system"
)

func (QuotationSystem) all() []QuotationSystem {
	return []QuotationSystem{InterDealer, Alternative}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (q *QuotationSystem) UnmarshalText(text []byte) error {
	return law.ReadWord(q, text, q.all()...)
}

// Quotation is the broker's publishing of bids and offers in one system.
type Quotation struct {
	// System is where. Required.
	System QuotationSystem `json:"system"`
	// Days are the days on which the broker published bona fide bids and offers
	// there, in any order; none is after the sale.
	Days []calendar.Date `json:"days,omitempty"`
	// OwnMarket tells whether the quotations are incident to a bona fide
	// inter-dealer market for the broker's own account. Required for
	// inter-dealer systems.
	OwnMarket law.YesNo `json:"own_market,omitempty"`
}

// BrokerFinding is the answer about one broker. The zero BrokerFinding is no
// answer and appears only beside an error.
type BrokerFinding struct {
	// Met tells whether the sale is a brokers' transaction.
	Met law.YesNo `json:"met"`
	// InForce is the first day of the version of the rule that governs.
	InForce calendar.Date `json:"in_force"`
	// Method and Version name how the answer was made.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why lists the findings, every one that fails among them.
	Why law.Reasons `json:"why"`
}

// The codes of the steps in BrokerFinding.Why. A code that ends in "unknown"
// names what the answer needs, and one that ends in "unmet" what the sale does not
// keep to.
const (
	codeBrokerAgent           law.Code = "144.brokers.agent"
	codeBrokerCommission      law.Code = "144.brokers.commission"
	codeBrokerSolicited       law.Code = "144.brokers.solicited"
	codeBrokerInquiry         law.Code = "144.brokers.inquiry"
	codeBrokerInquiryLate     law.Code = "144.brokers.inquiry.late"
	codeBrokerInquiryUnfit    law.Code = "144.brokers.inquiry.unfit"
	codeBrokerQuotes          law.Code = "144.brokers.quotes"
	codeBrokerQuotesFew       law.Code = "144.brokers.quotes.few"
	codeBrokerQuotesGap       law.Code = "144.brokers.quotes.gap"
	codeBrokerQuotesForeign   law.Code = "144.brokers.quotes.own_market"
	codeBrokerQuotesEra       law.Code = "144.brokers.quotes.no_such_rule"
	codeBrokerCare            law.Code = "144.brokers.reasonable_inquiry"
	codeBrokerUnknown         law.Code = "144.brokers.unknown"
	codeBrokerCalendar        law.Code = "144.brokers.calendar"
	codeBrokerAgentUnmet      law.Code = "144.brokers.agent.unmet"
	codeBrokerCommissionUnmet law.Code = "144.brokers.commission.unmet"
	codeBrokerSolicitedUnmet  law.Code = "144.brokers.solicited.unmet"
	codeBrokerCareUnmet       law.Code = "144.brokers.reasonable_inquiry.unmet"
)

// brokerCodes is the part of the catalog above.
func brokerCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeBrokerAgent, Text: "The broker does no more than execute the order as agent."},
		{Code: codeBrokerCommission, Text: "The broker receives no more than the usual commission."},
		{Code: codeBrokerSolicited, Text: "The broker does not solicit orders to buy."},
		{Code: codeBrokerInquiry, Text: "An inquiry to a broker or customer that is permitted."},
		{Code: codeBrokerInquiryLate, Text: "The broker or customer was asked later than its interest permits."},
		{Code: codeBrokerInquiryUnfit, Text: "The interest of the customer was not an unsolicited bona fide indication."},
		{Code: codeBrokerQuotes, Text: "The broker's quotations on the days required permit its own quotations."},
		{Code: codeBrokerQuotesFew, Text: "There were quotations on fewer days than required."},
		{Code: codeBrokerQuotesGap, Text: "Too many business days in succession were without quotations."},
		{Code: codeBrokerQuotesForeign, Text: "The quotations were not in an interdealer quotation system."},
		{Code: codeBrokerQuotesEra, Text: "The version of the rule in force has no such exception for quotations."},
		{Code: codeBrokerCare, Text: "The broker made reasonable inquiry."},
		{Code: codeBrokerUnknown, Text: "Whether the sale is a brokers' transaction depends on a fact that was not given."},
		{Code: codeBrokerCalendar, Text: "The calendar by which days are counted."},
		{Code: codeBrokerAgentUnmet, Text: "The broker does more than execute the order as agent."},
		{Code: codeBrokerCommissionUnmet, Text: "The broker receives more than the usual commission."},
		{Code: codeBrokerSolicitedUnmet, Text: "The broker solicits orders to buy."},
		{Code: codeBrokerCareUnmet, Text: "The broker did not make reasonable inquiry."},
	}
}

// BrokersTransaction tells whether a sale is a brokers' transaction under
// paragraph (g) of Rule 144, in the version in force on the day of the sale.
//
// The error is [law.Faults]: missing or unknown words, days after the sale or
// outside the calendar, or a sale before 1997-04-29.
func BrokersTransaction(b Brokerage) (BrokerFinding, error) {
	return b.find(true)
}

// find is BrokersTransaction; without the agency it holds the rest of (g),
// which a riskless principal must keep to as well.
func (b *Brokerage) find(agency bool) (BrokerFinding, error) {
	var fs law.Faults
	sl := saleLawOn(&fs, b.Sale)
	c := b.Calendar
	if c.IsZero() {
		c = calendar.NYSE()
	}
	b.check(&fs, c, agency)
	if len(fs) > 0 {
		return BrokerFinding{}, fs
	}
	f := brokerFinder{b: b, law: &sl, calendar: c}
	f.out = BrokerFinding{Met: law.Yes, InForce: sl.from, Method: MethodBrokers, Version: SaleVersion}
	if agency {
		f.ask(b.AgentOnly, law.Yes, kept{codeBrokerAgent, codeBrokerAgentUnmet}, "(g)(1)",
			"the broker does no more than execute the order as agent")
	}
	f.ask(b.UsualCommission, law.Yes, kept{codeBrokerCommission, codeBrokerCommissionUnmet}, "(g)(2)",
		"the broker receives no more than the usual commission")
	f.ask(b.Solicited, law.No, kept{codeBrokerSolicited, codeBrokerSolicitedUnmet}, "(g)(3)", "the broker solicits orders to buy")
	beyond := check.Rows{List: "inquiries"}
	for i := range b.Inquiries {
		beyond.Add(&fs, i, f.inquiry(&b.Inquiries[i]))
	}
	beyond.Close(&fs)
	beyond = check.Rows{List: "quotations"}
	for i := range b.Quotations {
		beyond.Add(&fs, i, f.quotation(&b.Quotations[i]))
	}
	beyond.Close(&fs)
	if len(fs) > 0 {
		return BrokerFinding{}, fs
	}
	f.ask(b.Inquired, law.Yes, kept{codeBrokerCare, codeBrokerCareUnmet}, "(g)(4)",
		"the broker, after reasonable inquiry, knows of nothing that makes the sale a distribution")
	if len(b.Inquiries)+len(b.Quotations) > 0 {
		text := "Business days are those of the calendar " + c.Name() + "."
		if b.Calendar.IsZero() {
			text = "The rule does not say what a business day is; here it is a trading day of the " + c.Name() + "."
		}
		f.out.Why = say(f.out.Why, codeBrokerCalendar, law.Citation{}, text)
	}
	return f.out, nil
}

// brokerFinder gathers the findings about one broker.
type brokerFinder struct {
	b        *Brokerage
	law      *saleLaw
	calendar calendar.Calendar
	out      BrokerFinding
}

// weigh lowers the answer: a failure outweighs what is unknown.
func weigh(met *law.YesNo, answer law.YesNo) {
	if answer == law.No || answer == law.Unknown && *met == law.Yes {
		*met = answer
	}
}

// found adds a finding.
func (f *brokerFinder) found(answer law.YesNo, code law.Code, paragraph string, parts ...string) {
	weigh(&f.out.Met, answer)
	f.out.Why = say(f.out.Why, code, f.law.cite(cfr144+paragraph), parts...)
}

// ask adds the finding about a question whose answer should be want. The text
// is the affirmative, without a capital or a stop.
func (f *brokerFinder) ask(answer, want law.YesNo, code kept, paragraph, text string) {
	addAnswer(&f.out.Met, &f.out.Why, answer, want, code, codeBrokerUnknown, f.law.cite(cfr144+paragraph), text)
}

// kept is the codes of a finding about a question of fact: that the answer is as
// the rule has it, and that it is not.
type kept struct{ met, unmet law.Code }

// addAnswer adds the finding about a question of fact to an answer.
func addAnswer(met *law.YesNo, why *law.Reasons, answer, want law.YesNo, code kept, unknown law.Code, c law.Citation, text string) {
	switch {
	case answer == law.Unknown:
		weigh(met, law.Unknown)
		*why = say(*why, unknown, c, "The answer needs to know whether ", text, ".")
	case answer == want && want == law.Yes:
		*why = say(*why, code.met, c, "It is stated that ", text, ".")
	case answer == want:
		*why = say(*why, code.met, c, "It is not the case that ", text, ".")
	default:
		weigh(met, law.No)
		if want == law.Yes {
			*why = say(*why, code.unmet, c, "It is not the case that ", text, ".")
		} else {
			*why = say(*why, code.unmet, c, "It is stated that ", text, ".")
		}
	}
}
