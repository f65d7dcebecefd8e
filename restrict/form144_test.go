package restrict

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	kernel "github.com/offerkit/offerkit/internal/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

func cents(n int64) decimal.Decimal { return decimal.New(n, -2) }

// TestForm144Threshold: more than the threshold asks for a notice, exactly the
// threshold for none, in the version of the day.
func TestForm144Threshold(t *testing.T) {
	modern, former := day(2008, time.February, 15), day(2008, time.February, 14)
	for _, c := range []struct {
		sale   calendar.Date
		amount int64
		price  decimal.Decimal
		want   law.YesNo
	}{
		{modern, 5_000, cents(1), law.No},
		{modern, 5_001, cents(1), law.Yes},
		{modern, 5_000, cents(1_000), law.No},
		{modern, 5_000, cents(1_001), law.Yes},
		{modern, 1, cents(5_000_001), law.Yes},
		{modern, 5_001, decimal.Decimal{}, law.Yes},
		{modern, 5_000, decimal.Decimal{}, law.Unknown},
		{former, 500, cents(1), law.No},
		{former, 501, cents(1), law.Yes},
		{former, 500, cents(2_000), law.No},
		{former, 500, cents(2_001), law.Yes},
		{former, 100, decimal.Decimal{}, law.Unknown},
	} {
		f := sampleNotice()
		f.Sale, f.Amount, f.Price = c.sale, c.amount, c.price
		got := mustNotice(t, f)
		if got.Required != c.want {
			t.Errorf("%s, %d at %s: %s, want %s\n%s", c.sale, c.amount, c.price, got.Required, c.want, got.Why)
		}
		if got.Required == law.Unknown != got.Why.Has(codeNoticePrice) {
			t.Errorf("%s, %d at %s: %s", c.sale, c.amount, c.price, got.Why)
		}
		if c.sale == former && !strings.Contains(got.Why.String(), "as quoted in 2005") {
			t.Errorf("no doubt about the former thresholds\n%s", got.Why)
		}
	}
}

// TestForm144Window counts sales before and after in every three months.
func TestForm144Window(t *testing.T) {
	f := sampleNotice()
	f.Amount, f.Price = 3_000, cents(1)
	for _, c := range []struct {
		name   string
		trades []Trade
		want   law.YesNo
		code   law.Code
	}{
		{"three months before", []Trade{{Date: day(2024, 3, 14), Amount: 2_001, Proceeds: cents(1)}}, law.Yes, codeNoticeRequired},
		{"a day more", []Trade{{Date: day(2024, 3, 13), Amount: 9_000, Proceeds: cents(1)}}, law.No, codeNoticeBelow},
		{"planned three months after", []Trade{{Date: day(2024, 9, 14), Amount: 2_001, Proceeds: cents(1)}}, law.Yes, codeNoticeRequired},
		{"planned a day later", []Trade{{Date: day(2024, 9, 15), Amount: 9_000, Proceeds: cents(1)}}, law.No, codeNoticeBelow},
		{"never in one window", []Trade{
			{Date: day(2024, 4, 1), Amount: 1_500, Proceeds: cents(1)}, {Date: day(2024, 8, 1), Amount: 1_500, Proceeds: cents(1)},
		}, law.No, codeNoticeBelow},
		{"in one window", []Trade{
			{Date: day(2024, 4, 1), Amount: 1_500, Proceeds: cents(1)}, {Date: day(2024, 7, 1), Amount: 1_500, Proceeds: cents(1)},
		}, law.Yes, codeNoticeRequired},
		{"sold otherwise", []Trade{{Date: f.Sale, Amount: 9_000, Kind: SoldRegistered}}, law.No, codeNoticeBelow},
		{"a stranger's", []Trade{{Date: f.Sale, Amount: 2_001, Person: "Bob", Proceeds: cents(1)}}, law.Unknown, codeNoticePerson},
		{"a stranger's, too few to matter", []Trade{{Date: f.Sale, Amount: 2_000, Person: "Bob", Proceeds: cents(1)}}, law.No, codeNoticeBelow},
		{"a stranger's, planned", []Trade{
			{Date: day(2024, 5, 1), Amount: 1_000, Proceeds: cents(1)}, {Date: day(2024, 8, 14), Amount: 2_001, Person: "Bob", Proceeds: cents(1)},
		}, law.Unknown, codeNoticePerson},
		{"a stranger's, never in one window with the planned", []Trade{
			{Date: day(2024, 3, 20), Amount: 1_000, Person: "Bob"},
			{Date: day(2024, 8, 1), Amount: 1_500, Proceeds: cents(1)},
			{Date: day(2024, 3, 20), Amount: 1, Person: "Bob", Proceeds: cents(1)},
		}, law.Unknown, codeNoticePrice},
		{"a stranger's, likewise and priced", []Trade{
			{Date: day(2024, 3, 20), Amount: 1_000, Person: "Bob", Proceeds: cents(1)}, {Date: day(2024, 8, 1), Amount: 1_500, Proceeds: cents(1)},
		}, law.No, codeNoticeBelow},
		{"of a convertible", []Trade{{Date: f.Sale, Amount: 2_001, Converts: cents(100), Proceeds: cents(1)}}, law.Unknown, codeNoticeConvertible},
		// As converted 2,001: whether they count together is not read, C&DI 536.05.
		{"of a convertible, into four", []Trade{{Date: f.Sale, Amount: 501, Converts: cents(400), Proceeds: cents(1)}}, law.Unknown, codeNoticeConvertible},
		{"of a convertible, to the share", []Trade{{Date: f.Sale, Amount: 500, Converts: cents(400), Proceeds: cents(1)}}, law.No, codeNoticeBelow},
		{"of a convertible, into half a share", []Trade{
			{Date: f.Sale, Amount: 1_999, Converts: cents(50), Proceeds: cents(1)},
		}, law.No, codeNoticeBelow},
		{"of a convertible, into half a share, more units", []Trade{
			{Date: f.Sale, Amount: 2_001, Converts: cents(50), Proceeds: cents(1)},
		}, law.Unknown, codeNoticeConvertible},
		{"a price unknown", []Trade{{Date: f.Sale, Amount: 1}}, law.Unknown, codeNoticePrice},
		{"the price alone", []Trade{{Date: f.Sale, Amount: 1, Proceeds: cents(4_997_001)}}, law.Yes, codeNoticeRequired},
		{"the price to the cent", []Trade{{Date: f.Sale, Amount: 1, Proceeds: cents(4_997_000)}}, law.No, codeNoticeBelow},
	} {
		f.Trades = c.trades
		if got := mustNotice(t, f); got.Required != c.want || !got.Why.Has(c.code) {
			t.Errorf("%s: %s, want %s\n%s", c.name, got.Required, c.want, got.Why)
		}
	}
	f.Name, f.Seasoned = "S", law.Yes
	f.Trades = []Trade{{Date: f.Sale, Amount: 2_001, Person: "P", Proceeds: cents(1)}}
	for _, c := range []struct {
		relation Relation
		want     law.YesNo
	}{
		{Relation{Kind: Relative, From: "S", To: "P", SameHome: law.Yes}, law.Yes},
		{Relation{Kind: Relative, From: "S", To: "P", SameHome: law.No}, law.No},
		{Relation{Kind: Relative, From: "S", To: "P", SameHome: law.Unknown}, law.Unknown},
		{Relation{Kind: Distribution, From: "S", To: "P"}, law.No}, // a threshold of its own, 536.01
		{Relation{Kind: Concert, From: "S", To: "P"}, law.Unknown},
		{Relation{Kind: Gift, From: "S", To: "P", Since: f.Sale}, law.Unknown},
		{Relation{Kind: Unrelated, From: "S", To: "P"}, law.No},
	} {
		f.Relations = []Relation{c.relation}
		if got := mustNotice(t, f); got.Required != c.want || got.Why.Has(codeNoticeUnknown) != (c.want == law.Unknown) {
			t.Errorf("%s: %s, want %s\n%s", c.relation.Kind, got.Required, c.want, got.Why)
		}
	}
}

// TestForm144CountsAsTheVolumeLimitDoes: a convertible security counts as what it
// converts into, and what was sold before a split as split.
func TestForm144CountsAsTheVolumeLimitDoes(t *testing.T) {
	f := sampleNotice()
	f.Amount, f.Price = 4_000, cents(500)
	f.Trades = []Trade{{Date: f.Sale.AddDays(-11), Amount: 500, Converts: decimal.New(4, 0), Proceeds: decimal.New(10_000, 0)}}
	got := mustNotice(t, f)
	if got.Required != law.Unknown || got.Action != NoticeUnknown || got.Amount != 4_000 || got.PossibleAmount != 2_000 || !got.Why.Has(codeNoticeConvertible) {
		t.Errorf("500 preferred into 2,000: %s, %s, %d and %d\n%s", got.Required, got.Action, got.Amount, got.PossibleAmount, got.Why)
	}

	// 1,000 before a split of three for one and 2,500 after are 5,500.
	f.Amount, f.Price = 2_500, cents(1)
	f.Trades = []Trade{{Date: f.Sale.AddDays(-20), Amount: 1_000, Proceeds: cents(1)}}
	f.Splits = []Split{{Effective: f.Sale.AddDays(-10), New: 3, Old: 1}}
	if got = mustNotice(t, f); got.Required != law.Yes || got.Amount != 5_500 || got.Action != NoticeFile || got.Cover != 2_500 {
		t.Errorf("before a split: %s, %d, %s of %d\n%s", got.Required, got.Amount, got.Action, got.Cover, got.Why)
	}
	f.Trades[0].Date = f.Splits[0].Effective
	if got = mustNotice(t, f); got.Required != law.No || got.Amount != 3_500 {
		t.Errorf("on its day: %s, %d\n%s", got.Required, got.Amount, got.Why)
	}

	// A fraction counts: 4,999 2/3 and 1 are more than 5,000.
	f.Amount, f.Splits = 1, []Split{{Effective: f.Sale, New: 1, Old: 3}}
	f.Trades[0] = Trade{Date: f.Sale.AddDays(-1), Amount: 14_999, Proceeds: cents(1)}
	if got = mustNotice(t, f); got.Required != law.Yes || got.Amount != 5_000 || !strings.Contains(got.Why.String(), "5,000 2/3 units") {
		t.Errorf("a reverse split: %s, %d\n%s", got.Required, got.Amount, got.Why)
	}
	f.Trades[0].Amount = 14_997
	if got = mustNotice(t, f); got.Required != law.No || got.Amount != 5_000 {
		t.Errorf("a reverse split, to the share: %s, %d\n%s", got.Required, got.Amount, got.Why)
	}
	f.Splits = append(f.Splits, Split{Effective: f.Sale.AddDays(1), New: 2, Old: 1})
	if _, err := Form144(f); !errors.Is(err, law.ErrConflict) || !strings.HasPrefix(err.Error(), "splits[1].effective: ") {
		t.Errorf("a split after the sale: %v", err)
	}
}

// TestForm144OfTheVolumeLimit holds the two tallies together: whatever was sold in
// one window counts as much toward the threshold as toward the limit.
func TestForm144OfTheVolumeLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(144, 536))
	for range 2000 {
		f := sampleNotice()
		f.Amount, f.Price = 1+int64(r.IntN(500)), cents(1)
		v := sampleVolume()
		v.Sale, v.OutstandingAsOf = f.Sale, f.Sale
		for range r.IntN(6) {
			trade := Trade{Date: f.Sale.AddDays(-r.IntN(110)), Amount: 1 + int64(r.IntN(900)), Proceeds: cents(1)}
			trade.Kind = []TradeKind{"", "", "", SoldRegistered}[r.IntN(4)]
			f.Trades = append(f.Trades, trade)
		}
		for range r.IntN(3) {
			f.Splits = append(f.Splits, Split{Effective: f.Sale.AddDays(-r.IntN(100)), New: 1 + int64(r.IntN(4)), Old: 1 + int64(r.IntN(3))})
		}
		v.Sales, v.Splits = f.Trades, f.Splits
		counted := kernel.AmountOfMixed(mustLimit(t, v).Counted)
		want := law.Yes
		if counted.Plus(kernel.Whole(f.Amount)).Compare(kernel.Whole(5_000)) <= 0 {
			want = law.No
		}
		if got := mustNotice(t, f); got.Required != want {
			t.Fatalf("%+v\n%s, want %s, as the limit counts %s\n%s", f, got.Required, want, mustLimit(t, v).Counted, got.Why)
		}
	}
}

// TestForm144NoticeBeforeSplit: whether the amount of a form counts in the shares
// after a split was not read.
func TestForm144NoticeBeforeSplit(t *testing.T) {
	for _, c := range []struct {
		name   string
		split  Split
		filed  int64
		sold   int64 // before the split
		action NoticeAction
		cover  int64
	}{
		{"covered either way", Split{New: 3, Old: 1}, 6_000, 0, NoticeCovered, 0},
		{"covered as split alone", Split{New: 3, Old: 1}, 2_000, 0, NoticeUnknown, 0},
		{"covered as filed alone", Split{New: 1, Old: 3}, 6_000, 0, NoticeUnknown, 0},
		{"covered by neither", Split{New: 3, Old: 1}, 1_000, 0, NoticeFileNew, 5_000},
		{"used up", Split{New: 3, Old: 1}, 1_000, 1_000, NoticeFileNew, 6_000},
		{"used in part", Split{New: 3, Old: 1}, 7_000, 1_000, NoticeCovered, 0},
		{"a third short", Split{New: 1, Old: 3}, 5_999, 0, NoticeFileNew, 4_001},
		{"no such split", Split{New: 1, Old: 1}, 5_999, 0, NoticeFileNew, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := sampleNotice() // 6,000
			c.split.Effective = f.Sale.AddDays(-5)
			f.Splits, f.Notices = []Split{c.split}, []FiledNotice{{Filed: f.Sale.AddDays(-10), Amount: c.filed}}
			if c.sold > 0 {
				f.Trades = []Trade{{Date: f.Sale.AddDays(-9), Amount: c.sold, Proceeds: cents(1)}}
			}
			got := mustNotice(t, f)
			if got.Action != c.action || got.Cover != c.cover || got.Why.Has(codeNoticeSplit) != (c.action == NoticeUnknown) {
				t.Errorf("%s of %d, want %s of %d\n%s", got.Action, got.Cover, c.action, c.cover, got.Why)
			}
		})
	}
}

// TestForm144AgainstReference tries every three months day by day, with splits
// and conversions counted as exact fractions.
func TestForm144AgainstReference(t *testing.T) {
	r := rand.New(rand.NewPCG(536, 1))
	seen := map[law.YesNo]int{}
	for range 1500 {
		f := sampleNotice()
		f.Sale = day(2009, 1, 1).AddDays(r.IntN(6000))
		f.Amount, f.Price = 1+int64(r.IntN(3_000)), cents(1+int64(r.IntN(1_500)))
		for range r.IntN(6) {
			f.Trades = append(f.Trades, Trade{
				Date: f.Sale.AddDays(r.IntN(230) - 115), Amount: 1 + int64(r.IntN(2_500)), Proceeds: cents(1 + int64(r.IntN(2_500_000))),
			})
			if r.IntN(3) == 0 {
				f.Trades[len(f.Trades)-1].Converts = cents(1 + int64(r.IntN(500)))
			}
		}
		for range r.IntN(3) {
			f.Splits = append(f.Splits, Split{Effective: f.Sale.AddDays(-r.IntN(115)), New: 1 + int64(r.IntN(4)), Old: 1 + int64(r.IntN(4))})
		}
		want := law.No
		for n := range 100 {
			end := f.Sale.AddDays(n)
			if !inWindow(end, f.Sale) {
				break
			}
			// What counts for certain, and with it what may.
			amount, price := rat(f.Amount), f.Price.Mul(decimal.New(f.Amount, 0)).Rat()
			mostAmount, mostPrice := new(big.Rat).Set(amount), new(big.Rat).Set(price)
			for _, s := range f.Trades {
				if !inWindow(end, s.Date) {
					continue
				}
				units := rat(s.Amount)
				if s.Converts.Sign() > 0 {
					units.Mul(units, s.Converts.Rat())
				}
				for _, split := range f.Splits {
					if s.Date.Before(split.Effective) {
						units.Mul(units, big.NewRat(split.New, split.Old))
					}
				}
				if s.Converts.Sign() > 0 && units.Cmp(rat(s.Amount)) < 0 {
					units = rat(s.Amount)
				}
				mostAmount.Add(mostAmount, units)
				mostPrice.Add(mostPrice, s.Proceeds.Rat())
				if s.Converts.Sign() == 0 {
					amount.Add(amount, units)
					price.Add(price, s.Proceeds.Rat())
				}
			}
			switch {
			case amount.Cmp(rat(5_000)) > 0 || price.Cmp(rat(50_000)) > 0:
				want = law.Yes
			case want == law.No && (mostAmount.Cmp(rat(5_000)) > 0 || mostPrice.Cmp(rat(50_000)) > 0):
				want = law.Unknown
			}
		}
		seen[want]++
		got := mustNotice(t, f)
		if got.Required != want {
			t.Fatalf("%+v\n%s, want %s\n%s", f, got.Required, want, got.Why)
		}
	}
	if seen[law.Yes] < 200 || seen[law.No] < 200 || seen[law.Unknown] < 100 {
		t.Errorf("the cases are too much alike: %v", seen)
	}
}

// TestForm144Estate: paragraphs (e) and (f) exempt an estate before 2008, and
// nothing that was read exempts it from (h).
func TestForm144Estate(t *testing.T) {
	f := sampleNotice()
	f.Sale = day(2007, 6, 14)
	f.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 1, 2), Capacity: Estate}
	if got := mustNotice(t, f); got.Required != law.Yes {
		t.Errorf("%s\n%s", got.Required, got.Why)
	}
}

// Whether (h) binds may turn on who the seller is, or on how months are counted.
func TestForm144Binds(t *testing.T) {
	f := sampleNotice()
	f.Seller.Affiliate = AffiliateUnknown
	if got := mustNotice(t, f); !got.Why.Has(codeNoticeAffiliate) {
		t.Errorf("%s", got.Why)
	}
	f.Sale = day(2007, time.June, 14)
	f.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2005, time.June, 14)}
	if got := mustNotice(t, f); !got.Boundary || !got.Why.Has(codeNoticeBoundary) {
		t.Errorf("%s", got.Why)
	}
}

func TestForm144Action(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Form144Facts)
		action NoticeAction
		cover  int64
		code   law.Code
	}{
		{"first", func(*Form144Facts) {}, NoticeFile, 6_000, codeNoticeDue},
		{"covered", func(f *Form144Facts) { f.Notices = []FiledNotice{{Filed: f.Sale, Amount: 6_000}} }, NoticeCovered, 0, codeNoticeCovered},
		{"covered in part", func(f *Form144Facts) { f.Notices = []FiledNotice{{Filed: f.Sale, Amount: 5_999}} }, NoticeFileNew, 1, codeNoticeNew},
		{"used before", func(f *Form144Facts) {
			f.Notices = []FiledNotice{{Filed: f.Sale.AddDays(-10), Amount: 6_000}}
			f.Trades = []Trade{{Date: f.Sale.AddDays(-10), Amount: 100, Proceeds: cents(1)}, {Date: f.Sale.AddDays(-11), Amount: 7, Proceeds: cents(1)}}
		}, NoticeFileNew, 100, codeNoticeNew},
		{"used up twice over", func(f *Form144Facts) {
			f.Notices = []FiledNotice{{Filed: f.Sale.AddDays(-10), Amount: 6_000}}
			f.Trades = []Trade{{Date: f.Sale.AddDays(-10), Amount: 10_000, Proceeds: cents(1)}}
		}, NoticeFileNew, 6_000, codeNoticeNew},
		{"two forms", func(f *Form144Facts) {
			f.Notices = []FiledNotice{{Filed: f.Sale.AddDays(-10), Amount: 3_000}, {Filed: f.Sale, Amount: 3_000}}
		}, NoticeCovered, 0, codeNoticeCovered},
		{"expired", func(f *Form144Facts) { f.Notices = []FiledNotice{{Filed: day(2024, 3, 13), Amount: 6_000}} }, NoticeAmend, 6_000, codeNoticeExpired},
		{"expired, less unsold", func(f *Form144Facts) {
			f.Notices = []FiledNotice{{Filed: day(2024, 3, 13), Amount: 5_999}}
		}, NoticeFileNew, 1, codeNoticeExpired},
		{"expired, less unsold by sales since", func(f *Form144Facts) {
			f.Notices = []FiledNotice{{Filed: day(2024, 1, 12), Amount: 3_500}, {Filed: day(2024, 3, 13), Amount: 3_500}}
			f.Trades = []Trade{{Date: day(2024, 1, 12), Amount: 1_500, Proceeds: cents(1)}, {Date: day(2024, 1, 11), Amount: 9_000, Proceeds: cents(1)}}
		}, NoticeFileNew, 500, codeNoticeExpired},
		{"expired, and all sold", func(f *Form144Facts) {
			f.Notices = []FiledNotice{{Filed: day(2024, 1, 12), Amount: 6_000}}
			f.Trades = []Trade{{Date: day(2024, 1, 16), Amount: 7_000, Proceeds: cents(1)}}
		}, NoticeFile, 6_000, codeNoticeExpired},
		{"below", func(f *Form144Facts) { f.Amount = 1 }, NoticeNone, 0, codeNoticeBelow},
		{"no affiliate", func(f *Form144Facts) { f.Seller.Affiliate = AffiliateNever }, NoticeNone, 0, codeNoticeOff},
		{"perhaps an affiliate", func(f *Form144Facts) { f.Seller.Affiliate = AffiliateUnknown }, NoticeUnknown, 0, codeNoticeRequired},
		{"perhaps an affiliate, below", func(f *Form144Facts) { f.Seller.Affiliate = AffiliateUnknown; f.Amount = 1 }, NoticeNone, 0, codeNoticeBelow},
	} {
		f := sampleNotice()
		c.change(&f)
		got := mustNotice(t, f)
		if got.Action != c.action || got.Cover != c.cover || !got.Why.Has(c.code) {
			t.Errorf("%s: %s of %d, want %s of %d\n%s", c.name, got.Action, got.Cover, c.action, c.cover, got.Why)
		}
		if filed := got.Cover > 0; filed && (got.Due != f.Sale || got.Expires != day(2024, 9, 15)) {
			t.Errorf("%s: due %s, expires %s", c.name, got.Due, got.Expires)
		}
		sameJSON(t, f)
		sameJSON(t, got)
	}
}

// sameJSON is roundTrip for what holds decimals, which compare by their value.
func sameJSON[T any](t *testing.T, v T) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("%s comes back as %s, %v", data, again, err)
	}
}

func TestForm144Filing(t *testing.T) {
	newYork := func(y int, m time.Month, d, hour, minute int) time.Time {
		return day(y, m, d).At(calendar.MustClock(hour, minute), calendar.NewYork())
	}
	for _, c := range []struct {
		name       string
		change     func(*Form144Facts)
		ways       []FilingWay
		concurrent law.YesNo
		filed      calendar.Date
		code       law.Code
	}{
		{"2007", func(f *Form144Facts) { f.Sale = day(2007, 6, 14) }, []FilingWay{FilePaper}, "", calendar.Date{}, codeNoticeWay},
		{"2022", func(f *Form144Facts) { f.Sale = day(2022, 6, 2) }, []FilingWay{FilePaper, FileEmail, FileEdgar}, "", calendar.Date{}, codeNoticeWay},
		{
			"2022, not reporting", func(f *Form144Facts) { f.Sale, f.Reports = day(2022, 6, 2), law.No },
			[]FilingWay{FilePaper, FileEmail},
			"",
			calendar.Date{},
			codeNoticeWay,
		},
		{"2023-04-12", func(f *Form144Facts) { f.Sale = day(2023, 4, 12) }, []FilingWay{FilePaper, FileEmail, FileEdgar}, "", calendar.Date{}, codeNoticeWay},
		{"2023-04-13", func(f *Form144Facts) { f.Sale = day(2023, 4, 13) }, []FilingWay{FileEdgar}, "", calendar.Date{}, codeNoticeWay},
		{"not reporting", func(f *Form144Facts) { f.Reports = law.No }, []FilingWay{FilePaper}, "", calendar.Date{}, codeNoticeWay},
		{"reporting unknown", func(f *Form144Facts) { f.Reports = law.Unknown }, nil, "", calendar.Date{}, codeNoticeWayUnknown},
		{
			"reporting unknown, all the same", func(f *Form144Facts) { f.Reports, f.Sale = law.Unknown, day(2007, 6, 14) },
			[]FilingWay{FilePaper},
			"",
			calendar.Date{},
			codeNoticeWay,
		},
		{
			"by ten in the evening", func(f *Form144Facts) { f.Submitted = newYork(2024, 6, 14, 22, 0) },
			[]FilingWay{FileEdgar},
			law.Yes, day(2024, 6, 14),
			codeNoticeConcurrent,
		},
		{
			"after ten on a Friday", func(f *Form144Facts) { f.Submitted = newYork(2024, 6, 14, 22, 1) },
			[]FilingWay{FileEdgar},
			law.Yes, day(2024, 6, 17),
			codeNoticeConcurrent,
		},
		{"before 2023-03-20, after half past five", func(f *Form144Facts) {
			f.Sale, f.Submitted = day(2023, 3, 16), newYork(2023, 3, 16, 17, 31)
		}, []FilingWay{FilePaper, FileEmail, FileEdgar}, law.Yes, day(2023, 3, 17), codeNoticeConcurrent},
		{
			"the day before", func(f *Form144Facts) { f.Submitted = newYork(2024, 6, 13, 12, 0) },
			[]FilingWay{FileEdgar},
			law.No, day(2024, 6, 13),
			codeNoticeEarly,
		},
		{
			"the next business day", func(f *Form144Facts) { f.Submitted = newYork(2024, 6, 17, 12, 0) },
			[]FilingWay{FileEdgar},
			law.No, day(2024, 6, 17),
			codeNoticeLate,
		},
		{
			"on paper where EDGAR is asked for", func(f *Form144Facts) { f.Transmitted = f.Sale },
			[]FilingWay{FileEdgar},
			law.No,
			calendar.Date{},
			codeNoticeWrongWay,
		},
		{
			"on EDGAR where paper is asked for", func(f *Form144Facts) { f.Reports, f.Submitted = law.No, newYork(2024, 6, 14, 12, 0) },
			[]FilingWay{FilePaper},
			law.No,
			calendar.Date{},
			codeNoticeWrongWay,
		},
		{"on paper", func(f *Form144Facts) { f.Reports, f.Transmitted = law.No, f.Sale }, []FilingWay{FilePaper}, law.Yes, calendar.Date{}, codeNoticeConcurrent},
		{
			"on paper, late", func(f *Form144Facts) { f.Reports, f.Transmitted = law.No, f.Sale.AddDays(2) },
			[]FilingWay{FilePaper},
			law.No,
			calendar.Date{},
			codeNoticeLate,
		},
	} {
		f := sampleNotice()
		c.change(&f)
		got := mustNotice(t, f)
		if !slices.Equal(got.Ways, c.ways) || got.Concurrent != c.concurrent || got.FiledOn != c.filed || !got.Why.Has(c.code) {
			t.Errorf("%s: %v, %q, filed %s; want %v, %q, %s\n%s", c.name, got.Ways, got.Concurrent, got.FiledOn, c.ways, c.concurrent, c.filed, got.Why)
		}
		sent := calendar.DateOf(f.Submitted.In(calendar.NewYork()))
		if later := !got.FiledOn.IsZero() && got.FiledOn != sent; got.Why.Has(codeNoticeFiledLater) != later {
			t.Errorf("%s: filed %s, sent %s\n%s", c.name, got.FiledOn, sent, got.Why)
		}
		sameJSON(t, got)
	}
}

func TestForm144Faults(t *testing.T) {
	for _, c := range []struct {
		change func(*Form144Facts)
		kind   error
		want   string
	}{
		{
			func(f *Form144Facts) { *f = Form144Facts{} }, law.ErrMissing,
			"sale: is required; security: is required; seller.stock: is required; seller.affiliate: is required; reports: is required; amount: is required",
		},
		{func(f *Form144Facts) { f.Amount, f.Price = -1, cents(-1) }, law.ErrRange, "amount: -1 is below zero; price: -0.01 is below zero"},
		{
			func(f *Form144Facts) { f.Notices = []FiledNotice{{}, {Filed: f.Sale.AddDays(1), Amount: -1}} }, law.ErrConflict,
			"notices[0].filed: is required; notices[0].amount: is required; notices[1].filed: 2024-06-15 is after the sale on 2024-06-14; " +
				"notices[1].amount: -1 is below zero",
		},
		{
			func(f *Form144Facts) {
				f.Transmitted = f.Sale
				f.Submitted = time.Date(2024, 6, 14, 12, 0, 0, 0, time.UTC)
			}, law.ErrConflict,
			"submitted: 2024-06-14T12:00:00Z is given although the form was transmitted on 2024-06-14",
		},
		{
			func(f *Form144Facts) { f.Trades = []Trade{{}}; f.Relations = []Relation{{}} }, law.ErrMissing,
			"trades[0].date: is required; trades[0].amount: is required; name: is required; relations[0].kind: is required; " +
				"relations[0].from: is required; relations[0].to: is required",
		},
		{
			func(f *Form144Facts) { f.Amount = math.MaxInt64; f.Trades = []Trade{{Date: f.Sale, Amount: 1}} }, law.ErrRange,
			"trades: come to an amount that an int64 does not hold",
		},
		{func(f *Form144Facts) {
			f.Sale = day(2022, 6, 1)
			f.Submitted = day(2022, 6, 1).At(calendar.MustClock(12, 0), calendar.NewYork())
			f.Reports = law.Unknown
		}, nil, ""},
		{func(f *Form144Facts) { f.Sale = day(1997, 4, 28) }, law.ErrUnsupported, "sale: 1997-04-28 is before 1997-04-29, the first sale whose law is held"},
	} {
		f := sampleNotice()
		c.change(&f)
		_, err := Form144(f)
		switch {
		case c.kind == nil && err != nil:
			t.Error(err)
		case c.kind != nil && (err == nil || !errors.Is(err, c.kind) || err.Error() != c.want):
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
	// A form on EDGAR before it could be: unsupported, in a year whose ways are not settled by it.
	f := sampleNotice()
	f.Sale = day(2022, 6, 2)
	f.Submitted = day(2022, 6, 1).At(calendar.MustClock(12, 0), calendar.NewYork())
	if _, err := Form144(f); !errors.Is(err, law.ErrUnsupported) || !strings.HasPrefix(err.Error(), "submitted") {
		t.Error(err)
	}
}
