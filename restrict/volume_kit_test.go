package restrict

import (
	"testing"
	"time"

	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// sampleVolume is a sale by an affiliate, of a class of ten million shares that
// trade over the counter: the limit is 100,000.
func sampleVolume() Volume {
	sale := day(2024, time.June, 14)
	return Volume{
		Sale: sale, Proposed: 100_000, Security: Equity, Seller: affiliateSeller(),
		Outstanding: 10_000_000, Market: MarketOver, Order: sale,
	}
}

func mustLimit(t testing.TB, v Volume) Limit {
	t.Helper()
	l, err := VolumeLimit(v)
	if err != nil {
		t.Fatalf("VolumeLimit(%+v): %v", v, err)
	}
	return l
}

// mustCircle returns the members by name.
func mustCircle(t testing.TB, a Aggregation) map[string]Member {
	t.Helper()
	c, err := Aggregate(a)
	if err != nil {
		t.Fatalf("Aggregate(%.2000v): %.2000v", a, err)
	}
	members := map[string]Member{}
	for _, m := range c.Members {
		if _, twice := members[m.Name]; twice {
			t.Fatalf("%s is a member twice", m.Name)
		}
		members[m.Name] = m
	}
	return members
}

func sampleNotice() Form144Facts {
	return Form144Facts{
		Sale: day(2024, time.June, 14), Security: Equity, Seller: affiliateSeller(), Reports: law.Yes,
		Amount: 6_000, Price: decimal.New(10, 0),
	}
}

func mustNotice(t testing.TB, f Form144Facts) Form144Finding {
	t.Helper()
	n, err := Form144(f)
	if err != nil {
		t.Fatalf("Form144(%+v): %v", f, err)
	}
	return n
}

func sampleBrokerage() Brokerage {
	return Brokerage{Sale: day(2024, time.June, 14), AgentOnly: law.Yes, UsualCommission: law.Yes, Solicited: law.No, Inquired: law.Yes}
}

func mustBroker(t testing.TB, b Brokerage) BrokerFinding {
	t.Helper()
	f, err := BrokersTransaction(b)
	if err != nil {
		t.Fatalf("BrokersTransaction(%+v): %v", b, err)
	}
	return f
}

func sampleManner() Manner {
	b := sampleBrokerage()
	return Manner{
		Sale: day(2024, time.June, 14), Security: Equity, Seller: affiliateSeller(),
		Channel: ChannelBroker, Solicited: law.No, Paid: law.No, Broker: &b,
	}
}

func mustManner(t testing.TB, m Manner) MannerFinding {
	t.Helper()
	f, err := MannerOfSale(m)
	if err != nil {
		t.Fatalf("MannerOfSale(%+v): %v", m, err)
	}
	return f
}
