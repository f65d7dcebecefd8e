package restrict

import (
	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// Manner describes how securities are sold, as paragraph (f) of Rule 144 asks.
//
// The zero Manner states nothing and is refused.
type Manner struct {
	// Sale is the day of the sale, which selects the version of the rule.
	// Required.
	Sale calendar.Date `json:"sale"`
	// Security tells equity from debt. Required.
	Security Security `json:"security"`
	// Seller is the person for whose account the sale is made.
	Seller Seller `json:"seller"`
	// Channel is through whom it is made. It and the rest are required only if
	// paragraph (f) may bind the sale.
	Channel Channel `json:"channel,omitempty"`
	// Solicited tells whether the seller solicits orders to buy, or arranges
	// for that: (f)(2).
	Solicited law.YesNo `json:"solicited,omitempty"`
	// Paid tells whether the seller pays anybody but the broker or dealer who
	// executes the order: (f)(2).
	Paid law.YesNo `json:"paid,omitempty"`
	// Broker describes what the broker does. Its Sale may be left out.
	// Required for the channels of a broker and of a riskless principal.
	Broker *Brokerage `json:"broker,omitempty"`
	// SamePrice tells whether a riskless principal buys and sells at one price,
	// apart from a markup that is disclosed, and Reportable whether the rules of
	// the self-regulatory organization let it report the trade as riskless.
	// Required for that channel.
	SamePrice  law.YesNo `json:"same_price,omitempty"`
	Reportable law.YesNo `json:"reportable,omitempty"`
}

// Channel is through whom a sale is made. The zero Channel is "not stated".
type Channel string

// The channels.
const (
	// ChannelBroker is a broker as the seller's agent: (f)(1)(i).
	ChannelBroker Channel = "broker"
	// ChannelMaker is directly to a market maker: (f)(1)(ii).
	ChannelMaker Channel = "market maker"
	// ChannelRiskless is a riskless principal: (f)(1)(iii), since 2008-02-15.
	ChannelRiskless Channel = "riskless principal"
	// ChannelOther is any other, such as a sale to a buyer directly.
	ChannelOther Channel = "other"
)

func (Channel) all() []Channel {
	return []Channel{ChannelBroker, ChannelMaker, ChannelRiskless, ChannelOther}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (c *Channel) UnmarshalText(text []byte) error {
	return law.ReadWord(c, text, c.all()...)
}

// MannerFinding is the answer about the manner of one sale. The zero
// MannerFinding is no answer and appears only beside an error.
type MannerFinding struct {
	// Applies tells whether paragraph (f) binds the sale.
	Applies law.YesNo `json:"applies"`
	// Met tells whether the sale keeps to it; yes if it does not apply.
	Met law.YesNo `json:"met"`
	// InForce is the first day of the version of the rule that governs.
	InForce calendar.Date `json:"in_force"`
	// Boundary is true if whether it applies turns on how months are counted.
	Boundary bool `json:"boundary,omitempty"`
	// Method and Version name how the answer was made.
	Method  string `json:"method"`
	Version string `json:"version"`
	// Why lists the findings, every one that fails among them.
	Why law.Reasons `json:"why"`
}

// The codes of the steps in MannerFinding.Why, beside those of BrokerFinding. A
// code that ends in "unknown" names what the answer needs, and one that ends in
// "unmet" what the sale does not keep to.
const (
	codeMannerOn             law.Code = "144.manner.on"
	codeMannerBoundary       law.Code = "144.manner.boundary"
	codeMannerAffiliate      law.Code = "144.manner.affiliate.unknown"
	codeMannerAgent          law.Code = "144.manner.broker"
	codeMannerMaker          law.Code = "144.manner.market_maker"
	codeMannerRiskless       law.Code = "144.manner.riskless"
	codeMannerEra            law.Code = "144.manner.riskless.no_such_rule"
	codeMannerOther          law.Code = "144.manner.other"
	codeMannerSolicited      law.Code = "144.manner.solicited"
	codeMannerPaid           law.Code = "144.manner.paid"
	codeMannerPrice          law.Code = "144.manner.riskless.price"
	codeMannerReport         law.Code = "144.manner.riskless.report"
	codeMannerUnknown        law.Code = "144.manner.unknown"
	codeMannerSolicitedUnmet law.Code = "144.manner.solicited.unmet"
	codeMannerPaidUnmet      law.Code = "144.manner.paid.unmet"
	codeMannerPriceUnmet     law.Code = "144.manner.riskless.price.unmet"
	codeMannerReportUnmet    law.Code = "144.manner.riskless.report.unmet"
)

// mannerCodes is the part of the catalog above.
func mannerCodes() []law.CodeInfo {
	return []law.CodeInfo{
		{Code: codeMannerOn, Text: "Paragraph (f) applies to the sale."},
		{Code: codeMannerBoundary, Text: "Whether paragraph (f) applies depends on how months are counted."},
		{Code: codeMannerAffiliate, Text: "Whether paragraph (f) applies depends on whether the seller is an affiliate."},
		{Code: codeMannerAgent, Text: "The sale is made in a brokers' transaction."},
		{Code: codeMannerMaker, Text: "The sale is made directly with a market maker."},
		{Code: codeMannerRiskless, Text: "The sale is made in a riskless principal transaction."},
		{Code: codeMannerEra, Text: "The version of the rule in force does not permit riskless principal transactions."},
		{Code: codeMannerOther, Text: "The manner of sale is not one that paragraph (f) permits."},
		{Code: codeMannerSolicited, Text: "The seller does not solicit orders to buy."},
		{Code: codeMannerPaid, Text: "The seller makes no payment other than to the broker or dealer who executes the order."},
		{Code: codeMannerPrice, Text: "The trades of the riskless principal are at the same price."},
		{Code: codeMannerReport, Text: "The transaction may be reported as riskless."},
		{Code: codeMannerUnknown, Text: "Whether the manner of sale is permitted depends on a fact that was not given."},
		{Code: codeMannerSolicitedUnmet, Text: "The seller solicits orders to buy."},
		{Code: codeMannerPaidUnmet, Text: "The seller makes a payment other than to the broker or dealer who executes the order."},
		{Code: codeMannerPriceUnmet, Text: "The trades of the riskless principal are not at the same price."},
		{Code: codeMannerReportUnmet, Text: "The transaction may not be reported as riskless."},
	}
}

// MannerOfSale tells whether a sale keeps to paragraph (f) of Rule 144, in the
// version in force on the day of the sale. Debt is free of it from 2008-02-15
// on, and the estate of a deceased holder that is no affiliate always.
//
// The error is [law.Faults]: missing or contradicting facts, or a sale before
// 1997-04-29.
func MannerOfSale(m Manner) (MannerFinding, error) {
	var fs law.Faults
	sl := saleLawOn(&fs, m.Sale)
	if !m.Security.known() {
		m.Security.check(&fs)
	}
	m.Seller.check(&fs, m.Sale, sl.former)
	if len(fs) > 0 {
		return MannerFinding{}, fs
	}
	bound, err := m.Seller.bound(m.Security, m.Sale, ConditionF, sl.former)
	if err != nil {
		return MannerFinding{}, err
	}
	out := MannerFinding{
		Applies: bound.answer, Met: law.Yes, InForce: sl.from, Boundary: bound.boundary, Method: MethodManner, Version: SaleVersion,
	}
	out.Why = append(out.Why, bound.reason(&m.Seller, &sl, "(f)",
		bindingCodes{on: codeMannerOn, off: codeMannerOff, boundary: codeMannerBoundary, affiliate: codeMannerAffiliate}))
	if bound.answer == law.No {
		if m.Security == Debt && !sl.former {
			out.Why = say(nil, codeMannerOff, sl.cite(cfr144+"(f)(3)(ii)"),
				"For debt, which does not convert into equity, paragraph (f) does not apply.")
		}
		return out, nil
	}
	m.check(&fs)
	if len(fs) > 0 {
		return MannerFinding{}, fs
	}
	m.channel(&fs, &sl, &out)
	m.ask(&out, m.Solicited, law.No, kept{codeMannerSolicited, codeMannerSolicitedUnmet}, sl.cite(cfr144+"(f)(2)(i)"),
		"the seller solicits orders to buy")
	m.ask(&out, m.Paid, law.No, kept{codeMannerPaid, codeMannerPaidUnmet}, sl.cite(cfr144+"(f)(2)(ii)"),
		"the seller pays somebody besides the broker or dealer who executes the order")
	if len(fs) > 0 {
		return MannerFinding{}, fs
	}
	if bound.answer == law.Unknown && out.Met == law.No {
		out.Met = law.Unknown // a sale that (f) may not bind need not keep to it
	}
	return out, nil
}

func (m *Manner) check(fs *law.Faults) {
	law.OneOf(fs, "channel", m.Channel, m.Channel.all()...)
	checkAnswer(m.Solicited, fs, "solicited", true)
	checkAnswer(m.Paid, fs, "paid", true)
	riskless := m.Channel == ChannelRiskless
	checkAnswer(m.SamePrice, fs, "same_price", riskless)
	checkAnswer(m.Reportable, fs, "reportable", riskless)
	switch {
	case m.Broker == nil && (riskless || m.Channel == ChannelBroker):
		fs.Missing("broker")
	case m.Broker != nil && !m.Broker.Sale.IsZero() && m.Broker.Sale != m.Sale:
		fs.Add(law.ErrConflict, "broker.sale", m.Broker.Sale.String(), "is not the day of the sale, %s", m.Sale)
	}
}

func (m *Manner) ask(out *MannerFinding, answer, want law.YesNo, code kept, c law.Citation, text string) {
	addAnswer(&out.Met, &out.Why, answer, want, code, codeMannerUnknown, c, text)
}

// channel holds through whom the sale is made against (f)(1).
func (m *Manner) channel(fs *law.Faults, sl *saleLaw, out *MannerFinding) {
	switch m.Channel {
	case ChannelBroker:
		out.Why = say(out.Why, codeMannerAgent, sl.cite(cfr144+"(f)(1)(i)"),
			"The sale is made through a broker, as a brokers' transaction if (g) is met.")
		m.broker(fs, out, true)
	case ChannelMaker:
		out.Why = say(out.Why, codeMannerMaker, sl.cite(cfr144+"(f)(1)(ii)"), "The sale is made directly to a market maker.")
	case ChannelRiskless:
		if !sl.riskless {
			weigh(&out.Met, law.No)
			out.Why = say(out.Why, codeMannerEra, sl.cite(cfr144+"(f)"),
				"Riskless principal transactions are allowed only from February 15, 2008 on.")
			return
		}
		out.Why = say(out.Why, codeMannerRiskless, sl.cite(cfr144+"(f)(1)(iii)"), "The sale is made through a riskless principal.")
		m.ask(out, m.SamePrice, law.Yes, kept{codeMannerPrice, codeMannerPriceUnmet}, sl.cite(cfr144+"(f)(1)(iii)"),
			"the dealer buys and sells at one price")
		m.ask(out, m.Reportable, law.Yes, kept{codeMannerReport, codeMannerReportUnmet}, sl.cite(cfr144+"(f)(1)(iii)"),
			"the trade may be reported as riskless")
		m.broker(fs, out, false)
	default:
		weigh(&out.Met, law.No)
		out.Why = say(out.Why, codeMannerOther, sl.cite(cfr144+"(f)(1)"),
			"The sale is made neither through a broker nor to a market maker nor through a riskless principal.")
	}
}

func (m *Manner) broker(fs *law.Faults, out *MannerFinding, agency bool) {
	b := *m.Broker
	b.Sale = m.Sale
	found, err := b.find(agency)
	if err != nil {
		fs.Merge("broker", err)
		return
	}
	weigh(&out.Met, found.Met)
	out.Why = append(out.Why, found.Why...)
}
