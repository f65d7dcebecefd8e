package restrict

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// The yesno vectors of the same topics that are not in the file ask what no
// function here answers: F144-21 (attaching a power of attorney) and STA-09 (a
// holder of ten percent is not always an affiliate, which is an input).

type saleVector struct {
	ID, Op, Authority, Note, Evidence string
	Inputs                            struct {
		Outstanding, Sell, Tranche_principal, Prior_principal, Sell_principal int64
		Weekly                                                                []int64
		Older_week                                                            int64
		Listed, Affiliate                                                     bool
		Sale_date, Anchor                                                     calendar.Date
		Kind                                                                  string
		Prior_sales, Excluded, Aggregated, Not_aggregated                     []vectorSale
		Split                                                                 *struct {
			Ratio     string
			Effective calendar.Date
		}
		Shares   int64
		Price    int64
		Prior    []vectorSale
		Question string
	}
	Expected struct {
		Cap, Counted, Remaining            *int64
		Cap_principal, Remaining_principal *int64
		OK                                 *bool
		Weeks                              [][2]calendar.Date
		Required                           bool
		Answer                             string
	}
}

type vectorSale struct {
	Date      calendar.Date
	Shares    int64
	Proceeds  int64
	Kind, Who string
}

func TestSaleVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/volume.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Vectors []saleVector }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	ops := map[string]int{}
	for _, v := range file.Vectors {
		ops[v.Op]++
		t.Run(v.ID, func(t *testing.T) {
			t.Cleanup(func() {
				if t.Failed() {
					t.Logf("authority: %s [%s]; %s", v.Authority, v.Evidence, v.Note)
				}
			})
			switch v.Op {
			case "volume":
				v.volume(t)
			case "weeks":
				v.weeks(t)
			case "notice":
				v.notice(t)
			case "yesno":
				question, ok := yesNoQuestions[v.ID]
				if !ok {
					t.Fatalf("no test for %q", v.Inputs.Question)
				}
				question(t)
			default:
				t.Errorf("no test for %q", v.Op)
			}
		})
	}
	if ops["volume"] != 13 || ops["weeks"] != 3 || ops["notice"] != 7 || ops["yesno"] != len(yesNoQuestions) {
		t.Errorf("%v vectors, want 13, 3, 7 and %d", ops, len(yesNoQuestions))
	}
}

func affiliateSeller() Seller { return Seller{Affiliate: AffiliateNow, Stock: Unrestricted} }

// weeklyVolume gives the amounts to the four weeks before the anchor, and more
// to the weeks before those. The vectors give the latest last.
func weeklyVolume(anchor calendar.Date, amounts ...int64) []WeekVolume {
	weeks, _ := weeksBefore(anchor)
	var out []WeekVolume
	for i, amount := range amounts {
		out = append(out, WeekVolume{Week: weeks[0].First.AddDays(-7 * (len(amounts) - 1 - i)), Amount: amount})
	}
	return out
}

func (v *saleVector) volume(t *testing.T) {
	in := &v.Inputs
	q := Volume{
		Sale: in.Sale_date, Proposed: in.Sell, Security: Security(in.Kind), Seller: affiliateSeller(),
		Outstanding: in.Outstanding, Market: MarketOver, Order: in.Sale_date, Name: "seller", Seasoned: law.Yes,
	}
	if in.Listed {
		q.Market = MarketNational
	}
	if in.Weekly != nil {
		amounts := in.Weekly
		if in.Older_week > 0 {
			amounts = append([]int64{in.Older_week}, amounts...)
		}
		q.Weeks = weeklyVolume(in.Sale_date, amounts...)
	}
	exemptions := map[string]TradeKind{"registered": SoldRegistered, "Regulation S": SoldRegulationS}
	for _, s := range in.Prior_sales {
		q.Sales = append(q.Sales, Trade{Date: s.Date, Amount: s.Shares})
	}
	for _, s := range in.Excluded {
		q.Sales = append(q.Sales, Trade{Date: s.Date, Amount: s.Shares, Kind: exemptions[s.Kind]})
	}
	for _, s := range in.Aggregated {
		q.Sales = append(q.Sales, Trade{Date: s.Date, Amount: s.Shares, Person: s.Who})
		q.Relations = append(q.Relations, Relation{Kind: Relative, From: "seller", To: s.Who, SameHome: law.Yes})
	}
	for _, s := range in.Not_aggregated { // a gift seven months ago
		gift, _ := in.Sale_date.AddMonths(-7)
		q.Sales = append(q.Sales, Trade{Date: s.Date, Amount: s.Shares, Person: s.Who})
		q.Relations = append(q.Relations, Relation{Kind: Gift, From: "seller", To: s.Who, Since: gift})
	}
	if s := in.Split; s != nil {
		ratio := map[string][2]int64{"2:1": {2, 1}, "1:10": {1, 10}}[s.Ratio]
		q.Splits = []Split{{Effective: s.Effective, New: ratio[0], Old: ratio[1]}}
		q.OutstandingAsOf = s.Effective.AddDays(-1)
		for i := range q.Weeks { // all inputs are stated before the split
			q.Weeks[i].AsOf = s.Effective.AddDays(-1)
		}
	}
	most, remaining := v.Expected.Cap, v.Expected.Remaining
	if q.Security == Debt { // one tranche, which is the class, and no market
		q.Tranche, q.Outstanding, q.Market = in.Tranche_principal, in.Tranche_principal, MarketNone
		q.Proposed = in.Sell_principal
		q.Sales = []Trade{{Date: in.Sale_date.AddDays(-30), Amount: in.Prior_principal}}
		most, remaining = v.Expected.Cap_principal, v.Expected.Remaining_principal
	}
	got, err := VolumeLimit(q)
	if err != nil {
		t.Fatal(err)
	}
	if most == nil || got.Cap != *most || got.AtLeast {
		t.Errorf("cap %d, at least %v, want %v", got.Cap, got.AtLeast, most)
	}
	if w := v.Expected.Counted; w != nil && got.Counted != (exact.Mixed{Whole: *w, Num: 0, Den: 1}) {
		t.Errorf("counted %s, want %d", got.Counted, *w)
	}
	if remaining != nil && got.Remaining != *remaining {
		t.Errorf("remaining %d, want %d", got.Remaining, *remaining)
	}
	if w := v.Expected.OK; w != nil && (got.Answer == VolumeWithin) != *w || got.Answer == VolumeUnknown {
		t.Errorf("%s\n%s", got.Answer, got.Why)
	}
}

// weeks: the vectors give the trading days, Monday to Friday.
func (v *saleVector) weeks(t *testing.T) {
	got, err := Weeks(v.Inputs.Anchor)
	if err != nil {
		t.Fatal(err)
	}
	var trading [][2]calendar.Date
	for _, w := range got.Weeks {
		trading = append(trading, [2]calendar.Date{w.First.AddDays(1), w.Last.AddDays(-1)})
	}
	if !slices.Equal(trading, v.Expected.Weeks) {
		t.Errorf("%v, want %v", trading, v.Expected.Weeks)
	}
}

func (v *saleVector) notice(t *testing.T) {
	in := &v.Inputs
	f := Form144Facts{
		Sale: in.Sale_date, Security: Equity, Seller: affiliateSeller(), Reports: law.Yes,
		Amount: in.Shares, Price: decimal.New(in.Price, 0),
	}
	if !in.Affiliate { // in the second year
		held, _ := in.Sale_date.AddMonths(-18)
		f.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: held}
	}
	for _, s := range in.Prior {
		f.Trades = append(f.Trades, Trade{Date: s.Date, Amount: s.Shares, Proceeds: decimal.New(s.Proceeds, 0)})
	}
	got, err := Form144(f)
	if err != nil {
		t.Fatal(err)
	}
	if got.Required != yesNo(v.Expected.Required) {
		t.Errorf("required %s, want %v\n%s", got.Required, v.Expected.Required, got.Why)
	}
}

var yesNoQuestions = map[string]func(*testing.T){
	"VOL-32": func(t *testing.T) { // S-8 reoffers are not aggregated
		q := sampleVolume()
		q.Sales = []Trade{{Date: q.Sale, Amount: 99_999, Kind: SoldFormS8}}
		got := mustLimit(t, q)
		if got.Counted != (exact.Mixed{Whole: 0, Num: 0, Den: 1}) || got.Window[0].Counts != CountsNo || got.Window[0].Why.Authority.Cite != "C&DI 133.04" {
			t.Errorf("%+v", got.Window)
		}
	},
	"VOL-33": func(t *testing.T) { // two pledgees of one borrower
		sale := day(2024, time.June, 14)
		a := Aggregation{Seller: "first bank", Sale: sale, Seasoned: law.Yes, Relations: []Relation{
			{Kind: Pledge, From: "borrower", To: "first bank", Since: day(2024, 5, 1)},
			{Kind: Pledge, From: "borrower", To: "second bank", Since: day(2024, 5, 1)},
		}}
		if m := mustCircle(t, a)["second bank"]; m.Counts != CountsNo || m.Why.Authority.Cite != "Note to 17 CFR 230.144(e)(3)(ii)" {
			t.Errorf("%+v", m)
		}
		a.Relations = append(a.Relations, Relation{Kind: Concert, From: "second bank", To: "first bank"})
		if m := mustCircle(t, a)["second bank"]; m.Counts != CountsYes {
			t.Errorf("in concert: %+v", m)
		}
	},
	"VOL-35": func(t *testing.T) { // a non-affiliate in year two under the rule of 1997
		q := sampleVolume()
		q.Sale = day(2007, time.June, 14)
		q.Order = q.Sale
		q.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 3, 1)}
		q.Proposed = 100_001
		if got := mustLimit(t, q); got.Answer == VolumeFree || got.Answer == VolumeWithin {
			t.Errorf("%s\n%s", got.Answer, got.Why)
		}
		q.Sale, q.Order = day(2008, time.February, 15), day(2008, time.February, 15)
		if got := mustLimit(t, q); got.Answer != VolumeFree {
			t.Errorf("%s\n%s", got.Answer, got.Why)
		}
	},
	"F144-14": func(t *testing.T) {
		f := sampleNotice()
		f.Reports = law.No
		if got := mustNotice(t, f); !slices.Equal(got.Ways, []FilingWay{FilePaper}) {
			t.Errorf("%v", got.Ways)
		}
	},
	"F144-17": func(t *testing.T) {
		f := sampleNotice()
		f.Reports = law.No
		for n, want := range map[int]law.YesNo{-1: law.No, 0: law.Yes, 2: law.No} {
			f.Transmitted = f.Sale.AddDays(n)
			if got := mustNotice(t, f); got.Concurrent != want || got.Due != f.Sale {
				t.Errorf("%d days: %s, due %s", n, got.Concurrent, got.Due)
			}
		}
	},
	"F144-22": func(t *testing.T) {
		f := sampleNotice()
		f.Notices = []FiledNotice{{Filed: day(2024, 3, 14), Amount: 100_000}}
		if got := mustNotice(t, f); got.Action != NoticeCovered {
			t.Errorf("three months: %s", got.Action)
		}
		f.Notices[0].Filed = day(2024, 3, 13)
		// An amended notice, by the SEC's pamphlet on Rule 144 as quoted in 2005; "new
		// notice" in the vector is no word of its source.
		if got := mustNotice(t, f); got.Action != NoticeAmend || !got.Why.Has(codeNoticeExpired) {
			t.Errorf("more: %s", got.Action)
		}
	},
	"F144-23": func(t *testing.T) {
		f := sampleNotice()
		f.Amount, f.Price = 3_000, decimal.New(1, 0)
		f.Trades = []Trade{{Date: f.Sale, Amount: 2_001, Converts: decimal.New(1, 0), Proceeds: decimal.New(1, 0)}}
		if got := mustNotice(t, f); got.Required != law.Unknown || !got.Why.Has(codeNoticeConvertible) {
			t.Errorf("%s\n%s", got.Required, got.Why)
		}
	},
	"MAN-01": func(t *testing.T) {
		m := sampleManner()
		m.Channel, m.SamePrice, m.Reportable, m.Broker.AgentOnly = ChannelRiskless, law.Yes, law.Yes, ""
		if got := mustManner(t, m); got.Met != law.Yes {
			t.Errorf("%s\n%s", got.Met, got.Why)
		}
		m.SamePrice = law.No
		if got := mustManner(t, m); got.Met != law.No {
			t.Errorf("%s\n%s", got.Met, got.Why)
		}
	},
	"MAN-06": func(t *testing.T) {
		m := sampleManner()
		m.Sale, m.Broker.Sale = day(2007, 6, 14), calendar.Date{}
		m.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 3, 1), Capacity: Estate}
		if got := mustManner(t, m); got.Applies != law.No {
			t.Errorf("%s\n%s", got.Applies, got.Why)
		}
		m.Seller.Capacity = Holder
		if got := mustManner(t, m); got.Applies != law.Yes {
			t.Errorf("%s\n%s", got.Applies, got.Why)
		}
	},
	"MAN-07": func(t *testing.T) {
		for quoted, want := range map[int]law.YesNo{11: law.No, 12: law.Yes} {
			b := sampleBrokerage()
			b.Quotations = []Quotation{{System: InterDealer, OwnMarket: law.Yes, Days: everyOther(b.Sale, quoted)}}
			if got := mustBroker(t, b); got.Met != want {
				t.Errorf("%d days: %s\n%s", quoted, got.Met, got.Why)
			}
		}
	},
	"STA-06": func(t *testing.T) {
		m := mustCircle(t, Aggregation{
			Seller: "affiliate", Sale: day(2024, 6, 14),
			Relations: []Relation{{Kind: Relative, From: "spouse", To: "affiliate", SameHome: law.Yes}},
		})["spouse"]
		if m.Counts != CountsYes || m.Notice != CountsYes || m.Why.Authority.Cite != "17 CFR 230.144(a)(2)(i)" {
			t.Errorf("%+v", m)
		}
	},
}

// everyOther is days with quotations: as many of the business days before the
// sale, spread so that no gap is longer than two days.
func everyOther(sale calendar.Date, n int) []calendar.Date {
	var open []calendar.Date
	for d := range calendar.NYSE().Days(sale.AddDays(-quoteWindow), sale.AddDays(-1)) {
		open = append(open, d)
	}
	var out []calendar.Date
	for i := range open {
		if (i+1)*n/len(open) > i*n/len(open) {
			out = append(out, open[i])
		}
	}
	return out
}
