package restrict

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestManner holds each way of selling and each bar, with its paragraph.
func TestManner(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Manner)
		met    law.YesNo
		code   law.Code
		cite   string
	}{
		{"broker", func(*Manner) {}, law.Yes, codeMannerAgent, "17 CFR 230.144(f)(1)(i)"},
		{"market maker", func(m *Manner) { m.Channel, m.Broker = ChannelMaker, nil }, law.Yes, codeMannerMaker, "17 CFR 230.144(f)(1)(ii)"},
		{"riskless principal, not at one price", func(m *Manner) {
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.No, law.Yes
		}, law.No, codeMannerPriceUnmet, "17 CFR 230.144(f)(1)(iii)"},
		{"riskless principal, perhaps reportable", func(m *Manner) {
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.Yes, law.Unknown
		}, law.Unknown, codeMannerUnknown, "17 CFR 230.144(f)(1)(iii)"},
		{"riskless principal, not reportable", func(m *Manner) {
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.Yes, law.No
		}, law.No, codeMannerReportUnmet, "17 CFR 230.144(f)(1)(iii)"},
		{"riskless principal, at one price", func(m *Manner) {
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.Yes, law.Yes
		}, law.Yes, codeMannerPrice, "17 CFR 230.144(f)(1)(iii)"},
		{"riskless principal, reportable", func(m *Manner) {
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.No, law.Yes
		}, law.No, codeMannerReport, "17 CFR 230.144(f)(1)(iii)"},
		{"riskless principal who solicits", func(m *Manner) {
			m.Channel, m.SamePrice, m.Reportable, m.Broker.Solicited = ChannelRiskless, law.Yes, law.Yes, law.Yes
		}, law.No, codeBrokerSolicitedUnmet, "17 CFR 230.144(g)(3)"},
		{"riskless principal before 2008", func(m *Manner) {
			m.Sale, m.Broker.Sale = day(2008, 2, 14), day(2008, 2, 14)
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.Yes, law.Yes
		}, law.No, codeMannerEra, ""},
		{"riskless principal from 2008 on", func(m *Manner) {
			m.Sale, m.Broker.Sale = day(2008, 2, 15), day(2008, 2, 15)
			m.Channel, m.SamePrice, m.Reportable = ChannelRiskless, law.Yes, law.Yes
		}, law.Yes, codeMannerRiskless, "17 CFR 230.144(f)(1)(iii)"},
		{"directly to a buyer", func(m *Manner) { m.Channel = ChannelOther }, law.No, codeMannerOther, "17 CFR 230.144(f)(1)"},
		{"the seller solicits", func(m *Manner) { m.Solicited = law.Yes }, law.No, codeMannerSolicitedUnmet, "17 CFR 230.144(f)(2)(i)"},
		{"the seller pays a finder", func(m *Manner) { m.Paid = law.Yes }, law.No, codeMannerPaidUnmet, "17 CFR 230.144(f)(2)(ii)"},
		{"whether he pays is unknown", func(m *Manner) { m.Paid = law.Unknown }, law.Unknown, codeMannerUnknown, "17 CFR 230.144(f)(2)(ii)"},
		{"a failure outweighs what is unknown", func(m *Manner) { m.Paid, m.Solicited = law.Unknown, law.Yes }, law.No, codeMannerUnknown, ""},
		{"a broker's markup", func(m *Manner) { m.Broker.UsualCommission = law.No }, law.No, codeBrokerCommissionUnmet, "17 CFR 230.144(g)(2)"},
		{"more than an agent", func(m *Manner) { m.Broker.AgentOnly = law.No }, law.No, codeBrokerAgentUnmet, "17 CFR 230.144(g)(1)"},
		{"no inquiry", func(m *Manner) { m.Broker.Inquired = law.No }, law.No, codeBrokerCareUnmet, "17 CFR 230.144(g)(4)"},
		{"debt", func(m *Manner) { m.Security, m.Channel, m.Broker = Debt, "", nil }, law.Yes, codeMannerOff, "17 CFR 230.144(f)(3)(ii)"},
		{"debt before 2008", func(m *Manner) { m.Sale, m.Broker.Sale, m.Security = day(2008, 2, 14), calendar.Date{}, Debt }, law.Yes, codeMannerOn, ""},
		{"an estate", func(m *Manner) {
			m.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, Capacity: Estate}
			m.Channel = ""
		}, law.Yes, codeMannerOff, "17 CFR 230.144(f)(3)(i)"},
		{"an estate that is an affiliate", func(m *Manner) { m.Seller.Capacity, m.Solicited = Estate, law.Yes }, law.No, codeMannerOn, ""},
		{"no affiliate", func(m *Manner) { m.Seller.Affiliate = AffiliateNever }, law.Yes, codeMannerOff, "17 CFR 230.144(b)"},
		{"perhaps an affiliate, in order", func(m *Manner) { m.Seller.Affiliate = AffiliateUnknown }, law.Yes, codeMannerAffiliate, ""},
		{
			"perhaps an affiliate, not in order", func(m *Manner) { m.Seller.Affiliate, m.Paid = AffiliateUnknown, law.Yes }, law.Unknown,
			codeMannerAffiliate, "",
		},
	} {
		m := sampleManner()
		c.change(&m)
		got := mustManner(t, m)
		if got.Met != c.met || !got.Why.Has(c.code) {
			t.Errorf("%s: %s, want %s and %s\n%s", c.name, got.Met, c.met, c.code, got.Why)
		}
		cited := slices.ContainsFunc(got.Why.Authorities(), func(a law.Citation) bool { return a.String() == c.cite })
		if c.cite != "" && !cited {
			t.Errorf("%s: no %q\n%s", c.name, c.cite, got.Why)
		}
		roundTrip(t, m)
		roundTrip(t, got)
	}
}

func TestMannerFaults(t *testing.T) {
	for _, c := range []struct {
		change func(*Manner)
		want   string
	}{
		{func(m *Manner) { *m = Manner{} }, "sale: is required; security: is required; seller.stock: is required; seller.affiliate: is required"},
		{
			func(m *Manner) { *m = Manner{Sale: m.Sale, Security: Equity, Seller: m.Seller} },
			"channel: is required; solicited: is required; paid: is required",
		},
		{func(m *Manner) { m.Broker = nil }, "broker: is required"},
		{func(m *Manner) { m.Channel = ChannelRiskless; m.Broker = nil }, "same_price: is required; reportable: is required; broker: is required"},
		{func(m *Manner) { m.Broker = &Brokerage{Sale: m.Sale.AddDays(1)} }, "broker.sale: 2024-06-15 is not the day of the sale, 2024-06-14"},
		{func(m *Manner) { m.Broker = &Brokerage{} }, "broker.agent_only: is required; broker.usual_commission: is required; " +
			"broker.solicited: is required; broker.inquired: is required"},
		{func(m *Manner) { m.Sale = day(1990, 1, 2) }, "sale: 1990-01-02 is before 1997-04-29, the first sale whose law is held"},
	} {
		m := sampleManner()
		c.change(&m)
		if _, err := MannerOfSale(m); err == nil || err.Error() != c.want {
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
}

// TestBrokersInquiries holds the edges of the look-backs. June 19, 2024 is no
// trading day.
func TestBrokersInquiries(t *testing.T) {
	sale := day(2024, time.June, 28)
	for _, c := range []struct {
		name string
		in   Inquiry
		want law.YesNo
		code law.Code
	}{
		{"a broker 60 days ago", Inquiry{Party: PartyBroker, Interest: sale.AddDays(-60)}, law.Yes, codeBrokerInquiry},
		{"a broker 61 days ago", Inquiry{Party: PartyBroker, Interest: sale.AddDays(-61)}, law.No, codeBrokerInquiryLate},
		{"a broker without interest", Inquiry{Party: PartyBroker}, law.No, codeBrokerInquiryLate},
		{"a customer 10 business days ago", Inquiry{Party: PartyCustomer, Interest: day(2024, 6, 13), Unsolicited: law.Yes, Written: law.Yes}, law.Yes, codeBrokerInquiry},
		{"a customer 11 business days ago", Inquiry{Party: PartyCustomer, Interest: day(2024, 6, 12), Unsolicited: law.Yes, Written: law.Yes}, law.No, codeBrokerInquiryLate},
		{"a customer today", Inquiry{Party: PartyCustomer, Interest: sale, Unsolicited: law.Yes, Written: law.Yes}, law.Yes, codeBrokerInquiry},
		{"a customer without interest", Inquiry{Party: PartyCustomer, Unsolicited: law.Yes, Written: law.Yes}, law.No, codeBrokerInquiryLate},
		{"not in writing", Inquiry{Party: PartyCustomer, Interest: sale, Unsolicited: law.Yes, Written: law.No}, law.No, codeBrokerInquiryUnfit},
		{"solicited", Inquiry{Party: PartyCustomer, Interest: sale, Unsolicited: law.No, Written: law.Unknown}, law.No, codeBrokerInquiryUnfit},
		{"perhaps solicited", Inquiry{Party: PartyCustomer, Interest: sale, Unsolicited: law.Unknown, Written: law.Yes}, law.Unknown, codeBrokerUnknown},
	} {
		b := sampleBrokerage()
		b.Sale = sale
		c.in.Date = sale
		b.Inquiries = []Inquiry{c.in}
		got := mustBroker(t, b)
		if got.Met != c.want || !got.Why.Has(codeBrokerCalendar) || !got.Why.Has(c.code) {
			t.Errorf("%s: %s, want %s\n%s", c.name, got.Met, c.want, got.Why)
		}
		roundTrip(t, got)
	}
	// With banks' days the tenth day back is another one.
	b := sampleBrokerage()
	b.Sale, b.Calendar = day(2024, 11, 15), calendar.FederalReserve() // closed on Veterans Day
	b.Inquiries = []Inquiry{{Date: b.Sale, Party: PartyCustomer, Interest: day(2024, 10, 31), Unsolicited: law.Yes, Written: law.Yes}}
	if got := mustBroker(t, b); got.Met != law.Yes {
		t.Errorf("%s", got.Why)
	}
	b.Calendar = calendar.NYSE()
	if got := mustBroker(t, b); got.Met != law.No {
		t.Errorf("%s", got.Why)
	}
}

// TestBrokersQuotations takes random days and holds the tests against a count
// of the days one by one.
func TestBrokersQuotations(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 30))
	seen := map[law.YesNo]int{}
	for range 3000 {
		sale := day(2010, 1, 1).AddDays(r.IntN(5000))
		var days []calendar.Date
		for n := range 45 {
			if r.IntN(10) < 7 {
				days = append(days, sale.AddDays(-n))
			}
		}
		r.Shuffle(len(days), func(i, j int) { days[i], days[j] = days[j], days[i] })
		quoted, longest, run := 0, 0, 0
		for n := 30; n >= 1; n-- {
			d := sale.AddDays(-n)
			if !calendar.NYSE().IsOpen(d) {
				continue
			}
			if slices.Contains(days, d) {
				quoted, run = quoted+1, 0
			} else if run++; run > longest {
				longest = run
			}
		}
		want := yesNo(quoted >= 12 && longest <= 4)
		every, open := law.Yes, 0
		for d := sale.AddDays(-1); open < 12; d = d.AddDays(-1) {
			if calendar.NYSE().IsOpen(d) {
				open++
				if !slices.Contains(days, d) {
					every = law.No
				}
			}
		}
		b := sampleBrokerage()
		b.Sale = sale
		b.Quotations = []Quotation{{System: InterDealer, Days: days, OwnMarket: law.Yes}}
		code := codeBrokerQuotes
		if quoted < 12 {
			code = codeBrokerQuotesFew
		} else if longest > 4 {
			code = codeBrokerQuotesGap
		}
		if got := mustBroker(t, b); got.Met != want || !got.Why.Has(code) {
			t.Fatalf("%s: %s, want %s\n%v\n%s", sale, got.Met, want, days, got.Why)
		}
		b.Quotations = []Quotation{{System: Alternative, Days: days}}
		if got := mustBroker(t, b); got.Met != every {
			t.Fatalf("%s: %s, want %s\n%v\n%s", sale, got.Met, every, days, got.Why)
		}
		seen[want]++
		seen["every "+every]++
	}
	for _, outcome := range []law.YesNo{law.Yes, law.No, "every yes", "every no"} {
		if seen[outcome] < 15 {
			t.Errorf("the cases are too much alike: %v", seen)
		}
	}
	b := sampleBrokerage()
	b.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.No, Days: everyOther(b.Sale, 20)}}
	if got := mustBroker(t, b); got.Met != law.No || !got.Why.Has(codeBrokerQuotesForeign) {
		t.Errorf("%s", got.Why)
	}
	b.Quotations[0].OwnMarket = law.Unknown
	if got := mustBroker(t, b); got.Met != law.Unknown || !got.Why.Has(codeBrokerUnknown) {
		t.Errorf("%s", got.Why)
	}
	b.Quotations, b.Sale = []Quotation{{System: Alternative, Days: everyOther(day(2008, 2, 14), 20)}}, day(2008, 2, 14)
	if got := mustBroker(t, b); got.Met != law.No || !got.Why.Has(codeBrokerQuotesEra) {
		t.Errorf("%s", got.Why)
	}
}

// TestBrokersQuotationDays names days that are none, or come after the sale.
func TestBrokersQuotationDays(t *testing.T) {
	b := Brokerage{
		Sale: day(2024, 6, 14), AgentOnly: law.Yes, UsualCommission: law.Yes, Solicited: law.No, Inquired: law.Yes,
		Quotations: []Quotation{{System: InterDealer, OwnMarket: law.Yes, Days: []calendar.Date{day(2030, 1, 1), {}, day(2024, 6, 14), day(2024, 6, 17)}}},
	}
	_, err := BrokersTransaction(b)
	want := "quotations[0].days[0]: 2030-01-01 is after the sale on 2024-06-14; quotations[0].days[1]: is required; " +
		"quotations[0].days[3]: 2024-06-17 is after the sale on 2024-06-14"
	if fmt.Sprint(err) != want || !errors.Is(err, law.ErrConflict) || !errors.Is(err, law.ErrMissing) {
		t.Errorf("%v\nwant %s", err, want)
	}
	b.Quotations[0].Days = make([]calendar.Date, 1000)
	if _, err = BrokersTransaction(b); !strings.HasSuffix(fmt.Sprint(err), "quotations[0].days: has 900 more faulty rows") {
		t.Error(err)
	}
}

func TestBrokersFaults(t *testing.T) {
	b := sampleBrokerage()
	b.Inquiries = []Inquiry{{}, {Date: b.Sale.AddDays(1), Party: PartyCustomer, Interest: b.Sale.AddDays(2)}, {Date: b.Sale, Party: "friend"}}
	b.Quotations = []Quotation{{}, {System: InterDealer}}
	_, err := BrokersTransaction(b)
	want := "inquiries[0].date: is required; inquiries[0].party: is required; inquiries[1].date: 2024-06-15 is after the sale on 2024-06-14; " +
		"inquiries[1].interest: 2024-06-16 is after the inquiry on 2024-06-15; inquiries[1].unsolicited: is required; " +
		`inquiries[1].written: is required; inquiries[2].party: "friend" must be one of: broker, customer; ` +
		"quotations[0].system: is required; quotations[1].own_market: is required"
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	// A calendar that does not reach back far enough.
	first := day(2024, 6, 10)
	c, err := calendar.New(calendar.Definition{Name: "short", First: first, Last: day(2024, 7, 1)})
	if err != nil {
		t.Fatal(err)
	}
	b = sampleBrokerage()
	b.Calendar = c
	b.Inquiries = []Inquiry{{Date: b.Sale, Party: PartyCustomer, Interest: b.Sale, Unsolicited: law.Yes, Written: law.Yes}}
	b.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.Yes}, {System: Alternative, Days: everyOther(b.Sale, 20)}}
	_, err = BrokersTransaction(b)
	want = "inquiries[0].date: 2024-06-14 looks back beyond the calendar short, which begins on 2024-06-10; " +
		"quotations[0].days: 2024-05-15 looks back beyond the calendar short, which begins on 2024-06-10; " +
		"quotations[1].days: 2024-06-14 looks back beyond the calendar short, which begins on 2024-06-10"
	if err == nil || err.Error() != want || !errors.Is(err, law.ErrRange) {
		t.Errorf("%v\nwant %s", err, want)
	}
	b.Sale = day(2025, 1, 2)
	if _, err := BrokersTransaction(b); err == nil || !strings.Contains(err.Error(), "sale: 2025-01-02 is outside the calendar short") {
		t.Errorf("%v", err)
	}
}
