package restrict

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/offerkit/offerkit/calendar"
	"github.com/offerkit/offerkit/exact"
	"github.com/offerkit/offerkit/law"
	"github.com/shopspring/decimal"
)

// TestVolumeWorked is the printed example: 3,500,000 shares and the weeks
// 30,900, 37,500, 42,600 and 33,000 make 36,000, which beats 35,000.
func TestVolumeWorked(t *testing.T) {
	v := sampleVolume()
	v.Outstanding, v.Market, v.Proposed = 3_500_000, MarketNational, 36_000
	v.Weeks = weeklyVolume(v.Order, 30_900, 37_500, 42_600, 33_000)
	got := mustLimit(t, v)
	if got.Answer != VolumeWithin || got.Cap != 36_000 || got.Measure != MeasureAverage || got.Remaining != 36_000 || got.AtLeast ||
		got.Percent != (exact.Mixed{Whole: 35_000, Num: 0, Den: 1}) || got.Average != (exact.Mixed{Whole: 36_000, Num: 0, Den: 1}) || got.Excess != 0 {
		t.Errorf("%+v", got)
	}
	v.Proposed = 36_001
	if got := mustLimit(t, v); got.Answer != VolumeExceeds || got.Excess != 1 || !got.FirstFit.IsZero() {
		t.Errorf("one more: %+v", got)
	}
	v.Weeks[0].Amount++ // 36,000 1/4 is rounded down once, at the end
	if got := mustLimit(t, v); got.Cap != 36_000 || got.Average != (exact.Mixed{Whole: 36_000, Num: 1, Den: 4}) {
		t.Errorf("a quarter more: %+v", got)
	}
}

// TestVolumeAnswers holds the answer, the limit and a reason of each branch.
func TestVolumeAnswers(t *testing.T) {
	national := func(v *Volume, amounts ...int64) {
		v.Market, v.Weeks = MarketNational, weeklyVolume(v.Order, amounts...)
	}
	for _, c := range []struct {
		name   string
		change func(*Volume)
		want   VolumeAnswer
		limit  int64
		code   law.Code
		cite   string
	}{
		{"one percent", func(*Volume) {}, VolumeWithin, 100_000, codeVolumePercent, "17 CFR 230.144(e)(1)(i)"},
		{"one share more", func(v *Volume) { v.Proposed++ }, VolumeExceeds, 100_000, codeVolumeExceeds, "17 CFR 230.144(e)(1)"},
		{
			"over the counter", func(v *Volume) { national(v, 1e6, 1e6, 1e6, 1e6); v.Market = MarketOver }, VolumeWithin, 100_000,
			codeVolumeAverageOff, "C&DI 133.02",
		},
		{
			"foreign", func(v *Volume) { national(v, 1e6, 1e6, 1e6, 1e6); v.Market = MarketForeign }, VolumeWithin, 100_000,
			codeVolumeAverageOff, "C&DI 133.01",
		},
		{"foreign weeks of a national class", func(v *Volume) {
			national(v, 1, 1, 1, 1)
			v.Weeks = append(v.Weeks, WeekVolume{Week: v.Weeks[0].Week, Amount: 1e9, Market: MarketForeign})
		}, VolumeWithin, 100_000, codeVolumeAverage, "17 CFR 230.144(e)(1)(ii)"},
		{"no market", func(v *Volume) { v.Market = MarketNone }, VolumeWithin, 100_000, codeVolumeAverageOff, ""},
		{"outstanding unknown", func(v *Volume) { v.Outstanding = 0 }, VolumeUnknown, 0, codeVolumePercentUnknown, "17 CFR 230.144(e)(1)(i)"},
		{
			"outstanding unknown, average known", func(v *Volume) { v.Outstanding = 0; national(v, 1e5, 1e5, 1e5, 1e5) }, VolumeAtLeast, 100_000,
			codeVolumeBound, "",
		},
		{
			"outstanding unknown, above the average", func(v *Volume) { v.Outstanding, v.Proposed = 0, 100_001; national(v, 1e5, 1e5, 1e5, 1e5) },
			VolumeUnknown, 100_000, codeVolumeUnknown, "",
		},
		{"market unknown", func(v *Volume) { v.Market = MarketUnknown }, VolumeAtLeast, 100_000, codeVolumeAverageUnknown, ""},
		{
			"market unknown, above one percent", func(v *Volume) { v.Market = MarketUnknown; v.Proposed++ }, VolumeUnknown, 100_000,
			codeVolumeUnknown, "",
		},
		{
			"a week unknown", func(v *Volume) { national(v, 1, 1, 1, 1); v.Weeks = v.Weeks[1:] }, VolumeAtLeast, 100_000,
			codeVolumeAverageUnknown, "",
		},
		{"a week unknown, the others enough", func(v *Volume) {
			national(v, 1, 200_000, 200_000, 200_000)
			v.Weeks, v.Proposed = v.Weeks[1:], 150_000
		}, VolumeAtLeast, 150_000, codeVolumeAtLeast, ""},
		{"all weeks unknown", func(v *Volume) { v.Market = MarketNational }, VolumeAtLeast, 100_000, codeVolumeAverageUnknown, ""},
		{"weeks without trading", func(v *Volume) { national(v, 0, 0, 0, 0) }, VolumeWithin, 100_000, codeVolumeAverage, ""},
		{
			"a stranger's sales", func(v *Volume) { v.Sales = []Trade{{Date: v.Sale, Amount: 1, Person: "Bob"}} }, VolumeUnknown, 100_000,
			codeVolumePossible, "17 CFR 230.144(a)(2)",
		},
		{"a stranger's sales that leave room", func(v *Volume) {
			v.Sales = []Trade{{Date: v.Sale, Amount: 1, Person: "Bob"}}
			v.Proposed--
		}, VolumeWithin, 100_000, codeVolumePossible, ""},
		{
			"excluded sales", func(v *Volume) { v.Sales = []Trade{{Date: v.Sale, Amount: 1, Kind: SoldPrivate}} }, VolumeWithin, 100_000,
			codeVolumeExcluded, "17 CFR 230.144(e)(3)(vii)",
		},
		{"the notice comes before the order", func(v *Volume) {
			national(v, 2e5, 2e5, 2e5, 2e5)
			v.Notice = v.Order.AddDays(-7) // the latest of these weeks is after it, the one before is not given
		}, VolumeAtLeast, 150_000, codeVolumeAverageUnknown, ""},
		{"no affiliate", func(v *Volume) { v.Seller.Affiliate = AffiliateNever }, VolumeFree, 0, codeVolumeOff, "17 CFR 230.144(b)"},
		{"affiliate unknown, within", func(v *Volume) { v.Seller.Affiliate = AffiliateUnknown }, VolumeWithin, 100_000, codeVolumeAffiliate, ""},
		{
			"affiliate unknown, above", func(v *Volume) { v.Seller.Affiliate = AffiliateUnknown; v.Proposed++ }, VolumeUnknown, 100_000,
			codeVolumeAffiliate, "17 CFR 230.144(a)(1)",
		},
		{"former affiliate", func(v *Volume) {
			v.Seller = Seller{Affiliate: AffiliateFormer, LastAffiliate: v.Sale.AddDays(-90), Stock: Restricted}
			v.Proposed++
		}, VolumeExceeds, 100_000, codeVolumeFit, ""},
		{"former affiliate in the gap", func(v *Volume) {
			v.Sale, v.Order = day(2025, time.September, 30), day(2025, time.September, 30)
			v.Seller = Seller{Affiliate: AffiliateFormer, LastAffiliate: day(2025, 7, 1), Stock: Restricted}
			v.Proposed++
		}, VolumeUnknown, 100_000, codeVolumeAffiliate, "17 CFR 230.144(b)(2)"},
		{"the rule of 1997, second year", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 1, 2)}
		}, VolumeWithin, 100_000, codeVolumeOn, "62 FR 9242"},
		{"the rule of 1997, a donee of stock that was not restricted", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateNever, Stock: Unrestricted, HeldSince: day(2006, 1, 2), Capacity: Donee}
		}, VolumeWithin, 100_000, codeVolumeOn, "62 FR 9242"},
		{"the rule of 1997, an estate", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 1, 2), Capacity: Estate}
		}, VolumeWithin, 100_000, codeVolumeEstate, "former 17 CFR 230.144(e)(3)(v) (not verified: what (e) and (f) said of estates was read in the text since 2008 only)"},
		{"the rule of 1997, an estate that sells more", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 1, 2), Capacity: Estate}
			v.Proposed = 100_001
		}, VolumeUnknown, 100_000, codeVolumeEstate, ""},
		{"the rule of 1997, an estate after two years", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2005, 1, 2), Capacity: Estate}
		}, VolumeFree, 0, codeVolumeOff, "62 FR 9242"},
		{"the rule of 1997, on the second anniversary", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2005, 6, 14)}
		}, VolumeFree, 0, codeVolumeBoundary, ""},
		{"debt: ten percent", func(v *Volume) {
			v.Security, v.Tranche, v.Market, v.Proposed = Debt, 2_000_000, MarketNone, 200_000
		}, VolumeWithin, 200_000, codeVolumeTranche, "17 CFR 230.144(e)(2)"},
		{"debt: tranche unknown", func(v *Volume) { v.Security, v.Market = Debt, MarketNone }, VolumeAtLeast, 100_000, codeVolumeTrancheUnknown, ""},
		{"debt: one percent of a large class", func(v *Volume) {
			v.Security, v.Tranche, v.Market = Debt, 900_000, MarketNone
		}, VolumeWithin, 100_000, codeVolumePercent, ""},
		{"debt before 2008 has no ten percent", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Security, v.Tranche, v.Market, v.Proposed = Debt, 2_000_000, MarketNone, 200_000
		}, VolumeExceeds, 100_000, codeVolumeExceeds, ""},
	} {
		v := sampleVolume()
		c.change(&v)
		got := mustLimit(t, v)
		if got.Answer != c.want || got.Cap != c.limit {
			t.Errorf("%s: %s, %d; want %s, %d\n%s", c.name, got.Answer, got.Cap, c.want, c.limit, got.Why)
		}
		if !got.Why.Has(c.code) {
			t.Errorf("%s: no %s\n%s", c.name, c.code, got.Why)
		}
		cited := slices.ContainsFunc(got.Why.Authorities(), func(a law.Citation) bool { return a.String() == c.cite })
		if c.cite != "" && !cited {
			t.Errorf("%s: no %q\n%s", c.name, c.cite, got.Why)
		}
		if strings.Contains(got.Why.String(), "no date") || got.Method != MethodVolume || got.Version != SaleVersion {
			t.Errorf("%s: %s %s\n%s", c.name, got.Method, got.Version, got.Why)
		}
		roundTrip(t, v)
		roundTrip(t, got)
	}
}

// TestVolumeFirstFit holds the day on which the window, the seller's release or
// the end of an aggregation makes room.
func TestVolumeFirstFit(t *testing.T) {
	v := sampleVolume()
	v.Sales = []Trade{{Date: day(2024, 4, 30), Amount: 60_000}, {Date: day(2024, 5, 1), Amount: 40_000}}
	for _, c := range []struct {
		proposed int64
		want     calendar.Date
	}{{0, calendar.Date{}}, {1, day(2024, 8, 1)}, {60_000, day(2024, 8, 1)}, {60_001, day(2024, 8, 2)}, {100_001, calendar.Date{}}} {
		v.Proposed = c.proposed
		if got := mustLimit(t, v); got.FirstFit != c.want {
			t.Errorf("%d: %s, want %s", c.proposed, got.FirstFit, c.want)
		}
	}
	v.Proposed = 1
	v.Seller = Seller{Affiliate: AffiliateFormer, LastAffiliate: day(2024, 4, 1), Stock: Unrestricted}
	if got := mustLimit(t, v); got.FirstFit != day(2024, time.July, 2) { // three months from April 2; 90 days are over on July 1
		t.Errorf("a former affiliate: %s", got.FirstFit)
	}
	v = sampleVolume()
	v.Name, v.Seasoned = "donor", law.Yes
	v.Sales = []Trade{{Date: v.Sale, Amount: 100_000, Person: "donee"}}
	v.Relations = []Relation{{Kind: Gift, From: "donor", To: "donee", Since: day(2023, 12, 20)}}
	got := mustLimit(t, v)
	if got.FirstFit != day(2024, time.June, 21) || got.Window[0].Leaves != got.FirstFit {
		t.Errorf("a gift: %s\n%s", got.FirstFit, got.Why)
	}
	v = sampleVolume()
	v.Sale, v.Order = day(2008, 1, 31), day(2008, 1, 31)
	v.Seller = Seller{Affiliate: AffiliateNever, Stock: Restricted, HeldSince: day(2006, 6, 1)}
	v.Proposed = 100_001
	if got := mustLimit(t, v); got.FirstFit != day(2008, time.February, 15) {
		t.Errorf("the rule of 2008: %s", got.FirstFit)
	}
	v.Sale, v.Order = day(2007, 1, 31), day(2007, 1, 31)
	v.Seller.HeldSince = day(2005, 11, 30)
	if got := mustLimit(t, v); got.FirstFit != day(2007, time.December, 1) { // conservatively after two years
		t.Errorf("two years: %s", got.FirstFit)
	}
}

// TestVolumeFirstFitPastTheCalendar: a seller who is free on no day that the calendar
// has gets an error, not an answer without a day. It is an affiliate until December
// 1, 9999.
func TestVolumeFirstFitPastTheCalendar(t *testing.T) {
	v := sampleVolume()
	v.Sale, v.Order = day(9999, 10, 1), day(9999, 10, 1)
	v.Proposed, v.Seller = 100_001, Seller{Affiliate: AffiliateFormer, LastAffiliate: day(9999, 9, 29), Stock: Unrestricted}
	if got := mustLimit(t, v); got.FirstFit != day(9999, 12, 30) {
		t.Errorf("%s", got.FirstFit)
	}
	v.Sale, v.Order, v.Seller.LastAffiliate = day(9999, 12, 31), day(9999, 12, 31), day(9999, 12, 1)
	got, err := VolumeLimit(v)
	if err == nil || got.Answer != "" {
		t.Errorf("%+v, %v", got, err)
	}
	mustBeFaults(t, err)
}

// TestVolumeSplit holds what a split in the window asks for.
func TestVolumeSplit(t *testing.T) {
	v := sampleVolume()
	v.Splits = []Split{{Effective: day(2024, 5, 15), New: 1, Old: 10}}
	v.OutstandingAsOf = day(2024, 5, 14)
	v.Sales = []Trade{{Date: day(2024, 5, 14), Amount: 99}, {Date: day(2024, 5, 15), Amount: 99}}
	v.Proposed = 9_891
	got := mustLimit(t, v)
	if got.Cap != 10_000 || got.Counted != (exact.Mixed{Whole: 108, Num: 9, Den: 10}) || got.Remaining != 9_891 || got.Answer != VolumeWithin {
		t.Errorf("%+v", got)
	}
	v.OutstandingAsOf = day(2024, 5, 15) // stated after the split
	if got := mustLimit(t, v); got.Cap != 100_000 {
		t.Errorf("%+v", got)
	}
	// A week in which the split took effect must say in which shares it counts.
	v.Market, v.Weeks = MarketNational, weeklyVolume(v.Order, 4_000, 4_000, 4_000, 400_000)
	_, err := VolumeLimit(v)
	if err == nil || err.Error() != "weeks[0].as_of: is required" {
		t.Errorf("%v", err)
	}
	v.Weeks[0].AsOf = day(2024, 5, 14)
	if got := mustLimit(t, v); got.Average != (exact.Mixed{Whole: (400 + 4_000 + 4_000 + 400_000) / 4, Num: 0, Den: 1}) {
		t.Errorf("%s", got.Average)
	}
}

func TestVolumeFaults(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Volume)
		kind   error
		want   string
	}{
		{
			"nothing", func(v *Volume) { *v = Volume{} }, law.ErrMissing,
			"sale: is required; security: is required; seller.stock: is required; seller.affiliate: is required; market: is required",
		},
		{
			"too early", func(v *Volume) { v.Sale = day(1997, 4, 28); v.Order = v.Sale }, law.ErrUnsupported,
			"sale: 1997-04-28 is before 1997-04-29, the first sale whose law is held",
		},
		{
			"below zero", func(v *Volume) { v.Proposed, v.Outstanding, v.Tranche = -1, -1, -1 }, law.ErrRange,
			"proposed: -1 is below zero; outstanding: -1 is below zero; tranche: -1 is below zero",
		},
		{"a tranche of equity", func(v *Volume) { v.Tranche = 1 }, law.ErrConflict, `tranche: 1 is given although security is "equity"`},
		{"no anchor", func(v *Volume) { v.Market, v.Order = MarketNational, calendar.Date{} }, law.ErrMissing, "order: is required"},
		{"days after the sale", func(v *Volume) {
			v.Notice, v.Order, v.OutstandingAsOf = v.Sale.AddDays(1), v.Sale.AddDays(1), v.Sale.AddDays(1)
		}, law.ErrConflict, "outstanding_as_of: 2024-06-15 is after the sale on 2024-06-14; " +
			"notice: 2024-06-15 is after the sale on 2024-06-14; order: 2024-06-15 is after the sale on 2024-06-14"},
		{
			"a later sale", func(v *Volume) { v.Sales = []Trade{{Date: v.Sale.AddDays(1), Amount: 1}} }, law.ErrConflict,
			"sales[0].date: 2024-06-15 is after the sale on 2024-06-14",
		},
		{"empty rows", func(v *Volume) {
			v.Sales, v.Weeks, v.Splits = []Trade{{}}, []WeekVolume{{Amount: -1, Market: "moon"}}, []Split{{}}
		}, law.ErrMissing, "outstanding_as_of: is required; splits[0].effective: is required; splits[0].new: is required; " +
			`weeks[0].week: is required; weeks[0].amount: -1 is below zero; weeks[0].market: "moon" must be one of: national, over the counter, ` +
			"foreign, none, unknown; sales[0].date: is required; sales[0].amount: is required"},
		{
			"a strange word", func(v *Volume) { v.Sales = []Trade{{Date: v.Sale, Amount: 1, Kind: "gift"}} }, law.ErrInvalid,
			`sales[0].kind: "gift" must be one of: registered, regulation a, private, regulation s, form s-8, other securities`,
		},
		{"a week twice", func(v *Volume) {
			v.Market, v.Weeks = MarketNational, weeklyVolume(v.Order, 1)
			v.Weeks = append(v.Weeks, v.Weeks[0])
		}, law.ErrDuplicate, "weeks[1].week: 2024-06-02 is in a week given before for the national markets"},
		{"a huge split", func(v *Volume) {
			v.OutstandingAsOf = v.Sale
			for range 4 {
				v.Splits = append(v.Splits, Split{Effective: v.Sale, New: 1_000_000, Old: 1})
			}
		}, law.ErrRange, "splits[3].new: 1000000 multiplies the splits beyond an int64"},
		{
			"a split term", func(v *Volume) {
				v.OutstandingAsOf, v.Splits = v.Sale, []Split{{Effective: v.Sale, New: 1_000_001, Old: 1}}
			},
			law.ErrRange, "splits[0].new: 1000001 is not from 1 to 1000000",
		},
		{"many splits", func(v *Volume) { v.OutstandingAsOf, v.Splits = v.Sale, make([]Split, 101) }, law.ErrRange, "splits: 101 are more than 100"},
		{"too many shares", func(v *Volume) {
			v.Sales = []Trade{{Date: v.Sale, Amount: math.MaxInt64}, {Date: v.Sale, Amount: math.MaxInt64}}
		}, law.ErrRange, "sales: comes to an amount that an int64 does not hold"},
		{"too much restated", func(v *Volume) {
			v.Outstanding, v.OutstandingAsOf = math.MaxInt64, v.Sale.AddDays(-1)
			v.Splits = []Split{{Effective: v.Sale, New: 1_000_000, Old: 1}}
		}, law.ErrRange, "outstanding: comes to an amount that an int64 does not hold; splits: restate the limit beyond 9223372036854775807"},
		{"conversions", func(v *Volume) {
			v.Sales = []Trade{
				{Date: v.Sale, Amount: 1, Converts: decimal.New(-1, 0)},
				{Date: v.Sale, Amount: 1, Converts: decimal.New(1, 1<<30)},
				{Date: v.Sale, Amount: 1, Proceeds: decimal.New(1, -(1 << 30))},
				{Date: v.Sale, Amount: 1, Converts: decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil), -18)},
				{Date: v.Sale, Amount: 1, Converts: decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(1000), nil), 0)},
			}
		}, law.ErrRange, "sales[0].converts: -1 is below zero; sales[1].converts: has the exponent 1073741824, beyond -18 to 18; " +
			"sales[2].proceeds: has the exponent -1073741824, beyond -18 to 18; sales[3].converts: has more than 38 digits; " +
			"sales[4].converts: has more than 38 digits"},
		{"a rate that leaves no int64", func(v *Volume) {
			v.Sales = []Trade{{Date: v.Sale, Amount: 1, Converts: decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(37), nil), 0)}}
		}, law.ErrRange, "sales: comes to an amount that an int64 does not hold"},
		{
			"a strange capacity", func(v *Volume) { v.Seller.Capacity = "friend" }, law.ErrInvalid,
			`seller.capacity: "friend" must be one of: holder, estate, pledgee, donee`,
		},
		{
			"held since after the sale", func(v *Volume) { v.Seller.HeldSince = v.Sale.AddDays(1) }, law.ErrConflict,
			"seller.held_since: 2024-06-15 is after the sale on 2024-06-14",
		},
		{"no name", func(v *Volume) { v.Relations = []Relation{{Kind: Concert, From: "a", To: "b"}} }, law.ErrMissing, "name: is required"},
		{
			"relations", func(v *Volume) { v.Name, v.Relations = "a", []Relation{{Kind: Gift, From: "a", To: "a"}} }, law.ErrConflict,
			`relations[0].to: "a" is the same as from; relations[0].since: is required; seasoned: is required`,
		},
		{
			"a former affiliate without a day", func(v *Volume) { v.Seller.Affiliate = AffiliateFormer }, law.ErrMissing,
			"seller.last_affiliate: is required",
		},
		{"the second year without a day", func(v *Volume) {
			v.Sale, v.Order = day(2007, 6, 14), day(2007, 6, 14)
			v.Seller = Seller{Affiliate: AffiliateUnknown, Stock: Restricted}
		}, law.ErrMissing, "seller.held_since: is required"},
		{
			"weeks before time", func(v *Volume) { v.Market, v.Order = MarketNational, day(1, 1, 20) }, law.ErrRange,
			"order: 0001-01-20 has no four whole weeks before it",
		},
	} {
		v := sampleVolume()
		c.change(&v)
		got, err := VolumeLimit(v)
		if err == nil || !errors.Is(err, c.kind) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.want)
		}
		if got.Answer != "" || got.Cap != 0 {
			t.Errorf("%s: an answer beside an error", c.name)
		}
	}
	v := sampleVolume()
	v.Sales = make([]Trade, 250)
	_, err := VolumeLimit(v)
	var fs law.Faults
	if !errors.As(err, &fs) || len(fs) != 2*100+1 || !strings.HasSuffix(err.Error(), "sales: has 150 more faulty rows") {
		t.Errorf("%d faults: %.200s", len(fs), err)
	}
}

func TestVolumeJSON(t *testing.T) {
	var v Volume
	err := json.Unmarshal([]byte(`{"sale":"2024-06-14","proposed":36000,"security":"equity","seller":{"affiliate":"now","stock":"unrestricted"},
		"outstanding":3500000,"market":"national","order":"2024-06-14","weeks":[{"week":"2024-05-13","amount":30900},
		{"week":"2024-05-20","amount":37500},{"week":"2024-05-27","amount":42600},{"week":"2024-06-03","amount":33000}],
		"sales":[{"date":"2024-05-01","amount":10,"converts":"2.5"}]}`), &v)
	if err != nil {
		t.Fatal(err)
	}
	got := mustLimit(t, v)
	if got.Counted != (exact.Mixed{Whole: 25, Num: 0, Den: 1}) || got.Excess != 25 {
		t.Errorf("%+v", got)
	}
	roundTrip(t, got)
}
