package restrict

import (
	"strings"
	"testing"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/law"
)

// TestBrokersWords reads what fails. Paragraph (g) wants some questions answered
// yes and solicitation answered no, so that the same failing answer is told in
// two ways.
func TestBrokersWords(t *testing.T) {
	for _, c := range []struct {
		change func(*Brokerage)
		want   string
	}{
		{func(b *Brokerage) { b.AgentOnly = law.No }, "It is not the case that the broker does no more than execute the order as agent."},
		{func(b *Brokerage) { b.Solicited = law.Yes }, "It is stated that the broker solicits orders to buy."},
	} {
		b := sampleBrokerage()
		c.change(&b)
		if got := mustBroker(t, b); got.Met != law.No || !strings.Contains(got.Why.String(), c.want) {
			t.Errorf("%s, no %q\n%s", got.Met, c.want, got.Why)
		}
	}
}

// TestBrokersCalendar: what a business day is matters to inquiries and
// quotations alone, and the reasons speak of it only then.
func TestBrokersCalendar(t *testing.T) {
	plain := sampleBrokerage()
	asked := plain
	asked.Inquiries = []Inquiry{{Date: plain.Sale, Party: PartyBroker, Interest: plain.Sale}}
	quoted := plain
	quoted.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.Yes}}
	named := asked
	named.Calendar = calendar.FederalReserve()
	for _, c := range []struct {
		name string
		b    Brokerage
		want string
	}{
		{"neither", plain, ""},
		{"an inquiry", asked, "here it is a trading day of the NYSE."},
		{"a quotation", quoted, "here it is a trading day of the NYSE."},
		{"by another calendar", named, "Business days are those of the calendar Federal Reserve."},
	} {
		got := mustBroker(t, c.b).Why
		if got.Has(codeBrokerCalendar) != (c.want != "") || !strings.Contains(got.String(), c.want) {
			t.Errorf("%s: want %q\n%s", c.name, c.want, got)
		}
	}
}
