package restrict

import (
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
)

// TestDeliveryCountBounds: a clock counts up to 366 days, 52 weeks, 12 months or
// a year, and not one more.
func TestDeliveryCountBounds(t *testing.T) {
	for _, c := range []struct {
		unit calendar.Unit
		most int
	}{
		{calendar.Days, 366},
		{calendar.BusinessDays, 366},
		{calendar.TradingDays, 366},
		{calendar.SettlementPeriods, 366},
		{calendar.Weeks, 52},
		{calendar.Months, 12},
		{calendar.Years, 1},
	} {
		d := variant(t, "B4")
		d.Clocks[0].Unit, d.Clocks[0].Count = c.unit, c.most
		if err := d.Validate(); err != nil {
			t.Errorf("%d %s: %v", c.most, c.unit, err)
		}
		d.Clocks[0].Count++
		if got := faultsOf(t, d.Validate()); !slices.Equal(got, []string{"clocks[0].count: range"}) {
			t.Errorf("%d %s: %q", c.most+1, c.unit, got)
		}
	}
}

// TestDeliveryReceiptYears takes instants at both ends of the years 1 to 9999,
// told of a paper that the clause does not wait for.
func TestDeliveryReceiptYears(t *testing.T) {
	first := time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(9999, time.December, 31, 23, 59, 59, 999_999_999, time.UTC)
	for _, c := range []struct {
		at   time.Time
		want []string
	}{
		{first.Add(-1), []string{"receipts[3].at: range"}},
		{first.Add(1), nil}, // the first instant itself is the zero time, which says that it has not come
		{last, nil},
		{last.Add(1), []string{"receipts[3].at: range"}},
	} {
		f := papersIn(day(2003, 11, 7))
		f.Receipts = append(f.Receipts, Receipt{Trigger: OtherPaper, At: c.at})
		got, err := FocusDelivery().Due(f)
		if c.want == nil && (err != nil || got.Answer != Owed) {
			t.Errorf("%s: %s, %v", c.at, got.Answer, err)
		}
		if c.want != nil && !slices.Equal(faultsOf(t, err), c.want) {
			t.Errorf("%s: %v, want %q", c.at, err, c.want)
		}
	}
}

// TestDeliverySharesNotStated: 0 is not stated, of the sale as of the
// certificate, and contradicts nothing.
func TestDeliverySharesNotStated(t *testing.T) {
	for _, c := range []struct{ sold, certificate int64 }{{1000, 0}, {0, 1000}, {0, 0}, {1, 1}} {
		f := papersIn(day(2003, 11, 7))
		f.Sold, f.Certificate = c.sold, c.certificate
		if got, err := FocusDelivery().Due(f); err != nil || got.Answer != Owed {
			t.Errorf("%d sold from %d: %s, %v", c.sold, c.certificate, got.Answer, err)
		}
	}
}

// TestDeliveryHeldBackTwice has two clocks hold the day back: the shares are due
// on the latest of all, whichever is named first.
func TestDeliveryHeldBackTwice(t *testing.T) {
	tuesday := day(2003, 11, 25) // in the week of Thanksgiving
	cash := DeliveryClock{Name: "Cash", Unit: calendar.TradingDays, Awaits: []Awaited{{Trigger: PaymentReceived}}}
	issue := DeliveryClock{Name: "Issue", Count: 5, Unit: calendar.TradingDays, Awaits: []Awaited{{Trigger: TriggerIssued}}}
	for _, holds := range [][]DeliveryClock{{cash, issue}, {issue, cash}} {
		d := variant(t, "B4") // three trading days: Monday, December 1
		d.NotBefore = holds
		if got, err := d.DueFrom(tuesday); err != nil || got != day(2003, 12, 3) {
			t.Errorf("held back by %s first: %s, %v", holds[0].Name, got, err)
		}
		for _, c := range []struct{ paid, issued, want calendar.Date }{
			{tuesday, tuesday, day(2003, 12, 3)},
			{day(2003, 12, 8), tuesday, day(2003, 12, 8)},
			{tuesday, day(2003, 11, 3), day(2003, 12, 1)},
		} {
			got, err := d.Due(good(told(OriginalCertificate, tuesday, 9, 0), told(PaymentReceived, c.paid, 9, 0), told(TriggerIssued, c.issued, 9, 0)))
			if err != nil || got.Due != c.want {
				t.Errorf("held back by %s first: %s, %v; want %s", holds[0].Name, got.Due, err, c.want)
			}
		}
	}
}
